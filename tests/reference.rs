//! The reference data walked whole: nothing without words, no example that is wrong, no pattern that disagrees with the
//! parser, no field described otherwise than it is judged.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test reports by failing"
)]

use std::cell::Cell;
use std::collections::BTreeSet;

use onshi_check::message::{self, Locale};
use onshi_check::reference::{Description, FieldDescription, Reference, Required, Words, reference};
use onshi_check::{Code, Context, Document, Field, Form, Kind, Status, check};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::string::string_regex;
use proptest::test_runner::{Config, TestRunner};
use regex_lite::Regex;
use serde_json::Value;

fn kinds() -> impl Iterator<Item = (Kind, Description)> {
    reference().kinds.into_iter().map(|it| (Kind::from_name(it.name).expect("a kind"), it))
}

fn forms() -> impl Iterator<Item = (&'static Form, Vec<FieldDescription>)> {
    reference().forms.into_iter().map(|it| (Form::from_name(it.name).expect("a form"), it.fields))
}

fn fields() -> impl Iterator<Item = (&'static Form, FieldDescription)> {
    forms().flat_map(|(form, fields)| fields.into_iter().map(move |field| (form, field)))
}

#[test]
fn every_kind_and_every_field_is_described_in_its_place() {
    let Reference { kinds, forms, .. } = reference();
    assert_eq!(kinds.iter().map(|it| it.name).collect::<Vec<_>>(), names(Kind::ALL, |kind| kind.name()));
    assert_eq!(forms.iter().map(|it| it.name).collect::<Vec<_>>(), names(Form::all(), |form| form.name()));
    for description in &forms {
        let form = Form::from_name(description.name).expect("a form");
        let described: Vec<_> = description.fields.iter().map(|field| field.description.name).collect();
        assert_eq!(described, form.fields().map(Field::name).collect::<Vec<_>>(), "{}", form.name());
    }
}

#[test]
fn no_kind_has_the_name_of_a_form() {
    assert!(Form::all().iter().all(|form| Kind::from_name(form.name()).is_none()));
}

fn names<T>(all: &[T], name: impl Fn(&T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(name).collect()
}

#[test]
fn every_description_has_its_words_and_sources_in_both_languages() {
    let all = kinds().map(|(_, it)| it).chain(fields().map(|(_, it)| it.description));
    for it in all {
        assert!(!it.example.is_empty() && !it.autocomplete.is_empty() && !it.sources.is_empty(), "{}", it.name);
        assert_two_languages(it.label, it.name);
        assert_two_languages(it.hint, it.name);
        assert!(it.hint.ja.ends_with('。') && it.hint.en.ends_with('.'), "the hint of {} is no sentence", it.name);
    }
    for form in reference().forms {
        assert_two_languages(form.label, form.name);
        assert!(!form.sources.is_empty(), "{}", form.name);
    }
    for it in reference().rules.undecided {
        assert_two_languages(it.words, it.words.en);
        assert!(!it.sources.is_empty(), "{}", it.words.en);
    }
}

fn assert_two_languages(words: Words, of: &str) {
    let is_japanese = |text: &str| text.chars().any(|char| char > '\u{3000}');
    assert!(is_japanese(words.ja), "{of}: {}", words.ja);
    assert!(words.en.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '“'), "{of}: {}", words.en);
}

#[test]
fn every_example_of_a_kind_is_canonical_and_valid_without_a_remark() {
    for (kind, it) in kinds() {
        let verdict = check(kind, it.example, &strict());
        assert_eq!((verdict.status, verdict.issues.len()), (Status::Valid, 0), "{}: {:?}", it.name, verdict.issues);
    }
}

#[test]
fn the_examples_of_a_form_fill_it_validly_without_a_remark() {
    for (form, fields) in forms() {
        let filled: Vec<_> = fields.iter().map(|it| (it.description.name, it.description.example)).collect();
        let report = form.check(&filled, &strict());
        assert_eq!((report.status, report.issues), (Status::Valid, vec![]));
        for (field, verdict) in report.fields {
            let (_, example) = filled.iter().find(|(name, _)| *name == field.name()).expect("a field");
            assert!(verdict.value.is_none_or(|value| value == *example), "{}", field.name());
        }
    }
}

#[test]
fn the_example_code_is_made_of_the_other_examples_and_its_check_digit_fits() {
    let example = |name| kinds().find(|(_, it)| it.name == name).expect("a kind").1.example;
    let code = example("institution-code");
    let parts = ["prefecture", "fee-schedule", "institution-number"].map(example);
    assert_eq!(code, parts.concat());
    let verdict = check(Kind::InstitutionCode, code, &Context::default());
    assert_eq!(verdict.check_digit, Some(onshi_check::CheckDigit::Ok));
}

