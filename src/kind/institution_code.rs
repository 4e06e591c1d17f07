//! 医療機関等コード（10桁）, the institution code, and its check digit (検証番号).
//!
//! | part | digits | source |
//! |---|---|---|
//! | prefecture | 2, `01` to `47` | S000:88, S004:522-528 |
//! | fee schedule | 1, one of 1 3 4 6 7 | S004:126 |
//! | institution number | 7 = district 2, number 4, check digit 1 | JP Core; notice of 2024-07-12 |
//!
//! | check digit | rule | verified |
//! |---|---|---|
//! | schedules 1 3 4 6, most prefectures | Luhn over all ten digits | 97,024 codes and more, none fails |
//! | schedules 1 3 4 in 11–14, schedule 6 in 11 12 14 | Luhn over the own seven digits | 28,875 codes, none fails |
//! | schedule 6 in 13 | either | 158 stations |
//! | schedule 7, number `9999999` | no rule known: unverified | |
//!
//! A mismatch is a warning: the portal's own examples do not fit.

use crate::issue::{Code, Findings, Issue, Place};
use crate::kind::fee_schedule::FeeSchedule;
use crate::kind::prefecture::Prefecture;
use crate::kind::{self, Context, Input, Judged, Kind, report_non_digit};
use crate::field::Field;
use crate::issue;
use crate::text::Text;
use crate::verdict::{CheckDigit, Parts, Status, Verdict};

const DIGITS: usize = 10;

/// An institution code taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InstitutionCode<'a> {
    /// The prefecture, 2 digits.
    pub prefecture: &'a str,
    /// The fee schedule, 1 digit.
    pub fee_schedule: &'a str,
    /// The institution number, 7 digits.
    pub institution_number: &'a str,
}

impl<'a> InstitutionCode<'a> {
    /// Takes a canonical 10-digit code apart; `None` when it is not one.
    ///
    /// ```
    /// use onshi_check::InstitutionCode;
    /// let code = InstitutionCode::split("1310110049").unwrap();
    /// assert_eq!((code.prefecture, code.fee_schedule, code.institution_number), ("13", "1", "0110049"));
    /// assert!(InstitutionCode::split("4810000001").is_none());
    /// ```
    #[must_use]
    pub fn split(code: &'a str) -> Option<Self> {
        let (prefecture, rest) = code.split_at_checked(2)?;
        let (fee_schedule, institution_number) = rest.split_at_checked(1)?;
        Prefecture::parse(prefecture)?;
        FeeSchedule::parse(fee_schedule)?;
        let right = institution_number.len() == 7 && institution_number.bytes().all(|byte| byte.is_ascii_digit());
        right.then_some(Self { prefecture, fee_schedule, institution_number })
    }

    /// Assembles the 10 digits from what stands in the three fields. Never pads.
    ///
    /// Issues carry the field they belong to. With fee schedule 7 and no number there is no code yet: empty, no issue.
    ///
    /// ```
    /// use onshi_check::{Context, InstitutionCode, Status, CheckDigit};
    /// let parts = InstitutionCode { prefecture: "13: 東京都", fee_schedule: "１", institution_number: "01,1004,9" };
    /// let verdict = parts.assemble(&Context::default());
    /// assert_eq!(verdict.value.as_deref(), Some("1310110049"));
    /// assert_eq!(verdict.check_digit, Some(CheckDigit::Ok));
    /// ```
    #[must_use]
    pub fn assemble(&self, context: &Context) -> Verdict<'static> {
        assemble([self.prefecture, self.fee_schedule, self.institution_number].map(Input::Text), context)
    }
}

/// [`InstitutionCode::assemble`] for inputs that need not be text.
#[must_use]
pub fn assemble([prefecture, fee_schedule, number]: [Input; 3], context: &Context) -> Verdict<'static> {
        let prefecture = kind::check_input(Kind::Prefecture, prefecture, context);
        let fee_schedule = kind::check_input(Kind::FeeSchedule, fee_schedule, context);
        let beside = Context {
            prefecture: prefecture.value.as_deref().and_then(Prefecture::parse),
            fee_schedule: fee_schedule.value.as_deref().and_then(FeeSchedule::parse),
            ..*context
        };
        let number = kind::check_input(Kind::InstitutionNumber, number, &beside);
        let number_may_miss = beside.fee_schedule == Some(FeeSchedule::Workplace);
        assemble_verdicts(
            [
                (Field::Prefecture, prefecture),
                (Field::FeeSchedule, fee_schedule),
                (Field::InstitutionNumber, number),
            ],
            number_may_miss,
            context,
        )
}

