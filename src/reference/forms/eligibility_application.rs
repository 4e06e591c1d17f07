//! Words of オンライン資格確認 利用開始・変更申請.

use super::FormWords;
use crate::field::Field;
use crate::issue::Code;
use crate::reference::{Description, Words, cite};
use crate::source::Document::{NursingGuide, VendorManual};

pub(super) static FORM: FormWords = FormWords {
    name: "eligibility-application",
    label: Words {
        ja: "オンライン資格確認 利用開始・変更申請", en: "Application for online eligibility verification"
    },
    sources: &[
        (NursingGuide, "オンライン資格確認 利用開始・変更申請"),
        (VendorManual, "オンライン資格確認 利用開始・変更申請"),
    ],
    rules: &[
        Code::InstitutionCodeCheckDigit,
        Code::LineOutsideArea,
        Code::LineAreaDisputed,
        Code::LineAreaPartial,
        Code::LineCustomerIdMeansNtt,
        Code::CustomerIdSameLineMayLag,
        Code::CustomerIdNotAsked,
        Code::CustomerIdKindMismatch,
        Code::CustomerIdCopInWest,
        Code::LineV6NotApplicable,
        Code::LineV6PaperOnly,
        Code::LineServiceDiscontinued,
        Code::LineServiceNotOffered,
        Code::LineServiceNotConnectable,
        Code::LineServiceUndecided,
        Code::ConfirmMismatch,
        Code::MonthHalfGiven,
        Code::MonthInPast,
        Code::MonthTestAfterStart,
    ],
    word,
};

fn word(field: Field, plain: Description) -> Description {
    match field {
        Field::ApplicationType => Description {
            label: Words { ja: "申請区分", en: "Kind of application" },
            hint: Words {
                ja: "初めての申請は「新規」、申請した内容を変えるときは「変更」です。申請画面では自動で決まります。",
                en: "“New” for a first application, “Change” for a change of what was applied for. The portal sets it itself.",
            },
            example: "new",
            sources: cite(&[(NursingGuide, "申請区分"), (VendorManual, "申請区分")]),
            ..plain
        },
        Field::CustomerIdSource => Description {
            label: Words { ja: "お客さまIDの選択", en: "Choice of customer ID" },
            hint: Words {
                ja: "オンライン請求と同じ回線なら、請求のお客さまIDを使えます。別の回線のときや、まだ反映されていないときは、CAFかCOPを選びます。",
                en: "On one line with online claims you can use the ID of the claims application. For another line, or while that ID has not arrived yet, choose CAF or COP.",
            },
            example: "caf",
            sources: cite(&[(NursingGuide, "お客さまID"), (VendorManual, "お客さまID")]),
            ..plain
        },
        Field::CustomerIdConfirm => Description {
            label: Words { ja: "確認用お客さまID", en: "Customer ID (repeated)" },
            hint: Words {
                ja: "写し間違いを防ぐために、同じお客さまIDをもう一度入力します。",
                en: "Enter the same customer ID once more, to catch a slip in copying.",
            },
            sources: cite(&[(NursingGuide, "確認用お客さまID（CAFまたはCOP）"), (VendorManual, "確認用お客さまID")]),
            ..plain
        },
        Field::SecretNumberConfirm => Description {
            label: Words { ja: "秘密の番号（確認用）", en: "Secret number (repeated)" },
            hint: Words {
                ja: "打ち間違いを防ぐために、同じ4桁の数字をもう一度入力します。",
                en: "Enter the same four digits once more, to catch a slip of the keyboard.",
            },
            sources: cite(&[(NursingGuide, "秘密の番号")]),
            ..plain
        },
        Field::CustomerId | Field::StartMonth | Field::TestMonth => super::for_eligibility(field, plain),
        _ => super::on_portal(field, plain),
    }
}
