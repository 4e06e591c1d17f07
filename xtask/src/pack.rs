//! Builds the npm package, step by step from the crate to the tarball that would be published.
//!
//! crate → cdylib → wasm-bindgen → wasm-opt → text → esbuild → `pkg/dist` → `npm pack` → unpacked copy.
//! The steps up to the bundle are taken once for every edition of the crate.
//! Site, tests and benchmarks use the unpacked copy, so that a file missing from the tarball is found here and not by users.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use wasm_bindgen_cli_support::Bindgen;
use xshell::cmd;

use crate::project::{Project, empty_folder, replace_tree};
use crate::{sri, tools};

/// One entry of the package: `pkg/src/<name>.js` becomes `pkg/dist/<name>.js` and `pkg/dist/<name>.cjs`.
struct Entry {
    name: &'static str,
    /// Whether the entry must work without loading anything: from `file://`, under any bundler.
    self_contained: bool,
}

/// The crate compiled with certain features: a page downloads one.
struct Edition {
    /// The folder under `target/pack`.
    name: &'static str,
    features: &'static str,
    /// What is called a million times is compiled for speed as well, what waits for fingers for size alone.
    opt_level: &'static str,
    entries: &'static [Entry],
    /// `pkg/src/<name>.js` becomes `pkg/dist/<name>.js`, one classic script with a global of this name.
    script: Option<(&'static str, &'static str)>,
    /// The script of a worker, which its entries hold as text.
    worker: Option<&'static str>,
}

static CHECK: Edition = Edition {
    name: "check",
    features: "",
    opt_level: "s",
    entries: &[
        Entry { name: "index", self_contained: true },
        Entry { name: "slim", self_contained: false },
        Entry { name: "reference", self_contained: true },
        Entry { name: "react-hook-form", self_contained: false },
    ],
    script: None,
    worker: None,
};

static WIDGET: Edition = Edition {
    name: "widget",
    features: "widget",
    opt_level: "z",
    entries: &[Entry { name: "widget", self_contained: true }],
    script: Some(("global", "OnshiCheck")),
    worker: None,
};

static BULK: Edition = Edition {
    name: "bulk",
    features: "bulk",
    opt_level: "s",
    entries: &[Entry { name: "bulk", self_contained: true }],
    script: Some(("bulk-global", "OnshiBulk")),
    worker: Some("bulk/worker-main"),
};

/// What `wasm-bindgen` calls its files.
const STEM: &str = "onshi_check";

/// The packed package.
pub(crate) struct Package {
    pub(crate) tarball: PathBuf,
    /// The tarball, unpacked. `tests/node_modules/onshi-check` is a copy of it.
    pub(crate) folder: PathBuf,
}

pub(crate) fn run(project: &Project, _arguments: &[String]) -> Result<()> {
    let package = pack(project)?;
    println!("packed {}", package.tarball.display());
    sri::print(&package)
}

/// Builds the package afresh. What has not changed since the last time costs cargo nothing, and the rest a few seconds.
pub(crate) fn pack(project: &Project) -> Result<Package> {
    tools::wasm_target(project)?;
    tools::npm_dependencies(project)?;

    let target = project.path("target/pack");
    fs::create_dir_all(&target)?;
    // Two tasks at once would empty each other's folders.
    let lock = File::create(target.join("lock"))?;
    lock.lock()?;

    fs::write(target.join("tables.js"), onshi_check::tables::to_javascript())?;
    fs::write(target.join("reference.json"), reference_json()?)?;
    let dist = project.package_source().join("dist");
    empty_folder(&dist)?;
    for edition in [&CHECK, &WIDGET, &BULK] {
        let module = compile(project, edition)?;
        let glue = target.join(edition.name);
        bind(&module, &glue)?;
        optimise(project, &glue)?;
        write_text(&glue)?;
        bundle(project, &target, edition, &dist)?;
    }
    bundle_for_workerd(project, &target, &dist)?;
    bundle_command(project, &target, &dist)?;
    fs::copy(module_in(&target.join(CHECK.name)), dist.join(format!("{STEM}.wasm")))?;
    copy_types(&project.package_source())?;
    let package = make_tarball(project, &target)?;
    sri::write(project, &package)?;
    Ok(package)
}

