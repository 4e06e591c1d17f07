//! What must hold for every text: near each kind's grammar, and anywhere in Unicode.
//!
//! Texts near a grammar are made from its canonical values and printed forms by a few slips: full width, hyphens and
//! blanks of every sort, zero-width characters, a character more, less or other, another kind's value.
//!
//! The promise of typing mode, *incomplete means exactly that some continuation is valid*, is checked against a search
//! for continuations that asks nothing but `is` in final mode:
//!
//! - **Soundness** (incomplete: there is one) needs a witness, so a list of candidates is enough: every tail of the
//!   kind's canonical values and printed forms. Digits are interchangeable wherever a rule does not name them, so tails
//!   of a few representatives stand for all.
//! - **Completeness** (invalid: there is none) is exhaustive for the short languages over a small alphabet that holds one
//!   of each class of characters: prefecture, fee schedule, line types, v6 option, payment method, line service (every
//!   beginning of every printed form, and every character of the language behind it), secret number, the lead of an
//!   institution code, year-month and date behind `20`, customer ID up to its first digits. For the long texts it is
//!   sampled: random texts near the grammar, and for each the whole list of candidates, alone and behind one free
//!   character.
//!
//! Forms are made the same way: right values for every field that can be right together, then a few slips in some of the
//! inputs. Which field hangs on which is written out here a second time.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test reports by failing"
)]
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

use onshi_check::form::{self, Filled, Only, deferral_notice, table};
use onshi_check::kind::choice::{Choice, PAYMENT_METHODS};
use onshi_check::kind::customer_id::{CustomerId, Prefix};
use onshi_check::kind::fee_schedule::FeeSchedule;
use onshi_check::kind::line_type::{
    CHOICES, CLAIMS_CHOICES, CLAIMS_CUSTOMER_ID_SOURCES, CUSTOMER_ID_SOURCES, ClaimsLineType, LineType, V6_CHOICES,
};
use onshi_check::kind::prefecture::Prefecture;
use onshi_check::kind::{fee_schedule, prefecture};
use onshi_check::line::{self, Application, Selection, State, provider, service};
use onshi_check::message::{self, Locale};
use onshi_check::{
    Code, Context, Date, Field, Form, Input, InstitutionCode, Issue, Kind, LONGEST_INPUT, Mode, Param, Place, Report,
    Severity, Status, Verdict, check, check_input, is,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;

/// Characters that people paste, type or leave behind.
const NOISE: [char; 43] = [
    '-', '‐', '‑', '–', '—', '−', '－', 'ー', 'ｰ', ' ', '\u{3000}', '\u{a0}', '\u{2009}', '\t', '\n', '\u{200b}',
    '\u{200d}', '\u{feff}', '\u{ad}', '\u{2060}', ',', '.', '、', '。', '，', '．', '/', '年', '月', '日', ':', '：',
    '@', '0', '９', 'A', 'z', 'Ｃ', '山', 'ｱ', 'ﾞ', '𠮷', '😀',
];

/// The same texts in every run: what fails here fails everywhere. `PROPTEST_RNG_SEED` looks at others.
fn config(cases: u32) -> ProptestConfig {
    let seed = std::env::var("PROPTEST_RNG_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_261_121);
    let rng_seed = RngSeed::Fixed(seed);
    ProptestConfig { cases, rng_seed, failure_persistence: None, max_shrink_iters: 2_000, ..ProptestConfig::default() }
}

// ---- texts -------------------------------------------------------------------------------------------------------

fn choices(kind: Kind) -> Option<&'static [Choice]> {
    Some(match kind {
        Kind::Prefecture => &prefecture::CHOICES,
        Kind::FeeSchedule => &fee_schedule::CHOICES,
        Kind::LineType => &CHOICES,
        Kind::ClaimsLineType => &CLAIMS_CHOICES,
        Kind::V6Option => &V6_CHOICES,
        Kind::PaymentMethod => &PAYMENT_METHODS,
        Kind::LineService => &service::CHOICES,
        _ => return None,
    })
}

/// The ways a choice is printed.
fn printed_choices(choices: &[Choice]) -> Vec<String> {
    let forms = choices.iter().flat_map(|choice| {
        let number = if choice.number.is_empty() { choice.value } else { choice.number };
        [
            choice.value.to_owned(),
            choice.ja.to_owned(),
            format!("{}{}", choice.value, choice.ja),
            format!("{}: {}", choice.value, choice.ja),
            format!("{number}. {}", choice.ja),
            format!("{number}{}", choice.ja),
        ]
    });
    forms.collect()
}

fn digits(count: usize) -> impl Strategy<Value = String> {
    vec(prop_oneof![4 => 0..10_u8, 1 => Just(0), 1 => Just(9)], count)
        .prop_map(|digits| digits.into_iter().map(|digit| char::from(b'0' + digit)).collect())
}

fn email() -> impl Strategy<Value = String> {
    let domain = select(vec![
        "example.jp",
        "gmail.com",
        "gmial.com",
        "gmai.com",
        "clinic.con",
        "gmial.con",
        "docomo.ne.jo",
        "ymail.com",
        "a.b",
        "xn--e1a.example-1.co.jp",
    ]);
    ("[a-z0-9_+-][a-z0-9._+-]{0,15}", domain).prop_map(|(local, domain)| format!("{local}@{domain}"))
}

/// Kinds of free text: nothing but emptiness makes it wrong.
fn is_free_text(kind: Kind) -> bool {
    matches!(kind, Kind::Text | Kind::TerminalName | Kind::InternetProvider)
}

/// A value in its canonical form: what `check` gives back unchanged.
fn canonical(kind: Kind) -> BoxedStrategy<String> {
    if let Some(choices) = choices(kind) {
        return select(choices).prop_map(|choice| choice.value.to_owned()).boxed();
    }
    let year_month = || (1900..2100, 1..13).prop_map(|(year, month)| format!("{year}-{month:02}"));
    match kind {
        Kind::InstitutionNumber => digits(7).boxed(),
        Kind::InstitutionCode => (1..48, select(fee_schedule::CHOICES.as_slice()), digits(7))
            .prop_map(|(prefecture, fee_schedule, number)| format!("{prefecture:02}{}{number}", fee_schedule.value))
            .boxed(),
        Kind::CustomerId => prop_oneof![
            digits(10).prop_map(|digits| format!("CAF{digits}")),
            digits(8).prop_map(|digits| format!("COP{digits}")),
        ]
        .boxed(),
        Kind::Email => email().boxed(),
        Kind::Password => "[A-Z][a-z][0-9][!-~]{5,40}".boxed(),
        Kind::Phone => prop_oneof![digits(9), digits(10)].prop_map(|digits| format!("0{digits}")).boxed(),
        Kind::SecretNumber => digits(4).boxed(),
        Kind::YearMonth => year_month().boxed(),
        Kind::Date => (year_month(), 1..29).prop_map(|(month, day)| format!("{month}-{day:02}")).boxed(),
        _ => "[一-龠ぁ-んァ-ヶ𠮷]{1,8}( [一-龠]{1,4})?".boxed(),
    }
}

/// A value as it stands on paper, or as people write it.
fn printed(kind: Kind) -> BoxedStrategy<String> {
    if let Some(choices) = choices(kind) {
        return select(printed_choices(choices)).boxed();
    }
    match kind {
        Kind::InstitutionNumber => {
            let cut = |number: String, at: usize| format!("{},{},{}", &number[..at], &number[at..6], &number[6..]);
            prop_oneof![
                (digits(7), 2..4_usize).prop_map(move |(number, at)| cut(number, at)),
                canonical(Kind::InstitutionCode)
            ]
            .boxed()
        }
        Kind::CustomerId => prop_oneof![digits(10), digits(8), "[LN][0-9]{8,10}"].boxed(),
        Kind::Email => prop_oneof!["[a-zA-Z0-9.]{0,6}@(4[0-9]|0[0-9]|[a-z]{1,3})", "[a-z]{25,34}@example\\.jp"].boxed(),
        Kind::Password => ".{0,12}".boxed(),
        Kind::Phone => "0[0-9]{1,4}-[0-9]{1,4}-[0-9]{4}".boxed(),
        Kind::YearMonth | Kind::Date => {
            (1890..2110, 0..14, 0..33, select(vec![["/", "/", ""], ["年", "月", "日"], [".", ".", ""]]))
                .prop_map(|(year, month, day, [a, b, c])| format!("{year}{a}{month}{b}{day}{c}"))
                .boxed()
        }
        Kind::InternetProvider => {
            let names = provider::PROVIDERS.iter().flat_map(|it| [it.service, it.company]);
            select(names.collect::<Vec<_>>()).prop_map(str::to_owned).boxed()
        }
        Kind::Text | Kind::TerminalName => "[ｦ-ﾟA-Za-z0-9 ァ-ヶ一-龠]{1,12}".boxed(),
        _ => canonical(kind),
    }
}

/// One thing that goes wrong with a text.
#[derive(Clone, Debug)]
enum Slip {
    WidenAll,
    Widen(Index),
    Insert(Index, char),
    Cut(Index),
    Append(String),
    Change(Index, char),
    Remove(Index),
    SwapCase,
    /// So many blanks or dots that the text is longer than any that can be right.
    Stretch(Index, char),
}

fn slip() -> impl Strategy<Value = Slip> {
    prop_oneof![
        2 => Just(Slip::WidenAll),
        2 => any::<Index>().prop_map(Slip::Widen),
        6 => (any::<Index>(), select(NOISE.as_slice())).prop_map(|(at, char)| Slip::Insert(at, char)),
        4 => any::<Index>().prop_map(Slip::Cut),
        2 => "[0-9A-Za-z月日 -]{1,3}".prop_map(Slip::Append),
        2 => (any::<Index>(), prop_oneof![select(NOISE.as_slice()), any::<char>()]).prop_map(|(at, char)| Slip::Change(at, char)),
        2 => any::<Index>().prop_map(Slip::Remove),
        1 => Just(Slip::SwapCase),
        1 => (any::<Index>(), select(vec![' ', '\u{200b}', '-', ':', '０', 'ー'])).prop_map(|(at, char)| Slip::Stretch(at, char)),
    ]
}

fn widen(char: char) -> char {
    match char {
        '!'..='~' => char::from_u32(char as u32 + 0xfee0).expect("full width"),
        other => other,
    }
}

fn spoil(text: String, slips: Vec<Slip>) -> String {
    slips.into_iter().fold(text, |text, slip| {
        let mut chars: Vec<char> = text.chars().collect();
        let place = |index: Index, room: usize| index.index(room.max(1));
        match slip {
            Slip::WidenAll => chars.iter_mut().for_each(|char| *char = widen(*char)),
            Slip::SwapCase => chars.iter_mut().for_each(|char| {
                *char = if char.is_ascii_lowercase() { char.to_ascii_uppercase() } else { char.to_ascii_lowercase() };
            }),
            Slip::Insert(at, char) => chars.insert(place(at, chars.len() + 1), char),
            Slip::Stretch(at, char) => {
                let at = place(at, chars.len() + 1);
                chars.splice(at..at, std::iter::repeat_n(char, 130));
            }
            Slip::Append(tail) => chars.extend(tail.chars()),
            Slip::Cut(at) => chars.truncate(place(at, chars.len())),
            _ if chars.is_empty() => {}
            Slip::Widen(at) => {
                let at = place(at, chars.len());
                chars[at] = widen(chars[at]);
            }
            Slip::Change(at, char) => {
                let at = place(at, chars.len());
                chars[at] = char;
            }
            Slip::Remove(at) => {
                let at = place(at, chars.len());
                chars.remove(at);
            }
        }
        chars.into_iter().collect()
    })
}

/// A text near the grammar of the kind.
fn near(kind: Kind) -> BoxedStrategy<String> {
    let base = prop_oneof![3 => canonical(kind), 3 => printed(kind), 1 => a_kind().prop_flat_map(canonical)];
    (base, vec(slip(), 0..4)).prop_map(|(text, slips)| spoil(text, slips)).boxed()
}

/// Near the grammar, made of noise, or anything at all.
fn anything(kind: Kind) -> BoxedStrategy<String> {
    prop_oneof![
        6 => near(kind),
        1 => vec(select(NOISE.as_slice()), 0..12).prop_map(|chars| chars.into_iter().collect::<String>()),
        1 => vec(any::<char>(), 0..20).prop_map(|chars| chars.into_iter().collect::<String>()),
        1 => ".{0,200}",
    ]
    .boxed()
}

fn a_kind() -> impl Strategy<Value = Kind> {
    select(Kind::ALL)
}

fn a_kind_that_is_no_secret() -> impl Strategy<Value = Kind> {
    select(Kind::ALL.iter().copied().filter(|kind| !kind.is_secret()).collect::<Vec<_>>())
}

fn kind_and_text() -> impl Strategy<Value = (Kind, String)> {
    a_kind().prop_flat_map(|kind| (Just(kind), anything(kind)))
}

fn open_kind_and_text() -> impl Strategy<Value = (Kind, String)> {
    a_kind_that_is_no_secret().prop_flat_map(|kind| (Just(kind), anything(kind)))
}

// ---- contexts ----------------------------------------------------------------------------------------------------

/// East, West and none; Tokyo, because its stations have a rule of their own.
fn prefectures() -> [Option<Prefecture>; 4] {
    [None, Prefecture::new(1), Prefecture::new(13), Prefecture::new(27)]
}

fn fee_schedules() -> [Option<FeeSchedule>; 4] {
    [None, Some(FeeSchedule::Medical), Some(FeeSchedule::HomeNursing), Some(FeeSchedule::Workplace)]
}

const CUSTOMER_ID_KINDS: [Option<Prefix>; 3] = [None, Some(Prefix::Caf), Some(Prefix::Cop)];

/// No line, every line of the one application, every line of the other.
const LINES: [(Option<LineType>, Option<ClaimsLineType>); 8] = [
    (None, None),
    (Some(LineType::NttIpVpn), None),
    (Some(LineType::CtcQtnetIpVpn), None),
    (Some(LineType::Internet), None),
    (None, Some(ClaimsLineType::Isdn)),
    (None, Some(ClaimsLineType::IpVpnIpv4)),
    (None, Some(ClaimsLineType::IpVpnIpv6)),
    (None, Some(ClaimsLineType::Internet)),
];

fn context() -> impl Strategy<Value = Context> {
    let beside = (select(prefectures().to_vec()), select(fee_schedules().to_vec()));
    let customer = (select(CUSTOMER_ID_KINDS.to_vec()), prop_oneof![Just(LINES[0]), select(LINES.to_vec())]);
    (any::<bool>(), prop::bool::weighted(0.25), beside, customer, any::<bool>(), today()).prop_map(
        |(
            typing,
            strict,
            (prefecture, fee_schedule),
            (customer_id_kind, (line_type, claims_line_type)),
            full_width,
            today,
        )| Context {
            mode: if typing { Mode::Typing } else { Mode::Final },
            strict,
            prefecture,
            fee_schedule,
            customer_id_kind,
            line_type,
            claims_line_type,
            full_width,
            today,
        },
    )
}

/// No day, days around the cut-off on the 20th and around the end of filing, any day.
fn today() -> impl Strategy<Value = Option<Date>> {
    let named = select(vec!["2026-11-19", "2026-11-20", "2026-11-21", "2024-10-31", "2024-11-01", "2024-02-29"]);
    prop_oneof![
        1 => Just(None),
        2 => named.prop_map(Date::parse),
        1 => canonical(Kind::Date).prop_map(|day| Date::parse(&day)),
    ]
}

/// Every context that can matter to a customer ID.
fn customer_id_contexts() -> Vec<Context> {
    let mut contexts = Vec::new();
    for strict in [false, true] {
        for prefecture in [None, Prefecture::new(13), Prefecture::new(27)] {
            for customer_id_kind in CUSTOMER_ID_KINDS {
                for (line_type, claims_line_type) in LINES {
                    contexts.push(Context {
                        strict,
                        prefecture,
                        customer_id_kind,
                        line_type,
                        claims_line_type,
                        ..Context::default()
                    });
                }
            }
        }
    }
    contexts
}

fn typing(context: &Context) -> Context {
    Context { mode: Mode::Typing, ..*context }
}

fn done(context: &Context) -> Context {
    Context { mode: Mode::Final, ..*context }
}

fn codes(verdict: &Verdict) -> Vec<&'static str> {
    verdict.issues.iter().map(|issue| issue.code.name()).collect()
}

