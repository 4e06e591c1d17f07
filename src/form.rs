//! Forms: a table of fields and the rules between them, one file a form under `form/`.
//!
//! Checking a form is checking each field in its order, with what the other fields say as context, and then asking the
//! cross-field rules. The report says what is missing, what is wrong and where.

mod unknown;
mod user_registration;

use crate::canonical;
use crate::field::Field;
use crate::findings::{Findings, NOWHERE};
use crate::issue::{Code, Issue, Place};
use crate::kind::fee_schedule::FeeSchedule;
use crate::kind::prefecture;
use crate::kind::{self, Context, Examined, Input, Kind, Value, fee_schedule};
use crate::verdict::{Status, Verdict};

/// How a field is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Judge {
    /// By its kind.
    Kind(Kind),
    /// As a name that one source wants in full width.
    FullWidthName,
    /// Ticked or not.
    Checkbox,
    /// The same once more, to the letter.
    Repeat(Field),
}

/// Whether a field must be filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// Always.
    Required,
    /// Unless the fee schedule is 7: such places have no number before they register (S004:446).
    UnlessWorkplace,
}

/// One row of a form's table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FieldRule {
    pub(crate) field: Field,
    pub(crate) judge: Judge,
    pub(crate) need: Need,
}

impl FieldRule {
    const fn required(field: Field, judge: Judge) -> Self {
        Self { field, judge, need: Need::Required }
    }

    fn is_secret(self) -> bool {
        match self.judge {
            Judge::Kind(kind) => kind.is_secret(),
            Judge::Repeat(_) => true,
            Judge::FullWidthName | Judge::Checkbox => false,
        }
    }

    /// True only for a text that is valid at a glance.
    fn accepts(self, input: Input, context: &Context) -> bool {
        let kind = match self.judge {
            Judge::Kind(kind) => kind,
            Judge::FullWidthName => Kind::Text,
            Judge::Checkbox | Judge::Repeat(_) => return false,
        };
        matches!(input, Input::Text(text) if canonical::accepts(kind, text.as_bytes(), context))
    }

    fn is_required(self, context: &Context) -> bool {
        match self.need {
            Need::Required => true,
            Need::UnlessWorkplace => context.fee_schedule != Some(FeeSchedule::Workplace),
        }
    }
}

/// An application form.
#[derive(Debug)]
pub struct Form {
    name: &'static str,
    fields: &'static [FieldRule],
}

/// Which fields of a form are judged: bit `n` is the field with index `n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Only(u64);

impl Only {
    /// Every field.
    pub const ALL: Self = Self(u64::MAX);

    /// The fields whose bits are set, by their index in [`Form::fields`].
    #[must_use]
    pub const fn bits(bits: u64) -> Self {
        Self(bits)
    }

    fn has(self, index: usize) -> bool {
        index < 64 && self.0 >> index & 1 == 1
    }
}

/// The verdict on a whole form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Valid when nothing is an error; incomplete only while typing.
    pub status: Status,
    /// The verdict on every judged field, in the order of the form.
    pub fields: Vec<(Field, Verdict)>,
    /// All issues with their places: errors first, in the order of the form within a severity.
    pub issues: Vec<Issue>,
    /// Required fields that are empty.
    pub missing: Vec<Field>,
}

impl Report {
    /// The canonical values of the valid fields. Never secrets.
    pub fn values(&self) -> impl Iterator<Item = (Field, &str)> {
        self.fields.iter().filter_map(|(field, verdict)| Some((*field, verdict.value.as_deref()?)))
    }
}

static FORMS: [&Form; 1] = [&user_registration::FORM];

