//! The sentences, in both languages: each code has one, says the same facts, names an action, and keeps to the tone.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test reports by failing"
)]
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};

use onshi_check::kind::customer_id::Prefix;
use onshi_check::kind::fee_schedule::FeeSchedule;
use onshi_check::kind::line_type::{ClaimsLineType, LineType};
use onshi_check::kind::prefecture::Prefecture;
use onshi_check::kind::{fee_schedule, prefecture};
use onshi_check::line::{self, Application, Selection, service};
use onshi_check::message::{self, Locale};
use onshi_check::{
    Code, Context, Date, Field, FixKind, Form, Input, Issue, Kind, Mode, Param, Severity, check, check_input, form,
};

const LOCALES: [Locale; 2] = [Locale::Ja, Locale::En];

/// The names in braces, in alphabetical order.
fn placeholders(template: &str) -> BTreeSet<&str> {
    let names = template.split('{').skip(1).map(|rest| rest.split_once('}').expect("a closing brace").0);
    names.collect()
}

fn assert_reads_well(sentence: &str, locale: Locale, what: &str) {
    assert!(!sentence.contains(['{', '}']), "{what}: {sentence}");
    assert!(!sentence.contains("  "), "two blanks: {what}: {sentence}");
    assert_eq!(sentence, sentence.trim(), "{what}");
    let (end, forbidden): (char, &[&str]) = match locale {
        Locale::Ja => ('。', &["不正", "無効", "エラーが発生しました", "！", "!"]),
        Locale::En => ('.', &["invalid", "illegal", "please", "!", "！"]),
    };
    assert!(sentence.ends_with(end), "{what} ends otherwise: {sentence}");
    let lower = sentence.to_lowercase();
    for word in forbidden {
        assert!(!lower.contains(word), "{what} says {word}: {sentence}");
    }
    if locale == Locale::Ja {
        assert!(!sentence.contains("正しく入力してください"), "{what} says nothing: {sentence}");
        assert!(!sentence.contains(", ") && !sentence.contains(". "), "half-width punctuation: {what}: {sentence}");
    } else {
        assert!(sentence.starts_with(|first: char| !first.is_lowercase()), "sentence case: {what}: {sentence}");
    }
}

fn packed(date: &str) -> u32 {
    Date::parse(date).expect("a date").packed()
}

/// The sentences of every code that has the parameter, with a value for it, in both languages.
fn with_param(param: Param, value: u32) -> Vec<[String; 2]> {
    let codes = Code::ALL.iter().filter(|code| code.params().contains(&param));
    let sentences = codes.map(|code| {
        let mut values = values(*code);
        values[code.params().iter().position(|it| *it == param).expect("the parameter")] = value;
        LOCALES.map(|locale| message::of_code(*code, values, locale))
    });
    sentences.collect()
}

/// Values that a code may carry.
fn values(code: Code) -> [u32; 3] {
    let mut values = [0; 3];
    for (slot, param) in values.iter_mut().zip(code.params()) {
        *slot = match param {
            Param::Prefecture => 27,
            Param::FeeSchedule | Param::LineService => 3,
            Param::Prefix => 2,
            Param::Name => Field::Email as u32,
            Param::Earliest | Param::Latest | Param::Since => packed("2026-04-01"),
            _ => 7,
        };
    }
    values
}

#[test]
fn every_code_has_a_sentence_in_both_languages_that_keeps_to_the_tone() {
    for code in Code::ALL {
        for locale in LOCALES {
            assert_reads_well(&message::of_code(*code, values(*code), locale), locale, code.name());
        }
    }
}

#[test]
fn no_two_codes_say_the_same() {
    for locale in LOCALES {
        let mut seen = BTreeMap::new();
        for code in Code::ALL {
            if let Some(other) = seen.insert(message::template(*code, locale), code.name()) {
                panic!("{} and {other} both say: {}", code.name(), message::template(*code, locale));
            }
        }
    }
}

#[test]
fn both_languages_name_the_same_parameters_and_only_those_of_the_code() {
    for code in Code::ALL {
        let known: BTreeSet<_> = code.params().iter().map(|param| param.name()).collect();
        let [ja, en] = LOCALES.map(|locale| placeholders(message::template(*code, locale)));
        assert_eq!(ja, en, "{}", code.name());
        assert!(ja.is_subset(&known), "{} names {ja:?}, has {known:?}", code.name());
        assert_eq!(known.len(), code.params().len(), "{} has a parameter twice", code.name());
    }
}

/// Japanese ends requests with ください; English begins a clause with a verb in the imperative.
///
/// `required` says what is needed, and by that what to do.
const SAYS_WHAT_IS_NEEDED: [Code; 1] = [Code::Required];

