//! The boundary to JavaScript, from inside WebAssembly: the golden cases replayed through the exported functions, with
//! texts written and words read as `pkg/src/engine.js` and `pkg/src/decode.js` do it.
//!
//! `cargo test --target wasm32-unknown-unknown --test wasm` runs it in Node, and with `WASM_BINDGEN_USE_BROWSER=1` in a
//! browser: there is no `wasm_bindgen_test_configure!` on purpose.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test reports by failing"
)]
#![cfg(target_arch = "wasm32")]
#![allow(unsafe_code, reason = "plays the part of JavaScript, which reads and writes the module's memory")]

use std::slice;

use js_sys::{Array, Reflect};
use onshi_check::line::FIELDS;
use onshi_check::wasm::{cold, hot};
use onshi_check::{ChangeKind, Code, Field, Form, Kind, LONGEST_INPUT};
use serde_json::{Map, Value, json};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

type Case = Map<String, Value>;

/// One file a kind, and `robustness.json`. `lone-surrogates.json` needs texts that only JavaScript can hold.
const SINGLE: [(&str, &str); 17] = [
    ("claims-line-type", include_str!("cases/claims-line-type.json")),
    ("customer-id", include_str!("cases/customer-id.json")),
    ("date", include_str!("cases/date.json")),
    ("email", include_str!("cases/email.json")),
    ("fee-schedule", include_str!("cases/fee-schedule.json")),
    ("institution-code", include_str!("cases/institution-code.json")),
    ("institution-number", include_str!("cases/institution-number.json")),
    ("line-type", include_str!("cases/line-type.json")),
    ("password", include_str!("cases/password.json")),
    ("payment-method", include_str!("cases/payment-method.json")),
    ("phone", include_str!("cases/phone.json")),
    ("prefecture", include_str!("cases/prefecture.json")),
    ("robustness", include_str!("cases/robustness.json")),
    ("secret-number", include_str!("cases/secret-number.json")),
    ("text", include_str!("cases/text.json")),
    ("v6-option", include_str!("cases/v6-option.json")),
    ("year-month", include_str!("cases/year-month.json")),
];
const ASSEMBLE: &str = include_str!("cases/assemble.json");
const LINE: &str = include_str!("cases/line.json");
const USER_REGISTRATION: &str = include_str!("cases/user-registration.json");

const STATUSES: [&str; 4] = ["empty", "incomplete", "invalid", "valid"];
const NOT_TEXT: u32 = u32::MAX;
const TOO_LONG: u32 = u32::MAX - 1;

// ---- the part of engine.js ---------------------------------------------------------------------------------------

/// What a slot can hold.
enum Slot {
    Missing,
    NotText,
    Text(String),
}

impl Slot {
    fn of(given: Option<&Value>) -> Self {
        match given {
            None => Self::Missing,
            Some(Value::String(text)) => Self::Text(text.clone()),
            Some(Value::Object(long)) if long.contains_key("repeat") => {
                let times = usize::try_from(long["times"].as_u64().expect("a number")).expect("a small number");
                Self::Text(long["repeat"].as_str().expect("a text").repeat(times))
            }
            Some(_) => Self::NotText,
        }
    }

    /// A value of a form: what is not given, and what is ticked.
    fn of_field(given: Option<&Value>) -> Self {
        match given {
            None | Some(Value::Null) => Self::Missing,
            Some(Value::Bool(ticked)) => Self::Text(if *ticked { "true" } else { "" }.to_owned()),
            other => Self::of(other),
        }
    }
}

/// The first `length` bytes of the scratch buffer.
fn texts(length: usize) -> &'static mut [u8] {
    // SAFETY: `hot::texts` promises that much room, and no call runs while the slice is in use.
    unsafe { slice::from_raw_parts_mut(hot::texts(length), length) }
}

