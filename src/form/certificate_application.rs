//! 電子証明書 証明書発行申請情報, the application for an electronic certificate.
//!
//! Source: S000:476-616, S002 1-7, S004:1610-1683. Every field is required (S000:536).

use super::Form;
use super::table::{FieldRule, Judge};
use crate::field::Field;
use crate::kind::Kind;

pub(super) static FORM: Form = Form {
    name: "certificate-application",
    fields: &[
        FieldRule::required(Field::FeeAccepted, Judge::Checkbox),
        FieldRule::required(Field::EligibilityApplied, Judge::Checkbox),
        FieldRule::required(Field::Prefecture, Judge::Kind(Kind::Prefecture)),
        FieldRule::required(Field::FeeSchedule, Judge::Kind(Kind::FeeSchedule)),
        FieldRule::institution_number(),
        FieldRule::required(Field::InstitutionName, Judge::Kind(Kind::Text)),
        FieldRule::required(Field::ContactName, Judge::Kind(Kind::Text)),
        FieldRule::required(Field::Phone, Judge::Kind(Kind::Phone)),
        FieldRule::required(Field::Email, Judge::Kind(Kind::Email)),
        FieldRule::required(Field::TerminalName, Judge::Kind(Kind::TerminalName)),
    ],
    ..Form::PLAIN
};