fn has_error(verdict: &Verdict) -> bool {
    verdict.issues.iter().any(|issue| issue.severity() == Severity::Error)
}

// ---- folding and canonical values --------------------------------------------------------------------------------

proptest! {
    #![proptest_config(config(4_000))]

    #[test]
    fn folding_a_folded_text_changes_nothing((kind, text) in open_kind_and_text(), context in context()) {
        let first = check(kind, &text, &context);
        let again = check(kind, &first.text, &context);
        prop_assert_eq!(&again.text, &first.text, "{:?} {:?}", kind, text);
        prop_assert!(again.changes.is_empty(), "{:?} {:?}: {:?}", kind, text, again.changes);
    }

    #[test]
    fn a_valid_value_is_its_own_canonical_form((kind, text) in open_kind_and_text(), context in context()) {
        let first = check(kind, &text, &context);
        prop_assert_eq!(first.value.is_some(), first.status == Status::Valid);
        if let Some(value) = &first.value {
            let again = check(kind, value, &context);
            prop_assert_eq!(again.status, Status::Valid, "{:?} {:?} gave {:?}: {:?}", kind, text, value, again);
            prop_assert_eq!(again.value.as_deref(), Some(&**value));
        }
    }

    #[test]
    fn a_canonical_value_is_valid_and_unchanged_done_or_typing_strict_or_not(
        (kind, text) in a_kind().prop_flat_map(|kind| (Just(kind), canonical(kind)))
    ) {
        for mode in [Mode::Final, Mode::Typing] {
            for strict in [false, true] {
                let verdict = check(kind, &text, &Context { mode, strict, ..Context::default() });
                prop_assert_eq!(verdict.status, Status::Valid, "{:?} {:?}: {:?}", kind, text, verdict);
                prop_assert!(verdict.changes.is_empty() && !has_error(&verdict));
                let shown = (!kind.is_secret()).then_some(text.as_str());
                prop_assert_eq!(verdict.value.as_deref(), shown);
                prop_assert_eq!(&*verdict.text, shown.unwrap_or_default());
            }
        }
    }

    #[test]
    fn a_canonical_customer_id_is_valid_in_every_context_that_takes_it(
        text in canonical(Kind::CustomerId), context in context()
    ) {
        let id = CustomerId::parse(&text).expect("canonical");
        let area = context.prefecture.map(Prefecture::ntt_area);
        let fits = context.customer_id_kind.is_none_or(|kind| kind == id.prefix)
            && !(id.prefix == Prefix::Cop && area == Some(prefecture::NttArea::West))
            && !matches!(context.line_type, Some(LineType::CtcQtnetIpVpn | LineType::Internet));
        let verdict = check(Kind::CustomerId, &text, &context);
        prop_assert_eq!(verdict.status, if fits { Status::Valid } else { Status::Invalid }, "{:?}", verdict);
        // The portal's box takes the digits alone: the value carries the prefix, the text does not.
        let beside = Context { customer_id_kind: Some(id.prefix), ..context };
        let alone = check(Kind::CustomerId, id.digits, &beside);
        let whole = check(Kind::CustomerId, &text, &beside);
        prop_assert_eq!(alone.status, whole.status);
        prop_assert_eq!(&alone.value, &whole.value);
        prop_assert_eq!(&*alone.text, id.digits);
        prop_assert!(alone.changes.is_empty());
    }

    /// Full-width characters stand in the same places, so every finding must be the same, place for place.
    #[test]
    fn full_width_is_judged_as_half_width(
        (kind, text) in open_kind_and_text().prop_filter("folds no width", |(kind, _)| !is_free_text(*kind)), context in context()
    ) {
        let context = Context { strict: false, ..context };
        let wide: String = text.chars().map(widen).collect();
        let (narrow, wide) = (check(kind, &text, &context), check(kind, &wide, &context));
        prop_assert_eq!(narrow.status, wide.status);
        prop_assert_eq!(&narrow.value, &wide.value);
        prop_assert_eq!(&narrow.issues, &wide.issues, "{:?} {:?}", kind, text);
    }
}

// ---- fixes -------------------------------------------------------------------------------------------------------

proptest! {
    #![proptest_config(config(4_000))]

    #[test]
    fn a_fix_settles_its_issue_and_a_safe_one_brings_no_new_error((kind, text) in kind_and_text(), context in context()) {
        let before = check(kind, &text, &context);
        for issue in &before.issues {
            let Some(fix) = &issue.fix else { continue };
            let after = check(kind, &fix.value, &context);
            prop_assert!(!after.has(issue.code), "{:?} {:?} -> {:?}: {:?}", kind, text, fix.value, codes(&after));
            let others = before.issues.iter().filter(|it| it.severity() == Severity::Error && it.code != issue.code).count();
            if fix.safe && others == 0 {
                prop_assert!(!has_error(&after), "{:?} {:?} -> {:?}: {:?}", kind, text, fix.value, codes(&after));
            }
        }
    }

    #[test]
    fn applying_fixes_again_and_again_ends((kind, text) in kind_and_text(), context in context()) {
        let mut text = text;
        let mut tried = Vec::new();
        while let Some(fix) = check(kind, &text, &context).issues.iter().find_map(|issue| issue.fix.clone()) {
            prop_assert!(!tried.contains(&fix.value), "{:?} goes round: {:?} {:?}", kind, tried, fix.value);
            tried.push(fix.value.clone());
            prop_assert!(tried.len() <= 3, "{:?}: {:?}", kind, tried);
            text = fix.value;
        }
    }

    /// The fix for 開設者 widens what is half width and leaves every other letter alone; a sound mark may join the letter
    /// before it. The oracle spells the pairs out.
    #[test]
    fn a_full_width_fix_changes_no_letter_that_is_full_width_already(text in "[ｦ-ﾟァ-ヶA-c0-9 ーガパッ]{1,8}") {
        let context = Context { full_width: true, ..Context::default() };
        if let Some(fix) = check(Kind::Text, &text, &context).issues.iter().find_map(|issue| issue.fix.as_ref()) {
            prop_assert_eq!(&fix.value, &full_width(text.trim_matches(' ')), "{:?}", text);
        }
    }
}

#[test]
fn sound_marks_join_only_the_letters_that_have_such_a_form() {
    let context = Context { full_width: true, ..Context::default() };
    for (text, expected) in
        [("ｶﾞ", "ガ"), ("カﾞ", "ガ"), ("ガﾞ", "ガ゛"), ("ｯﾞ", "ッ゛"), ("バﾟ", "バ゜"), ("ﾊﾟﾞ", "パ゛"), ("ｱﾞ", "ア゛")]
    {
        let verdict = check(Kind::Text, text, &context);
        let fix = verdict.issues[0].fix.as_ref().map(|fix| fix.value.as_str());
        assert_eq!(fix, Some(expected), "{text}");
    }
}

#[test]
fn a_domain_with_two_slips_is_corrected_in_one_step() {
    for text in ["a@gmial.con", "a@gmai.con"] {
        let verdict = check(Kind::Email, text, &Context::default());
        let fix = verdict.issues[0].fix.as_ref().map(|fix| fix.value.as_str());
        assert_eq!(fix, Some("a@gmail.com"), "{text}");
    }
}

/// What a reader would write: the letters of U+FF61 to U+FF9F one by one, sound marks joined where such a letter exists.
fn full_width(text: &str) -> String {
    const PLAIN: &str = "カキクケコサシスセソタチツテトハヒフヘホハヒフヘホウ";
    const MARKS: &str = "ﾞﾞﾞﾞﾞﾞﾞﾞﾞﾞﾞﾞﾞﾞﾞﾞﾞﾞﾞﾞﾟﾟﾟﾟﾟﾞ";
    const JOINED: &str = "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴ";
    const HALF: &str = "ｦｧｨｩｪｫｬｭｮｯｰｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝﾞﾟ";
    const FULL: &str = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";
    let mut wide: Vec<char> = Vec::new();
    for char in text.chars() {
        let before = wide.last().copied();
        let pairs = PLAIN.chars().zip(MARKS.chars()).zip(JOINED.chars());
        let joined =
            pairs.filter(|((plain, mark), _)| before == Some(*plain) && char == *mark).map(|(_, joined)| joined).next();
        if joined.is_some() {
            wide.pop();
        }
        let full = HALF.chars().zip(FULL.chars()).find(|(half, _)| *half == char).map_or(widen(char), |(_, full)| full);
        wide.push(joined.unwrap_or(full));
    }
    wide.into_iter().collect()
}

// ---- typing ------------------------------------------------------------------------------------------------------

/// Every tail of these texts, the longest of each last, without repetition.
fn tails<S: AsRef<str>>(texts: impl IntoIterator<Item = S>) -> Vec<String> {
    let mut all = BTreeSet::new();
    for text in texts {
        let text = text.as_ref();
        all.extend(text.char_indices().map(|(at, _)| (text.len() - at, text[at..].to_owned())));
    }
    all.into_iter().map(|(_, tail)| tail).collect()
}

