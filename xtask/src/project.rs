//! Where things are, and the shell that runs commands there.
//!
//! Every path that more than one task knows is a method here, so that the layout is written down once.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::Shell;

/// The working copy that this program was built from.
pub(crate) struct Project {
    /// Runs commands in the root of the working copy and prints each one.
    pub(crate) shell: Shell,
    root: PathBuf,
}

impl Project {
    pub(crate) fn open() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask has no parent folder")?.to_path_buf();
        let shell = Shell::new()?;
        shell.change_dir(&root);
        Ok(Self { shell, root })
    }

    /// A path given from the root of the working copy.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// A file that cargo has built, given from its target folder. Not always `target`: `CARGO_TARGET_DIR` names another.
    pub(crate) fn built(&self, relative: &str) -> PathBuf {
        self.root.join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into())).join(relative)
    }

    /// The folder with the development dependencies from npm.
    pub(crate) fn tests(&self) -> PathBuf {
        self.path("tests")
    }

    /// A command that a development dependency from npm brings.
    pub(crate) fn npm_tool(&self, name: &str) -> PathBuf {
        self.tests().join("node_modules/.bin").join(name)
    }

    /// The npm package by hand; `dist` in it is generated.
    pub(crate) fn package_source(&self) -> PathBuf {
        self.path("pkg")
    }

    /// The site: `www` and the packed package.
    pub(crate) fn site(&self) -> PathBuf {
        self.path("target/site")
    }
}

/// Prints the heading of a stage of a long task.
pub(crate) fn heading(text: &str) {
    println!("\n=== {text} ===");
}

/// Replaces the folder `to` with a copy of the folder `from`.
pub(crate) fn replace_tree(from: &Path, to: &Path) -> Result<()> {
    empty_folder(to)?;
    copy_into(from, to)
}

/// Makes an empty folder, whatever was there.
pub(crate) fn empty_folder(folder: &Path) -> Result<()> {
    if folder.is_symlink() {
        fs::remove_file(folder)?;
    } else if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))
}

fn copy_into(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_into(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target).with_context(|| format!("cannot write {}", target.display()))?;
        }
    }
    Ok(())
}
