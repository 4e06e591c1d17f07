//! Issues: what a rule has to say about a text. They are born here and nowhere else.
//!
//! An issue is a [`Code`], a few numbers (the parameters), a place and perhaps a [`Fix`]; never prose, and never what
//! was typed. The table below is the complete list of codes: name, severity, parameters and source of each.

use crate::field::Field;
use crate::findings::{Finding, Findings, Fixing, NOWHERE};
use crate::kind::{email, text};
use crate::source::{Document, Source};

/// How much an issue weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Severity {
    /// A source states the rule: the value cannot be right.
    Error,
    /// Likely a mistake, but no source forbids it, or the sources disagree. Never makes a value invalid.
    Warning,
    /// Worth knowing.
    Info,
}

impl Severity {
    /// The name in the public contract.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// A named value of an issue: a number or a code of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Param {
    /// How many characters there are.
    Actual,
    /// The first month or day that is allowed.
    Earliest,
    /// How many characters there should be.
    Expected,
    /// `"1"`, `"3"`, `"4"`, `"6"` or `"7"`.
    FeeSchedule,
    /// The last month or day that is allowed.
    Latest,
    /// The most characters there may be.
    Limit,
    /// A line service, by its value.
    LineService,
    /// The fewest characters there may be.
    Minimum,
    /// The name of a field.
    Name,
    /// Which character, counted from 1.
    Position,
    /// `"01"` to `"47"`.
    Prefecture,
    /// `"CAF"` or `"COP"`.
    Prefix,
    /// How many characters are still missing.
    Remaining,
    /// The day from which something holds.
    Since,
}

impl Param {
    /// The name in `params` and in message templates.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Earliest => "earliest",
            Self::Expected => "expected",
            Self::FeeSchedule => "feeSchedule",
            Self::Latest => "latest",
            Self::Limit => "limit",
            Self::LineService => "lineService",
            Self::Minimum => "minimum",
            Self::Name => "name",
            Self::Position => "position",
            Self::Prefecture => "prefecture",
            Self::Prefix => "prefix",
            Self::Remaining => "remaining",
            Self::Since => "since",
        }
    }
}

/// The most parameters a code has.
pub const MOST_PARAMS: usize = 3;

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident $name:literal $severity:ident [$($param:ident)*] $document:ident $section:literal;)*) => {
        /// What is the matter. One code has one severity; the names are stable.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Code {
            $(#[doc = concat!("`", $name, "`")] $(#[$doc])* $variant,)*
        }

        impl Code {
            /// Every code, in the order of its number at the boundary.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The name in the public contract.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// How much it weighs.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$variant => Severity::$severity,)*
                }
            }

            /// What its values mean, in order.
            #[must_use]
            pub const fn params(self) -> &'static [Param] {
                match self {
                    $(Self::$variant => &[$(Param::$param),*],)*
                }
            }

            /// Where the rule stands.
            #[must_use]
            pub const fn source(self) -> Source {
                match self {
                    $(Self::$variant => Source { document: Document::$document, section: $section },)*
                }
            }
        }
    };
}

