//! What every field of a group is to show: read, judge, decide.
//!
//! A form is judged whole, twice where somebody is typing: as if it were done, and as it stands. What a field shows depends
//! on which of the two belongs to it, and on whether it may speak already.

use std::rc::Rc;

use super::control::{Shape, all, root_of};
use super::host::{Control, Host};
use super::page::{Field, Group, Subject, When};
use super::paint::{Action, Line, Shown, State};
use super::paste;
use crate::field::Field as Name;
use crate::form::answers::Answers;
use crate::form::table::{Judge, Need};
use crate::form::{Filled, Form, Only, Report};
use crate::issue::{Code, Issue, Place, Severity};
use crate::kind::customer_id::Prefix;
use crate::kind::line_type::{ClaimsLineType, LineType};
use crate::kind::{self, Context, Kind, Mode, choice, fee_schedule, prefecture};
use crate::line::Selection;
use crate::message::{
    self, Locale,
    word::{Word, change, fill, word},
};
use crate::verdict::{CheckDigit, Status, Verdict};
use crate::wasm::hot;

/// What was found about a group.
pub(super) struct Findings {
    /// As if everybody were done.
    pub(super) done: Option<Report>,
    /// As it stands while somebody types.
    typing: Option<Report>,
    /// The line choices.
    pub(super) selection: Option<Selection>,
}

/// Judges a form as it stands now, also as it stands for somebody who is typing.
pub(super) fn find(host: &Host, group: &Group, is_typing: bool) -> Findings {
    let Some(form) = group.form else { return Findings { done: None, typing: None, selection: None } };
    let only = write(host, group, form);
    let context = Context { today: day(host, group), ..Context::default() };
    let inputs = hot::inputs(form.input_count());
    let filled = Filled { inputs, unknown_keys: &[], only: Only::bits(only) };
    let done = form.check_filled(&filled, &context);
    let typing = is_typing.then(|| form.check_filled(&filled, &Context { mode: Mode::Typing, ..context }));
    let selection = Answers::of(form, &filled, &context).selection();
    hot::wipe();
    Findings { done: Some(done), typing, selection }
}

pub(super) fn day(host: &Host, group: &Group) -> Option<crate::calendar::Date> {
    crate::calendar::Date::from_packed(group.options.today).or_else(|| host.day())
}

/// Writes what the controls of a form say into the slots. Returns the bits of the fields to judge.
pub(super) fn write(host: &Host, group: &Group, form: &Form) -> u32 {
    let fields = group.fields.get();
    let mut only = 0;
    host.begin();
    for slot in 0..form.input_count() {
        let field = fields.iter().find(|field| {
            !matches!(field.subject, Subject::Alone(_)) && field.controls.iter().any(|(_, it)| *it == slot)
        });
        let Some(field) = field else {
            host.skip(slot);
            continue;
        };
        let is_box = matches!(field.judge(Some(form)), Judge::Checkbox);
        let is_read = if let Some(control) = field.answering(slot) {
            host.put(slot, &control, is_box)
        } else {
            host.skip(slot);
            true
        };
        if is_read && field.is_enabled() {
            let row = match field.subject {
                Subject::Row(row) => 1 << row | 1 << slot,
                _ => 1 << form.fields.iter().position(|rule| matches!(rule.judge, Judge::List(_))).unwrap_or(0),
            };
            only |= row;
        }
    }
    only
}

/// The verdict on a control by itself.
pub(super) fn verdict_alone(host: &Host, field: &Field, kind: Kind, mode: Mode) -> Verdict {
    let context = Context { mode, today: host.day(), ..context_of(host, field) };
    write_alone(host, field);
    let input = hot::inputs(1).first().copied().unwrap_or_default();
    let mut verdict = kind::check_input(kind, input, &context);
    hot::wipe();
    let is_asked = field.controls.iter().any(|(control, _)| control.has_attribute("required"));
    if verdict.status == Status::Empty && is_asked && field.is_enabled() {
        verdict.issues = Verdict::unread(Code::Required).issues;
    }
    verdict
}

/// Writes what a control by itself says into the first slot.
pub(super) fn write_alone(host: &Host, field: &Field) {
    host.begin();
    match field.answering(0) {
        Some(control) if control.is_enabled() => {
            if !host.put(0, &control, false) {
                host.skip(0);
            }
        }
        _ => host.skip(0),
    }
}

