//! Runs every test there is, from the cheapest to the dearest, and stops at the first stage that fails.

use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, bail, ensure};
use xshell::cmd;

use crate::pack::{self, Package};
use crate::project::{Project, heading};
use crate::tools::Driver;
use crate::{site, tools};

/// The stages in their order. The names are what the command line takes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Host,
    WasmNode,
    WasmBrowser,
    WasmFirefox,
    Package,
    Servers,
    Browser,
    Consumers,
}

static STAGES: [(&str, Stage); 8] = [
    ("host", Stage::Host),
    ("wasm-node", Stage::WasmNode),
    ("wasm-browser", Stage::WasmBrowser),
    ("wasm-firefox", Stage::WasmFirefox),
    ("package", Stage::Package),
    ("servers", Stage::Servers),
    ("browser", Stage::Browser),
    ("consumers", Stage::Consumers),
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
        Stage::WasmBrowser => {
            heading("WebAssembly tests in Chromium");
            let driver = tools::browser(project)?.driver(project)?;
            wasm_in_browser(project, &driver, &["--test", "wasm"])?;
            wasm_in_browser(project, &driver, &WIDGET_TESTS)
        }
        Stage::WasmFirefox => {
            heading("WebAssembly tests of the widget in Firefox");
            wasm_in_browser(project, &tools::firefox(project)?.driver(project)?, &WIDGET_TESTS)
        }
        Stage::Package => {
            heading("packed package in Node");
            packed(project, package)?;
            node_tests(project, "package", &[])
        }
        Stage::Servers => {
            heading("servers in Rust and in Node");
            packed(project, package)?;
            servers(project)
        }
        Stage::Browser => {
            heading("packed package and site in Chromium");
            let browser = tools::browser(project)?;
            site::assemble(project, packed(project, package)?)?;
            node_tests(project, "browser", &[("CHROMIUM", &browser.chromium), ("SITE", &project.site())])
        }
        Stage::Consumers => {
            heading("packed package in projects of users");
            let browser = tools::browser(project)?;
            consumers(project, &browser.chromium, packed(project, package)?)
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
        cmd!(sh, "cargo nextest run --features bulk").run()?;
    } else {
        cmd!(sh, "cargo test --quiet --features bulk --tests").run()?;
    }
    cmd!(sh, "cargo test --quiet --package xtask").run()?;
    heading("examples in the documentation");
    cmd!(sh, "cargo test --quiet --features bulk --doc").run()?;
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

/// The tests of the edition that writes to the page. Node has none, so they run in browsers only.
const WIDGET_TESTS: [&str; 4] = ["--features", "widget", "--test", "widget"];

/// Runs tests in a browser: their files have no `wasm_bindgen_test_configure!`, so the environment chooses where.
fn wasm_in_browser(project: &Project, driver: &Driver, tests: &[&str]) -> Result<()> {
    let sh = &project.shell;
    tools::wasm_target(project)?;
    let target = tools::WASM_TARGET;
    cmd!(sh, "cargo test --target {target} {tests...}")
        .env("WASM_BINDGEN_USE_BROWSER", "1")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &driver.capabilities)
        // The most that is waited for; on a busy machine a browser takes more than the seconds that are usual.
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        // The runner takes the first driver that it knows of, and would look for geckodriver first.
        .env_remove("GECKODRIVER")
        .env(driver.variable, &driver.program)
        .run()?;
    Ok(())
}

/// Sends the golden cases to the servers of `examples/`.
fn servers(project: &Project) -> Result<()> {
    let sh = &project.shell;
    cmd!(sh, "cargo test --quiet --package {AXUM_EXAMPLE}").run()?;
    cmd!(sh, "cargo build --quiet --package {AXUM_EXAMPLE}").run()?;
    node_tests(project, "servers", &[("AXUM_SERVER", &project.built(&format!("debug/{AXUM_EXAMPLE}")))])
}

const AXUM_EXAMPLE: &str = "onshi-check-axum";

/// Installs the tarball into the projects of `tests/consumers/`, builds and uses them. The table of versions in the
/// documentation is compared and not written: it would differ with the browser of the machine.
fn consumers(project: &Project, chromium: &Path, package: &Package) -> Result<()> {
    let sh = &project.shell;
    cmd!(sh, "node tests/consumers/run.mjs")
        .env("CHROMIUM", chromium)
        .env("TARBALL", &package.tarball)
        .env("TABLE", "compare")
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
    // Left to itself Node keeps one core free; most of these wait for a browser.
    let at_once = thread::available_parallelism().map_or(1, NonZero::get).to_string();
    let mut command = cmd!(sh, "node --test --test-concurrency={at_once} {files...}");
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
