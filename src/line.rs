//! Which line type, v6 option, customer-ID kind and prefecture go together.
//!
//! One decision table answers both questions: [`issues`] (is this combination right, and why not) reads it for what is
//! chosen, [`options`] (what is still allowed) reads it once for every choice that could be made instead. So the two
//! never disagree.
//!
//! | application | combination | finding | source |
//! |---|---|---|---|
//! | eligibility | type 2 outside 20–24, 40–47 | error | S003:156, 240, 249 |
//! | eligibility | type 2 in 24, 47 / in 22 | the sources disagree / only a part | S003:156, 249 |
//! | eligibility | type 2 or 3 with a customer ID | error: an ID means an NTT line | S000:363, S003:109 |
//! | eligibility | type 2 or 3 with a v6 option | error | S003:106 |
//! | eligibility | v6 not needed | info: on the paper form only | S003:106, S004:1162 |
//! | claims | ISDN | warning: the service ended | S003:261 |
//! | claims | a customer ID with another type than IPv6 | info: not asked | S000:799-809, S004:1351-1362 |
//! | both | COP in a prefecture of NTT West | error | S003:288, 300 |

use crate::field::Field;
use crate::findings::{Findings, NOWHERE};
use crate::issue::{Code, FixKind, Issue, Place, Severity};
use crate::kind::choice::{Choice, List};
use crate::kind::line_type::{
    CLAIMS_CUSTOMER_ID_SOURCE_LIST, CLAIMS_LIST, CUSTOMER_ID_SOURCE_LIST, ClaimsLineType, LIST, LineType, V6_LIST,
};
use crate::kind::prefecture::{self, Prefecture};
use crate::kind::{Context, Input, LONGEST_INPUT, choice};

mod area;

pub use area::Coverage;

/// Which application a selection belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Application {
    /// オンライン資格確認
    #[default]
    Eligibility,
    /// オンライン請求
    Claims,
}

/// The fields of a selection, in the order of the form.
pub const FIELDS: [Field; 4] = [Field::Prefecture, Field::LineType, Field::CustomerIdSource, Field::V6Option];

/// What is chosen so far: for each of [`FIELDS`] the canonical value, if any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Which application it belongs to.
    pub application: Application,
    chosen: [Option<&'static str>; FIELDS.len()],
}

impl Selection {
    /// Nothing chosen yet.
    #[must_use]
    pub fn new(application: Application) -> Self {
        Self { application, ..Self::default() }
    }

    /// The same selection with another choice for one field. The text may be a value or a printed form; the empty text
    /// takes the choice back.
    ///
    /// # Errors
    ///
    /// The issue that says why the text is not a choice of the field.
    pub fn with(mut self, field: Field, text: &str) -> Result<Self, Issue> {
        let mut findings = Findings::kept();
        self.choose(field, Input::Text(text), &mut findings);
        match findings.since(0).first() {
            None => Ok(self),
            Some(finding) => Err(Issue::from_finding(finding, &findings)),
        }
    }

    /// Makes a choice, or reports why the input is none.
    pub(crate) fn choose(&mut self, field: Field, input: Input, findings: &mut Findings) {
        let Some((choices, unknown)) = choices(self.application, field) else { return };
        let from = findings.begin();
        let mut chosen = None;
        match input {
            Input::Text(text) if !text.is_empty() => {
                chosen = choice::read(text, choices);
                if chosen.is_none() {
                    findings.report(unknown, NOWHERE);
                }
            }
            Input::Missing | Input::Text(_) => {}
            Input::NotText => findings.report(Code::TypeNotText, NOWHERE),
            Input::TooLong => findings.report_with(Code::InputTooLong, NOWHERE, LONGEST_INPUT as usize, 0, 0),
        }
        findings.put(from, Place::Field(field));
        if let Some(place) = Self::slot(field).and_then(|slot| self.chosen.get_mut(slot)) {
            *place = chosen;
        }
    }

    fn with_choice(mut self, field: Field, choice: Choice) -> Self {
        if let Some(place) = Self::slot(field).and_then(|slot| self.chosen.get_mut(slot)) {
            *place = Some(choice.value);
        }
        self
    }

    fn slot(field: Field) -> Option<usize> {
        FIELDS.iter().position(|it| *it == field)
    }

