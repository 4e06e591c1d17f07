//! A row judged: its cells one by one, or all of it as a form.

use crate::bulk::glance;
use crate::bulk::lane::Lane;
use crate::bulk::plan::{Plan, Target};
use crate::bulk::record::Records;
use crate::bulk::tally::{RowIssue, Tally};
use crate::canonical;
use crate::field::Field;
use crate::findings::Findings;
use crate::form::answers::learn;
use crate::form::table::{Judge, LIST_ROOM};
use crate::form::{Filled, Form, Only};
use crate::issue::{Code, MOST_PARAMS, Place};
use crate::kind::{self, Context, Input, Kind};
use crate::text::is_nothing;
use crate::verdict::{CheckDigit, Status};

/// What is known about a column before the first row.
struct Cells {
    kind: Option<Kind>,
    /// Nothing of its cells may be kept, not even what is the matter with them.
    is_secret: bool,
}

/// Judges rows. Keeps its room between them.
pub(super) struct Judgement {
    columns: Vec<Cells>,
    /// Of the kinds that say something about others, the columns that hold them.
    telling: Vec<(usize, Kind)>,
    form: Option<FormColumns>,
    context: Context,
    findings: Findings,
    buffer: String,
    /// What the form says to each column.
    statuses: Vec<Status>,
    /// What was found in the row judged last.
    pub(super) issues: Vec<RowIssue>,
}

/// How the columns of a file fill a form.
struct FormColumns {
    form: &'static Form,
    /// For each input of the form the column it comes from.
    columns: Vec<Option<usize>>,
    only: Only,
}

impl Judgement {
    pub(super) fn new(plan: &Plan, context: Context) -> Self {
        let form = plan.form.map(|form| FormColumns::new(form, plan));
        let cells = |column| Cells { kind: plan.kind(column), is_secret: plan.is_secret(column) };
        let columns: Vec<Cells> = (0..plan.columns.len()).map(cells).collect();
        let kinds = columns.iter().enumerate().filter_map(|(index, column)| Some((index, column.kind?)));
        // A form asks its fields itself.
        let telling = kinds.filter(|(_, kind)| form.is_none() && glance::tells(*kind)).collect();
        Self {
            statuses: vec![Status::Empty; columns.len()],
            columns,
            telling,
            form,
            context,
            findings: Findings::kept(),
            buffer: String::new(),
            issues: Vec::new(),
        }
    }

    pub(super) fn is_secret(&self, column: Option<u32>) -> bool {
        column.and_then(|column| self.columns.get(column as usize)).is_some_and(|column| column.is_secret)
    }

    /// The lane in which rows of these columns may go.
    pub(super) fn lane(&self, delimiter: u8) -> Option<Lane> {
        let kinds: Vec<Option<Kind>> = self.columns.iter().map(|column| column.kind).collect();
        if self.form.is_some() { None } else { Lane::new(&kinds, delimiter, self.context) }
    }

    /// Judges the row that `records` has read; its findings are in `issues`.
    pub(super) fn judge(&mut self, records: &Records, bytes: &[u8], row: u32, line: u32, tally: &mut Tally) {
        if self.form.is_some() {
            self.judge_form(records, bytes, row, line, tally);
        } else {
            self.judge_cells(records, bytes, row, line, tally);
        }
    }

    fn judge_cells(&mut self, records: &Records, bytes: &[u8], row: u32, line: u32, tally: &mut Tally) {
        let mut context = self.context;
        for (index, kind) in &self.telling {
            let cell = records.cell(bytes, *index);
            if !glance::learn(*kind, cell, &mut context)
                && let Ok(text) = str::from_utf8(cell)
                && !is_nothing(text)
            {
                learn(*kind, text, &mut context);
            }
        }
        for (index, column) in self.columns.iter().enumerate() {
            let Some(kind) = column.kind else { continue };
            let cell = records.cell(bytes, index);
            if glance::passes(kind, cell, &context) {
                tally.count_cell(index, true);
                continue;
            }
            let Ok(text) = str::from_utf8(cell) else { continue };
            if is_nothing(text) {
                continue;
            }
            self.findings.clear();
            let status = kind::examine(kind, Input::Text(text), &context, &mut self.findings, &mut self.buffer).status;
            tally.count_cell(index, status == Status::Valid);
            if status == Status::Valid && self.findings.len() == 0 {
                continue;
            }
            let place = |code, values, fix| RowIssue { row, line, column: Some(index as u32), code, values, fix };
            if let Some((code, values, fix)) = spreadsheet_damage(kind, text, &context) {
                self.issues.push(place(code, values, fix));
                continue;
            }
            let issues = &mut self.issues;
            self.findings.in_order(0, &mut |finding| issues.push(place(finding.code, finding.values, None)));
        }
    }

    fn judge_form(&mut self, records: &Records, bytes: &[u8], row: u32, line: u32, tally: &mut Tally) {
        let Some(FormColumns { form, columns, only }) = &self.form else { return };
        let input = |column: &Option<usize>| match column.map(|column| str::from_utf8(records.cell(bytes, column))) {
            Some(Ok(text)) if !text.is_empty() => Input::Text(text),
            _ => Input::Missing,
        };
        let inputs: Vec<Input> = columns.iter().map(input).collect();
        let filled = Filled { inputs: &inputs, unknown_keys: &[], only: *only };
        let column_of = |place: Place| column_of(form, columns, place);
        self.findings.clear();
        self.statuses.fill(Status::Empty);
        let statuses = &mut self.statuses;
        form.examine(&filled, &self.context, &mut self.findings, &mut self.buffer, &mut |place, examined, _, _| {
            if let Some(status) = column_of(place).and_then(|column| statuses.get_mut(column as usize)) {
                *status = examined.status;
            }
        });
        for (column, status) in statuses.iter().enumerate() {
            if *status != Status::Empty {
                tally.count_cell(column, *status == Status::Valid);
            }
        }
        let issues = &mut self.issues;
        let own = &self.columns;
        self.findings.in_order(0, &mut |finding| {
            let column = column_of(finding.place);
            let cell = column.and_then(|column| own.get(column as usize)?.kind.map(|kind| (kind, column)));
            let text = |column: u32| str::from_utf8(records.cell(bytes, column as usize)).unwrap_or_default();
            let damage = cell
                .filter(|_| is_about_length(finding.code))
                .and_then(|(kind, column)| spreadsheet_damage(kind, text(column), &Context::default()));
            let (code, values, fix) = damage.unwrap_or((finding.code, finding.values, None));
            issues.push(RowIssue { row, line, column, code, values, fix });
        });
    }
}

