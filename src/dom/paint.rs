//! The only code that writes to the page. Everything is text: nothing that a person or a message says becomes markup.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

use super::control::{Shape, root_of};
use super::host::{Control, Host};
use super::page::{Field, Group};
use crate::line::{self, State as Choice};
use crate::message::{
    Locale,
    word::{Word, fill, word},
};

/// How a field looks, and how a line of its message does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum State {
    #[default]
    Quiet,
    Reading,
    Understood,
    Look,
    Wrong,
    Note,
    Off,
}

impl State {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Quiet => "quiet",
            Self::Reading => "reading",
            Self::Understood => "understood",
            Self::Look => "look",
            Self::Wrong => "wrong",
            Self::Note => "note",
            Self::Off => "off",
        }
    }
}

/// What a field shows.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) state: State,
    pub(super) lines: Vec<Line>,
}

/// A line of a message.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) state: State,
    /// What kind of line it is, in a word.
    pub(super) tag: &'static str,
    pub(super) text: String,
    pub(super) more: String,
    pub(super) action: Option<Action>,
}

/// What a button of a line does.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Action {
    /// Puts another text in.
    Fix { code: usize, label: &'static str, value: String },
    /// Takes that back.
    Undo,
}

impl Line {
    pub(super) fn plain(state: State, text: String) -> Self {
        Self { state, tag: "", text, more: String::new(), action: None }
    }
}

impl Shown {
    /// What it comes to, as somebody would read it out: what is wrong, what is odd, or what was understood.
    pub(super) fn spoken(&self) -> String {
        let lines = self.lines.iter().filter(|line| line.state == self.state);
        lines.map(|line| [line.text.as_str(), &line.more].concat()).collect::<Vec<_>>().join(" ")
    }

    /// What is wrong, for the summary.
    pub(super) fn error(&self) -> Option<&str> {
        let wrong = self.lines.iter().find(|line| line.state == State::Wrong);
        wrong.map(|line| line.text.as_str())
    }
}

/// An element of ours.
pub(super) fn make(beside: &Node, tag: &str, class: &str) -> Element {
    let document = beside.owner_document().unwrap_or_else(|| beside.clone().unchecked_into());
    let Ok(element) = document.create_element(tag) else { return document.unchecked_into() };
    element.set_class_name(class);
    let _ = element.set_attribute("data-onshi-made", "");
    element
}

/// An id that nothing in the document has.
fn new_id(beside: &Node) -> String {
    use std::cell::Cell;
    thread_local!(static LAST: Cell<u32> = const { Cell::new(0) });
    loop {
        LAST.set(LAST.get() + 1);
        let mut id = String::from("onshi-");
        crate::message::write_number(&mut id, LAST.get());
        if beside.owner_document().is_none_or(|it| it.get_element_by_id(&id).is_none()) {
            return id;
        }
    }
}

/// The id of an element, which gets one if it has none.
fn id_of(ledger: &super::ledger::Ledger, element: &Element) -> String {
    element.get_attribute("id").filter(|id| !id.is_empty()).unwrap_or_else(|| {
        let id = new_id(element);
        ledger.set(element, "id", Some(&id));
        id
    })
}

/// Tells assistive technology which message belongs to a field, behind what the page says of it.
pub(super) fn describe(field: &Field) {
    if field.is_hidden() {
        return;
    }
    let id = id_of(&field.ledger, &field.message);
    field.ledger.set(&field.message, "data-state", Some("quiet"));
    for (control, _) in &field.controls {
        field.ledger.set(control, "data-onshi-state", Some("quiet"));
    }
    for holder in holders(field) {
        field.ledger.append(&holder, "aria-describedby", &id);
    }
}

/// What carries the description: radio buttons leave it to the group they stand in.
fn holders(field: &Field) -> Vec<Element> {
    let mut holders: Vec<Element> = Vec::new();
    for (control, _) in &field.controls {
        let group = control.group().filter(|_| control.shape() == Some(Shape::Radio));
        let holder = group.unwrap_or_else(|| control.clone().unchecked_into());
        if !holders.contains(&holder) {
            holders.push(holder);
        }
    }
    holders
}

