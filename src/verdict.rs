//! What comes back: the verdict on one text.

use crate::findings::{Findings, NOWHERE};
use crate::issue::{Code, Issue};
use crate::kind::{Examined, Value};
use crate::text::Change;

/// Where a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Status {
    /// Nothing was entered.
    Empty,
    /// Typing mode only: some continuation is valid.
    Incomplete,
    /// An error was found.
    Invalid,
    /// No error; there may be warnings.
    Valid,
}

impl Status {
    /// The name in the public contract.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Incomplete => "incomplete",
            Self::Invalid => "invalid",
            Self::Valid => "valid",
        }
    }
}

/// What the check digit (検証番号) of an institution code says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum CheckDigit {
    /// It fits.
    Ok = 1,
    /// It does not fit: a warning, because the portal's own examples do not fit either.
    Mismatch,
    /// No rule is known for this fee schedule or number.
    Unverified,
}

impl CheckDigit {
    /// The name in the public contract.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Mismatch => "mismatch",
            Self::Unverified => "unverified",
        }
    }
}

/// How the value, or the text as far as it goes, falls into parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Parts {
    /// One piece.
    None,
    /// Prefecture 2, fee schedule 1, institution number 7.
    InstitutionCode,
    /// Prefix 3, digits.
    CustomerId,
    /// Digits of a customer ID whose kind is chosen beside it.
    CustomerIdDigits,
}

impl Parts {
    /// Names and places of the parts, as byte offsets in the value.
    #[must_use]
    pub fn layout(self) -> &'static [(&'static str, usize, usize)] {
        match self {
            Self::None => &[],
            Self::InstitutionCode => &[("prefecture", 0, 2), ("feeSchedule", 2, 3), ("institutionNumber", 3, 10)],
            Self::CustomerId => &[("prefix", 0, 3), ("digits", 3, 13)],
            Self::CustomerIdDigits => &[("digits", 0, 10)],
        }
    }
}

/// The verdict on one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Where the text stands.
    pub status: Status,
    /// The canonical value, when valid. Never for secrets.
    pub value: Option<String>,
    /// The input after folding. Empty for secrets.
    pub text: String,
    /// What folding did. Empty for secrets.
    pub changes: Vec<Change>,
    /// Errors first, then warnings, then infos.
    pub issues: Vec<Issue>,
    /// Characters still to type: incomplete texts of one possible length only.
    pub remaining: Option<u8>,
    /// What was read, when valid or incomplete.
    pub parts: Parts,
    /// The check digit, where there is one to judge.
    pub check_digit: Option<CheckDigit>,
}

impl Verdict {
    /// The verdict on an input that was not read.
    #[must_use]
    pub fn unread(code: Code) -> Self {
        let mut findings = Findings::kept();
        findings.report(code, NOWHERE);
        let status = if code == Code::Internal { Status::Empty } else { Status::Invalid };
        Self::of(&Examined::plain(status, Value::Text), &findings, 0)
    }

    /// What was examined, with the findings since `from`.
    pub(crate) fn of(examined: &Examined, findings: &Findings, from: usize) -> Self {
        let shown = examined.shown();
        let mut issues = Vec::new();
        findings.in_order(from, &mut |finding| issues.push(Issue::from_finding(finding, findings)));
        let mut changes = Vec::new();
        if !examined.is_secret {
            changes = examined.text.changes();
            if examined.is_label() {
                changes.push(Change::label(examined.text.as_str(), shown));
            }
        }
        let is_open = matches!(examined.status, Status::Valid | Status::Incomplete);
        Self {
            status: examined.status,
            value: (examined.status == Status::Valid && !examined.is_secret).then(|| match examined.judged.value {
                Value::Prefixed(prefix) => [prefix.letters(), shown].concat(),
                Value::Text | Value::Static(_) => shown.to_owned(),
            }),
            text: shown.to_owned(),
            changes,
            issues,
            remaining: examined.judged.remaining.filter(|_| examined.status == Status::Incomplete),
            parts: if is_open { examined.judged.parts } else { Parts::None },
            check_digit: examined.judged.check_digit,
        }
    }

    /// The parts that were read, by name.
    pub fn parts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let read = self.value.as_deref().unwrap_or(&self.text);
        self.parts.layout().iter().filter_map(move |&(name, start, end)| {
            let part = read.get(start..end.min(read.len()))?;
            (!part.is_empty()).then_some((name, part))
        })
    }

    /// True when an issue has this code.
    #[must_use]
    pub fn has(&self, code: Code) -> bool {
        self.issues.iter().any(|issue| issue.code == code)
    }
}
