//! What a pull request must pass. What takes long comes late, and what could not be asked is said in the last line.

use anyhow::Result;
use xshell::cmd;

use crate::project::{Project, heading};
use crate::{audit, pack, site, size, sri, test, tools};

pub(crate) fn run(project: &Project, _arguments: &[String]) -> Result<()> {
    lint(project)?;
    let skipped = audit::audit(project)?;
    check_package(project)?;
    test::run(project, &[])?;
    if skipped.is_empty() {
        println!("\nall passed");
    } else {
        println!("\nall passed but what this machine could not ask: {}", skipped.join(", "));
    }
    Ok(())
}

fn lint(project: &Project) -> Result<()> {
    let sh = &project.shell;
    tools::rust_components(project)?;
    tools::wasm_target(project)?;
    let target = tools::WASM_TARGET;
    heading("format and lints");
    cmd!(sh, "cargo fmt --all --check").run()?;
    cmd!(sh, "cargo clippy --quiet --workspace --all-targets -- --deny warnings").run()?;
    cmd!(sh, "cargo clippy --quiet --package onshi-check --features bulk --all-targets -- --deny warnings").run()?;
    cmd!(sh, "cargo clippy --quiet --package onshi-check --features bulk --lib --target {target} -- --deny warnings")
        .run()?;
    cmd!(sh, "cargo clippy --quiet --package onshi-check --lib --test wasm --target {target} -- --deny warnings")
        .run()?;
    cmd!(sh, "cargo clippy --quiet --package onshi-check --features widget --lib --test widget --target {target} -- --deny warnings")
        .run()?;
    heading("documentation");
    cmd!(sh, "cargo doc --quiet --no-deps --package onshi-check --features bulk")
        .env("RUSTDOCFLAGS", "--deny warnings")
        .run()?;
    Ok(())
}

/// Entries that no program imports: the module itself, the style sheet and the scripts for `<script>`.
const NOT_IMPORTED: [&str; 4] = ["./onshi_check.wasm", "./widget.css", "./global.js", "./bulk-global.js"];

/// Looks at the tarball with the eyes of bundlers, of Node and of TypeScript, and weighs it.
fn check_package(project: &Project) -> Result<()> {
    let sh = &project.shell;
    heading("package");
    let package = pack::pack(project)?;
    let tarball = &package.tarball;
    let (publint, attw) = (project.npm_tool("publint"), project.npm_tool("attw"));
    cmd!(sh, "{publint} run {tarball} --strict").run()?;
    // Old resolution without `exports` (node10) is not supported.
    cmd!(sh, "{attw} {tarball} --profile node16 --no-definitely-typed --no-emoji --exclude-entrypoints")
        .args(NOT_IMPORTED)
        .run()?;
    sri::print(&package)?;
    heading("size");
    site::assemble(project, &package)?;
    size::report(project, &package, size::Limit::Ceiling)
}
