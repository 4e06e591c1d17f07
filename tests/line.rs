//! Every combination of line choices there is without a line service, in every application.
//!
//! Exhaustive: prefecture (47 and none) × line type (3 or 4 and none) × customer-ID source (3 and none) × v6 option (2
//! and none): 2,304 selections of the eligibility application, as many on paper, and 2,880 of the claims application.
//! For each of them the state of each of the 55 or 56 options is compared with an oracle that knows nothing but
//! `line::issues`. What a line service adds is in `line_services.rs`.
//!
//! The oracle, for the option `f = o` beside the choices `O` of the other fields:
//!
//! - a finding *takes part* with `f` when some subset `S` of `O` does not have it and `S` with `f = o` does;
//! - an option is forbidden exactly when the whole selection has an error that takes part with `f`;
//! - the reason given is the worst finding that takes part, and among those one with the smallest `S`.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    clippy::many_single_char_names,
    clippy::type_complexity,
    reason = "a test reports by failing, and tables are plainest written out"
)]
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use onshi_check::kind::prefecture::{NttArea, Prefecture};
use onshi_check::line::{self, Application, Coverage, LineOption, Selection, State};
use onshi_check::{Code, Field, Place, Severity};

const APPLICATIONS: [Application; 3] = [Application::Eligibility, Application::EligibilityOnPaper, Application::Claims];
/// Without the line service, which has its own test in `line_services.rs`.
const FIELDS: [Field; 4] = [Field::Prefecture, Field::LineType, Field::CustomerIdSource, Field::V6Option];

/// For each of [`FIELDS`]: 0 is not chosen, `n` is the option `n - 1`.
type Chosen = [usize; 4];

/// All selections of an application and all their findings.
struct Table {
    application: Application,
    values: [Vec<&'static str>; 4],
    selections: Vec<Selection>,
    /// The codes of each selection as bits of their places in `Code::ALL`.
    findings: Vec<u128>,
}

/// One table an application, made once.
static TABLES: LazyLock<[Table; 3]> = LazyLock::new(|| APPLICATIONS.map(Table::of));

impl Table {
    fn of(application: Application) -> Self {
        assert!(Code::ALL.len() <= 128, "the bits of the oracle are too few");
        let empty = Selection::new(application);
        let values =
            FIELDS.map(|field| line::options(&empty, field).iter().map(|option| option.choice.value).collect());
        let mut table = Self { application, values, selections: Vec::new(), findings: Vec::new() };
        table.selections = table.all().map(|chosen| table.make(chosen)).collect();
        let bits = |selection| line::issues(selection).iter().fold(0, |bits, issue| bits | bit(issue.code));
        table.findings = table.selections.iter().map(bits).collect();
        table
    }

    fn all(&self) -> impl Iterator<Item = Chosen> + use<> {
        let [a, b, c, d] = [0, 1, 2, 3].map(|slot| self.values[slot].len() + 1);
        (0..a * b * c * d).map(move |n| [n / (b * c * d), n / (c * d) % b, n / d % c, n % d])
    }

    fn make(&self, chosen: Chosen) -> Selection {
        let mut selection = Selection::new(self.application);
        for (slot, field) in FIELDS.into_iter().enumerate() {
            if let Some(value) = chosen[slot].checked_sub(1).map(|at| self.values[slot][at]) {
                selection = selection.with(field, value).unwrap_or_else(|issue| panic!("{value}: {issue:?}"));
            }
        }
        selection
    }

    fn place(&self, [a, b, c, d]: Chosen) -> usize {
        let [_, y, z, w] = [0, 1, 2, 3].map(|slot: usize| self.values[slot].len() + 1);
        ((a * y + b) * z + c) * w + d
    }

    fn selection(&self, chosen: Chosen) -> &Selection {
        &self.selections[self.place(chosen)]
    }

    fn findings(&self, chosen: Chosen) -> u128 {
        self.findings[self.place(chosen)]
    }

