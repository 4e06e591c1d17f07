//! The kinds of single fields, and the one way every text goes: fold, judge, verdict.
//!
//! Each kind is one file under `kind/` with the same silhouette: the grammar as a table with its sources, the type,
//! the judgement in reading order, static tables, tests.

pub mod choice;
pub mod customer_id;
pub mod date;
pub mod email;
pub mod fee_schedule;
pub mod institution_code;
pub mod institution_number;
mod internet_provider;
pub mod line_type;
pub mod password;
pub mod phone;
pub mod prefecture;
pub mod secret_number;
pub mod text;
pub mod year_month;

use crate::calendar::Date;
use crate::canonical;
use crate::findings::{Findings, NOWHERE, span};
use crate::issue::{Code, FixKind};
use crate::line::service;
use crate::text::{Folding, Text, utf16_len};
use crate::verdict::{CheckDigit, Parts, Status, Verdict};

use choice::Choices;
use customer_id::Prefix;
use fee_schedule::FeeSchedule;
use line_type::{ClaimsLineType, LineType};
use prefecture::Prefecture;

/// The longest input that is read, in UTF-16 units.
pub const LONGEST_INPUT: u32 = 10_000;

macro_rules! kinds {
    ($($variant:ident $name:literal)*) => {
        /// What a field holds.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Kind {
            $(#[doc = concat!("`", $name, "`")] $variant,)*
        }

        impl Kind {
            /// Every kind, in the order of its number at the boundary.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The name in the public contract.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

kinds! {
    Prefecture "prefecture"
    FeeSchedule "fee-schedule"
    InstitutionNumber "institution-number"
    InstitutionCode "institution-code"
    CustomerId "customer-id"
    Email "email"
    Password "password"
    Phone "phone"
    SecretNumber "secret-number"
    YearMonth "year-month"
    Date "date"
    LineType "line-type"
    ClaimsLineType "claims-line-type"
    V6Option "v6-option"
    PaymentMethod "payment-method"
    InternetProvider "internet-provider"
    LineService "line-service"
    TerminalName "terminal-name"
    Text "text"
}

impl Kind {
    /// The kind with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// True when nothing of the text may be shown, kept or repeated.
    #[must_use]
    pub fn is_secret(self) -> bool {
        matches!(self, Self::Password | Self::SecretNumber)
    }

    /// What can be chosen; nothing where the person types.
    pub(crate) fn choices(self) -> Option<Choices> {
        Some(match self {
            Self::Prefecture => prefecture::LIST,
            Self::FeeSchedule => fee_schedule::LIST,
            Self::LineType => line_type::LIST,
            Self::ClaimsLineType => line_type::CLAIMS_LIST,
            Self::V6Option => line_type::V6_LIST,
            Self::PaymentMethod => choice::PAYMENT_METHOD_LIST,
            Self::LineService => service::LIST,
            _ => return None,
        })
    }

    pub(crate) fn folding(self, context: &Context) -> Folding {
        match self {
            Self::Password => Folding::Exact,
            Self::Text | Self::TerminalName | Self::InternetProvider => Folding::Ends,
            Self::Phone | Self::SecretNumber => Folding::Digits,
            Self::CustomerId => Folding::Upper,
            Self::InstitutionNumber | Self::InstitutionCode => Folding::Printed,
            // Padding is a folding, so in a strict text `2024-1` can only be right as the beginning of `2024-12`.
            Self::YearMonth | Self::Date if context.strict && context.is_typing() => Folding::DateStrict,
            Self::YearMonth | Self::Date => Folding::Date,
            _ => Folding::Width,
        }
    }
}

/// Whether the person is done typing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Done: a text that is too short is an error.
    #[default]
    Final,
    /// Not yet: a text that can still become valid is incomplete.
    Typing,
}

/// What is known beside the text. A rule uses what it needs; nothing is required.
///
/// ```
/// use onshi_check::{check, Context, Kind, Status, kind::prefecture::Prefecture};
///
/// let osaka = Context { prefecture: Prefecture::new(27), ..Context::default() };
/// assert_eq!(check(Kind::CustomerId, "COP12345678", &osaka).status, Status::Invalid);
/// assert_eq!(check(Kind::CustomerId, "COP12345678", &Context::default()).status, Status::Valid);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// Whether the person is done typing.
    pub mode: Mode,
    /// True: any folding is an error instead of a change.
    pub strict: bool,
    /// The prefecture chosen.
    pub prefecture: Option<Prefecture>,
    /// The fee schedule chosen.
    pub fee_schedule: Option<FeeSchedule>,
    /// The kind of customer ID chosen.
    pub customer_id_kind: Option<Prefix>,
    /// The line type chosen on the eligibility application.
    pub line_type: Option<LineType>,
    /// The line type chosen on the claims application.
    pub claims_line_type: Option<ClaimsLineType>,
    /// Free text that one source asks to be full width (開設者).
    pub full_width: bool,
    /// The day of the application. Rules that depend on it say nothing without it.
    pub today: Option<Date>,
}

impl Context {
    pub(crate) fn is_typing(&self) -> bool {
        self.mode == Mode::Typing
    }
}

/// The canonical value of a complete text.
#[derive(Clone, Copy)]
pub(crate) enum Value {
    /// The folded text.
    Text,
    /// A choice.
    Static(&'static str),
    /// The folded digits with a prefix in front.
    Prefixed(Prefix),
}

/// What a rule found out beside its findings. A text is complete and right unless the rule says otherwise.
#[derive(Clone, Copy)]
pub(crate) struct Judged {
    /// Right so far, and some continuation is valid.
    pub(crate) is_incomplete: bool,
    pub(crate) value: Value,
    pub(crate) remaining: Option<u8>,
    pub(crate) parts: Parts,
    pub(crate) check_digit: Option<CheckDigit>,
}

impl Judged {
    pub(crate) const COMPLETE: Self =
        Self { is_incomplete: false, value: Value::Text, remaining: None, parts: Parts::None, check_digit: None };
}

/// What was given to be checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Input<'a> {
    /// Nothing.
    #[default]
    Missing,
    /// A text; the empty text is nothing.
    Text(&'a str),
    /// Something else, which is not read.
    NotText,
    /// A text longer than [`LONGEST_INPUT`], which is not read.
    TooLong,
}

/// Judges a text of this kind. Never panics; answers in time linear in the text.
///
/// ```
/// use onshi_check::{check, Context, Kind, Status};
///
/// let verdict = check(Kind::CustomerId, "ｃａｆ ０１２３-４５６-７８９", &Context::default());
/// assert_eq!(verdict.status, Status::Valid);
/// assert_eq!(verdict.value.as_deref(), Some("CAF0123456789"));
/// assert_eq!(verdict.changes[0].kind.name(), "width");
/// ```
#[must_use]
pub fn check(kind: Kind, input: &str, context: &Context) -> Verdict {
    check_input(kind, Input::Text(input), context)
}

/// [`check`] for an input that need not be text.
#[must_use]
pub fn check_input(kind: Kind, input: Input, context: &Context) -> Verdict {
    let mut findings = Findings::kept();
    let mut buffer = String::new();
    let examined = examine(kind, input, context, &mut findings, &mut buffer);
    Verdict::of(&examined, &findings, 0)
}

/// True exactly when [`check`] says [`Status::Valid`]. Allocates only where the text needs folding.
#[must_use]
pub fn is(kind: Kind, input: &str, context: &Context) -> bool {
    is_input(kind, Input::Text(input), context, &mut String::new())
}

/// [`is`] for an input that need not be text; a folded text stands in `buffer`.
pub(crate) fn is_input(kind: Kind, input: Input, context: &Context, buffer: &mut String) -> bool {
    matches!(input, Input::Text(text) if canonical::accepts(kind, text.as_bytes(), context))
        || examine(kind, input, context, &mut Findings::judged(), buffer).status == Status::Valid
}

/// A text folded and judged.
pub(crate) struct Examined<'a> {
    pub(crate) status: Status,
    pub(crate) text: Text<'a>,
    pub(crate) judged: Judged,
    /// Nothing of the text may be shown.
    pub(crate) is_secret: bool,
}

impl<'a> Examined<'a> {
    /// A status without a text.
    pub(crate) fn plain(status: Status, value: Value) -> Self {
        Self { status, text: Text::UNREAD, judged: Judged { value, ..Judged::COMPLETE }, is_secret: false }
    }

    /// A text that was put together here, and is right.
    pub(crate) fn made(text: &'a str) -> Self {
        Self { text: Text::made(text), ..Self::plain(Status::Valid, Value::Text) }
    }

    /// The text after folding, a printed choice as its value. Empty for secrets.
    pub(crate) fn shown(&self) -> &'a str {
        match self.judged.value {
            _ if self.is_secret => "",
            Value::Static(value) => value,
            Value::Text | Value::Prefixed(_) => self.text.as_str(),
        }
    }

    /// The printed form of a choice was typed instead of its value. A box that is ticked has no text of its own.
    pub(crate) fn is_label(&self) -> bool {
        !self.is_secret
            && !self.text.raw().is_empty()
            && matches!(self.judged.value, Value::Static(_))
            && self.shown() != self.text.as_str()
    }
}

