//! Codes in any text: customer IDs, institution codes and numbers, e-mail addresses and phone numbers, in a letter, a mail
//! or what was copied from a PDF.
//!
//! | step | |
//! |---|---|
//! | runs | the stretches of digits, signs and the letters of a customer ID, in half width; prose is passed by |
//! | patterns | one table, run by regex-lite, whose time is linear in the text |
//! | labels | the words before a hit, such as 医療機関等コード; digits without one are a guess |
//! | verdicts | every hit is judged by its kind, as a field is |
//! | no overlaps | the better founded hit stays |
//!
//! No source says what counts as a hit: that is this project's decision.

use std::ops::Range;
use std::sync::LazyLock;

use regex_lite::Regex;

use crate::kind::{self, Context, Kind};
use crate::text::{half_width, is_blank, is_hyphen, is_invisible};
use crate::verdict::{CheckDigit, Status, Verdict};

/// How sure it is that a hit is of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Confidence {
    /// Digits that could be something else.
    Low,
    /// The text says so itself: by its letters, or by a label before it.
    High,
}

impl Confidence {
    /// The name in the public contract.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::High => "high",
        }
    }
}

/// One hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: Kind,
    /// Where it stands: bytes of the text.
    pub range: Range<usize>,
    /// Where the word stands that says what it is.
    pub label: Option<Range<usize>>,
    /// How sure that is.
    pub confidence: Confidence,
    /// What its kind says about it.
    pub verdict: Verdict,
}

/// The kinds that are looked for.
pub const KINDS: [Kind; 5] =
    [Kind::CustomerId, Kind::InstitutionCode, Kind::InstitutionNumber, Kind::Email, Kind::Phone];

/// What is found in a text, in its order and without overlaps.
///
/// ```
/// use onshi_check::find::{Confidence, find};
///
/// let letter = "お客さまID：ＣＡＦ０１２３-４５６-７８９　ＴＥＬ ０３(１２３４)５６７８";
/// let found = find(letter);
/// let values: Vec<_> = found.iter().filter_map(|hit| hit.verdict.value.as_deref()).collect();
/// assert_eq!(values, ["CAF0123456789", "0312345678"]);
/// assert_eq!(&letter[found[1].label.clone().unwrap()], "ＴＥＬ");
/// assert_eq!(found[1].confidence, Confidence::High);
/// ```
#[must_use]
pub fn find(text: &str) -> Vec<Found> {
    let mut numbers = Vec::new();
    each_run(text, &mut |run| collect_numbers(run, &mut numbers));
    let mut addresses = Vec::new();
    collect_addresses(text, &mut addresses);

    let (mut numbers, mut addresses) = (numbers.into_iter().peekable(), addresses.into_iter().peekable());
    let mut found: Vec<Found> = Vec::new();
    loop {
        let is_before = |address: &Candidate, number: &Candidate| address.range.start < number.range.start;
        let next = match (addresses.peek(), numbers.peek()) {
            (Some(address), Some(number)) if !is_before(address, number) => numbers.next(),
            (Some(_), _) => addresses.next(),
            (None, _) => numbers.next(),
        };
        let Some(candidate) = next else { return found };
        let start = candidate.range.start;
        // What stands before another hit belongs to that one.
        let other = found.iter().rev().map(|hit| hit.range.end).find(|end| *end <= start).unwrap_or(0);
        let word = label_before(text, other..start);
        if let Some(hit) = weigh(text, &candidate, word) {
            keep_the_better(hit, &mut found);
        }
    }
}

/// The text that a hit is judged by: signs that stand between the parts of a number, as a hyphen does, become hyphens.
#[must_use]
pub fn judged(kind: Kind, hit: &str) -> String {
    if kind == Kind::Email {
        return hit.to_owned();
    }
    hit.chars().map(|char| if matches!(half_width(char), '(' | ')' | ':') { '-' } else { char }).collect()
}

