//! Words of ユーザー登録.

use super::FormWords;
use crate::field::Field;
use crate::issue::Code;
use crate::reference::{Citation, Description, Words, cite};
use crate::source::Document::{NursingGuide, VendorManual};

pub(super) static FORM: FormWords = FormWords {
    name: "user-registration",
    label: Words { ja: "ユーザー登録", en: "User registration" },
    sources: &[(NursingGuide, "新規ユーザー登録"), (VendorManual, "ユーザー登録")],
    rules: &[Code::InstitutionCodeCheckDigit, Code::ConfirmMismatch],
    word,
};

fn word(field: Field, plain: Description) -> Description {
    match field {
        Field::FamilyName => Description {
            label: Words { ja: "姓", en: "Family name" },
            hint: Words { ja: "申請を担当する人の姓です。", en: "Of the person in charge." },
            example: "見本",
            autocomplete: "family-name",
            sources: on_both_screens("担当者情報の入力", "姓、名"),
            ..plain
        },
        Field::GivenName => Description {
            label: Words { ja: "名", en: "Given name" },
            hint: Words { ja: "申請を担当する人の名です。", en: "Of the person in charge." },
            example: "花子",
            autocomplete: "given-name",
            sources: on_both_screens("担当者情報の入力", "姓、名"),
            ..plain
        },
        Field::FeeSchedule => Description {
            label: Words { ja: "所属機関選択", en: "Kind of institution" },
            hint: Words {
                ja: "どの点数表で請求しているかで選びます。健康保険組合が開設した診療所や、保険者との契約で診療する診療所などは7です。",
                en: "By the fee schedule you bill with. Clinics run by a health-insurance society, or treating its members under contract, choose 7.",
            },
            ..plain
        },
        Field::InstitutionName => Description {
            label: Words { ja: "医療機関等・訪問看護ステーション名", en: "Name of the institution" },
            hint: Words {
                ja: "医療機関、薬局、訪問看護ステーションの名称です。",
                en: "Of the clinic, hospital, pharmacy or home-nursing station.",
            },
            example: "見本歯科医院",
            autocomplete: "organization",
            sources: on_both_screens("医療機関等・訪問看護ステーション名", "医療機関等名"),
            ..plain
        },
        Field::LocationConfirmed => Description {
            label: Words { ja: "所在地の確認", en: "Address confirmed" },
            hint: Words {
                ja: "コードから表示された所在地が合っていたら、チェックを入れます。",
                en: "Tick it when the address that the portal shows for your code is right.",
            },
            sources: cite(&[(NursingGuide, "所在地の確認")]),
            ..plain
        },
        Field::FounderName => Description {
            label: Words { ja: "開設者（全角）", en: "Founder (full width)" },
            hint: Words {
                ja: "開設者の名前を全角で入力します。訪問看護ステーションは法人の名前です。",
                en: "The founder's name in full-width characters. Home-nursing stations enter the name of the corporation.",
            },
            example: "医療法人社団見本会",
            sources: on_both_screens("開設者（全角）", "開設者（漢字）"),
            ..plain
        },
        Field::PasswordConfirm => Description {
            label: Words { ja: "パスワード（確認用）", en: "Password (repeated)" },
            hint: Words {
                ja: "打ち間違いを防ぐために、同じパスワードをもう一度入力します。",
                en: "Enter the same password once more, to catch a slip of the keyboard.",
            },
            sources: on_both_screens("パスワード（確認用）", "パスワード（確認用）"),
            ..plain
        },
        Field::TermsAccepted => Description {
            label: Words { ja: "利用規約への同意", en: "Terms accepted" },
            hint: Words {
                ja: "利用規約とプライバシーポリシーを読み、同意できたらチェックを入れます。",
                en: "Read the terms of use and the privacy policy, and tick it when you agree.",
            },
            sources: on_both_screens("利用規約", "利用規約"),
            ..plain
        },
        _ => plain,
    }
}

/// Where the ministry's guide and the vendor's manual show a box of the registration screen.
fn on_both_screens(guide: &'static str, manual: &'static str) -> Vec<Citation> {
    cite(&[(NursingGuide, guide), (VendorManual, manual)])
}
