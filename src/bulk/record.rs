//! From bytes to records: where a row ends, and where its cells are.
//!
//! A row without quotation marks is cut by one look at each byte. As soon as a cell begins with one, csv-core reads the
//! row: that is where the rules are that everybody gets wrong. A test holds both to the same answers.
//!
//! | row | outcome |
//! |---|---|
//! | ends with a line feed, a carriage return or both | cells |
//! | a quotation mark that is not closed within [`LONGEST_ROW`], or at all | the line alone is unreadable; reading goes on with the next |
//! | longer than [`LONGEST_ROW`] | unreadable |
//! | bytes that are no text, or that were replaced when the text was made | unreadable |

use csv_core::{ReadRecordResult, Reader, ReaderBuilder, Terminator};

use crate::bulk::word::{EndsOfCells, HIGH, before, first, word_at};

/// The longest row that is read, in bytes. It bounds the memory that a file can take.
pub const LONGEST_ROW: usize = 1 << 20;

/// What stands at the beginning of some bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// A row: how many bytes it takes with its line break, and how many lines.
    Row { length: usize, lines: u32 },
    /// A line that is no row, with why. It is open when its end has not come yet.
    Unreadable { length: usize, is_open: bool, why: Unreadable },
    /// An empty line.
    Blank { length: usize },
    /// The beginning of something: more bytes are needed.
    Partial,
}

/// Why a line is no row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    OpenQuote,
    BrokenText,
    TooLong,
}

/// Cuts bytes into rows. Holds the cells of the row read last.
pub(super) struct Records {
    delimiter: u8,
    ends: EndsOfCells,
    csv: Reader,
    /// Where the cells end, in the row or in `unquoted`; only the first `count` of them are of this row.
    cell_ends: Vec<usize>,
    count: usize,
    /// What stands between two cells: a delimiter, or nothing where quotation marks were taken away.
    gap: usize,
    unquoted: Vec<u8>,
}

impl Records {
    pub(super) fn new(delimiter: u8) -> Self {
        let csv = ReaderBuilder::new().delimiter(delimiter).terminator(Terminator::CRLF).build();
        Self {
            delimiter,
            ends: EndsOfCells::new(delimiter),
            csv,
            cell_ends: vec![0; 64],
            count: 0,
            gap: 1,
            unquoted: Vec::new(),
        }
    }

    /// Reads what stands at the beginning of `bytes`. `is_last` says that nothing follows them. The answer depends on the
    /// bytes of the row alone, however they were cut when they came.
    pub(super) fn next(&mut self, bytes: &[u8], is_last: bool) -> Next {
        self.count = 0;
        self.gap = 1;
        if bytes.first() == Some(&b'"') {
            return self.next_quoted(bytes, is_last);
        }
        let (mut at, mut high) = (0, 0);
        while at < bytes.len() {
            let word = word_at(bytes, at);
            let mut hits = self.ends.among(word);
            while hits != 0 {
                let end = at + first(hits);
                match bytes.get(end) {
                    Some(byte) if *byte == self.delimiter => {
                        if end > LONGEST_ROW {
                            return unreadable_line(bytes, is_last, Unreadable::TooLong);
                        }
                        self.push(end);
                        if bytes.get(end + 1) == Some(&b'"') {
                            return self.next_quoted(bytes, is_last);
                        }
                    }
                    Some(b'\n' | b'\r') => {
                        let is_wide = (high | word & before(hits)) & HIGH != 0;
                        return self.end_row(bytes, end, is_wide, is_last);
                    }
                    _ => {}
                }
                hits &= hits - 1;
            }
            high |= word;
            at += 8;
        }
        if is_last && !bytes.is_empty() || bytes.len() > LONGEST_ROW {
            return self.end_row(bytes, bytes.len(), high & HIGH != 0, is_last);
        }
        Next::Partial
    }

    /// The row without quotation marks that ends at `end`, at a line break or with the file.
    #[inline]
    fn end_row(&mut self, bytes: &[u8], end: usize, is_wide: bool, is_last: bool) -> Next {
        if end > LONGEST_ROW {
            return unreadable_line(bytes, is_last, Unreadable::TooLong);
        }
        let line_break = match (bytes.get(end), bytes.get(end + 1)) {
            (None, _) => 0,
            (Some(b'\r'), Some(b'\n')) => 2,
            (Some(b'\r'), None) if !is_last => return Next::Partial,
            _ => 1,
        };
        let length = end + line_break;
        if end == 0 {
            return Next::Blank { length };
        }
        if is_wide && is_broken(bytes.get(..end).unwrap_or_default()) {
            return Next::Unreadable { length, is_open: false, why: Unreadable::BrokenText };
        }
        self.push(end);
        Next::Row { length, lines: 1 }
    }