#[test]
fn an_error_says_what_to_do() {
    let verbs = [
        "add", "ask", "call", "check", "choose", "clear", "compare", "correct", "enter", "look", "make", "pass",
        "register", "use",
    ];
    for code in Code::ALL.iter().filter(|code| code.severity() == Severity::Error) {
        if SAYS_WHAT_IS_NEEDED.contains(code) {
            continue;
        }
        let ja = message::template(*code, Locale::Ja);
        assert!(ja.contains("ください"), "{}: {ja}", code.name());
        let en = message::template(*code, Locale::En).to_lowercase();
        let clauses = en.split(['.', ':', ',', ';']).flat_map(|clause| clause.split(" or "));
        let mut first_words = clauses.filter_map(|clause| clause.split_whitespace().next());
        assert!(first_words.any(|word| verbs.contains(&word)), "{}: {en}", code.name());
    }
    for code in SAYS_WHAT_IS_NEEDED {
        let ja = message::template(code, Locale::Ja);
        assert!(ja.contains("必須"), "{ja}");
        let en = message::template(code, Locale::En);
        assert!(en.contains("required"), "{en}");
    }
}

#[test]
fn a_warning_that_blocks_nothing_says_that_one_can_go_on_or_what_to_check() {
    for code in Code::ALL.iter().filter(|code| code.severity() == Severity::Warning) {
        let ja = message::template(*code, Locale::Ja);
        assert!(ja.contains("ください") || ja.contains("進"), "{}: {ja}", code.name());
    }
}

#[test]
fn a_parameter_that_is_a_code_is_written_as_what_it_means() {
    for (choice, number) in prefecture::CHOICES.iter().zip(1..) {
        for [ja, en] in with_param(Param::Prefecture, number) {
            assert!(ja.contains(choice.ja), "{ja}");
            assert!(en.contains(choice.en), "{en}");
            assert!(!ja.contains(choice.value) && !en.contains(choice.value), "a bare number: {ja} {en}");
        }
    }
    for (choice, number) in service::CHOICES.iter().zip(0..) {
        for [ja, en] in with_param(Param::LineService, number) {
            assert!(ja.contains(choice.ja), "{ja}");
            assert!(en.contains(choice.en), "{en}");
            assert!(!ja.contains(choice.value) && !en.contains(choice.value), "a bare value: {ja} {en}");
        }
    }
    for param in [Param::Earliest, Param::Latest, Param::Since] {
        let dates = [
            ("2026-04-01", "2026年4月1日", "2026-04-01"),
            ("2024-10-31", "2024年10月31日", "2024-10-31"),
            ("2026-04", "2026年4月", "2026-04"),
            ("2099-12", "2099年12月", "2099-12"),
        ];
        for (date, ja, en) in dates {
            let sentences = with_param(param, packed(date));
            assert!(!sentences.is_empty(), "no code has {}", param.name());
            for [in_ja, in_en] in sentences {
                let follows = |sentence: &str, date: &str| {
                    let (_, behind) = sentence.split_once(date)?;
                    behind.chars().next()
                };
                assert!(follows(&in_ja, ja).is_some_and(|next| !next.is_ascii_digit()), "{in_ja}");
                assert!(follows(&in_en, en).is_some_and(|next| next != '-' && !next.is_ascii_digit()), "{in_en}");
            }
        }
    }
    for choice in &fee_schedule::CHOICES {
        let number = choice.value.parse().expect("a digit");
        let [ja, en] =
            LOCALES.map(|locale| message::of_code(Code::InstitutionCodeWrongFeeSchedule, [number, 0, 0], locale));
        assert!(ja.contains(choice.ja), "{ja}");
        assert!(en.contains(choice.en), "{en}");
    }
    for prefix in Prefix::ALL {
        for locale in LOCALES {
            let mismatch = message::of_code(Code::CustomerIdKindMismatch, [prefix as u32, 0, 0], locale);
            assert!(mismatch.contains(prefix.letters()), "{mismatch}");
            let other = if prefix == Prefix::Caf { "COP" } else { "CAF" };
            assert!(!mismatch.contains(other), "{mismatch}");
        }
    }
    for field in Field::ALL {
        let ja = message::of_code(Code::FormUnknownField, [*field as u32, 0, 0], Locale::Ja);
        assert!(ja.contains(field.name()), "{ja}");
    }
}

