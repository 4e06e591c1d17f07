//! ユーザーID, the name that a registered place logs in with: usually its e-mail address.
//!
//! | rule | source |
//! |---|---|
//! | ends in `@01` to `@48`: a placeholder account, error when done | S000:207, S004:725 |
//! | more than 40 characters: the fund must enable it | S004:728-729 |
//! | upper case: a warning, because registered addresses are lower case | S004:475 |
//!
//! Nothing else: an account may be older than the rules for new ones.

use crate::findings::{Findings, NOWHERE, span};
use crate::issue::Code;
use crate::kind::{Context, email};
use crate::text::Text;

const LONGEST: usize = 40;

pub(super) fn judge(text: &Text, context: &Context, findings: &mut Findings) {
    let typed = text.as_bytes();
    if let Some(at) = typed.iter().rposition(|byte| *byte == b'@')
        && email::is_placeholder(typed.get(at + 1..).unwrap_or_default())
    {
        if context.is_typing() {
            return findings.incomplete();
        }
        findings.report(Code::EmailPlaceholderAccount, span(at, typed.len()));
    }
    if let Some(at) = typed.iter().position(u8::is_ascii_uppercase) {
        findings.report(Code::LoginUpperCase, span(at, at + 1));
    }
    if text.as_str().chars().fold(0, |count, _| count + 1) > LONGEST {
        findings.report_with(Code::LoginLongUserId, NOWHERE, LONGEST, 0, 0);
    }
}
