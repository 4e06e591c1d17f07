//! What happens at an event: who is concerned, and what becomes of it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, SubmitEvent};

use super::Widget;
use super::control::Shape;
use super::host::{Control, FormDataEvent, NativeForm};
use super::judge;
use super::page::{Field, Group, Normalize, Subject, When};
use super::paint::{self, Action, State};
use crate::field::Field as Name;
use crate::form::Form;
use crate::form::table::Judge;
use crate::message::{
    Locale,
    word::{Word, fill, word},
};
use crate::wasm::hot;

impl Widget {
    pub(super) fn handle(&self, event: &Event) {
        let target: Option<Element> = event.target().and_then(|it| it.dyn_into().ok());
        let control = Control::at(target.as_ref());
        match (event.type_().as_str(), control) {
            ("input" | "change", Some(control)) => self.changed(&control, event.type_() == "change"),
            ("compositionstart", Some(control)) => self.composing.set(Some(control)),
            // In Chromium the last input event of a composition comes before its end, and none after.
            ("compositionend", Some(control)) => {
                self.composing.set(None);
                self.changed(&control, false);
            }
            ("focusout", Some(control)) => self.left(&control),
            ("click", _) => self.clicked(target.as_ref(), event),
            ("submit", _) => self.submitted(target.as_ref(), event.unchecked_ref()),
            ("formdata", _) => self.sent(target.as_ref(), event.unchecked_ref()),
            ("reset", _) => self.emptied(target.as_ref()),
            _ => {}
        }
    }

    fn changed(&self, control: &Control, is_done: bool) {
        if self.composing.get().is_some() {
            return;
        }
        if let Some((group, field)) = self.field_of(control) {
            if !field.is_text() {
                // A choice is made at once.
                field.is_reported.set(group.when(&field) != When::Submit || group.was_sent.get());
            } else if !is_done {
                self.forget_undo(&field);
                if !group.was_sent.get() && !self.host.has_text(control) {
                    field.is_reported.set(false);
                }
            }
            self.refresh(&group, Some(&field).filter(|it| it.is_text() && control.is_focused()));
        }
        // Others may take this one as their context.
        for group in self.groups.get() {
            if group.fields.get().iter().any(|field| matches!(field.subject, Subject::Alone(_)) && !field.has(control))
            {
                self.refresh(&group, None);
            }
        }
    }

    /// A person typed something else than the fix.
    fn forget_undo(&self, field: &Field) {
        if let (Some((_, after)), Some(control)) = (field.undo.get(), field.control())
            && self.host.text(&control) != after
        {
            field.undo.set(None);
        }
    }

    fn left(&self, control: &Control) {
        let Some((group, field)) = self.field_of(control) else { return };
        // Another window came to the front, or the focus went on within the field.
        let is_still_here = field.controls.iter().any(|(it, _)| it.is_focused());
        if is_still_here || self.composing.get().is_some() {
            return;
        }
        if group.when(&field) == When::Submit && !group.was_sent.get() {
            return self.refresh(&group, None);
        }
        let before = field.shown.get();
        let has_text = field.controls.iter().any(|(it, _)| self.host.has_text(it));
        field.is_reported.set(has_text || group.was_sent.get());
        if group.normalize(&field) == Normalize::Blur {
            self.write_canonical(&group, &field);
        }
        self.refresh(&group, None);
        let now = field.shown.get();
        let is_news = now.state != State::Quiet && now.state != State::Off;
        if is_news && (before != now || before.state == State::Wrong) {
            self.say(&group, &field);
        }
    }

    /// Reads the message of a field out.
    fn say(&self, group: &Group, field: &Field) {
        let locale = group.locale(Some(field));
        let text = field.shown.get().spoken(locale);
        if !text.is_empty() {
            paint::announce(&field.message, &[&field.label(&self.host), word(Word::Colon, locale), &text].concat());
        }
    }

    /// Judges a group anew and shows the result. `typing`: the field that somebody is typing in.
    pub(super) fn refresh(&self, group: &Rc<Group>, typing: Option<&Rc<Field>>) {
        let host = &self.host;
        let focused = typing.map(Rc::as_ref);
        let found = judge::find(host, group, typing.is_some());
        let mut news = Vec::new();
        for field in group.fields.get() {
            let shown = judge::decide(host, group, &field, &found, focused);
            if paint::field(&field, shown, group.locale(Some(&field))) {
                news.push(field);
            }
        }
        if let Some(selection) = &found.selection {
            paint::choices(group, selection);
        }
        if group.form.is_some() {
            let (digits, check_digit) = judge::code(&found).unwrap_or_default();
            paint::code(group, &digits, check_digit.map_or("", crate::CheckDigit::name));
        }
        if group.summary.get().is_some() {
            self.summarise(group);
        }
        for field in news {
            self.tell(group, &field);
        }
    }

