//! What stands beside every field of every form.
//!
//! A field says what its kind says, unless the file of its form has words of its own for it. Which fields there are, how
//! each is judged, what can be chosen and when it is required is read from the table in `form`.

mod certificate_application;
mod claims_application;
mod deferral_notice;
mod eligibility_application;
mod eligibility_paper;
mod login;
mod operation_start;
mod user_registration;

use std::borrow::Cow;

use super::kinds::{self, BLANKS, INVISIBLE, PLAIN, with_length};
use super::{
    Answer, Condition, Description, FieldDescription, FormDescription, InputMode, Items, Required, Words, cite,
    cross_rules,
};
use crate::field::Field;
use crate::form::Form;
use crate::form::table::{FieldRule, Judge, LIST_ROOM, Need};
use crate::issue::Code;
use crate::kind::Kind;
use crate::source::Document::{self, NursingGuide, VendorManual};

/// What a form says beside what its table says.
struct FormWords {
    name: &'static str,
    label: Words,
    sources: &'static [(Document, &'static str)],
    /// What it reports beyond single fields.
    rules: &'static [Code],
    /// Words for a field instead of those of its kind.
    word: fn(Field, Description) -> Description,
}

static FORMS: [&FormWords; 8] = [
    &user_registration::FORM,
    &login::FORM,
    &eligibility_application::FORM,
    &eligibility_paper::FORM,
    &claims_application::FORM,
    &certificate_application::FORM,
    &deferral_notice::FORM,
    &operation_start::FORM,
];

/// The description of a form; none for a form without words.
pub(super) fn describe(form: &Form) -> Option<FormDescription> {
    let words = FORMS.into_iter().find(|words| words.name == form.name())?;
    let fields: Vec<_> = form
        .fields
        .iter()
        .filter_map(|rule| {
            let (kind, plain) = judged(*rule, form)?;
            let description = (words.word)(rule.field, plain);
            Some((*rule, kind, Description { name: rule.field.name(), secret: rule.is_secret(), ..description }))
        })
        .collect();
    let descriptions: Vec<_> = fields.iter().map(|(_, _, description)| description.clone()).collect();
    Some(FormDescription {
        name: form.name(),
        label: words.label,
        fields: fields
            .into_iter()
            .map(|(rule, kind, description)| FieldDescription {
                description,
                kind,
                repeats: match rule.judge {
                    Judge::Repeat(first) => Some(first.name()),
                    _ => None,
                },
                boxes: match rule.judge {
                    Judge::Month { year, month } => Some([year.name(), month.name()]),
                    _ => None,
                },
                items: matches!(rule.judge, Judge::List(_)).then_some(Items { max: LIST_ROOM }),
                required: required(rule.need, &descriptions),
            })
            .collect(),
        rules: words.rules.iter().filter_map(|code| cross_rules::describe(*code)).collect(),
        sources: cite(words.sources),
    })
}

/// What a field is, and what there is to say about it before its form has a say. None for what is no field.
fn judged(rule: FieldRule, form: &Form) -> Option<(&'static str, Description)> {
    Some(match rule.judge {
        Judge::Kind(kind) => (kind.name(), kinds::describe(kind)),
        Judge::FullWidthName => (Kind::Text.name(), kinds::describe(Kind::Text)),
        Judge::Choice(choices) => {
            let sources = vec![choices.unknown.source().into()];
            ("choice", Description { sources, ..kinds::among(choices, PLAIN) })
        }
        Judge::Month { .. } => (Kind::YearMonth.name(), kinds::describe(Kind::YearMonth)),
        Judge::BoxOfMonth => return None,
        Judge::UserId => {
            let pattern = Cow::Owned(user_id_pattern());
            let autocomplete = "username";
            let input_mode = InputMode::Email;
            (Kind::Text.name(), Description { pattern, input_mode, autocomplete, ..with_length(1, None) })
        }
        Judge::OldPassword => {
            let pattern = Cow::Borrowed(r"^[\s\S]+$");
            (Kind::Password.name(), Description { pattern, autocomplete: "current-password", ..with_length(1, None) })
        }
        Judge::Checkbox => {
            let pattern = Cow::Borrowed("^true$");
            ("checkbox", Description { example: "true", pattern, input_mode: InputMode::None, ..PLAIN })
        }
        Judge::Repeat(first) => {
            let first = form.fields.iter().find(|rule| rule.field == first)?;
            let (_, description) = judged(*first, form)?;
            ("repeat", description)
        }
        Judge::List(kind) => ("list", kinds::describe(kind)),
    })
}

/// Text in half width that does not end like a placeholder account, `@01` to `@48`. Without lookaround that takes a look
/// at the last three characters one by one.
fn user_id_pattern() -> String {
    let inner = |other: &str| format!(r"[^{INVISIBLE}\u3000\uff01-\uff5e{other}]");
    let outer = |other: &str| inner(&format!("{BLANKS}{other}"));
    let (first, any, last) = (outer(""), inner(""), outer(""));
    let (no_at_first, no_at) = (outer("@"), inner("@"));
    let behind_at = [
        format!("{}{last}", inner("0-4")),
        format!("0{}", outer("1-9")),
        format!("[1-3]{}", outer("0-9")),
        format!("4{}", outer("0-8")),
    ];
    let endings = [
        format!("{first}{last}?"),
        format!("(?:{no_at_first}|{first}{any}*{no_at}){any}{last}"),
        format!("(?:{first}{any}*)?@(?:{})", behind_at.join("|")),
    ];
    format!("^(?:{})$", endings.join("|"))
}

