//! The command line as it is typed.

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};

mod chart;
mod page;
mod pin;
mod risk;
mod write;

use crate::bench::Bench;

pub(crate) use chart::{Chart, refuse_unused};
pub(crate) use page::{Logo, Page, Settings};
pub(crate) use pin::{Board, Pin};
pub(crate) use risk::{Import, Index, Scaling, Study, Studying};
pub(crate) use write::{Add, Cite, Delete, Edit, Link, Source, Workspace};

/// A sourced chronology in one file: list it, ask it, draw it.
#[derive(Debug, Parser)]
#[command(name = "faultline", version, arg_required_else_help = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make a workspace
    New(New),
    /// List events, links, themes, actors or sources
    List(List),
    /// Show one event with its claims, causes, effects and sources
    Show(Show),
    /// Find events by words
    Search(Search),
    /// Draw a chart into a file
    Chart(Box<Chart>),
    /// List or delete named settings of charts
    Settings(Settings),
    /// Take an image as the logo of charts
    Logo(Logo),
    /// Add an event from one line, such as "early May 2025  Talks in Geneva  #tariffs @US @CN !4 B2"
    Add(Add),
    /// Set fields of an event: --set severity=4 --set themes+=tariffs
    Edit(Edit),
    /// Delete events with their links, claims and citations
    Delete(Delete),
    /// Link a cause to an effect
    Link(Box<Link>),
    /// Hold an event in a place of the causal chart or the cause map: --view causes --at 3
    Pin(Pin),
    /// Cite a source for an event, or for one field of it
    Cite(Box<Cite>),
    /// Add a source: --set outlet=AP --set "title=Talks resume" --set reliability=B
    Source(Source),
    /// What led to an event, step by step
    Why(Tree),
    /// What follows from an event, step by step
    Follows(Tree),
    /// The strongest chains of causes from one event to another, and what would break them
    Path(FromTo),
    /// What much follows from, what much leads to, and what everything passes
    Drivers(About),
    /// Feedback loops among events and among themes
    Loops(About),
    /// Which dates and links cannot all be right, and how to mend them
    Check(About),
    /// The risk index by day, week or month; one of its points opened; what it weighs by
    Index(Index),
    /// What a series did around events, beyond what is normal for it
    Study(Study),
    /// Bring in a file, such as a market series
    Import(Import),
    /// Show the workspace's name and as-of day, or set them: --as-of "11 June 2025", --as-of today
    Workspace(Workspace),
    /// Take the last step back
    Undo(Walk),
    /// Bring the step back that was undone last
    Redo(Walk),
    /// List what was done, newest first
    History(History),
    /// Go back to the state after a step, as a new step
    Restore(Restore),
    /// Write the workspace for other programs
    Export(Export),
    /// Write the brief: what happened since a day, what changed in judgment, what is coming
    Brief(Brief),
    /// Say what is wrong with a file, and save what can be read of it
    Doctor(Doctor),
    /// Measure one thing, for comparing with other programs
    #[command(subcommand, hide = true)]
    Bench(Bench),
}

