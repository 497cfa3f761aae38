//! Opening a workspace file: settings, and the checks before anything in it is trusted.
//!
//! In this order: what is at the path ([`place`]), what the header says ([`header`]), whether a journal next to the file
//! belongs to it ([`journal`]), then a read-only inspection that compares the schema with the known one ([`inspect`]), and
//! only after all of that a connection that can write ([`mod@open`]). A file that is refused stays unchanged, byte for byte.

mod header;
mod inspect;
mod journal;
mod open;
mod pages;
mod place;
mod shadow;

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

pub(crate) use inspect::{is_of_index, references};
pub(crate) use open::open;
pub(crate) use pages::PageCheck;
pub(crate) use shadow::{SetAside, Shadow, set_aside};

/// How long to wait for another program that is writing.
const PATIENCE: Duration = Duration::from_secs(2);

/// Limits far above what any workspace needs: tables in total, columns of a table, bytes of a statement (a migration is
/// one statement), depth of an expression, steps of a program, nested triggers. Nothing is ever attached.
const LIMITS: [(Limit, i32); 8] = [
    (Limit::SQLITE_LIMIT_SCHEMA, 400),
    (Limit::SQLITE_LIMIT_COLUMN, 100),
    (Limit::SQLITE_LIMIT_SQL_LENGTH, 1_000_000),
    (Limit::SQLITE_LIMIT_EXPR_DEPTH, 100),
    (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 100),
    (Limit::SQLITE_LIMIT_VDBE_OP, 250_000),
    (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 10),
    (Limit::SQLITE_LIMIT_ATTACHED, 0),
];

/// Opens `path` with all settings; does not check its content.
pub(crate) fn connect(path: &Path, read_only: bool) -> rusqlite::Result<Connection> {
    let way = if read_only {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    } else {
        OpenFlags::SQLITE_OPEN_READ_WRITE
    };
    let db = Connection::open_with_flags(whole(path), way | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    configure(&db)?;
    Ok(db)
}

/// `path` as an absolute path. SQLite would take a relative `file:x?mode=memory` for a URI; as an absolute path it is just
/// a file with an unusual name.
fn whole(path: &Path) -> std::path::PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Applies the settings of every connection. `synchronous = EXTRA` and `fullfsync`, with a rollback journal, lose no
/// acknowledged commit and leave a single file when idle. The other settings keep a malicious file from running code or
/// hiding data. The limits are set first, so that they also apply while SQLite reads the schema of the file.
fn configure(db: &Connection) -> rusqlite::Result<()> {
    for (limit, most) in LIMITS {
        db.set_limit(limit, most)?;
    }
    db.busy_timeout(PATIENCE)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    db.pragma_update(None, "foreign_keys", true)?;
    db.pragma_update(None, "cell_size_check", true)?;
    db.pragma_update(None, "mmap_size", 0)?;
    db.pragma_update(None, "temp_store", "memory")?;
    db.pragma_update(None, "synchronous", "EXTRA")?;
    db.pragma_update(None, "fullfsync", true)
}

/// Settings that need a file known to be ours, because they read or write it.
pub(crate) fn configure_journal(db: &Connection) -> rusqlite::Result<()> {
    db.pragma_update(None, "journal_mode", "DELETE")?;
    db.pragma_update(None, "secure_delete", "FAST")
}
