//! The steps of opening, in order.

use std::path::Path;

use rusqlite::{Connection, ErrorCode, TransactionBehavior, ffi};

use super::inspect::{pages, references, tables};
use super::pages::PageCheck;
use super::place::Place;
use super::shadow::Shadow;
use super::{configure_journal, connect, header, journal};
use crate::error::StoreError;
use crate::{copy, schema};

/// A file that has been checked: a workspace of the latest version.
#[derive(Debug)]
pub(crate) struct Opened {
    /// The connection.
    pub(crate) db: Connection,
    /// True when it is read-only.
    pub(crate) read_only: bool,
    /// The copy, where `db` reads one instead; must live as long as `db`.
    pub(crate) shadow: Option<Shadow>,
    /// The check of its pages; a large file is opened before it is done.
    pub(crate) pages: PageCheck,
}

/// Opens the workspace at `path` after checking that it is one, that its version is known and that it is not corrupt.
///
/// # Errors
/// See [`StoreError`]; then the file is as it was.
pub(crate) fn open(path: &Path, file: &str) -> Result<Opened, StoreError> {
    let place = Place::of(path, file)?;
    journal::no_foreign_log(&place, file)?;
    header::identity(place.path(), file)?;
    let shared = place.beside("-shm");
    let in_use = shared.exists();
    let opened = in_order(place.clone(), file);
    if opened.is_err() && !in_use && shared.exists() {
        // Another tool had set the file to a write-ahead log. A look at it leaves an empty one, and files for sharing it,
        // which the last connection that may write takes away.
        let _ = roll_back(place.path());
    }
    opened
}

/// The checks from the inspection on.
fn in_order(place: Place, file: &str) -> Result<Opened, StoreError> {
    if is_cut_off(place.path(), file)?
        && let Some(shadow) = recover(&place, file)?
    {
        return of_shadow(shadow, file);
    }
    let tables = known_tables(place.path(), file)?;
    let of = |error| StoreError::of(file, &error);
    let marked = std::fs::metadata(place.path()).is_ok_and(|it| it.permissions().readonly());
    let mut db = connect(place.path(), marked).map_err(of)?;
    // Make sure that it is the file that was inspected, and not one that has just replaced it.
    if !place.is_still_there() {
        return Err(StoreError::Gone {
            file: file.to_owned(),
        });
    }
    if tables_now(&db).map_err(of)? != tables {
        return Err(StoreError::Busy {
            file: file.to_owned(),
        });
    }
    let pages = if tables.version < schema::VERSION {
        // It is rewritten in a moment.
        pages(&mut db, file, place.path())?;
        PageCheck::whole()
    } else {
        PageCheck::of(&mut db, &place, file)?
    };
    if may_write(&mut db, &place).map_err(of)? {
        watch(&mut db, place).map_err(of)?;
        return Ok(Opened {
            db,
            read_only: false,
            shadow: None,
            pages,
        });
    }
    if tables.version < schema::VERSION {
        let shadow = Shadow::of(&db).map_err(of)?;
        return of_shadow(shadow, file);
    }
    Ok(Opened {
        db,
        read_only: true,
        shadow: None,
        pages,
    })
}

/// The schema of a file, which was found to be that of its version.
fn known_tables(path: &Path, file: &str) -> Result<Tables, StoreError> {
    let mut db = connect(path, true).map_err(|error| StoreError::of_foreign(file, &error))?;
    tables(&mut db, file)?;
    tables_now(&db).map_err(|error| StoreError::of(file, &error))
}

/// True when a program stopped in the middle of a change: there is a journal, and nobody is writing.
fn is_cut_off(path: &Path, file: &str) -> Result<bool, StoreError> {
    let looked = connect(path, true).and_then(|db| {
        // The first access to the pages; settings need none.
        db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
    });
    match looked {
        Err(error) if extended(&error) == Some(ffi::SQLITE_READONLY_ROLLBACK) => Ok(true),
        Err(error) => Err(StoreError::of_foreign(file, &error)),
        Ok(()) => Ok(false),
    }
}

fn extended(error: &rusqlite::Error) -> Option<i32> {
    error.sqlite_error().map(|it| it.extended_code)
}

