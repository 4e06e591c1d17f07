//! What the header of a column says it holds.
//!
//! Headers are compared in half width and lower case, without blanks, hyphens, brackets and stars: `※お客さまＩＤ（必須）` and
//! `customer_id` are names that are known. The words are those of the portal, of the paper forms and of the contract.

use crate::field::Field;
use crate::kind::Kind;
use crate::text::{half_width, is_blank, is_hyphen, is_invisible};

/// The names of a field, in the order in which they are tried: a longer one before one that it holds.
static NAMES: [(Field, &[&str]); 46] = [
    (Field::CustomerIdSource, &["お客さまidの種類", "お客様idの種類", "お客さまid区分", "お客様id区分"]),
    (Field::CustomerId, &["お客さまid", "お客様id", "お客さま番号", "お客様番号", "caf", "cop", "nttid"]),
    (Field::Prefecture, &["都道府県番号", "都道府県コード", "都道府県", "prefecture"]),
    (Field::FeeSchedule, &["点数表番号", "点数表コード", "点数表", "医科歯科調剤", "feeschedule"]),
    (Field::InstitutionCode, &["10桁コード", "10桁", "institutioncode"]),
    (Field::InstitutionNumber, &["7桁コード", "7桁", "institutionnumber", "機関番号"]),
    (Field::TerminalNames, &["端末の名称", "端末名", "terminal"]),
    (
        Field::InstitutionName,
        &["医療機関等名", "医療機関名", "機関名", "薬局名", "ステーション名", "施設名", "institutionname", "名称"],
    ),
    (Field::FounderName, &["開設者氏名", "開設者", "founder"]),
    (Field::RepresentativeAddress, &["代表者住所"]),
    (Field::Representative, &["代表者"]),
    (Field::ContactName, &["担当者"]),
    (Field::FamilyName, &["姓", "氏", "familyname", "lastname"]),
    (Field::GivenName, &["givenname", "firstname"]),
    (Field::IsdnNumber, &["isdn", "ダイヤルアップ番号"]),
    (Field::Phone, &["電話番号", "電話", "連絡先", "携帯", "tel", "phone"]),
    (Field::Email, &["メールアドレス", "メール", "email", "mail"]),
    (Field::UserId, &["ユーザーid", "ユーザid", "ログインid", "userid"]),
    (Field::Password, &["パスワード", "password"]),
    (Field::SecretNumber, &["秘密の番号", "暗証番号", "secretnumber"]),
    (Field::ApplicationType, &["申請区分", "新規変更"]),
    (Field::LineService, &["回線サービス", "サービス名", "回線名", "lineservice"]),
    (Field::LineType, &["電気通信回線種別", "回線種別", "linetype"]),
    (Field::V6Option, &["v6オプション", "v6option", "v6"]),
    (Field::InternetProvider, &["ipsec+ikeサービス提供事業者", "サービス提供事業者", "プロバイダ", "provider"]),
    (Field::TestMonth, &["テスト開始予定年月", "テスト開始年月"]),
    (Field::TestYear, &["テスト開始年"]),
    (Field::TestMonthOfYear, &["テスト開始月"]),
    (Field::TestMonth, &["テスト開始"]),
    (Field::StartMonth, &["利用開始予定年月", "利用開始年月", "請求開始予定年月", "請求開始年月", "startmonth"]),
    (Field::StartYear, &["利用開始年", "請求開始年"]),
    (Field::StartMonthOfYear, &["利用開始月", "請求開始月"]),
    (Field::StartMonth, &["利用開始", "請求開始"]),
    (Field::OperationStartDate, &["運用開始日", "operationstart"]),
    (Field::PaymentMethod, &["支払方法", "payment"]),
    (Field::ClaimsSoftwareMaker, &["ソフトメーカー", "メーカー", "ベンダー"]),
    (Field::ClaimsSoftware, &["請求ソフト", "レセコン", "ソフト"]),
    (Field::OsAndBrowser, &["osとブラウザ", "os・ブラウザ", "ブラウザ"]),
    (Field::Remarks, &["備考", "remarks", "note"]),
    (Field::ContractDate, &["契約日", "契約締結日"]),
    (Field::CompletionMonth, &["完了予定年月", "完了年月"]),
    (Field::NetworkReadyDate, &["整備完了日", "整備予定日"]),
    (Field::ClosureDate, &["廃止日", "休止日", "閉院日"]),
    (Field::YoungestBirthDate, &["生年月日"]),
    (Field::Address, &["所在地", "住所", "address"]),
    (Field::Date, &["届出日", "申請日", "日付", "date"]),
];

