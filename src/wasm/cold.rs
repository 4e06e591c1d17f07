//! Rare questions, answered with whole objects through serde.
//!
//! Codes stay numbers here as well; `pkg/src/decode.js` gives them their names.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::field::Field;
use crate::issue::{Issue, Place};
use crate::line::{self, Application, FIELDS, Selection};
use crate::wasm::hot;

/// Value, label, state, issue. Tuples become arrays, which need no names in the module.
#[derive(Serialize)]
struct OptionView(&'static str, &'static str, u32, Option<IssueView>);

/// Code, field, value, whether the fix clears the field: an issue of a combination has no range, one parameter at the
/// most, and its fix only ever clears a choice.
#[derive(Serialize)]
struct IssueView(u32, u32, u32, bool);

impl From<Issue> for IssueView {
    fn from(issue: Issue) -> Self {
        let field = match issue.place {
            Place::Field(field) => field,
            Place::Whole | Place::UnknownKey(_) => Field::LineType,
        };
        let [value, ..] = issue.values;
        Self(issue.code as u32, field as u32, value, issue.fix.is_some())
    }
}

/// What is wrong with the selection in the slots, in the order of [`FIELDS`].
#[wasm_bindgen]
pub fn line_issues(claims: bool) -> JsValue {
    let (selection, mut issues) = read_selection(claims);
    issues.extend(line::issues(&selection));
    to_js(&issues.into_iter().map(IssueView::from).collect::<Vec<_>>())
}

/// The options of every field of [`FIELDS`] for the selection in the slots.
#[wasm_bindgen]
pub fn line_options(claims: bool, english: bool) -> JsValue {
    let (selection, _) = read_selection(claims);
    to_js(&FIELDS.map(|field| {
        let options = line::options(&selection, field).into_iter().map(|option| {
            let label = if english { option.choice.en } else { option.choice.ja };
            OptionView(option.choice.value, label, option.state as u32, option.issue.map(IssueView::from))
        });
        options.collect::<Vec<_>>()
    }))
}

fn read_selection(claims: bool) -> (Selection, Vec<Issue>) {
    let mut selection = Selection::new(if claims { Application::Claims } else { Application::Eligibility });
    let mut issues = Vec::new();
    for (field, input) in FIELDS.into_iter().zip(hot::slots::<{ FIELDS.len() }>()) {
        match selection.with_input(field, input) {
            Ok(with) => selection = with,
            Err(issue) => issues.push(issue),
        }
    }
    (selection, issues)
}

fn to_js<T: Serialize>(value: &T) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