/// Rolls back an interrupted change: first on a copy, which must pass all checks, then on the file if it is writable.
/// Otherwise returns the copy.
fn recover(place: &Place, file: &str) -> Result<Option<Shadow>, StoreError> {
    journal::belongs(place, file)?;
    let shadow = Shadow::with_journal(place).map_err(|error| StoreError::System {
        file: file.to_owned(),
        detail: format!(
            "undoing an interrupted change needs a copy in the temporary folder: {error}"
        ),
    })?;
    let of = |error| StoreError::of(file, &error);
    roll_back(shadow.path()).map_err(of)?;
    known_tables(shadow.path(), file)?;
    let mut db = connect(shadow.path(), false).map_err(of)?;
    pages(&mut db, file, shadow.path())?;
    references(&db, file)?;
    match roll_back(place.path()) {
        Ok(()) => Ok(None),
        Err(error) if may_only_be_read(&error) => Ok(Some(shadow)),
        Err(error) => Err(of(error)),
    }
}

/// SQLite rolls back an interrupted change when a writable connection first reads the file.
pub(super) fn roll_back(path: &Path) -> rusqlite::Result<()> {
    let db = connect(path, false)?;
    db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
}

fn may_only_be_read(error: &rusqlite::Error) -> bool {
    let code = error.sqlite_error_code();
    let journal_stays = extended(error) == Some(ffi::SQLITE_IOERR_DELETE);
    journal_stays
        || matches!(
            code,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied)
        )
}

/// Continues with a copy, which is read-only.
fn of_shadow(shadow: Shadow, file: &str) -> Result<Opened, StoreError> {
    let of = |error| StoreError::of(file, &error);
    let mut db = connect(shadow.path(), false).map_err(of)?;
    prepare(&mut db, None).map_err(of)?;
    Ok(Opened {
        db,
        read_only: true,
        shadow: Some(shadow),
        pages: PageCheck::whole(),
    })
}

/// Migrates the file; false where it or its folder is not writable.
fn may_write(db: &mut Connection, place: &Place) -> rusqlite::Result<bool> {
    if db.is_readonly("main")? {
        return Ok(false);
    }
    let is_latest = tables_now(db)?.version == schema::VERSION;
    match configure_journal(db).and_then(|()| prepare(db, Some(place))) {
        Ok(()) => Ok(true),
        Err(error) if may_only_be_read(&error) => Ok(false),
        // It can be read, and changes report it themselves if the disk is still full.
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DiskFull) => Ok(is_latest),
        Err(error) => Err(error),
    }
}

/// Turns every commit into a rollback once the file is no longer at its path: the change would be lost unnoticed.
/// `StoreError::of` recognizes the resulting error.
fn watch(db: &mut Connection, place: Place) -> rusqlite::Result<()> {
    db.commit_hook(Some(move || !place.is_still_there()))
}

/// Identifies a state of the schema, not of the rows.
#[derive(PartialEq, Eq)]
struct Tables {
    /// Changes with any table.
    number: i64,
    version: i64,
}

fn tables_now(db: &Connection) -> rusqlite::Result<Tables> {
    let number = |name| db.pragma_query_value(None, name, |row| row.get(0));
    Ok(Tables {
        number: number("schema_version")?,
        version: number("user_version")?,
    })
}

/// Takes the write lock once, so that a busy file is reported at once, and migrates an older version. If there is nothing
/// to migrate, it starts a change and rolls it back: this needs the journal, so it detects a read-only folder, and leaves
/// the file unchanged. Before a migration a copy of the older version is saved next to the file; nobody can write in the
/// meantime.
fn prepare(db: &mut Connection, keep_beside: Option<&Place>) -> rusqlite::Result<()> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version: i64 = tx.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if version < schema::VERSION {
        if let Some(place) = keep_beside {
            copy::keep_version(&connect(place.path(), true)?, place.path(), version)?;
        }
        schema::migrate(&tx, version)?;
        return tx.commit();
    }
    // The row must really change: an unchanged row is not written and needs no journal.
    tx.execute("UPDATE workspace SET as_of = coalesce(as_of, 0) + 1", [])?;
    tx.rollback()
}
