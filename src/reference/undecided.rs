//! Questions that the sources leave open or answer in two ways, and what this version does about each.
//!
//! From the rule book, sections 0 (decisions) and 8 (contradictions), as far as kinds and forms exist here.

use super::{Undecided, Words, cite};
use crate::source::Document::{self, Circular, CodeNotice, LineTable, NursingGuide, VendorManual};

pub(super) fn all() -> Vec<Undecided> {
    OPEN.iter().map(|open| Undecided { words: open.words, sources: cite(open.sources) }).collect()
}

struct Open {
    words: Words,
    sources: &'static [(Document, &'static str)],
}

static OPEN: [Open; 23] = [
    Open {
        words: Words {
            ja: "所属機関に「7 職域診療所等」があるのは新しい資料だけです。新しい資料に従い、選べるものとしています。",
            en: "Only the newer source offers “7 workplace clinic” as a kind of institution. We follow it and accept 7.",
        },
        sources: &[(NursingGuide, "所属機関選択"), (VendorManual, "所属機関選択")],
    },
    Open {
        words: Words {
            ja: "職域診療所等の10桁のコードで、3桁目が7になるかどうかを示す資料がありません。10桁のコードでは7も受け付けます。",
            en: "No source shows whether the third digit of a workplace clinic's 10-digit code is 7. We accept 7 there.",
        },
        sources: &[(NursingGuide, "所属機関選択"), (CodeNotice, "コードの表記")],
    },
    Open {
        words: Words {
            ja: "職域診療所等（点数表7）の検証番号の決まりを示す資料がありません。計算せず、「確かめられない」とします。",
            en: "No source gives a check-digit rule for workplace clinics (fee schedule 7). We do not compute one and report it as unverified.",
        },
        sources: &[(CodeNotice, "検証番号")],
    },
    Open {
        words: Words {
            ja: "検証番号の計算方法を、通知は1通りだけ示しています。公表されているコードを調べると、埼玉・千葉・東京・神奈川だけは7桁の中で計算されています。この4都県は実際のコードに合わせ、合わなくても注意にとどめます。",
            en: "The notice states one way to compute the check digit. In published codes, Saitama, Chiba, Tokyo and Kanagawa compute it within the 7 digits alone. We follow the codes in these four, and a mismatch stays a warning.",
        },
        sources: &[(CodeNotice, "検証番号")],
    },
    Open {
        words: Words {
            ja: "東京の訪問看護ステーションには、検証番号の計算方法が2通り見られます。どちらかに合えばよいものとしています。",
            en: "Check digits of home-nursing stations in Tokyo follow two rules. We accept either.",
        },
        sources: &[(CodeNotice, "検証番号")],
    },
    Open {
        words: Words {
            ja: "ポータルの記入例のコードは、検証番号の計算に合いません。そのため、合わないコードも注意にとどめます。",
            en: "The codes in the portal's own examples fail the check-digit rule. A mismatch is therefore a warning.",
        },
        sources: &[(NursingGuide, "医療機関等・訪問看護ステーションコード（10桁）"), (Circular, "記載例")],
    },
    Open {
        words: Words {
            ja: "3桁目が1か6の介護保険事業所番号は、数字だけでは医療機関等コードと見分けられません。指定通知書から書き写してください。",
            en: "A care-insurance provider number with 1 or 6 in third place cannot be told from an institution code by its digits. Copy the number from the letter of designation.",
        },
        sources: &[(NursingGuide, "介護保険事業者番号との誤入力")],
    },
    Open {
        words: Words {
            ja: "都道府県番号の予備として51から97が定められていますが、申請画面にあるのは01から47だけです。51から97は受け付けません。",
            en: "The notice reserves prefecture numbers 51 to 97, but the portal lists only 01 to 47. We do not accept 51 to 97.",
        },
        sources: &[(CodeNotice, "都道府県番号"), (Circular, "都道府県番号")],
    },
    Open {
        words: Words {
            ja: "所在地の表示とその確認欄があるのは新しい資料だけです。新しい資料に従い、確認を必須としています。",
            en: "Only the newer source shows the address and the box that confirms it. We follow it and require the box.",
        },
        sources: &[(NursingGuide, "所在地の確認"), (VendorManual, "ユーザー登録")],
    },
    Open {
        words: Words {
            ja: "開設者の欄は、ある資料では「漢字」、新しい資料では「全角」です。半角の文字があれば注意にとどめます。",
            en: "The founder's box is labelled “kanji” in one source and “full width” in the newer one. Half-width characters are a warning.",
        },
        sources: &[(NursingGuide, "開設者（全角）"), (VendorManual, "開設者（漢字）")],
    },
    Open {
        words: Words {
            ja: "名前や名称の文字数の上限を示す資料がありません。200文字を超えたら注意にとどめます。",
            en: "No source limits the length of names. More than 200 characters is a warning.",
        },
        sources: &[(NursingGuide, "担当者情報の入力")],
    },
    Open {
        words: Words {
            ja: "電話番号の桁数を定めた資料がありません。記入例は11桁、確認画面は10桁です。0から始まる10桁か11桁を受け付けます。",
            en: "No source states how many digits a phone number has: the example has 11, the confirmation screen 10. We accept 10 or 11 digits starting with 0.",
        },
        sources: &[(NursingGuide, "電話番号"), (VendorManual, "電話番号")],
    },
    Open {
        words: Words {
            ja: "メールアドレスは、登録の説明では40文字以下、ログインの説明では40文字以上が問い合わせの対象です。ちょうど40文字は受け付け、お知らせを添えます。",
            en: "The registration page allows up to 40 characters of e-mail address; the login page sends 40 or more to the help desk. We accept exactly 40 and say so.",
        },
        sources: &[(NursingGuide, "メールアドレス（半角40桁以下）"), (NursingGuide, "ログイン 40桁以上のユーザーID")],
    },
    Open {
        words: Words {
            ja: "メールアドレスの「@」の前で、ピリオドが先頭や末尾にある場合、続く場合の扱いを示す資料がありません。注意にとどめます。",
            en: "No source says whether dots may lead, trail or be doubled before the “@” of an e-mail address. They are a warning.",
        },
        sources: &[(NursingGuide, "メールアドレス"), (VendorManual, "メールアドレス")],
    },
    Open {
        words: Words {
            ja: "パスワードに記号、空白、全角文字を使えるかを示す資料がありません。半角の記号は受け付け、空白や全角文字などは注意にとどめます。",
            en: "No source says whether passwords may hold signs, blanks or full-width characters. We accept half-width signs; blanks, full-width characters and the like are a warning.",
        },
        sources: &[(NursingGuide, "パスワード"), (VendorManual, "パスワード")],
    },
    Open {
        words: Words {
            ja: "お客さまIDに検証番号があるかを示す資料がありません。桁数と先頭の英字だけを確かめます。",
            en: "No source says whether customer IDs carry a check digit. We check letters and length only.",
        },
        sources: &[(Circular, "お客さまID 記入方法"), (NursingGuide, "お客さまID（CAFまたはCOP）")],
    },
    Open {
        words: Words {
            ja: "CTCの回線の対象地域に、三重県を含む資料と含まない資料があります。注意にとどめます。",
            en: "One source counts Mie among the prefectures with CTC lines, another leaves it out. It is a warning.",
        },
        sources: &[(LineTable, "注7 CTC"), (Circular, "電気通信回線種別 対象地域")],
    },
    Open {
        words: Words {
            ja: "QTnetの回線の対象地域は「九州地区」で、番号では40から47です。沖縄県（47）が含まれるかははっきりしないため、注意にとどめます。",
            en: "QTnet lines are for “Kyushu”, given as numbers 40 to 47. Whether that includes Okinawa (47) is not clear; it is a warning.",
        },
        sources: &[(LineTable, "QTnet（九州地区のみ）"), (Circular, "電気通信回線種別 対象地域")],
    },
    Open {
        words: Words {
            ja: "フレッツ・v6オプションの「不要」は紙の申請書にあり、申請画面にはありません。契約が必要と書く資料もあります。受け付け、お知らせを添えます。",
            en: "“Not needed” for the v6 option stands on the paper form, not on the portal's, and one source says the contract is needed. We accept it and say so.",
        },
        sources: &[(Circular, "フレッツ・v6オプションの契約状況"), (NursingGuide, "フレッツ・v6オプション契約の確認")],
    },
    Open {
        words: Words {
            ja: "申請画面の回線種別2と3の表記、オンライン請求のIPv6とISDNの番号は、どの資料の画面にも写っていません。紙の申請書の表記と、番号ではない値を使っています。",
            en: "No source shows how the portal words eligibility line types 2 and 3, or numbers IPv6 and ISDN for claims. We use the words of the paper form, and names instead of numbers.",
        },
        sources: &[(Circular, "電気通信回線種別"), (VendorManual, "オンライン請求 電気通信回線種別")],
    },
    Open {
        words: Words {
            ja: "オンライン請求のIPv4接続でお客さまIDが要らないことは、確認画面に欄がないことからの推定です。入力されていてもお知らせにとどめます。",
            en: "That claims over IPv4 need no customer ID is inferred from a confirmation screen without one. An ID entered there gets a note only.",
        },
        sources: &[(NursingGuide, "オンライン請求 入力内容確認"), (VendorManual, "オンライン請求 お客さまID")],
    },
    Open {
        words: Words {
            ja: "ISDNのサービスは2024年1月31日に終了しましたが、オンライン請求の申請画面には選択肢が残っていました。受け付け、注意を添えます。",
            en: "ISDN service ended on 2024-01-31, yet the claims application still listed it. We accept it with a warning.",
        },
        sources: &[(LineTable, "注8 INSネット"), (VendorManual, "オンライン請求 電気通信回線種別")],
    },
    Open {
        words: Words {
            ja: "秘密の番号は申請画面にありますが、同じ資料の入力項目の一覧にはありません。避けるべき番号を示す資料もないため、4桁の数字ならどれも受け付けます。",
            en: "The secret number is on the screen but not in the same source's list of fields. No source names numbers to avoid, so any four digits are accepted.",
        },
        sources: &[(NursingGuide, "秘密の番号"), (Circular, "秘密の番号")],
    },
];
