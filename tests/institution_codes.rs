//! The check digit (検証番号) against codes that exist.
//!
//! | codes | where from | read |
//! |---|---|---|
//! | the vectors of the rule book, section 1.2 | written out below | always |
//! | `tests/cases/institution-codes.csv` | 307 of the codes below: 47 prefectures, schedules 1, 3 and 4 | always |
//! | `../shared/data/institution-codes.csv` | 3,140 codes of the regional bureaus' public lists | where it is present |

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test reports by failing"
)]
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use onshi_check::kind::fee_schedule::FeeSchedule;
use onshi_check::kind::prefecture::Prefecture;
use onshi_check::{CheckDigit, Code, Context, InstitutionCode, Kind, Mode, Status, Verdict, check, is};

/// Institutions whose code the rule book quotes: the rule of their own seven digits (11, 12, 13, 14).
const OWN: [&str; 15] = [
    "1310110049",
    "1310110098",
    "1410100065",
    "1110301762",
    "1210101980",
    "1333246295",
    "1431930437",
    "1135700562",
    "1140840165",
    "1240149658",
    "1340153221",
    "1440945303",
    "1166090120",
    "1264190096",
    "1463390317",
];
/// The rule over all ten digits.
const STANDARD: [&str; 11] = [
    "0110113719",
    "0110112489",
    "2710100153",
    "3130130507",
    "0140142076",
    "2740600529",
    "4730831494",
    "0163890056",
    "2769590098",
    "4065390207",
    "3410712362",
];
/// Home-nursing stations in Tokyo: the older follow the one rule, the newer the other.
const TOKYO_STATIONS: [&str; 2] = ["1367191240", "1360190191"];
/// The examples printed on the portal's own screens and forms do not fit.
const PRINTED_EXAMPLES: [&str; 3] = ["1331234567", "0160000000", "2066634231"];

fn parts(code: &str) -> InstitutionCode<'_> {
    InstitutionCode::split(code).unwrap_or_else(|| panic!("{code} is no code"))
}

/// What the choices beside the seven-digit field say.
fn beside(code: InstitutionCode) -> Context {
    Context {
        prefecture: Prefecture::parse(code.prefecture),
        fee_schedule: FeeSchedule::parse(code.fee_schedule),
        ..Context::default()
    }
}

/// The ways a code can be checked. They must agree.
fn judge_every_way(code: InstitutionCode) -> [Verdict; 3] {
    let whole = [code.prefecture, code.fee_schedule, code.institution_number].concat();
    [
        code.assemble(&Context::default()),
        check(Kind::InstitutionNumber, code.institution_number, &beside(code)),
        check(Kind::InstitutionCode, &whole, &Context::default()),
    ]
}

fn assert_right(code: InstitutionCode) {
    for verdict in judge_every_way(code) {
        assert_eq!(verdict.status, Status::Valid, "{code:?}: {verdict:?}");
        assert_eq!(verdict.check_digit, Some(CheckDigit::Ok), "{code:?}: {verdict:?}");
        assert_eq!((verdict.issues.len(), verdict.changes.len()), (0, 0), "{code:?}: {verdict:?}");
    }
}

/// The codes of a file with the columns prefecture, `fee_schedule`, number; none when there is no such file.
fn read(path: &Path) -> Option<String> {
    fs::read_to_string(path).ok()
}

fn codes(table: &str) -> Vec<InstitutionCode<'_>> {
    let mut lines = table.lines();
    assert_eq!(lines.next(), Some("prefecture,fee_schedule,number"));
    lines
        .map(|line| {
            let mut cells = line.split(',');
            let mut cell = || cells.next().unwrap_or_else(|| panic!("{line}"));
            let (prefecture, fee_schedule, institution_number) = (cell(), cell(), cell());
            InstitutionCode { prefecture, fee_schedule, institution_number }
        })
        .collect()
}

fn sample() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/institution-codes.csv");
    read(&path).expect("the sample is part of the repository")
}

fn all_there_are() -> Option<String> {
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/institution-codes.csv"))
}

/// Every number that differs from this one in one digit, and where.
fn slips(number: &str) -> impl Iterator<Item = (usize, String)> + '_ {
    (0..number.len()).flat_map(move |at| {
        (b'0'..=b'9').filter(move |digit| number.as_bytes()[at] != *digit).map(move |digit| {
            let mut slip = number.to_owned();
            slip.replace_range(at..=at, &char::from(digit).to_string());
            (at, slip)
        })
    })
}

