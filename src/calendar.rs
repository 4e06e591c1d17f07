//! Days and months as the forms write them: `YYYY-MM-DD` and `YYYY-MM`, years 1900 to 2099.
//!
//! No clock is read anywhere in this crate: a rule that depends on today gets the day from its caller.

use std::fmt;

/// A day, or a whole month. In the order of time; a month comes before its days.
///
/// ```
/// use onshi_check::Date;
///
/// let today = Date::parse("2026-11-21").unwrap();
/// assert_eq!(today.plus_months(3).to_string(), "2027-02-21");
/// assert!(today.month() < today);
/// assert_eq!(today.month().to_string(), "2026-11");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(u32);

/// Bits of the day, and of the month above it.
const DAY_BITS: u32 = 5;
const MONTH_BITS: u32 = 4;

impl Date {
    /// A day; a whole month when `day` is 0.
    pub(crate) const fn new(year: u16, month: u8, day: u8) -> Self {
        Self((year as u32) << (MONTH_BITS + DAY_BITS) | (month as u32) << DAY_BITS | day as u32)
    }

    /// Reads a canonical `YYYY-MM-DD` or `YYYY-MM`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, rest) = text.split_at_checked(4)?;
        let (month, day) = rest.strip_prefix('-')?.split_at_checked(2)?;
        let day = match day.strip_prefix('-') {
            Some(day) if day.len() == 2 => number(day)?,
            None if day.is_empty() => 0,
            _ => return None,
        };
        let (year, month) = (number(year)?, u8::try_from(number(month)?).ok()?);
        let is_real = matches!((year, month), (1900..=2099, 1..=12)) && day <= u16::from(days_in_month(year, month));
        is_real.then_some(Self::new(year, month, day as u8))
    }

    /// The date in one number, as it crosses the boundary.
    #[must_use]
    pub const fn packed(self) -> u32 {
        self.0
    }

    /// The date that [`Date::packed`] made; `None` for 0.
    #[must_use]
    pub const fn from_packed(packed: u32) -> Option<Self> {
        if packed == 0 { None } else { Some(Self(packed)) }
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> u16 {
        (self.0 >> (MONTH_BITS + DAY_BITS)) as u16
    }

    /// The month of the year, 1 to 12.
    #[must_use]
    pub const fn month_of_year(self) -> u8 {
        (self.0 >> DAY_BITS & ((1 << MONTH_BITS) - 1)) as u8
    }

    /// The day of the month; `None` for a whole month.
    #[must_use]
    pub const fn day(self) -> Option<u8> {
        match (self.0 & ((1 << DAY_BITS) - 1)) as u8 {
            0 => None,
            day => Some(day),
        }
    }

    /// The whole month.
    #[must_use]
    pub const fn month(self) -> Self {
        Self(self.0 >> DAY_BITS << DAY_BITS)
    }

    /// So many months later, or earlier; a day that the month does not have becomes its last one.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let month = u32::from(self.year()) * 12 + u32::from(self.month_of_year()) - 1;
        let month = month.saturating_add_signed(months);
        let (year, month) = ((month / 12) as u16, (month % 12) as u8 + 1);
        Self::new(year, month, self.day().unwrap_or(0).min(days_in_month(year, month)))
    }
}

/// As the contract writes it.
impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}", self.year(), self.month_of_year())?;
        match self.day() {
            Some(day) => write!(formatter, "-{day:02}"),
            None => Ok(()),
        }
    }
}

fn number(digits: &str) -> Option<u16> {
    let mut number = 0;
    for digit in digits.bytes() {
        number = match digit {
            b'0'..=b'9' => number * 10 + u16::from(digit - b'0'),
            _ => return None,
        };
    }
    Some(number)
}

pub(crate) fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).expect("a date")
    }

    #[test]
    fn only_canonical_dates_are_read() {
        for text in ["2024-02-29", "1900-01", "2099-12-31"] {
            assert_eq!(date(text).to_string(), text);
            assert_eq!(Date::from_packed(date(text).packed()), Some(date(text)));
        }
        for text in
            ["", "2023-02-29", "2024-13", "2024-00", "1899-12", "2024-1-1", "2024-01-", "2024-01-011", "２０２４-01"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn months_are_counted_over_the_end_of_the_year() {
        let table = [
            ("2024-08-31", -6, "2024-02-29"),
            ("2024-11-21", 3, "2025-02-21"),
            ("2024-12", 1, "2025-01"),
            ("2024-01", -1, "2023-12"),
            ("2024-06", 12, "2025-06"),
        ];
        for (from, months, expected) in table {
            assert_eq!(date(from).plus_months(months), date(expected), "{from} {months}");
        }
    }

    #[test]
    fn dates_are_in_the_order_of_time() {
        assert!(date("2024-10-31") < date("2024-11-01"));
        assert!(date("2024-11") < date("2024-11-01") && date("2024-11-30") < date("2024-12"));
    }
}