/// The one way of every text. Findings get their places in the input; a folded text stands in `buffer`.
pub(crate) fn examine<'a>(
    kind: Kind,
    input: Input<'a>,
    context: &Context,
    findings: &mut Findings,
    buffer: &'a mut String,
) -> Examined<'a> {
    match input {
        Input::Text(text) if canonical::settles(kind, text.as_bytes(), context) => {
            findings.begin();
            let is_secret = kind.is_secret();
            return Examined { text: Text::as_is(text), is_secret, ..Examined::plain(Status::Valid, Value::Text) };
        }
        _ => {}
    }
    let reading = Reading { folding: kind.folding(context), is_secret: kind.is_secret() };
    examine_as(reading, input, context, findings, buffer, &mut |text, findings| judge(kind, text, context, findings))
}

/// How a text is read before it is judged.
#[derive(Clone, Copy)]
pub(crate) struct Reading {
    pub(crate) folding: Folding,
    pub(crate) is_secret: bool,
}

/// [`examine`] for what is judged otherwise than by a kind.
pub(crate) fn examine_as<'a>(
    reading: Reading,
    input: Input<'a>,
    context: &Context,
    findings: &mut Findings,
    buffer: &'a mut String,
    judge: &mut dyn FnMut(&Text, &mut Findings),
) -> Examined<'a> {
    let from = findings.begin();
    let Reading { folding, is_secret } = reading;
    let unread = match input {
        Input::Text(text) if !is_too_long(text) => {
            let text = Text::fold(text, folding, buffer);
            let status = if text.as_bytes().is_empty() {
                Status::Empty
            } else {
                judge(&text, findings);
                if context.strict {
                    judge_folding(reading, &text, context, findings);
                }
                findings.status()
            };
            let examined = Examined { status, text, judged: findings.judged, is_secret };
            findings.settle(from, &examined.text, examined.shown());
            return examined;
        }
        Input::Missing => return Examined::plain(Status::Empty, Value::Text),
        Input::NotText => (Code::TypeNotText, 0),
        Input::Text(_) | Input::TooLong => (Code::InputTooLong, LONGEST_INPUT as usize),
    };
    findings.report_with(unread.0, NOWHERE, unread.1, 0, 0);
    Examined::plain(Status::Invalid, Value::Text)
}