/// A single wrong digit changes the weighted sum by 1 to 9, so it is always caught, in every prefecture and schedule
/// but one: see `a_slip_in_a_tokyo_stations_number…`. `9999999` is a placeholder and not verified.
fn assert_slips_are_caught(code: InstitutionCode) {
    let beside = beside(code);
    for (_, slip) in slips(code.institution_number) {
        let verdict = check(Kind::InstitutionNumber, &slip, &beside);
        let expected = if slip == "9999999" { CheckDigit::Unverified } else { CheckDigit::Mismatch };
        assert_eq!(verdict.check_digit, Some(expected), "{slip} for {code:?}");
        assert_eq!(verdict.has(Code::InstitutionCodeCheckDigit), slip != "9999999", "{slip} for {code:?}");
        assert_eq!(verdict.status, Status::Valid, "a mismatch is a warning: {slip} for {code:?}");
    }
}

#[test]
fn every_vector_of_the_rule_book_passes_without_a_word() {
    for code in OWN.iter().chain(&STANDARD).chain(&TOKYO_STATIONS) {
        assert_right(parts(code));
    }
}

#[test]
fn every_slip_in_a_vector_of_the_rule_book_is_caught() {
    for code in OWN.iter().chain(&STANDARD) {
        assert_slips_are_caught(parts(code));
    }
}

#[test]
fn the_examples_printed_on_the_portals_screens_get_a_warning_and_stay_valid() {
    for code in PRINTED_EXAMPLES {
        for verdict in judge_every_way(parts(code)) {
            assert_eq!((verdict.status, verdict.check_digit), (Status::Valid, Some(CheckDigit::Mismatch)), "{code}");
            let codes: Vec<_> = verdict.issues.iter().map(|issue| issue.code).collect();
            assert_eq!(codes, [Code::InstitutionCodeCheckDigit], "{code}");
        }
    }
}

#[test]
fn exactly_one_last_digit_fits_and_it_is_the_one_the_rule_book_names() {
    let fitting = |prefecture: &str, fee_schedule: &str, six: &str| -> Vec<char> {
        ('0'..='9')
            .filter(|last| {
                let number = format!("{six}{last}");
                let code = InstitutionCode { prefecture, fee_schedule, institution_number: &number };
                code.assemble(&Context::default()).check_digit == Some(CheckDigit::Ok)
            })
            .collect()
    };
    // 浜田病院: its own digits want 9, all ten would want 2.
    assert_eq!(fitting("13", "1", "011004"), ['9']);
    // The notice's worked example, 34 / 1 / 07 / 1236.
    assert_eq!(fitting("34", "1", "071236"), ['2']);
    assert_eq!(fitting("13", "3", "123456"), ['6'], "own rule");
    assert_eq!(fitting("01", "6", "000000"), ['6']);
    assert_eq!(fitting("20", "6", "663423"), ['5']);
    assert_eq!(fitting("13", "6", "719124").len(), 2, "either rule");
    for prefecture in 1..=47 {
        for fee_schedule in ["1", "3", "4", "6"] {
            let expected = if (prefecture, fee_schedule) == (13, "6") { 2 } else { 1 };
            let fits = fitting(&format!("{prefecture:02}"), fee_schedule, "123456");
            assert_eq!(fits.len(), expected, "{prefecture:02} {fee_schedule}");
        }
    }
}

#[test]
fn the_two_rules_coincide_where_the_rule_book_says_and_nowhere_else() {
    // The rule book lists them apart from 11 to 14, where the own rule holds.
    let coincide = |fee_schedule: &str| -> Vec<u8> {
        (1..=47)
            .filter(|prefecture| !(11..=14).contains(prefecture))
            .filter(|prefecture| {
                let prefecture = format!("{prefecture:02}");
                // 0110049 fits by its own digits.
                let code = InstitutionCode { prefecture: &prefecture, fee_schedule, institution_number: "0110049" };
                code.assemble(&Context::default()).check_digit == Some(CheckDigit::Ok)
            })
            .collect()
    };
    assert_eq!(coincide("1"), [8, 16, 24, 32, 40]);
    assert_eq!(coincide("3"), [4, 20, 38, 46], "and 12, where the own rule holds");
    assert_eq!(coincide("4"), [2, 10, 28, 36, 44]);
    assert_eq!(coincide("6"), [7, 15, 23, 31]);
}

