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
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use onshi_check::form::{Filled, Only};
use onshi_check::kind::prefecture::{NttArea, Prefecture};
use onshi_check::line::service::LineService;
use onshi_check::message::{self, Locale};
use onshi_check::reference::{
    Answer, Condition, Description, FieldDescription, FormDescription, Reference, Required, Words, reference,
};
use onshi_check::{Code, Context, Date, Document, Field, Form, Input, Kind, Place, Report, Status, Verdict, check};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::string::string_regex;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use regex_lite::Regex;
use serde_json::{Value, json};

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
        assert_two_languages(&it.label, it.name);
        assert_sentences(it.hint, it.name);
    }
    for form in reference().forms {
        assert_two_languages(&form.label, form.name);
        assert!(!form.sources.is_empty(), "{}", form.name);
        for rule in form.rules {
            assert_sentences(rule.text, rule.code);
        }
    }
    let rules = reference().rules;
    for it in rules.undecided {
        assert_sentences(it.words, it.words.en);
        assert!(!it.sources.is_empty(), "{}", it.words.en);
    }
    for note in rules.line_notes {
        assert_sentences(note.words, note.words.en);
    }
}

fn assert_sentences(words: Words, of: &str) {
    assert_two_languages(&words, of);
    assert!(words.ja.ends_with('。') && words.en.ends_with('.'), "{of} is no sentence");
}

/// A field that is no more than a text, a date or a choice needs words of its own.
#[test]
fn no_field_is_left_with_the_words_of_a_kind_that_says_nothing_about_it() {
    let bare: Vec<_> = kinds()
        .filter(|(kind, _)| matches!(kind, Kind::Text | Kind::Date | Kind::YearMonth))
        .map(|(_, it)| it)
        .collect();
    for (form, field) in fields() {
        let it = field.description;
        for kind in &bare {
            assert_ne!(it.label, kind.label, "{}: {}", form.name(), it.name);
            assert_ne!(it.hint, kind.hint, "{}: {}", form.name(), it.name);
        }
    }
}

fn assert_two_languages<Text: AsRef<str>>(words: &Words<Text>, of: &str) {
    let words = Words { ja: words.ja.as_ref(), en: words.en.as_ref() };
    let is_japanese = |text: &str| text.chars().any(|char| char > '\u{3000}');
    assert!(is_japanese(words.ja), "{of}: {}", words.ja);
    assert!(
        words.en.starts_with(|first: char| first.is_ascii_alphanumeric() || "“①②③④⑤⑥⑦⑧".contains(first)),
        "{of}: {}",
        words.en
    );
}

#[test]
fn every_example_of_a_kind_is_canonical_and_valid_without_a_remark() {
    for (kind, it) in kinds() {
        let verdict = check(kind, it.example, &strict());
        assert_eq!((verdict.status, verdict.issues.len()), (Status::Valid, 0), "{}: {:?}", it.name, verdict.issues);
    }
}

/// A form as it is filled in: names and texts, and how a field that is no text comes to several.
type Values = Vec<(&'static str, &'static str)>;

/// The examples are of one moment each: an application is made in April 2026, a notice in October 2024.
fn at_its_time(form: &Form) -> Context {
    let today = if form.name() == "deferral-notice" { "2024-10-15" } else { "2026-04-01" };
    Context { today: Date::parse(today), ..strict() }
}

fn describe(form: &Form) -> FormDescription {
    reference().forms.into_iter().find(|it| it.name == form.name()).expect("a form")
}

fn field<'a>(form: &'a FormDescription, name: &str) -> &'a FieldDescription {
    form.fields.iter().find(|it| it.description.name == name).expect("a field")
}

fn examples(form: &FormDescription) -> Values {
    form.fields.iter().map(|it| (it.description.name, it.description.example)).collect()
}

fn text<'a>(values: &'a Values, name: &str) -> Option<&'a str> {
    values.iter().rev().find(|(it, text)| *it == name && !text.is_empty()).map(|(_, text)| *text)
}

