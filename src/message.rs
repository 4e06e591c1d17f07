//! The only maker of prose: an issue and a language give a sentence.
//!
//! Each language is one file with one exhaustive match, so the compiler finds a missing sentence. Templates name their
//! parameters in braces; a parameter that is a code is written as what it means (`{prefecture}` as 大阪府).

mod en;
mod ja;
#[cfg(all(target_arch = "wasm32", feature = "widget"))]
pub(crate) mod word;

use crate::calendar::Date;
use crate::field::Field;
use crate::issue::{Code, FixKind, Issue, MOST_PARAMS, Param};
use crate::joined::{Joined, Lines, joined};
use crate::kind::choice::{Choice, Choices};
use crate::kind::{fee_schedule, prefecture};
use crate::line::service;

/// A language of the messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// Japanese.
    #[default]
    Ja,
    /// English.
    En,
}

impl Locale {
    /// `en` is English; everything else is Japanese.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        if name == "en" { Self::En } else { Self::Ja }
    }
}

/// What an issue says: what is the matter, and what to do.
///
/// ```
/// use onshi_check::{check, message, Context, Kind, message::Locale};
///
/// let verdict = check(Kind::CustomerId, "CAF12345678", &Context::default());
/// assert_eq!(
///     message::text(&verdict.issues[0], Locale::En),
///     "Characters still missing: 2. Enter CAF and all 10 digits.",
/// );
/// ```
#[must_use]
pub fn text(issue: &Issue, locale: Locale) -> String {
    of_code(issue.code, issue.values, locale)
}

/// The same for a code and its values.
#[must_use]
pub fn of_code(code: Code, values: [u32; MOST_PARAMS], locale: Locale) -> String {
    let mut sentence = String::new();
    write(code as usize, values, locale, &mut sentence);
    sentence
}

/// What a fix button says: what it will do.
#[must_use]
pub const fn fix_label(kind: FixKind, locale: Locale) -> &'static str {
    match locale {
        Locale::Ja => ja::fix_label(kind),
        Locale::En => en::fix_label(kind),
    }
}

/// The sentence of a code with its parameters in braces.
#[must_use]
pub const fn template(code: Code, locale: Locale) -> &'static str {
    match locale {
        Locale::Ja => ja::template(code),
        Locale::En => en::template(code),
    }
}

/// Writes a sentence by the number of its code, and behind those what else [`join`] puts there.
pub(crate) fn write(number: usize, values: [u32; MOST_PARAMS], locale: Locale, out: &mut String) {
    let lines = match locale {
        Locale::Ja => JA,
        Locale::En => EN,
    };
    let mut rest = Lines(lines.nth(number));
    while let Some(before) = rest.until(b'{') {
        out.push_str(before);
        if let [place, param] = rest.until(b'}').unwrap_or_default().as_bytes() {
            let value = values.get(usize::from(place - b'0')).copied().unwrap_or(0);
            write_meaning(out, param - b'0', value, locale);
        }
    }
    out.push_str(rest.0);
}

/// The value of a parameter as a reader understands it.
fn write_meaning(out: &mut String, param: u8, value: u32, locale: Locale) {
    const PREFECTURE: u8 = Param::Prefecture as u8;
    const FEE_SCHEDULE: u8 = Param::FeeSchedule as u8;
    const PREFIX: u8 = Param::Prefix as u8;
    const NAME: u8 = Param::Name as u8;
    const LINE_SERVICE: u8 = Param::LineService as u8;
    const EARLIEST: u8 = Param::Earliest as u8;
    const LATEST: u8 = Param::Latest as u8;
    const SINCE: u8 = Param::Since as u8;
    match param {
        PREFECTURE => write_label(out, choice_numbered(prefecture::LIST, value), locale),
        FEE_SCHEDULE => write_label(out, choice_numbered(fee_schedule::LIST, value), locale),
        LINE_SERVICE => write_label(out, service::LIST.list().nth(value as usize), locale),
        EARLIEST | LATEST | SINCE => write_date(out, value, locale),
        PREFIX => out.push_str(if value == 2 { "COP" } else { "CAF" }),
        NAME => out.push_str(Field::ALL.get(value as usize).map_or("", |field| field.name())),
        _ => write_number(out, value),
    }
}