#[test]
fn numbers_are_written_in_full() {
    for number in [0, 1, 9, 10, 99, 100, 1_234, 10_000, u32::MAX] {
        for locale in LOCALES {
            let sentence = message::of_code(Code::InstitutionCodeTooLong, [number, 10, 0], locale);
            assert!(sentence.contains(&number.to_string()), "{sentence}");
        }
    }
}

#[test]
fn values_no_rule_would_give_still_make_a_sentence() {
    for code in Code::ALL {
        for value in [0, 1, 5, 48, 255, 256, u32::MAX] {
            for locale in LOCALES {
                let sentence = message::of_code(*code, [value; 3], locale);
                assert!(!sentence.is_empty() && !sentence.contains(['{', '}']), "{}: {sentence}", code.name());
            }
        }
    }
}

#[test]
fn a_fix_button_says_what_it_does_and_no_two_say_the_same() {
    for locale in LOCALES {
        let labels: BTreeSet<_> = FixKind::ALL.iter().map(|kind| message::fix_label(*kind, locale)).collect();
        assert_eq!(labels.len(), FixKind::ALL.len(), "{labels:?}");
        for label in labels {
            assert!(!label.is_empty() && !label.ends_with(['。', '.', '!']), "{label}");
        }
    }
}

/// Inputs that between them provoke most of the codes.
fn provoked() -> Vec<Issue> {
    let texts = [
        "48",
        "5",
        "99",
        "2",
        "123456",
        "12345678",
        "1331234567",
        "13A1234567",
        "7,1236,2",
        "131",
        "13101100491",
        "1310110042",
        "1350110042",
        "CAF12",
        "CAF012345678901",
        "COP12345678",
        "COP0123456789",
        "L123",
        "XYZ",
        "0123456789",
        "Clinic@example.jp",
        "a b@example.jp",
        "clinic",
        "a@b",
        "@example.jp",
        "a..b@gmial.com",
        "clinic@01",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.jp",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.jp",
        "a",
        "aaaaaaaa",
        "AAAAAAA1",
        "パスワードaA1",
        "312345678",
        "03123",
        "031234567890",
        "12x4",
        "12345",
        "2024-13",
        "2024-02-30",
        "2024",
        "ｱｲｳ",
        "ＣＡＦ０１２３４５６７８９",
    ];
    let mut contexts = vec![Context { strict: true, ..Context::default() }];
    for prefecture in [None, Prefecture::new(13), Prefecture::new(27)] {
        for mode in [Mode::Final, Mode::Typing] {
            let place = Context { mode, prefecture, full_width: true, ..Context::default() };
            contexts.push(place);
            contexts.push(Context { fee_schedule: Some(FeeSchedule::Dental), ..place });
            contexts.push(Context { customer_id_kind: Some(Prefix::Cop), ..place });
            contexts.push(Context { line_type: Some(LineType::Internet), ..place });
            contexts.push(Context { claims_line_type: Some(ClaimsLineType::IpVpnIpv4), ..place });
        }
    }
    let long = "長".repeat(201);
    let mut issues = Vec::new();
    for kind in Kind::ALL {
        for context in &contexts {
            for text in texts.iter().copied().chain([long.as_str()]) {
                issues.extend(check(*kind, text, context).issues);
            }
            for input in [Input::NotText, Input::TooLong] {
                issues.extend(check_input(*kind, input, context).issues);
            }
        }
    }
    issues.extend(of_forms());
    for (application, choices) in [
        (Application::Eligibility, ["27", "2", "cop", "contracted", "hikari-light"]),
        (Application::Eligibility, ["24", "2", "caf", "not-needed", "bbiq"]),
        (Application::Eligibility, ["22", "2", "same-as-claims", "", "commufa-business"]),
        (Application::EligibilityOnPaper, ["13", "1", "", "not-needed", "hikari-collaboration"]),
        (Application::Eligibility, ["13", "1", "same-as-claims", "not-needed", "hikari-next-hayabusa"]),
        (Application::Eligibility, ["13", "3", "", "", "hikari-cross"]),
        (Application::Claims, ["27", "isdn", "cop", "contracted", "ins-net"]),
        (Application::Claims, ["27", "ip-vpn-ipv4", "", "", "hikari-cross"]),
        (Application::Claims, ["27", "ip-vpn-ipv6", "cop", "", "hikari-collaboration"]),
    ] {
        let mut selection = Selection::new(application);
        for (field, text) in line::FIELDS.into_iter().zip(choices) {
            selection = selection.with(field, text).expect("a choice");
        }
        issues.extend(line::issues(&selection));
        for field in line::FIELDS {
            let bad = selection.with(field, "no such choice").expect_err("not a choice");
            issues.push(bad);
            issues.extend(line::options(&selection, field).into_iter().filter_map(|option| option.issue));
        }
    }
    issues
}

