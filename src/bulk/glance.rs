//! Cells about which there is nothing to say, known at a glance.
//!
//! Most cells of a file are canonical and right. [`read`] knows them by their first bytes, and [`agrees`] says whether
//! nothing beside them stands against it. Both are a shortcut for yes only: whatever they do not know goes the way of every
//! text. A test holds that of all that passes nothing is found.

use crate::bulk::ids;
use crate::bulk::word::{first, leading_digits, not_of_names, word_at};
use crate::canonical;
use crate::kind::customer_id::Prefix;
use crate::kind::email;
use crate::kind::fee_schedule::FeeSchedule;
use crate::kind::institution_code::fits_check_digit;
use crate::kind::line_type::LineType;
use crate::kind::{Context, Kind};

/// Whether the cells of this kind can be read. Only [`reads_whole`] needs to know first where they end.
pub(super) fn can_read(kind: Kind) -> bool {
    reads_whole(kind)
        || matches!(
            kind,
            Kind::CustomerId
                | Kind::Prefecture
                | Kind::FeeSchedule
                | Kind::InstitutionNumber
                | Kind::InstitutionCode
                | Kind::Phone
                | Kind::Email
                | Kind::LineType
                | Kind::PaymentMethod
                | Kind::V6Option
        )
}

/// Whether nothing but its end says where a cell of this kind ends.
pub(super) fn reads_whole(kind: Kind) -> bool {
    matches!(kind, Kind::Text | Kind::TerminalName | Kind::Password)
}

/// How many bytes the text of this kind takes with which `bytes` begin, if it is canonical, valid by itself, and nothing
/// is to be said about it, not even an info; 0 otherwise. What follows it is for the caller to judge.
pub(super) fn read(kind: Kind, bytes: &[u8]) -> usize {
    let (is_read, length) = match kind {
        Kind::CustomerId => {
            let letters = word_at(bytes, 0) & 0xff_ffff;
            let (is_caf, is_cop) = (letters == ids::CAF, letters == ids::COP);
            // Without a branch on which of them it is.
            let digits = if is_caf { 10 } else { 8 };
            ((is_caf | is_cop) && count_digits(bytes.get(3..).unwrap_or_default()) == digits, 3 + digits)
        }
        Kind::Prefecture => (canonical::prefecture(bytes.get(..2).unwrap_or_default()).is_some(), 2),
        Kind::FeeSchedule => (matches!(bytes, [digit, ..] if FeeSchedule::from_digit(*digit).is_some()), 1),
        Kind::InstitutionNumber => (count_digits(bytes) == 7, 7),
        Kind::InstitutionCode => (count_digits(bytes) == 10, 10),
        Kind::Phone => {
            let digits = count_digits(bytes);
            (matches!(digits, 10 | 11) && bytes.starts_with(b"0"), digits)
        }
        Kind::Email => return read_email(bytes),
        Kind::LineType => (matches!(bytes, [b'1'..=b'3', ..]), 1),
        Kind::PaymentMethod => (matches!(bytes, [b'1' | b'2', ..]), 1),
        Kind::V6Option => (begins_with(bytes, b"contracted") || begins_with(bytes, b"not-needed"), 10),
        Kind::Password => (canonical::accepts(kind, bytes, &Context::default()), bytes.len()),
        // Something else than blanks, in kanji or kana or ASCII. Up to so many bytes it is not too long, however many
        // characters they are.
        Kind::Text | Kind::TerminalName => {
            let says_something = matches!(bytes, [b'!'..=b'~' | 0xe4..=0xe9, ..] | [0xe3, 0x81..=0x83, ..]);
            (says_something && bytes.len() <= 200, bytes.len())
        }
        _ => (false, 0),
    };
    if is_read { length } else { 0 }
}

/// Whether what is known beside a text that was read stands against nothing in it.
#[inline]
pub(super) fn agrees(kind: Kind, text: &[u8], context: &Context) -> bool {
    match kind {
        Kind::CustomerId => canonical::suits(if text.len() == 13 { Prefix::Caf } else { Prefix::Cop }, context),
        Kind::InstitutionNumber => fits_check_digit(context.prefecture, context.fee_schedule, text),
        Kind::InstitutionCode => {
            let [p1, p2, third, number @ ..] = text else { return false };
            let (prefecture, fee_schedule) = (canonical::prefecture(&[*p1, *p2]), FeeSchedule::from_digit(*third));
            prefecture.is_some()
                && fee_schedule.is_some()
                && (context.fee_schedule.is_none() || context.fee_schedule == fee_schedule)
                && fits_check_digit(prefecture, fee_schedule, number)
        }
        Kind::Text | Kind::TerminalName => !context.full_width && !context.strict,
        _ => true,
    }
}