/// The choice whose value is this number.
fn choice_numbered(choices: Choices, value: u32) -> Option<Choice> {
    let number = |choice: &Choice| choice.value.bytes().fold(0, |number, digit| number * 10 + u32::from(digit - b'0'));
    choices.list().find(|choice| number(choice) == value)
}

fn write_label(out: &mut String, choice: Option<Choice>, locale: Locale) {
    if let Some(choice) = choice {
        out.push_str(match locale {
            Locale::Ja => choice.ja,
            Locale::En => choice.en,
        });
    }
}

/// `2026年4月1日` and `2026年4月`, `2026-04-01` and `2026-04`.
fn write_date(out: &mut String, packed: u32, locale: Locale) {
    let Some(date) = Date::from_packed(packed) else { return };
    let [month, day] = [date.month_of_year(), date.day().unwrap_or(0)].map(u32::from);
    write_number(out, u32::from(date.year()));
    for (number, sign) in [(month, "月"), (day, "日")] {
        match locale {
            _ if number == 0 => {}
            Locale::Ja => {
                out.push_str(if sign == "月" { "年" } else { "" });
                write_number(out, number);
                out.push_str(sign);
            }
            Locale::En => {
                out.push_str(if number < 10 { "-0" } else { "-" });
                write_number(out, number);
            }
        }
    }
}

pub(crate) fn write_number(out: &mut String, number: u32) {
    if number >= 10 {
        write_number(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

const JA: Lines = joined!(join(Locale::Ja));
const EN: Lines = joined!(join(Locale::En));

/// The sentences of all codes, then the labels of all fixes, then the sections that state the rules: of every code, but
/// only where it is another one than before, and in Japanese only. In a sentence stand place and number of a parameter.
#[allow(clippy::indexing_slicing, reason = "at compile time")]
const fn join<const ROOM: usize>(locale: Locale) -> Joined<ROOM> {
    let mut joined = Joined::new();
    let mut number = 0;
    while number < Code::ALL.len() {
        join_template(&mut joined, template(Code::ALL[number], locale).as_bytes(), Code::ALL[number].params());
        number += 1;
    }
    number = 0;
    while number < FixKind::ALL.len() {
        joined.push_line(fix_label(FixKind::ALL[number], locale));
        number += 1;
    }
    number = 0;
    while number < Code::ALL.len() && matches!(locale, Locale::Ja) {
        let section = Code::ALL[number].source().section;
        let is_same = number > 0 && is_same(section, Code::ALL[number - 1].source().section);
        joined.push_line(if is_same { "" } else { section });
        number += 1;
    }
    joined
}

#[allow(clippy::indexing_slicing, reason = "at compile time")]
const fn join_template<const ROOM: usize>(joined: &mut Joined<ROOM>, template: &[u8], params: &[Param]) {
    let mut at = 0;
    while at < template.len() {
        joined.push(template[at]);
        at += 1;
        if template[at - 1] == b'{' {
            let mut place = 0;
            while !starts_with(template.split_at(at).1, params[place].name().as_bytes()) {
                place += 1;
            }
            joined.push(b'0' + place as u8);
            joined.push(b'0' + params[place] as u8);
            at += params[place].name().len();
        }
    }
    joined.push_line("");
}

const fn is_same(text: &str, other: &str) -> bool {
    text.len() == other.len() && starts_with(text.as_bytes(), other.as_bytes())
}

#[allow(clippy::indexing_slicing, reason = "at compile time")]
const fn starts_with(text: &[u8], start: &[u8]) -> bool {
    let mut at = 0;
    while at < start.len() {
        if text[at] != start[at] {
            return false;
        }
        at += 1;
    }
    true
}
