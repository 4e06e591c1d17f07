//! Codes found in letters, mails and what PDF files give.

#![cfg(feature = "bulk")]

use onshi_check::find::{Confidence, Found, find};
use onshi_check::{Kind, Status};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// Kind, text as it stands, canonical value, label, sure.
type Hit<'a> = (&'static str, &'a str, &'a str, &'a str, bool);

fn hits(text: &str) -> Vec<(String, String, String, String, bool)> {
    let show = |hit: &Found| {
        (
            hit.kind.name().to_owned(),
            text[hit.range.clone()].to_owned(),
            hit.verdict.value.clone().unwrap_or_default(),
            hit.label.clone().map(|label| text[label].to_owned()).unwrap_or_default(),
            hit.confidence == Confidence::High,
        )
    };
    find(text).iter().map(show).collect()
}

fn assert_found(text: &str, expected: &[Hit]) {
    let expected: Vec<_> = expected
        .iter()
        .map(|(kind, hit, value, label, sure)| {
            ((*kind).to_owned(), (*hit).to_owned(), (*value).to_owned(), (*label).to_owned(), *sure)
        })
        .collect();
    assert_eq!(hits(text), expected, "{text}");
}

#[test]
fn a_letter_of_ntt() {
    assert_found(
        "開通のご案内\nお客さまID：ＣＡＦ０１２３４５６７８９\nご連絡先電話番号　０３－１２３４－５６７８\n〒100-0001 東京都千代田区",
        &[
            ("customer-id", "ＣＡＦ０１２３４５６７８９", "CAF0123456789", "お客さまID", true),
            ("phone", "０３－１２３４－５６７８", "0312345678", "電話", true),
        ],
    );
}

#[test]
fn a_mail_with_a_signature() {
    assert_found(
        "医療機関等コード（10桁）は 13 3 324629-5 です。\n返信は Desk@clinic-1.example.jp まで。\nTEL 03(1234)5678 / FAX 03-1234-5679",
        &[
            ("institution-code", "13 3 324629-5", "1333246295", "医療機関等コード", true),
            ("email", "Desk@clinic-1.example.jp", "", "", true),
            ("phone", "03(1234)5678", "0312345678", "TEL", true),
        ],
    );
}

#[test]
fn text_of_a_pdf_with_broken_lines() {
    assert_found(
        "お客さまＩＤ\nCAF01234\n56789\n保険医療機関コード 07,\n1236,2",
        &[("customer-id", "CAF01234\n56789", "CAF0123456789", "お客さまＩＤ", true)],
    );
    assert_found(
        "電話　０３－１２３４－\n５６７８",
        &[("phone", "０３－１２３４－\n５６７８", "0312345678", "電話", true)],
    );
    assert_found("薬局コード: 07,1236,2", &[("institution-number", "07,1236,2", "0712362", "薬局コード", true)]);
}

#[test]
fn an_id_with_too_few_digits_is_found_and_judged() {
    let [hit] = &find("IDは COP0123456 です")[..] else { panic!("one hit") };
    assert_eq!((hit.kind, hit.verdict.status), (Kind::CustomerId, Status::Invalid));
    assert_eq!(hit.verdict.issues[0].code.name(), "customer-id.too-short");
    assert_eq!(hit.confidence, Confidence::Low);
}

#[test]
fn digits_without_a_label_are_a_guess() {
    assert_found(
        "1333246295 と 09012345678 と 0312345678",
        &[
            ("institution-code", "1333246295", "1333246295", "", false),
            ("phone", "09012345678", "09012345678", "", false),
            ("phone", "0312345678", "0312345678", "", false),
        ],
    );
}

#[test]
fn what_only_looks_like_it_is_left() {
    for text in [
        "",
        "2026年11月21日 10:30",
        "2026-11-21",
        "FAX: 03-1234-5678",
        "郵便番号 1000001",
        "介護保険事業所番号 1370123456",
        "請求額 1,234,567円",
        "decaf 1123456789",
        "CAFE 1123456789",
        "口座番号 1234567",
        "x1333246295x",
        "1333246296",
        "user@localhost",
        "@example.jp",
    ] {
        assert_eq!(hits(text), [], "{text}");
    }
}

#[test]
fn each_number_has_the_label_before_it_and_no_other() {
    assert_found(
        "電話 03-1234-5678 0312345679",
        &[("phone", "03-1234-5678", "0312345678", "電話", true), ("phone", "0312345679", "0312345679", "", false)],
    );
}

proptest! {
    #![proptest_config(ProptestConfig {
        rng_seed: RngSeed::Fixed(20_261_121),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn hits_stand_in_order_and_do_not_overlap(text in "(CAF|COP|電話|ＴＥＬ|[0-9０-９]{1,12}|[-－ー ,.()\n]|[a-z]{1,3}@[a-z]{2}\\.jp|[あ東x]){0,30}") {
        let mut end = 0;
        for hit in find(&text) {
            prop_assert!(hit.range.start >= end && hit.range.end > hit.range.start);
            prop_assert!(text.get(hit.range.clone()).is_some());
            if let Some(label) = hit.label {
                prop_assert!(label.start >= end && label.end <= hit.range.start);
            }
            end = hit.range.end;
        }
    }

    #[test]
    fn no_text_is_too_odd(text in any::<String>()) {
        prop_assert!(find(&text).len() <= text.len());
    }

    #[test]
    fn a_labelled_right_id_is_always_found(before in "[あ-ん。、\n]{0,20}", id in "CAF[0-9]{10}|COP[0-9]{8}", after in "[あ-ん。、\n]{0,20}") {
        let text = format!("{before}お客さまID: {id}{after}");
        let found = find(&text);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(found[0].verdict.value.as_deref(), Some(&*id));
        prop_assert_eq!(found[0].confidence, Confidence::High);
    }
}
