//! Which line type, v6 option, customer-ID kind, line service and prefecture go together.
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
//! | both | a service that has ended, is not sold there, cannot be connected, or over IPv6 only | error | `line/service.rs` |
//! | both | a service of which the table cannot be read, or leaves it to the provider | info: unknown | `line/service.rs` |

use crate::calendar::Date;
use crate::field::Field;
use crate::findings::{Findings, NOWHERE};
use crate::issue::{Code, FixKind, Issue, Param, Place, Severity};
use crate::kind::choice::{Choice, Choices};
use crate::kind::line_type::{
    CLAIMS_CUSTOMER_ID_SOURCE_LIST, CLAIMS_LIST, CUSTOMER_ID_SOURCE_LIST, ClaimsLineType, LIST, LineType, V6_LIST,
};
use crate::kind::prefecture::{self, Prefecture};
use crate::kind::{Context, Input, LONGEST_INPUT, choice};

mod area;
pub mod provider;
pub mod service;

pub use area::Coverage;
use service::{Carrier, Cell, LineService};

/// Which application a selection belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Application {
    /// オンライン資格確認
    #[default]
    Eligibility,
    /// オンライン資格確認, on paper, where the v6 option has a second answer.
    EligibilityOnPaper,
    /// オンライン請求
    Claims,
}

/// The fields of a selection, in the order of the form.
pub const FIELDS: [Field; 5] =
    [Field::Prefecture, Field::LineType, Field::CustomerIdSource, Field::V6Option, Field::LineService];

/// What is chosen so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Which application it belongs to.
    pub application: Application,
    /// For each of [`FIELDS`] the number of the choice in its list, from 0.
    chosen: [Option<u8>; FIELDS.len()],
}

