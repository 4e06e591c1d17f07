//! お客さまID, the customer ID of an NTT line.
//!
//! | text | verdict | source |
//! |---|---|---|
//! | `CAF` + 10 digits, `COP` + 8 digits | valid | S003:282-288, S004:981-983 |
//! | digits alone, the kind chosen beside them | valid, as on the portal's form | S004:1089-1097 |
//! | `COP` in a prefecture of NTT West | error | S003:288, 300 |
//! | another prefix than the kind chosen | error | S004:1040-1041 |
//! | `L…`, `N…` | numbers of other contracts: error | rule book, section 2 |
//! | any ID with line type 2 or 3 | error: an ID means an NTT line | S000:363 |

use crate::issue::{Code, Findings, FixKind};
use crate::kind::line_type::{ClaimsLineType, LineType};
use crate::kind::{Context, Judged, Value, report_non_digit};
use crate::text::Text;
use crate::verdict::Parts;

/// The letters an ID starts with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Prefix {
    /// NTT East and West: 10 digits follow.
    Caf = 1,
    /// NTT East only: 8 digits follow.
    Cop,
}

impl Prefix {
    /// Both, in the order of the form.
    pub const ALL: [Self; 2] = [Self::Caf, Self::Cop];

    /// `CAF` or `COP`.
    #[must_use]
    pub const fn letters(self) -> &'static str {
        match self {
            Self::Caf => "CAF",
            Self::Cop => "COP",
        }
    }

    /// How many digits follow.
    #[must_use]
    pub const fn digits(self) -> usize {
        match self {
            Self::Caf => 10,
            Self::Cop => 8,
        }
    }
}

/// A customer ID taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CustomerId<'a> {
    /// What it starts with.
    pub prefix: Prefix,
    /// The digits behind it.
    pub digits: &'a str,
}

impl<'a> CustomerId<'a> {
    /// Reads the canonical form.
    ///
    /// ```
    /// use onshi_check::kind::customer_id::{CustomerId, Prefix};
    /// let id = CustomerId::parse("COP01234567").unwrap();
    /// assert_eq!((id.prefix, id.digits), (Prefix::Cop, "01234567"));
    /// assert!(CustomerId::parse("cop01234567").is_none());
    /// ```
    #[must_use]
    pub fn parse(text: &'a str) -> Option<Self> {
        Prefix::ALL.into_iter().find_map(|prefix| {
            let digits = text.strip_prefix(prefix.letters())?;
            let right = digits.len() == prefix.digits() && digits.bytes().all(|byte| byte.is_ascii_digit());
            right.then_some(Self { prefix, digits })
        })
    }
}

pub(crate) fn judge(text: &Text, context: &Context, findings: &mut Findings) -> Judged {
    if matches!(context.line_type, Some(LineType::CtcQtnetIpVpn | LineType::Internet)) {
        findings.report(Code::LineCustomerIdMeansNtt, &[]);
        return Judged::WRONG;
    }
    if context.claims_line_type.is_some_and(|line| line != ClaimsLineType::IpVpnIpv6) {
        findings.report(Code::CustomerIdNotAsked, &[]);
    }
    match text.as_bytes() {
        [b'0'..=b'9', ..] => judge_digits_alone(text, context, findings),
        _ => judge_letters(text, context, findings),
    }
}

fn judge_digits_alone(text: &Text, context: &Context, findings: &mut Findings) -> Judged {
    let digits = text.as_str();
    let Some(prefix) = context.customer_id_kind else {
        return report_unknown_prefix(text, findings);
    };
    if let Some(refused) = refuse_prefix(prefix, 0, text, context, findings) {
        return refused;
    }
    let judged = judge_digits(prefix, 0, text, context, findings);
    Judged {
        value: if digits.len() == prefix.digits() { Value::Prefixed(prefix) } else { Value::Text },
        parts: Parts::CustomerIdDigits,
        ..judged
    }
}

fn judge_letters(text: &Text, context: &Context, findings: &mut Findings) -> Judged {
    let typed = text.as_str();
    if let [b'L' | b'N', rest @ ..] = typed.as_bytes()
        && rest.iter().all(u8::is_ascii_digit)
    {
        if let Some(issue) = findings.report(Code::CustomerIdOtherProvider, &[]) {
            issue.at(text, 0..typed.len());
        }
        return Judged::WRONG;
    }
    if let Some(prefix) = Prefix::ALL.into_iter().find(|prefix| typed.starts_with(prefix.letters())) {
        return match refuse_prefix(prefix, 3, text, context, findings) {
            Some(refused) => refused,
            None => Judged { parts: Parts::CustomerId, ..judge_digits(prefix, 3, text, context, findings) },
        };
    }
    judge_prefix_begun(text, context, findings)
}