codes! {
    /// A required field of a form is empty.
    Required "required" Error [] NursingGuide "必須情報";
    /// The value is not text.
    TypeNotText "type.not-text" Error [] RuleBook "型";
    /// No such kind of field.
    KindUnknown "kind.unknown" Error [] RuleBook "型";
    /// The check itself failed; nothing is said about the value.
    Internal "internal" Warning [] RuleBook "型";
    /// Longer than is read at all.
    InputTooLong "input.too-long" Error [Limit] RuleBook "型";
    /// Free text longer than any known box.
    TextTooLong "text.too-long" Warning [Limit] RuleBook "自由記述";
    /// Half-width characters where full width is asked for.
    TextHalfWidth "text.half-width" Warning [Position] NursingGuide "開設者（全角）";
    /// Strict mode: the text needs folding.
    TextNeedsFolding "text.needs-folding" Error [] Circular "お客さまID 記入方法";
    /// A key that looks like a misspelt field name.
    FormUnknownField "form.unknown-field" Warning [Name] RuleBook "型";
    /// More terminals than the paper form has lines for.
    TerminalNamesTooMany "terminal-names.too-many" Error [Limit] Circular "電子証明書を設定する端末の名称等";
    /// Something other than a digit.
    DigitsNotDigit "digits.not-digit" Error [Position] NursingGuide "半角数字";
    /// The repetition differs.
    ConfirmMismatch "confirm.mismatch" Error [] NursingGuide "パスワード（確認用）";

    /// Not one of the 47 prefectures.
    PrefectureUnknown "prefecture.unknown" Error [] Circular "都道府県番号";
    /// `48`, the operator's test number.
    PrefectureTestNumber "prefecture.test-number" Error [] NursingGuide "オンライン請求 入力内容確認";
    /// Not a fee schedule of the portal.
    FeeScheduleUnknown "fee-schedule.unknown" Error [] NursingGuide "所属機関選択";

    /// Fewer than 7 digits.
    InstitutionNumberTooShort "institution-number.too-short" Error [Remaining Expected] NursingGuide "医療機関等・訪問看護ステーションコード（7桁）";
    /// 8, 9 or more than 10 digits.
    InstitutionNumberTooLong "institution-number.too-long" Error [Actual Expected] NursingGuide "医療機関等・訪問看護ステーションコード（7桁）";
    /// The whole 10-digit code.
    InstitutionNumberLooksLikeCode "institution-number.looks-like-code" Error [] NursingGuide "医療機関等・訪問看護ステーションコード（10桁）";
    /// The number of a care-insurance provider.
    InstitutionNumberCareInsurance "institution-number.care-insurance-number" Error [] NursingGuide "介護保険事業者番号との誤入力";
    /// Six digits printed with commas.
    InstitutionNumberLostZero "institution-number.lost-zero" Error [] CodeNotice "コードの表記";

    /// Fewer than 10 digits.
    InstitutionCodeTooShort "institution-code.too-short" Error [Remaining Expected] NursingGuide "医療機関等・訪問看護ステーションコード（10桁）";
    /// More than 10 digits.
    InstitutionCodeTooLong "institution-code.too-long" Error [Actual Expected] NursingGuide "医療機関等・訪問看護ステーションコード（10桁）";
    /// The last digit does not fit the rest.
    InstitutionCodeCheckDigit "institution-code.check-digit" Warning [] CodeNotice "検証番号";
    /// The third digit is not the fee schedule chosen.
    InstitutionCodeWrongFeeSchedule "institution-code.wrong-fee-schedule" Error [FeeSchedule] NursingGuide "点数表コード";

    /// Digits missing.
    CustomerIdTooShort "customer-id.too-short" Error [Remaining Prefix Expected] Circular "お客さまID 記入方法";
    /// Too many digits.
    CustomerIdTooLong "customer-id.too-long" Error [Prefix Expected Actual] Circular "お客さまID 記入方法";
    /// Starts with neither CAF nor COP.
    CustomerIdUnknownPrefix "customer-id.unknown-prefix" Error [] NursingGuide "お客さまID（CAFまたはCOP）";
    /// An `L…` or `N…` number.
    CustomerIdOtherProvider "customer-id.other-provider" Error [] NursingGuide "お客さまID（CAFまたはCOP）";
    /// COP where only NTT West serves.
    CustomerIdCopInWest "customer-id.cop-in-west" Error [Prefecture] Circular "西日本の場合";
    /// The ID starts otherwise than the kind chosen beside it.
    CustomerIdKindMismatch "customer-id.kind-mismatch" Error [Prefix] NursingGuide "お客さまID（CAFまたはCOP）";
    /// The ID is not asked for with this line.
    CustomerIdNotAsked "customer-id.not-asked" Info [] VendorManual "オンライン請求 お客さまID";
    /// An ID taken over from a paper application may arrive late.
    CustomerIdSameLineMayLag "customer-id.same-line-may-lag" Info [] NursingGuide "お客さまID ご注意";

    /// An upper-case letter.
    EmailUpperCase "email.upper-case" Error [] NursingGuide "メールアドレス";
    /// A character outside the portal's list.
    EmailBadCharacter "email.bad-character" Error [Position] NursingGuide "メールアドレス";
    /// No @.
    EmailNoAt "email.no-at" Error [] RuleBook "メールアドレス";
    /// Not a host name after the @.
    EmailBadDomain "email.bad-domain" Error [] RuleBook "メールアドレス";
    /// Nothing before the @.
    EmailNoLocalPart "email.no-local-part" Error [] RuleBook "メールアドレス";
    /// More than 40 characters.
    EmailTooLong "email.too-long" Error [Limit Actual] NursingGuide "メールアドレス（半角40桁以下）";
    /// Exactly 40 characters.
    EmailAtLimit "email.at-limit" Info [Limit] NursingGuide "ログイン 40桁以上のユーザーID";
    /// A temporary account, `@01` to `@48`.
    EmailPlaceholderAccount "email.placeholder-account" Error [] NursingGuide "ログイン";
    /// A leading, trailing or doubled dot.
    EmailOddDots "email.odd-dots" Warning [] RuleBook "メールアドレス";
    /// A known misspelling of a domain.
    EmailLookAlikeDomain "email.look-alike-domain" Warning [] RuleBook "メールアドレス";

    /// An upper-case letter in a login name.
    LoginUpperCase "login.upper-case" Warning [] NursingGuide "ログイン ユーザーID（原則メールアドレス）";
    /// A login name of more than 40 characters, which the fund must enable.
    LoginLongUserId "login.long-user-id" Info [Limit] NursingGuide "ログイン 40桁以上のユーザーID";

    /// Fewer than 8 characters.
    PasswordTooShort "password.too-short" Error [Minimum] NursingGuide "パスワード";
    /// More than 100 characters.
    PasswordTooLong "password.too-long" Error [Limit] NursingGuide "パスワード";
    /// No upper-case letter.
    PasswordNoUpper "password.no-upper" Error [] NursingGuide "パスワード";
    /// No lower-case letter.
    PasswordNoLower "password.no-lower" Error [] NursingGuide "パスワード";
    /// No digit.
    PasswordNoDigit "password.no-digit" Error [] NursingGuide "パスワード";
    /// A character that no source lists.
    PasswordUnlistedCharacter "password.unlisted-character" Warning [] RuleBook "パスワード";

    /// Does not start with 0.
    PhoneNoLeadingZero "phone.no-leading-zero" Error [] NursingGuide "電話番号";
    /// Fewer than 10 digits.
    PhoneTooShort "phone.too-short" Error [Minimum] NursingGuide "電話番号";
    /// More than 11 digits.
    PhoneTooLong "phone.too-long" Error [Limit Actual] NursingGuide "電話番号";
    /// Fewer than 4 digits.
    SecretNumberTooShort "secret-number.too-short" Error [Expected] NursingGuide "秘密の番号";
    /// More than 4 digits.
    SecretNumberTooLong "secret-number.too-long" Error [Expected] NursingGuide "秘密の番号";

    /// Not a year and month.
    YearMonthBadFormat "year-month.bad-format" Error [] NursingGuide "利用開始予定年月";
    /// Not a date.
    DateBadFormat "date.bad-format" Error [] Circular "西暦 年 月 日";
    /// A day the month does not have.
    DateNoSuchDay "date.no-such-day" Error [] RuleBook "日付";

    /// Before the first day or month that is allowed.
    DateTooEarly "date.too-early" Error [Earliest] NursingGuide "猶予届出書 ⑦補足事項";
    /// After the last day or month that is allowed.
    DateTooLate "date.too-late" Error [Latest] NursingGuide "猶予届出書 ⑦補足事項";
    /// A day that is still to come.
    DateInFuture "date.in-future" Warning [] NursingGuide "運用開始日登録";
    /// The test begins later than the use.
    MonthTestAfterStart "month.test-after-start" Warning [] NursingGuide "テスト開始予定年月";
    /// The use is planned to begin in a month that has passed.
    MonthInPast "month.in-past" Warning [] VendorManual "利用開始予定年月";
    /// A year without a month, or a month without a year.
    MonthHalfGiven "month.half-given" Error [] NursingGuide "テスト開始予定年月";

    /// Not a kind of application.
    ApplicationTypeUnknown "application-type.unknown" Error [] NursingGuide "申請区分";
    /// Not a line type of the eligibility application.
    LineTypeUnknown "line-type.unknown" Error [] Circular "電気通信回線種別";
    /// Not a line type of the claims application.
    ClaimsLineTypeUnknown "claims-line-type.unknown" Error [] VendorManual "オンライン請求 電気通信回線種別";
    /// Not an answer about the v6 option.
    V6OptionUnknown "v6-option.unknown" Error [] Circular "フレッツ・v6オプションの契約状況";
    /// Not a way to give the customer ID.
    CustomerIdSourceUnknown "customer-id-source.unknown" Error [] NursingGuide "お客さまID";
    /// Not a way to pay.
    PaymentMethodUnknown "payment-method.unknown" Error [] NursingGuide "電子証明書発行料の支払方法";
    /// Not a line service of the table.
    LineServiceUnknown "line-service.unknown" Error [] LineTable "IP-VPN接続可能回線";
    /// A provider that the table does not list.
    InternetProviderUnlisted "internet-provider.unlisted" Info [] LineTable "IPsec+IKEサービス提供事業者";
    /// Not a choice of what the deferral is for.
    ScopeUnknown "scope.unknown" Error [] NursingGuide "猶予届出書 ⑤経過措置の届出を行う内容";
    /// Not one of the six grounds.
    GroundUnknown "ground.unknown" Error [] NursingGuide "猶予届出書 ⑥猶予類型";
    /// Neither ready nor not yet.
    NetworkReadyUnknown "network-ready.unknown" Error [] NursingGuide "猶予届出書 ⑦第3号";
    /// Neither age nor another hardship.
    GroundDetailUnknown "ground-detail.unknown" Error [] NursingGuide "猶予届出書 ⑦第6号";

    /// CTC and QTnet do not serve the prefecture.
    LineOutsideArea "line.outside-area" Error [Prefecture] LineTable "注7 CTC、QTnet（九州地区のみ）";
    /// The sources disagree whether the prefecture is served.
    LineAreaDisputed "line.area-disputed" Warning [Prefecture] LineTable "注7 CTC、QTnet（九州地区のみ）";
    /// Only a part of the prefecture is served.
    LineAreaPartial "line.area-partial" Info [Prefecture] LineTable "注7 静岡県（富士川以西）";
    /// The v6 option belongs to line type 1 only.
    LineV6NotApplicable "line.v6-not-applicable" Error [] Circular "①の場合はフレッツ・v6オプション";
    /// The answer stands on the paper form only.
    LineV6PaperOnly "line.v6-paper-only" Info [] NursingGuide "フレッツ・v6オプション契約の確認";
    /// A customer ID shows an NTT line, so type 1.
    LineCustomerIdMeansNtt "line.customer-id-means-ntt" Error [] VendorManual "電気通信回線種別 ※必ず1を選択";
    /// ISDN service ended.
    LineIsdnEnded "line.isdn-ended" Warning [] LineTable "注8 INSネット";
    /// The service is not sold in the prefecture.
    LineServiceNotOffered "line.service-not-offered" Error [LineService Prefecture] LineTable "サービス提供外";
    /// The service carries no connection of this type.
    LineServiceNotConnectable "line.service-not-connectable" Error [LineService] LineTable "接続不可";
    /// The service carries claims over IPv6 only.
    LineServiceNeedsIpv6 "line.service-needs-ipv6" Error [LineService] LineTable "注3 IPv6による接続";
    /// The service has ended.
    LineServiceDiscontinued "line.service-discontinued" Error [LineService Since] RuleBook "終了した回線サービス";
    /// The table cannot be read here, or leaves it to the provider.
    LineServiceUndecided "line.service-unknown" Info [LineService] LineTable "IP-VPN接続可能回線";

    /// Earlier than the cut-off on the 20th allows.
    ClaimsStartTooEarly "claims.start-too-early" Warning [Earliest] VendorManual "請求開始年月 毎月20日締め";
    /// More than a year ahead.
    ClaimsStartTooLate "claims.start-too-late" Error [Latest] VendorManual "請求開始年月は1年後まで";
    /// A change that is sent before the 20th.
    ClaimsChangeBefore20th "claims.change-before-20th" Warning [] VendorManual "オンライン請求 申請区分";

    /// Ground 1 is for a deferral of claims only.
    DeferralGroundNeedsClaims "deferral.ground-needs-claims" Error [] NursingGuide "猶予届出書 ⑥第1号";
    /// Not everybody was born before 1953-04-01.
    DeferralTooYoung "deferral.too-young" Error [] NursingGuide "猶予届出書 ⑦第6号ア";
    /// The notice could be filed until this day.
    DeferralFilingEnded "deferral.filing-ended" Info [Latest] NursingGuide "経過措置の届出期限";

    /// The two applications are of different institutions.
    TogetherInstitution "together.institution" Warning [] RuleBook "申請どうしの照合";
    /// The line types of the two applications do not go together.
    TogetherLineType "together.line-type" Warning [] RuleBook "申請どうしの照合";
    /// The two applications give different customer IDs.
    TogetherCustomerId "together.customer-id" Warning [] RuleBook "申請どうしの照合";
    /// One application takes over a customer ID that the other one does not give.
    TogetherNoCustomerId "together.no-customer-id" Warning [] RuleBook "申請どうしの照合";

    /// A quotation mark is opened and not closed.
    CsvOpenQuote "csv.open-quote" Error [] RuleBook "一覧ファイル";
    /// More cells than columns.
    CsvTooManyCells "csv.too-many-cells" Error [Actual Expected] RuleBook "一覧ファイル";
    /// Fewer cells than columns.
    CsvTooFewCells "csv.too-few-cells" Warning [Actual Expected] RuleBook "一覧ファイル";
    /// Bytes that are no text in this encoding.
    CsvBrokenText "csv.broken-text" Error [] RuleBook "一覧ファイル";
    /// A row longer than is read at all; the limit counts bytes.
    CsvRowTooLong "csv.row-too-long" Error [Limit] RuleBook "一覧ファイル";
    /// Digits that would be right with zeros in front: a spreadsheet drops them.
    CsvLostZeros "csv.lost-zeros" Error [Remaining Expected] RuleBook "一覧ファイル";
    /// `1.33E+09`: a spreadsheet has rounded a number.
    CsvExponent "csv.exponent" Error [] RuleBook "一覧ファイル";
}