/// Shows what is to be shown. True when that is something new.
pub(super) fn field(field: &Field, shown: Shown, locale: Locale) -> bool {
    if *field.shown.get() == shown || field.is_hidden() {
        return false;
    }
    let state = shown.state;
    let error = shown.error().unwrap_or_default().to_owned();
    let _ = field.message.set_attribute("data-state", state.name());
    message(field, &shown, locale);
    for (control, _) in &field.controls {
        field.ledger.set(control, "data-onshi-state", Some(state.name()));
        let is_radio = control.shape() == Some(Shape::Radio);
        let is_invalid = state == State::Wrong && !is_radio;
        field.ledger.set(control, "aria-invalid", is_invalid.then_some("true"));
        mirror(field, control, &error);
    }
    field.shown.set(Rc::new(shown));
    true
}

fn message(field: &Field, shown: &Shown, locale: Locale) {
    let mut buttons = Vec::new();
    field.message.set_text_content(None);
    for line in &shown.lines {
        let root = make(&field.message, "span", "onshi-line");
        let _ = root.set_attribute("data-tone", line.state.name());
        let icon = make(&root, "span", "onshi-icon");
        let _ = icon.set_attribute("aria-hidden", "true");
        add(&root, &icon);
        if !line.tag.is_empty() {
            add_text(&root, "strong", "onshi-tag", line.tag);
            let _ = root.append_with_str_1(word(Word::Colon, locale));
        }
        if !line.text.is_empty() {
            add_text(&root, "span", "onshi-text", &line.text);
        }
        if !line.more.is_empty() {
            add_text(&root, "span", "onshi-more", &line.more);
        }
        if let Some(action) = &line.action {
            let (class, label) = match action {
                Action::Fix { label, .. } => ("onshi-fix", *label),
                Action::Undo => ("onshi-undo", word(Word::Undo, locale)),
            };
            let button = add_text(&root, "button", class, label);
            let _ = button.set_attribute("type", "button");
            buttons.push(button);
        }
        add(&field.message, &root);
    }
    field.buttons.set(buttons);
}

/// Writes a text where another one stands: who looks for changes of the page is not to find one that is none.
fn write_text(place: &Element, text: &str) {
    if place.text_content().as_deref() != Some(text) {
        place.set_text_content(Some(text));
    }
}

fn add(parent: &Element, child: &Element) {
    // Elements of ours take children.
    let _ = parent.append_child(child);
}

fn add_text(parent: &Element, tag: &str, class: &str, text: &str) -> Element {
    let element = make(parent, tag, class);
    element.set_text_content(Some(text));
    add(parent, &element);
    element
}

/// The browser's own state says the same, for `:invalid` and for scripts that ask. What the page itself set stays.
fn mirror(field: &Field, control: &Control, error: &str) {
    let before = field.shown.get();
    let mine = before.error().unwrap_or_default();
    let Ok(now) = control.validation_message() else { return };
    if now == mine || (mine.is_empty() && !error.is_empty()) {
        let _ = control.set_custom_validity(error);
    }
}

/// Takes back what [`mirror`] set.
pub(super) fn clear_validity(field: &Field, control: &Control) {
    if field.shown.get().error().is_some_and(|error| control.validation_message().is_ok_and(|now| now == error)) {
        let _ = control.set_custom_validity("");
    }
}

/// Marks the choices that do not fit what else is chosen, each with the reason.
pub(super) fn choices(group: &Group, selection: &line::Selection) {
    let locale = group.locale(None);
    if group.painted.replace(Some((*selection, locale))) == Some((*selection, locale)) {
        return;
    }
    for name in line::FIELDS {
        let Some(field) = group.field_named(name.name()).filter(|field| !field.is_text()) else { continue };
        line::each_option(selection, name, &mut |option, state, findings| {
            let issue = findings.since(0).first();
            let reason = issue.map(|it| crate::message::of_code(it.code, it.values, locale)).unwrap_or_default();
            for control in option_controls(&field, option) {
                choice(&field, &control, state, &reason, locale);
            }
        });
    }
}

/// The option of a select, or the radio button, that means a choice.
fn option_controls(field: &Field, choice: crate::kind::choice::Choice) -> Vec<Element> {
    let means = |text: &str| choice.is_meant_by(text);
    let mut found = Vec::new();
    for (control, _) in &field.controls {
        if control.shape() == Some(Shape::Select) {
            let options = super::control::all(control, "option");
            found.extend(options.filter(|option| {
                let value = option.get_attribute("value");
                means(&value.or_else(|| option.text_content()).unwrap_or_default())
            }));
        } else if means(&control.get_attribute("value").unwrap_or_default()) {
            found.push(control.clone().unchecked_into());
        }
    }
    found
}

