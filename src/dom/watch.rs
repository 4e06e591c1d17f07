//! What happens at an event: who is concerned, and what becomes of it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, SubmitEvent};

use super::Widget;
use super::control::Shape;
use super::host::{Control, FormDataEvent, Host, NativeForm};
use super::judge;
use super::page::{Field, Group, Normalize, Subject, When};
use super::paint::{self, Action, State};
use crate::field::Field as Name;
use crate::form::Form;
use crate::form::table::Judge;
use crate::kind::{Context, Mode};
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
        self.refresh_pastes();
    }

    fn changed(&self, control: &Control, is_done: bool) {
        if self.composing.get().is_some() {
            return;
        }
        if let Some((group, field)) = self.field_of(control) {
            if field.is_text() {
                self.typing.set(Some(control.clone()));
                if !is_done {
                    self.forget_undo(&field);
                }
                if !group.was_sent.get() && !self.host.has_text(control) {
                    field.is_reported.set(false);
                }
            } else {
                // A choice is made at once.
                field.is_reported.set(group.when(&field) != When::Submit || group.was_sent.get());
                field.undo.set(None);
            }
            self.refresh(&group);
        }
        // Others may take this one as their context.
        for group in self.groups.get() {
            let is_other = |field: &Rc<Field>| matches!(field.subject, Subject::Alone(_)) && !field.has(control);
            if group.fields.get().iter().any(is_other) {
                self.refresh(&group);
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

    pub(super) fn left(&self, control: &Control) {
        let Some((group, field)) = self.field_of(control) else { return };
        // Another window came to the front, or the focus went on within the field.
        let is_still_here = field.controls.iter().any(|(it, _)| it.is_focused());
        if is_still_here || self.composing.get().is_some() {
            return;
        }
        self.typing.set(None);
        if group.when(&field) == When::Submit && !group.was_sent.get() {
            return self.refresh(&group);
        }
        let before = field.shown.get();
        let has_text = field.controls.iter().any(|(it, _)| self.host.has_text(it));
        field.is_reported.set(has_text || group.was_sent.get());
        if group.normalize(&field) == Normalize::Blur {
            self.write_canonical(&group, &field);
        }
        self.refresh(&group);
        let now = field.shown.get();
        let is_news = now.state != State::Quiet && now.state != State::Off;
        if is_news && before != now {
            self.say(&group, &field);
        }
    }

    /// Reads the message of a field out.
    fn say(&self, group: &Group, field: &Field) {
        let locale = group.locale(Some(field));
        let text = field.shown.get().spoken();
        if !text.is_empty() && !self.is_silent.get() {
            paint::announce(&field.message, &[&field.label(&self.host), word(Word::Colon, locale), &text].concat());
        }
    }

    /// The field of a group that somebody is typing in.
    fn typed_in(&self, group: &Group) -> Option<Rc<Field>> {
        group.field_of(&self.typing.get()?).filter(|field| field.is_text())
    }

    /// Judges a group anew and shows the result.
    pub(super) fn refresh(&self, group: &Rc<Group>) {
        let host = &self.host;
        let typed_in = self.typed_in(group);
        let found = judge::find(host, group, typed_in.is_some());
        let mut news = Vec::new();
        for field in group.fields.get() {
            let shown = judge::decide(host, group, &field, &found, typed_in.as_deref());
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
            let is_typed_in = typed_in.as_ref().is_some_and(|it| Rc::ptr_eq(it, &field));
            self.tell(group, &field, if is_typed_in { Mode::Typing } else { Mode::Final });
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
    fn tell(&self, group: &Group, field: &Field, mode: Mode) {
        let (Some(control), host) = (field.control(), &self.host) else { return };
        let english = group.locale(Some(field)) == Locale::En;
        let state = field.shown.get().state.name();
        match (field.subject, group.form) {
            (Subject::Alone(kind), _) => {
                judge::write_alone(host, field);
                let words = hot::check_with(kind, &Context { mode, ..judge::context_of(host, field) });
                host.alone(&control, &field.name, state, kind as usize, words, english);
            }
            (_, Some(form)) => {
                let words = self.report_words(group, form, mode);
                host.field(&control, &field.name, state, number_of(form), words, english);
            }
            (_, None) => {}
        }
    }

    fn report_words(&self, group: &Group, form: &'static Form, mode: Mode) -> *const u32 {
        let host = &self.host;
        let only = judge::write(host, group, form);
        let today = judge::day(host, group).map_or(0, crate::Date::packed);
        hot::form_check(number_of(form), 0, only, u32::from(mode == Mode::Typing), today)
    }

    /// Shows all that is wrong. True when something is.
    pub(super) fn show_all(&self, group: &Rc<Group>) -> bool {
        group.was_sent.set(true);
        self.typing.set(None);
        for field in group.fields.get() {
            field.is_reported.set(true);
        }
        self.refresh(group);
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
            host.collect(&field.name, kind as usize, words, english);
            element = element.or_else(|| Some(control.unchecked_into()));
        }
        let Some(element) = element else { return };
        let words = group.form.map_or(std::ptr::null(), |form| self.report_words(group, form, Mode::Final));
        host.report(&element, group.form.map(number_of), words, english);
    }

    fn submitted(&self, target: Option<&Element>, event: &SubmitEvent) {
        let groups = self.groups_of(target);
        let submitter = event.submitter();
        if groups.is_empty() || submitter.is_some_and(|it| it.has_attribute("formnovalidate")) {
            return;
        }
        let wrong: Vec<_> = groups.iter().filter(|group| self.show_all(group)).collect();
        for group in &groups {
            self.report(group);
        }
        if let Some(first) = wrong.first() {
            // As if the browser had found it: nobody else hears of a form that is not sent.
            event.prevent_default();
            event.stop_immediate_propagation();
            for group in &wrong {
                self.summarise(group);
            }
            if let Some(summary) = first.summary.get() {
                // The summary is read out, which says it all.
                self.is_silent.set(true);
                let _ = summary.unchecked_ref::<HtmlElement>().focus();
                self.is_silent.set(false);
            }
            return;
        }
        let Some(form) = target else { return };
        // What the page itself asks of its other controls.
        let is_ours =
            groups.iter().any(|group| group.element.as_ref() == Some(form) && !group.ledger.had(form, "novalidate"));
        if is_ours && !form.unchecked_ref::<NativeForm>().report_validity() {
            event.prevent_default();
            event.stop_immediate_propagation();
        }
    }

    /// What a form sends is what was understood.
    fn sent(&self, target: Option<&Element>, event: &FormDataEvent) {
        let (host, data) = (&self.host, event.form_data());
        let mut items: Vec<(String, String)> = Vec::new();
        for group in self.groups_of(target) {
            let found = judge::find(host, &group, false);
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
                paint::rewrite(host, control, &wanted);
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
        self.unpaste(&button);
    }

    fn act(&self, group: &Rc<Group>, field: &Rc<Field>, action: &Action) {
        let (Some(control), host) = (field.control(), &self.host) else { return };
        let locale = group.locale(Some(field));
        let said = match action {
            Action::Fix { code, label, value } => {
                if !host.fix(&control, &field.name, *code, value) {
                    return;
                }
                let before = field.answer(host);
                put(host, field, &control, value);
                // Only now: what is put in is heard as if it had been typed.
                field.undo.set(Some((before, value.clone())));
                fill(Word::Fixed, locale, [label, ""])
            }
            Action::Undo => {
                let Some((before, _)) = field.undo.get() else { return };
                put(host, field, &control, &before);
                field.undo.set(None);
                word(Word::Undone, locale).to_owned()
            }
        };
        self.typing.set(None);
        field.is_reported.set(true);
        self.refresh(group);
        let text =
            [&said, " ", &field.label(&self.host), word(Word::Colon, locale), &field.shown.get().spoken()].concat();
        paint::announce(&field.message, &text);
    }

    fn emptied(&self, target: Option<&Element>) {
        for group in self.groups_of(target) {
            group.was_sent.set(false);
            for field in group.fields.get() {
                field.is_reported.set(false);
                field.undo.set(None);
            }
            self.refresh(&group);
        }
    }

    /// The groups that go with a form: itself, and elements in it that are one by their attribute.
    fn groups_of(&self, form: Option<&Element>) -> Vec<Rc<Group>> {
        let Some(form) = form else { return Vec::new() };
        let goes_with = |group: &Rc<Group>| {
            let element = group.element.as_ref();
            element.is_some_and(|it| it == form || it.closest("form").is_ok_and(|of| of.as_ref() == Some(form)))
        };
        self.groups.get().into_iter().filter(goes_with).collect()
    }

    pub(super) fn field_of(&self, control: &Control) -> Option<(Rc<Group>, Rc<Field>)> {
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

/// Puts an answer in: a text is typed, a choice made or taken back.
fn put(host: &Host, field: &Field, control: &Control, value: &str) {
    if field.is_text() {
        paint::type_into(host, control, value);
    } else {
        paint::choose(host, field, value);
        let _ = control.focus();
    }
}
