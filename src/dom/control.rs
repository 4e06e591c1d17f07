//! The author's controls: what they are, whose they are, what they are called.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node};

use super::host::Control;

/// How a person answers a control.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// By typing.
    Text,
    /// By choosing one of several.
    Radio,
    /// By ticking.
    Checkbox,
    /// By choosing from a list.
    Select,
    /// Not at all: the page fills it.
    Hidden,
}

/// Where controls are looked for.
pub(super) const CONTROLS: &str = "input,select,textarea";

impl Control {
    /// The control that an event happened to.
    pub(super) fn at(node: Option<&Element>) -> Option<Self> {
        let element = node?;
        element.matches(CONTROLS).unwrap_or(false).then(|| element.clone().unchecked_into())
    }

    /// What it is; nothing for buttons and files.
    pub(super) fn shape(&self) -> Option<Shape> {
        match self.local_name().as_str() {
            "select" => return Some(Shape::Select),
            "textarea" => return Some(Shape::Text),
            _ => {}
        }
        Some(match self.get_attribute("type").unwrap_or_default().to_ascii_lowercase().as_str() {
            "radio" => Shape::Radio,
            "checkbox" => Shape::Checkbox,
            "hidden" => Shape::Hidden,
            "submit" | "button" | "image" | "reset" | "file" | "range" | "color" => return None,
            _ => Shape::Text,
        })
    }

    pub(super) fn is_focused(&self) -> bool {
        self.matches(":focus").unwrap_or(false)
    }

    pub(super) fn is_text(&self) -> bool {
        self.shape() == Some(Shape::Text)
    }

    /// One that the page switched off is not sent, and nobody is asked to mend it.
    pub(super) fn is_enabled(&self) -> bool {
        self.shape() != Some(Shape::Hidden) && !self.matches(":disabled").unwrap_or(false)
    }

    /// The name in the form. Some servers want a list's name with brackets.
    pub(super) fn field_name(&self) -> String {
        let name = self.get_attribute("data-onshi-field").or_else(|| self.get_attribute("name")).unwrap_or_default();
        name.strip_suffix("[]").map(str::to_owned).unwrap_or(name)
    }

    /// The element that holds the radio buttons of one question, and nothing else to fill in.
    pub(super) fn group(&self) -> Option<Element> {
        let group = self.closest("fieldset,[role=radiogroup],[role=group]").ok().flatten()?;
        let name = self.get_attribute("name");
        elements(group.query_selector_all(CONTROLS).ok()).all(|it| it.get_attribute("name") == name).then_some(group)
    }
}

/// The elements of a document or a shadow root that a selector means.
pub(super) fn all(root: &Node, selector: &str) -> impl Iterator<Item = Element> + use<> {
    let list = root.unchecked_ref::<Document>().query_selector_all(selector);
    elements(list.ok())
}

fn elements(list: Option<web_sys::NodeList>) -> impl Iterator<Item = Element> + use<> {
    let length = list.as_ref().map_or(0, web_sys::NodeList::length);
    (0..length).filter_map(move |index| list.as_ref()?.get(index).map(JsCast::unchecked_into))
}

/// The document or shadow root that an element is in.
pub(super) fn root_of(node: &Node) -> Node {
    node.get_root_node()
}
