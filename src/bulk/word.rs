//! Eight bytes at a time.

/// The highest bit of every byte: set in all that is not ASCII.
pub(super) const HIGH: u64 = 0x8080_8080_8080_8080;
const EVERY_BYTE: u64 = 0x0101_0101_0101_0101;

/// Eight bytes; blanks stand for those behind the end.
#[inline]
pub(super) fn word_at(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    rest.first_chunk().map_or_else(|| last_word(rest), |bytes| u64::from_le_bytes(*bytes))
}

#[cold]
#[inline(never)]
fn last_word(rest: &[u8]) -> u64 {
    rest.iter().rev().fold(EVERY_BYTE * u64::from(b' '), |word, byte| word << 8 | u64::from(*byte))
}

/// With how many bytes of ASCII some bytes begin.
#[cfg(any(test, target_arch = "wasm32"))]
pub(crate) fn ascii_length(bytes: &[u8]) -> usize {
    let is_ascii = |words: &&[u8; 32]| {
        let words = words.as_chunks().0.iter().fold(0, |all, word| all | u64::from_le_bytes(*word));
        words & HIGH == 0
    };
    let (blocks, _) = bytes.as_chunks();
    let length = blocks.iter().take_while(is_ascii).count() * 32;
    let rest = bytes.get(length..).unwrap_or_default();
    length + rest.iter().take_while(|byte| byte.is_ascii()).count()
}

/// The place of the first byte whose highest bit is set in `hits`; 8 where there is none.
#[inline]
pub(super) fn first(hits: u64) -> usize {
    hits.trailing_zeros() as usize / 8
}

/// All bits below the first that is set in `hits`.
#[inline]
pub(super) fn before(hits: u64) -> u64 {
    (hits & hits.wrapping_neg()).wrapping_sub(1)
}

/// With how many digits a word begins.
#[inline]
pub(super) fn leading_digits(word: u64) -> usize {
    // Digits become 0 to 9, and what is above them carries into the highest bit; never into the neighbour.
    let values = word ^ (EVERY_BYTE * u64::from(b'0'));
    first((((values & !HIGH) + EVERY_BYTE * (0x7f - 9)) | values) & HIGH)
}

/// The highest bit of every byte that is neither a lower-case letter nor a digit.
#[inline]
pub(super) fn not_of_names(word: u64) -> u64 {
    let from = |first: u8| (word & !HIGH) + EVERY_BYTE * (0x80 - u64::from(first));
    let is_letter = from(b'a') & !from(b'z' + 1);
    let is_digit = from(b'0') & !from(b'9' + 1);
    (!(is_letter | is_digit) | word) & HIGH
}

/// Finds the bytes that may end a cell.
pub(super) struct EndsOfCells {
    delimiters: u64,
}

impl EndsOfCells {
    pub(super) fn new(delimiter: u8) -> Self {
        Self { delimiters: EVERY_BYTE * u64::from(delimiter) }
    }

    /// The highest bit of every byte of `word` that is the delimiter, a carriage return or a control character below it.
    #[inline]
    pub(super) fn among(&self, word: u64) -> u64 {
        let differs = word ^ self.delimiters;
        let above_breaks = (word & !HIGH) + EVERY_BYTE * u64::from(0x7f - b'\r');
        let is_other = (differs & !HIGH) + !HIGH;
        !((above_breaks | word) & (is_other | differs)) & HIGH
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_at_every_place_is_what_it_is() {
        let ends = EndsOfCells::new(b';');
        for byte in 0..=u8::MAX {
            for neighbour in [0, b'0', b'9', b'a', b'z', b';', b'\n', 0x7f, 0x80, 0xff] {
                for place in 0..8 {
                    let mut bytes = [neighbour; 8];
                    bytes[place] = byte;
                    let word = word_at(&bytes, 0);
                    let is_end = |byte: &u8| *byte <= b'\r' || *byte == b';';
                    let is_hit = |place| ends.among(word) >> (place * 8) & 0xff != 0;
                    assert!((0..8).all(|place| is_hit(place) == is_end(&bytes[place])), "{bytes:?}");
                    let is_other = |byte: &u8| !matches!(byte, b'a'..=b'z' | b'0'..=b'9');
                    let is_hit = |place| not_of_names(word) >> (place * 8) & 0xff != 0;
                    assert!((0..8).all(|place| is_hit(place) == is_other(&bytes[place])), "{bytes:?}");
                    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
                    assert_eq!(leading_digits(word), digits, "{bytes:?}");
                }
            }
        }
    }

    #[test]
    fn ascii_ends_where_it_ends() {
        for length in 0..100 {
            for at in 0..=length {
                let mut bytes = vec![0x7f; length];
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = 0x80;
                }
                assert_eq!(ascii_length(&bytes), at);
            }
        }
    }

    #[test]
    fn behind_the_end_are_blanks() {
        assert_eq!(word_at(b"12345", 2).to_le_bytes(), *b"345     ");
        assert_eq!(word_at(b"", 8).to_le_bytes(), *b"        ");
    }
}