/// Places of the choices that rules ask for; a test holds them to the lists.
const SAME_LINE: u8 = 0;
const COP: u8 = 2;
const NOT_NEEDED: u8 = 1;

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
        let Some(choices) = choices(self.application, field) else { return };
        let from = findings.begin();
        let mut chosen = None;
        match input {
            Input::Text(text) if !text.is_empty() => {
                chosen = choice::place_of(text, choices);
                if chosen.is_none() {
                    findings.report(choices.unknown, NOWHERE);
                }
            }
            Input::Missing | Input::Text(_) => {}
            Input::NotText => findings.report(Code::TypeNotText, NOWHERE),
            Input::TooLong => findings.report_with(Code::InputTooLong, NOWHERE, LONGEST_INPUT as usize, 0, 0),
        }
        findings.put(from, Place::Field(field));
        self.set(field, chosen);
    }

    /// Takes an input over if it is a choice; what is none is somebody else's matter.
    pub(crate) fn take(&mut self, field: Field, input: Input) {
        if let (Input::Text(text), Some(choices)) = (input, choices(self.application, field)) {
            self.set(field, choice::place_of(text, choices));
        }
    }

    fn set(&mut self, field: Field, chosen: Option<u8>) {
        if let Some(place) = FIELDS.iter().position(|it| *it == field).and_then(|slot| self.chosen.get_mut(slot)) {
            *place = chosen;
        }
    }

    fn with_choice(mut self, field: Field, place: u8) -> Self {
        self.set(field, Some(place));
        self
    }

    fn chosen(&self, field: Field) -> Option<u8> {
        let slot = FIELDS.iter().position(|it| *it == field)?;
        self.chosen.get(slot).copied().flatten()
    }

    fn has(&self, field: Field) -> bool {
        self.chosen(field).is_some()
    }

    fn is_for_claims(&self) -> bool {
        self.application == Application::Claims
    }

    fn prefecture(&self) -> Option<Prefecture> {
        self.chosen(Field::Prefecture).and_then(|place| Prefecture::new(place + 1))
    }

    fn line_type(&self) -> Option<LineType> {
        let place = self.chosen(Field::LineType).filter(|_| !self.is_for_claims())?;
        LineType::ALL.get(usize::from(place)).copied()
    }

    fn claims_line_type(&self) -> Option<ClaimsLineType> {
        let place = self.chosen(Field::LineType).filter(|_| self.is_for_claims())?;
        ClaimsLineType::ALL.get(usize::from(place)).copied()
    }

    fn service(&self) -> Option<LineService> {
        self.chosen(Field::LineService).map(|place| LineService::new(usize::from(place)))
    }

    /// Since when the service has ended here, or everywhere.
    fn ended(&self) -> Option<Date> {
        self.service().and_then(|service| service.ended(self.prefecture()))
    }

    /// The service, unless it has ended: then nothing else needs to be said about it.
    fn live_service(&self) -> Option<LineService> {
        self.service().filter(|_| self.ended().is_none())
    }

    fn cell(&self) -> Option<Cell> {
        Some(self.live_service()?.cell(self.is_for_claims(), self.prefecture()?))
    }

    /// The table says the same about the service in East and West.
    fn is_everywhere(&self, cell: Cell) -> bool {
        self.live_service().is_some_and(|service| {
            let row = service.row();
            (if self.is_for_claims() { row.claims } else { row.eligibility }) == [cell; 2]
        })
    }

    fn is_over_internet(&self) -> bool {
        self.line_type() == Some(LineType::Internet) || self.claims_line_type() == Some(ClaimsLineType::Internet)
    }

    /// Whether the network of the service can carry this type of line at all.
    fn fits(&self, carrier: Carrier) -> bool {
        match (self.line_type(), self.claims_line_type()) {
            (Some(LineType::NttIpVpn), _) | (_, Some(ClaimsLineType::IpVpnIpv6)) => carrier == Carrier::Ntt,
            (Some(LineType::CtcQtnetIpVpn), _) => matches!(carrier, Carrier::Ctc | Carrier::Qtnet),
            (_, Some(ClaimsLineType::Isdn)) => carrier == Carrier::Isdn,
            (Some(LineType::Internet), _) | (_, Some(ClaimsLineType::IpVpnIpv4 | ClaimsLineType::Internet)) => {
                carrier != Carrier::Isdn
            }
            (None, None) => true,
        }
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

static RULES: [Rule; 19] = [
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
        place: Field::CustomerIdSource,
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
            it.chosen(Field::CustomerIdSource) == Some(COP)
                && it.prefecture().is_some_and(Prefecture::is_in_west)
                && !it.is_not_asked_for_customer_id()
        },
    },
    Rule {
        code: Code::CustomerIdSameLineMayLag,
        place: Field::CustomerIdSource,
        between: &[Field::CustomerIdSource],
        broken: |it| {
            it.chosen(Field::CustomerIdSource) == Some(SAME_LINE) && !it.is_for_claims() && !it.is_without_customer_id()
        },
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
        broken: |it| it.has(Field::V6Option) && it.is_for_claims(),
    },
    Rule {
        code: Code::LineV6PaperOnly,
        place: Field::V6Option,
        between: &[Field::V6Option],
        broken: |it| {
            it.chosen(Field::V6Option) == Some(NOT_NEEDED)
                && it.application == Application::Eligibility
                && !it.is_without_customer_id()
        },
    },
    Rule {
        code: Code::LineServiceDiscontinued,
        place: Field::LineService,
        between: &[Field::LineService],
        broken: |it| it.service().is_some_and(|service| service.ended(None).is_some()),
    },
    Rule {
        code: Code::LineServiceDiscontinued,
        place: Field::LineService,
        between: &[Field::Prefecture, Field::LineService],
        broken: |it| it.ended().is_some() && it.service().is_some_and(|service| service.ended(None).is_none()),
    },
    Rule {
        code: Code::LineServiceNotOffered,
        place: Field::LineService,
        between: &[Field::Prefecture, Field::LineService],
        broken: |it| it.cell() == Some(Cell::NotOffered),
    },
    Rule {
        code: Code::LineServiceNotConnectable,
        place: Field::LineService,
        between: &[Field::LineService],
        broken: |it| it.is_everywhere(Cell::No),
    },
    Rule {
        code: Code::LineServiceNotConnectable,
        place: Field::LineService,
        between: &[Field::LineType, Field::LineService],
        broken: |it| {
            it.live_service().is_some_and(|service| !it.fits(service.row().carrier)) && !it.is_everywhere(Cell::No)
        },
    },
    Rule {
        code: Code::LineServiceNeedsIpv6,
        place: Field::LineService,
        between: &[Field::LineType, Field::LineService],
        broken: |it| it.claims_line_type() == Some(ClaimsLineType::IpVpnIpv4) && it.is_everywhere(Cell::OkIpv6),
    },
    Rule {
        code: Code::LineServiceNeedsIpv6,
        place: Field::LineService,
        between: &[Field::Prefecture, Field::LineType, Field::LineService],
        broken: |it| {
            it.claims_line_type() == Some(ClaimsLineType::IpVpnIpv4)
                && it.cell() == Some(Cell::OkIpv6)
                && !it.is_everywhere(Cell::OkIpv6)
        },
    },
    Rule {
        code: Code::LineServiceUndecided,
        place: Field::LineService,
        between: &[Field::LineType, Field::LineService],
        broken: |it| {
            it.has(Field::LineType)
                && it.live_service().is_some_and(|service| it.fits(service.row().carrier))
                && !it.is_everywhere(Cell::No)
                && if it.is_over_internet() {
                    it.live_service().is_some_and(|service| !service.is_hikari_next())
                        && it.cell() != Some(Cell::NotOffered)
                } else {
                    it.is_everywhere(Cell::Unknown)
                }
        },
    },
];

