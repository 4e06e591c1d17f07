//! Puts the site together in `target/site`: the pages, what they use of the package, the guide, the list of files that the
//! service worker keeps, and the pages that are one file.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use xshell::cmd;

use crate::hash::sha256;
use crate::pack::Package;
use crate::project::{Project, replace_tree};
use crate::single_file::{self, SINGLE_FILES};

/// What pages load of the package. The rest is for bundlers, for Node and for editors.
static PACKAGE_FILES: [&str; 8] = [
    "dist/index.js",
    "dist/bulk.js",
    "dist/reference.js",
    "dist/widget.js",
    "dist/global.js",
    "widget.css",
    "LICENSE-APACHE",
    "LICENSE-MIT",
];

const WORKER: &str = "sw.js";

/// What nobody misses without a network: the worker, which the browser keeps by itself, and what is for taking away, as
/// the single files are too.
static NOT_KEPT: [&str; 3] = [WORKER, "onshi-check/LICENSE-APACHE", "onshi-check/LICENSE-MIT"];

/// Puts the site together afresh.
pub(crate) fn assemble(project: &Project, package: &Package) -> Result<()> {
    let site = project.site();
    replace_tree(&project.path("www"), &site)?;
    for file in PACKAGE_FILES {
        let copy = site.join("onshi-check").join(file);
        fs::create_dir_all(copy.parent().context("a file has a folder")?)?;
        fs::copy(package.folder.join(file), &copy).with_context(|| format!("the package has no {file}"))?;
    }
    let sh = &project.shell;
    cmd!(sh, "node docs/guide/pages.mjs {site}").run()?;
    for single in &SINGLE_FILES {
        single_file::write(project, &site, single)?;
        println!("{} as one file: {}", single.page, site.join(single.name).display());
    }
    write_worker(project, &site)
}

/// Fills in which files the worker keeps and which version of them this is.
fn write_worker(project: &Project, site: &Path) -> Result<()> {
    let mut files = Vec::new();
    list_files(site, "", &mut files)?;
    let is_single = |file: &str| SINGLE_FILES.iter().any(|single| single.name == file);
    files.retain(|file| !NOT_KEPT.contains(&file.as_str()) && !is_single(file));
    files.sort();

    let mut contents = Vec::new();
    for file in &files {
        contents.extend_from_slice(file.as_bytes());
        contents.extend_from_slice(&fs::read(site.join(file))?);
    }
    // Links to the first page name the folder, not the file.
    files.insert(0, "./".to_owned());

    let path = site.join(WORKER);
    let mut worker = fs::read_to_string(&path)?;
    fill_in(&mut worker, "const version = \"\";", &format!("const version = {:?};", sha256(project, &contents)?))?;
    fill_in(&mut worker, "const files = [];", &format!("const files = {};", serde_json::to_string_pretty(&files)?))?;
    fs::write(path, worker)?;
    Ok(())
}

fn fill_in(worker: &mut String, line: &str, filled: &str) -> Result<()> {
    ensure!(worker.matches(line).count() == 1, "www/{WORKER} must hold `{line}` once");
    *worker = worker.replace(line, filled);
    Ok(())
}

/// Collects the paths of all files below a folder, as addresses write them.
fn list_files(folder: &Path, prefix: &str, files: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let path =
            format!("{prefix}{}", name.to_str().with_context(|| format!("{} is not text", entry.path().display()))?);
        if entry.file_type()?.is_dir() {
            list_files(&entry.path(), &format!("{path}/"), files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
