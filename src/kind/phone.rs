//! 電話番号, a phone number.
//!
//! | rule | source |
//! |---|---|
//! | 10 or 11 digits, no hyphen | S000:98-99 (an 11-digit example), S004:473 |
//! | starts with 0 | the same examples |

use crate::findings::{Findings, span};
use crate::issue::Code;
use crate::kind::{Context, report_non_digit};
use crate::text::Text;

const SHORTEST: usize = 10;
const LONGEST: usize = 11;

pub(crate) fn judge(text: &Text, context: &Context, findings: &mut Findings) {
    if report_non_digit(text, 0, findings) {
        return;
    }
    let digits = text.as_bytes();
    if !digits.starts_with(b"0") {
        findings.report(Code::PhoneNoLeadingZero, span(0, 1));
    } else if digits.len() > LONGEST {
        findings.report_with(Code::PhoneTooLong, span(LONGEST, digits.len()), LONGEST, digits.len(), 0);
    } else if digits.len() >= SHORTEST {
    } else if context.is_typing() {
        findings.incomplete();
    } else {
        findings.report_with(Code::PhoneTooShort, span(0, digits.len()), SHORTEST, 0, 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Kind, check};

    #[test]
    fn hyphens_are_folded_and_reported() {
        let verdict = check(Kind::Phone, "03-1234-5678", &Context::default());
        assert_eq!(verdict.value.as_deref(), Some("0312345678"));
        let places: Vec<_> = verdict.changes.iter().map(|change| (change.kind.name(), change.index)).collect();
        assert_eq!(places, [("hyphen", 2), ("hyphen", 7)]);
    }
}
