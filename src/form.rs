//! Forms: a table of fields and a short list of rules between them, one file a form under `form/`.
//!
//! Checking a form is checking each field in its order, with what the other fields say as context (`answers`), and
//! asking the cross-field rules that belong to it. The report says what is missing, what is wrong and where.

pub(crate) mod answers;
mod certificate_application;
mod claims_application;
pub mod deferral_notice;
mod eligibility_application;
mod eligibility_paper;
mod line_choices;
mod list;
mod login;
mod month;
mod operation_start;
mod repeat;
pub mod table;
mod together;
mod unknown;
mod user_id;
mod user_registration;

use crate::field::Field;
use crate::findings::{Findings, NOWHERE};
use crate::issue::{Code, Issue, Place};
use crate::kind::fee_schedule::FeeSchedule;
use crate::kind::{self, Context, Examined, Input, Kind, Reading, Value, choice};
use crate::line::Application;
use crate::text::Folding;
use crate::verdict::{Status, Verdict};

use answers::Answers;
use table::{Asked, FieldRule, Judge};

pub use together::{Part, TogetherReport, check_together};
#[cfg(target_arch = "wasm32")]
pub(crate) use together::{both, compare};

/// An application form.
pub struct Form {
    name: &'static str,
    pub(crate) fields: &'static [FieldRule],
    rules: &'static [CrossRule],
    /// Which application its line choices belong to.
    line: Option<Application>,
    /// The fee schedule of everybody who uses it.
    fee_schedule: Option<FeeSchedule>,
}

/// A rule that looks at more than one field, and the field it has something to say about.
struct CrossRule {
    at: Field,
    judge: fn(&Answers, &mut Findings),
}

/// Which fields of a form are judged: bit `n` is the field with index `n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Only(u32);

impl Only {
    /// Every field.
    pub const ALL: Self = Self(u32::MAX);

    /// The fields whose bits are set, by their index in [`Form::inputs`].
    #[must_use]
    pub const fn bits(bits: u32) -> Self {
        Self(bits)
    }

    fn has(self, index: usize) -> bool {
        index < 32 && self.0 >> index & 1 == 1
    }
}

/// A form as it was filled in.
#[derive(Clone, Copy, Debug)]
pub struct Filled<'a> {
    /// One after the other as [`Form::inputs`] says; what is not there is empty.
    pub inputs: &'a [Input<'a>],
    /// The names of keys that are no fields.
    pub unknown_keys: &'a [Input<'a>],
    /// The fields to judge. The others are context.
    pub only: Only,
}

impl<'a> Filled<'a> {
    /// Every field is judged, and there are no other keys.
    #[must_use]
    pub fn all(inputs: &'a [Input<'a>]) -> Self {
        Self { inputs, unknown_keys: &[], only: Only::ALL }
    }
}

/// The verdict on a whole form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Valid when nothing is an error; incomplete only while typing.
    pub status: Status,
    /// The verdict on every field that was judged and applies, in the order of the form; of a list on each item.
    pub fields: Vec<(Place, Verdict)>,
    /// All issues with their places: errors first, in the order of the form within a severity.
    pub issues: Vec<Issue>,
    /// Required fields that are empty.
    pub missing: Vec<Field>,
}

impl Report {
    /// The canonical values of the valid fields. Never secrets.
    pub fn values(&self) -> impl Iterator<Item = (Place, &str)> {
        self.fields.iter().filter_map(|(place, verdict)| Some((*place, verdict.value.as_deref()?)))
    }
}

static FORMS: [&Form; 8] = [
    &user_registration::FORM,
    &login::FORM,
    &eligibility_application::FORM,
    &eligibility_paper::FORM,
    &claims_application::FORM,
    &certificate_application::FORM,
    &deferral_notice::FORM,
    &operation_start::FORM,
];

impl Form {
    /// What most forms do not have.
    const PLAIN: Self = Self { name: "", fields: &[], rules: &[], line: None, fee_schedule: None };

