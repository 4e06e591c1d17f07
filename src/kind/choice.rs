//! Choices: a value out of a short list, typed or chosen.
//!
//! | accepted | example |
//! |---|---|
//! | the value | `13` |
//! | its label | `東京都` |
//! | the printed form: value or printed number, then label | `13: 東京都`, `1. 契約済、または…` |
//!
//! Blanks and punctuation between and inside labels do not count. Source: the portal's screens print choices this way
//! (S000:66, S004:450-454); decision "folding" of the rule book.

use crate::findings::{Findings, span};
use crate::issue::Code;
use crate::joined::{Joined, Lines};
use crate::kind::{Context, Value};
use crate::text::{Folding, Text, is_blank};

/// One choice of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The canonical value.
    pub value: &'static str,
    /// The number printed before the label, where it is not the value itself; otherwise empty.
    pub number: &'static str,
    /// The label on the Japanese form.
    pub ja: &'static str,
    /// Its meaning in English.
    pub en: &'static str,
}

impl Choice {
    pub(crate) const fn new(value: &'static str, ja: &'static str, en: &'static str) -> Self {
        Self { value, number: "", ja, en }
    }
}

/// 電子証明書発行料の支払方法.
pub static PAYMENT_METHODS: [Choice; 2] = [
    Choice::new("1", "診療報酬等支払額から控除", "Deduct from the fees paid out"),
    Choice::new("2", "払込請求書による振込み", "Bank transfer on an invoice"),
];
pub(crate) const PAYMENT_METHOD_LIST: Choices = choices!(PAYMENT_METHODS, Code::PaymentMethodUnknown);

/// The choices of a field as one text, four lines a choice, and what is said about a text that is none of them.
#[derive(Clone, Copy)]
pub(crate) struct Choices {
    pub(crate) lines: Lines,
    pub(crate) unknown: Code,
}

impl Choices {
    /// One after the other.
    pub(crate) fn list(self) -> List {
        List(self.lines)
    }
}

pub(crate) struct List(Lines);

impl Iterator for List {
    type Item = Choice;

    fn next(&mut self) -> Option<Choice> {
        let Self(lines) = self;
        let mut line = || lines.line();
        let choice = Choice { value: line(), number: line(), ja: line(), en: line() };
        (!choice.value.is_empty()).then_some(choice)
    }
}

/// The [`Choices`] of a table.
macro_rules! choices {
    ($choices:expr, $unknown:expr) => {
        $crate::kind::choice::Choices {
            lines: $crate::joined::joined!($crate::kind::choice::join(&$choices)),
            unknown: $unknown,
        }
    };
}
pub(crate) use choices;

#[allow(clippy::indexing_slicing, reason = "at compile time")]
pub(crate) const fn join<const ROOM: usize>(choices: &[Choice]) -> Joined<ROOM> {
    let mut joined = Joined::new();
    let mut at = 0;
    while at < choices.len() {
        let Choice { value, number, ja, en } = choices[at];
        joined.push_line(value);
        joined.push_line(number);
        joined.push_line(ja);
        joined.push_line(en);
        at += 1;
    }
    joined
}

pub(crate) fn judge(text: &Text, choices: Choices, context: &Context, findings: &mut Findings) {
    let typed = text.as_str();
    let is_number = typed.bytes().all(|byte| byte.is_ascii_digit());
    let mut could_be = false;
    for choice in choices.list() {
        could_be |= choice.value.as_bytes().starts_with(typed.as_bytes());
        // No label is a number, so a number is a value, the beginning of a printed form, or nothing.
        let fit = match is_number {
            true if choice.value == typed => Fit::Whole,
            true if choice.number.as_bytes().starts_with(typed.as_bytes()) => Fit::Start,
            true => Fit::None,
            false => choice.fit(typed),
        };
        match fit {
            Fit::Whole => {
                findings.judged.value = Value::Static(choice.value);
                return;
            }
            Fit::Start => could_be |= !context.strict,
            Fit::None => {}
        }
    }
    if could_be && context.is_typing() {
        return findings.incomplete();
    }
    findings.report(choices.unknown, span(0, typed.len()));
}

/// The value that a text stands for, or none.
pub(crate) fn read(text: &str, choices: Choices) -> Option<&'static str> {
    find(text, choices).map(|(_, choice)| choice.value)
}

/// Which choice, counted from 0, a text stands for.
pub(crate) fn place_of(text: &str, choices: Choices) -> Option<u8> {
    find(text, choices).map(|(place, _)| place)
}

fn find(text: &str, choices: Choices) -> Option<(u8, Choice)> {
    // Most are values, which need no folding.
    let value = (0..).zip(choices.list()).find(|(_, choice)| choice.value == text);
    if value.is_some() {
        return value;
    }
    let mut buffer = String::new();
    let text = Text::fold(text, Folding::Width, &mut buffer);
    if text.as_bytes().is_empty() {
        return None;
    }
    (0..).zip(choices.list()).find(|(_, choice)| matches!(choice.fit(text.as_str()), Fit::Whole))
}

impl Choice {
    /// Whether a text stands for it.
    #[cfg(all(target_arch = "wasm32", feature = "widget"))]
    pub(crate) fn is_meant_by(&self, text: &str) -> bool {
        let mut buffer = String::new();
        self.value == text || matches!(self.fit(Text::fold(text, Folding::Width, &mut buffer).as_str()), Fit::Whole)
    }

    /// How far a text is the value, the label or the printed form.
    fn fit(&self, typed: &str) -> Fit {
        let mut best = Fit::None;
        for (lead, label) in [(self.value, ""), ("", self.ja), (self.value, self.ja), (self.number, self.ja)] {
            match compare(typed, lead, label) {
                Fit::Whole => return Fit::Whole,
                Fit::Start => best = Fit::Start,
                Fit::None => {}
            }
        }
        best
    }
}

enum Fit {
    Whole,
    Start,
    None,
}

/// Compares what was typed with a printed form, letters and digits only.
fn compare(typed: &str, lead: &str, label: &str) -> Fit {
    let mut printed = lead.chars().chain(label.chars()).filter(|char| is_significant(*char));
    for char in typed.chars().filter(|char| is_significant(*char)) {
        if !printed.next().is_some_and(|expected| expected.eq_ignore_ascii_case(&char)) {
            return Fit::None;
        }
    }
    if printed.next().is_none() { Fit::Whole } else { Fit::Start }
}

fn is_significant(char: char) -> bool {
    !is_blank(char)
        && !matches!(
            char,
            ':' | '.' | ',' | '(' | ')' | '[' | ']' | '（' | '）' | '【' | '】' | '。' | '、' | '・' | '：' | '．'
        )
}

#[cfg(test)]
mod tests {
    use crate::{Context, Kind, Mode, Status, check};

    #[test]
    fn a_printed_form_is_its_value_and_says_so() {
        for typed in ["13", "13: 東京都", "東京都", "１３：東京都", "13 東京都"] {
            let verdict = check(Kind::Prefecture, typed, &Context::default());
            assert_eq!(verdict.value.as_deref(), Some("13"), "{typed}");
            assert_eq!(verdict.changes.is_empty(), typed == "13", "{typed}");
        }
    }

    #[test]
    fn a_label_begun_is_incomplete_only_while_typing() {
        let typing = Context { mode: Mode::Typing, ..Context::default() };
        assert_eq!(check(Kind::Prefecture, "東京", &typing).status, Status::Incomplete);
        assert_eq!(check(Kind::Prefecture, "東京", &Context::default()).status, Status::Invalid);
    }
}