pub(crate) fn is_too_long(input: &str) -> bool {
    // A UTF-16 unit takes at least one byte of UTF-8, so a short text needs no counting.
    input.len() > LONGEST_INPUT as usize && utf16_len(input) > LONGEST_INPUT
}

/// In strict mode any folding is an error. Only the blank at the end of a free text may still come to stand inside it.
fn judge_folding(reading: Reading, text: &Text, context: &Context, findings: &mut Findings) {
    let is_label = matches!(findings.judged.value, Value::Static(value) if value != text.as_str());
    if !text.is_changed() && !is_label {
        return;
    }
    if reading.folding == Folding::Ends && context.is_typing() && text.lost_only_its_end() {
        findings.incomplete();
        return;
    }
    findings.report(Code::TextNeedsFolding, NOWHERE);
    if !reading.is_secret {
        findings.fix(FixKind::Fold, true);
    }
}

fn judge(kind: Kind, text: &Text, context: &Context, findings: &mut Findings) {
    match kind {
        Kind::Prefecture => prefecture::judge(text, context, findings),
        Kind::InstitutionNumber => institution_number::judge(text, context, findings),
        Kind::InstitutionCode => institution_code::judge(text, context, findings),
        Kind::CustomerId => customer_id::judge(text, context, findings),
        Kind::Email => email::judge(text, context, findings),
        Kind::Password => password::judge(text, context, findings),
        Kind::Phone => phone::judge(text, context, findings),
        Kind::SecretNumber => secret_number::judge(text, context, findings),
        Kind::YearMonth => year_month::judge(text, context, findings),
        Kind::Date => date::judge(text, context, findings),
        Kind::InternetProvider => internet_provider::judge(text, context, findings),
        Kind::TerminalName | Kind::Text => text::judge(text, context, findings),
        Kind::FeeSchedule
        | Kind::LineType
        | Kind::ClaimsLineType
        | Kind::V6Option
        | Kind::PaymentMethod
        | Kind::LineService => {
            if let Some(choices) = kind.choices() {
                choice::judge(text, choices, context, findings);
            }
        }
    }
}

/// Digits of one possible length, and what is said about another one.
pub(crate) struct Digits {
    pub(crate) count: usize,
    /// Remaining, expected.
    pub(crate) too_short: Code,
    /// Actual, expected.
    pub(crate) too_long: Code,
}

impl Digits {
    /// Judges how many digits there are. True when they are right.
    pub(crate) fn judge_length(&self, actual: usize, context: &Context, findings: &mut Findings) -> bool {
        let Self { count, too_short, too_long } = *self;
        let missing = count.wrapping_sub(actual);
        if actual > count {
            findings.report_with(too_long, span(count, actual), actual, count, 0);
        } else if actual == count {
            return true;
        } else if context.is_typing() {
            findings.remaining(missing);
        } else {
            findings.report_with(too_short, span(0, actual), missing, count, 0);
        }
        false
    }
}

/// Reports the first character that is not a digit.
pub(crate) fn report_non_digit(text: &Text, after: usize, findings: &mut Findings) -> bool {
    let bytes = text.as_bytes();
    let Some(at) = bytes.iter().skip(after).position(|byte| !byte.is_ascii_digit()) else { return false };
    // The span of the character is found from any of its bytes.
    findings.report(Code::DigitsNotDigit, span(after + at, after + at + 1));
    true
}
