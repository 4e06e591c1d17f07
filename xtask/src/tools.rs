//! Sets up what a fresh machine lacks, so that no task begins with a page of instructions.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use xshell::cmd;

use crate::project::Project;

/// The one target besides the host.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

const CHROMIUM_PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-cjk"];
const FIREFOX_PACKAGES: [&str; 1] = ["firefox-esr"];

/// Debian has no geckodriver. This one drives every Firefox from 115 on.
const GECKODRIVER_VERSION: &str = "0.37.1";

const CARGO_DENY_VERSION: &str = "0.20.2";

/// Switches for Chromium in a test: as root it has no sandbox, and without network it must not call home.
const CHROMIUM_SWITCHES: [&str; 5] = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
];

/// Adds the standard library for WebAssembly.
pub(crate) fn wasm_target(project: &Project) -> Result<()> {
    let sh = &project.shell;
    let library = cmd!(sh, "rustc --print target-libdir --target {WASM_TARGET}").quiet().read()?;
    if !Path::new(&library).exists() {
        cmd!(sh, "rustup target add {WASM_TARGET}").run()?;
    }
    Ok(())
}

/// Adds rustfmt and clippy.
pub(crate) fn rust_components(project: &Project) -> Result<()> {
    let sh = &project.shell;
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        let found = cmd!(sh, "cargo {subcommand} --version").quiet().ignore_stdout().ignore_stderr().run().is_ok();
        if !found {
            cmd!(sh, "rustup component add {component}").run()?;
        }
    }
    Ok(())
}

/// Installs the development dependencies of `tests/` when they are missing or older than their lock file.
pub(crate) fn npm_dependencies(project: &Project) -> Result<()> {
    let tests = project.tests();
    let installed = modified(&tests.join("node_modules/.package-lock.json"));
    let locked = modified(&tests.join("package-lock.json"));
    if installed.is_none() || installed < locked {
        let sh = &project.shell;
        ensure!(find_program("npm").is_some(), "npm is missing: install Node.js 20 or later, which brings it");
        cmd!(sh, "npm --prefix {tests} ci --loglevel=error").run()?;
    }
    Ok(())
}

fn modified(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|data| data.modified()).ok()
}

/// Chromium and the program that drives it.
pub(crate) struct Browser {
    pub(crate) chromium: PathBuf,
    chromedriver: PathBuf,
}

/// Firefox and the program that drives it.
pub(crate) struct Firefox {
    firefox: PathBuf,
    geckodriver: PathBuf,
}

/// What the wasm test runner must know of a browser.
pub(crate) struct Driver {
    /// The environment variable that names the program to the runner.
    pub(crate) variable: &'static str,
    pub(crate) program: PathBuf,
    /// The file with the capabilities that the runner hands to the driver.
    pub(crate) capabilities: PathBuf,
}

impl Browser {
    pub(crate) fn driver(&self, project: &Project) -> Result<Driver> {
        let capabilities = project.path("target/webdriver-chromium.json");
        let options = json!({ "goog:chromeOptions": { "binary": self.chromium, "args": CHROMIUM_SWITCHES } });
        fs::write(&capabilities, options.to_string())?;
        Ok(Driver { variable: "CHROMEDRIVER", program: self.chromedriver.clone(), capabilities })
    }
}

impl Firefox {
    /// The runner itself asks Firefox to show no window.
    pub(crate) fn driver(&self, project: &Project) -> Result<Driver> {
        let capabilities = project.path("target/webdriver-firefox.json");
        fs::write(&capabilities, json!({ "moz:firefoxOptions": { "binary": self.firefox } }).to_string())?;
        Ok(Driver { variable: "GECKODRIVER", program: self.geckodriver.clone(), capabilities })
    }
}

/// Finds Chromium (`CHROMIUM`, then `PATH`) and chromedriver (`CHROMEDRIVER`, then `PATH`), or installs them.
pub(crate) fn browser(project: &Project) -> Result<Browser> {
    let find = || {
        Some(Browser {
            chromium: named_by("CHROMIUM").or_else(|| find_program("chromium"))?,
            chromedriver: named_by("CHROMEDRIVER").or_else(|| find_program("chromedriver"))?,
        })
    };
    let elsewhere = "set CHROMIUM and CHROMEDRIVER to the two programs";
    find_or_install(project, "Chromium or chromedriver", find, &CHROMIUM_PACKAGES, elsewhere)
}

/// Finds Firefox (`FIREFOX`, then `PATH`) and geckodriver (`GECKODRIVER`, then `PATH`, then what an earlier run has
/// built), or installs them.
pub(crate) fn firefox(project: &Project) -> Result<Firefox> {
    let find = || named_by("FIREFOX").or_else(|| find_program("firefox")).or_else(|| find_program("firefox-esr"));
    let firefox = find_or_install(project, "Firefox", find, &FIREFOX_PACKAGES, "set FIREFOX to the program")?;
    Ok(Firefox { firefox, geckodriver: geckodriver(project)? })
}

fn geckodriver(project: &Project) -> Result<PathBuf> {
    if let Some(program) = named_by("GECKODRIVER").or_else(|| find_program("geckodriver")) {
        return Ok(program);
    }
    cargo_install(project, "geckodriver", GECKODRIVER_VERSION)
}

/// Finds cargo-deny in `PATH` or among what an earlier run has built, or builds it.
pub(crate) fn cargo_deny(project: &Project) -> Result<PathBuf> {
    match find_program("cargo-deny") {
        Some(program) => Ok(program),
        None => cargo_install(project, "cargo-deny", CARGO_DENY_VERSION),
    }
}

/// Builds a program from crates.io into `target/tools`, unless this version is there.
fn cargo_install(project: &Project, name: &str, version: &str) -> Result<PathBuf> {
    let tools = project.path("target/tools").join(format!("{name}-{version}"));
    let program = tools.join("bin").join(name);
    if !program.is_file() {
        let sh = &project.shell;
        // Without optimisation it is built in half the time, and none of these has much to do.
        cmd!(sh, "cargo install --quiet --debug --locked --root {tools} --version {version} {name}").run()?;
    }
    Ok(program)
}

/// Finds programs. On Debian, as root, installs them if they are missing; elsewhere says what to install.
fn find_or_install<T>(
    project: &Project,
    name: &str,
    find: impl Fn() -> Option<T>,
    packages: &[&str],
    elsewhere: &str,
) -> Result<T> {
    if let Some(found) = find() {
        return Ok(found);
    }
    let advice = format!("apt-get install {}", packages.join(" "));
    let sh = &project.shell;
    let is_root = cmd!(sh, "id -u").quiet().read().is_ok_and(|id| id == "0");
    if !(is_root && Path::new("/etc/debian_version").exists()) {
        bail!("{name} is missing. On Debian: {advice}. Elsewhere: {elsewhere}");
    }
    println!("{name} is missing: {advice}");
    cmd!(sh, "apt-get update -qq").run()?;
    cmd!(sh, "apt-get install -y -qq --no-install-recommends {packages...}")
        .env("DEBIAN_FRONTEND", "noninteractive")
        .ignore_stdout()
        .run()?;
    find().with_context(|| format!("`{advice}` brought no {name} into PATH"))
}

fn named_by(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from)
}

fn find_program(name: &str) -> Option<PathBuf> {
    let paths = std::env::var_os("PATH")?;
    std::env::split_paths(&paths).map(|folder| folder.join(name)).find(|path| path.is_file())
}