#[test]
fn every_choice_is_a_value_and_its_names_are_read() {
    for (kind, it) in kinds() {
        for choice in &it.choices {
            for typed in [choice.value, choice.label.ja] {
                let verdict = check(kind, typed, &Context::default());
                assert_eq!(verdict.value.as_deref(), Some(choice.value), "{}: {typed}", it.name);
            }
        }
    }
}

#[test]
fn what_is_secret_is_marked_so() {
    for (kind, it) in kinds() {
        assert_eq!(it.secret, kind.is_secret(), "{}", it.name);
    }
    for (form, fields) in forms() {
        let marked: Vec<_> = fields.iter().filter(|it| it.description.secret).map(|it| it.description.name).collect();
        assert_eq!(marked, form.secrets().map(Field::name).collect::<Vec<_>>(), "{}", form.name());
    }
}

/// The table of a form is private, so its description is compared by what the form says about telling texts.
#[test]
fn every_field_is_judged_as_it_is_described() {
    let examples: Vec<_> = kinds().map(|(_, it)| it.example).collect();
    let probes = || examples.iter().copied().chain(["x", "0", "off", "漢字 a", "-", "48"]);
    for (form, field) in fields() {
        let name = field.description.name;
        match (field.kind, field.repeats) {
            ("checkbox", None) => {
                for probe in probes() {
                    let verdict = judge(form, &[(name, probe)], name);
                    let ticked = !matches!(probe, "0" | "off");
                    assert_eq!(verdict.value.as_deref(), ticked.then_some("true"), "{name}: {probe}");
                }
            }
            ("repeat", Some(first)) => {
                assert_eq!(judge(form, &[(first, "Aa345678"), (name, "Aa345678")], name).status, Status::Valid);
                let other = judge(form, &[(first, "Aa345678"), (name, "aA345678")], name);
                assert_eq!(other.codes, [Code::ConfirmMismatch], "{name}");
            }
            (kind, None) => {
                let kind = Kind::from_name(kind).expect("a kind");
                for probe in probes() {
                    let inside = judge(form, &[(name, probe)], name);
                    let alone = check(kind, probe, &Context::default());
                    assert_eq!(inside.status, alone.status, "{name}: {probe}");
                    assert_eq!(inside.value.as_deref(), alone.value.as_deref(), "{name}: {probe}");
                }
            }
            other => panic!("{name} is described as {other:?}"),
        }
    }
}

/// What a form says about one of its fields.
struct Judged {
    status: Status,
    value: Option<String>,
    codes: Vec<Code>,
}

fn judge(form: &Form, values: &[(&str, &str)], name: &str) -> Judged {
    let report = form.check(values, &Context::default());
    let (_, verdict) = report.fields.iter().find(|(field, _)| field.name() == name).expect("a field");
    Judged {
        status: verdict.status,
        value: verdict.value.as_deref().map(str::to_owned),
        codes: verdict.issues.iter().map(|issue| issue.code).collect(),
    }
}

/// `always` is missing in every situation, a condition in some: nothing chosen, or one choice made.
#[test]
fn every_field_is_required_as_it_is_described() {
    for (form, fields) in forms() {
        let choices = fields
            .iter()
            .flat_map(|it| it.description.choices.iter().map(|choice| (it.description.name, choice.value)));
        let situations: Vec<Vec<_>> = choices.map(|choice| vec![choice]).chain([vec![]]).collect();
        for field in &fields {
            let name = field.description.name;
            let mut answers = BTreeSet::new();
            for situation in situations.iter().filter(|values| values.iter().all(|(given, _)| *given != name)) {
                let missing = form.check(situation, &Context::default()).missing;
                answers.insert(missing.iter().any(|field| field.name() == name));
            }
            match field.required {
                Required::Always => assert_eq!(answers, BTreeSet::from([true]), "{name}"),
                Required::When(words) => {
                    assert_two_languages(words, name);
                    assert_eq!(answers, BTreeSet::from([false, true]), "{name}");
                }
            }
        }
    }
}

fn strict() -> Context {
    Context { strict: true, ..Context::default() }
}

/// What a description says about a text: pattern and lengths.
struct Shape {
    it: Description,
    pattern: Regex,
}

impl Shape {
    fn of(it: Description) -> Self {
        Self { pattern: Regex::new(it.pattern).unwrap_or_else(|error| panic!("{}: {error}", it.name)), it }
    }

    fn has(&self, text: &str) -> bool {
        let length = text.chars().count();
        self.pattern.is_match(text)
            && self.it.min_length.is_none_or(|shortest| length >= usize::from(shortest))
            && self.it.max_length.is_none_or(|longest| length <= usize::from(longest))
    }