    /// The findings in which the field at `slot` takes part, each with the size of the smallest `S`.
    fn taking_part(&self, chosen: Chosen, slot: usize) -> Vec<(Code, usize)> {
        let mut all = Vec::new();
        for code in codes(self.findings(chosen)) {
            let smallest = subsets(chosen, slot)
                .filter(|with| {
                    let mut without = *with;
                    without[slot] = 0;
                    self.findings(*with) & bit(code) != 0 && self.findings(without) & bit(code) == 0
                })
                .map(|with| with.iter().filter(|choice| **choice != 0).count() - 1)
                .min();
            all.extend(smallest.map(|size| (code, size)));
        }
        all
    }

    fn describe(&self, chosen: Chosen) -> String {
        let values =
            (0..4).filter_map(|slot| Some((FIELDS[slot].name(), self.values[slot][chosen[slot].checked_sub(1)?])));
        format!("{:?} {:?}", self.application, values.collect::<Vec<_>>())
    }
}

fn bit(code: Code) -> u128 {
    1 << code as u32
}

fn codes(mut bits: u128) -> impl Iterator<Item = Code> {
    std::iter::from_fn(move || {
        let code = Code::ALL.get(bits.trailing_zeros() as usize)?;
        bits &= bits - 1;
        Some(*code)
    })
}

/// The selection with every subset of its choices, the one at `slot` always among them.
fn subsets(chosen: Chosen, slot: usize) -> impl Iterator<Item = Chosen> {
    (0..16_usize).filter(move |keep| keep >> slot & 1 == 1).map(move |keep| {
        let mut subset = chosen;
        for (slot, choice) in subset.iter_mut().enumerate() {
            if keep >> slot & 1 == 0 {
                *choice = 0;
            }
        }
        subset
    })
}

/// Calls back with every option of every selection: the selection with the option made, its slot, the option.
fn each_option(table: &Table, mut each: impl FnMut(Chosen, usize, &LineOption)) {
    for chosen in table.all() {
        let selection = table.selection(chosen);
        for (slot, field) in FIELDS.into_iter().enumerate() {
            let options = line::options(selection, field);
            assert_eq!(options.len(), table.values[slot].len(), "{}", table.describe(chosen));
            for (at, option) in options.iter().enumerate() {
                assert_eq!(option.choice.value, table.values[slot][at], "{}", table.describe(chosen));
                let mut made = chosen;
                made[slot] = at + 1;
                each(made, slot, option);
            }
        }
    }
}

/// Collects what is wrong, so that one run shows the pattern instead of its first case.
#[derive(Default)]
struct Wrong(BTreeSet<String>, usize);

impl Wrong {
    fn unless(&mut self, right: bool, what: impl FnOnce() -> String) {
        if !right {
            self.1 += 1;
            if self.0.len() < 12 {
                self.0.insert(what());
            }
        }
    }
}

impl Drop for Wrong {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            assert!(self.0.is_empty(), "{} times, for example:\n{:#?}", self.1, self.0);
        }
    }
}

#[test]
fn every_option_of_every_selection_is_allowed_or_unknown_or_forbidden_with_an_error() {
    for table in &*TABLES {
        each_option(table, |made, slot, option| {
            let worst = option.issue.as_ref().map(onshi_check::Issue::severity);
            let fits = match option.state {
                State::Allowed => worst != Some(Severity::Error),
                State::Forbidden => worst == Some(Severity::Error),
                State::Unknown => true,
            };
            assert!(fits, "{:?} for {} in {}", option, FIELDS[slot].name(), table.describe(made));
        });
    }
}