/// A stretch of text that may hold a number, in half width and capitals: one byte a character, and where each stood.
#[derive(Default)]
struct Run {
    plain: String,
    places: Vec<Range<usize>>,
    digits: usize,
}

/// Stands for a letter that is no part of a number, so that none begins or ends beside it.
const OTHER: char = 'x';
/// The fewest digits of anything that is looked for.
const FEWEST_DIGITS: usize = 4;

impl Run {
    fn push(&mut self, char: char, place: Range<usize>) {
        self.plain.push(char);
        self.places.push(place);
        self.digits += usize::from(char.is_ascii_digit());
    }

    fn clear(&mut self) {
        self.plain.clear();
        self.places.clear();
        self.digits = 0;
    }

    /// The bytes of the text that a match covers.
    fn range(&self, matched: Range<usize>) -> Range<usize> {
        match self.places.get(matched) {
            Some([first, .., last]) => first.start..last.end,
            _ => 0..0,
        }
    }
}

fn each_run(text: &str, visit: &mut dyn FnMut(&Run)) {
    let mut run = Run::default();
    for (at, char) in text.char_indices() {
        if is_invisible(char) {
            continue;
        }
        let place = at..at + char.len_utf8();
        let half = half_width(char);
        let becomes = match half {
            '0'..='9' | '(' | ')' | ',' | '.' | ':' | '\n' => Some(half),
            'C' | 'A' | 'F' | 'O' | 'P' | 'c' | 'a' | 'f' | 'o' | 'p' => Some(half.to_ascii_uppercase()),
            _ if is_hyphen(half) => Some('-'),
            _ if is_blank(half) => Some(' '),
            _ => None,
        };
        if let Some(becomes) = becomes {
            run.push(becomes, place);
            continue;
        }
        let is_letter = half.is_ascii_alphanumeric() || matches!(half, '@' | '_');
        if is_letter && run.digits > 0 {
            run.push(OTHER, place.clone());
        }
        if run.digits >= FEWEST_DIGITS {
            visit(&run);
        }
        run.clear();
        if is_letter {
            run.push(OTHER, place);
        }
    }
    if run.digits >= FEWEST_DIGITS {
        visit(&run);
    }
}

/// What is looked for in a run: the shapes of each kind. A line may be broken anywhere inside a number.
static PATTERNS: [(Kind, &str); 8] = [
    (Kind::CustomerId, r"\bC ?A ?F[ \n:-]{0,3}(?:\d[ \n-]{0,3}){9}\d\b"),
    (Kind::CustomerId, r"\bC ?O ?P[ \n:-]{0,3}(?:\d[ \n-]{0,3}){7}\d\b"),
    // Too few digits or too many, in one piece.
    (Kind::CustomerId, r"\bC ?(?:A ?F|O ?P)[ :-]{0,3}\d(?:-?\d){3,15}\b"),
    // 都道府県, 点数表 and 番号, the last also as the bureaus print it.
    (Kind::InstitutionCode, r"\b\d{2}[ ,.-]{0,2}\d[ ,.-]{0,2}\d{2}[ ,.-]{0,2}\d{4}[ ,.-]{0,2}\d\b"),
    (Kind::InstitutionCode, r"\b(?:\d\n?){9}\d\b"),
    (Kind::InstitutionNumber, r"\b\d{2}[,.-]?\d{4}[,.-]?\d\b"),
    // A line is broken behind a hyphen above all.
    (Kind::Phone, r"\b0\d{1,4}[ ()-]{1,2}\n?\d{1,4}[ ()-]{1,2}\n?\d{3,4}\b"),
    (Kind::Phone, r"\b0(?:\d\n?){8,9}\d\b"),
];

/// Local part, domain with at least one dot. The text around an @ is cut out first.
const ADDRESS: &str = r"^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}";

static COMPILED: LazyLock<Vec<(Kind, Regex)>> =
    LazyLock::new(|| PATTERNS.iter().filter_map(|(kind, pattern)| Some((*kind, Regex::new(pattern).ok()?))).collect());