    fn value(&self, field: Field) -> Option<&'static str> {
        Self::slot(field).and_then(|slot| self.chosen.get(slot).copied().flatten())
    }

    fn prefecture(&self) -> Option<Prefecture> {
        self.value(Field::Prefecture).and_then(Prefecture::parse)
    }

    fn line_type(&self) -> Option<LineType> {
        (self.application == Application::Eligibility).then(|| self.value(Field::LineType).and_then(LineType::parse))?
    }

    fn claims_line_type(&self) -> Option<ClaimsLineType> {
        (self.application == Application::Claims)
            .then(|| self.value(Field::LineType).and_then(ClaimsLineType::parse))?
    }

    fn has(&self, field: Field) -> bool {
        self.value(field).is_some()
    }

    fn coverage(&self) -> Option<Coverage> {
        (self.line_type() == Some(LineType::CtcQtnetIpVpn)).then(|| self.prefecture().map(Coverage::of))?
    }

    fn is_without_customer_id(&self) -> bool {
        matches!(self.line_type(), Some(LineType::CtcQtnetIpVpn | LineType::Internet))
    }

    fn is_not_asked_for_customer_id(&self) -> bool {
        self.claims_line_type().is_some_and(|line| line != ClaimsLineType::IpVpnIpv6)
    }
}

/// One line of the decision table.
struct Rule {
    code: Code,
    /// Where the issue belongs.
    place: Field,
    /// The choices it takes to break it.
    between: &'static [Field],
    broken: fn(&Selection) -> bool,
}

static RULES: [Rule; 11] = [
    Rule {
        code: Code::LineOutsideArea,
        place: Field::LineType,
        between: &[Field::Prefecture, Field::LineType],
        broken: |it| it.coverage() == Some(Coverage::None),
    },
    Rule {
        code: Code::LineAreaDisputed,
        place: Field::LineType,
        between: &[Field::Prefecture, Field::LineType],
        broken: |it| it.coverage() == Some(Coverage::Disputed),
    },
    Rule {
        code: Code::LineAreaPartial,
        place: Field::LineType,
        between: &[Field::Prefecture, Field::LineType],
        broken: |it| it.coverage() == Some(Coverage::Partial),
    },
    Rule {
        code: Code::LineIsdnEnded,
        place: Field::LineType,
        between: &[Field::LineType],
        broken: |it| it.claims_line_type() == Some(ClaimsLineType::Isdn),
    },
    Rule {
        code: Code::LineCustomerIdMeansNtt,
        place: Field::LineType,
        between: &[Field::LineType, Field::CustomerIdSource],
        broken: |it| it.has(Field::CustomerIdSource) && it.is_without_customer_id(),
    },
    Rule {
        code: Code::CustomerIdNotAsked,
        place: Field::CustomerIdSource,
        between: &[Field::LineType, Field::CustomerIdSource],
        broken: |it| it.has(Field::CustomerIdSource) && it.is_not_asked_for_customer_id(),
    },
    Rule {
        code: Code::CustomerIdCopInWest,
        place: Field::CustomerIdSource,
        between: &[Field::Prefecture, Field::CustomerIdSource],
        broken: |it| {
            it.value(Field::CustomerIdSource) == Some("cop")
                && it.prefecture().is_some_and(Prefecture::is_in_west)
                && !it.is_not_asked_for_customer_id()
        },
    },
    Rule {
        code: Code::CustomerIdSameLineMayLag,
        place: Field::CustomerIdSource,
        between: &[Field::CustomerIdSource],
        broken: |it| it.value(Field::CustomerIdSource) == Some("same-as-claims") && !it.is_without_customer_id(),
    },
    Rule {
        code: Code::LineV6NotApplicable,
        place: Field::V6Option,
        between: &[Field::LineType, Field::V6Option],
        broken: |it| it.has(Field::V6Option) && it.is_without_customer_id(),
    },
    Rule {
        code: Code::LineV6NotApplicable,
        place: Field::V6Option,
        between: &[Field::V6Option],
        broken: |it| it.has(Field::V6Option) && it.application == Application::Claims,
    },
    Rule {
        code: Code::LineV6PaperOnly,
        place: Field::V6Option,
        between: &[Field::V6Option],
        broken: |it| {
            it.value(Field::V6Option) == Some("not-needed")
                && it.application == Application::Eligibility
                && !it.is_without_customer_id()
        },
    },
];

impl Rule {
    fn report(&self, selection: &Selection, findings: &mut Findings) {
        let from = findings.begin();
        let prefecture = selection.prefecture().map_or(0, |it| usize::from(it.number()));
        findings.report_with(self.code, NOWHERE, prefecture, 0, 0);
        if self.code == Code::LineV6NotApplicable {
            findings.fix(FixKind::Clear, true);
        }
        findings.put(from, Place::Field(self.place));
    }
}

/// Reports what the table says about a combination.
pub(crate) fn report(selection: &Selection, findings: &mut Findings) {
    for rule in &RULES {
        if (rule.broken)(selection) {
            rule.report(selection, findings);
        }
    }
}