fn assemble_verdicts(parts: [(Field, Verdict); 3], number_may_miss: bool, context: &Context) -> Verdict<'static> {
    let has = |status| parts.iter().any(|(_, part)| part.status == status);
    let all_empty = parts.iter().all(|(_, part)| part.status == Status::Empty);
    let only_number_misses = number_may_miss && matches!(&parts, [_, _, (_, number)] if number.status == Status::Empty);
    let status = if has(Status::Invalid) {
        Status::Invalid
    } else if all_empty || (only_number_misses && !has(Status::Incomplete)) {
        Status::Empty
    } else if !has(Status::Incomplete) && !has(Status::Empty) {
        Status::Valid
    } else if context.is_typing() {
        Status::Incomplete
    } else {
        Status::Invalid
    };
    let text: String = parts.iter().map(|(_, part)| &*part.text).collect();
    let in_order = !matches!(&parts, [(_, prefecture), (_, fee_schedule), _]
        if prefecture.status != Status::Valid || fee_schedule.status != Status::Valid);
    let (mut issues, mut remaining, mut check_digit) = (Vec::new(), None, None);
    for (field, part) in parts {
        let place = Place::Field(field);
        issues.extend(part.issues.into_iter().map(|issue| Issue { place, ..issue }));
        if status == Status::Invalid && part.status == Status::Empty && !context.is_typing() {
            issues.push(Issue { place, ..Issue::new(Code::Required, &[]) });
        }
        (remaining, check_digit) = (part.remaining, part.check_digit);
    }
    issue::sort(&mut issues);
    Verdict {
        status,
        value: (status == Status::Valid).then(|| text.clone().into()),
        text: text.into(),
        changes: Vec::new(),
        issues,
        remaining: remaining.filter(|_| status == Status::Incomplete && in_order),
        parts: if in_order && matches!(status, Status::Valid | Status::Incomplete) {
            Parts::InstitutionCode
        } else {
            Parts::None
        },
        check_digit: check_digit.filter(|_| status == Status::Valid),
    }
}

pub(crate) fn judge(text: &Text, context: &Context, findings: &mut Findings) -> Judged {
    if report_non_digit(text, 0, findings) {
        return Judged::WRONG;
    }
    let digits = text.as_bytes();
    if let Some(wrong) = judge_lead(digits, text, context, findings) {
        return wrong;
    }
    if digits.len() > DIGITS {
        let values = [digits.len() as u32, DIGITS as u32];
        if let Some(issue) = findings.report(Code::InstitutionCodeTooLong, &values) {
            issue.at(text, DIGITS..digits.len());
        }
        return Judged::WRONG;
    }
    if digits.len() < DIGITS {
        let remaining = DIGITS - digits.len();
        if context.is_typing() {
            return Judged { parts: Parts::InstitutionCode, ..Judged::incomplete(remaining) };
        }
        let values = [remaining as u32, DIGITS as u32];
        if let Some(issue) = findings.report(Code::InstitutionCodeTooShort, &values) {
            issue.at(text, 0..digits.len());
        }
        return Judged::WRONG;
    }
    let prefecture = text.as_str().get(..2).and_then(Prefecture::parse);
    let fee_schedule = digits.get(2).and_then(|&digit| FeeSchedule::from_digit(digit));
    let check_digit = match (prefecture, fee_schedule) {
        (Some(prefecture), Some(fee_schedule)) => Some(judge_check_digit(prefecture, fee_schedule, text, 3, findings)),
        _ => None,
    };
    Judged { parts: Parts::InstitutionCode, check_digit, ..Judged::COMPLETE }
}

/// Prefecture and fee schedule, as far as they are typed.
fn judge_lead(digits: &[u8], text: &Text, context: &Context, findings: &mut Findings) -> Option<Judged> {
    let (code, range) = match digits {
        [b'4', b'8', ..] => (Code::PrefectureTestNumber, 0..2),
        [b'0', b'0', ..] | [b'4', b'9', ..] | [b'5'..=b'9', ..] => (Code::PrefectureUnknown, 0..digits.len().min(2)),
        [_, _, third, ..] => {
            let typed = FeeSchedule::from_digit(*third);
            match (typed, context.fee_schedule) {
                (None, _) => (Code::FeeScheduleUnknown, 2..3),
                (Some(typed), Some(chosen)) if typed != chosen => {
                    let chosen = [u32::from(chosen.number())];
                    if let Some(issue) = findings.report(Code::InstitutionCodeWrongFeeSchedule, &chosen) {
                        issue.at(text, 2..3);
                    }
                    return Some(Judged::WRONG);
                }
                _ => return None,
            }
        }
        _ => return None,
    };
    if let Some(issue) = findings.report(code, &[]) {
        issue.at(text, range);
    }
    Some(Judged::WRONG)
}