/// What a description says about a field with these answers. `None`: the field does not apply.
fn is_required(form: &FormDescription, name: &str, values: &Values) -> Option<bool> {
    let Required::When(Condition { field: other, answer, .. }) = &field(form, name).required else {
        return Some(field(form, name).required == Required::Always);
    };
    match answer {
        Answer::IsNot(answers) => Some(text(values, other).is_none_or(|it| !answers.contains(&it))),
        Answer::Is(answers) => {
            is_required(form, other, values)?;
            match text(values, other) {
                Some(it) if answers.contains(&it) => Some(true),
                Some(_) => None,
                None => Some(false),
            }
        }
    }
}

/// The examples as far as they apply, with other answers to some fields.
fn filled_with(form: &FormDescription, answers: &[(&'static str, &'static str)]) -> Values {
    let mut values = examples(form);
    for (name, answer) in answers {
        values.retain(|(it, _)| it != name);
        values.push((name, answer));
    }
    let all = values.clone();
    values.retain(|(name, _)| is_required(form, name, &all).is_some());
    values
}

fn verdict<'a>(report: &'a Report, name: &str) -> &'a Verdict {
    let is_it = |place: &Place| match place {
        Place::Field(field) => field.name() == name,
        Place::Item(0) => name == Field::TerminalNames.name(),
        _ => false,
    };
    &report.fields.iter().find(|(place, _)| is_it(place)).unwrap_or_else(|| panic!("no {name}")).1
}

fn codes(verdict: &Verdict) -> Vec<Code> {
    verdict.issues.iter().map(|issue| issue.code).collect()
}

#[test]
fn the_examples_of_a_form_fill_it_validly_without_a_remark() {
    for form in Form::all() {
        let described = describe(form);
        let values = filled_with(&described, &[]);
        let report = form.check(&values, &at_its_time(form));
        assert_eq!((report.status, &report.issues), (Status::Valid, &vec![]), "{}", form.name());
        for (name, example) in &values {
            let value = verdict(&report, name).value.as_deref();
            assert_eq!(value.is_none(), field(&described, name).description.secret, "{name}");
            assert!(value.is_none_or(|value| value == *example), "{name}");
        }
    }
}

/// Every field that is required in some situation only, with its example in that situation.
#[test]
fn an_example_is_valid_under_the_condition_of_its_field() {
    let mut tried = 0;
    for form in Form::all() {
        let described = describe(form);
        for it in &described.fields {
            let name = it.description.name;
            let Some(mut answers) = conditions(&described, name) else { continue };
            // What is offered beside the line type, for advice, fits the line type of the other examples.
            if described.fields.iter().any(|it| it.description.name == Field::LineService.name()) {
                answers.push((Field::LineService.name(), ""));
            }
            let values = filled_with(&described, &answers);
            let report = form.check(&values, &at_its_time(form));
            assert_eq!(report.status, Status::Valid, "{}, {name}: {:?}", form.name(), report.issues);
            let verdict = verdict(&report, name);
            assert_eq!((verdict.status, codes(verdict)), (Status::Valid, vec![]), "{}, {name}", form.name());
            tried += 1;
        }
    }
    assert!(tried >= 20, "only {tried} conditional fields");
}

