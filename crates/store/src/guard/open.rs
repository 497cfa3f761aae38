//! The order of opening.

use std::path::Path;

use rusqlite::{Connection, ErrorCode, TransactionBehavior, ffi};

use super::inspect::{pages, references, tables};
use super::pages::PageCheck;
use super::place::Place;
use super::shadow::Shadow;
use super::{configure_journal, connect, header, journal};
use crate::error::StoreError;
use crate::{copy, schema};

/// A file that was found to be a whole workspace of the latest version.
#[derive(Debug)]
pub(crate) struct Opened {
    /// The connection.
    pub(crate) db: Connection,
    /// True when it may only be read.
    pub(crate) read_only: bool,
    /// Where `db` reads a copy instead; keep it as long as `db`.
    pub(crate) shadow: Option<Shadow>,
    /// What is known of its pages; a large file opens before they have been looked through.
    pub(crate) pages: PageCheck,
}

/// Opens the workspace at `path` after checking that it is one, that its version is known and that it is whole.
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

/// The checks from the first look inside on.
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
    // The one that was looked at, not another that has just been put in its place.
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

/// The state of the tables of a file, which were found to be those of its version.
fn known_tables(path: &Path, file: &str) -> Result<Tables, StoreError> {
    let mut db = connect(path, true).map_err(|error| StoreError::of_foreign(file, &error))?;
    tables(&mut db, file)?;
    tables_now(&db).map_err(|error| StoreError::of(file, &error))
}

/// True when a program stopped in the middle of a change: its journal is there, and nobody is at work on it.
fn is_cut_off(path: &Path, file: &str) -> Result<bool, StoreError> {
    let looked = connect(path, true).and_then(|db| {
        // The first look at the pages; settings alone need none.
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

/// Undoes a change that was cut off: on a copy first, which must turn out whole, then on the file, where that may be
/// done. Returns the copy where it may not.
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

/// SQLite undoes what was cut off when a connection that may write first looks at the file.
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

/// Goes on with a copy, which nobody may write to.
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

/// Brings the file up to date; false where it or its folder may not be written to.
fn may_write(db: &mut Connection, place: &Place) -> rusqlite::Result<bool> {
    if db.is_readonly("main")? {
        return Ok(false);
    }
    let is_latest = tables_now(db)?.version == schema::VERSION;
    match configure_journal(db).and_then(|()| prepare(db, Some(place))) {
        Ok(()) => Ok(true),
        Err(error) if may_only_be_read(&error) => Ok(false),
        // It can be read, and changes can say so themselves when there still is no room.
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DiskFull) => Ok(is_latest),
        Err(error) => Err(error),
    }
}

/// Turns every commit into a rollback once the file does not lie there any more: it would go where nobody looks for it.
/// `StoreError::of` knows the error that this makes.
fn watch(db: &mut Connection, place: Place) -> rusqlite::Result<()> {
    db.commit_hook(Some(move || !place.is_still_there()))
}

/// Tells states of the tables apart, not those of the rows.
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

/// Takes the lock of writing once, so that a file in use is told at once, and brings an older version up to date. Where
/// there is nothing to do it begins a change and drops it: that needs the journal, so it tells a folder that may not be
/// written to, and leaves the file as it is. Before anything of an older version is changed, a copy of it is kept
/// beside it; nobody can write meanwhile.
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
    // A row must really change: one that stays the same is not written, and needs no journal.
    tx.execute("UPDATE workspace SET as_of = coalesce(as_of, 0) + 1", [])?;
    tx.rollback()
}
