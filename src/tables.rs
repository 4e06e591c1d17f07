//! The names of the contract as a JavaScript module, written when the package is packed.
//!
//! The WebAssembly module speaks in numbers; this is the list of what they mean. Because it is made from the same enums,
//! the two cannot drift, and no name is stored twice.

use std::fmt::Write;

use crate::field::Field;
use crate::form::Form;
use crate::form::table::Judge;
use crate::issue::{Code, FixKind, Param};
use crate::kind::Kind;
use crate::line::{self, service};
use crate::source::Document;
use crate::text::ChangeKind;

/// The text of `pkg`'s generated module `#tables`.
#[must_use]
pub fn to_javascript() -> String {
    let mut shapes: Vec<&[Param]> = Vec::new();
    for code in Code::ALL {
        if !shapes.contains(&code.params()) {
            shapes.push(code.params());
        }
    }
    let codes = Code::ALL.iter().map(|code| {
        let params = shapes.iter().position(|shape| *shape == code.params()).unwrap_or_default();
        let document = code.source().document as u8;
        format!("{} {} {document} {params}", code.name(), code.severity() as u8)
    });
    let documents = Document::ALL.iter().map(|document| [document.name(), document.as_of()].join(" "));
    let mut module = String::from("// Written by `cargo xtask pack` from the Rust tables.\n");
    line_of(&mut module, &format!("export const VERSION = {:?};", env!("CARGO_PKG_VERSION")));
    constant(&mut module, "KINDS", Kind::ALL.iter().map(|kind| kind.name()));
    constant(&mut module, "FIELDS", Field::ALL.iter().map(|field| field.name()));
    constant(&mut module, "CHANGES", ChangeKind::ALL.iter().map(|kind| kind.name()));
    constant(&mut module, "LINE_SERVICES", service::CHOICES.iter().map(|choice| choice.value));
    constant(&mut module, "LINE_FIELDS", line::FIELDS.iter().map(|field| field.name()));
    constant(&mut module, "DOCUMENTS", documents);
    constant(&mut module, "CODES", codes);
    constant(&mut module, "FIXES", FixKind::ALL.iter().map(|kind| format!("{kind:?}")));
    date(&mut module);
    params(&mut module, &shapes);
    forms(&mut module);
    kind_number(&mut module);
    field_writer(&mut module);
    module
}

fn constant<S: AsRef<str>>(module: &mut String, name: &str, items: impl Iterator<Item = S>) {
    let items: Vec<String> = items.map(|item| format!("{:?}", item.as_ref())).collect();
    line_of(module, &format!("export const {name} = [{}];", items.join(", ")));
}

/// A function for every set of parameters: objects with literal keys are made several times as fast as key by key.
fn params(module: &mut String, shapes: &[&[Param]]) {
    let functions = shapes.iter().map(|shape| {
        let properties = shape.iter().zip(["a", "b", "c"]).map(|(param, value)| {
            let value = match param {
                Param::Prefecture => format!("String({value}).padStart(2, \"0\")"),
                Param::FeeSchedule => format!("String({value})"),
                Param::Prefix => format!("{value} === 2 ? \"COP\" : \"CAF\""),
                Param::Name => format!("FIELDS[{value}]"),
                Param::LineService => format!("LINE_SERVICES[{value}]"),
                Param::Earliest | Param::Latest | Param::Since => format!("date({value})"),
                _ => value.to_owned(),
            };
            format!("{}: {value}", param.name())
        });
        format!("  (a, b, c) => ({{ {} }}),\n", properties.collect::<Vec<_>>().join(", "))
    });
    line_of(module, &format!("export const PARAMS = [\n{}];", functions.collect::<String>()));
}

/// Fields of a form by number, and what JavaScript must know about some of them.
fn forms(module: &mut String) {
    let list = |fields: &mut dyn Iterator<Item = Field>| {
        fields.map(|field| (field as u8).to_string()).collect::<Vec<_>>().join(", ")
    };
    let forms = Form::all().iter().map(|form| {
        let fields = list(&mut form.fields.iter().map(|rule| rule.field));
        let chosen = |test: fn(&Judge) -> bool| {
            list(&mut form.fields.iter().filter(|rule| test(&rule.judge)).map(|rule| rule.field))
        };
        let secrets = list(&mut form.fields.iter().filter(|rule| rule.is_secret()).map(|rule| rule.field));
        let ticked = chosen(|judge| matches!(judge, Judge::Checkbox));
        let lists = chosen(|judge| matches!(judge, Judge::List(_)));
        let months = list(&mut form.fields.iter().flat_map(|rule| match rule.judge {
            Judge::Month { year, month } => vec![rule.field, year, month],
            _ => Vec::new(),
        }));
        let aside = list(&mut form.fields.iter().filter(|rule| Form::is_aside(**rule)).map(|rule| rule.field));
        let needs_today = form.needs_today();
        let lists = [fields, secrets, ticked, months, lists, aside].map(|list| format!("[{list}]")).join(", ");
        format!("  [{:?}, {lists}, {needs_today}],\n", form.name())
    });
    let forms: String = forms.collect();
    let head = "/** Name, fields, secret fields, fields that are ticked, months each with its two boxes, a list, fields that say nothing to others, whether today matters. */";
    line_of(module, &format!("{head}\nexport const FORMS = [\n{forms}];"));
}

/// A switch over literals is five times as fast as a lookup in an object.
fn kind_number(module: &mut String) {
    let cases = Kind::ALL.iter().map(|kind| format!("    case {:?}: return {};\n", kind.name(), *kind as u8));
    let cases: String = cases.collect();
    line_of(module, &format!("export function kindNumber(kind) {{\n  switch (kind) {{\n{cases}  }}\n  return -1;\n}}"));
}

/// A packed date as the contract writes it.
fn date(module: &mut String) {
    let lines = [
        "function date(packed) {",
        "  const two = (number) => String(number).padStart(2, \"0\");",
        "  const month = (packed >> 9) + \"-\" + two((packed >> 5) & 15);",
        "  return packed & 31 ? month + \"-\" + two(packed & 31) : month;",
        "}",
    ];
    line_of(module, &lines.join("\n"));
}

/// Objects are filled several times as fast under a literal name.
fn field_writer(module: &mut String) {
    let cases =
        Field::ALL.iter().map(|field| format!("    case {}: object.{} = value; return;\n", *field as u8, field.name()));
    let cases: String = cases.collect();
    let head = "export function writeField(object, field, value) {\n  switch (field) {\n";
    line_of(module, &format!("{head}{cases}  }}\n}}"));
}

fn line_of(module: &mut String, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(module, "{text}");
}
