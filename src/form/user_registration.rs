//! ユーザー登録, a new account on the portal.
//!
//! Source: S004:408-494 (2026), S000 1-2 (2024). 点数表コード, the 10-digit code and the address are filled in by the
//! portal. Where the two disagree, S004 wins: 職域診療所等 as a choice, and the box that confirms the address.

use super::Form;
use super::table::{FieldRule, Judge};
use crate::field::Field;
use crate::kind::Kind;

pub(super) static FORM: Form = Form {
    name: "user-registration",
    fields: &[
        FieldRule::required(Field::FamilyName, Judge::Kind(Kind::Text)),
        FieldRule::required(Field::GivenName, Judge::Kind(Kind::Text)),
        FieldRule::required(Field::FeeSchedule, Judge::Kind(Kind::FeeSchedule)),
        FieldRule::required(Field::Prefecture, Judge::Kind(Kind::Prefecture)),
        FieldRule::institution_number(),
        FieldRule::required(Field::InstitutionName, Judge::Kind(Kind::Text)),
        FieldRule::required(Field::LocationConfirmed, Judge::Checkbox),
        FieldRule::required(Field::FounderName, Judge::FullWidthName),
        FieldRule::required(Field::Phone, Judge::Kind(Kind::Phone)),
        FieldRule::required(Field::Email, Judge::Kind(Kind::Email)),
        FieldRule::required(Field::Password, Judge::Kind(Kind::Password)),
        FieldRule::required(Field::PasswordConfirm, Judge::Repeat(Field::Password)),
        FieldRule::required(Field::TermsAccepted, Judge::Checkbox),
    ],
    ..Form::PLAIN
};

#[cfg(test)]
mod tests {
    use crate::{Context, Form, Mode, Status};

    fn filled() -> Vec<(&'static str, &'static str)> {
        vec![
            ("familyName", "基金"),
            ("givenName", "太郎"),
            ("feeSchedule", "3"),
            ("prefecture", "13: 東京都"),
            ("institutionNumber", "3246295"),
            ("institutionName", "見本歯科医院"),
            ("locationConfirmed", "on"),
            ("founderName", "基金 太郎"),
            ("phone", "01201234567"),
            ("email", "kikin@example.jp"),
            ("password", "Kikin2026"),
            ("passwordConfirm", "Kikin2026"),
            ("termsAccepted", "on"),
        ]
    }

    fn check(values: &[(&str, &'static str)], mode: Mode) -> (Status, Vec<&'static str>, Vec<&'static str>) {
        let form = Form::from_name("user-registration").expect("the form");
        let report = form.check(values, &Context { mode, ..Context::default() });
        let codes = report.issues.iter().map(|issue| issue.code.name()).collect();
        (report.status, codes, report.missing.iter().map(|field| field.name()).collect())
    }

    #[test]
    fn a_complete_registration_is_valid() {
        assert_eq!(check(&filled(), Mode::Final), (Status::Valid, vec![], vec![]));
    }

    #[test]
    fn a_workplace_clinic_has_no_number_yet() {
        let mut values = filled();
        values.retain(|(name, _)| *name != "institutionNumber");
        assert_eq!(check(&values, Mode::Final).2, ["institutionNumber"]);
        values.push(("feeSchedule", "7"));
        assert_eq!(check(&values, Mode::Final), (Status::Valid, vec![], vec![]));
    }

    #[test]
    fn a_repetition_begun_is_incomplete_while_typing() {
        let mut values = filled();
        values.push(("passwordConfirm", "Kikin"));
        assert_eq!(check(&values, Mode::Typing).0, Status::Incomplete);
        assert_eq!(check(&values, Mode::Final), (Status::Invalid, vec!["confirm.mismatch"], vec![]));
    }

    #[test]
    fn no_issue_or_value_of_the_report_holds_the_password() {
        let form = Form::from_name("user-registration").expect("the form");
        let report = form.check(&filled(), &Context::default());
        assert!(!format!("{report:?}").contains("Kikin2026"));
    }
}
