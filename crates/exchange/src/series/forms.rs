//! What sort of file it is, by its headers.

use super::Answers;
use super::date::written;
use super::error::SeriesError;
use super::number::{Cell, has_decimal_comma, number};
use super::table::Table;

/// Rows that are looked at to tell what a column holds.
const LOOKED_AT: usize = 400;

/// Where the date is.
#[derive(Debug, Clone, Copy)]
pub(super) enum DateColumns {
    One(usize),
    Parts {
        year: usize,
        month: usize,
        day: Option<usize>,
    },
}

/// One series: where its numbers are.
#[derive(Debug)]
pub(super) struct Values {
    pub(super) name: String,
    pub(super) close: usize,
    pub(super) high: Option<usize>,
    pub(super) low: Option<usize>,
}

/// What a file is and where everything stands in it.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) name: &'static str,
    pub(super) date: DateColumns,
    pub(super) values: Vec<Values>,
}

impl Form {
    /// The headers of the date, for people.
    pub(super) fn date_words(&self, table: &Table) -> String {
        let header = |at: usize| table.headers[at].clone();
        match self.date {
            DateColumns::One(at) => header(at),
            DateColumns::Parts { year, month, day } => {
                let parts = day.into_iter().chain([month, year]);
                parts.map(header).collect::<Vec<_>>().join(", ")
            }
        }
    }
}

/// Headers of prices, in the words of publishers. The Polish ones are those of Stooq, with and without their marks.
/// The last of them are how bytes of CP1250 look when taken for Latin-1.
const CLOSES: [&str; 6] = [
    "close",
    "price",
    "zamkniecie",
    "zamknięcie",
    "last",
    "zamkniêcie",
];
const HIGHS: [&str; 5] = ["high", "najwyzszy", "najwyższy", "max", "najwy¿szy"];
const LOWS: [&str; 5] = ["low", "najnizszy", "najniższy", "min", "najni¿szy"];
const DATES: [&str; 8] = [
    "date",
    "data",
    "day",
    "time",
    "observation_date",
    "caldt",
    "timestamp",
    "month",
];
/// Columns of such files that are no series.
const OTHERS: [&str; 11] = [
    "open", "otwarcie", "volume", "wolumen", "vol.", "vol", "change %", "change", "n10d", "event",
    "var_name",
];

fn is(header: &str, words: &[&str]) -> bool {
    words.iter().any(|it| header.eq_ignore_ascii_case(it))
        || words.contains(&header.to_lowercase().as_str())
}

/// What `table` is; what the analyst said goes before what its headers say.
pub(super) fn recognize(table: &Table, answers: &Answers) -> Result<Form, SeriesError> {
    let date = dates(table, answers)?;
    let picked: Result<Vec<usize>, _> = answers
        .value_columns
        .iter()
        .map(|it| table.find(it))
        .collect();
    let picked = picked?;
    let values = if !picked.is_empty() {
        picked.into_iter().map(|at| alone(table, at)).collect()
    } else if let Some(tickers) = &table.tickers {
        by_ticker(table, tickers)
    } else if let Some(priced) = priced(table) {
        priced
    } else {
        every_column(table, date)
    };
    Ok(Form {
        name: name(table, date),
        date,
        values,
    })
}

