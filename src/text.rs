//! Folding: what a person typed becomes the text that rules read.
//!
//! | [`Folding`] | width | case | outer space | inner space, hyphens | commas, points | used by |
//! |---|---|---|---|---|---|---|
//! | `Exact` | | | | | | password |
//! | `Ends` | | | removed | | | names and free text |
//! | `Width` | half | | removed | | | e-mail, choices |
//! | `Digits` | half | | removed | removed | | phone, secret number |
//! | `Upper` | half | upper | removed | removed | | customer ID |
//! | `Printed` | half | | removed | removed | removed | institution number and code |
//! | `Date`, `DateStrict` | half | | removed | spaces removed | | year-month, date: `/ . 年 月 日` become `-`; `Date` also pads one-digit parts |
//!
//! Invisible characters (zero-width, byte order mark, soft hyphen) go everywhere but in `Exact`.
//! Source: decision "folding" of the rule book; the paper form asks for half-width capitals (S003:284-286).
//!
//! [`walk`] is the only place that knows these rules. The folded text, the list of changes and the way back from a
//! folded offset to the place in the input are three readings of the same walk.

use crate::findings::{NOWHERE, Span};

/// How much of the typing a kind forgives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Folding {
    Exact,
    Ends,
    Width,
    Digits,
    Upper,
    Printed,
    Date,
    DateStrict,
}

impl Folding {
    fn removes_inner_blanks(self) -> bool {
        !matches!(self, Self::Exact | Self::Ends | Self::Width)
    }

    fn removes_hyphens(self) -> bool {
        matches!(self, Self::Digits | Self::Upper | Self::Printed)
    }

    fn is_date(self) -> bool {
        matches!(self, Self::Date | Self::DateStrict)
    }
}

/// Why folding changed something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// Full width became half width.
    Width,
    /// Lower case became upper case.
    Case,
    /// A blank was removed.
    Space,
    /// A hyphen or a dash was removed.
    Hyphen,
    /// A printed separator (`,` `.` `/` `年`) was removed, or a date part was written out.
    Separator,
    /// A character that cannot be seen was removed.
    Invisible,
    /// The printed form of a choice became its value.
    Label,
}

impl ChangeKind {
    /// Every kind, in the order of its number at the boundary.
    pub const ALL: [Self; 7] =
        [Self::Width, Self::Case, Self::Space, Self::Hyphen, Self::Separator, Self::Invisible, Self::Label];

    /// The name in the public contract.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Width => "width",
            Self::Case => "case",
            Self::Space => "space",
            Self::Hyphen => "hyphen",
            Self::Separator => "separator",
            Self::Invisible => "invisible",
            Self::Label => "label",
        }
    }
}

/// One run of neighbouring characters that folding changed for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Why.
    pub kind: ChangeKind,
    /// What stood there.
    pub from: String,
    /// What stands there now; empty when it was removed.
    pub to: String,
    /// Where it stood: offset in the input, in UTF-16 units.
    pub index: u32,
    end: u32,
}

impl Change {
    /// The printed form of a choice, read as its value.
    pub(crate) fn label(from: &str, to: &str) -> Self {
        Self { kind: ChangeKind::Label, from: from.into(), to: to.into(), index: 0, end: utf16_len(from) }
    }
}

/// Raw input together with its folded reading.
pub(crate) struct Text<'a> {
    raw: &'a str,
    folded: &'a str,
    folding: Folding,
    changed: bool,
    /// Put together here: nobody typed it as it stands.
    #[cfg_attr(not(target_arch = "wasm32"), expect(dead_code, reason = "the boundary must know"))]
    made: bool,
}

impl<'a> Text<'a> {
    /// An input that was not read.
    pub(crate) const UNREAD: Self = Self::as_is("");

    /// A text that needs no folding.
    pub(crate) const fn as_is(raw: &'a str) -> Self {
        Self { raw, folded: raw, folding: Folding::Exact, changed: false, made: false }
    }

