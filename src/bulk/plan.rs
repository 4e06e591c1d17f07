//! How a file is read: its delimiter, its header and what its columns hold, found out from the beginning of it.

use crate::bulk::name::{self, Meaning};
use crate::bulk::record::{Next, Records};
use crate::field::Field;
use crate::form::Form;
use crate::form::table::{FieldRule, Judge};
use crate::kind::{self, Context, Kind};
use crate::verdict::{CheckDigit, Status};

/// How much of a file is looked at before it is checked, in bytes.
pub const HEAD: usize = 64 << 10;

/// How many rows of it.
const SAMPLE: usize = 20;

/// The bytes that may stand between cells. Of two that fit alike the first is taken.
pub const DELIMITERS: [u8; 3] = [b',', b'\t', b';'];

/// One column of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands above it; empty without a header.
    pub header: String,
    /// What its cells are checked as.
    pub target: Option<Target>,
}

/// What the cells of a column are checked as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Each by itself.
    Kind(Kind),
    /// Together, as a form.
    Field(Field),
}

/// How a file is read.
#[derive(Clone)]
pub struct Plan {
    /// Between cells.
    pub delimiter: u8,
    /// Whether the first row names the columns.
    pub has_header: bool,
    /// From left to right.
    pub columns: Vec<Column>,
    /// What a row is checked as; none: its cells one by one.
    pub form: Option<&'static Form>,
}

/// What is known about a file beforehand.
#[derive(Clone, Copy, Default)]
pub struct Known {
    /// Between cells.
    pub delimiter: Option<u8>,
    /// Whether the first row names the columns.
    pub has_header: Option<bool>,
    /// What a row is checked as.
    pub form: Option<&'static Form>,
}

impl Plan {
    /// Finds out how a file is read from its first [`HEAD`] bytes, in UTF-8; `is_whole` says that there are no more.
    ///
    /// ```
    /// use onshi_check::Kind;
    /// use onshi_check::bulk::{Known, Plan, Target};
    ///
    /// let plan = Plan::of("お客さまID\t電話\nCAF0123456789\t03-1234-5678\n".as_bytes(), true, &Known::default());
    /// assert_eq!((plan.delimiter, plan.has_header), (b'\t', true));
    /// assert_eq!(plan.columns[1].target, Some(Target::Kind(Kind::Phone)));
    /// ```
    #[must_use]
    pub fn of(head: &[u8], is_whole: bool, known: &Known) -> Self {
        let delimiter = known.delimiter.unwrap_or_else(|| find_delimiter(head, is_whole));
        let rows = first_rows(head, is_whole, delimiter, SAMPLE);
        let (first, rest) = rows.split_first().map_or((&[][..], &[][..]), |(first, rest)| (first.as_slice(), rest));
        let has_header = known.has_header.unwrap_or_else(|| is_header(first, rest));
        let (names, cells) = if has_header { (first, rest) } else { (&[][..], rows.as_slice()) };
        let count = if has_header { first.len() } else { cells.iter().map(Vec::len).max().unwrap_or(0) };
        let mut columns: Vec<Column> = Vec::new();
        for index in 0..count {
            let header = names.get(index).cloned().unwrap_or_default();
            let cells = || cells.iter().filter_map(move |row| row.get(index).map(String::as_str));
            let target = match known.form {
                Some(form) => target_in_form(form, &header, &columns),
                None if has_header => target_by_name(&header, cells()),
                None => target_by_cells(cells),
            };
            columns.push(Column { header, target });
        }
        Self { delimiter, has_header, columns, form: known.form }
    }

    /// The kind that the cells of a column are of; none: they are not checked, or as a field that is of no kind.
    #[must_use]
    pub fn kind(&self, column: usize) -> Option<Kind> {
        match self.columns.get(column)?.target? {
            Target::Kind(kind) => Some(kind),
            Target::Field(field) => kind_in_form(self.form?, field),
        }
    }

    /// Whether nothing of the cells of a column may be shown. A column of passwords is secret by its header too, when
    /// nobody asks what is in it.
    #[must_use]
    pub fn is_secret(&self, column: usize) -> bool {
        let Some(column) = self.columns.get(column) else { return false };
        let is_checked_as_secret = match (column.target, self.form) {
            (Some(Target::Kind(kind)), _) => kind.is_secret(),
            (Some(Target::Field(field)), Some(form)) => rule_of(form, field).is_some_and(|rule| rule.is_secret()),
            _ => false,
        };
        is_checked_as_secret || name::is_secret(&column.header)
    }

    /// Says what a column is checked as. With a form its fields alone can be said.
    pub fn set_target(&mut self, column: usize, target: Option<Target>) {
        let is_known = match target {
            None => true,
            Some(Target::Kind(_)) => self.form.is_none(),
            Some(Target::Field(field)) => self.form.is_some_and(|form| rule_of(form, field).is_some()),
        };
        if let Some(column) = self.columns.get_mut(column).filter(|_| is_known) {
            column.target = target;
        }
    }

