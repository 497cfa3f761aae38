//! A look inside, for reading only, before anything is trusted.

use std::time::{Duration, Instant};

use rusqlite::Connection;
use rusqlite::limits::Limit;

use super::header;
use crate::error::StoreError;
use crate::schema;

/// How long checking may take, and how much of a file it must get through in each second: a slow disk does.
const LONGEST: Duration = Duration::from_secs(5);
const LEAST_BYTES_PER_S: u64 = 4_000_000;

/// No statement that makes a table is nearly as long.
const LONGEST_SQL_BYTES: i32 = 100_000;

/// Checks that the tables are those of its version and that the pages hold together; returns the version. Changes
/// nothing, and runs nothing but SQLite's own checks.
pub(super) fn inspect(db: &mut Connection, file: &str, bytes: u64) -> Result<i64, StoreError> {
    let of = |error| StoreError::of(file, &error);
    let longest = LONGEST + Duration::from_secs(bytes / LEAST_BYTES_PER_S);
    let end = Instant::now() + longest;
    db.progress_handler(1_000, Some(move || Instant::now() > end))
        .map_err(of)?;
    let version = tables(db, file).and_then(|version| pages(db, file).map(|()| version));
    db.progress_handler(0, None::<fn() -> bool>).map_err(of)?;
    version
}

/// Compares the tables with those known. Nothing in the file can run before this is done: neither a view nor a trigger,
/// nor an expression of an index.
fn tables(db: &Connection, file: &str) -> Result<i64, StoreError> {
    let of = |error| StoreError::of(file, &error);
    let usual = db
        .set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST_SQL_BYTES)
        .map_err(of)?;
    let version: i64 = db
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .map_err(of)?;
    // A change that was cut off and undone may have been the one to a new version.
    header::known(version, file)?;
    if let Some(detail) = schema::difference(db, version).map_err(of)? {
        let file = file.to_owned();
        return Err(StoreError::Altered { file, detail });
    }
    db.set_limit(Limit::SQLITE_LIMIT_LENGTH, usual)
        .map_err(of)?;
    Ok(version)
}

/// Looks whether the pages hold together.
fn pages(db: &Connection, file: &str) -> Result<(), StoreError> {
    let verdict: String = db
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(|error| StoreError::of(file, &error))?;
    if verdict == "ok" {
        return Ok(());
    }
    Err(StoreError::Damaged {
        file: file.to_owned(),
        detail: verdict,
    })
}

/// Looks whether everything that is referred to is there.
pub(super) fn references(db: &Connection, file: &str) -> Result<(), StoreError> {
    let of = |error| StoreError::of(file, &error);
    let mut found = db.prepare("PRAGMA foreign_key_check").map_err(of)?;
    let mut rows = found.query([]).map_err(of)?;
    let Some(row) = rows.next().map_err(of)? else {
        return Ok(());
    };
    let table: String = row.get(0).map_err(of)?;
    Err(StoreError::Damaged {
        file: file.to_owned(),
        detail: format!("a row of {table} refers to what is not there"),
    })
}