/// Whether cells of this kind say something about others.
pub(super) fn tells(kind: Kind) -> bool {
    matches!(kind, Kind::Prefecture | Kind::FeeSchedule | Kind::LineType | Kind::ClaimsLineType)
}

/// Whether cells of this kind depend on what others say.
pub(super) fn depends(kind: Kind) -> bool {
    matches!(kind, Kind::CustomerId | Kind::InstitutionNumber | Kind::InstitutionCode | Kind::Text | Kind::TerminalName)
}

/// True only for a cell of which nothing is found in this context.
pub(super) fn passes(kind: Kind, text: &[u8], context: &Context) -> bool {
    !text.is_empty() && read(kind, text) == text.len() && agrees(kind, text, context)
}

/// Takes from a canonical answer of this kind what it says about others. False: it has to be read.
#[inline]
pub(super) fn learn(kind: Kind, text: &[u8], context: &mut Context) -> bool {
    match (kind, text) {
        (Kind::Prefecture, _) => {
            let prefecture = canonical::prefecture(text);
            context.prefecture = prefecture.or(context.prefecture);
            prefecture.is_some()
        }
        (Kind::FeeSchedule, [digit]) => {
            let fee_schedule = FeeSchedule::from_digit(*digit);
            context.fee_schedule = fee_schedule.or(context.fee_schedule);
            fee_schedule.is_some()
        }
        (Kind::LineType, [digit @ b'1'..=b'3']) => {
            context.line_type = LineType::ALL.get(usize::from(digit - b'1')).copied();
            true
        }
        _ => false,
    }
}

/// Compared as words: a comparison of slices is a call.
#[inline]
fn begins_with(bytes: &[u8], text: &[u8; 10]) -> bool {
    word_at(bytes, 0) == word_at(text, 0) && word_at(bytes, 2) == word_at(text, 2)
}

/// With how many digits some bytes begin; more than sixteen are not counted.
#[inline]
fn count_digits(bytes: &[u8]) -> usize {
    match leading_digits(word_at(bytes, 0)) {
        8 => 8 + leading_digits(word_at(bytes, 8)),
        digits => digits,
    }
}

/// Addresses whose domain is letters, digits and single dots or hyphens between them, without anything to remark. Only what
/// is neither a letter nor a digit is looked at by itself.
fn read_email(bytes: &[u8]) -> usize {
    let (mut domain, mut dots, mut at) = (None, 0, 0);
    // As long as an address may be, with what ends it.
    while at < LONGEST_EMAIL {
        let mut hits = not_of_names(word_at(bytes, at));
        while hits != 0 {
            let place = at + first(hits);
            hits &= hits - 1;
            let before = place.checked_sub(1).and_then(|before| bytes.get(before)).copied();
            match (bytes.get(place), domain) {
                (Some(b'.' | b'@'), None) if matches!(before, None | Some(b'.')) => return 0,
                (_, Some(_)) if matches!(before, Some(b'.' | b'-' | b'@')) => return 0,
                (Some(b'@'), None) => domain = Some(place + 1),
                (Some(b'.'), Some(_)) => dots += 1,
                (Some(b'.' | b'-' | b'_' | b'+'), None) | (Some(b'-'), Some(_)) => {}
                (_, None) => return 0,
                (_, Some(start)) => {
                    let is_plain = dots > 0 && place < LONGEST_EMAIL;
                    let domain = bytes.get(start..place).unwrap_or_default();
                    return if is_plain && !email::is_look_alike(domain) { place } else { 0 };
                }
            }
        }
        at += 8;
    }
    0
}

