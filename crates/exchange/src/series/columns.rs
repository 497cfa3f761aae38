//! What the columns of a table contain: dates, values, row numbers.

use super::answers::Answers;
use super::counted::Counted;
use super::error::SeriesError;
use super::header::{is_date_header, nth};
use super::number::{Cell, Decimal, EXACT, number};
use super::table::Table;
use super::written::written;

/// Rows that are sampled to see what a column contains.
const LOOKED_AT: usize = 400;

/// Where the date is.
#[derive(Debug, Clone, Copy)]
pub(super) enum DateColumns {
    One(usize),
    /// Years, days of a spreadsheet, seconds.
    Counted(usize, Counted),
    Parts {
        year: usize,
        month: usize,
        day: Option<usize>,
    },
}

impl DateColumns {
    /// The column that is named when a day cannot be read.
    pub(super) fn first(self) -> usize {
        match self {
            Self::One(at) | Self::Counted(at, _) => at,
            Self::Parts { year, day, .. } => day.unwrap_or(year),
        }
    }

    /// Whether a column is the date or a part of it.
    pub(super) fn has(self, at: usize) -> bool {
        match self {
            Self::One(date) | Self::Counted(date, _) => at == date,
            Self::Parts { year, month, day } => [Some(year), Some(month), day].contains(&Some(at)),
        }
    }
}

/// A column of dates beside the one that is taken: by its name, and by what it holds.
pub(super) fn is_other_date(table: &Table, date: DateColumns, at: usize) -> bool {
    let header = &table.headers[at];
    let is_year = header.eq_ignore_ascii_case("year");
    let holds = |at: usize| match one(table, at) {
        Some(DateColumns::One(_)) => true,
        Some(DateColumns::Counted(_, Counted::Years)) => is_year,
        _ => false,
    };
    !date.has(at) && is_date_header(header) && holds(at)
}

/// The date columns: as answered, by the headers, or by content.
pub(super) fn dates(table: &Table, answers: &Answers) -> Result<DateColumns, SeriesError> {
    if let Some(header) = &answers.date_column {
        let at = table.find(header)?;
        let not = |row: usize, cell: &str| written(cell).is_none().then_some((row, at));
        return one(table, at).ok_or_else(|| SeriesError::NotDates {
            place: table.place(
                table
                    .column(at)
                    .enumerate()
                    .find_map(|(row, cell)| not(row, cell)),
            ),
        });
    }
    let find = |word: &str| {
        table
            .headers
            .iter()
            .position(|it| it.eq_ignore_ascii_case(word))
    };
    if table.tickers.is_some() {
        return Ok(DateColumns::One(0));
    }
    if let (Some(year), Some(month)) = (find("year"), find("month"))
        && !has_dates(table, month)
    {
        return Ok(DateColumns::Parts {
            year,
            month,
            day: find("day"),
        });
    }
    let all = || 0..table.headers.len();
    let is_named = |at: &usize| is_date_header(&table.headers[*at]);
    let named = all().find(|it| is_named(it) && has_dates(table, *it));
    // A count may be any number, so the header must say that it is a date.
    let counted = all().filter(is_named).find_map(|it| one(table, it));
    let plain = || all().find(|it| has_dates(table, *it));
    let found = match (named, counted) {
        (Some(at), _) => Some(DateColumns::One(at)),
        // Dates are more precise than a column of years.
        (None, Some(DateColumns::Counted(at, Counted::Years))) => plain()
            .map(DateColumns::One)
            .or(Some(DateColumns::Counted(at, Counted::Years))),
        (None, Some(other)) => Some(other),
        (None, None) => plain().map(DateColumns::One),
    };
    found.ok_or_else(|| SeriesError::NoDates {
        columns: table.headers.join(", "),
    })
}

/// The dates of a column, written or counted.
fn one(table: &Table, at: usize) -> Option<DateColumns> {
    if has_dates(table, at) {
        return Some(DateColumns::One(at));
    }
    let cells = table.column(at).take(LOOKED_AT);
    let counted = Counted::of(cells.filter(|it| !it.is_empty()))?;
    Some(DateColumns::Counted(at, counted))
}

/// Whether most cells of a column are dates.
fn has_dates(table: &Table, at: usize) -> bool {
    let cells: Vec<&str> = table
        .column(at)
        .take(LOOKED_AT)
        .filter(|it| !it.is_empty())
        .collect();
    let dates = cells.iter().filter(|it| written(it).is_some()).count();
    // For a column with such a header half is enough: short files end in totals and notes.
    let is_enough = match is_date_header(&table.headers[at]) {
        true => dates * 2 >= cells.len(),
        false => dates * 5 >= cells.len() * 4,
    };
    !cells.is_empty() && is_enough
}

/// Whether at least half of the cells that hold anything are numbers.
pub(super) fn has_numbers(table: &Table, at: usize, decimal: Decimal) -> bool {
    // Long files often begin before a column does.
    let step = (table.rows.len() / LOOKED_AT).max(1);
    let read: Vec<Cell> = table
        .column(at)
        .step_by(step)
        .map(|it| number(it, decimal))
        .filter(|it| *it != Cell::Missing)
        .collect();
    let numbers = read
        .iter()
        .filter(|it| matches!(it, Cell::Number(_)))
        .count();
    numbers > 0 && numbers * 2 >= read.len()
}

/// A column of row numbers, as spreadsheets and data frames add them.
pub(super) fn counts_rows(table: &Table, at: usize) -> bool {
    let cells = table.column(at).take(LOOKED_AT);
    let mut cells = cells.map(|it| it.trim_start_matches(EXACT).parse::<i64>());
    let Some(Ok(first)) = cells.next() else {
        return false;
    };
    let header = &table.headers[at];
    let is_nameless = *header == nth(at) || header.starts_with("Unnamed:");
    at == 0
        && is_nameless
        && table.rows.len() > 1
        && (first == 0 || first == 1)
        && cells.zip(first + 1..).all(|(it, next)| it == Ok(next))
}
