//! Words of ログイン.

use super::FormWords;
use crate::field::Field;
use crate::reference::{Description, Words, cite};
use crate::source::Document::{NursingGuide, VendorManual};

pub(super) static FORM: FormWords = FormWords {
    name: "login",
    label: Words { ja: "ログイン", en: "Login" },
    sources: &[(NursingGuide, "ログイン"), (VendorManual, "ログイン")],
    rules: &[],
    word,
};

fn word(field: Field, plain: Description) -> Description {
    match field {
        Field::UserId => Description {
            label: Words {
                ja: "ユーザーID（原則メールアドレス）", en: "User ID (as a rule the e-mail address)"
            },
            hint: Words {
                ja: "登録したメールアドレスです。末尾が「@01」から「@48」の仮のアカウントでは入れないため、新規ユーザー登録をします。",
                en: "The e-mail address you registered. Placeholder accounts, which end in @01 to @48, cannot log in: register as a new user.",
            },
            example: "clinic@example.jp",
            sources: cite(&[(NursingGuide, "ログイン ユーザーID（原則メールアドレス）"), (VendorManual, "ユーザー名")]),
            ..plain
        },
        Field::Password => Description {
            label: Words { ja: "パスワード", en: "Password" },
            hint: Words {
                ja: "登録したパスワードです。2024年3月25日より前のサイトのパスワードは使えないため、再設定します。",
                en: "The password you registered. One from the site before 2024-03-25 no longer works and has to be set anew.",
            },
            example: "Mihon2026",
            sources: cite(&[(NursingGuide, "ログイン パスワード"), (VendorManual, "パスワード")]),
            ..plain
        },
        _ => plain,
    }
}
