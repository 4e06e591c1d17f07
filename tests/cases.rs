//! The golden cases of `tests/cases/*.json`, replayed on the host. README.md there says what a case holds.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test reports by failing"
)]

use std::fs;
use std::path::Path;

use onshi_check::kind::customer_id::Prefix;
use onshi_check::kind::fee_schedule::FeeSchedule;
use onshi_check::kind::institution_code;
use onshi_check::kind::line_type::{ClaimsLineType, LineType};
use onshi_check::kind::prefecture::Prefecture;
use onshi_check::line::{self, Application, Selection};
use onshi_check::{Code, Context, Field, Form, Input, Issue, Kind, LONGEST_INPUT, Mode, Verdict, check, form};
use serde_json::{Map, Value, json};

/// Holds texts that are no Unicode, which only JavaScript can replay.
const NOT_UNICODE: &str = "lone-surrogates.json";

#[test]
fn every_golden_case_holds() {
    let mut wrong = Vec::new();
    let mut replayed = 0;
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")).expect("tests/cases") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.extension().is_none_or(|extension| extension != "json") || name == NOT_UNICODE {
            continue;
        }
        let cases: Vec<Map<String, Value>> = serde_json::from_str(&fs::read_to_string(&path).expect("readable"))
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        for case in cases {
            replayed += 1;
            let actual = replay(&case);
            for (key, expected) in &case {
                if is_expectation(key) && actual.get(key).unwrap_or(&Value::Null) != expected {
                    let actual = actual.get(key).unwrap_or(&Value::Null);
                    wrong.push(format!("{name}: {}\n  {key}: expected {expected}, is {actual}", case["note"]));
                }
            }
        }
    }
    assert!(replayed >= 250, "only {replayed} cases were found");
    assert!(wrong.is_empty(), "{} of {replayed} cases:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_code_stands_in_a_golden_case() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let all: String = fs::read_dir(folder)
        .expect("tests/cases")
        .map(|entry| fs::read_to_string(entry.expect("an entry").path()).expect("readable"))
        .collect();
    // `internal` is what is said when the module itself fails; the boundary's tests make it fail.
    for code in Code::ALL.iter().filter(|code| **code != Code::Internal) {
        assert!(all.contains(&format!("\"{}\"", code.name())), "no case shows {}", code.name());
    }
}

fn is_expectation(key: &str) -> bool {
    matches!(key, "status" | "value" | "codes" | "missing" | "remaining" | "checkDigit" | "changes" | "fix" | "safe")
}

fn replay(case: &Map<String, Value>) -> Value {
    let none = json!({});
    let context = context(case.get("options").unwrap_or(&none));
    if let Some(parts) = case.get("assemble") {
        let texts = ["prefecture", "feeSchedule", "institutionNumber"].map(|name| parts.get(name).map(input));
        let inputs = [0, 1, 2].map(|index| match &texts[index] {
            None => Input::Missing,
            Some(None) => Input::NotText,
            Some(Some(text)) => Input::Text(text),
        });
        return shown(&institution_code::assemble(inputs, &context));
    }
    if let Some(selection) = case.get("selection") {
        return json!({ "codes": codes(&line_issues(selection)) });
    }
    if let Some(name) = case.get("form") {
        return report(name.as_str().expect("a form's name"), case, &context);
    }
    let Some(kind) = Kind::from_name(case["kind"].as_str().expect("a kind's name")) else {
        return shown(&Verdict::unread(Code::KindUnknown));
    };
    match input(&case["input"]) {
        Some(text) => shown(&check(kind, &text, &context)),
        None => shown(&Verdict::unread(Code::TypeNotText)),
    }
}

fn input(given: &Value) -> Option<String> {
    match given {
        Value::String(text) => Some(text.clone()),
        Value::Object(long) if long.contains_key("repeat") => {
            let times = usize::try_from(long["times"].as_u64()?).ok()?;
            Some(long["repeat"].as_str()?.repeat(times))
        }
        _ => None,
    }
}

