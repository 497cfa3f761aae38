//! The one way to write.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::edit::Edit;
use crate::error::StoreError;
use crate::file::File;
use crate::touched::Touched;

/// What a change gave back.
#[derive(Debug)]
pub struct Changed<T> {
    /// What the closure returned.
    pub value: T,
    /// The number of its step in the history; `None` when it changed nothing.
    pub step: Option<i64>,
    /// What it wrote; views that show none of it need not redraw.
    pub touched: Touched,
}

impl File {
    /// The one way to write: runs `work` in a transaction, records what was done under `name`, and commits.
    ///
    /// # Errors
    /// Whatever `work` returns, or [`StoreError`]; then nothing was written and the history is as before.
    pub fn change<T>(
        &mut self,
        name: &str,
        work: impl FnOnce(&mut Edit<'_>) -> Result<T, StoreError>,
    ) -> Result<Changed<T>, StoreError> {
        self.change_at(name, None, work)
    }

    /// As [`File::change`], with the time of the change in seconds since 1970-01-01 UTC for the history.
    ///
    /// # Errors
    /// As [`File::change`].
    pub fn change_at<T>(
        &mut self,
        name: &str,
        at_seconds: Option<i64>,
        work: impl FnOnce(&mut Edit<'_>) -> Result<T, StoreError>,
    ) -> Result<Changed<T>, StoreError> {
        let file = self.name.clone();
        let of = |error| StoreError::of(&file, &error);
        if self.is_read_only() {
            return Err(StoreError::ReadOnly { file });
        }
        let tx =
            Transaction::new_unchecked(&self.db, TransactionBehavior::Immediate).map_err(of)?;
        if !self.is_current()? {
            return Err(StoreError::ChangedElsewhere { file });
        }
        let mut edit = Edit::new(&tx, &file);
        let value = work(&mut edit)?;
        let touched = edit.into_touched();
        let step = if touched.is_empty() {
            None
        } else {
            Some(record(&tx, name, at_seconds).map_err(of)?)
        };
        commit(tx, &file)?;
        Ok(Changed {
            value,
            step,
            touched,
        })
    }

    /// What was done so far, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn history(&self) -> Result<Vec<String>, StoreError> {
        let read = || -> rusqlite::Result<Vec<_>> {
            let mut rows = self.db.prepare("SELECT name FROM history ORDER BY seq")?;
            rows.query_map([], |row| row.get(0))?.collect()
        };
        read().map_err(|error| StoreError::of(&self.name, &error))
    }
}

fn record(db: &Connection, name: &str, at: Option<i64>) -> rusqlite::Result<i64> {
    db.execute(
        "INSERT INTO history (name, at, tables) VALUES (?1, ?2, '')",
        (name, at),
    )?;
    Ok(db.last_insert_rowid())
}

/// Commits, or says what refers to nothing and rolls back.
fn commit(tx: Transaction<'_>, file: &str) -> Result<(), StoreError> {
    if tx.is_autocommit() {
        // SQLite rolls back by itself after some errors; what came after would stand alone.
        return Err(StoreError::System {
            file: file.to_owned(),
            detail: String::from("the change was broken off"),
        });
    }
    let Err(error) = tx.execute_batch("COMMIT") else {
        return Ok(());
    };
    let dangling = error
        .sqlite_error()
        .is_some_and(|it| it.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY);
    if dangling && let Ok(found) = dangling_reference(&tx, file) {
        return Err(found);
    }
    Err(StoreError::of(file, &error))
}

fn dangling_reference(db: &Connection, file: &str) -> rusqlite::Result<StoreError> {
    db.query_row("PRAGMA foreign_key_check", [], |row| {
        let number: Option<i64> = row.get(1)?;
        Ok(StoreError::Dangling {
            file: file.to_owned(),
            table: row.get(0)?,
            row: number.map_or_else(String::new, |it| format!(" {it}")),
            missing: with_article(&row.get::<_, String>(2)?),
        })
    })
}

/// "an event", "a link type": what rows of `table` are.
fn with_article(table: &str) -> String {
    let article = if table.starts_with(['a', 'e']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {}", table.replace('_', " "))
}
