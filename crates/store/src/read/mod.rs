//! Reading the whole workspace into values.

mod events;
mod lists;
mod renew;
mod sources;

use std::error::Error;
use std::str::FromStr;

use model::Workspace;
use model::date::Day;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::date;
use crate::error::StoreError;
use crate::file::{File, data_version};

impl File {
    /// Reads everything, as it is at one moment: lists in the order of ids, themes in the order of lanes, link types and
    /// scales in the order in which they came.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] for a value that does not belong; else what the system reports.
    pub fn read(&self) -> Result<Workspace, StoreError> {
        let all = || -> rusqlite::Result<Workspace> {
            // One transaction, short: a long one would keep other programs from writing.
            let tx = self.db.unchecked_transaction()?;
            let workspace = workspace(&tx)?;
            self.mark_seen(data_version(&tx)?);
            Ok(workspace)
        };
        all().map_err(|error| StoreError::of(&self.name, &error))
    }
}

fn workspace(db: &Connection) -> rusqlite::Result<Workspace> {
    let (name, as_of) = name_and_as_of(db)?;
    Ok(Workspace {
        name,
        as_of,
        events: events::events(db)?,
        links: events::links(db)?,
        link_types: lists::link_types(db)?,
        themes: lists::themes(db)?,
        categories: lists::categories(db)?,
        actors: lists::actors(db)?,
        places: lists::places(db)?,
        sources: sources::sources(db)?,
        citations: sources::citations(db)?,
        claims: sources::claims(db)?,
        layers: lists::layers(db)?,
        scales: lists::scales(db)?,
    })
}

fn name_and_as_of(db: &Connection) -> rusqlite::Result<(String, Option<Day>)> {
    db.query_row("SELECT name, as_of FROM workspace", [], |row| {
        Ok((row.get(0)?, date::day_at(row, 1)?))
    })
}

/// All rows of a query.
fn rows<T>(
    db: &Connection,
    sql: &str,
    each: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    db.prepare_cached(sql)?.query_map([], each)?.collect()
}

/// The one row of a query by id, if it is there.
fn one<T>(
    db: &Connection,
    sql: &str,
    id: i64,
    each: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Option<T>> {
    db.prepare_cached(sql)?.query_row([id], each).optional()
}

/// A word of a closed vocabulary.
fn word<T>(row: &Row<'_>, column: usize) -> rusqlite::Result<T>
where
    T: FromStr,
    T::Err: Error + Send + Sync + 'static,
{
    row.get::<_, String>(column)?
        .parse()
        .map_err(|error| unreadable(column, error))
}

/// A word of a closed vocabulary, or nothing.
fn word_if_any<T>(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<T>>
where
    T: FromStr,
    T::Err: Error + Send + Sync + 'static,
{
    let text: Option<String> = row.get(column)?;
    text.map(|text| text.parse().map_err(|error| unreadable(column, error)))
        .transpose()
}

/// The error for a text that does not mean anything here.
pub(crate) fn unreadable(
    column: usize,
    error: impl Error + Send + Sync + 'static,
) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error))
}