/// Candidates for what may follow a text that has begun well. If any continuation of it is valid, one of these is:
///
/// - choices: what is left of a printed form, blanks and punctuation apart, is a tail of `<value or number><label>`;
/// - digits: which ones does not matter where no rule names them;
/// - e-mail: the shortest ends are `x`, `.x`, `x.x`, `@x.x`; a letter, a hyphen's or a dot's next letter fit in them;
/// - password: the missing classes, then padding up to 8;
/// - dates: `-` stands for every separator, and of years, months and days only the first digit says what may follow.
fn continuations(kind: Kind) -> &'static [String] {
    static ALL: LazyLock<Vec<Vec<String>>> =
        LazyLock::new(|| Kind::ALL.iter().map(|kind| make_continuations(*kind)).collect());
    &ALL[Kind::ALL.iter().position(|it| *it == kind).expect("a kind")]
}

fn make_continuations(kind: Kind) -> Vec<String> {
    if let Some(choices) = choices(kind) {
        let is_significant = |char: &char| char.is_alphanumeric() || matches!(char, '-' | '+' | 'ー' | '々');
        let forms = printed_choices(choices);
        return tails(forms.iter().map(|form| form.chars().filter(is_significant).collect::<String>()));
    }
    match kind {
        Kind::InstitutionNumber => tails(["0000000"]),
        Kind::InstitutionCode => {
            let leads = ["01", "10", "20", "30", "40"]
                .map(|lead| ["1", "3", "4", "6", "7"].map(|third| format!("{lead}{third}0000000")));
            tails(leads.as_flattened())
        }
        Kind::CustomerId => tails(["CAF0000000000", "COP00000000"]),
        Kind::Email => ["x", ".x", "x.x", "@x.x", "x@x.x"].map(str::to_owned).into(),
        Kind::Password => {
            let missing = ["", "A", "a", "0", "Aa", "A0", "a0", "Aa0"];
            missing.iter().flat_map(|missing| (0..8).map(move |pad| missing.to_string() + &"a".repeat(pad))).collect()
        }
        Kind::Phone => tails(["00000000000"]),
        Kind::SecretNumber => tails(["0000"]),
        Kind::YearMonth => tails(["1999-01", "2000-10"]),
        Kind::Date => tails(["1999-01-01", "2000-10-10", "2000-01-10", "2000-10-01"]),
        _ => tails(["x"]),
    }
}

/// The verdict that typing mode must give, found by search: only final mode is asked.
fn searched(kind: Kind, text: &str, context: &Context, free: &[char]) -> (Status, Option<String>) {
    let done = done(context);
    if is(kind, text, &done) {
        return (Status::Valid, None);
    }
    if check(kind, text, &done).status == Status::Empty {
        return (Status::Empty, None);
    }
    let works = |tail: &str| is(kind, &[text, tail].concat(), &done);
    let found = continuations(kind).iter().find(|tail| works(tail)).cloned();
    let found = found.or_else(|| {
        let mut behind_one =
            free.iter().flat_map(|char| continuations(kind).iter().map(move |tail| format!("{char}{tail}")));
        behind_one.find(|tail| works(tail))
    });
    (if found.is_some() { Status::Incomplete } else { Status::Invalid }, found)
}

fn assert_typing(kind: Kind, text: &str, context: &Context, free: &[char]) -> Result<Status, String> {
    if is_free_text(kind) && context.strict {
        // Its own test below: free text is no finite language.
        return Ok(Status::Valid);
    }
    let verdict = check(kind, text, &typing(context));
    let (expected, witness) = searched(kind, text, context, free);
    if verdict.status == expected {
        return Ok(expected);
    }
    Err(format!(
        "{} {text:?} is {} while typing, but the search says {}{} ({:?}) in {context:?}",
        kind.name(),
        verdict.status.name(),
        expected.name(),
        witness.map(|witness| format!(" by {witness:?}")).unwrap_or_default(),
        codes(&verdict),
    ))
}

/// Judges every text over the alphabet up to a length, and shows the first few that are wrong.
fn assert_typing_everywhere<'a>(kind: Kind, texts: impl IntoIterator<Item = &'a String>, contexts: &[Context]) {
    let (mut wrong, mut count, mut seen) = (Vec::new(), 0_u32, BTreeSet::new());
    for text in texts {
        for context in contexts {
            count += 1;
            match assert_typing(kind, text, context, &[]) {
                Ok(status) => drop(seen.insert(status.name())),
                Err(what) => wrong.push(what),
            }
        }
    }
    wrong.sort_by_key(String::len);
    let shown = wrong.iter().take(12).cloned().collect::<Vec<_>>().join("\n");
    assert!(wrong.is_empty(), "{} of {count}:\n{shown}", wrong.len());
    assert!(seen.contains("invalid") || seen.contains("incomplete"), "only {seen:?} were tried");
}

/// Every text over the alphabet with at most so many characters, behind a stem.
fn texts_over(stem: &str, alphabet: &[char], longest: usize) -> Vec<String> {
    let mut all = vec![stem.to_owned()];
    let mut start = 0;
    for _ in 0..longest {
        let end = all.len();
        for at in start..end {
            all.extend(alphabet.iter().map(|char| format!("{}{char}", all[at])).collect::<Vec<_>>());
        }
        start = end;
    }
    all
}

const STRICT_OR_NOT: [bool; 2] = [false, true];

fn strict_or_not() -> [Context; 2] {
    STRICT_OR_NOT.map(|strict| Context { strict, ..Context::default() })
}

/// Exhaustive: every beginning of every printed form of every choice, and behind each value and the first eight characters
/// of each label every ASCII character that the kind has and a few others. Of the two long lists, 47 prefectures and 19
/// services, value and label together (of services the label, too) only for some, and the others only behind the first
/// character.
#[test]
fn a_choice_is_incomplete_exactly_while_a_printed_form_can_still_come_of_it() {
    for kind in Kind::ALL.iter().copied() {
        let Some(choices) = choices(kind) else { continue };
        let is_long = choices.len() > 10;
        let mut forms = BTreeSet::from_iter(printed_choices(choices));
        if is_long {
            let some = ["01", "13", "14", "47", "hikari-next", "hikari-light-plus", "bbiq"];
            forms.retain(|form| {
                choices.iter().any(|choice| {
                    let is_one_of_some = some.contains(&choice.value);
                    *form == choice.value
                        || *form == choice.ja && (is_one_of_some || kind == Kind::Prefecture)
                        || *form == format!("{}: {}", choice.value, choice.ja) && is_one_of_some
                })
            });
        }
        let mut alphabet = BTreeSet::from(['0', '1', '4', '5', '8', 'X', '-', '\u{3000}', '１', '山', '県']);
        if !is_long {
            alphabet.extend(forms.iter().flat_map(|form| form.chars()).filter(char::is_ascii));
        }
        let mut beginnings = BTreeSet::new();
        for form in &forms {
            beginnings.extend(form.char_indices().map(|(at, _)| form[..at].to_owned()));
            beginnings.insert(form.clone());
        }
        let [loose, strict] = strict_or_not();
        assert_typing_everywhere(kind, &beginnings, &[loose]);
        // In a strict text only the value itself can come of it, and that is short.
        let short = beginnings.iter().filter(|it| it.chars().count() <= 2 || it.is_ascii());
        assert_typing_everywhere(kind, short, &[strict]);
        // Of the long labels, what stands behind their first eight characters.
        let most = if is_long { 1 } else { 8 };
        let stems = beginnings.iter().filter(|it| it.chars().count() <= most || !is_long && it.is_ascii());
        let texts: BTreeSet<_> = stems.flat_map(|it| alphabet.iter().map(move |char| format!("{it}{char}"))).collect();
        assert_typing_everywhere(kind, &texts, &[loose]);
    }
}

/// Exhaustive over one of each class: a digit, another digit, a full-width one, a hyphen, a blank, an invisible, a letter.
#[test]
fn a_secret_number_is_incomplete_exactly_up_to_its_third_digit() {
    let texts = texts_over("", &['0', '7', '９', '-', ' ', '\u{200b}', 'x'], 5);
    assert_typing_everywhere(Kind::SecretNumber, &texts, &strict_or_not());
}

/// Exhaustive in earnest: all texts of at most seven characters are judged in final mode, and a text of at most three is
/// incomplete exactly when one of the longer ones begins with it and is valid. No candidates, no tails.
#[test]
fn for_secret_numbers_the_whole_tree_of_texts_agrees_with_typing_mode() {
    let alphabet = ['5', '-', 'x'];
    let valid: BTreeSet<String> = texts_over("", &alphabet, 7)
        .into_iter()
        .filter(|text| is(Kind::SecretNumber, text, &Context::default()))
        .collect();
    for text in texts_over("", &alphabet, 3) {
        let status = check(Kind::SecretNumber, &text, &typing(&Context::default())).status;
        let mut behind = valid.range(text.clone()..).take_while(|longer| longer.starts_with(&text));
        assert_eq!(status == Status::Incomplete, behind.next().is_some() && text.contains('5'), "{text:?}");
    }
}

/// Exhaustive: every text over the digits a month can have and the hyphen is judged in final mode; none that is valid is
/// longer than seven, so this is the whole tree.
#[test]
fn for_months_the_whole_tree_of_texts_agrees_with_typing_mode() {
    let texts = texts_over("", &['0', '1', '2', '9', '-'], 7);
    for context in strict_or_not() {
        let mut open: BTreeSet<&str> = BTreeSet::new();
        let mut valid: BTreeSet<&str> = BTreeSet::new();
        for text in texts.iter().filter(|text| is(Kind::YearMonth, text, &context)) {
            valid.insert(text);
            open.extend((1..text.len()).map(|at| &text[..at]));
        }
        assert!(valid.len() > 100);
        for text in texts.iter().filter(|text| !text.is_empty()) {
            let expected = match (valid.contains(text.as_str()), open.contains(text.as_str())) {
                (true, _) => Status::Valid,
                (_, true) => Status::Incomplete,
                _ => Status::Invalid,
            };
            assert_eq!(check(Kind::YearMonth, text, &typing(&context)).status, expected, "{text} {}", context.strict);
        }
    }
}

/// Exhaustive behind `20` over one of each class of characters: with the separators of paper, a blank and a letter.
#[test]
fn a_month_is_incomplete_exactly_while_it_can_still_be_finished() {
    let alphabet = ['0', '1', '9', '-', '/', '年', '月', '日', ' ', 'x'];
    assert_typing_everywhere(Kind::YearMonth, &texts_over("20", &alphabet, 4), &strict_or_not());
    assert_typing_everywhere(Kind::YearMonth, &texts_over("2024", &alphabet, 3), &strict_or_not());
}

/// Exhaustive behind these stems over one of each class of characters.
#[test]
fn a_date_is_incomplete_exactly_while_it_can_still_be_finished() {
    let alphabet = ['0', '1', '3', '9', '-', '月', '日', ' '];
    for stem in ["2", "20", "2024", "2024-", "2024年1", "2024年2月", "2024-02-", "2023-02-2", "2024-4-3"] {
        let contexts = if stem.len() < 3 { strict_or_not()[..1].to_vec() } else { strict_or_not().to_vec() };
        let texts = texts_over(stem, &alphabet, 3);
        let mut wrong = Vec::new();
        for text in &texts {
            for context in &contexts {
                wrong.extend(assert_typing(Kind::Date, text, context, &[]).err());
            }
        }
        wrong.sort_by_key(String::len);
        assert!(wrong.is_empty(), "{} wrong behind {stem}:\n{}", wrong.len(), wrong[..wrong.len().min(8)].join("\n"));
    }
}

/// Exhaustive: all numbers of up to four digits, each with every fee schedule chosen, strict and not; and noise in them.
#[test]
fn the_lead_of_an_institution_code_is_incomplete_exactly_while_it_names_a_place() {
    let mut texts = texts_over("", &['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'], 3);
    texts.extend(texts_over("", &['1', '4', '8', '-', '，', ' ', 'A', '３'], 4));
    texts.extend(["1310110049", "13101100490", "131011004", "4", "47", "48"].map(str::to_owned));
    let mut contexts = Vec::new();
    for fee_schedule in fee_schedules() {
        contexts.extend(strict_or_not().map(|context| Context { fee_schedule, ..context }));
    }
    assert_typing_everywhere(Kind::InstitutionCode, &texts, &contexts);
}

