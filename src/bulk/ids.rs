//! Customer IDs alone at the speed of memory.
//!
//! Most rows of such a file are `CAF` and ten digits or `COP` and eight. They are compared eight bytes at a time, two loads
//! a row, and without a branch on which of them it is: nobody can guess the next one, and a wrong guess takes as long as two
//! rows. A shortcut for yes only: the first row that is anything else ends it.

use crate::bulk::lane::Run;
use crate::bulk::word::HIGH;

/// The right rows at the beginning of `bytes`, each with its line break. The last row of a file may be left.
pub(super) fn rows(bytes: &[u8]) -> Run {
    let mut run = Run::default();
    loop {
        let before = run.rows;
        take(bytes, &LINE_FEED, &mut run);
        take(bytes, &PAIR, &mut run);
        if run.rows == before {
            return run;
        }
    }
}

/// How rows end.
struct End {
    /// Of the line break, in bytes.
    length: usize,
    /// The last eight bytes of a row, of which digits are written `0`.
    tail: u64,
    /// What takes whatever differs from them into the highest bit of its byte: a digit above 9, or any other byte.
    excess: u64,
}

const LINE_FEED: End = End::of(*b"0000000\n", 1);
const PAIR: End = End::of(*b"000000\r\n", 2);
/// Five digits after the letters.
const HEAD: End = End::of(*b"00000\0\0\0", 0);
/// Letters of an ID, as a word.
pub(super) const CAF: u64 = u64::from_le_bytes(*b"CAF\0\0\0\0\0");
pub(super) const COP: u64 = u64::from_le_bytes(*b"COP\0\0\0\0\0");
const LETTERS: u32 = 24;

impl End {
    const fn of(tail: [u8; 8], length: usize) -> Self {
        let mut excess = 0;
        let mut rest: &[u8] = &tail;
        let mut at = 0;
        while let [byte, behind @ ..] = rest {
            excess |= (if *byte == b'0' { 0x7f - 9 } else { 0x7f }) << at;
            at += 8;
            rest = behind;
        }
        Self { length, tail: u64::from_le_bytes(tail), excess }
    }

    /// The highest bit of every byte that does not fit; perhaps of its neighbour too.
    #[inline]
    fn misfits(&self, word: u64) -> u64 {
        let difference = word ^ self.tail;
        (difference.wrapping_add(self.excess) | difference) & HIGH
    }
}

/// Takes the right rows that end so. Where a row begins is known when the one before it was read: two halves that are read
/// side by side do not wait for each other.
fn take(bytes: &[u8], end: &End, run: &mut Run) {
    let bytes = bytes.get(run.length..).unwrap_or_default();
    let half = bytes.len() / 2;
    let line_feed = bytes.iter().skip(half).take(LONGEST).position(|byte| *byte == b'\n');
    let middle = line_feed.map_or(0, |at| half + at + 1);
    let (mut first, mut second) = (Run::default(), Run { rows: 0, length: middle });
    while first.length < middle && first.step(bytes, end) {
        second.step(bytes, end);
    }
    if first.length == middle {
        while second.step(bytes, end) {}
        first = Run { rows: first.rows + second.rows, length: second.length };
    }
    run.rows += first.rows;
    run.length += first.length;
}

/// A row and its line break take no more bytes.
const LONGEST: usize = 16;

impl Run {
    /// Takes the next row, if it is right.
    #[inline]
    fn step(&mut self, bytes: &[u8], end: &End) -> bool {
        let Some(row) = bytes.get(self.length..).and_then(|rest| rest.first_chunk::<LONGEST>()) else { return false };
        let [head @ .., _, _, _, _, _, _, _, _] = row;
        let head = u64::from_le_bytes(*head);
        let is_cop = head >> 8 & 0xff == u64::from(b'O');
        let (letters, whole) = if is_cop { (COP, 11) } else { (CAF, 13) };
        let length = whole + end.length;
        let Some(tail) = row.get(length - 8..).and_then(|tail| tail.first_chunk()) else { return false };
        let wrong_letters = (head ^ letters) << (u64::BITS - LETTERS);
        let is_right = wrong_letters | HEAD.misfits(head >> LETTERS) | end.misfits(u64::from_le_bytes(*tail)) == 0;
        if is_right {
            self.rows += 1;
            self.length += length;
        }
        is_right
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Context, Kind, canonical};

    fn run(rows: &str) -> (u32, usize) {
        // Room behind the last row, as there is inside a file.
        let padded = format!("{rows}................");
        let Run { rows, length } = super::rows(padded.as_bytes());
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
