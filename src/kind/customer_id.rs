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

use crate::findings::{Findings, NOWHERE, span};
use crate::issue::{Code, FixKind};
use crate::kind::line_type::{ClaimsLineType, LineType};
use crate::kind::{Context, Value, report_non_digit};
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

pub(crate) fn judge(text: &Text, context: &Context, findings: &mut Findings) {
    if matches!(context.line_type, Some(LineType::CtcQtnetIpVpn | LineType::Internet)) {
        findings.report(Code::LineCustomerIdMeansNtt, NOWHERE);
        return;
    }
    if context.claims_line_type.is_some_and(|line| line != ClaimsLineType::IpVpnIpv6) {
        findings.report(Code::CustomerIdNotAsked, NOWHERE);
    }
    let whole = span(0, text.as_bytes().len());
    match text.as_bytes() {
        [b'0'..=b'9', ..] => match context.customer_id_kind {
            None => report_unknown_prefix(text, context, findings),
            Some(prefix) => judge_with_prefix(prefix, 0, text, context, findings),
        },
        [b'L' | b'N', rest @ ..] if rest.iter().all(u8::is_ascii_digit) => {
            findings.report(Code::CustomerIdOtherProvider, whole);
        }
        [b'C', b'A', b'F', ..] => judge_with_prefix(Prefix::Caf, 3, text, context, findings),
        [b'C', b'O', b'P', ..] => judge_with_prefix(Prefix::Cop, 3, text, context, findings),
        [b'C', b'A'] => judge_with_prefix(Prefix::Caf, 2, text, context, findings),
        [b'C', b'O'] => judge_with_prefix(Prefix::Cop, 2, text, context, findings),
        [b'C'] => judge_first_letter(text, context, findings),
        _ => report_unknown_prefix(text, context, findings),
    }
}

/// Which IDs can `C` still become here?
fn judge_first_letter(text: &Text, context: &Context, findings: &mut Findings) {
    match Prefix::ALL.map(|prefix| refusal(prefix, context).is_none()) {
        [true, true] if context.is_typing() => findings.incomplete(),
        [true, true] => report_unknown_prefix(text, context, findings),
        [true, false] => judge_with_prefix(Prefix::Caf, 1, text, context, findings),
        [false, _] => judge_with_prefix(Prefix::Cop, 1, text, context, findings),
    }
}

/// Why an ID with this prefix cannot be right here, whatever its digits.
fn refusal(prefix: Prefix, context: &Context) -> Option<(Code, usize)> {
    match (context.customer_id_kind, context.prefecture) {
        (Some(kind), _) if kind != prefix => Some((Code::CustomerIdKindMismatch, kind as usize)),
        (_, Some(prefecture)) if prefix == Prefix::Cop && prefecture.is_in_west() => {
            Some((Code::CustomerIdCopInWest, usize::from(prefecture.number())))
        }
        _ => None,
    }
}

/// An ID of which so many letters stand in the text; the rest of it is digits.
fn judge_with_prefix(prefix: Prefix, letters: usize, text: &Text, context: &Context, findings: &mut Findings) {
    let expected = prefix.digits();
    let (actual, number) = (text.as_bytes().len(), prefix as usize);
    if let Some((code, value)) = refusal(prefix, context) {
        findings.report_with(code, if letters > 0 { span(0, letters) } else { NOWHERE }, value, 0, 0);
        return;
    }
    if report_non_digit(text, letters, findings) {
        return;
    }
    let digits_alone = letters == 0;
    let parts = if digits_alone { Parts::CustomerIdDigits } else { Parts::CustomerId };
    let whole = if digits_alone { expected } else { expected + 3 };
    findings.judged.parts = parts;
    if actual > whole {
        findings.report_with(Code::CustomerIdTooLong, span(whole, actual), number, expected, actual - letters);
    } else if actual == whole {
        if digits_alone {
            findings.judged.value = Value::Prefixed(prefix);
        }
    } else if context.is_typing() {
        findings.remaining(whole - actual);
    } else {
        findings.report_with(Code::CustomerIdTooShort, span(0, actual), whole - actual, number, expected);
    }
}

fn report_unknown_prefix(text: &Text, context: &Context, findings: &mut Findings) {
    let typed = text.as_bytes();
    findings.report(Code::CustomerIdUnknownPrefix, span(0, typed.len()));
    if typed.iter().all(u8::is_ascii_digit) {
        match typed.len() {
            10 => findings.fix(FixKind::AddCaf, false),
            8 if refusal(Prefix::Cop, context).is_none() => findings.fix(FixKind::AddCop, false),
            _ => {}
        }
    }
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
