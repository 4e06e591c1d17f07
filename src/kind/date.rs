//! 年月日, a date.
//!
//! | text | verdict | source |
//! |---|---|---|
//! | `2024-07-01`, years 1900 to 2099 | valid | rule book, dates |
//! | `2024/7/1`, `2024.07.01`, `2024年7月1日` | folded | S003:138 prints 西暦 年 月 日 |
//! | `2024-02-30` | no such day | |

use crate::calendar::days_in_month;
use crate::findings::{Findings, span};
use crate::issue::Code;
use crate::kind::Context;
use crate::kind::year_month::{Reading, read_month};
use crate::text::Text;

pub(crate) fn judge(text: &Text, context: &Context, findings: &mut Findings) {
    let (code, start) = match read_month(text.as_bytes()) {
        Reading::Whole((year, month), rest) => match judge_day(days_in_month(year, month), rest) {
            Day::Right => return,
            Day::Begun if context.is_typing() => return findings.incomplete(),
            Day::NotInMonth => (Code::DateNoSuchDay, 8),
            Day::Begun | Day::Wrong => (Code::DateBadFormat, 0),
        },
        Reading::Begun if context.is_typing() => return findings.incomplete(),
        _ => (Code::DateBadFormat, 0),
    };
    findings.report(code, span(start, text.as_bytes().len()));
}

enum Day {
    Right,
    Begun,
    NotInMonth,
    Wrong,
}

fn judge_day(days: u8, rest: &[u8]) -> Day {
    match rest {
        [] | [b'-'] => Day::Begun,
        [b'-', tens @ b'0'..=b'9'] if (tens - b'0') * 10 <= days => Day::Begun,
        [b'-', b'0'..=b'9'] => Day::NotInMonth,
        [b'-', tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => {
            let day = (tens - b'0') * 10 + (ones - b'0');
            if day >= 1 && day <= days { Day::Right } else { Day::NotInMonth }
        }
        _ => Day::Wrong,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Kind, check};

    #[test]
    fn a_leap_day_is_a_day_in_leap_years_only() {
        assert_eq!(check(Kind::Date, "2024年2月29日", &Context::default()).value.as_deref(), Some("2024-02-29"));
        assert!(check(Kind::Date, "2023-02-29", &Context::default()).has(Code::DateNoSuchDay));
        assert!(check(Kind::Date, "1900-02-29", &Context::default()).has(Code::DateNoSuchDay));
    }
}