#[test]
fn an_option_is_forbidden_exactly_when_making_it_gives_an_error_in_which_its_field_takes_part() {
    let mut wrong = Wrong::default();
    for table in &*TABLES {
        each_option(table, |made, slot, option| {
            let errors =
                table.taking_part(made, slot).into_iter().filter(|(code, _)| code.severity() == Severity::Error);
            let errors: Vec<_> = errors.map(|(code, _)| code.name()).collect();
            wrong.unless((option.state == State::Forbidden) != errors.is_empty(), || {
                format!(
                    "{} is {} but takes part in {errors:?}: {}",
                    FIELDS[slot].name(),
                    option.state.name(),
                    table.describe(made)
                )
            });
        });
    }
}

#[test]
fn the_reason_of_an_option_is_the_worst_finding_it_takes_part_in_and_needs_the_fewest_other_choices() {
    let mut wrong = Wrong::default();
    for table in &*TABLES {
        each_option(table, |made, slot, option| {
            let findings = table.taking_part(made, slot);
            let best = findings.iter().map(|(code, size)| (code.severity(), *size)).min();
            let given = option.issue.as_ref().map(|issue| {
                let found = findings.iter().find(|(code, _)| *code == issue.code);
                found.map(|(code, size)| (code.severity(), *size))
            });
            wrong.unless(given == best.map(Some), || {
                format!(
                    "{} gives {:?}, there are {findings:?}: {}",
                    FIELDS[slot].name(),
                    option.issue,
                    table.describe(made)
                )
            });
        });
    }
}

/// Fields not chosen are free: some value of theirs must fit. Prefecture and line type are always filled in in the end;
/// source and v6 option may stay out.
#[test]
fn an_allowed_option_can_be_completed_to_a_selection_without_an_error_of_its_own() {
    let mut wrong = Wrong::default();
    for table in &*TABLES {
        let is_error =
            codes(u128::MAX).filter(|code| code.severity() == Severity::Error).fold(0, |bits, code| bits | bit(code));
        each_option(table, |made, slot, option| {
            if option.state == State::Forbidden {
                return;
            }
            let range = |slot: usize| {
                if made[slot] == 0 { 1..table.values[slot].len() + 1 } else { made[slot]..made[slot] + 1 }
            };
            let completes = range(0).any(|prefecture| {
                range(1).any(|line_type| {
                    let whole = [prefecture, line_type, made[2], made[3]];
                    table.findings(whole) & is_error == 0
                        || table.taking_part(whole, slot).iter().all(|(code, _)| code.severity() != Severity::Error)
                })
            });
            wrong.unless(completes, || format!("{} in {}", FIELDS[slot].name(), table.describe(made)));
        });
    }
}

#[test]
fn with_nothing_else_chosen_an_option_is_forbidden_only_when_no_completion_exists() {
    for table in &*TABLES {
        for (slot, field) in FIELDS.into_iter().enumerate() {
            for (at, option) in line::options(&Selection::new(table.application), field).iter().enumerate() {
                let mut completions = table.all().filter(|chosen| chosen[slot] == at + 1);
                let completes = completions.any(|whole| {
                    table.taking_part(whole, slot).iter().all(|(code, _)| code.severity() != Severity::Error)
                });
                let forbidden = option.state == State::Forbidden;
                assert_eq!(forbidden, !completes, "{} {} {:?}", field.name(), option.choice.value, table.application);
                // Today that is only the v6 option, which the claims application does not ask for.
                assert_eq!(forbidden, table.application == Application::Claims && field == Field::V6Option);
            }
        }
    }
}

#[test]
fn a_fields_own_choice_does_not_restrict_it() {
    for table in &*TABLES {
        for chosen in table.all() {
            for (slot, field) in FIELDS.into_iter().enumerate().filter(|(slot, _)| chosen[*slot] > 1) {
                let mut without = chosen;
                without[slot] = 0;
                let [with, without] = [chosen, without].map(|it| line::options(table.selection(it), field));
                assert_eq!(with, without, "{} {}", field.name(), table.describe(chosen));
            }
        }
    }
}