/// Exhaustive over one of each class up to four characters, in all 144 contexts: kind chosen × prefecture × line × strict.
#[test]
fn a_customer_id_is_incomplete_exactly_while_an_id_can_still_come_of_it_in_every_context() {
    let mut texts: BTreeSet<String> = BTreeSet::new();
    for whole in ["CAF0123456789", "COP01234567", "0123456789"] {
        texts.extend((1..=whole.len()).map(|at| whole[..at].to_owned()));
        texts.extend((1..=whole.len()).map(|at| format!("{}x", &whole[..at])));
        texts.extend((1..=whole.len()).map(|at| format!("{}0", &whole[..at])));
    }
    texts.extend(texts_over("", &['C', 'A', 'O', 'P', 'F', 'L', 'N', '0', 'c', 'Ｃ', '-'], 3));
    assert_typing_everywhere(Kind::CustomerId, &texts, &customer_id_contexts());
}

/// Exhaustive around the limit of 40 characters and over one of each class of characters.
#[test]
fn an_address_is_incomplete_exactly_while_it_can_still_be_finished_within_40_characters() {
    let mut texts: BTreeSet<String> =
        texts_over("", &['a', '0', '.', '-', '+', '@', 'A', ' ', '\u{200b}'], 4).into_iter().collect();
    texts.extend(texts_over("a@b", &['a', '.', '-', '_', '@', ' ', '　'], 4));
    for length in 30..43 {
        let local = "a".repeat(length);
        texts.extend(["", "@", "@b", "@b.", "@b-", ".", "@b.c", " "].map(|tail| format!("{local}{tail}")));
    }
    for account in ["clinic@01", "clinic@48", "clinic@4", "clinic@"] {
        texts.insert(account.to_owned());
    }
    assert_typing_everywhere(Kind::Email, &texts, &strict_or_not());
}

/// Exhaustive over the classes for short texts, and at both limits of the length.
#[test]
fn a_password_is_incomplete_exactly_while_what_it_lacks_still_has_room() {
    let mut texts = texts_over("", &['A', 'a', '0', '-', 'あ'], 4);
    for length in (5..10).chain(94..103) {
        for start in ["", "A", "A0", "Aa", "Aa0", "0"] {
            texts.push(format!("{start}{}", "a".repeat(length)));
            texts.push(format!("{start}{}", "-".repeat(length)));
        }
    }
    assert_typing_everywhere(Kind::Password, &texts, &strict_or_not());
}

/// Exhaustive over one of each class up to five characters, and around the full length.
#[test]
fn a_phone_number_and_an_institution_number_are_incomplete_exactly_while_they_can_still_be_finished() {
    let alphabet = ['0', '3', '-', ' ', '０', 'x', ','];
    for (kind, lengths) in [(Kind::Phone, 6..13), (Kind::InstitutionNumber, 5..12)] {
        let mut texts = texts_over("", &alphabet, 4);
        for length in lengths {
            let digits = "0".repeat(length);
            texts.extend(["", "-", " ", "x", ","].map(|tail| format!("{digits}{tail}")));
            texts.push(format!("3{digits}"));
            texts.push(format!("0,{digits}"));
        }
        let contexts: Vec<_> = fee_schedules()
            .into_iter()
            .flat_map(|fee_schedule| {
                strict_or_not().map(|it| Context { fee_schedule, prefecture: Prefecture::new(13), ..it })
            })
            .collect();
        assert_typing_everywhere(kind, &texts, &contexts);
    }
}

proptest! {
    #![proptest_config(config(3_000))]

    /// Sampled: texts near every grammar in random contexts. Completeness tries every candidate alone and, for the kinds
    /// with few candidates, behind one free character.
    #[test]
    fn typing_mode_says_incomplete_exactly_when_a_continuation_is_valid((kind, text) in kind_and_text(), context in context()) {
        let free: &[char] = if choices(kind).is_some() { &[] } else { &['0', '-', ' ', '月', '日', 'a', '.'] };
        if let Err(what) = assert_typing(kind, &text, &context, free) {
            prop_assert!(false, "{}", what);
        }
    }

    /// `remaining` is the number of characters still to type: the shortest continuation has just so many.
    #[test]
    fn the_remaining_characters_are_those_of_every_continuation((kind, text) in kind_and_text(), context in context()) {
        let verdict = check(kind, &text, &typing(&context));
        prop_assert!(verdict.remaining.is_none() || verdict.status == Status::Incomplete);
        let done = done(&context);
        let works = |tail: &&String| is(kind, &format!("{text}{tail}"), &done);
        let open = verdict.status == Status::Incomplete;
        let promises = matches!(kind, Kind::InstitutionNumber | Kind::InstitutionCode | Kind::CustomerId | Kind::SecretNumber);
        if open && (promises || verdict.remaining.is_some()) {
            let lengths: BTreeSet<_> = continuations(kind).iter().filter(works).map(|tail| tail.chars().count()).collect();
            let only = (lengths.len() == 1).then(|| lengths.first().copied()).flatten();
            prop_assert_eq!(verdict.remaining.map(usize::from), only, "{:?} {:?} {:?}", kind, text, lengths);
        }
    }

    #[test]
    fn what_is_valid_when_done_is_valid_while_typing_and_the_other_way_round((kind, text) in kind_and_text(), context in context()) {
        prop_assert_eq!(is(kind, &text, &typing(&context)), is(kind, &text, &done(&context)), "{:?} {:?}", kind, text);
        prop_assert_ne!(check(kind, &text, &done(&context)).status, Status::Incomplete);
    }

    #[test]
    fn strict_accepts_nothing_that_is_refused_otherwise((kind, text) in kind_and_text(), context in context()) {
        let strict = check(kind, &text, &Context { strict: true, ..context });
        let loose = check(kind, &text, &Context { strict: false, ..context });
        if strict.status == Status::Valid {
            prop_assert_eq!(loose.status, Status::Valid);
            prop_assert!(loose.changes.is_empty());
        }
        // Strict refuses exactly what folding changed. Secrets tell nothing of their folding.
        if loose.status == Status::Valid && !kind.is_secret() {
            prop_assert_eq!(strict.status == Status::Valid, loose.changes.is_empty(), "{:?} {:?} {:?}", kind, text, strict);
        }
    }
}

/// In free text a blank may stand between names, so one at the end is no folding yet.
#[test]
fn while_typing_strict_free_text_may_end_in_a_blank() {
    let strict = Context { strict: true, ..Context::default() };
    for kind in Kind::ALL.iter().copied().filter(|kind| is_free_text(*kind)) {
        assert!(is(kind, "山田 太郎", &strict));
        assert_ne!(check(kind, "山田 ", &typing(&strict)).status, Status::Invalid);
    }
}

/// `年`, `月` and `日` fold only where they stand on paper: behind the part they name.
#[test]
fn a_month_or_day_sign_in_the_wrong_place_is_not_folded_away() {
    for (kind, text) in [
        (Kind::Date, "日"),
        (Kind::Date, "月"),
        (Kind::YearMonth, "2024年12月日"),
        (Kind::Date, "2024年1月1日日"),
        (Kind::Date, "2024月1月1日"),
    ] {
        let verdict = check(kind, text, &Context::default());
        assert_eq!(verdict.status, Status::Invalid, "{text}: {verdict:?}");
        assert_eq!(check(kind, &verdict.text, &Context::default()).text, verdict.text, "{text}");
    }
    for text in ["2日", "20月", "2024日", "2024年0月"] {
        assert_eq!(check(Kind::YearMonth, text, &typing(&Context::default())).status, Status::Invalid, "{text}");
    }
}

// ---- what every verdict keeps to ---------------------------------------------------------------------------------

/// Whether a range lies in the text, in order and between characters, counted in UTF-16 units.
fn lies_in(text: &str, (start, end): (u32, u32)) -> bool {
    let mut borders = BTreeSet::from([0]);
    let mut at = 0;
    for char in text.chars() {
        at += u32::try_from(char.len_utf16()).expect("1 or 2");
        borders.insert(at);
    }
    start <= end && borders.contains(&start) && borders.contains(&end)
}

fn slice(text: &str, (start, end): (u32, u32)) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    String::from_utf16(&units[start as usize..end as usize]).expect("whole characters")
}

fn assert_keeps_to_the_rules(kind: Kind, text: &str, context: &Context) -> Result<(), TestCaseError> {
    let verdict = check(kind, text, context);
    prop_assert_eq!(
        is(kind, text, context),
        verdict.status == Status::Valid,
        "is and check disagree: {:?} {:?}",
        kind,
        text
    );
    prop_assert_eq!(has_error(&verdict), verdict.status == Status::Invalid, "{:?}", verdict);
    prop_assert!(verdict.issues.is_sorted_by_key(Issue::severity), "{:?}", codes(&verdict));
    for issue in &verdict.issues {
        if let Some(range) = issue.range {
            prop_assert!(lies_in(text, range), "{:?} of {:?}", issue, text);
        }
        for locale in [Locale::Ja, Locale::En] {
            let sentence = message::text(issue, locale);
            prop_assert!(!sentence.contains(['{', '}']), "{}", sentence);
        }
    }
    let mut last = 0;
    for change in &verdict.changes {
        let end = change.index + u32::try_from(change.from.encode_utf16().count()).expect("short");
        prop_assert!(lies_in(text, (change.index, change.index)), "{:?} of {:?}", change, text);
        prop_assert_ne!(&change.from, &change.to);
        // A choice's label is compared as folded; everything else stands in the input as it is quoted.
        if change.kind.name() != "label" && change.kind.name() != "case" && !change.from.is_empty() {
            prop_assert!(lies_in(text, (change.index, end)), "{:?} of {:?}", change, text);
        }
        prop_assert!(
            change.index >= last || change.kind.name() == "label",
            "{:?} are not in reading order",
            verdict.changes
        );
        last = change.index;
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(4_000))]

    #[test]
    fn every_verdict_keeps_to_the_rules_of_the_contract((kind, text) in kind_and_text(), context in context()) {
        assert_keeps_to_the_rules(kind, &text, &context)?;
    }

    #[test]
    fn no_text_at_all_makes_a_check_panic(text in vec(any::<char>(), 0..120), kind in a_kind(), context in context()) {
        let text: String = text.into_iter().collect();
        assert_keeps_to_the_rules(kind, &text, &context)?;
    }

    #[test]
    fn a_range_marks_the_character_that_is_wrong_and_its_position_counts_characters((kind, text) in kind_and_text(), context in context()) {
        for issue in check(kind, &text, &context).issues {
            let Some((_, position)) = issue.params().find(|(param, _)| *param == Param::Position) else { continue };
            if let Some(range) = issue.range {
                let marked = slice(&text, range);
                prop_assert_eq!(marked.chars().count(), 1, "{:?} of {:?}", issue, text);
                let wrong = marked.chars().next().expect("one");
                let narrow = if ('！'..='～').contains(&wrong) { char::from_u32(wrong as u32 - 0xfee0) } else { Some(wrong) };
                match issue.code {
                    Code::DigitsNotDigit => prop_assert!(!narrow.is_some_and(|it| it.is_ascii_digit()), "{:?} of {:?}", issue, text),
                    Code::EmailBadCharacter => {
                        let right = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | '_' | '+');
                        prop_assert!(!narrow.is_some_and(right), "{:?} marks {:?} of {:?}", issue, marked, text);
                    }
                    _ => {}
                }
                let before = slice(&text, (0, range.0)).chars().count();
                prop_assert_eq!(position as usize, before + 1, "{:?} of {:?}", issue, text);
            }
        }
    }
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn an_input_that_is_no_text_or_too_long_is_refused_unread(kind in a_kind(), context in context(), more in 1..50_usize) {
        prop_assert_eq!(check_input(kind, Input::Missing, &context).status, Status::Empty);
        prop_assert_eq!(check_input(kind, Input::Text(""), &context).status, Status::Empty);
        prop_assert_eq!(codes(&check_input(kind, Input::NotText, &context)), ["type.not-text"]);
        let long = "0".repeat(LONGEST_INPUT as usize + more);
        for verdict in [check(kind, &long, &context), check_input(kind, Input::TooLong, &context)] {
            prop_assert_eq!(codes(&verdict), ["input.too-long"]);
            prop_assert_eq!((verdict.status, &*verdict.text, verdict.value), (Status::Invalid, "", None));
        }
        prop_assert!(!is(kind, &long, &context));
    }
}

#[test]
fn the_position_of_a_character_counts_characters_as_a_reader_does() {
    let founder = Context { full_width: true, ..Context::default() };
    let position = |kind, text: &str, context: &Context| check(kind, text, context).issues[0].values[0];
    assert_eq!(position(Kind::Text, "吉野A", &founder), 3);
    assert_eq!(position(Kind::Text, "𠮷野A", &founder), 3, "𠮷 takes two UTF-16 units and is one character");
}

#[test]
fn the_blank_behind_an_unfinished_address_is_what_is_marked() {
    let verdict = check(Kind::Email, "clinic ", &typing(&Context::default()));
    assert_eq!((verdict.issues[0].code, verdict.issues[0].range), (Code::EmailBadCharacter, Some((6, 7))));
}

