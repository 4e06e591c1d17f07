//! Rare questions, answered with whole objects through serde.
//!
//! Codes stay numbers here as well; `pkg/src/decode.js` gives them their names.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::field::Field;
use crate::issue::{Code, FixKind, Issue, Place};
use crate::line::{self, Application, FIELDS, Selection};
use crate::message::{self, Locale};
use crate::wasm::hot;

#[derive(Serialize)]
struct OptionView {
    value: &'static str,
    label: &'static str,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    issue: Option<IssueView>,
}

/// An issue of a combination: it has no range, and its fix only ever clears a choice.
#[derive(Serialize)]
struct IssueView {
    code: u32,
    field: u32,
    values: [u32; 3],
    clears: bool,
}

impl From<Issue> for IssueView {
    fn from(issue: Issue) -> Self {
        let field = match issue.place {
            Place::Field(field) => field,
            Place::Whole | Place::UnknownKey(_) => Field::LineType,
        };
        Self { code: issue.code as u32, field: field as u32, values: issue.values, clears: issue.fix.is_some() }
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
        let options = line::options(&selection, field).into_iter().map(|option| OptionView {
            value: option.choice.value,
            label: if english { option.choice.en } else { option.choice.ja },
            state: option.state.name(),
            issue: option.issue.map(IssueView::from),
        });
        options.collect::<Vec<_>>()
    }))
}

fn read_selection(claims: bool) -> (Selection, Vec<Issue>) {
    let mut selection = Selection::new(if claims { Application::Claims } else { Application::Eligibility });
    let mut issues = Vec::new();
    for (field, text) in FIELDS.into_iter().zip(hot::slots::<{ FIELDS.len() }>()) {
        match selection.with(field, text) {
            Ok(with) => selection = with,
            Err(issue) => issues.push(issue),
        }
    }
    (selection, issues)
}

fn to_js<T: Serialize>(value: &T) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}

/// The sentence of a code and its values.
#[wasm_bindgen]
pub fn message(code: usize, first: u32, second: u32, third: u32, english: bool) -> String {
    let code = Code::ALL.get(code).copied().unwrap_or(Code::Internal);
    message::of_code(code, [first, second, third], locale(english))
}

/// The words on the button of a fix.
#[wasm_bindgen]
pub fn fix_label(kind: usize, english: bool) -> String {
    FixKind::ALL.get(kind).map_or("", |kind| message::fix_label(*kind, locale(english))).into()
}

fn locale(english: bool) -> Locale {
    if english { Locale::En } else { Locale::Ja }
}