/// What `data-onshi-with` says: `prefecture:#pref lineType:#line`.
pub(super) fn context_of(host: &Host, field: &Field) -> Context {
    let mut context = Context::default();
    let Some(control) = field.control() else { return context };
    let pairs = control.get_attribute("data-onshi-with").unwrap_or_default();
    for pair in pairs.split([' ', ',']).filter(|pair| !pair.is_empty()) {
        let Some((name, selector)) = pair.split_once(':') else { continue };
        let Some(text) = text_at(host, &control, selector) else { continue };
        match name {
            "prefecture" => context.prefecture = prefecture::read(&text),
            "feeSchedule" => context.fee_schedule = fee_schedule::read(&text),
            "customerIdKind" | "customerIdSource" => {
                context.customer_id_kind = match text.as_str() {
                    "caf" | "CAF" => Some(Prefix::Caf),
                    "cop" | "COP" => Some(Prefix::Cop),
                    _ => None,
                };
            }
            "lineType" => {
                context.line_type = choice::read(&text, kind::line_type::LIST).and_then(LineType::parse);
                if context.line_type.is_none() {
                    let claims = choice::read(&text, kind::line_type::CLAIMS_LIST);
                    context.claims_line_type = claims.and_then(ClaimsLineType::parse);
                }
            }
            _ => host.unknown("data-onshi-with", name),
        }
    }
    context
}

/// What the control says that a selector means; of radio buttons the one that is ticked.
fn text_at(host: &Host, control: &Control, selector: &str) -> Option<String> {
    let root = root_of(control);
    let found = all(&root, selector).filter_map(|element| Control::at(Some(&element)));
    let mut others = found.flat_map(|it| -> Vec<Control> {
        let name = it.get_attribute("name");
        match (it.shape(), name) {
            (Some(Shape::Radio), Some(name)) => all(&root, "input[type=radio]")
                .filter_map(|element| Control::at(Some(&element)))
                .filter(|radio| radio.get_attribute("name").as_ref() == Some(&name) && radio.form() == it.form())
                .collect(),
            _ => vec![it],
        }
    });
    let answers = |it: &Control| !matches!(it.shape(), Some(Shape::Radio | Shape::Checkbox)) || it.checked();
    others.find(answers).map(|it| host.text(&it))
}

/// What a field is to show.
pub(super) fn decide(host: &Host, group: &Group, field: &Field, found: &Findings, focused: Option<&Field>) -> Shown {
    let locale = group.locale(Some(field));
    let is_focused = focused.is_some_and(|it| std::ptr::eq(it, field));
    let when = group.when(field);
    if !field.is_enabled() {
        return Shown::default();
    }
    let (done, typing) = if let Subject::Alone(kind) = field.subject {
        let typing = is_focused.then(|| verdict_alone(host, field, kind, Mode::Typing));
        (Some(verdict_alone(host, field, kind, Mode::Final)), typing)
    } else {
        let typing = found.typing.as_ref().filter(|_| is_focused);
        (
            found.done.as_ref().and_then(|it| verdict_in(it, field, group)),
            typing.and_then(|it| verdict_in(it, field, group)),
        )
    };
    let view = View { host, group, field, found, locale };
    let mut shown = match (done, typing) {
        (None, _) => view.not_asked(),
        (Some(done), _) if done.status == Status::Empty => view.empty(&done),
        (_, Some(typing)) if field.is_text() => view.while_typing(&typing, when),
        (Some(done), _) if field.is_reported.get() => view.judged(&done),
        _ => Shown::default(),
    };
    shown.lines.extend(paste::origin(host, field, locale));
    shown
}

/// A field with what is needed to put it into words.
struct View<'a> {
    host: &'a Host,
    group: &'a Group,
    field: &'a Field,
    found: &'a Findings,
    locale: Locale,
}

