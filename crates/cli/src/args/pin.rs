//! The `pin` command as it is typed.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// A chart on which events can be pinned.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Board {
    /// A pin fixes the row
    Causes,
    /// A pin fixes the center of the box
    #[value(alias = "layers")]
    CauseMap,
}

#[derive(Debug, Args)]
pub(crate) struct Pin {
    /// Workspace file
    pub(crate) file: PathBuf,
    /// Event: id, handle (E21) or part of the title; with --off, none means all on the chart
    #[arg(required_unless_present = "off")]
    pub(crate) event: Option<String>,
    /// Chart
    #[arg(long, alias = "view")]
    pub(crate) chart: Board,
    /// The top-down cause map, which has its own pins
    #[arg(long)]
    pub(crate) down: bool,
    /// Row of the causes chart, 0 at the top (2.5 is between two rows), or x,y in pixels of the cause map
    #[arg(
        long,
        allow_hyphen_values = true,
        required_unless_present = "off",
        conflicts_with = "off"
    )]
    pub(crate) at: Option<String>,
    /// Unpin
    #[arg(long)]
    pub(crate) off: bool,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}
