//! Canonical texts at a glance.
//!
//! Most texts that are asked about are already right: nothing to fold, nothing to explain. [`accepts`] knows them by
//! looking at each byte once. It is a shortcut for yes only: whatever it does not accept goes the way of every text. A
//! test holds that all it accepts is valid and canonical.

use crate::kind::customer_id::Prefix;
use crate::kind::fee_schedule::FeeSchedule;
use crate::kind::line_type::{ClaimsLineType, LineType};
use crate::kind::prefecture::Prefecture;
use crate::kind::{Context, Kind, LONGEST_INPUT};

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
        // Only emptiness makes free text wrong, unless nothing may be folded or it is not read at all.
        Kind::Text | Kind::TerminalName => {
            !context.strict && text.len() <= LONGEST_INPUT as usize && matches!(text, [b'!'..=b'~' | 0xe4..=0xe9, ..])
        }
        _ => false,
    }
}

/// True only for a canonical text of a kind of which nothing else is said: no part, no check digit, no warning.
pub(crate) fn settles(kind: Kind, text: &[u8], context: &Context) -> bool {
    matches!(kind, Kind::Prefecture | Kind::FeeSchedule | Kind::Phone | Kind::Password) && accepts(kind, text, context)
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
    digits.len() == prefix.digits() && are_digits(digits) && suits(prefix, context)
}

/// Whether nothing beside a customer ID with this prefix stands against it.
pub(crate) fn suits(prefix: Prefix, context: &Context) -> bool {
    context.customer_id_kind.is_none_or(|kind| kind == prefix)
        && (prefix == Prefix::Caf || !context.prefecture.is_some_and(Prefecture::is_in_west))
        && context.line_type.is_none_or(|line| line == LineType::NttIpVpn)
        && context.claims_line_type.is_none_or(|line| line == ClaimsLineType::IpVpnIpv6)
}

/// All bytes are ASCII digits. One byte at a time: JavaScript has just written them so, and a processor waits when it
/// reads eight bytes together that were written one by one.
pub(crate) fn are_digits(text: &[u8]) -> bool {
    for byte in text {
        if !byte.is_ascii_digit() {
            return false;
        }
    }
    true
}

const LOWER: u8 = 1;
const UPPER: u8 = 2;
const DIGIT: u8 = 4;
/// `. - _ +` before the @ of an address.
const SIGN: u8 = 8;
const OTHER: u8 = 16;

static CLASSES: [u8; 256] = classes();

#[allow(clippy::indexing_slicing, reason = "at compile time")]
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

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::{Status, check};
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

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
        #![proptest_config(ProptestConfig {
            rng_seed: RngSeed::Fixed(20_261_121),
            failure_persistence: None,
            ..ProptestConfig::default()
        })]

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
                prop_assert!(kind.is_secret() || matches!(kind, Kind::Text | Kind::TerminalName) || verdict.value.as_deref() == Some(&*text));
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
