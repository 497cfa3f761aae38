//! The decimal mark of a file: decided for the file as a whole, or asked.

use super::error::SeriesError;
use super::number::{Cell, Decimal, Shows, number, shows};
use super::table::Table;

/// Rows after which consistent evidence is accepted.
const ENOUGH_ROWS: usize = 20_000;
/// How many times more often one mark must occur than the other to be that of the file; the rest are errors, and are listed.
const OUTNUMBERS: usize = 20;

/// A cell with evidence, for the question.
#[derive(Debug, Clone, Copy)]
struct At {
    row: usize,
    column: usize,
}

/// The evidence so far.
#[derive(Debug, Default)]
struct Seen {
    point: usize,
    comma: usize,
    first_point: Option<At>,
    first_comma: Option<At>,
    /// The first cell that can be read both ways, with its mark, in a column that is to be loaded.
    first_either: Option<(At, char)>,
    /// Whether there are such cells with each mark.
    has_both: bool,
}

/// The mark of the file, from its columns of numbers. `wanted` says which of them are to be loaded: only for those it is asked.
pub(super) fn decimal(
    table: &Table,
    columns: &[usize],
    wanted: impl Fn(usize) -> bool,
) -> Result<Decimal, SeriesError> {
    let columns: Vec<usize> = columns
        .iter()
        .copied()
        .filter(|it| may_hold_numbers(table, *it))
        .collect();
    let mut seen = Seen::default();
    for row in 0..table.rows.len() {
        if row > ENOUGH_ROWS && (seen.point == 0) != (seen.comma == 0) {
            break;
        }
        for column in columns.iter().copied() {
            seen.look(table, At { row, column }, wanted(column));
        }
    }
    seen.decided(table)
}

impl Seen {
    fn look(&mut self, table: &Table, at: At, is_wanted: bool) {
        let cell = table.cell(at.row, at.column);
        match shows(cell) {
            Shows::Decimal(Decimal::Point) => {
                self.point += 1;
                self.first_point.get_or_insert(at);
            }
            Shows::Decimal(Decimal::Comma) => {
                self.comma += 1;
                self.first_comma.get_or_insert(at);
            }
            Shows::Either if is_wanted => {
                let mark = if cell.contains(',') { ',' } else { '.' };
                let (_, first) = *self.first_either.get_or_insert((at, mark));
                self.has_both |= first != mark;
            }
            Shows::Either | Shows::Nothing => {}
        }
    }

    fn decided(&self, table: &Table) -> Result<Decimal, SeriesError> {
        match (self.point, self.comma) {
            (0, 0) => self.unproved(table),
            (point, comma) if point >= comma.saturating_mul(OUTNUMBERS) => Ok(Decimal::Point),
            (point, comma) if comma >= point.saturating_mul(OUTNUMBERS) => Ok(Decimal::Comma),
            _ => Err(SeriesError::BothDecimals {
                comma: table.place(self.first_comma.map(|it| (it.row, it.column))),
                point: table.place(self.first_point.map(|it| (it.row, it.column))),
            }),
        }
    }

    /// Nothing in the file proves its mark.
    fn unproved(&self, table: &Table) -> Result<Decimal, SeriesError> {
        let Some((at, mark)) = self.first_either else {
            return Ok(Decimal::Point);
        };
        // Where commas separate columns, decimals are marked by points.
        if mark == '.' && !self.has_both && table.delimiter == b',' {
            return Ok(Decimal::Point);
        }
        let cell = table.cell(at.row, at.column);
        let read = |decimal| match number(cell, decimal) {
            Cell::Number(it) => it.to_string(),
            _ => String::new(),
        };
        Err(SeriesError::Decimal {
            place: table.place(Some((at.row, at.column))),
            point: read(Decimal::Point),
            comma: read(Decimal::Comma),
        })
    }
}

/// Rows that are looked at to tell whether a column holds numbers.
const LOOKED_AT: usize = 400;

/// Whether at least half of what a column holds is a number with one mark or the other.
fn may_hold_numbers(table: &Table, column: usize) -> bool {
    let step = (table.rows.len() / LOOKED_AT).max(1);
    let (mut numbers, mut others) = (0, 0);
    for cell in table.column(column).step_by(step) {
        match (number(cell, Decimal::Point), number(cell, Decimal::Comma)) {
            (Cell::Missing, _) | (_, Cell::Missing) => {}
            (Cell::Other, Cell::Other) => others += 1,
            _ => numbers += 1,
        }
    }
    numbers > 0 && numbers >= others
}
