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
pub mod line_type;
pub mod password;
pub mod phone;
pub mod prefecture;
pub mod secret_number;
pub mod text;
pub mod year_month;

use std::borrow::Cow;

use crate::issue::{Code, Findings, FixKind};
use crate::text::{Change, Folding, Keep, Text, utf16_len};
use crate::verdict::{CheckDigit, Parts, Status, Verdict};

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

    fn folding(self, context: &Context) -> Folding {
        match self {
            Self::Password => Folding::Exact,
            Self::Text => Folding::Ends,
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
}

impl Context {
    pub(crate) fn is_typing(&self) -> bool {
        self.mode == Mode::Typing
    }
}

/// How far a text got through its grammar.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Progress {
    /// The whole grammar.
    Complete,
    /// Right so far, and some continuation is valid.
    Incomplete,
    /// An error was reported.
    Wrong,
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

/// What a rule returns: small, copied, never allocated.
#[derive(Clone, Copy)]
pub(crate) struct Judged {
    pub(crate) progress: Progress,
    pub(crate) value: Value,
    pub(crate) remaining: Option<u8>,
    pub(crate) parts: Parts,
    pub(crate) check_digit: Option<CheckDigit>,
}

impl Judged {
    pub(crate) const COMPLETE: Self =
        Self { progress: Progress::Complete, value: Value::Text, remaining: None, parts: Parts::None, check_digit: None };
    pub(crate) const INCOMPLETE: Self = Self { progress: Progress::Incomplete, ..Self::COMPLETE };
    pub(crate) const WRONG: Self = Self { progress: Progress::Wrong, ..Self::COMPLETE };

    pub(crate) fn incomplete(remaining: usize) -> Self {
        Self { remaining: u8::try_from(remaining).ok(), ..Self::INCOMPLETE }
    }
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

/// [`check`] for an input that need not be text.
#[must_use]
pub fn check_input<'a>(kind: Kind, input: Input<'a>, context: &Context) -> Verdict<'a> {
    match input {
        Input::Missing => Verdict::plain(Status::Empty, None),
        Input::Text(text) => check(kind, text, context),
        Input::NotText => Verdict::unread(Code::TypeNotText, &[]),
        Input::TooLong => Verdict::unread(Code::InputTooLong, &[LONGEST_INPUT]),
    }
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
pub fn check<'a>(kind: Kind, input: &'a str, context: &Context) -> Verdict<'a> {
    if is_too_long(input) {
        return Verdict::unread(Code::InputTooLong, &[LONGEST_INPUT]);
    }
    let keep = if kind.is_secret() { Keep::Judged } else { Keep::Whole };
    let mut text = Text::fold(input, kind.folding(context), keep);
    let mut findings = Findings::collect();
    let (status, judged) = judge_whole(kind, &text, context, &mut findings);
    let valid = status == Status::Valid;
    let mut verdict = Verdict {
        status,
        value: None,
        text: Cow::Borrowed(""),
        changes: Vec::new(),
        issues: findings.into_issues(),
        remaining: judged.remaining.filter(|_| status == Status::Incomplete),
        parts: if matches!(status, Status::Valid | Status::Incomplete) { judged.parts } else { Parts::None },
        check_digit: judged.check_digit,
    };
    if kind.is_secret() {
        text.wipe();
        return verdict;
    }
    verdict.changes = text.changes();
    match judged.value {
        Value::Static(value) => {
            if value != text.as_str() {
                verdict.changes.push(Change::label(text.as_str(), value));
            }
            verdict.text = Cow::Borrowed(value);
            verdict.value = valid.then_some(Cow::Borrowed(value));
        }
        Value::Prefixed(prefix) => {
            verdict.value = valid.then(|| Cow::Owned([prefix.letters(), text.as_str()].concat()));
            verdict.text = text.into_cow();
        }
        Value::Text => {
            verdict.text = text.into_cow();
            verdict.value = valid.then(|| verdict.text.clone());
        }
    }
    verdict
}

