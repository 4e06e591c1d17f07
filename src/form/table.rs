//! What the table of a form is made of: which field, how it is judged, whether it is asked for.

use crate::canonical;
use crate::field::Field;
use crate::form::answers::Answers;
use crate::issue::Code;
use crate::kind::choice::{Choice, Choices, choices};
use crate::kind::fee_schedule::FeeSchedule;
use crate::kind::{Context, Input, Kind};

/// How a field is judged.
#[derive(Clone, Copy)]
pub(crate) enum Judge {
    /// By its kind.
    Kind(Kind),
    /// As a name that one source wants in full width.
    FullWidthName,
    /// As one of some choices that no other field has.
    Choice(Choices),
    /// As a year and a month, which may also come from two boxes.
    Month {
        /// The box of the year.
        year: Field,
        /// The box of the month.
        month: Field,
    },
    /// Not by itself: it is a box of a month.
    BoxOfMonth,
    /// As a name to log in with.
    UserId,
    /// As a password that was set long ago: anything.
    OldPassword,
    /// Ticked or not.
    Checkbox,
    /// As the same once more.
    Repeat(Field),
    /// Each item by its kind; there may be [`LIST_ROOM`] of them.
    List(Kind),
}

/// The most items of a list (the paper form has ten lines).
pub(crate) const LIST_ROOM: usize = 10;

/// Whether a field must be filled.
#[derive(Clone, Copy)]
pub(crate) enum Need {
    /// Always.
    Required,
    /// Never.
    Optional,
    /// Under this condition; otherwise the field does not apply.
    When(Condition),
    /// Unless the fee schedule is 7: such places have no number before they register (S004:446).
    UnlessWorkplace,
}

/// The answer of another field is one of these.
#[derive(Clone, Copy)]
pub(crate) struct Condition {
    pub(crate) field: Field,
    pub(crate) values: &'static [&'static str],
}

/// What the need of a field comes to with the answers given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    Required,
    Optional,
    /// It does not apply, and is not judged.
    No,
}

/// One row of a form's table.
#[derive(Clone, Copy)]
pub(crate) struct FieldRule {
    pub(crate) field: Field,
    pub(crate) judge: Judge,
    pub(crate) need: Need,
}

impl FieldRule {
    pub(crate) const fn required(field: Field, judge: Judge) -> Self {
        Self { field, judge, need: Need::Required }
    }

    pub(crate) const fn optional(field: Field, judge: Judge) -> Self {
        Self { field, judge, need: Need::Optional }
    }

    /// Required when `other` is one of the values, and not applicable otherwise.
    pub(crate) const fn when(other: Field, values: &'static [&'static str], field: Field, judge: Judge) -> Self {
        Self { field, judge, need: Need::When(Condition { field: other, values }) }
    }

    /// The seven digits, which a workplace clinic does not have yet.
    pub(crate) const fn institution_number() -> Self {
        let judge = Judge::Kind(Kind::InstitutionNumber);
        Self { field: Field::InstitutionNumber, judge, need: Need::UnlessWorkplace }
    }

    /// 利用開始・請求開始の年月.
    pub(crate) const fn start_month() -> Self {
        let judge = Judge::Month { year: Field::StartYear, month: Field::StartMonthOfYear };
        Self::required(Field::StartMonth, judge)
    }

    /// テスト開始の年月, which may still be open.
    pub(crate) const fn test_month() -> Self {
        let judge = Judge::Month { year: Field::TestYear, month: Field::TestMonthOfYear };
        Self::optional(Field::TestMonth, judge)
    }

    /// One of the two boxes of a month.
    pub(crate) const fn box_of_month(field: Field) -> Self {
        Self::optional(field, Judge::BoxOfMonth)
    }

    /// How many inputs the field takes: a list has one more than it may have, to see that there are too many.
    pub(crate) const fn slots(self) -> usize {
        match self.judge {
            Judge::List(_) => LIST_ROOM + 1,
            _ => 1,
        }
    }

    #[cfg(any(not(target_arch = "wasm32"), feature = "bulk"))]
    pub(crate) fn is_secret(self) -> bool {
        match self.judge {
            Judge::Kind(kind) => kind.is_secret(),
            Judge::Repeat(first) => matches!(first, Field::Password | Field::SecretNumber),
            Judge::OldPassword => true,
            _ => false,
        }
    }

    /// Choices out of a list: of its kind, or its own.
    pub(crate) fn choices(self) -> Option<Choices> {
        match self.judge {
            Judge::Kind(kind) => kind.choices(),
            Judge::Choice(choices) => Some(choices),
            _ => None,
        }
    }

    /// True only for a text that is valid at a glance.
    pub(crate) fn accepts(self, input: Input, context: &Context) -> bool {
        let kind = match self.judge {
            Judge::Kind(kind) => kind,
            Judge::FullWidthName => Kind::Text,
            _ => return false,
        };
        matches!(input, Input::Text(text) if canonical::accepts(kind, text.as_bytes(), context))
    }

    pub(crate) fn asked(self, answers: &Answers) -> Asked {
        match self.need {
            Need::Optional => Asked::Optional,
            Need::When(condition) => condition.asks(answers),
            Need::UnlessWorkplace if answers.context.fee_schedule == Some(FeeSchedule::Workplace) => Asked::Optional,
            Need::Required | Need::UnlessWorkplace => Asked::Required,
        }
    }
}

impl Condition {
    /// Where the other field is not answered yet, this one may be filled already. A field that hangs on one that does
    /// not apply does not apply either.
    fn asks(self, answers: &Answers) -> Asked {
        match answers.asked(self.field) {
            Asked::No => Asked::No,
            _ if !answers.is_given(self.field) => Asked::Optional,
            _ => match answers.choice(self.field) {
                Some(answer) if self.values.contains(&answer) => Asked::Required,
                Some(_) => Asked::No,
                // What is no choice has its own issue.
                None => Asked::Optional,
            },
        }
    }
}

/// 申請区分 of an eligibility application.
pub static APPLICATION_TYPES: [Choice; 2] =
    [Choice::new("new", "新規", "New"), Choice::new("change", "変更", "Change")];
pub(crate) const APPLICATION_TYPE: Judge = Judge::Choice(choices!(APPLICATION_TYPES, Code::ApplicationTypeUnknown));

/// 申請区分 of a claims application.
pub static CLAIMS_APPLICATION_TYPES: [Choice; 2] =
    [Choice::new("start", "開始", "Start"), Choice::new("change", "変更", "Change")];
pub(crate) const CLAIMS_APPLICATION_TYPE: Judge =
    Judge::Choice(choices!(CLAIMS_APPLICATION_TYPES, Code::ApplicationTypeUnknown));
