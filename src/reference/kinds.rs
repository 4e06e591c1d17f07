//! Label, hint, example and pattern of every kind. One exhaustive match, so the compiler finds a kind without words.
//!
//! Patterns take linear time in a backtracking engine too, so that no text in a page can hang the browser.

use std::borrow::Cow;

use super::{ChoiceDescription, Citation, Description, InputMode, Words, cite};
use crate::issue::Code;
use crate::kind::Kind;
use crate::kind::choice::{Choice, Choices};
use crate::line::provider::PROVIDERS;
use crate::source::Document;

/// What a kind says unless it says otherwise.
pub(super) const PLAIN: Description = Description {
    name: "",
    label: Words { ja: "", en: "" },
    hint: Words { ja: "", en: "" },
    example: "",
    pattern: Cow::Borrowed(""),
    min_length: None,
    max_length: None,
    input_mode: InputMode::Text,
    autocomplete: "off",
    choices: Vec::new(),
    suggestions: Vec::new(),
    secret: false,
    sources: Vec::new(),
};

/// Blanks, as a class of a pattern has them. Four digits an escape: JavaScript, Python, Java and .NET read them alike.
pub(super) const BLANKS: &str = r"\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000";
/// The same for characters that cannot be seen.
pub(super) const INVISIBLE: &str = r"\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff";

pub(super) fn describe(kind: Kind) -> Description {
    let words = word(kind);
    let words = match kind.choices() {
        Some(choices) => among(choices, words),
        None => words,
    };
    Description { name: kind.name(), secret: kind.is_secret(), sources: sources(kind), ..words }
}

/// Words for a field with these choices, of which nothing else matches the pattern.
pub(super) fn among(choices: Choices, words: Description) -> Description {
    // Values are letters, digits and hyphens, which stand for themselves.
    let values: Vec<_> = choices.list().map(|choice: Choice| choice.value).collect();
    Description {
        pattern: Cow::Owned(format!("^(?:{})$", values.join("|"))),
        choices: choices.list().map(ChoiceDescription::from).collect(),
        ..words
    }
}

