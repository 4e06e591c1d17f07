//! The documents that rules cite.
//!
//! Where they disagree the newer one wins: nursing guide (2026) > circular and its annexes (2024) > vendor manual (2024).

/// A published document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// The ministry's step-by-step guide for home-nursing stations; the newest description of the portal's screens.
    NursingGuide,
    /// The circular that announces the paper application, with the form and its filled-in example.
    Circular,
    /// The table of lines and providers that can be connected, an annex of the circular.
    LineTable,
    /// A dental software vendor's manual of the portal's screens.
    VendorManual,
    /// The ministry's notice on institution codes, with the rule of the check digit.
    CodeNotice,
    /// This project's own rule book: decisions where the sources are silent or disagree.
    RuleBook,
}

impl Document {
    /// Every document, newest authority first.
    pub const ALL: [Self; 6] =
        [Self::NursingGuide, Self::Circular, Self::LineTable, Self::VendorManual, Self::CodeNotice, Self::RuleBook];

    /// Short stable name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NursingGuide => "nursing-guide",
            Self::Circular => "circular",
            Self::LineTable => "line-table",
            Self::VendorManual => "vendor-manual",
            Self::CodeNotice => "code-notice",
            Self::RuleBook => "rule-book",
        }
    }

    /// The title as printed.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::NursingGuide => "訪問看護（医療保険）におけるオンライン資格確認、オンライン請求の導入手順（詳細版）",
            Self::Circular => "オンライン資格確認等システム利用申請の書面での申請受付について（日医発第2169号）",
            Self::LineTable => "オンライン請求及びオンライン資格確認等システム接続可能回線・事業者一覧表",
            Self::VendorManual => "オンライン資格確認の利用申請・電子証明書発行手順マニュアル",
            Self::CodeNotice => "保険医療機関コード等の設定要領（別添2 第4）",
            Self::RuleBook => "onshi-check ルールブック",
        }
    }

    /// Who published it.
    #[must_use]
    pub fn publisher(self) -> &'static str {
        match self {
            Self::NursingGuide | Self::CodeNotice => "厚生労働省保険局",
            Self::Circular => "日本医師会",
            Self::LineTable => "医療保険情報提供等実施機関",
            Self::VendorManual => "歯科システム販売会社",
            Self::RuleBook => "onshi-check",
        }
    }

    /// The date up to which it is known to hold, `YYYY-MM` or `YYYY-MM-DD`.
    #[must_use]
    pub fn as_of(self) -> &'static str {
        match self {
            Self::NursingGuide => "2026-04",
            Self::Circular => "2024-03-12",
            Self::LineTable => "2023-10-10",
            Self::VendorManual => "2024-03",
            Self::CodeNotice => "2024-07-12",
            Self::RuleBook => "2026-11-21",
        }
    }
}

/// A place in a document that states a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// The document.
    pub document: Document,
    /// The heading or field under which the rule stands, in the document's own words.
    pub section: &'static str,
}