/// Compiles the crate as a `cdylib` from the command line: with `cdylib` in the manifest the module is 10 % larger.
fn compile(project: &Project, edition: &Edition) -> Result<PathBuf> {
    let sh = &project.shell;
    let target = tools::WASM_TARGET;
    let Edition { features, opt_level, .. } = edition;
    // A message of a dependency may hold the path of its source, which is nobody's business.
    let sources = std::env::var_os("CARGO_HOME")
        .map_or_else(|| PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".cargo"), PathBuf::from);
    let flags = format!("target.{target}.rustflags=['--remap-path-prefix={}=cargo']", sources.display());
    cmd!(sh, "cargo rustc --quiet --package onshi-check --lib --crate-type cdylib --target {target} --release --features={features}")
        // Stripping symbols would strip the list of target features, which `wasm-bindgen` and `wasm-opt` read.
        .args(["--config", r#"profile.release.strip="debuginfo""#])
        .args(["--config", &format!("profile.release.opt-level={opt_level:?}")])
        .args(["--config", &flags])
        // Reference types stay on: without them the glue would be 270 bytes smaller, but the precompiled standard library
        // uses them, and `wasm-bindgen` refuses the mixture.
        .quiet()
        .run()?;
    Ok(project.built(&format!("{target}/release/{STEM}.wasm")))
}

/// Writes the JavaScript side of the boundary and the module that goes with it.
fn bind(module: &Path, glue: &Path) -> Result<()> {
    empty_folder(glue)?;
    Bindgen::new()
        .input_path(module)
        .out_name(STEM)
        .web(true)?
        .typescript(false)
        // No `new URL("…wasm", import.meta.url)`: bundlers would take it for a file to ship.
        .omit_default_module_path(true)
        // After a trap the package makes a new instance.
        .reset_state_function(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(glue)
        .context("wasm-bindgen")?;
    verify_reset(glue)
}

/// The reset function calls the module's start function even where `wasm-bindgen` saw no need to make one.
fn verify_reset(glue: &Path) -> Result<()> {
    let module = fs::read(module_in(glue))?;
    let start = b"__wbindgen_start";
    ensure!(
        module.windows(start.len()).any(|bytes| bytes == start),
        "the module has no start function, which its reset needs: give the crate an empty `#[wasm_bindgen(start, private)]`"
    );
    Ok(())
}

/// Shrinks the module. No feature flag is given: `wasm-opt` reads the features from the module, and `--all-features`
/// makes modules that Node 20 and Chromium refuse.
fn optimise(project: &Project, glue: &Path) -> Result<()> {
    let sh = &project.shell;
    let wasm_opt = project.npm_tool("wasm-opt");
    let module = module_in(glue);
    cmd!(sh, "{wasm_opt} -Oz --strip-target-features {module} --output {module}").quiet().run()?;
    Ok(())
}

/// Writes the module as hexadecimal text: ASCII survives even in a page that is read as `Shift_JIS`.
///
/// Compressed, as every server sends it, hexadecimal is smaller than base64, whose characters do not fall on byte
/// boundaries. A denser code of our own was 1.1 kB smaller still, but reading it took 7 ms of the first verdict; engines
/// of today read hexadecimal themselves.
fn write_text(glue: &Path) -> Result<()> {
    use std::fmt::Write;

    let mut text = String::from("export default \"");
    for byte in fs::read(module_in(glue))? {
        write!(text, "{byte:02x}")?;
    }
    text.push_str("\";\n");
    fs::write(glue.join("wasm_text.js"), text)?;
    Ok(())
}

fn module_in(glue: &Path) -> PathBuf {
    glue.join(format!("{STEM}_bg.wasm"))
}

/// The data of `onshi-check/reference`, from the same tables that the module is compiled from.
fn reference_json() -> Result<String> {
    Ok(serde_json::to_string(&onshi_check::reference::reference())?)
}

/// Makes the files of `pkg/dist`. The sources import what is generated under five names: `#glue` (the module's
/// JavaScript), `#wasm-text` (the module as text), `#worker-text` (the script of a worker), `#tables` (what its numbers
/// mean) and `#reference` (its data). A sixth, `#index`, is the entry `onshi-check` itself: it stays an import of the file beside, so that no page has two engines.
fn bundle(project: &Project, target: &Path, edition: &Edition, dist: &Path) -> Result<()> {
    let sh = &project.shell;
    let esbuild = project.npm_tool("esbuild");
    let source = project.package_source().join("src");
    let glue = target.join(edition.name);
    let names = &[
        format!("--alias:#glue={}", glue.join(format!("{STEM}.js")).display()),
        format!("--alias:#wasm-text={}", glue.join("wasm_text.js").display()),
        format!("--alias:#tables={}", target.join("tables.js").display()),
        format!("--alias:#reference={}", target.join("reference.json").display()),
        format!("--alias:#worker-text={}", glue.join("text.worker.js").display()),
        "--loader:.worker.js=text".to_owned(),
    ];
    if let Some(worker) = edition.worker {
        let (input, output) = (source.join(worker).with_extension("js"), glue.join("text.worker.js"));
        cmd!(sh, "{esbuild} {input} {names...} --bundle --minify --format=iife --outfile={output}")
            .args(BUNDLING)
            .quiet()
            .run()?;
    }
    let inputs: Vec<PathBuf> =
        edition.entries.iter().map(|entry| source.join(entry.name).with_extension("js")).collect();
    let inputs = &inputs;
    for (format, extension) in [("esm", ".js"), ("cjs", ".cjs")] {
        let index = format!("./index{extension}");
        cmd!(sh, "{esbuild} {inputs...} {names...} --bundle --format={format} --out-extension:.js={extension} --outdir={dist}")
            .args([format!("--alias:#index={index}"), format!("--external:{index}")])
            .args(BUNDLING)
            .quiet()
            .run()?;
        for entry in edition.entries {
            verify(entry.self_contained, &dist.join(format!("{}{extension}", entry.name)))?;
        }
    }
    if let Some((name, global)) = edition.script {
        let (input, output) = (source.join(name).with_extension("js"), dist.join(name).with_extension("js"));
        cmd!(
            sh,
            "{esbuild} {input} {names...} --bundle --minify --format=iife --global-name={global} --outfile={output}"
        )
        .args(BUNDLING)
        .quiet()
        .run()?;
        verify(true, &output)?;
    }
    Ok(())
}

/// The entry for Cloudflare Workers: ES modules only, and the module stays an import of the file beside.
fn bundle_for_workerd(project: &Project, target: &Path, dist: &Path) -> Result<()> {
    let sh = &project.shell;
    let esbuild = project.npm_tool("esbuild");
    let input = project.package_source().join("src/workerd.js");
    let glue = target.join(CHECK.name).join(format!("{STEM}.js"));
    let names = [
        format!("--alias:#glue={}", glue.display()),
        format!("--alias:#tables={}", target.join("tables.js").display()),
        format!("--external:./{STEM}.wasm"),
        format!("--outfile={}", dist.join("workerd.js").display()),
    ];
    cmd!(sh, "{esbuild} {input} {names...} --bundle --format=esm").args(BUNDLING).quiet().run()?;
    verify(false, &dist.join("workerd.js"))
}

/// The command line, for Node alone. `#bulk` is the entry for whole files: it stays an import of the file beside, so that the
/// package holds its module once.
fn bundle_command(project: &Project, target: &Path, dist: &Path) -> Result<()> {
    let sh = &project.shell;
    let esbuild = project.npm_tool("esbuild");
    let input = project.package_source().join("src/cli.js");
    let output = dist.join("cli.js");
    let names = [
        format!("--alias:#tables={}", target.join("tables.js").display()),
        "--alias:#bulk=./bulk.js".to_owned(),
        "--external:./bulk.js".to_owned(),
        "--external:node:*".to_owned(),
    ];
    cmd!(sh, "{esbuild} {input} {names...} --bundle --format=esm --outfile={output}").args(BUNDLING).quiet().run()?;
    verify(false, &output)
}

/// How every file is bundled.
const BUNDLING: [&str; 7] = [
    "--target=es2022",
    "--platform=neutral",
    "--charset=ascii",
    "--tree-shaking=true",
    "--drop:console",
    "--legal-comments=none",
    "--log-level=warning",
];

/// Gives every hand-written `pkg/<name>.d.ts` a twin `pkg/dist/<name>.d.cts`. In a package of ES modules TypeScript
/// takes a `.d.ts` for the types of an ES module, so that `require` needs a file of its own.
fn copy_types(source: &Path) -> Result<()> {
    for entry in fs::read_dir(source)? {
        let file = entry?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        if let Some(stem) = name.strip_suffix(".d.ts") {
            let types = fs::read_to_string(&file)?.replace(".js\"", ".cjs\"");
            fs::write(source.join("dist").join(format!("{stem}.d.cts")), types)?;
        }
    }
    Ok(())
}

/// Refuses what works on the author's machine only.
fn verify(is_self_contained: bool, file: &Path) -> Result<()> {
    let code = fs::read_to_string(file)?;
    ensure!(code.is_ascii(), "{} is not ASCII: a page in Shift_JIS could not use it", file.display());
    if is_self_contained {
        for loader in ["new URL(", "fetch(", "import.meta"] {
            ensure!(!code.contains(loader), "{} holds `{loader}`: it must load nothing", file.display());
        }
    }
    Ok(())
}

/// Packs `pkg` with the licences as npm would publish it, unpacks it, and installs the copy for the tests.
fn make_tarball(project: &Project, target: &Path) -> Result<Package> {
    let sh = &project.shell;
    let source = project.package_source();
    let version = env!("CARGO_PKG_VERSION");
    let manifest: serde_json::Value = serde_json::from_str(&fs::read_to_string(source.join("package.json"))?)?;
    if manifest["version"] != version {
        bail!("pkg/package.json is version {}, Cargo.toml {version}: they are released together", manifest["version"]);
    }

    let stage = target.join("stage");
    replace_tree(&source, &stage)?;
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        fs::copy(project.path(licence), stage.join(licence))?;
    }
    cmd!(sh, "npm pack {stage} --pack-destination {target} --loglevel=error").quiet().ignore_stdout().run()?;
    let tarball = target.join(format!("onshi-check-{version}.tgz"));
    let unpacked = target.join("unpacked");
    empty_folder(&unpacked)?;
    cmd!(sh, "tar -xzf {tarball} -C {unpacked}").quiet().run()?;
    let folder = unpacked.join("package");
    replace_tree(&folder, &project.tests().join("node_modules/onshi-check"))?;
    Ok(Package { tarball, folder })
}