impl View<'_> {
    /// Nobody asks for it, and what stands there is only told about.
    fn not_asked(&self) -> Shown {
        let Some(report) = &self.found.done else { return Shown::default() };
        let place = self.field.place(self.group.form);
        let mut lines: Vec<Line> = self.condition().into_iter().map(|text| Line::plain(State::Off, text)).collect();
        lines.extend(report.issues.iter().filter(|issue| issue.place == place).map(|issue| self.line(issue)));
        lines.extend(self.undone().lines);
        let is_item = matches!(self.field.subject, Subject::Item(_));
        // An empty line of a list is no field that does not apply.
        if is_item { Shown::default() } else { Shown { state: State::Off, lines } }
    }

    /// 電気通信回線種別が「1」のときだけ入力します.
    fn condition(&self) -> Option<String> {
        let (Subject::Row(row), Some(form)) = (self.field.subject, self.group.form) else { return None };
        let rule = form.fields.get(row)?;
        let Need::When(condition) = rule.need else { return None };
        let other = form.fields.iter().find(|it| it.field == condition.field)?;
        let choices = other.choices()?;
        let mut answers = String::new();
        for choice in choices.list().filter(|it| condition.values.contains(&it.value)) {
            if !answers.is_empty() {
                answers.push_str(word(Word::Or, self.locale));
            }
            // What is printed with a number goes by its number.
            let is_number = choice.value.len() == 1;
            answers.push_str(if is_number { choice.value } else { self.name_of(choice) });
        }
        let label = self.label_of(condition.field);
        Some(fill(Word::AskedOnlyWhen, self.locale, [&label, &answers]))
    }

    /// What the page calls another field; where it has none, its name.
    fn label_of(&self, name: Name) -> String {
        self.group.field_named(name.name()).map_or_else(|| name.name().to_owned(), |field| field.label(self.host))
    }

    /// Nothing is said about an empty field before the form is sent.
    fn empty(&self, done: &Verdict) -> Shown {
        let errors = done.issues.iter().filter(|issue| issue.code.severity() == Severity::Error);
        let lines: Vec<Line> = errors.map(|issue| self.line(issue)).collect();
        if self.group.was_sent.get() && !lines.is_empty() {
            return Shown { state: State::Wrong, lines };
        }
        self.undone()
    }

    /// What a fix has emptied can be had back.
    fn undone(&self) -> Shown {
        let can_undo = self.field.undo.get().is_some();
        let line = Line { action: Some(Action::Undo), ..Line::plain(State::Off, String::new()) };
        Shown { state: State::Quiet, lines: if can_undo { vec![line] } else { Vec::new() } }
    }

    fn while_typing(&self, typing: &Verdict, when: When) -> Shown {
        let may_speak = self.field.is_reported.get() || when == When::Typing;
        match typing.status {
            Status::Incomplete => {
                let lines = self.progress(typing).map(|text| Line::plain(State::Reading, text));
                Shown { state: State::Reading, lines: lines.into_iter().collect() }
            }
            Status::Valid | Status::Invalid if may_speak => self.judged(typing),
            Status::Valid => self.understood(typing),
            Status::Invalid | Status::Empty => Shown::default(),
        }
    }

    fn progress(&self, typing: &Verdict) -> Option<String> {
        let remaining = usize::from(typing.remaining?);
        let mut number = String::new();
        message::write_number(&mut number, remaining as u32);
        let has_letters_to_come =
            self.kind() == Some(Kind::CustomerId) && !typing.text.bytes().any(|it| it.is_ascii_digit());
        let it = match remaining {
            _ if has_letters_to_come && remaining > 10 => Word::MoreCharacters,
            1 => Word::OneMoreDigit,
            _ => Word::MoreDigits,
        };
        Some(fill(it, self.locale, [&number, ""]))
    }

    fn judged(&self, verdict: &Verdict) -> Shown {
        let of = |severity: Severity| verdict.issues.iter().filter(move |issue| issue.code.severity() == severity);
        if verdict.status == Status::Invalid {
            return Shown { state: State::Wrong, lines: of(Severity::Error).map(|issue| self.line(issue)).collect() };
        }
        let mut shown = self.understood(verdict);
        let warnings: Vec<Line> = of(Severity::Warning).map(|issue| self.line(issue)).collect();
        if !warnings.is_empty() {
            shown.state = State::Look;
        }
        shown.lines =
            warnings.into_iter().chain(shown.lines).chain(of(Severity::Info).map(|issue| self.line(issue))).collect();
        shown
    }

    /// What was read, and what folding did.
    fn understood(&self, verdict: &Verdict) -> Shown {
        let more = self.more(verdict);
        let can_undo = self.field.undo.get().is_some();
        let text = self.read_back(verdict).unwrap_or_default();
        let mut lines = Vec::new();
        if !text.is_empty() || !more.is_empty() || can_undo {
            let action = can_undo.then_some(Action::Undo);
            lines.push(Line { more, action, ..Line::plain(State::Understood, text) });
        }
        Shown { state: State::Understood, lines }
    }

    fn kind(&self) -> Option<Kind> {
        match self.field.judge(self.group.form) {
            Judge::Kind(kind) => Some(kind),
            Judge::Repeat(Name::CustomerId) => Some(Kind::CustomerId),
            Judge::Month { .. } => Some(Kind::YearMonth),
            _ => None,
        }
    }

    fn read_back(&self, verdict: &Verdict) -> Option<String> {
        if !self.field.is_text() {
            return None;
        }
        if self.field.is_secret(self.group.form) {
            let same = matches!(self.field.judge(self.group.form), Judge::Repeat(_));
            return Some(word(if same { Word::Same } else { Word::Meets }, self.locale).to_owned());
        }
        let value = verdict.value.as_deref()?;
        match self.kind()? {
            Kind::CustomerId => Some(groups(value)),
            Kind::Phone => Some(groups_of_phone(value)),
            Kind::InstitutionCode => {
                let (prefecture, rest) = value.split_at_checked(2)?;
                let (schedule, number) = rest.split_at_checked(1)?;
                Some(self.code(prefecture, schedule, number))
            }
            Kind::InstitutionNumber => {
                let beside = |name: Name| {
                    let mut values = self.found.done.as_ref()?.values();
                    values.find(|(place, _)| *place == Place::Field(name)).map(|(_, value)| value)
                };
                match (beside(Name::Prefecture), beside(Name::FeeSchedule)) {
                    (Some(prefecture), Some(schedule)) => Some(self.code(prefecture, schedule, value)),
                    _ => Some(value.to_owned()),
                }
            }
            kind if kind.choices().is_some() => {
                let choice = kind.choices()?.list().find(|choice| choice.value == value)?;
                Some([value, " ", self.name_of(choice)].concat())
            }
            Kind::Text | Kind::TerminalName | Kind::InternetProvider => None,
            _ => Some(value.to_owned()),
        }
    }

    fn name_of(&self, choice: choice::Choice) -> &'static str {
        match self.locale {
            Locale::Ja => choice.ja,
            Locale::En => choice.en,
        }
    }

    /// `13 東京都 ／ 3 歯科 ／ 1234567`
    fn code(&self, prefecture: &str, schedule: &str, number: &str) -> String {
        let name = |list: choice::Choices, value: &str| {
            list.list().find(|choice| choice.value == value).map_or("", |choice| self.name_of(choice))
        };
        let slash = word(Word::Slash, self.locale);
        let (place, kind) = (name(prefecture::LIST, prefecture), name(fee_schedule::LIST, schedule));
        [prefecture, " ", place, slash, schedule, " ", kind, slash, number].concat()
    }

    fn more(&self, verdict: &Verdict) -> String {
        let mut more = String::new();
        if let Some(value) = &verdict.value
            && !verdict.changes.is_empty()
            && self.field.is_text()
        {
            let mut kinds: Vec<_> = verdict.changes.iter().map(|change| change.kind).collect();
            kinds.dedup();
            let mut said = Vec::new();
            for kind in kinds {
                let what = change(kind, self.locale);
                if !said.contains(&what) {
                    said.push(what);
                }
            }
            more = fill(Word::ReadAs, self.locale, [&said.join(word(Word::Comma, self.locale)), value]);
        }
        let check_digit = match verdict.check_digit {
            Some(CheckDigit::Ok) => Word::CheckDigitFits,
            Some(CheckDigit::Unverified) => Word::CheckDigitUnverified,
            _ => return more,
        };
        if !more.is_empty() && self.locale == Locale::En {
            more.push(' ');
        }
        more.push_str(word(check_digit, self.locale));
        more
    }

    fn line(&self, issue: &Issue) -> Line {
        let (state, tag) = match issue.code.severity() {
            Severity::Error => (State::Wrong, Word::Error),
            Severity::Warning => (State::Look, Word::LookAgain),
            Severity::Info => (State::Note, Word::Note),
        };
        let action = issue.fix.as_ref().filter(|fix| self.can_be_fixed(&fix.value)).map(|fix| Action::Fix {
            code: issue.code as usize,
            label: message::fix_label(fix.kind, self.locale),
            value: fix.value.clone(),
        });
        Line { tag: word(tag, self.locale), action, ..Line::plain(state, message::text(issue, self.locale)) }
    }

    /// Of two boxes nobody knows which one a text is for, and a choice can only be taken back.
    fn can_be_fixed(&self, value: &str) -> bool {
        match self.field.controls.as_slice() {
            [(control, _)] if self.field.is_text() => !control.read_only(),
            _ => value.is_empty() && !self.field.is_text(),
        }
    }
}

