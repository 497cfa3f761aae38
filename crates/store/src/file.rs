//! A workspace file that is open.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::edit::Edit;
use crate::error::StoreError;
use crate::{guard, schema};

/// An open workspace file.
///
/// Two of them on one file are allowed, in one process or in two: each change checks that nobody else has written since
/// this one last read.
#[derive(Debug)]
pub struct File {
    pub(crate) db: Connection,
    pub(crate) name: String,
    path: PathBuf,
    read_only: bool,
    seen: Cell<i64>,
}

/// What a change gave back.
#[derive(Debug)]
pub struct Changed<T> {
    /// What the closure returned.
    pub value: T,
    /// Tables that were written to; views that show none of them need not redraw.
    pub tables: BTreeSet<&'static str>,
}

impl File {
    /// Makes a new, empty workspace at `path`, named after the file. Never overwrites.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when something is there; otherwise what the system reports.
    pub fn create(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        let (path, file) = (path.as_ref(), file_name(path.as_ref()));
        reserve(path, &file)?;
        let made = Self::fill(path, &file).map_err(|error| StoreError::of(&file, &error));
        match made.and_then(|()| Self::open(path)) {
            Ok(open) => Ok(open),
            Err(error) => {
                // It is the empty file that this call made a moment ago.
                let _ = std::fs::remove_file(path);
                Err(error)
            }
        }
    }

    fn fill(path: &Path, file: &str) -> rusqlite::Result<()> {
        let mut db = guard::connect(path, false)?;
        guard::settle_journal(&db)?;
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        schema::migrate(&tx, 0)?;
        let name = Path::new(file)
            .file_stem()
            .map_or(String::new(), |it| it.to_string_lossy().into_owned());
        tx.execute(
            "INSERT INTO workspace (id, name) VALUES (1, substr(?1, 1, 500))",
            [name],
        )?;
        tx.commit()
    }

    /// Opens the workspace at `path` after checking that it is one, that its version is known and that it is whole.
    /// A file that may not be written to opens for reading.
    ///
    /// # Errors
    /// See [`StoreError`]; the file is left as it is.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        let (path, file) = (path.as_ref(), file_name(path.as_ref()));
        let of = |error| StoreError::of(&file, &error);
        let version = guard::identity(path, &file)?;
        let locked = std::fs::metadata(path).is_ok_and(|it| it.permissions().readonly());
        let mut db = guard::connect(path, locked).map_err(of)?;
        guard::inspect(&db, &file, version)?;
        let read_only = db.is_readonly("main").map_err(of)?;
        if !read_only {
            prepare(&mut db, version).map_err(of)?;
        }
        let seen = Cell::new(data_version(&db).map_err(of)?);
        Ok(Self {
            db,
            name: file,
            path: path.to_owned(),
            read_only,
            seen,
        })
    }

    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its name without the folder, for messages and titles.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// True when it may not be written to.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

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
        if self.read_only {
            return Err(StoreError::ReadOnly { file });
        }
        let tx = self
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(of)?;
        if data_version(&tx).map_err(of)? != self.seen.get() {
            return Err(StoreError::ChangedElsewhere { file });
        }
        let mut edit = Edit::new(&tx, &file);
        let value = work(&mut edit)?;
        let tables = edit.into_tables();
        record(&tx, name, at_seconds, &tables).map_err(of)?;
        commit(tx, &file)?;
        Ok(Changed { value, tables })
    }

    /// What was done so far, oldest first: names of changes and the tables that each touched.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn history(&self) -> Result<Vec<(String, String)>, StoreError> {
        let read = || -> rusqlite::Result<Vec<_>> {
            let mut rows = self
                .db
                .prepare("SELECT name, tables FROM history ORDER BY seq")?;
            rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect()
        };
        read().map_err(|error| StoreError::of(&self.name, &error))
    }

    /// Remembers that the file of this data version has been read.
    pub(crate) fn mark_seen(&self, version: i64) {
        self.seen.set(version);
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(
        || String::from("(no name)"),
        |it| it.to_string_lossy().into_owned(),
    )
}

/// Makes the empty file, so that nothing that exists is ever written over.
fn reserve(path: &Path, file: &str) -> Result<(), StoreError> {
    match std::fs::File::create_new(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(StoreError::Exists {
                file: file.to_owned(),
            })
        }
        Err(error) => Err(StoreError::System {
            file: file.to_owned(),
            detail: error.to_string(),
        }),
    }
}

/// Takes the lock of writing once, so that a file in use is told at once, and brings an older version up to date.
fn prepare(db: &mut Connection, version: i64) -> rusqlite::Result<()> {
    guard::settle_journal(db)?;
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if version < schema::VERSION {
        schema::migrate(&tx, version)?;
    }
    tx.commit()
}

/// A number that changes when another connection has committed.
pub(crate) fn data_version(db: &Connection) -> rusqlite::Result<i64> {
    db.pragma_query_value(None, "data_version", |row| row.get(0))
}

fn record(
    db: &Connection,
    name: &str,
    at: Option<i64>,
    tables: &BTreeSet<&str>,
) -> rusqlite::Result<()> {
    if tables.is_empty() {
        return Ok(());
    }
    let tables = tables.iter().copied().collect::<Vec<_>>().join(" ");
    db.execute(
        "INSERT INTO history (name, at, tables) VALUES (?1, ?2, ?3)",
        (name, at, tables),
    )?;
    Ok(())
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
