//! The commands that list, show and answer, as they are typed.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum What {
    Events,
    Links,
    Themes,
    Actors,
    Sources,
    /// Market and reference series
    Series,
    /// Figures of events, checked against the series
    Figures,
    /// Entries without a date, and the dates that their links imply
    Undated,
}

#[derive(Debug, Args)]
pub(crate) struct List {
    /// Workspace file
    pub(crate) file: PathBuf,
    /// What to list
    pub(crate) what: What,
    /// Filter, such as "theme:tariffs status:planned severity:4 actor:US words"; also place, source, category, kind, tag,
    /// dataset and period:"June 2025"
    #[arg(long, default_value = "")]
    pub(crate) filter: String,
    /// JSON instead of a table
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Show {
    /// Workspace file
    pub(crate) file: PathBuf,
    /// Event: id, handle (E21) or part of the title
    pub(crate) event: String,
    /// Another event: show the links from the first to this one instead
    pub(crate) effect: Option<String>,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Search {
    /// Workspace file
    pub(crate) file: PathBuf,
    /// Text to search for; the last word may be incomplete
    pub(crate) words: String,
    /// Maximum number of hits
    #[arg(long, default_value_t = 50)]
    pub(crate) limit: u32,
    /// JSON instead of a table
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Tree {
    /// Workspace file
    pub(crate) file: PathBuf,
    /// Event: id, handle (E21) or part of the title
    pub(crate) event: String,
    /// Number of steps, 1 to 9
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=9))]
    pub(crate) steps: u8,
    /// Filter, such as "theme:tariffs status:planned"
    #[arg(long, default_value = "")]
    pub(crate) filter: String,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct FromTo {
    /// Workspace file
    pub(crate) file: PathBuf,
    /// First event: id, handle (E01) or part of the title
    pub(crate) from: String,
    /// Last event
    pub(crate) to: String,
    /// Maximum number of chains, 1 to 20
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=20))]
    pub(crate) most: u8,
    /// Filter, such as "theme:tariffs status:planned"
    #[arg(long, default_value = "")]
    pub(crate) filter: String,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct About {
    /// Workspace file
    pub(crate) file: PathBuf,
    /// Filter, such as "theme:tariffs status:planned"
    #[arg(long, default_value = "")]
    pub(crate) filter: String,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}
