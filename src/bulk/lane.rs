//! The lane of rows that are plainly right: cut and judged by one look, without anything kept of them.
//!
//! The first row that is anything else ends the lane and goes the way of every row: wrong or odd cells, quotation marks,
//! too many or too few cells, the end of the bytes. A shortcut for yes only.
//! Files of customer IDs alone have a lane of their own (`ids`).

use std::ops::Range;

use crate::bulk::glance;
use crate::bulk::ids;
use crate::bulk::record::{LONGEST_ROW, is_broken};
use crate::bulk::word::{EndsOfCells, HIGH, before, first, word_at};
use crate::kind::{Context, Kind};

/// Rows that were right, and the bytes they take.
#[derive(Clone, Copy, Default)]
pub(super) struct Run {
    pub(super) rows: u32,
    pub(super) length: usize,
}

/// More columns than these have no lane.
const MOST_COLUMNS: usize = 64;

/// The lane of a file whose cells are judged one by one.
pub(super) struct Lane {
    columns: Vec<Column>,
    /// What these columns say counts for the others.
    telling: Vec<(usize, Kind)>,
    /// For these columns counts what others say.
    depending: Vec<(usize, Kind)>,
    ends: EndsOfCells,
    delimiter: u8,
    context: Context,
    /// The columns that are checked, a bit each.
    checked: u64,
    /// Every row is a customer ID, with nothing beside it.
    has_ids_alone: bool,
}

struct Column {
    way: Way,
    /// Set if it is checked.
    bit: u64,
    /// Where its cell stands in the row at hand.
    cell: Range<usize>,
}

/// How the cells of a column are read.
#[derive(Clone, Copy)]
enum Way {
    /// Their grammar says where they end.
    Grammar(Kind),
    /// Their end has to be found.
    Text(Kind),
    /// The same, and nothing is said about them.
    Unchecked,
}

impl Lane {
    /// The lane of a file with columns of these kinds; none where they cannot be known at a glance.
    pub(super) fn new(kinds: &[Option<Kind>], delimiter: u8, context: Context) -> Option<Self> {
        let can_read = kinds.iter().flatten().all(|kind| glance::can_read(*kind));
        if kinds.len() > MOST_COLUMNS || !can_read {
            return None;
        }
        let column = |(index, kind): (usize, &Option<Kind>)| Column {
            way: match *kind {
                Some(kind) if glance::reads_whole(kind) => Way::Text(kind),
                Some(kind) => Way::Grammar(kind),
                None => Way::Unchecked,
            },
            bit: u64::from(kind.is_some()) << index,
            cell: 0..0,
        };
        let columns: Vec<Column> = kinds.iter().enumerate().map(column).collect();
        let of = |is_one: fn(Kind) -> bool| {
            let kinds = kinds.iter().enumerate().filter_map(|(index, kind)| Some((index, (*kind)?)));
            kinds.filter(|(_, kind)| is_one(*kind)).collect()
        };
        Some(Self {
            telling: of(glance::tells),
            depending: of(glance::depends),
            checked: columns.iter().map(|column| column.bit).sum(),
            columns,
            ends: EndsOfCells::new(delimiter),
            delimiter,
            context,
            has_ids_alone: kinds == [Some(Kind::CustomerId)]
                && context == Context { today: context.today, ..Context::default() },
        })
    }

    /// The right rows at the beginning of `bytes`, each with its line break. Calls `count` with how many rows there were with
    /// cells in these columns.
    pub(super) fn rows(&mut self, bytes: &[u8], count: &mut dyn FnMut(u64, u32)) -> Run {
        if self.has_ids_alone {
            let run = ids::rows(bytes);
            count(1, run.rows);
            return run;
        }
        let mut run = Run::default();
        let mut full = 0;
        while let Some((length, filled)) = self.row(bytes.get(run.length..).unwrap_or_default()) {
            run.rows += 1;
            run.length += length;
            if filled == self.checked {
                full += 1;
            } else {
                count(filled, 1);
            }
        }
        count(self.checked, full);
        run
    }

    /// The length of the first row with its line break, and which checked columns are not empty.
    #[inline]
    fn row(&mut self, bytes: &[u8]) -> Option<(usize, u64)> {
        let (mut at, mut filled) = (0, 0);
        for (index, column) in self.columns.iter_mut().enumerate() {
            if index > 0 {
                if bytes.get(at) != Some(&self.delimiter) {
                    return None;
                }
                at += 1;
            }
            let rest = bytes.get(at..).unwrap_or_default();
            let length = match column.way {
                Way::Grammar(kind) => glance::read(kind, rest),
                Way::Text(kind) => glance::read(kind, whole_cell(rest, self.delimiter, &self.ends)?),
                Way::Unchecked => whole_cell(rest, self.delimiter, &self.ends)?.len(),
            };
            if length > 0 {
                filled |= column.bit;
            } else if !rest.first().is_some_and(|byte| is_end(*byte, self.delimiter)) {
                return None;
            }
            column.cell = at..at + length;
            at += length;
        }
        let line_break = match bytes.get(at..)? {
            [b'\r', b'\n', ..] => 2,
            [b'\n', ..] | [b'\r', _, ..] => 1,
            _ => return None,
        };
        let agrees = self.depending.is_empty() || self.agrees(bytes);
        // An empty line is no row.
        (agrees && (1..=LONGEST_ROW).contains(&at)).then_some((at + line_break, filled))
    }

    /// Whether the cells of the row at hand agree with each other.
    #[inline]
    fn agrees(&self, bytes: &[u8]) -> bool {
        let mut context = self.context;
        let cell = |index: usize| {
            let range = self.columns.get(index).map_or(0..0, |column| column.cell.clone());
            bytes.get(range).unwrap_or_default()
        };
        for (index, kind) in &self.telling {
            glance::learn(*kind, cell(*index), &mut context);
        }
        self.depending.iter().all(|(index, kind)| {
            let cell = cell(*index);
            cell.is_empty() || glance::agrees(*kind, cell, &context)
        })
    }
}

fn is_end(byte: u8, delimiter: u8) -> bool {
    byte == delimiter || matches!(byte, b'\n' | b'\r')
}

/// The cell with which `bytes` begin, if it ends there and is text without quotation marks around it.
fn whole_cell<'a>(bytes: &'a [u8], delimiter: u8, ends: &EndsOfCells) -> Option<&'a [u8]> {
    if bytes.starts_with(b"\"") {
        return None;
    }
    let (mut at, mut high) = (0, 0);
    while at < bytes.len() {
        let word = word_at(bytes, at);
        let mut hits = ends.among(word);
        while hits != 0 {
            let end = at + first(hits);
            let (cell, rest) = bytes.split_at_checked(end)?;
            if matches!(rest, [byte, ..] if is_end(*byte, delimiter)) {
                let is_wide = (high | word & before(hits)) & HIGH != 0;
                return (!is_wide || !is_broken(cell)).then_some(cell);
            }
            hits &= hits - 1;
        }
        high |= word;
        at += 8;
    }
    None
}
