//! What lies at a path, and whether it is still the same.

use std::ffi::OsString;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::error::StoreError;
use crate::schema;

/// A file as the disk knows it, whatever its name: the disk and the number of the file on it. Only where the system
/// tells them; elsewhere a file that is open cannot be moved away or replaced.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    path: PathBuf,
    #[cfg(unix)]
    number: (u64, u64),
}

/// No workspace is shorter: its tables alone take more. So no connection can be at work on a shorter file, and reading it
/// past SQLite drops nobody's locks.
const SHORTEST_BYTES: u64 = 16_384;

/// The mark of a workspace, at byte 68.
pub(super) const MARK: [u8; 4] = (schema::APPLICATION_ID as u32).to_be_bytes();

/// How every SQLite file begins.
pub(crate) const MAGIC: &[u8; 16] = b"SQLite format 3\0";

impl Place {
    /// Looks at what lies at `path`. A symbolic link stands for what it points to.
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

    /// Where it lies, from the root.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// False when the file was moved, removed or replaced since. Where the system tells no numbers, a file that is open
    /// cannot be.
    pub(super) fn is_still_there(&self) -> bool {
        #[cfg(unix)]
        return std::fs::metadata(&self.path).is_ok_and(|it| number(&it) == self.number);
        #[cfg(not(unix))]
        true
    }

    /// The file beside it that ends in `ending`, such as "-journal".
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

/// True for the beginning of a workspace, as far as it goes; nothing at all counts as one.
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