fn context(options: &Value) -> Context {
    let text = |name| options.get(name).and_then(Value::as_str).unwrap_or_default();
    Context {
        mode: if text("mode") == "typing" { Mode::Typing } else { Mode::Final },
        strict: options.get("strict") == Some(&Value::Bool(true)),
        prefecture: Prefecture::parse(text("prefecture")),
        fee_schedule: FeeSchedule::parse(text("feeSchedule")),
        customer_id_kind: match text("customerIdKind") {
            "caf" => Some(Prefix::Caf),
            "cop" => Some(Prefix::Cop),
            _ => None,
        },
        line_type: LineType::parse(text("lineType")),
        claims_line_type: ClaimsLineType::parse(text("lineType")),
        ..Context::default()
    }
}

fn line_issues(selection: &Value) -> Vec<Issue> {
    let text = |field: Field| selection.get(field.name()).and_then(Value::as_str).unwrap_or_default();
    let application = match selection.get("application").and_then(Value::as_str) {
        Some("claims") => Application::Claims,
        _ => Application::Eligibility,
    };
    let mut read = Selection::new(application);
    let mut issues = Vec::new();
    for field in line::FIELDS {
        match read.with(field, text(field)) {
            Ok(with) => read = with,
            Err(issue) => issues.push(issue),
        }
    }
    issues.extend(line::issues(&read));
    issues
}

fn report(name: &str, case: &Map<String, Value>, context: &Context) -> Value {
    let form = Form::from_name(name).expect("a form");
    let values = case["values"].as_object().expect("values");
    let texts: Vec<(&str, Option<String>)> = values
        .iter()
        .map(|(name, value)| match value {
            Value::Bool(ticked) => (name.as_str(), Some(if *ticked { "true" } else { "" }.to_owned())),
            Value::Null => (name.as_str(), Some(String::new())),
            other => (name.as_str(), input(other)),
        })
        .collect();
    let inputs: Vec<Input> = form
        .fields()
        .map(|field| match texts.iter().find(|(name, _)| *name == field.name()) {
            None => Input::Missing,
            Some((_, None)) => Input::NotText,
            Some((_, Some(text))) if text.len() > LONGEST_INPUT as usize => Input::TooLong,
            Some((_, Some(text))) => Input::Text(text),
        })
        .collect();
    let unknown: Vec<&str> =
        texts.iter().map(|(name, _)| *name).filter(|name| form.fields().all(|field| field.name() != *name)).collect();
    let only = case.get("options").and_then(|options| options.get("only")).map_or(form::Only::ALL, |only| {
        let names: Vec<_> = only.as_array().expect("names").iter().filter_map(Value::as_str).collect();
        let bits = form.fields().enumerate().filter(|(_, field)| names.contains(&field.name()));
        form::Only::bits(bits.fold(0, |bits, (index, _)| bits | 1 << index))
    });
    let report = form.check_inputs(&inputs, &unknown, only, context);
    let agrees = form.is(&inputs, only, context) == (report.status == onshi_check::Status::Valid);
    assert!(agrees, "is() and check() disagree: {}", case["note"]);
    json!({
        "status": report.status.name(),
        "codes": codes(&report.issues),
        "missing": report.missing.iter().map(|field| field.name()).collect::<Vec<_>>(),
    })
}

fn shown(verdict: &Verdict) -> Value {
    let mut changes: Vec<&str> = Vec::new();
    for change in &verdict.changes {
        if !changes.contains(&change.kind.name()) {
            changes.push(change.kind.name());
        }
    }
    let fix = verdict.issues.iter().find_map(|issue| issue.fix.as_ref());
    json!({
        "status": verdict.status.name(),
        "value": verdict.value,
        "codes": codes(&verdict.issues),
        "remaining": verdict.remaining,
        "checkDigit": verdict.check_digit.map(onshi_check::CheckDigit::name),
        "changes": changes,
        "fix": fix.map(|fix| &fix.value),
        "safe": fix.map(|fix| fix.safe),
    })
}

fn codes(issues: &[Issue]) -> Vec<&'static str> {
    issues.iter().map(|issue| issue.code.name()).collect()
}
