//! Line services: the table of connectable lines, and what it means for the other line choices.
//!
//! The table stands here a second time, written out from the rule book (section 5) and its decisions, with East and West
//! as letters. Two things are compared with it.
//!
//! - [`line::issues`], exhaustively: application (3) × prefecture (47 and none) × line type (3 or 4 and none) × service
//!   (19 and none), every finding about the service with its parameters.
//! - [`line::options`], against an oracle that knows nothing but `line::issues` and the sentence of the contract. The
//!   oracle completes a selection with each of the 47 prefectures and every line type, so it also shows that the few
//!   prefectures tried in `src/line.rs` stand for all.
//!
//! The oracle, for the option `f = o` beside the choices `O` of the other fields:
//!
//! - a finding *takes part* with `f` when some subset `S` of the choices does not have it and `S` with `f = o` does;
//! - prefecture and line type are *free* where `O` has none. A completion chooses them, in every way that brings no error
//!   in which `f` takes no part; where there is no such way, in every way there is;
//! - an option is forbidden when the selection as it stands has an error that takes part, or every completion has one;
//! - its reason is one that needs the fewest choices of `O` changed;
//! - an option is unknown when it is not forbidden, and in every completion without an error the table leaves it open.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    clippy::many_single_char_names,
    reason = "a test reports by failing, and indices are plainest as letters"
)]
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use onshi_check::kind::prefecture::Prefecture;
use onshi_check::line::service::{Carrier, Confidence, LineService, READINGS};
use onshi_check::line::{self, Application, Selection, State};
use onshi_check::{Code, Date, Field, Issue, Place, Severity};
use serde_json::json;

const APPLICATIONS: [Application; 3] = [Application::Eligibility, Application::EligibilityOnPaper, Application::Claims];
const ELIGIBILITY_TYPES: [&str; 3] = ["1", "2", "3"];
const CLAIMS_TYPES: [&str; 4] = ["isdn", "ip-vpn-ipv4", "ip-vpn-ipv6", "internet"];

// ---- the table, a second time ------------------------------------------------------------------------------------

