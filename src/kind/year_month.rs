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
pub(crate) fn read_month(digits: &[u8]) -> Reading<'_> {
    match digits {
        [] | [b'1' | b'2'] | [b'1', b'9'] | [b'2', b'0'] => Reading::Begun,
        [b'1', b'9', rest @ ..] => read_rest(1900, rest),
        [b'2', b'0', rest @ ..] => read_rest(2000, rest),
        _ => Reading::Wrong,
    }
}

fn read_rest(century: u16, rest: &[u8]) -> Reading<'_> {
    match rest {
        [b'0'..=b'9'] | [b'0'..=b'9', b'0'..=b'9'] | [b'0'..=b'9', b'0'..=b'9', b'-'] => Reading::Begun,
        [b'0'..=b'9', b'0'..=b'9', b'-', b'0' | b'1'] => Reading::Begun,
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9', b'-', m1 @ b'0'..=b'1', m2 @ b'0'..=b'9', rest @ ..] => {
            let year = century + u16::from(tens - b'0') * 10 + u16::from(ones - b'0');
            match (m1 - b'0') * 10 + (m2 - b'0') {
                month @ 1..=12 => Reading::Whole((year, month), rest),
                _ => Reading::Wrong,
            }
        }
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
