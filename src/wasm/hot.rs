//! Verdicts in numbers.
//!
//! JavaScript writes the UTF-8 of each text into the scratch buffer, one behind the other, and its length into a slot;
//! a call then reads the slots it needs. `is` answers with a number. `check` and its relatives answer with the address
//! of words that `pkg/src/decode.js` reads:
//!
//! | words | meaning |
//! |---|---|
//! | verdict | head (see [`Encoder::verdict`]), then text, value and changes where the head says so |
//! | string | start and length in the string buffer |
//! | issues | count, then each: head (see [`Encoder::issue`]), values, range and fix where the head says so |
//!
//! What was typed into a secret field is overwritten before the call returns.

#![allow(unsafe_code, reason = "the scratch buffer is shared with JavaScript, which is what makes this way fast")]

use std::cell::UnsafeCell;
use std::ptr::from_mut;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::calendar::Date;
use crate::findings::{Finding, Findings, NOWHERE};
use crate::form::{Filled, Form, Only};
use crate::issue::{Code, FixKind, Place};
use crate::kind::customer_id::Prefix;
use crate::kind::fee_schedule::FeeSchedule;
use crate::kind::institution_code;
use crate::kind::line_type::{ClaimsLineType, LineType};
use crate::kind::prefecture::Prefecture;
use crate::kind::{self, Context, Examined, Input, Kind, Mode, Value};
use crate::message::{self, Locale};
use crate::text::ChangeKind;
use crate::verdict::{Parts, Status};

/// Texts that one call can take: the fields of the longest form and a number of unknown keys.
const SLOTS: usize = 64;
/// The length that stands for a value that is not text.
const NOT_TEXT: u32 = u32::MAX;
/// The length that stands for a text that is too long to be read.
const TOO_LONG: u32 = u32::MAX - 1;

/// The most room of the folded text that is kept between calls.
const KEPT: usize = 256;
/// Stands behind the last verdict of a report.
const END: u32 = u32::MAX;

struct Scratch {
    texts: Vec<u8>,
    lengths: [u32; SLOTS],
    words: Vec<u32>,
    strings: Vec<u8>,
    sentence: String,
    /// The folded text of the field being read.
    folded: String,
    /// What was found in the last call, for its room.
    findings: Findings,
    inputs: [Input<'static>; SLOTS],
}

struct OneThread(UnsafeCell<Scratch>);

// SAFETY: WebAssembly without the atomics feature has one thread, and this crate is not built with that feature.
unsafe impl Sync for OneThread {}

static SCRATCH: OneThread = OneThread(UnsafeCell::new(Scratch {
    texts: Vec::new(),
    lengths: [0; SLOTS],
    words: Vec::new(),
    strings: Vec::new(),
    sentence: String::new(),
    folded: String::new(),
    findings: Findings::judged(),
    inputs: [Input::Missing; SLOTS],
}));

fn scratch() -> &'static mut Scratch {
    // SAFETY: one thread, and every exported function takes the scratch once and returns before the next begins: none
    // of them calls back into JavaScript while it holds it.
    unsafe { &mut *SCRATCH.0.get() }
}

impl Scratch {
    fn text(&self, start: usize, length: usize) -> &'static str {
        let bytes: *const [u8] = self.texts.get(start..start + length).unwrap_or_default();
        // SAFETY: the buffer lives as long as the module and is only moved by `texts`, which JavaScript calls between
        // calls, and no text outlives the call that took it. The bytes are UTF-8 because pkg/src/engine.js, which alone
        // can reach this memory, encodes every text itself; a test holds it to lone surrogates and all of Unicode.
        unsafe { std::str::from_utf8_unchecked(&*bytes) }
    }

    /// Cuts the text buffer into what the first slots say. Returns them and the bytes they take.
    fn inputs(&mut self, count: usize) -> (&'static [Input<'static>], usize) {
        let mut start = 0;
        for index in 0..count {
            let input = match self.lengths.get(index).copied().unwrap_or(0) {
                0 => Input::Missing,
                NOT_TEXT => Input::NotText,
                TOO_LONG => Input::TooLong,
                length => {
                    let text = self.text(start, length as usize);
                    start += length as usize;
                    Input::Text(text)
                }
            };
            if let Some(place) = self.inputs.get_mut(index) {
                *place = input;
            }
        }
        let inputs: *const [Input] = self.inputs.get(..count).unwrap_or_default();
        // SAFETY: as for `text`: the array is static, and only the next call changes it.
        (unsafe { &*inputs }, start)
    }

    fn input(&mut self) -> (Input<'static>, usize) {
        let (inputs, length) = self.inputs(1);
        (inputs.first().copied().unwrap_or_default(), length)
    }

    /// Overwrites what was typed, and what was folded of it.
    fn wipe_if(&mut self, is_secret: bool, length: usize) {
        if is_secret {
            let texts = self.texts.get_mut(..length).unwrap_or_default();
            texts.fill(0);
            std::hint::black_box(texts);
            self.wipe_folded();
        }
    }

    /// All the room the buffer has: a shorter text may have been folded after the secret. What is small is kept for the
    /// next call.
    fn wipe_folded(&mut self) {
        let mut folded = std::mem::take(&mut self.folded).into_bytes();
        folded.clear();
        folded.resize(folded.capacity(), 0);
        std::hint::black_box(&folded);
        if folded.len() <= KEPT {
            folded.clear();
            self.folded = String::from_utf8(folded).unwrap_or_default();
        }
    }
}

