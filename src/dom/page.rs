//! What is watched: the forms of the page, and the fields of each.
//!
//! JavaScript of the page may run in the middle of any call to it, and come back here. So nothing is borrowed while the
//! page is touched: everything that changes stands in a [`Slot`], which gives out copies.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::host::{Control, Host};
use super::ledger::Ledger;
use super::paint::Shown;
use crate::form::Form;
use crate::form::table::Judge;
use crate::issue::Place;
use crate::kind::Kind;
use crate::message::Locale;

/// Something that changes, given out as a copy.
pub(super) struct Slot<T>(Cell<T>);

impl<T> Slot<T> {
    pub(super) const fn new(value: T) -> Self {
        Self(Cell::new(value))
    }
}

impl<T: Clone + Default> Slot<T> {
    pub(super) fn get(&self) -> T {
        let value = self.0.take();
        self.0.set(value.clone());
        value
    }

    pub(super) fn set(&self, value: T) {
        self.0.set(value);
    }
}

impl<T: Default> Default for Slot<T> {
    fn default() -> Self {
        Self(Cell::default())
    }
}

/// What somebody asked to be watched.
#[derive(Clone)]
pub(super) struct Scope {
    pub(super) id: usize,
    /// A document, a form, another element, or a control.
    pub(super) target: Node,
    pub(super) options: Rc<Options>,
}

/// What was said when a scope was attached; empty where nothing was.
#[derive(Default)]
pub(super) struct Options {
    pub(super) form: String,
    pub(super) locale: String,
    pub(super) report: String,
    pub(super) normalize: String,
    pub(super) today: u32,
}

/// When a field is judged.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// When it is left.
    Blur,
    /// When the form is sent.
    Submit,
    /// At every key.
    Typing,
}

/// What happens to what a person typed otherwise than it is kept.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Normalize {
    /// The form sends the canonical value.
    Submit,
    /// The field shows it when it is left.
    Blur,
    /// Nothing.
    Off,
}

/// A form, or controls that belong to none.
pub(super) struct Group {
    pub(super) scope: usize,
    /// The form, or another element that is one; nothing for controls outside of any.
    pub(super) element: Option<Element>,
    pub(super) form: Option<&'static Form>,
    pub(super) options: Rc<Options>,
    pub(super) fields: Slot<Vec<Rc<Field>>>,
    pub(super) ledger: Ledger,
    pub(super) was_sent: Cell<bool>,
    /// Where the summary stands, once there was one.
    pub(super) summary: Slot<Option<Element>>,
    /// What it says.
    pub(super) summarised: Slot<Vec<(String, String)>>,
    /// The line choices that the choices were last painted for.
    pub(super) painted: Cell<Option<(crate::line::Selection, Locale)>>,
}

/// What a field is in its form.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    /// The row of the form's table with this number.
    Row(usize),
    /// An item of the list.
    Item(usize),
    /// A control by itself.
    Alone(Kind),
}

/// One question of the page: a control, several radio buttons, or the two boxes of a month.
pub(super) struct Field {
    pub(super) subject: Subject,
    pub(super) name: String,
    /// Each with its slot among the inputs of the form.
    pub(super) controls: Vec<(Control, usize)>,
    pub(super) ledger: Ledger,
    /// Where its message stands.
    pub(super) message: Element,
    /// It was left, or the form was sent: what is wrong may be said.
    pub(super) is_reported: Cell<bool>,
    pub(super) shown: Slot<Rc<Shown>>,
    /// The buttons of what is shown.
    pub(super) buttons: Slot<Vec<Element>>,
    /// The text before a fix, and after it.
    pub(super) undo: Slot<Option<(String, String)>>,
}

impl Group {
    pub(super) fn locale(&self, field: Option<&Field>) -> Locale {
        let of = self.place(field);
        let said = setting(of.as_ref(), &self.options.locale, "data-onshi-locale");
        let language = if said.is_empty() { setting(of.as_ref(), "", "lang") } else { said };
        Locale::from_name(language.get(..2).unwrap_or_default())
    }

    pub(super) fn when(&self, field: &Field) -> When {
        match setting(self.place(Some(field)).as_ref(), &self.options.report, "data-onshi-report").as_str() {
            "submit" => When::Submit,
            "typing" => When::Typing,
            _ => When::Blur,
        }
    }

