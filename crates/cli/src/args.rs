//! The commands as they are typed; the arguments of each stand in a file of their own.

use std::path::Path;

use clap::{Parser, Subcommand};

mod chart;
mod file;
mod history;
mod page;
mod pin;
mod read;
mod risk;
mod write;

use crate::bench::Bench;

pub(crate) use chart::{Chart, refuse_unused};
pub(crate) use file::{Brief, Doctor, Export, New};
pub(crate) use history::{History, Restore, Travel};
pub(crate) use page::{Logo, PageArgs, Settings};
pub(crate) use pin::{Board, Pin};
pub(crate) use read::{About, FromTo, List, Search, Show, Tree, What};
pub(crate) use risk::{Import, Index, Scaling, Study, Studying};
pub(crate) use write::{Add, Cite, Delete, Edit, Link, Source, Workspace};

/// Keep a sourced chronology in one file: list it, query it, draw it.
#[derive(Debug, Parser)]
#[command(name = "faultline", version, arg_required_else_help = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Create a workspace
    New(New),
    /// List events, links, themes, actors, sources and more
    List(List),
    /// Show one event with its claims, causes, effects and sources, or the links from one event to another
    Show(Show),
    /// Search events by text
    Search(Search),
    /// Draw a chart to a file
    Chart(Box<Chart>),
    /// List or delete saved export settings
    Settings(Settings),
    /// Set or remove the logo of exported charts
    Logo(Logo),
    /// Add an event from one line, such as "early May 2025  Talks in Geneva  #tariffs @US @CN !4 B2"
    Add(Add),
    /// Set fields of an event: --set severity=4 --set themes+=tariffs
    Edit(Edit),
    /// Delete events with their links, claims and citations
    Delete(Delete),
    /// Link a cause to an effect
    Link(Box<Link>),
    /// Pin or unpin an event on the causes chart or the cause map: --chart causes --at 3
    Pin(Pin),
    /// Cite a source for an event or for one of its fields
    Cite(Box<Cite>),
    /// Add a source: --set outlet=AP --set "title=Talks resume" --set reliability=B
    Source(Source),
    /// Causes of an event, step by step
    Why(Tree),
    /// Effects of an event, step by step
    Follows(Tree),
    /// Strongest causal chains from one event to another, and what would break them
    Path(FromTo),
    /// Key drivers, outcomes and bottlenecks
    Drivers(About),
    /// Feedback loops among events and among themes
    Loops(About),
    /// Contradictions between dates and links, and how to fix them
    Check(About),
    /// Risk index by day, week or month; the entries behind one point; index weights
    Index(Index),
    /// Event study: abnormal changes of a series around events
    Study(Study),
    /// Import a market or reference series
    Import(Import),
    /// Show or set the workspace's name and as-of day: --as-of "11 June 2025", --as-of today
    Workspace(Workspace),
    /// Undo the last step
    Undo(Travel),
    /// Redo the last undone step
    Redo(Travel),
    /// Show the history, newest step first
    History(History),
    /// Restore the state after a step, as a new step
    Restore(Restore),
    /// Export the data for other programs
    Export(Export),
    /// Write the brief: events since a day, changed assessments, what is coming
    Brief(Brief),
    /// Check a file for damage and save what can be read
    Doctor(Doctor),
    /// Measure one operation, for comparison with other programs
    #[command(subcommand, hide = true)]
    Bench(Bench),
}

impl Command {
    /// The path of the workspace, as typed.
    pub(crate) fn file(&self) -> &Path {
        match self {
            Self::New(args) => &args.file,
            Self::List(args) => &args.file,
            Self::Show(args) => &args.file,
            Self::Search(args) => &args.file,
            Self::Chart(args) => &args.file,
            Self::Settings(args) => &args.file,
            Self::Logo(args) => &args.file,
            Self::Add(args) => &args.file,
            Self::Edit(args) => &args.file,
            Self::Delete(args) => &args.file,
            Self::Link(args) => &args.file,
            Self::Pin(args) => &args.file,
            Self::Cite(args) => &args.file,
            Self::Source(args) => &args.file,
            Self::Why(args) | Self::Follows(args) => &args.file,
            Self::Path(args) => &args.file,
            Self::Drivers(args) | Self::Loops(args) | Self::Check(args) => &args.file,
            Self::Index(args) => &args.file,
            Self::Study(args) => &args.file,
            Self::Import(args) => &args.file,
            Self::Workspace(args) => &args.file,
            Self::Undo(args) | Self::Redo(args) => &args.file,
            Self::History(args) => &args.file,
            Self::Restore(args) => &args.file,
            Self::Export(args) => &args.file,
            Self::Brief(args) => &args.file,
            Self::Doctor(args) => &args.file,
            Self::Bench(what) => what.file(),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::Cli;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }
}