/// `C`, `CA`, `CO`: which IDs can it still become here?
fn judge_prefix_begun(text: &Text, context: &Context, findings: &mut Findings) -> Judged {
    let typed = text.as_str();
    let begun = || Prefix::ALL.into_iter().filter(|prefix| prefix.letters().starts_with(typed));
    let mut open = begun().filter(|&prefix| refusal(prefix, context).is_none());
    match (open.next(), open.next(), begun().next()) {
        (Some(prefix), None, _) => {
            let remaining = 3 - typed.len() + prefix.digits();
            let judged = judge_missing(prefix, remaining, text, context, findings);
            Judged { parts: Parts::CustomerId, ..judged }
        }
        (Some(_), Some(_), _) if context.is_typing() => Judged::INCOMPLETE,
        (None, _, Some(prefix)) => refuse_prefix(prefix, typed.len(), text, context, findings).unwrap_or(Judged::WRONG),
        _ => report_unknown_prefix(text, findings),
    }
}

/// Why an ID with this prefix cannot be right here, whatever its digits.
fn refusal(prefix: Prefix, context: &Context) -> Option<(Code, u32)> {
    match (context.customer_id_kind, context.prefecture) {
        (Some(kind), _) if kind != prefix => Some((Code::CustomerIdKindMismatch, kind as u32)),
        (_, Some(prefecture)) if prefix == Prefix::Cop && prefecture.is_in_west() => {
            Some((Code::CustomerIdCopInWest, u32::from(prefecture.number())))
        }
        _ => None,
    }
}

fn refuse_prefix(
    prefix: Prefix,
    letters: usize,
    text: &Text,
    context: &Context,
    findings: &mut Findings,
) -> Option<Judged> {
    let (code, value) = refusal(prefix, context)?;
    if let Some(issue) = findings.report(code, &[value])
        && letters > 0
    {
        issue.at(text, 0..letters);
    }
    Some(Judged::WRONG)
}

fn judge_digits(prefix: Prefix, from: usize, text: &Text, context: &Context, findings: &mut Findings) -> Judged {
    if report_non_digit(text, from, findings) {
        return Judged::WRONG;
    }
    let (actual, expected) = (text.as_bytes().len() - from, prefix.digits());
    if actual > expected {
        if let Some(issue) = findings.report(Code::CustomerIdTooLong, &[prefix as u32, expected as u32, actual as u32]) {
            issue.at(text, from + expected..from + actual);
        }
        return Judged::WRONG;
    }
    if actual < expected {
        return judge_missing(prefix, expected - actual, text, context, findings);
    }
    Judged::COMPLETE
}

fn judge_missing(
    prefix: Prefix,
    remaining: usize,
    text: &Text,
    context: &Context,
    findings: &mut Findings,
) -> Judged {
    if context.is_typing() {
        return Judged::incomplete(remaining);
    }
    let values = [remaining as u32, prefix as u32, prefix.digits() as u32];
    if let Some(issue) = findings.report(Code::CustomerIdTooShort, &values) {
        issue.at(text, 0..text.as_bytes().len());
    }
    Judged::WRONG
}

fn report_unknown_prefix(text: &Text, findings: &mut Findings) -> Judged {
    let typed = text.as_str();
    if let Some(issue) = findings.report(Code::CustomerIdUnknownPrefix, &[]) {
        issue.at(text, 0..typed.len());
        let all_digits = typed.bytes().all(|byte| byte.is_ascii_digit());
        let kinds = [(Prefix::Caf, FixKind::AddCaf), (Prefix::Cop, FixKind::AddCop)];
        if let Some((prefix, kind)) = kinds.into_iter().find(|(prefix, _)| all_digits && typed.len() == prefix.digits()) {
            issue.fix(kind, false, [prefix.letters(), typed].concat());
        }
    }
    Judged::WRONG
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::prefecture::Prefecture;
    use crate::{Kind, Mode, Status, check};

    fn typing() -> Context {
        Context { mode: Mode::Typing, ..Context::default() }
    }

    #[test]
    fn a_single_c_says_how_much_is_missing_only_where_one_length_is_possible() {
        assert_eq!(check(Kind::CustomerId, "C", &typing()).remaining, None);
        let west = Context { prefecture: Prefecture::new(27), ..typing() };
        assert_eq!(check(Kind::CustomerId, "C", &west).remaining, Some(12));
        assert_eq!(check(Kind::CustomerId, "CO", &west).status, Status::Invalid);
    }

    #[test]
    fn digits_alone_are_read_with_the_kind_beside_them() {
        let caf = Context { customer_id_kind: Some(Prefix::Caf), ..Context::default() };
        let verdict = check(Kind::CustomerId, "1111111111", &caf);
        assert_eq!(verdict.value.as_deref(), Some("CAF1111111111"));
        assert_eq!(verdict.text, "1111111111");
        assert!(check(Kind::CustomerId, "1111111111", &Context::default()).has(Code::CustomerIdUnknownPrefix));
    }

    #[test]
    fn a_customer_id_on_a_line_without_one_shows_the_wrong_line() {
        let internet = Context { line_type: Some(LineType::Internet), ..Context::default() };
        assert!(check(Kind::CustomerId, "CAF1111111111", &internet).has(Code::LineCustomerIdMeansNtt));
    }
}
