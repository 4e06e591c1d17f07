//! Words of オンライン請求及びオンライン資格確認導入の猶予届出書.

use super::FormWords;
use crate::field::Field;
use crate::issue::Code;
use crate::reference::{Citation, Description, Words, cite};
use crate::source::Document::NursingGuide;

pub(super) static FORM: FormWords = FormWords {
    name: "deferral-notice",
    label: Words {
        ja: "オンライン請求及びオンライン資格確認導入の猶予届出書",
        en: "Notice of deferral of online claims and eligibility verification",
    },
    sources: &[(NursingGuide, "経過措置（オンライン請求・オンライン資格確認）"), (NursingGuide, "猶予届出書")],
    rules: &[
        Code::InstitutionCodeWrongFeeSchedule,
        Code::DeferralGroundNeedsClaims,
        Code::DeferralFilingEnded,
        Code::DateTooLate,
        Code::DateTooEarly,
        Code::DeferralTooYoung,
    ],
    word,
};

#[expect(clippy::too_many_lines, reason = "a table, one arm a field")]
fn word(field: Field, plain: Description) -> Description {
    match field {
        Field::InstitutionName => Description {
            label: Words { ja: "① 名称", en: "① Name" },
            hint: Words {
                ja: "指定申請書で届け出た、訪問看護ステーションの名称です。",
                en: "Of the home-nursing station, as on its application for designation.",
            },
            example: "見本訪問看護ステーション",
            autocomplete: "organization",
            sources: notice("猶予届出書 ①名称"),
            ..plain
        },
        Field::Phone => Description {
            label: Words { ja: "② 電話番号", en: "② Phone number" },
            sources: notice("猶予届出書 ②電話番号"),
            ..plain
        },
        Field::InstitutionCode => Description {
            label: Words { ja: "③ 保険機関コード", en: "③ Institution code (10 digits)" },
            hint: Words {
                ja: "都道府県番号2桁、点数表番号の6、訪問看護ステーションコード7桁をつなげた10桁です。",
                en: "The number of the prefecture (2 digits), fee schedule 6 and the code of the station (7 digits) in a row.",
            },
            example: "1360012344",
            sources: notice("猶予届出書 ③保険機関コード"),
            ..plain
        },
        Field::Address => Description {
            label: Words { ja: "④ 所在地", en: "④ Address" },
            hint: Words {
                ja: "指定申請書で届け出た所在地を、郵便番号と都道府県から書きます。",
                en: "As on the application for designation, from postal code and prefecture on.",
            },
            example: "〒100-0001 東京都千代田区見本町1-2-3",
            autocomplete: "street-address",
            sources: notice("猶予届出書 ④所在地"),
            ..plain
        },
        Field::Scope => Description {
            label: Words { ja: "⑤ 経過措置の届出を行う内容", en: "⑤ What is deferred" },
            hint: Words {
                ja: "猶予を届け出るのがオンライン請求か、オンライン資格確認か、その両方かを選びます。",
                en: "Online claims, online eligibility verification, or both.",
            },
            example: "claims",
            ..plain
        },
        Field::Ground => Description {
            label: Words { ja: "⑥ 該当する経過措置の猶予類型", en: "⑥ Ground of the deferral" },
            hint: Words {
                ja: "当てはまる理由を1つ選びます。第1号は、オンライン請求のみの届出のときに選べます。",
                en: "One of six. Ground 1 is for a deferral of claims only.",
            },
            example: "2",
            ..plain
        },
        Field::Reason => Description {
            label: Words { ja: "⑦ 回線機能障害の理由", en: "⑦ Why the line is out of order" },
            hint: Words {
                ja: "オンライン請求ができなくなった理由です。まだ分からなければ、そのことを書きます。",
                en: "Why claims cannot be sent online. If that is not known yet, say so.",
            },
            example: "落雷による回線終端装置の故障",
            sources: notice("猶予届出書 ⑦第1号"),
            ..plain
        },
        Field::ContractDate => Description {
            label: Words { ja: "⑦ システム事業者との契約日", en: "⑦ Date of the contract" },
            hint: Words {
                ja: "システム事業者と契約した日、または注文した日です。2024年10月31日までに限ります。",
                en: "The day on which the contract with the system vendor was made, or the order placed: 2024-10-31 at the latest.",
            },
            example: "2024-09-02",
            sources: notice("猶予届出書 ⑦第2号"),
            ..plain
        },
        Field::CompletionMonth => Description {
            label: Words { ja: "⑦ 作業完了見込み時期", en: "⑦ Expected completion" },
            hint: Words {
                ja: "システムの整備が終わる見込みの年と月です。2025年6月までに限ります。",
                en: "The year and month in which the work is expected to be done: 2025-06 at the latest.",
            },
            example: "2025-03",
            sources: notice("猶予届出書 ⑦第2号"),
            ..plain
        },
        Field::NetworkReady => Description {
            label: Words {
                ja: "⑦ 光回線のネットワークの整備状況", en: "⑦ State of the fibre network"
            },
            hint: Words {
                ja: "接続できる光回線のネットワークが、その地域に整備されたかどうかを選びます。",
                en: "Whether a fibre network that can be used has been built in the area.",
            },
            example: "2",
            ..plain
        },
        Field::NetworkReadyDate => Description {
            label: Words { ja: "⑦ 整備された時期", en: "⑦ When it was built" },
            hint: Words {
                ja: "光回線のネットワークが整備された日です。届出日の前6か月以内に限ります。",
                en: "The day on which the fibre network was built: within the six months before the notice.",
            },
            example: "2024-08-01",
            sources: notice("猶予届出書 ⑦第3号"),
            ..plain
        },
        Field::WorkStartDate => Description {
            label: Words { ja: "⑦ 工事開始日", en: "⑦ Start of the works" },
            hint: Words {
                ja: "改築工事が始まる日です。", en: "The day on which the reconstruction begins."
            },
            example: "2024-09-02",
            sources: notice("猶予届出書 ⑦第4号"),
            ..plain
        },
        Field::WorkEndDate => Description {
            label: Words { ja: "⑦ 工事終了予定日", en: "⑦ Planned end of the works" },
            hint: Words {
                ja: "改築工事が終わる予定の日です。工事開始日と同じ日か、それより後にします。",
                en: "The day on which it is planned to end, on or after the start.",
            },
            example: "2025-03-31",
            sources: notice("猶予届出書 ⑦第4号"),
            ..plain
        },
        Field::ClosureDate => Description {
            label: Words { ja: "⑦ 廃止又は休止予定日", en: "⑦ Planned day of closure or suspension" },
            hint: Words {
                ja: "廃止または休止する予定の日です。2025年6月30日までに限ります。",
                en: "The day on which the station is to close or suspend its work: 2025-06-30 at the latest.",
            },
            example: "2025-03-31",
            sources: notice("猶予届出書 ⑦第5号"),
            ..plain
        },
        Field::GroundDetail => Description {
            label: Words { ja: "⑦ 特に困難な事情", en: "⑦ Particular hardship" },
            hint: Words {
                ja: "常勤の職員が全員1953年4月1日より前の生まれならア、第1号から第5号に並ぶほかの事情ならイです。",
                en: "The first if all full-time staff were born before 1953-04-01, the second for another hardship as grave as grounds 1 to 5.",
            },
            example: "age",
            ..plain
        },
        Field::YoungestBirthDate => Description {
            label: Words { ja: "⑦ 最も若い常勤職員の生年月日", en: "⑦ Birth date of the youngest" },
            hint: Words {
                ja: "常勤の職員のうち最も若い人の生年月日です。1953年4月1日より前に限ります。",
                en: "Of the youngest of the full-time staff: before 1953-04-01.",
            },
            example: "1952-11-03",
            sources: notice("猶予届出書 ⑦第6号ア"),
            ..plain
        },
        Field::Detail => Description {
            label: Words { ja: "⑦ 具体的な内容", en: "⑦ Details" },
            hint: Words {
                ja: "特に困難な事情を具体的に書きます。確認できる書類があれば添えます。",
                en: "What the hardship is. Add papers that show it if there are any.",
            },
            example: "管理者の長期療養により、導入の作業ができません。",
            sources: notice("猶予届出書 ⑦第6号イ"),
            ..plain
        },
        Field::Remarks => Description {
            label: Words { ja: "⑧ 備考", en: "⑧ Remarks" },
            hint: Words { ja: "補足したいことがあれば書きます。", en: "Anything to be added." },
            example: "契約書の写しを添付します。",
            sources: notice("猶予届出書 ⑧備考"),
            ..plain
        },
        Field::Date => Description {
            label: Words { ja: "届出日（西暦）", en: "Date of the notice" },
            hint: Words { ja: "届出書を書いた日です。", en: "The day on which the notice is filled in." },
            example: "2024-10-15",
            sources: notice("猶予届出書 西暦 年 月 日"),
            ..plain
        },
        Field::Representative => Description {
            label: Words { ja: "代表者名", en: "Representative" },
            hint: Words {
                ja: "届け出る事業者の代表者の氏名です。", en: "Who represents the station's operator."
            },
            example: "見本太郎",
            sources: notice("猶予届出書 代表者名"),
            ..plain
        },
        Field::RepresentativeAddress => Description {
            label: Words { ja: "住所", en: "Address of the representative" },
            hint: Words {
                ja: "代表者の住所を、郵便番号から書きます。", en: "From the postal code on."
            },
            example: "〒100-0001 東京都千代田区見本町1-2-3",
            sources: notice("猶予届出書 住所"),
            ..plain
        },
        Field::Email => Description { sources: notice("猶予届出書 メールアドレス"), ..plain },
        _ => plain,
    }
}

fn notice(section: &'static str) -> Vec<Citation> {
    cite(&[(NursingGuide, section)])
}
