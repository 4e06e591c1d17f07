//! オンライン請求及びオンライン資格確認導入の猶予届出書, the notice by which a home-nursing station defers both.
//!
//! Source: S004:44-139. Filing ended on 2024-10-31 for grounds 2 to 6; the paper of ground 1 goes with a claim.

use super::table::{FieldRule, Judge};
use super::{CrossRule, Form, month};
use crate::calendar::Date;
use crate::field::Field;
use crate::findings::{Findings, NOWHERE};
use crate::form::answers::Answers;
use crate::issue::Code;
use crate::kind::Kind;
use crate::kind::choice::{Choice, Choices, choices};
use crate::kind::fee_schedule::FeeSchedule;

/// ⑤ 経過措置の届出を行う内容.
pub static SCOPES: [Choice; 3] = [
    Choice {
        value: "both",
        number: "ア",
        ja: "オンライン請求とオンライン資格確認の両方",
        en: "Both claims and eligibility",
    },
    Choice { value: "claims", number: "イ", ja: "オンライン請求のみ", en: "Claims only" },
    Choice { value: "eligibility", number: "ウ", ja: "オンライン資格確認のみ", en: "Eligibility only" },
];
const SCOPE: Choices = choices!(SCOPES, Code::ScopeUnknown);

/// ⑥ 該当する経過措置の猶予類型.
pub static GROUNDS: [Choice; 6] = [
    Choice::new("1", "第1号 電気通信回線設備の障害", "Ground 1: the line is out of order"),
    Choice::new("2", "第2号 システム整備中", "Ground 2: the system is being set up"),
    Choice::new("3", "第3号 ネットワーク環境事情", "Ground 3: no fibre network where the station is"),
    Choice::new("4", "第4号 改築工事中", "Ground 4: under reconstruction"),
    Choice::new("5", "第5号 廃止・休止の計画", "Ground 5: closure or suspension is planned"),
    Choice::new("6", "第6号 その他特に困難な事情", "Ground 6: another particular hardship"),
];
const GROUND: Choices = choices!(GROUNDS, Code::GroundUnknown);

/// ⑦ 第3号 光回線のネットワークの整備状況.
pub static NETWORK_STATES: [Choice; 2] =
    [Choice::new("1", "整備されていない", "Not built yet"), Choice::new("2", "整備された", "Built")];
const NETWORK_STATE: Choices = choices!(NETWORK_STATES, Code::NetworkReadyUnknown);

/// ⑦ 第6号 特に困難な事情.
pub static HARDSHIPS: [Choice; 2] = [
    Choice {
        value: "age",
        number: "ア",
        ja: "常勤の職員がいずれも65歳以上",
        en: "All full-time staff are 65 or older",
    },
    Choice { value: "other", number: "イ", ja: "その他特に困難な事情", en: "Another particular hardship" },
];
const HARDSHIP: Choices = choices!(HARDSHIPS, Code::GroundDetailUnknown);

const CONTRACT_BY: Date = Date::new(2024, 10, 31);
const COMPLETION_BY: Date = Date::new(2025, 6, 0);
const CLOSURE_BY: Date = Date::new(2025, 6, 30);
/// Everybody is born before this day.
const BORN_BEFORE: Date = Date::new(1953, 4, 1);
const FILED_BY: Date = Date::new(2024, 10, 31);
/// A network counts as just built for so many months.
const MONTHS_AFTER_BUILDING: i32 = 6;