/// Makes room for this many bytes of text and returns where they go. What was written before stays.
#[wasm_bindgen]
pub fn texts(room: usize) -> *mut u8 {
    let scratch = scratch();
    if room > scratch.texts.len() {
        let mut wider = vec![0; room];
        for (to, from) in wider.iter_mut().zip(&scratch.texts) {
            *to = *from;
        }
        scratch.wipe_if(true, scratch.texts.len());
        scratch.texts = wider;
    }
    scratch.texts.as_mut_ptr()
}

/// Where the lengths of the texts go.
#[wasm_bindgen]
pub fn lengths() -> *mut u32 {
    from_mut(&mut scratch().lengths).cast()
}

/// Where the strings of the last answer are.
#[wasm_bindgen]
pub fn strings() -> *const u8 {
    scratch().strings.as_ptr()
}

/// Whether the first `length` bytes are a valid text.
#[wasm_bindgen]
pub fn is(kind: usize, length: usize, context: u32) -> bool {
    let scratch = scratch();
    let Some(kind) = Kind::ALL.get(kind).copied() else { return false };
    let input = Input::Text(scratch.text(0, length));
    let valid = kind::is_input(kind, input, &read_context(context, 0), &mut scratch.folded);
    scratch.wipe_if(kind.is_secret(), length);
    valid
}

/// The verdict on slot 0, then its issues. An unknown kind is an issue.
#[wasm_bindgen]
pub fn check(kind: usize, context: u32) -> *const u32 {
    let scratch = scratch();
    let mut findings = Findings::kept_in(&mut scratch.findings);
    let mut encoder = Encoder::begin();
    if let Some(kind) = Kind::ALL.get(kind).copied() {
        let (input, length) = scratch.input();
        let examined = kind::examine(kind, input, &read_context(context, 0), &mut findings, &mut scratch.folded);
        encoder.verdict(&examined, 0);
        encoder.findings(&findings);
        scratch.wipe_if(kind.is_secret(), length);
    } else {
        findings.report(Code::KindUnknown, NOWHERE);
        encoder.verdict(&Examined::plain(Status::Invalid, Value::Text), 0);
        encoder.findings(&findings);
        // Nobody knows what it was, so it may have been a secret.
        scratch.wipe_if(true, scratch.texts.len());
    }
    scratch.findings = findings;
    encoder.finish()
}

/// The verdict on slot 0 in a context that numbers cannot say.
#[cfg(feature = "widget")]
pub(crate) fn check_with(kind: Kind, context: &Context) -> *const u32 {
    let scratch = scratch();
    let mut findings = Findings::kept();
    let mut encoder = Encoder::begin();
    let (input, length) = scratch.input();
    let examined = kind::examine(kind, input, context, &mut findings, &mut scratch.folded);
    encoder.verdict(&examined, 0);
    encoder.findings(&findings);
    scratch.wipe_if(true, length);
    encoder.finish()
}

/// The verdict on prefecture, fee schedule and number in slots 0 to 2, then its issues.
#[wasm_bindgen]
pub fn assemble(context: u32) -> *const u32 {
    let scratch = scratch();
    let parts = scratch.inputs(3).0.first_chunk().copied().unwrap_or_default();
    let mut findings = Findings::kept();
    let mut text = String::new();
    let context = read_context(context, 0);
    let examined = institution_code::examine_parts(parts, &context, &mut findings, &mut scratch.folded, &mut text);
    let mut encoder = Encoder::begin();
    encoder.verdict(&examined, 0);
    encoder.findings(&findings);
    encoder.finish()
}

