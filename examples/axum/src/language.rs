//! The language of the answer.

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use onshi_check::message::Locale;

/// The one of Japanese and English that the reader prefers; Japanese when nothing decides.
pub(crate) fn accepted(headers: &HeaderMap) -> Locale {
    let lines: Vec<_> = headers.get_all(ACCEPT_LANGUAGE).iter().filter_map(|line| line.to_str().ok()).collect();
    let ranges = lines.join(",");
    if weight(&ranges, "en") > weight(&ranges, "ja") { Locale::En } else { Locale::Ja }
}

/// How much the reader wants a language: 0 to 1, the most that one of its tags is given (`en`, `en-GB`).
fn weight(ranges: &str, language: &str) -> f32 {
    let weights = ranges.split(',').filter_map(|range| {
        let (tag, parameters) = range.split_once(';').unwrap_or((range, "q=1"));
        let primary = tag.trim().split('-').next()?;
        let weight = parameters.trim().strip_prefix("q=")?.parse().ok()?;
        (primary.eq_ignore_ascii_case(language) && (0.0..=1.0).contains(&weight)).then_some(weight)
    });
    weights.fold(0.0, f32::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greater_weight_decides_and_then_japanese() {
        let table = [
            ("", Locale::Ja),
            ("*", Locale::Ja),
            ("fr", Locale::Ja),
            ("en", Locale::En),
            ("EN-us", Locale::En),
            ("en, ja", Locale::Ja),
            ("en;q=0.8, ja;q=0.9", Locale::Ja),
            ("ja;q=0.5,en-GB;q=0.7", Locale::En),
            ("fr, en;q=0.2", Locale::En),
            ("en;q=0", Locale::Ja),
            ("en;q=high", Locale::Ja),
            ("en;q=inf", Locale::Ja),
            ("enough", Locale::Ja),
        ];
        for (header, expected) in table {
            let headers = HeaderMap::from_iter([(ACCEPT_LANGUAGE, header.parse().expect("a header"))]);
            assert_eq!(accepted(&headers), expected, "{header}");
        }
        assert_eq!(accepted(&HeaderMap::new()), Locale::Ja);
    }
}