/// A row of the rule book: claims East and West, eligibility East and West, the last day East and West.
struct Row {
    value: &'static str,
    carrier: &'static str,
    claims: [&'static str; 2],
    eligibility: [&'static str; 2],
    ended: [&'static str; 2],
    confidence: &'static str,
    notes: &'static [u8],
}

const fn row(
    value: &'static str,
    carrier: &'static str,
    [claims_east, claims_west, east, west]: [&'static str; 4],
    ended: [&'static str; 2],
    confidence: &'static str,
    notes: &'static [u8],
) -> Row {
    Row { value, carrier, claims: [claims_east, claims_west], eligibility: [east, west], ended, confidence, notes }
}

const STILL_SOLD: [&str; 2] = ["", ""];
const ADSL: [&str; 2] = ["2025-01-31", "2026-01-31"];
const LIGHT: [&str; 2] = ["", "2025-03-31"];
const INS: [&str; 2] = ["2024-01-31", "2024-01-31"];

/// `○` ok, `6` ok over IPv6, `×` cannot be connected, `－` not sold there, `?` cannot be read.
static TABLE: [Row; 19] = [
    row("hikari-next", "ntt", ["○", "○", "○", "○"], STILL_SOLD, "high", &[]),
    row("hikari-next-giga-line", "ntt", ["○", "－", "○", "－"], STILL_SOLD, "high", &[]),
    row("hikari-next-giga-smart", "ntt", ["○", "－", "○", "－"], STILL_SOLD, "high", &[1]),
    row("hikari-next-hayabusa", "ntt", ["－", "6", "－", "○"], STILL_SOLD, "high", &[2, 3]),
    row("hikari-next-business", "ntt", ["○", "6", "○", "○"], STILL_SOLD, "medium", &[2, 3]),
    row("hikari-next-prio", "ntt", ["○", "－", "○", "－"], STILL_SOLD, "high", &[4]),
    row("hikari-cross", "ntt", ["6", "6", "○", "○"], STILL_SOLD, "high", &[2, 3]),
    row("hikari-light", "ntt", ["○", "6", "○", "○"], LIGHT, "medium", &[2, 3, 5]),
    row("hikari-light-plus", "ntt", ["○", "－", "○", "－"], STILL_SOLD, "medium", &[5]),
    row("adsl-more", "ntt", ["○", "－", "?", "?"], ADSL, "low", &[6]),
    row("adsl-entry", "ntt", ["○", "－", "×", "?"], ADSL, "low", &[2, 6]),
    row("adsl-business", "ntt", ["?", "?", "?", "?"], ADSL, "low", &[2, 6]),
    row("adsl-more-special", "ntt", ["－", "○", "?", "?"], ADSL, "low", &[6]),
    // Sold by area instead: 20 to 24, and 40 to 47.
    row("commufa-business", "ctc", ["－", "○", "－", "○"], STILL_SOLD, "medium", &[7]),
    row("bbiq", "qtnet", ["－", "○", "－", "○"], STILL_SOLD, "high", &[]),
    // Claims follow the service that is resold.
    row("hikari-collaboration", "ntt", ["?", "?", "○", "○"], STILL_SOLD, "high", &[3]),
    row("ins-net", "isdn", ["○", "○", "×", "×"], INS, "low", &[8]),
    row("flets-isdn", "isdn", ["×", "×", "×", "×"], STILL_SOLD, "high", &[]),
    row("otoline-isdn", "isdn", ["○", "○", "×", "×"], STILL_SOLD, "low", &[]),
];

/// The prefectures of NTT East (rule book, section 2): 01 to 15, 19 and 20.
fn is_in_east(prefecture: u8) -> bool {
    matches!(prefecture, 1..=15 | 19 | 20)
}

impl Row {
    fn side(prefecture: u8) -> usize {
        usize::from(!is_in_east(prefecture))
    }

    /// What the table says about a prefecture.
    fn cell(&self, is_claims: bool, prefecture: u8) -> &'static str {
        let cells = if is_claims { self.claims } else { self.eligibility };
        match self.carrier {
            "ctc" if (20..=24).contains(&prefecture) => "○",
            "qtnet" if (40..=47).contains(&prefecture) => "○",
            "ctc" | "qtnet" => "－",
            _ => cells[Self::side(prefecture)],
        }
    }

    /// The day of the end here; without a prefecture the day by which it has ended everywhere.
    fn ended(&self, prefecture: Option<u8>) -> Option<&'static str> {
        let since = match prefecture {
            Some(prefecture) => self.ended[Self::side(prefecture)],
            None if self.ended.contains(&"") => "",
            None => self.ended.iter().max().expect("two"),
        };
        (!since.is_empty()).then_some(since)
    }

    /// What must be said about the service: code and parameters.
    fn expected(&self, application: Application, prefecture: Option<u8>, line_type: &str) -> BTreeSet<String> {
        let is_claims = application == Application::Claims;
        let mut said = BTreeSet::new();
        if let Some(since) = self.ended(prefecture) {
            said.insert(format!("line.service-discontinued {} {since}", self.value));
            return said;
        }
        // Without a prefecture a cell counts only if it is the same everywhere.
        let everywhere: BTreeSet<_> = (1..=47).map(|prefecture| self.cell(is_claims, prefecture)).collect();
        let cell = match prefecture {
            Some(prefecture) => Some(self.cell(is_claims, prefecture)),
            None => everywhere.first().copied().filter(|_| everywhere.len() == 1),
        };
        if cell == Some("－") {
            said.insert(format!("line.service-not-offered {} {:02}", self.value, prefecture.expect("by area")));
        }
        let is_carried = match (is_claims, line_type) {
            (_, "") => true,
            (false, "1") | (true, "ip-vpn-ipv6") => self.carrier == "ntt",
            (false, "2") => matches!(self.carrier, "ctc" | "qtnet"),
            (true, "isdn") => self.carrier == "isdn",
            (true, "ip-vpn-ipv4" | "internet") | (false, "3") => self.carrier != "isdn",
            other => panic!("{other:?}"),
        };
        if cell == Some("×") || !is_carried {
            said.insert(format!("line.service-not-connectable {}", self.value));
            return said;
        }
        if cell == Some("6") && line_type == "ip-vpn-ipv4" {
            said.insert(format!("line.service-needs-ipv6 {}", self.value));
        }
        let is_open = match line_type {
            "" => false,
            // The provider decides; of the six kinds of 光ネクスト a source says that it works. What is not sold at all
            // needs no second remark.
            "3" | "internet" => !self.value.starts_with("hikari-next") && cell != Some("－"),
            _ => cell == Some("?"),
        };
        if is_open {
            said.insert(format!("line.service-unknown {}", self.value));
        }
        said
    }
}

/// A finding about a service, as [`Row::expected`] writes it.
fn written(issue: &Issue) -> String {
    let params = serde_json::to_value(issue).expect("data")["params"].clone();
    let params = issue.params().map(|(param, _)| params[param.name()].as_str().expect("a code").to_owned());
    [issue.code.name().to_owned()].into_iter().chain(params).collect::<Vec<_>>().join(" ")
}

fn line_types(application: Application) -> &'static [&'static str] {
    if application == Application::Claims { &CLAIMS_TYPES } else { &ELIGIBILITY_TYPES }
}

fn or_none<T: Copy>(values: impl IntoIterator<Item = T>) -> Vec<Option<T>> {
    std::iter::once(None).chain(values.into_iter().map(Some)).collect()
}

fn select(application: Application, choices: [(Field, &str); 3]) -> Selection {
    choices.into_iter().fold(Selection::new(application), |selection, (field, value)| {
        selection.with(field, value).unwrap_or_else(|issue| panic!("{value}: {issue:?}"))
    })
}

/// Calls back with every application, prefecture, line type and row.
fn each_cell(mut each: impl FnMut(Application, Option<u8>, &'static str, &'static Row, &Selection)) {
    for application in APPLICATIONS {
        for prefecture in or_none(1..=47) {
            let place = prefecture.map_or(String::new(), |number| format!("{number:02}"));
            for line_type in or_none(line_types(application).iter().copied()) {
                let line_type = line_type.unwrap_or("");
                for row in &TABLE {
                    let choices = [
                        (Field::Prefecture, place.as_str()),
                        (Field::LineType, line_type),
                        (Field::LineService, row.value),
                    ];
                    each(application, prefecture, line_type, row, &select(application, choices));
                }
            }
        }
    }
}

#[test]
fn every_finding_about_a_service_is_the_one_of_the_table() {
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    let mut wrong = Vec::new();
    each_cell(|application, prefecture, line_type, row, selection| {
        let expected = row.expected(application, prefecture, line_type);
        let issues = line::issues(selection);
        let about: Vec<&Issue> = issues.iter().filter(|issue| issue.code.name().starts_with("line.service-")).collect();
        let found: BTreeSet<_> = about.iter().map(|issue| written(issue)).collect();
        assert_eq!(found.len(), about.len(), "twice: {issues:?}");
        for issue in about {
            assert_eq!(issue.place, Place::Field(Field::LineService), "{issue:?}");
            assert_eq!((issue.range, issue.fix.is_some()), (None, false), "{issue:?}");
            *seen.entry(issue.code.name().to_owned()).or_default() += 1;
        }
        if found != expected {
            let place = prefecture.unwrap_or(0);
            wrong.push(format!("{application:?} {place:02} {line_type:?} {}: {found:?}, not {expected:?}", row.value));
        }
    });
    let shown = wrong.iter().take(12).cloned().collect::<Vec<_>>().join("\n");
    assert!(wrong.is_empty(), "{} wrong:\n{shown}", wrong.len());
    let codes = ["discontinued", "needs-ipv6", "not-connectable", "not-offered", "unknown"];
    assert!(seen.keys().map(String::as_str).eq(codes.map(|code| format!("line.service-{code}")).iter()), "{seen:?}");
}

#[test]
fn every_row_is_read_as_decided_and_every_cell_can_be_reached() {
    assert!(LineService::all().map(|service| service.choice().value).eq(TABLE.iter().map(|row| row.value)));
    let mut reached: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for ((service, row), (confidence, notes)) in LineService::all().zip(&TABLE).zip(&READINGS) {
        let carrier = match service.row().carrier {
            Carrier::Ntt => "ntt",
            Carrier::Ctc => "ctc",
            Carrier::Qtnet => "qtnet",
            Carrier::Isdn => "isdn",
        };
        assert_eq!(carrier, row.carrier, "{}", row.value);
        assert_eq!((confidence.name(), *notes), (row.confidence, row.notes), "{}", row.value);
        assert_eq!(service.ended(None).map(|date| date.to_string()).as_deref(), row.ended(None), "{}", row.value);
        for number in 1..=47 {
            let prefecture = Prefecture::new(number).expect("a prefecture");
            let ended = service.ended(Some(prefecture)).map(|date| date.to_string());
            assert_eq!(ended.as_deref(), row.ended(Some(number)), "{} {number}", row.value);
            for is_claims in [false, true] {
                let cell = service.cell(is_claims, prefecture).name();
                let sign = row.cell(is_claims, number);
                let expected = match sign {
                    "○" => "ok",
                    "6" => "ok-ipv6",
                    "×" => "no",
                    "－" => "not-offered",
                    _ => "unknown",
                };
                assert_eq!(cell, expected, "{} {number} {is_claims}", row.value);
                reached.entry(cell).or_default().insert(row.value);
            }
        }
    }
    assert!(reached.keys().copied().eq(["no", "not-offered", "ok", "ok-ipv6", "unknown"]), "{reached:?}");
    let confidences: BTreeSet<_> = READINGS.iter().map(|(confidence, _)| confidence.name()).collect();
    assert!(confidences.into_iter().eq([Confidence::High, Confidence::Low, Confidence::Medium].map(Confidence::name)));
}

/// Written out, so that nobody has to work them out.
#[test]
fn each_reason_carries_its_parameters() {
    let table = [
        (
            Application::Eligibility,
            "27",
            "1",
            "hikari-next-prio",
            "line.service-not-offered",
            json!({ "lineService": "hikari-next-prio", "prefecture": "27" }),
        ),
        (
            Application::Eligibility,
            "",
            "2",
            "hikari-next",
            "line.service-not-connectable",
            json!({ "lineService": "hikari-next" }),
        ),
        (
            Application::Claims,
            "27",
            "ip-vpn-ipv4",
            "hikari-next-business",
            "line.service-needs-ipv6",
            json!({ "lineService": "hikari-next-business" }),
        ),
        (
            Application::Claims,
            "",
            "ip-vpn-ipv4",
            "hikari-cross",
            "line.service-needs-ipv6",
            json!({ "lineService": "hikari-cross" }),
        ),
        (
            Application::Claims,
            "13",
            "ip-vpn-ipv4",
            "hikari-collaboration",
            "line.service-unknown",
            json!({ "lineService": "hikari-collaboration" }),
        ),
        (
            Application::Eligibility,
            "13",
            "",
            "adsl-more",
            "line.service-discontinued",
            json!({ "lineService": "adsl-more", "since": "2025-01-31" }),
        ),
        (
            Application::Eligibility,
            "27",
            "1",
            "adsl-more",
            "line.service-discontinued",
            json!({ "lineService": "adsl-more", "since": "2026-01-31" }),
        ),
        (
            Application::Claims,
            "",
            "",
            "ins-net",
            "line.service-discontinued",
            json!({ "lineService": "ins-net", "since": "2024-01-31" }),
        ),
        (
            Application::EligibilityOnPaper,
            "27",
            "",
            "hikari-light",
            "line.service-discontinued",
            json!({ "lineService": "hikari-light", "since": "2025-03-31" }),
        ),
    ];
    for (application, prefecture, line_type, service, code, params) in table {
        let choices = [(Field::Prefecture, prefecture), (Field::LineType, line_type), (Field::LineService, service)];
        let issues = line::issues(&select(application, choices));
        let issue = issues.iter().find(|issue| issue.code.name() == code).unwrap_or_else(|| panic!("{issues:?}"));
        let data = serde_json::to_value(issue).expect("data");
        assert_eq!((&data["params"], &data["path"]), (&params, &json!(["lineService"])), "{issue:?}");
    }
    let light = select(
        Application::Claims,
        [(Field::Prefecture, "13"), (Field::LineType, "ip-vpn-ipv4"), (Field::LineService, "hikari-light")],
    );
    assert_eq!(line::issues(&light), [], "it ended in the West only");
    let since = LineService::parse("ins-net").and_then(|service| service.ended(None));
    assert_eq!(since, Date::parse("2024-01-31"));
}

// ---- options -----------------------------------------------------------------------------------------------------

/// The order in which the oracle counts: prefecture, line type, source of the ID, v6 option, service.
const FIELDS: [Field; 5] =
    [Field::Prefecture, Field::LineType, Field::CustomerIdSource, Field::V6Option, Field::LineService];
const PREFECTURE: usize = 0;
const LINE_TYPE: usize = 1;

/// For each of [`FIELDS`]: 0 is not chosen, `n` is the option `n - 1`.
type Chosen = [usize; 5];

/// All selections of an application.
struct Table {
    application: Application,
    values: [Vec<&'static str>; 5],
    /// What `line::issues` says about each selection, as bits of the places in `Code::ALL`.
    findings: Vec<u128>,
    /// Of these findings, for each field those in which it takes part.
    part: Vec<[u128; 5]>,
}

static ELIGIBILITY: LazyLock<Table> = LazyLock::new(|| Table::of(Application::Eligibility));
static CLAIMS: LazyLock<Table> = LazyLock::new(|| Table::of(Application::Claims));

/// The findings that are errors.
static ERRORS: LazyLock<u128> = LazyLock::new(|| {
    let errors = Code::ALL.iter().filter(|code| code.severity() == Severity::Error);
    errors.fold(0, |bits, code| bits | bit(*code))
});

fn bit(code: Code) -> u128 {
    1 << code as u32
}

/// The selection with only the choices whose bit is set.
fn kept(mut chosen: Chosen, keep: usize) -> Chosen {
    for (slot, choice) in chosen.iter_mut().enumerate() {
        if keep >> slot & 1 == 0 {
            *choice = 0;
        }
    }
    chosen
}

fn without(mut chosen: Chosen, slot: usize) -> Chosen {
    chosen[slot] = 0;
    chosen
}

impl Table {
    fn of(application: Application) -> Self {
        assert!(Code::ALL.len() <= 128, "the bits of the oracle are too few");
        let empty = Selection::new(application);
        let values =
            FIELDS.map(|field| line::options(&empty, field).iter().map(|option| option.choice.value).collect());
        let mut table = Self { application, values, findings: Vec::new(), part: Vec::new() };
        let all: Vec<Chosen> = table.all().collect();
        let bits = |chosen| line::issues(&table.selection(chosen)).iter().fold(0, |bits, issue| bits | bit(issue.code));
        table.findings = all.iter().map(|chosen| bits(*chosen)).collect();
        table.part = all.iter().map(|chosen| [0, 1, 2, 3, 4].map(|slot| table.taking_part(*chosen, slot))).collect();
        table
    }

    fn lengths(&self) -> [usize; 5] {
        [0, 1, 2, 3, 4].map(|slot: usize| self.values[slot].len() + 1)
    }

    fn all(&self) -> impl Iterator<Item = Chosen> + use<> {
        let [a, b, c, d, e] = self.lengths();
        (0..a * b * c * d * e)
            .map(move |n| [n / (b * c * d * e), n / (c * d * e) % b, n / (d * e) % c, n / e % d, n % e])
    }

    fn place(&self, chosen: Chosen) -> usize {
        chosen.iter().zip(self.lengths()).fold(0, |place, (choice, length)| place * length + choice)
    }

    fn selection(&self, chosen: Chosen) -> Selection {
        let mut selection = Selection::new(self.application);
        for (slot, field) in FIELDS.into_iter().enumerate() {
            if let Some(value) = chosen[slot].checked_sub(1).map(|at| self.values[slot][at]) {
                selection = selection.with(field, value).unwrap_or_else(|issue| panic!("{value}: {issue:?}"));
            }
        }
        selection
    }

    fn findings(&self, chosen: Chosen) -> u128 {
        self.findings[self.place(chosen)]
    }

    fn taking_part(&self, chosen: Chosen, slot: usize) -> u128 {
        let here = self.findings(chosen);
        if here == 0 || chosen[slot] == 0 {
            return 0;
        }
        let subsets = (0..32).filter(|keep| keep >> slot & 1 == 1).map(|keep| kept(chosen, keep));
        here & subsets.fold(0, |bits, subset| bits | self.findings(subset) & !self.findings(without(subset, slot)))
    }

    fn part(&self, chosen: Chosen, slot: usize) -> u128 {
        self.part[self.place(chosen)][slot]
    }

    /// Every way of choosing prefecture and line type, where they are free.
    fn completions(&self, chosen: Chosen, slot: usize) -> Vec<Chosen> {
        let range = |it: usize| {
            if it != slot && chosen[it] == 0 { 1..self.lengths()[it] } else { chosen[it]..chosen[it] + 1 }
        };
        let mut all = Vec::new();
        for prefecture in range(PREFECTURE) {
            for line_type in range(LINE_TYPE) {
                all.push([prefecture, line_type, chosen[2], chosen[3], chosen[4]]);
            }
        }
        let free: Vec<usize> =
            [PREFECTURE, LINE_TYPE].into_iter().filter(|it| *it != slot && chosen[*it] == 0).collect();
        // An error of the free fields with the other choices. What these say to each other anyway does not count.
        let contradicts = |completed: &Chosen| {
            let of_free = free.iter().fold(0, |bits, it| bits | self.part(*completed, *it));
            of_free & !self.part(*completed, slot) & *ERRORS != 0
        };
        if all.iter().any(|completed| !contradicts(completed)) {
            all.retain(|completed| !contradicts(completed));
        }
        all
    }

    /// How many of the choices made must be changed to be rid of a finding. One that hangs on no choice, but on a guess,
    /// counts as more than all of them.
    fn cost(&self, chosen: Chosen, completed: Chosen, slot: usize, code: Code) -> usize {
        let subsets = (0..32_usize).filter(|keep| keep >> slot & 1 == 1).map(|keep| (keep, kept(completed, keep)));
        let with = subsets.filter(|(_, subset)| {
            self.findings(*subset) & bit(code) != 0 && self.findings(without(*subset, slot)) & bit(code) == 0
        });
        let costs = with.map(|(keep, subset)| {
            let others = (0..5).filter(|it| *it != slot && keep >> it & 1 == 1 && subset[*it] != 0);
            let (changed, guessed): (Vec<_>, Vec<_>) = others.partition(|it| chosen[*it] != 0);
            if changed.is_empty() && !guessed.is_empty() { FIELDS.len() } else { changed.len() }
        });
        costs.min().expect("a finding in which the field takes part")
    }

    fn describe(&self, chosen: Chosen) -> String {
        let values =
            (0..5).filter_map(|slot| Some((FIELDS[slot].name(), self.values[slot][chosen[slot].checked_sub(1)?])));
        format!("{:?} {:?}", self.application, values.collect::<Vec<_>>())
    }

    /// What must be answered for the choice at `slot`.
    fn expected(&self, chosen: Chosen, slot: usize) -> (State, Vec<Code>) {
        let at_once = self.part(chosen, slot) & *ERRORS;
        let completions = self.completions(chosen, slot);
        let fitting: Vec<_> =
            completions.iter().copied().filter(|completed| self.part(*completed, slot) & *ERRORS == 0).collect();
        if at_once != 0 || fitting.is_empty() {
            let mut reasons = Vec::new();
            let mut add = |completed: Chosen, bits: u128| {
                reasons.extend(codes(bits).map(|code| (self.cost(chosen, completed, slot, code), code)));
            };
            add(chosen, at_once);
            if fitting.is_empty() {
                for completed in completions {
                    add(completed, self.part(completed, slot) & *ERRORS);
                }
            }
            let fewest = reasons.iter().map(|(cost, _)| *cost).min().expect("a reason");
            let best = reasons.into_iter().filter(|(cost, _)| *cost == fewest).map(|(_, code)| code);
            return (State::Forbidden, best.collect());
        }
        let parts: Vec<u128> = fitting.iter().map(|completed| self.part(*completed, slot)).collect();
        let open = bit(Code::LineServiceUndecided);
        let state = if parts.iter().all(|part| part & open != 0) { State::Unknown } else { State::Allowed };
        let remarks = parts.iter().fold(0, |bits, part| bits | part);
        (state, if state == State::Unknown { vec![Code::LineServiceUndecided] } else { codes(remarks).collect() })
    }
}

fn codes(mut bits: u128) -> impl Iterator<Item = Code> {
    std::iter::from_fn(move || {
        let code = Code::ALL.get(bits.trailing_zeros() as usize)?;
        bits &= bits - 1;
        Some(*code)
    })
}

/// The prefectures that are chosen beside source and v6 option: a few of each kind, and all of them where neither is.
fn is_tried(chosen: Chosen) -> bool {
    matches!(chosen[PREFECTURE], 0 | 13 | 20 | 24 | 27 | 40) || (chosen[2] == 0 && chosen[3] == 0)
}

/// Compares every option of every selection with the oracle.
fn assert_options(table: &Table, slots: &[usize]) {
    let (mut wrong, mut count) = (BTreeMap::new(), 0);
    let mut states = BTreeSet::new();
    for &slot in slots {
        for chosen in table.all().filter(|chosen| chosen[slot] == 0 && is_tried(*chosen)) {
            let options = line::options(&table.selection(chosen), FIELDS[slot]);
            assert_eq!(options.len(), table.values[slot].len());
            for (option, place) in options.iter().zip(1..) {
                let mut made = chosen;
                made[slot] = place;
                let (state, reasons) = table.expected(made, slot);
                states.insert(state.name());
                let given = option.issue.as_ref().map(|issue| issue.code);
                let is_right = option.state == state
                    && match (state, given) {
                        (State::Allowed, None) => true,
                        (_, given) => given.is_some_and(|code| reasons.contains(&code)),
                    };
                count += 1;
                if !is_right {
                    let reasons: BTreeSet<_> = reasons.iter().map(|code| code.name()).collect();
                    let given = given.map_or("nothing", Code::name);
                    let what = format!(
                        "{} is {} for {given}, not {} for {reasons:?}",
                        FIELDS[slot].name(),
                        option.state.name(),
                        state.name()
                    );
                    wrong.entry(what).or_insert_with(|| (table.describe(made), 0)).1 += 1;
                }
            }
        }
    }
    assert!(wrong.is_empty(), "of {count}:\n{wrong:#?}");
    assert!(states.contains("allowed") && states.contains("forbidden"), "{states:?}");
}

#[test]
fn prefectures_and_line_types_of_an_eligibility_application_fit_the_service_as_the_contract_says() {
    assert_options(&ELIGIBILITY, &[0, 1]);
}

#[test]
fn services_of_an_eligibility_application_fit_the_other_choices_as_the_contract_says() {
    assert_options(&ELIGIBILITY, &[4]);
}

#[test]
fn source_and_v6_option_of_an_eligibility_application_fit_the_other_choices_as_the_contract_says() {
    assert_options(&ELIGIBILITY, &[2, 3]);
}

#[test]
fn prefectures_and_line_types_of_a_claims_application_fit_the_service_as_the_contract_says() {
    assert_options(&CLAIMS, &[0, 1]);
}

#[test]
fn services_of_a_claims_application_fit_the_other_choices_as_the_contract_says() {
    assert_options(&CLAIMS, &[4]);
}

#[test]
fn source_and_v6_option_of_a_claims_application_fit_the_other_choices_as_the_contract_says() {
    assert_options(&CLAIMS, &[2, 3]);
}

/// Without the oracle: what is chosen is forbidden somewhere exactly when `line::issues` has an error.
#[test]
fn options_and_issues_never_disagree_when_everything_is_chosen() {
    for application in APPLICATIONS {
        for prefecture in ["01", "13", "16", "20", "22", "24", "27", "40", "47"] {
            for line_type in line_types(application) {
                for row in &TABLE {
                    let choices = [
                        (Field::Prefecture, prefecture),
                        (Field::LineType, line_type),
                        (Field::LineService, row.value),
                    ];
                    let selection = select(application, choices);
                    let states = choices.map(|(field, value)| {
                        let options = line::options(&selection, field);
                        options.into_iter().find(|option| option.choice.value == value).expect("the choice").state
                    });
                    let has_error = line::issues(&selection).iter().any(|issue| issue.severity() == Severity::Error);
                    assert_eq!(states.contains(&State::Forbidden), has_error, "{application:?} {choices:?} {states:?}");
                }
            }
        }
    }
}

/// With nothing else chosen. No two rules contradict each other: what is still sold and can be connected fits somewhere.
#[test]
fn a_service_that_fits_nowhere_has_ended_or_can_never_be_connected() {
    for application in APPLICATIONS {
        let options = line::options(&Selection::new(application), Field::LineService);
        let found = options.iter().map(|option| {
            (option.choice.value, option.state.name(), option.issue.as_ref().map_or("", |issue| issue.code.name()))
        });
        let expected = TABLE.iter().map(|row| match (row.value, application) {
            (it, _) if it.starts_with("adsl-") || it == "ins-net" => (it, "forbidden", "line.service-discontinued"),
            ("flets-isdn", _) | ("otoline-isdn", Application::Eligibility | Application::EligibilityOnPaper) => {
                (row.value, "forbidden", "line.service-not-connectable")
            }
            // Whatever line it is on, the service that is resold decides, or the provider.
            ("hikari-collaboration", Application::Claims) => (row.value, "unknown", "line.service-unknown"),
            (it, _) => (it, "allowed", ""),
        });
        assert!(found.clone().eq(expected), "{application:?} {:#?}", found.collect::<Vec<_>>());
    }
}

/// A few answers in both directions, written out.
#[test]
fn a_service_says_which_line_types_carry_it_and_a_line_type_which_services() {
    let answer = |application, choices, field| -> String {
        let options = line::options(&select(application, choices), field).into_iter();
        let said = options.map(|option| match option.issue {
            Some(issue) => format!("{} {} {}", option.choice.value, option.state.name(), issue.code.name()),
            None => format!("{} {}", option.choice.value, option.state.name()),
        });
        said.collect::<Vec<_>>().join("; ")
    };
    let with = |prefecture, line_type, service| {
        [(Field::Prefecture, prefecture), (Field::LineType, line_type), (Field::LineService, service)]
    };
    let no = "forbidden line.service-not-connectable";
    assert_eq!(
        answer(Application::Claims, with("27", "", "hikari-next-business"), Field::LineType),
        format!("isdn {no}; ip-vpn-ipv4 forbidden line.service-needs-ipv6; ip-vpn-ipv6 allowed; internet allowed")
    );
    assert_eq!(
        answer(Application::Claims, with("13", "", "hikari-next-business"), Field::LineType),
        format!("isdn {no}; ip-vpn-ipv4 allowed; ip-vpn-ipv6 allowed; internet allowed")
    );
    // Sold in the West only, and there over IPv6: no prefecture is left for IPv4.
    assert_eq!(
        answer(Application::Claims, with("", "", "hikari-next-hayabusa"), Field::LineType),
        format!("isdn {no}; ip-vpn-ipv4 forbidden line.service-needs-ipv6; ip-vpn-ipv6 allowed; internet allowed")
    );
    assert_eq!(
        answer(Application::Eligibility, with("40", "", "bbiq"), Field::LineType),
        format!("1 {no}; 2 allowed; 3 unknown line.service-unknown")
    );
    let allowed = |application, choices, field| -> Vec<&str> {
        let options = line::options(&select(application, choices), field).into_iter();
        options.filter(|option| option.state == State::Allowed).map(|option| option.choice.value).collect()
    };
    assert_eq!(allowed(Application::Eligibility, with("23", "2", ""), Field::LineService), ["commufa-business"]);
    assert_eq!(allowed(Application::Eligibility, with("", "2", ""), Field::LineService), ["commufa-business", "bbiq"]);
    assert_eq!(allowed(Application::Claims, with("27", "ip-vpn-ipv4", ""), Field::LineService), ["hikari-next"]);
    assert_eq!(
        allowed(Application::Claims, with("27", "ip-vpn-ipv6", ""), Field::LineService),
        ["hikari-next", "hikari-next-hayabusa", "hikari-next-business", "hikari-cross"]
    );
    assert_eq!(
        allowed(Application::Eligibility, with("", "", "bbiq"), Field::Prefecture),
        ["40", "41", "42", "43", "44", "45", "46", "47"]
    );
    assert_eq!(
        allowed(Application::Eligibility, with("", "2", "commufa-business"), Field::Prefecture),
        ["20", "21", "22", "23", "24"]
    );
    assert_eq!(
        allowed(Application::Eligibility, with("", "1", "hikari-next-prio"), Field::Prefecture).len(),
        (1..=47).filter(|number| is_in_east(*number)).count()
    );
    assert_eq!(
        allowed(Application::Claims, with("", "", "flets-isdn"), Field::LineType).len(),
        4,
        "it never can be connected, whatever the type"
    );
}
