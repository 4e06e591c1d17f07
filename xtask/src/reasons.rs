//! Compares the dependencies with the tables of CONTRIBUTING.md, which give the reason of each.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use xshell::cmd;

use crate::project::Project;

/// Folders with a `package.json`. The projects of `tests/consumers/` are left out: their dependencies are their subject.
const NPM_FOLDERS: [&str; 2] = ["tests", "examples/node"];

/// Fails for a dependency without a reason, and for a reason whose dependency is gone.
pub(crate) fn check(project: &Project) -> Result<()> {
    let document = fs::read_to_string(project.path("CONTRIBUTING.md"))?;
    let with_reason = read_tables(&document)?;
    let mut used = crates(project)?;
    for folder in NPM_FOLDERS {
        used.extend(npm_packages(project, folder)?);
    }
    let without: Vec<_> = used.difference(&with_reason).map(String::as_str).collect();
    ensure!(without.is_empty(), "CONTRIBUTING.md has no reason for {}", without.join(", "));
    let gone: Vec<_> = with_reason.difference(&used).map(String::as_str).collect();
    ensure!(gone.is_empty(), "CONTRIBUTING.md has a reason for {}, which nothing here names", gone.join(", "));
    println!("{} dependencies, each with its reason", used.len());
    Ok(())
}

/// The names in the first column of the tables of dependencies.
fn read_tables(document: &str) -> Result<BTreeSet<String>> {
    let (_, section) =
        document.split_once("\n## Dependencies").context("CONTRIBUTING.md has no chapter of dependencies")?;
    let section = section.split("\n## ").next().unwrap_or(section);
    let first_cells = section.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
    // Between the first and the second backtick, the third and the fourth …
    Ok(first_cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).map(str::to_owned).collect())
}

/// What the manifests of the workspace name, apart from each other.
fn crates(project: &Project) -> Result<BTreeSet<String>> {
    let sh = &project.shell;
    let metadata: Value =
        serde_json::from_str(&cmd!(sh, "cargo metadata --no-deps --format-version 1").quiet().read()?)?;
    let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
    let dependencies = packages.iter().filter_map(|package| package["dependencies"].as_array()).flatten();
    Ok(dependencies
        .filter(|dependency| dependency.get("path").is_none())
        .filter_map(|dependency| dependency["name"].as_str().map(str::to_owned))
        .collect())
}

fn npm_packages(project: &Project, folder: &str) -> Result<BTreeSet<String>> {
    let file = project.path(folder).join("package.json");
    let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let manifest: Value = serde_json::from_str(&text)?;
    let tables = ["dependencies", "devDependencies"].map(|table| manifest[table].as_object());
    let names = tables.into_iter().flatten().flat_map(|table| table.keys().cloned());
    Ok(names.filter(|name| name != "onshi-check").collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_from_the_first_column_of_that_chapter() {
        let document = "# A\n\n| `no` | x |\n\n## Dependencies, each\n\n| crate | why |\n|---|---|\n\
                        | `one`, `@two/three` | `four` |\n\n## After\n\n| `five` | x |\n";
        assert_eq!(read_tables(document).unwrap(), ["@two/three", "one"].map(str::to_owned).into());
    }
}
