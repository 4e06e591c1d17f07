//! The names of the contract as a JavaScript module, written when the package is packed.
//!
//! The WebAssembly module speaks in numbers; this is the list of what they mean. Because it is made from the same enums,
//! the two cannot drift, and no name is stored twice.

use std::fmt::Write;

use crate::field::Field;
use crate::form::Form;
use crate::issue::{Code, FixKind, Param};
use crate::kind::Kind;
use crate::line;
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
    constant(&mut module, "LINE_FIELDS", line::FIELDS.iter().map(|field| field.name()));
    constant(&mut module, "DOCUMENTS", documents);
    constant(&mut module, "CODES", codes);
    constant(&mut module, "FIXES", FixKind::ALL.iter().map(|kind| format!("{kind:?}")));
    params(&mut module, &shapes);
    forms(&mut module);
    kind_number(&mut module);
    field_reader(&mut module);
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
                _ => value.to_owned(),
            };
            format!("{}: {value}", param.name())
        });
        format!("  (a, b, c) => ({{ {} }}),\n", properties.collect::<Vec<_>>().join(", "))
    });
    line_of(module, &format!("export const PARAMS = [\n{}];", functions.collect::<String>()));
}

/// Fields of a form by number; which of them are never echoed, and which are ticked.
fn forms(module: &mut String) {
    let forms = Form::all().iter().map(|form| {
        let fields: Vec<_> = form.fields().map(|field| (field as u8).to_string()).collect();
        let secrets: Vec<_> = form.secrets().map(|field| (field as u8).to_string()).collect();
        let boxes: Vec<_> = form.boxes().map(|field| (field as u8).to_string()).collect();
        let [fields, secrets, boxes] = [fields, secrets, boxes].map(|list| list.join(", "));
        format!("  [{:?}, [{fields}], [{secrets}], [{boxes}]],\n", form.name())
    });
    line_of(
        module,
        &format!("/** Name, fields, secret fields, boxes. */\nexport const FORMS = [\n{}];", forms.collect::<String>()),
    );
}

/// A switch over literals is five times as fast as a lookup in an object.
fn kind_number(module: &mut String) {
    let cases = Kind::ALL.iter().map(|kind| format!("    case {:?}: return {};\n", kind.name(), *kind as u8));
    let cases: String = cases.collect();
    line_of(module, &format!("export function kindNumber(kind) {{\n  switch (kind) {{\n{cases}  }}\n  return -1;\n}}"));
}

/// Reads with a literal name are six times as fast as reads with a name out of a list. The look at `Object.prototype`
/// costs nothing (engines fold it) and keeps what somebody else put there from being read as a field.
fn field_reader(module: &mut String) {
    let cases = Field::ALL.iter().map(|field| {
        let name = field.name();
        format!(
            "    case {}: return root.{name} === undefined ? values.{name} : own(values, {name:?});\n",
            *field as u8
        )
    });
    let cases: String = cases.collect();
    let head = "const root = Object.prototype;\n\nfunction own(values, name) {\n  return Object.hasOwn(values, name) ? values[name] : undefined;\n}\n\nexport function readField(values, field) {\n  switch (field) {\n";
    line_of(module, &format!("{head}{cases}  }}\n}}"));
}

/// The same the other way round.
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
