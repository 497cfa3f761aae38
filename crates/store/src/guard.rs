//! How a workspace file is opened: settings, and the checks that come before anything is trusted.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::error::StoreError;
use crate::schema;

/// How long to wait for another program that is writing.
const PATIENCE: Duration = Duration::from_secs(2);

/// Opens `path` for reading and writing with all settings; does not look at what is in it.
pub(crate) fn connect(path: &Path, read_only: bool) -> rusqlite::Result<Connection> {
    let way = if read_only {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    } else {
        OpenFlags::SQLITE_OPEN_READ_WRITE
    };
    // Without the URI flag a file named "file:x?mode=memory" is just a file with an odd name.
    let db = Connection::open_with_flags(path, way | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    settle(&db)?;
    Ok(db)
}

/// Applies the settings of every connection. Why each: rollback journal and EXTRA lose no acknowledged commit and
/// leave one file at rest; the rest keeps a hostile file from running or hiding anything.
fn settle(db: &Connection) -> rusqlite::Result<()> {
    db.busy_timeout(PATIENCE)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
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
pub(crate) fn settle_journal(db: &Connection) -> rusqlite::Result<()> {
    db.pragma_update(None, "journal_mode", "DELETE")?;
    db.pragma_update(None, "secure_delete", "FAST")
}

/// Tells whether the file says it is a workspace of a version that is known; returns the version.
///
/// Reads one page and takes no lock (`immutable`), so that a foreign file with a journal beside it is not rolled back,
/// and closing does not drop the locks that another connection of this process holds.
pub(crate) fn identity(path: &Path, file: &str) -> Result<i64, StoreError> {
    let meta = std::fs::metadata(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => StoreError::Missing {
            file: file.to_owned(),
        },
        _ => StoreError::System {
            file: file.to_owned(),
            detail: error.to_string(),
        },
    })?;
    let not_ours = || StoreError::NotAWorkspace {
        file: file.to_owned(),
    };
    if !meta.is_file() || meta.len() < 512 {
        return Err(not_ours());
    }
    let (application, version) = header(path).map_err(|error| StoreError::of(file, &error))?;
    if application != schema::APPLICATION_ID || version < 1 {
        return Err(not_ours());
    }
    if version > schema::VERSION {
        return Err(StoreError::Newer {
            file: file.to_owned(),
            found: version,
            known: schema::VERSION,
        });
    }
    Ok(version)
}

fn header(path: &Path) -> rusqlite::Result<(i64, i64)> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(immutable_address(path), flags)?;
    let number = |name| db.pragma_query_value(None, name, |row| row.get(0));
    Ok((number("application_id")?, number("user_version")?))
}

/// `file:` address of `path` that SQLite opens as a file that nobody changes.
fn immutable_address(path: &Path) -> String {
    let mut address = String::from("file:");
    for letter in path.to_string_lossy().chars() {
        match letter {
            '%' => address.push_str("%25"),
            '?' => address.push_str("%3f"),
            '#' => address.push_str("%23"),
            '\\' if cfg!(windows) => address.push('/'),
            letter => address.push(letter),
        }
    }
    address.push_str("?immutable=1");
    address
}

/// Checks that the tables are those of `version` and that the pages hold together. Changes nothing.
pub(crate) fn inspect(db: &Connection, file: &str, version: i64) -> Result<(), StoreError> {
    let of = |error| StoreError::of(file, &error);
    if let Some(detail) = schema::difference(db, version).map_err(of)? {
        return Err(StoreError::Altered {
            file: file.to_owned(),
            detail,
        });
    }
    let verdict: String = db
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(of)?;
    if verdict != "ok" {
        return Err(StoreError::Damaged {
            file: file.to_owned(),
            detail: verdict,
        });
    }
    Ok(())
}