#[test]
fn issues_come_errors_first_and_belong_to_a_chosen_field() {
    for table in &*TABLES {
        for chosen in table.all() {
            let issues = line::issues(table.selection(chosen));
            assert!(issues.is_sorted_by_key(onshi_check::Issue::severity), "{}", table.describe(chosen));
            let names: BTreeSet<_> = issues.iter().map(|issue| issue.code.name()).collect();
            assert_eq!(names.len(), issues.len(), "a finding twice: {}", table.describe(chosen));
            for issue in &issues {
                let Place::Field(field) = issue.place else { panic!("{issue:?}") };
                let slot = FIELDS.iter().position(|it| *it == field).expect("a field of a selection");
                assert_ne!(chosen[slot], 0, "{} on a field not chosen: {}", issue.code.name(), table.describe(chosen));
                assert_eq!(issue.range, None);
                let prefecture = issue.params().find(|(param, _)| param.name() == "prefecture");
                if let Some((_, number)) = prefecture {
                    assert_eq!(number as usize, chosen[0], "{}", table.describe(chosen));
                }
            }
        }
    }
}

/// A fix that clears a field settles its issue.
#[test]
fn every_fix_settles_its_issue() {
    for table in &*TABLES {
        for chosen in table.all() {
            let selection = table.selection(chosen);
            for issue in line::issues(selection) {
                let (Place::Field(field), Some(fix)) = (issue.place, &issue.fix) else { continue };
                let fixed = selection.with(field, &fix.value).expect("a fix is a choice or nothing");
                let after: Vec<_> = line::issues(&fixed).iter().map(|issue| issue.code).collect();
                assert!(!after.contains(&issue.code), "{} {}", issue.code.name(), table.describe(chosen));
            }
        }
    }
}

/// The areas of the rule book, section 4.3, in the order of the prefectures. CTC: 20 to 24, of which 22 in part (west of
/// the Fuji river) and 24 disputed (one source names Mie, the other leaves it out). QTnet: 40 to 46, and 47 disputed.
static CTC_AND_QTNET: [(Coverage, NttArea); 47] = {
    use Coverage::{Disputed as Q, Full as F, None as N, Partial as P};
    use NttArea::{East as E, West as W};
    [
        (N, E),
        (N, E),
        (N, E),
        (N, E),
        (N, E),
        (N, E),
        (N, E), // 01 to 07: Hokkaido and Tohoku
        (N, E),
        (N, E),
        (N, E),
        (N, E),
        (N, E),
        (N, E),
        (N, E), // 08 to 14: Kanto
        (N, E),
        (N, W),
        (N, W),
        (N, W), // 15 Niigata is East; 16 Toyama, 17 Ishikawa, 18 Fukui are West
        (N, E),
        (F, E), // 19 Yamanashi, 20 Nagano
        (F, W),
        (P, W),
        (F, W),
        (Q, W), // 21 Gifu, 22 Shizuoka, 23 Aichi, 24 Mie
        (N, W),
        (N, W),
        (N, W),
        (N, W),
        (N, W),
        (N, W), // 25 to 30: Kinki
        (N, W),
        (N, W),
        (N, W),
        (N, W),
        (N, W), // 31 to 35: Chugoku
        (N, W),
        (N, W),
        (N, W),
        (N, W), // 36 to 39: Shikoku
        (F, W),
        (F, W),
        (F, W),
        (F, W),
        (F, W),
        (F, W),
        (F, W), // 40 to 46: Kyushu
        (Q, W), // 47 Okinawa
    ]
};

fn prefectures() -> impl Iterator<Item = (String, Prefecture, Coverage, NttArea)> {
    CTC_AND_QTNET.iter().zip(1..).map(|((coverage, area), number)| {
        (format!("{number:02}"), Prefecture::new(number).expect("1 to 47"), *coverage, *area)
    })
}

fn found(application: Application, choices: &[(Field, &str)]) -> Vec<(Code, Severity)> {
    let mut selection = Selection::new(application);
    for (field, value) in choices {
        selection = selection.with(*field, value).unwrap_or_else(|issue| panic!("{value}: {issue:?}"));
    }
    line::issues(&selection).iter().map(|issue| (issue.code, issue.severity())).collect()
}

