//! Hashes as pages write them, in base64.

use anyhow::Result;
use xshell::cmd;

use crate::project::Project;

/// What `integrity` attributes hold: of the hashes that browsers know, the one that CDNs print.
pub(crate) fn sha384(project: &Project, bytes: &[u8]) -> Result<String> {
    hash(project, "sha384", bytes)
}

/// What a Content-Security-Policy holds, and what tells one version of the site from another.
pub(crate) fn sha256(project: &Project, bytes: &[u8]) -> Result<String> {
    hash(project, "sha256", bytes)
}

/// Hashes with Node, as the sizes are measured with it: Rust would compile a handful of crates for it.
fn hash(project: &Project, algorithm: &str, bytes: &[u8]) -> Result<String> {
    const HASH: &str = "
        const { createHash } = require('node:crypto');
        const { readFileSync } = require('node:fs');
        process.stdout.write(createHash(process.argv[1]).update(readFileSync(0)).digest('base64'));";
    let sh = &project.shell;
    Ok(cmd!(sh, "node -e {HASH} {algorithm}").stdin(bytes).quiet().read()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_of_abc_is_that_of_the_standard() {
        let project = Project::open().unwrap();
        // FIPS 180-4, the example of one block, in base64.
        let expected = "ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        assert_eq!(sha384(&project, b"abc").unwrap(), expected);
    }
}
