//! Whole files checked: rows of CSV or TSV, as they come, in bounded memory.
//!
//! bytes → `record` (rows and cells) → `judge` (findings) → `tally` (counts and the first findings) and, where it is asked
//! for, `annotate` (the same file with a column that says what was found). `plan` finds out beforehand what the columns
//! hold, by their names (`name`). `lane` is a shortcut for rows that are plainly right, `glance` for such cells.
//!
//! How the bytes are cut when they come never changes the result. Nothing of a file is kept but the counts, the places
//! and codes of the first findings, and the row that is not complete yet.

mod annotate;
mod glance;
mod ids;
mod judge;
mod lane;
mod name;
mod plan;
mod record;
mod tally;
mod word;

use crate::issue::{Code, MOST_PARAMS};
use crate::kind::Context;
use crate::message::Locale;

use judge::Judgement;
use lane::Lane;
use record::{Next, Records, Unreadable};

pub use plan::{Column, DELIMITERS, HEAD, Known, Plan, Target};
pub use record::LONGEST_ROW;
pub use tally::{ColumnTally, RowIssue, Tally};
#[cfg(target_arch = "wasm32")]
pub(crate) use word::ascii_length;

/// A file being checked.
///
/// ```
/// use onshi_check::Context;
/// use onshi_check::bulk::{Bulk, Known, Plan};
///
/// let file = "お客さまID,電話\nCAF0123456789,03-1234-5678\nCAF012345678,312345678\n".as_bytes();
/// let plan = Plan::of(file, true, &Known::default());
/// let mut bulk = Bulk::new(plan, Context::default(), 1000);
/// for piece in file.chunks(7) {
///     bulk.push(piece);
/// }
/// let tally = bulk.finish();
/// assert_eq!((tally.rows, tally.valid, tally.invalid), (2, 1, 1));
/// let codes: Vec<_> = tally.issues.iter().map(|issue| issue.code.name()).collect();
/// assert_eq!(codes, ["customer-id.too-short", "csv.lost-zeros"]);
/// assert_eq!(tally.issues[1].fix.as_deref(), Some("0312345678"));
/// ```
pub struct Bulk {
    plan: Plan,
    records: Records,
    judgement: Judgement,
    lane: Option<Lane>,
    tally: Tally,
    /// Begins with what has come and is not read yet: the beginning of a row.
    buffer: Vec<u8>,
    /// How much of the buffer that is.
    pending: usize,
    progress: Progress,
    /// The annotated file, as far as it was not taken yet.
    output: Option<(Locale, Vec<u8>)>,
}

/// Where in the file the next row begins.
#[derive(Default)]
struct Progress {
    is_begun: bool,
    is_header_read: bool,
    line: u32,
    /// The end of a line that was given up is still to come.
    is_skipping: bool,
}

impl Bulk {
    /// Begins a file. `most_issues` findings are kept.
    #[must_use]
    pub fn new(plan: Plan, context: Context, most_issues: usize) -> Self {
        let judgement = Judgement::new(&plan, context);
        Self {
            records: Records::new(plan.delimiter),
            lane: judgement.lane(plan.delimiter),
            judgement,
            tally: Tally::new(plan.columns.len(), most_issues),
            buffer: Vec::new(),
            pending: 0,
            progress: Progress { line: 1, ..Progress::default() },
            output: None,
            plan,
        }
    }

    /// The same, and the annotated file is written.
    #[must_use]
    pub fn annotating(mut self, locale: Locale) -> Self {
        self.output = Some((locale, plan::BYTE_ORDER_MARK.to_vec()));
        self
    }

    /// Reads the next bytes of the file, in UTF-8.
    pub fn push(&mut self, bytes: &[u8]) {
        self.room(bytes.len()).copy_from_slice(bytes);
        self.read(bytes.len(), false);
    }

    /// Room for the next bytes; [`Bulk::read`] reads as many of them as were written.
    pub(crate) fn room(&mut self, length: usize) -> &mut [u8] {
        let end = self.pending + length;
        // Never made smaller: what is written over need not be zero.
        if self.buffer.len() < end {
            self.buffer.resize(end, 0);
        }
        self.buffer.get_mut(self.pending..end).unwrap_or_default()
    }

    /// Reads the last row and says what the file came to.
    pub fn finish(&mut self) -> &Tally {
        self.read(0, true);
        &self.tally
    }

    /// What the file came to so far.
    #[must_use]
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// How the file is read.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What was written of the annotated file since the last time.
    pub fn take_output(&mut self) -> Vec<u8> {
        self.output.as_mut().map(|(_, output)| std::mem::take(output)).unwrap_or_default()
    }

