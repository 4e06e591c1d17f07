//! Writes the lines for pages that load the package from a CDN. Each holds the hash of its file (subresource integrity), so
//! that a browser refuses any other file at that address.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::hash;
use crate::pack::Package;
use crate::project::Project;

/// How a page loads a file.
enum Use {
    Script,
    Stylesheet,
    /// Under the name of the package. An `import` has no place for a hash, and the import map is where it goes: browsers
    /// that do not know the key there load the module unchecked.
    Module,
}

static FILES: [(&str, Use); 3] =
    [("dist/global.js", Use::Script), ("widget.css", Use::Stylesheet), ("dist/index.js", Use::Module)];

/// Writes the lines beside the tarball.
pub(crate) fn write(project: &Project, package: &Package) -> Result<()> {
    let mut lines = String::new();
    for (file, how) in &FILES {
        let bytes = fs::read(package.folder.join(file)).with_context(|| format!("the package has no {file}"))?;
        let address = format!("https://cdn.jsdelivr.net/npm/onshi-check@{}/{file}", env!("CARGO_PKG_VERSION"));
        lines.push_str(&line(how, &address, &format!("sha384-{}", hash::sha384(project, &bytes)?)));
        lines.push('\n');
    }
    fs::write(page(package), lines)?;
    Ok(())
}

/// Prints the lines that `write` has written.
pub(crate) fn print(package: &Package) -> Result<()> {
    let lines = fs::read_to_string(page(package))?;
    println!("for pages that take it from a CDN, if it is this tarball that is published:\n{}", lines.trim_end());
    Ok(())
}

fn page(package: &Package) -> PathBuf {
    package.tarball.with_file_name("cdn.html")
}

/// What stands in the page. Without `crossorigin` a browser may not look into a file from elsewhere, and loads none.
fn line(how: &Use, address: &str, integrity: &str) -> String {
    match how {
        Use::Script => format!(r#"<script src="{address}" integrity="{integrity}" crossorigin defer></script>"#),
        Use::Stylesheet => format!(r#"<link rel="stylesheet" href="{address}" integrity="{integrity}" crossorigin>"#),
        Use::Module => {
            let map = serde_json::json!({ "imports": { "onshi-check": address }, "integrity": { address: integrity } });
            format!(r#"<script type="importmap">{map}</script>"#)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_names_file_and_hash() {
        let line = |how| line(&how, "https://cdn.example/a", "sha384-AB+/");
        let attributes = r#"integrity="sha384-AB+/" crossorigin"#;
        assert_eq!(line(Use::Script), format!(r#"<script src="https://cdn.example/a" {attributes} defer></script>"#));
        assert_eq!(
            line(Use::Stylesheet),
            format!(r#"<link rel="stylesheet" href="https://cdn.example/a" {attributes}>"#)
        );
        let map = r#"{"imports":{"onshi-check":"https://cdn.example/a"},"integrity":{"https://cdn.example/a":"sha384-AB+/"}}"#;
        assert_eq!(line(Use::Module), format!(r#"<script type="importmap">{map}</script>"#));
    }
}
