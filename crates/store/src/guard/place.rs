//! What is at a path, and whether it is still the same file.

use std::ffi::OsString;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::error::StoreError;
use crate::schema;

/// The identity of a file, independent of its name: device and inode. Only where the system has them; elsewhere an open
/// file cannot be moved or replaced.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    path: PathBuf,
    #[cfg(unix)]
    number: (u64, u64),
}

/// No workspace is shorter: the schema alone takes more. So no connection can have a shorter file open, and reading it
/// directly drops no locks.
const SHORTEST_BYTES: u64 = 16_384;

/// The application id of a workspace, at byte 68.
pub(super) const MARK: [u8; 4] = (schema::APPLICATION_ID as u32).to_be_bytes();

/// The first bytes of every SQLite file.
pub(crate) const MAGIC: &[u8; 16] = b"SQLite format 3\0";

impl Place {
    /// Identifies the file at `path`. Symbolic links are followed.
    pub(crate) fn of(path: &Path, file: &str) -> Result<Self, StoreError> {
        let system = |error: std::io::Error| match error.kind() {
            std::io::ErrorKind::NotFound => StoreError::Missing {
                file: file.to_owned(),
            },
            _ => StoreError::System {
                file: file.to_owned(),
                detail: error.to_string(),
            },
        };
        let meta = std::fs::metadata(path).map_err(system)?;
        let not_ours = || StoreError::NotAWorkspace {
            file: file.to_owned(),
        };
        if !meta.is_file() {
            return Err(not_ours());
        }
        if meta.len() < SHORTEST_BYTES {
            let cut_off = is_cut_off(path).map_err(system)?;
            let bytes = meta.len();
            let file = file.to_owned();
            return Err(if cut_off {
                StoreError::TooShort { file, bytes }
            } else {
                not_ours()
            });
        }
        Ok(Self {
            path: super::whole(path),
            #[cfg(unix)]
            number: number(&meta),
        })
    }

    /// Its absolute path.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// False when the file was moved, deleted or replaced since. Where the system has no inodes, this cannot happen to an open
    /// file.
    pub(super) fn is_still_there(&self) -> bool {
        #[cfg(unix)]
        return std::fs::metadata(&self.path).is_ok_and(|it| number(&it) == self.number);
        #[cfg(not(unix))]
        true
    }

    /// The path of the file next to it with this ending, such as "-journal".
    pub(super) fn beside(&self, ending: &str) -> PathBuf {
        beside(&self.path, ending)
    }
}

/// `path` with `ending` after its name.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    PathBuf::from(name)
}

/// True for a truncated workspace; an empty file counts as one.
fn is_cut_off(path: &Path) -> std::io::Result<bool> {
    let mut start = Vec::new();
    std::fs::File::open(path)?
        .take(100)
        .read_to_end(&mut start)?;
    let application = start.get(68..72).map(|it| it == MARK);
    let length = start.len().min(MAGIC.len());
    Ok(start[..length] == MAGIC[..length] && application.unwrap_or(true))
}

#[cfg(unix)]
fn number(meta: &std::fs::Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (meta.dev(), meta.ino())
}
