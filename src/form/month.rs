//! Months of a form: out of one box or two, and what they say about each other.

use crate::calendar::Date;
use crate::field::Field;
use crate::findings::{Findings, NOWHERE};
use crate::form::answers::Answers;
use crate::issue::{Code, Place};
use crate::kind::year_month::{Reading, read_month};
use crate::kind::{self, Examined, Input, Kind, Value};
use crate::text::{Folding, folded};
use crate::verdict::Status;

/// Examines the field, or the boxes of its year and month where the field itself is empty. What is wrong with a box is
/// put to the box.
pub(super) fn examine<'a>(
    field: Field,
    [year, month]: [Field; 2],
    answers: &Answers<'a>,
    findings: &mut Findings,
    buffer: &'a mut String,
) -> Examined<'a> {
    let boxes = [year, month];
    if answers.is_given(field) || boxes.iter().all(|it| !answers.is_given(*it)) {
        return kind::examine(Kind::YearMonth, answers.input(field), &answers.context, findings, buffer);
    }
    findings.begin();
    let is_typing = answers.context.is_typing();
    for it in boxes {
        let code = match answers.input(it) {
            Input::NotText => Code::TypeNotText,
            Input::TooLong => Code::YearMonthBadFormat,
            _ if !answers.is_given(it) && !is_typing => Code::MonthHalfGiven,
            _ => continue,
        };
        return refuse(code, it, findings);
    }
    let is_right = |composed: &str| match read_month(composed.as_bytes()) {
        Reading::Whole(_, []) => true,
        Reading::Begun => is_typing,
        _ => false,
    };
    // Each box beside one that is right, to see which of them is wrong.
    let mut is_wrong = false;
    for (it, beside) in
        [(year, [answers.input(year), Input::Text("1")]), (month, [Input::Text("2000"), answers.input(month)])]
    {
        compose(beside, buffer);
        if !is_right(buffer) {
            refuse(Code::YearMonthBadFormat, it, findings);
            is_wrong = true;
        }
    }
    compose([answers.input(year), answers.input(month)], buffer);
    match read_month(buffer.as_bytes()) {
        _ if is_wrong => Examined::plain(Status::Invalid, Value::Text),
        Reading::Whole(..) => Examined::made(buffer),
        _ => Examined::plain(Status::Incomplete, Value::Text),
    }
}

fn refuse<'a>(code: Code, place: Field, findings: &mut Findings) -> Examined<'a> {
    let from = findings.len();
    findings.report(code, NOWHERE);
    findings.put(from, Place::Field(place));
    Examined::plain(Status::Invalid, Value::Text)
}

/// Writes `YYYY-MM` as far as the boxes go: they may say `2024年` and `1月` as well as `2024` and `01`.
pub(super) fn compose([year, month]: [Input; 2], into: &mut String) {
    into.clear();
    into.extend(characters(year, '年'));
    if into.len() < 4 {
        return;
    }
    into.push('-');
    let mut digits = characters(month, '月');
    if let (Some('1'..='9'), None) = (digits.next(), digits.next()) {
        into.push('0');
    }
    into.extend(characters(month, '月'));
}

/// What stands in a box, without the sign behind it.
fn characters(input: Input<'_>, sign: char) -> impl Iterator<Item = char> {
    let text = if let Input::Text(text) = input { text } else { "" };
    folded(text, Folding::Digits).filter(move |char| *char != sign)
}

/// テスト開始予定年月 is not after 利用開始予定年月. No source says so, but a test comes before the use.
pub(super) fn judge_test(answers: &Answers, findings: &mut Findings) {
    if let (Some(test), Some(start)) = (answers.month(Field::TestMonth), answers.month(Field::StartMonth))
        && test > start
    {
        findings.report(Code::MonthTestAfterStart, NOWHERE);
    }
}

/// 利用開始予定年月 of a new application is still to come (S000:405: the month of opening, or the month planned).
pub(super) fn judge_start(answers: &Answers, findings: &mut Findings) {
    if let (Some(start), Some(today)) = (answers.month(Field::StartMonth), answers.context.today)
        && start < today.month()
    {
        findings.report(Code::MonthInPast, NOWHERE);
    }
}

/// Reports a date that is before `earliest` or after `latest`.
pub(super) fn judge_between(date: Option<Date>, earliest: Option<Date>, latest: Option<Date>, findings: &mut Findings) {
    let Some(date) = date else { return };
    if let Some(earliest) = earliest.filter(|earliest| date < *earliest) {
        findings.report_with(Code::DateTooEarly, NOWHERE, earliest.packed() as usize, 0, 0);
    }
    if let Some(latest) = latest.filter(|latest| date > *latest) {
        findings.report_with(Code::DateTooLate, NOWHERE, latest.packed() as usize, 0, 0);
    }
}
