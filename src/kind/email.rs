//! メールアドレス, which becomes the login.
//!
//! | part | rule | source |
//! |---|---|---|
//! | before the @ | lower-case letters, digits, `. - _ +` | S000:101, S004:475 |
//! | after it | host name labels with at least one dot | rule book |
//! | whole | at most 40 characters; exactly 40 is an info | S004:424-425, 728-729 |
//! | `@01` to `@48` at the end | placeholder account: error, when done | S000:207, S004:725 |
//! | upper case | error with a fix | S004:475 |
//! | leading, trailing, doubled dots | warning: old carrier addresses have them | rule book |
//! | known misspelt domains | warning with a fix, from a closed list | rule book |

use crate::issue::{Code, Findings, FixKind};
use crate::kind::{Context, Judged, Progress};
use crate::text::Text;

const LONGEST: usize = 40;

pub(crate) fn judge(text: &Text, context: &Context, findings: &mut Findings) -> Judged {
    let address = text.as_str();
    if let Some(wrong) = judge_characters(text, findings) {
        return wrong;
    }
    let has_upper = address.bytes().any(|byte| byte.is_ascii_uppercase());
    let judged = match address.split_once('@') {
        None => judge_without_at(text, context, findings),
        Some(("", _)) => report(Code::EmailNoLocalPart, text, 0..1, findings),
        Some((local, domain)) => judge_domain(local, domain, text, context, findings),
    };
    if has_upper && !findings.has_error() {
        report_upper_case(text, findings);
        return Judged::WRONG;
    }
    if judged.progress == Progress::Complete {
        remark(text, findings);
    }
    judged
}

/// Characters that no address has, and a second @.
fn judge_characters(text: &Text, findings: &mut Findings) -> Option<Judged> {
    let address = text.as_str();
    let mut seen_at = false;
    for (at, char) in address.char_indices() {
        let right = match char {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '.' | '-' | '_' | '+' => true,
            '@' => !std::mem::replace(&mut seen_at, true),
            _ => false,
        };
        if !right {
            return Some(report(Code::EmailBadCharacter, text, at..at + char.len_utf8(), findings));
        }
    }
    None
}

fn judge_without_at(text: &Text, context: &Context, findings: &mut Findings) -> Judged {
    let length = text.as_bytes().len();
    // An @ and the shortest domain, `a.b`, must still fit.
    if length + 4 <= LONGEST
        && let Some(judged) = judge_typing(text, context, findings)
    {
        return judged;
    }
    if length > LONGEST || context.is_typing() {
        return report_too_long(text, findings);
    }
    report(Code::EmailNoAt, text, 0..length, findings)
}

fn judge_domain(local: &str, domain: &str, text: &Text, context: &Context, findings: &mut Findings) -> Judged {
    let length = text.as_bytes().len();
    let start = local.len() + 1;
    match read_domain(domain) {
        Domain::Wrong => report(Code::EmailBadDomain, text, start..length, findings),
        _ if length > LONGEST => report_too_long(text, findings),
        Domain::Whole => Judged::COMPLETE,
        Domain::Begun { missing } => {
            if length + missing <= LONGEST
                && let Some(judged) = judge_typing(text, context, findings)
            {
                return judged;
            }
            if context.is_typing() {
                report_too_long(text, findings)
            } else if is_placeholder(domain) {
                report(Code::EmailPlaceholderAccount, text, local.len()..length, findings)
            } else {
                report(Code::EmailBadDomain, text, start..length, findings)
            }
        }
    }
}

/// Still typing, and what is typed can go on: unless a blank was cut off, which would then stand inside, or a letter is
/// large.
fn judge_typing(text: &Text, context: &Context, findings: &mut Findings) -> Option<Judged> {
    if !context.is_typing() {
        return None;
    }
    if text.ends_with_blank() {
        let end = text.as_bytes().len();
        return Some(report(Code::EmailBadCharacter, text, end..end, findings));
    }
    Some(Judged::INCOMPLETE)
}

enum Domain {
    Whole,
    /// At least so many characters are missing.
    Begun { missing: usize },
    Wrong,
}

/// Host name labels: letters, digits and inner hyphens, at least two of them.
fn read_domain(domain: &str) -> Domain {
    let mut dots = 0;
    let mut before = b'.';
    for byte in domain.bytes() {
        match (before, byte) {
            (b'.', b'.' | b'-') | (b'-', b'.') | (_, b'_' | b'+') => return Domain::Wrong,
            (_, b'.') => dots += 1,
            _ => {}
        }
        before = byte;
    }
    let open = usize::from(matches!(before, b'.' | b'-'));
    match (dots, open) {
        (0, _) => Domain::Begun { missing: 2 + open },
        (_, 0) => Domain::Whole,
        _ => Domain::Begun { missing: open },
    }
}

fn is_placeholder(domain: &str) -> bool {
    match domain.as_bytes() {
        [b'0', b'1'..=b'9'] | [b'1'..=b'3', b'0'..=b'9'] | [b'4', b'0'..=b'8'] => true,
        _ => false,
    }
}

