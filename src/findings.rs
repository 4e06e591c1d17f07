//! Where rules report to.
//!
//! A finding is an issue in numbers: nothing is allocated for it, and a yes-or-no question keeps no findings at all. Its
//! span counts bytes of the folded text until [`Findings::settle`] turns it into a place in the input.

use crate::issue::{Code, FixKind, MOST_PARAMS, Param, Place, Severity};
use crate::kind::Judged;
use crate::text::Text;
use crate::verdict::Status;

/// A range of bytes of the folded text, later of UTF-16 units of the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span(pub(crate) u32, pub(crate) u32);

/// The text as a whole, or nothing that could be pointed at.
pub(crate) const NOWHERE: Span = Span(u32::MAX, u32::MAX);

pub(crate) fn span(start: usize, end: usize) -> Span {
    Span(start as u32, end as u32)
}

/// An issue in numbers.
#[derive(Clone, Copy)]
pub(crate) struct Finding {
    pub(crate) code: Code,
    pub(crate) place: Place,
    pub(crate) span: Span,
    pub(crate) values: [u32; MOST_PARAMS],
    pub(crate) fix: Option<Fixing>,
}

/// What would settle a finding.
#[derive(Clone, Copy)]
pub(crate) struct Fixing {
    pub(crate) kind: FixKind,
    pub(crate) safe: bool,
    /// Where the new text stands among the texts of the findings.
    text: (usize, usize),
}

/// What rules reported so far.
pub(crate) struct Findings {
    list: Vec<Finding>,
    /// The texts of all fixes, one behind the other.
    texts: String,
    keeps: bool,
    has_error: bool,
    /// What else the rule found out about the text at hand.
    pub(crate) judged: Judged,
}

impl Findings {
    /// Keeps what is reported.
    pub(crate) fn kept() -> Self {
        Self { list: Vec::new(), texts: String::new(), keeps: true, has_error: false, judged: Judged::COMPLETE }
    }

    /// Keeps what is reported, in the room that other findings took.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn kept_in(others: &mut Self) -> Self {
        let mut findings = std::mem::replace(others, Self::judged());
        findings.clear();
        findings.texts.clear();
        findings.keeps = true;
        findings
    }

    /// Only remembers whether there was an error.
    pub(crate) const fn judged() -> Self {
        Self { list: Vec::new(), texts: String::new(), keeps: false, has_error: false, judged: Judged::COMPLETE }
    }

    #[inline(never)]
    pub(crate) fn report(&mut self, code: Code, span: Span) {
        self.has_error |= code.severity() == Severity::Error;
        if self.keeps {
            self.list.push(Finding { code, place: Place::Whole, span, values: [0; MOST_PARAMS], fix: None });
        }
    }

    /// Reports with the values of the code's parameters.
    #[inline(never)]
    pub(crate) fn report_with(&mut self, code: Code, span: Span, first: usize, second: usize, third: usize) {
        self.report(code, span);
        if let Some(finding) = self.list.last_mut() {
            finding.values = [first as u32, second as u32, third as u32];
        }
    }

    /// Adds to the last report what would settle it. Never for secrets.
    #[inline(never)]
    pub(crate) fn fix(&mut self, kind: FixKind, safe: bool) {
        if let Some(finding) = self.list.last_mut() {
            finding.fix = Some(Fixing { kind, safe, text: (0, 0) });
        }
    }

    /// Takes back what was reported since `from`.
    pub(crate) fn take_back(&mut self, from: usize) {
        self.list.truncate(from);
        self.has_error = false;
    }

    /// Takes everything back.
    pub(crate) fn clear(&mut self) {
        self.list.clear();
        self.has_error = false;
    }

    /// The text is right so far, and some continuation is valid.
    pub(crate) fn incomplete(&mut self) {
        self.judged.is_incomplete = true;
    }

    /// The text is incomplete, and can only be complete with so many characters more.
    pub(crate) fn remaining(&mut self, count: usize) {
        self.incomplete();
        self.judged.remaining = Some(count as u8);
    }

    /// Forgets the errors seen, not the findings: the next field begins.
    pub(crate) fn begin(&mut self) -> usize {
        self.has_error = false;
        self.judged = Judged::COMPLETE;
        self.list.len()
    }

    pub(crate) fn has_error(&self) -> bool {
        self.has_error
    }

    /// What the findings since [`Findings::begin`] make of a text that is not empty.
    pub(crate) fn status(&self) -> Status {
        if self.has_error {
            Status::Invalid
        } else if self.judged.is_incomplete {
            Status::Incomplete
        } else {
            Status::Valid
        }
    }

    /// How many findings there are.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// The findings since `from`.
    pub(crate) fn since(&self, from: usize) -> &[Finding] {
        self.list.get(from..).unwrap_or_default()
    }

    /// The new text of a fix.
    pub(crate) fn text(&self, fix: Fixing) -> &str {
        self.texts.get(fix.text.0..fix.text.1).unwrap_or_default()
    }

    /// Gives the findings since `from` their place in the input, and their fixes the new text. `shown` is the text that
    /// fixes apply to.
    pub(crate) fn settle(&mut self, from: usize, text: &Text, shown: &str) {
        for finding in self.list.get_mut(from..).unwrap_or_default() {
            if finding.span != NOWHERE {
                finding.span = text.place(finding.span);
            }
            if let [Param::Position] = finding.code.params() {
                finding.values = [text.position(finding.span.0), 0, 0];
            }
            if let Some(fix) = &mut finding.fix {
                let start = self.texts.len();
                fix.kind.apply(shown, &mut self.texts);
                fix.text = (start, self.texts.len());
            }
        }
    }

    /// Gives the findings since `from` a place in a form, where they have none yet.
    pub(crate) fn put(&mut self, from: usize, place: Place) {
        for finding in self.list.get_mut(from..).unwrap_or_default() {
            if finding.place == Place::Whole {
                finding.place = place;
            }
        }
    }

    /// Calls `each` with the findings since `from`: errors first, then warnings, then infos.
    pub(crate) fn in_order(&self, from: usize, each: &mut dyn FnMut(&Finding)) {
        for severity in [Severity::Error, Severity::Warning, Severity::Info] {
            for finding in self.since(from) {
                if finding.code.severity() == severity {
                    each(finding);
                }
            }
        }
    }
}
