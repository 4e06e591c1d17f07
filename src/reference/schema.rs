//! The forms as JSON Schema (draft 2020-12), for servers that receive what was filled in.
//!
//! A schema is about canonical values: `values` of a report and the secrets beside it. It says what a form is made of:
//! which fields there are, what each may hold, which are required and when. What fields say about each other is listed
//! under `x-onshi-rules`, the one keyword that is not of the draft; a validator that knows no such keyword ignores it.
//! Titles and descriptions are in Japanese, then in English, because a schema has no languages to choose from.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Answer, Condition, Description, FieldDescription, FormDescription, Required, RuleDescription, Words};
use crate::kind::LONGEST_INPUT;

/// A form.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FormSchema {
    /// The draft.
    #[serde(rename = "$schema")]
    pub draft: &'static str,
    /// A name, not an address.
    #[serde(rename = "$id")]
    pub id: String,
    /// What the form is called.
    pub title: String,
    /// What the schema is about.
    pub description: &'static str,
    /// `object`.
    #[serde(rename = "type")]
    pub base: &'static str,
    /// The fields. Other keys are ignored, as the checks ignore them.
    pub properties: Named<Property>,
    /// Fields that are required on every application.
    pub required: Vec<&'static str>,
    /// Fields that are required under a condition.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub all_of: Vec<Conditional>,
    /// What no schema can say.
    #[serde(rename = "x-onshi-rules")]
    pub rules: Vec<Annotation>,
}

/// Things by the name of a field, in the order of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named<Thing>(pub Vec<(&'static str, Thing)>);

/// A field.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Property {
    /// What stands beside the box.
    pub title: String,
    /// What to type.
    pub description: String,
    /// What it may hold.
    #[serde(flatten)]
    pub shape: Shape,
    /// True for secrets: never to be sent back.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub write_only: bool,
    /// One example.
    pub examples: [Example; 1],
}

/// What a field may hold.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(untagged)]
pub enum Shape {
    /// A text.
    Text(TextShape),
    /// One of some texts.
    Choice {
        /// `string`.
        #[serde(rename = "type")]
        base: &'static str,
        /// The texts.
        #[serde(rename = "enum")]
        values: Vec<&'static str>,
    },
    /// A box that is ticked: `true`, or the text of it.
    Checkbox {
        /// The two.
        #[serde(rename = "enum")]
        values: (bool, &'static str),
    },
    /// A list of texts.
    #[serde(rename_all = "camelCase")]
    List {
        /// `array`.
        #[serde(rename = "type")]
        base: &'static str,
        /// Each of them.
        items: TextShape,
        /// The fewest.
        min_items: usize,
        /// The most.
        max_items: usize,
    },
}

/// What a text may be.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TextShape {
    /// `string`.
    #[serde(rename = "type")]
    pub base: &'static str,
    /// What it matches.
    pub pattern: Cow<'static, str>,
    /// The fewest characters.
    pub min_length: u32,
    /// The most characters.
    pub max_length: u32,
}

/// An example: of a list a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(untagged)]
pub enum Example {
    /// A text.
    Text(&'static str),
    /// A list of one text.
    List([&'static str; 1]),
}

/// Fields that are required in a situation, or in every other one.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Conditional {
    /// The situation.
    #[serde(rename = "if")]
    pub situation: Situation,
    /// What is required then.
    #[serde(rename = "then", skip_serializing_if = "Option::is_none")]
    pub demand: Option<Demand>,
    /// What is required otherwise.
    #[serde(rename = "else", skip_serializing_if = "Option::is_none")]
    pub other_demand: Option<Demand>,
}

/// What other fields say. The last of them is filled; those on which that one depends may be empty.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Situation {
    /// What they say.
    pub properties: Named<OneOf>,
    /// The last of them.
    pub required: [&'static str; 1],
}

/// One of some texts.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct OneOf {
    /// The texts.
    #[serde(rename = "enum")]
    pub values: Vec<&'static str>,
}

/// Fields that must be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand(pub Vec<&'static str>);

/// A rule that the schema only mentions.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Annotation {
    /// The issue code.
    pub code: &'static str,
    /// `error`, `warning` or `info`.
    pub severity: &'static str,
    /// The rule in words.
    pub text: String,
}

