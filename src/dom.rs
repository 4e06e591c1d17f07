//! The widget: the author's own forms and controls, watched.
//!
//! JavaScript (`pkg/src/attach.js`) listens at the root of the document and hands every event in; so a listener that
//! fails is caught there, and no closure of Rust outlives a trap. The way of an event:
//!
//! | file | |
//! |---|---|
//! | `watch` | whose event it is, and what happens |
//! | `attach` | which forms and fields the page has just now |
//! | `judge` | what each of them is to show |
//! | `paste` | what is said of a text that somebody pasted |
//! | `paint` | writes it to the page, and nothing else does |
//!
//! `page` holds what is watched, `control` knows inputs, `ledger` remembers what was changed so that detaching leaves the
//! page as it was, and `host` is what is asked of JavaScript.

#![allow(clippy::needless_pass_by_value, reason = "what JavaScript hands over is owned")]
#![allow(clippy::must_use_candidate, reason = "JavaScript calls these")]

mod attach;
mod control;
pub mod host;
mod judge;
mod ledger;
mod page;
mod paint;
mod paste;
mod watch;

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Event, Node};

use host::{Control, Host};
use page::{Field, Group, Options, Scope, Slot};

/// All that is watched.
struct Widget {
    host: Host,
    scopes: Slot<Vec<Scope>>,
    groups: Slot<Vec<Rc<Group>>>,
    /// The controls that a text was pasted into.
    pastes: Slot<Vec<Rc<Field>>>,
    composing: Slot<Option<Control>>,
    /// The control that somebody types in, until it is left.
    typing: Slot<Option<Control>>,
    /// Nothing is to be announced.
    is_silent: Cell<bool>,
    last: Cell<usize>,
}

thread_local! {
    static WIDGET: Slot<Option<Rc<Widget>>> = const { Slot::new(None) };
}

/// Nothing is watched yet.
#[wasm_bindgen]
pub fn widget_start(host: Host) {
    let widget = Widget {
        host,
        scopes: Slot::default(),
        groups: Slot::default(),
        pastes: Slot::default(),
        composing: Slot::default(),
        typing: Slot::default(),
        is_silent: Cell::new(false),
        last: Cell::new(0),
    };
    WIDGET.with(|slot| slot.set(Some(Rc::new(widget))));
}

fn with(work: impl FnOnce(&Widget)) {
    if let Some(widget) = WIDGET.with(Slot::get) {
        work(&widget);
    }
}

/// Watches a document, a form, another element or a control, and what is in it. Returns the number to call it by.
#[wasm_bindgen]
pub fn widget_attach(
    target: Node,
    form: String,
    locale: String,
    report: String,
    normalize: String,
    today: u32,
) -> usize {
    let options = Rc::new(Options { form, locale, report, normalize, today });
    let mut id = 0;
    with(|widget| {
        // What comes together with its first text is not read out everywhere.
        paint::live_region(&target);
        id = widget.last.get() + 1;
        widget.last.set(id);
        let mut scopes = widget.scopes.get();
        scopes.push(Scope { id, target, options });
        widget.scopes.set(scopes);
        widget.scan();
    });
    id
}

/// Looks at the page anew: something came, went, moved, or speaks another language.
#[wasm_bindgen]
pub fn widget_scan() {
    with(Widget::scan);
}

/// An event of the page.
#[wasm_bindgen]
pub fn widget_event(event: Event) {
    with(|widget| widget.handle(&event));
}

/// Types a text into a control, in a way that Ctrl+Z takes back.
#[wasm_bindgen]
pub fn widget_type(control: Control, text: &str) {
    with(|widget| paint::type_into(&widget.host, &control, text));
}

/// A control was filled and left.
#[wasm_bindgen]
pub fn widget_left(control: Control) {
    with(|widget| {
        widget.is_silent.set(true);
        widget.left(&control);
        widget.is_silent.set(false);
    });
}

/// Says what became of the text in a control.
#[wasm_bindgen]
pub fn widget_paste(control: Control, is_news: bool) {
    with(|widget| widget.paste(&control, is_news));
}

/// Judges and shows everything, as when a form is sent.
#[wasm_bindgen]
pub fn widget_check(id: usize) {
    with(|widget| {
        let Some(scope) = widget.scopes.get().into_iter().find(|scope| scope.id == id) else { return };
        for group in widget.groups.get() {
            // A form may be watched as a part of its document, too.
            let element = group.element.as_ref();
            if element.map_or(group.scope == id, |element| scope.target.contains(Some(element))) {
                widget.show_all(&group);
                widget.report(&group);
            }
        }
    });
}

/// Leaves the page as it was.
#[wasm_bindgen]
pub fn widget_detach(id: usize) {
    with(|widget| {
        let mut scopes = widget.scopes.get();
        let Some(at) = scopes.iter().position(|scope| scope.id == id) else { return };
        let gone = scopes.swap_remove(at);
        let is_last = scopes.is_empty();
        widget.scopes.set(scopes);
        widget.scan();
        if is_last {
            paint::silence(&gone.target);
        }
    });
}

impl Widget {
    fn scan(&self) {
        attach::scan(&self.host, &self.scopes.get(), &self.groups);
        if self.composing.get().is_none() {
            for group in self.groups.get() {
                self.refresh(&group);
            }
        }
        self.refresh_pastes();
    }
}
