//! What the forms check beyond single fields, in words. One exhaustive match, so the compiler finds a code about which
//! nothing was decided.

use super::{RuleDescription, Words};
use crate::issue::Code;

/// The rule behind a code; none where the code is about a single field.
pub(super) fn describe(code: Code) -> Option<RuleDescription> {
    let text = word(code)?;
    Some(RuleDescription { code: code.name(), severity: code.severity().name(), text })
}

#[expect(clippy::too_many_lines, reason = "a table, one arm a code")]
fn word(code: Code) -> Option<Words> {
    Some(match code {
        Code::ConfirmMismatch => Words {
            ja: "確認用の欄は、元の欄と同じものにします。番号は正規化した値で、パスワードは一字一句で比べます。",
            en: "A repetition is the same as the first entry: numbers by their canonical values, passwords to the letter.",
        },
        Code::InstitutionCodeCheckDigit => Words {
            ja: "7桁の番号の最後の1桁は、都道府県、点数表、番号から計算した検証番号です。",
            en: "The last of the 7 digits is the check digit of prefecture, fee schedule and number.",
        },
        Code::InstitutionCodeWrongFeeSchedule => Words {
            ja: "訪問看護ステーションの届出なので、コードの3桁目は6です。",
            en: "Home-nursing stations file it, so the third digit of the code is 6.",
        },
        Code::CustomerIdKindMismatch => Words {
            ja: "お客さまIDは、選んだ種類（CAFかCOP）で始まります。",
            en: "The customer ID starts with the kind that is chosen, CAF or COP.",
        },
        Code::CustomerIdCopInWest => Words {
            ja: "COPで始まるお客さまIDは、NTT西日本エリアの都道府県にはありません。",
            en: "No customer ID in a prefecture of NTT West starts with COP.",
        },
        Code::CustomerIdNotAsked => Words {
            ja: "ほかの選択からお客さまIDが要らないときは、空のままで進めます。",
            en: "Where the other choices ask for no customer ID, none is needed.",
        },
        Code::CustomerIdSameLineMayLag => Words {
            ja: "オンライン請求を紙で申請していると、請求のお客さまIDの反映に時間がかかります。",
            en: "The customer ID of a claims application made on paper takes time to arrive.",
        },
        Code::LineOutsideArea => Words {
            ja: "CTC・QTnetの回線を使えるのは、長野、岐阜、静岡、愛知、三重と、九州・沖縄だけです。",
            en: "CTC and QTnet lines are offered only in Nagano, Gifu, Shizuoka, Aichi, Mie, Kyushu and Okinawa.",
        },
        Code::LineAreaDisputed => Words {
            ja: "三重と沖縄でCTC・QTnetの回線を使えるかどうかは、資料からははっきりしません。",
            en: "Whether CTC and QTnet lines are offered in Mie and Okinawa is not clear from the sources.",
        },
        Code::LineAreaPartial => Words {
            ja: "静岡でCTCの回線を使えるのは、富士川以西だけです。",
            en: "In Shizuoka CTC lines are offered west of the Fuji river only.",
        },
        Code::LineCustomerIdMeansNtt => Words {
            ja: "CAFやCOPのお客さまIDがある回線はNTTの回線（光コラボを含む）なので、種別は1です。",
            en: "A line with a CAF or COP ID is a line of NTT (or a collaboration line), so its type is 1.",
        },
        Code::LineV6NotApplicable => Words {
            ja: "フレッツ・v6オプションは、回線種別が1のときだけ答えます。",
            en: "The FLET'S v6 option is asked for with line type 1 only.",
        },
        Code::LineV6PaperOnly => Words {
            ja: "フレッツ・v6オプションの「不要」は、紙の申請書だけにある選択肢です。",
            en: "“Not needed” for the FLET'S v6 option is a choice of the paper form only.",
        },
        Code::LineIsdnEnded => Words {
            ja: "INSネットのISDN接続は2024年1月31日に終了しています。",
            en: "ISDN over INS-Net ended on 2024-01-31.",
        },
        Code::LineServiceNotOffered => Words {
            ja: "回線サービスは、選んだ都道府県で提供されているものです。",
            en: "The line service is sold in the prefecture that is chosen.",
        },
        Code::LineServiceNotConnectable => Words {
            ja: "回線サービスは、選んだ回線種別で接続できるものです。",
            en: "The line service carries a connection of the line type that is chosen.",
        },
        Code::LineServiceNeedsIpv6 => Words {
            ja: "IPv6だけで請求できる回線サービスでは、回線種別はIP-VPN（IPv6）です。",
            en: "With a line service that carries claims over IPv6 only, the line type is IP-VPN (IPv6).",
        },
        Code::LineServiceDiscontinued => {
            Words { ja: "回線サービスは、終了していないものです。", en: "The line service has not ended." }
        }
        Code::LineServiceUndecided => Words {
            ja: "表から読み取れない回線サービスや、接続が事業者しだいの回線サービスは、分からないと知らせます。",
            en: "Of a line service that cannot be read from the table, or is left to the provider, it says that it is not known.",
        },
        Code::MonthHalfGiven => Words {
            ja: "年と月を2つの欄に分けて入力するときは、両方を入力するか、両方を空にします。",
            en: "Of a year and a month in two boxes both are given, or neither.",
        },
        Code::MonthTestAfterStart => Words {
            ja: "テスト開始予定年月は、利用開始予定年月より後にはなりません。",
            en: "The test does not start later than the use.",
        },
        Code::MonthInPast => Words {
            ja: "新しい申請の利用開始予定年月は、申請日の月か、それより後です。",
            en: "In a new application the use starts in the month of the application or later.",
        },
        Code::ClaimsStartTooEarly => Words {
            ja: "請求の開始は、申請日が20日までなら2か月後から、21日以降なら3か月後からです。変更の申請は除きます。",
            en: "Claims start two months after an application made by the 20th, three months after a later one; changes excepted.",
        },
        Code::ClaimsStartTooLate => Words {
            ja: "請求開始年月は、申請日の月の1年後までです。",
            en: "Claims start within a year of the month of the application.",
        },
        Code::ClaimsChangeBefore20th => Words {
            ja: "申請した月のうちに内容を変更するときは、20日以降に申請します。",
            en: "A change in the month of the application is sent on the 20th or later.",
        },
        Code::DateTooEarly => Words {
            ja: "工事終了予定日は工事開始日以降、光回線が整備された時期は届出日の前6か月以内です。",
            en: "Works end on or after their start; a network was built within the six months before the notice.",
        },
        Code::DateTooLate => Words {
            ja: "契約日は2024年10月31日まで、作業完了見込み時期は2025年6月まで、廃止・休止の予定日は2025年6月30日までです。",
            en: "The contract is of 2024-10-31 at the latest, the work done by 2025-06, the station closed or suspended by 2025-06-30.",
        },
        Code::DateInFuture => {
            Words { ja: "運用開始日は、今日か、それより前の日です。", en: "The first day of operation is today or has passed." }
        }
        Code::DeferralGroundNeedsClaims => Words {
            ja: "第1号は、オンライン請求のみの届出のときに選べます。",
            en: "Ground 1 is for a deferral of claims only.",
        },
        Code::DeferralTooYoung => Words {
            ja: "第6号アの生年月日は、1953年4月1日より前です。",
            en: "For ground 6, age, the youngest was born before 1953-04-01.",
        },
        Code::DeferralFilingEnded => Words {
            ja: "第2号から第6号の届出の受付は、2024年10月31日に終わっています。",
            en: "Notices on grounds 2 to 6 could be filed until 2024-10-31.",
        },

        // About one field, about the keys, or about the call.
        Code::Required
        | Code::TypeNotText
        | Code::KindUnknown
        | Code::Internal
        | Code::InputTooLong
        | Code::TextTooLong
        | Code::TextHalfWidth
        | Code::TextNeedsFolding
        | Code::FormUnknownField
        | Code::TerminalNamesTooMany
        | Code::DigitsNotDigit
        | Code::PrefectureUnknown
        | Code::PrefectureTestNumber
        | Code::FeeScheduleUnknown
        | Code::InstitutionNumberTooShort
        | Code::InstitutionNumberTooLong
        | Code::InstitutionNumberLooksLikeCode
        | Code::InstitutionNumberCareInsurance
        | Code::InstitutionNumberLostZero
        | Code::InstitutionCodeTooShort
        | Code::InstitutionCodeTooLong
        | Code::CustomerIdTooShort
        | Code::CustomerIdTooLong
        | Code::CustomerIdUnknownPrefix
        | Code::CustomerIdOtherProvider
        | Code::EmailUpperCase
        | Code::EmailBadCharacter
        | Code::EmailNoAt
        | Code::EmailBadDomain
        | Code::EmailNoLocalPart
        | Code::EmailTooLong
        | Code::EmailAtLimit
        | Code::EmailPlaceholderAccount
        | Code::EmailOddDots
        | Code::EmailLookAlikeDomain
        | Code::LoginUpperCase
        | Code::LoginLongUserId
        | Code::PasswordTooShort
        | Code::PasswordTooLong
        | Code::PasswordNoUpper
        | Code::PasswordNoLower
        | Code::PasswordNoDigit
        | Code::PasswordUnlistedCharacter
        | Code::PhoneNoLeadingZero
        | Code::PhoneTooShort
        | Code::PhoneTooLong
        | Code::SecretNumberTooShort
        | Code::SecretNumberTooLong
        | Code::YearMonthBadFormat
        | Code::DateBadFormat
        | Code::DateNoSuchDay
        | Code::ApplicationTypeUnknown
        | Code::LineTypeUnknown
        | Code::ClaimsLineTypeUnknown
        | Code::V6OptionUnknown
        | Code::CustomerIdSourceUnknown
        | Code::PaymentMethodUnknown
        | Code::LineServiceUnknown
        | Code::InternetProviderUnlisted
        | Code::ScopeUnknown
        | Code::GroundUnknown
        | Code::NetworkReadyUnknown
        | Code::GroundDetailUnknown
        // About two forms.
        | Code::TogetherInstitution
        | Code::TogetherLineType
        | Code::TogetherCustomerId
        | Code::TogetherNoCustomerId
        // About files.
        | Code::CsvOpenQuote
        | Code::CsvTooManyCells
        | Code::CsvTooFewCells
        | Code::CsvBrokenText
        | Code::CsvRowTooLong
        | Code::CsvLostZeros
        | Code::CsvExponent => return None,
    })
}
