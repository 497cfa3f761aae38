//! The picture that was exported last, to be exported again with one key.

use std::path::PathBuf;

use api::Fault;
use serde_json::Value;

use crate::opened::Opened;

/// An export as it was asked for, and where it went.
#[derive(Debug, Clone)]
pub(crate) struct Exporting {
    /// Which chart.
    pub(crate) view: String,
    /// What it was asked with.
    pub(crate) args: Value,
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
        opened.with(|session| {
            app::export(
                session,
                &self.view,
                self.args.clone(),
                &self.path,
                may_replace,
            )
        })
    }
}