impl Rule {
    fn is_error(&self) -> bool {
        self.code.severity() == Severity::Error
    }

    /// What weighs most comes first; that no source tells says more about a choice than a warning.
    fn rank(&self) -> usize {
        match (self.code, self.code.severity()) {
            (_, Severity::Error) => 0,
            (Code::LineServiceUndecided, _) => 1,
            (_, Severity::Warning) => 2,
            (_, Severity::Info) => 3,
        }
    }

    fn report(&self, selection: &Selection, findings: &mut Findings) {
        let from = findings.len();
        let value = |param: &Param| match param {
            Param::LineService => selection.service().map_or(0, LineService::index),
            Param::Since => selection.ended().map_or(0, |date| date.packed() as usize),
            _ => selection.prefecture().map_or(0, |it| usize::from(it.number())),
        };
        let mut values = self.code.params().iter().map(value);
        let mut next = || values.next().unwrap_or(0);
        findings.report_with(self.code, NOWHERE, next(), next(), 0);
        if self.code == Code::LineV6NotApplicable {
            findings.fix(FixKind::Clear, true);
        }
        findings.put(from, Place::Field(self.place));
    }
}

/// Reports what the table says about a combination.
pub(crate) fn report(selection: &Selection, findings: &mut Findings) {
    for field in FIELDS {
        report_at(field, selection, findings);
    }
}

