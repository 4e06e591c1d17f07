//! 年月, a year and a month.
//!
//! | text | verdict | source |
//! |---|---|---|
//! | `2024-07`, years 1900 to 2099 | valid | rule book, dates |
//! | `2024/7`, `2024.07`, `2024年7月` | folded | S004:1164 prints `2024年 01月` |

use crate::findings::{Findings, span};
use crate::issue::Code;
use crate::kind::Context;
use crate::text::Text;

/// Characters of `YYYY-MM`.
const LENGTH: usize = 7;

pub(crate) fn judge(text: &Text, context: &Context, findings: &mut Findings) {
    match read_month(text.as_bytes()) {
        Reading::Whole(_, []) => return,
        Reading::Begun if context.is_typing() => return findings.incomplete(),
        _ => {}
    }
    findings.report(Code::YearMonthBadFormat, span(0, text.as_bytes().len()));
}

/// How far a text is a year and a month.
pub(crate) enum Reading<'a> {
    /// `(year, month)`, and what stands behind them.
    Whole((u16, u8), &'a [u8]),
    /// Nothing wrong so far.
    Begun,
    /// Cannot become one.
    Wrong,
}

/// Reads `YYYY-MM` as far as it goes.
pub(crate) fn read_month(text: &[u8]) -> Reading<'_> {
    let (mut year, mut month) = (0, 0);
    for (byte, at) in text.iter().zip(0..LENGTH) {
        let digit = byte.wrapping_sub(b'0');
        match (at, digit) {
            (4, _) if *byte == b'-' => {}
            (0..=3, 0..=9) => year = year * 10 + u16::from(digit),
            (5.., 0..=9) => month = month * 10 + digit,
            _ => return Reading::Wrong,
        }
    }
    match (text.len(), year, month) {
        (0, ..)
        | (1, 1..=2, _)
        | (2, 19..=20, _)
        | (3, 190..=209, _)
        | (4..=5, 1900..=2099, _)
        | (6, 1900..=2099, 0..=1) => Reading::Begun,
        (LENGTH.., 1900..=2099, 1..=12) => Reading::Whole((year, month), text.get(LENGTH..).unwrap_or_default()),
        _ => Reading::Wrong,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Kind, check};

    #[test]
    fn every_notation_of_the_sources_is_the_same_month() {
        for typed in ["2024-01", "2024/1", "2024.01", "2024年1月", "２０２４年　０１月", "2024 / 1"] {
            let verdict = check(Kind::YearMonth, typed, &Context::default());
            assert_eq!(verdict.value.as_deref(), Some("2024-01"), "{typed}");
        }
    }

    #[test]
    fn an_era_is_no_year() {
        assert!(check(Kind::YearMonth, "令和6年1月", &Context::default()).has(Code::YearMonthBadFormat));
    }
}
