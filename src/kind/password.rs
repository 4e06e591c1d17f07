//! The portal's password.
//!
//! | rule | source |
//! |---|---|
//! | 8 to 100 characters | S000:103, S004:427, 477 |
//! | at least one upper-case letter, one lower-case letter, one digit | the same |
//! | white space or anything outside printable ASCII: warning, no source says whether it is accepted | rule book, section 3 |
//!
//! Never folded, trimmed, echoed or kept.

use crate::findings::{Findings, NOWHERE};
use crate::issue::Code;
use crate::kind::Context;
use crate::text::Text;

const SHORTEST: usize = 8;
const LONGEST: usize = 100;

pub(crate) fn judge(text: &Text, context: &Context, findings: &mut Findings) {
    let (mut length, mut seen) = (0, 0);
    for &byte in text.as_bytes() {
        // A character beyond ASCII counts once, by its first byte.
        length += usize::from(byte & 0xc0 != 0x80);
        seen |= class(byte);
    }
    if seen & UNLISTED != 0 {
        findings.report(Code::PasswordUnlistedCharacter, NOWHERE);
    }
    let mut missing = 0;
    for (class, _) in NEEDED {
        missing += usize::from(seen & class == 0);
    }
    if context.is_typing() && length + missing <= LONGEST {
        if length < SHORTEST || missing > 0 {
            findings.incomplete();
        }
        return;
    }
    if length < SHORTEST {
        findings.report_with(Code::PasswordTooShort, NOWHERE, SHORTEST, 0, 0);
    } else if length > LONGEST {
        findings.report_with(Code::PasswordTooLong, NOWHERE, LONGEST, 0, 0);
    }
    for (class, code) in NEEDED {
        if seen & class == 0 {
            findings.report(code, NOWHERE);
        }
    }
}

const UPPER: u8 = 1;
const LOWER: u8 = 2;
const DIGIT: u8 = 4;
const UNLISTED: u8 = 8;

const NEEDED: [(u8, Code); 3] =
    [(UPPER, Code::PasswordNoUpper), (LOWER, Code::PasswordNoLower), (DIGIT, Code::PasswordNoDigit)];

fn class(byte: u8) -> u8 {
    match byte {
        b'A'..=b'Z' => UPPER,
        b'a'..=b'z' => LOWER,
        b'0'..=b'9' => DIGIT,
        b'!'..=b'~' => 0,
        _ => UNLISTED,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Kind, Mode, Status, check};

    #[test]
    fn every_missing_class_is_named_at_once() {
        let verdict = check(Kind::Password, "-", &Context::default());
        let codes: Vec<_> = verdict.issues.iter().map(|issue| issue.code).collect();
        let expected = [Code::PasswordTooShort, Code::PasswordNoUpper, Code::PasswordNoLower, Code::PasswordNoDigit];
        assert_eq!(codes, expected);
    }

    #[test]
    fn a_long_text_that_has_no_room_for_what_is_missing_is_wrong_while_typing() {
        let typing = Context { mode: Mode::Typing, ..Context::default() };
        assert_eq!(check(Kind::Password, &"a".repeat(98), &typing).status, Status::Incomplete);
        assert_eq!(check(Kind::Password, &"a".repeat(99), &typing).status, Status::Invalid);
    }

    #[test]
    fn nothing_of_it_comes_back() {
        let verdict = check(Kind::Password, "Secret 123", &Context::default());
        assert_eq!((verdict.value, &*verdict.text, verdict.changes.len()), (None, "", 0));
    }
}
