//! Dates in ten columns: words, EDTF, and the four bounds as days and seconds.

use model::FuzzyDate;
use model::date::{Bounds, Day, Edtf, Moment};
use rusqlite::types::Value;

use crate::read::{Columns, Parsed};

/// How many columns a date takes.
pub(crate) const COLUMNS: usize = 10;

/// The values of the ten columns; all empty for no date.
pub(crate) fn values(date: Option<&FuzzyDate>) -> [Value; COLUMNS] {
    let text = |it: Option<String>| it.map_or(Value::Null, Value::Text);
    let bounds = date.map(|it| it.bounds).unwrap_or_default();
    let [sed, ses] = moment(bounds.start_earliest);
    let [sld, sls] = moment(bounds.start_latest);
    let [eed, ees] = moment(bounds.end_earliest);
    let [eld, els] = moment(bounds.end_latest);
    let words = text(date.map(|it| it.words.clone()));
    let edtf = text(date.map(|it| it.edtf.to_string()));
    [words, edtf, sed, ses, sld, sls, eed, ees, eld, els]
}

fn moment(it: Option<Moment>) -> [Value; 2] {
    let second = it
        .and_then(|it| it.second)
        .map_or(Value::Null, |it| Value::Integer(i64::from(it)));
    [
        it.map_or(Value::Null, |it| Value::Integer(it.day.0)),
        second,
    ]
}

/// The date in the ten columns from `first` on; `Err` says what is wrong with it.
pub(crate) fn from_row(row: &impl Columns, first: usize) -> rusqlite::Result<Option<FuzzyDate>> {
    let Some(words) = row.get::<Option<String>>(first)? else {
        return Ok(None);
    };
    let edtf = row.get::<Parsed<Edtf>>(first + 1)?.0;
    let bounds = Bounds {
        start_earliest: moment_at(row, first + 2)?,
        start_latest: moment_at(row, first + 4)?,
        end_earliest: moment_at(row, first + 6)?,
        end_latest: moment_at(row, first + 8)?,
    };
    Ok(Some(FuzzyDate {
        words,
        edtf,
        bounds,
    }))
}

fn moment_at(row: &impl Columns, column: usize) -> rusqlite::Result<Option<Moment>> {
    let second = row.get(column + 1)?;
    Ok(day_at(row, column)?.map(|day| Moment { day, second }))
}

/// No EDTF goes further; beyond it, calculations with days would overflow.
const FARTHEST_DAY: u64 = 1 << 52;

/// The day in `column`.
pub(crate) fn day_at(row: &impl Columns, column: usize) -> rusqlite::Result<Option<Day>> {
    let day: Option<i64> = row.get(column)?;
    match day {
        Some(far) if far.unsigned_abs() > FARTHEST_DAY => {
            Err(rusqlite::Error::IntegralValueOutOfRange(column, far))
        }
        day => Ok(day.map(Day)),
    }
}
