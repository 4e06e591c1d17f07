//! Customer IDs at the speed of memory: a file of one column whose rows are right already.
//!
//! Most rows of such a file are `CAF` and ten digits or `COP` and eight. They are compared eight bytes at a time, two
//! loads a row; the first row that is anything else ends the lane and goes the way of every row. A shortcut for yes only.

/// Rows that were right, and the bytes they take.
#[derive(Clone, Copy, Default)]
pub(super) struct Run {
    pub(super) rows: u32,
    pub(super) length: usize,
}

/// The right rows at the beginning of `bytes`, each with its line break.
pub(super) fn customer_ids(bytes: &[u8]) -> Run {
    let mut run = Run::default();
    let mut rest = bytes;
    while let Some(length) = row(rest) {
        run.rows += 1;
        run.length += length;
        rest = rest.get(length..).unwrap_or_default();
    }
    run
}

/// The first eight bytes of a row: the letters and five digits.
const CAF: Word = Word::of(*b"CAF00000");
const COP: Word = Word::of(*b"COP00000");
/// The eight bytes that end with the line feed of a row with ten digits, and of one with eight.
const AFTER_CAF: Word = Word::of(*b"0000000\n");
const AFTER_COP: Word = Word::of(*b"00000\n\0\0");

/// Its length in bytes, if the first row is a canonical ID. The bytes behind a short row are looked at, so that the last
/// row of a file may be left.
fn row(bytes: &[u8]) -> Option<usize> {
    let (head, tail) = (word_at(bytes, 0)?, word_at(bytes, 6)?);
    let (digits, break_at) = match () {
        () if CAF.fits(head) => (&AFTER_CAF, 13),
        () if COP.fits(head) => (&AFTER_COP, 11),
        () => return None,
    };
    if digits.fits(tail) {
        return Some(break_at + 1);
    }
    // A carriage return before the line feed: read as if the line feed stood in its place.
    let bit = (break_at - 6) * 8;
    let closed = (tail & !(0xff << bit)) | u64::from(b'\n') << bit;
    let has_pair = matches!(bytes.get(break_at..break_at + 2), Some(b"\r\n"));
    (has_pair && digits.fits(closed)).then_some(break_at + 2)
}

fn word_at(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..).and_then(|rest| rest.first_chunk()).map(|bytes| u64::from_le_bytes(*bytes))
}

/// Eight bytes, of which each is one certain byte, any digit (written `0`), or anything (written NUL).
struct Word {
    /// The bits that are compared: of a digit the upper four, which are 3.
    mask: u64,
    expected: u64,
    /// What takes a digit above 9 into the next sixteen.
    carry: u64,
}

impl Word {
    const fn of(shape: [u8; 8]) -> Self {
        let mut word = Self { mask: 0, expected: 0, carry: 0 };
        let mut rest: &[u8] = &shape;
        let mut at = 0;
        while let [byte, tail @ ..] = rest {
            let (mask, carry) = match *byte {
                0 => (0, 0),
                b'0' => (0xf0, 6),
                _ => (0xff, 0),
            };
            word.mask |= mask << at;
            word.expected |= (*byte as u64 & mask) << at;
            word.carry |= carry << at;
            at += 8;
            rest = tail;
        }
        word
    }

    /// No byte of ASCII carries over into its neighbour, and another byte fails the first comparison.
    const fn fits(&self, word: u64) -> bool {
        word & self.mask == self.expected && word.wrapping_add(self.carry) & self.mask == self.expected
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Context, Kind, canonical};

    fn run(rows: &str) -> (u32, usize) {
        // Room behind the last row, as there is inside a file.
        let padded = format!("{rows}................");
        let Run { rows, length } = customer_ids(padded.as_bytes());
        (rows, length)
    }

    #[test]
    fn canonical_rows_are_taken_with_either_line_break() {
        assert_eq!(run("CAF0123456789\nCOP01234567\nCAF9999999999\r\nCOP99999999\r\n"), (4, 14 + 12 + 15 + 13));
        assert_eq!(run(""), (0, 0));
    }

    #[test]
    fn whatever_differs_in_one_byte_is_left() {
        for right in ["CAF0123456789\n", "COP01234567\n", "CAF0123456789\r\n", "COP01234567\r\n"] {
            for at in 0..right.len() {
                for byte in 0..128_u8 {
                    let mut bytes = right.as_bytes().to_vec();
                    bytes[at] = byte;
                    let row = String::from_utf8(bytes).expect("ASCII");
                    let line = row.split_once('\n').map(|(line, _)| line.strip_suffix('\r').unwrap_or(line));
                    let is_right = line
                        .is_some_and(|line| canonical::accepts(Kind::CustomerId, line.as_bytes(), &Context::default()));
                    assert_eq!(run(&row).0 == 1, is_right, "{row:?}");
                }
            }
        }
    }
}
