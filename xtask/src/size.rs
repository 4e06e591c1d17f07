//! Prints what each entry costs a page, and fails above the mark.
//!
//! An entry is measured as a user bundles it (esbuild, minified, everything used), because that is what is downloaded.
//! 1 kB is 1000 bytes, as in the browser's network panel.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::pack::{self, Package};
use crate::project::{Project, empty_folder};
use crate::single_file::{BULK_CHECK, PRE_CHECK};
use crate::site;

/// What is measured.
enum Subject {
    /// Everything that this module exports.
    Import(&'static str),
    /// What this page uses.
    Page(&'static str),
    /// A file of the package as it is.
    File(&'static str),
    /// A file of the site as it is.
    SiteFile(&'static str),
}

struct Row {
    label: &'static str,
    subject: Subject,
    /// The most that it may take after brotli, in bytes.
    limits: Option<Limits>,
}

/// The mark is what the project wants to reach; the ceiling is what it has reached: it goes up with new rules only.
#[derive(Clone, Copy)]
struct Limits {
    mark: u64,
    ceiling: u64,
}

/// Which of the two limits fails the command.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limit {
    Mark,
    Ceiling,
}

static ROWS: &[Row] = &[
    Row {
        label: "onshi-check",
        subject: Subject::Import("onshi-check"),
        limits: Some(Limits { mark: 18_000, ceiling: 46_500 }),
    },
    Row {
        label: "onshi-check/widget",
        subject: Subject::Import("onshi-check/widget"),
        limits: Some(Limits { mark: 32_000, ceiling: 85_000 }),
    },
    Row {
        label: "onshi-check/bulk",
        subject: Subject::Import("onshi-check/bulk"),
        limits: Some(Limits { mark: 60_000, ceiling: 106_000 }),
    },
    Row { label: "onshi-check/global.js", subject: Subject::File("dist/global.js"), limits: None },
    Row { label: "onshi-check/bulk-global.js", subject: Subject::File("dist/bulk-global.js"), limits: None },
    Row { label: "onshi-check/widget.css", subject: Subject::File("widget.css"), limits: None },
    Row { label: "onshi-check/slim (JavaScript)", subject: Subject::Import("onshi-check/slim"), limits: None },
    Row { label: "onshi-check/onshi_check.wasm", subject: Subject::File("dist/onshi_check.wasm"), limits: None },
    Row { label: "onshi-check/reference", subject: Subject::Import("onshi-check/reference"), limits: None },
    Row { label: "onshi-check/react-hook-form", subject: Subject::Import("onshi-check/react-hook-form"), limits: None },
    Row { label: "the same beside onshi-check", subject: Subject::Page(BOTH_PAGE), limits: None },
    Row { label: PRE_CHECK, subject: Subject::SiteFile(PRE_CHECK), limits: None },
    Row { label: BULK_CHECK, subject: Subject::SiteFile(BULK_CHECK), limits: None },
    Row { label: "zod, everything", subject: Subject::Import("zod"), limits: None },
    Row { label: "zod, one object of two texts", subject: Subject::Page(ZOD_PAGE), limits: None },
    Row { label: "valibot, everything", subject: Subject::Import("valibot"), limits: None },
    Row { label: "valibot, one object of two texts", subject: Subject::Page(VALIBOT_PAGE), limits: None },
];

/// What the resolver adds to a page that has the rest of the package: the difference to the first row.
const BOTH_PAGE: &str = r#"import * as o from "onshi-check";
import * as r from "onshi-check/react-hook-form";
globalThis.o = [o, r];"#;

/// The least that a form needs of the others, with no rule or message of ours in it.
const ZOD_PAGE: &str = r#"import * as z from "zod";
globalThis.o = z.object({ id: z.string().regex(/^CAF\d{10}$/), email: z.email() });"#;
const VALIBOT_PAGE: &str = r#"import * as v from "valibot";
const schema = v.object({ id: v.pipe(v.string(), v.regex(/^CAF\d{10}$/)), email: v.pipe(v.string(), v.email()) });
globalThis.o = (value) => v.safeParse(schema, value);"#;

/// Prints one line a file: raw, gzip -9 and brotli -11 bytes. Node has both compressors; Rust would compile two more crates.
const MEASURE: &str = r"
const { readFileSync } = require('node:fs');
const { gzipSync, brotliCompressSync } = require('node:zlib'); // brotli's default quality is 11
for (const file of process.argv.slice(1)) {
  const bytes = readFileSync(file);
  console.log(bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length);
}";

pub(crate) fn run(project: &Project, _arguments: &[String]) -> Result<()> {
    let package = pack::pack(project)?;
    site::assemble(project, &package)?;
    report(project, &package, Limit::Mark)
}

/// Prints the table of a package and of the site that is put together with it, and fails if an entry is above the limit.
pub(crate) fn report(project: &Project, package: &Package, limit: Limit) -> Result<()> {
    let bundles = project.path("target/size");
    empty_folder(&bundles)?;
    let mut files = Vec::new();
    for (index, row) in ROWS.iter().enumerate() {
        let bundle_file = bundles.join(format!("{index}.js"));
        files.push(match row.subject {
            Subject::Import(module) => bundle(project, &everything_of(module), &bundle_file)?,
            Subject::Page(code) => bundle(project, code, &bundle_file)?,
            Subject::File(path) => package.folder.join(path),
            Subject::SiteFile(path) => project.site().join(path),
        });
    }
    let sh = &project.shell;
    let sizes = cmd!(sh, "node -e {MEASURE} {files...}").quiet().read()?;

    let mut above = Vec::new();
    println!("{:32}{:>12}{:>12}{:>12}{:>12}", "bytes", "raw", "gzip -9", "brotli 11", "mark");
    for (row, line) in ROWS.iter().zip(sizes.lines()) {
        let [raw, gzip, brotli] = numbers(line)?;
        let mark = row.limits.map_or(String::new(), |limits| limits.mark.to_string());
        println!("{:32}{raw:>12}{gzip:>12}{brotli:>12}{mark:>12}", row.label);
        let Some(limits) = row.limits else { continue };
        let most = if limit == Limit::Mark { limits.mark } else { limits.ceiling };
        if brotli > most {
            above.push(format!("{} is {} bytes above {most}", row.label, brotli - most));
        } else if brotli > limits.mark {
            println!("{} misses its mark by {} bytes", row.label, brotli - limits.mark);
        }
    }
    if !above.is_empty() {
        bail!("{}", above.join(", "));
    }
    Ok(())
}

fn everything_of(module: &str) -> String {
    format!("import * as o from {module:?}; globalThis.o = o;")
}

/// Bundles the script of a page as its author would.
fn bundle(project: &Project, script: &str, file: &Path) -> Result<PathBuf> {
    let sh = &project.shell;
    // A user's bundler finds the package from the user's folder: here the one where the package is installed.
    let _folder = sh.push_dir(project.tests());
    let esbuild = project.npm_tool("esbuild");
    cmd!(sh, "{esbuild} --bundle --minify --format=esm --target=es2022 --log-level=warning --outfile={file}")
        .stdin(script)
        .quiet()
        .run()
        .with_context(|| format!("cannot bundle `{script}`"))?;
    Ok(file.to_path_buf())
}

fn numbers(line: &str) -> Result<[u64; 3]> {
    let numbers: Vec<u64> = line.split(' ').map(str::parse).collect::<Result<_, _>>()?;
    numbers.try_into().map_err(|_| anyhow::anyhow!("`{line}` is not three numbers"))
}