    fn agrees(&self, kind: Kind, text: &str) {
        assert_eq!(self.has(text), is_canonical(kind, text), "{}: {text:?}", self.it.name);
    }
}

fn is_canonical(kind: Kind, text: &str) -> bool {
    let without_folding = check(kind, text, &strict()).status == Status::Valid;
    if !kind.is_secret() {
        let itself = check(kind, text, &Context::default()).value.as_deref() == Some(text);
        assert_eq!(itself, without_folding, "{}: {text:?}", kind.name());
    }
    without_folding
}

const CASES: u32 = 1000;

#[test]
fn a_text_has_the_shape_of_a_kind_exactly_when_it_is_a_canonical_value() {
    for (kind, it) in kinds() {
        let near = near(grammar(&it), &it.choices.iter().map(|choice| choice.value).collect::<Vec<_>>());
        let shape = Shape::of(it);
        let matching = Cell::new(0);
        TestRunner::new(Config { cases: CASES, failure_persistence: None, ..Config::default() })
            .run(&near, |text| {
                let has_shape = shape.has(&text);
                matching.set(matching.get() + u32::from(has_shape));
                prop_assert_eq!(has_shape, is_canonical(kind, &text), "{}: {:?}", shape.it.name, text);
                Ok(())
            })
            .unwrap_or_else(|error| panic!("{error}"));
        let both = CASES / 20..CASES - CASES / 20;
        assert!(both.contains(&matching.get()), "{}: {} of {CASES} matched", shape.it.name, matching.get());
    }
}

/// What texts are made from: the pattern itself, but where it repeats without end something that stays near the limits.
fn grammar(it: &Description) -> &'static str {
    match it.name {
        "email" => {
            r"[a-z0-9._+\-]{1,10}@[a-z0-9]{1,6}(-{1,2}[a-z0-9]{1,3}){0,2}(\.[a-z0-9]{1,4}(-[a-z0-9]{1,2})?){1,3}"
        }
        "password" => "[a-z]{0,3}[A-Z -/漢]{0,3}[0-9]{0,3}[A-Za-z0-9!-~]{0,5}",
        _ => it.pattern.strip_prefix('^').and_then(|rest| rest.strip_suffix('$')).expect("anchors"),
    }
}

