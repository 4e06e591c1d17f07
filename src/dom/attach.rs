//! Finds what is to be watched, and keeps up with the page: controls may come, go and move at any time.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlFormElement};

use super::control::{CONTROLS, Shape, all, root_of};
use super::host::{Control, Host};
use super::ledger::Ledger;
use super::page::{Field, Group, Options, Scope, Slot, Subject};
use super::paint;
use crate::form::Form;
use crate::form::table::{Judge, LIST_ROOM};
use crate::kind::Kind;

/// A group as the page has it now.
struct Planned {
    scope: usize,
    element: Option<Element>,
    form: Option<&'static Form>,
    options: Rc<Options>,
    questions: Vec<Question>,
}

/// A field as the page has it now.
struct Question {
    subject: Subject,
    name: String,
    controls: Vec<(Control, usize)>,
}

/// Looks at the page anew. Groups and fields that are as they were stay; the rest is restored and made again.
pub(super) fn scan(host: &Host, scopes: &[Scope], groups: &Slot<Vec<Rc<Group>>>) {
    let planned = plan(host, scopes);
    let before = groups.get();
    let mut now = Vec::new();
    for planned in planned {
        let known = before.iter().find(|group| {
            group.element == planned.element
                && group.scope == planned.scope
                && group.form.map(Form::name) == planned.form.map(Form::name)
        });
        now.push((known.cloned().unwrap_or_else(|| open(&planned)), planned.questions));
    }
    for group in before {
        if !now.iter().any(|(it, _)| Rc::ptr_eq(it, &group)) {
            restore(&group);
        }
    }
    groups.set(now.iter().map(|(group, _)| group.clone()).collect());
    for (group, questions) in now {
        keep_up(&group, questions);
    }
}

fn plan(host: &Host, scopes: &[Scope]) -> Vec<Planned> {
    let mut planned: Vec<Planned> = Vec::new();
    let mut taken: Vec<Control> = Vec::new();
    for scope in scopes.iter().filter(|scope| scope.target.is_connected()) {
        let root = root_of(&scope.target);
        for element in all(&root, CONTROLS) {
            let control: Control = element.unchecked_into();
            if control.shape().is_none() || taken.contains(&control) || !is_in(scope, &control) {
                continue;
            }
            let Some((owner, form, asked)) = ask(host, scope, &control) else { continue };
            let at = planned.iter().position(|it| it.element == owner).unwrap_or_else(|| {
                let options = scope.options.clone();
                planned.push(Planned { scope: scope.id, element: owner, form: None, options, questions: Vec::new() });
                planned.len() - 1
            });
            if let Some(group) = planned.get_mut(at) {
                group.form = group.form.or(form);
                if add(&mut group.questions, &control, asked) {
                    taken.push(control);
                }
            }
        }
    }
    planned
}

fn is_in(scope: &Scope, control: &Control) -> bool {
    let target = &scope.target;
    let form = control.form();
    target.contains(Some(control)) || form.is_some_and(|form| form.is_same_node(Some(target)))
}

