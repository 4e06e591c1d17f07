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

use crate::findings::{Findings, NOWHERE, span};
use crate::issue::{Code, FixKind};
use crate::kind::Context;
use crate::text::Text;

const LONGEST: usize = 40;

pub(crate) fn judge(text: &Text, context: &Context, findings: &mut Findings) {
    let address = text.as_bytes();
    let Some(read) = read_characters(address, findings) else { return };
    let length = address.len();
    let (code, start, missing) = match read.at {
        // An @ and the shortest domain, `a.b`, are missing.
        None => (Code::EmailNoAt, 0, 4),
        Some(0) => {
            findings.report(Code::EmailNoLocalPart, span(0, 1));
            return;
        }
        Some(at) => match (read_domain(address.get(at + 1..).unwrap_or_default()), address.get(at + 1..)) {
            (Domain::Whole, _) => (Code::EmailTooLong, 0, 0),
            (Domain::Begun { missing }, Some(domain)) if is_placeholder(domain) => {
                (Code::EmailPlaceholderAccount, at, missing)
            }
            (Domain::Begun { missing }, _) => (Code::EmailBadDomain, at + 1, missing),
            (Domain::Wrong, _) => {
                findings.report(Code::EmailBadDomain, span(at + 1, length));
                return;
            }
        },
    };
    let has_no_room = length + missing > LONGEST;
    if length > LONGEST || (has_no_room && context.is_typing()) {
        findings.report_with(Code::EmailTooLong, span(LONGEST.min(length - 1), length), LONGEST, length, 0);
    } else if missing > 0 && !context.is_typing() {
        // Where nothing follows the @, the @ itself is meant.
        findings.report(code, span(start.min(length - 1), length));
    } else if let Some(upper) = read.upper {
        findings.report(Code::EmailUpperCase, span(upper, upper + 1));
        findings.fix(FixKind::LowerCase, true);
    } else if missing == 0 {
        remark(text, findings);
    } else if text.ends_with_blank() {
        // What is typed next would move the blank inside.
        findings.report(Code::EmailBadCharacter, span(length, length));
    } else {
        findings.incomplete();
    }
}

/// What the characters of an address show.
struct Read {
    at: Option<usize>,
    upper: Option<usize>,
}

/// Reports the first character that no address has, or a second @.
fn read_characters(address: &[u8], findings: &mut Findings) -> Option<Read> {
    let mut read = Read { at: None, upper: None };
    for (at, byte) in address.iter().enumerate() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b'_' | b'+' => {}
            b'A'..=b'Z' => read.upper = read.upper.or(Some(at)),
            b'@' if read.at.is_none() => read.at = Some(at),
            _ => {
                findings.report(Code::EmailBadCharacter, span(at, at + 1));
                return None;
            }
        }
    }
    Some(read)
}

enum Domain {
    Whole,
    /// At least so many characters are missing.
    Begun {
        missing: usize,
    },
    Wrong,
}

/// Host name labels: letters, digits and inner hyphens, at least two of them.
fn read_domain(domain: &[u8]) -> Domain {
    let mut dots = 0;
    let mut before = b'.';
    for &byte in domain {
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

pub(crate) fn is_placeholder(domain: &[u8]) -> bool {
    matches!(domain, [b'0', b'1'..=b'9'] | [b'1'..=b'3', b'0'..=b'9'] | [b'4', b'0'..=b'8'])
}

/// What a complete address may still be asked.
fn remark(text: &Text, findings: &mut Findings) {
    let address = text.as_str();
    let (local, domain) = split(address);
    if has_odd_dots(local.as_bytes()) {
        findings.report(Code::EmailOddDots, span(0, local.len()));
    }
    if correct(domain).is_some() {
        findings.report(Code::EmailLookAlikeDomain, span(local.len() + 1, address.len()));
        findings.fix(FixKind::Domain, false);
    }
    if address.len() == LONGEST {
        findings.report_with(Code::EmailAtLimit, NOWHERE, LONGEST, 0, 0);
    }
}

/// A dot at the start, at the end, or behind another one.
fn has_odd_dots(local: &[u8]) -> bool {
    let mut before = b'.';
    for &byte in local {
        if before == b'.' && byte == b'.' {
            return true;
        }
        before = byte;
    }
    before == b'.'
}

/// What stands before the @ and behind it.
fn split(address: &str) -> (&str, &str) {
    let at = address.bytes().position(|byte| byte == b'@').unwrap_or(address.len());
    (address.get(..at).unwrap_or_default(), address.get(at + 1..).unwrap_or_default())
}

/// Writes the address with the domain that was probably meant.
pub(crate) fn write_right_domain(address: &str, into: &mut String) {
    let (local, domain) = split(address);
    let (host, end) = correct(domain).unwrap_or((domain, ""));
    for piece in [local, "@", host, end] {
        into.push_str(piece);
    }
}

/// The domain that was probably meant, in two pieces.
fn correct(domain: &str) -> Option<(&str, &'static str)> {
    let host = domain.strip_suffix(".con");
    let is_known = |wrong: &str| wrong == domain || (host.is_some() && wrong.strip_suffix(".com") == host);
    match MISSPELT.iter().find(|(wrong, _)| is_known(wrong)) {
        Some((_, right)) => Some(("", *right)),
        None => host.map(|host| (host, ".com")),
    }
}

/// Whether another domain was probably meant.
#[cfg(feature = "bulk")]
pub(crate) fn is_look_alike(domain: &[u8]) -> bool {
    // Few domains have to be compared with the list: all of it begins so.
    let is_near =
        matches!(domain, [b'd' | b's', b'o', ..] | [b'e', b'z', ..] | [b'g', b'a' | b'm', ..] | [b'y', b'a', ..]);
    (is_near || domain.ends_with(b".con")) && str::from_utf8(domain).is_ok_and(|domain| correct(domain).is_some())
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

    #[cfg(feature = "bulk")]
    #[test]
    fn every_misspelt_domain_is_known_at_a_glance() {
        for (wrong, right) in MISSPELT {
            assert!(is_look_alike(wrong.as_bytes()) && !is_look_alike(right.as_bytes()), "{wrong}");
        }
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
