//! Finding the header of a table: below title lines, or missing.

use csv::StringRecord;

use super::counted::is_figure;
use super::header::{is_date_header, nth};
use super::number::{Cell, Decimal, EXACT, number};
use super::written::written;

/// Rows that are searched for the first one with numbers.
const LOOKED_AT: usize = 200;

/// The header of a table.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) headers: Vec<String>,
    pub(super) tickers: Option<Vec<String>>,
    /// Rows above it.
    pub(super) titles: usize,
    /// The first row below it.
    pub(super) first: usize,
}

/// The header of these rows; `None` without any row.
pub(super) fn find(rows: &[StringRecord]) -> Option<Head> {
    let first = rows.first()?;
    if let Some(three) = of_three(rows) {
        return Some(three);
    }
    let data = rows.iter().take(LOOKED_AT).position(is_data);
    let at = match data {
        // Nothing looks like numbers: the first row names the columns.
        None => 0,
        Some(data) => match above(rows, data) {
            Some(at) => at,
            None => return Some(nameless(rows, data)),
        },
    };
    let head = rows.get(at).unwrap_or(first);
    Some(Head {
        headers: named(head),
        tickers: None,
        titles: at,
        first: at + 1,
    })
}

/// The three header lines of yfinance.
fn of_three(rows: &[StringRecord]) -> Option<Head> {
    let is = |at: usize, word: &str| {
        let first = rows.get(at).and_then(|it| it.get(0));
        first.is_some_and(|it| it.trim().eq_ignore_ascii_case(word))
    };
    if !(is(0, "price") && is(1, "ticker")) {
        return None;
    }
    let texts = |at: usize| -> Option<Vec<String>> {
        let row = rows.get(at)?;
        Some(row.iter().map(|it| it.trim().to_owned()).collect())
    };
    Some(Head {
        headers: texts(0)?,
        tickers: texts(1),
        titles: 0,
        first: 2 + usize::from(is(2, "date")),
    })
}

/// The row above the numbers that names the columns: the nearest that names a date, else the nearest of several words.
fn above(rows: &[StringRecord], data: usize) -> Option<usize> {
    let several = |it: &&usize| cells(&rows[**it]).count() > 1;
    let above: Vec<usize> = (0..data).rev().collect();
    let dated = above.iter().filter(several).find(|it| {
        let mut names = rows[**it].iter().map(str::trim);
        names.any(is_date_header)
    });
    dated.or_else(|| above.iter().find(several)).copied()
}

/// A table whose first row is data already.
fn nameless(rows: &[StringRecord], data: usize) -> Head {
    let columns = rows
        .iter()
        .skip(data)
        .take(LOOKED_AT)
        .map(StringRecord::len);
    let columns = columns.max().unwrap_or_default();
    Head {
        headers: (0..columns).map(nth).collect(),
        tickers: None,
        titles: data,
        first: data,
    }
}

/// Headers; numbers in a workbook are names here, and unnamed columns are named by position.
fn named(row: &StringRecord) -> Vec<String> {
    let name = |(at, it): (usize, &str)| match it.trim().trim_start_matches(EXACT) {
        "" => nth(at),
        name => name.to_owned(),
    };
    row.iter().enumerate().map(name).collect()
}

fn cells(row: &StringRecord) -> impl Iterator<Item = &str> {
    row.iter().map(str::trim).filter(|it| !it.is_empty())
}

/// Whether a row holds a date and a number, or nothing but numbers, as where the date is cut into columns.
pub(super) fn is_data(row: &StringRecord) -> bool {
    if cells(row).nth(1).is_none() {
        return false;
    }
    let is_number = |it: &str| {
        [Decimal::Point, Decimal::Comma]
            .iter()
            .any(|decimal| number(it, *decimal) != Cell::Other)
    };
    let is_plain_date = |it: &str| written(it).is_some() && !is_figure(it);
    let dates = cells(row).filter(|it| is_plain_date(it)).count();
    let numbers = cells(row).filter(|it| is_number(it)).count();
    (dates > 0 && numbers > 0) || numbers == cells(row).count()
}

#[cfg(test)]
mod tests {
    use csv::StringRecord;

    use super::find;

    fn told(text: &str) -> (String, usize, usize) {
        let rows: Vec<StringRecord> = text
            .lines()
            .map(|it| it.split(';').collect::<Vec<_>>().into())
            .collect();
        let head = find(&rows).unwrap();
        (head.headers.join(";"), head.titles, head.first)
    }

    #[test]
    fn the_head_stands_above_the_first_numbers() {
        let plain = |head: &str, titles, first| (head.to_owned(), titles, first);
        for (text, found) in [
            ("Date;Price\n2025-06-11;1", plain("Date;Price", 0, 1)),
            ("Brent\nDate;Price\n2025-06-11;1", plain("Date;Price", 1, 2)),
            (
                "Brent\nSource;EIA\nDate;Price\n11.06.2025;1,5",
                plain("Date;Price", 2, 3),
            ),
            (
                "Sourcekey;RBRTE\nDate;Europe Brent Spot Price\nJun 11, 2025;1",
                plain("Date;Europe Brent Spot Price", 1, 2),
            ),
            (
                "Date;Price\n;USD per barrel\n2025-06-11;1",
                plain("Date;Price", 0, 1),
            ),
            ("When;A\n2025-06-11;1", plain("When;A", 0, 1)),
            (
                "2025-06-11;1\n2025-06-12;2",
                plain("column 1;column 2", 0, 0),
            ),
            ("Brent\n2025-06-11;1", plain("column 1;column 2", 1, 1)),
            (
                "day;month;year;x\n1;1;2025;3",
                plain("day;month;year;x", 0, 1),
            ),
            ("Year;GDP\n2024;5\n2025;6", plain("Year;GDP", 0, 1)),
            ("Date;Event\n2025-06-11;Strike", plain("Date;Event", 0, 1)),
            (
                "Date;A;B\n2025-06-10;;\n2025-06-11;.;2",
                plain("Date;A;B", 0, 1),
            ),
        ] {
            assert_eq!(told(text), found, "{text:?}");
        }
    }
}