impl FormColumns {
    fn new(form: &'static Form, plan: &Plan) -> Self {
        let mut columns = Vec::new();
        let mut only = 0;
        for (index, rule) in form.fields.iter().enumerate() {
            let mut holding = plan
                .columns
                .iter()
                .enumerate()
                .filter(|(_, column)| column.target == Some(Target::Field(rule.field)))
                .map(|(column, _)| column);
            let slots = if matches!(rule.judge, Judge::List(_)) { LIST_ROOM + 1 } else { 1 };
            let before = columns.len();
            columns.extend((0..slots).map(|_| holding.next()));
            if columns.get(before..).is_some_and(|columns| columns.iter().any(Option::is_some)) {
                only |= 1 << index;
            }
        }
        Self { form, columns, only: Only::bits(only) }
    }
}

/// The column that a place in a report is about; of a month in two boxes the first of them that there is.
fn column_of(form: &Form, columns: &[Option<usize>], place: Place) -> Option<u32> {
    let at = |field: Field| form.fields.iter().position(|rule| rule.field == field);
    let column = |index: usize| columns.get(index).copied().flatten().map(|column| column as u32);
    match place {
        Place::Whole | Place::UnknownKey(_) => None,
        Place::Item(item) => column(form.fields.len() - 1 + usize::from(item)),
        Place::Field(field) => {
            let index = at(field)?;
            let boxes = match form.fields.get(index)?.judge {
                Judge::Month { year, month } => [at(year), at(month)],
                _ => [None, None],
            };
            column(index).or_else(|| boxes.into_iter().flatten().find_map(column))
        }
    }
}

/// What a spreadsheet has done to a number, with the zeros put back where they are missing. Nothing is padded: whoever has
/// the papers decides.
fn spreadsheet_damage(kind: Kind, text: &str, context: &Context) -> Option<(Code, [u32; MOST_PARAMS], Option<String>)> {
    let text = text.trim();
    let lengths: &[usize] = match kind {
        Kind::InstitutionNumber => &[7],
        Kind::InstitutionCode => &[10],
        Kind::Phone => &[10, 11],
        Kind::CustomerId => &[],
        _ => return None,
    };
    if is_exponent(text) {
        return Some((Code::CsvExponent, [0; MOST_PARAMS], None));
    }
    if text.starts_with('0') || text.is_empty() || !canonical::are_digits(text.as_bytes()) {
        return None;
    }
    let most = if kind == Kind::InstitutionNumber { 2 } else { 1 };
    let length = lengths.iter().find(|length| **length > text.len() && **length - text.len() <= most)?;
    let zeros = length - text.len();
    let whole = format!("{}{text}", "0".repeat(zeros));
    let verdict = kind::check(kind, &whole, context);
    let is_right = verdict.status == Status::Valid
        && verdict.check_digit.is_none_or(|digit| digit != CheckDigit::Mismatch)
        && verdict.issues.is_empty();
    is_right.then_some((Code::CsvLostZeros, [zeros as u32, *length as u32, 0], Some(whole)))
}

/// `1.33E+09`, as spreadsheets write long numbers.
fn is_exponent(text: &str) -> bool {
    let Some((digits, power)) = text.split_once(['E', 'e']) else { return false };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    is_number(digits) && power.strip_prefix('+').is_some_and(is_number)
}

/// The findings that zeros in front would settle.
fn is_about_length(code: Code) -> bool {
    matches!(
        code,
        Code::InstitutionNumberTooShort
            | Code::InstitutionCodeTooShort
            | Code::PhoneNoLeadingZero
            | Code::PhoneTooShort
            | Code::DigitsNotDigit
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn damage(kind: Kind, text: &str) -> Option<(&'static str, Option<String>)> {
        spreadsheet_damage(kind, text, &Context::default()).map(|(code, _, fix)| (code.name(), fix))
    }

    #[test]
    fn lost_zeros_are_shown_and_not_put_back() {
        let lost = |whole: &str| Some(("csv.lost-zeros", Some(whole.to_owned())));
        assert_eq!(damage(Kind::InstitutionNumber, "110049"), lost("0110049"));
        assert_eq!(damage(Kind::InstitutionNumber, "10049"), lost("0010049"));
        assert_eq!(damage(Kind::Phone, "312345678"), lost("0312345678"));
        assert_eq!(damage(Kind::Phone, "9012345678"), lost("09012345678"));
        for whole in ["0110049", "1234", "11004a", ""] {
            assert_eq!(damage(Kind::InstitutionNumber, whole), None, "{whole}");
        }
    }

    #[test]
    fn rounded_numbers_are_known() {
        assert_eq!(damage(Kind::InstitutionCode, "1.33325E+09"), Some(("csv.exponent", None)));
        assert_eq!(damage(Kind::CustomerId, "CAF1E+09"), None);
        assert_eq!(damage(Kind::Text, "1E+09"), None);
    }
}