/// Writes the slots one behind the other, as `write` of engine.js does. Returns how many bytes they take.
fn write(slots: &[Slot]) -> usize {
    let mut bytes = Vec::new();
    let lengths: Vec<u32> = slots
        .iter()
        .map(|slot| match slot {
            Slot::Missing => 0,
            Slot::NotText => NOT_TEXT,
            Slot::Text(text) if text.encode_utf16().count() > LONGEST_INPUT as usize => TOO_LONG,
            Slot::Text(text) => {
                bytes.extend_from_slice(text.as_bytes());
                u32::try_from(text.len()).expect("short")
            }
        })
        .collect();
    texts(bytes.len().max(1))[..bytes.len()].copy_from_slice(&bytes);
    // SAFETY: there are 64 slots, more than any case fills.
    unsafe { slice::from_raw_parts_mut(hot::lengths(), lengths.len()) }.copy_from_slice(&lengths);
    bytes.len()
}

fn kind_number(name: &str) -> usize {
    Kind::ALL.iter().position(|kind| kind.name() == name).unwrap_or(usize::MAX)
}

fn form_number(name: &str) -> usize {
    Form::all().iter().position(|form| form.name() == name).expect("a form")
}

/// The packed context that `pkg/src/context.js` makes.
fn context(options: Option<&Value>) -> u32 {
    let Some(options) = options else { return 0 };
    let text = |name: &str| options.get(name).and_then(Value::as_str).unwrap_or_default();
    let number = |text: &str| text.parse::<u32>().unwrap_or(0);
    let prefecture = Some(text("prefecture")).filter(|it| it.len() == 2).map_or(0, number);
    let fee_schedule = Some(text("feeSchedule")).filter(|it| it.len() == 1).map_or(0, number);
    let customer_id_kind = match text("customerIdKind") {
        "caf" => 1,
        "cop" => 2,
        _ => 0,
    };
    let line = match text("lineType") {
        "1" => 1,
        "2" => 2,
        "3" => 3,
        "isdn" => 1 << 2,
        "ip-vpn-ipv4" => 2 << 2,
        "ip-vpn-ipv6" => 3 << 2,
        "internet" => 4 << 2,
        _ => 0,
    };
    u32::from(text("mode") == "typing")
        | u32::from(options.get("strict") == Some(&Value::Bool(true))) << 1
        | if prefecture <= 47 { prefecture << 2 } else { 0 }
        | fee_schedule << 8
        | customer_id_kind << 11
        | line << 13
}

// ---- the part of decode.js ---------------------------------------------------------------------------------------

/// Reads the words of an answer one by one.
struct Answer {
    words: *const u32,
    read: Vec<u32>,
}

impl Answer {
    fn at(words: *const u32) -> Self {
        Self { words, read: Vec::new() }
    }

    fn next(&mut self) -> u32 {
        // SAFETY: the layout says how many words there are, and no call is made while the answer is read.
        let word = unsafe { *self.words.add(self.read.len()) };
        self.read.push(word);
        word
    }

    fn string(&mut self) -> String {
        let (start, length) = (self.next() as usize, self.next() as usize);
        // SAFETY: as above.
        let bytes = unsafe { slice::from_raw_parts(hot::strings().add(start), length) };
        String::from_utf8(bytes.to_vec()).expect("UTF-8")
    }

    /// A verdict without its issues.
    fn verdict(&mut self, input: &str) -> Case {
        let head = self.next();
        let status = STATUSES[(head & 3) as usize];
        let text = match (head & 4, head & 3) {
            (0, 0) => String::new(),
            (0, _) => input.to_owned(),
            _ => self.string(),
        };
        let value = match head >> 3 & 3 {
            0 => Value::Null,
            1 => json!(text),
            _ => json!(self.string()),
        };
        let mut changes: Vec<&str> = Vec::new();
        if head & 0x200 != 0 {
            for _ in 0..self.next() {
                let (kind, _index) = (self.next(), self.next());
                let (from, to) = (self.string(), self.string());
                assert_ne!(from, to);
                let name = ChangeKind::ALL[kind as usize].name();
                if !changes.contains(&name) {
                    changes.push(name);
                }
            }
        }
        let remaining = Some(head >> 10 & 255).filter(|remaining| *remaining != 255);
        let check_digit = [None, Some("ok"), Some("mismatch"), Some("unverified")][(head >> 5 & 3) as usize];
        let read = json!({
            "status": status, "value": value, "changes": changes, "remaining": remaining, "checkDigit": check_digit,
        });
        read.as_object().expect("an object").clone()
    }