/// What a fix does, in a word; the label is made from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum FixKind {
    /// Writes the folded text.
    Fold,
    /// Makes letters small.
    LowerCase,
    /// Puts the zero back in front.
    LeadingZero,
    /// Keeps the last seven digits.
    LastSeven,
    /// Puts CAF in front.
    AddCaf,
    /// Puts COP in front.
    AddCop,
    /// Corrects the domain.
    Domain,
    /// Makes the text full width.
    FullWidth,
    /// Empties the field.
    Clear,
}

impl FixKind {
    /// Every kind, in the order of its number at the boundary.
    pub const ALL: [Self; 9] = [
        Self::Fold,
        Self::LowerCase,
        Self::LeadingZero,
        Self::LastSeven,
        Self::AddCaf,
        Self::AddCop,
        Self::Domain,
        Self::FullWidth,
        Self::Clear,
    ];

    /// Writes the whole new text of the field.
    pub(crate) fn apply(self, folded: &str, into: &mut String) {
        let (before, after) = match self {
            Self::Fold => ("", folded),
            Self::LowerCase => {
                let from = into.len();
                into.push_str(folded);
                return into.get_mut(from..).unwrap_or_default().make_ascii_lowercase();
            }
            Self::LeadingZero => ("0", folded),
            Self::LastSeven => ("", folded.get(3..).unwrap_or_default()),
            Self::AddCaf => ("CAF", folded),
            Self::AddCop => ("COP", folded),
            Self::Domain => return email::write_right_domain(folded, into),
            Self::FullWidth => return text::write_full_width(folded, into),
            Self::Clear => return,
        };
        into.push_str(before);
        into.push_str(after);
    }
}

