//! A read-only inspection before anything is trusted.

use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use rusqlite::limits::Limit;

use super::header;
use crate::error::StoreError;
use crate::schema;

/// The longest time that a check may take, and the fewest bytes a second that it must get through, as a slow disk does.
const LONGEST: Duration = Duration::from_secs(5);
const LEAST_BYTES_PER_S: u64 = 4_000_000;

/// No statement that creates a table is nearly as long.
const LONGEST_SQL_BYTES: i32 = 100_000;

/// Compares the schema with that of its version. Until then nothing in the file can run: no view, no trigger, no
/// expression of an index.
pub(super) fn tables(db: &mut Connection, file: &str) -> Result<(), StoreError> {
    let of = |error| StoreError::of_foreign(file, &error);
    db.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST_SQL_BYTES)
        .map_err(of)?;
    within(db, LONGEST).map_err(of)?;
    // Again, because the interrupted change that was rolled back may have been a migration.
    let (application, version) = header::read_numbers(db).map_err(of)?;
    header::judge(application, version, file)?;
    match schema::difference(db, version).map_err(of)? {
        None => Ok(()),
        Some(detail) => Err(StoreError::Altered {
            file: file.to_owned(),
            detail,
        }),
    }
}

/// Checks that the pages are consistent. Needs a writable connection: on others SQLite skips CHECK constraints.
pub(super) fn pages(db: &mut Connection, file: &str, path: &Path) -> Result<(), StoreError> {
    let of = |error| StoreError::of(file, &error);
    let damaged = |detail| StoreError::Damaged {
        file: file.to_owned(),
        detail,
    };
    let bytes = std::fs::metadata(path).map_or(0, |it| it.len());
    let page_bytes: i64 = db
        .pragma_query_value(None, "page_size", |row| row.get(0))
        .map_err(of)?;
    if !bytes.is_multiple_of(page_bytes.unsigned_abs().max(1)) {
        // SQLite would read zeros for the rest.
        return Err(damaged(String::from("it ends in the middle of a page")));
    }
    within(db, LONGEST + Duration::from_secs(bytes / LEAST_BYTES_PER_S)).map_err(of)?;
    let verdict: rusqlite::Result<String> =
        db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0));
    let is_about_words = match &verdict {
        Ok(detail) => is_of_index(detail),
        Err(error) => is_of_index(&error.to_string()),
    };
    // The search index is derived: entries can be read without it, and it can be rebuilt.
    let others_hold = is_about_words && others_hold(db).map_err(of)?;
    db.progress_handler(0, None::<fn() -> bool>).map_err(of)?;
    if others_hold {
        return Ok(());
    }
    match verdict.map_err(of)? {
        fine if fine == "ok" => Ok(()),
        detail => Err(damaged(detail)),
    }
}

/// True for findings of FTS5 about its own content.
pub(crate) fn is_of_index(finding: &str) -> bool {
    finding.to_ascii_lowercase().contains("fts5")
}

/// Whether all tables except the search index are consistent, including those that hold its content.
fn others_hold(db: &Connection) -> rusqlite::Result<bool> {
    let mut tables = db.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name NOT GLOB 'sqlite_*'",
    )?;
    let tables = tables.query_map([], |row| row.get(0))?;
    for table in tables.collect::<rusqlite::Result<Vec<String>>>()? {
        let check = format!("PRAGMA quick_check({table})");
        let verdict: String = db.query_row(&check, [], |row| row.get(0))?;
        if verdict != "ok" {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Interrupts whatever takes longer.
fn within(db: &mut Connection, longest: Duration) -> rusqlite::Result<()> {
    let end = Instant::now() + longest;
    db.progress_handler(1_000, Some(move || Instant::now() > end))
}

/// Checks that every reference leads to something.
pub(crate) fn references(db: &Connection, file: &str) -> Result<(), StoreError> {
    let of = |error| StoreError::of(file, &error);
    let mut found = db.prepare("PRAGMA foreign_key_check").map_err(of)?;
    let mut rows = found.query([]).map_err(of)?;
    let Some(row) = rows.next().map_err(of)? else {
        return Ok(());
    };
    let table: String = row.get(0).map_err(of)?;
    Err(StoreError::Damaged {
        file: file.to_owned(),
        detail: format!("a row of {table} refers to something that does not exist"),
    })
}