    /// Every form.
    #[must_use]
    pub fn all() -> &'static [&'static Self] {
        &FORMS
    }

    /// The form with this name.
    ///
    /// ```
    /// use onshi_check::{Context, Field, Form, Place, Status};
    ///
    /// let form = Form::from_name("user-registration").unwrap();
    /// let report = form.check(&[("phone", "03-1234-5678"), ("emial", "a@b.jp")], &Context::default());
    /// assert_eq!(report.status, Status::Invalid);
    /// assert_eq!(report.values().next(), Some((Place::Field(Field::Phone), "0312345678")));
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
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        self.fields.iter().filter(|rule| !matches!(rule.judge, Judge::BoxOfMonth)).map(|rule| rule.field)
    }

    /// The field of every input, in the order in which inputs are given: the fields, the boxes of months, and a list as
    /// often as it may have items, and once more.
    pub fn inputs(&self) -> impl Iterator<Item = Field> {
        self.fields.iter().flat_map(|rule| std::iter::repeat_n(rule.field, rule.slots()))
    }

    /// Whether nothing else depends on what a field says, so that it need not be read when it is not judged.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn is_aside(rule: FieldRule) -> bool {
        matches!(
            rule.judge,
            Judge::FullWidthName
                | Judge::Checkbox
                | Judge::Repeat(_)
                | Judge::Kind(Kind::Text | Kind::Phone | Kind::Email | Kind::InstitutionNumber | Kind::PaymentMethod)
        )
    }

    /// Whether a rule depends on the day of the application.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn needs_today(&self) -> bool {
        !self.rules.is_empty()
    }

    /// How many inputs there are.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn input_count(&self) -> usize {
        self.fields.len() + self.fields.last().map_or(0, |rule| rule.slots() - 1)
    }

    /// The number of a place in a report: of a field its index, of an item of the list, which comes last, one more.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn slot(&self, place: Place) -> usize {
        match place {
            Place::Field(field) => self.fields.iter().position(|rule| rule.field == field).unwrap_or(0),
            Place::Item(item) => self.fields.len() + usize::from(item),
            Place::Whole | Place::UnknownKey(_) => 0,
        }
    }

    /// Checks values given by name. Of a name given twice the last counts, of a list every one; unknown names are
    /// ignored, unless they look like a misspelt field.
    #[must_use]
    pub fn check(&self, values: &[(&str, &str)], context: &Context) -> Report {
        let inputs = self.read(values);
        let is_unknown = |name: &str| self.fields.iter().all(|rule| rule.field.name() != name);
        let unknown_keys: Vec<_> =
            values.iter().filter(|(name, _)| is_unknown(name)).map(|(name, _)| Input::Text(name)).collect();
        self.check_filled(&Filled { inputs: &inputs, unknown_keys: &unknown_keys, only: Only::ALL }, context)
    }

    /// Puts values given by name into the order of the inputs.
    fn read<'a>(&self, values: &[(&str, &'a str)]) -> Vec<Input<'a>> {
        let texts = |field: Field| values.iter().filter(move |(name, _)| *name == field.name()).map(|(_, text)| *text);
        let mut inputs = Vec::new();
        for rule in self.fields {
            let slots = rule.slots();
            if slots == 1 {
                inputs.push(texts(rule.field).next_back().map_or(Input::Missing, Input::Text));
            } else {
                let mut items: Vec<_> = texts(rule.field).map(Input::Text).collect();
                let is_too_many = items.iter().skip(slots - 1).any(|item| answers::given(*item).is_some());
                items.resize(slots - 1, Input::Missing);
                inputs.extend(items);
                inputs.push(if is_too_many { Input::TooLong } else { Input::Missing });
            }
        }
        inputs
    }

    /// [`Form::check`] for inputs that need not be text.
    #[must_use]
    pub fn check_filled(&self, filled: &Filled, context: &Context) -> Report {
        let mut findings = Findings::kept();
        let mut fields = Vec::new();
        let (status, missing) =
            self.examine(filled, context, &mut findings, &mut String::new(), &mut |place, examined, findings, from| {
                fields.push((place, Verdict::of(examined, findings, from)));
            });
        let mut issues = Vec::new();
        findings.in_order(0, &mut |finding| issues.push(Issue::from_finding(finding, &findings)));
        let missing = self.fields.iter().zip(0..).filter(|(_, index)| missing >> index & 1 == 1);
        Report { status, missing: missing.map(|(rule, _)| rule.field).collect(), fields, issues }
    }

    /// True exactly when [`Form::check_filled`] says [`Status::Valid`].
    #[must_use]
    pub fn is(&self, filled: &Filled, context: &Context) -> bool {
        self.is_with(filled, context, &mut String::new())
    }

    /// [`Form::is`]; folded texts stand in `buffer`.
    pub(crate) fn is_with(&self, filled: &Filled, context: &Context, buffer: &mut String) -> bool {
        let answers = Answers::of(self, filled, context);
        let mut findings = Findings::judged();
        for (index, rule) in self.fields.iter().enumerate() {
            if !answers.judges(index, *rule) {
                continue;
            }
            let input = filled.inputs.get(index).copied().unwrap_or_default();
            if !self.has_rules_at(rule.field) && rule.accepts(input, &answers.context) {
                continue;
            }
            let mut items_are_valid = true;
            let mut each = |_, examined: &Examined, _: &mut Findings, _| {
                items_are_valid &= examined.status == Status::Valid;
            };
            let asked = rule.asked(&answers);
            let status = match rule.judge {
                Judge::List(kind) => list::examine(kind, index, &answers, &mut findings, buffer, &mut each),
                _ => self.examine_field(*rule, asked, &answers, &mut findings, buffer).status,
            };
            match status {
                Status::Valid if items_are_valid => {}
                Status::Empty if asked != Asked::Required => {}
                _ => return false,
            }
        }
        true
    }

    /// Examines the fields one by one, calls `visit` with each and the number of findings before it, and returns the
    /// status of the whole and the bits of the missing fields.
    pub(crate) fn examine(
        &self,
        filled: &Filled,
        context: &Context,
        findings: &mut Findings,
        buffer: &mut String,
        visit: &mut dyn FnMut(Place, &Examined, &Findings, usize),
    ) -> (Status, u32) {
        let answers = Answers::of(self, filled, context);
        let (mut missing, mut is_incomplete, mut is_invalid) = (0, false, false);
        let mut count = |status| {
            is_incomplete |= status == Status::Incomplete;
            is_invalid |= status == Status::Invalid;
        };
        for (index, rule) in self.fields.iter().enumerate() {
            if !answers.judges(index, *rule) {
                continue;
            }
            let asked = rule.asked(&answers);
            let mut from = findings.len();
            let examined = if let Judge::List(kind) = rule.judge {
                let status =
                    list::examine(kind, index, &answers, findings, buffer, &mut |item, examined, findings, from| {
                        findings.put(from, Place::Item(item));
                        count(examined.status);
                        visit(Place::Item(item), examined, findings, from);
                    });
                from = findings.len() - usize::from(status == Status::Invalid);
                Examined::plain(status, Value::Text)
            } else {
                self.examine_field(*rule, asked, &answers, findings, buffer)
            };
            count(examined.status);
            if examined.status == Status::Empty && asked == Asked::Required {
                findings.report(Code::Required, NOWHERE);
                missing |= 1 << index;
            }
            findings.put(from, Place::Field(rule.field));
            // What does not apply is not in the report, unless it shows that something else is wrong; a list is there
            // with its items.
            let is_list = matches!(rule.judge, Judge::List(_)) && examined.status == Status::Valid;
            if (asked != Asked::No && !is_list) || examined.status == Status::Invalid {
                visit(Place::Field(rule.field), &examined, findings, from);
            }
        }
        unknown::report(self, filled.unknown_keys, findings);
        let is_open = is_incomplete || missing != 0;
        let status = if is_invalid || (is_open && !answers.context.is_typing()) {
            Status::Invalid
        } else if is_open {
            Status::Incomplete
        } else {
            Status::Valid
        };
        (status, missing)
    }

    fn has_rules_at(&self, field: Field) -> bool {
        self.rules.iter().any(|rule| rule.at == field) || (self.line.is_some() && line_choices::belongs(field))
    }

    /// Examines a field by itself and then by the rules between it and others.
    fn examine_field<'a>(
        &self,
        rule: FieldRule,
        asked: Asked,
        answers: &Answers<'a>,
        findings: &mut Findings,
        buffer: &'a mut String,
    ) -> Examined<'a> {
        let mut examined = match asked {
            Asked::No => Examined::plain(Status::Empty, Value::Text),
            Asked::Required | Asked::Optional => judge(rule, answers, findings, buffer),
        };
        if matches!(examined.status, Status::Valid | Status::Empty) && self.has_rules_at(rule.field) {
            findings.begin();
            if examined.status == Status::Valid {
                for cross in self.rules.iter().filter(|cross| cross.at == rule.field) {
                    (cross.judge)(answers, findings);
                }
            }
            line_choices::report(rule.field, asked, answers, findings);
            if findings.has_error() {
                examined.status = Status::Invalid;
            }
        }
        examined
    }
}

