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
use crate::issue::{self, Code, FixKind, Issue, Place, Severity};
use crate::kind::choice::Choice;
use crate::kind::line_type::{
    CHOICES, CLAIMS_CHOICES, CLAIMS_CUSTOMER_ID_SOURCES, CUSTOMER_ID_SOURCES, ClaimsLineType, LineType, V6_CHOICES,
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
        let Some((slot, (choices, unknown))) = self.slot(field).zip(choices(self.application, field)) else {
            return Ok(self);
        };
        let chosen = choice::read(text, choices);
        if chosen.is_none() && !text.is_empty() {
            return Err(Issue { place: Place::Field(field), ..Issue::new(unknown, &[]) });
        }
        if let Some(place) = self.chosen.get_mut(slot) {
            *place = chosen;
        }
        Ok(self)
    }

    /// [`Selection::with`] for an input that need not be text.
    ///
    /// # Errors
    ///
    /// The issue that says why the input is not a choice of the field.
    pub fn with_input(self, field: Field, input: Input) -> Result<Self, Issue> {
        match input {
            Input::Missing => self.with(field, ""),
            Input::Text(text) => self.with(field, text),
            Input::NotText => Err(Issue { place: Place::Field(field), ..Issue::new(Code::TypeNotText, &[]) }),
            Input::TooLong => {
                Err(Issue { place: Place::Field(field), ..Issue::new(Code::InputTooLong, &[LONGEST_INPUT]) })
            }
        }
    }

    fn with_choice(mut self, field: Field, choice: &'static Choice) -> Self {
        if let Some(place) = self.slot(field).and_then(|slot| self.chosen.get_mut(slot)) {
            *place = Some(choice.value);
        }
        self
    }

    fn slot(&self, field: Field) -> Option<usize> {
        FIELDS.iter().position(|it| *it == field)
    }

    fn value(&self, field: Field) -> Option<&'static str> {
        self.slot(field).and_then(|slot| self.chosen.get(slot).copied().flatten())
    }

    fn prefecture(&self) -> Option<Prefecture> {
        self.value(Field::Prefecture).and_then(Prefecture::parse)
    }

    fn line_type(&self) -> Option<LineType> {
        (self.application == Application::Eligibility).then(|| self.value(Field::LineType).and_then(LineType::parse))?
    }

    fn claims_line_type(&self) -> Option<ClaimsLineType> {
        (self.application == Application::Claims).then(|| self.value(Field::LineType).and_then(ClaimsLineType::parse))?
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

static RULES: [Rule; 10] = [
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
        broken: |it| {
            it.has(Field::V6Option) && (it.application == Application::Claims || it.is_without_customer_id())
        },
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
    fn issue(&self, selection: &Selection) -> Issue {
        let prefecture = selection.prefecture().map_or(0, |it| u32::from(it.number()));
        let values = [prefecture];
        let mut issue = Issue::new(self.code, values.get(..self.code.params().len()).unwrap_or_default());
        issue.place = Place::Field(self.place);
        if self.code == Code::LineV6NotApplicable {
            issue.fix(FixKind::Clear, true, "");
        }
        issue
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
    let mut issues: Vec<_> =
        RULES.iter().filter(|rule| (rule.broken)(selection)).map(|rule| rule.issue(selection)).collect();
    issue::sort(&mut issues);
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
    pub choice: &'static Choice,
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
    let Some((choices, _)) = choices(selection.application, field) else { return Vec::new() };
    choices.iter().map(|choice| option(&selection.with_choice(field, choice), field, choice)).collect()
}

fn option(selection: &Selection, field: Field, choice: &'static Choice) -> LineOption {
    let mut reason: Option<&Rule> = None;
    for rule in RULES.iter().filter(|rule| rule.between.contains(&field) && (rule.broken)(selection)) {
        let weight = |rule: &Rule| (rule.code.severity(), rule.between.len());
        if reason.is_none_or(|reason| weight(rule) < weight(reason)) {
            reason = Some(rule);
        }
    }
    let forbidden = reason.is_some_and(|rule| rule.code.severity() == Severity::Error);
    LineOption {
        choice,
        state: if forbidden { State::Forbidden } else { State::Allowed },
        issue: reason.map(|rule| rule.issue(selection)),
    }
}

/// The choices of a field of the application, and the code that says a text is none of them.
fn choices(application: Application, field: Field) -> Option<(&'static [Choice], Code)> {
    Some(match (application, field) {
        (_, Field::Prefecture) => (&prefecture::CHOICES, Code::PrefectureUnknown),
        (_, Field::V6Option) => (&V6_CHOICES, Code::V6OptionUnknown),
        (Application::Eligibility, Field::LineType) => (&CHOICES, Code::LineTypeUnknown),
        (Application::Claims, Field::LineType) => (&CLAIMS_CHOICES, Code::ClaimsLineTypeUnknown),
        (Application::Eligibility, Field::CustomerIdSource) => (&CUSTOMER_ID_SOURCES, Code::CustomerIdSourceUnknown),
        (Application::Claims, Field::CustomerIdSource) => (&CLAIMS_CUSTOMER_ID_SOURCES, Code::CustomerIdSourceUnknown),
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
