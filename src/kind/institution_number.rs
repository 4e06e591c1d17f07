//! 医療機関等コード（7桁）, the institution number.
//!
//! | text | verdict | source |
//! |---|---|---|
//! | 7 digits, leading zeros kept | valid | S000:85-86, S004:458-460 |
//! | `07,1236,2`, blanks, hyphens | folded: the bureaus print numbers so | notice of 2024-07-12 |
//! | six digits that came with commas | error: a leading zero was lost | S000:88 |
//! | ten digits | error: the whole code | S000:88-91 |
//! | ten characters, the third 0, 8, 9 or A (7 unless schedule 7) | error: 介護保険事業所番号 | S004:417-418 |
//! | the check digit does not fit prefecture and fee schedule | warning | see `institution_code` |

use crate::canonical;
use crate::findings::{Findings, span};
use crate::issue::{Code, FixKind};
use crate::kind::fee_schedule::FeeSchedule;
use crate::kind::institution_code::judge_check_digit;
use crate::kind::{Context, Digits, report_non_digit};
use crate::text::Text;

const DIGITS: usize = 7;
const LENGTH: Digits =
    Digits { count: DIGITS, too_short: Code::InstitutionNumberTooShort, too_long: Code::InstitutionNumberTooLong };

pub(crate) fn judge(text: &Text, context: &Context, findings: &mut Findings) {
    if judge_ten(text, context, findings) || report_non_digit(text, 0, findings) {
        return;
    }
    let digits = text.as_bytes();
    if digits.len() == DIGITS - 1 && !context.is_typing() && text.had_comma() {
        findings.report(Code::InstitutionNumberLostZero, span(0, digits.len()));
        findings.fix(FixKind::LeadingZero, false);
    } else if LENGTH.judge_length(digits.len(), context, findings) {
        judge_check_digit(context.prefecture, context.fee_schedule, digits, 0, findings);
    }
}

/// Ten characters are another number: the whole code, or the one of the care insurance.
fn judge_ten(text: &Text, context: &Context, findings: &mut Findings) -> bool {
    let [p1, p2, third, number @ ..] = text.as_bytes() else { return false };
    if number.len() != DIGITS || !canonical::are_digits(&[*p1, *p2]) || !canonical::are_digits(number) {
        return false;
    }
    let prefecture = canonical::prefecture(&[*p1, *p2]);
    let fee_schedule = FeeSchedule::from_digit(*third);
    let agrees = prefecture.is_some()
        && fee_schedule.is_some()
        && (prefecture, fee_schedule) == (context.prefecture, context.fee_schedule);
    let is_care_insurance = match third {
        b'0' | b'8' | b'9' | b'A' | b'a' => true,
        b'7' => context.fee_schedule != Some(FeeSchedule::Workplace),
        _ => false,
    };
    if is_care_insurance && !agrees {
        findings.report(Code::InstitutionNumberCareInsurance, span(0, 10));
    } else if third.is_ascii_digit() {
        findings.report(Code::InstitutionNumberLooksLikeCode, span(0, 10));
        if agrees || (context.prefecture.is_none() && context.fee_schedule.is_none()) {
            findings.fix(FixKind::LastSeven, agrees);
        }
    } else {
        return false;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::prefecture::Prefecture;
    use crate::{Kind, check};

    fn tokyo_dental() -> Context {
        Context { prefecture: Prefecture::new(13), fee_schedule: Some(FeeSchedule::Dental), ..Context::default() }
    }

    #[test]
    fn the_whole_code_in_the_seven_digit_field_is_cut_safely_only_when_it_agrees_with_the_choices() {
        let safe = |context: &Context| {
            let verdict = check(Kind::InstitutionNumber, "1331234567", context);
            assert!(verdict.has(Code::InstitutionNumberLooksLikeCode));
            verdict.issues[0].fix.as_ref().map(|fix| (fix.value.clone(), fix.safe))
        };
        assert_eq!(safe(&tokyo_dental()), Some(("1234567".into(), true)));
        assert_eq!(safe(&Context::default()), Some(("1234567".into(), false)));
        assert_eq!(safe(&Context { prefecture: Prefecture::new(14), ..tokyo_dental() }), None);
    }

    #[test]
    fn a_care_insurance_number_is_named_before_its_letter_is() {
        assert!(
            check(Kind::InstitutionNumber, "13A1234567", &tokyo_dental()).has(Code::InstitutionNumberCareInsurance)
        );
        assert!(
            check(Kind::InstitutionNumber, "1370123456", &tokyo_dental()).has(Code::InstitutionNumberCareInsurance)
        );
        let workplace = Context { fee_schedule: Some(FeeSchedule::Workplace), ..tokyo_dental() };
        assert!(check(Kind::InstitutionNumber, "1370123456", &workplace).has(Code::InstitutionNumberLooksLikeCode));
    }
}