/// Answers that make a field required, outermost first; `None` where it takes none.
fn conditions(form: &FormDescription, name: &str) -> Option<Values> {
    let Required::When(Condition { field: other, answer: Answer::Is(answers), .. }) = &field(form, name).required
    else {
        return None;
    };
    let mut values = conditions(form, other).unwrap_or_default();
    values.push((other, answers[0]));
    Some(values)
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
fn every_choice_of_a_form_is_a_value_and_its_name_is_read() {
    for (form, it) in fields() {
        let name = it.description.name;
        for choice in &it.description.choices {
            for typed in [choice.value, choice.label.ja] {
                // A line service that has ended is no value, but is read all the same.
                assert_eq!(verdict(&alone(form, name, typed), name).text, choice.value, "{}: {typed}", form.name());
            }
        }
    }
}

/// A field by itself: the others are empty and not judged, so that it may be filled.
fn alone(form: &Form, name: &str, text: &str) -> Report {
    with_others(form, &[(name, text)], name, &Context::default())
}

fn with_others(form: &Form, values: &[(&str, &str)], name: &str, context: &Context) -> Report {
    let (mut inputs, mut judged) = (Vec::new(), 0);
    for (index, field) in form.inputs().enumerate() {
        // Of a list the first item is filled.
        let is_first = form.inputs().position(|it| it == field) == Some(index);
        let text = values.iter().find(|(it, _)| is_first && *it == field.name());
        inputs.push(text.map_or(Input::Missing, |(_, text)| Input::Text(text)));
        judged |= u32::from(is_first && field.name() == name) << index;
    }
    form.check_filled(&Filled { inputs: &inputs, unknown_keys: &[], only: Only::bits(judged) }, context)
}

#[test]
fn what_is_secret_is_marked_so() {
    for (kind, it) in kinds() {
        assert_eq!(it.secret, kind.is_secret(), "{}", it.name);
    }
    let secrets: Vec<_> =
        fields().filter(|(_, it)| it.description.secret).map(|(form, it)| (form.name(), it.description.name)).collect();
    assert_eq!(secrets.len(), 6, "{secrets:?}");
}

/// The table of a form is private, so its description is compared by what the form says about telling texts.
#[test]
fn every_field_is_judged_as_it_is_described() {
    let examples: Vec<_> = kinds().map(|(_, it)| it.example).collect();
    let probes = || examples.iter().copied().chain(["x", "0", "off", "漢字 a", "-", "48"]);
    let mut compared = 0;
    for (form, field) in fields() {
        let name = field.description.name;
        let rules = describe(form).rules;
        for probe in probes() {
            let report = alone(form, name, probe);
            let inside = verdict(&report, name);
            // What the form adds to a field, the table of its rules says.
            if inside.issues.iter().any(|issue| rules.iter().any(|rule| rule.code == issue.code.name())) {
                continue;
            }
            let (status, value) = match field.kind {
                "checkbox" if matches!(probe, "0" | "off") => (Status::Empty, None),
                "checkbox" => (Status::Valid, Some("true".to_owned())),
                "choice" if field.description.choices.iter().any(|choice| choice.value == probe) => {
                    (Status::Valid, Some(probe.to_owned()))
                }
                "choice" => (Status::Invalid, None),
                // Compared below.
                "repeat" => continue,
                // Set long ago, by the rules of then.
                "password" if form.name() == "login" => (Status::Valid, None),
                kind => {
                    let kind = if kind == "list" { Kind::TerminalName } else { Kind::from_name(kind).expect("a kind") };
                    let verdict = check(kind, probe, &Context::default());
                    (verdict.status, verdict.value)
                }
            };
            assert_eq!((inside.status, &inside.value), (status, &value), "{}, {name}: {probe}", form.name());
            compared += 1;
        }
        if let Some(first) = field.repeats {
            let example = field.description.example;
            let after = |text| with_others(form, &[(first, text), (name, example)], name, &Context::default());
            assert_eq!(verdict(&after(example), name).status, Status::Valid, "{name}");
            assert_eq!(codes(verdict(&after("1"), name)), [Code::ConfirmMismatch], "{name}");
            compared += 1;
        }
    }
    assert!(compared > 1500, "only {compared} texts");
}

/// In every situation that the conditions of a form can tell apart, each field is left out of a full form.
#[test]
fn every_field_is_required_as_it_is_described() {
    for form in Form::all() {
        let described = describe(form);
        let mut answers_of = BTreeMap::<_, BTreeSet<Option<bool>>>::new();
        for situation in situations(&described) {
            let mut values = examples(&described);
            values.retain(|(name, _)| situation.iter().all(|(it, _)| it != name));
            values.extend(situation.iter().copied().filter(|(_, answer)| !answer.is_empty()));
            for it in &described.fields {
                let name = it.description.name;
                let without: Values = values.iter().copied().filter(|(it, _)| *it != name).collect();
                let missing = form.check(&without, &Context::default()).missing;
                let is_missing = missing.iter().any(|field| field.name() == name);
                let required = is_required(&described, name, &without);
                assert_eq!(is_missing, required == Some(true), "{}, {name}: {situation:?}", form.name());
                answers_of.entry(name).or_default().insert(required);
            }
        }
        for it in &described.fields {
            let (name, answers) = (it.description.name, &answers_of[it.description.name]);
            match &it.required {
                Required::Always => assert_eq!(*answers, BTreeSet::from([Some(true)]), "{name}"),
                Required::Never => assert_eq!(*answers, BTreeSet::from([Some(false)]), "{name}"),
                Required::When(Condition { when, answer, .. }) => {
                    assert_two_languages(when, name);
                    let otherwise = if matches!(answer, Answer::Is(_)) { None } else { Some(false) };
                    assert!(answers.contains(&Some(true)) && answers.contains(&otherwise), "{name}: {answers:?}");
                }
            }
        }
    }
}

/// Every combination of answers, and of no answer, to the fields that conditions ask for.
fn situations(form: &FormDescription) -> Vec<Values> {
    let mut situations = vec![Values::new()];
    for it in &form.fields {
        let asked = |other: &FieldDescription| matches!(&other.required, Required::When(condition) if condition.field == it.description.name);
        if form.fields.iter().any(asked) {
            let answers: Vec<_> = it.description.choices.iter().map(|choice| choice.value).chain([""]).collect();
            let with = |situation: &Values| {
                let name = it.description.name;
                answers
                    .iter()
                    .map(|answer| situation.iter().copied().chain([(name, *answer)]).collect())
                    .collect::<Vec<_>>()
            };
            situations = situations.iter().flat_map(with).collect();
        }
    }
    situations
}

#[test]
fn a_condition_is_a_sentence_of_the_labels() {
    let form = describe(Form::from_name("claims-application").expect("a form"));
    let Required::When(condition) = &field(&form, "customerId").required else { panic!("no condition") };
    assert_eq!(condition.when.ja, "「お客さまIDの選択」が「CAF」か「COP」のとき");
    assert_eq!(condition.when.en, "when “Choice of customer ID” is “CAF” or “COP”");
    let Required::When(condition) = &field(&form, "institutionNumber").required else { panic!("no condition") };
    assert_eq!(condition.when.ja, "「点数表コード」が「職域診療所等」以外のとき");
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
        Self { pattern: Regex::new(&it.pattern).unwrap_or_else(|error| panic!("{}: {error}", it.name)), it }
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
        compare(it, &|text| is_canonical(kind, text));
    }
}

