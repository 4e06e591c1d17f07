//! Makes a page one file that works from `file://`: to be sent by mail, or carried to a machine without a network.
//!
//! Its own Content-Security-Policy names the one script and the one style sheet by their hashes and lets nothing else in,
//! so what is entered cannot leave the page. A page that would need another file is refused here, not found by users.

use std::cell::RefCell;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail, ensure};
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};
use xshell::cmd;

use crate::hash::sha256;
use crate::project::Project;

/// A page of the site, and the file that it becomes.
pub(crate) struct SingleFile {
    pub page: &'static str,
    pub name: &'static str,
}

pub(crate) const PRE_CHECK: &str = "precheck.html";
pub(crate) const BULK_CHECK: &str = "bulk-check.html";

/// The pages that do their work without any other.
pub(crate) static SINGLE_FILES: [SingleFile; 2] =
    [SingleFile { page: "index.html", name: PRE_CHECK }, SingleFile { page: "bulk.html", name: BULK_CHECK }];

const POLICY: &str = r#"meta[http-equiv="Content-Security-Policy"]"#;

/// Modules are strict, and the script that they become must be told so.
const STRICT: &str = r#"--banner:js="use strict";"#;

/// Browsers look for the encoding in so many bytes.
const ENCODING_IS_SAID_WITHIN: usize = 1024;

/// What the page loads, in the order in which it names it, and whether it makes workers from its own text.
#[derive(Default)]
struct Parts {
    scripts: Vec<String>,
    stylesheets: Vec<String>,
    makes_workers: bool,
}

/// Writes a page of the assembled `site`, with all that it loads, beside it.
pub(crate) fn write(project: &Project, site: &Path, single: &SingleFile) -> Result<()> {
    make(project, site, single.page)
        .and_then(|made| Ok(fs::write(site.join(single.name), made)?))
        .with_context(|| format!("{} cannot become one file", single.page))
}

fn make(project: &Project, site: &Path, page: &str) -> Result<String> {
    let page = fs::read_to_string(site.join(page))?;
    let parts = find_parts(&page)?;
    let script = bundle_script(project, site, &parts.scripts)?;
    let style = bundle_style(project, site, &parts.stylesheets)?;
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{}' 'wasm-unsafe-eval'; style-src 'sha256-{}'; img-src data:; \
         {}base-uri 'none'; form-action 'none'",
        sha256(project, script.as_bytes())?,
        sha256(project, style.as_bytes())?,
        if parts.makes_workers { "worker-src blob:; " } else { "" },
    );
    let single = put_together(&page, &script, &style, &policy)?;
    verify(&single)?;
    Ok(single)
}

fn find_parts(page: &str) -> Result<Parts> {
    let parts = RefCell::new(Parts::default());
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!(POLICY, |meta| {
            let policy = meta.get_attribute("content").unwrap_or_default();
            parts.borrow_mut().makes_workers = policy.contains("worker-src blob:");
            Ok(())
        }))
        .append_element_content_handler(element!("script", |script| {
            let source =
                script.get_attribute("src").ok_or("a script without a file has no place in the site's policy")?;
            if script.get_attribute("type").as_deref() != Some("module") {
                return Err(format!("{source} is no module").into());
            }
            parts.borrow_mut().scripts.push(source);
            Ok(())
        }))
        .append_element_content_handler(element!("link[rel=stylesheet]", |link| {
            let source = link.get_attribute("href").ok_or("a style sheet without a file")?;
            parts.borrow_mut().stylesheets.push(source);
            Ok(())
        }));
    rewrite(page, settings)?;
    let parts = parts.into_inner();
    ensure!(!parts.scripts.is_empty() && !parts.stylesheets.is_empty(), "it names no script or no style sheet");
    Ok(parts)
}

/// Bundles all modules to one classic script: browsers refuse modules from `file://`.
fn bundle_script(project: &Project, site: &Path, modules: &[String]) -> Result<String> {
    let script = bundle(project, site, &imports("import", modules), &["--loader=js", "--format=iife", STRICT])?;
    // esbuild writes `</script` in a text as `<\/script`. An opened comment would let a `<script` hide the end tag.
    for end in ["</script", "<!--"] {
        ensure!(!script.to_ascii_lowercase().contains(end), "the script holds `{end}`: write it in two pieces");
    }
    Ok(script)
}

