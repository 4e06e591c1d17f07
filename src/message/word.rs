//! What the widget says beside the messages of issues: progress, what was understood, buttons, the summary.

use crate::message::Locale;
use crate::text::ChangeKind;

/// Something to say. `{0}` and `{1}` stand for what [`fill`] puts there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    /// So many digits are still to come.
    MoreDigits,
    /// One digit is.
    OneMoreDigit,
    /// So many characters are, letters among them.
    MoreCharacters,
    /// Before an error.
    Error,
    /// Before a warning.
    LookAgain,
    /// Before an info.
    Note,
    /// A secret meets its conditions.
    Meets,
    /// A repetition is the same.
    Same,
    /// What folding did, and what was read.
    ReadAs,
    /// The check digit of the institution code fits.
    CheckDigitFits,
    /// No rule is known for it.
    CheckDigitUnverified,
    /// The field is asked for only when another one has certain answers.
    AskedOnlyWhen,
    /// The title of the summary.
    Summary,
    /// The title when it holds one entry.
    SummaryOne,
    /// Takes a fix back.
    Undo,
    /// Says that a fix was made.
    Fixed,
    /// Says that it was taken back.
    Undone,
    /// A choice that does not fit.
    DoesNotFit,
    /// A choice of which no source tells whether it fits.
    MustBeAsked,
    /// An option of a select with one of the two.
    Option,
    /// Between a label and what is said about it.
    Colon,
    /// Between the parts of a code.
    Slash,
    /// Between things that folding did.
    Comma,
    /// Between answers of which one is enough.
    Or,
    /// Between the names of fields.
    And,
    /// Where a field was filled from.
    Pasted,
    /// The same, with the word that stood before it.
    PastedFrom,
    /// The fields that were filled from a pasted text.
    FilledIn,
    /// Those of them that are wrong or odd.
    LookAgainAt,
    /// The text says so many different things about a field.
    Doubtful,
    /// It says nothing that fits.
    NothingFits,
}

/// The word in a language.
pub(crate) const fn word(word: Word, locale: Locale) -> &'static str {
    match locale {
        Locale::Ja => ja(word),
        Locale::En => en(word),
    }
}

const fn ja(word: Word) -> &'static str {
    match word {
        Word::MoreDigits | Word::OneMoreDigit => "あと{0}桁",
        Word::MoreCharacters => "あと{0}文字",
        Word::Error => "エラー",
        Word::LookAgain | Word::MustBeAsked => "要確認",
        Word::Note => "お知らせ",
        Word::Meets => "条件を満たしています",
        Word::Same => "一致しています",
        Word::ReadAs => "{0}。{1} として読み取りました。",
        Word::CheckDigitFits => "検証番号が合っています。",
        Word::CheckDigitUnverified => "検証番号は確かめられません。",
        Word::AskedOnlyWhen => "{0}が「{1}」のときだけ入力します。",
        Word::Summary | Word::SummaryOne => "直すところが{0}か所あります",
        Word::Undo => "元に戻す",
        Word::Fixed => "「{0}」を行いました。",
        Word::Undone => "元に戻しました。",
        Word::DoesNotFit => "不可",
        Word::Option => "{0}（{1}）",
        Word::Colon => "：",
        Word::Slash => " ／ ",
        Word::Comma | Word::And => "、",
        Word::Or => "」か「",
        Word::Pasted => "貼り付けた文章から入力しました。",
        Word::PastedFrom => "貼り付けた文章の「{0}」から入力しました。",
        Word::FilledIn => "{0}を入力しました。",
        Word::LookAgainAt => "{0}を確かめてください。",
        Word::Doubtful => "文章に{0}が{1}通りあります。あてはまるものを入力してください。",
        Word::NothingFits => "空いている欄に入れられるものは見つかりませんでした。",
    }
}

const fn en(word: Word) -> &'static str {
    match word {
        Word::MoreDigits => "{0} more digits",
        Word::OneMoreDigit => "{0} more digit",
        Word::MoreCharacters => "{0} more characters",
        Word::Error => "Error",
        Word::LookAgain => "Look again",
        Word::Note => "Note",
        Word::Meets => "Meets the conditions",
        Word::Same => "Both are the same",
        Word::ReadAs => "{0}. Read as {1}.",
        Word::CheckDigitFits => "The check digit fits.",
        Word::CheckDigitUnverified => "The check digit cannot be verified.",
        Word::AskedOnlyWhen => "Asked only when “{0}” is “{1}”.",
        Word::Summary => "{0} entries to put right",
        Word::SummaryOne => "1 entry to put right",
        Word::Undo => "Undo",
        Word::Fixed => "Done: {0}.",
        Word::Undone => "Undone.",
        Word::DoesNotFit => "does not fit",
        Word::MustBeAsked => "to be asked",
        Word::Option => "{0} ({1})",
        Word::Colon => ": ",
        Word::Slash => " / ",
        Word::Comma => ". ",
        Word::Or => "” or “",
        Word::And => ", ",
        Word::Pasted => "Filled in from the pasted text.",
        Word::PastedFrom => "Filled in from “{0}” of the pasted text.",
        Word::FilledIn => "Filled in: {0}.",
        Word::LookAgainAt => "Look again at: {0}.",
        Word::Doubtful => "The text has {1} different entries for “{0}”. Enter the one that applies.",
        Word::NothingFits => "Nothing was found that fits an empty field.",
    }
}

/// What folding did, as a sentence without its end.
pub(crate) const fn change(kind: ChangeKind, locale: Locale) -> &'static str {
    match (locale, kind) {
        (Locale::Ja, ChangeKind::Width) => "全角を半角にしました",
        (Locale::Ja, ChangeKind::Case) => "小文字を大文字にしました",
        (Locale::Ja, ChangeKind::Space) => "空白を取りました",
        (Locale::Ja, ChangeKind::Hyphen) => "ハイフンを取りました",
        (Locale::Ja, ChangeKind::Separator) => "区切りの記号を直しました",
        (Locale::Ja, ChangeKind::Invisible) => "見えない文字を取りました",
        (Locale::Ja, ChangeKind::Label) => "番号に直しました",
        (Locale::En, ChangeKind::Width) => "Full width became half width",
        (Locale::En, ChangeKind::Case) => "Lower case became upper case",
        (Locale::En, ChangeKind::Space) => "Spaces were left out",
        (Locale::En, ChangeKind::Hyphen) => "Hyphens were left out",
        (Locale::En, ChangeKind::Separator) => "Separators were put right",
        (Locale::En, ChangeKind::Invisible) => "Characters that cannot be seen were left out",
        (Locale::En, ChangeKind::Label) => "The name became its number",
    }
}

/// The word with its places filled.
pub(crate) fn fill(it: Word, locale: Locale, values: [&str; 2]) -> String {
    let mut text = String::new();
    let mut parts = word(it, locale).split('{');
    text.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (place, rest) = part.split_once('}').unwrap_or((part, ""));
        text.push_str(values.get(usize::from(place == "1")).copied().unwrap_or_default());
        text.push_str(rest);
    }
    text
}
