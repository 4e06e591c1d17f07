//! The same file with what was found in it: three columns behind the others.
//!
//! | | |
//! |---|---|
//! | result | empty for a right row |
//! | findings | the sentences, each with the header of its column |
//! | codes | the issue codes, for programs |
//!
//! Rows are written as they stood, with CRLF. Only a cell that a spreadsheet would run as a formula is changed: an apostrophe
//! goes before it (OWASP, CSV injection).

use crate::bulk::plan::Plan;
use crate::bulk::record::Records;
use crate::bulk::tally::RowIssue;
use crate::issue::Severity;
use crate::message::{self, Locale};

/// The words of the columns.
struct Words {
    header: [&'static str; 3],
    error: &'static str,
    warning: &'static str,
    malformed: &'static str,
    between: &'static str,
}

const JA: Words = Words {
    header: ["確認結果", "指摘", "コード"],
    error: "エラー",
    warning: "要確認",
    malformed: "読めない行",
    between: "：",
};
const EN: Words = Words {
    header: ["result", "findings", "codes"],
    error: "error",
    warning: "check",
    malformed: "unreadable",
    between: ": ",
};

fn words(locale: Locale) -> &'static Words {
    match locale {
        Locale::Ja => &JA,
        Locale::En => &EN,
    }
}

/// The header, with the names of the new columns.
pub(super) fn write_header(records: &Records, row: &[u8], plan: &Plan, locale: Locale, out: &mut Vec<u8>) {
    write_cells(records, row, 0..plan.columns.len(), plan.delimiter, out);
    for name in words(locale).header {
        write_cell(name.as_bytes(), plan.delimiter, out);
    }
    end_row(out);
}

/// A row with its findings.
pub(super) fn write_row(
    records: &Records,
    row: &[u8],
    plan: &Plan,
    issues: &[RowIssue],
    is_malformed: bool,
    locale: Locale,
    out: &mut Vec<u8>,
) {
    let count = plan.columns.len();
    write_cells(records, row, 0..count, plan.delimiter, out);
    write_findings(plan, issues, is_malformed, locale, out);
    // What has no column stays at the end.
    write_cells(records, row, count..records.count().max(count), plan.delimiter, out);
    end_row(out);
}

/// A line that could not be cut into cells: all of it in the first.
pub(super) fn write_unreadable(line: &[u8], plan: &Plan, issues: &[RowIssue], locale: Locale, out: &mut Vec<u8>) {
    let text = String::from_utf8_lossy(line);
    write_cell(text.trim_end_matches(['\r', '\n']).as_bytes(), plan.delimiter, out);
    for _ in 1..plan.columns.len() {
        write_cell(b"", plan.delimiter, out);
    }
    write_findings(plan, issues, true, locale, out);
    end_row(out);
}

fn write_findings(plan: &Plan, issues: &[RowIssue], is_malformed: bool, locale: Locale, out: &mut Vec<u8>) {
    let words = words(locale);
    let told = || issues.iter().filter(|issue| issue.code.severity() != Severity::Info);
    let worst = told().map(|issue| issue.code.severity()).min();
    let result = match worst {
        _ if is_malformed => words.malformed,
        Some(Severity::Error) => words.error,
        Some(_) => words.warning,
        None => "",
    };
    let (mut sentences, mut codes) = (String::new(), String::new());
    for issue in told() {
        if !codes.is_empty() {
            sentences.push('\n');
            codes.push(' ');
        }
        let header = issue.column.and_then(|column| plan.columns.get(column as usize)).map(|column| &*column.header);
        if let Some(header) = header.filter(|header| !header.is_empty()) {
            sentences.push_str(header);
            sentences.push_str(words.between);
        }
        sentences.push_str(&message::of_code(issue.code, issue.values, locale));
        codes.push_str(issue.code.name());
    }
    for cell in [result, &sentences, &codes] {
        write_cell(cell.as_bytes(), plan.delimiter, out);
    }
}

fn write_cells(records: &Records, row: &[u8], columns: std::ops::Range<usize>, delimiter: u8, out: &mut Vec<u8>) {
    for column in columns {
        write_cell(records.cell(row, column), delimiter, out);
    }
}

/// Every cell is followed by a delimiter; [`end_row`] takes the last one back.
fn write_cell(cell: &[u8], delimiter: u8, out: &mut Vec<u8>) {
    let is_formula = starts_formula(cell);
    let is_quoted = cell.iter().any(|byte| matches!(byte, b'"' | b'\n' | b'\r') || *byte == delimiter);
    if is_quoted {
        out.push(b'"');
    }
    if is_formula {
        out.push(b'\'');
    }
    for byte in cell {
        if *byte == b'"' && is_quoted {
            out.push(b'"');
        }
        out.push(*byte);
    }
    if is_quoted {
        out.push(b'"');
    }
    out.push(delimiter);
}

fn end_row(out: &mut Vec<u8>) {
    out.pop();
    out.extend_from_slice(b"\r\n");
}

/// Spreadsheets begin a formula with these, in either width.
fn starts_formula(cell: &[u8]) -> bool {
    matches!(cell, [b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r' | b'\n', ..])
        || ["＝", "＋", "－", "＠"].iter().any(|sign| cell.starts_with(sign.as_bytes()))
}