    /// A text that was put together out of several fields.
    pub(crate) const fn made(text: &'a str) -> Self {
        Self { made: true, ..Self::as_is(text) }
    }

    /// Folds `raw`, into `buffer` if anything changes. Idempotent: folding a folded text changes nothing.
    pub(crate) fn fold(raw: &'a str, folding: Folding, buffer: &'a mut String) -> Self {
        if !is_surely_clean(raw.as_bytes(), folding) {
            buffer.clear();
            // At once: a buffer that grows leaves copies behind, and the text may be a secret.
            buffer.reserve(raw.len());
            walk(raw, folding, &mut |step| {
                if step.pads {
                    buffer.push('0');
                }
                if let Some(becomes) = step.becomes {
                    buffer.push(becomes);
                }
            });
            if buffer != raw {
                return Self { raw, folded: buffer, folding, changed: true, made: false };
            }
        }
        Self { raw, folded: raw, folding, changed: false, made: false }
    }

    /// What the rules read.
    pub(crate) fn as_str(&self) -> &'a str {
        self.folded
    }

    pub(crate) fn as_bytes(&self) -> &'a [u8] {
        self.folded.as_bytes()
    }

    pub(crate) fn raw(&self) -> &'a str {
        self.raw
    }

    /// True when a comma was typed, as the bureaus print numbers.
    pub(crate) fn had_comma(&self) -> bool {
        self.raw.chars().any(|c| half_width(c) == ',')
    }

    pub(crate) fn is_changed(&self) -> bool {
        self.changed
    }

    #[cfg(target_arch = "wasm32")]
    pub(crate) fn is_made(&self) -> bool {
        self.made
    }

    /// True when a blank was cut off at the end: whatever is typed next would move it inside.
    pub(crate) fn ends_with_blank(&self) -> bool {
        self.changed && self.raw.chars().rev().find(|&c| !is_invisible(c)).is_some_and(is_blank)
    }

    /// What folding did, in reading order.
    pub(crate) fn changes(&self) -> Vec<Change> {
        let mut changes = Vec::new();
        if self.changed {
            walk(self.raw, self.folding, &mut |step| step.record(&mut changes));
        }
        changes
    }

    /// True when only blanks at the end were cut off: what is typed next takes them back.
    pub(crate) fn lost_only_its_end(&self) -> bool {
        self.raw.as_bytes().starts_with(self.folded.as_bytes())
    }

    /// Which character of the input, counted from 1, stands at an offset in UTF-16 units.
    pub(crate) fn position(&self, offset: u32) -> u32 {
        let mut units = 0;
        let before = self.raw.chars().take_while(|char| {
            units += char.len_utf16() as u32;
            units <= offset
        });
        before.fold(1, |position, _| position + 1)
    }

    /// The place in the input, in UTF-16 units, of a byte range of the folded text.
    pub(crate) fn place(&self, folded: Span) -> Span {
        if !self.changed && self.raw.is_ascii() {
            return folded;
        }
        let Span(start, end) = folded;
        let mut written = 0;
        let mut place = NOWHERE;
        let mut last = 0;
        walk(self.raw, self.folding, &mut |step| {
            let before = written;
            written += u32::from(step.pads) + step.becomes.map_or(0, char::len_utf8) as u32;
            if written > before {
                if before < end && written > start {
                    place = Span(place.0.min(step.at), step.end());
                }
                last = step.end();
            }
        });
        // An empty range stands for the blank that was cut off at the end.
        if place == NOWHERE { Span(last, last + 1) } else { place }
    }
}

/// One character of the input and what becomes of it.
struct Step {
    char: char,
    /// Offset in the input, in UTF-16 units.
    at: u32,
    becomes: Option<char>,
    /// A zero goes before it: the one-digit part of a date.
    pads: bool,
    why: ChangeKind,
}

impl Step {
    fn end(&self) -> u32 {
        self.at + u32::from(self.char.len_utf16() == 2) + 1
    }

