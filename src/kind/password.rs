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
use crate::kind::{Context, Judged};
use crate::text::Text;

const SHORTEST: usize = 8;
const LONGEST: usize = 100;

pub(crate) fn judge(text: &Text, context: &Context, findings: &mut Findings) -> Judged {
    let (mut length, mut upper, mut lower, mut digit, mut unlisted) = (0, false, false, false, false);
    for char in text.as_str().chars() {
        length += 1;
        match char {
            'A'..='Z' => upper = true,
            'a'..='z' => lower = true,
            '0'..='9' => digit = true,
            '!'..='~' => {}
            _ => unlisted = true,
        }
    }
    if unlisted {
        findings.report(Code::PasswordUnlistedCharacter, NOWHERE);
    }
    let missing = usize::from(!upper) + usize::from(!lower) + usize::from(!digit);
    if length >= SHORTEST && length <= LONGEST && missing == 0 {
        return Judged::COMPLETE;
    }
    if context.is_typing() && length + missing <= LONGEST {
        return Judged::INCOMPLETE;
    }
    if length < SHORTEST {
        findings.report_with(Code::PasswordTooShort, NOWHERE, SHORTEST, 0, 0);
    } else if length > LONGEST {
        findings.report_with(Code::PasswordTooLong, NOWHERE, LONGEST, 0, 0);
    }
    for (present, code) in
        [(upper, Code::PasswordNoUpper), (lower, Code::PasswordNoLower), (digit, Code::PasswordNoDigit)]
    {
        if !present {
            findings.report(code, NOWHERE);
        }
    }
    Judged::WRONG
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
