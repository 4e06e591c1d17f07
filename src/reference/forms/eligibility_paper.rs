//! Words of オンライン資格確認利用に関する申請書.

use super::FormWords;
use crate::field::Field;
use crate::issue::Code;
use crate::reference::{Description, Words, cite};
use crate::source::Document::Circular;

pub(super) static FORM: FormWords = FormWords {
    name: "eligibility-paper",
    label: Words {
        ja: "オンライン資格確認利用に関する申請書（紙）",
        en: "Application for online eligibility verification on paper",
    },
    sources: &[(Circular, "オンライン資格確認利用に関する申請書"), (Circular, "記載例")],
    rules: &[
        Code::InstitutionCodeCheckDigit,
        Code::LineOutsideArea,
        Code::LineAreaDisputed,
        Code::LineAreaPartial,
        Code::LineV6NotApplicable,
        Code::LineCustomerIdMeansNtt,
        Code::CustomerIdCopInWest,
        Code::MonthHalfGiven,
        Code::MonthInPast,
        Code::MonthTestAfterStart,
    ],
    word,
};

fn word(field: Field, plain: Description) -> Description {
    match field {
        Field::Date => Description {
            label: Words { ja: "申請日（西暦）", en: "Date of the application" },
            hint: Words { ja: "申請書を書いた日です。", en: "The day on which the form is filled in." },
            sources: cite(&[(Circular, "西暦 年 月 日")]),
            ..plain
        },
        Field::InstitutionName => Description {
            label: Words {
                ja: "医療機関・薬局・訪問看護ステーション名", en: "Name of the institution"
            },
            hint: Words {
                ja: "申請する医療機関、薬局、訪問看護ステーションの名称です。",
                en: "Of the clinic, hospital, pharmacy or home-nursing station that applies.",
            },
            example: "見本歯科医院",
            autocomplete: "organization",
            sources: cite(&[(Circular, "医療機関・薬局・訪問看護ステーション名")]),
            ..plain
        },
        Field::FeeSchedule => Description {
            label: Words { ja: "点数表", en: "Fee schedule" },
            sources: cite(&[(Circular, "点数表")]),
            ..plain
        },
        Field::InstitutionNumber => Description {
            label: Words { ja: "機関コード", en: "Institution number (7 digits)" },
            sources: cite(&[(Circular, "医療機関（薬局・指定訪問看護ステーション）コード（受付番号）")]),
            ..plain
        },
        Field::FounderName => Description {
            label: Words { ja: "開設者氏名", en: "Founder" },
            hint: Words {
                ja: "開設者の名前を全角で書きます。法人が開設しているなら、法人の名前です。",
                en: "The founder's name in full-width characters; the name of the corporation if one founded the place.",
            },
            example: "医療法人社団見本会",
            sources: cite(&[(Circular, "開設者氏名")]),
            ..plain
        },
        Field::Phone => Description { sources: cite(&[(Circular, "電話番号")]), ..plain },
        Field::Email => Description {
            hint: Words {
                ja: "小文字で40文字までです。メールアドレスがなければ、空のままにします。",
                en: "Lower case, up to 40 characters. Leave it empty if there is no address.",
            },
            sources: cite(&[(Circular, "メールアドレス")]),
            ..plain
        },
        Field::ContactName => Description {
            label: Words { ja: "担当者名", en: "Person in charge" },
            hint: Words {
                ja: "申請について問い合わせを受ける人の名前です。",
                en: "The person who answers questions about the application.",
            },
            example: "見本花子",
            autocomplete: "name",
            sources: cite(&[(Circular, "担当者名")]),
            ..plain
        },
        Field::V6Option => Description {
            label: Words { ja: "フレッツ・v6オプションの契約状況", en: "FLET'S v6 option" },
            hint: Words {
                ja: "契約済みか、利用開始までに契約する予定なら前者を選びます。レセコン業者などがアプリケーションを管理していて契約が要らないなら「不要」です。",
                en: "Choose the first if you have the option or will by the start. “Not needed” is for places whose claims-software vendor manages the application.",
            },
            sources: cite(&[(Circular, "フレッツ・v6オプションの契約状況")]),
            ..plain
        },
        Field::PaymentMethod => Description {
            label: Words {
                ja: "電子証明書発行料（更新料）の支払方法", en: "How to pay for the certificate"
            },
            sources: cite(&[(Circular, "電子証明書発行料（更新料）の支払方法")]),
            ..plain
        },
        Field::SecretNumber => Description { sources: cite(&[(Circular, "秘密の番号")]), ..plain },
        Field::TerminalNames => Description {
            label: Words {
                ja: "電子証明書を設定する端末の名称等", en: "Terminals that get a certificate"
            },
            hint: Words {
                ja: "端末を見分けるための名前を、1台に1つずつ、10台まで書きます。電子証明書は端末ごとに発行されます。",
                en: "A name for each terminal, to tell it from the others; up to ten. A certificate is issued for each of them.",
            },
            sources: cite(&[(Circular, "電子証明書を設定する端末の名称等")]),
            ..plain
        },
        _ => super::for_eligibility(field, plain),
    }
}
