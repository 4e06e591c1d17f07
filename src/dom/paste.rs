//! What is said beside a control that a text was pasted into: the fields that were filled from it, and one button that takes
//! all of it back. The text is read, and the fields are filled, in `pkg/src/paste.js`, which costs a fraction of it here.

use std::cell::Cell;
use std::rc::Rc;

use web_sys::Element;

use super::Widget;
use super::attach;
use super::host::{Control, Host};
use super::ledger::Ledger;
use super::page::{Field, Group, Slot, Subject};
use super::paint::{self, Action, Line, Shown, State};
use crate::kind::Kind;
use crate::message::{
    self, Locale,
    word::{Word, fill, word},
};

impl Widget {
    /// Says what became of a text. `is_news`: also to those who do not see it.
    pub(super) fn paste(&self, control: &Control, is_news: bool) {
        let mut places = self.pastes.get();
        let known = places.iter().find(|place| place.has(control)).cloned();
        let place = known.unwrap_or_else(|| {
            let made = make(control);
            places.push(made.clone());
            self.pastes.set(places);
            made
        });
        self.refresh_pastes();
        if is_news {
            let mut text = String::new();
            for line in &place.shown.get().lines {
                text.extend([&line.text, " ", &line.more, " "]);
            }
            paint::announce(control, text.trim());
        }
    }

    /// Says it anew: a person may have changed a field, and the page its language. A control that has gone, or has nothing
    /// to fill any more, is left as it was.
    pub(super) fn refresh_pastes(&self) {
        let mut kept = Vec::new();
        for mut place in self.pastes.get() {
            let Some(control) = place.control() else { continue };
            let Some(group) = self.group_of(&control).filter(|_| control.is_connected()) else {
                place.restore();
                continue;
            };
            // A framework may have drawn its part of the page anew.
            if !place.message.is_connected() {
                place.restore();
                place = make(&control);
            }
            let locale = group.locale(Some(&place));
            paint::field(&place, self.describe_paste(&control, locale), locale);
            kept.push(place);
        }
        self.pastes.set(kept);
    }

    /// Takes everything back, if that is what the button is for.
    pub(super) fn unpaste(&self, button: &Element) {
        let Some(place) = self.pastes.get().into_iter().find(|place| place.buttons.get().contains(button)) else {
            return;
        };
        let Some(control) = place.control() else { return };
        let Some(group) = self.group_of(&control) else { return };
        self.host.unpaste(&control);
        paint::announce(&control, word(Word::Undone, group.locale(Some(&place))));
    }

    /// A group that a text is for.
    fn group_of(&self, place: &Control) -> Option<Rc<Group>> {
        let target = self.host.pasted_into(place)?;
        self.field_of(&target).map(|(group, _)| group)
    }

    fn describe_paste(&self, place: &Control, locale: Locale) -> Shown {
        let host = &self.host;
        let mut shown = Shown::default();
        let (mut filled, mut odd) = (String::new(), String::new());
        let mut index = 0;
        while let Some(control) = host.pasted_field(place, index) {
            let count = host.pasted_count(place, index);
            index += 1;
            let Some((_, field)) = self.field_of(&control) else { continue };
            let label = field.label(host);
            if count > 1 {
                let mut number = String::new();
                message::write_number(&mut number, count);
                let text = fill(Word::Doubtful, locale, [&label, &number]);
                shown.state = State::Look;
                shown.lines.push(Line { tag: word(Word::LookAgain, locale), ..Line::plain(State::Look, text) });
                continue;
            }
            append(&mut filled, &label, locale);
            if matches!(field.shown.get().state, State::Wrong | State::Look) {
                append(&mut odd, &label, locale);
            }
        }
        if !filled.is_empty() {
            let mut line = Line::plain(State::Note, fill(Word::FilledIn, locale, [&filled, ""]));
            if !odd.is_empty() {
                line.more = fill(Word::LookAgainAt, locale, [&odd, ""]);
            }
            line.action = Some(Action::Undo);
            shown.lines.insert(0, line);
        }
        if shown.lines.is_empty() && host.pasted_in_vain(place) {
            shown.lines.push(Line::plain(State::Note, word(Word::NothingFits, locale).to_owned()));
        }
        shown
    }
}

/// Where the text of a field came from, as long as it is still the same.
pub(super) fn origin(host: &Host, field: &Field, locale: Locale) -> Option<Line> {
    let label = host.pasted_label(&field.control()?)?;
    let it = if label.is_empty() { Word::Pasted } else { Word::PastedFrom };
    Some(Line::plain(State::Note, fill(it, locale, [&label, ""])))
}

fn append(list: &mut String, label: &str, locale: Locale) {
    if !list.is_empty() {
        list.push_str(word(Word::And, locale));
    }
    list.push_str(label);
}

/// The control with the place of what is said. It stands in no group, so that nobody judges it.
fn make(control: &Control) -> Rc<Field> {
    let ledger = Ledger::default();
    let message = paint::make(control, "div", "onshi-message");
    ledger.made(&message);
    attach::put_behind(control, &message);
    let field = Field {
        subject: Subject::Alone(Kind::Text),
        name: String::new(),
        controls: vec![(control.clone(), 0)],
        ledger,
        message,
        is_reported: Cell::new(false),
        shown: Slot::default(),
        buttons: Slot::default(),
        undo: Slot::default(),
    };
    paint::describe(&field);
    Rc::new(field)
}
