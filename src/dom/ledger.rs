//! What was changed in the page, so that it can be put back.

use std::cell::Cell;

use web_sys::{Element, Node};

/// The attributes that were set, as they were before, and the elements that were made or emptied.
#[derive(Default)]
pub(super) struct Ledger {
    attributes: Cell<Vec<Attribute>>,
    appended: Cell<Vec<Appended>>,
    made: Cell<Vec<Element>>,
    emptied: Cell<Vec<(Element, Vec<Node>)>>,
}

struct Attribute {
    element: Element,
    name: &'static str,
    before: Option<String>,
}

/// An id of ours in an attribute that lists ids.
struct Appended {
    element: Element,
    name: &'static str,
    id: String,
    /// The attribute was there, perhaps empty.
    was_there: bool,
}

impl Ledger {
    /// Sets an attribute; nothing puts it back as it was.
    pub(super) fn set(&self, element: &Element, name: &'static str, value: Option<&str>) {
        let now = element.get_attribute(name);
        let mut attributes = self.attributes.take();
        let known = attributes.iter().find(|it| it.name == name && it.element == *element);
        let before = known.map_or_else(|| now.clone(), |it| it.before.clone());
        if known.is_none() && value.is_some() {
            attributes.push(Attribute { element: element.clone(), name, before: now.clone() });
        }
        self.attributes.set(attributes);
        let wanted = value.map(str::to_owned).or(before);
        if wanted != now {
            write(element, name, wanted.as_deref());
        }
    }

    /// Whether the page itself had set the attribute.
    pub(super) fn had(&self, element: &Element, name: &'static str) -> bool {
        let attributes = self.attributes.take();
        let known = attributes.iter().find(|it| it.name == name && it.element == *element);
        let had = known.map_or_else(|| element.has_attribute(name), |it| it.before.is_some());
        self.attributes.set(attributes);
        had
    }

    /// Appends an id to what an attribute lists already.
    pub(super) fn append(&self, element: &Element, name: &'static str, id: &str) {
        let now = element.get_attribute(name).unwrap_or_default();
        if now.split_ascii_whitespace().any(|it| it == id) {
            return;
        }
        let was_there = element.has_attribute(name);
        let separator = if now.is_empty() { "" } else { " " };
        write(element, name, Some(&[&now, separator, id].concat()));
        let mut appended = self.appended.take();
        appended.push(Appended { element: element.clone(), name, id: id.to_owned(), was_there });
        self.appended.set(appended);
    }

    /// Takes the ids back that begin with `start`. Others may have appended theirs meanwhile.
    pub(super) fn take_back(&self, start: &str) {
        let (mine, others) = self.appended.take().into_iter().partition(|it| it.id.starts_with(start));
        self.appended.set(others);
        for Appended { element, name, id, was_there } in Vec::into_iter(mine) {
            let now = element.get_attribute(name).unwrap_or_default();
            let rest: Vec<&str> = now.split_ascii_whitespace().filter(|it| *it != id).collect();
            let rest = rest.join(" ");
            write(&element, name, Some(rest.as_str()).filter(|it| was_there || !it.is_empty()));
        }
    }

    /// Takes an element of ours into account.
    pub(super) fn made(&self, element: &Element) {
        let mut made = self.made.take();
        made.push(element.clone());
        self.made.set(made);
    }

    /// Removes an element of ours before the others.
    pub(super) fn unmake(&self, element: &Element) {
        let mut made = self.made.take();
        made.retain(|it| it != element);
        self.made.set(made);
        element.remove();
    }

    /// Empties a place of the page, to write there.
    pub(super) fn empty(&self, element: &Element) {
        let mut nodes = Vec::new();
        while let Some(node) = element.first_child() {
            if element.remove_child(&node).is_err() {
                break;
            }
            nodes.push(node);
        }
        let mut emptied = self.emptied.take();
        emptied.push((element.clone(), nodes));
        self.emptied.set(emptied);
    }

    /// Puts everything back, the last change first.
    pub(super) fn restore(&self) {
        self.take_back("");
        for it in self.attributes.take().into_iter().rev() {
            write(&it.element, it.name, it.before.as_deref());
        }
        for element in self.made.take() {
            element.remove();
        }
        for (element, nodes) in self.emptied.take() {
            element.set_text_content(None);
            for node in nodes {
                // A place that the page took away meanwhile needs nothing back.
                let _ = element.append_child(&node);
            }
        }
    }
}

fn write(element: &Element, name: &str, value: Option<&str>) {
    // The names are constants of ours and right.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}
