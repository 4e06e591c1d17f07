//! 運用開始日登録, the day on which a place began to verify eligibility online.
//!
//! Source: S004:1788-1818. No source gives a rule for the day; one that is still to come is a warning.

use super::table::{FieldRule, Judge};
use super::{CrossRule, Form};
use crate::field::Field;
use crate::findings::NOWHERE;
use crate::issue::Code;
use crate::kind::Kind;

pub(super) static FORM: Form = Form {
    name: "operation-start",
    fields: &[FieldRule::required(Field::OperationStartDate, Judge::Kind(Kind::Date))],
    rules: &[CrossRule {
        at: Field::OperationStartDate,
        judge: |answers, findings| {
            if let (Some(start), Some(today)) = (answers.date(Field::OperationStartDate), answers.context.today)
                && start > today
            {
                findings.report(Code::DateInFuture, NOWHERE);
            }
        },
    }],
    ..Form::PLAIN
};
