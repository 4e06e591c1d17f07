//! 点数表, the fee schedule: one digit that also says what kind of institution it is.
//!
//! | value | meaning | source |
//! |---|---|---|
//! | `1` `3` `4` `6` | 医科, 歯科, 調剤, 訪問看護 | S000:61-64, S003:185-191 |
//! | `7` | 職域診療所等: has no institution number before it registers | S004:386, 442-448 |

use crate::issue::Code;
use crate::kind::choice::{self, Choice, Choices, choices};

/// A fee schedule of the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum FeeSchedule {
    /// 医科
    Medical = 1,
    /// 歯科
    Dental = 3,
    /// 調剤
    Pharmacy = 4,
    /// 訪問看護
    HomeNursing = 6,
    /// 職域診療所等
    Workplace = 7,
}

impl FeeSchedule {
    /// Reads the canonical digit.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text.as_bytes() {
            [digit] => Self::from_digit(*digit),
            _ => None,
        }
    }

    pub(crate) fn from_digit(digit: u8) -> Option<Self> {
        match digit {
            b'1' => Some(Self::Medical),
            b'3' => Some(Self::Dental),
            b'4' => Some(Self::Pharmacy),
            b'6' => Some(Self::HomeNursing),
            b'7' => Some(Self::Workplace),
            _ => None,
        }
    }

    /// The digit as a number.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// The digit as text.
    #[must_use]
    pub const fn value(self) -> &'static str {
        match self {
            Self::Medical => "1",
            Self::Dental => "3",
            Self::Pharmacy => "4",
            Self::HomeNursing => "6",
            Self::Workplace => "7",
        }
    }
}

/// The fee schedule that a text in any accepted form stands for.
pub(crate) fn read(text: &str) -> Option<FeeSchedule> {
    FeeSchedule::parse(text).or_else(|| choice::read(text, LIST).and_then(FeeSchedule::parse))
}

/// The choices of 所属機関.
pub static CHOICES: [Choice; 5] = [
    Choice::new("1", "医科", "Medical"),
    Choice::new("3", "歯科", "Dental"),
    Choice::new("4", "調剤", "Pharmacy"),
    Choice::new("6", "訪問看護", "Home nursing"),
    Choice::new("7", "職域診療所等", "Workplace clinic etc."),
];
pub(crate) const LIST: Choices = choices!(CHOICES, Code::FeeScheduleUnknown);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_is_a_fee_schedule() {
        for choice in &CHOICES {
            assert_eq!(FeeSchedule::parse(choice.value).map(FeeSchedule::value), Some(choice.value));
        }
        assert_eq!(FeeSchedule::parse("2"), None);
    }
}