/// An address of so many characters or more has something to be said about.
const LONGEST_EMAIL: usize = 40;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::form::answers;
    use crate::kind::line_type::ClaimsLineType;
    use crate::kind::prefecture::Prefecture;
    use crate::{Mode, Status, check};
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    /// Texts near every grammar, so that much passes.
    fn texts() -> impl Strategy<Value = String> {
        prop_oneof![
            "[0-9]{1,11}",
            "0[1-9][1346][0-9]{7}",
            "0[0-9]{9,10}",
            "C(AF|OP)[0-9]{7,11}",
            "C(AF|OP)[0-9/:;]{8,10}",
            "[a-z0-9._+-]{0,6}@[a-z0-9.-]{0,9}",
            "[a-z.]{1,3}@(gmail|gmial|docomo\\.ne|a)\\.(com|con|jp|jo|cm)",
            "[a-z]{26,30}@example\\.jp",
            "(contracted|not-needed|isdn|internet)",
            "[a-zA-Z0-9@_. ]{0,12}",
            "[東京ａA ｱあア　]{1,5}",
            "[東A]{60,70}",
            any::<String>(),
        ]
    }

    fn contexts() -> impl Strategy<Value = Context> {
        (0..48_u8, 0..9_u8, 0..3_usize, 0..4_usize, 0..5_usize, any::<bool>()).prop_map(
            |(prefecture, schedule, prefix, line, claims, odd)| Context {
                mode: if odd { Mode::Typing } else { Mode::Final },
                prefecture: Prefecture::new(prefecture),
                fee_schedule: FeeSchedule::from_digit(b'0' + schedule),
                customer_id_kind: Prefix::ALL.get(prefix).copied(),
                line_type: LineType::ALL.get(line).copied(),
                claims_line_type: ClaimsLineType::ALL.get(claims).copied(),
                full_width: odd && line == 0,
                strict: odd && line == 1,
                ..Context::default()
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            cases: 1000,
            rng_seed: RngSeed::Fixed(20_261_121),
            failure_persistence: None,
            ..ProptestConfig::default()
        })]

        #[test]
        fn of_what_passes_nothing_is_found(text in texts(), context in contexts()) {
            for kind in Kind::ALL {
                if passes(*kind, text.as_bytes(), &context) {
                    let verdict = check(*kind, &text, &context);
                    prop_assert_eq!(verdict.status, Status::Valid, "{:?}", kind);
                    prop_assert!(verdict.issues.is_empty(), "{kind:?}: {:?}", verdict.issues);
                }
            }
        }

        #[test]
        fn what_is_learned_at_a_glance_is_what_the_answer_says(text in texts(), context in contexts()) {
            for kind in Kind::ALL {
                let (mut glanced, mut read) = (context, context);
                if learn(*kind, text.as_bytes(), &mut glanced) {
                    answers::learn(*kind, &text, &mut read);
                }
                prop_assert_eq!(glanced, read, "{:?}", kind);
            }
        }
    }

    #[test]
    fn plain_right_cells_pass() {
        let tokyo = Context {
            prefecture: Prefecture::new(13),
            fee_schedule: FeeSchedule::from_digit(b'3'),
            line_type: Some(LineType::NttIpVpn),
            ..Context::default()
        };
        for (kind, text) in [
            (Kind::CustomerId, "COP01234567"),
            (Kind::Prefecture, "47"),
            (Kind::FeeSchedule, "7"),
            (Kind::InstitutionNumber, "3246295"),
            (Kind::InstitutionCode, "1333246295"),
            (Kind::Phone, "09012345678"),
            (Kind::Email, "front.desk+a@clinic-1.example.jp"),
            (Kind::LineType, "1"),
            (Kind::V6Option, "not-needed"),
            (Kind::PaymentMethod, "2"),
            (Kind::Text, "山田"),
            (Kind::Password, "Kikin2026"),
        ] {
            assert!(passes(kind, text.as_bytes(), &tokyo), "{text}");
        }
    }

    #[test]
    fn what_has_to_be_told_does_not_pass() {
        for (kind, text) in [
            (Kind::Email, "a@gmial.com"),
            (Kind::Email, "a@clinic.con"),
            (Kind::Email, ".a@example.jp"),
            (Kind::Email, "a..b@example.jp"),
            (Kind::Email, "a.@example.jp"),
            (Kind::Email, "twenty-nine-characters-long.x@example.jp"),
            (Kind::InstitutionCode, "1333246294"),
            (Kind::InstitutionCode, "4833246295"),
        ] {
            assert!(!passes(kind, text.as_bytes(), &Context::default()), "{text}");
        }
    }
}
