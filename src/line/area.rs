//! Where CTC and QTnet lines are offered.

use crate::kind::prefecture::Prefecture;

/// What the sources say about CTC and QTnet in a prefecture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coverage {
    /// Offered.
    Full,
    /// Offered in a part (Shizuoka: west of the Fuji river).
    Partial,
    /// One source says yes, another leaves it out (Mie), or the product is doubtful there (Okinawa).
    Disputed,
    /// Not offered.
    None,
}

impl Coverage {
    /// By either of them: no prefecture has both.
    #[must_use]
    pub fn of(prefecture: Prefecture) -> Self {
        match Self::of_ctc(prefecture) {
            Self::None => Self::of_qtnet(prefecture),
            coverage => coverage,
        }
    }

    /// CTC: 20 to 24 (S003:156, 249).
    #[must_use]
    pub fn of_ctc(prefecture: Prefecture) -> Self {
        match prefecture.number() {
            20 | 21 | 23 => Self::Full,
            22 => Self::Partial,
            24 => Self::Disputed,
            _ => Self::None,
        }
    }

    /// QTnet: 40 to 47 (S003:156, 240).
    #[must_use]
    pub fn of_qtnet(prefecture: Prefecture) -> Self {
        match prefecture.number() {
            40..=46 => Self::Full,
            47 => Self::Disputed,
            _ => Self::None,
        }
    }
}