    /// Reads all rows that are complete, `length` bytes having come.
    pub(crate) fn read(&mut self, length: usize, is_last: bool) {
        let mut buffer = std::mem::take(&mut self.buffer);
        let end = self.pending + length;
        let mut at = 0;
        loop {
            let rest = buffer.get(at..end).unwrap_or_default();
            match self.read_row(rest, is_last) {
                Some(length) if !rest.is_empty() => at += length,
                _ => break,
            }
        }
        buffer.copy_within(at..end, 0);
        self.pending = end - at;
        self.buffer = buffer;
    }

    /// Reads what stands at the beginning of `bytes` and returns its length; nothing when more bytes are needed.
    fn read_row(&mut self, bytes: &[u8], is_last: bool) -> Option<usize> {
        if !self.progress.is_begun {
            let mark = plan::BYTE_ORDER_MARK;
            if !is_last && bytes.len() < mark.len() && mark.starts_with(bytes) {
                return None;
            }
            self.progress.is_begun = true;
            if bytes.starts_with(mark) {
                return Some(mark.len());
            }
        }
        if self.progress.is_skipping {
            return self.skip(bytes, is_last);
        }
        let is_header = self.plan.has_header && !self.progress.is_header_read;
        if !is_header
            && self.output.is_none()
            && let Some(lane) = &mut self.lane
        {
            let run = lane.rows(bytes, &mut |columns, rows| self.tally.count_right_cells(columns, rows));
            if run.rows > 0 {
                self.tally.count_right_rows(run.rows);
                self.progress.line += run.rows;
                return Some(run.length);
            }
        }
        match self.records.next(bytes, is_last) {
            Next::Partial => None,
            Next::Blank { length } => {
                self.progress.line += 1;
                Some(length)
            }
            Next::Row { length, lines } => {
                let row = bytes.get(..length).unwrap_or_default();
                if is_header {
                    self.progress.is_header_read = true;
                    if let Some((locale, output)) = &mut self.output {
                        annotate::write_header(&self.records, row, &self.plan, *locale, output);
                    }
                } else {
                    self.judge(row);
                }
                self.progress.line += lines;
                Some(length)
            }
            Next::Unreadable { length, is_open, why } => {
                self.give_up(bytes.get(..length).unwrap_or_default(), why);
                self.progress.is_skipping = is_open;
                self.progress.line += u32::from(!is_open);
                // A header that cannot be read is one all the same.
                self.progress.is_header_read = true;
                Some(length)
            }
        }
    }

    /// Passes by the rest of a line that was given up.
    fn skip(&mut self, bytes: &[u8], is_last: bool) -> Option<usize> {
        let Some(at) = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else { return Some(bytes.len()) };
        let is_pair = match bytes.get(at..) {
            Some([b'\r', b'\n', ..]) => true,
            Some([b'\r']) if !is_last => return None,
            _ => false,
        };
        self.progress.is_skipping = false;
        self.progress.line += 1;
        Some(at + 1 + usize::from(is_pair))
    }

    fn judge(&mut self, bytes: &[u8]) {
        let (row, line) = (self.tally.rows + 1, self.progress.line);
        let (expected, actual) = (self.plan.columns.len(), self.records.count());
        let whole =
            |code| RowIssue { row, line, column: None, code, values: [actual as u32, expected as u32, 0], fix: None };
        self.judgement.issues.clear();
        // Spreadsheets leave delimiters behind the last column.
        let is_malformed = (expected..actual).any(|column| !self.records.cell(bytes, column).is_empty());
        if is_malformed {
            self.judgement.issues.push(whole(Code::CsvTooManyCells));
        } else {
            self.judgement.judge(&self.records, bytes, row, line, &mut self.tally);
            if actual < expected {
                self.judgement.issues.push(whole(Code::CsvTooFewCells));
            }
        }
        self.close_row(is_malformed);
        if let Some((locale, output)) = &mut self.output {
            let issues = &self.judgement.issues;
            annotate::write_row(&self.records, bytes, &self.plan, issues, is_malformed, *locale, output);
        }
    }

    fn give_up(&mut self, bytes: &[u8], why: Unreadable) {
        let (code, limit) = match why {
            Unreadable::OpenQuote => (Code::CsvOpenQuote, 0),
            Unreadable::BrokenText => (Code::CsvBrokenText, 0),
            Unreadable::TooLong => (Code::CsvRowTooLong, LONGEST_ROW as u32),
        };
        let mut values = [0; MOST_PARAMS];
        values[0] = limit;
        let (row, line) = (self.tally.rows + 1, self.progress.line);
        self.judgement.issues.clear();
        self.judgement.issues.push(RowIssue { row, line, column: None, code, values, fix: None });
        self.close_row(true);
        if let Some((locale, output)) = &mut self.output {
            annotate::write_unreadable(bytes, &self.plan, &self.judgement.issues, *locale, output);
        }
    }

    fn close_row(&mut self, is_malformed: bool) {
        for issue in &self.judgement.issues {
            self.tally.add(issue, self.judgement.is_secret(issue.column));
        }
        self.tally.close_row(&self.judgement.issues, is_malformed);
    }
}
