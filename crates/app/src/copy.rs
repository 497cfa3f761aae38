//! Copies of a workspace: of one that is open, and of what can be read of a damaged one.

use std::path::Path;

use crate::{Fault, FaultCode, Session};

impl Session {
    /// Writes a copy of the open workspace to `path`. Only with `may_replace` may a file be there already; it
    /// comes back if the copy cannot be made.
    ///
    /// # Errors
    /// [`FaultCode::Exists`] or [`FaultCode::File`].
    pub fn save_copy(&self, path: &Path, may_replace: bool) -> Result<(), Fault> {
        let _ = (path, may_replace);
        Err(Fault::new(
            FaultCode::Internal,
            "Copies cannot be saved yet",
        ))
    }

    /// Writes what can be read of the damaged file `from` to the new file `to`, and says what was lost, a line each.
    ///
    /// # Errors
    /// [`FaultCode::Exists`] or [`FaultCode::File`]; `from` is never written to.
    pub fn salvage(from: &Path, to: &Path) -> Result<Vec<String>, Fault> {
        let _ = (from, to);
        Err(Fault::new(
            FaultCode::Internal,
            "Nothing can be saved of a damaged file yet",
        ))
    }
}
