//! `undo`, `redo`, `history` and `restore` as they are typed.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
pub(crate) struct Travel {
    /// Workspace file
    pub(crate) file: PathBuf,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct History {
    /// Workspace file
    pub(crate) file: PathBuf,
    /// Only steps that changed this event
    #[arg(long)]
    pub(crate) event: Option<String>,
    /// Maximum number of steps
    #[arg(long, default_value_t = 100)]
    pub(crate) limit: u32,
    /// Show the changes of one step instead of the list
    #[arg(long, conflicts_with_all = ["event", "limit"])]
    pub(crate) step: Option<i64>,
    /// JSON instead of a table
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Restore {
    /// Workspace file
    pub(crate) file: PathBuf,
    /// Step number from the history; 0 is the empty workspace
    pub(crate) step: i64,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}