    /// Codes, and value and safety of the first fix.
    fn issues(&mut self) -> (Vec<&'static str>, Option<(String, bool)>) {
        let (mut codes, mut first) = (Vec::new(), None);
        for _ in 0..self.next() {
            let head = self.next();
            let code = Code::ALL[(head & 255) as usize];
            codes.push(code.name());
            let values = [self.next(), self.next(), self.next()];
            assert!(values[code.params().len()..].iter().all(|value| *value == 0), "{} {values:?}", code.name());
            if head & 1 << 18 != 0 {
                let (start, end) = (self.next(), self.next());
                assert!(start <= end, "{} {start} {end}", code.name());
            }
            if head & 1 << 19 != 0 {
                let value = self.string();
                first.get_or_insert((value, head & 1 << 24 != 0));
            }
            assert_sentence(code, values);
        }
        (codes, first)
    }

    fn whole(&mut self, input: &str) -> Case {
        let mut verdict = self.verdict(input);
        let (codes, fix) = self.issues();
        verdict.insert("codes".into(), json!(codes));
        verdict.insert("fix".into(), json!(fix.as_ref().map(|(value, _)| value)));
        verdict.insert("safe".into(), json!(fix.as_ref().map(|(_, safe)| safe)));
        verdict
    }
}

/// Asking for a sentence may move the memory, so the answer's own words were read before.
fn assert_sentence(code: Code, [first, second, third]: [u32; 3]) {
    for english in [false, true] {
        let length = hot::message(code as usize, first, second, third, english);
        // SAFETY: `message` says how long the sentence is.
        let bytes = unsafe { slice::from_raw_parts(hot::sentence(), length) };
        let sentence = str::from_utf8(bytes).expect("UTF-8");
        assert!(sentence.ends_with(if english { '.' } else { '。' }) && !sentence.contains('{'), "{sentence}");
    }
}

fn cases(table: &str) -> Vec<Case> {
    serde_json::from_str(table).expect("a list of cases")
}

/// What differs between a case and what was answered.
fn differences<'a>(case: &'a Case, actual: &'a Case, keys: &'a [&str]) -> impl Iterator<Item = String> + 'a {
    keys.iter().filter_map(move |key| {
        let expected = case.get(*key)?;
        let actual = actual.get(*key).unwrap_or(&Value::Null);
        (expected != actual).then(|| format!("{}\n  {key}: expected {expected}, is {actual}", case["note"]))
    })
}

const EXPECTATIONS: [&str; 8] = ["status", "value", "codes", "remaining", "checkDigit", "changes", "fix", "safe"];

// ---- tests -------------------------------------------------------------------------------------------------------

#[wasm_bindgen_test]
fn every_golden_case_of_a_single_field_holds_through_the_boundary() {
    let (mut wrong, mut replayed) = (Vec::new(), 0);
    for (file, table) in SINGLE {
        for case in cases(table) {
            replayed += 1;
            let slot = Slot::of(case.get("input"));
            let input = if let Slot::Text(text) = &slot { text.clone() } else { String::new() };
            let secret = case["kind"] == "password" || case["kind"] == "secret-number";
            let kind = kind_number(case["kind"].as_str().expect("a kind"));
            let packed = context(case.get("options"));
            let length = write(slice::from_ref(&slot));
            let shown = if secret || input.encode_utf16().count() > LONGEST_INPUT as usize { "" } else { &input };
            let mut actual = Answer::at(hot::check(kind, packed)).whole(shown);
            if secret {
                // The words only say that the text is the input; engine.js is told which kinds are secret.
                assert_eq!(actual["value"].as_str().unwrap_or_default(), "");
                actual.insert("value".into(), Value::Null);
            }
            wrong.extend(differences(&case, &actual, &EXPECTATIONS).map(|what| format!("{file}: {what}")));
            if matches!(slot, Slot::Text(_)) && length > 0 {
                write(slice::from_ref(&slot));
                let agrees = hot::is(kind, length, packed) == (case["status"] == "valid");
                assert!(agrees, "{file}: is() disagrees: {}", case["note"]);
            }
        }
    }
    assert!(replayed >= 400, "only {replayed} cases were found");
    assert!(wrong.is_empty(), "{} of {replayed}:\n{}", wrong.len(), wrong.join("\n"));
}