    #[inline]
    fn push(&mut self, end: usize) {
        match self.cell_ends.get_mut(self.count) {
            Some(place) => *place = end,
            None => self.cell_ends.push(end),
        }
        self.count += 1;
    }

    /// How many cells the row has.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// A cell of the row; nothing behind the last one.
    #[inline]
    pub(super) fn cell<'a>(&'a self, row: &'a [u8], index: usize) -> &'a [u8] {
        let source = if self.gap == 0 { &self.unquoted } else { row };
        let ends = self.cell_ends.get(..self.count).unwrap_or_default();
        let Some(end) = ends.get(index) else { return &[] };
        let start = index.checked_sub(1).and_then(|before| ends.get(before)).map_or(0, |end| end + self.gap);
        source.get(start..*end).unwrap_or_default()
    }

    fn next_quoted(&mut self, bytes: &[u8], is_last: bool) -> Next {
        let row = bytes.get(..LONGEST_ROW).unwrap_or(bytes);
        self.csv.reset();
        let (mut read, mut written, mut ended) = (0, 0, 0);
        self.unquoted.resize(row.len().max(64), 0);
        loop {
            let (result, took, wrote, cells) = self.csv.read_record(
                row.get(read..).unwrap_or_default(),
                self.unquoted.get_mut(written..).unwrap_or_default(),
                self.cell_ends.get_mut(ended..).unwrap_or_default(),
            );
            (read, written, ended) = (read + took, written + wrote, ended + cells);
            match result {
                ReadRecordResult::Record => break,
                ReadRecordResult::OutputEndsFull => self.cell_ends.resize(ended * 2, 0),
                ReadRecordResult::OutputFull => self.unquoted.resize(written * 2, 0),
                ReadRecordResult::InputEmpty | ReadRecordResult::End => {
                    let is_too_long = row.len() < bytes.len();
                    if !is_too_long && !is_last {
                        return Next::Partial;
                    }
                    // A line break ends the row, unless it stands inside quotation marks.
                    self.cell_ends.resize(self.cell_ends.len().max(ended + 2), 0);
                    let (result, _, wrote, cells) = self.csv.read_record(
                        b"\n",
                        self.unquoted.get_mut(written..).unwrap_or_default(),
                        self.cell_ends.get_mut(ended..).unwrap_or_default(),
                    );
                    if result != ReadRecordResult::Record {
                        return unreadable_line(bytes, is_last, Unreadable::OpenQuote);
                    }
                    if is_too_long {
                        return unreadable_line(bytes, is_last, Unreadable::TooLong);
                    }
                    (written, ended) = (written + wrote, ended + cells);
                    break;
                }
            }
        }
        let text = row.get(..read).unwrap_or_default();
        let mut length = read;
        if text.last() == Some(&b'\r') {
            match bytes.get(read) {
                Some(b'\n') => length += 1,
                None if !is_last => return Next::Partial,
                _ => {}
            }
        }
        if is_broken(self.unquoted.get(..written).unwrap_or_default()) {
            return Next::Unreadable { length, is_open: false, why: Unreadable::BrokenText };
        }
        self.count = ended;
        self.gap = 0;
        Next::Row { length, lines: count_lines(bytes.get(..length).unwrap_or_default()).max(1) }
    }
}

/// The first line, of which no row can be made.
fn unreadable_line(bytes: &[u8], is_last: bool, why: Unreadable) -> Next {
    let Some(at) = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else {
        return Next::Unreadable { length: bytes.len(), is_open: true, why };
    };
    let is_pair = match bytes.get(at..) {
        Some([b'\r', b'\n', ..]) => true,
        Some([b'\r']) if !is_last => return Next::Partial,
        _ => false,
    };
    Next::Unreadable { length: at + 1 + usize::from(is_pair), is_open: false, why }
}

fn count_lines(bytes: &[u8]) -> u32 {
    let mut previous = 0;
    let mut lines = 0;
    for &byte in bytes {
        lines += u32::from(byte == b'\r' || (byte == b'\n' && previous != b'\r'));
        previous = byte;
    }
    lines
}

/// The mark that a decoder puts in the place of bytes that are no text.
const REPLACEMENT: char = '\u{fffd}';

pub(super) fn is_broken(bytes: &[u8]) -> bool {
    !bytes.is_ascii() && !std::str::from_utf8(bytes).is_ok_and(|text| !text.contains(REPLACEMENT))
}
