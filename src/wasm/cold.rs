//! Rare questions, answered with whole objects through serde.
//!
//! Codes stay numbers here as well; `pkg/src/decode.js` gives them their names.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::field::Field;
use crate::findings::{Finding, Findings};
use crate::issue::Place;
use crate::line::{self, Application, FIELDS, Selection};
use crate::wasm::hot;

/// Value, label, state, issue. Tuples become arrays, which need no names in the module.
#[derive(Serialize)]
struct OptionView(&'static str, &'static str, u32, Option<IssueView>);

/// Code, field, value, whether the fix clears the field: an issue of a combination has no range, one parameter at the
/// most, and its fix only ever clears a choice.
#[derive(Serialize)]
struct IssueView(u32, u32, u32, bool);

impl From<&Finding> for IssueView {
    fn from(finding: &Finding) -> Self {
        let field = match finding.place {
            Place::Field(field) => field,
            Place::Whole | Place::UnknownKey(_) => Field::LineType,
        };
        let [value, ..] = finding.values;
        Self(finding.code as u32, field as u32, value, finding.fix.is_some())
    }
}

/// What is wrong with the selection in the slots, in the order of [`FIELDS`].
#[wasm_bindgen]
pub fn line_issues(claims: bool) -> JsValue {
    let mut findings = Findings::kept();
    let selection = read_selection(claims, &mut findings);
    line::report(&selection, &mut findings);
    let mut issues = Vec::new();
    findings.in_order(0, &mut |finding| issues.push(IssueView::from(finding)));
    to_js(&issues)
}

/// The options of every field of [`FIELDS`] for the selection in the slots.
#[wasm_bindgen]
pub fn line_options(claims: bool, english: bool) -> JsValue {
    let selection = read_selection(claims, &mut Findings::kept());
    let mut fields = Vec::new();
    for field in FIELDS {
        let mut options = Vec::new();
        line::each_option(&selection, field, &mut |choice, state, findings| {
            let label = if english { choice.en } else { choice.ja };
            let issue = findings.since(0).first().map(IssueView::from);
            options.push(OptionView(choice.value, label, state as u32, issue));
        });
        fields.push(options);
    }
    to_js(&fields)
}

fn read_selection(claims: bool, findings: &mut Findings) -> Selection {
    let mut selection = Selection::new(if claims { Application::Claims } else { Application::Eligibility });
    for (field, input) in FIELDS.into_iter().zip(hot::slots::<{ FIELDS.len() }>()) {
        selection.choose(field, input, findings);
    }
    selection
}

fn to_js<T: Serialize>(value: &T) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
