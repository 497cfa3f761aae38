//! The picture that was exported last, to be exported again with one key.

use std::path::PathBuf;

use api::Fault;
use api::dto::ExportArgs;

use crate::opened::Opened;

/// An export as it was asked for, and where it went.
#[derive(Debug, Clone)]
pub(crate) struct Exporting {
    /// What it was asked with.
    pub(crate) args: ExportArgs,
    /// The file.
    pub(crate) path: PathBuf,
}

impl Exporting {
    /// Writes it.
    pub(crate) fn write(
        &self,
        opened: &Opened,
        may_replace: bool,
    ) -> Result<api::dto::Exported, Fault> {
        opened.with(|session| app::export(session, &self.args, &self.path, may_replace))
    }
}
