//! What there is to say about every kind, form and issue code, as data: the content of `onshi-check/reference`.
//!
//! `cargo xtask pack` serialises [`reference()`] once, so labels, hints and sources cost the WebAssembly module nothing. Both
//! languages stand side by side; the package's `describe` picks one.
//!
//! | part | job | file |
//! |---|---|---|
//! | kinds | what to type, in which form, where to find it | `reference/kinds.rs` |
//! | forms | the same for every field of a form, and the rules between fields | `reference/forms.rs`, a file a form; `reference/cross_rules.rs` |
//! | schemas | the forms as JSON Schema | `reference/schema.rs` |
//! | rules | every issue code with its words and source | here, from the table in `issue` |
//! | line services, providers | the tables of what can be connected | `reference/lines.rs` |
//! | undecided | what no source settles | `reference/undecided.rs` |
//!
//! Texts are this project's own words. Only labels repeat what the portal prints, so that people find the box. What the
//! checks know already (which fields there are, when one is required, what can be chosen) is read from their tables.

mod cross_rules;
mod forms;
mod kinds;
pub mod lines;
pub mod schema;
mod undecided;

use std::borrow::Cow;

use serde::Serialize;

use crate::form::Form;
use crate::issue::Code;
use crate::kind::Kind;
use crate::kind::choice::Choice;
use crate::message::{self, Locale};
use crate::source::{Document, Source};

use lines::{LineNote, LineServiceDescription, ProviderDescription};
use schema::FormSchema;

/// A text in both languages. Both say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Words<Text = &'static str> {
    /// Japanese.
    pub ja: Text,
    /// English.
    pub en: Text,
}

/// Everything that `onshi-check/reference` holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reference {
    /// Every kind, in the order of [`Kind::ALL`].
    pub kinds: Vec<Description>,
    /// Every form, in the order of [`Form::all`].
    pub forms: Vec<FormDescription>,
    /// Every form as JSON Schema, in the order of [`Form::all`].
    pub schemas: Vec<FormSchema>,
    /// The rules and what they rest on.
    pub rules: Rules,
}

/// What to say beside an input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Description {
    /// The name in the public contract.
    pub name: &'static str,
    /// What the portal prints beside the box.
    pub label: Words,
    /// What to type, and where to find it.
    pub hint: Words,
    /// A made-up canonical value that is valid without a remark.
    pub example: &'static str,
    /// An anchored regular expression that every canonical value matches, in the common ground of JavaScript (flag `v`)
    /// and Rust: no lookaround. Together with the lengths it says exactly which texts are canonical, up to
    /// [`LONGEST_INPUT`](crate::LONGEST_INPUT). Not for the HTML attribute: what people type may be folded first.
    pub pattern: Cow<'static, str>,
    /// The fewest characters of a canonical value, where it is not a choice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_length: Option<u16>,
    /// The most characters of a canonical value, where a rule limits them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_length: Option<u16>,
    /// The keyboard that suits it.
    #[serde(rename = "inputmode")]
    pub input_mode: InputMode,
    /// The token of the HTML attribute `autocomplete`.
    pub autocomplete: &'static str,
    /// What can be chosen; empty where the person types.
    pub choices: Vec<ChoiceDescription>,
    /// What is often typed; anything else may be right as well.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub suggestions: Vec<&'static str>,
    /// True when the value may never be shown or kept.
    pub secret: bool,
    /// Where its rules stand, newest screen or strongest rule first.
    pub sources: Vec<Citation>,
}

/// A value of the HTML attribute `inputmode`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum InputMode {
    /// Digits.
    Numeric,
    /// An e-mail address.
    Email,
    /// A phone number.
    Tel,
    /// Anything; also choices, whose names may be typed.
    Text,
    /// Nothing is typed: a box to tick.
    None,
}

/// One choice with its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ChoiceDescription {
    /// The canonical value.
    pub value: &'static str,
    /// What it means.
    pub label: Words,
}

/// What to say about a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FormDescription {
    /// The name in the public contract.
    pub name: &'static str,
    /// What the portal or the paper calls it.
    pub label: Words,
    /// Its fields, in the order of the form.
    pub fields: Vec<FieldDescription>,
    /// What it checks beyond single fields.
    pub rules: Vec<RuleDescription>,
    /// Where it is described.
    pub sources: Vec<Citation>,
}

/// What to say about a field of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldDescription {
    /// The same as of a single field.
    #[serde(flatten)]
    pub description: Description,
    /// The name of its kind, or `"checkbox"`, `"choice"` (of choices that are no kind), `"list"` (of texts, each as
    /// described) or `"repeat"`.
    pub kind: &'static str,
    /// The field that a repetition repeats.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeats: Option<&'static str>,
    /// Two other names under which a month may be given, its year and its month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub boxes: Option<[&'static str; 2]>,
    /// How many texts a list may hold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items: Option<Items>,
    /// Whether it must be filled.
    pub required: Required,
}

/// How many texts a list may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Items {
    /// The most.
    pub max: usize,
}

/// Whether a field must be filled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Required {
    /// On every application.
    Always,
    /// On none.
    Never,
    /// Under a condition.
    #[serde(untagged)]
    When(Condition),
}

