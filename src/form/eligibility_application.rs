//! オンライン資格確認 利用開始・変更申請, the application for eligibility verification on the portal.
//!
//! Source: S004:1032-1171 (2026), S000:326-431 (2024). The secret number stands on the screen of a new application
//! (S004:1141-1146) and is missing on that of a change (S000 2-6).

use super::table::{APPLICATION_TYPE, FieldRule, Judge};
use super::{CrossRule, Form, month};
use crate::field::Field;
use crate::kind::Kind;
use crate::kind::line_type::CUSTOMER_ID_SOURCE_LIST;
use crate::line::Application;

pub(super) static FORM: Form = Form {
    name: "eligibility-application",
    fields: &[
        FieldRule::required(Field::ApplicationType, APPLICATION_TYPE),
        FieldRule::required(Field::Prefecture, Judge::Kind(Kind::Prefecture)),
        FieldRule::required(Field::FeeSchedule, Judge::Kind(Kind::FeeSchedule)),
        FieldRule::institution_number(),
        FieldRule::required(Field::TermsAccepted, Judge::Checkbox),
        FieldRule::required(Field::LineType, Judge::Kind(Kind::LineType)),
        FieldRule::when(Field::LineType, &["1"], Field::CustomerIdSource, Judge::Choice(CUSTOMER_ID_SOURCE_LIST)),
        FieldRule::when(Field::CustomerIdSource, &["caf", "cop"], Field::CustomerId, Judge::Kind(Kind::CustomerId)),
        FieldRule::when(
            Field::CustomerIdSource,
            &["caf", "cop"],
            Field::CustomerIdConfirm,
            Judge::Repeat(Field::CustomerId),
        ),
        FieldRule::when(Field::LineType, &["1"], Field::V6Option, Judge::Kind(Kind::V6Option)),
        FieldRule::optional(Field::LineService, Judge::Kind(Kind::LineService)),
        FieldRule::start_month(),
        FieldRule::test_month(),
        FieldRule::when(Field::ApplicationType, &["new"], Field::SecretNumber, Judge::Kind(Kind::SecretNumber)),
        FieldRule::when(
            Field::ApplicationType,
            &["new"],
            Field::SecretNumberConfirm,
            Judge::Repeat(Field::SecretNumber),
        ),
        FieldRule::required(Field::PaymentMethod, Judge::Kind(Kind::PaymentMethod)),
        FieldRule::box_of_month(Field::StartYear),
        FieldRule::box_of_month(Field::StartMonthOfYear),
        FieldRule::box_of_month(Field::TestYear),
        FieldRule::box_of_month(Field::TestMonthOfYear),
    ],
    rules: &[
        CrossRule {
            at: Field::StartMonth,
            judge: |answers, findings| {
                if answers.choice(Field::ApplicationType) == Some("new") {
                    month::judge_start(answers, findings);
                }
            },
        },
        CrossRule { at: Field::TestMonth, judge: month::judge_test },
    ],
    line: Some(Application::Eligibility),
    ..Form::PLAIN
};
