//! オンライン資格確認利用に関する申請書, the same application on paper.
//!
//! Source: S003:87-133, with the filled-in example S003:135-181. The form marks what may be left out; the rest is taken
//! as required.

use super::table::{FieldRule, Judge};
use super::{CrossRule, Form, month};
use crate::field::Field;
use crate::kind::Kind;
use crate::line::Application;

pub(super) static FORM: Form = Form {
    name: "eligibility-paper",
    fields: &[
        FieldRule::required(Field::Date, Judge::Kind(Kind::Date)),
        FieldRule::required(Field::InstitutionName, Judge::Kind(Kind::Text)),
        FieldRule::required(Field::Prefecture, Judge::Kind(Kind::Prefecture)),
        FieldRule::required(Field::FeeSchedule, Judge::Kind(Kind::FeeSchedule)),
        FieldRule::institution_number(),
        FieldRule::required(Field::FounderName, Judge::FullWidthName),
        FieldRule::required(Field::Phone, Judge::Kind(Kind::Phone)),
        FieldRule::optional(Field::Email, Judge::Kind(Kind::Email)),
        FieldRule::required(Field::ContactName, Judge::Kind(Kind::Text)),
        FieldRule::required(Field::LineType, Judge::Kind(Kind::LineType)),
        FieldRule::when(Field::LineType, &["1"], Field::V6Option, Judge::Kind(Kind::V6Option)),
        FieldRule::when(Field::LineType, &["1"], Field::CustomerId, Judge::Kind(Kind::CustomerId)),
        FieldRule::start_month(),
        FieldRule::test_month(),
        FieldRule::required(Field::SecretNumber, Judge::Kind(Kind::SecretNumber)),
        FieldRule::required(Field::PaymentMethod, Judge::Kind(Kind::PaymentMethod)),
        FieldRule::box_of_month(Field::StartYear),
        FieldRule::box_of_month(Field::StartMonthOfYear),
        FieldRule::box_of_month(Field::TestYear),
        FieldRule::box_of_month(Field::TestMonthOfYear),
        // Last, because it takes more than one input.
        FieldRule::required(Field::TerminalNames, Judge::List(Kind::TerminalName)),
    ],
    rules: &[
        CrossRule { at: Field::StartMonth, judge: month::judge_start },
        CrossRule { at: Field::TestMonth, judge: month::judge_test },
    ],
    line: Some(Application::EligibilityOnPaper),
    ..Form::PLAIN
};