#[expect(clippy::too_many_lines, reason = "a table, one arm a kind")]
fn word(kind: Kind) -> Description {
    match kind {
        Kind::Prefecture => Description {
            label: Words { ja: "都道府県", en: "Prefecture" },
            hint: Words {
                ja: "医療機関等がある都道府県です。番号は01（北海道）から47（沖縄県）までです。",
                en: "The prefecture the institution is in, numbered 01 (Hokkaido) to 47 (Okinawa).",
            },
            example: "13",
            ..PLAIN
        },
        Kind::FeeSchedule => Description {
            label: Words { ja: "点数表コード", en: "Fee schedule" },
            hint: Words {
                ja: "医科は1、歯科は3、調剤は4、訪問看護は6、職域診療所等は7です。",
                en: "1 for medical, 3 for dental, 4 for pharmacy, 6 for home nursing, 7 for a workplace clinic.",
            },
            example: "3",
            ..PLAIN
        },
        // Districts are numbered from 01, so no institution has the numbers of these two examples.
        Kind::InstitutionNumber => Description {
            label: Words { ja: "医療機関等コード（7桁）", en: "Institution number (7 digits)" },
            hint: Words {
                ja: "指定通知書から7桁の数字を、先頭の0も含めて書き写します。介護保険事業所番号とは別の番号です。",
                en: "Copy the 7 digits from your letter of designation, zeros in front included. The care-insurance provider number is a different one.",
            },
            example: "0012344",
            pattern: Cow::Borrowed("^[0-9]{7}$"),
            input_mode: InputMode::Numeric,
            ..with_length(7, Some(7))
        },
        Kind::InstitutionCode => Description {
            label: Words { ja: "医療機関等コード（10桁）", en: "Institution code (10 digits)" },
            hint: Words {
                ja: "都道府県2桁、点数表1桁、医療機関等コード7桁をつなげた10桁です。ユーザー登録の画面では自動で入ります。",
                en: "Prefecture (2), fee schedule (1) and institution number (7) in a row. When you register, the portal fills it in itself.",
            },
            example: "1330012344",
            pattern: Cow::Borrowed("^(?:0[1-9]|[1-3][0-9]|4[0-7])[13467][0-9]{7}$"),
            input_mode: InputMode::Numeric,
            ..with_length(10, Some(10))
        },
        Kind::CustomerId => Description {
            label: Words { ja: "お客さまID", en: "Customer ID" },
            hint: Words {
                ja: "CAFと数字10桁、またはCOPと数字8桁です。NTT東日本は「開通のご案内」、NTT西日本は「お申し込み内容のご案内」、光コラボは契約した会社の書類にあります。",
                en: "CAF and 10 digits, or COP and 8 digits. It stands on the letter 「開通のご案内」 of NTT East, on 「お申し込み内容のご案内」 of NTT West, or on the papers of the company that sold you a collaboration line.",
            },
            example: "CAF0123456789",
            pattern: Cow::Borrowed("^(?:CAF[0-9]{10}|COP[0-9]{8})$"),
            ..with_length(11, Some(13))
        },
        // One rule is left to the length: regular expressions without lookaround cannot count to 40 beside a grammar.
        Kind::Email => Description {
            label: Words { ja: "メールアドレス", en: "E-mail address" },
            hint: Words {
                ja: "小文字で40文字までです。「@」の前には英小文字、数字、ピリオド、ハイフン、アンダーバー、プラスが使えます。ログインのIDになります。",
                en: "Lower case, up to 40 characters. Before the “@”: lower-case letters, digits, dot, hyphen, underscore and plus. It becomes your login.",
            },
            example: "clinic@example.jp",
            pattern: Cow::Borrowed(r"^[a-z0-9._+\-]+@[a-z0-9]+(?:-+[a-z0-9]+)*(?:\.[a-z0-9]+(?:-+[a-z0-9]+)*)+$"),
            input_mode: InputMode::Email,
            autocomplete: "email",
            ..with_length(5, Some(40))
        },
        // The three classes in each of their six orders: the order in which they first appear.
        Kind::Password => Description {
            label: Words { ja: "パスワード", en: "Password" },
            hint: Words {
                ja: "8文字から100文字です。英大文字、英小文字、数字をそれぞれ1文字以上入れます。",
                en: "8 to 100 characters, with at least one upper-case letter, one lower-case letter and one digit.",
            },
            example: "Mihon2026",
            pattern: Cow::Borrowed(concat!(
                "^[^A-Za-z0-9]*(?:",
                "[A-Z][^a-z0-9]*(?:[a-z][^0-9]*[0-9]|[0-9][^a-z]*[a-z])|",
                "[a-z][^A-Z0-9]*(?:[A-Z][^0-9]*[0-9]|[0-9][^A-Z]*[A-Z])|",
                "[0-9][^A-Za-z]*(?:[A-Z][^a-z]*[a-z]|[a-z][^A-Z]*[A-Z])",
                r")[\s\S]*$"
            )),
            autocomplete: "new-password",
            ..with_length(8, Some(100))
        },
        Kind::Phone => Description {
            label: Words { ja: "電話番号", en: "Phone number" },
            hint: Words {
                ja: "市外局番から、数字だけを10桁か11桁で入力します。ハイフンは要りません。",
                en: "10 or 11 digits from the area code on, without hyphens.",
            },
            example: "0312345678",
            pattern: Cow::Borrowed("^0[0-9]{9,10}$"),
            input_mode: InputMode::Tel,
            autocomplete: "tel-national",
            ..with_length(10, Some(11))
        },
        Kind::SecretNumber => Description {
            label: Words { ja: "秘密の番号", en: "Secret number" },
            hint: Words {
                ja: "自分で決める4桁の数字です。マスタアカウントのパスワードを再発行するときに使うため、控えておきます。",
                en: "Four digits of your own choice. Keep them: they are asked for when the master account's password is issued again.",
            },
            example: "4826",
            pattern: Cow::Borrowed("^[0-9]{4}$"),
            input_mode: InputMode::Numeric,
            ..with_length(4, Some(4))
        },
        Kind::YearMonth => Description {
            label: Words { ja: "年月", en: "Year and month" },
            hint: Words {
                ja: "西暦の年と月です。「2026/4」や「2026年4月」とも入力できます。",
                en: "Year of the common era and month. “2026/4” and “2026年4月” are read as well.",
            },
            example: "2026-04",
            pattern: Cow::Borrowed("^(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])$"),
            ..with_length(7, Some(7))
        },
        // The last line is 29 February, in leap years only: 1900 was none, 2000 was one.
        Kind::Date => Description {
            label: Words { ja: "日付", en: "Date" },
            hint: Words {
                ja: "西暦の年月日です。「2026/4/1」や「2026年4月1日」とも入力できます。",
                en: "Year of the common era, month and day. “2026/4/1” and “2026年4月1日” are read as well.",
            },
            example: "2026-04-01",
            pattern: Cow::Borrowed(concat!(
                "^(?:(?:19|20)[0-9]{2}-(?:",
                "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|",
                "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|",
                "02-(?:0[1-9]|1[0-9]|2[0-8])",
                ")|(?:2000|(?:19|20)(?:0[48]|[2468][048]|[13579][26]))-02-29)$"
            )),
            ..with_length(10, Some(10))
        },
        Kind::LineType => Description {
            label: Words { ja: "電気通信回線種別", en: "Line type" },
            hint: Words {
                ja: "NTTのフレッツ光や光コラボなら1です。どの会社の回線かは契約の書類で確かめます。",
                en: "1 for FLET'S lines of NTT and for collaboration lines. The papers of your contract say whose line it is.",
            },
            example: "1",
            ..PLAIN
        },
        Kind::ClaimsLineType => Description {
            label: Words { ja: "電気通信回線種別（オンライン請求）", en: "Line type (online claims)" },
            hint: Words {
                ja: "オンライン請求で使う接続方式です。CTCやQTnetの回線は「IP-VPN接続【IPv4】」を選びます。番号は資格確認の申請とは別に付いています。",
                en: "How online claims connect. Lines of CTC and QTnet count as IP-VPN (IPv4). The numbers differ from those of the eligibility application.",
            },
            example: "ip-vpn-ipv6",
            ..PLAIN
        },
        Kind::V6Option => Description {
            label: Words { ja: "フレッツ・v6オプション契約の確認", en: "FLET'S v6 option" },
            hint: Words {
                ja: "資格確認の回線種別が1のときだけ答えます。契約がまだでも、利用開始までに契約する予定なら「契約済・契約予定」です。",
                en: "Asked for line type 1 of the eligibility application only. Planning to have it by the start counts as contracted.",
            },
            example: "contracted",
            ..PLAIN
        },
        Kind::PaymentMethod => Description {
            label: Words { ja: "電子証明書発行料の支払方法", en: "How to pay for the certificate" },
            hint: Words {
                ja: "電子証明書の発行料をどう支払うかを選びます。振込みの手数料は申請者の負担です。",
                en: "How the fee for the electronic certificate is paid. With a transfer you bear the bank's charge.",
            },
            example: "1",
            ..PLAIN
        },
        Kind::LineService => Description {
            label: Words { ja: "回線サービス", en: "Line service" },
            hint: Words {
                ja: "申請画面にはない、回線を確かめるための項目です。契約書や請求書にあるサービスの名前で選び、分からなければ空のままにします。",
                en: "Not on the portal: it serves to check the line. Choose the name of the service on your contract or bill, or leave it empty if you do not know it.",
            },
            example: "hikari-next",
            ..PLAIN
        },
        Kind::InternetProvider => Description {
            label: Words {
                ja: "インターネット接続（IPsec+IKE提供事業者名）", en: "IPsec+IKE provider"
            },
            hint: Words {
                ja: "インターネット接続で使う、IPsec+IKEサービスの提供事業者の名前です。契約書で確かめます。",
                en: "The company that provides the IPsec+IKE service for your internet connection. It stands on your contract.",
            },
            example: "株式会社NTTPCコミュニケーションズ",
            suggestions: PROVIDERS.iter().filter(|it| it.claims).map(|it| it.service).collect(),
            ..word(Kind::Text)
        },
        Kind::TerminalName => Description {
            label: Words { ja: "端末名称等", en: "Terminal name" },
            hint: Words {
                ja: "端末を見分けるために自由に付ける名前です。機種やOSの名前ではなく、使いみちで付けます。",
                en: "A name of your own that tells this terminal from the others: by its use, not by its model or system.",
            },
            example: "資格確認端末1",
            ..word(Kind::Text)
        },
        // No blank at the ends and no invisible character: what folding leaves.
        Kind::Text => Description {
            label: Words { ja: "自由記述", en: "Free text" },
            hint: Words {
                ja: "名前などを自由に入力します。前後の空白は取り除かれます。",
                en: "A name or any other text. Blanks at both ends are removed.",
            },
            example: "見本クリニック",
            pattern: Cow::Owned(format!("^[^{BLANKS}{INVISIBLE}](?:[^{INVISIBLE}]*[^{BLANKS}{INVISIBLE}])?$")),
            ..with_length(1, None)
        },
    }
}

pub(super) fn with_length(shortest: u16, longest: Option<u16>) -> Description {
    Description { min_length: Some(shortest), max_length: longest, ..PLAIN }
}

/// What the codes of a kind cite, each place once.
fn sources(kind: Kind) -> Vec<Citation> {
    if kind == Kind::TerminalName {
        // It has no rule of its own, so no code.
        return cite(&[
            (Document::NursingGuide, "端末名称等"),
            (Document::Circular, "電子証明書を設定する端末の名称等"),
        ]);
    }
    let mut sources: Vec<Citation> = Vec::new();
    for code in Code::ALL {
        let is_own = code.name().strip_prefix(kind.name()).is_some_and(|rest| rest.starts_with('.'));
        // `text.needs-folding` is about any kind in strict mode, not about free text.
        if is_own && *code != Code::TextNeedsFolding {
            let source = code.source().into();
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
    }
    sources
}