#[wasm_bindgen_test]
fn every_golden_case_of_assembling_holds_through_the_boundary() {
    let mut wrong = Vec::new();
    for case in cases(ASSEMBLE) {
        let parts = &case["assemble"];
        let slots = ["prefecture", "feeSchedule", "institutionNumber"].map(|name| Slot::of(parts.get(name)));
        write(&slots);
        let actual = Answer::at(hot::assemble(context(case.get("options")))).whole("");
        wrong.extend(differences(&case, &actual, &EXPECTATIONS));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[wasm_bindgen_test]
fn every_golden_case_of_a_form_holds_through_the_boundary() {
    let mut wrong = Vec::new();
    for case in cases(USER_REGISTRATION) {
        let name = case["form"].as_str().expect("a form");
        let form = Form::from_name(name).expect("a form");
        let values = case["values"].as_object().expect("values");
        let mut slots: Vec<Slot> = form.fields().map(|field| Slot::of_field(values.get(field.name()))).collect();
        let keys: Vec<&String> = values.keys().filter(|key| form.fields().all(|field| field.name() != **key)).collect();
        slots.extend(keys.iter().map(|key| Slot::Text((*key).clone())));
        let only = case.get("options").and_then(|options| options.get("only")).and_then(Value::as_array);
        let judged: Vec<Field> =
            form.fields().filter(|field| only.is_none_or(|only| only.contains(&json!(field.name())))).collect();
        let bits = form
            .fields()
            .zip(0..)
            .filter(|(field, _)| judged.contains(field))
            .fold(0_u64, |bits, (_, at)| bits | 1 << at);
        let (low, high) = (bits as u32, (bits >> 32) as u32);
        let (number, packed) = (form_number(name), context(case.get("options")));

        write(&slots);
        let mut answer = Answer::at(hot::form_check(number, keys.len(), low, high, packed));
        for _ in &judged {
            answer.verdict("");
        }
        let (codes, _) = answer.issues();
        let status = STATUSES[answer.next() as usize];
        let missing_bits = u64::from(answer.next()) | u64::from(answer.next()) << 32;
        let missing: Vec<_> = form
            .fields()
            .zip(0..)
            .filter(|(_, at)| missing_bits >> at & 1 == 1)
            .map(|(field, _)| field.name())
            .collect();
        let actual = json!({ "status": status, "codes": codes, "missing": missing });
        wrong.extend(differences(&case, actual.as_object().expect("an object"), &["status", "codes", "missing"]));

        write(&slots[..form.fields().len()]);
        assert_eq!(hot::form_is(number, low, high, packed), case["status"] == "valid", "{}", case["note"]);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn write_selection(selection: &Value) -> bool {
    write(&FIELDS.map(|field| Slot::of(selection.get(field.name()))));
    selection.get("application") == Some(&json!("claims"))
}

fn item(list: &JsValue, index: u32) -> JsValue {
    Reflect::get_u32(list, index).expect("a list")
}

fn number(list: &JsValue, index: u32) -> usize {
    let number = item(list, index).as_f64().expect("a number");
    // Numbers of enums are small and whole.
    format!("{number}").parse().expect("a whole number")
}

#[wasm_bindgen_test]
fn every_golden_case_of_a_line_choice_holds_through_the_boundary() {
    let mut wrong = Vec::new();
    for case in cases(LINE) {
        let claims = write_selection(&case["selection"]);
        let issues = Array::from(&cold::line_issues(claims));
        let codes: Vec<_> = issues.iter().map(|issue| Code::ALL[number(&issue, 0)].name()).collect();
        let actual = json!({ "codes": codes });
        wrong.extend(differences(&case, actual.as_object().expect("an object"), &["codes"]));
        for issue in issues.iter() {
            assert!(FIELDS.contains(&Field::ALL[number(&issue, 1)]), "{}", case["note"]);
            assert!(item(&issue, 3).as_bool().is_some(), "{}", case["note"]);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[wasm_bindgen_test]
fn the_options_of_a_line_choice_are_lists_of_value_label_state_and_issue() {
    for (selection, expected) in [
        (json!({ "prefecture": "13" }), [0, 1, 0]),
        (json!({ "prefecture": "23" }), [0, 0, 0]),
        (json!({ "prefecture": "13", "lineType": "2", "v6Option": "contracted" }), [0, 1, 1]),
    ] {
        for english in [false, true] {
            let claims = write_selection(&selection);
            let fields = Array::from(&cold::line_options(claims, english));
            assert_eq!(fields.length() as usize, FIELDS.len());
            assert_eq!(Array::from(&fields.get(0)).length(), 47);
            let at = FIELDS.iter().position(|field| *field == Field::LineType).expect("a field");
            let line_types = Array::from(&fields.get(u32::try_from(at).expect("small")));
            let states: Vec<_> = line_types.iter().map(|option| number(&option, 2)).collect();
            assert_eq!(states, expected, "{selection}");
            for option in line_types.iter() {
                assert!(item(&option, 0).as_string().is_some_and(|value| "123".contains(&value)));
                let label = item(&option, 1).as_string().expect("a label");
                assert!(english == label.is_ascii() && !label.is_empty(), "{label}");
                assert_eq!(item(&option, 3).is_null(), number(&option, 2) == 0, "{selection}");
            }
        }
    }
}

const ROOM: usize = 4096;

fn assert_no_trace(secret: &str, words: *const u32) {
    assert!(texts(ROOM).iter().all(|byte| *byte == 0), "something of {secret:?} is left in the scratch buffer");
    // Words hold statuses, codes and numbers; strings are the only place where a text could go.
    // SAFETY: the head of the verdict is the first word.
    let head = unsafe { *words };
    assert_eq!(head & 4, 0, "a text follows");
    assert_eq!(head & 0x200, 0, "changes follow");
}

#[wasm_bindgen_test]
fn after_a_secret_was_checked_the_scratch_buffer_is_all_zeros() {
    texts(ROOM).fill(0);
    for (kind, secret) in [
        (Kind::Password, "Abcdefg1"),
        (Kind::Password, "Ｓｅｃｒｅｔ pass 1"),
        (Kind::Password, "x"),
        (Kind::SecretNumber, "9123"),
        (Kind::SecretNumber, "９１-２３"),
        (Kind::SecretNumber, "91x"),
    ] {
        for packed in 0..4 {
            let number = Kind::ALL.iter().position(|it| *it == kind).expect("a kind");
            write(&[Slot::Text(secret.to_owned())]);
            assert_no_trace(secret, hot::check(number, packed));
            let length = write(&[Slot::Text(secret.to_owned())]);
            hot::is(number, length, packed);
            assert!(texts(ROOM).iter().all(|byte| *byte == 0), "is() leaves {secret:?}");
        }
    }
}

#[wasm_bindgen_test]
fn after_a_form_was_checked_the_scratch_buffer_is_all_zeros_and_no_string_holds_its_password() {
    texts(ROOM).fill(0);
    let form = Form::from_name("user-registration").expect("a form");
    let number = form_number(form.name());
    for (password, repeated) in [("Zq7#kkWw", "Zq7#kkWw"), ("Zq7#kkWw", "Zq7#kkWv"), ("Zq7#", "")] {
        let slots = || -> Vec<Slot> {
            let text = |field: Field| match field {
                Field::Password => password,
                Field::PasswordConfirm => repeated,
                Field::Phone => "０３-1234-5678",
                Field::Email => "Clinic@example.jp",
                _ => "13",
            };
            form.fields().map(|field| Slot::Text(text(field).to_owned())).collect()
        };
        write(&slots());
        hot::form_is(number, u32::MAX, u32::MAX, 0);
        assert!(texts(ROOM).iter().all(|byte| *byte == 0), "form_is() leaves something");
        write(&slots());
        let mut answer = Answer::at(hot::form_check(number, 0, u32::MAX, u32::MAX, 0));
        assert!(texts(ROOM).iter().all(|byte| *byte == 0), "form_check() leaves something");
        // Every string of the answer, one behind the other. None of them is longer than what was written.
        // SAFETY: strings are read below their end, which the last change and fix set.
        let mut end = 0;
        for _ in form.fields() {
            let before = answer.read.len();
            answer.verdict("");
            end = end.max(answer.read[before..].iter().copied().filter(|word| *word < 1 << 10).max().unwrap_or(0));
        }
        let strings = unsafe { slice::from_raw_parts(hot::strings(), end as usize) };
        for window in password.as_bytes().windows(4) {
            assert!(!strings.windows(4).any(|it| it == window), "a string holds a part of the password");
        }
    }
}

#[wasm_bindgen_test]
fn a_kind_or_a_form_that_does_not_exist_is_answered_without_a_trap() {
    for kind in [Kind::ALL.len(), 255, usize::MAX] {
        write(&[Slot::Text("CAF0123456789".to_owned())]);
        let mut answer = Answer::at(hot::check(kind, 0));
        assert_eq!(answer.whole("")["codes"], json!(["kind.unknown"]));
        assert!(!hot::is(kind, 13, 0));
    }
    for form in [Form::all().len(), 255, usize::MAX] {
        assert!(!hot::form_is(form, u32::MAX, u32::MAX, 0));
        // Nothing can be read from the answer; engine.js never asks, because `form(name)` throws before.
        hot::form_check(form, 0, u32::MAX, u32::MAX, 0);
        hot::form_check(form, 10, u32::MAX, u32::MAX, u32::MAX);
    }
}

#[wasm_bindgen_test]
fn numbers_out_of_range_are_answered_without_a_trap() {
    for packed in [u32::MAX, 0x3f << 2, 7 << 8, 3 << 11, 7 << 15, 1 << 31] {
        for kind in 0..Kind::ALL.len() {
            let length = write(&[Slot::Text("CAF0123456789".to_owned())]);
            Answer::at(hot::check(kind, packed)).whole("");
            write(&[Slot::Text("1310110049".to_owned())]);
            hot::is(kind, length.min(10), packed);
        }
        write(&[Slot::Missing, Slot::NotText, Slot::Text("x".to_owned())]);
        Answer::at(hot::assemble(packed)).whole("");
    }
    for code in [Code::ALL.len(), 255, usize::MAX] {
        assert!(hot::message(code, u32::MAX, 0, 1, true) > 0);
    }
    // A form with more keys behind it than there are slots.
    write(&[Slot::Missing]);
    hot::form_check(0, 1_000, u32::MAX, u32::MAX, 0);
    hot::form_check(0, 50, u32::MAX, u32::MAX, 0);
}

#[wasm_bindgen_test]
fn the_scratch_buffer_grows_and_keeps_what_was_written() {
    texts(16)[..5].copy_from_slice(b"13101");
    let wide = texts(100_000);
    assert_eq!(&wide[..5], b"13101");
    wide[..10].copy_from_slice(b"1310110049");
    assert!(hot::is(kind_number("institution-code"), 10, 0));
}
