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

use crate::issue::{Code, Findings, FixKind};
use crate::kind::fee_schedule::FeeSchedule;
use crate::kind::institution_code::judge_check_digit;
use crate::kind::{Context, Judged, report_non_digit};
use crate::text::Text;

const DIGITS: usize = 7;

pub(crate) fn judge(text: &Text, context: &Context, findings: &mut Findings) -> Judged {
    let folded = text.as_str();
    if let Some(judged) = judge_ten(text, context, findings) {
        return judged;
    }
    if report_non_digit(text, 0, findings) {
        return Judged::WRONG;
    }
    let digits = folded.len();
    if digits > DIGITS {
        if let Some(issue) = findings.report(Code::InstitutionNumberTooLong, &[digits as u32, DIGITS as u32]) {
            issue.at(text, DIGITS..digits);
        }
        return Judged::WRONG;
    }
    if digits < DIGITS {
        return judge_short(text, context, findings);
    }
    let check_digit = match (context.prefecture, context.fee_schedule) {
        (Some(prefecture), Some(fee_schedule)) => Some(judge_check_digit(prefecture, fee_schedule, text, 0, findings)),
        _ => None,
    };
    Judged { check_digit, ..Judged::COMPLETE }
}

/// Ten characters are another number: the whole code, or the one of the care insurance.
fn judge_ten(text: &Text, context: &Context, findings: &mut Findings) -> Option<Judged> {
    let [p1, p2, third, number @ ..] = text.as_bytes() else { return None };
    let is_digit = u8::is_ascii_digit;
    if number.len() != DIGITS || !p1.is_ascii_digit() || !p2.is_ascii_digit() || !number.iter().all(is_digit) {
        return None;
    }
    let chosen = (context.prefecture.map(|it| it.choice().value.as_bytes()), context.fee_schedule.map(FeeSchedule::value));
    let matches_chosen = chosen == (Some(&[*p1, *p2]), std::str::from_utf8(&[*third]).ok());
    let is_care_insurance = match third {
        b'0' | b'8' | b'9' | b'A' | b'a' => true,
        b'7' => context.fee_schedule != Some(FeeSchedule::Workplace),
        _ => false,
    };
    if is_care_insurance && !matches_chosen {
        if let Some(issue) = findings.report(Code::InstitutionNumberCareInsurance, &[]) {
            issue.at(text, 0..10);
        }
    } else if third.is_ascii_digit() {
        let nothing_chosen = context.prefecture.is_none() && context.fee_schedule.is_none();
        if let Some(issue) = findings.report(Code::InstitutionNumberLooksLikeCode, &[]) {
            issue.at(text, 0..10);
            if matches_chosen || nothing_chosen {
                let last_seven = text.as_str().get(3..).unwrap_or_default();
                issue.fix(FixKind::LastSeven, matches_chosen, last_seven);
            }
        }
    } else {
        return None;
    }
    Some(Judged::WRONG)
}

fn judge_short(text: &Text, context: &Context, findings: &mut Findings) -> Judged {
    let digits = text.as_bytes().len();
    if context.is_typing() {
        return Judged::incomplete(DIGITS - digits);
    }
    if digits == DIGITS - 1 && text.raw().contains([',', '，']) {
        if let Some(issue) = findings.report(Code::InstitutionNumberLostZero, &[]) {
            issue.at(text, 0..digits).fix(FixKind::LeadingZero, false, ["0", text.as_str()].concat());
        }
        return Judged::WRONG;
    }
    let values = [(DIGITS - digits) as u32, DIGITS as u32];
    if let Some(issue) = findings.report(Code::InstitutionNumberTooShort, &values) {
        issue.at(text, 0..digits);
    }
    Judged::WRONG
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::prefecture::Prefecture;
    use crate::{Kind, check};

    fn tokyo_dental() -> Context {
        Context {
            prefecture: Prefecture::new(13),
            fee_schedule: Some(FeeSchedule::Dental),
            ..Context::default()
        }
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
        assert!(check(Kind::InstitutionNumber, "13A1234567", &tokyo_dental()).has(Code::InstitutionNumberCareInsurance));
        assert!(check(Kind::InstitutionNumber, "1370123456", &tokyo_dental()).has(Code::InstitutionNumberCareInsurance));
        let workplace = Context { fee_schedule: Some(FeeSchedule::Workplace), ..tokyo_dental() };
        assert!(check(Kind::InstitutionNumber, "1370123456", &workplace).has(Code::InstitutionNumberLooksLikeCode));
    }
}