fn choice(field: &Field, control: &Element, state: Choice, reason: &str, locale: Locale) {
    let (name, short) = match state {
        Choice::Allowed => (None, ""),
        Choice::Forbidden => (Some("forbidden"), word(Word::DoesNotFit, locale)),
        Choice::Unknown => (Some("unknown"), word(Word::MustBeAsked, locale)),
    };
    if control.local_name() == "option" {
        let label = fill(Word::Option, locale, [&control.text_content().unwrap_or_default(), short]);
        field.ledger.set(control, "data-onshi-choice", name);
        field.ledger.set(control, "label", name.map(|_| label.as_str()));
        return;
    }
    let label = control.closest("label").ok().flatten().or_else(|| label_for(control));
    let marked = label.unwrap_or_else(|| control.clone());
    field.ledger.set(&marked, "data-onshi-choice", name);
    let place = marked.next_element_sibling().filter(|it| it.class_name() == "onshi-reason");
    // Of the one that is chosen the message of the field says it.
    let is_said = control.unchecked_ref::<Control>().checked();
    match (name.filter(|_| !is_said), place) {
        (None, Some(place)) => {
            field.ledger.take_back(&place.get_attribute("id").unwrap_or_default());
            field.ledger.unmake(&place);
        }
        (Some(_), Some(place)) => write_text(&place, reason),
        (Some(_), None) => {
            let place = make(control, "span", "onshi-reason");
            place.set_text_content(Some(reason));
            let id = id_of(&field.ledger, &place);
            field.ledger.made(&place);
            let _ = marked.insert_adjacent_element("afterend", &place);
            field.ledger.append(control, "aria-describedby", &id);
        }
        (None, None) => {}
    }
}

fn label_for(control: &Element) -> Option<Element> {
    let id = control.get_attribute("id")?;
    super::control::all(&root_of(control), "label[for]").find(|label| label.get_attribute("for").as_ref() == Some(&id))
}

/// Writes the ten digits where the page wants them.
pub(super) fn code(group: &Group, digits: &str, state: &str) {
    let Some(element) = &group.element else { return };
    for place in super::control::all(&root_of(element), "[data-onshi-code]") {
        if !element.contains(Some(&place)) {
            continue;
        }
        if place.get_attribute("data-state").is_none() {
            group.ledger.empty(&place);
        }
        group.ledger.set(&place, "data-state", Some(state));
        write_text(&place, digits);
    }
}

/// Lists what is wrong, each entry a link to its field.
pub(super) fn summary(group: &Group, entries: Vec<(String, String)>, locale: Locale) {
    if group.summarised.get() == entries {
        return;
    }
    let Some(place) = group.summary.get().or_else(|| summary_place(group)) else { return };
    place.set_text_content(None);
    group.ledger.set(&place, "hidden", entries.is_empty().then_some(""));
    if !entries.is_empty() {
        let mut number = String::new();
        crate::message::write_number(&mut number, entries.len() as u32);
        let it = if entries.len() == 1 { Word::SummaryOne } else { Word::Summary };
        let title = add_text(&place, "p", "onshi-summary-title", &fill(it, locale, [&number, ""]));
        let id = new_id(&place);
        let _ = title.set_attribute("id", &id);
        group.ledger.set(&place, "aria-labelledby", Some(&id));
        let list = make(&place, "ul", "onshi-summary-list");
        for (id, text) in &entries {
            let item = make(&list, "li", "");
            let link = add_text(&item, "a", "", text);
            let _ = link.set_attribute("href", &["#", id].concat());
            add(&list, &item);
        }
        add(&place, &list);
    }
    group.summarised.set(entries);
    group.summary.set(Some(place));
}

fn summary_place(group: &Group) -> Option<Element> {
    let element = group.element.as_ref()?;
    let mut places = super::control::all(&root_of(element), "[data-onshi-summary]");
    let place = if let Some(place) = places.find(|it| element.contains(Some(it))) {
        group.ledger.empty(&place);
        place
    } else {
        let place = make(element, "div", "onshi-summary");
        group.ledger.made(&place);
        let _ = element.insert_adjacent_element("afterbegin", &place);
        place
    };
    group.ledger.set(&place, "tabindex", Some("-1"));
    group.ledger.set(&place, "role", Some("group"));
    Some(place)
}

