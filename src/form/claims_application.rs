//! オンライン請求 利用開始・変更申請, the application for online claims.
//!
//! Source: S000:717-822 (2024), S004:1290-1366 (2026). The window of 請求開始年月 and the day of changes stand in the
//! vendor's manual only (S000:723, 742-748).

use super::table::{CLAIMS_APPLICATION_TYPE, FieldRule, Judge};
use super::{CrossRule, Form};
use crate::calendar::Date;
use crate::field::Field;
use crate::findings::{Findings, NOWHERE};
use crate::form::answers::Answers;
use crate::issue::Code;
use crate::kind::Kind;
use crate::kind::line_type::CLAIMS_CUSTOMER_ID_SOURCE_LIST;
use crate::line::Application;

pub(super) static FORM: Form = Form {
    name: "claims-application",
    fields: &[
        FieldRule::required(Field::ApplicationType, CLAIMS_APPLICATION_TYPE),
        FieldRule::required(Field::Prefecture, Judge::Kind(Kind::Prefecture)),
        FieldRule::required(Field::FeeSchedule, Judge::Kind(Kind::FeeSchedule)),
        FieldRule::institution_number(),
        FieldRule::required(Field::TermsAccepted, Judge::Checkbox),
        FieldRule::start_month(),
        FieldRule::required(Field::ClaimsSoftware, Judge::Kind(Kind::Text)),
        FieldRule::required(Field::ClaimsSoftwareMaker, Judge::Kind(Kind::Text)),
        FieldRule::required(Field::OsAndBrowser, Judge::Kind(Kind::Text)),
        FieldRule::required(Field::LineType, Judge::Kind(Kind::ClaimsLineType)),
        FieldRule::when(Field::LineType, &["isdn"], Field::IsdnNumber, Judge::Kind(Kind::Phone)),
        FieldRule::when(Field::LineType, &["internet"], Field::InternetProvider, Judge::Kind(Kind::InternetProvider)),
        FieldRule::when(
            Field::LineType,
            &["ip-vpn-ipv6"],
            Field::CustomerIdSource,
            Judge::Choice(CLAIMS_CUSTOMER_ID_SOURCE_LIST),
        ),
        FieldRule::when(Field::CustomerIdSource, &["caf", "cop"], Field::CustomerId, Judge::Kind(Kind::CustomerId)),
        FieldRule::required(Field::PaymentMethod, Judge::Kind(Kind::PaymentMethod)),
        FieldRule::optional(Field::SetupCd, Judge::Kind(Kind::Text)),
        FieldRule::optional(Field::Remarks, Judge::Kind(Kind::Text)),
        FieldRule::optional(Field::LineService, Judge::Kind(Kind::LineService)),
        FieldRule::box_of_month(Field::StartYear),
        FieldRule::box_of_month(Field::StartMonthOfYear),
    ],
    rules: &[
        CrossRule { at: Field::ApplicationType, judge: judge_change },
        CrossRule { at: Field::StartMonth, judge: judge_start },
    ],
    line: Some(Application::Claims),
    ..Form::PLAIN
};

/// The last day of a month's applications, and the first of its changes.
const CUT_OFF: u8 = 20;

fn judge_change(answers: &Answers, findings: &mut Findings) {
    let is_early = answers.context.today.and_then(Date::day).is_some_and(|day| day < CUT_OFF);
    if is_early && answers.choice(Field::ApplicationType) == Some("change") {
        findings.report(Code::ClaimsChangeBefore20th, NOWHERE);
    }
}

/// From two months after the application, three when it is made after the 20th; up to a year after it.
fn judge_start(answers: &Answers, findings: &mut Findings) {
    let (Some(start), Some(today)) = (answers.month(Field::StartMonth), answers.context.today) else { return };
    let is_late = today.day().is_some_and(|day| day > CUT_OFF);
    let earliest = today.month().plus_months(if is_late { 3 } else { 2 });
    let latest = today.month().plus_months(12);
    if start > latest {
        findings.report_with(Code::ClaimsStartTooLate, NOWHERE, latest.packed() as usize, 0, 0);
    } else if start < earliest && answers.choice(Field::ApplicationType) != Some("change") {
        findings.report_with(Code::ClaimsStartTooEarly, NOWHERE, earliest.packed() as usize, 0, 0);
    }
}
