//! One series of a table: its numbers in order, and what is to be said about them.

use model::Points;
use model::date::Day;

use super::forms::{Form, Values};
use super::number::{Cell, number};
use super::table::Table;

/// Cells that are shown as examples of what could not be read.
const EXAMPLES: usize = 5;
/// Numbers that are needed to say that a series holds still.
const ENOUGH: usize = 30;

/// One series in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// Its ticker or header; empty where the header says nothing but "price", so that the file's name is better.
    pub name: String,
    /// The numbers in order of time, each day once.
    pub points: Points,
    /// Rows with a date and no number.
    pub missing: usize,
    /// Rows replaced by a later row of the same day.
    pub doubled: usize,
    /// Some of the cells that are neither number nor a mark for none.
    pub unread: Vec<String>,
    /// How many such cells there are.
    pub unread_count: usize,
    /// The numbers may be changes instead of levels: ask.
    pub looks_like_returns: bool,
    /// The numbers mostly stay as they are, like those of a tariff.
    pub holds_still: bool,
}

/// A row that has day and number.
struct DayRow {
    day: Day,
    close: f64,
    high: f64,
    low: f64,
}

/// The series of these columns; `None` when it has no numbers.
pub(super) fn offer(
    table: &Table,
    form: &Form,
    of: &Values,
    days: &[Option<Day>],
) -> Option<Offer> {
    let (mut rows, mut missing) = (Vec::new(), 0);
    let mut unread = Unread::default();
    let other = |row: usize, at: Option<usize>| {
        let read = at.map(|at| number(table.cell(row, at), form.decimal));
        match read {
            Some(Cell::Number(it)) => it,
            _ => f64::NAN,
        }
    };
    for (at, day) in days.iter().enumerate() {
        match (day, number(table.cell(at, of.close), form.decimal)) {
            (None, _) => unread.note(|| table.place(Some((at, form.date.first()))), "date"),
            (Some(_), Cell::Missing) => missing += 1,
            (Some(_), Cell::Other) => {
                unread.note(|| table.place(Some((at, of.close))), "number");
            }
            (Some(day), Cell::Number(close)) => {
                rows.push(DayRow {
                    day: *day,
                    close,
                    high: other(at, of.high),
                    low: other(at, of.low),
                });
            }
        }
    }
    let doubled = in_order(&mut rows);
    let points = points(&rows, of);
    (!points.is_empty()).then(|| Offer {
        name: of.name.clone(),
        looks_like_returns: looks_like_returns(&table.headers[of.close], &points),
        holds_still: holds_still(&points),
        points,
        missing,
        doubled,
        unread: unread.examples,
        unread_count: unread.count,
    })
}

/// Cells that could not be read.
#[derive(Default)]
struct Unread {
    count: usize,
    examples: Vec<String>,
}

impl Unread {
    fn note(&mut self, place: impl FnOnce() -> String, what: &str) {
        self.count += 1;
        if self.examples.len() < EXAMPLES {
            self.examples.push(format!("{} is not a {what}", place()));
        }
    }
}

/// Sorts by day and keeps of each day what stands last in the file; says how many went.
fn in_order(rows: &mut Vec<DayRow>) -> usize {
    let before = rows.len();
    if rows.windows(2).all(|it| it[0].day < it[1].day) {
        return 0;
    }
    rows.sort_by_key(|it| it.day);
    // Stable, so that of one day the last is the last of the file.
    rows.reverse();
    rows.dedup_by_key(|it| it.day);
    rows.reverse();
    before - rows.len()
}

fn points(rows: &[DayRow], of: &Values) -> Points {
    let column = |is_there: bool, value: fn(&DayRow) -> f64| -> Vec<f64> {
        let values: Vec<f64> = if is_there {
            rows.iter().map(value).collect()
        } else {
            Vec::new()
        };
        if values.iter().all(|it| it.is_nan()) {
            Vec::new()
        } else {
            values
        }
    };
    Points {
        days: rows.iter().map(|it| it.day).collect(),
        values: rows.iter().map(|it| it.close).collect(),
        highs: column(of.high.is_some(), |it| it.high),
        lows: column(of.low.is_some(), |it| it.low),
    }
}

/// Whether the numbers may be changes: the header says so, or they are small and have both signs.
fn looks_like_returns(header: &str, points: &Points) -> bool {
    let header = header.to_lowercase();
    if ["rtn", "trn", "return", "_ret"]
        .iter()
        .any(|it| header.contains(it))
        || header == "ret"
    {
        return true;
    }
    let small = points.values.iter().filter(|it| it.abs() < 0.5).count();
    let negative = points.values.iter().filter(|it| **it < 0.0).count();
    small * 100 >= points.len() * 99 && negative * 4 >= points.len() && points.len() >= ENOUGH
}

fn holds_still(points: &Points) -> bool {
    let same = points.values.windows(2).filter(|it| it[0] == it[1]).count();
    points.len() > ENOUGH && same * 5 >= (points.len() - 1) * 4
}
