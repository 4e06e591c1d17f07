//! What the line choices of a form say about each other, put to its fields.
//!
//! Which of them go together is decided in [`crate::line`]; here is what a form adds: the customer ID itself.

use crate::field::Field;
use crate::findings::{Findings, NOWHERE};
use crate::form::answers::Answers;
use crate::form::table::Asked;
use crate::issue::Code;
use crate::kind::line_type::LineType;
use crate::line;

/// The fields that [`report`] has something to say about.
pub(super) fn belongs(field: Field) -> bool {
    matches!(
        field,
        Field::LineType | Field::CustomerIdSource | Field::CustomerId | Field::V6Option | Field::LineService
    )
}

pub(super) fn report(field: Field, asked: Asked, answers: &Answers, findings: &mut Findings) {
    match (field, answers.selection()) {
        (Field::CustomerId, Some(_)) => {
            if asked == Asked::No && answers.is_given(field) {
                report_not_asked(answers, findings);
            }
        }
        // Beside an ID that has the same to say.
        (Field::CustomerIdSource, Some(_)) if says_it_with_its_id(asked, answers) => {}
        (_, Some(selection)) => line::report_at(field, &selection, findings),
        (_, None) => {}
    }
}

/// An ID of the kind that was chosen has the same error. Only that it is not asked for is said of both.
fn says_it_with_its_id(asked: Asked, answers: &Answers) -> bool {
    answers.context.customer_id_kind.is_some()
        && answers.is_judged(Field::CustomerId)
        && answers.is_given(Field::CustomerId)
        && (asked != Asked::No || answers.context.line_type.is_some())
}

/// An ID on a line without one shows a wrong line type (S000:363); elsewhere it is only too much.
fn report_not_asked(answers: &Answers, findings: &mut Findings) {
    let code = match answers.context.line_type {
        Some(LineType::CtcQtnetIpVpn | LineType::Internet) => Code::LineCustomerIdMeansNtt,
        _ => Code::CustomerIdNotAsked,
    };
    findings.report(code, NOWHERE);
}
