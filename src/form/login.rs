//! ログイン of a place that is registered.
//!
//! Source: S000:213-223, S004:709-739.

use super::Form;
use super::table::{FieldRule, Judge};
use crate::field::Field;

pub(super) static FORM: Form = Form {
    name: "login",
    fields: &[
        FieldRule::required(Field::UserId, Judge::UserId),
        FieldRule::required(Field::Password, Judge::OldPassword),
    ],
    ..Form::PLAIN
};
