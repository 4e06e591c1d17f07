//! What was submitted: from the body of a request to the inputs of a form.

use std::{iter, slice};

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use onshi_check::form::{Filled, Only};
use onshi_check::{Context, Field, Form, Input, Issue, LONGEST_INPUT, Place, Report};
use serde_json::{Map, Value};

use crate::Refusal;

/// The fields that JSON may answer with true and false.
const BOXES: [Field; 4] =
    [Field::LocationConfirmed, Field::TermsAccepted, Field::FeeAccepted, Field::EligibilityApplied];

/// The one field that is a list.
const LIST: Field = Field::TerminalNames;

/// How many names that are no fields are looked at, and how long one may be, as in the npm package.
const MOST_UNKNOWN: usize = 16;
const LONGEST_UNKNOWN: usize = 32;

/// Values by the names of their fields.
pub(crate) struct Submission(Map<String, Value>);

impl Submission {
    pub(crate) async fn read(request: Request) -> Result<Self, Refusal> {
        let content_type = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let essence = content_type.and_then(|value| value.split(';').next()).unwrap_or_default().trim();
        let is_json = match essence.to_ascii_lowercase().as_str() {
            "application/json" => true,
            "application/x-www-form-urlencoded" => false,
            _ => return Err(Refusal::OTHER_TYPE),
        };
        let body = Bytes::from_request(request, &()).await.map_err(|rejection| match rejection.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Refusal::TOO_LARGE,
            _ => Refusal::UNREADABLE,
        })?;
        if is_json {
            return serde_json::from_slice(&body).map(Self).map_err(|_| Refusal::UNREADABLE);
        }
        Ok(Self(pairs(&body)))
    }

    pub(crate) fn check(&self, form: &Form, context: &Context) -> Report {
        let unknown_keys: Vec<_> = self.unknown_names(form).map(Input::Text).collect();
        let filled = Filled { inputs: &self.inputs(form), unknown_keys: &unknown_keys, only: Only::ALL };
        form.check_filled(&filled, context)
    }

    /// Where an issue is. An issue knows a misspelt name by its number only.
    pub(crate) fn path(&self, form: &Form, issue: &Issue) -> Value {
        match issue.place {
            Place::UnknownKey(index) => self.unknown_names(form).skip(index.into()).take(1).collect(),
            _ => data(issue, "path"),
        }
    }

    fn unknown_names(&self, form: &Form) -> impl Iterator<Item = &str> {
        let may_be_misspelt = |name: &&str| {
            !name.is_empty() && length(name) <= LONGEST_UNKNOWN && form.inputs().all(|field| field.name() != *name)
        };
        self.0.keys().map(String::as_str).filter(may_be_misspelt).take(MOST_UNKNOWN)
    }

    /// One input a field, and as many as it takes of the list, which comes last.
    fn inputs(&self, form: &Form) -> Vec<Input<'_>> {
        let (list, fields): (Vec<_>, Vec<_>) = form.inputs().partition(|field| *field == LIST);
        let given = |field: Field| self.0.get(field.name());
        let mut inputs: Vec<_> = fields.into_iter().map(|field| input(field, given(field))).collect();
        if let Some(room) = list.len().checked_sub(1) {
            inputs.extend(list_inputs(given(LIST), room));
        }
        inputs
    }
}

/// The items of a list, and in one input more that there are too many, or that it is no list. A text is a list of one.
fn list_inputs(value: Option<&Value>, room: usize) -> Vec<Input<'_>> {
    let (items, rest) = match value {
        None | Some(Value::Null) => (&[][..], Input::Missing),
        Some(Value::Array(items)) => {
            let (items, more) = items.split_at_checked(room).unwrap_or((items, &[]));
            let is_blank = |item: &Value| item.is_null() || item.as_str().is_some_and(|text| text.trim().is_empty());
            (items, if more.iter().all(is_blank) { Input::Missing } else { Input::TooLong })
        }
        Some(text @ Value::String(_)) => (slice::from_ref(text), Input::Missing),
        Some(_) => (&[][..], Input::NotText),
    };
    let items = items.iter().map(|item| input(LIST, Some(item)));
    items.chain(iter::repeat(Input::Missing)).take(room).chain([rest]).collect()
}

/// Of a name sent twice the last counts, of the list every one.
fn pairs(body: &[u8]) -> Map<String, Value> {
    let mut values = Map::new();
    for (name, text) in form_urlencoded::parse(body) {
        let text = Value::String(text.into_owned());
        match values.get_mut(&*name) {
            Some(Value::Array(items)) => items.push(text),
            Some(value) => *value = text,
            None if name == LIST.name() => drop(values.insert(name.into_owned(), Value::Array(vec![text]))),
            None => drop(values.insert(name.into_owned(), text)),
        }
    }
    values
}

fn input(field: Field, value: Option<&Value>) -> Input<'_> {
    match value {
        None | Some(Value::Null) => Input::Missing,
        Some(Value::String(text)) if length(text) > LONGEST_INPUT as usize => Input::TooLong,
        Some(Value::String(text)) => Input::Text(text),
        Some(Value::Bool(is_ticked)) if BOXES.contains(&field) => Input::Text(if *is_ticked { "true" } else { "" }),
        Some(_) => Input::NotText,
    }
}

/// As JavaScript counts, and the limits of the crate with it: in UTF-16.
fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// One member of a report or of an issue, as data.
pub(crate) fn data(whole: &impl serde::Serialize, member: &str) -> Value {
    serde_json::to_value(whole).ok().and_then(|mut data| data.get_mut(member).map(Value::take)).unwrap_or_default()
}
