//! Prints what each entry costs a page, and fails above budget.
//!
//! An entry is measured as a user bundles it (esbuild, minified, everything used), because that is what is downloaded.
//! 1 kB is 1000 bytes, as in the browser's network panel.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::pack::{self, Package};
use crate::project::{Project, empty_folder};

/// What is measured.
enum Subject {
    /// Everything that this module exports.
    Import(&'static str),
    /// What this page uses.
    Page(&'static str),
    /// A file of the package as it is.
    File(&'static str),
}

struct Row {
    label: &'static str,
    subject: Subject,
    /// The most that it may take after brotli, in bytes.
    budget: Option<u64>,
}

static ROWS: &[Row] = &[
    Row { label: "onshi-check", subject: Subject::Import("onshi-check"), budget: Some(18_000) },
    Row { label: "onshi-check/slim (JavaScript)", subject: Subject::Import("onshi-check/slim"), budget: None },
    Row { label: "onshi-check/onshi_check.wasm", subject: Subject::File("dist/onshi_check.wasm"), budget: None },
    Row { label: "onshi-check/reference", subject: Subject::Import("onshi-check/reference"), budget: None },
    Row { label: "zod, everything", subject: Subject::Import("zod"), budget: None },
    Row { label: "zod, one object of two texts", subject: Subject::Page(ZOD_PAGE), budget: None },
    Row { label: "valibot, everything", subject: Subject::Import("valibot"), budget: None },
    Row { label: "valibot, one object of two texts", subject: Subject::Page(VALIBOT_PAGE), budget: None },
];

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
    report(project, &pack::pack(project)?)
}

/// Prints the table of a package and fails if an entry is above its budget.
pub(crate) fn report(project: &Project, package: &Package) -> Result<()> {
    let bundles = project.path("target/size");
    empty_folder(&bundles)?;
    let mut files = Vec::new();
    for (index, row) in ROWS.iter().enumerate() {
        let bundle_file = bundles.join(format!("{index}.js"));
        files.push(match row.subject {
            Subject::Import(module) => bundle(project, &everything_of(module), &bundle_file)?,
            Subject::Page(code) => bundle(project, code, &bundle_file)?,
            Subject::File(path) => package.folder.join(path),
        });
    }
    let sh = &project.shell;
    let sizes = cmd!(sh, "node -e {MEASURE} {files...}").quiet().read()?;

    let mut above = Vec::new();
    println!("{:32}{:>12}{:>12}{:>12}{:>12}", "bytes", "raw", "gzip -9", "brotli 11", "budget");
    for (row, line) in ROWS.iter().zip(sizes.lines()) {
        let [raw, gzip, brotli] = numbers(line)?;
        let budget = row.budget.map_or(String::new(), |bytes| bytes.to_string());
        println!("{:32}{raw:>12}{gzip:>12}{brotli:>12}{budget:>12}", row.label);
        if row.budget.is_some_and(|budget| brotli > budget) {
            above.push(row.label);
        }
    }
    if !above.is_empty() {
        bail!("above budget: {}", above.join(", "));
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
