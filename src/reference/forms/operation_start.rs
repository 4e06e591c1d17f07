//! Words of 運用開始日登録.

use super::FormWords;
use crate::field::Field;
use crate::issue::Code;
use crate::reference::{Description, Words, cite};
use crate::source::Document::NursingGuide;

pub(super) static FORM: FormWords = FormWords {
    name: "operation-start",
    label: Words { ja: "運用開始日登録", en: "Registration of the first day of operation" },
    sources: &[(NursingGuide, "運用開始日登録")],
    rules: &[Code::DateInFuture],
    word,
};

fn word(field: Field, plain: Description) -> Description {
    match field {
        Field::OperationStartDate => Description {
            label: Words { ja: "運用開始日", en: "First day of operation" },
            hint: Words {
                ja: "オンライン資格確認の導入準備が済み、運用を始めた日です。",
                en: "The day on which the place, fully prepared, began to verify eligibility online.",
            },
            sources: cite(&[(NursingGuide, "運用開始日入力欄")]),
            ..plain
        },
        _ => plain,
    }
}
