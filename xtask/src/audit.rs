//! Looks at what others have made: why it is here, licences, origins and known vulnerabilities of the crates and of what comes from npm.
//!
//! The lists of vulnerabilities are on hosts that not every machine reaches. What could not be asked is said and fails
//! nothing, so that `ci` runs anywhere; a fault that was found always fails.

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use xshell::cmd;

use crate::project::{Project, heading};
use crate::{reasons, tools};

/// Without `--workspace` it would look at the crate in the root folder and not at the members.
const DENY: [&str; 4] = ["--workspace", "--locked", "--log-level", "error"];

/// What became of a question to a host.
#[derive(Debug, PartialEq, Eq)]
enum Answer {
    NothingKnown,
    /// The reason.
    NotAsked(String),
}

pub(crate) fn run(project: &Project, arguments: &[String]) -> Result<()> {
    let must_be_asked = match arguments {
        [] => false,
        [flag] if flag == "--online" => true,
        _ => bail!("usage: cargo xtask audit [--online]"),
    };
    let skipped = audit(project)?;
    ensure!(!must_be_asked || skipped.is_empty(), "not asked: {}", skipped.join(", "));
    Ok(())
}

static QUESTIONS: [(&str, Ask); 2] = [
    ("known vulnerabilities of the crates", crate_advisories),
    ("known vulnerabilities of the packages from npm", npm_advisories),
];

type Ask = fn(&Project) -> Result<Answer>;

/// Fails for what was found, and returns what could not be asked.
pub(crate) fn audit(project: &Project) -> Result<Vec<&'static str>> {
    heading("reasons of the dependencies");
    reasons::check(project)?;
    heading("licences and origins of the crates");
    let sh = &project.shell;
    let deny = tools::cargo_deny(project)?;
    cmd!(sh, "{deny} {DENY...} check --hide-inclusion-graph licenses bans sources").run()?;

    let mut skipped = Vec::new();
    for (question, ask) in QUESTIONS {
        heading(question);
        match ask(project)? {
            Answer::NothingKnown => println!("none"),
            Answer::NotAsked(reason) => {
                println!("SKIPPED, this machine cannot ask: {reason}");
                skipped.push(question);
            }
        }
    }
    Ok(skipped)
}

/// Asks the database of `RustSec`, a git repository. It is fetched in a step of its own: the check itself fails in the same
/// way for a fault as for want of a network.
fn crate_advisories(project: &Project) -> Result<Answer> {
    let sh = &project.shell;
    let deny = tools::cargo_deny(project)?;
    // Where a proxy asks for a password, git fails instead of waiting for one.
    let fetch = cmd!(sh, "{deny} {DENY...} fetch db").env("GIT_TERMINAL_PROMPT", "0");
    let fetched = fetch.ignore_status().ignore_stderr().output()?;
    if !fetched.status.success() {
        return Ok(Answer::NotAsked("the database of RustSec cannot be fetched".to_owned()));
    }
    cmd!(sh, "{deny} {DENY...} check advisories").run()?;
    Ok(Answer::NothingKnown)
}

/// Asks npm's registry about the lock file of `tests/`. The published package depends on nothing.
fn npm_advisories(project: &Project) -> Result<Answer> {
    let sh = &project.shell;
    let tests = project.tests();
    let audit = cmd!(sh, "npm --prefix {tests} audit --package-lock-only --json --loglevel=silent").ignore_status();
    let output = audit.ignore_stderr().output()?;
    read_npm_report(&String::from_utf8_lossy(&output.stdout))
}

fn read_npm_report(json: &str) -> Result<Answer> {
    let report: Value = serde_json::from_str(json).context("npm audit printed no JSON")?;
    if report.get("auditReportVersion").is_none() {
        let reason = report["error"]["summary"].as_str().filter(|text| !text.is_empty());
        let reason = reason.or(report["message"].as_str()).unwrap_or("npm audit gave no report");
        // What follows names the host.
        return Ok(Answer::NotAsked(reason.split(" - ").next().unwrap_or(reason).to_owned()));
    }
    let vulnerable = report["vulnerabilities"].as_object().context("a report of npm audit without a list")?;
    let faults: Vec<String> = vulnerable
        .iter()
        .map(|(name, fault)| format!("{name} ({})", fault["severity"].as_str().unwrap_or("?")))
        .collect();
    ensure!(faults.is_empty(), "known vulnerabilities: {}; `npm --prefix tests audit` tells more", faults.join(", "));
    Ok(Answer::NothingKnown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_without_a_fault_passes() {
        let report = r#"{ "auditReportVersion": 2, "vulnerabilities": {}, "metadata": {} }"#;
        assert_eq!(read_npm_report(report).unwrap(), Answer::NothingKnown);
    }

    #[test]
    fn a_report_with_a_fault_fails_and_names_it() {
        let report = r#"{ "auditReportVersion": 2, "vulnerabilities": { "ajv": { "severity": "low" } } }"#;
        let error = read_npm_report(report).unwrap_err().to_string();
        assert!(error.contains("ajv (low)"), "{error}");
    }

    #[test]
    fn a_registry_that_cannot_be_asked_is_no_fault() {
        for (answer, reason) in [
            (
                r#"{ "message": "405 Method Not Allowed - POST https://registry.example/", "error": { "summary": "" } }"#,
                "405 Method Not Allowed",
            ),
            (r#"{ "error": { "code": "ENOTFOUND", "summary": "request failed" } }"#, "request failed"),
            ("{}", "npm audit gave no report"),
        ] {
            assert_eq!(read_npm_report(answer).unwrap(), Answer::NotAsked(reason.to_owned()));
        }
    }

    #[test]
    fn what_is_no_report_at_all_fails() {
        read_npm_report("").unwrap_err();
    }
}