/// The entry of a field in the summary: where it leads, and what it says.
pub(super) fn entry(host: &Host, field: &Field, locale: Locale) -> Option<(String, String)> {
    let shown = field.shown.get();
    let error = shown.error().filter(|_| shown.state == State::Wrong)?;
    let control: Element = field.control()?.unchecked_into();
    let text = [&field.label(host), word(Word::Colon, locale), error].concat();
    Some((id_of(&field.ledger, &control), text))
}

/// The one place of the document that is read out, politely.
pub(super) fn live_region(beside: &Node) -> Option<Element> {
    let document = beside.owner_document().unwrap_or_else(|| beside.clone().unchecked_into());
    if let Ok(Some(region)) = document.query_selector(".onshi-live") {
        return Some(region);
    }
    let region = make(beside, "div", "onshi-live");
    let _ = region.set_attribute("role", "status");
    // Out of sight also without the stylesheet. A style attribute would need a looser Content-Security-Policy.
    let style = region.unchecked_ref::<HtmlElement>().style();
    for (name, value) in [
        ("position", "absolute"),
        ("width", "1px"),
        ("height", "1px"),
        ("overflow", "hidden"),
        ("clip-path", "inset(50%)"),
        ("white-space", "nowrap"),
    ] {
        let _ = style.set_property(name, value);
    }
    document.body()?.append_child(&region).ok()?;
    Some(region)
}

/// Says something once.
pub(super) fn announce(beside: &Node, text: &str) {
    if let Some(region) = live_region(beside) {
        // The same text again would be no change, and so not be said.
        let again = region.text_content().as_deref() == Some(text);
        region.set_text_content(Some(&if again { [text, "\u{a0}"].concat() } else { text.to_owned() }));
    }
}

/// Nothing is watched any more.
pub(super) fn silence(beside: &Node) {
    let document = beside.owner_document().unwrap_or_else(|| beside.clone().unchecked_into());
    if let Ok(Some(region)) = document.query_selector(".onshi-live") {
        region.remove();
    }
}

/// Puts a text in place of what a control holds, in a way that Ctrl+Z takes back.
pub(super) fn type_into(host: &Host, control: &Control, text: &str) {
    let _ = control.focus();
    if !control.is_focused() {
        // One that cannot be seen takes no focus, and the text would go where that is.
        return rewrite(host, control, text);
    }
    control.select();
    let Some(document) = control.owner_document() else { return };
    let document: web_sys::HtmlDocument = document.unchecked_into();
    // Outdated, but the only call that writes into the undo history; nothing has replaced it.
    let command = if text.is_empty() { "delete" } else { "insertText" };
    if document.exec_command_with_show_ui_and_value(command, false, text) != Ok(true) {
        rewrite(host, control, text);
    }
}

/// Makes a choice, or takes it back where the value is empty.
pub(super) fn choose(host: &Host, field: &Field, value: &str) {
    for (control, _) in &field.controls {
        if control.shape() == Some(Shape::Select) {
            return rewrite(host, control, value);
        }
        let is_chosen = !value.is_empty() && control.get_attribute("value").as_deref() == Some(value);
        if control.checked() != is_chosen {
            control.set_checked(is_chosen);
            tell_changed(control);
        }
    }
}

/// Puts a text in without a history, and tells the page as if it had been typed.
pub(super) fn rewrite(host: &Host, control: &Control, text: &str) {
    if host.write(control, text) {
        tell_changed(control);
    }
}

fn tell_changed(control: &Control) {
    for name in ["input", "change"] {
        if let Ok(event) = web_sys::Event::new(name) {
            event.init_event_with_bubbles(name, true);
            let _ = control.dispatch_event(&event);
        }
    }
}

impl Field {
    /// What the page calls it.
    pub(super) fn label(&self, host: &Host) -> String {
        let Some(control) = self.control() else { return self.name.clone() };
        let is_one_of_several = self.controls.len() > 1 || control.shape() == Some(Shape::Radio);
        let label = host.label(&control, control.group().filter(|_| is_one_of_several));
        if label.is_empty() { self.name.clone() } else { label }
    }
}
