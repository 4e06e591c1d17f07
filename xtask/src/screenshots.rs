//! Takes the pictures of the pages, to look at after a change of appearance.

use anyhow::Result;
use xshell::cmd;

use crate::project::Project;
use crate::{pack, site, tools};

pub(crate) fn run(project: &Project, _arguments: &[String]) -> Result<()> {
    let browser = tools::browser(project)?;
    site::assemble(project, &pack::pack(project)?)?;
    let sh = &project.shell;
    cmd!(sh, "node tests/browser/screenshots.mjs")
        .env("CHROMIUM", browser.chromium)
        .env("SITE", project.site())
        .run()?;
    Ok(())
}
