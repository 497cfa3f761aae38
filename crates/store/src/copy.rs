//! Copies of a workspace. A copy is written under a temporary name, checked by opening it, and only then renamed: there
//! is never half a copy under the requested name, and nothing is ever overwritten.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, ErrorCode, ffi};
use tempfile::TempPath;

use crate::error::StoreError;
use crate::file::{File, file_name};
use crate::{guard, schema};

/// How often to retry while another program writes, and the pause between.
const TRIES: usize = 20;
const PAUSE: Duration = Duration::from_millis(100);

/// The most copies of old versions that are kept next to a file.
const MOST_COPIES: usize = 99;

impl File {
    /// Writes a copy of everything, the history included, to `to`. Never overwrites.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when the path is in use; otherwise what the system reports. Then there is no copy.
    pub fn save_copy(&self, to: &Path) -> Result<(), StoreError> {
        let name = file_name(to);
        if to.symlink_metadata().is_ok() {
            return Err(StoreError::Exists { file: name });
        }
        let system = |error: std::io::Error| system(&name, &error);
        let part = part_beside(to).map_err(system)?;
        copy(&self.db, &part).map_err(|error| StoreError::of(&self.name, &error))?;
        Self::open(&part)
            .and_then(|copy| copy.read())
            .map_err(|error| StoreError::System {
                file: name.clone(),
                detail: format!("the copy cannot be read back ({error})"),
            })?;
        keep(part, to).map_err(system)
    }
}

/// Copies what `db` reads to a file next to the one at `path`, before it is migrated: "gulf (version 1).faultline".
pub(crate) fn keep_version(db: &Connection, path: &Path, version: i64) -> rusqlite::Result<()> {
    let failed = |error: std::io::Error| {
        let code = match error.kind() {
            std::io::ErrorKind::StorageFull => ffi::SQLITE_FULL,
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                ffi::SQLITE_READONLY
            }
            _ => ffi::SQLITE_IOERR,
        };
        let said = format!("its version {version} cannot be saved next to it ({error})");
        rusqlite::Error::SqliteFailure(ffi::Error::new(code), Some(said))
    };
    let mut part = part_beside(path).map_err(failed)?;
    copy(db, &part)?;
    check(&part, version)?;
    for count in 1..=MOST_COPIES {
        let name = name_of_version(path, version, count);
        match keep_back(part, &name) {
            Ok(()) => return Ok(()),
            Err((error, back)) if error.kind() == std::io::ErrorKind::AlreadyExists => part = back,
            Err((error, _)) => return Err(failed(error)),
        }
    }
    Err(failed(std::io::ErrorKind::AlreadyExists.into()))
}

fn name_of_version(path: &Path, version: i64, count: usize) -> PathBuf {
    let mut name = OsString::from(path.file_stem().unwrap_or_default());
    name.push(match count {
        1 => format!(" (version {version})"),
        _ => format!(" (version {version}, {count})"),
    });
    if let Some(ending) = path.extension() {
        name.push(".");
        name.push(ending);
    }
    path.with_file_name(name)
}

/// Makes sure that a copy is a whole file of `version`.
fn check(copy: &Path, version: i64) -> rusqlite::Result<()> {
    let db = guard::connect(copy, true)?;
    let verdict: String = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict == "ok" && schema::difference(&db, version)?.is_none() {
        return Ok(());
    }
    let said =
        format!("its version {version} cannot be saved next to it (the copy cannot be read back)");
    Err(rusqlite::Error::SqliteFailure(
        ffi::Error::new(ffi::SQLITE_IOERR),
        Some(said),
    ))
}

/// An empty file in the folder of `path`, which is deleted unless it is kept.
fn part_beside(path: &Path) -> std::io::Result<TempPath> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    let mut part = tempfile::Builder::new();
    part.prefix(".faultline-").suffix(".part");
    #[cfg(unix)]
    {
        // With the permissions of any new file, less the umask of the user.
        use std::os::unix::fs::PermissionsExt;
        part.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let made = part.tempfile_in(folder.unwrap_or(Path::new(".")))?;
    Ok(made.into_temp_path())
}

/// Copies what `db` reads into the empty file at `to`.
pub(crate) fn copy(db: &Connection, to: &Path) -> rusqlite::Result<()> {
    let mut to = guard::connect(to, false)?;
    let copying = Backup::new(db, &mut to)?;
    for _ in 0..TRIES {
        if copying.step(-1)? == StepResult::Done {
            return Ok(());
        }
        std::thread::sleep(PAUSE);
    }
    let busy = ffi::Error {
        code: ErrorCode::DatabaseBusy,
        extended_code: ffi::SQLITE_BUSY,
    };
    Err(rusqlite::Error::SqliteFailure(busy, None))
}

fn keep(part: TempPath, to: &Path) -> std::io::Result<()> {
    keep_back(part, to).map_err(|(error, _)| error)
}

/// Renames a finished copy once it is on disk; returns it when that fails.
fn keep_back(part: TempPath, to: &Path) -> Result<(), (std::io::Error, TempPath)> {
    let written = std::fs::OpenOptions::new().write(true).open(&part);
    if let Err(error) = written.and_then(|it| it.sync_all()) {
        return Err((error, part));
    }
    part.persist_noclobber(to)
        .map_err(|it| (it.error, it.path))?;
    // The name is on disk once its folder is synced; systems without this do it by themselves.
    #[cfg(unix)]
    if let Some(folder) = to.parent().filter(|it| !it.as_os_str().is_empty()) {
        let _ = std::fs::File::open(folder).and_then(|it| it.sync_all());
    }
    Ok(())
}

fn system(file: &str, error: &std::io::Error) -> StoreError {
    let file = file.to_owned();
    match error.kind() {
        std::io::ErrorKind::AlreadyExists => StoreError::Exists { file },
        std::io::ErrorKind::StorageFull => StoreError::Full { file },
        _ => StoreError::System {
            file,
            detail: error.to_string(),
        },
    }
}