impl Form {
    /// Every form.
    #[must_use]
    pub fn all() -> &'static [&'static Self] {
        &FORMS
    }

    /// The form with this name.
    ///
    /// ```
    /// use onshi_check::{Context, Form, Status};
    ///
    /// let form = Form::from_name("user-registration").unwrap();
    /// let report = form.check(&[("phone", "03-1234-5678"), ("emial", "a@b.jp")], &Context::default());
    /// assert_eq!(report.status, Status::Invalid);
    /// assert_eq!(report.values().next().map(|(field, value)| (field.name(), value)), Some(("phone", "0312345678")));
    /// assert!(report.issues.iter().any(|issue| issue.code.name() == "form.unknown-field"));
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<&'static Self> {
        FORMS.into_iter().find(|form| form.name == name)
    }

    /// The name in the public contract.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The fields in the order of the form.
    #[must_use]
    pub fn fields(&self) -> impl ExactSizeIterator<Item = Field> {
        self.fields.iter().map(|rule| rule.field)
    }

    /// The fields that are ticked.
    pub fn boxes(&self) -> impl Iterator<Item = Field> {
        self.fields.iter().filter(|rule| rule.judge == Judge::Checkbox).map(|rule| rule.field)
    }

    /// The fields whose values are never shown.
    pub fn secrets(&self) -> impl Iterator<Item = Field> {
        self.fields.iter().filter(|rule| rule.is_secret()).map(|rule| rule.field)
    }

    /// Checks values given by name. Of a name given twice the last counts; unknown names are ignored, unless they look
    /// like a misspelt field.
    #[must_use]
    pub fn check(&self, values: &[(&str, &str)], context: &Context) -> Report {
        let inputs: Vec<Input> = self
            .fields()
            .map(|field| {
                let given = values.iter().rev().find(|(name, _)| *name == field.name());
                given.map_or(Input::Missing, |(_, text)| Input::Text(text))
            })
            .collect();
        let unknown: Vec<&str> = values
            .iter()
            .map(|(name, _)| *name)
            .filter(|name| self.fields().all(|field| field.name() != *name))
            .collect();
        self.check_inputs(&inputs, &unknown, Only::ALL, context)
    }

    /// Checks inputs given in the order of [`Form::fields`], and the names of keys that are no fields.
    #[must_use]
    pub fn check_inputs(&self, inputs: &[Input], unknown_keys: &[&str], only: Only, context: &Context) -> Report {
        let mut findings = Findings::kept();
        let mut fields = Vec::with_capacity(self.fields.len());
        let unknown_keys: Vec<_> = unknown_keys.iter().map(|key| Input::Text(key)).collect();
        let (status, missing) = self.examine(
            inputs,
            &unknown_keys,
            only,
            context,
            &mut findings,
            &mut |field, examined, findings, from| {
                fields.push((field, Verdict::of(examined, findings, from)));
            },
        );
        let mut issues = Vec::new();
        findings.in_order(0, &mut |finding| issues.push(Issue::from_finding(finding, &findings)));
        let missing = self.fields().zip(0..).filter(|(_, index)| missing >> index & 1 == 1).map(|(field, _)| field);
        Report { status, missing: missing.collect(), fields, issues }
    }

    /// Examines the fields one by one, calls `visit` with each and the number of findings before it, and returns the
    /// status of the whole and the bits of the missing fields.
    pub(crate) fn examine(
        &self,
        inputs: &[Input],
        unknown_keys: &[Input],
        only: Only,
        context: &Context,
        findings: &mut Findings,
        visit: &mut dyn FnMut(Field, &Examined, &Findings, usize),
    ) -> (Status, u64) {
        let context = self.read_context(inputs, context);
        let (mut missing, mut incomplete, mut invalid) = (0, false, false);
        let mut buffer = String::new();
        for (index, (rule, input)) in self.fields.iter().zip(inputs).enumerate() {
            if !only.has(index) {
                continue;
            }
            let from = findings.begin();
            let examined = self.examine_field(*rule, *input, inputs, &context, findings, &mut buffer);
            if examined.status == Status::Empty && rule.is_required(&context) {
                findings.report(Code::Required, NOWHERE);
                missing |= 1 << index;
            }
            incomplete |= examined.status == Status::Incomplete;
            invalid |= examined.status == Status::Invalid;
            findings.put(from, Place::Field(rule.field));
            visit(rule.field, &examined, findings, from);
        }
        unknown::report(self, unknown_keys, findings);
        let status = if invalid || ((incomplete || missing != 0) && !context.is_typing()) {
            Status::Invalid
        } else if incomplete || missing != 0 {
            Status::Incomplete
        } else {
            Status::Valid
        };
        (status, missing)
    }

    /// True exactly when [`Form::check_inputs`] says [`Status::Valid`].
    #[must_use]
    pub fn is(&self, inputs: &[Input], only: Only, context: &Context) -> bool {
        self.is_with(inputs, only, context, &mut String::new())
    }

    /// [`Form::is`]; folded texts stand in `buffer`.
    pub(crate) fn is_with(&self, inputs: &[Input], only: Only, context: &Context, buffer: &mut String) -> bool {
        let context = self.read_context(inputs, context);
        let mut findings = Findings::judged();
        for (index, (rule, input)) in self.fields.iter().zip(inputs).enumerate() {
            if !only.has(index) || rule.accepts(*input, &context) {
                continue;
            }
            match self.examine_field(*rule, *input, inputs, &context, &mut findings, buffer).status {
                Status::Valid => {}
                Status::Empty if !rule.is_required(&context) => {}
                _ => return false,
            }
        }
        true
    }

    /// What the choices of the form say to its other fields.
    fn read_context(&self, inputs: &[Input], context: &Context) -> Context {
        let mut context = *context;
        if let Some(Input::Text(text)) = self.input(Field::Prefecture, inputs) {
            context.prefecture = prefecture::read(text);
        }
        if let Some(Input::Text(text)) = self.input(Field::FeeSchedule, inputs) {
            context.fee_schedule = fee_schedule::read(text);
        }
        context
    }

    fn input<'a>(&self, field: Field, inputs: &[Input<'a>]) -> Option<Input<'a>> {
        let index = self.fields().position(|it| it == field)?;
        inputs.get(index).copied()
    }

    fn examine_field<'a>(
        &self,
        rule: FieldRule,
        input: Input<'a>,
        inputs: &[Input],
        context: &Context,
        findings: &mut Findings,
        buffer: &'a mut String,
    ) -> Examined<'a> {
        let kind = match (rule.judge, input) {
            (Judge::Kind(kind), _) => kind,
            (Judge::FullWidthName, _) => {
                return kind::examine(Kind::Text, input, &Context { full_width: true, ..*context }, findings, buffer);
            }
            (Judge::Checkbox, Input::Text(text)) => {
                return if is_ticked(text) {
                    Examined::plain(Status::Valid, Value::Static("true"))
                } else {
                    Examined::plain(Status::Empty, Value::Text)
                };
            }
            (Judge::Repeat(field), Input::Text(text)) => {
                let status = repeats(text, self.input(field, inputs), context);
                if status == Status::Invalid {
                    findings.report(Code::ConfirmMismatch, NOWHERE);
                }
                return Examined { is_secret: true, ..Examined::plain(status, Value::Text) };
            }
            (Judge::Checkbox | Judge::Repeat(_), _) => Kind::Text,
        };
        kind::examine(kind, input, context, findings, buffer)
    }
}

fn is_ticked(text: &str) -> bool {
    !matches!(text, "" | "false" | "no" | "off" | "0")
}

/// A repetition is right when it is the same to the letter. There is nothing to compare with an empty or unread first
/// entry, which has its own issue.
fn repeats(text: &str, first: Option<Input>, context: &Context) -> Status {
    match first {
        _ if text.is_empty() => Status::Empty,
        Some(Input::Text(first)) if !first.is_empty() && first != text => {
            if context.is_typing() && first.starts_with(text) { Status::Incomplete } else { Status::Invalid }
        }
        _ => Status::Valid,
    }
}