fn bundle_style(project: &Project, site: &Path, stylesheets: &[String]) -> Result<String> {
    let style = bundle(project, site, &imports("@import", stylesheets), &["--loader=css"])?;
    let mut addresses = style.split("url(").skip(1).map(|rest| rest.trim_start_matches(['"', '\'']));
    let loads_nothing = addresses.all(|address| address.starts_with("data:")) && !style.contains("@import");
    ensure!(loads_nothing, "the style sheet loads something from elsewhere");
    ensure!(!style.to_ascii_lowercase().contains("</style"), "the style sheet holds its own end tag");
    Ok(style)
}

/// Names every file in a line of its own. A path without the dot would be the name of a package.
fn imports(keyword: &str, files: &[String]) -> String {
    let from_here = |file: &String| format!("./{}", file.trim_start_matches("./"));
    let lines: Vec<String> = files.iter().map(|file| format!("{keyword} {:?};", from_here(file))).collect();
    lines.join("\n")
}

fn bundle(project: &Project, site: &Path, entry: &str, options: &[&str]) -> Result<String> {
    let sh = &project.shell;
    let _folder = sh.push_dir(site);
    let esbuild = project.npm_tool("esbuild");
    let bundle = cmd!(sh, "{esbuild} --bundle --minify --target=es2022 --charset=ascii {options...}")
        .args(["--legal-comments=none", "--log-level=warning"])
        .stdin(entry)
        .quiet()
        .read()
        .with_context(|| format!("cannot bundle `{entry}`"))?;
    ensure!(bundle.is_ascii(), "the bundle is not ASCII");
    Ok(bundle)
}

