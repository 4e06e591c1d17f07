//! The tasks of this workspace: `cargo xtask <command>`.
//!
//! They are a Rust program rather than shell or npm scripts so that a machine with rustup, Node and npm needs nothing
//! else to begin with: a task sets up what it finds missing. One module a command; `project` and `tools` are what they
//! share.

#![allow(clippy::print_stdout, clippy::indexing_slicing, reason = "a program for the terminal, on values of its own")]

mod audit;
mod bench;
mod ci;
mod hash;
mod pack;
mod project;
mod reasons;
mod runner;
mod screenshots;
mod serve;
mod single_file;
mod site;
mod size;
mod sri;
mod test;
mod tools;

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::project::Project;

/// One command, as the list of commands shows it.
struct Task {
    name: &'static str,
    arguments: &'static str,
    purpose: &'static str,
    run: fn(&Project, &[String]) -> Result<()>,
}

static TASKS: &[Task] = &[
    Task {
        name: "pack",
        arguments: "",
        purpose: "build the npm package: pkg/dist, target/pack/onshi-check-<version>.tgz, and the lines for CDNs with their hashes",
        run: pack::run,
    },
    Task {
        name: "serve",
        arguments: "[--port N]",
        purpose: "pack, put the site together in target/site and serve it on this machine (port 8123 or the next free one)",
        run: serve::run,
    },
    Task {
        name: "test",
        arguments: "[STAGE...]",
        purpose: "run every test, or only the stages named: \
                  host wasm-node wasm-browser wasm-firefox package servers browser consumers",
        run: test::run,
    },
    Task {
        name: "screenshots",
        arguments: "",
        purpose: "take pictures of the pages: target/screenshots, and the one that the README shows",
        run: screenshots::run,
    },
    Task {
        name: "size",
        arguments: "",
        purpose: "print raw, gzip and brotli size of every entry as users bundle it; fail above budget",
        run: size::run,
    },
    Task {
        name: "bench",
        arguments: "",
        purpose: "measure speed against other validators; writes BENCHMARKS.md",
        run: bench::run,
    },
    Task {
        name: "audit",
        arguments: "[--online]",
        purpose: "licences, origins and known vulnerabilities of all dependencies; --online: fail where nobody can be asked",
        run: audit::run,
    },
    Task {
        name: "ci",
        arguments: "",
        purpose: "what a pull request must pass: lints, docs, audit, package checks, size, every test",
        run: ci::run,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nfailed: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let Some((name, rest)) = arguments.split_first() else {
        print_tasks();
        return Ok(());
    };
    // Called by cargo with the path of a test binary, never by hand: not in the list.
    if name == runner::NAME {
        return runner::run(rest);
    }
    let Some(task) = TASKS.iter().find(|task| task.name == name) else {
        print_tasks();
        bail!("there is no command `{name}`");
    };
    if task.arguments.is_empty() && !rest.is_empty() {
        bail!("`{name}` takes no arguments");
    }
    (task.run)(&Project::open()?, rest)
}

fn print_tasks() {
    println!("cargo xtask <command>\n");
    for task in TASKS {
        println!("  {:18} {}", format!("{} {}", task.name, task.arguments), task.purpose);
    }
}