fn report(code: Code, text: &Text, range: std::ops::Range<usize>, findings: &mut Findings) -> Judged {
    if let Some(issue) = findings.report(code, &[]) {
        issue.at(text, range);
        if code == Code::EmailBadCharacter {
            issue.values = [issue.range.map_or(0, |(start, _)| start + 1), 0, 0];
        }
    }
    Judged::WRONG
}

fn report_too_long(text: &Text, findings: &mut Findings) -> Judged {
    let length = text.as_bytes().len();
    if let Some(issue) = findings.report(Code::EmailTooLong, &[LONGEST as u32, length as u32]) {
        issue.at(text, LONGEST.min(length)..length);
    }
    Judged::WRONG
}

fn report_upper_case(text: &Text, findings: &mut Findings) {
    let address = text.as_str();
    let start = address.bytes().position(|byte| byte.is_ascii_uppercase()).unwrap_or(0);
    if let Some(issue) = findings.report(Code::EmailUpperCase, &[]) {
        issue.at(text, start..start + 1).fix(FixKind::LowerCase, true, address.to_ascii_lowercase());
    }
}

/// What a complete address may still be asked.
fn remark(text: &Text, findings: &mut Findings) {
    let address = text.as_str();
    let Some((local, domain)) = address.split_once('@') else { return };
    if (local.starts_with('.') || local.ends_with('.') || local.contains(".."))
        && let Some(issue) = findings.report(Code::EmailOddDots, &[])
    {
        issue.at(text, 0..local.len());
    }
    if let Some(right) = correct(domain)
        && let Some(issue) = findings.report(Code::EmailLookAlikeDomain, &[])
    {
        issue.at(text, local.len() + 1..address.len());
        issue.fix(FixKind::Domain, false, [local, "@", right.0, right.1].concat());
    }
    if address.len() == LONGEST {
        findings.report(Code::EmailAtLimit, &[LONGEST as u32]);
    }
}

/// The domain that was probably meant, in two pieces.
fn correct(domain: &str) -> Option<(&str, &'static str)> {
    let known = MISSPELT.iter().find(|(wrong, _)| *wrong == domain).map(|(_, right)| ("", *right));
    known.or_else(|| domain.strip_suffix(".con").map(|host| (host, ".com")))
}

/// A closed list: distance would hit real domains such as `ymail.com`.
static MISSPELT: [(&str, &str); 14] = [
    ("gmial.com", "gmail.com"),
    ("gmai.com", "gmail.com"),
    ("gmal.com", "gmail.com"),
    ("gamil.com", "gmail.com"),
    ("gmail.cm", "gmail.com"),
    ("gmail.co.jp", "gmail.com"),
    ("docomo.ne.jo", "docomo.ne.jp"),
    ("docomo.ne.jpp", "docomo.ne.jp"),
    ("ezweb.ne.jo", "ezweb.ne.jp"),
    ("softbank.ne.jo", "softbank.ne.jp"),
    ("yahoo.co.jo", "yahoo.co.jp"),
    ("yahoo.co.jpp", "yahoo.co.jp"),
    ("yaho.co.jp", "yahoo.co.jp"),
    ("yahooo.co.jp", "yahoo.co.jp"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Kind, Mode, Status, check};

    fn codes(address: &str) -> Vec<Code> {
        check(Kind::Email, address, &Context::default()).issues.iter().map(|issue| issue.code).collect()
    }

    #[test]
    fn a_placeholder_account_is_named_and_its_neighbours_are_not() {
        assert_eq!(codes("clinic@01"), [Code::EmailPlaceholderAccount]);
        assert_eq!(codes("clinic@48"), [Code::EmailPlaceholderAccount]);
        assert_eq!(codes("clinic@49"), [Code::EmailBadDomain]);
        assert_eq!(codes("clinic@00"), [Code::EmailBadDomain]);
    }

    #[test]
    fn while_typing_a_placeholder_may_still_become_an_address() {
        let typing = Context { mode: Mode::Typing, ..Context::default() };
        assert_eq!(check(Kind::Email, "clinic@01", &typing).status, Status::Incomplete);
        assert_eq!(check(Kind::Email, "clinic ", &typing).status, Status::Invalid);
    }

    #[test]
    fn forty_characters_are_the_most() {
        let address = |length: usize| format!("{}@example.jp", "a".repeat(length - 11));
        assert_eq!(codes(&address(39)), []);
        assert_eq!(codes(&address(40)), [Code::EmailAtLimit]);
        assert_eq!(codes(&address(41)), [Code::EmailTooLong]);
    }

    #[test]
    fn real_domains_are_left_alone() {
        for address in ["a@ymail.com", "a@gmx.com", "a@docomo.ne.jp", "a@mail.com"] {
            assert_eq!(codes(address), [], "{address}");
        }
        assert_eq!(codes("a@gmial.com"), [Code::EmailLookAlikeDomain]);
        assert_eq!(codes("a@clinic.con"), [Code::EmailLookAlikeDomain]);
    }
}