/// Puts script, style sheet and policy in the place of what loaded them.
fn put_together(page: &str, script: &str, style: &str, policy: &str) -> Result<String> {
    let version = env!("CARGO_PKG_VERSION");
    let notice = format!("<!-- onshi-check {version}, the page as one file. License: MIT OR Apache-2.0 -->\n");
    let mut style = Some(format!("<style>{style}</style>"));
    let mut places = Places::default();
    let Places { root, policies, body } = &mut places;
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("html", |html| {
            *root += 1;
            html.set_attribute("data-edition", "single")?;
            html.before(&notice, ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!(POLICY, |meta| {
            *policies += 1;
            Ok(meta.set_attribute("content", policy)?)
        }))
        .append_element_content_handler(element!("link", |link| {
            match link.get_attribute("rel").as_deref() {
                // The first makes room for all of them.
                Some("stylesheet") => link.replace(&style.take().unwrap_or_default(), ContentType::Html),
                Some("modulepreload" | "preload" | "manifest") => link.remove(),
                // What else there is, `verify` looks at.
                _ => {}
            }
            Ok(())
        }))
        .append_element_content_handler(element!("script", |script| {
            script.remove();
            Ok(())
        }))
        // What leads to the other pages, which are not beside this file.
        .append_element_content_handler(element!("[data-site]", |part| {
            part.remove();
            Ok(())
        }))
        .append_element_content_handler(element!("body", |body_element| {
            *body += 1;
            // A module runs when the page is there; a classic script does so at its end.
            body_element.append(&format!("<script>{script}</script>\n"), ContentType::Html);
            Ok(())
        }));
    let single = rewrite(page, settings)?;
    ensure!(
        places == Places { root: 1, policies: 1, body: 1 },
        "it must have one <html>, one {POLICY} and one <body>, each written out"
    );
    Ok(single)
}

/// How often each place was found that something is put in.
#[derive(Default, PartialEq, Eq)]
struct Places {
    root: u32,
    policies: u32,
    body: u32,
}

/// Refuses a page that would ask for anything besides itself, or that its own policy would not let work.
fn verify(page: &str) -> Result<()> {
    let beginning = &page.as_bytes()[..page.len().min(ENCODING_IS_SAID_WITHIN)];
    let says_encoding = String::from_utf8_lossy(beginning).contains(r#"<meta charset="utf-8">"#);
    ensure!(says_encoding, "the encoding is not said within {ENCODING_IS_SAID_WITHIN} bytes");

    let mut objections = Vec::new();
    let settings = RewriteStrSettings::new().append_element_content_handler(element!("*", |any| {
        objections.extend(object_to(any));
        Ok(())
    }));
    rewrite(page, settings)?;
    if !objections.is_empty() {
        bail!("{}", objections.join(", "));
    }
    Ok(())
}

/// Names the attributes of an element that load a file, or that the policy refuses.
fn object_to(element: &Element) -> Vec<String> {
    let tag = element.tag_name();
    let is_refused = |name: &str, value: &str| match name {
        "src" | "srcset" | "poster" | "data" | "background" => !value.starts_with("data:"),
        "href" | "xlink:href" if tag == "a" => !leads_somewhere(value),
        "href" | "xlink:href" => !(value.starts_with('#') || value.starts_with("data:")),
        // No form is sent, and styles and scripts are known by their hashes.
        "action" | "formaction" | "style" => true,
        _ => name.starts_with("on"),
    };
    let attributes = element.attributes().iter().map(|attribute| (attribute.name(), attribute.value()));
    attributes
        .filter(|(name, value)| is_refused(name, value))
        .map(|(name, value)| format!("<{tag} {name}={value:?}>"))
        .collect()
}

/// Whether a link works from a file that stands alone.
fn leads_somewhere(address: &str) -> bool {
    ["#", "https://", "http://", "mailto:", "tel:"].iter().any(|beginning| address.starts_with(beginning))
}

fn rewrite(page: &str, settings: RewriteStrSettings) -> Result<String> {
    rewrite_str(page, settings).map_err(|error| anyhow!("{error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = r#"<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="script-src 'self'">
<link rel="stylesheet" href="site.css"><link rel="stylesheet" href="embed.css"><link rel="modulepreload" href="js/check.js">
<script type="module" src="js/page.js"></script>"#;

    /// The file that a page with this in its body becomes, or why it becomes none.
    fn single(body: &str) -> Result<String> {
        let page = format!("<!doctype html>\n<html lang=\"ja\"><head>{HEAD}</head><body>{body}</body></html>");
        let single = put_together(&page, "run()", "p{margin:0}", "script-src 'sha256-x'")?;
        verify(&single).map(|()| single)
    }

    #[test]
    fn script_style_and_policy_take_the_place_of_what_loaded_them() -> Result<()> {
        let single = single("<p>本文</p>")?;
        assert!(single.contains(r#"<html lang="ja" data-edition="single">"#));
        assert!(single.contains(r#"content="script-src 'sha256-x'""#));
        assert_eq!(single.matches("<style>p{margin:0}</style>").count(), 1);
        assert!(single.contains("<p>本文</p><script>run()</script>\n</body>"));
        for gone in [".css", ".js", "module"] {
            assert!(!single.contains(gone), "{single}");
        }
        Ok(())
    }

    #[test]
    fn the_modules_and_style_sheets_of_a_page_are_found_in_their_order() -> Result<()> {
        let parts = find_parts(HEAD)?;
        assert_eq!(
            (parts.scripts.join(" "), parts.stylesheets.join(" ")),
            ("js/page.js".into(), "site.css embed.css".into())
        );
        assert!(!parts.makes_workers);
        assert!(find_parts(&HEAD.replace("script-src 'self'", "worker-src blob:"))?.makes_workers);
        assert!(find_parts("<script>run()</script>").is_err());
        assert!(find_parts(r#"<script src="old.js"></script>"#).is_err());
        assert!(find_parts("<p>no script</p>").is_err());
        Ok(())
    }

    #[test]
    fn what_is_for_the_site_only_is_left_out() -> Result<()> {
        let single = single(
            r##"<nav><a href="rules.html" data-site>規則</a> <a href="#y">下</a></nav><p data-site><a href="./">最初</a></p>"##,
        )?;
        assert!(single.contains(r##"<body><nav> <a href="#y">下</a></nav><script>"##), "{single}");
        Ok(())
    }

    #[test]
    fn what_would_load_a_file_or_be_refused_by_the_policy_is_an_error() {
        for body in [
            r#"<img src="a.png">"#,
            r#"<img src="https://e.jp/a.png">"#,
            r#"<img srcset="a.png 2x">"#,
            r#"<svg><use href="icons.svg#a"/></svg>"#,
            r#"<svg><image xlink:href="a.png"/></svg>"#,
            r#"<iframe src="embed/api.html"></iframe>"#,
            r#"<link rel="icon" href="icon.svg">"#,
            r#"<link rel="preconnect" href="https://e.jp/">"#,
            r#"<a href="rules.html">規則</a>"#,
            r#"<form action="/send"></form>"#,
            r#"<p style="color:red"></p>"#,
            r#"<button onclick="go()"></button>"#,
        ] {
            assert!(single(body).is_err(), "{body}");
        }
    }

    #[test]
    fn a_page_without_the_places_to_fill_is_an_error() {
        for page in ["<p>", "<html><body></body></html>", "<html><head></head></html>"] {
            assert!(put_together(page, "", "", "").is_err(), "{page}");
        }
    }
}
