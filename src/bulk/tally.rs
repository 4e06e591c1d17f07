//! What is counted while a file is read, and the findings that are kept.

use crate::issue::{Code, MOST_PARAMS, Severity};

/// A finding in a file. Never what was entered, but for a fix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowIssue {
    /// Which row, counted from 1, without the header.
    pub row: u32,
    /// On which line of the file the row begins, counted from 1.
    pub line: u32,
    /// Which column, counted from 0; none: the row as a whole.
    pub column: Option<u32>,
    /// What is the matter.
    pub code: Code,
    /// The values of [`Code::params`], in that order.
    pub values: [u32; MOST_PARAMS],
    /// The number with its zeros, where those were lost.
    pub fix: Option<String>,
}

/// What one column came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnTally {
    /// Cells that say something.
    pub filled: u32,
    /// Of these, those without an error.
    pub valid: u32,
    /// Those with one.
    pub invalid: u32,
    /// How often each code was found, by its number.
    pub codes: Vec<u32>,
}

impl ColumnTally {
    fn new() -> Self {
        Self { filled: 0, valid: 0, invalid: 0, codes: vec![0; Code::ALL.len()] }
    }
}

/// What a file came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Rows without the header and empty lines: the sum of the next three.
    pub rows: u32,
    /// Rows without an error.
    pub valid: u32,
    /// Rows with one.
    pub invalid: u32,
    /// Rows that could not be read.
    pub malformed: u32,
    /// By their numbers.
    pub columns: Vec<ColumnTally>,
    /// The first findings, in the order of the file, but for those of secret columns.
    pub issues: Vec<RowIssue>,
    /// Whether there were more of them.
    pub truncated: bool,
    most: usize,
}

impl Tally {
    pub(super) fn new(columns: usize, most: usize) -> Self {
        Self {
            rows: 0,
            valid: 0,
            invalid: 0,
            malformed: 0,
            columns: vec![ColumnTally::new(); columns],
            issues: Vec::new(),
            truncated: false,
            most,
        }
    }

    /// Counts rows of which every cell was right.
    pub(super) fn count_right_rows(&mut self, rows: u32) {
        self.rows += rows;
        self.valid += rows;
    }

    /// Counts the findings of a row, and keeps those that are not about a secret.
    pub(super) fn add(&mut self, issue: &RowIssue, is_secret: bool) {
        let counts = issue.column.and_then(|column| self.columns.get_mut(column as usize));
        if let Some(count) = counts.and_then(|column| column.codes.get_mut(issue.code as usize)) {
            *count += 1;
        }
        if is_secret {
        } else if self.issues.len() < self.most {
            self.issues.push(issue.clone());
        } else {
            self.truncated = true;
        }
    }

    pub(super) fn close_row(&mut self, issues: &[RowIssue], is_malformed: bool) {
        self.rows += 1;
        let has_error = issues.iter().any(|issue| issue.code.severity() == Severity::Error);
        let count = match (is_malformed, has_error) {
            (true, _) => &mut self.malformed,
            (false, true) => &mut self.invalid,
            (false, false) => &mut self.valid,
        };
        *count += 1;
    }

    /// The cell of a column that says something.
    pub(super) fn count_cell(&mut self, column: usize, is_valid: bool) {
        if let Some(counts) = self.columns.get_mut(column) {
            counts.filled += 1;
            *if is_valid { &mut counts.valid } else { &mut counts.invalid } += 1;
        }
    }

    /// So many right cells in each of the columns, a bit each.
    pub(super) fn count_right_cells(&mut self, columns: u64, cells: u32) {
        for (counts, bit) in self.columns.iter_mut().zip(0..u64::BITS) {
            if columns >> bit & 1 == 1 {
                counts.filled += cells;
                counts.valid += cells;
            }
        }
    }
}