/// Whether the form in the slots is valid. `only` are the bits of the fields to judge, `today` is a packed date or 0.
#[wasm_bindgen]
pub fn form_is(form: usize, only: u32, context: u32, today: u32) -> bool {
    let scratch = scratch();
    let Some(form) = Form::all().get(form) else { return false };
    let (inputs, length) = scratch.inputs(form.input_count());
    let filled = Filled { inputs, unknown_keys: &[], only: Only::bits(only) };
    let valid = form.is_with(&filled, &read_context(context, today), &mut scratch.folded);
    scratch.wipe_if(true, length);
    valid
}

/// The report on the form in the slots: the verdicts, each with its slot, [`END`], the issues, then status and the bits
/// of the missing fields. Behind the inputs of the form stand `unknown` keys.
#[wasm_bindgen]
pub fn form_check(form: usize, unknown: usize, only: u32, context: u32, today: u32) -> *const u32 {
    let scratch = scratch();
    let mut encoder = Encoder::begin();
    if let Some(form) = Form::all().get(form) {
        let count = form.input_count();
        let (all, length) = scratch.inputs(count + unknown);
        let (inputs, unknown_keys) = all.split_at_checked(count).unwrap_or_default();
        let filled = Filled { inputs, unknown_keys, only: Only::bits(only) };
        let context = read_context(context, today);
        let mut findings = Findings::kept_in(&mut scratch.findings);
        let (status, missing) =
            form.examine(&filled, &context, &mut findings, &mut scratch.folded, &mut |place, examined, _, _| {
                encoder.verdict(examined, form.slot(place));
            });
        encoder.words.push(END);
        encoder.findings(&findings);
        encoder.words.extend([status as u32, missing]);
        scratch.findings = findings;
        scratch.wipe_if(true, length);
    }
    encoder.finish()
}

/// Makes the sentence of a code and its values; behind the codes follow the labels of the fixes, and behind those, in
/// Japanese, the sections of the sources. Returns its length; [`sentence`] is where it stands.
#[wasm_bindgen]
pub fn message(number: usize, first: u32, second: u32, third: u32, english: bool) -> usize {
    const LABELS: usize = Code::ALL.len() + FixKind::ALL.len();
    let number = if number < LABELS + Code::ALL.len() { number } else { Code::Internal as usize };
    let locale = if english { Locale::En } else { Locale::Ja };
    let sentence = &mut scratch().sentence;
    sentence.clear();
    message::write(number, [first, second, third], locale, sentence);
    sentence.len()
}

/// Where the sentence made last stands.
#[wasm_bindgen]
pub fn sentence() -> *const u8 {
    scratch().sentence.as_ptr()
}

/// The inputs in the first slots, for who asks in another way.
pub(crate) fn inputs(count: usize) -> &'static [Input<'static>] {
    scratch().inputs(count).0
}

/// Overwrites all that was typed.
pub(crate) fn wipe() {
    let scratch = scratch();
    scratch.wipe_if(true, scratch.texts.len());
}

/// Context in one number: typing 1 bit, strict 1, prefecture 6, fee schedule 3, customer-ID kind 2, line type 2, claims
/// line type 3.
pub(super) fn read_context(packed: u32, today: u32) -> Context {
    if packed | today == 0 {
        return Context::default();
    }
    let bits = |from: u32, count: u32| packed >> from & ((1 << count) - 1);
    Context {
        mode: if bits(0, 1) == 1 { Mode::Typing } else { Mode::Final },
        strict: bits(1, 1) == 1,
        prefecture: u8::try_from(bits(2, 6)).ok().and_then(Prefecture::new),
        fee_schedule: u8::try_from(bits(8, 3)).ok().and_then(|number| FeeSchedule::from_digit(number + b'0')),
        customer_id_kind: match bits(11, 2) {
            1 => Some(Prefix::Caf),
            2 => Some(Prefix::Cop),
            _ => None,
        },
        line_type: match bits(13, 2) {
            1 => Some(LineType::NttIpVpn),
            2 => Some(LineType::CtcQtnetIpVpn),
            3 => Some(LineType::Internet),
            _ => None,
        },
        claims_line_type: match bits(15, 3) {
            1 => Some(ClaimsLineType::Isdn),
            2 => Some(ClaimsLineType::IpVpnIpv4),
            3 => Some(ClaimsLineType::IpVpnIpv6),
            4 => Some(ClaimsLineType::Internet),
            _ => None,
        },
        full_width: false,
        today: Date::from_packed(today),
    }
}

