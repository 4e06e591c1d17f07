//! Questions that the sources leave open or answer in two ways, and what this version does about each.
//!
//! From the rule book, sections 0 (decisions), 5 to 7 (what is open in them) and 8 (contradictions).

use super::Openness::{self, Contradiction, Silent, Unreadable};
use super::{Undecided, Words, cite};
use crate::source::Document::{self, Circular, CodeNotice, LineTable, NursingGuide, VendorManual};

pub(super) fn all() -> Vec<Undecided> {
    OPEN.iter().map(|it| Undecided { kind: it.kind, words: it.words, sources: cite(it.sources) }).collect()
}

struct Open {
    kind: Openness,
    words: Words,
    sources: &'static [(Document, &'static str)],
}

static OPEN: [Open; 54] = [
    Open {
        kind: Contradiction,
        words: Words {
            ja: "所属機関に「7 職域診療所等」があるのは新しい資料だけです。新しい資料に従い、選べるものとしています。",
            en: "Only the newer source offers “7 workplace clinic” as a kind of institution. We follow it and accept 7.",
        },
        sources: &[(NursingGuide, "所属機関選択"), (VendorManual, "所属機関選択")],
    },
    Open {
        kind: Silent,
        words: Words {
            ja: "職域診療所等の10桁のコードで、3桁目が7になるかどうかを示す資料がありません。10桁のコードでは7も受け付けます。",
            en: "No source shows whether the third digit of a workplace clinic's 10-digit code is 7. We accept 7 there.",
        },
        sources: &[(NursingGuide, "所属機関選択"), (CodeNotice, "コードの表記")],
    },
    Open {
        kind: Silent,
        words: Words {
            ja: "職域診療所等（点数表7）の検証番号の決まりを示す資料がありません。計算せず、「確かめられない」とします。",
            en: "No source gives a check-digit rule for workplace clinics (fee schedule 7). We do not compute one and report it as unverified.",
        },
        sources: &[(CodeNotice, "検証番号")],
    },
    Open {
        kind: Contradiction,
        words: Words {
            ja: "検証番号の計算方法を、通知は1通りだけ示しています。公表されているコードを調べると、埼玉・千葉・東京・神奈川だけは7桁の中で計算されています。この4都県は実際のコードに合わせ、合わなくても注意にとどめます。",
            en: "The notice states one way to compute the check digit. In published codes, Saitama, Chiba, Tokyo and Kanagawa compute it within the 7 digits alone. We follow the codes in these four, and a mismatch stays a warning.",
        },
        sources: &[(CodeNotice, "検証番号")],
    },
    Open {
        kind: Contradiction,
        words: Words {
            ja: "東京の訪問看護ステーションには、検証番号の計算方法が2通り見られます。どちらかに合えばよいものとしています。",
            en: "Check digits of home-nursing stations in Tokyo follow two rules. We accept either.",
        },
        sources: &[(CodeNotice, "検証番号")],
    },
    Open {
        kind: Contradiction,
        words: Words {
            ja: "ポータルの記入例のコードは、検証番号の計算に合いません。そのため、合わないコードも注意にとどめます。",
            en: "The codes in the portal's own examples fail the check-digit rule. A mismatch is therefore a warning.",
        },
        sources: &[(NursingGuide, "医療機関等・訪問看護ステーションコード（10桁）"), (Circular, "記載例")],
    },
    Open {
        kind: Silent,
        words: Words {
            ja: "3桁目が1か6の介護保険事業所番号は、数字だけでは医療機関等コードと見分けられません。指定通知書から書き写してください。",
            en: "A care-insurance provider number with 1 or 6 in third place cannot be told from an institution code by its digits. Copy the number from the letter of designation.",
        },
        sources: &[(NursingGuide, "介護保険事業者番号との誤入力")],
    },
    Open {
        kind: Contradiction,
        words: Words {
            ja: "都道府県番号の予備として51から97が定められていますが、申請画面にあるのは01から47だけです。51から97は受け付けません。",
            en: "The notice reserves prefecture numbers 51 to 97, but the portal lists only 01 to 47. We do not accept 51 to 97.",
        },
        sources: &[(CodeNotice, "都道府県番号"), (Circular, "都道府県番号")],
    },
    Open {
        kind: Contradiction,
        words: Words {
            ja: "所在地の表示とその確認欄があるのは新しい資料だけです。新しい資料に従い、確認を必須としています。",
            en: "Only the newer source shows the address and the box that confirms it. We follow it and require the box.",
        },
        sources: &[(NursingGuide, "所在地の確認"), (VendorManual, "ユーザー登録")],
    },
    Open {
        kind: Contradiction,
        words: Words {
            ja: "開設者の欄は、ある資料では「漢字」、新しい資料では「全角」です。半角の文字があれば注意にとどめます。",
            en: "The founder's box is labelled “kanji” in one source and “full width” in the newer one. Half-width characters are a warning.",
        },
        sources: &[(NursingGuide, "開設者（全角）"), (VendorManual, "開設者（漢字）")],
    },
    Open {
        kind: Silent,
        words: Words {
            ja: "名前や名称の文字数の上限を示す資料がありません。200文字を超えたら注意にとどめます。",
            en: "No source limits the length of names. More than 200 characters is a warning.",
        },
        sources: &[(NursingGuide, "担当者情報の入力")],
    },
    Open {
        kind: Silent,
        words: Words {
            ja: "電話番号の桁数を定めた資料がありません。記入例は11桁、確認画面は10桁です。0から始まる10桁か11桁を受け付けます。",
            en: "No source states how many digits a phone number has: the example has 11, the confirmation screen 10. We accept 10 or 11 digits starting with 0.",
        },
        sources: &[(NursingGuide, "電話番号"), (VendorManual, "電話番号")],
    },
    Open {
        kind: Contradiction,
        words: Words {
            ja: "メールアドレスは、登録の説明では40文字以下、ログインの説明では40文字以上が問い合わせの対象です。ちょうど40文字は受け付け、お知らせを添えます。",
            en: "The registration page allows up to 40 characters of e-mail address; the login page sends 40 or more to the help desk. We accept exactly 40 and say so.",
        },
        sources: &[(NursingGuide, "メールアドレス（半角40桁以下）"), (NursingGuide, "ログイン 40桁以上のユーザーID")],
    },
    Open {
        kind: Silent,
        words: Words {
            ja: "メールアドレスの「@」の前で、ピリオドが先頭や末尾にある場合、続く場合の扱いを示す資料がありません。注意にとどめます。",
            en: "No source says whether dots may lead, trail or be doubled before the “@” of an e-mail address. They are a warning.",
        },
        sources: &[(NursingGuide, "メールアドレス"), (VendorManual, "メールアドレス")],
    },
    Open {
        kind: Silent,
        words: Words {
            ja: "パスワードに記号、空白、全角文字を使えるかを示す資料がありません。半角の記号は受け付け、空白や全角文字などは注意にとどめます。",
            en: "No source says whether passwords may hold signs, blanks or full-width characters. We accept half-width signs; blanks, full-width characters and the like are a warning.",
        },
        sources: &[(NursingGuide, "パスワード"), (VendorManual, "パスワード")],
    },
    Open {
        kind: Silent,
        words: Words {
            ja: "お客さまIDに検証番号があるかを示す資料がありません。桁数と先頭の英字だけを確かめます。",
            en: "No source says whether customer IDs carry a check digit. We check letters and length only.",
        },
        sources: &[(Circular, "お客さまID 記入方法"), (NursingGuide, "お客さまID（CAFまたはCOP）")],
    },
    Open {
        kind: Contradiction,
        words: Words {
            ja: "CTCの回線の対象地域に、三重県を含む資料と含まない資料があります。注意にとどめます。",
            en: "One source counts Mie among the prefectures with CTC lines, another leaves it out. It is a warning.",
        },
        sources: &[(LineTable, "注7 CTC"), (Circular, "電気通信回線種別 対象地域")],
    },
    Open {
        kind: Contradiction,
        words: Words {
            ja: "QTnetの回線の対象地域は「九州地区」で、番号では40から47です。沖縄県（47）が含まれるかははっきりしないため、注意にとどめます。",
            en: "QTnet lines are for “Kyushu”, given as numbers 40 to 47. Whether that includes Okinawa (47) is not clear; it is a warning.",
        },
        sources: &[(LineTable, "QTnet（九州地区のみ）"), (Circular, "電気通信回線種別 対象地域")],
    },
    Open {
        kind: Contradiction,
        words: Words {
            ja: "フレッツ・v6オプションの「不要」は紙の申請書にあり、申請画面にはありません。契約が必要と書く資料もあります。受け付け、お知らせを添えます。",
            en: "“Not needed” for the v6 option stands on the paper form, not on the portal's, and one source says the contract is needed. We accept it and say so.",
        },
        sources: &[(Circular, "フレッツ・v6オプションの契約状況"), (NursingGuide, "フレッツ・v6オプション契約の確認")],
    },
    Open {
        kind: Silent,
        words: Words {
            ja: "申請画面の回線種別2と3の表記、オンライン請求のIPv6とISDNの番号は、どの資料の画面にも写っていません。紙の申請書の表記と、番号ではない値を使っています。",
            en: "No source shows how the portal words eligibility line types 2 and 3, or numbers IPv6 and ISDN for claims. We use the words of the paper form, and names instead of numbers.",
        },
        sources: &[(Circular, "電気通信回線種別"), (VendorManual, "オンライン請求 電気通信回線種別")],
    },
    Open {
        kind: Silent,
        words: Words {
            ja: "オンライン請求のIPv4接続でお客さまIDが要らないことは、確認画面に欄がないことからの推定です。入力されていてもお知らせにとどめます。",
            en: "That claims over IPv4 need no customer ID is inferred from a confirmation screen without one. An ID entered there gets a note only.",
        },
        sources: &[(NursingGuide, "オンライン請求 入力内容確認"), (VendorManual, "オンライン請求 お客さまID")],
    },
    Open {
        kind: Contradiction,
        words: Words {
            ja: "ISDNのサービスは2024年1月31日に終了しましたが、オンライン請求の申請画面には選択肢が残っていました。受け付け、注意を添えます。",
            en: "ISDN service ended on 2024-01-31, yet the claims application still listed it. We accept it with a warning.",
        },
        sources: &[(LineTable, "注8 INSネット"), (VendorManual, "オンライン請求 電気通信回線種別")],
    },
    Open {
        kind: Contradiction,
        words: Words {
            ja: "秘密の番号は申請画面にありますが、同じ資料の入力項目の一覧にはありません。避けるべき番号を示す資料もないため、4桁の数字ならどれも受け付けます。",
            en: "The secret number is on the screen but not in the same source's list of fields. No source names numbers to avoid, so any four digits are accepted.",
        },
        sources: &[(NursingGuide, "秘密の番号"), (Circular, "秘密の番号")],
    },
    Open {
        kind: Silent,
        words: Words {
            ja: "申請区分が変更のとき、秘密の番号の欄は古い資料の画面にありません。新規のときだけ必須としています。",
            en: "The screen of a change, in the older source, has no secret number. We require it for new applications only.",
        },
        sources: &[(VendorManual, "オンライン資格確認 申請区分"), (NursingGuide, "秘密の番号")],
    },
    Open {
        kind: Silent,
        words: Words {
            ja: "COPのお客さまIDの入力欄は、どの資料の画面にも写っていません。CAFの欄と同じ形（数字と確認用の欄）としています。",
            en: "No source shows the boxes for a COP ID. We take them to be like those for CAF: digits, and the same once more.",
        },
        sources: &[(NursingGuide, "お客さまID（CAFまたはCOP）")],
    },
    Open {
        kind: Silent,
        words: Words {
            ja: "利用開始予定年月に過ぎた月を書けるかどうかを示す資料がありません。新規の申請で過ぎた月なら、注意にとどめます。",
            en: "No source says whether the planned start of use may lie in the past. In a new application it is a warning.",
        },
        sources: &[(VendorManual, "利用開始予定年月"), (NursingGuide, "利用開始予定年月")],
    },
    Open {
        kind: Silent,
        words: Words {
            ja: "テスト開始予定年月と利用開始予定年月の前後を定めた資料がありません。テストが後なら、注意にとどめます。",
            en: "No source says that the test comes before the use. A later test is a warning.",
        },
        sources: &[(NursingGuide, "テスト開始予定年月"), (Circular, "テスト開始予定年月")],
    },
    Open {
        kind: Silent,
        words: Words {
            ja: "紙の申請書に必須の印はなく、「不要」と書かれた欄があるだけです。それ以外の欄は必須としています。",
            en: "The paper form marks only what may be left out. We require the rest.",
        },
        sources: &[(Circular, "オンライン資格確認利用に関する申請書")],
    },
    Open {
        kind: Unreadable,
        words: Words {
            ja: "紙の申請書で、端末の名称を書くマスの数が読み取れません。文字数は確かめません。",
            en: "The number of boxes for the name of a terminal cannot be read from the paper form. We do not count its characters.",
        },
        sources: &[(Circular, "電子証明書を設定する端末の名称等")],
    },
    Open {
        kind: Silent,
        words: Words {
            ja: "毎月20日の締めと、そこから決まる請求開始月は、業者の資料だけにあります。早すぎる月は注意にとどめ、20日は締めに間に合う日としています。",
            en: "The cut-off on the 20th, and the first month of claims that follows from it, stand in a vendor's manual only. An earlier month is a warning, and the 20th itself is in time.",
        },
        sources: &[(VendorManual, "請求開始年月 毎月20日締め")],
    },
    Open {
        kind: Silent,
        words: Words {
            ja: "請求開始年月の「1年後まで」に、ちょうど1年後の月が入るかを示す資料がありません。入るものとしています。",
            en: "No source says whether “up to a year ahead” includes the same month of the next year. We include it.",
        },
        sources: &[(VendorManual, "請求開始年月は1年後まで")],
    },
    Open {
        kind: Contradiction,
        words: Words {
            ja: "OSとブラウザは、ある資料の画面では選択式、新しい資料では記入式です。自由な文字として受け付けます。",
            en: "Operating system and browser are chosen from a list in one source and typed in the newer one. We accept any text.",
        },
        sources: &[
            (VendorManual, "パソコンの基本ソフト（OS）・ブラウザ"),
            (NursingGuide, "パソコンの基本ソフト（OS）・ブラウザ"),
        ],
    },
    Open {
        kind: Silent,
        words: Words {
            ja: "セットアップCDの送付希望は確認画面にだけ現れ、入力欄も選択肢も示されていません。任意の文字として受け付けます。",
            en: "The wish for a setup CD appears on the confirmation screen only, without a box or choices. We accept any text, or none.",
        },
        sources: &[(NursingGuide, "オンライン請求 入力内容確認")],
    },
    Open {
        kind: Contradiction,
        words: Words {
            ja: "オンライン請求の確認画面には、都道府県番号48の動作確認用の機関が写っています。48は利用者の番号ではないため、受け付けません。",
            en: "The confirmation screen for claims shows an institution with prefecture number 48, which serves tests. It is nobody's number, so we do not accept it.",
        },
        sources: &[(NursingGuide, "オンライン請求 入力内容確認"), (Circular, "都道府県番号")],
    },
    Open {
        kind: Contradiction,
        words: Words {
            ja: "10桁のコードの画面例が9桁になっている資料があります。桁数が足りない番号は、つなげる前に知らせます。",
            en: "One source shows a 10-digit code with 9 digits. A number that is too short is reported before the code is put together.",
        },
        sources: &[(VendorManual, "医療機関等コード（10桁）")],
    },
    Open {
        kind: Contradiction,
        words: Words {
            ja: "ログインの説明では、40文字以上のIDに設定が要るとされます。登録の説明では40文字までは使えるため、ログインでは40文字を超えたときにお知らせします。",
            en: "The login page says that IDs of 40 or more characters have to be enabled, while registration takes up to 40. At login we say so above 40.",
        },
        sources: &[(NursingGuide, "ログイン 40桁以上のユーザーID"), (NursingGuide, "メールアドレス（半角40桁以下）")],
    },
    Open {
        kind: Contradiction,
        words: Words {
            ja: "電子証明書の発行料1,500円は、紙の申請書では税込、古い資料では税別や1,600円とも読めます。税込1,500円としています。",
            en: "The fee of 1,500 yen for a certificate includes tax on the paper form; older sources can be read as without tax, or as 1,600 yen. We go by 1,500 yen, tax included.",
        },
        sources: &[(Circular, "電子証明書発行料（更新料）の支払方法"), (VendorManual, "電子証明書発行料の支払方法")],
    },
    Open {
        kind: Contradiction,
        words: Words {
            ja: "電子証明書の通知が届くまでの日数は、約5営業日、約1週間、紙の申請では約15日と、資料によって異なります。日数の案内はしません。",
            en: "The letter about a certificate arrives after about five working days, a week, or fifteen days on paper, depending on the source. We promise none of them.",
        },
        sources: &[
            (VendorManual, "電子証明書の発行"),
            (NursingGuide, "電子証明書発行通知書"),
            (Circular, "書面での申請受付"),
        ],
    },
    Open {
        kind: Silent,
        words: Words {
            ja: "電子証明書の申請で、名称や端末名称等に使える文字数を示す資料を読めていません。200文字を超えたら注意にとどめます。",
            en: "We could not read a source that limits the names on the certificate application. More than 200 characters is a warning.",
        },
        sources: &[(NursingGuide, "証明書発行申請情報の入力画面")],
    },
    Open {
        kind: Contradiction,
        words: Words {
            ja: "猶予届出書の第6号アは、2018年3月31日に65歳以上という決まりと、1953年4月1日より前の生まれという注記があり、1日だけ違います。様式の注記に従い、4月1日生まれは含めません。",
            en: "Ground 6 of the deferral notice asks for 65 years on 2018-03-31 and, in its note, for birth before 1953-04-01, which differ by one day. We follow the note: 1 April is not included.",
        },
        sources: &[(NursingGuide, "猶予届出書 ⑦第6号ア")],
    },
    Open {
        kind: Silent,
        words: Words {
            ja: "光回線が整備されてから6か月を、いつの時点で数えるかを示す資料がありません。届出日から数え、届出日がなければ今日から数えます。",
            en: "No source says from when the six months since a network was built are counted. We count from the date of the notice, or from today without one.",
        },
        sources: &[(NursingGuide, "猶予届出書 ⑦第3号")],
    },
    Open {
        kind: Silent,
        words: Words {
            ja: "運用開始日に選べる日を示す資料がありません。先の日付は注意にとどめます。",
            en: "No source says which days may be registered as the first day of operation. One that is still to come is a warning.",
        },
        sources: &[(NursingGuide, "運用開始日登録")],
    },
    Open {
        kind: Unreadable,
        words: Words {
            ja: "回線の表の「接続可能」の印は、手元の資料でほとんど読み取れません。読める印と行どうしの比べ合わせから読み起こし、行ごとに確かさを付けています。",
            en: "Most of the signs for “can be connected” are lost in our copy of the table of lines. We restored it from the signs that are left and by comparing rows, and say of each row how sure we are.",
        },
        sources: &[(LineTable, "IP-VPN接続可能回線")],
    },
    Open {
        kind: Unreadable,
        words: Words {
            ja: "フレッツ・ADSLの行は、列がずれていて読み取れない欄があります。どれも終了したサービスなので、終了したことだけを知らせます。",
            en: "Cells of the FLET'S ADSL rows have slid and cannot be read. All of these services have ended, and that is what we say.",
        },
        sources: &[(LineTable, "注6 フレッツ・ADSL")],
    },
    Open {
        kind: Unreadable,
        words: Words {
            ja: "CTCの回線で、保険者の欄を読み取れません。医療機関等には関わらないため、扱いません。",
            en: "The cell for insurers of the CTC lines cannot be read. It does not concern institutions, and we leave it out.",
        },
        sources: &[(LineTable, "注7 CTC")],
    },
    Open {
        kind: Unreadable,
        words: Words {
            ja: "ISDNの表で、INSネットとおとラインISDN64の印を読み取れません。接続できるものとし、INSネットは終了したことを知らせます。",
            en: "The signs for INS-Net and Otoline ISDN 64 cannot be read. We take both for connectable, and say that INS-Net has ended.",
        },
        sources: &[(LineTable, "ISDNダイヤルアップ接続可能回線")],
    },
    Open {
        kind: Unreadable,
        words: Words {
            ja: "IPsec+IKEの事業者の表で、印が読み取れない欄があります。載っている請求・資格確認の別に従い、載っていない名前はお知らせにとどめます。",
            en: "Some signs in the table of IPsec+IKE providers cannot be read. We go by the application under which a service is listed, and a name that is not listed gets a note only.",
        },
        sources: &[(LineTable, "IPsec+IKEサービス提供事業者")],
    },
    Open {
        kind: Contradiction,
        words: Words {
            ja: "フレッツ 光ライトプラスは、表では西日本で提供されていませんが、光コラボの注意書きには西日本の例として挙がっています。表に従います。",
            en: "The table says that Hikari Light Plus is not offered in the West, but the remark on collaboration lines names it there. We follow the table.",
        },
        sources: &[(LineTable, "フレッツ 光ライトプラス"), (LineTable, "光コラボレーション事業者等")],
    },
    Open {
        kind: Silent,
        words: Words {
            ja: "光コラボは元になるNTTのサービスに従いますが、契約の名前だけでは元のサービスが分かりません。オンライン請求での可否は「分からない」とします。",
            en: "A collaboration line follows the NTT service that is resold, and its name does not tell which. Whether it carries claims is reported as unknown.",
        },
        sources: &[(LineTable, "光コラボレーション事業者等")],
    },
    Open {
        kind: Contradiction,
        words: Words {
            ja: "光ネクストのオンライン請求は、表ではIPv4で接続でき、業者の資料はIPv6を勧めています。どちらも、何も知らせずに受け付けます。",
            en: "The table connects claims over ordinary Hikari Next by IPv4, while a vendor's manual recommends IPv6. We accept both without a note.",
        },
        sources: &[(LineTable, "フレッツ 光ネクスト"), (VendorManual, "オンライン請求 電気通信回線種別")],
    },
    Open {
        kind: Silent,
        words: Words {
            ja: "IPv4のIP-VPN接続がいつまで使えるかを示す資料がありません。新しい資料の画面にもあるため、受け付けます。",
            en: "No source says until when IP-VPN over IPv4 can be used. The newest one still shows it, so we accept it.",
        },
        sources: &[(NursingGuide, "オンライン請求 入力内容確認")],
    },
    Open {
        kind: Silent,
        words: Words {
            ja: "インターネット接続（IPsec+IKE）は、光ネクストなら使えるとされますが、ほかの回線サービスについての資料がありません。事業者しだいのため、「分からない」とします。",
            en: "Internet connections (IPsec+IKE) are said to work over Hikari Next; no source speaks of other services. That is up to the provider, and reported as unknown.",
        },
        sources: &[(LineTable, "注2 インターネット接続方式"), (LineTable, "IPsec+IKEサービス提供事業者")],
    },
    Open {
        kind: Silent,
        words: Words {
            ja: "ISDNの表はオンライン請求のものだけです。資格確認には使えないものとしています。",
            en: "The table of ISDN lines is about claims only. We take them for not usable for eligibility verification.",
        },
        sources: &[(LineTable, "ISDNダイヤルアップ接続可能回線")],
    },
    Open {
        kind: Contradiction,
        words: Words {
            ja: "CTCの回線は、表では西日本の列にありますが、対象の長野県はNTT東日本のエリアです。東西ではなく、県ごとに判断します。",
            en: "The table has CTC lines in the column of the West, though Nagano, where they are offered, belongs to NTT East. We go by prefecture.",
        },
        sources: &[(LineTable, "注7 CTC"), (Circular, "電気通信回線種別 対象地域")],
    },
];