/// When a field is required, in the words of the field it depends on.
fn required(need: Need, descriptions: &[Description]) -> Required {
    let (field, is, values) = match need {
        Need::Required => return Required::Always,
        Need::Optional => return Required::Never,
        Need::When(condition) => (condition.field, true, condition.values),
        Need::UnlessWorkplace => (Field::FeeSchedule, false, &["7"][..]),
    };
    let (mut field_label, mut choices) = (Words { ja: "", en: "" }, Vec::new());
    if let Some(other) = descriptions.iter().find(|it| it.name == field.name()) {
        field_label = other.label;
        choices.extend(other.choices.iter().filter(|choice| values.contains(&choice.value)).map(|choice| choice.label));
    }
    let ja: Vec<_> = choices.iter().map(|label| format!("「{}」", label.ja)).collect();
    let en: Vec<_> = choices.iter().map(|label| format!("“{}”", label.en)).collect();
    let (ja, en) = (ja.join("か"), en.join(" or "));
    let when = if is {
        Words {
            ja: format!("「{}」が{ja}のとき", field_label.ja), en: format!("when “{}” is {en}", field_label.en)
        }
    } else {
        Words {
            ja: format!("「{}」が{ja}以外のとき", field_label.ja),
            en: format!("unless “{}” is {en}", field_label.en),
        }
    };
    let values = values.to_vec();
    let answer = if is { Answer::Is(values) } else { Answer::IsNot(values) };
    Required::When(Condition { when, field: field.name(), answer })
}

/// Words for what the portal fills in itself from the registration, and for the terms: the same on every screen.
fn on_portal(field: Field, plain: Description) -> Description {
    match field {
        Field::Prefecture => Description {
            label: Words { ja: "都道府県コード", en: "Prefecture" },
            hint: Words {
                ja: "登録した医療機関等の都道府県です。申請画面では自動で入ります。",
                en: "The prefecture of the institution as registered. The portal fills it in itself.",
            },
            ..plain
        },
        Field::FeeSchedule => Description {
            hint: Words {
                ja: "医科は1、歯科は3、調剤は4、訪問看護は6、職域診療所等は7です。申請画面では自動で入ります。",
                en: "1 for medical, 3 for dental, 4 for pharmacy, 6 for home nursing, 7 for a workplace clinic. The portal fills it in itself.",
            },
            ..plain
        },
        Field::InstitutionNumber => Description {
            label: Words { ja: "医療機関等コード（7桁）", en: "Institution number (7 digits)" },
            hint: Words {
                ja: "登録した7桁の数字です。申請画面では自動で入ります。違っているときは、指定通知書と見比べてください。",
                en: "The 7 digits as registered. The portal fills them in itself; compare them with your letter of designation if they look wrong.",
            },
            ..plain
        },
        Field::TermsAccepted => Description {
            label: Words { ja: "利用規約への同意", en: "Terms accepted" },
            hint: Words {
                ja: "利用規約を読み、同意できたらチェックを入れます。",
                en: "Read the terms of use, and tick it when you agree.",
            },
            sources: cite(&[(NursingGuide, "利用規約への同意"), (VendorManual, "利用規約")]),
            ..plain
        },
        _ => plain,
    }
}

/// Words for the months and the customer ID, the same on the screen and on paper.
fn for_eligibility(field: Field, plain: Description) -> Description {
    match field {
        Field::CustomerId => Description {
            label: Words { ja: "お客さまID", en: "Customer ID" },
            sources: cite(&[(Document::Circular, "お客さまID 記入方法"), (NursingGuide, "お客さまID（CAFまたはCOP）")]),
            ..plain
        },
        Field::StartMonth => Description {
            label: Words { ja: "利用開始予定年月", en: "Planned start of use" },
            hint: Words {
                ja: "オンライン資格確認の利用を始める予定の年と月です。これから開業するなら、開業する月です。",
                en: "The year and month in which you plan to begin verifying eligibility online; for a new place the month it opens.",
            },
            example: "2026-05",
            sources: cite(&[(NursingGuide, "利用開始予定年月"), (Document::Circular, "利用開始予定年月")]),
            ..plain
        },
        Field::TestMonth => Description {
            label: Words { ja: "テスト開始予定年月", en: "Planned start of the test" },
            hint: Words {
                ja: "接続のテストを始める予定の年と月です。決まっていなければ空のままにします。",
                en: "The year and month in which you plan to begin testing the connection. Leave it empty while that is open.",
            },
            example: "2026-04",
            sources: cite(&[(NursingGuide, "テスト開始予定年月"), (Document::Circular, "テスト開始予定年月")]),
            ..plain
        },
        _ => plain,
    }
}