/// Names that seven and ten digits share.
static CODES: [&str; 6] =
    ["医療機関等コード", "医療機関コード", "薬局コード", "ステーションコード", "機関コード", "コード番号"];

/// What a header may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Field(Field),
    /// The institution: its number or its whole code, as the cells have it.
    Institution,
    /// The line type of the claims application.
    ClaimsLineType,
}

/// What a header means.
pub(super) fn meaning(header: &str) -> Option<Meaning> {
    let name = plain(header);
    let repeats = ["確認", "再入力", "confirm"].iter().any(|word| holds(&name, word));
    if let Some(field) = Field::ALL.iter().find(|field| plain(field.name()) == name) {
        return Some(Meaning::Field(*field));
    }
    if name == "claimslinetype" {
        return Some(Meaning::ClaimsLineType);
    }
    let has_one_of = |words: &[&str]| words.iter().any(|word| is_meant(&name, word));
    let says_digits = NAMES
        .iter()
        .find(|(field, words)| matches!(field, Field::InstitutionCode | Field::InstitutionNumber) && has_one_of(words));
    if let Some((field, _)) = says_digits {
        return Some(Meaning::Field(*field));
    }
    if has_one_of(&CODES) {
        return Some(Meaning::Institution);
    }
    let (field, _) = NAMES.iter().find(|(_, words)| has_one_of(words))?;
    Some(match field {
        Field::LineType if holds(&name, "請求") => Meaning::ClaimsLineType,
        Field::CustomerId if repeats => Meaning::Field(Field::CustomerIdConfirm),
        Field::Password if repeats => Meaning::Field(Field::PasswordConfirm),
        Field::SecretNumber if repeats => Meaning::Field(Field::SecretNumberConfirm),
        other => Meaning::Field(*other),
    })
}

/// Whether a header says that nobody should see what stands below it.
pub(super) fn is_secret(header: &str) -> bool {
    matches!(
        meaning(header),
        Some(Meaning::Field(
            Field::Password | Field::PasswordConfirm | Field::SecretNumber | Field::SecretNumberConfirm
        ))
    )
}

/// The kind of a field that is looked at by itself.
pub(super) fn kind_of(field: Field) -> Option<Kind> {
    Some(match field {
        Field::Prefecture => Kind::Prefecture,
        Field::FeeSchedule => Kind::FeeSchedule,
        Field::InstitutionNumber => Kind::InstitutionNumber,
        Field::InstitutionCode => Kind::InstitutionCode,
        Field::CustomerId | Field::CustomerIdConfirm => Kind::CustomerId,
        Field::Email => Kind::Email,
        Field::Password | Field::PasswordConfirm => Kind::Password,
        Field::Phone | Field::IsdnNumber => Kind::Phone,
        Field::SecretNumber | Field::SecretNumberConfirm => Kind::SecretNumber,
        Field::StartMonth | Field::TestMonth | Field::CompletionMonth => Kind::YearMonth,
        Field::Date
        | Field::ContractDate
        | Field::NetworkReadyDate
        | Field::WorkStartDate
        | Field::WorkEndDate
        | Field::ClosureDate
        | Field::YoungestBirthDate
        | Field::OperationStartDate => Kind::Date,
        Field::LineType => Kind::LineType,
        Field::V6Option => Kind::V6Option,
        Field::PaymentMethod => Kind::PaymentMethod,
        Field::InternetProvider => Kind::InternetProvider,
        Field::LineService => Kind::LineService,
        Field::TerminalName | Field::TerminalNames => Kind::TerminalName,
        Field::FamilyName
        | Field::GivenName
        | Field::InstitutionName
        | Field::FounderName
        | Field::ContactName
        | Field::Address
        | Field::Remarks
        | Field::Representative
        | Field::RepresentativeAddress => Kind::Text,
        _ => return None,
    })
}