impl Command {
    /// The workspace it is about, as typed.
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

#[derive(Debug, Args)]
pub(crate) struct New {
    /// The file to make
    pub(crate) file: PathBuf,
    /// Put the sample into it
    #[arg(long)]
    pub(crate) sample: bool,
    /// Put everything into it that this JSON holds, as export wrote it
    #[arg(long, value_name = "JSON", conflicts_with = "sample")]
    pub(crate) from: Option<PathBuf>,
    /// Replace what is there
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum What {
    Events,
    Links,
    Themes,
    Actors,
    Sources,
    /// Market and reference series.
    Series,
    /// Figures of events, held against the series.
    Figures,
    /// Entries without a date, and where their links say that they lie.
    Undated,
}

#[derive(Debug, Args)]
pub(crate) struct List {
    /// The workspace
    pub(crate) file: PathBuf,
    /// What to list
    pub(crate) what: What,
    /// Which entries, such as "theme:tariffs status:planned severity:4 actor:US words"; also place, source, category, kind,
    /// tag and period:"June 2025"
    #[arg(long, default_value = "")]
    pub(crate) filter: String,
    /// JSON instead of a table
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Show {
    /// The workspace
    pub(crate) file: PathBuf,
    /// An id, a handle (E21) or enough of the title
    pub(crate) event: String,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Search {
    /// The workspace
    pub(crate) file: PathBuf,
    /// Words to look for; the last one may be unfinished
    pub(crate) words: String,
    /// At most this many hits
    #[arg(long, default_value_t = 50)]
    pub(crate) limit: u32,
    /// JSON instead of a table
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Tree {
    /// The workspace
    pub(crate) file: PathBuf,
    /// An id, a handle (E21) or enough of the title
    pub(crate) event: String,
    /// Over so many steps, 1 to 9
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=9))]
    pub(crate) steps: u8,
    /// Only over these entries, such as "theme:tariffs status:planned"
    #[arg(long, default_value = "")]
    pub(crate) filter: String,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct FromTo {
    /// The workspace
    pub(crate) file: PathBuf,
    /// Where it begins: an id, a handle (E01) or enough of the title
    pub(crate) from: String,
    /// Where it leads to
    pub(crate) to: String,
    /// At most so many chains, 1 to 20
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=20))]
    pub(crate) most: u8,
    /// Only over these entries, such as "theme:tariffs status:planned"
    #[arg(long, default_value = "")]
    pub(crate) filter: String,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct About {
    /// The workspace
    pub(crate) file: PathBuf,
    /// Only over these entries, such as "theme:tariffs status:planned"
    #[arg(long, default_value = "")]
    pub(crate) filter: String,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Walk {
    /// The workspace
    pub(crate) file: PathBuf,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct History {
    /// The workspace
    pub(crate) file: PathBuf,
    /// Only what touched this event
    #[arg(long)]
    pub(crate) event: Option<String>,
    /// At most this many steps
    #[arg(long, default_value_t = 100)]
    pub(crate) limit: u32,
    /// What this step changed, instead of the list
    #[arg(long, conflicts_with_all = ["event", "limit"])]
    pub(crate) step: Option<i64>,
    /// JSON instead of a table
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Restore {
    /// The workspace
    pub(crate) file: PathBuf,
    /// Number of the step, as the history lists it; 0 is the empty beginning
    pub(crate) step: i64,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The workspace
    pub(crate) file: PathBuf,
    /// Where to write; the name ends with .json (everything), .csv, .xlsx, .ics, .graphml, .gexf, .dot, .geojson or .md
    #[arg(short, long)]
    pub(crate) output: PathBuf,
    /// The format, where the name does not say it: also timelinejs
    #[arg(long = "as")]
    pub(crate) format: Option<String>,
    /// Of a CSV: events, links or citations
    #[arg(long, default_value = "events")]
    pub(crate) table: String,
    /// Which entries, such as "theme:tariffs status:planned severity:4 actor:US words"; JSON always holds everything
    #[arg(long, default_value = "")]
    pub(crate) filter: String,
    /// Overwrite what is there
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Brief {
    /// The workspace
    pub(crate) file: PathBuf,
    /// The first day, such as 2025-06-02 or "2 June 2025"
    #[arg(long)]
    pub(crate) since: String,
    /// The last day; the as-of day of the workspace if absent, or today
    #[arg(long)]
    pub(crate) until: Option<String>,
    /// Where to write; the name ends with .html, .docx, .pdf or .md
    #[arg(short, long)]
    pub(crate) output: PathBuf,
    /// Its parts in their order: summary, happened, changed, coming, the charts timeline, causes, datasets, themes, index, heat
    /// and outlook, sources, notes
    #[arg(long, value_delimiter = ',')]
    pub(crate) parts: Option<Vec<String>>,
    /// How it may be handed on: clear, green, amber, amber+strict, red, or words of your own
    #[arg(long)]
    pub(crate) handling: Option<String>,
    /// Instead of the workspace's name
    #[arg(long)]
    pub(crate) title: Option<String>,
    /// Who wrote it, for the properties of a Word document
    #[arg(long)]
    pub(crate) author: Option<String>,
    /// Which entries, such as "theme:tariffs status:planned severity:4 actor:US words"; also place, source, category, kind,
    /// tag and period:"June 2025"
    #[arg(long, default_value = "")]
    pub(crate) filter: String,
    /// Overwrite what is there
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Doctor {
    /// The workspace
    pub(crate) file: PathBuf,
    /// Write what can be read to this new file, with the history where all entries are whole
    #[arg(short, long)]
    pub(crate) output: Option<PathBuf>,
    /// Build again what follows from the entries, in the file itself: the index for searching and others
    #[arg(long, conflicts_with_all = ["output", "json"])]
    pub(crate) rebuild: bool,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
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