/// What a control is asked as.
enum Asked {
    /// The row of the form's table, and the slot of the control.
    Row(&'static Form, usize, usize),
    /// The list.
    List(usize),
    /// By itself.
    Alone(Kind, String),
}

/// Whose control it is and what it is asked as; nothing where nobody wants it checked.
fn ask(host: &Host, scope: &Scope, control: &Control) -> Option<(Option<Element>, Option<&'static Form>, Asked)> {
    let native = control.form();
    if let Some(name) = control.get_attribute("data-onshi") {
        let Some(kind) = Kind::from_name(&name) else {
            host.unknown("data-onshi", &name);
            return None;
        };
        let own = control.field_name();
        let name = [own, control.get_attribute("id").unwrap_or_default()].into_iter().find(|it| !it.is_empty());
        return Some((native, None, Asked::Alone(kind, name.unwrap_or_else(|| kind.name().to_owned()))));
    }
    let (owner, name) = form_of(scope, control, native)?;
    let Some(form) = Form::from_name(&name) else {
        host.unknown("data-onshi-form", &name);
        return None;
    };
    let field = control.field_name();
    let slot = form.fields.iter().position(|rule| rule.field.name() == field)?;
    let asked = match form.fields.get(slot)?.judge {
        Judge::List(_) => Asked::List(slot),
        Judge::BoxOfMonth => {
            let of_box = |judge: Judge| matches!(judge, Judge::Month { year, month } if year.name() == field || month.name() == field);
            Asked::Row(form, form.fields.iter().position(|rule| of_box(rule.judge))?, slot)
        }
        _ => Asked::Row(form, slot, slot),
    };
    Some((Some(owner), Some(form), asked))
}

/// The form that a control belongs to, and the name it goes by: what was said when it was attached goes first.
fn form_of(scope: &Scope, control: &Control, native: Option<Element>) -> Option<(Element, String)> {
    let target: Option<&Element> = scope.target.dyn_ref();
    if let Some(target) = target.filter(|_| !scope.options.form.is_empty()) {
        return Some((target.clone(), scope.options.form.clone()));
    }
    let marked = |element: Element| element.get_attribute("data-onshi-form").map(|name| (element, name));
    native.and_then(marked).or_else(|| marked(control.closest("[data-onshi-form]").ok().flatten()?))
}

/// Puts a control to its question. False when there is no room for it.
fn add(questions: &mut Vec<Question>, control: &Control, asked: Asked) -> bool {
    let (subject, name, slot) = match asked {
        Asked::Alone(kind, name) => (Subject::Alone(kind), name, 0),
        Asked::Row(form, row, slot) => {
            let Some(rule) = form.fields.get(row) else { return false };
            (Subject::Row(row), rule.field.name().to_owned(), slot)
        }
        Asked::List(slot) => {
            let item = questions.iter().filter(|it| matches!(it.subject, Subject::Item(_))).count();
            if item > LIST_ROOM {
                return false;
            }
            (Subject::Item(item), format_item(&control.field_name(), item), slot + item)
        }
    };
    let is_one_more = !matches!(subject, Subject::Item(_)) && control.shape() != Some(Shape::Hidden);
    let same = questions.iter_mut().find(|it| it.subject == subject && it.name == name);
    match same {
        Some(question) if is_one_more => question.controls.push((control.clone(), slot)),
        Some(question) => question.controls.insert(0, (control.clone(), slot)),
        None => questions.push(Question { subject, name, controls: vec![(control.clone(), slot)] }),
    }
    true
}

/// `terminalNames.3`, as in the report.
fn format_item(name: &str, item: usize) -> String {
    let mut text = [name, "."].concat();
    if item >= 10 {
        text.push('1');
    }
    text.push(char::from(b'0' + (item % 10) as u8));
    text
}

fn open(planned: &Planned) -> Rc<Group> {
    let group = Group {
        scope: planned.scope,
        element: planned.element.clone(),
        form: planned.form,
        options: planned.options.clone(),
        fields: Slot::default(),
        ledger: Ledger::default(),
        was_sent: std::cell::Cell::new(false),
        summary: Slot::default(),
        summarised: Slot::default(),
        painted: std::cell::Cell::new(None),
    };
    if let Some(element) = &group.element
        && element.is_instance_of::<HtmlFormElement>()
    {
        // The browser's own bubbles would come before the messages, and stop the form from being sent unseen.
        let value = element.get_attribute("novalidate").unwrap_or_default();
        group.ledger.set(element, "novalidate", Some(&value));
    }
    Rc::new(group)
}

fn keep_up(group: &Group, questions: Vec<Question>) {
    let before = group.fields.get();
    let stays = |field: &Rc<Field>, question: &Question| {
        field.subject == question.subject && field.name == question.name && field.controls == question.controls
    };
    let mut reported = Vec::new();
    for field in &before {
        if !questions.iter().any(|question| stays(field, question)) {
            if field.is_reported.get() {
                reported.push(field.name.clone());
            }
            field.restore();
        }
    }
    let mut fields: Vec<Rc<Field>> = Vec::new();
    for question in questions {
        // A framework may have thrown our element away when it drew its part of the page anew.
        let is_whole = |field: &Field| field.message.is_connected() || field.is_hidden();
        let known = before.iter().find(|field| stays(field, &question));
        match known {
            Some(field) if is_whole(field) => fields.push(field.clone()),
            _ => {
                group.painted.set(None);
                if let Some(field) = known {
                    field.restore();
                }
                fields.extend(make(group, question, &reported));
            }
        }
        group.fields.set(fields.clone());
    }
    group.fields.set(fields);
}

fn make(group: &Group, question: Question, reported: &[String]) -> Option<Rc<Field>> {
    let ledger = Ledger::default();
    let (control, _) = question.controls.last()?;
    let message = place(group, &question, control, &ledger);
    let is_reported = reported.contains(&question.name);
    let Question { subject, name, controls } = question;
    let field = Field {
        subject,
        name,
        controls,
        ledger,
        message,
        is_reported: is_reported.into(),
        shown: Slot::default(),
        buttons: Slot::default(),
        undo: Slot::default(),
    };
    paint::describe(&field);
    Some(Rc::new(field))
}

/// Where the message of a field stands: where the page says, otherwise behind its controls.
fn place(group: &Group, question: &Question, control: &Control, ledger: &Ledger) -> Element {
    let root = root_of(control);
    let is_named = |place: &Element| {
        let name = place.get_attribute("data-onshi-message").unwrap_or_default();
        let is_control = |(control, _): &(Control, usize)| {
            name == control.field_name() || control.get_attribute("id").as_ref() == Some(&name)
        };
        !name.is_empty() && (name == question.name || question.controls.iter().any(is_control))
    };
    let is_ours = |place: &Element| {
        let owner = place.closest("form,[data-onshi-form]").ok().flatten();
        let is_free = || owner.is_none() && group.element.as_ref().is_none_or(|it| !it.contains(Some(control)));
        owner == group.element || is_free()
    };
    let is_taken = |place: &Element| group.fields.get().iter().any(|field| field.message == *place);
    let given = all(&root, "[data-onshi-message]").find(|it| is_named(it) && is_ours(it) && !is_taken(it));
    if let Some(place) = given {
        ledger.empty(&place);
        return place;
    }
    let message = paint::make(control, "div", "onshi-message");
    if question.controls.iter().all(|(control, _)| control.shape() == Some(Shape::Hidden)) {
        return message;
    }
    ledger.made(&message);
    let group = control.group().filter(|_| matches!(control.shape(), Some(Shape::Radio | Shape::Checkbox)));
    if let Some(group) = group {
        let _ = group.append_child(&message);
    } else {
        put_behind(control, &message);
    }
    message
}

/// Puts an element of ours behind a control, and behind the label that it may stand in.
pub(super) fn put_behind(control: &Control, element: &Element) {
    let label = control.closest("label").ok().flatten();
    let behind = label.unwrap_or_else(|| control.clone().unchecked_into());
    let _ = behind.insert_adjacent_element("afterend", element);
}

/// Leaves the page as it was.
pub(super) fn restore(group: &Group) {
    for field in group.fields.get() {
        field.restore();
    }
    group.fields.set(Vec::new());
    group.ledger.restore();
}

impl Field {
    pub(super) fn restore(&self) {
        for (control, _) in &self.controls {
            paint::clear_validity(self, control);
        }
        self.ledger.restore();
    }
}
