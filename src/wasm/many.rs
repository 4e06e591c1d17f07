//! Long texts and whole files. Bytes are written where [`text_room`] and [`bulk_room`] say; answers are words as in `hot`.
//!
//! | words | meaning |
//! |---|---|
//! | hits | count, then each: kind, start, end, start and end of the label (or twice [`NONE`]), confidence, what is judged; UTF-16 units |
//! | plan | delimiter, header, columns (each: name), rows of the preview (each: cells) |
//! | report | rows, valid, invalid, malformed, truncated, columns (each: filled, valid, invalid, codes with their counts), issues |
//! | issue | row, line, column (or [`NONE`]), code, values, fix follows; the fix |
//!
//! A target is a kind, or [`FIELD`] and a field, or [`NONE`].

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::bulk::{Bulk, Known, Plan, Target, ascii_length};
use crate::calendar::Date;
use crate::field::Field;
use crate::find;
use crate::form::Form;
use crate::kind::{Context, Kind};
use crate::message::Locale;
use crate::wasm::hot::Encoder;

const NONE: u32 = u32::MAX;
/// Added to the number of a field.
const FIELD: u32 = 1 << 8;

#[derive(Default)]
struct Many {
    /// A text to look through, or the beginning of a file.
    text: Vec<u8>,
    /// The plan that was made last, until a file begins with it.
    plan: Option<Plan>,
    /// The files being read, by their handles.
    files: Vec<Option<Bulk>>,
    /// What was written last of an annotated file.
    output: Vec<u8>,
}

thread_local! {
    static MANY: RefCell<Many> = RefCell::default();
}

impl Many {
    fn head(&self, length: usize) -> &[u8] {
        self.text.get(..length).unwrap_or_default()
    }

    fn file(&mut self, handle: usize) -> Option<&mut Bulk> {
        self.files.get_mut(handle)?.as_mut()
    }
}

fn with<Answer>(work: impl FnOnce(&mut Many) -> Answer) -> Answer {
    MANY.with_borrow_mut(work)
}

/// Room for a text to look through, or for the first bytes of a file.
#[wasm_bindgen]
pub fn text_room(size: usize) -> *mut u8 {
    with(|many| {
        many.text.clear();
        many.text.resize(size, 0);
        many.text.as_mut_ptr()
    })
}

/// The hits in the text that was written.
#[wasm_bindgen]
pub fn find(length: usize) -> *const u32 {
    with(|many| {
        let text = String::from_utf8_lossy(many.head(length));
        let mut encoder = Encoder::begin();
        let found = find::find(&text);
        encoder.words.push(found.len() as u32);
        let mut units = Units { text: &text, byte: 0, passed: 0 };
        for hit in found {
            let label = hit.label.map_or([NONE, NONE], |label| [units.at(label.start), units.at(label.end)]);
            let (start, end) = (units.at(hit.range.start), units.at(hit.range.end));
            encoder.words.extend([hit.kind as u32, start, end, label[0], label[1], hit.confidence as u32]);
            encoder.string(&find::judged(hit.kind, text.get(hit.range).unwrap_or_default()));
        }
        let address = encoder.finish();
        drop(text);
        many.text = Vec::new();
        address
    })
}

/// Offsets in UTF-16 units, asked for in ascending order.
struct Units<'a> {
    text: &'a str,
    byte: usize,
    passed: u32,
}

impl Units<'_> {
    fn at(&mut self, byte: usize) -> u32 {
        let between = self.text.get(self.byte..byte).unwrap_or_default();
        self.passed += crate::text::utf16_len(between);
        self.byte = byte;
        self.passed
    }
}

/// How to read the file whose first bytes were written. `delimiter` 0 and `header` 2 are found out; `form` is one of
/// [`Form::all`] or [`NONE`].
#[wasm_bindgen]
pub fn bulk_plan(length: usize, is_whole: bool, form: usize, delimiter: u8, header: u8, preview: usize) -> *const u32 {
    with(|many| {
        let known = Known {
            delimiter: (delimiter != 0).then_some(delimiter),
            has_header: (header < 2).then_some(header == 1),
            form: Form::all().get(form).copied(),
        };
        let plan = Plan::of(many.head(length), is_whole, &known);
        let mut encoder = Encoder::begin();
        encoder.words.extend([u32::from(plan.delimiter), u32::from(plan.has_header), plan.columns.len() as u32]);
        for column in &plan.columns {
            encoder.string(&column.header);
        }
        let rows = plan.preview(many.head(length), is_whole, preview);
        encoder.words.push(rows.len() as u32);
        for row in rows {
            encoder.words.push(row.len() as u32);
            for cell in row {
                encoder.string(&cell);
            }
        }
        many.plan = Some(plan);
        encoder.finish()
    })
}