/// The mark of an address that has no room left for its end lies within what was typed.
#[test]
fn a_full_width_address_without_room_is_marked_within_itself() {
    for text in [format!("{}@example", "a".repeat(31)), format!("{}＠ｅｘａｍｐｌｅ", "ａ".repeat(31))] {
        let verdict = check(Kind::Email, &text, &typing(&Context::default()));
        let issue = &verdict.issues[0];
        assert_eq!(issue.code, Code::EmailTooLong);
        assert!(issue.range.is_none_or(|range| lies_in(&text, range)), "{issue:?} of {text}");
    }
}

#[test]
fn a_text_longer_than_is_read_is_valid_to_nobody() {
    let long = "a".repeat(LONGEST_INPUT as usize + 1);
    for kind in Kind::ALL {
        let verdict = check(*kind, &long, &Context::default());
        assert_eq!(is(*kind, &long, &Context::default()), verdict.status == Status::Valid, "{}", kind.name());
    }
}

/// A table long enough to be cut anywhere: `is` keeps less of a text than `check` does and must not notice.
#[test]
fn texts_far_longer_than_any_value_are_judged_alike_by_is_and_check() {
    let mut wrong = BTreeSet::new();
    for kind in Kind::ALL {
        for filler in [' ', '\u{3000}', '\u{200b}', ':', '。', '-', 'ー', '0', '０', 'a', 'あ', '𠮷'] {
            for (before, after) in
                [("1", "3"), ("１", "３"), ("", "13"), ("13", ""), ("東", "京都"), ("CAF", "0"), ("a@b", ".jp")]
            {
                for count in [1, 60, 125, 126, 127, 128, 129, 130, 200] {
                    let text = format!("{before}{}{after}", filler.to_string().repeat(count));
                    for context in strict_or_not() {
                        if is(*kind, &text, &context) != (check(*kind, &text, &context).status == Status::Valid) {
                            wrong.insert(format!("{} {before:?} {filler:?} × {count} {after:?}", kind.name()));
                        }
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

// ---- secrets -----------------------------------------------------------------------------------------------------

/// The windows of four characters of a secret.
fn windows(secret: &str) -> impl Iterator<Item = String> + '_ {
    let chars: Vec<char> = secret.chars().collect();
    let windows: Vec<String> = chars.windows(4).map(|window| window.iter().collect()).collect();
    windows.into_iter()
}

/// What a verdict on any secret says anyway: the names of its parts and codes. A window of a secret that is such a word
/// proves nothing.
static WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let mut words = String::new();
    for kind in [Kind::Password, Kind::SecretNumber] {
        for text in [
            "", "%", "%%%%%%%%", "あ%", "1", "11", "111", "1111", "11111", "Q", "q", "Qq1", "Qq111111", "QQQQQQQQ",
            "11111111",
        ] {
            for mode in [Mode::Final, Mode::Typing] {
                for strict in STRICT_OR_NOT {
                    words += &all_that_is_said(&check(kind, text, &Context { mode, strict, ..Context::default() }));
                }
            }
        }
    }
    for form in Form::all() {
        for (mode, strict) in [(Mode::Final, false), (Mode::Typing, false), (Mode::Final, true)] {
            let context = Context { mode, strict, ..Context::default() };
            for text in ["", "%", "あ%", "111", "1111", "11111", "Qq111111"] {
                for repeated in ["%", text] {
                    words += &all_that_a_report_says(&form.check(&secrets(form, text, repeated), &context));
                }
            }
        }
    }
    // Dates and telephone numbers stand in citations and sentences.
    for code in Code::ALL {
        let source = code.source();
        words += &[source.document.as_of(), source.section, ""].join(" ");
        words += [Locale::Ja, Locale::En].map(|locale| message::template(*code, locale)).join(" ").as_str();
    }
    windows(&words).collect()
});

fn assert_no_trace(secret: &str, shown: &str) -> Result<(), TestCaseError> {
    for window in windows(secret).filter(|window| !WORDS.contains(window)) {
        prop_assert!(!shown.contains(&window), "{:?} in {}", window, shown);
    }
    Ok(())
}

fn all_that_is_said(verdict: &Verdict) -> String {
    let sentences =
        verdict.issues.iter().flat_map(|issue| [Locale::Ja, Locale::En].map(|locale| message::text(issue, locale)));
    format!("{verdict:?} {}", sentences.collect::<Vec<_>>().join(" "))
}

proptest! {
    #![proptest_config(config(3_000))]

    #[test]
    fn nothing_of_a_password_comes_back(text in anything(Kind::Password), context in context()) {
        let verdict = check(Kind::Password, &text, &context);
        prop_assert_eq!((&verdict.value, &*verdict.text, verdict.changes.len()), (&None, "", 0));
        prop_assert!(verdict.issues.iter().all(|issue| issue.fix.is_none()), "{:?}", verdict);
        assert_no_trace(&text, &all_that_is_said(&verdict))?;
    }

    #[test]
    fn nothing_of_a_secret_number_comes_back(text in anything(Kind::SecretNumber), context in context()) {
        let verdict = check(Kind::SecretNumber, &text, &context);
        prop_assert_eq!((&verdict.value, &*verdict.text, verdict.changes.len()), (&None, "", 0));
        prop_assert!(verdict.issues.iter().all(|issue| issue.fix.is_none()), "{:?}", verdict);
        assert_no_trace(&text, &all_that_is_said(&verdict))?;
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        assert_no_trace(&digits, &all_that_is_said(&verdict))?;
    }
}

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn nothing_of_the_secrets_of_a_form_comes_back_in_its_report(
        name in a_form(), secret in prop_oneof![anything(Kind::Password), anything(Kind::SecretNumber)],
        repeated in prop_oneof![anything(Kind::Password), anything(Kind::SecretNumber)], same: bool, context in context()
    ) {
        let repeated = if same { secret.clone() } else { repeated };
        let form = form_named(name);
        // Today's date stands in some sentences.
        let context = Context { today: None, ..context };
        let report = form.check(&secrets(form, &secret, &repeated), &context);
        let said = all_that_a_report_says(&report);
        assert_no_trace(&secret, &said)?;
        assert_no_trace(&repeated, &said)?;
        prop_assert!(report.values().next().is_none(), "{:?}", report);
    }
}

/// The secret fields of a form, filled, and a key that is none.
fn secrets<'a>(form: &Form, secret: &'a str, repeated: &'a str) -> Vec<(&'static str, &'a str)> {
    let mut values = vec![("emial", "")];
    for field in form.fields().filter(|field| is_secret(*field)) {
        values.push((field.name(), if matches!(entry(form, field), Entry::Repeat(_)) { repeated } else { secret }));
    }
    values
}

fn all_that_a_report_says(report: &Report) -> String {
    let mut said = format!("{report:?} {}", serde_json::to_string(report).expect("data"));
    for issue in report.issues.iter().chain(report.fields.iter().flat_map(|(_, verdict)| &verdict.issues)) {
        for locale in [Locale::Ja, Locale::En] {
            said += &message::text(issue, locale);
        }
    }
    said
}

// ---- codes and forms ---------------------------------------------------------------------------------------------

/// Every prefecture with every fee schedule, each with a random number.
#[test]
fn splitting_what_was_assembled_gives_the_parts_back() {
    let mut runner = proptest::test_runner::TestRunner::new(config(20));
    for prefecture in &prefecture::CHOICES {
        for fee_schedule in &fee_schedule::CHOICES {
            runner
                .run(&digits(7), |number| {
                    let (prefecture, fee_schedule) = (prefecture.value, fee_schedule.value);
                    let parts = InstitutionCode { prefecture, fee_schedule, institution_number: &number };
                    let verdict = parts.assemble(&Context::default());
                    prop_assert_eq!(verdict.status, Status::Valid);
                    let code = verdict.value.expect("a code");
                    prop_assert_eq!(InstitutionCode::split(&code), Some(parts));
                    let again = check(Kind::InstitutionCode, &code, &Context::default());
                    prop_assert_eq!(again.check_digit, verdict.check_digit);
                    let names: Vec<_> = again.parts().collect();
                    let expected = [
                        ("prefecture", prefecture),
                        ("feeSchedule", fee_schedule),
                        ("institutionNumber", number.as_str()),
                    ];
                    prop_assert_eq!(names, expected);
                    Ok(())
                })
                .unwrap_or_else(|error| panic!("{} {}: {error}", prefecture.value, fee_schedule.value));
        }
    }
}

proptest! {
    #![proptest_config(config(3_000))]

    #[test]
    fn splitting_takes_only_what_is_a_code(text in anything(Kind::InstitutionCode)) {
        let strict = Context { strict: true, ..Context::default() };
        match InstitutionCode::split(&text) {
            Some(parts) => {
                prop_assert_eq!([parts.prefecture, parts.fee_schedule, parts.institution_number].concat(), text.clone());
                prop_assert!(is(Kind::InstitutionCode, &text, &strict), "{}", text);
            }
            None => prop_assert!(!is(Kind::InstitutionCode, &text, &strict), "{}", text),
        }
    }

    #[test]
    fn assembling_never_pads_and_is_valid_exactly_when_its_parts_are(
        prefecture in anything(Kind::Prefecture), fee_schedule in anything(Kind::FeeSchedule),
        number in anything(Kind::InstitutionNumber), typing: bool
    ) {
        let context = Context { mode: if typing { Mode::Typing } else { Mode::Final }, ..Context::default() };
        let parts = InstitutionCode { prefecture: &prefecture, fee_schedule: &fee_schedule, institution_number: &number };
        let verdict = parts.assemble(&context);
        let each = [(Kind::Prefecture, &prefecture), (Kind::FeeSchedule, &fee_schedule), (Kind::InstitutionNumber, &number)];
        let valid = each.iter().all(|(kind, text)| is(*kind, text, &context));
        prop_assert_eq!(verdict.status == Status::Valid, valid, "{:?} {:?}", parts, verdict);
        prop_assert!(verdict.issues.is_sorted_by_key(Issue::severity));
        if let Some(code) = verdict.value {
            prop_assert_eq!(code.len(), 10);
            prop_assert!(is(Kind::InstitutionCode, &code, &context));
        }
    }
}

// ---- forms -------------------------------------------------------------------------------------------------------

/// How a field of a form is filled.
#[derive(Clone, Copy)]
enum Entry {
    Kind(Kind),
    Choice(&'static [Choice]),
    Box,
    Repeat(Field),
    Year,
    MonthOfYear,
}

/// Written out here and not read from the table: the table has to agree.
fn entry(form: &Form, field: Field) -> Entry {
    let is_claims = form.name() == "claims-application";
    match field {
        Field::FeeSchedule => Entry::Kind(Kind::FeeSchedule),
        Field::Prefecture => Entry::Kind(Kind::Prefecture),
        Field::InstitutionNumber => Entry::Kind(Kind::InstitutionNumber),
        Field::InstitutionCode => Entry::Kind(Kind::InstitutionCode),
        Field::Phone | Field::IsdnNumber => Entry::Kind(Kind::Phone),
        Field::Email | Field::UserId => Entry::Kind(Kind::Email),
        Field::Password => Entry::Kind(Kind::Password),
        Field::PasswordConfirm => Entry::Repeat(Field::Password),
        Field::SecretNumber => Entry::Kind(Kind::SecretNumber),
        Field::SecretNumberConfirm => Entry::Repeat(Field::SecretNumber),
        Field::CustomerId => Entry::Kind(Kind::CustomerId),
        Field::CustomerIdConfirm => Entry::Repeat(Field::CustomerId),
        Field::LocationConfirmed | Field::TermsAccepted | Field::FeeAccepted | Field::EligibilityApplied => Entry::Box,
        Field::ApplicationType if is_claims => Entry::Choice(&table::CLAIMS_APPLICATION_TYPES),
        Field::ApplicationType => Entry::Choice(&table::APPLICATION_TYPES),
        Field::LineType if is_claims => Entry::Kind(Kind::ClaimsLineType),
        Field::LineType => Entry::Kind(Kind::LineType),
        Field::CustomerIdSource if is_claims => Entry::Choice(&CLAIMS_CUSTOMER_ID_SOURCES),
        Field::CustomerIdSource => Entry::Choice(&CUSTOMER_ID_SOURCES),
        Field::V6Option => Entry::Kind(Kind::V6Option),
        Field::LineService => Entry::Kind(Kind::LineService),
        Field::PaymentMethod => Entry::Kind(Kind::PaymentMethod),
        Field::StartMonth | Field::TestMonth | Field::CompletionMonth => Entry::Kind(Kind::YearMonth),
        Field::StartYear | Field::TestYear => Entry::Year,
        Field::StartMonthOfYear | Field::TestMonthOfYear => Entry::MonthOfYear,
        Field::Date
        | Field::ContractDate
        | Field::NetworkReadyDate
        | Field::WorkStartDate
        | Field::WorkEndDate
        | Field::ClosureDate
        | Field::YoungestBirthDate
        | Field::OperationStartDate => Entry::Kind(Kind::Date),
        Field::Scope => Entry::Choice(&deferral_notice::SCOPES),
        Field::Ground => Entry::Choice(&deferral_notice::GROUNDS),
        Field::NetworkReady => Entry::Choice(&deferral_notice::NETWORK_STATES),
        Field::GroundDetail => Entry::Choice(&deferral_notice::HARDSHIPS),
        Field::TerminalName | Field::TerminalNames => Entry::Kind(Kind::TerminalName),
        Field::InternetProvider => Entry::Kind(Kind::InternetProvider),
        _ => Entry::Kind(Kind::Text),
    }
}

fn is_secret(field: Field) -> bool {
    matches!(field, Field::Password | Field::PasswordConfirm | Field::SecretNumber | Field::SecretNumberConfirm)
}

/// A field that is asked for only when another one has one of these values (rule book, section 7).
type Dependency = (&'static str, Field, Field, &'static [&'static str]);

static DEPENDENCIES: [Dependency; 23] = [
    ("eligibility-application", Field::CustomerIdSource, Field::LineType, &["1"]),
    ("eligibility-application", Field::CustomerId, Field::CustomerIdSource, &["caf", "cop"]),
    ("eligibility-application", Field::CustomerIdConfirm, Field::CustomerIdSource, &["caf", "cop"]),
    ("eligibility-application", Field::V6Option, Field::LineType, &["1"]),
    ("eligibility-application", Field::SecretNumber, Field::ApplicationType, &["new"]),
    ("eligibility-application", Field::SecretNumberConfirm, Field::ApplicationType, &["new"]),
    ("eligibility-paper", Field::V6Option, Field::LineType, &["1"]),
    ("eligibility-paper", Field::CustomerId, Field::LineType, &["1"]),
    ("claims-application", Field::IsdnNumber, Field::LineType, &["isdn"]),
    ("claims-application", Field::InternetProvider, Field::LineType, &["internet"]),
    ("claims-application", Field::CustomerIdSource, Field::LineType, &["ip-vpn-ipv6"]),
    ("claims-application", Field::CustomerId, Field::CustomerIdSource, &["caf", "cop"]),
    ("deferral-notice", Field::Reason, Field::Ground, &["1"]),
    ("deferral-notice", Field::ContractDate, Field::Ground, &["2"]),
    ("deferral-notice", Field::CompletionMonth, Field::Ground, &["2"]),
    ("deferral-notice", Field::NetworkReady, Field::Ground, &["3"]),
    ("deferral-notice", Field::NetworkReadyDate, Field::NetworkReady, &["2"]),
    ("deferral-notice", Field::WorkStartDate, Field::Ground, &["4"]),
    ("deferral-notice", Field::WorkEndDate, Field::Ground, &["4"]),
    ("deferral-notice", Field::ClosureDate, Field::Ground, &["5"]),
    ("deferral-notice", Field::GroundDetail, Field::Ground, &["6"]),
    ("deferral-notice", Field::YoungestBirthDate, Field::GroundDetail, &["age"]),
    ("deferral-notice", Field::Detail, Field::GroundDetail, &["other"]),
];

static OPTIONAL: [(&str, Field); 8] = [
    ("eligibility-application", Field::LineService),
    ("eligibility-application", Field::TestMonth),
    ("eligibility-paper", Field::Email),
    ("eligibility-paper", Field::TestMonth),
    ("claims-application", Field::SetupCd),
    ("claims-application", Field::Remarks),
    ("claims-application", Field::LineService),
    ("deferral-notice", Field::Remarks),
];

/// Whether a field must be filled, may be, or does not apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Required,
    Optional,
    No,
}

/// What a person put into an input.
#[derive(Clone, Debug, PartialEq)]
enum Given {
    Nothing,
    Text(String),
    NotText,
    TooLong,
}

/// A form with what was put into each of its inputs.
#[derive(Clone)]
struct Sheet {
    form: &'static Form,
    given: Vec<Given>,
}

impl std::fmt::Debug for Sheet {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let given = self.form.inputs().zip(&self.given).filter(|(_, given)| **given != Given::Nothing);
        formatter.debug_map().entries(given.map(|(field, given)| (field.name(), given))).finish()
    }
}

impl Sheet {
    fn slot(&self, field: Field) -> Option<usize> {
        self.form.inputs().position(|it| it == field)
    }

    fn get(&self, field: Field) -> &Given {
        self.slot(field).map_or(&Given::Nothing, |slot| &self.given[slot])
    }

    fn text(&self, field: Field) -> &str {
        match self.get(field) {
            Given::Text(text) => text,
            _ => "",
        }
    }

    fn set(&mut self, field: Field, text: &str) {
        if let Some(slot) = self.slot(field) {
            self.given[slot] = if text.is_empty() { Given::Nothing } else { Given::Text(text.to_owned()) };
        }
    }

    fn inputs(&self) -> Vec<Input<'_>> {
        let input = |given| match given {
            &Given::Nothing => Input::Missing,
            Given::Text(text) => Input::Text(text),
            Given::NotText => Input::NotText,
            Given::TooLong => Input::TooLong,
        };
        self.given.iter().map(input).collect()
    }

    fn check(&self, only: Only, context: &Context) -> Report {
        self.form.check_filled(&Filled { inputs: &self.inputs(), unknown_keys: &[], only }, context)
    }

    /// Whether anything but blanks was put in.
    fn is_given(&self, field: Field) -> bool {
        match self.get(field) {
            Given::Nothing => false,
            Given::Text(text) => check(Kind::Text, text, &Context::default()).status != Status::Empty,
            Given::NotText | Given::TooLong => true,
        }
    }

    /// The value of a choice, if one was made.
    fn choice(&self, field: Field) -> Option<String> {
        let text = self.text(field);
        match entry(self.form, field) {
            Entry::Kind(kind) => check(kind, text, &Context::default()).value,
            Entry::Choice(choices) => {
                let made = choices
                    .iter()
                    .find(|choice| printed_choices(std::slice::from_ref(choice)).iter().any(|it| it == text));
                made.map(|choice| choice.value.to_owned())
            }
            _ => None,
        }
    }

    fn asked(&self, field: Field, context: &Context) -> Asked {
        let name = self.form.name();
        if let Some((_, _, on, values)) = DEPENDENCIES.iter().find(|(form, it, ..)| (*form, *it) == (name, field)) {
            return match self.asked(*on, context) {
                Asked::No => Asked::No,
                _ if !self.is_given(*on) => Asked::Optional,
                _ => match self.choice(*on) {
                    Some(value) if values.contains(&value.as_str()) => Asked::Required,
                    Some(_) => Asked::No,
                    None => Asked::Optional,
                },
            };
        }
        if field == Field::InstitutionNumber {
            let beside = context.fee_schedule.filter(|_| *self.get(Field::FeeSchedule) == Given::Nothing);
            let is_workplace = self.choice(Field::FeeSchedule).as_deref() == Some("7");
            return if is_workplace || beside == Some(FeeSchedule::Workplace) {
                Asked::Optional
            } else {
                Asked::Required
            };
        }
        if OPTIONAL.contains(&(name, field)) { Asked::Optional } else { Asked::Required }
    }

    /// Leaves the fields that do not apply to themselves: whatever stands there is not judged. A line without a customer
    /// ID is the exception.
    fn fill_what_does_not_apply(&mut self, text: &str) {
        let fields: Vec<Field> = self.form.fields().collect();
        for field in fields {
            let shows_a_wrong_line = self.form.name() != "claims-application"
                && matches!(field, Field::CustomerIdSource | Field::CustomerId | Field::V6Option)
                && self.choice(Field::LineType).as_deref() != Some("1");
            if self.asked(field, &Context::default()) == Asked::No && !shows_a_wrong_line {
                self.set(field, text);
            }
        }
    }
}

/// The name of a form.
fn a_form() -> impl Strategy<Value = &'static str> {
    select(Form::all().iter().map(|form| form.name()).collect::<Vec<_>>())
}