/// What is wrong, odd or worth knowing about a combination: errors first, then warnings, then infos.
///
/// ```
/// use onshi_check::{Code, Field, line::{self, Application, Selection}};
///
/// let osaka = Selection::new(Application::Eligibility)
///     .with(Field::Prefecture, "27")?
///     .with(Field::LineType, "2")?;
/// assert_eq!(line::issues(&osaka)[0].code, Code::LineOutsideArea);
/// # Ok::<(), onshi_check::Issue>(())
/// ```
#[must_use]
pub fn issues(selection: &Selection) -> Vec<Issue> {
    let mut findings = Findings::kept();
    report(selection, &mut findings);
    let mut issues = Vec::new();
    findings.in_order(0, &mut |finding| issues.push(Issue::from_finding(finding, &findings)));
    issues
}

/// Whether a choice can still be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It fits what is chosen; the issue, if any, is a warning or an info.
    Allowed,
    /// It contradicts a choice; the issue says which and why.
    Forbidden,
    /// No source tells.
    Unknown,
}

impl State {
    /// The name in the public contract.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Allowed => "allowed",
            Self::Forbidden => "forbidden",
            Self::Unknown => "unknown",
        }
    }
}

/// One choice of a field, and whether it can still be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineOption {
    /// Value and labels.
    pub choice: Choice,
    /// Whether it can be made.
    pub state: State,
    /// Why not, or what to know.
    pub issue: Option<Issue>,
}

/// For every choice of a field: does it still fit what the other fields say?
///
/// The field's own choice does not count, and conflicts among the other fields do not either.
///
/// ```
/// use onshi_check::{Field, line::{self, Application, Selection, State}};
///
/// let tokyo = Selection::new(Application::Eligibility).with(Field::Prefecture, "13")?;
/// let states: Vec<_> = line::options(&tokyo, Field::LineType).iter().map(|option| option.state).collect();
/// assert_eq!(states, [State::Allowed, State::Forbidden, State::Allowed]);
/// # Ok::<(), onshi_check::Issue>(())
/// ```
#[must_use]
pub fn options(selection: &Selection, field: Field) -> Vec<LineOption> {
    let mut options = Vec::new();
    each_option(selection, field, &mut |choice, state, findings| {
        let issue = findings.since(0).first().map(|finding| Issue::from_finding(finding, findings));
        options.push(LineOption { choice, state, issue });
    });
    options
}

/// Calls `each` with every choice of a field, its state, and the reason if there is one.
pub(crate) fn each_option(selection: &Selection, field: Field, each: &mut dyn FnMut(Choice, State, &Findings)) {
    let Some((choices, _)) = choices(selection.application, field) else { return };
    for choice in choices {
        let selection = selection.with_choice(field, choice);
        let mut findings = Findings::kept();
        let mut state = State::Allowed;
        if let Some(rule) = reason(&selection, field) {
            rule.report(&selection, &mut findings);
            if rule.code.severity() == Severity::Error {
                state = State::Forbidden;
            }
        }
        each(choice, state, &findings);
    }
}

/// The rule between this field and others that weighs most; among equals the one with the fewest choices to change.
fn reason(selection: &Selection, field: Field) -> Option<&'static Rule> {
    let weight = |rule: &Rule| rule.code.severity() as usize * FIELDS.len() + rule.between.len();
    let mut reason: Option<&Rule> = None;
    for rule in &RULES {
        if rule.between.contains(&field)
            && (rule.broken)(selection)
            && reason.is_none_or(|reason| weight(rule) < weight(reason))
        {
            reason = Some(rule);
        }
    }
    reason
}

/// The choices of a field of the application, and the code that says a text is none of them.
fn choices(application: Application, field: Field) -> Option<(List, Code)> {
    Some(match (application, field) {
        (_, Field::Prefecture) => (prefecture::LIST, Code::PrefectureUnknown),
        (_, Field::V6Option) => (V6_LIST, Code::V6OptionUnknown),
        (Application::Eligibility, Field::LineType) => (LIST, Code::LineTypeUnknown),
        (Application::Claims, Field::LineType) => (CLAIMS_LIST, Code::ClaimsLineTypeUnknown),
        (Application::Eligibility, Field::CustomerIdSource) => (CUSTOMER_ID_SOURCE_LIST, Code::CustomerIdSourceUnknown),
        (Application::Claims, Field::CustomerIdSource) => {
            (CLAIMS_CUSTOMER_ID_SOURCE_LIST, Code::CustomerIdSourceUnknown)
        }
        _ => return None,
    })
}

/// What the selection means for the kinds of single fields.
impl From<&Selection> for Context {
    fn from(selection: &Selection) -> Self {
        Self {
            prefecture: selection.prefecture(),
            line_type: selection.line_type(),
            claims_line_type: selection.claims_line_type(),
            ..Self::default()
        }
    }
}