/// Reports what belongs to one field.
pub(crate) fn report_at(field: Field, selection: &Selection, findings: &mut Findings) {
    for rule in &RULES {
        if rule.place == field && (rule.broken)(selection) {
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
    let Some(choices) = choices(selection.application, field) else { return };
    for (choice, place) in choices.list().zip(0..) {
        let mut findings = Findings::kept();
        let mut state = State::Allowed;
        if let Some((rule, selection)) = reason(&selection.with_choice(field, place), field) {
            rule.report(&selection, &mut findings);
            state = match (rule.code.severity(), rule.code) {
                (Severity::Error, _) => State::Forbidden,
                (_, Code::LineServiceUndecided) => State::Unknown,
                _ => State::Allowed,
            };
        }
        each(choice, state, &findings);
    }
}

/// What speaks against a choice of `field`, or is worth knowing about it: first what the choices made say, then what they
/// leave open.
///
/// Prefecture and line type must be chosen in the end. Where they are not chosen yet, every way of choosing them is
/// tried, except those that contradict the other choices without this one; the best of them counts.
fn reason(selection: &Selection, field: Field) -> Option<(&'static Rule, Selection)> {
    let given = worst(selection, selection, field);
    if let Some((_, rule)) = given
        && rule.is_error()
    {
        return Some((rule, *selection));
    }
    let free = |it: Field| is_free(it, selection, field);
    let mut fitting = Vec::new();
    let mut all = Vec::new();
    each_completion(selection, free(Field::Prefecture), free(Field::LineType), &mut |completed| {
        let contradicts = RULES.iter().any(|rule| {
            rule.is_error()
                && !rule.between.contains(&field)
                && rule.between.iter().any(|it| free(*it))
                && (rule.broken)(&completed)
        });
        all.push(completed);
        if !contradicts {
            fitting.push(completed);
        }
    });
    let mut best: Option<(usize, &Rule, Selection)> = None;
    for completed in if fitting.is_empty() { all } else { fitting } {
        let Some((weight, rule)) = worst(&completed, selection, field) else {
            // One way is without a remark.
            return given.map(|(_, rule)| (rule, *selection));
        };
        let is_better = best.is_none_or(|(other, other_rule, _)| match (rule.is_error(), other_rule.is_error()) {
            // Of two ways to fail the one that is sooner put right; of two remarks the lighter one.
            (true, true) => weight < other,
            (false, false) => weight > other,
            (is_error, _) => !is_error,
        });
        if is_better {
            best = Some((weight, rule, completed));
        }
    }
    match (best, given) {
        (Some((_, rule, completed)), given) if rule.is_error() || given.is_none() => Some((rule, completed)),
        (_, given) => given.map(|(_, rule)| (rule, *selection)),
    }
}

/// The rule between `field` and others that weighs most in a completed selection; among equals the one with the fewest
/// choices to change.
fn worst(completed: &Selection, selection: &Selection, field: Field) -> Option<(usize, &'static Rule)> {
    let mut worst: Option<(usize, &Rule)> = None;
    for rule in &RULES {
        if rule.between.contains(&field) && (rule.broken)(completed) {
            let changes = rule.between.iter().filter(|it| **it != field && selection.has(**it)).count();
            let rests_on_guesses = changes == 0 && rule.between.iter().any(|it| is_free(*it, selection, field));
            // A reason that rests on no choice, but on a guess, is the last to be given.
            let cost = if rests_on_guesses { FIELDS.len() } else { changes };
            let weight = rule.rank() * FIELDS.len() * 2 + cost;
            if worst.is_none_or(|(least, _)| weight < least) {
                worst = Some((weight, rule));
            }
        }
    }
    worst
}

/// Not chosen yet, and to be chosen in the end.
fn is_free(it: Field, selection: &Selection, field: Field) -> bool {
    it != field && !selection.has(it) && matches!(it, Field::Prefecture | Field::LineType)
}

/// One prefecture of each kind: East, West, and the areas of CTC and QTnet with their doubtful and partial ones.
const KINDS_OF_PREFECTURE: [u8; 8] = [1, 16, 20, 21, 22, 24, 40, 47];

/// Calls `each` with every way of choosing prefecture and line type, where they are free.
fn each_completion(selection: &Selection, prefecture: bool, line_type: bool, each: &mut dyn FnMut(Selection)) {
    let prefectures = if prefecture { &KINDS_OF_PREFECTURE[..] } else { &[0] };
    let line_types = match (line_type, selection.application) {
        (false, _) => 1,
        (true, Application::Claims) => ClaimsLineType::ALL.len(),
        (true, Application::Eligibility | Application::EligibilityOnPaper) => LineType::ALL.len(),
    };
    for number in prefectures {
        for place in 0..line_types {
            let mut completed = *selection;
            if prefecture {
                completed.set(Field::Prefecture, Some(number.wrapping_sub(1)));
            }
            if line_type {
                completed.set(Field::LineType, Some(place as u8));
            }
            each(completed);
        }
    }
}

/// The choices of a field of the application.
fn choices(application: Application, field: Field) -> Option<Choices> {
    Some(match (application, field) {
        (_, Field::Prefecture) => prefecture::LIST,
        (_, Field::V6Option) => V6_LIST,
        (_, Field::LineService) => service::LIST,
        (Application::Claims, Field::LineType) => CLAIMS_LIST,
        (_, Field::LineType) => LIST,
        (Application::Claims, Field::CustomerIdSource) => CLAIMS_CUSTOMER_ID_SOURCE_LIST,
        (_, Field::CustomerIdSource) => CUSTOMER_ID_SOURCE_LIST,
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
