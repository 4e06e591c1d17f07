//! Runs every test there is, from the cheapest to the dearest, and stops at the first stage that fails.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use xshell::cmd;

use crate::pack::{self, Package};
use crate::project::{Project, heading};
use crate::{serve, tools};

/// The stages in their order. The names are what the command line takes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Host,
    WasmNode,
    WasmBrowser,
    Package,
    Browser,
}

static STAGES: [(&str, Stage); 5] = [
    ("host", Stage::Host),
    ("wasm-node", Stage::WasmNode),
    ("wasm-browser", Stage::WasmBrowser),
    ("package", Stage::Package),
    ("browser", Stage::Browser),
];

pub(crate) fn run(project: &Project, arguments: &[String]) -> Result<()> {
    for argument in arguments {
        let known = STAGES.iter().any(|(name, _)| name == argument);
        ensure!(known, "there is no stage `{argument}`: {}", STAGES.map(|(name, _)| name).join(" "));
    }
    let mut package = None;
    for (name, stage) in &STAGES {
        if arguments.is_empty() || arguments.iter().any(|argument| argument == name) {
            run_stage(project, *stage, &mut package)?;
        }
    }
    Ok(())
}

/// Runs one stage. `package` is packed by the first stage that needs it, and kept for the next.
fn run_stage(project: &Project, stage: Stage, package: &mut Option<Package>) -> Result<()> {
    match stage {
        Stage::Host => host(project),
        Stage::WasmNode => wasm_in_node(project),
        Stage::WasmBrowser => wasm_in_browser(project),
        Stage::Package => {
            heading("packed package in Node");
            packed(project, package)?;
            node_tests(project, "package", &[])
        }
        Stage::Browser => {
            heading("packed package and site in Chromium");
            let browser = tools::browser(project)?;
            serve::assemble(project, packed(project, package)?)?;
            node_tests(project, "browser", &[("CHROMIUM", &browser.chromium), ("SITE", &project.site())])
        }
    }
}

fn packed<'a>(project: &Project, package: &'a mut Option<Package>) -> Result<&'a Package> {
    if package.is_none() {
        *package = Some(pack::pack(project)?);
    }
    package.as_ref().context("packed above")
}

fn host(project: &Project) -> Result<()> {
    let sh = &project.shell;
    heading("Rust tests on the host");
    let nextest = cmd!(sh, "cargo nextest --version").quiet().ignore_stdout().ignore_stderr().run().is_ok();
    if nextest {
        cmd!(sh, "cargo nextest run").run()?;
    } else {
        cmd!(sh, "cargo test --quiet --tests").run()?;
    }
    heading("examples in the documentation");
    cmd!(sh, "cargo test --quiet --doc").run()?;
    Ok(())
}

fn wasm_in_node(project: &Project) -> Result<()> {
    let sh = &project.shell;
    heading("WebAssembly tests in Node");
    tools::wasm_target(project)?;
    let target = tools::WASM_TARGET;
    cmd!(sh, "cargo test --target {target} --test wasm").run()?;
    Ok(())
}

/// The same tests again: the file has no `wasm_bindgen_test_configure!`, so the environment chooses where they run.
fn wasm_in_browser(project: &Project) -> Result<()> {
    let sh = &project.shell;
    heading("WebAssembly tests in Chromium");
    tools::wasm_target(project)?;
    let browser = tools::browser(project)?;
    let target = tools::WASM_TARGET;
    cmd!(sh, "cargo test --target {target} --test wasm")
        .env("WASM_BINDGEN_USE_BROWSER", "1")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browser.write_capabilities(project)?)
        .env("CHROMEDRIVER", &browser.chromedriver)
        .run()?;
    Ok(())
}

/// Runs `tests/<folder>/*.test.mjs`. The files are named one by one: Node 20 takes no pattern.
fn node_tests(project: &Project, folder: &str, environment: &[(&str, &Path)]) -> Result<()> {
    let files = test_files(&project.tests().join(folder))?;
    if files.is_empty() {
        bail!("tests/{folder} holds no *.test.mjs");
    }
    let sh = &project.shell;
    let mut command = cmd!(sh, "node --test {files...}");
    for (name, path) in environment {
        command = command.env(name, path);
    }
    command.run()?;
    Ok(())
}

fn test_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.mjs") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