    fn record(&self, changes: &mut Vec<Change>) {
        if self.becomes != Some(self.char) {
            // A full-width small letter changes twice: first its width, then its case.
            let half = half_width(self.char);
            if self.why == ChangeKind::Case && half != self.char {
                self.extend(changes, ChangeKind::Width, self.char, Some(half), false);
                self.extend(changes, ChangeKind::Case, half, self.becomes, false);
            } else {
                self.extend(changes, self.why, self.char, self.becomes, false);
            }
        }
        if self.pads {
            self.extend(changes, ChangeKind::Separator, self.becomes.unwrap_or(self.char), self.becomes, true);
        }
    }

    fn extend(&self, changes: &mut Vec<Change>, kind: ChangeKind, from: char, to: Option<char>, pads: bool) {
        let open = changes.iter().rposition(|change| change.kind == kind && change.end == self.at);
        if open.is_none() {
            changes.push(Change { kind, from: String::new(), to: String::new(), index: self.at, end: self.at });
        }
        let last = changes.len().saturating_sub(1);
        if let Some(change) = changes.get_mut(open.unwrap_or(last)) {
            change.from.push(from);
            if pads {
                change.to.push('0');
            }
            change.to.extend(to);
            change.end = self.end();
        }
    }
}

/// Reads the input once, character by character, and says what becomes of each.
fn walk(raw: &str, folding: Folding, each: &mut dyn FnMut(Step)) {
    let significant = |c: char| !is_blank(c) && !is_invisible(c);
    let start = raw.find(significant).unwrap_or(raw.len());
    let end = raw.rfind(significant).map_or(start, |last| last + 1);
    let mut at = 0;
    let mut previous = '\0';
    let mut dashes = 0_u8;
    for (offset, char) in raw.char_indices() {
        let mut step = Step { char, at, becomes: Some(char), pads: false, why: ChangeKind::Invisible };
        at = step.end();
        if folding != Folding::Exact {
            fold_char(&mut step, folding, offset < start || offset >= end);
            if folding.is_date()
                && let Some(half) = step.becomes
            {
                let rest = raw.get(offset + char.len_utf8()..).unwrap_or_default();
                let next = rest.chars().find(|&c| significant(c)).map_or('\0', half_width);
                fold_date_char(&mut step, half, previous, next, dashes, folding);
                dashes = dashes.saturating_add(u8::from(step.becomes == Some('-')));
                previous = step.becomes.unwrap_or(previous);
            }
        }
        each(step);
    }
}

/// The characters of a folded number or ID, without a copy. For foldings that look at one character at a time and keep
/// no blanks.
pub(crate) fn folded(raw: &str, folding: Folding) -> impl Iterator<Item = char> {
    raw.chars().filter_map(move |char| {
        let mut step = Step { char, at: 0, becomes: Some(char), pads: false, why: ChangeKind::Invisible };
        fold_char(&mut step, folding, true);
        step.becomes
    })
}

fn fold_char(step: &mut Step, folding: Folding, outside: bool) {
    let char = step.char;
    if is_invisible(char) {
        step.becomes = None;
    } else if is_blank(char) {
        if outside || folding.removes_inner_blanks() {
            (step.becomes, step.why) = (None, ChangeKind::Space);
        } else if folding == Folding::Width && char == '\u{3000}' {
            (step.becomes, step.why) = (Some(' '), ChangeKind::Width);
        }
    } else if folding.removes_hyphens() && is_hyphen(char) {
        (step.becomes, step.why) = (None, ChangeKind::Hyphen);
    } else if folding != Folding::Ends {
        let half = half_width(char);
        (step.becomes, step.why) = (Some(half), ChangeKind::Width);
        if folding == Folding::Printed && matches!(half, ',' | '.' | '、' | '。' | '､' | '｡') {
            (step.becomes, step.why) = (None, ChangeKind::Separator);
        } else if folding == Folding::Upper && half.is_ascii_lowercase() {
            (step.becomes, step.why) = (Some(half.to_ascii_uppercase()), ChangeKind::Case);
        }
    }
}

