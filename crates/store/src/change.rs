//! The one way to write.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::edit::Edit;
use crate::error::StoreError;
use crate::file::File;
use crate::history::{Recording, Standing};
use crate::touched::Touched;

/// The result of a change.
#[derive(Debug)]
pub struct Changed<T> {
    /// What the closure returned.
    pub value: T,
    /// The number of its step in the history; `None` when it changed nothing.
    pub step: Option<i64>,
    /// What it wrote; views that show none of it need no redraw.
    pub touched: Touched,
}

impl File {
    /// The one way to write: runs `work` in a transaction, records what was done under `name`, and commits.
    ///
    /// # Errors
    /// Whatever `work` returns, or [`StoreError`]; then nothing was written and the history is unchanged.
    /// A change without any effect adds no step.
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
        let of = |error| StoreError::of(&self.name, &error);
        let tx = self.begin()?;
        let before = Standing::read(&tx).map_err(of)?;
        let recording = Recording::start(&tx).map_err(of)?;
        let mut edit = Edit::new(&tx, &self.name, before.last_id);
        let value = work(&mut edit)?;
        let last_id = edit.last_id();
        still_whole(&tx, &self.name)?;
        let mut recorded = recording.finish().map_err(of)?;
        let stale = std::mem::take(&mut recorded.stale);
        stale
            .renew(&tx)
            .map_err(|error| StoreError::of_words(&self.name, &error))?;
        let step = if recorded.touched.is_empty() {
            None
        } else {
            let step = recorded.keep(&tx, before.step, name, at_seconds);
            Some(step.map_err(of)?.number)
        };
        let step_now = step.unwrap_or(before.step);
        let after = Standing {
            step: step_now,
            last_id,
        };
        if after != before {
            after.write(&tx).map_err(of)?;
            commit(tx, &self.name)?;
        }
        Ok(Changed {
            value,
            step,
            touched: recorded.touched,
        })
    }

    /// Begins a write transaction, if nobody else has changed the file since it was read.
    pub(crate) fn begin(&self) -> Result<Transaction<'_>, StoreError> {
        let of = |error| StoreError::of(&self.name, &error);
        let file = || self.name.clone();
        if self.is_read_only() {
            return Err(StoreError::ReadOnly { file: file() });
        }
        self.pages.settle()?;
        let tx =
            Transaction::new_unchecked(&self.db, TransactionBehavior::Immediate).map_err(of)?;
        if self.is_seen(&tx).map_err(of)? {
            Ok(tx)
        } else {
            Err(StoreError::ChangedElsewhere { file: file() })
        }
    }
}

/// SQLite rolls back by itself after some errors; later statements would then be committed on their own.
pub(crate) fn still_whole(db: &Connection, file: &str) -> Result<(), StoreError> {
    if !db.is_autocommit() {
        return Ok(());
    }
    Err(StoreError::System {
        file: file.to_owned(),
        detail: String::from("the change was interrupted"),
    })
}

/// Commits, or rolls back and names the dangling reference.
pub(crate) fn commit(tx: Transaction<'_>, file: &str) -> Result<(), StoreError> {
    still_whole(&tx, file)?;
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
