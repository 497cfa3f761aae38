//! Reading the whole workspace into values.

mod columns;
mod events;
mod hints;
mod lists;
mod parts;
mod pins;
mod renew;
mod series;
mod sources;
mod together;

use std::error::Error;
use std::str::FromStr;

use model::Workspace;
use model::date::Day;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row};

pub(crate) use columns::Columns;
use columns::Values;
pub(crate) use hints::damaged as damaged_hints;
pub(crate) use pins::spots;

use crate::date;
use crate::error::StoreError;
use crate::file::{File, data_version};
use crate::seal::{self, Seal};
use crate::table::{Table, WORKSPACE};

impl File {
    /// Reads everything, as it is at one moment: lists in the order of ids, themes in the order of lanes, link types and
    /// scales in the order in which they came.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] for an invalid value; otherwise what the system reports.
    pub fn read(&self) -> Result<Workspace, StoreError> {
        let all = || -> rusqlite::Result<Workspace> {
            // One short transaction: a long one would block other programs from writing.
            let tx = self.db.unchecked_transaction()?;
            let workspace = together::workspace(&tx)?;
            self.mark_seen(data_version(&tx)?);
            Ok(workspace)
        };
        all().map_err(|error| StoreError::of(&self.name, &error))
    }
}

pub(crate) fn workspace(db: &Connection) -> rusqlite::Result<Workspace> {
    let events = events::events(db)?;
    Ok(Workspace {
        events,
        ..all_but_events(db)?
    })
}

fn all_but_events(db: &Connection) -> rusqlite::Result<Workspace> {
    let (name, as_of) = name_and_as_of(db)?;
    Ok(Workspace {
        name,
        as_of,
        events: Vec::new(),
        links: events::links(db)?,
        link_types: lists::link_types(db)?,
        themes: lists::themes(db)?,
        categories: lists::categories(db)?,
        actors: lists::actors(db)?,
        places: lists::places(db)?,
        sources: sources::sources(db)?,
        citations: sources::citations(db)?,
        claims: sources::claims(db)?,
        datasets: lists::datasets(db)?,
        scales: lists::scales(db)?,
        series: series::series(db)?,
        weights: series::weights(db)?,
        pins: pins::pins(db)?,
        hints: hints::hints(db)?,
        settings: series::settings(db)?,
    })
}

fn name_and_as_of(db: &Connection) -> rusqlite::Result<(String, Option<Day>)> {
    let found = one(db, &WORKSPACE, 1, |row| {
        Ok((row.get(1)?, date::day_at(row, 2)?))
    })?;
    found.ok_or(rusqlite::Error::QueryReturnedNoRows)
}

/// All rows of a table without parts, their seals checked; `each` gets the columns of the table.
fn all<T>(
    db: &Connection,
    table: &Table,
    order: &str,
    mut each: impl FnMut(&Values<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    let mut select = db.prepare_cached(&table.select(order))?;
    let (mut rows, mut found) = (select.query([])?, Vec::new());
    let mut seal = Seal::of(table.name);
    while let Some(row) = rows.next()? {
        let values = Values::of(row, table.columns.len())?;
        seal.begin(table.name);
        values.all().for_each(|it| seal.add(it));
        seal::check(row, table, &seal)?;
        found.push(each(&values)?);
    }
    Ok(found)
}

/// The row of a table without parts that has this id, if any.
fn one<T>(
    db: &Connection,
    table: &Table,
    id: i64,
    each: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Option<T>> {
    let found = db
        .prepare_cached(&table.select("WHERE id = ?1"))?
        .query_row([id], |row| {
            seal::check_alone(row, table)?;
            each(row)
        });
    found.optional()
}

/// True when a row of parts has position `before`, as it must after that many others.
fn is_next(row: &Row<'_>, before: usize) -> rusqlite::Result<bool> {
    Ok(usize::try_from(row.get::<_, i64>(1)?) == Ok(before))
}

/// A word of a closed vocabulary.
fn word<T>(row: &impl Columns, column: usize) -> rusqlite::Result<T>
where
    T: FromStr,
    T::Err: Error + Send + Sync + 'static,
{
    row.get::<Parsed<T>>(column).map(|it| it.0)
}

/// A word of a closed vocabulary, or nothing.
fn word_if_any<T>(row: &impl Columns, column: usize) -> rusqlite::Result<Option<T>>
where
    T: FromStr,
    T::Err: Error + Send + Sync + 'static,
{
    let word: Option<Parsed<T>> = row.get(column)?;
    Ok(word.map(|it| it.0))
}

/// A text that is parsed without being copied.
pub(crate) struct Parsed<T>(pub(crate) T);

impl<T> FromSql for Parsed<T>
where
    T: FromStr,
    T::Err: Error + Send + Sync + 'static,
{
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let parsed = value.as_str()?.parse();
        parsed
            .map(Self)
            .map_err(|error| FromSqlError::Other(Box::new(error)))
    }
}
