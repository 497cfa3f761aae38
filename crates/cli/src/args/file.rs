//! `new`, `export`, `brief` and `doctor` as they are typed.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
pub(crate) struct New {
    /// File to create
    pub(crate) file: PathBuf,
    /// Start with the sample
    #[arg(long)]
    pub(crate) sample: bool,
    /// Start with a JSON file written by export
    #[arg(long, value_name = "JSON", conflicts_with = "sample")]
    pub(crate) from: Option<PathBuf>,
    /// Overwrite an existing file
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// Workspace file
    pub(crate) file: PathBuf,
    /// Output file: .json (everything), .csv, .xlsx, .ics, .graphml, .gexf, .dot, .geojson or .md
    #[arg(short, long)]
    pub(crate) output: PathBuf,
    /// Format, if the file name does not give it; also timelinejs
    #[arg(long = "as")]
    pub(crate) format: Option<String>,
    /// Table to write to a CSV: events, links or citations
    #[arg(long, default_value = "events")]
    pub(crate) table: String,
    /// Filter, such as "theme:tariffs status:planned severity:4 actor:US words"; not for JSON, which is always complete
    #[arg(long, default_value = "")]
    pub(crate) filter: String,
    /// Overwrite an existing file
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Brief {
    /// Workspace file
    pub(crate) file: PathBuf,
    /// First day, such as 2025-06-02 or "2 June 2025"
    #[arg(long)]
    pub(crate) since: String,
    /// Last day (default: the workspace's as-of day, or today)
    #[arg(long)]
    pub(crate) until: Option<String>,
    /// Output file: .html, .docx, .pdf or .md
    #[arg(short, long)]
    pub(crate) output: PathBuf,
    /// Parts, in order: summary, happened, changed, coming, sources, notes, and the charts timeline, causes, cause-map,
    /// themes, index, heat and outlook
    #[arg(long, value_delimiter = ',')]
    pub(crate) parts: Option<Vec<String>>,
    /// Handling mark: clear, green, amber, amber+strict, red (TLP 2.0), or your own wording
    #[arg(long)]
    pub(crate) handling: Option<String>,
    /// Title (default: the workspace's name)
    #[arg(long)]
    pub(crate) title: Option<String>,
    /// Author, for the properties of a Word document
    #[arg(long)]
    pub(crate) author: Option<String>,
    /// Filter, such as "theme:tariffs status:planned severity:4 actor:US words"; also place, source, category, kind, tag,
    /// dataset and period:"June 2025"
    #[arg(long, default_value = "")]
    pub(crate) filter: String,
    /// Overwrite an existing file
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Doctor {
    /// Workspace file
    pub(crate) file: PathBuf,
    /// Save what can be read to this new file, with the history if all entries are intact
    #[arg(short, long)]
    pub(crate) output: Option<PathBuf>,
    /// Rebuild derived data in the file itself, such as the search index
    #[arg(long, conflicts_with_all = ["output", "json"])]
    pub(crate) rebuild: bool,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}