/// Changes what a column of the plan is checked as.
#[wasm_bindgen]
pub fn bulk_target(column: usize, target: u32) {
    with(|many| {
        let kind = || Kind::ALL.get(target as usize).copied().map(Target::Kind);
        let field = || Field::ALL.get(target.checked_sub(FIELD)? as usize).copied().map(Target::Field);
        if let Some(plan) = many.plan.as_mut() {
            plan.set_target(column, kind().or_else(field));
        }
    });
}

/// What a column of the plan is checked as: one more than its kind, in the next byte one more than its field, and in the next
/// whether it is secret.
#[wasm_bindgen]
pub fn bulk_column(column: usize) -> u32 {
    with(|many| {
        let Some(plan) = many.plan.as_ref() else { return 0 };
        let kind = plan.kind(column).map_or(0, |kind| kind as u32 + 1);
        let field = match plan.columns.get(column).and_then(|column| column.target) {
            Some(Target::Field(field)) => field as u32 + 1,
            _ => 0,
        };
        kind | field << 8 | u32::from(plan.is_secret(column)) << 16
    })
}

/// Begins a file with the plan that was made last. `language`: 0 none, 1 Japanese, 2 English; with one the annotated file is
/// written.
#[wasm_bindgen]
pub fn bulk_begin(most_issues: usize, today: u32, language: u8) -> usize {
    with(|many| {
        let Some(plan) = many.plan.take() else { return usize::MAX };
        let context = Context { today: Date::from_packed(today), ..Context::default() };
        let bulk = Bulk::new(plan, context, most_issues);
        let bulk = match language {
            1 => bulk.annotating(Locale::Ja),
            2 => bulk.annotating(Locale::En),
            _ => bulk,
        };
        let free = many.files.iter().position(Option::is_none);
        let handle = free.unwrap_or(many.files.len());
        if free.is_none() {
            many.files.push(None);
        }
        if let Some(place) = many.files.get_mut(handle) {
            *place = Some(bulk);
        }
        handle
    })
}

/// Room for the next bytes of a file.
#[wasm_bindgen]
pub fn bulk_room(handle: usize, size: usize) -> *mut u8 {
    with(|many| many.file(handle).map_or(std::ptr::null_mut(), |file| file.room(size).as_mut_ptr()))
}

/// How many of the bytes that were written, from the first on, are ASCII.
#[wasm_bindgen]
pub fn bulk_ascii(handle: usize, length: usize) -> usize {
    with(|many| many.file(handle).map_or(0, |file| ascii_length(file.room(length))))
}

/// Reads the bytes that were written and says how many rows there were so far.
#[wasm_bindgen]
pub fn bulk_read(handle: usize, length: usize, is_last: bool) -> u32 {
    with(|many| {
        let Some(file) = many.file(handle) else { return 0 };
        file.read(length, is_last);
        file.tally().rows
    })
}

/// Takes what was written of the annotated file and says how long it is; [`bulk_output_place`] is where it stands.
#[wasm_bindgen]
pub fn bulk_output(handle: usize) -> usize {
    with(|many| {
        many.output = many.file(handle).map(Bulk::take_output).unwrap_or_default();
        many.output.len()
    })
}

/// Where the output taken last stands.
#[wasm_bindgen]
pub fn bulk_output_place() -> *const u8 {
    with(|many| many.output.as_ptr())
}

/// What the file came to so far.
#[wasm_bindgen]
pub fn bulk_report(handle: usize) -> *const u32 {
    with(|many| {
        let mut encoder = Encoder::begin();
        if let Some(file) = many.file(handle) {
            let tally = file.tally();
            let words = &mut encoder.words;
            words.extend([tally.rows, tally.valid, tally.invalid, tally.malformed, u32::from(tally.truncated)]);
            words.push(tally.columns.len() as u32);
            for column in &tally.columns {
                let found = || (0..).zip(&column.codes).filter(|(_, count)| **count > 0);
                words.extend([column.filled, column.valid, column.invalid, found().count() as u32]);
                words.extend(found().flat_map(|(code, count)| [code, *count]));
            }
            words.push(tally.issues.len() as u32);
            for issue in &tally.issues {
                encoder.words.extend([issue.row, issue.line, issue.column.unwrap_or(NONE), issue.code as u32]);
                encoder.words.extend(issue.values);
                encoder.words.push(u32::from(issue.fix.is_some()));
                if let Some(fix) = &issue.fix {
                    encoder.string(fix);
                }
            }
        }
        encoder.finish()
    })
}

/// Forgets a file.
#[wasm_bindgen]
pub fn bulk_end(handle: usize) {
    with(|many| {
        if let Some(place) = many.files.get_mut(handle) {
            *place = None;
        }
    });
}
