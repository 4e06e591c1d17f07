//! Names and free text.
//!
//! | rule | source |
//! |---|---|
//! | blanks at both ends and invisible characters are folded away | rule book, folding |
//! | more than 200 characters: warning, no source gives a limit | rule book, names and free text |
//! | 開設者: half-width letters, digits or katakana are a warning with a full-width fix | S004:470 (全角), S000:96 (漢字) |

use crate::findings::{Findings, NOWHERE, span};
use crate::issue::{Code, FixKind};
use crate::kind::Context;
use crate::text::Text;

const LONGEST: usize = 200;

pub(crate) fn judge(text: &Text, context: &Context, findings: &mut Findings) {
    let folded = text.as_str();
    // A character takes at least one byte, so short texts need no counting.
    if folded.len() > LONGEST && folded.chars().fold(0, |count, _| count + 1) > LONGEST {
        findings.report_with(Code::TextTooLong, NOWHERE, LONGEST, 0, 0);
    }
    if context.full_width
        && let Some(before) = folded.chars().position(is_half_width)
    {
        let at = folded.chars().take(before).fold(0, |at, char| at + char.len_utf8());
        findings.report(Code::TextHalfWidth, span(at, at + 1));
        findings.fix(FixKind::FullWidth, true);
    }
}

fn is_half_width(char: char) -> bool {
    matches!(char, '!'..='~' | '｡'..='ﾟ')
}

/// Half-width katakana from U+FF61 on, in full width; the two sound marks come last.
const FULL_WIDTH: &str = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";

/// The same as the last bytes of U+3000 and on: every one of them is there.
static FULL_WIDTH_BYTES: [u8; 63] = last_bytes();

#[allow(clippy::indexing_slicing, reason = "at compile time")]
const fn last_bytes() -> [u8; 63] {
    let utf8 = FULL_WIDTH.as_bytes();
    let mut bytes = [0; 63];
    let mut at = 0;
    while at < bytes.len() {
        bytes[at] = utf8[at * 3 + 1] << 6 | utf8[at * 3 + 2] & 0x3f;
        at += 1;
    }
    bytes
}

/// Writes the text in full width.
pub(crate) fn write_full_width(text: &str, into: &mut String) {
    let mut before = None;
    for char in text.chars() {
        let voiced = before.and_then(|before| voice(before, char));
        if voiced.is_none() {
            into.extend(before);
        }
        before = voiced.or_else(|| full_width(char)).or(Some(char));
    }
    into.extend(before);
}

fn full_width(char: char) -> Option<char> {
    match char {
        '!'..='~' => char::from_u32(char as u32 + 0xfee0),
        '｡'..='ﾟ' => {
            let byte = FULL_WIDTH_BYTES.get((char as usize).wrapping_sub('｡' as usize))?;
            char::from_u32(0x3000 + u32::from(*byte))
        }
        _ => None,
    }
}

/// `カ` and `ﾞ` are `ガ`, `ハ` and `ﾟ` are `パ`.
fn voice(before: char, mark: char) -> Option<char> {
    let step = match (before, mark) {
        ('ウ', 'ﾞ') => return Some('ヴ'),
        (
            'カ' | 'キ' | 'ク' | 'ケ' | 'コ' | 'サ' | 'シ' | 'ス' | 'セ' | 'ソ' | 'タ' | 'チ' | 'ツ' | 'テ' | 'ト'
            | 'ハ' | 'ヒ' | 'フ' | 'ヘ' | 'ホ',
            'ﾞ',
        ) => 1,
        ('ハ' | 'ヒ' | 'フ' | 'ヘ' | 'ホ', 'ﾟ') => 2,
        _ => return None,
    };
    char::from_u32(before as u32 + step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Kind, check};

    #[test]
    fn half_width_katakana_become_full_width_with_their_sound_marks() {
        for (half, full) in [("ｶﾞｰﾃﾞﾝ ﾊﾟｰｸ ABC1", "ガーデン パーク ＡＢＣ１"), ("ｳﾞｨｱﾝ", "ヴィアン")]
        {
            let mut written = String::new();
            write_full_width(half, &mut written);
            assert_eq!(written, full);
        }
    }

    #[test]
    fn a_space_between_names_is_no_half_width_character() {
        let founder = Context { full_width: true, ..Context::default() };
        assert!(check(Kind::Text, "山田 太郎", &founder).issues.is_empty());
        let verdict = check(Kind::Text, "医療法人ABC会", &founder);
        assert!(verdict.has(Code::TextHalfWidth));
        assert_eq!(verdict.issues[0].range, Some((4, 5)));
    }
}