pub(super) struct Encoder {
    pub(super) words: Vec<u32>,
    strings: Vec<u8>,
}

impl Encoder {
    /// Takes the buffers of the last answer, so that the usual answer needs no new memory.
    pub(super) fn begin() -> Self {
        let scratch = scratch();
        let (mut words, mut strings) = (std::mem::take(&mut scratch.words), std::mem::take(&mut scratch.strings));
        words.clear();
        strings.clear();
        Self { words, strings }
    }

    pub(super) fn finish(self) -> *const u32 {
        let scratch = scratch();
        scratch.words = self.words;
        scratch.strings = self.strings;
        scratch.words.as_ptr()
    }

    pub(super) fn string(&mut self, text: &str) {
        self.words.extend([self.strings.len() as u32, text.len() as u32]);
        self.strings.extend_from_slice(text.as_bytes());
    }

    /// Head, from the lowest bit: status 2, text follows 1, value 2 (0 none, 1 the text, 2 follows), check digit 2,
    /// parts 2, changes follow 1, remaining 8 (255: none), slot 6.
    fn verdict(&mut self, examined: &Examined, slot: usize) {
        let (status, judged) = (examined.status, &examined.judged);
        let is_label = examined.is_label();
        let is_changed = !examined.is_secret && (is_label || examined.text.is_changed());
        let value = match judged.value {
            _ if status != Status::Valid || examined.is_secret => 0,
            Value::Prefixed(_) => 2,
            Value::Text | Value::Static(_) => 1,
        };
        let is_open = matches!(status, Status::Valid | Status::Incomplete);
        let parts = if is_open { judged.parts } else { Parts::None };
        let remaining = judged.remaining.filter(|_| status == Status::Incomplete);
        // A text that did not change is the input, unless it was made here.
        let text_follows = is_changed || examined.text.is_made();
        self.words.push(
            status as u32
                | u32::from(text_follows) << 2
                | value << 3
                | judged.check_digit.map_or(0, |it| it as u32) << 5
                | (parts as u32) << 7
                | u32::from(is_changed) << 9
                | u32::from(remaining.unwrap_or(u8::MAX)) << 10
                | (slot as u32) << 18,
        );
        if text_follows {
            self.string(examined.shown());
        }
        if let (2, Value::Prefixed(prefix)) = (value, judged.value) {
            let start = self.strings.len();
            self.strings.extend_from_slice(prefix.letters().as_bytes());
            self.strings.extend_from_slice(examined.text.as_bytes());
            self.words.extend([start as u32, (self.strings.len() - start) as u32]);
        }
        if is_changed {
            let changes = examined.text.changes();
            self.words.push(changes.len() as u32 + u32::from(is_label));
            for change in &changes {
                self.change(change.kind, change.index, &change.from, &change.to);
            }
            if is_label {
                self.change(ChangeKind::Label, 0, examined.text.as_str(), examined.shown());
            }
        }
    }

    fn change(&mut self, kind: ChangeKind, index: u32, from: &str, to: &str) {
        self.words.extend([kind as u32, index]);
        self.string(from);
        self.string(to);
    }

    pub(super) fn findings(&mut self, findings: &Findings) {
        self.words.push(findings.since(0).len() as u32);
        findings.in_order(0, &mut |finding| self.finding(finding, findings));
    }

    /// Head, from the lowest bit: code 8, place 2 (0 whole, 1 field, 2 unknown key, 3 item), its number 8, range follows 1, fix
    /// follows 1, kind of fix 4, safe 1.
    fn finding(&mut self, finding: &Finding, findings: &Findings) {
        let (place, number) = match finding.place {
            Place::Whole => (0, 0),
            Place::Field(field) => (1, field as u32),
            Place::UnknownKey(index) => (2, u32::from(index)),
            Place::Item(index) => (3, u32::from(index)),
        };
        let has_range = finding.span != NOWHERE;
        let fix = finding.fix.map_or(0, |fix| 1 << 19 | (fix.kind as u32) << 20 | u32::from(fix.safe) << 24);
        self.words.push(finding.code as u32 | place << 8 | number << 10 | u32::from(has_range) << 18 | fix);
        self.words.extend(finding.values);
        if has_range {
            self.words.extend([finding.span.0, finding.span.1]);
        }
        if let Some(fix) = finding.fix {
            self.string(findings.text(fix));
        }
    }
}

/// Status numbers are part of the words that JavaScript reads.
const _: () = assert!(Status::Valid as u32 == 3);
