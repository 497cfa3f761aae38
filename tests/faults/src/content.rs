//! What a file holds, as two numbers that can be compared.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};

use crate::script::WORDS;

/// Tables that say how the content came about.
const HISTORY: [&str; 4] = ["standing", "step", "step_event", "step_part"];

/// All rows of a file, hashed. Equal for two files when they hold the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Content {
    /// What the analyst said, and what can be found by searching.
    pub said: u64,
    /// Its history.
    pub history: u64,
}

impl Content {
    /// Reads the file at `path`.
    ///
    /// # Errors
    /// When it is no database or cannot be read.
    pub fn of(path: &Path) -> Result<Self> {
        let db = look(path)?;
        let (mut said, mut history) = (DefaultHasher::new(), DefaultHasher::new());
        for table in tables(&db)? {
            let into = if HISTORY.contains(&table.as_str()) {
                &mut history
            } else {
                &mut said
            };
            table.hash(into);
            hash_rows(&db, &format!("SELECT * FROM \"{table}\""), into)
                .with_context(|| table.clone())?;
        }
        for word in WORDS {
            let found = format!("SELECT rowid FROM event_text WHERE event_text MATCH '\"{word}\"'");
            hash_rows(&db, &found, &mut said).with_context(|| format!("searching {word}"))?;
        }
        Ok(Self {
            said: said.finish(),
            history: history.finish(),
        })
    }
}

/// Checks with SQLite's own means that the file at `path` holds together, its references too.
///
/// # Errors
/// Says what does not.
pub fn hold_together(path: &Path) -> Result<()> {
    let db = look(path)?;
    let verdict: String = db.query_row("PRAGMA integrity_check(3)", [], |row| row.get(0))?;
    ensure!(verdict == "ok", "integrity check: {verdict}");
    let lost = db
        .prepare("PRAGMA foreign_key_check")?
        .query_map([], |row| row.get::<_, String>(0))?
        .count();
    ensure!(lost == 0, "{lost} rows refer to nothing");
    Ok(())
}

fn look(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(Connection::open_with_flags(path, flags)?)
}

/// Tables without those that SQLite or its search index keeps for itself.
fn tables(db: &Connection) -> Result<Vec<String>> {
    let mut names = db.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
         AND name NOT LIKE 'event\\_text%' ESCAPE '\\' ORDER BY name",
    )?;
    let names = names.query_map([], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

/// Hashes all rows that `select` gives, in the order of their columns.
pub(crate) fn hash_rows(db: &Connection, select: &str, into: &mut DefaultHasher) -> Result<()> {
    let columns = db.prepare(select)?.column_count();
    let order: Vec<String> = (1..=columns).map(|it| it.to_string()).collect();
    let mut rows = db.prepare(&format!("{select} ORDER BY {}", order.join(", ")))?;
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            hash_value(row.get_ref(column)?, into);
        }
    }
    Ok(())
}

fn hash_value(value: ValueRef<'_>, into: &mut DefaultHasher) {
    match value {
        ValueRef::Null => 0_u8.hash(into),
        ValueRef::Integer(it) => (1_u8, it).hash(into),
        ValueRef::Real(it) => (2_u8, it.to_bits()).hash(into),
        ValueRef::Text(it) => (3_u8, it).hash(into),
        ValueRef::Blob(it) => (4_u8, it).hash(into),
    }
}
