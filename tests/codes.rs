//! The issue codes as users know them: name, severity and parameters. They are the semver surface, so a change is written
//! down twice, here by hand.

#![allow(clippy::panic, reason = "a test reports by failing")]

use std::collections::BTreeSet;

use onshi_check::{Code, Severity};

const SNAPSHOT: &str = include_str!("snapshots/codes.txt");

/// What each change asks of whoever makes it.
const ADVICE: &str = "\
An added code is for users a new feature. A code that goes, or that has another name, severity or parameter, breaks them: a
page may compare the name, and a message of its own may use the parameter.
If the change is meant, edit tests/snapshots/codes.txt by hand as shown above and say it in CHANGELOG.md.";

/// One code as a line of the snapshot: `name severity parameter…`, parameters in their order.
fn line(code: Code) -> String {
    let params = code.params().iter().map(|param| param.name());
    [code.name(), code.severity().name()].into_iter().chain(params).collect::<Vec<_>>().join(" ")
}

/// The lines of the snapshot that are not comments.
fn recorded() -> Vec<&'static str> {
    SNAPSHOT.lines().filter(|line| !line.starts_with('#')).collect()
}

#[test]
fn codes_are_those_of_the_snapshot() {
    let now: BTreeSet<String> = Code::ALL.iter().copied().map(line).collect();
    let before: BTreeSet<String> = recorded().into_iter().map(str::to_owned).collect();
    let taken = before.difference(&now).map(|line| format!("- {line}\n"));
    let added = now.difference(&before).map(|line| format!("+ {line}\n"));
    let changes: String = taken.chain(added).collect();
    assert!(changes.is_empty(), "the issue codes have changed:\n\n{changes}\n{ADVICE}\n");
}

#[test]
fn the_snapshot_is_in_alphabetical_order_and_has_each_code_once() {
    assert!(recorded().is_sorted(), "sort the lines of tests/snapshots/codes.txt: a change is then one line");
    let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(names.len(), Code::ALL.len(), "two codes have one name");
    assert_eq!(recorded().len(), Code::ALL.len());
}

#[test]
fn severities_have_the_names_of_the_contract() {
    assert_eq!([Severity::Error, Severity::Warning, Severity::Info].map(Severity::name), ["error", "warning", "info"]);
}
