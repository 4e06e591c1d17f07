//! Whole files: what is found never depends on how the bytes came, rows are cut as csv-core cuts them, and the annotated
//! file is the same file.

#![cfg(feature = "bulk")]
#![allow(clippy::indexing_slicing, reason = "tests")]

use std::collections::BTreeSet;

use onshi_check::bulk::{Bulk, Known, LONGEST_ROW, Plan, Tally, Target};
use onshi_check::message::{self, Locale};
use onshi_check::{Code, Context, Field, Form, Kind};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

fn plan(file: &[u8]) -> Plan {
    Plan::of(file, true, &Known::default())
}

fn check(file: &[u8]) -> Tally {
    check_with(file, plan(file))
}

fn check_with(file: &[u8], plan: Plan) -> Tally {
    let mut bulk = Bulk::new(plan, Context::default(), 1000);
    bulk.push(file);
    bulk.finish().clone()
}

fn annotated(file: &[u8], cut: usize) -> Vec<u8> {
    let mut bulk = Bulk::new(plan(file), Context::default(), 1000).annotating(Locale::En);
    let mut out = Vec::new();
    for piece in [&file[..cut], &file[cut..]] {
        bulk.push(piece);
        out.extend(bulk.take_output());
    }
    bulk.finish();
    out.extend(bulk.take_output());
    out
}

/// The codes of the findings, each with the line and the column it is about.
fn places(tally: &Tally) -> Vec<(&'static str, u32, Option<u32>)> {
    tally.issues.iter().map(|issue| (issue.code.name(), issue.line, issue.column)).collect()
}

/// All rows of a file as the csv-core of the csv crate reads them.
fn rows_of(file: &[u8], delimiter: u8) -> Vec<Vec<Vec<u8>>> {
    let mut reader = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), Vec::new());
    let mut rest = file;
    loop {
        let mut room = [0; 64];
        let (result, read, written) = reader.read_field(rest, &mut room);
        rest = &rest[read..];
        cell.extend_from_slice(&room[..written]);
        match result {
            csv_core::ReadFieldResult::Field { record_end } => {
                row.push(std::mem::take(&mut cell));
                if record_end {
                    rows.push(std::mem::take(&mut row));
                }
            }
            csv_core::ReadFieldResult::End => return rows,
            csv_core::ReadFieldResult::InputEmpty | csv_core::ReadFieldResult::OutputFull => {}
        }
    }
}

/// Bytes that are near a file: quotation marks, delimiters and line breaks everywhere.
fn files() -> impl Strategy<Value = Vec<u8>> {
    let cell = prop_oneof![
        8 => "(CAF[0-9]{9,11}|COP[0-9]{7,9})",
        4 => "0[0-9]{8,10}",
        2 => "[a-z]{1,4}@[a-z]{1,4}\\.jp",
        2 => "\"[a-z,\"\r\n]{0,5}\"",
        2 => "[東京あ\"=+ -]{0,4}",
        1 => "",
    ];
    let row = (prop::collection::vec(cell, 1..5), prop_oneof!["\n", "\r\n", "\r"]);
    prop::collection::vec(row, 0..8).prop_map(|rows| {
        let text: String = rows.into_iter().map(|(cells, end)| cells.join(",") + &end).collect();
        let mut bytes = b"customerId,phone,mail\n".to_vec();
        bytes.extend(text.into_bytes());
        bytes
    })
}

