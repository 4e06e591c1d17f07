//! Measures the packed package against other validators, in Node and in Chromium. The script writes `BENCHMARKS.md`.

use anyhow::Result;
use xshell::cmd;

use crate::project::Project;
use crate::{pack, tools};

pub(crate) fn run(project: &Project, arguments: &[String]) -> Result<()> {
    let browser = tools::browser(project)?;
    pack::pack(project)?;
    let sh = &project.shell;
    cmd!(sh, "node tests/bench/run.mjs {arguments...}").env("CHROMIUM", browser.chromium).run()?;
    Ok(())
}