/// Judges the check digit of the number that starts at `from` in the folded text.
pub(crate) fn judge_check_digit(
    prefecture: Prefecture,
    fee_schedule: FeeSchedule,
    text: &Text,
    from: usize,
    findings: &mut Findings,
) -> CheckDigit {
    let number = text.as_bytes().get(from..).unwrap_or_default();
    let check_digit = check_digit(prefecture, fee_schedule, number);
    if check_digit == CheckDigit::Mismatch
        && let Some(issue) = findings.report(Code::InstitutionCodeCheckDigit, &[])
    {
        issue.at(text, from + 6..from + 7);
    }
    check_digit
}

fn check_digit(prefecture: Prefecture, fee_schedule: FeeSchedule, number: &[u8]) -> CheckDigit {
    if fee_schedule == FeeSchedule::Workplace || number == b"9999999" {
        return CheckDigit::Unverified;
    }
    let own = luhn(number);
    let standard = own + lead_sum(prefecture, fee_schedule);
    let passes = match (prefecture.number(), fee_schedule) {
        (13, FeeSchedule::HomeNursing) => own.is_multiple_of(10) || standard.is_multiple_of(10),
        (11..=14, _) => own.is_multiple_of(10),
        _ => standard.is_multiple_of(10),
    };
    if passes { CheckDigit::Ok } else { CheckDigit::Mismatch }
}

/// Weighted digit sum of the seven digits: from the right 1, 2, 1, 2, …, two-digit products summed digit by digit.
fn luhn(number: &[u8]) -> u32 {
    let mut sum = 0;
    let mut doubled = false;
    for digit in number.iter().rev() {
        sum += weigh(u32::from(digit.wrapping_sub(b'0')), doubled);
        doubled = !doubled;
    }
    sum
}

/// The share of the three digits before the number: weights 2, 1, 2 from the right.
fn lead_sum(prefecture: Prefecture, fee_schedule: FeeSchedule) -> u32 {
    let prefecture = u32::from(prefecture.number());
    weigh(u32::from(fee_schedule.number()), true) + weigh(prefecture % 10, false) + weigh(prefecture / 10, true)
}

fn weigh(digit: u32, doubled: bool) -> u32 {
    match (doubled, digit) {
        (false, _) => digit,
        (true, 0..=4) => digit * 2,
        (true, _) => (digit * 2).wrapping_sub(9),
    }
}


#[cfg(test)]
mod tests {
    use super::*;
    use crate::check;

    fn judge_code(code: &str) -> Option<CheckDigit> {
        check(Kind::InstitutionCode, code, &Context::default()).check_digit
    }

    #[test]
    fn saitama_chiba_tokyo_and_kanagawa_compute_over_their_own_digits() {
        for code in ["1310110049", "1410100065", "1110301762", "1210101980", "1333246295", "1264190096"] {
            assert_eq!(judge_code(code), Some(CheckDigit::Ok), "{code}");
        }
    }

    #[test]
    fn a_station_in_tokyo_may_follow_either_rule() {
        assert_eq!(judge_code("1367191240"), Some(CheckDigit::Ok));
        assert_eq!(judge_code("1360190191"), Some(CheckDigit::Ok));
    }

    #[test]
    fn what_no_rule_is_known_for_is_unverified_without_an_issue() {
        for code in ["1371234567", "1319999999"] {
            let verdict = check(Kind::InstitutionCode, code, &Context::default());
            assert_eq!((verdict.check_digit, verdict.issues.len()), (Some(CheckDigit::Unverified), 0), "{code}");
        }
    }

    #[test]
    fn assembling_never_pads() {
        let parts = InstitutionCode { prefecture: "13", fee_schedule: "3", institution_number: "123456" };
        let verdict = parts.assemble(&Context::default());
        assert_eq!((verdict.status, verdict.value), (Status::Invalid, None));
        assert_eq!(verdict.issues[0].code, Code::InstitutionNumberTooShort);
        assert_eq!(verdict.issues[0].place, Place::Field(Field::InstitutionNumber));
    }
}
