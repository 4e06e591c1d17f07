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

use std::ops::Range;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder, Terminator};

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
    /// Which bytes end a cell without quotation marks.
    ends: [bool; 256],
    csv: Reader,
    /// The cells: ranges of the row, or of `unquoted` where it had quotation marks.
    cells: Vec<Range<usize>>,
    unquoted: Vec<u8>,
    unquoted_ends: Vec<usize>,
    was_quoted: bool,
}

impl Records {
    pub(super) fn new(delimiter: u8) -> Self {
        let mut ends = [false; 256];
        for byte in [delimiter, b'\n', b'\r'] {
            if let Some(end) = ends.get_mut(usize::from(byte)) {
                *end = true;
            }
        }
        let csv = ReaderBuilder::new().delimiter(delimiter).terminator(Terminator::CRLF).build();
        Self {
            delimiter,
            ends,
            csv,
            cells: Vec::new(),
            unquoted: Vec::new(),
            unquoted_ends: Vec::new(),
            was_quoted: false,
        }
    }

    /// Reads what stands at the beginning of `bytes`. `is_last` says that nothing follows them. The answer depends on the
    /// bytes of the row alone, however they were cut when they came.
    pub(super) fn next(&mut self, bytes: &[u8], is_last: bool) -> Next {
        self.cells.clear();
        self.was_quoted = false;
        let (mut start, mut high) = (0, 0);
        loop {
            let rest = bytes.get(start..).unwrap_or_default();
            if rest.first() == Some(&b'"') {
                return self.next_quoted(bytes, is_last);
            }
            let mut length = 0;
            let mut end = None;
            for &byte in rest {
                if self.ends.get(usize::from(byte)).copied().unwrap_or(false) {
                    end = Some(byte);
                    break;
                }
                high |= byte;
                length += 1;
            }
            if start + length > LONGEST_ROW {
                return unreadable_line(bytes, is_last, Unreadable::TooLong);
            }
            self.cells.push(start..start + length);
            start += length + 1;
            let line_break = match end {
                Some(byte) if byte == self.delimiter => continue,
                Some(b'\r') => match (bytes.get(start), is_last) {
                    (Some(b'\n'), _) => 2,
                    (Some(_), _) | (None, true) => 1,
                    (None, false) => return Next::Partial,
                },
                Some(_) => 1,
                None if is_last && !bytes.is_empty() => 0,
                None => return Next::Partial,
            };
            let (end, length) = (start - 1, start - 1 + line_break);
            if end == 0 {
                return Next::Blank { length };
            }
            if high >= 0x80 && is_broken(bytes.get(..end).unwrap_or_default()) {
                return Next::Unreadable { length, is_open: false, why: Unreadable::BrokenText };
            }
            return Next::Row { length, lines: 1 };
        }
    }

    /// How many cells the row has.
    pub(super) fn count(&self) -> usize {
        self.cells.len()
    }

    /// A cell of the row; nothing behind the last one.
    pub(super) fn cell<'a>(&'a self, row: &'a [u8], index: usize) -> &'a [u8] {
        let source = if self.was_quoted { &self.unquoted } else { row };
        self.cells.get(index).and_then(|range| source.get(range.clone())).unwrap_or_default()
    }

    fn next_quoted(&mut self, bytes: &[u8], is_last: bool) -> Next {
        let row = bytes.get(..LONGEST_ROW).unwrap_or(bytes);
        self.csv.reset();
        let (mut read, mut written, mut ended) = (0, 0, 0);
        self.unquoted.resize(row.len().max(64), 0);
        self.unquoted_ends.resize(self.unquoted_ends.len().max(64), 0);
        loop {
            let (result, took, wrote, cells) = self.csv.read_record(
                row.get(read..).unwrap_or_default(),
                self.unquoted.get_mut(written..).unwrap_or_default(),
                self.unquoted_ends.get_mut(ended..).unwrap_or_default(),
            );
            (read, written, ended) = (read + took, written + wrote, ended + cells);
            match result {
                ReadRecordResult::Record => break,
                ReadRecordResult::OutputEndsFull => self.unquoted_ends.resize(ended * 2, 0),
                ReadRecordResult::OutputFull => self.unquoted.resize(written * 2, 0),
                ReadRecordResult::InputEmpty | ReadRecordResult::End => {
                    let is_too_long = row.len() < bytes.len();
                    if !is_too_long && !is_last {
                        return Next::Partial;
                    }
                    // A line break ends the row, unless it stands inside quotation marks.
                    self.unquoted_ends.resize(ended + 2, 0);
                    let (result, _, wrote, cells) = self.csv.read_record(
                        b"\n",
                        self.unquoted.get_mut(written..).unwrap_or_default(),
                        self.unquoted_ends.get_mut(ended..).unwrap_or_default(),
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
        self.cells.clear();
        let mut start = 0;
        for end in self.unquoted_ends.get(..ended).unwrap_or_default() {
            self.cells.push(start..*end);
            start = *end;
        }
        self.was_quoted = true;
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

fn is_broken(bytes: &[u8]) -> bool {
    !bytes.is_ascii() && !std::str::from_utf8(bytes).is_ok_and(|text| !text.contains(REPLACEMENT))
}
