//! Rare questions: line choices, and two applications side by side. Answered in words like the frequent ones.
//!
//! Whole objects through serde-wasm-bindgen were tried: they took 3.5 kB of the packed module and its glue (brotli), and
//! needed a second decoder for issues.
//!
//! | words | meaning |
//! |---|---|
//! | options | for each of [`FIELDS`]: count, then each option: value, label, state, and its issues (one or none) |
//! | mismatches | issues, then one bit each: whether it belongs to the claims application |

use wasm_bindgen::prelude::wasm_bindgen;

use crate::findings::{Findings, NOWHERE};
use crate::form::{self, Part};
use crate::issue::Place;
use crate::line::{self, Application, FIELDS, Selection};
use crate::wasm::hot::{self, Encoder};

/// What is wrong with the selection in the slots, in the order of [`FIELDS`].
#[wasm_bindgen]
pub fn line_issues(claims: bool) -> *const u32 {
    let mut findings = Findings::kept();
    let selection = read_selection(claims, &mut findings);
    line::report(&selection, &mut findings);
    let mut encoder = Encoder::begin();
    encoder.findings(&findings);
    encoder.finish()
}

/// The options of every field of [`FIELDS`] for the selection in the slots.
#[wasm_bindgen]
pub fn line_options(claims: bool, english: bool) -> *const u32 {
    let selection = read_selection(claims, &mut Findings::kept());
    let mut encoder = Encoder::begin();
    for field in FIELDS {
        let count = encoder.words.len();
        encoder.words.push(0);
        line::each_option(&selection, field, &mut |choice, state, findings| {
            encoder.string(choice.value);
            encoder.string(if english { choice.en } else { choice.ja });
            encoder.words.push(state as u32);
            encoder.findings(findings);
            if let Some(count) = encoder.words.get_mut(count) {
                *count += 1;
            }
        });
    }
    encoder.finish()
}

fn read_selection(claims: bool, findings: &mut Findings) -> Selection {
    let mut selection = Selection::new(if claims { Application::Claims } else { Application::Eligibility });
    for (field, input) in FIELDS.into_iter().zip(hot::inputs(FIELDS.len())) {
        selection.choose(field, *input, findings);
    }
    selection
}

/// What does not go together in the two applications in the slots, eligibility first.
#[wasm_bindgen]
pub fn together(context: u32, today: u32) -> *const u32 {
    let [eligibility, claims] = form::both();
    let inputs = hot::inputs(eligibility.input_count() + claims.input_count());
    let (first, second) = inputs.split_at_checked(eligibility.input_count()).unwrap_or_default();
    let mut findings = Findings::kept();
    let mut of_claims = 0;
    form::compare([first, second], &hot::read_context(context, today), &mut |code, part, field| {
        of_claims |= u32::from(part == Part::Claims) << findings.len();
        findings.report(code, NOWHERE);
        findings.put(0, Place::Field(field));
    });
    let mut encoder = Encoder::begin();
    encoder.findings(&findings);
    encoder.words.push(of_claims);
    hot::wipe();
    encoder.finish()
}
