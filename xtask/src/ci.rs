//! What a pull request must pass. The tests come last, so that the last lines are theirs.

use anyhow::Result;
use xshell::cmd;

use crate::project::{Project, heading};
use crate::{pack, size, test, tools};

pub(crate) fn run(project: &Project, _arguments: &[String]) -> Result<()> {
    lint(project)?;
    check_package(project)?;
    test::run(project, &[])
}

fn lint(project: &Project) -> Result<()> {
    let sh = &project.shell;
    tools::rust_components(project)?;
    tools::wasm_target(project)?;
    let target = tools::WASM_TARGET;
    heading("format and lints");
    cmd!(sh, "cargo fmt --all --check").run()?;
    cmd!(sh, "cargo clippy --quiet --workspace --all-targets -- --deny warnings").run()?;
    cmd!(sh, "cargo clippy --quiet --package onshi-check --lib --test wasm --target {target} -- --deny warnings")
        .run()?;
    heading("documentation");
    cmd!(sh, "cargo doc --quiet --no-deps --package onshi-check").env("RUSTDOCFLAGS", "--deny warnings").run()?;
    Ok(())
}

/// Looks at the tarball with the eyes of bundlers, of Node and of TypeScript, and weighs it.
fn check_package(project: &Project) -> Result<()> {
    let sh = &project.shell;
    heading("package");
    let package = pack::pack(project)?;
    let tarball = &package.tarball;
    let (publint, attw) = (project.npm_tool("publint"), project.npm_tool("attw"));
    cmd!(sh, "{publint} run {tarball} --strict").run()?;
    // Old resolution without `exports` (node10) is not supported, and the module itself has no types.
    cmd!(
        sh,
        "{attw} {tarball} --profile node16 --exclude-entrypoints ./onshi_check.wasm --no-definitely-typed --no-emoji"
    )
    .run()?;
    heading("size");
    size::report(project, &package, size::Limit::Ceiling)
}
