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

use onshi_check::line::FIELDS;
use onshi_check::wasm::{cold, hot};
use onshi_check::{ChangeKind, Code, Date, Field, Form, Kind, LONGEST_INPUT};
use serde_json::{Map, Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

type Case = Map<String, Value>;

/// One file a kind, and `robustness.json`. `lone-surrogates.json` needs texts that only JavaScript can hold.
const SINGLE: [(&str, &str); 20] = [
    ("claims-line-type", include_str!("cases/claims-line-type.json")),
    ("customer-id", include_str!("cases/customer-id.json")),
    ("date", include_str!("cases/date.json")),
    ("email", include_str!("cases/email.json")),
    ("fee-schedule", include_str!("cases/fee-schedule.json")),
    ("institution-code", include_str!("cases/institution-code.json")),
    ("institution-number", include_str!("cases/institution-number.json")),
    ("internet-provider", include_str!("cases/internet-provider.json")),
    ("line-service", include_str!("cases/line-service.json")),
    ("line-type", include_str!("cases/line-type.json")),
    ("password", include_str!("cases/password.json")),
    ("payment-method", include_str!("cases/payment-method.json")),
    ("phone", include_str!("cases/phone.json")),
    ("prefecture", include_str!("cases/prefecture.json")),
    ("robustness", include_str!("cases/robustness.json")),
    ("secret-number", include_str!("cases/secret-number.json")),
    ("terminal-name", include_str!("cases/terminal-name.json")),
    ("text", include_str!("cases/text.json")),
    ("v6-option", include_str!("cases/v6-option.json")),
    ("year-month", include_str!("cases/year-month.json")),
];
const ASSEMBLE: &str = include_str!("cases/assemble.json");
const LINE: &str = include_str!("cases/line.json");
/// One file a form.
const FORMS: [&str; 8] = [
    include_str!("cases/user-registration.json"),
    include_str!("cases/login.json"),
    include_str!("cases/eligibility-application.json"),
    include_str!("cases/eligibility-paper.json"),
    include_str!("cases/claims-application.json"),
    include_str!("cases/certificate-application.json"),
    include_str!("cases/deferral-notice.json"),
    include_str!("cases/operation-start.json"),
];
const CHECK_TOGETHER: &str = include_str!("cases/check-together.json");

const STATUSES: [&str; 4] = ["empty", "incomplete", "invalid", "valid"];
const NOT_TEXT: u32 = u32::MAX;
const TOO_LONG: u32 = u32::MAX - 1;
const END: u32 = u32::MAX;

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
    fn of_field(given: Option<&Value>, is_box: bool) -> Self {
        match given {
            None | Some(Value::Null) => Self::Missing,
            Some(Value::Bool(ticked)) if is_box => Self::Text(if *ticked { "true" } else { "" }.to_owned()),
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

    /// True where no verdict follows; the mark of the end is read.
    fn is_at_the_end(&mut self) -> bool {
        let head = self.next();
        if head != END {
            self.read.pop();
        }
        head == END
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

/// The inputs of a form, as `writeFields` of engine.js puts them into slots.
fn form_slots(form: &Form, values: &Value) -> Vec<Slot> {
    let list = Field::TerminalNames;
    let of_list = form.inputs().filter(|field| *field == list).count();
    let mut item = 0;
    let slot = |field: Field| match values.get(field.name()) {
        value if field != list => Slot::of_field(value, is_box(field)),
        Some(Value::Array(items)) => {
            item += 1;
            // The last slot only says that there is more.
            match items.get(item - 1) {
                Some(_) if item == of_list => Slot::Text("more".to_owned()),
                value => Slot::of_field(value, false),
            }
        }
        value => {
            item += 1;
            match Slot::of_field(value, false) {
                Slot::NotText if item == of_list => Slot::NotText,
                Slot::Text(text) if item == 1 => Slot::Text(text),
                _ => Slot::Missing,
            }
        }
    };
    form.inputs().map(slot).collect()
}

fn is_box(field: Field) -> bool {
    matches!(field, Field::LocationConfirmed | Field::TermsAccepted | Field::FeeAccepted | Field::EligibilityApplied)
}

fn today(options: Option<&Value>) -> u32 {
    let text = options.and_then(|options| options.get("today")).and_then(Value::as_str).unwrap_or_default();
    Date::parse(text).map_or(0, Date::packed)
}

#[wasm_bindgen_test]
fn every_golden_case_of_a_form_holds_through_the_boundary() {
    let (mut wrong, mut replayed) = (Vec::new(), 0);
    for case in FORMS.into_iter().flat_map(cases) {
        let form = Form::from_name(case["form"].as_str().expect("a form")).expect("a form");
        let mut slots = form_slots(form, &case["values"]);
        let inputs = slots.len();
        let names = case["values"].as_object().expect("values").keys();
        let keys = names.filter(|key| form.inputs().all(|field| field.name() != **key));
        slots.extend(keys.map(|key| Slot::Text(key.clone())));
        let options = case.get("options");
        let only = options.and_then(|options| options.get("only")).and_then(Value::as_array);
        let is_judged = |field: &Field| only.is_none_or(|only| only.contains(&json!(field.name())));
        let bits =
            form.inputs().zip(0..32).filter(|(field, _)| is_judged(field)).fold(0_u32, |bits, (_, at)| bits | 1 << at);
        let (number, packed, today) = (form_number(form.name()), context(options), today(options));

        write(&slots);
        let mut answer = Answer::at(hot::form_check(number, slots.len() - inputs, bits, packed, today));
        while !answer.is_at_the_end() {
            answer.verdict("");
        }
        let (codes, _) = answer.issues();
        let status = STATUSES[answer.next() as usize];
        let missing_bits = answer.next();
        let missing: Vec<_> = form
            .inputs()
            .zip(0..32)
            .filter(|(_, at)| missing_bits >> at & 1 == 1)
            .map(|(field, _)| field.name())
            .take(missing_bits.count_ones() as usize)
            .collect();
        let actual = json!({ "status": status, "codes": codes, "missing": missing });
        wrong.extend(differences(&case, actual.as_object().expect("an object"), &["status", "codes", "missing"]));

        write(&slots[..inputs]);
        assert_eq!(hot::form_is(number, bits, packed, today), case["status"] == "valid", "{}", case["note"]);
        replayed += 1;
    }
    assert!(replayed >= 600, "only {replayed} cases were found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[wasm_bindgen_test]
fn two_applications_are_compared_through_the_boundary() {
    let mut seen = 0;
    for case in cases(CHECK_TOGETHER) {
        let mut slots = Vec::new();
        for part in ["eligibility", "claims"] {
            let form = Form::from_name(&format!("{part}-application")).expect("a form");
            slots.extend(form_slots(form, case["together"].get(part).unwrap_or(&Value::Null)));
        }
        write(&slots);
        let options = case.get("options");
        let mut answer = Answer::at(cold::together(context(options), today(options)));
        let (found, _) = answer.issues();
        assert!(answer.next() < 1 << found.len(), "a bit each");
        let all = case["codes"].as_array().expect("codes").iter().filter_map(Value::as_str);
        let expected: Vec<_> = all.filter(|code| code.starts_with("together.")).collect();
        assert_eq!(found, expected, "{}", case["note"]);
        assert!(texts(ROOM).iter().all(|byte| *byte == 0), "together() leaves something");
        seen += found.len();
    }
    assert!(seen > 0, "no case shows a mismatch");
}

fn write_selection(selection: &Value) -> bool {
    write(&FIELDS.map(|field| Slot::of(selection.get(field.name()))));
    selection.get("application") == Some(&json!("claims"))
}

#[wasm_bindgen_test]
fn every_golden_case_of_a_line_choice_holds_through_the_boundary() {
    let mut wrong = Vec::new();
    for case in cases(LINE) {
        let claims = write_selection(&case["selection"]);
        let (codes, _) = Answer::at(cold::line_issues(claims)).issues();
        let actual = json!({ "codes": codes });
        wrong.extend(differences(&case, actual.as_object().expect("an object"), &["codes"]));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[wasm_bindgen_test]
fn the_options_of_a_line_choice_are_lists_of_value_label_state_and_issue() {
    for (selection, expected) in [
        (json!({ "prefecture": "13" }), [0, 1, 0]),
        (json!({ "prefecture": "23" }), [0, 0, 0]),
        (json!({ "prefecture": "13", "lineType": "2", "v6Option": "contracted" }), [0, 1, 1]),
        (json!({ "lineService": "hikari-cross" }), [0, 1, 2]),
    ] {
        for english in [false, true] {
            let claims = write_selection(&selection);
            let mut answer = Answer::at(cold::line_options(claims, english));
            for (field, count) in FIELDS.into_iter().zip([47, 3, 3, 2, 19]) {
                assert_eq!(answer.next(), count, "{}", field.name());
                let mut states = Vec::new();
                for _ in 0..count {
                    let (value, label, state) = (answer.string(), answer.string(), answer.next());
                    assert!(value.is_ascii() && !label.is_empty(), "{value} {label}");
                    assert!(!english || label.is_ascii(), "{label}");
                    let (codes, _) = answer.issues();
                    assert!(codes.len() <= 1 && (state == 0 || codes.len() == 1), "{value} {codes:?}");
                    states.push(state);
                }
                if field == Field::LineType {
                    assert_eq!(states, expected, "{selection}");
                }
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

/// Whatever the form, and wherever the secret stands in it.
#[wasm_bindgen_test]
fn after_a_form_was_checked_the_scratch_buffer_is_all_zeros_and_no_string_holds_its_secrets() {
    texts(ROOM).fill(0);
    for (secret, repeated) in
        [("Zq7#kkWw", "Zq7#kkWw"), ("Zq7#kkWw", "Zq7#kkWv"), ("Zq7#", ""), ("７７ー３１", "７７３２")]
    {
        for (number, form) in Form::all().iter().enumerate() {
            let slots = || -> Vec<Slot> {
                let text = |field: Field| match field {
                    Field::Password | Field::SecretNumber => secret,
                    Field::PasswordConfirm | Field::SecretNumberConfirm => repeated,
                    Field::ApplicationType => "new",
                    Field::Phone => "０３-1234-5678",
                    Field::Email => "Clinic@example.jp",
                    _ => "13",
                };
                form.inputs().map(|field| Slot::Text(text(field).to_owned())).collect()
            };
            write(&slots());
            hot::form_is(number, u32::MAX, 0, 0);
            assert!(texts(ROOM).iter().all(|byte| *byte == 0), "form_is() leaves something of {}", form.name());
            write(&slots());
            let mut answer = Answer::at(hot::form_check(number, 0, u32::MAX, 0, 0));
            assert!(texts(ROOM).iter().all(|byte| *byte == 0), "form_check() leaves something of {}", form.name());
            // Every string of the answer, one behind the other. None of them is longer than what was written.
            let mut end = 0;
            while !answer.is_at_the_end() {
                let before = answer.read.len();
                answer.verdict("");
                end = end.max(answer.read[before..].iter().copied().filter(|word| *word < 1 << 10).max().unwrap_or(0));
            }
            // SAFETY: strings are read below their end, which the last change and fix set.
            let strings = unsafe { slice::from_raw_parts(hot::strings(), end as usize) };
            for window in secret.as_bytes().windows(4) {
                assert!(!strings.windows(4).any(|it| it == window), "a string of {} holds a secret", form.name());
            }
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
        assert!(!hot::form_is(form, u32::MAX, 0, 0));
        // Nothing can be read from the answer; engine.js never asks, because `form(name)` throws before.
        hot::form_check(form, 0, u32::MAX, 0, 0);
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
    hot::form_check(0, 1_000, u32::MAX, 0, 0);
    hot::form_check(0, 50, u32::MAX, 0, 0);
}

#[wasm_bindgen_test]
fn the_scratch_buffer_grows_and_keeps_what_was_written() {
    texts(16)[..5].copy_from_slice(b"13101");
    let wide = texts(100_000);
    assert_eq!(&wide[..5], b"13101");
    wide[..10].copy_from_slice(b"1310110049");
    assert!(hot::is(kind_number("institution-code"), 10, 0));
}