/// Where no kind judges a field: choices of one form, and what a login takes.
#[test]
fn a_text_has_the_shape_of_a_field_exactly_when_it_is_a_canonical_value() {
    let mut compared = 0;
    for (form, it) in fields() {
        if it.kind == "choice" || form.name() == "login" {
            let name = it.description.name;
            compare(it.description, &|text| {
                let report = with_others(form, &[(name, text)], name, &strict());
                verdict(&report, name).status == Status::Valid
            });
            compared += 1;
        }
    }
    assert!(compared >= 10, "only {compared} fields");
}

fn compare(it: Description, is_canonical: &dyn Fn(&str) -> bool) {
    let near = near(grammar(&it), &it.choices.iter().map(|choice| choice.value).collect::<Vec<_>>());
    let shape = Shape::of(it);
    let matching = Cell::new(0);
    TestRunner::new(Config {
        cases: CASES,
        rng_seed: RngSeed::Fixed(20_261_121),
        failure_persistence: None,
        ..Config::default()
    })
    .run(&near, |text| {
        let has_shape = shape.has(&text);
        matching.set(matching.get() + u32::from(has_shape));
        prop_assert_eq!(has_shape, is_canonical(&text), "{}: {:?}", shape.it.name, text);
        Ok(())
    })
    .unwrap_or_else(|error| panic!("{error}"));
    // A password of long ago is any text, so that only the empty one is none.
    let most = if shape.it.pattern == r"^[\s\S]+$" { CASES - 1 } else { CASES - CASES / 20 };
    assert!((CASES / 20..=most).contains(&matching.get()), "{}: {} of {CASES} matched", shape.it.name, matching.get());
}

