//! Words of オンライン請求 利用開始・変更申請.

use super::FormWords;
use crate::field::Field;
use crate::issue::Code;
use crate::reference::{Description, Words, cite};
use crate::source::Document::{NursingGuide, VendorManual};

pub(super) static FORM: FormWords = FormWords {
    name: "claims-application",
    label: Words { ja: "オンライン請求 利用開始・変更申請", en: "Application for online claims" },
    sources: &[
        (NursingGuide, "オンライン請求 利用開始・変更申請"),
        (VendorManual, "オンライン請求 利用開始・変更申請"),
    ],
    rules: &[
        Code::ClaimsChangeBefore20th,
        Code::InstitutionCodeCheckDigit,
        Code::MonthHalfGiven,
        Code::ClaimsStartTooEarly,
        Code::ClaimsStartTooLate,
        Code::LineIsdnEnded,
        Code::CustomerIdNotAsked,
        Code::CustomerIdKindMismatch,
        Code::CustomerIdCopInWest,
        Code::LineServiceDiscontinued,
        Code::LineServiceNotOffered,
        Code::LineServiceNotConnectable,
        Code::LineServiceNeedsIpv6,
        Code::LineServiceUndecided,
    ],
    word,
};

#[expect(clippy::too_many_lines, reason = "a table, one arm a field")]
fn word(field: Field, plain: Description) -> Description {
    match field {
        Field::ApplicationType => Description {
            label: Words { ja: "申請区分", en: "Kind of application" },
            hint: Words {
                ja: "オンライン請求を始めるときは「開始」、申請した内容を変えるときは「変更」です。申請した月のうちの変更は20日以降にします。",
                en: "“Start” to begin online claims, “Change” for a change of what was applied for. A change in the month of the application waits until the 20th.",
            },
            example: "start",
            sources: cite(&[(NursingGuide, "申請区分"), (VendorManual, "オンライン請求 申請区分")]),
            ..plain
        },
        Field::StartMonth => Description {
            label: Words { ja: "請求開始年月", en: "Start of claims" },
            hint: Words {
                ja: "オンライン請求を始める年と月です。1年後まで選べます。",
                en: "The year and month in which online claims begin, up to a year ahead.",
            },
            example: "2026-06",
            sources: cite(&[(NursingGuide, "請求開始年月"), (VendorManual, "請求開始年月は1年後まで")]),
            ..plain
        },
        Field::ClaimsSoftware => Description {
            label: Words { ja: "レセコンのプログラム名称", en: "Claims software" },
            hint: Words {
                ja: "レセコン（請求の電子ファイルを作るソフト）の名称とシリーズ名です。",
                en: "Name and series of the software that makes the claims files.",
            },
            example: "見本レセコン2",
            sources: cite(&[(NursingGuide, "レセコンのプログラム名称"), (VendorManual, "レセコンのプログラム名称")]),
            ..plain
        },
        Field::ClaimsSoftwareMaker => Description {
            label: Words {
                ja: "レセコンのソフトメーカー名（プログラムの作成者の氏名）",
                en: "Maker of the claims software",
            },
            hint: Words {
                ja: "レセコンのメーカーの名前です。自分で作ったソフトなら、作った人の氏名です。",
                en: "The company that makes the software; for a program of your own, the name of its author.",
            },
            example: "株式会社見本ソフト",
            sources: cite(&[
                (NursingGuide, "レセコンのソフトメーカー名"),
                (VendorManual, "レセコンのソフトメーカー名"),
            ]),
            ..plain
        },
        Field::OsAndBrowser => Description {
            label: Words {
                ja: "パソコンの基本ソフト（OS）・ブラウザ", en: "Operating system and browser"
            },
            hint: Words {
                ja: "オンライン請求の送信に使うパソコンの、OSとブラウザの名前です。",
                en: "Of the computer that sends the claims.",
            },
            example: "Windows 11／Microsoft Edge",
            sources: cite(&[
                (NursingGuide, "パソコンの基本ソフト（OS）・ブラウザ"),
                (VendorManual, "パソコンの基本ソフト（OS）・ブラウザ"),
            ]),
            ..plain
        },
        Field::LineType => Description { label: Words { ja: "電気通信回線種別", en: "Line type" }, ..plain },
        Field::IsdnNumber => Description {
            label: Words { ja: "ISDNダイヤルアップ番号", en: "ISDN dial-up number" },
            hint: Words {
                ja: "ISDNでダイヤルアップ接続する電話番号を、市外局番から数字だけで入力します。",
                en: "The phone number of the ISDN line, digits only, from the area code on.",
            },
            autocomplete: "off",
            sources: cite(&[(VendorManual, "ISDNダイヤルアップ番号")]),
            ..plain
        },
        Field::CustomerIdSource => Description {
            label: Words { ja: "お客さまIDの選択", en: "Choice of customer ID" },
            hint: Words {
                ja: "オンライン資格確認と同じ回線なら、そのお客さまIDが自動で入ります。別の回線なら、CAFかCOPを選びます。",
                en: "On one line with eligibility verification, that ID is filled in by the portal. For another line choose CAF or COP.",
            },
            example: "caf",
            sources: cite(&[(VendorManual, "オンライン請求 お客さまID")]),
            ..plain
        },
        Field::CustomerId => {
            Description { sources: cite(&[(VendorManual, "オンライン請求 お客さまID")]), ..plain }
        }
        Field::SetupCd => Description {
            label: Words { ja: "セットアップCDの送付希望", en: "Setup CD by post" },
            hint: Words {
                ja: "確認画面だけに出てくる項目です。選べる値を示す資料がないため、画面のとおりに入力します。",
                en: "Seen on the confirmation screen only. No source lists its choices: enter what the screen says.",
            },
            example: "無",
            sources: cite(&[(NursingGuide, "オンライン請求 入力内容確認")]),
            ..plain
        },
        Field::Remarks => Description {
            label: Words { ja: "備考", en: "Remarks" },
            hint: Words {
                ja: "連絡したいことがあれば入力します。", en: "Anything that the office should know."
            },
            example: "請求は別の建物の端末から行います。",
            sources: cite(&[(VendorManual, "備考"), (NursingGuide, "オンライン請求 入力内容確認")]),
            ..plain
        },
        _ => super::on_portal(field, plain),
    }
}
