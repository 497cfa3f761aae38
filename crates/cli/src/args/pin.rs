//! The `pin` command as it is typed.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// A chart on which events can be pinned.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Board {
    /// A pin fixes the row
    Causes,
    /// A pin fixes the row and the entry before it there
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
    /// Direction of the cause map, each of which has its own pins
    #[arg(long, value_parser = ["down", "right"], default_value = "down")]
    pub(crate) flow: String,
    /// Row, 0 first (2.5 is between two rows); on a cause map that reads to the right, its column
    #[arg(
        long,
        allow_hyphen_values = true,
        required_unless_present = "off",
        conflicts_with = "off"
    )]
    pub(crate) at: Option<String>,
    /// The event right before it in its row of a cause map; without, it is the first there
    #[arg(long, conflicts_with = "off")]
    pub(crate) after: Option<String>,
    /// Unpin
    #[arg(long)]
    pub(crate) off: bool,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}