/// What texts are made from: the pattern itself, but where it repeats without end something that stays near the limits.
fn grammar(it: &Description) -> &str {
    match it.name {
        "email" => {
            r"[a-z0-9._+\-]{1,10}@[a-z0-9]{1,6}(-{1,2}[a-z0-9]{1,3}){0,2}(\.[a-z0-9]{1,4}(-[a-z0-9]{1,2})?){1,3}"
        }
        "userId" => "[a-zＡ漢 ]{0,2}(@|[a-z]{0,2})[0-5]?[0-9]?",
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
    for it in kinds().map(|(_, it)| it).chain(fields().map(|(_, it)| it.description)) {
        assert!(it.pattern.starts_with('^') && it.pattern.ends_with('$'), "{}", it.name);
        for foreign in ["(?=", "(?!", "(?<", "(?P", r"\b", r"\d", r"\w", r"\p", r"\u{", "&&", "--", "[["] {
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

/// What the golden cases of a form report, as far as it is a rule between fields.
#[test]
fn the_rules_of_a_form_are_those_that_it_reports() {
    let rules = |form: &FormDescription| -> BTreeSet<_> { form.rules.iter().map(|rule| rule.code).collect() };
    let all: BTreeSet<_> = reference().forms.iter().flat_map(|form| form.rules.iter().map(|rule| rule.code)).collect();
    for form in reference().forms {
        let mut reported = reported(form.name);
        if form.name == "claims-application" {
            // No golden case shows that the ID starts otherwise than the kind chosen beside it.
            let values = [("lineType", "ip-vpn-ipv6"), ("customerIdSource", "caf"), ("customerId", "COP12345678")];
            let report = Form::from_name(form.name).expect("a form").check(&values, &Context::default());
            reported.extend(report.issues.iter().map(|issue| issue.code.name().to_owned()));
        }
        // The 10 digits of a notice are one field, and their check digit is its own matter.
        if form.name == "deferral-notice" {
            reported.remove(Code::InstitutionCodeCheckDigit.name());
        }
        let reported: BTreeSet<_> = all.iter().copied().filter(|code| reported.contains(*code)).collect();
        assert_eq!(rules(&form), reported, "{}", form.name);
        for rule in &form.rules {
            let code = Code::ALL.iter().find(|code| code.name() == rule.code).expect("a code");
            assert_eq!(rule.severity, code.severity().name(), "{}", rule.code);
        }
    }
}

fn reported(form: &str) -> BTreeSet<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(form).with_extension("json");
    let cases: Vec<Value> = serde_json::from_str(&fs::read_to_string(file).expect("readable")).expect("JSON");
    let codes = cases.iter().flat_map(|case| case["codes"].as_array().expect("a list"));
    codes.map(|code| code.as_str().expect("a code").to_owned()).collect()
}

#[test]
fn the_table_of_line_services_is_the_one_that_is_asked() {
    let rules = reference().rules;
    assert_eq!(rules.line_services.len(), LineService::all().count());
    for (service, it) in LineService::all().zip(&rules.line_services) {
        assert_eq!(LineService::parse(it.value), Some(service));
        assert_two_languages(&Words { ja: format!("「{}」", it.label.ja), en: it.label.en.to_owned() }, it.value);
        for prefecture in (1..=47).filter_map(Prefecture::new) {
            let number = format!("{:02}", prefecture.number());
            for (is_claims, cells) in [(true, it.claims), (false, it.eligibility)] {
                let described = match (&it.area, prefecture.ntt_area()) {
                    (Some(area), _) if !area.contains(&number) => "not-offered",
                    (Some(_), _) | (None, NttArea::West) => cells.west,
                    (None, NttArea::East) => cells.east,
                };
                assert_eq!(service.cell(is_claims, prefecture).name(), described, "{} in {number}", it.value);
            }
            let ended = it.ended.as_ref().and_then(|ended| match prefecture.ntt_area() {
                NttArea::East => ended.east.as_deref(),
                NttArea::West => ended.west.as_deref(),
            });
            assert_eq!(service.ended(Some(prefecture)).map(|date| date.to_string()).as_deref(), ended, "{}", it.value);
        }
    }
    let referred: BTreeSet<_> = rules.line_services.iter().flat_map(|it| it.notes.iter().copied()).collect();
    assert_eq!(referred, rules.line_notes.iter().map(|note| note.number).collect());
}

#[test]
fn what_is_suggested_as_a_provider_needs_no_remark() {
    let (_, provider) = kinds().find(|(kind, _)| *kind == Kind::InternetProvider).expect("a kind");
    assert!(provider.suggestions.len() >= 5);
    for suggestion in provider.suggestions {
        assert_eq!(check(Kind::InternetProvider, suggestion, &Context::default()).issues, vec![], "{suggestion}");
    }
}

#[test]
fn a_schema_has_the_fields_of_its_form_in_their_order() {
    let Reference { forms, schemas, .. } = reference();
    assert_eq!(schemas.len(), forms.len());
    for (form, schema) in forms.iter().zip(schemas) {
        let described: Vec<_> = form.fields.iter().map(|it| it.description.name).collect();
        assert_eq!(schema.properties.0.iter().map(|(name, _)| *name).collect::<Vec<_>>(), described);
        assert!(schema.id.ends_with(form.name), "{}", schema.id);
    }
}

#[test]
fn a_schema_requires_what_a_chain_of_conditions_requires() {
    let Reference { forms, schemas, .. } = reference();
    let at = forms.iter().position(|form| form.name == "eligibility-application").expect("a form");
    let conditions = serde_json::to_value(&schemas[at].all_of).expect("JSON");
    let required = |names: Value| {
        let declared = names
            .as_array()
            .expect("a list")
            .iter()
            .map(|name| (name.as_str().expect("a name").to_owned(), json!(true)));
        json!({ "properties": Value::Object(declared.collect()), "required": names })
    };
    let says = |values: Value| json!({ "enum": values });
    assert_eq!(
        conditions,
        json!([
            {
                "if": { "properties": { "feeSchedule": says(json!(["7"])) }, "required": ["feeSchedule"] },
                "else": required(json!(["institutionNumber"])),
            },
            {
                "if": { "properties": { "lineType": says(json!(["1"])) }, "required": ["lineType"] },
                "then": required(json!(["customerIdSource", "v6Option"])),
            },
            {
                "if": {
                    "properties": { "lineType": says(json!(["1"])), "customerIdSource": says(json!(["caf", "cop"])) },
                    "required": ["customerIdSource"],
                },
                "then": required(json!(["customerId", "customerIdConfirm"])),
            },
            {
                "if": { "properties": { "applicationType": says(json!(["new"])) }, "required": ["applicationType"] },
                "then": required(json!(["secretNumber", "secretNumberConfirm"])),
            },
        ])
    );
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
        data["forms"][0]["fields"][4]["required"],
        json!({
            "when": { "ja": "「所属機関選択」が「職域診療所等」以外のとき", "en": "unless “Kind of institution” is “Workplace clinic etc.”" },
            "field": "feeSchedule",
            "isNot": ["7"],
        })
    );
    assert_eq!(data["forms"][0]["fields"][11]["repeats"], "password");
    assert_eq!(data["forms"][0]["fields"][11]["required"], "always");
    assert_eq!(data["forms"][2]["fields"][11]["boxes"], json!(["startYear", "startMonthOfYear"]));
    assert_eq!(data["forms"][3]["fields"][16]["items"], json!({ "max": 10 }));
    assert_eq!(data["forms"][4]["fields"][10]["required"]["is"], json!(["isdn"]));
}

fn walk(value: &Value, each: &mut dyn FnMut(&Value)) {
    each(value);
    match value {
        Value::Array(items) => items.iter().for_each(|item| walk(item, each)),
        Value::Object(entries) => entries.values().for_each(|item| walk(item, each)),
        _ => {}
    }
}