    pub(super) fn normalize(&self, field: &Field) -> Normalize {
        match setting(self.place(Some(field)).as_ref(), &self.options.normalize, "data-onshi-normalize").as_str() {
            "blur" => Normalize::Blur,
            "off" => Normalize::Off,
            _ => Normalize::Submit,
        }
    }

    /// Where the page may have said something about a field, or about the group.
    fn place(&self, field: Option<&Field>) -> Option<Element> {
        let control = field.and_then(Field::control).map(JsCast::unchecked_into);
        control.or_else(|| self.element.clone())
    }

    pub(super) fn field_of(&self, control: &Control) -> Option<Rc<Field>> {
        self.fields.get().into_iter().find(|field| field.has(control))
    }

    pub(super) fn field_named(&self, name: &str) -> Option<Rc<Field>> {
        self.fields.get().into_iter().find(|field| field.name == name)
    }
}

impl Field {
    pub(super) fn has(&self, control: &Control) -> bool {
        self.controls.iter().any(|(it, _)| it == control)
    }

    /// The first of its controls.
    pub(super) fn control(&self) -> Option<Control> {
        self.controls.first().map(|(control, _)| control.clone())
    }

    /// The one that answers: of several the one that is ticked.
    pub(super) fn answering(&self, slot: usize) -> Option<Control> {
        use super::control::Shape;
        let mut first = None;
        for (control, _) in self.controls.iter().filter(|(_, it)| *it == slot) {
            match control.shape() {
                Some(Shape::Radio | Shape::Checkbox) if !control.checked() => {}
                Some(Shape::Radio | Shape::Checkbox) => return Some(control.clone()),
                _ => first = first.or_else(|| Some(control.clone())),
            }
        }
        first
    }

    /// What it says now; never asked of a secret.
    pub(super) fn answer(&self, host: &Host) -> String {
        let slot = self.controls.first().map_or(0, |(_, slot)| *slot);
        self.answering(slot).map(|control| host.text(&control)).unwrap_or_default()
    }

    /// Whether people answer it by typing.
    pub(super) fn is_text(&self) -> bool {
        self.controls.iter().any(|(control, _)| control.is_text())
    }

    /// Whether the page fills it.
    pub(super) fn is_hidden(&self) -> bool {
        self.controls.iter().all(|(control, _)| control.shape() == Some(super::control::Shape::Hidden))
    }

    pub(super) fn is_enabled(&self) -> bool {
        self.controls.iter().any(|(control, _)| control.is_enabled())
    }

    /// Its place in a report.
    pub(super) fn place(&self, form: Option<&Form>) -> Place {
        match (self.subject, form) {
            (Subject::Row(row), Some(form)) => {
                form.fields.get(row).map_or(Place::Whole, |rule| Place::Field(rule.field))
            }
            (Subject::Item(item), _) => Place::Item(item as u8),
            _ => Place::Whole,
        }
    }

    /// How it is judged.
    pub(super) fn judge(&self, form: Option<&Form>) -> Judge {
        match (self.subject, form) {
            (Subject::Alone(kind), _) => Judge::Kind(kind),
            (Subject::Row(row), Some(form)) => form.fields.get(row).map_or(Judge::Kind(Kind::Text), |rule| rule.judge),
            _ => Judge::Kind(Kind::TerminalName),
        }
    }

    pub(super) fn is_secret(&self, form: Option<&Form>) -> bool {
        match self.judge(form) {
            Judge::Kind(kind) => kind.is_secret(),
            Judge::Repeat(first) => matches!(first, crate::field::Field::Password | crate::field::Field::SecretNumber),
            Judge::OldPassword => true,
            _ => false,
        }
    }
}

/// The nearest thing said in the page, unless it was said when the group was attached.
fn setting(of: Option<&Element>, option: &str, attribute: &str) -> String {
    if !option.is_empty() {
        return option.to_owned();
    }
    let selector = ["[", attribute, "]"].concat();
    let Some(holder) = of.and_then(|it| it.closest(&selector).ok().flatten()) else { return String::new() };
    holder.get_attribute(attribute).unwrap_or_default()
}
