//! What the fields of a form say to each other.

use crate::calendar::Date;
use crate::field::Field;
use crate::form::month;
use crate::form::table::{Asked, FieldRule, Judge};
use crate::form::{Filled, Form};
use crate::kind::customer_id::Prefix;
use crate::kind::line_type::{self, ClaimsLineType, LineType};
use crate::kind::{Context, Input, Kind, choice, fee_schedule, is_too_long, prefecture};
use crate::line::Selection;
use crate::text::{Folding, Text, is_nothing};

/// A form as it was filled in, read for the rules that look at more than one field.
pub(crate) struct Answers<'a> {
    form: &'a Form,
    pub(super) filled: &'a Filled<'a>,
    /// What the choices of the form say to its other fields.
    pub(crate) context: Context,
}

impl<'a> Answers<'a> {
    pub(crate) fn of(form: &'a Form, filled: &'a Filled<'a>, context: &Context) -> Self {
        let mut answers = Self { form, filled, context: *context };
        answers.read_choices();
        answers
    }

    /// Choices of the form count before what the caller said beside it.
    fn read_choices(&mut self) {
        for (rule, input) in self.form.fields.iter().zip(self.filled.inputs) {
            let context = &mut self.context;
            match (rule.judge, given(*input)) {
                (Judge::Kind(kind), Some(text)) => learn(kind, text, context),
                (Judge::Choice(choices), Some(text)) if rule.field == Field::CustomerIdSource => {
                    context.customer_id_kind = match choice::read(text, choices) {
                        Some("caf") => Some(Prefix::Caf),
                        Some("cop") => Some(Prefix::Cop),
                        _ => None,
                    };
                }
                _ => {}
            }
        }
        if let Some(fee_schedule) = self.form.fee_schedule {
            self.context.fee_schedule = Some(fee_schedule);
        }
    }

    /// Whether the row of the table with this index is to be judged: a month also when one of its boxes is.
    pub(super) fn judges(&self, index: usize, rule: FieldRule) -> bool {
        match rule.judge {
            Judge::BoxOfMonth => false,
            Judge::Month { year, month } => [rule.field, year, month].iter().any(|it| self.is_judged(*it)),
            _ => self.filled.only.has(index),
        }
    }

    /// Whether a field of the form is to be judged.
    pub(super) fn is_judged(&self, field: Field) -> bool {
        self.form.fields.iter().position(|rule| rule.field == field).is_some_and(|index| self.filled.only.has(index))
    }

    /// What was entered; nothing for a field that the form does not have.
    pub(crate) fn input(&self, field: Field) -> Input<'a> {
        let index = self.form.fields.iter().position(|rule| rule.field == field);
        match index.and_then(|index| self.filled.inputs.get(index)).copied().unwrap_or_default() {
            // Nobody reads it, however the field is judged.
            Input::Text(text) if is_too_long(text) => Input::TooLong,
            input => input,
        }
    }

    /// Whether anything was entered, right or wrong.
    pub(crate) fn is_given(&self, field: Field) -> bool {
        matches!(self.input(field), Input::NotText | Input::TooLong) || given(self.input(field)).is_some()
    }

    /// The choice that was made, by its value.
    pub(crate) fn choice(&self, field: Field) -> Option<&'static str> {
        let rule = self.form.fields.iter().find(|rule| rule.field == field)?;
        match self.input(field) {
            Input::Text(text) => choice::read(text, rule.choices()?),
            _ => None,
        }
    }

    /// The month that was entered, in one box or in two.
    pub(crate) fn month(&self, field: Field) -> Option<Date> {
        let rule = self.form.fields.iter().find(|rule| rule.field == field)?;
        let Judge::Month { year, month } = rule.judge else { return self.date(field) };
        if self.is_given(field) {
            return self.date(field);
        }
        let mut buffer = String::new();
        month::compose([self.input(year), self.input(month)], &mut buffer);
        Date::parse(&buffer)
    }

    /// The day or month that was entered.
    pub(crate) fn date(&self, field: Field) -> Option<Date> {
        match self.input(field) {
            Input::Text(text) => {
                let mut buffer = String::new();
                let text = Text::fold(text, Folding::Date, &mut buffer);
                Date::parse(text.as_str()).filter(|_| !self.context.strict || !text.is_changed())
            }
            _ => None,
        }
    }

    /// Whether a field of the form is asked for. A field that the form does not have is not.
    pub(crate) fn asked(&self, field: Field) -> Asked {
        let rule = self.form.fields.iter().find(|rule| rule.field == field);
        rule.map_or(Asked::No, |rule| rule.asked(self))
    }

    /// The line choices of the form.
    pub(crate) fn selection(&self) -> Option<Selection> {
        let mut selection = Selection::new(self.form.line?);
        for field in crate::line::FIELDS {
            selection.take(field, self.input(field));
        }
        Some(selection)
    }
}

/// Takes from an answer of this kind what it says about others.
pub(crate) fn learn(kind: Kind, text: &str, context: &mut Context) {
    match kind {
        Kind::Prefecture => context.prefecture = prefecture::read(text),
        Kind::FeeSchedule => context.fee_schedule = fee_schedule::read(text),
        Kind::LineType => context.line_type = choice::read(text, line_type::LIST).and_then(LineType::parse),
        Kind::ClaimsLineType => {
            let choice = choice::read(text, line_type::CLAIMS_LIST);
            context.claims_line_type = choice.and_then(ClaimsLineType::parse);
        }
        _ => {}
    }
}

/// A text that says something.
pub(super) fn given(input: Input<'_>) -> Option<&str> {
    match input {
        Input::Text(text) if !is_nothing(text) => Some(text),
        _ => None,
    }
}