/// A text that would settle an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does.
    pub kind: FixKind,
    /// The whole new text of the field.
    pub value: String,
    /// True when nothing is guessed: it may be applied without looking.
    pub safe: bool,
}

/// Where an issue belongs in what was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The single value that was checked.
    Whole,
    /// A field of a form.
    Field(Field),
    /// An item of the one list there is, `terminalNames`, counted from 0.
    Item(u8),
    /// An unknown key of a form: which one, in the order given.
    UnknownKey(u8),
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// What is the matter.
    pub code: Code,
    /// Where.
    pub place: Place,
    /// The values of [`Code::params`], in that order; the rest is 0.
    pub values: [u32; MOST_PARAMS],
    /// The characters meant: offsets in the input, in UTF-16 units.
    pub range: Option<(u32, u32)>,
    /// What would settle it. Never for secrets.
    pub fix: Option<Fix>,
}

impl Issue {
    /// How much it weighs.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The parameters with their names.
    pub fn params(&self) -> impl Iterator<Item = (Param, u32)> {
        self.code.params().iter().copied().zip(self.values)
    }

    /// An issue without parameters, range or fix.
    pub(crate) const fn plain(code: Code, place: Place) -> Self {
        Self { code, place, values: [0; MOST_PARAMS], range: None, fix: None }
    }

    pub(crate) fn from_finding(finding: &Finding, findings: &Findings) -> Self {
        let fix = |fix: Fixing| Fix { kind: fix.kind, value: findings.text(fix).to_owned(), safe: fix.safe };
        Self {
            code: finding.code,
            place: finding.place,
            values: finding.values,
            range: (finding.span != NOWHERE).then_some((finding.span.0, finding.span.1)),
            fix: finding.fix.map(fix),
        }
    }
}