fn form_named(name: &str) -> &'static Form {
    Form::from_name(name).expect("a form")
}

/// A value that can be right in its field.
fn right_value(form: &'static Form, field: Field) -> BoxedStrategy<String> {
    let one_of = |values: &[&'static str]| select(values.to_vec()).prop_map(str::to_owned).boxed();
    let is_deferral = form.name() == "deferral-notice";
    match (entry(form, field), field) {
        (_, Field::ContractDate) => one_of(&["2024-10-31", "2024/1/5", "1999-12-31"]),
        (_, Field::CompletionMonth) => one_of(&["2025-06", "2024年11月"]),
        (_, Field::ClosureDate) => one_of(&["2025-06-30", "2024-12-01"]),
        (_, Field::YoungestBirthDate) => one_of(&["1953-03-31", "1940年1月1日"]),
        (_, Field::WorkStartDate) => one_of(&["2024-05-01", "2024-04-30"]),
        (_, Field::WorkEndDate) => one_of(&["2024-05-01", "2025-12-31"]),
        (_, Field::Date) if is_deferral => one_of(&["2024-10-31", "2024年10月1日"]),
        (_, Field::NetworkReadyDate) => one_of(&["2024-04-30", "2024-10-01"]),
        (_, Field::StartMonth | Field::TestMonth) => {
            (2024..2027, 1..13).prop_map(|(year, month)| format!("{year}-{month:02}")).boxed()
        }
        (Entry::Kind(Kind::InstitutionCode), _) => {
            (1..48, digits(7)).prop_map(|(prefecture, number)| format!("{prefecture:02}6{number}")).boxed()
        }
        // A domain that no list calls a slip, and room to spare.
        (Entry::Kind(Kind::Email), _) => "[a-z]{1,9}@example\\.jp".boxed(),
        (Entry::Kind(kind), _) if choices(kind).is_some() => {
            let choices = choices(kind).expect("choices");
            prop_oneof![canonical(kind), select(printed_choices(choices))].boxed()
        }
        (Entry::Kind(kind), _) => canonical(kind),
        (Entry::Choice(choices), _) => select(printed_choices(choices)).boxed(),
        (Entry::Box, _) => one_of(&["true", "on", "はい"]),
        // Copied from the first entry, or split from the whole month.
        (Entry::Repeat(_) | Entry::Year | Entry::MonthOfYear, _) => Just(String::new()).boxed(),
    }
}

/// What has to be settled between fields, and how.
#[derive(Clone, Debug)]
struct Settling {
    pick: Index,
    splits_months: bool,
    leaves_out: u8,
    terminals: usize,
}

fn settling() -> impl Strategy<Value = Settling> {
    (any::<Index>(), any::<bool>(), any::<u8>(), 1..11_usize).prop_map(
        |(pick, splits_months, leaves_out, terminals)| Settling { pick, splits_months, leaves_out, terminals },
    )
}

/// A form filled in so that nothing is wrong.
fn right_sheet() -> impl Strategy<Value = Sheet> {
    a_form().prop_flat_map(|name| right_sheet_of(form_named(name)))
}

fn right_sheet_of(form: &'static Form) -> impl Strategy<Value = Sheet> {
    let values: Vec<_> = form.inputs().map(|field| right_value(form, field)).collect();
    (values, settling()).prop_map(move |(values, settling)| {
        let given = values.into_iter().map(|it| if it.is_empty() { Given::Nothing } else { Given::Text(it) });
        let mut sheet = Sheet { form, given: given.collect() };
        settle(&mut sheet, &settling);
        sheet
    })
}

fn settle(sheet: &mut Sheet, settling: &Settling) {
    settle_line(sheet, settling);
    let form = sheet.form;
    for field in form.fields() {
        let Entry::Repeat(first) = entry(form, field) else { continue };
        let text = sheet.text(first).to_owned();
        // A repetition of the ID may have the letters that the portal's box leaves out.
        let repeated = match sheet.choice(Field::CustomerIdSource).as_deref() {
            Some(source @ ("caf" | "cop")) if first == Field::CustomerId && settling.splits_months => {
                let digits: String = text.chars().filter(char::is_ascii_digit).collect();
                format!("{}{digits}", source.to_uppercase())
            }
            _ => text,
        };
        sheet.set(field, &repeated);
    }
    if sheet.choice(Field::Ground).as_deref() == Some("1") {
        sheet.set(Field::Scope, "claims");
    }
    for (at, (_, field)) in OPTIONAL.iter().filter(|(name, _)| *name == form.name()).enumerate() {
        if settling.leaves_out >> at & 1 == 1 {
            sheet.set(*field, "");
        }
    }
    if settling.leaves_out >> 7 == 1 && sheet.choice(Field::FeeSchedule).as_deref() == Some("7") {
        sheet.set(Field::InstitutionNumber, "");
    }
    if settling.splits_months {
        for (whole, year, month) in [
            (Field::StartMonth, Field::StartYear, Field::StartMonthOfYear),
            (Field::TestMonth, Field::TestYear, Field::TestMonthOfYear),
        ] {
            if let Some((first, second)) = sheet.text(whole).to_owned().split_once('-')
                && sheet.slot(year).is_some()
            {
                sheet.set(year, &format!("{first}年"));
                sheet.set(month, second.trim_start_matches('0'));
                sheet.set(whole, "");
            }
        }
    }
    for (slot, _) in
        form.inputs().enumerate().filter(|(_, field)| *field == Field::TerminalNames).skip(settling.terminals)
    {
        sheet.given[slot] = Given::Nothing;
    }
}

/// Puts the line choices right among each other.
fn settle_line(sheet: &mut Sheet, settling: &Settling) {
    let application = match sheet.form.name() {
        "eligibility-application" => Application::Eligibility,
        "eligibility-paper" => Application::EligibilityOnPaper,
        "claims-application" => Application::Claims,
        _ => return,
    };
    let line_type = sheet.choice(Field::LineType).expect("a line type");
    if application != Application::Claims && line_type != "1" {
        for field in [Field::CustomerIdSource, Field::CustomerId, Field::V6Option] {
            sheet.set(field, "");
        }
    }
    if line_type == "2" {
        let areas = ["20", "21", "22", "23", "24", "40", "41", "42", "43", "44", "45", "46", "47"];
        sheet.set(Field::Prefecture, areas[settling.pick.index(areas.len())]);
    }
    let prefecture: u8 = sheet.choice(Field::Prefecture).expect("a prefecture").parse().expect("a number");
    let is_in_west = Prefecture::new(prefecture).is_some_and(|it| it.ntt_area() == prefecture::NttArea::West);
    if is_in_west && sheet.choice(Field::CustomerIdSource).as_deref() == Some("cop") {
        sheet.set(Field::CustomerIdSource, "caf");
    }
    let source = sheet.choice(Field::CustomerIdSource);
    let id = sheet.text(Field::CustomerId).to_owned();
    let digits: String = id.chars().filter(char::is_ascii_digit).chain("0000000000".chars()).collect();
    let id = match source.as_deref() {
        _ if id.is_empty() => id,
        Some("caf") => digits[..10].to_owned(),
        Some("cop") => format!("cop-{}", &digits[..8]),
        _ if is_in_west => format!("CAF{}", &digits[..10]),
        _ => id,
    };
    sheet.set(Field::CustomerId, &id);
    if sheet.is_given(Field::LineService) {
        let mut selection = Selection::new(application);
        for field in [Field::Prefecture, Field::LineType] {
            selection = selection.with(field, sheet.text(field)).expect("a choice");
        }
        let options = line::options(&selection, Field::LineService);
        let fitting: Vec<_> = options.iter().filter(|option| option.state != State::Forbidden).collect();
        if fitting.is_empty() {
            sheet.set(Field::LineService, "");
        } else {
            sheet.set(Field::LineService, settling.pick.get(&fitting).choice.value);
        }
    }
}

/// Near the right value of an input, at a limit, or anything.
fn spoiled(form: &'static Form, field: Field) -> BoxedStrategy<Given> {
    let at_limits = [
        "2024-11-01",
        "2025-07",
        "2025-07-01",
        "1953-04-01",
        "2024-04-29",
        "2024-04-01",
        "2027-11",
        "2028-01",
        "2099-12",
        "2026-11-22",
        "2024-02-29",
        "2024",
        "13",
        "7",
        "2",
        "１",
        "48",
        "COP12345678",
        "desk@01",
        "no",
        "いいえ",
        "%",
    ];
    let text = match entry(form, field) {
        // Only what the test itself can read as a choice, or nobody.
        Entry::Choice(choices) => prop_oneof![select(printed_choices(choices)), Just("~".to_owned())].boxed(),
        Entry::Kind(kind) => anything(kind),
        Entry::Repeat(_) => prop_oneof![anything(Kind::Password), anything(Kind::CustomerId), digits(4)].boxed(),
        Entry::Box => select(vec!["", "false", "no", "off", "0", " ", "true"]).prop_map(str::to_owned).boxed(),
        Entry::Year => select(vec!["20", "2026", "２０２６年", "2124", "令和8", "x"]).prop_map(str::to_owned).boxed(),
        Entry::MonthOfYear => select(vec!["0", "1", "１２月", "13", "01", "x", "-"]).prop_map(str::to_owned).boxed(),
    };
    let limits = match entry(form, field) {
        Entry::Choice(_) => select(vec!["~"]).prop_map(str::to_owned).boxed(),
        _ => select(at_limits.to_vec()).prop_map(str::to_owned).boxed(),
    };
    prop_oneof![
        4 => text.prop_map(Given::Text),
        3 => limits.prop_map(Given::Text),
        3 => Just(Given::Nothing),
        1 => Just(Given::Text(String::new())),
        1 => Just(Given::Text("\u{3000}".to_owned())),
        1 => Just(Given::NotText),
        1 => Just(Given::TooLong),
    ]
    .boxed()
}

/// A form with up to six inputs that may be anything.
fn sheet() -> impl Strategy<Value = Sheet> {
    a_form().prop_flat_map(|name| sheet_of(form_named(name)))
}

fn sheet_of(form: &'static Form) -> impl Strategy<Value = Sheet> {
    let fields: Vec<Field> = form.inputs().collect();
    let slip = (0..fields.len()).prop_flat_map(move |slot| (Just(slot), spoiled(form, fields[slot])));
    (right_sheet_of(form), vec(slip, 0..7)).prop_map(|(mut sheet, slips)| {
        for (slot, given) in slips {
            sheet.given[slot] = given;
        }
        sheet
    })
}

/// Which fields are judged, by the bits of their slots: mostly all, some, or one alone.
fn some_fields() -> impl Strategy<Value = u32> {
    prop_oneof![3 => Just(u32::MAX), 1 => any::<u32>(), 1 => (0..32_u32).prop_map(|slot| 1 << slot)]
}

/// A month stands for its two boxes, and they for it.
fn of_one_month(field: Field) -> [Field; 3] {
    match field {
        Field::StartMonth | Field::StartYear | Field::StartMonthOfYear => {
            [Field::StartMonth, Field::StartYear, Field::StartMonthOfYear]
        }
        Field::TestMonth | Field::TestYear | Field::TestMonthOfYear => {
            [Field::TestMonth, Field::TestYear, Field::TestMonthOfYear]
        }
        field => [field; 3],
    }
}

impl Sheet {
    fn is_judged(&self, field: Field, bits: u32) -> bool {
        let slots = of_one_month(field).map(|field| self.slot(field));
        slots.into_iter().flatten().any(|slot| slot < 32 && bits >> slot & 1 == 1)
    }

    /// Where a place stands in the order of the form; a box where its month does.
    fn rank(&self, place: Place) -> usize {
        match place {
            Place::Field(field) => self.slot(of_one_month(field)[0]).expect("a field of the form"),
            Place::Item(_) => self.slot(Field::TerminalNames).expect("a list"),
            Place::Whole | Place::UnknownKey(_) => usize::MAX,
        }
    }
}

fn is_error(issue: &Issue) -> bool {
    issue.severity() == Severity::Error
}

proptest! {
    #![proptest_config(config(3_000))]

    #[test]
    fn a_form_is_valid_exactly_when_its_report_says_so_whatever_is_left_out(
        sheet in sheet(), bits in some_fields(), context in context()
    ) {
        let only = Only::bits(bits);
        let report = sheet.check(only, &context);
        let inputs = sheet.inputs();
        let filled = Filled { inputs: &inputs, unknown_keys: &[], only };
        prop_assert_eq!(sheet.form.is(&filled, &context), report.status == Status::Valid, "{:?}", report);
        prop_assert_ne!(report.status, Status::Empty);
    }

    #[test]
    fn the_status_of_a_form_is_what_its_issues_and_verdicts_make_of_it(
        sheet in sheet(), bits in some_fields(), context in context()
    ) {
        let report = sheet.check(Only::bits(bits), &context);
        let is_wrong = report.issues.iter().any(|issue| is_error(issue) && issue.code != Code::Required);
        let verdicts = || report.fields.iter().map(|(_, verdict)| verdict);
        prop_assert_eq!(is_wrong, verdicts().any(|verdict| verdict.status == Status::Invalid), "{:?}", report);
        let is_open = !report.missing.is_empty() || verdicts().any(|verdict| verdict.status == Status::Incomplete);
        let expected = match (is_wrong, is_open, context.mode) {
            (true, ..) | (_, true, Mode::Final) => Status::Invalid,
            (_, true, Mode::Typing) => Status::Incomplete,
            _ => Status::Valid,
        };
        prop_assert_eq!(report.status, expected, "{:?}", report);
        let is_invalid = |field| {
            let is_it = |(place, verdict): &(Place, Verdict)| *place == Place::Field(field) && verdict.status == Status::Invalid;
            report.fields.iter().any(is_it)
        };
        for (place, verdict) in &report.fields {
            let errors = verdict.issues.iter().filter(|issue| is_error(issue) && issue.code != Code::Required).count();
            // What is wrong with a first entry is not said again of its repetition.
            let is_said_before = *place == Place::Field(Field::CustomerIdConfirm) && is_invalid(Field::CustomerId);
            let has_reason = errors > 0 || (is_said_before && verdict.status == Status::Invalid);
            prop_assert_eq!(verdict.status == Status::Invalid, has_reason, "{:?}", verdict);
            prop_assert!(verdict.status == Status::Valid || verdict.value.is_none(), "{:?}", verdict);
            prop_assert!(context.mode == Mode::Typing || verdict.status != Status::Incomplete, "{:?}", verdict);
        }
    }

    #[test]
    fn a_valid_field_has_a_value_unless_it_is_secret(sheet in sheet(), bits in some_fields(), context in context()) {
        let report = sheet.check(Only::bits(bits), &context);
        for (place, verdict) in report.fields.iter().filter(|(_, verdict)| verdict.status == Status::Valid) {
            match place {
                Place::Field(field) if is_secret(*field) => prop_assert_eq!(&verdict.value, &None),
                _ => prop_assert!(verdict.value.is_some(), "{:?} {:?}", place, verdict),
            }
        }
    }

    #[test]
    fn the_issues_of_a_form_stand_in_order_and_belong_to_its_verdicts(
        sheet in sheet(), bits in some_fields(), context in context()
    ) {
        let report = sheet.check(Only::bits(bits), &context);
        let order = |issue: &Issue| (issue.severity(), sheet.rank(issue.place));
        prop_assert!(report.issues.is_sorted_by_key(order), "{:?}", report.issues);
        prop_assert!(report.fields.is_sorted_by_key(|(place, _)| sheet.rank(*place)), "{:?}", report.fields);
        let mut of_verdicts = Vec::new();
        for (place, verdict) in &report.fields {
            prop_assert!(verdict.issues.is_sorted_by_key(Issue::severity), "{:?}", verdict);
            for issue in &verdict.issues {
                prop_assert_eq!(sheet.rank(issue.place), sheet.rank(*place), "{:?} in {:?}", issue, place);
                of_verdicts.push(issue);
            }
        }
        prop_assert!(of_verdicts.iter().all(|issue| report.issues.contains(issue)), "{:?}", report);
        // What does not apply has no verdict; that it was filled all the same is an info.
        for issue in report.issues.iter().filter(|issue| !of_verdicts.contains(issue)) {
            prop_assert_eq!(issue.code, Code::CustomerIdNotAsked, "{:?}", report);
        }
        for issue in &report.issues {
            for locale in [Locale::Ja, Locale::En] {
                prop_assert!(!message::text(issue, locale).contains(['{', '}']), "{:?}", issue);
            }
        }
    }

    #[test]
    fn required_fields_that_are_empty_are_missing_and_what_does_not_apply_is_nowhere(
        sheet in sheet(), bits in some_fields(), context in context()
    ) {
        let report = sheet.check(Only::bits(bits), &context);
        let required = report.issues.iter().filter(|issue| issue.code == Code::Required).map(|issue| issue.place);
        prop_assert_eq!(required.collect::<Vec<_>>(), report.missing.iter().map(|it| Place::Field(*it)).collect::<Vec<_>>());
        for field in sheet.form.fields() {
            // Which fee schedule counts beside one that cannot be read is nobody's business.
            let is_unread = *sheet.get(Field::FeeSchedule) != Given::Nothing && sheet.choice(Field::FeeSchedule).is_none();
            if field == Field::InstitutionNumber && is_unread && context.fee_schedule.is_some() {
                continue;
            }
            let judged = sheet.is_judged(field, bits);
            let asked = sheet.asked(field, &context);
            let is_missing = report.missing.contains(&field);
            let verdict = report.fields.iter().find(|(place, _)| *place == Place::Field(field)).map(|(_, verdict)| verdict);
            if !judged {
                prop_assert!(!is_missing && verdict.is_none(), "{}: {:?}", field.name(), report);
                continue;
            }
            match asked {
                Asked::No => {
                    prop_assert!(!is_missing, "{}", field.name());
                    let codes = [Code::LineCustomerIdMeansNtt, Code::LineV6NotApplicable];
                    if let Some(verdict) = verdict {
                        prop_assert!(verdict.issues.iter().any(|issue| codes.contains(&issue.code)), "{}: {:?}", field.name(), verdict);
                        prop_assert_eq!(&verdict.value, &None);
                    }
                }
                Asked::Optional | Asked::Required => {
                    prop_assert!(field == Field::TerminalNames || verdict.is_some(), "{}: {:?}", field.name(), report);
                    let is_empty = verdict.is_some_and(|it| it.status == Status::Empty);
                    prop_assert_eq!(is_missing, is_empty && asked == Asked::Required, "{} {:?}", field.name(), asked);
                }
            }
        }
        // Fields of the form and no others.
        for (place, _) in &report.fields {
            let field = match place {
                Place::Field(field) => *field,
                Place::Item(_) => Field::TerminalNames,
                other => panic!("{other:?}"),
            };
            prop_assert!(sheet.is_judged(field, bits) && sheet.form.fields().any(|it| it == field), "{:?}", place);
        }
        for issue in &report.issues {
            if let Place::Field(field) = issue.place {
                prop_assert!(sheet.is_judged(field, bits), "{:?}", issue);
            }
        }
    }

    /// The other fields are context, judged or not. Only the source of an ID leaves the word to the ID, where that is
    /// judged too.
    #[test]
    fn what_is_said_about_a_field_does_not_hang_on_which_others_are_judged(
        sheet in sheet(), bits in some_fields(), context in context()
    ) {
        let all = sheet.check(Only::ALL, &context);
        for (place, verdict) in sheet.check(Only::bits(bits), &context).fields {
            // What two fields have in common is said of one of them, if that one is judged.
            if ![Field::CustomerIdSource, Field::CustomerIdConfirm].map(Place::Field).contains(&place) {
                let same = all.fields.iter().find(|(it, _)| *it == place).map(|(_, verdict)| verdict);
                prop_assert_eq!(same, Some(&verdict), "{:?}", place);
            }
        }
    }

    #[test]
    fn a_form_that_is_valid_when_done_is_valid_while_typing_and_the_other_way_round(
        sheet in sheet(), bits in some_fields(), context in context()
    ) {
        let [done, typing] = [done(&context), typing(&context)].map(|context| sheet.check(Only::bits(bits), &context));
        prop_assert_eq!(done.status == Status::Valid, typing.status == Status::Valid, "{:?}\n{:?}", done, typing);
        prop_assert_ne!(done.status, Status::Incomplete);
        prop_assert!(typing.status != Status::Invalid || done.status == Status::Invalid, "{:?}\n{:?}", done, typing);
    }

    /// Empty text, nothing and undefined are all "not given".
    #[test]
    fn an_empty_text_is_nothing(sheet in sheet(), context in context()) {
        let mut empty = sheet.clone();
        for given in empty.given.iter_mut().filter(|given| **given == Given::Nothing) {
            *given = Given::Text(String::new());
        }
        // One more than a list may have is too many, whatever it is.
        if let Some(first) = empty.slot(Field::TerminalNames) {
            let (tail, before) = (sheet.given.len() - 1, sheet.given.clone());
            empty.given[tail] = before[tail].clone();
            prop_assert!(first < tail);
        }
        prop_assert_eq!(sheet.check(Only::ALL, &context), empty.check(Only::ALL, &context));
    }

    #[test]
    fn a_canonical_form_stays_as_it_is(sheet in sheet(), context in context()) {
        let first = sheet.check(Only::ALL, &context);
        let mut again = sheet.clone();
        for (place, value) in first.values() {
            match place {
                Place::Field(field) => again.set(field, value),
                Place::Item(item) => {
                    let slot = again.slot(Field::TerminalNames).expect("a list") + usize::from(item);
                    again.given[slot] = Given::Text(value.to_owned());
                }
                other => panic!("{other:?}"),
            }
        }
        let second = again.check(Only::ALL, &context);
        prop_assert_eq!(first.values().collect::<Vec<_>>(), second.values().collect::<Vec<_>>());
        prop_assert_eq!(first.status, second.status, "{:?}\n{:?}", first, second);
        prop_assert_eq!(first.missing, second.missing);
    }

    #[test]
    fn nothing_put_into_a_form_makes_it_panic(
        name in a_form(), given in vec(prop_oneof![
            3 => vec(any::<char>(), 0..40).prop_map(|chars| Given::Text(chars.into_iter().collect())),
            3 => a_kind().prop_flat_map(anything).prop_map(Given::Text),
            1 => Just(Given::NotText), 1 => Just(Given::TooLong), 1 => Just(Given::Nothing),
        ], 0..40), keys in vec(prop_oneof![".{0,12}", select(Field::ALL).prop_map(|field| field.name().to_owned()), "[a-z]{4,6}"], 0..4),
        bits in some_fields(), context in context()
    ) {
        // More inputs than there are, and fewer.
        let form = form_named(name);
        let sheet = Sheet { form, given };
        let keys: Vec<Input> = keys.iter().map(|key| Input::Text(key)).collect();
        let inputs = sheet.inputs();
        let filled = Filled { inputs: &inputs, unknown_keys: &keys, only: Only::bits(bits) };
        let report = form.check_filled(&filled, &context);
        prop_assert_eq!(form.is(&filled, &context), report.status == Status::Valid);
        prop_assert!(report.issues.is_sorted_by_key(Issue::severity));
        prop_assert!(serde_json::to_value(&report).is_ok_and(|data| data["status"] == report.status.name()));
    }
}

proptest! {
    #![proptest_config(config(1_500))]

    /// Every form has such a sheet, whatever is left out of what is optional and whatever stands where nothing is asked.
    #[test]
    fn a_form_of_right_values_is_valid_done_and_while_typing(
        sheet in right_sheet(), unasked in prop_oneof![Just(String::new()), Just("%".to_owned()), anything(Kind::Text)], today in today()
    ) {
        let mut sheet = sheet;
        sheet.fill_what_does_not_apply(&unasked);
        // A start more than a year ahead is the one thing that only the day can make wrong.
        let today = today.filter(|today| sheet.form.name() != "claims-application" || today.year() == 2026);
        for mode in [Mode::Final, Mode::Typing] {
            let context = Context { mode, today, ..Context::default() };
            let report = sheet.check(Only::ALL, &context);
            prop_assert_eq!(report.status, Status::Valid, "{:?} {:?}", sheet, report.issues);
            let expected = sheet.form.fields().filter(|field| {
                let months = of_one_month(*field);
                sheet.asked(*field, &context) != Asked::No && months.iter().any(|it| sheet.is_given(*it)) && !is_secret(*field)
            });
            let expected: BTreeSet<_> = expected.map(Field::name).collect();
            let data = serde_json::to_value(&report).expect("data");
            let values: BTreeSet<_> = data["values"].as_object().expect("values").keys().map(String::as_str).collect();
            prop_assert_eq!(values, expected, "{:?}", sheet);
            if let Some(names) = data["values"].get("terminalNames") {
                let filled = sheet.form.inputs().zip(&sheet.given).filter(|(field, it)| {
                    *field == Field::TerminalNames && **it != Given::Nothing
                });
                prop_assert_eq!(names.as_array().map(Vec::len), Some(filled.count()));
            }
        }
    }

    #[test]
    fn values_by_name_are_judged_like_values_by_place(sheet in right_sheet(), context in context()) {
        let texts = sheet.form.inputs().zip(&sheet.given).filter_map(|(field, given)| match given {
            Given::Text(text) => Some((field.name(), text.as_str())),
            _ => None,
        });
        let mut texts: Vec<_> = texts.collect();
        let expected = sheet.check(Only::ALL, &context);
        prop_assert_eq!(&sheet.form.check(&texts, &context), &expected);
        // Of two keys with one name the last one counts, unless it is a list.
        texts.splice(0..0, sheet.form.fields().filter(|it| *it != Field::TerminalNames).map(|field| (field.name(), "~")));
        let given: BTreeSet<_> = sheet.form.inputs().filter(|field| *sheet.get(*field) != Given::Nothing).map(Field::name).collect();
        texts.retain(|(name, _)| given.contains(name));
        prop_assert_eq!(&sheet.form.check(&texts, &context), &expected);
    }

    /// Greek letters stand nowhere else.
    #[test]
    fn no_report_on_a_whole_form_holds_a_secret(sheet in sheet(), secret in "[α-ω]{4,12}", repeated in "[α-ω]{4,12}", context in context()) {
        let mut sheet = sheet;
        let form = sheet.form;
        for field in form.fields().filter(|field| is_secret(*field)) {
            sheet.set(field, if matches!(entry(form, field), Entry::Repeat(_)) { &repeated } else { &secret });
        }
        let report = sheet.check(Only::ALL, &context);
        let said = all_that_a_report_says(&report);
        for window in windows(&secret).chain(windows(&repeated)) {
            prop_assert!(!said.contains(&window), "{}", said);
        }
        for (place, verdict) in &report.fields {
            if matches!(place, Place::Field(field) if is_secret(*field)) {
                prop_assert_eq!((&verdict.value, &*verdict.text, verdict.changes.len()), (&None, "", 0));
                prop_assert!(verdict.issues.iter().all(|issue| issue.fix.is_none()));
            }
        }
    }

    /// Both applications: each is judged as it is alone, and what they say about each other is a warning about a field.
    #[test]
    fn two_applications_together_are_each_judged_as_alone(
        sheets in [sheet_of(&ELIGIBILITY), sheet_of(&CLAIMS)], context in context()
    ) {
        let [first, second] = sheets.each_ref().map(|sheet| {
            let texts = sheet.form.inputs().zip(&sheet.given).filter_map(|(field, given)| match given {
                Given::Text(text) => Some((field.name(), text.as_str())),
                _ => None,
            });
            texts.collect::<Vec<_>>()
        });
        let report = form::check_together(&first, &second, &context);
        let alone = [ELIGIBILITY.check(&first, &context), CLAIMS.check(&second, &context)];
        prop_assert_eq!([&report.eligibility, &report.claims], [&alone[0], &alone[1]]);
        let statuses = alone.each_ref().map(|report| report.status);
        let worst = [Status::Invalid, Status::Incomplete].into_iter().find(|status| statuses.contains(status));
        prop_assert_eq!(report.status, worst.unwrap_or(Status::Valid));
        for (part, issue) in &report.together {
            prop_assert_eq!(issue.severity(), Severity::Warning);
            prop_assert!(issue.code.name().starts_with("together."), "{:?}", issue);
            let Place::Field(field) = issue.place else { panic!("{issue:?}") };
            let sheet = &sheets[*part as usize];
            prop_assert!(sheet.is_given(field), "{:?} on an empty field: {:?}", issue, sheets);
        }
        let given_once: BTreeSet<_> = report.together.iter().map(|(part, issue)| (issue.code.name(), *part as usize)).collect();
        prop_assert_eq!(given_once.len(), report.together.len(), "{:?}", report.together);
    }
}

static ELIGIBILITY: LazyLock<&'static Form> = LazyLock::new(|| form_named("eligibility-application"));
static CLAIMS: LazyLock<&'static Form> = LazyLock::new(|| form_named("claims-application"));

/// The forms as this test fills them are the forms as they are.
#[test]
fn every_form_is_filled_and_every_dependency_and_optional_field_is_one_of_its_form() {
    assert_eq!(Form::all().len(), 8);
    for (name, field, on, _) in &DEPENDENCIES {
        let form = form_named(name);
        assert!([field, on].iter().all(|field| form.fields().any(|it| it == **field)), "{name} {}", field.name());
    }
    for (name, field) in &OPTIONAL {
        assert!(form_named(name).fields().any(|it| it == *field), "{name} {}", field.name());
    }
    for form in Form::all() {
        assert!(form.fields().count() <= form.inputs().count());
        let names: BTreeSet<_> = form.fields().map(Field::name).collect();
        assert_eq!(names.len(), form.fields().count(), "{} has a field twice", form.name());
    }
}
