//! Keys that are no fields: ignored, unless they look like a misspelt one.

use super::Form;
use crate::field::Field;
use crate::findings::{Findings, NOWHERE};
use crate::issue::{Code, Place};
use crate::kind::Input;

/// A key is taken for a misspelt field within this many letters.
const NEAR: usize = 2;
/// Longer than any field name and two letters more.
const LONGEST_NAME: usize = 32;

pub(super) fn report(form: &Form, keys: &[Input], findings: &mut Findings) {
    for (key, index) in keys.iter().zip(0..) {
        if let Input::Text(key) = key
            && let Some(field) = nearest(form, key)
        {
            let from = findings.begin();
            findings.report_with(Code::FormUnknownField, NOWHERE, field as usize, 0, 0);
            findings.put(from, Place::UnknownKey(index));
        }
    }
}

fn nearest(form: &Form, key: &str) -> Option<Field> {
    let distances = form.fields.iter().map(|rule| (distance(rule.field.name(), key), rule.field));
    let (distance, field) = distances.min_by_key(|(distance, _)| *distance)?;
    (distance <= NEAR).then_some(field)
}

/// Letters to add, drop or change (Levenshtein), in bytes: field names are ASCII.
fn distance(name: &str, key: &str) -> usize {
    let mut row = [0; LONGEST_NAME + 1];
    for (cell, start) in row.iter_mut().zip(0..) {
        *cell = start;
    }
    let Some(row) = row.get_mut(..=name.len()) else { return usize::MAX };
    if key.len() > LONGEST_NAME {
        return usize::MAX;
    }
    for (typed, start) in key.bytes().zip(1..) {
        let mut diagonal = start - 1;
        let mut left = start;
        for (cell, letter) in row.iter_mut().zip(std::iter::once(None).chain(name.bytes().map(Some))) {
            let above = *cell;
            left = match letter {
                None => start,
                Some(letter) => (above + 1).min(left + 1).min(diagonal + usize::from(letter != typed)),
            };
            diagonal = above;
            *cell = left;
        }
    }
    row.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_letters() {
        let table = [
            ("email", "email", 0),
            ("email", "emial", 2),
            ("email", "mail", 1),
            ("email", "Email", 1),
            ("email", "", 5),
            ("phone", "phonne", 1),
            ("password", "pass", 4),
        ];
        for (name, key, expected) in table {
            assert_eq!(distance(name, key), expected, "{name} {key}");
        }
    }
}
