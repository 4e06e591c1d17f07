//! Many short texts as one.
//!
//! A table of texts has eight bytes of address and length an entry, and in the packed module these weigh nearly as much
//! as the letters. So the compiler puts the texts of each table together, one line an entry, and [`Lines`] reads them.

/// Texts put together at compile time, in more room than they need.
pub(crate) struct Joined<const ROOM: usize> {
    bytes: [u8; ROOM],
    pub(crate) length: usize,
}

#[allow(clippy::indexing_slicing, reason = "at compile time, where a wrong index is an error")]
impl<const ROOM: usize> Joined<ROOM> {
    pub(crate) const fn new() -> Self {
        Self { bytes: [0; ROOM], length: 0 }
    }

    pub(crate) const fn push(&mut self, byte: u8) {
        self.bytes[self.length] = byte;
        self.length += 1;
    }

    /// Adds a text as a line of its own.
    pub(crate) const fn push_line(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            self.push(bytes[at]);
            at += 1;
        }
        self.push(b'\n');
    }

    /// The texts without the room behind them.
    pub(crate) const fn fitted<const LENGTH: usize>(&self) -> [u8; LENGTH] {
        let mut fitted = [0; LENGTH];
        let mut at = 0;
        while at < LENGTH {
            fitted[at] = self.bytes[at];
            at += 1;
        }
        fitted
    }
}

/// The one text of what a constant expression has [`Joined`].
macro_rules! joined {
    ($joined:expr) => {{
        const JOINED: $crate::joined::Joined<{ 1 << 15 }> = $joined;
        const FITTED: [u8; JOINED.length] = JOINED.fitted();
        match std::str::from_utf8(&FITTED) {
            Ok(text) => $crate::joined::Lines(text),
            Err(_) => unreachable!(),
        }
    }};
}
pub(crate) use joined;

/// What is left to read of a joined text.
#[derive(Clone, Copy)]
pub(crate) struct Lines(pub(crate) &'static str);

impl Lines {
    /// The next line; at the end the empty text.
    pub(crate) fn line(&mut self) -> &'static str {
        self.until(b'\n').unwrap_or_default()
    }

    /// What stands before an ASCII character, which is skipped.
    #[inline(never)]
    pub(crate) fn until(&mut self, end: u8) -> Option<&'static str> {
        let at = self.0.bytes().position(|byte| byte == end)?;
        let (before, rest) = self.0.split_at_checked(at)?;
        self.0 = rest.get(1..)?;
        Some(before)
    }

    /// The line with this number, counted from 0.
    pub(crate) fn nth(mut self, number: usize) -> &'static str {
        for _ in 0..number {
            self.line();
        }
        self.line()
    }
}