/// Examines a field by itself.
fn judge<'a>(rule: FieldRule, answers: &Answers<'a>, findings: &mut Findings, buffer: &'a mut String) -> Examined<'a> {
    let (input, context) = (answers.input(rule.field), &answers.context);
    let kind = match (rule.judge, input) {
        (Judge::Kind(kind), _) => kind,
        (Judge::FullWidthName, _) => {
            return kind::examine(Kind::Text, input, &Context { full_width: true, ..*context }, findings, buffer);
        }
        (Judge::Choice(choices), _) => {
            let reading = Reading { folding: Folding::Width, is_secret: false };
            return kind::examine_as(reading, input, context, findings, buffer, &mut |text, findings| {
                choice::judge(text, choices, context, findings);
            });
        }
        (Judge::Month { year, month }, _) => {
            return month::examine(rule.field, [year, month], answers, findings, buffer);
        }
        (Judge::UserId, _) => {
            let reading = Reading { folding: Folding::Width, is_secret: false };
            return kind::examine_as(reading, input, context, findings, buffer, &mut |text, findings| {
                user_id::judge(text, context, findings);
            });
        }
        (Judge::OldPassword, _) => {
            let reading = Reading { folding: Folding::Exact, is_secret: true };
            return kind::examine_as(reading, input, context, findings, buffer, &mut |_, _| {});
        }
        (Judge::Checkbox, Input::Text(text)) => {
            return if is_ticked(text) {
                Examined::plain(Status::Valid, Value::Static("true"))
            } else {
                Examined::plain(Status::Empty, Value::Text)
            };
        }
        (Judge::Repeat(first), _) => return repeat::examine(first, input, answers, findings, buffer),
        (Judge::Checkbox | Judge::BoxOfMonth | Judge::List(_), _) => Kind::Text,
    };
    kind::examine(kind, input, context, findings, buffer)
}

/// Radios answer a box with words: what says no does not tick it.
fn is_ticked(text: &str) -> bool {
    !matches!(text, "" | "false" | "no" | "off" | "0" | "いいえ" | "同意しない")
}