/// `before` is the character written last, `next` the one to come (`'\0'`: none), `dashes` how many are written.
///
/// The signs 月 and 日 are read where they belong: behind the digits of a month and of a day.
fn fold_date_char(step: &mut Step, half: char, before: char, next: char, dashes: u8, folding: Folding) {
    let is_last = next == '\0';
    let becomes = match (half, dashes) {
        ('/' | '.' | '年', _) => Some('-'),
        ('月', 1) if before.is_ascii_digit() && next.is_ascii_digit() => Some('-'),
        ('月', 1) | ('日', 2) if before.is_ascii_digit() && is_last => None,
        (hyphen, _) if is_hyphen(hyphen) => Some('-'),
        (other, _) => Some(other),
    };
    if becomes != Some(half) {
        (step.becomes, step.why) = (becomes, ChangeKind::Separator);
    }
    // A zero alone may still become `01`, unless its sign says that it is done.
    let is_alone = before == '-' && !next.is_ascii_digit();
    let is_done = matches!(half, '1'..='9') || (half == '0' && !is_last);
    step.pads = folding == Folding::Date && is_alone && is_done;
}

/// A quick look at the bytes that never calls a text clean that is not.
///
/// Every character that folding may touch is ASCII of a known few, or starts with one of four lead bytes, or is the
/// ideographic space; kana and kanji pass. A kanji is therefore never decoded here.
fn is_surely_clean(bytes: &[u8], folding: Folding) -> bool {
    if folding == Folding::Exact {
        return true;
    }
    if folding.is_date() {
        return is_date_shaped(bytes);
    }
    let is_end_blank = |byte: Option<&u8>| byte.is_some_and(|&byte| byte <= b' ');
    if is_end_blank(bytes.first()) || is_end_blank(bytes.last()) {
        return false;
    }
    let mut rest = bytes;
    while let [byte, tail @ ..] = rest {
        rest = tail;
        let touched = match byte {
            ..=b' ' | b'-' => folding.removes_inner_blanks(),
            b',' | b'.' => folding == Folding::Printed,
            b'a'..=b'z' => folding == Folding::Upper,
            0xc2 | 0xe1 | 0xe2 | 0xef => true,
            0xe3 => folding.removes_inner_blanks() || matches!(tail, [0x80, 0x80, ..]),
            _ => false,
        };
        if touched {
            return false;
        }
    }
    true
}

/// `2024`, `2024-01` or `2024-01-31`, whatever the digits.
fn is_date_shaped(bytes: &[u8]) -> bool {
    matches!(bytes.len(), 0..=4 | 7 | 10)
        && bytes
            .iter()
            .enumerate()
            .all(|(at, byte)| if matches!(at, 4 | 7) { *byte == b'-' } else { byte.is_ascii_digit() })
}

/// `Ａ` to `A`, and so on for the whole of ASCII.
pub(crate) fn half_width(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// True when nothing is left of a text once blanks and invisible characters are folded away.
pub(crate) fn is_nothing(text: &str) -> bool {
    match text.as_bytes() {
        [] => true,
        [b'!'..=b'~', ..] => false,
        _ => text.chars().all(|char| is_blank(char) || is_invisible(char)),
    }
}

/// White space of any width.
pub(crate) fn is_blank(c: char) -> bool {
    matches!(c, '\t'..='\r' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}'
        | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// Characters that take no room: soft hyphen, zero-width, direction marks, byte order mark.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The dashes that stand in numbers; the last two are the long-vowel mark, which a Japanese keyboard gives in their place.
pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '–' | '—' | '−' | '－' | 'ー' | 'ｰ')
}

/// Length in UTF-16 units.
pub(crate) fn utf16_len(text: &str) -> u32 {
    text.chars().fold(0, |units, c| units + 1 + u32::from(c.len_utf16() == 2))
}
