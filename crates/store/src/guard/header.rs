//! What the header of a file says.

use std::path::Path;

use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::error::StoreError;
use crate::schema;

/// Checks that the header is that of a workspace of a known version.
///
/// Reads one page and takes no lock (`immutable`), so that a foreign file with a journal next to it is not rolled back,
/// and closing does not drop the locks that another connection of this process holds. Without a lock it can read
/// a change half-written, which looks like damage: later checks, which take the lock, decide about that.
pub(super) fn identity(path: &Path, file: &str) -> Result<(), StoreError> {
    match numbers(path) {
        Ok((application, version)) => judge(application, version, file),
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseCorrupt) => Ok(()),
        Err(error) => Err(StoreError::of(file, &error)),
    }
}

/// Checks that these numbers are those of a known workspace.
pub(super) fn judge(application: i64, version: i64, file: &str) -> Result<(), StoreError> {
    if application == schema::APPLICATION_ID {
        return known(version, file);
    }
    Err(StoreError::NotAWorkspace {
        file: file.to_owned(),
    })
}

/// Checks that this program reads `version`.
fn known(version: i64, file: &str) -> Result<(), StoreError> {
    let file = file.to_owned();
    if version < 1 {
        // No program writes such a version; the number is half-written or was altered.
        return Err(StoreError::Damaged {
            file,
            detail: format!("its version is {version}"),
        });
    }
    if version > schema::VERSION {
        return Err(StoreError::Newer {
            file,
            found: version,
            known: schema::VERSION,
        });
    }
    Ok(())
}

fn numbers(path: &Path) -> rusqlite::Result<(i64, i64)> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(immutable_address(path), flags)?;
    read_numbers(&db)
}

/// The application id and the version in the header of `db`.
pub(super) fn read_numbers(db: &Connection) -> rusqlite::Result<(i64, i64)> {
    let number = |name| db.pragma_query_value(None, name, |row| row.get(0));
    Ok((number("application_id")?, number("user_version")?))
}

/// The `file:` URI with which SQLite opens `path` as a file that nobody changes.
pub(super) fn immutable_address(path: &Path) -> String {
    let mut address = String::from("file:");
    for byte in super::whole(path).as_os_str().as_encoded_bytes() {
        match byte {
            b'\\' if cfg!(windows) => address.push('/'),
            b'/' | b':' | b'.' | b'-' | b'_' => address.push(char::from(*byte)),
            byte if byte.is_ascii_alphanumeric() => address.push(char::from(*byte)),
            // Names need not be UTF-8.
            byte => address.push_str(&format!("%{byte:02x}")),
        }
    }
    address.push_str("?immutable=1");
    address
}
