//! Words of 電子証明書 証明書発行申請情報.

use super::FormWords;
use crate::field::Field;
use crate::issue::Code;
use crate::reference::{Description, Words, cite};
use crate::source::Document::{NursingGuide, VendorManual};

pub(super) static FORM: FormWords = FormWords {
    name: "certificate-application",
    label: Words { ja: "電子証明書 発行申請", en: "Application for an electronic certificate" },
    sources: &[(NursingGuide, "証明書発行申請情報の入力画面"), (VendorManual, "証明書発行申請情報")],
    rules: &[Code::InstitutionCodeCheckDigit],
    word,
};

fn word(field: Field, plain: Description) -> Description {
    match field {
        Field::FeeAccepted => Description {
            label: Words { ja: "発行料（1,500円）への同意", en: "Fee of 1,500 yen accepted" },
            hint: Words {
                ja: "電子証明書は端末1台に1枚で、発行料は1枚1,500円です。同意できたらチェックを入れます。",
                en: "Each terminal needs a certificate, at 1,500 yen each. Tick it when you agree.",
            },
            sources: cite(&[(NursingGuide, "電子証明書発行料 1枚あたり"), (VendorManual, "発行料への同意")]),
            ..plain
        },
        Field::EligibilityApplied => Description {
            label: Words { ja: "オンライン資格確認の利用申請", en: "Eligibility application sent" },
            hint: Words {
                ja: "オンライン資格確認の利用申請が済んでいたら、チェックを入れます。",
                en: "Tick it when the application for online eligibility verification has been sent.",
            },
            sources: cite(&[(VendorManual, "オンライン資格確認の利用申請")]),
            ..plain
        },
        Field::FeeSchedule => {
            Description { label: Words { ja: "点数表", en: "Fee schedule" }, ..super::on_portal(field, plain) }
        }
        Field::InstitutionNumber => Description {
            label: Words { ja: "医療機関コード", en: "Institution number (7 digits)" },
            sources: cite(&[(NursingGuide, "証明書発行申請情報の入力画面"), (VendorManual, "証明書発行申請情報")]),
            ..super::on_portal(field, plain)
        },
        Field::InstitutionName => Description {
            label: Words { ja: "医療機関（薬局）名称", en: "Name of the institution" },
            hint: Words {
                ja: "登録した名称です。申請画面では自動で入ります。",
                en: "The name as registered. The portal fills it in itself.",
            },
            example: "見本歯科医院",
            autocomplete: "organization",
            sources: cite(&[(NursingGuide, "医療機関（薬局）名称"), (VendorManual, "医療機関（薬局）名称")]),
            ..plain
        },
        Field::ContactName => Description {
            label: Words { ja: "担当部署／担当者名", en: "Department or person in charge" },
            hint: Words {
                ja: "証明書の通知書が届く宛名です。業者ではなく、医療機関等の部署か人の名前にします。",
                en: "To whom the letter about the certificate is addressed: a department or person of the institution, not of a vendor.",
            },
            example: "見本花子",
            autocomplete: "name",
            sources: cite(&[(NursingGuide, "担当部署／担当者名"), (VendorManual, "担当部署／担当者名")]),
            ..plain
        },
        _ => super::on_portal(field, plain),
    }
}