#[test]
fn schedule_seven_and_the_placeholder_number_are_not_verified_whatever_the_digits() {
    for prefecture in 1..=47 {
        let prefecture = format!("{prefecture:02}");
        for last in 0..=9 {
            let number = format!("012345{last}");
            for (fee_schedule, institution_number) in [("7", number.as_str()), ("1", "9999999"), ("6", "9999999")] {
                let code = InstitutionCode { prefecture: &prefecture, fee_schedule, institution_number };
                for verdict in judge_every_way(code) {
                    assert_eq!(verdict.check_digit, Some(CheckDigit::Unverified), "{code:?}");
                    assert!(verdict.issues.is_empty(), "{code:?}");
                }
            }
        }
    }
}

#[test]
fn the_operators_test_number_is_refused_although_its_digits_fit() {
    assert!(InstitutionCode::split("4860000001").is_none());
    let verdict = check(Kind::InstitutionCode, "4860000001", &Context::default());
    assert!(verdict.has(Code::PrefectureTestNumber), "{verdict:?}");
}

/// In Tokyo a station's number may follow either rule. Both sums differ by 8, and the ten weighted values of a position
/// are the ten residues, so of the nine slips in a position exactly one lands on the other rule: 7 of 63 slip through,
/// one in each position. The other 56 are caught.
#[test]
fn a_slip_in_a_tokyo_stations_number_is_caught_but_for_one_in_each_position_that_the_other_rule_accepts() {
    for code in TOKYO_STATIONS {
        let code = parts(code);
        let beside = beside(code);
        let (mut caught, mut missed) = (0, Vec::new());
        for (at, slip) in slips(code.institution_number) {
            match check(Kind::InstitutionNumber, &slip, &beside).check_digit {
                Some(CheckDigit::Mismatch) => caught += 1,
                Some(CheckDigit::Ok) => missed.push(at),
                other => panic!("{slip}: {other:?}"),
            }
        }
        assert_eq!((caught, missed), (56, vec![0, 1, 2, 3, 4, 5, 6]), "{code:?}");
    }
}

#[test]
fn the_sample_covers_all_prefectures_and_the_schedules_that_have_public_lists() {
    let table = sample();
    let codes = codes(&table);
    assert!(codes.len() >= 300, "{}", codes.len());
    let prefectures: BTreeSet<_> = codes.iter().map(|code| code.prefecture).collect();
    let fee_schedules: BTreeSet<_> = codes.iter().map(|code| code.fee_schedule).collect();
    assert_eq!(prefectures.len(), 47);
    assert_eq!(fee_schedules, BTreeSet::from(["1", "3", "4"]));
}

#[test]
fn every_code_of_the_sample_passes_and_every_slip_in_it_is_caught() {
    for code in codes(&sample()) {
        assert_right(code);
        assert_slips_are_caught(code);
    }
}

#[test]
fn every_code_of_the_whole_list_passes_and_every_slip_in_it_is_caught() {
    let Some(table) = all_there_are() else {
        println!("0 codes checked: ../shared/data/institution-codes.csv is not here; the sample stands in for it");
        return;
    };
    let codes = codes(&table);
    for code in &codes {
        assert_right(*code);
        assert_slips_are_caught(*code);
    }
    assert!(codes.len() >= 3_000, "only {} codes", codes.len());
    println!("{} codes checked, {} slips caught", codes.len(), codes.len() * 63);
}

#[test]
fn a_real_code_typed_digit_by_digit_is_incomplete_until_its_last_digit() {
    for code in codes(&sample()) {
        let whole = [code.prefecture, code.fee_schedule, code.institution_number].concat();
        let typing = Context { mode: Mode::Typing, ..Context::default() };
        for typed in 1..10 {
            let verdict = check(Kind::InstitutionCode, &whole[..typed], &typing);
            assert_eq!(verdict.status, Status::Incomplete, "{}", &whole[..typed]);
            assert_eq!(verdict.remaining, u8::try_from(10 - typed).ok(), "{}", &whole[..typed]);
        }
        assert!(is(Kind::InstitutionCode, &whole, &typing), "{whole}");
    }
}