static ADDRESS_COMPILED: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(ADDRESS).ok());

/// Something that has the shape of a kind.
struct Candidate {
    kind: Kind,
    range: Range<usize>,
    /// Every digit stands beside the next.
    is_in_one_piece: bool,
}

/// What the patterns find, in the order of the text; of what begins together, in the order of the patterns. Every pattern
/// finds in that order, so the nearest of their next matches is the next one: sorting would weigh more than all of this.
fn collect_numbers(run: &Run, candidates: &mut Vec<Candidate>) {
    let mut patterns: Vec<_> =
        COMPILED.iter().map(|(kind, pattern)| (*kind, pattern.find_iter(&run.plain).peekable())).collect();
    loop {
        let mut nearest: Option<(usize, usize)> = None;
        for (index, (_, matches)) in patterns.iter_mut().enumerate() {
            if let Some(start) = matches.peek().map(regex_lite::Match::start)
                && nearest.is_none_or(|(_, least)| start < least)
            {
                nearest = Some((index, start));
            }
        }
        let Some((kind, matches)) = nearest.and_then(|(index, _)| patterns.get_mut(index)) else { return };
        let Some(hit) = matches.next() else { return };
        let is_in_one_piece = hit.as_str().bytes().all(|byte| byte.is_ascii_digit());
        candidates.push(Candidate { kind: *kind, range: run.range(hit.range()), is_in_one_piece });
    }
}

fn collect_addresses(text: &str, candidates: &mut Vec<Candidate>) {
    let Some(pattern) = ADDRESS_COMPILED.as_ref() else { return };
    let belongs = |char: &char| {
        let half = half_width(*char);
        half.is_ascii_alphanumeric() || matches!(half, '.' | '_' | '+' | '-')
    };
    for (at, sign) in text.match_indices(['@', '＠']) {
        let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at + sign.len()..).unwrap_or_default());
        let local: usize = before.chars().rev().take(65).take_while(belongs).map(char::len_utf8).sum();
        let domain: usize = after.chars().take(512).take_while(belongs).map(char::len_utf8).sum();
        let start = at - local;
        let whole = text.get(start..at + sign.len() + domain).unwrap_or_default();
        let plain: String = whole.chars().map(half_width).collect();
        if let Some(matched) = pattern.find(&plain) {
            // In half width a byte is a character.
            let length: usize = whole.chars().take(matched.end()).map(char::len_utf8).sum();
            let range = start..start + length;
            candidates.push(Candidate { kind: Kind::Email, range, is_in_one_piece: true });
        }
    }
}

/// What the word before a number says it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    CustomerId,
    Institution,
    Phone,
    Email,
    /// Something that is not looked for, though it has the same digits.
    Other,
}

/// In half width and lower case, without blanks.
static LABELS: [(Label, &[&str]); 5] = [
    (Label::CustomerId, &["お客さまid", "お客様id", "お客さま番号", "お客様番号", "customerid"]),
    (
        Label::Institution,
        &[
            "医療機関等コード",
            "医療機関コード",
            "医療機関番号",
            "医療機関等番号",
            "薬局コード",
            "ステーションコード",
            "機関コード",
            "institutioncode",
            "institutionnumber",
        ],
    ),
    (Label::Phone, &["電話", "tel", "携帯", "連絡先", "phone", "☎"]),
    (Label::Email, &["メール", "mail"]),
    (
        Label::Other,
        &[
            "fax",
            "ファックス",
            "ファクス",
            "ファクシミリ",
            "〒",
            "郵便番号",
            "事業所番号",
            "事業者番号",
            "口座",
            "法人番号",
            "円",
            "¥",
        ],
    ),
];

/// The most characters between a label and what it names: 電話番号（平日の昼間）：
const LABEL_REACH: usize = 16;
/// The most characters before a number that are looked at.
const LABEL_WINDOW: usize = 40;

