//! 秘密の番号, the number that re-issues the master account's password.
//!
//! | rule | source |
//! |---|---|
//! | exactly 4 digits | S004:1141-1146, S003:114-115 |

use crate::findings::{Findings, NOWHERE};
use crate::issue::Code;
use crate::kind::{Context, report_non_digit};
use crate::text::Text;

const DIGITS: usize = 4;

pub(crate) fn judge(text: &Text, context: &Context, findings: &mut Findings) {
    if report_non_digit(text, 0, findings) {
        return;
    }
    let digits = text.as_bytes().len();
    let code = match digits {
        DIGITS => return,
        0..DIGITS if context.is_typing() => return findings.remaining(DIGITS - digits),
        0..DIGITS => Code::SecretNumberTooShort,
        _ => Code::SecretNumberTooLong,
    };
    findings.report_with(code, NOWHERE, DIGITS, 0, 0);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Kind, Status, check};

    #[test]
    fn four_digits_are_right_and_stay_secret() {
        let verdict = check(Kind::SecretNumber, "９１-２３", &Context::default());
        assert_eq!((verdict.status, verdict.value, &*verdict.text), (Status::Valid, None, ""));
        assert!(verdict.changes.is_empty());
    }
}
