//! The only maker of prose: an issue and a language give a sentence.
//!
//! Each language is one file with one exhaustive match, so the compiler finds a missing sentence. Templates name their
//! parameters in braces; a parameter that is a code is written as what it means (`{prefecture}` as 大阪府).

mod en;
mod ja;

use crate::field::Field;
use crate::issue::{Code, FixKind, Issue, MOST_PARAMS, Param};
use crate::kind::fee_schedule;
use crate::kind::prefecture::Prefecture;

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
///     "2 more characters needed: CAF is followed by 10 digits.",
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
    let mut rest = template(code, locale);
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else { break };
        sentence.push_str(before);
        let params = code.params().iter().zip(values);
        if let Some((param, value)) = params.into_iter().find(|(param, _)| param.name() == name) {
            write_meaning(&mut sentence, *param, value, locale);
        }
        rest = behind;
    }
    sentence.push_str(rest);
    sentence
}

/// What a fix button says: what it will do.
#[must_use]
pub fn fix_label(kind: FixKind, locale: Locale) -> &'static str {
    match locale {
        Locale::Ja => ja::fix_label(kind),
        Locale::En => en::fix_label(kind),
    }
}

/// The sentence of a code with its parameters in braces.
#[must_use]
pub fn template(code: Code, locale: Locale) -> &'static str {
    match locale {
        Locale::Ja => ja::template(code),
        Locale::En => en::template(code),
    }
}

/// The value of a parameter as it stands in `params`.
pub(crate) fn write_value(out: &mut String, param: Param, value: u32) {
    match param {
        Param::Prefecture => out.push_str(prefecture(value).value),
        Param::Prefix => out.push_str(if value == 2 { "COP" } else { "CAF" }),
        Param::Name => out.push_str(Field::ALL.get(value as usize).map_or("", |field| field.name())),
        _ => write_number(out, value),
    }
}

/// The value of a parameter as a reader understands it.
fn write_meaning(out: &mut String, param: Param, value: u32, locale: Locale) {
    let choice = match param {
        Param::Prefecture => prefecture(value),
        Param::FeeSchedule => {
            let digit = char::from_digit(value, 10);
            match fee_schedule::CHOICES.iter().find(|choice| choice.value.chars().next() == digit) {
                Some(choice) => choice,
                None => return,
            }
        }
        _ => return write_value(out, param, value),
    };
    out.push_str(match locale {
        Locale::Ja => choice.ja,
        Locale::En => choice.en,
    });
}

fn prefecture(value: u32) -> &'static crate::kind::choice::Choice {
    let prefecture = u8::try_from(value).ok().and_then(Prefecture::new);
    prefecture.map_or(&crate::kind::prefecture::CHOICES[0], Prefecture::choice)
}

fn write_number(out: &mut String, number: u32) {
    if number >= 10 {
        write_number(out, number / 10);
    }
    out.extend(char::from_digit(number % 10, 10));
}