#[test]
fn ctc_and_qtnet_lines_are_judged_by_the_areas_of_the_rule_book() {
    for (value, prefecture, coverage, _) in prefectures() {
        assert_eq!(Coverage::of(prefecture), coverage, "{value}");
        let choices = [(Field::Prefecture, value.as_str()), (Field::LineType, "2")];
        let expected = match coverage {
            Coverage::Full => None,
            Coverage::Partial => Some((Code::LineAreaPartial, Severity::Info)),
            Coverage::Disputed => Some((Code::LineAreaDisputed, Severity::Warning)),
            Coverage::None => Some((Code::LineOutsideArea, Severity::Error)),
        };
        assert_eq!(found(Application::Eligibility, &choices), Vec::from_iter(expected), "{value}");
        for line_type in ["1", "3"] {
            let choices = [(Field::Prefecture, value.as_str()), (Field::LineType, line_type)];
            assert_eq!(found(Application::Eligibility, &choices), [], "{value} {line_type}");
        }
    }
}

#[test]
fn cop_belongs_to_ntt_east_in_both_applications() {
    for (value, prefecture, _, area) in prefectures() {
        assert_eq!(prefecture.ntt_area(), area, "{value}");
        let expected = match area {
            NttArea::East => None,
            NttArea::West => Some((Code::CustomerIdCopInWest, Severity::Error)),
        };
        for (application, line_type) in [
            (Application::Eligibility, "1"),
            (Application::EligibilityOnPaper, "1"),
            (Application::Claims, "ip-vpn-ipv6"),
        ] {
            let place = (Field::Prefecture, value.as_str());
            let cop = (Field::CustomerIdSource, "cop");
            assert_eq!(found(application, &[place, cop]), Vec::from_iter(expected), "{value}");
            assert_eq!(
                found(application, &[place, (Field::LineType, line_type), cop]),
                Vec::from_iter(expected),
                "{value}"
            );
            assert_eq!(found(application, &[place, (Field::CustomerIdSource, "caf")]), [], "{value}");
        }
    }
}

