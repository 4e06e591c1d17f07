//! What stands beside every field of every form.
//!
//! A field says what its kind says, with the words of its place. Which fields there are, how each is judged and when it
//! is required is decided in `form`; `tests/reference.rs` compares the two by their verdicts.

use super::{Citation, Description, FieldDescription, FormDescription, InputMode, Required, Words, cite, kinds};
use crate::field::Field;
use crate::kind::Kind;
use crate::source::Document;

/// The description of the form with this name.
pub(super) fn describe(name: &str) -> Option<FormDescription> {
    match name {
        "user-registration" => Some(FormDescription {
            name: "user-registration",
            label: Words { ja: "ユーザー登録", en: "User registration" },
            fields: user_registration(),
            sources: cite(&[(Document::NursingGuide, "新規ユーザー登録"), (Document::VendorManual, "ユーザー登録")]),
        }),
        _ => None,
    }
}

fn user_registration() -> Vec<FieldDescription> {
    vec![
        FieldDescription::of(Field::FamilyName, Kind::Text, |kind| Description {
            label: Words { ja: "姓", en: "Family name" },
            hint: Words { ja: "申請を担当する人の姓です。", en: "Of the person in charge." },
            example: "見本",
            autocomplete: "family-name",
            sources: on_both_screens("担当者情報の入力", "姓、名"),
            ..kind
        }),
        FieldDescription::of(Field::GivenName, Kind::Text, |kind| Description {
            label: Words { ja: "名", en: "Given name" },
            hint: Words { ja: "申請を担当する人の名です。", en: "Of the person in charge." },
            example: "花子",
            autocomplete: "given-name",
            sources: on_both_screens("担当者情報の入力", "姓、名"),
            ..kind
        }),
        FieldDescription::of(Field::FeeSchedule, Kind::FeeSchedule, |kind| Description {
            label: Words { ja: "所属機関選択", en: "Kind of institution" },
            hint: Words {
                ja: "どの点数表で請求しているかで選びます。健康保険組合が開設した診療所や、保険者との契約で診療する診療所などは7です。",
                en: "By the fee schedule you bill with. Clinics run by a health-insurance society, or treating its members under contract, choose 7.",
            },
            ..kind
        }),
        FieldDescription::of(Field::Prefecture, Kind::Prefecture, |kind| kind),
        FieldDescription {
            required: Required::When(Words {
                ja: "所属機関が「7 職域診療所等」以外のとき",
                en: "unless the kind of institution is 7 (workplace clinic)",
            }),
            ..FieldDescription::of(Field::InstitutionNumber, Kind::InstitutionNumber, |kind| kind)
        },
        FieldDescription::of(Field::InstitutionName, Kind::Text, |kind| Description {
            label: Words { ja: "医療機関等・訪問看護ステーション名", en: "Name of the institution" },
            hint: Words {
                ja: "医療機関、薬局、訪問看護ステーションの名称です。",
                en: "Of the clinic, hospital, pharmacy or home-nursing station.",
            },
            example: "見本歯科医院",
            autocomplete: "organization",
            sources: on_both_screens("医療機関等・訪問看護ステーション名", "医療機関等名"),
            ..kind
        }),
        FieldDescription::checkbox(Field::LocationConfirmed, |checkbox| Description {
            label: Words { ja: "所在地の確認", en: "Address confirmed" },
            hint: Words {
                ja: "コードから表示された所在地が合っていたら、チェックを入れます。",
                en: "Tick it when the address that the portal shows for your code is right.",
            },
            sources: cite(&[(Document::NursingGuide, "所在地の確認")]),
            ..checkbox
        }),
        FieldDescription::of(Field::FounderName, Kind::Text, |kind| Description {
            label: Words { ja: "開設者（全角）", en: "Founder (full width)" },
            hint: Words {
                ja: "開設者の名前を全角で入力します。訪問看護ステーションは法人の名前です。",
                en: "The founder's name in full-width characters. Home-nursing stations enter the name of the corporation.",
            },
            example: "医療法人社団見本会",
            sources: on_both_screens("開設者（全角）", "開設者（漢字）"),
            ..kind
        }),
        FieldDescription::of(Field::Phone, Kind::Phone, |kind| kind),
        FieldDescription::of(Field::Email, Kind::Email, |kind| kind),
        FieldDescription::of(Field::Password, Kind::Password, |kind| kind),
        FieldDescription::repeat(Field::PasswordConfirm, Field::Password, Kind::Password, |kind| Description {
            label: Words { ja: "パスワード（確認用）", en: "Password (repeated)" },
            hint: Words {
                ja: "打ち間違いを防ぐために、同じパスワードをもう一度入力します。",
                en: "Enter the same password once more, to catch a slip of the keyboard.",
            },
            sources: on_both_screens("パスワード（確認用）", "パスワード（確認用）"),
            ..kind
        }),
        FieldDescription::checkbox(Field::TermsAccepted, |checkbox| Description {
            label: Words { ja: "利用規約への同意", en: "Terms accepted" },
            hint: Words {
                ja: "利用規約とプライバシーポリシーを読み、同意できたらチェックを入れます。",
                en: "Read the terms of use and the privacy policy, and tick it when you agree.",
            },
            sources: on_both_screens("利用規約", "利用規約"),
            ..checkbox
        }),
    ]
}

impl FieldDescription {
    /// A field of this kind, required on every application, in the words that `word` makes of the kind's.
    fn of(field: Field, kind: Kind, word: impl FnOnce(Description) -> Description) -> Self {
        Self {
            kind: kind.name(),
            repeats: None,
            required: Required::Always,
            description: Description { name: field.name(), ..word(kinds::describe(kind)) },
        }
    }

    /// A field that takes the same text as `first` once more.
    fn repeat(field: Field, first: Field, kind: Kind, word: impl FnOnce(Description) -> Description) -> Self {
        Self { kind: "repeat", repeats: Some(first.name()), ..Self::of(field, kind, word) }
    }

    /// A box to tick: its value is `true` or nothing.
    fn checkbox(field: Field, word: impl FnOnce(Description) -> Description) -> Self {
        let tick = |text| {
            word(Description {
                example: "true",
                pattern: "^true$",
                min_length: None,
                input_mode: InputMode::None,
                ..text
            })
        };
        Self { kind: "checkbox", ..Self::of(field, Kind::Text, tick) }
    }
}

/// Where the ministry's guide and the vendor's manual show a box of the registration screen.
fn on_both_screens(guide: &'static str, manual: &'static str) -> Vec<Citation> {
    cite(&[(Document::NursingGuide, guide), (Document::VendorManual, manual)])
}