    fn summarise(&self, group: &Group) {
        let locale = group.locale(None);
        let fields = group.fields.get();
        paint::summary(
            group,
            fields.iter().filter_map(|field| paint::entry(&self.host, field, locale)).collect(),
            locale,
        );
    }

    /// `onshi:verdict`
    fn tell(&self, group: &Group, field: &Rc<Field>) {
        let (Some(control), host) = (field.control(), &self.host) else { return };
        let english = group.locale(Some(field)) == Locale::En;
        let state = field.shown.get().state.name();
        match (field.subject, group.form) {
            (Subject::Alone(kind), _) => {
                judge::write_alone(host, field);
                let words = hot::check_with(kind, &judge::context_of(host, field));
                host.alone(&control, &field.name, state, words, english);
            }
            (_, Some(form)) => {
                let words = self.report_words(group, form);
                host.field(&control, &field.name, state, number_of(form), words, english);
            }
            (_, None) => {}
        }
    }

    fn report_words(&self, group: &Group, form: &'static Form) -> *const u32 {
        let host = &self.host;
        let only = judge::write(host, group, form);
        let today = judge::day(host, group).map_or(0, crate::Date::packed);
        hot::form_check(number_of(form), 0, only, 0, today)
    }

    /// Shows all that is wrong. True when something is.
    pub(super) fn show_all(&self, group: &Rc<Group>) -> bool {
        group.was_sent.set(true);
        for field in group.fields.get() {
            field.is_reported.set(true);
        }
        self.refresh(group, None);
        group.fields.get().iter().any(|field| field.shown.get().state == State::Wrong)
    }

    /// `onshi:report`
    pub(super) fn report(&self, group: &Group) {
        let (host, english) = (&self.host, group.locale(None) == Locale::En);
        let mut element = group.element.clone();
        for field in group.fields.get() {
            let (Subject::Alone(kind), Some(control)) = (field.subject, field.control()) else { continue };
            judge::write_alone(host, &field);
            let words = hot::check_with(kind, &judge::context_of(host, &field));
            host.collect(&control, &field.name, words, english);
            element = element.or_else(|| Some(control.unchecked_into()));
        }
        let Some(element) = element else { return };
        let words = group.form.map_or(std::ptr::null(), |form| self.report_words(group, form));
        host.report(&element, group.form.map(number_of), words, english);
    }

    fn submitted(&self, target: Option<&Element>, event: &SubmitEvent) {
        let Some(group) = self.group_of(target) else { return };
        let submitter = event.submitter();
        if submitter.is_some_and(|it| it.has_attribute("formnovalidate")) {
            return;
        }
        if self.show_all(&group) {
            // As if the browser had found it: nobody else hears of a form that is not sent.
            event.prevent_default();
            event.stop_immediate_propagation();
            self.summarise(&group);
            self.report(&group);
            if let Some(summary) = group.summary.get() {
                let _ = summary.unchecked_ref::<HtmlElement>().focus();
            }
            return;
        }
        self.report(&group);
        let Some(form) = group.element.clone() else { return };
        // What the page itself asks of its other controls.
        if !group.ledger.had(&form, "novalidate") && !form.unchecked_into::<NativeForm>().report_validity() {
            event.prevent_default();
            event.stop_immediate_propagation();
        }
    }

    /// What a form sends is what was understood.
    fn sent(&self, target: Option<&Element>, event: &FormDataEvent) {
        let Some(group) = self.group_of(target) else { return };
        let (host, data) = (&self.host, event.form_data());
        let found = judge::find(host, &group, false);
        let mut items: Vec<(String, String)> = Vec::new();
        for field in group.fields.get() {
            let is_kept = group.normalize(&field) == Normalize::Off || field.is_secret(group.form);
            let value = judge::value_of(host, &field, &found, &group).filter(|_| !is_kept);
            for (control, _) in field.controls.iter().filter(|(it, _)| it.is_text() && it.is_enabled()) {
                let Some(name) = control.get_attribute("name").filter(|name| !name.is_empty()) else { continue };
                let sent = value.as_deref().and_then(|value| self.to_send(&group, &field, control, value));
                if matches!(field.subject, Subject::Item(_)) {
                    items.push((name, sent.unwrap_or_else(|| host.text(control))));
                } else if let Some(sent) = sent {
                    let _ = data.set_with_str(&name, &sent);
                }
            }
        }
        if let Some((name, _)) = items.first() {
            data.delete(name);
        }
        for (name, value) in items {
            let _ = data.append_with_str(&name, &value);
        }
    }