/// Texts of the grammar, with up to three characters added, left out or replaced.
fn near(grammar: &str, choices: &[&'static str]) -> impl Strategy<Value = String> + use<> {
    let matching = string_regex(grammar).expect("a pattern that can be generated").boxed();
    let choices: Vec<String> = choices.iter().map(|choice| (*choice).to_owned()).collect();
    let base = if choices.is_empty() { matching } else { prop_oneof![matching, select(choices)].boxed() };
    let char =
        select("019aezAFZCOP@@..--_+ /\u{3000}１ａＡ－ー漢é\u{200b}\u{feff}\u{a0}\n\t".chars().collect::<Vec<_>>());
    let edits = proptest::collection::vec((0..3_u8, any::<Index>(), char), 0..4);
    (base, edits).prop_map(|(base, edits)| {
        let mut text: Vec<char> = base.chars().collect();
        for (edit, place, char) in edits {
            let at = place.index(text.len() + 1);
            match edit {
                0 => text.insert(at, char),
                1 if at < text.len() => drop(text.remove(at)),
                _ if at < text.len() => text[at] = char,
                _ => {}
            }
        }
        text.into_iter().collect()
    })
}

fn shape(kind: Kind) -> Shape {
    Shape::of(kinds().find(|(it, _)| *it == kind).expect("a kind").1)
}

#[test]
fn the_pattern_of_a_date_knows_every_day_of_two_centuries() {
    let (date, month_shape) = (shape(Kind::Date), shape(Kind::YearMonth));
    for year in 1898..=2101 {
        for month in 0..=13 {
            month_shape.agrees(Kind::YearMonth, &format!("{year}-{month:02}"));
            for day in 0..=32 {
                date.agrees(Kind::Date, &format!("{year}-{month:02}-{day:02}"));
            }
        }
    }
}

#[test]
fn the_pattern_of_a_number_knows_every_lead() {
    let (prefecture, code) = (shape(Kind::Prefecture), shape(Kind::InstitutionCode));
    for lead in 0..1000 {
        prefecture.agrees(Kind::Prefecture, &format!("{lead:02}"));
        code.agrees(Kind::InstitutionCode, &format!("{lead:03}0012344"));
    }
}

#[test]
fn the_pattern_of_free_text_knows_every_blank_and_every_invisible_character() {
    let text = shape(Kind::Text);
    for char in '\0'..='\u{ffff}' {
        text.agrees(Kind::Text, &format!("{char}"));
        text.agrees(Kind::Text, &format!("漢{char}"));
        text.agrees(Kind::Text, &format!("漢{char}字"));
    }
}

#[test]
fn the_lengths_are_those_of_the_parser() {
    let (email, password) = (shape(Kind::Email), shape(Kind::Password));
    for length in 1..120 {
        email.agrees(Kind::Email, &format!("{}@example.jp", "a".repeat(length)));
        password.agrees(Kind::Password, &format!("Aa1{}", "漢".repeat(length)));
    }
    email.agrees(Kind::Email, "a@b.c");
}

/// What JavaScript and Rust both read the same way.
#[test]
fn patterns_are_anchored_and_keep_to_the_common_ground() {
    for (_, it) in kinds() {
        assert!(it.pattern.starts_with('^') && it.pattern.ends_with('$'), "{}", it.name);
        for foreign in ["(?=", "(?!", "(?<", "(?P", r"\b", r"\d", r"\w", r"\p", "&&", "--", "[["] {
            assert!(!it.pattern.contains(foreign), "{}: {foreign}", it.name);
        }
    }
}

#[test]
fn every_code_stands_in_the_rules() {
    let rules = reference().rules;
    assert_eq!(rules.codes.iter().map(|it| it.code).collect::<Vec<_>>(), names(Code::ALL, |code| code.name()));
    assert_eq!(rules.documents.iter().map(|it| it.name).collect::<Vec<_>>(), Document::ALL.map(Document::name));
    assert_eq!(rules.version, env!("CARGO_PKG_VERSION"));
    assert!(check(Kind::Date, rules.as_of, &strict()).status == Status::Valid, "{}", rules.as_of);
}

#[test]
fn both_templates_of_a_code_name_the_same_parameters_and_none_that_the_code_lacks() {
    for code in Code::ALL {
        let params: BTreeSet<_> = code.params().iter().map(|param| param.name()).collect();
        let [ja, en] = [Locale::Ja, Locale::En].map(|locale| placeholders(message::template(*code, locale)));
        assert_eq!(ja, en, "{}", code.name());
        assert!(ja.is_subset(&params), "{} has {params:?}, its words name {ja:?}", code.name());
    }
}

fn placeholders(template: &'static str) -> BTreeSet<&'static str> {
    template.split('{').skip(1).map(|rest| rest.split_once('}').expect("a closing brace").0).collect()
}

#[test]
fn no_text_blames_shouts_or_begs() {
    let data = serde_json::to_value(reference()).expect("JSON");
    let mut seen = 0;
    walk(&data, &mut |value| {
        for (language, words) in [("ja", &["不正", "無効", "！"][..]), ("en", &["invalid", "illegal", "please"])] {
            let Some(text) = value.get(language) else { continue };
            let text = text.as_str().expect("text").to_lowercase();
            seen += 1;
            assert!(!text.contains('!') && words.iter().all(|word| !text.contains(word)), "{text}");
        }
    });
    assert!(seen > 300, "only {seen} texts were found");
}

/// The package's `describe` takes every object with `ja` for a text in two languages, and expects no `null`.
#[test]
fn the_data_is_as_the_package_reads_it() {
    let data = serde_json::to_value(reference()).expect("JSON");
    let documents: BTreeSet<_> = Document::ALL.iter().map(|it| (it.name(), it.as_of())).collect();
    walk(&data, &mut |value| {
        assert!(!value.is_null());
        assert_eq!(value.get("ja").is_some(), value.get("en").is_some());
        if let (Some(document), Some(section), Some(as_of)) =
            (value.get("document"), value.get("section"), value.get("asOf"))
        {
            let [document, section, as_of] = [document, section, as_of].map(|it| it.as_str().expect("text"));
            assert!(documents.contains(&(document, as_of)) && !section.is_empty(), "{value}");
        }
    });
    let described = [&data["kinds"], &data["forms"]];
    for description in described.into_iter().flat_map(|all| all.as_array().expect("a list")) {
        walk(description, &mut |value| {
            assert!(value.get("ja").is_none() || value.as_object().is_some_and(|words| words.len() == 2), "{value}");
        });
    }
    assert_eq!(
        data["forms"][0]["fields"][4]["required"]["when"]["en"],
        "unless the kind of institution is 7 (workplace clinic)"
    );
    assert_eq!(data["forms"][0]["fields"][11]["repeats"], "password");
}

fn walk(value: &Value, each: &mut dyn FnMut(&Value)) {
    each(value);
    match value {
        Value::Array(items) => items.iter().for_each(|item| walk(item, each)),
        Value::Object(entries) => entries.values().for_each(|item| walk(item, each)),
        _ => {}
    }
}