/// What another field must say for a field to be required.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Condition {
    /// The condition in words.
    pub when: Words<String>,
    /// The other field.
    pub field: &'static str,
    /// What it says.
    #[serde(flatten)]
    pub answer: Answer,
}

/// The canonical values that fulfil a condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Answer {
    /// One of these. Where the other field is empty or does not apply, the condition is not fulfilled.
    Is(Vec<&'static str>),
    /// Anything but these, also nothing.
    IsNot(Vec<&'static str>),
}

/// What a form checks beyond single fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RuleDescription {
    /// The code it reports.
    pub code: &'static str,
    /// `error`, `warning` or `info`.
    pub severity: &'static str,
    /// The rule in words.
    pub text: Words,
}

/// A place in a document, with the date up to which the document is known to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Citation {
    /// The short name of the document.
    pub document: &'static str,
    /// The heading or field.
    pub section: &'static str,
    /// `YYYY-MM` or `YYYY-MM-DD`.
    pub as_of: &'static str,
}

/// The rules and what they rest on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rules {
    /// The version of this crate.
    pub version: &'static str,
    /// The day on which the sources were last weighed, `YYYY-MM-DD`.
    pub as_of: &'static str,
    /// The documents that are cited, newest authority first.
    pub documents: Vec<DocumentDescription>,
    /// Every issue code.
    pub codes: Vec<CodeDescription>,
    /// The table of line services.
    pub line_services: Vec<LineServiceDescription>,
    /// The notes under that table.
    pub line_notes: Vec<LineNote>,
    /// Who provides internet connections with `IPsec` and IKE.
    pub providers: Vec<ProviderDescription>,
    /// What no source settles, and what is done about it.
    pub undecided: Vec<Undecided>,
}

/// A document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DocumentDescription {
    /// Short stable name.
    pub name: &'static str,
    /// The title as printed.
    pub title: &'static str,
    /// Who published it.
    pub publisher: &'static str,
    /// `YYYY-MM` or `YYYY-MM-DD`.
    pub as_of: &'static str,
}

/// An issue code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CodeDescription {
    /// The name in the public contract.
    pub code: &'static str,
    /// `error`, `warning` or `info`.
    pub severity: &'static str,
    /// The names of its parameters.
    pub params: Vec<&'static str>,
    /// Where the rule stands.
    pub source: Citation,
    /// The message, with its parameters in braces.
    #[serde(flatten)]
    pub template: Words,
}

/// A question that the sources leave open or answer in two ways.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Undecided {
    /// Why it is open.
    pub kind: Openness,
    /// The question, and what this version does.
    #[serde(flatten)]
    pub words: Words,
    /// Where the sources are silent or disagree.
    pub sources: Vec<Citation>,
}

/// Why a question is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Openness {
    /// Two places say different things.
    Contradiction,
    /// No place says anything, or only somebody without authority does.
    Silent,
    /// The place that says it cannot be read.
    Unreadable,
}

/// Gathers everything from the tables.
///
/// ```
/// let reference = onshi_check::reference::reference();
/// let email = reference.kinds.iter().find(|kind| kind.name == "email").unwrap();
/// assert_eq!((email.label.en, email.max_length), ("E-mail address", Some(40)));
///
/// let data = serde_json::to_value(&reference)?;
/// assert_eq!(data["forms"][0]["fields"][4]["name"], "institutionNumber");
/// assert_eq!(data["rules"]["codes"][0]["code"], "required");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn reference() -> Reference {
    let forms: Vec<FormDescription> = Form::all().iter().filter_map(|form| forms::describe(form)).collect();
    Reference {
        kinds: Kind::ALL.iter().map(|kind| kinds::describe(*kind)).collect(),
        schemas: forms.iter().map(FormSchema::of).collect(),
        forms,
        rules: Rules {
            version: env!("CARGO_PKG_VERSION"),
            as_of: Document::RuleBook.as_of(),
            documents: Document::ALL.into_iter().map(DocumentDescription::from).collect(),
            codes: Code::ALL.iter().map(|code| CodeDescription::from(*code)).collect(),
            line_services: lines::services(),
            line_notes: lines::notes(),
            providers: lines::providers(),
            undecided: undecided::all(),
        },
    }
}

impl From<Source> for Citation {
    fn from(Source { document, section }: Source) -> Self {
        Self { document: document.name(), section, as_of: document.as_of() }
    }
}

impl From<Choice> for ChoiceDescription {
    fn from(choice: Choice) -> Self {
        Self { value: choice.value, label: Words { ja: choice.ja, en: choice.en } }
    }
}

impl From<Document> for DocumentDescription {
    fn from(document: Document) -> Self {
        Self {
            name: document.name(),
            title: document.title(),
            publisher: document.publisher(),
            as_of: document.as_of(),
        }
    }
}

impl From<Code> for CodeDescription {
    fn from(code: Code) -> Self {
        Self {
            code: code.name(),
            severity: code.severity().name(),
            params: code.params().iter().map(|param| param.name()).collect(),
            source: code.source().into(),
            template: Words { ja: message::template(code, Locale::Ja), en: message::template(code, Locale::En) },
        }
    }
}

fn cite(sources: &[(Document, &'static str)]) -> Vec<Citation> {
    sources.iter().map(|&(document, section)| Source { document, section }.into()).collect()
}