    /// A canonical value as one control takes it.
    fn to_send(&self, group: &Group, field: &Field, control: &Control, value: &str) -> Option<String> {
        match field.judge(group.form) {
            // The portal's box takes the digits alone where the kind is chosen beside it.
            Judge::Kind(crate::Kind::CustomerId) | Judge::Repeat(Name::CustomerId)
                if group.field_named(Name::CustomerIdSource.name()).is_some() =>
            {
                value.get(3..).map(str::to_owned)
            }
            Judge::Month { year, month } => {
                let name = control.field_name();
                let (years, months) = value.split_once('-')?;
                if name == year.name() {
                    Some(years.to_owned())
                } else if name == month.name() {
                    // As it was written: `04` or `4`.
                    let typed = self.host.text(control);
                    let has_zero = typed.trim_start().starts_with(['0', '０']);
                    Some(if has_zero { months } else { months.trim_start_matches('0') }.to_owned())
                } else {
                    Some(value.to_owned())
                }
            }
            _ => Some(value.to_owned()),
        }
    }

    fn write_canonical(&self, group: &Group, field: &Rc<Field>) {
        if field.is_secret(group.form) {
            return;
        }
        let host = &self.host;
        let found = judge::find(host, group, false);
        let Some(value) = judge::value_of(host, field, &found, group) else { return };
        for (control, _) in field.controls.iter().filter(|(it, _)| it.is_text() && !it.read_only()) {
            let Some(wanted) = self.to_send(group, field, control, &value) else { continue };
            let typed = host.text(control);
            if typed != wanted {
                field.undo.set(Some((typed, wanted.clone())));
                paint::rewrite(control, &wanted);
            }
        }
    }

    fn clicked(&self, target: Option<&Element>, event: &Event) {
        let Some(target) = target else { return };
        if let Ok(Some(link)) = target.closest(".onshi-summary-list a") {
            return follow(&link, event);
        }
        let Ok(Some(button)) = target.closest(".onshi-fix,.onshi-undo") else { return };
        for group in self.groups.get() {
            for field in group.fields.get() {
                let Some(at) = field.buttons.get().iter().position(|it| *it == button) else { continue };
                let shown = field.shown.get();
                if let Some(action) = shown.lines.iter().filter_map(|line| line.action.as_ref()).nth(at) {
                    self.act(&group, &field, action);
                }
                return;
            }
        }
    }

    fn act(&self, group: &Rc<Group>, field: &Rc<Field>, action: &Action) {
        let (Some(control), host) = (field.control(), &self.host) else { return };
        let locale = group.locale(Some(field));
        let said = match action {
            Action::Fix { code, label, value } => {
                if !host.fix(&control, &field.name, *code, value) {
                    return;
                }
                field.undo.set(Some((host.text(&control), value.clone())));
                paint::type_into(&control, value);
                fill(Word::Fixed, locale, [label, ""])
            }
            Action::Undo => {
                let Some((before, _)) = field.undo.get() else { return };
                field.undo.set(None);
                paint::type_into(&control, &before);
                word(Word::Undone, locale).to_owned()
            }
        };
        field.is_reported.set(true);
        self.refresh(group, None);
        let text = [&said, " ", &field.label(&self.host), word(Word::Colon, locale), &field.shown.get().spoken(locale)]
            .concat();
        paint::announce(&field.message, &text);
    }

    fn emptied(&self, target: Option<&Element>) {
        let Some(group) = self.group_of(target) else { return };
        group.was_sent.set(false);
        for field in group.fields.get() {
            field.is_reported.set(false);
            field.undo.set(None);
        }
        self.refresh(&group, None);
    }

    fn group_of(&self, element: Option<&Element>) -> Option<Rc<Group>> {
        let element = element?;
        self.groups.get().into_iter().find(|group| group.element.as_ref() == Some(element))
    }

    fn field_of(&self, control: &Control) -> Option<(Rc<Group>, Rc<Field>)> {
        control.shape().filter(|shape| *shape != Shape::Hidden)?;
        self.groups.get().into_iter().find_map(|group| group.field_of(control).map(|field| (group, field)))
    }
}

fn number_of(form: &'static Form) -> usize {
    Form::all().iter().position(|it| std::ptr::eq(*it, form)).unwrap_or_default()
}

/// A link of the summary leads into the field, with its label in sight.
fn follow(link: &Element, event: &Event) {
    let id = link.get_attribute("href").unwrap_or_default();
    let id = id.strip_prefix('#').unwrap_or_default();
    let Some(control) = link.owner_document().and_then(|it| it.get_element_by_id(id)) else { return };
    event.prevent_default();
    let above = control.closest("label,fieldset").ok().flatten().unwrap_or_else(|| control.clone());
    above.scroll_into_view();
    let _ = control.unchecked_ref::<HtmlElement>().focus();
}
