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

use crate::canonical;
use crate::field::Field;
use crate::findings::{Findings, NOWHERE, span};
use crate::issue::{Code, Place};
use crate::kind::fee_schedule::FeeSchedule;
use crate::kind::prefecture::Prefecture;
use crate::kind::{self, Context, Digits, Examined, Input, Judged, Kind, report_non_digit};
use crate::text::Text;
use crate::verdict::{CheckDigit, Parts, Status, Verdict};

const DIGITS: usize = 10;
const LENGTH: Digits =
    Digits { count: DIGITS, too_short: Code::InstitutionCodeTooShort, too_long: Code::InstitutionCodeTooLong };

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
    pub fn assemble(&self, context: &Context) -> Verdict {
        assemble([self.prefecture, self.fee_schedule, self.institution_number].map(Input::Text), context)
    }
}

/// [`InstitutionCode::assemble`] for inputs that need not be text.
#[must_use]
pub fn assemble(parts: [Input; 3], context: &Context) -> Verdict {
    let mut findings = Findings::kept();
    let mut buffer = String::new();
    let mut text = String::new();
    let examined = examine_parts(parts, context, &mut findings, &mut buffer, &mut text);
    Verdict::of(&examined, &findings, 0)
}

/// Examines the three parts, each in its field, and puts their texts together in `text`.
pub(crate) fn examine_parts<'a>(
    [prefecture, fee_schedule, number]: [Input; 3],
    context: &Context,
    findings: &mut Findings,
    buffer: &mut String,
    text: &'a mut String,
) -> Examined<'a> {
    const COUNT: usize = Status::Valid as usize + 1;
    let parts = [
        (Kind::Prefecture, Field::Prefecture, prefecture),
        (Kind::FeeSchedule, Field::FeeSchedule, fee_schedule),
        (Kind::InstitutionNumber, Field::InstitutionNumber, number),
    ];
    let mut beside = *context;
    let mut seen = [0; COUNT];
    let (mut remaining, mut check_digit, mut last) = (None, None, Status::Empty);
    text.clear();
    for (kind, field, input) in parts {
        let from = findings.since(0).len();
        let part = kind::examine(kind, input, &beside, findings, buffer);
        findings.put(from, Place::Field(field));
        let shown = part.shown();
        text.push_str(shown);
        let whole = part.status == Status::Valid;
        match kind {
            Kind::Prefecture => beside.prefecture = Prefecture::parse(shown).filter(|_| whole),
            Kind::FeeSchedule => beside.fee_schedule = FeeSchedule::parse(shown).filter(|_| whole),
            _ => (remaining, check_digit) = (part.judged.remaining, part.judged.check_digit),
        }
        if let Some(count) = seen.get_mut(part.status as usize) {
            *count += 1;
        }
        last = part.status;
        if part.status == Status::Empty && !context.is_typing() {
            findings.report(Code::Required, NOWHERE);
            findings.put(from, Place::Field(field));
        }
    }
    let [empty, incomplete, invalid, valid] = seen;
    // A place that has no number yet has no code either.
    let has_no_number = beside.fee_schedule == Some(FeeSchedule::Workplace) && last == Status::Empty;
    let status = if invalid > 0 {
        Status::Invalid
    } else if empty == 3 || (has_no_number && valid == 2) {
        findings.clear();
        Status::Empty
    } else if valid == 3 {
        Status::Valid
    } else if context.is_typing() {
        Status::Incomplete
    } else {
        Status::Invalid
    };
    let lead_is_whole = beside.prefecture.is_some() && beside.fee_schedule.is_some();
    let judged = Judged {
        remaining: remaining.filter(|_| lead_is_whole && incomplete == 1),
        parts: if lead_is_whole { Parts::InstitutionCode } else { Parts::None },
        check_digit: check_digit.filter(|_| status == Status::Valid),
        ..Judged::COMPLETE
    };
    Examined { status, text: Text::made(text), judged, is_secret: false }
}

pub(crate) fn judge(text: &Text, context: &Context, findings: &mut Findings) {
    let digits = text.as_bytes();
    if report_non_digit(text, 0, findings) || judge_lead(digits, context, findings) {
        return;
    }
    findings.judged.parts = Parts::InstitutionCode;
    if LENGTH.judge_length(digits.len(), context, findings)
        && let [p1, p2, fee_schedule, ..] = digits
    {
        judge_check_digit(
            canonical::prefecture(&[*p1, *p2]),
            FeeSchedule::from_digit(*fee_schedule),
            digits,
            3,
            findings,
        );
    }
}

/// Reports what is wrong with prefecture and fee schedule, as far as they are typed.
fn judge_lead(digits: &[u8], context: &Context, findings: &mut Findings) -> bool {
    match digits {
        [b'4', b'8', ..] => findings.report(Code::PrefectureTestNumber, span(0, 2)),
        [b'0', b'0', ..] | [b'4', b'9', ..] | [b'5'..=b'9', ..] => {
            findings.report(Code::PrefectureUnknown, span(0, digits.len().min(2)));
        }
        [_, _, third, ..] => match (FeeSchedule::from_digit(*third), context.fee_schedule) {
            (None, _) => findings.report(Code::FeeScheduleUnknown, span(2, 3)),
            (Some(typed), Some(chosen)) if typed != chosen => {
                let chosen = usize::from(chosen.number());
                findings.report_with(Code::InstitutionCodeWrongFeeSchedule, span(2, 3), chosen, 0, 0);
            }
            _ => return false,
        },
        _ => return false,
    }
    true
}

/// Judges the check digit of the number that starts at `from` in the folded text, when all it depends on is known.
pub(crate) fn judge_check_digit(
    prefecture: Option<Prefecture>,
    fee_schedule: Option<FeeSchedule>,
    text: &[u8],
    from: usize,
    findings: &mut Findings,
) {
    let (Some(prefecture), Some(fee_schedule)) = (prefecture, fee_schedule) else { return };
    let check_digit = check_digit(prefecture, fee_schedule, text.get(from..).unwrap_or_default());
    if check_digit == CheckDigit::Mismatch {
        findings.report(Code::InstitutionCodeCheckDigit, span(from + 6, from + 7));
    }
    findings.judged.check_digit = Some(check_digit);
}

/// Whether nothing would be said about the check digit of a number of seven digits.
#[cfg(feature = "bulk")]
pub(crate) fn fits_check_digit(
    prefecture: Option<Prefecture>,
    fee_schedule: Option<FeeSchedule>,
    number: &[u8],
) -> bool {
    let (Some(prefecture), Some(fee_schedule)) = (prefecture, fee_schedule) else { return true };
    check_digit(prefecture, fee_schedule, number) != CheckDigit::Mismatch
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
    // Without a branch on the digit, of which no processor can guess the next one.
    if doubled { (digit * 2).wrapping_sub(9 * u32::from(digit > 4)) } else { digit }
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