/// Forms that between them break every rule between fields.
fn of_forms() -> Vec<Issue> {
    let sheets: [(&str, &[(&str, &str)]); 12] = [
        ("user-registration", &[("emial", "x"), ("password", "Abcdefg1"), ("passwordConfirm", "x")]),
        ("login", &[("userId", "A@01")]),
        ("login", &[("userId", "a.very.long.name.of.a.clinic@somewhere.example.jp")]),
        (
            "eligibility-application",
            &[
                ("applicationType", "new"),
                ("startMonth", "2026-01"),
                ("testYear", "2026"),
                ("lineType", "2"),
                ("customerId", "CAF0123456789"),
            ],
        ),
        ("eligibility-application", &[("applicationType", "x"), ("startMonth", "2026-01"), ("testMonth", "2026-02")]),
        ("eligibility-paper", &[("terminalNames", "1"); 11]),
        (
            "claims-application",
            &[
                ("applicationType", "change"),
                ("startMonth", "2028-01"),
                ("lineType", "internet"),
                ("customerId", "CAF0123456789"),
            ],
        ),
        ("claims-application", &[("applicationType", "start"), ("startMonth", "2026-11"), ("internetProvider", "x")]),
        ("deferral-notice", &[("scope", "both"), ("ground", "1")]),
        ("deferral-notice", &[("ground", "2"), ("contractDate", "2024-11-01"), ("scope", "x")]),
        (
            "deferral-notice",
            &[
                ("ground", "x"),
                ("networkReady", "x"),
                ("groundDetail", "x"),
                ("workStartDate", "2024-05-02"),
                ("workEndDate", "2024-05-01"),
                ("youngestBirthDate", "1953-04-01"),
            ],
        ),
        ("operation-start", &[("operationStartDate", "2027-01-01")]),
    ];
    let mut issues = Vec::new();
    for mode in [Mode::Final, Mode::Typing] {
        let context = Context { mode, today: Date::parse("2026-11-19"), ..Context::default() };
        for (name, values) in sheets {
            issues.extend(Form::from_name(name).expect("a form").check(values, &context).issues);
        }
        let same = [("customerIdSource", "same-as-claims"), ("lineType", "1"), ("prefecture", "13")];
        let other = [("customerIdSource", "same-as-eligibility"), ("lineType", "internet"), ("prefecture", "27")];
        let first = [("customerIdSource", "caf"), ("lineType", "1"), ("customerId", "0123456789")];
        let second = [("customerIdSource", "caf"), ("lineType", "ip-vpn-ipv6"), ("customerId", "CAF1123456789")];
        for (eligibility, claims) in [(&same, &other), (&first, &second)] {
            let report = form::check_together(eligibility, claims, &context);
            issues.extend(report.together.into_iter().map(|(_, issue)| issue));
        }
    }
    issues
}

#[test]
fn the_sentences_of_a_spread_of_inputs_read_without_braces_and_gaps() {
    let issues = provoked();
    for issue in &issues {
        for locale in LOCALES {
            assert_reads_well(&message::text(issue, locale), locale, issue.code.name());
        }
    }
    let seen: BTreeSet<_> = issues.iter().map(|issue| issue.code.name()).collect();
    let unseen: Vec<_> = Code::ALL.iter().map(|code| code.name()).filter(|name| !seen.contains(name)).collect();
    // Only the boundary says the first two, and tests/bulk.rs provokes what is said about files.
    let elsewhere = |name: &&str| matches!(*name, "kind.unknown" | "internal") || name.starts_with("csv.");
    assert!(unseen.iter().all(elsewhere), "{unseen:?}");
}

#[test]
fn the_numbers_in_a_sentence_are_right() {
    let say = |kind, text, locale| message::text(&check(kind, text, &Context::default()).issues[0], locale);
    assert_eq!(
        say(Kind::InstitutionNumber, "123", Locale::En),
        "Digits still missing: 4. Enter all 7, zeros in front included."
    );
    assert_eq!(
        say(Kind::InstitutionNumber, "123", Locale::Ja),
        "あと4桁足りません。先頭の0も含めて7桁で入力してください。"
    );
    assert_eq!(
        say(Kind::CustomerId, "cop123", Locale::Ja),
        "お客さまIDがあと5文字足りません。COPの後の数字8桁を最後まで入力してください。"
    );
    assert!(say(Kind::Phone, "031234567890", Locale::En).starts_with("There are 12 digits."));
    assert!(say(Kind::Phone, "03-12x4-5678", Locale::Ja).starts_with("6文字目が数字ではありません。"));
}
