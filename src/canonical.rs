//! Canonical texts at a glance.
//!
//! Most texts that are asked about are already right: nothing to fold, nothing to explain. [`accepts`] knows them by
//! looking at each byte once, eight at a time where it can. It is a shortcut for yes only: whatever it does not accept
//! goes the way of every text. A test holds that all it accepts is valid and canonical.

use crate::kind::customer_id::Prefix;
use crate::kind::fee_schedule::FeeSchedule;
use crate::kind::line_type::{ClaimsLineType, LineType};
use crate::kind::prefecture::Prefecture;
use crate::kind::{Context, Kind};

/// True only for a canonical text that is valid in this context.
pub(crate) fn accepts(kind: Kind, text: &[u8], context: &Context) -> bool {
    match kind {
        Kind::CustomerId => accepts_customer_id(text, context),
        Kind::Prefecture => prefecture(text).is_some(),
        Kind::FeeSchedule => matches!(text, [digit] if FeeSchedule::from_digit(*digit).is_some()),
        Kind::InstitutionNumber => text.len() == 7 && are_digits(text),
        Kind::Phone => matches!(text, [b'0', ..]) && matches!(text.len(), 10 | 11) && are_digits(text),
        Kind::Email => accepts_email(text),
        Kind::Password => accepts_password(text),
        // Only emptiness makes free text wrong, unless nothing may be folded.
        Kind::Text => !context.strict && matches!(text, [b'!'..=b'~' | 0xe4..=0xe9, ..]),
        _ => false,
    }
}

/// Two digits from 01 to 47.
pub(crate) fn prefecture(text: &[u8]) -> Option<Prefecture> {
    match text {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => Prefecture::new((tens - b'0') * 10 + (ones - b'0')),
        _ => None,
    }
}

fn accepts_customer_id(text: &[u8], context: &Context) -> bool {
    let (prefix, digits) = match text {
        [b'C', b'A', b'F', digits @ ..] => (Prefix::Caf, digits),
        [b'C', b'O', b'P', digits @ ..] => (Prefix::Cop, digits),
        _ => return false,
    };
    digits.len() == prefix.digits()
        && are_digits(digits)
        && context.customer_id_kind.is_none_or(|kind| kind == prefix)
        && (prefix == Prefix::Caf || !context.prefecture.is_some_and(Prefecture::is_in_west))
        && context.line_type.is_none_or(|line| line == LineType::NttIpVpn)
        && context.claims_line_type.is_none_or(|line| line == ClaimsLineType::IpVpnIpv6)
}

/// All bytes are ASCII digits: eight at a time, the last eight once more where the length is no multiple of eight.
fn are_digits(text: &[u8]) -> bool {
    match (text.first_chunk::<8>(), text.last_chunk::<8>()) {
        (Some(first), Some(last)) if text.len() <= 16 => eight_digits(*first) && eight_digits(*last),
        _ => text.iter().all(u8::is_ascii_digit),
    }
}

/// A digit has 3 in its upper half, and still has after adding 6.
fn eight_digits(bytes: [u8; 8]) -> bool {
    const UPPER: u64 = 0xf0f0_f0f0_f0f0_f0f0;
    const THREE: u64 = 0x3030_3030_3030_3030;
    const SIX: u64 = 0x0606_0606_0606_0606;
    let word = u64::from_le_bytes(bytes);
    word & UPPER == THREE && word.wrapping_add(SIX) & UPPER == THREE
}

const LOWER: u8 = 1;
const UPPER: u8 = 2;
const DIGIT: u8 = 4;
/// `. - _ +` before the @ of an address.
const SIGN: u8 = 8;
const OTHER: u8 = 16;

static CLASSES: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut classes = [0; 256];
    let mut byte = b'!';
    while byte <= b'~' {
        classes[byte as usize] = match byte {
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'0'..=b'9' => DIGIT,
            b'.' | b'-' | b'_' | b'+' => SIGN,
            _ => OTHER,
        };
        byte += 1;
    }
    classes
}

fn class(byte: u8) -> u8 {
    CLASSES.get(usize::from(byte)).copied().unwrap_or(0)
}

/// The whole of the rule: 8 to 100 characters with every class; what is not printable ASCII is not for the shortcut.
fn accepts_password(text: &[u8]) -> bool {
    let mut seen = 0;
    for &byte in text {
        let class = class(byte);
        if class == 0 {
            return false;
        }
        seen |= class;
    }
    matches!(text.len(), 8..=100) && seen & (LOWER | UPPER | DIGIT) == LOWER | UPPER | DIGIT
}

/// Addresses whose domain is letters, digits and single dots or hyphens between them.
fn accepts_email(text: &[u8]) -> bool {
    if text.len() > 40 {
        return false;
    }
    let mut bytes = text.iter();
    let mut local = 0;
    for &byte in bytes.by_ref() {
        if class(byte) & (LOWER | DIGIT | SIGN) == 0 {
            if byte != b'@' {
                return false;
            }
            break;
        }
        local += 1;
    }
    let (mut dots, mut after_sign) = (0, true);
    for &byte in bytes {
        let is_sign = matches!(byte, b'.' | b'-');
        if (is_sign && after_sign) || (!is_sign && class(byte) & (LOWER | DIGIT) == 0) {
            return false;
        }
        dots += usize::from(byte == b'.');
        after_sign = is_sign;
    }
    local > 0 && dots > 0 && !after_sign
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Status, check};
    use proptest::prelude::*;

    /// Texts near every grammar, so that much is accepted.
    fn texts() -> impl Strategy<Value = String> {
        prop_oneof![
            "[0-9]{1,11}",
            "C(AF|OP)[0-9]{7,11}",
            "[a-z0-9._+-]{0,6}@[a-z0-9.-]{0,9}",
            "[a-zA-Z0-9@_. ]{0,12}",
            "[東京ａA ｱ]{1,5}",
            any::<String>(),
        ]
    }

    proptest! {
        #[test]
        fn what_is_accepted_at_a_glance_is_valid_and_canonical(
            text in texts(), kind in 0..Kind::ALL.len(), prefecture in 0_u8..48, caf in any::<bool>(),
        ) {
            let kind = Kind::ALL[kind];
            let context = Context {
                prefecture: Prefecture::new(prefecture),
                customer_id_kind: caf.then_some(Prefix::Caf),
                ..Context::default()
            };
            if accepts(kind, text.as_bytes(), &context) {
                let verdict = check(kind, &text, &context);
                prop_assert_eq!(verdict.status, Status::Valid);
                // Free text is accepted for its first character; blanks at its end are folded all the same.
                prop_assert!(kind.is_secret() || kind == Kind::Text || verdict.value.as_deref() == Some(&*text));
            }
        }
    }

    #[test]
    fn plain_canonical_texts_are_accepted() {
        let table = [
            (Kind::CustomerId, "CAF0123456789"),
            (Kind::CustomerId, "COP01234567"),
            (Kind::Prefecture, "47"),
            (Kind::FeeSchedule, "7"),
            (Kind::InstitutionNumber, "0110049"),
            (Kind::Phone, "0312345678"),
            (Kind::Email, "front.desk+a@clinic-1.example.jp"),
            (Kind::Password, "Kikin2026"),
            (Kind::Text, "山田"),
        ];
        for (kind, text) in table {
            assert!(accepts(kind, text.as_bytes(), &Context::default()), "{text}");
        }
    }
}