/// `CAF 0123 456 789`, `COP 0123 4567`
fn groups(value: &str) -> String {
    let (prefix, digits) = value.split_at_checked(3).unwrap_or((value, ""));
    let lengths: &[usize] = if digits.len() == 10 { &[4, 3, 3] } else { &[4, 4] };
    grouped(digits, lengths).into_iter().fold(prefix.to_owned(), |text, group| [&text, " ", group].concat())
}

/// `03 1234 5678`, `090 1234 5678`, `0120 123 456`: groups to proofread by, not area codes.
fn groups_of_phone(value: &str) -> String {
    let is_toll_free = ["0120", "0570", "0800", "0990"].iter().any(|it| value.starts_with(it));
    let head = if is_toll_free { 4 } else { value.len().saturating_sub(8) };
    let rest = value.len().saturating_sub(head);
    let tail = if rest <= 6 { 3 } else { 4 };
    grouped(value, &[head, rest.saturating_sub(tail), tail]).join(" ")
}

fn grouped<'a>(mut text: &'a str, lengths: &[usize]) -> Vec<&'a str> {
    let mut groups = Vec::new();
    for length in lengths {
        let (group, rest) = text.split_at_checked(*length).unwrap_or((text, ""));
        groups.push(group);
        text = rest;
    }
    groups.retain(|group| !group.is_empty());
    groups
}