    /// The first rows of a file, without its header.
    #[must_use]
    pub fn preview(&self, head: &[u8], is_whole: bool, count: usize) -> Vec<Vec<String>> {
        let header = usize::from(self.has_header);
        first_rows(head, is_whole, self.delimiter, count + header).into_iter().skip(header).collect()
    }
}

/// The mark that some programs put before text in UTF-8.
pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

fn first_rows(head: &[u8], is_whole: bool, delimiter: u8, count: usize) -> Vec<Vec<String>> {
    let mut records = Records::new(delimiter);
    let mut rest = head.strip_prefix(BYTE_ORDER_MARK).unwrap_or(head);
    let mut rows = Vec::new();
    while rows.len() < count && !rest.is_empty() {
        let length = match records.next(rest, is_whole) {
            Next::Row { length, .. } => {
                let cell = |index| String::from_utf8_lossy(records.cell(rest, index)).into_owned();
                rows.push((0..records.count()).map(cell).collect());
                length
            }
            Next::Blank { length } | Next::Unreadable { length, .. } => length,
            Next::Partial => break,
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    rows
}

fn find_delimiter(head: &[u8], is_whole: bool) -> u8 {
    let mut best = (0, DELIMITERS[0]);
    for delimiter in DELIMITERS {
        let rows = first_rows(head, is_whole, delimiter, SAMPLE);
        let count = rows.first().map_or(0, Vec::len);
        // A delimiter that cuts every row alike is better than one that cuts some of them into more.
        let alike = rows.iter().filter(|row| row.len() == count).count();
        if count > 1 && alike > best.0 {
            best = (alike, delimiter);
        }
    }
    best.1
}

fn is_header(first: &[String], rest: &[Vec<String>]) -> bool {
    let says = |cell: &String| cell.chars().any(|char| char.is_ascii_digit() || char == '@');
    let is_named = first.iter().any(|cell| name::meaning(cell).is_some() && !says(cell));
    is_named || (!first.iter().any(says) && rest.iter().flatten().any(says))
}

fn target_by_name<'a>(header: &str, mut cells: impl Iterator<Item = &'a str>) -> Option<Target> {
    let kind = match name::meaning(header)? {
        Meaning::Field(field) => name::kind_of(field)?,
        Meaning::ClaimsLineType => Kind::ClaimsLineType,
        Meaning::Institution if cells.any(has_ten_digits) => Kind::InstitutionCode,
        Meaning::Institution => Kind::InstitutionNumber,
    };
    Some(Target::Kind(kind))
}

/// Nine digits may be ten that have lost a zero.
fn has_ten_digits(cell: &str) -> bool {
    cell.chars().filter(|char| crate::text::half_width(*char).is_ascii_digit()).count() >= 9
}

/// Without a header only what says itself what it is: at least half of the cells must be right.
fn target_by_cells<'a, Cells: Iterator<Item = &'a str>>(cells: impl Fn() -> Cells) -> Option<Target> {
    let fits = |kind: Kind| {
        let filled = || cells().filter(|cell| !cell.is_empty());
        let is = |cell: &&str| {
            let verdict = kind::check(kind, cell, &Context::default());
            verdict.status == Status::Valid && verdict.check_digit.is_none_or(|digit| digit == CheckDigit::Ok)
        };
        let right = filled().filter(is).count();
        right > 0 && right * 2 >= filled().count()
    };
    let kinds = [Kind::CustomerId, Kind::Email, Kind::InstitutionCode];
    kinds.into_iter().find(|kind| fits(*kind)).map(Target::Kind)
}

/// A field of the form that no column before has; a list may have several.
fn target_in_form(form: &Form, header: &str, before: &[Column]) -> Option<Target> {
    let field = match name::meaning(header)? {
        Meaning::Field(field) => field,
        Meaning::ClaimsLineType => Field::LineType,
        Meaning::Institution => {
            [Field::InstitutionNumber, Field::InstitutionCode].into_iter().find(|field| has_field(form, *field))?
        }
    };
    let field = match field {
        Field::TerminalNames | Field::TerminalName => {
            [Field::TerminalNames, Field::TerminalName].into_iter().find(|field| has_field(form, *field))?
        }
        other => other,
    };
    let rule = rule_of(form, field)?;
    let target = Target::Field(field);
    let is_taken = before.iter().any(|column| column.target == Some(target));
    (!is_taken || matches!(rule.judge, Judge::List(_))).then_some(target)
}

fn has_field(form: &Form, field: Field) -> bool {
    rule_of(form, field).is_some()
}

fn rule_of(form: &Form, field: Field) -> Option<&FieldRule> {
    form.fields.iter().find(|rule| rule.field == field)
}

fn kind_in_form(form: &Form, field: Field) -> Option<Kind> {
    match rule_of(form, field)?.judge {
        Judge::Kind(kind) | Judge::List(kind) => Some(kind),
        Judge::Month { .. } => Some(Kind::YearMonth),
        Judge::FullWidthName | Judge::UserId => Some(Kind::Text),
        Judge::OldPassword => Some(Kind::Password),
        Judge::Repeat(first) => kind_in_form(form, first),
        _ => None,
    }
}
