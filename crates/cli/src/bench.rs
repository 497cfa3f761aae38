//! `faultline bench`: one measurement each, printed as a line of JSON.

use std::path::{Path, PathBuf};

use api::Fault;
use clap::Subcommand;
use serde::Serialize;

/// What is measured.
#[derive(Debug, Subcommand)]
pub(crate) enum Bench {
    /// Import a table of events into a new workspace
    Import {
        /// A table with a header line
        #[arg(long)]
        csv: PathBuf,
        /// The workspace to create; an existing file is replaced
        #[arg(long)]
        db: PathBuf,
    },
    /// Lay out graphs
    Layout {
        /// JSON, one line per graph: number of nodes and edges
        #[arg(long = "in")]
        input: PathBuf,
        /// Output file for positions and routes, one line per graph
        #[arg(long = "out")]
        output: PathBuf,
        /// Minimize crossings instead of keeping the layout stable
        #[arg(long)]
        thorough: bool,
    },
    /// Lay out graphs along time, compared with greedy rows
    Causal {
        /// JSON, one line per graph: number of nodes and edges
        #[arg(long = "in")]
        input: PathBuf,
    },
    /// Query a large graph
    Graph {
        /// Folder with big.csv, small.csv and queries.json
        #[arg(long)]
        dir: PathBuf,
    },
    /// Draw events as a timeline
    Image {
        /// JSON, a list of events
        #[arg(long)]
        events: PathBuf,
        /// The PNG to write; an existing file is replaced
        #[arg(long)]
        out: PathBuf,
    },
    /// Compute the risk index of a workspace and draw it
    Index {
        /// The workspace
        #[arg(long)]
        db: PathBuf,
    },
    /// Search a workspace
    Search {
        /// The workspace
        #[arg(long)]
        db: PathBuf,
        /// JSON, a list of [kind, query in the syntax of FTS5]
        #[arg(long)]
        queries: PathBuf,
    },
}

impl Bench {
    /// The file it is about, as typed.
    pub(crate) fn file(&self) -> &Path {
        match self {
            Self::Import { db, .. } | Self::Search { db, .. } | Self::Index { db } => db,
            Self::Layout { input, .. } | Self::Causal { input } => input,
            Self::Image { events, .. } => events,
            Self::Graph { dir } => dir,
        }
    }
}

/// Measures it.
pub(crate) fn bench(what: &Bench) -> Result<String, Fault> {
    match what {
        Bench::Import { csv, db } => line(&bench::import(csv, db)?),
        Bench::Layout {
            input,
            output,
            thorough,
        } => line(&bench::layout(input, output, *thorough)?),
        Bench::Causal { input } => line(&bench::causal(input)?),
        Bench::Index { db } => line(&bench::index(db)?),
        Bench::Image { events, out } => line(&bench::image(events, out)?),
        Bench::Graph { dir } => line(&bench::graph(dir)?),
        Bench::Search { db, queries } => {
            let text = std::fs::read_to_string(queries).map_err(|error| {
                Fault::new(
                    api::FaultCode::File,
                    format!("{}: {error}", queries.display()),
                )
            })?;
            line(&bench::search(db, &text)?)
        }
    }
}

fn line(measured: &impl Serialize) -> Result<String, Fault> {
    let text = serde_json::to_string(measured);
    text.map(|it| it + "\n")
        .map_err(|error| Fault::new(api::FaultCode::Internal, error.to_string()))
}
