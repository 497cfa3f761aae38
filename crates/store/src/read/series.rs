//! Reading series, the weights of the risk index and settings.

use std::sync::Arc;

use model::date::Day;
use model::{Points, Series, SeriesId, Settings, Weight, Weights};
use rusqlite::types::{FromSql, FromSqlResult, Type, ValueRef};
use rusqlite::{Connection, Error, Result};

use super::{Columns, all, one, word};
use crate::edit::{HIGHS, LOWS, PACKING};
use crate::table::{SERIES, SETTING, WEIGHT};

pub(super) fn series(db: &Connection) -> Result<Vec<Series>> {
    all(db, &SERIES, "ORDER BY id", |row| from_row(row))
}

pub(super) fn series_of(db: &Connection, id: SeriesId) -> Result<Option<Series>> {
    one(db, &SERIES, id.0, |row| from_row(row))
}

fn from_row(row: &impl Columns) -> Result<Series> {
    let points = row.get::<Unpacked>(7)?.0;
    Ok(Series {
        id: SeriesId(row.get(0)?),
        handle: row.get(1)?,
        name: row.get(2)?,
        unit: row.get(3)?,
        measure: word(row, 4)?,
        closes: row.get(5)?,
        origin: row.get(6)?,
        points: Arc::new(points.ok_or_else(no_numbers)?),
    })
}

/// Values, if the bytes are valid.
struct Unpacked(Option<Points>);

impl FromSql for Unpacked {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_blob().map(|bytes| Self(unpacked(bytes)))
    }
}

fn no_numbers() -> Error {
    let what = Box::from("the values of a series are not valid");
    Error::FromSqlConversionFailure(7, Type::Blob, what)
}

/// The values in bytes as `edit::packed` makes them; `None` when they are not valid.
fn unpacked(bytes: &[u8]) -> Option<Points> {
    let [PACKING, flags, rest @ ..] = bytes else {
        return None;
    };
    let columns = |flag| usize::from(flags & flag != 0);
    let width = 4 + 8 * (1 + columns(HIGHS) + columns(LOWS));
    let count = rest.len() / width;
    if flags & !(HIGHS | LOWS) != 0 || rest.len() % width != 0 {
        return None;
    }
    let (days, values) = rest.split_at(count * 4);
    let days = days.as_chunks::<4>().0.iter();
    let days: Vec<Day> = days.map(|it| Day(i32::from_le_bytes(*it).into())).collect();
    let mut values = values
        .as_chunks::<8>()
        .0
        .iter()
        .map(|it| f64::from_le_bytes(*it));
    let mut column = |is_there| -> Vec<f64> {
        let count = if is_there { count } else { 0 };
        values.by_ref().take(count).collect()
    };
    let points = Points {
        days,
        values: column(true),
        highs: column(flags & HIGHS != 0),
        lows: column(flags & LOWS != 0),
    };
    let in_order = points.days.windows(2).all(|pair| pair[0] < pair[1]);
    (in_order && points.values.iter().all(|it| it.is_finite())).then_some(points)
}

pub(super) fn weights(db: &Connection) -> Result<Weights> {
    let set = all(db, &WEIGHT, "ORDER BY name", |row| {
        Ok((word::<Weight>(row, 0)?, row.get::<f64>(1)?))
    })?;
    let mut weights = Weights::default();
    set.into_iter()
        .for_each(|(weight, value)| weights.set(weight, value));
    Ok(weights)
}

pub(super) fn settings(db: &Connection) -> Result<Settings> {
    let set = all(db, &SETTING, "ORDER BY key", |row| {
        Ok((row.get::<String>(0)?, row.get::<String>(1)?))
    })?;
    let mut settings = Settings::default();
    set.into_iter()
        .for_each(|(key, value)| settings.set(key, value));
    Ok(settings)
}