/// The label that stands nearest before a number.
fn label_before(text: &str, window: Range<usize>) -> Option<(Label, Range<usize>)> {
    let before = text.get(window.clone()).unwrap_or_default();
    let mut places: Vec<(char, usize)> = before
        .char_indices()
        .rev()
        .filter(|(_, char)| !is_blank(*char) && !is_invisible(*char))
        .take(LABEL_WINDOW)
        .map(|(at, char)| (half_width(char).to_ascii_lowercase(), window.start + at))
        .collect();
    places.reverse();
    let plain: String = places.iter().map(|(char, _)| *char).collect();
    let mut nearest: Option<(usize, usize, Label)> = None;
    for (label, words) in LABELS {
        for word in words {
            // Byte by byte: the search of the standard library is made for long texts, and weighs 3 kB.
            let begins = |at: &usize| plain.as_bytes().get(*at..).is_some_and(|rest| rest.starts_with(word.as_bytes()));
            let Some(at) = (0..plain.len()).rev().find(begins) else { continue };
            let end = at + word.len();
            // Of two that end together the longer one: 医療機関等コード, not 機関コード.
            if nearest.is_none_or(|(start, best, _)| end > best || (end == best && at < start)) {
                nearest = Some((at, end, label));
            }
        }
    }
    let (start, end, label) = nearest?;
    let count = |bytes: usize| plain.get(..bytes).map_or(0, |part| part.chars().count());
    if count(plain.len()) - count(end) > LABEL_REACH {
        return None;
    }
    let place = |index: usize| places.get(index).map(|(_, at)| *at);
    let (first, last) = (place(count(start))?, place(count(end) - 1)?);
    let width = text.get(last..)?.chars().next()?.len_utf8();
    Some((label, first..last + width))
}

/// What becomes of a candidate with the label before it: a hit, or nothing.
fn weigh(text: &str, candidate: &Candidate, word: Option<(Label, Range<usize>)>) -> Option<Found> {
    let Candidate { kind, ref range, is_in_one_piece } = *candidate;
    let hit = judged(kind, text.get(range.clone())?);
    let verdict = kind::check(kind, &hit, &Context::default());
    let is_valid = verdict.status == Status::Valid;
    let says = word.as_ref().map(|(label, _)| *label);
    let names = match kind {
        Kind::CustomerId => Label::CustomerId,
        Kind::Phone => Label::Phone,
        Kind::Email => Label::Email,
        _ => Label::Institution,
    };
    let is_labelled = says == Some(names);
    let says_itself = kind == Kind::Email || (kind == Kind::CustomerId && is_valid);
    let is_kept = match kind {
        Kind::CustomerId | Kind::Email => true,
        _ if is_labelled => true,
        _ if says.is_some() => false,
        Kind::Phone => is_valid,
        Kind::InstitutionCode => is_valid && verdict.check_digit == Some(CheckDigit::Ok),
        _ => is_valid && is_in_one_piece,
    };
    is_kept.then(|| Found {
        kind,
        range: range.clone(),
        label: word.filter(|_| is_labelled).map(|(_, place)| place),
        confidence: if is_labelled || says_itself { Confidence::High } else { Confidence::Low },
        verdict,
    })
}

/// Of hits that overlap the better founded one: sure, right, of the kind that says most about itself, long.
fn keep_the_better(hit: Found, found: &mut Vec<Found>) {
    let rank = |hit: &Found| {
        let kind = KINDS.iter().position(|kind| *kind == hit.kind).unwrap_or(KINDS.len());
        // Without a label ten digits that begin with 0 are a phone number.
        let kind = if hit.confidence == Confidence::Low && hit.kind == Kind::Phone { 0 } else { kind };
        let is_valid = hit.verdict.status == Status::Valid;
        (hit.confidence, is_valid, KINDS.len() - kind, hit.range.len())
    };
    let first = found.iter().rposition(|other| other.range.end <= hit.range.start).map_or(0, |before| before + 1);
    if found.iter().skip(first).all(|other| rank(other) < rank(&hit)) {
        found.truncate(first);
        found.push(hit);
    }
}
