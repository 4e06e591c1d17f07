//! Japanese. Names fields as the portal does, says the number, puts the action last.

use crate::issue::{Code, FixKind};

#[allow(clippy::too_many_lines, reason = "one sentence a code: a list, however long")]
pub(super) const fn template(code: Code) -> &'static str {
    match code {
        Code::Required => "入力されていません。必須の項目です。",
        Code::TypeNotText => "文字として受け取れませんでした。番号も文字列で渡してください。",
        Code::KindUnknown => "この種類の項目はありません。種類の名前を確認してください。",
        Code::Internal => "確認できませんでした。入力が間違っているという意味ではありません。このまま進めます。",
        Code::InputTooLong => "{limit}文字を超えているため読み取っていません。必要な部分だけを入力してください。",
        Code::TextTooLong => "{limit}文字を超えています。申請画面に収まるか確かめてください。このまま進めます。",
        Code::TextHalfWidth => "{position}文字目に半角の文字があります。開設者は全角で入力してください。",
        Code::TextNeedsFolding => "全角文字、空白、記号などが混じっています。半角の決まった形で入力してください。",
        Code::FormUnknownField => "この名前の項目はありません。「{name}」のことなら、名前を直してください。",
        Code::TerminalNamesTooMany => "端末は1枚に{limit}台までです。残りの端末は別の申請書に記入してください。",
        Code::DigitsNotDigit => "{position}文字目が数字ではありません。数字だけを入力してください。",
        Code::ConfirmMismatch => "1回目の入力と一致していません。同じものをもう一度入力してください。",

        Code::PrefectureUnknown => "都道府県番号にありません。01（北海道）から47（沖縄県）のうちから選んでください。",
        Code::PrefectureTestNumber => "48は動作確認用の番号です。所在地の都道府県を01から47のうちから選んでください。",
        Code::FeeScheduleUnknown => {
            "点数表番号にありません。1 医科、3 歯科、4 調剤、6 訪問看護、7 職域診療所等から選んでください。"
        }

        Code::InstitutionNumberTooShort => {
            "あと{remaining}桁足りません。先頭の0も含めて{expected}桁で入力してください。"
        }
        Code::InstitutionNumberTooLong => {
            "{actual}桁入力されています。都道府県番号と点数表番号を除いた{expected}桁を入力してください。"
        }
        Code::InstitutionNumberLooksLikeCode => "10桁のコードが入っています。ここには最後の7桁だけを入力してください。",
        Code::InstitutionNumberCareInsurance => {
            "介護保険事業所番号のようです。指定通知書にある7桁の医療機関等コードを入力してください。"
        }
        Code::InstitutionNumberLostZero => {
            "6桁しかありません。先頭の0が抜けていないか通知書で確かめて、7桁で入力してください。"
        }

        Code::InstitutionCodeTooShort => {
            "あと{remaining}桁足りません。都道府県2桁、点数表1桁、番号7桁の{expected}桁で入力してください。"
        }
        Code::InstitutionCodeTooLong => {
            "{actual}桁入力されています。都道府県2桁、点数表1桁、番号7桁の{expected}桁で入力してください。"
        }
        Code::InstitutionCodeCheckDigit => {
            "最後の1桁（検証番号）が計算と合いません。番号、都道府県、点数表の写し間違いがないか確かめてください。このまま進むこともできます。"
        }
        Code::InstitutionCodeWrongFeeSchedule => {
            "3桁目が選んだ点数表（{feeSchedule}）と違います。コードか点数表のどちらかを直してください。"
        }

        Code::CustomerIdTooShort => {
            "お客さまIDがあと{remaining}文字足りません。{prefix}の後の数字{expected}桁を最後まで入力してください。"
        }
        Code::CustomerIdTooLong => {
            "{prefix}の後の数字は{expected}桁ですが、{actual}桁あります。NTTの書類と見比べてください。"
        }
        Code::CustomerIdUnknownPrefix => {
            "お客さまIDはCAFかCOPで始まります。NTTの「開通のご案内」にあるIDを、先頭の英字から入力してください。"
        }
        Code::CustomerIdOtherProvider => {
            "LやNで始まる番号は別の契約の番号です。NTTの書類でCAFかCOPで始まるIDを確認してください。"
        }
        Code::CustomerIdCopInWest => {
            "COPで始まるIDはNTT東日本の回線のものです。{prefecture}はNTT西日本エリアのため、お申し込み内容のご案内でCAFのIDを確認してください。"
        }
        Code::CustomerIdKindMismatch => {
            "選んだ種類は{prefix}です。{prefix}で始まるIDを入力するか、種類を選び直してください。"
        }
        Code::CustomerIdNotAsked => "この選び方では、お客さまIDの入力は要りません。空のままで進めます。",
        Code::CustomerIdSameLineMayLag => {
            "オンライン請求を紙で申請した場合は反映に時間がかかります。反映されないときは、CAFかCOPのIDを入力してください。"
        }

        Code::EmailUpperCase => "メールアドレスに英大文字は使えません。小文字で入力してください。",
        Code::EmailBadCharacter => {
            "{position}文字目に使えない文字があります。英小文字、数字、ピリオド、ハイフン、アンダーバー、プラスで入力してください。"
        }
        Code::EmailNoAt => "「@」がありません。「@」とその後ろまで入力してください。",
        Code::EmailBadDomain => "「@」の後ろがアドレスの形になっていません。「example.jp」のように入力してください。",
        Code::EmailNoLocalPart => "「@」の前が空です。アドレスを先頭から入力してください。",
        Code::EmailTooLong => {
            "{actual}文字あります。{limit}文字を超えるアドレスは、コールセンター（0800-080-4583）にお問い合わせください。"
        }
        Code::EmailAtLimit => {
            "ちょうど{limit}文字です。ログインできないときは、コールセンター（0800-080-4583）にお問い合わせください。"
        }
        Code::EmailPlaceholderAccount => {
            "末尾が「@01」から「@48」のIDは仮のアカウントです。新規ユーザー登録でメールアドレスを登録してください。"
        }
        Code::EmailOddDots => {
            "「@」の前に、先頭・末尾・連続のピリオドがあります。届かないことがあるため、確かめてください。このまま進めます。"
        }
        Code::EmailLookAlikeDomain => {
            "「@」の後ろに、よくある打ち間違いがあります。確かめてください。このまま進むこともできます。"
        }

        Code::LoginUpperCase => {
            "英大文字が入っています。登録したメールアドレスは小文字のはずなので、確かめてください。このまま進めます。"
        }
        Code::LoginLongUserId => {
            "{limit}文字を超えるユーザーIDは、支払基金での設定が必要です。ログインできないときは、コールセンター（0800-080-4583）にお問い合わせください。"
        }

        Code::PasswordTooShort => "短すぎます。{minimum}文字以上で入力してください。",
        Code::PasswordTooLong => "長すぎます。{limit}文字以下で入力してください。",
        Code::PasswordNoUpper => "英大文字がありません。1文字以上入れてください。",
        Code::PasswordNoLower => "英小文字がありません。1文字以上入れてください。",
        Code::PasswordNoDigit => "数字がありません。1文字以上入れてください。",
        Code::PasswordUnlistedCharacter => {
            "空白や全角文字などが入っています。受け付けられるかどうかの資料がないため、半角の英数字と記号をおすすめします。このまま進めます。"
        }

        Code::PhoneNoLeadingZero => "電話番号は0から始まります。市外局番から入力してください。",
        Code::PhoneTooShort => "桁が足りません。市外局番から{minimum}桁か11桁で入力してください。",
        Code::PhoneTooLong => "{actual}桁あります。市外局番から10桁か{limit}桁で入力してください。",
        Code::SecretNumberTooShort => "桁が足りません。{expected}桁の数字で入力してください。",
        Code::SecretNumberTooLong => "桁が多すぎます。{expected}桁の数字で入力してください。",

        Code::YearMonthBadFormat => "年月として読めません。西暦で「2026-04」や「2026年4月」のように入力してください。",
        Code::DateBadFormat => "日付として読めません。西暦で「2026-04-01」や「2026年4月1日」のように入力してください。",
        Code::DateNoSuchDay => "この月にない日です。日を確かめて入力してください。",

        Code::DateTooEarly => "早すぎます。{earliest}以降になるように、日付を確かめてください。",
        Code::DateTooLate => "遅すぎます。{latest}までになるように、日付を確かめてください。",
        Code::DateInFuture => "これから先の日付です。運用を始めた日かどうか確かめてください。このまま進めます。",
        Code::MonthTestAfterStart => {
            "テストの開始が利用の開始より後です。どちらかの年月を確かめてください。このまま進めます。"
        }
        Code::MonthInPast => "過ぎた月です。利用を始める予定の年月を確かめてください。このまま進めます。",
        Code::MonthHalfGiven => {
            "年と月の片方だけが入力されています。もう片方も入力してください。決まっていなければ両方を空にしてください。"
        }

        Code::ApplicationTypeUnknown => "申請区分にありません。画面に表示されている区分から選んでください。",
        Code::LineTypeUnknown => "電気通信回線種別にありません。1、2、3のうちから選んでください。",
        Code::ClaimsLineTypeUnknown => {
            "電気通信回線種別にありません。ISDN、IP-VPN（IPv4）、IP-VPN（IPv6）、インターネットのうちから選んでください。"
        }
        Code::V6OptionUnknown => {
            "フレッツ・v6オプションの選択肢にありません。契約済み（予定を含む）か、不要かを選んでください。"
        }
        Code::CustomerIdSourceUnknown => {
            "お客さまIDの選択肢にありません。同じIDを使用、CAF、COPのうちから選んでください。"
        }
        Code::PaymentMethodUnknown => {
            "支払方法にありません。1 診療報酬等支払額から控除か、2 払込請求書による振込みを選んでください。"
        }

        Code::LineServiceUnknown => "回線サービスの一覧にありません。一覧から選ぶか、空のままにしてください。",
        Code::InternetProviderUnlisted => {
            "接続可能な事業者の一覧（2023年10月）にない名前です。契約書の事業者名を確かめてください。このまま進めます。"
        }
        Code::ScopeUnknown => {
            "届出の内容にありません。両方、オンライン請求のみ、資格確認のみのうちから選んでください。"
        }
        Code::GroundUnknown => "猶予類型にありません。第1号から第6号のうちから選んでください。",
        Code::NetworkReadyUnknown => {
            "整備状況にありません。1 整備されていない、2 整備された、のどちらかを選んでください。"
        }
        Code::GroundDetailUnknown => "第6号の区分にありません。ア（年齢）かイ（その他）を選んでください。",

        Code::LineOutsideArea => {
            "CTC・QTnetの回線は{prefecture}では使えません。契約書の回線事業者を確かめて、種別を選び直してください。"
        }
        Code::LineAreaDisputed => {
            "{prefecture}でCTC・QTnetの回線が使えるかどうかは、資料によって異なります。回線事業者に確かめてください。このまま進めます。"
        }
        Code::LineAreaPartial => "{prefecture}でCTCの回線が使えるのは富士川以西だけです。所在地を確かめてください。",
        Code::LineV6NotApplicable => {
            "フレッツ・v6オプションは、資格確認の回線種別「1」のときだけの項目です。選択を外してください。"
        }
        Code::LineV6PaperOnly => {
            "「不要」は紙の申請書にある選択肢です。申請画面（2026年4月時点）には契約済み・契約予定しかないため、レセコン業者に確かめてください。"
        }
        Code::LineCustomerIdMeansNtt => {
            "CAF・COPのIDはNTT回線（光コラボを含む）のものです。回線種別は「1」を選んでください。間違えると設置ができず、訪問のやり直しと約1週間の遅れになります。"
        }
        Code::LineIsdnEnded => {
            "INSネットのISDN接続は2024年1月31日に終了しました。ほかの回線に変更できないか、回線事業者に確かめてください。"
        }
        Code::LineServiceNotOffered => {
            "{lineService}は{prefecture}では提供されていません。契約書のサービス名を確かめてください。"
        }
        Code::LineServiceNotConnectable => {
            "{lineService}では、この回線種別の接続はできません。回線種別かサービスを選び直してください。"
        }
        Code::LineServiceNeedsIpv6 => {
            "{lineService}でのオンライン請求はIPv6接続です。回線種別はIP-VPN（IPv6）を選んでください。"
        }
        Code::LineServiceDiscontinued => {
            "{lineService}は{since}に終了しています。いま契約しているサービス名を契約書で確かめてください。"
        }
        Code::LineServiceUndecided => {
            "{lineService}で接続できるかどうかは、資料からは判断できません。回線事業者に確かめてください。"
        }

        Code::ClaimsStartTooEarly => {
            "申請は毎月20日締めのため、請求開始は{earliest}以降になる見込みです。開始年月を確かめてください。このまま進めます。"
        }
        Code::ClaimsStartTooLate => "請求開始年月は1年後まで選べます。{latest}までの年月にしてください。",
        Code::ClaimsChangeBefore20th => {
            "申請した月に内容を変更するときは、20日以降に申請してください。前の月までの申請の変更なら、このまま進めます。"
        }

        Code::DeferralGroundNeedsClaims => {
            "第1号は、オンライン請求のみの届出のときに選べます。届出の内容か類型を選び直してください。"
        }
        Code::DeferralTooYoung => {
            "第6号アは、全員の生年月日が1953年4月1日より前のときに選べます。生年月日を確かめるか、イを選んでください。"
        }
        Code::DeferralFilingEnded => {
            "この届出の受付は{latest}に終わりました。提出の前に審査支払機関に確かめてください。"
        }

        Code::TogetherInstitution => "2つの申請で医療機関等が違います。同じ医療機関等の申請か確かめてください。",
        Code::TogetherLineType => {
            "資格確認とオンライン請求の回線種別が合いません。同じ回線を使うなら、どちらかを選び直してください。"
        }
        Code::TogetherCustomerId => {
            "2つの申請でお客さまIDが違います。同じ回線を使うなら、NTTの書類と見比べてください。"
        }
        Code::TogetherNoCustomerId => {
            "もう一方の申請と同じお客さまIDを使う選択ですが、もう一方にIDがありません。CAFかCOPを選んで入力してください。"
        }

        Code::CsvOpenQuote => {
            "引用符（\"）が閉じられていないため、この行は読み取れませんでした。この行の「\"」を確かめて直してください。"
        }
        Code::CsvTooManyCells => {
            "項目が{actual}個ありますが、列は{expected}個です。区切り文字や引用符が余分に入っていないか確かめてください。"
        }
        Code::CsvTooFewCells => {
            "項目が{actual}個で、列の数（{expected}個）に足りません。足りない項目は空として確かめました。行が途中で切れていないか見てください。"
        }
        Code::CsvBrokenText => {
            "文字化けがあり、この行は読み取れませんでした。ファイルの文字コードを選び直すか、この行を入力し直してください。"
        }
        Code::CsvRowTooLong => {
            "1行が{limit}バイトを超えているため読み取っていません。行の区切りが抜けていないか確かめてください。"
        }
        Code::CsvLostZeros => {
            "先頭の0が{remaining}個抜けているようです。表計算ソフトで消えていないか元の書類で確かめて、{expected}桁に直してください。"
        }
        Code::CsvExponent => {
            "「1.33E+09」のような形に変わり、桁が失われています。元の書類を見て番号を入力し直してください。"
        }
    }
}

pub(super) const fn fix_label(kind: FixKind) -> &'static str {
    match kind {
        FixKind::Fold => "決まった形に直す",
        FixKind::LowerCase => "小文字にする",
        FixKind::LeadingZero => "先頭に0を付ける",
        FixKind::LastSeven => "最後の7桁だけにする",
        FixKind::AddCaf => "CAFを付ける",
        FixKind::AddCop => "COPを付ける",
        FixKind::Domain => "「@」の後ろを直す",
        FixKind::FullWidth => "全角にする",
        FixKind::Clear => "選択を外す",
    }
}