/// The answers that a form gives together: its ten digits, as far as they go.
pub(super) fn code(found: &Findings) -> Option<(String, Option<CheckDigit>)> {
    let report = found.done.as_ref()?;
    let value = |name: Name| report.values().find(|(place, _)| *place == Place::Field(name)).map(|(_, value)| value);
    let [Some(prefecture), Some(schedule), Some(number)] =
        [Name::Prefecture, Name::FeeSchedule, Name::InstitutionNumber].map(value)
    else {
        return None;
    };
    let place = Place::Field(Name::InstitutionNumber);
    let check_digit = report.fields.iter().find(|(it, _)| *it == place).and_then(|(_, verdict)| verdict.check_digit);
    Some(([prefecture, schedule, number].concat(), check_digit))
}

/// The canonical values of a group by field, as a form sends them.
pub(super) fn value_of(host: &Host, field: &Rc<Field>, found: &Findings, group: &Group) -> Option<String> {
    if let Subject::Alone(kind) = field.subject {
        return verdict_alone(host, field, kind, Mode::Final).value;
    }
    verdict_in(found.done.as_ref()?, field, group)?.value
}

fn verdict_in(report: &Report, field: &Field, group: &Group) -> Option<Verdict> {
    let at = |place: Place| report.fields.iter().find(|(it, _)| *it == place).map(|(_, verdict)| verdict.clone());
    let own = at(field.place(group.form));
    if field.subject != Subject::Item(0) {
        return own;
    }
    // What is said about the list as such stands at its first item.
    let list = group.form?.fields.iter().find(|rule| matches!(rule.judge, Judge::List(_)))?;
    match (own, at(Place::Field(list.field))) {
        (Some(mut own), Some(list)) => {
            own.issues.splice(0..0, list.issues);
            own.status = if list.status == Status::Invalid { Status::Invalid } else { own.status };
            Some(own)
        }
        (own, list) => own.or(list),
    }
}
