//! The `pin` command as it is typed.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// A chart on which events can be pinned.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Board {
    /// x is time: a pin holds the row
    Causes,
    /// A pin holds the middle of the box
    #[value(alias = "layers")]
    CauseMap,
}

#[derive(Debug, Args)]
pub(crate) struct Pin {
    /// The workspace
    pub(crate) file: PathBuf,
    /// An id, a handle (E21) or enough of the title; with --off none: all of the chart
    #[arg(required_unless_present = "off")]
    pub(crate) event: Option<String>,
    /// On which chart
    #[arg(long, alias = "view")]
    pub(crate) chart: Board,
    /// The cause map that reads from the top down, which has pins of its own
    #[arg(long)]
    pub(crate) down: bool,
    /// A row of the chart of causes from 0 at the top (2.5 is between two), or x,y in pixels of the cause map
    #[arg(
        long,
        allow_hyphen_values = true,
        required_unless_present = "off",
        conflicts_with = "off"
    )]
    pub(crate) at: Option<String>,
    /// Unpin it
    #[arg(long)]
    pub(crate) off: bool,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}
