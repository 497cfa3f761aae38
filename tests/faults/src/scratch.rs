//! Folders to break things in.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use tempfile::TempDir;

/// The name of every workspace here.
pub const NAME: &str = "gulf.faultline";

/// A folder on the disk, where the system writes as it does for a person. Its path is free of symbolic links.
///
/// # Errors
/// When it cannot be made.
pub fn on_disk() -> Result<TempDir> {
    let place = std::env::temp_dir().canonicalize()?;
    TempDir::with_prefix_in("faults-", place).context("no folder for temporary files")
}

/// A folder in memory where there is one, for files whose writing is not what is tested.
///
/// # Errors
/// When it cannot be made.
pub fn in_memory() -> Result<TempDir> {
    TempDir::with_prefix_in("faults-", "/dev/shm").or_else(|_| on_disk())
}

/// Keeps `folder` for whoever looks into a failure and says where it is.
#[must_use]
pub fn kept(folder: TempDir) -> String {
    format!("kept in {}", folder.keep().display())
}

/// The journal that SQLite writes beside `file`.
#[must_use]
pub fn journal(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push("-journal");
    name.into()
}

/// True when a change of `file` was broken off and has to be taken back: its journal says so in its first byte.
#[must_use]
pub fn has_hot_journal(file: &Path) -> bool {
    std::fs::read(journal(file)).is_ok_and(|it| it.first().is_some_and(|byte| *byte != 0))
}
