//! Sets up what a fresh machine lacks, so that no task begins with a page of instructions.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Result, bail, ensure};
use serde_json::json;
use xshell::cmd;

use crate::project::Project;

/// The one target besides the host.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

const DEBIAN_PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-cjk"];

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

/// A browser and the program that drives it.
pub(crate) struct Browser {
    pub(crate) chromium: PathBuf,
    pub(crate) chromedriver: PathBuf,
}

impl Browser {
    /// Writes the capabilities that the wasm test runner hands to chromedriver, and says where.
    pub(crate) fn write_capabilities(&self, project: &Project) -> Result<PathBuf> {
        let file = project.path("target/webdriver.json");
        let capabilities = json!({ "goog:chromeOptions": { "binary": self.chromium, "args": CHROMIUM_SWITCHES } });
        fs::write(&file, capabilities.to_string())?;
        Ok(file)
    }
}

/// Finds Chromium (`CHROMIUM`, then `PATH`) and chromedriver (`CHROMEDRIVER`, then `PATH`). On Debian, as root,
/// installs them if they are missing; elsewhere says what to install.
pub(crate) fn browser(project: &Project) -> Result<Browser> {
    if let Some(browser) = find_browser() {
        return Ok(browser);
    }
    let advice = format!("apt-get install {}", DEBIAN_PACKAGES.join(" "));
    let sh = &project.shell;
    let is_root = cmd!(sh, "id -u").quiet().read().is_ok_and(|id| id == "0");
    if !(is_root && Path::new("/etc/debian_version").exists()) {
        bail!(
            "Chromium or chromedriver is missing. On Debian: {advice}. Elsewhere: set CHROMIUM and CHROMEDRIVER to the two programs"
        );
    }
    println!("Chromium or chromedriver is missing: {advice}");
    cmd!(sh, "apt-get update -qq").run()?;
    cmd!(sh, "apt-get install -y -qq --no-install-recommends {DEBIAN_PACKAGES...}")
        .env("DEBIAN_FRONTEND", "noninteractive")
        .ignore_stdout()
        .run()?;
    match find_browser() {
        Some(browser) => Ok(browser),
        None => bail!("`{advice}` brought no Chromium into PATH"),
    }
}

fn find_browser() -> Option<Browser> {
    Some(Browser {
        chromium: named_by("CHROMIUM").or_else(|| find_program("chromium"))?,
        chromedriver: named_by("CHROMEDRIVER").or_else(|| find_program("chromedriver"))?,
    })
}

fn named_by(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from)
}

fn find_program(name: &str) -> Option<PathBuf> {
    let paths = std::env::var_os("PATH")?;
    std::env::split_paths(&paths).map(|folder| folder.join(name)).find(|path| path.is_file())
}