/// True exactly when [`check`] says [`Status::Valid`]. Allocates nothing.
#[must_use]
pub fn is(kind: Kind, input: &str, context: &Context) -> bool {
    status(kind, input, context) == Status::Valid
}

/// The status that [`check`] would give. Allocates nothing.
pub(crate) fn status(kind: Kind, input: &str, context: &Context) -> Status {
    if is_too_long(input) {
        return Status::Invalid;
    }
    let mut text = Text::fold(input, kind.folding(context), Keep::Judged);
    let (status, _) = judge_whole(kind, &text, context, &mut Findings::only_judge());
    if kind.is_secret() {
        text.wipe();
    }
    status
}

fn is_too_long(input: &str) -> bool {
    // A UTF-16 unit takes at least one byte of UTF-8, so a short text needs no counting.
    input.len() > LONGEST_INPUT as usize && utf16_len(input) > LONGEST_INPUT
}

fn judge_whole(kind: Kind, text: &Text, context: &Context, findings: &mut Findings) -> (Status, Judged) {
    if text.as_bytes().is_empty() {
        return (Status::Empty, Judged::INCOMPLETE);
    }
    let judged = judge(kind, text, context, findings);
    if context.strict {
        refuse_folding(kind, text, &judged, findings);
    }
    let status = match judged.progress {
        _ if findings.has_error() => Status::Invalid,
        Progress::Complete => Status::Valid,
        Progress::Incomplete => Status::Incomplete,
        Progress::Wrong => Status::Invalid,
    };
    (status, judged)
}

fn refuse_folding(kind: Kind, text: &Text, judged: &Judged, findings: &mut Findings) {
    let canonical = match judged.value {
        Value::Static(value) => value,
        _ => text.as_str(),
    };
    if (text.is_changed() || canonical != text.as_str())
        && let Some(issue) = findings.report(Code::TextNeedsFolding, &[])
        && !kind.is_secret()
    {
        issue.fix(FixKind::Fold, true, canonical);
    }
}

fn judge(kind: Kind, text: &Text, context: &Context, findings: &mut Findings) -> Judged {
    match kind {
        Kind::Prefecture => prefecture::judge(text, context, findings),
        Kind::FeeSchedule => choice::judge(text, &fee_schedule::CHOICES, Code::FeeScheduleUnknown, context, findings),
        Kind::InstitutionNumber => institution_number::judge(text, context, findings),
        Kind::InstitutionCode => institution_code::judge(text, context, findings),
        Kind::CustomerId => customer_id::judge(text, context, findings),
        Kind::Email => email::judge(text, context, findings),
        Kind::Password => password::judge(text, context, findings),
        Kind::Phone => phone::judge(text, context, findings),
        Kind::SecretNumber => secret_number::judge(text, context, findings),
        Kind::YearMonth => year_month::judge(text, context, findings),
        Kind::Date => date::judge(text, context, findings),
        Kind::LineType => choice::judge(text, &line_type::CHOICES, Code::LineTypeUnknown, context, findings),
        Kind::ClaimsLineType => {
            choice::judge(text, &line_type::CLAIMS_CHOICES, Code::ClaimsLineTypeUnknown, context, findings)
        }
        Kind::V6Option => choice::judge(text, &line_type::V6_CHOICES, Code::V6OptionUnknown, context, findings),
        Kind::PaymentMethod => {
            choice::judge(text, &choice::PAYMENT_METHODS, Code::PaymentMethodUnknown, context, findings)
        }
        Kind::Text => text::judge(text, context, findings),
    }
}

/// Reports the first character that is not a digit.
pub(crate) fn report_non_digit(text: &Text, after: usize, findings: &mut Findings) -> bool {
    let folded = text.as_str().get(after..).unwrap_or_default();
    let Some((at, char)) = folded.char_indices().find(|(_, char)| !char.is_ascii_digit()) else { return false };
    let at = after + at;
    let range = at..at + char.len_utf8();
    if let Some(issue) = findings.report(Code::DigitsNotDigit, &[]) {
        issue.at(text, range);
        issue.values = [issue.range.map_or(0, |(start, _)| start + 1), 0, 0];
    }
    true
}