/// Byte by byte: the search of the standard library is made for long texts, weighs 3 kB, and takes longer to begin than this
/// takes to end.
fn holds(name: &str, word: &str) -> bool {
    let name = name.as_bytes();
    (0..name.len()).any(|at| name.get(at..).is_some_and(|rest| rest.starts_with(word.as_bytes())))
}

/// A word of Latin letters is meant where it stands alone or begins: `tel`, `tel1`, not `hotel`.
fn is_meant(name: &str, word: &str) -> bool {
    if word.is_ascii() { name.starts_with(word) } else { holds(name, word) }
}

fn plain(header: &str) -> String {
    header
        .chars()
        .map(half_width)
        .filter(|char| {
            let is_sign =
                matches!(char, '(' | ')' | '[' | ']' | '「' | '」' | '【' | '】' | '*' | '※' | ':' | '_' | '.' | '/');
            // The long-vowel mark is a hyphen between digits only.
            let is_dash = is_hyphen(*char) && !matches!(char, 'ー' | 'ｰ');
            !is_sign && !is_dash && !is_blank(*char) && !is_invisible(*char)
        })
        .map(|char| char.to_ascii_lowercase())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_by_the_words_of_the_forms() {
        let table = [
            ("customerId", Some(Meaning::Field(Field::CustomerId))),
            ("customer-id", Some(Meaning::Field(Field::CustomerId))),
            ("Customer ID", Some(Meaning::Field(Field::CustomerId))),
            ("※お客さまＩＤ（必須）", Some(Meaning::Field(Field::CustomerId))),
            ("お客様ID（確認用）", Some(Meaning::Field(Field::CustomerIdConfirm))),
            ("医療機関等コード（10桁）", Some(Meaning::Field(Field::InstitutionCode))),
            ("医療機関等コード（７桁）", Some(Meaning::Field(Field::InstitutionNumber))),
            ("保険医療機関コード", Some(Meaning::Institution)),
            ("電気通信回線種別", Some(Meaning::Field(Field::LineType))),
            ("オンライン請求の回線種別", Some(Meaning::ClaimsLineType)),
            ("claims-line-type", Some(Meaning::ClaimsLineType)),
            ("メールアドレス", Some(Meaning::Field(Field::Email))),
            ("e-mail", Some(Meaning::Field(Field::Email))),
            ("TEL", Some(Meaning::Field(Field::Phone))),
            ("hotel", None),
            ("請求ソフトメーカー", Some(Meaning::Field(Field::ClaimsSoftwareMaker))),
            ("代表者住所", Some(Meaning::Field(Field::RepresentativeAddress))),
            ("担当者氏名", Some(Meaning::Field(Field::ContactName))),
            ("利用開始予定年月", Some(Meaning::Field(Field::StartMonth))),
            ("利用開始年", Some(Meaning::Field(Field::StartYear))),
            ("利用開始日", Some(Meaning::Field(Field::StartMonth))),
            ("端末の名称", Some(Meaning::Field(Field::TerminalNames))),
            ("", None),
            ("列1", None),
        ];
        for (header, expected) in table {
            assert_eq!(meaning(header), expected, "{header}");
        }
    }

    #[test]
    fn every_name_is_written_as_headers_are_compared() {
        for (field, words) in NAMES {
            for word in words {
                assert_eq!(plain(word), *word, "{}", field.name());
            }
        }
    }

    #[test]
    fn every_name_means_its_own_field() {
        for (field, words) in NAMES {
            for word in words {
                assert_eq!(meaning(word), Some(Meaning::Field(field)), "{word}");
            }
        }
    }
}