pub(super) static FORM: Form = Form {
    name: "deferral-notice",
    fields: &[
        FieldRule::required(Field::InstitutionName, Judge::Kind(Kind::Text)),
        FieldRule::required(Field::Phone, Judge::Kind(Kind::Phone)),
        FieldRule::required(Field::InstitutionCode, Judge::Kind(Kind::InstitutionCode)),
        FieldRule::required(Field::Address, Judge::Kind(Kind::Text)),
        FieldRule::required(Field::Scope, Judge::Choice(SCOPE)),
        FieldRule::required(Field::Ground, Judge::Choice(GROUND)),
        FieldRule::when(Field::Ground, &["1"], Field::Reason, Judge::Kind(Kind::Text)),
        FieldRule::when(Field::Ground, &["2"], Field::ContractDate, Judge::Kind(Kind::Date)),
        FieldRule::when(Field::Ground, &["2"], Field::CompletionMonth, Judge::Kind(Kind::YearMonth)),
        FieldRule::when(Field::Ground, &["3"], Field::NetworkReady, Judge::Choice(NETWORK_STATE)),
        FieldRule::when(Field::NetworkReady, &["2"], Field::NetworkReadyDate, Judge::Kind(Kind::Date)),
        FieldRule::when(Field::Ground, &["4"], Field::WorkStartDate, Judge::Kind(Kind::Date)),
        FieldRule::when(Field::Ground, &["4"], Field::WorkEndDate, Judge::Kind(Kind::Date)),
        FieldRule::when(Field::Ground, &["5"], Field::ClosureDate, Judge::Kind(Kind::Date)),
        FieldRule::when(Field::Ground, &["6"], Field::GroundDetail, Judge::Choice(HARDSHIP)),
        FieldRule::when(Field::GroundDetail, &["age"], Field::YoungestBirthDate, Judge::Kind(Kind::Date)),
        FieldRule::when(Field::GroundDetail, &["other"], Field::Detail, Judge::Kind(Kind::Text)),
        FieldRule::optional(Field::Remarks, Judge::Kind(Kind::Text)),
        FieldRule::required(Field::Date, Judge::Kind(Kind::Date)),
        FieldRule::required(Field::Representative, Judge::Kind(Kind::Text)),
        FieldRule::required(Field::RepresentativeAddress, Judge::Kind(Kind::Text)),
        FieldRule::required(Field::Email, Judge::Kind(Kind::Email)),
    ],
    rules: &[
        CrossRule { at: Field::Ground, judge: judge_ground },
        CrossRule {
            at: Field::ContractDate,
            judge: |answers, findings| {
                month::judge_between(answers.date(Field::ContractDate), None, Some(CONTRACT_BY), findings);
            },
        },
        CrossRule {
            at: Field::CompletionMonth,
            judge: |answers, findings| {
                month::judge_between(answers.date(Field::CompletionMonth), None, Some(COMPLETION_BY), findings);
            },
        },
        CrossRule {
            at: Field::NetworkReadyDate,
            judge: |answers, findings| {
                let filed = answers.date(Field::Date).or(answers.context.today);
                let earliest = filed.map(|filed| filed.plus_months(-MONTHS_AFTER_BUILDING));
                month::judge_between(answers.date(Field::NetworkReadyDate), earliest, None, findings);
            },
        },
        CrossRule {
            at: Field::WorkEndDate,
            judge: |answers, findings| {
                let start = answers.date(Field::WorkStartDate);
                month::judge_between(answers.date(Field::WorkEndDate), start, None, findings);
            },
        },
        CrossRule {
            at: Field::ClosureDate,
            judge: |answers, findings| {
                month::judge_between(answers.date(Field::ClosureDate), None, Some(CLOSURE_BY), findings);
            },
        },
        CrossRule {
            at: Field::YoungestBirthDate,
            judge: |answers, findings| {
                if answers.date(Field::YoungestBirthDate).is_some_and(|born| born >= BORN_BEFORE) {
                    findings.report(Code::DeferralTooYoung, NOWHERE);
                }
            },
        },
    ],
    fee_schedule: Some(FeeSchedule::HomeNursing),
    ..Form::PLAIN
};

fn judge_ground(answers: &Answers, findings: &mut Findings) {
    match (answers.choice(Field::Ground), answers.choice(Field::Scope)) {
        (Some("1"), Some(scope)) if scope != "claims" => findings.report(Code::DeferralGroundNeedsClaims, NOWHERE),
        (Some("1") | None, _) => {}
        (Some(_), _) if answers.context.today.is_some_and(|today| today > FILED_BY) => {
            findings.report_with(Code::DeferralFilingEnded, NOWHERE, FILED_BY.packed() as usize, 0, 0);
        }
        _ => {}
    }
}
