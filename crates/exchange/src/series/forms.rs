//! The format of a file, recognized by its headers.

use super::answers::Answers;
use super::columns::{DateColumns, counts_rows, dates, has_numbers, is_other_date};
use super::error::SeriesError;
use super::header::{is, is_date_header, nth};
use super::number::Decimal;
use super::table::Table;
use super::{chronology, marks, publisher};

/// One series: where its numbers are.
#[derive(Debug)]
pub(super) struct Values {
    pub(super) name: String,
    pub(super) close: usize,
    pub(super) high: Option<usize>,
    pub(super) low: Option<usize>,
}

/// The format of a file, and the position of everything in it.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) name: &'static str,
    pub(super) date: DateColumns,
    pub(super) decimal: Decimal,
    pub(super) values: Vec<Values>,
    /// What of the file is not loaded, and why.
    pub(super) remarks: Vec<String>,
}

impl Form {
    /// The headers of the date, for people.
    pub(super) fn date_words(&self, table: &Table) -> String {
        let header = |at: usize| table.headers[at].clone();
        match self.date {
            DateColumns::One(at) | DateColumns::Counted(at, _) => header(at),
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
/// Columns of such files that are no series.
pub(super) const OTHERS: [&str; 11] = [
    "open", "otwarcie", "volume", "wolumen", "vol.", "vol", "change %", "change", "n10d", "event",
    "var_name",
];

/// The format of `table`; answers of the analyst take precedence over headers.
pub(super) fn recognize(table: &Table, answers: &Answers) -> Result<Form, SeriesError> {
    whole_rows(table)?;
    let date = dates(table, answers)?;
    let picked: Result<Vec<usize>, _> = answers
        .value_columns
        .iter()
        .map(|it| table.find(it))
        .collect();
    let picked = picked?;
    let candidates = match picked.is_empty() {
        true => candidates(table, date),
        false => picked.clone(),
    };
    if picked.is_empty() {
        refuse_sentences(table, date, &candidates)?;
    }
    let is_wanted = |at: usize| !picked.is_empty() || !is(&table.headers[at], &OTHERS);
    let decimal = match answers.decimal {
        Some(decimal) => decimal,
        None => marks::decimal(table, &candidates, is_wanted)?,
    };
    let mut form = Form {
        name: publisher::name(table, date),
        date,
        decimal,
        values: Vec::new(),
        remarks: Vec::new(),
    };
    if !picked.is_empty() {
        form.values = picked.into_iter().map(|at| alone(table, at)).collect();
    } else if let Some(tickers) = &table.tickers {
        form.by_ticker(table, tickers);
    } else if let Some(priced) = priced(table) {
        form.values = priced;
    } else {
        form.every_column(table, &candidates);
    }
    if answers.value_columns.is_empty() {
        form.note_others(table);
    }
    form.note_outside(table);
    Ok(form)
}

/// Columns that are no part of the date, and neither other dates nor numbers of rows.
fn candidates(table: &Table, date: DateColumns) -> Vec<usize> {
    let is_candidate =
        |at: &usize| !date.has(*at) && !is_other_date(table, date, *at) && !counts_rows(table, *at);
    (0..table.headers.len()).filter(is_candidate).collect()
}

fn refuse_sentences(
    table: &Table,
    date: DateColumns,
    candidates: &[usize],
) -> Result<(), SeriesError> {
    let numbers = |it: &usize| {
        [Decimal::Point, Decimal::Comma]
            .iter()
            .any(|decimal| has_numbers(table, *it, *decimal))
    };
    let has_any = candidates.iter().any(numbers);
    match chronology::sentences(table, has_any, |at| date.has(at)) {
        None => Ok(()),
        Some(at) => Err(SeriesError::Chronology {
            dates: table.headers[date.first()].clone(),
            sentences: table.headers[at].clone(),
        }),
    }
}

/// An error for a table in which most rows have more cells than the header, as when decimal commas are not quoted.
fn whole_rows(table: &Table) -> Result<(), SeriesError> {
    let columns = table.headers.len();
    let is_long =
        |row: &csv::StringRecord| row.iter().skip(columns).any(|it| !it.trim().is_empty());
    let long = table.rows.iter().filter(|it| is_long(it)).count();
    if long * 2 <= table.rows.len() {
        return Ok(());
    }
    let first = table.rows.iter().position(is_long).unwrap_or_default();
    Err(SeriesError::MoreCells {
        line: table.line(first),
        cells: table.rows.get(first).map_or(0, csv::StringRecord::len),
        columns,
    })
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
        let of_prices =
            [&HIGHS[..], &LOWS, &OTHERS].iter().any(|it| is(header, it)) || is_date_header(header);
        at == close || of_prices || *header == nth(at) || header.eq_ignore_ascii_case("adj close")
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

impl Form {
    /// One series for each ticker of a yfinance file.
    fn by_ticker(&mut self, table: &Table, tickers: &[String]) {
        let mut names: Vec<&String> = Vec::new();
        for name in tickers.iter().skip(1).filter(|it| !it.is_empty()) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        for name in names {
            let find = |word: &str| {
                (1..tickers.len()).find(|at| {
                    tickers[*at] == *name
                        && table
                            .headers
                            .get(*at)
                            .is_some_and(|it| it.eq_ignore_ascii_case(word))
                })
            };
            match find("close").or_else(|| find("adj close")) {
                Some(close) => self.values.push(Values {
                    name: name.clone(),
                    close,
                    high: find("high"),
                    low: find("low"),
                }),
                None => self
                    .remarks
                    .push(format!("{name} is left out: it has no column Close")),
            }
        }
    }

    /// Every column that holds numbers; the others are named.
    fn every_column(&mut self, table: &Table, candidates: &[usize]) {
        for at in candidates.iter().copied() {
            if is(&table.headers[at], &OTHERS) {
                continue;
            }
            if has_numbers(table, at, self.decimal) {
                self.values.push(alone(table, at));
            } else {
                self.remarks.extend(self.unread(table, at));
            }
        }
    }
}
