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
use onshi_check::{Code, Context, Date, Field, Form, Input, Issue, Kind, LONGEST_INPUT, Mode, Verdict, check, form};
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
    // `internal` is what is said when the module itself fails: the boundary's tests make it fail. The files that show what is
    // said about files stand in tests/files.
    let is_shown_here = |code: &&Code| **code != Code::Internal && !code.name().starts_with("csv.");
    for code in Code::ALL.iter().filter(is_shown_here) {
        assert!(all.contains(&format!("\"{}\"", code.name())), "no case shows {}", code.name());
    }
}

fn is_expectation(key: &str) -> bool {
    matches!(
        key,
        "status" | "value" | "codes" | "missing" | "remaining" | "checkDigit" | "changes" | "fix" | "safe" | "paths"
    )
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
        let form = Form::from_name(name.as_str().expect("a form's name")).expect("a form");
        let only = case.get("options").and_then(|options| options.get("only"));
        let report = report(form, &case["values"], only, &context);
        for (field, expected) in case.get("canonical").and_then(Value::as_object).into_iter().flatten() {
            let actual = report.get("values").and_then(|values| values.get(field)).unwrap_or(&Value::Null);
            assert_eq!(actual, expected, "{field}: {}", case["note"]);
        }
        return report;
    }
    if let Some(parts) = case.get("together") {
        return together(parts, &context);
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
        today: Date::parse(text("today")),
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

/// What stands in the slots of a form: nothing, a text, or something that is not read.
enum Given {
    Missing,
    Text(String),
    NotText,
}

impl Given {
    fn of(value: Option<&Value>, is_box: bool) -> Self {
        match value {
            None | Some(Value::Null) => Self::Missing,
            Some(Value::Bool(ticked)) if is_box => Self::Text(if *ticked { "true" } else { "" }.to_owned()),
            Some(value) => input(value).map_or(Self::NotText, Self::Text),
        }
    }

    fn input(&self) -> Input<'_> {
        match self {
            Self::Missing => Input::Missing,
            Self::Text(text) if text.len() > LONGEST_INPUT as usize => Input::TooLong,
            Self::Text(text) => Input::Text(text),
            Self::NotText => Input::NotText,
        }
    }
}

fn is_box(field: Field) -> bool {
    matches!(field, Field::LocationConfirmed | Field::TermsAccepted | Field::FeeAccepted | Field::EligibilityApplied)
}

/// Puts the values of a case into the slots of the form.
fn given(form: &Form, values: &Value) -> Vec<Given> {
    let mut item = 0;
    form.inputs()
        .map(|field| match values.get(field.name()) {
            Some(Value::Array(items)) if field == Field::TerminalNames => {
                item += 1;
                Given::of(items.get(item - 1), false)
            }
            // Text is a list of one; anything else is told from a list by its last slot.
            value if field == Field::TerminalNames => {
                item += 1;
                let slot = if value.is_some_and(|value| input(value).is_none()) {
                    form.inputs().filter(|it| *it == field).count()
                } else {
                    1
                };
                Given::of(value.filter(|_| item == slot), false)
            }
            value => Given::of(value, is_box(field)),
        })
        .collect()
}

fn report(form: &Form, values: &Value, only: Option<&Value>, context: &Context) -> Value {
    let given = given(form, values);
    let inputs: Vec<Input> = given.iter().map(Given::input).collect();
    let names = || values.as_object().into_iter().flatten().map(|(name, _)| name.as_str());
    let keys: Vec<&str> = names().filter(|name| form.inputs().all(|field| field.name() != *name)).collect();
    let unknown_keys: Vec<Input> = keys.iter().map(|name| Input::Text(name)).collect();
    let only = only.map_or(form::Only::ALL, |only| {
        let names: Vec<_> = only.as_array().expect("names").iter().filter_map(Value::as_str).collect();
        let bits = form.inputs().enumerate().filter(|(_, field)| names.contains(&field.name()));
        form::Only::bits(bits.fold(0, |bits, (index, _)| bits | 1 << index.min(31)))
    });
    let filled = form::Filled { inputs: &inputs, unknown_keys: &unknown_keys, only };
    let report = form.check_filled(&filled, context);
    let agrees = form.is(&filled, context) == (report.status == onshi_check::Status::Valid);
    assert!(agrees, "is() and check() disagree: {values}");
    let serialized = serde_json::to_value(&report).expect("data");
    json!({
        "status": serialized["status"],
        "values": serialized["values"],
        "codes": codes(&report.issues),
        "paths": report.issues.iter().map(|issue| path(issue, &keys)).collect::<Vec<_>>(),
        "missing": serialized["missing"],
        "issues": report.issues.len(),
    })
}

fn path(issue: &Issue, keys: &[&str]) -> Value {
    match issue.place {
        onshi_check::Place::UnknownKey(index) => json!([keys[usize::from(index)]]),
        place => serde_json::to_value(place).expect("data"),
    }
}

/// Both applications, put together as the package does: errors first, in the order of the forms.
fn together(parts: &Value, context: &Context) -> Value {
    let forms = ["eligibility", "claims"].map(|part| {
        let name = format!("{part}-application");
        (part, Form::from_name(&name).expect("a form"), parts.get(part).unwrap_or(&Value::Null))
    });
    let mut issues: Vec<(u8, usize, usize, Value)> = Vec::new();
    let mut missing = Vec::new();
    let mut statuses = Vec::new();
    let mut add = |part: usize, code: &str, path: &[Value]| {
        let (name, form, _) = &forms[part];
        let code = Code::ALL.iter().find(|it| it.name() == code).expect("a code");
        let field = form.inputs().position(|field| field.name() == path[0]).unwrap_or(usize::MAX);
        let path: Vec<Value> = std::iter::once(json!(name)).chain(path.iter().cloned()).collect();
        issues.push((code.severity() as u8, part, field, json!([code.name(), path])));
    };
    for (part, (name, form, values)) in forms.iter().enumerate() {
        let report = report(form, values, None, context);
        statuses.push(report["status"].as_str().expect("a status").to_owned());
        for (code, path) in
            report["codes"].as_array().expect("codes").iter().zip(report["paths"].as_array().expect("paths"))
        {
            add(part, code.as_str().expect("a code"), path.as_array().expect("a path"));
        }
        let names = report["missing"].as_array().expect("names").iter().filter_map(Value::as_str);
        missing.extend(names.map(|field| format!("{name}.{field}")));
    }
    let texts = forms.map(|(_, form, values)| {
        let given = given(form, values);
        let texts = form.inputs().zip(given).filter_map(|(field, given)| match given {
            Given::Text(text) => Some((field.name(), text)),
            _ => None,
        });
        texts.collect::<Vec<_>>()
    });
    let [eligibility, claims] =
        [0, 1].map(|part| texts[part].iter().map(|(name, text)| (*name, text.as_str())).collect::<Vec<_>>());
    for (part, issue) in form::check_together(&eligibility, &claims, context).together {
        let path = serde_json::to_value(issue.place).expect("data");
        add(part as usize, issue.code.name(), path.as_array().expect("a path"));
    }
    issues.sort_by_key(|(severity, part, field, _)| (*severity, *part, *field));
    let has = |status: &str| statuses.iter().any(|it| it == status);
    let status = ["invalid", "incomplete", "valid"].into_iter().find(|status| has(status));
    json!({
        "status": status,
        "codes": issues.iter().map(|(_, _, _, issue)| &issue[0]).collect::<Vec<_>>(),
        "paths": issues.iter().map(|(_, _, _, issue)| &issue[1]).collect::<Vec<_>>(),
        "missing": missing,
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
