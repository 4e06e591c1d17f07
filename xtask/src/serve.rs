//! Serves the site on this machine, with the package as it would be published.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use xshell::cmd;

use crate::project::Project;
use crate::{pack, site};

const DEFAULT_PORT: u16 = 8123;

pub(crate) fn run(project: &Project, arguments: &[String]) -> Result<()> {
    let port = match arguments {
        [] => DEFAULT_PORT,
        [flag, port] if flag == "--port" => port.parse().with_context(|| format!("`{port}` is not a port"))?,
        _ => bail!("usage: cargo xtask serve [--port N]"),
    };
    let package = pack::pack(project)?;
    site::assemble(project, &package)?;
    serve(project, free_port(port)?)
}

/// The port asked for or the next one that nobody listens on.
fn free_port(first: u16) -> Result<u16> {
    (first..=u16::MAX)
        .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
        .with_context(|| format!("no port from {first} up is free"))
}

/// Ends a Node program when its input ends, as it does when the program at the other end is gone, however that ended.
const END_WITH_INPUT: &str = "data:text/javascript,process.stdin.on('end',()=>process.exit()).resume()";

/// Runs until interrupted. The address is printed once the server answers, so that a script may wait for the line.
fn serve(project: &Project, port: u16) -> Result<()> {
    let sh = &project.shell;
    let sirv = project.npm_tool("sirv");
    let site = project.site();
    let port_text = port.to_string();
    // --dev: files are read anew on each request and nothing is cached.
    let mut command: Command =
        cmd!(sh, "node --import {END_WITH_INPUT} {sirv} {site} --dev --quiet --host 127.0.0.1 --port {port_text}")
            .into();
    let mut server = command.stdin(Stdio::piped()).spawn()?;
    let input = server.stdin.take();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if let Some(status) = server.try_wait()? {
            bail!("the server ended at once: {status}");
        }
        thread::sleep(Duration::from_millis(50));
    }
    println!("http://127.0.0.1:{port}/");
    let status = server.wait()?;
    drop(input);
    ensure!(status.success(), "the server ended: {status}");
    Ok(())
}