impl FormSchema {
    pub(super) fn of(form: &FormDescription) -> Self {
        let names = |required: &dyn Fn(&Required) -> bool| {
            form.fields.iter().filter(|it| required(&it.required)).map(|it| it.description.name).collect()
        };
        let mut all_of: Vec<Conditional> = Vec::new();
        for field in &form.fields {
            if let Required::When(condition) = &field.required {
                let conditional = Conditional::of(field, condition, form);
                match all_of.iter_mut().find(|it| it.situation == conditional.situation) {
                    Some(same) => same.join(conditional),
                    None => all_of.push(conditional),
                }
            }
        }
        Self {
            draft: "https://json-schema.org/draft/2020-12/schema",
            id: format!("urn:onshi-check:{}:{}", env!("CARGO_PKG_VERSION"), form.name),
            title: in_a_line(form.label),
            description: "正規化した値の形です。項目どうしの決まりは x-onshi-rules に並べてあり、この形だけでは確かめられません。\nThe shape of the canonical values. What the fields say about each other is listed in x-onshi-rules and not covered by this shape.",
            base: "object",
            properties: Named(form.fields.iter().map(|it| (it.description.name, Property::of(it))).collect()),
            required: names(&|required| *required == Required::Always),
            all_of,
            rules: form.rules.iter().map(Annotation::of).collect(),
        }
    }
}

impl Property {
    fn of(field: &FieldDescription) -> Self {
        let it = &field.description;
        let shape = match (field.kind, field.items) {
            (_, Some(items)) => {
                Shape::List { base: "array", items: TextShape::of(it), min_items: 1, max_items: items.max }
            }
            ("checkbox", None) => Shape::Checkbox { values: (true, it.example) },
            (_, None) if it.choices.is_empty() => Shape::Text(TextShape::of(it)),
            (_, None) => {
                Shape::Choice { base: "string", values: it.choices.iter().map(|choice| choice.value).collect() }
            }
        };
        let example = if field.items.is_some() { Example::List([it.example]) } else { Example::Text(it.example) };
        Self {
            title: in_a_line(it.label),
            description: in_two_lines(it.hint),
            shape,
            write_only: it.secret,
            examples: [example],
        }
    }
}

impl TextShape {
    fn of(it: &Description) -> Self {
        Self {
            base: "string",
            pattern: it.pattern.clone(),
            min_length: it.min_length.map_or(1, u32::from),
            max_length: it.max_length.map_or(LONGEST_INPUT, u32::from),
        }
    }
}

impl Conditional {
    fn of(field: &FieldDescription, condition: &Condition, form: &FormDescription) -> Self {
        let demand = Some(Demand(vec![field.description.name]));
        let (values, demand, other_demand) = match &condition.answer {
            Answer::Is(values) => (values, demand, None),
            Answer::IsNot(values) => (values, None, demand),
        };
        let mut properties = vec![(condition.field, OneOf { values: values.clone() })];
        // A field that hangs on one that does not apply does not apply either.
        let mut name = condition.field;
        while let Some((other, values)) = depends(name, form) {
            properties.insert(0, (other, OneOf { values }));
            name = other;
        }
        let situation = Situation { properties: Named(properties), required: [condition.field] };
        Self { situation, demand, other_demand }
    }

    /// Takes over what another one requires in the same situation.
    fn join(&mut self, other: Self) {
        for (own, other) in [(&mut self.demand, other.demand), (&mut self.other_demand, other.other_demand)] {
            match own {
                Some(Demand(own)) => own.extend(other.into_iter().flat_map(|Demand(names)| names)),
                None => *own = other,
            }
        }
    }
}

/// What a field depends on, if it applies in some situations only.
fn depends(name: &str, form: &FormDescription) -> Option<(&'static str, Vec<&'static str>)> {
    let field = form.fields.iter().find(|it| it.description.name == name)?;
    match &field.required {
        Required::When(Condition { field, answer: Answer::Is(values), .. }) => Some((field, values.clone())),
        _ => None,
    }
}

impl Annotation {
    fn of(rule: &RuleDescription) -> Self {
        Self { code: rule.code, severity: rule.severity, text: in_two_lines(rule.text) }
    }
}

impl Serialize for Demand {
    /// Names are declared before they are required, as strict validators ask.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(names) = self;
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("properties", &Named(names.iter().map(|name| (*name, true)).collect()))?;
        map.serialize_entry("required", names)?;
        map.end()
    }
}

impl<Thing: Serialize> Serialize for Named<Thing> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, thing) in &self.0 {
            map.serialize_entry(name, thing)?;
        }
        map.end()
    }
}

fn in_a_line(words: Words) -> String {
    format!("{} / {}", words.ja, words.en)
}

fn in_two_lines(words: Words) -> String {
    format!("{}\n{}", words.ja, words.en)
}