/// Rows of applications: right ones above all, then such as are wrong, odd, quoted, empty, too long or too short.
fn applications() -> impl Strategy<Value = Vec<u8>> {
    let cell =
        |right: &'static str, odd: &'static str| prop_oneof![12 => right, 1 => odd, 1 => Just(String::new())].boxed();
    let cells = vec![
        cell("(0[1-9]|[1-3][0-9]|4[0-7])", "(48|東京都|1|13 )"),
        cell("[13467]", "(2|医科|３)"),
        cell("[0-9]{7}", "([0-9]{6}|01,1004,9|9999999|[0-9]{8})"),
        cell("(CAF[0-9]{10}|COP[0-9]{8})", "(CAF[0-9]{9}|caf[0-9]{10}|\"CAF[0-9]{10}\"|CAF[0-9]{4}/[0-9]{5})"),
        cell("[a-z]{1,5}@[a-z]{1,5}\\.jp", "([a-z]@gmial\\.com|\\.[a-z]@a\\.jp|[a-z]{34,36}@a\\.jp|[A-Z]@a\\.jp)"),
        cell("0[0-9]{9,10}", "(03-1234-5678|[1-9][0-9]{8,9}|0[0-9]{8})"),
        cell("1", "([234]|1\t)"),
        cell("[a-z山田ア]{1,9}", "(\"山,田\"|　|山\"田| a|\u{fffd}|[東a]{199,202})"),
    ];
    let end = prop_oneof![8 => "\n", 4 => "\r\n", 1 => "\r", 1 => ",\n", 1 => ",x\n", 1 => "\n\n"];
    prop::collection::vec((cells, end), 0..20).prop_map(|rows| {
        let rows: String = rows.into_iter().map(|(cells, end)| cells.join(",") + &end).collect();
        let header = "都道府県,点数表,医療機関番号,お客さまID,メール,電話,回線種別,備考\n";
        format!("{header}{rows}").into_bytes()
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 100,
        rng_seed: RngSeed::Fixed(20_261_121),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn how_the_bytes_come_changes_nothing(file in files(), broken in any::<prop::sample::Index>(), is_broken: bool) {
        let mut file = file;
        if is_broken {
            let at = broken.index(file.len());
            file[at] = 0xff;
        }
        let whole = check(&file);
        for size in [1, 2, 3, 7, 64] {
            let mut bulk = Bulk::new(plan(&file), Context::default(), 1000);
            for piece in file.chunks(size) {
                bulk.push(piece);
            }
            prop_assert_eq!(bulk.finish(), &whole, "pieces of {}", size);
        }
        let plain = annotated(&file, 0);
        for cut in 0..8 {
            prop_assert_eq!(&annotated(&file, file.len() * cut / 8), &plain);
        }
    }

    #[test]
    fn rows_are_cut_as_csv_core_cuts_them(file in files()) {
        let expected = rows_of(&file, b',');
        let mut known = plan(&file);
        known.delimiter = b',';
        known.has_header = false;
        let width = expected.iter().map(Vec::len).max().unwrap_or(0);
        known.columns.resize(width, known.columns[0].clone());
        // A quotation mark that stays open is read otherwise, on purpose.
        let tally = check_with(&file, known.clone());
        prop_assume!(tally.malformed == 0);
        prop_assert_eq!(tally.rows as usize, expected.len());
        prop_assert_eq!(known.preview(&file, true, usize::MAX), expected.iter().map(|row| {
            row.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect::<Vec<_>>()
        }).collect::<Vec<_>>());
    }

    #[test]
    fn an_annotated_file_is_the_same_file_with_columns_behind(file in files()) {
        let tally = check(&file);
        prop_assume!(tally.malformed == 0);
        let delimiter = plan(&file).delimiter;
        let out = annotated(&file, 0);
        let (before, after) = (rows_of(&file, delimiter), rows_of(&out[3..], delimiter));
        prop_assert_eq!(before.len(), after.len());
        for (before, after) in before.iter().zip(&after) {
            for (index, cell) in before.iter().enumerate().take(3) {
                let same = after[index] == *cell;
                let defused = after[index].strip_prefix(b"'") == Some(cell);
                prop_assert!(same || defused, "{:?} {:?}", cell, after[index]);
            }
        }
        for cell in after.iter().flatten() {
            prop_assert!(!matches!(cell.first(), Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r' | b'\n')));
        }
    }

    #[test]
    fn the_lane_of_right_rows_finds_what_the_long_way_finds(file in applications()) {
        let mut bulk = Bulk::new(plan(&file), Context::default(), 1000);
        bulk.push(&file);
        // Where the annotated file is written, every row goes the long way.
        let mut long_way = Bulk::new(plan(&file), Context::default(), 1000).annotating(Locale::En);
        long_way.push(&file);
        prop_assert_eq!(bulk.finish(), long_way.finish());
    }

    #[test]
    fn to_a_right_file_only_empty_columns_are_added(rows in prop::collection::vec("CAF[0-9]{10},0[0-9]{9},[a-z]{3}@example\\.jp", 0..6)) {
        let write = |header: &str, end: &str| {
            let rows: Vec<String> = rows.iter().map(|row| format!("{row}{end}\r\n")).collect();
            format!("{header}\r\n{}", rows.concat())
        };
        let file = write("お客さまID,電話,メール", "");
        let expected = write("\u{feff}お客さまID,電話,メール,result,findings,codes", ",,,");
        prop_assert_eq!(String::from_utf8(annotated(file.as_bytes(), 0)).expect("text"), expected);
    }
}

#[test]
fn columns_are_known_by_their_headers() {
    let file = "都道府県,点数表,医療機関コード,お客さまID,備考欄の色\n13,3,3246295,CAF0123456789,青\n";
    let plan = plan(file.as_bytes());
    let kinds: Vec<_> = plan.columns.iter().map(|column| column.target).collect();
    let kind = |kind| Some(Target::Kind(kind));
    assert_eq!(
        kinds,
        [
            kind(Kind::Prefecture),
            kind(Kind::FeeSchedule),
            kind(Kind::InstitutionNumber),
            kind(Kind::CustomerId),
            kind(Kind::Text),
        ],
    );
    let ten = plan_of("医療機関コード\n1333246295\n");
    assert_eq!(ten.columns[0].target, kind(Kind::InstitutionCode));
}

fn plan_of(file: &str) -> Plan {
    plan(file.as_bytes())
}

#[test]
fn delimiter_and_header_are_found_out() {
    for (file, delimiter, has_header, columns) in [
        ("", b',', false, 0),
        ("お客さまID", b',', true, 1),
        ("CAF0123456789\nCOP01234567\n", b',', false, 1),
        ("a;b\n1;2\n", b';', true, 2),
        ("電話\t氏名\n03-1234-5678\t山田, 太郎\n", b'\t', true, 2),
        ("\u{feff}\"電話\",\"メール\"\r\n", b',', true, 2),
        ("CAF0123456789,03-1234-5678\n", b',', false, 2),
    ] {
        let plan = plan_of(file);
        assert_eq!((plan.delimiter, plan.has_header, plan.columns.len()), (delimiter, has_header, columns), "{file}");
    }
}

#[test]
fn cells_say_something_to_each_other() {
    let file = "都道府県,お客さまID\n大阪府,COP01234567\n東京都,COP01234567\n,COP01234567\n";
    assert_eq!(places(&check(file.as_bytes())), [("customer-id.cop-in-west", 2, Some(1))]);
}

#[test]
fn a_row_is_a_form() {
    let form = Form::from_name("eligibility-paper");
    let file = "お客さまID,電話,端末名1,端末名2\nCAF012345678,312345678,A,B\n,,,\nCAF0123456789,03-1234-5678,A,\n";
    let plan = Plan::of(file.as_bytes(), true, &Known { form, ..Known::default() });
    assert_eq!(plan.columns[3].target, Some(Target::Field(Field::TerminalNames)));
    let tally = check_with(file.as_bytes(), plan);
    let found = places(&tally);
    assert_eq!((tally.rows, tally.valid, tally.invalid), (3, 1, 2), "{found:?}");
    assert_eq!(found[..2], [("csv.lost-zeros", 2, Some(1)), ("customer-id.too-short", 2, Some(0))]);
    assert!(found[2..].iter().all(|(code, line, _)| (*code, *line) == ("required", 3)), "{found:?}");
    // What has no column is not asked for.
    assert!(found.iter().all(|(_, _, column)| column.is_some()), "{found:?}");
}

#[test]
fn rows_that_cannot_be_read_are_counted_with_their_lines() {
    let file = b"customerId,phone\nCAF0123456789,\"0312345678\nCAF0123456789,0312345678\n1,2,3\nCAF0123456789,\xff\nCAF0123456789\n\nx,,\n";
    let tally = check(file);
    assert_eq!((tally.rows, tally.valid, tally.invalid, tally.malformed), (6, 2, 1, 3));
    assert_eq!(
        places(&tally),
        [
            ("csv.open-quote", 2, None),
            ("csv.too-many-cells", 4, None),
            ("csv.broken-text", 5, None),
            ("csv.too-few-cells", 6, None),
            ("customer-id.unknown-prefix", 8, Some(0)),
        ],
    );
}

#[test]
fn a_row_without_end_is_given_up_and_the_next_one_read() {
    let long = "x".repeat(LONGEST_ROW + 10);
    for (row, code) in [
        (format!("{long},"), "csv.row-too-long"),
        (format!("\"a\",{long},"), "csv.row-too-long"),
        (format!("\"{long}\","), "csv.open-quote"),
        (format!("\"{long},"), "csv.open-quote"),
    ] {
        let file = format!("customerId,phone\n{row}0312345678\nCAF0123456789,0312345678\n");
        let whole = check(file.as_bytes());
        assert_eq!(places(&whole), [(code, 2, None)]);
        assert_eq!((whole.rows, whole.valid), (2, 1));
        let mut bulk = Bulk::new(plan_of("customerId,phone\nCAF0123456789,0312345678\n"), Context::default(), 10);
        for piece in file.as_bytes().chunks(100_000) {
            bulk.push(piece);
        }
        let tally = bulk.finish();
        assert_eq!((places(tally), tally.valid), (places(&whole), 1));
    }
}

#[test]
fn line_breaks_of_every_kind_end_a_row() {
    for end in ["\n", "\r\n", "\r"] {
        let file = ["customerId,phone", "CAF0123456789,0312345678", "\"CAF\r\n0123456789\",0312345678", "y,"].join(end);
        assert_eq!(places(&check(file.as_bytes())), [("customer-id.unknown-prefix", 5, Some(0))], "{end:?}");
    }
}

#[test]
fn what_is_the_matter_with_a_secret_is_counted_and_not_told() {
    let tally = check("お客さまID,パスワード\nCAF0123456789,short\n".as_bytes());
    assert_eq!((tally.invalid, places(&tally)), (1, vec![]));
    assert_eq!(tally.columns[1].invalid, 1);
    assert!(tally.columns[1].codes.iter().sum::<u32>() > 0);
}

#[test]
fn a_column_of_secrets_is_secret_whatever_it_is_checked_as() {
    let mut plan = plan_of("お客さまID,パスワード,暗証番号\nCAF0123456789,312345678,1\n");
    let secrets = |plan: &Plan| (0..4).map(|column| plan.is_secret(column)).collect::<Vec<_>>();
    assert_eq!(secrets(&plan), [false, true, true, false]);
    plan.set_target(1, Some(Target::Kind(Kind::Phone)));
    plan.set_target(2, None);
    // Without a form there are no fields.
    plan.set_target(0, Some(Target::Field(Field::Password)));
    assert_eq!(secrets(&plan), [false, true, true, false]);
    assert_eq!((plan.kind(0), plan.kind(1), plan.kind(2)), (Some(Kind::CustomerId), Some(Kind::Phone), None));
    let tally = check_with("お客さまID,パスワード,暗証番号\nCAF0123456789,312345678,1\n".as_bytes(), plan);
    assert_eq!((tally.invalid, places(&tally)), (1, vec![]));
}

#[test]
fn no_more_findings_are_kept_than_asked_for() {
    let mut bulk = Bulk::new(plan_of("customerId\nx\n"), Context::default(), 2);
    bulk.push(b"customerId\nx\nx\nx\n");
    let tally = bulk.finish();
    assert_eq!((tally.issues.len(), tally.truncated, tally.invalid), (2, true, 3));
}

#[test]
fn the_columns_of_the_annotated_file_stand_where_the_header_says() {
    let file = "customerId,phone\n=1,+2\n1,2,3\nCAF0123456789\n\"a\n";
    let out = String::from_utf8(annotated(file.as_bytes(), 0)).expect("text");
    let rows = rows_of(&out.as_bytes()[3..], b',');
    assert_eq!(rows[0].join(&b"|"[..]), b"customerId|phone|result|findings|codes");
    let results: Vec<_> = rows[1..].iter().map(|row| String::from_utf8_lossy(&row[2]).into_owned()).collect();
    assert_eq!(results, ["error", "unreadable", "check", "unreadable"]);
    assert_eq!((rows[1][0].as_slice(), rows[1][1].as_slice()), (&b"'=1"[..], &b"'+2"[..]));
    assert_eq!(rows[2][5], b"3");
}

#[test]
fn a_file_of_customer_ids_is_read_at_full_speed_and_like_any_other() {
    let row = |number| match number % 5 {
        0 => format!("COP{number:08}\r\n"),
        4 => format!("CAF{number:09}\n"),
        _ => format!("CAF{number:010}\n"),
    };
    let file: String = (0..1000).map(row).collect();
    let tally = check(file.as_bytes());
    assert_eq!((tally.rows, tally.valid, tally.invalid), (1000, 800, 200));
    assert_eq!(tally.columns[0].valid, 800);
    assert_eq!((tally.issues[0].row, tally.issues[0].line), (5, 5));
}

#[test]
fn everything_that_is_said_about_files_has_its_values() {
    let long = "x".repeat(LONGEST_ROW + 1);
    let file = format!("customerId,phone\n\"a\n1,2,3\n1\n{long}\n1,312345678\n1,3.12E+09\n");
    let mut file = file.into_bytes();
    file.extend(b"\xff,1\n");
    let tally = check(&file);
    let seen: BTreeSet<_> = tally
        .issues
        .iter()
        .map(|issue| issue.code)
        .filter(|code| code.name().starts_with("csv."))
        .map(Code::name)
        .collect();
    let all: BTreeSet<_> = Code::ALL.iter().map(|code| code.name()).filter(|name| name.starts_with("csv.")).collect();
    assert_eq!(seen, all);
    for issue in &tally.issues {
        for locale in [Locale::Ja, Locale::En] {
            let sentence = message::of_code(issue.code, issue.values, locale);
            assert!(!sentence.contains(['{', '}']) && !sentence.is_empty(), "{sentence}");
        }
    }
}
