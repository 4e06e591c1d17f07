//! 都道府県番号, the two digits of a prefecture.
//!
//! | text | verdict | source |
//! |---|---|---|
//! | `01` to `47` | valid, JIS order | S003:193-211, S004:127 |
//! | `48` | the operator's test number: error | S004:1336-1345 |
//! | `51` to `97` | reserve numbers (+50) on paper, not on the portal: unknown | notice of 2024-07-12 |
//! | `1` to `9` | unknown, with a fix that puts the zero back | |

use crate::canonical;
use crate::findings::{Findings, span};
use crate::issue::{Code, FixKind};
use crate::kind::Context;
use crate::kind::choice::{self, Choice, Choices, choices};
use crate::text::Text;

/// A prefecture, 1 to 47.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Prefecture(u8);

/// Which NTT company serves a prefecture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NttArea {
    /// NTT東日本: customer IDs start with CAF or COP.
    East,
    /// NTT西日本: customer IDs start with CAF.
    West,
}

impl Prefecture {
    /// The prefecture with this number.
    #[must_use]
    pub const fn new(number: u8) -> Option<Self> {
        match number {
            1..=47 => Some(Self(number)),
            _ => None,
        }
    }

    /// Reads the canonical two digits.
    ///
    /// ```
    /// use onshi_check::kind::prefecture::Prefecture;
    /// assert_eq!(Prefecture::parse("13").map(Prefecture::number), Some(13));
    /// assert_eq!(Prefecture::parse("48"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        canonical::prefecture(text.as_bytes())
    }

    /// The number, 1 to 47.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Value and names.
    #[must_use]
    pub fn choice(self) -> &'static Choice {
        CHOICES.get(usize::from(self.0).wrapping_sub(1)).unwrap_or(&CHOICES[0])
    }

    /// The NTT company that serves it (S003:296-302).
    #[must_use]
    pub const fn ntt_area(self) -> NttArea {
        match self.0 {
            1..=15 | 19 | 20 => NttArea::East,
            _ => NttArea::West,
        }
    }

    pub(crate) fn is_in_west(self) -> bool {
        self.ntt_area() == NttArea::West
    }
}

/// The prefecture that a text in any accepted form stands for.
pub(crate) fn read(text: &str) -> Option<Prefecture> {
    match text.as_bytes() {
        [b'0'..=b'9', b'0'..=b'9'] => Prefecture::parse(text),
        _ => choice::read(text, LIST).and_then(Prefecture::parse),
    }
}

pub(crate) fn judge(text: &Text, context: &Context, findings: &mut Findings) {
    if Prefecture::parse(text.as_str()).is_some() {
        return;
    }
    match text.as_bytes() {
        b"48" => findings.report(Code::PrefectureTestNumber, span(0, 2)),
        [b'1'..=b'9'] if !context.is_typing() => {
            findings.report(Code::PrefectureUnknown, span(0, 1));
            findings.fix(FixKind::LeadingZero, true);
        }
        // No label begins with a digit, so there is no need to read all of them.
        [b'0'..=b'9', b'0'..=b'9'] => findings.report(Code::PrefectureUnknown, span(0, 2)),
        _ => choice::judge(text, LIST, context, findings),
    }
}

/// The 47 prefectures in the order of their numbers.
pub static CHOICES: [Choice; 47] = [
    Choice::new("01", "北海道", "Hokkaido"),
    Choice::new("02", "青森県", "Aomori"),
    Choice::new("03", "岩手県", "Iwate"),
    Choice::new("04", "宮城県", "Miyagi"),
    Choice::new("05", "秋田県", "Akita"),
    Choice::new("06", "山形県", "Yamagata"),
    Choice::new("07", "福島県", "Fukushima"),
    Choice::new("08", "茨城県", "Ibaraki"),
    Choice::new("09", "栃木県", "Tochigi"),
    Choice::new("10", "群馬県", "Gunma"),
    Choice::new("11", "埼玉県", "Saitama"),
    Choice::new("12", "千葉県", "Chiba"),
    Choice::new("13", "東京都", "Tokyo"),
    Choice::new("14", "神奈川県", "Kanagawa"),
    Choice::new("15", "新潟県", "Niigata"),
    Choice::new("16", "富山県", "Toyama"),
    Choice::new("17", "石川県", "Ishikawa"),
    Choice::new("18", "福井県", "Fukui"),
    Choice::new("19", "山梨県", "Yamanashi"),
    Choice::new("20", "長野県", "Nagano"),
    Choice::new("21", "岐阜県", "Gifu"),
    Choice::new("22", "静岡県", "Shizuoka"),
    Choice::new("23", "愛知県", "Aichi"),
    Choice::new("24", "三重県", "Mie"),
    Choice::new("25", "滋賀県", "Shiga"),
    Choice::new("26", "京都府", "Kyoto"),
    Choice::new("27", "大阪府", "Osaka"),
    Choice::new("28", "兵庫県", "Hyogo"),
    Choice::new("29", "奈良県", "Nara"),
    Choice::new("30", "和歌山県", "Wakayama"),
    Choice::new("31", "鳥取県", "Tottori"),
    Choice::new("32", "島根県", "Shimane"),
    Choice::new("33", "岡山県", "Okayama"),
    Choice::new("34", "広島県", "Hiroshima"),
    Choice::new("35", "山口県", "Yamaguchi"),
    Choice::new("36", "徳島県", "Tokushima"),
    Choice::new("37", "香川県", "Kagawa"),
    Choice::new("38", "愛媛県", "Ehime"),
    Choice::new("39", "高知県", "Kochi"),
    Choice::new("40", "福岡県", "Fukuoka"),
    Choice::new("41", "佐賀県", "Saga"),
    Choice::new("42", "長崎県", "Nagasaki"),
    Choice::new("43", "熊本県", "Kumamoto"),
    Choice::new("44", "大分県", "Oita"),
    Choice::new("45", "宮崎県", "Miyazaki"),
    Choice::new("46", "鹿児島県", "Kagoshima"),
    Choice::new("47", "沖縄県", "Okinawa"),
];
pub(crate) const LIST: Choices = choices!(CHOICES, Code::PrefectureUnknown);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_its_numbers() {
        for (at, choice) in CHOICES.iter().enumerate() {
            let prefecture = Prefecture::parse(choice.value).expect(choice.value);
            assert_eq!(usize::from(prefecture.number()), at + 1);
            assert_eq!(prefecture.choice(), choice);
        }
    }

    #[test]
    fn niigata_yamanashi_and_nagano_are_east_toyama_and_shizuoka_are_not() {
        let area = |number| Prefecture::new(number).map(Prefecture::ntt_area);
        assert!([15, 19, 20].into_iter().all(|number| area(number) == Some(NttArea::East)));
        assert!([16, 17, 18, 21, 22, 47].into_iter().all(|number| area(number) == Some(NttArea::West)));
    }
}