fn dates(table: &Table, answers: &Answers) -> Result<DateColumns, SeriesError> {
    if let Some(header) = &answers.date_column {
        return Ok(DateColumns::One(table.find(header)?));
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
    let named = all().find(|it| is(&table.headers[*it], &DATES) && has_dates(table, *it));
    let found = named.or_else(|| all().find(|it| has_dates(table, *it)));
    let columns = || table.headers.join(", ");
    found
        .map(DateColumns::One)
        .ok_or_else(|| SeriesError::NoDates { columns: columns() })
}

/// Whether most cells of a column are dates.
fn has_dates(table: &Table, at: usize) -> bool {
    let cells: Vec<&str> = table
        .column(at)
        .take(LOOKED_AT)
        .filter(|it| !it.is_empty())
        .collect();
    let dates = cells.iter().filter(|it| written(it).is_some()).count();
    !cells.is_empty() && dates * 5 >= cells.len() * 4
}

/// Whether at least half of the cells that hold anything are numbers.
fn has_numbers(table: &Table, at: usize) -> bool {
    // Long files often begin before a column does.
    let step = (table.rows.len() / LOOKED_AT).max(1);
    let cells: Vec<&str> = table.column(at).step_by(step).collect();
    let comma = has_decimal_comma(cells.iter().copied(), table.delimiter);
    let read: Vec<Cell> = cells
        .iter()
        .map(|it| number(it, comma))
        .filter(|it| *it != Cell::Missing)
        .collect();
    let numbers = read
        .iter()
        .filter(|it| matches!(it, Cell::Number(_)))
        .count();
    numbers > 0 && numbers * 2 >= read.len()
}

/// A column of row numbers, as spreadsheets and data frames add them.
fn counts_rows(table: &Table, at: usize) -> bool {
    let mut cells = table.column(at).take(LOOKED_AT).map(str::parse::<i64>);
    let Some(Ok(first)) = cells.next() else {
        return false;
    };
    table.headers[at].is_empty()
        && (first == 0 || first == 1)
        && cells.zip(first + 1..).all(|(it, next)| it == Ok(next))
}

fn alone(table: &Table, at: usize) -> Values {
    Values {
        name: table.headers[at].clone(),
        close: at,
        high: None,
        low: None,
    }
}

/// The prices of a file of one market: its close with high and low, and the adjusted close if it has one. `None` for a file
/// that holds other numbers as well.
fn priced(table: &Table) -> Option<Vec<Values>> {
    let find = |words: &[&str]| (0..table.headers.len()).find(|it| is(&table.headers[*it], words));
    let close = find(&CLOSES)?;
    let (high, low) = (find(&HIGHS), find(&LOWS));
    let known = |at: usize| {
        let header = &table.headers[at];
        let of_prices = [&HIGHS[..], &LOWS, &OTHERS, &DATES]
            .iter()
            .any(|it| is(header, it));
        at == close || of_prices || header.is_empty() || header.eq_ignore_ascii_case("adj close")
    };
    if !(0..table.headers.len()).all(known) {
        return None;
    }
    let mut values = vec![Values {
        name: String::new(),
        close,
        high,
        low,
    }];
    let adjusted = table
        .headers
        .iter()
        .position(|it| it.eq_ignore_ascii_case("adj close"));
    let differs = |at: &usize| {
        table
            .column(*at)
            .zip(table.column(close))
            .any(|(one, other)| one != other)
    };
    values.extend(adjusted.filter(differs).map(|at| alone(table, at)));
    Some(values)
}

/// One series for each ticker of a yfinance file.
fn by_ticker(table: &Table, tickers: &[String]) -> Vec<Values> {
    let mut names: Vec<&String> = Vec::new();
    for name in tickers.iter().skip(1).filter(|it| !it.is_empty()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let of = |name: &&String| {
        let find = |word: &str| {
            (1..tickers.len()).find(|at| {
                tickers[*at] == **name
                    && table
                        .headers
                        .get(*at)
                        .is_some_and(|it| it.eq_ignore_ascii_case(word))
            })
        };
        Some(Values {
            name: (*name).clone(),
            close: find("close").or_else(|| find("adj close"))?,
            high: find("high"),
            low: find("low"),
        })
    };
    names.iter().filter_map(of).collect()
}

/// Every column that holds numbers and is no date.
fn every_column(table: &Table, date: DateColumns) -> Vec<Values> {
    let is_date = |at: usize| match date {
        DateColumns::One(date) => at == date,
        DateColumns::Parts { year, month, day } => {
            [Some(year), Some(month), day].contains(&Some(at))
        }
    };
    let is_series = |at: &usize| {
        let header = &table.headers[*at];
        let other_date = is(header, &DATES) || header.is_empty();
        !is_date(*at)
            && !other_date
            && !is(header, &OTHERS)
            && has_numbers(table, *at)
            && !counts_rows(table, *at)
    };
    let found: Vec<usize> = (0..table.headers.len()).filter(is_series).collect();
    found.into_iter().map(|at| alone(table, at)).collect()
}

fn name(table: &Table, date: DateColumns) -> &'static str {
    let has = |word: &str| table.headers.iter().any(|it| it.eq_ignore_ascii_case(word));
    let first = table
        .headers
        .first()
        .map(String::as_str)
        .unwrap_or_default();
    if table.tickers.is_some() {
        "Yahoo, three lines"
    } else if has("Adj Close") {
        "Yahoo"
    } else if has("Vol.") || has("Change %") {
        "Investing.com"
    } else if has("daily_policy_index")
        || (matches!(date, DateColumns::Parts { .. }) && has("News_Based_Policy_Uncert_Index"))
    {
        "EPU"
    } else if has("GPRD") || has("GPR") {
        "GPR"
    } else if first == "DATE" && has("OPEN") && has("CLOSE") {
        "CBOE"
    } else if has("Zamkniecie")
        || has("Zamknięcie")
        || has("Zamkniêcie")
        || (has("Volume") && has("Close"))
    {
        "Stooq"
    } else if first.eq_ignore_ascii_case("observation_date")
        || (first == "DATE" && table.headers.len() >= 2)
    {
        "FRED"
    } else {
        "dated columns"
    }
}