#[test]
fn what_hangs_on_the_line_type_is_judged_as_decided() {
    use Application::{Claims, Eligibility, EligibilityOnPaper};
    use Code::{
        CustomerIdNotAsked, CustomerIdSameLineMayLag, LineCustomerIdMeansNtt, LineIsdnEnded, LineV6NotApplicable,
        LineV6PaperOnly,
    };
    use Field::{CustomerIdSource, LineType, V6Option};
    let table: [(Application, &[(Field, &str)], &[(Code, Severity)]); 26] = [
        (Eligibility, &[(LineType, "1"), (CustomerIdSource, "caf")], &[]),
        (
            Eligibility,
            &[(LineType, "1"), (CustomerIdSource, "same-as-claims")],
            &[(CustomerIdSameLineMayLag, Severity::Info)],
        ),
        (Eligibility, &[(LineType, "2"), (CustomerIdSource, "caf")], &[(LineCustomerIdMeansNtt, Severity::Error)]),
        (
            Eligibility,
            &[(LineType, "2"), (CustomerIdSource, "same-as-claims")],
            &[(LineCustomerIdMeansNtt, Severity::Error)],
        ),
        (Eligibility, &[(LineType, "3"), (CustomerIdSource, "cop")], &[(LineCustomerIdMeansNtt, Severity::Error)]),
        (Eligibility, &[(LineType, "1"), (V6Option, "contracted")], &[]),
        (Eligibility, &[(LineType, "1"), (V6Option, "not-needed")], &[(LineV6PaperOnly, Severity::Info)]),
        (Eligibility, &[(LineType, "2"), (V6Option, "contracted")], &[(LineV6NotApplicable, Severity::Error)]),
        (Eligibility, &[(LineType, "2"), (V6Option, "not-needed")], &[(LineV6NotApplicable, Severity::Error)]),
        (Eligibility, &[(LineType, "3"), (V6Option, "contracted")], &[(LineV6NotApplicable, Severity::Error)]),
        (Eligibility, &[(LineType, "3"), (V6Option, "not-needed")], &[(LineV6NotApplicable, Severity::Error)]),
        (EligibilityOnPaper, &[(LineType, "1"), (V6Option, "not-needed")], &[]),
        (EligibilityOnPaper, &[(LineType, "3"), (V6Option, "not-needed")], &[(LineV6NotApplicable, Severity::Error)]),
        (Eligibility, &[(V6Option, "contracted")], &[]),
        (Eligibility, &[(CustomerIdSource, "caf"), (V6Option, "contracted")], &[]),
        (Claims, &[(LineType, "isdn")], &[(LineIsdnEnded, Severity::Warning)]),
        (Claims, &[(LineType, "ip-vpn-ipv4")], &[]),
        (Claims, &[(LineType, "ip-vpn-ipv6")], &[]),
        (Claims, &[(LineType, "internet")], &[]),
        (Claims, &[(LineType, "ip-vpn-ipv6"), (CustomerIdSource, "same-as-eligibility")], &[]),
        (Claims, &[(LineType, "ip-vpn-ipv6"), (CustomerIdSource, "cop")], &[]),
        (Claims, &[(LineType, "ip-vpn-ipv4"), (CustomerIdSource, "caf")], &[(CustomerIdNotAsked, Severity::Info)]),
        (Claims, &[(LineType, "internet"), (CustomerIdSource, "caf")], &[(CustomerIdNotAsked, Severity::Info)]),
        (
            Claims,
            &[(LineType, "isdn"), (CustomerIdSource, "caf")],
            &[(LineIsdnEnded, Severity::Warning), (CustomerIdNotAsked, Severity::Info)],
        ),
        (Claims, &[(V6Option, "contracted")], &[(LineV6NotApplicable, Severity::Error)]),
        (Claims, &[(LineType, "ip-vpn-ipv6"), (V6Option, "not-needed")], &[(LineV6NotApplicable, Severity::Error)]),
    ];
    for (application, choices, expected) in table {
        assert_eq!(found(application, choices), expected, "{application:?} {choices:?}");
    }
}

#[test]
fn a_choice_of_the_other_application_and_no_choice_at_all_are_refused_with_the_fields_own_code() {
    for (application, field, text, code) in [
        (Application::Eligibility, Field::LineType, "ip-vpn-ipv6", Code::LineTypeUnknown),
        (Application::Claims, Field::LineType, "2", Code::ClaimsLineTypeUnknown),
        (Application::Eligibility, Field::CustomerIdSource, "same-as-eligibility", Code::CustomerIdSourceUnknown),
        (Application::Claims, Field::CustomerIdSource, "same-as-claims", Code::CustomerIdSourceUnknown),
        (Application::Eligibility, Field::Prefecture, "48", Code::PrefectureUnknown),
        (Application::Eligibility, Field::V6Option, "yes", Code::V6OptionUnknown),
    ] {
        let issue = Selection::new(application).with(field, text).expect_err(text);
        assert_eq!((issue.code, issue.place), (code, Place::Field(field)), "{text}");
    }
}

#[test]
fn the_empty_text_takes_a_choice_back_and_a_field_that_is_no_line_choice_changes_nothing() {
    for table in &*TABLES {
        for chosen in table.all() {
            let selection = table.selection(chosen);
            let cleared =
                FIELDS.into_iter().fold(*selection, |it, field| it.with(field, "").expect("empty is no error"));
            assert_eq!(cleared, Selection::new(table.application));
        }
        let selection = Selection::new(table.application);
        assert_eq!(selection.with(Field::Email, "x@example.jp").expect("ignored"), selection);
        assert!(line::options(&selection, Field::Email).is_empty());
    }
}
