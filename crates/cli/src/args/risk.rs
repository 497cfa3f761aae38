//! `index`, `study` and `import` as they are typed.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// The scale of the index.
#[derive(Debug, Clone, Args)]
pub(crate) struct Scaling {
    /// Scale: weight, base (100 = mean of --base), deviations (from the mean of the preceding days) or share (of all entries)
    #[arg(long, default_value = "weight")]
    pub(crate) index_scale: String,
    /// Base period, such as 2025-04-01/2025-05-31 or "April 2025"
    #[arg(long)]
    pub(crate) base: Option<String>,
    /// Days in the window for deviations, 10 to 3660
    #[arg(long)]
    pub(crate) window_days: Option<u32>,
    /// As known on this day: only sources published by then, such as 2025-06-11
    #[arg(long)]
    pub(crate) known_on: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Index {
    /// Workspace file
    pub(crate) file: PathBuf,
    /// Only this theme and its sub-themes, by handle or name
    #[arg(long)]
    pub(crate) theme: Option<String>,
    /// Filter, such as "theme:tariffs status:planned severity:4 actor:US words"
    #[arg(long, default_value = "")]
    pub(crate) filter: String,
    /// First day, such as 2025-04-01 or "April 2025"
    #[arg(long)]
    pub(crate) from: Option<String>,
    /// Last day
    #[arg(long)]
    pub(crate) to: Option<String>,
    /// Interval: day, week or month
    #[arg(long, default_value = "week")]
    pub(crate) by: String,
    /// Show the entries behind the value of this day, with their shares
    #[arg(long)]
    pub(crate) on: Option<String>,
    #[command(flatten)]
    pub(crate) scaling: Scaling,
    /// Show the index weights
    #[arg(long)]
    pub(crate) weights: bool,
    /// Set a weight: severity-5=8, reliability-D=0.2, half-life=14, half-life-theme-tariffs=60; an empty value resets it
    #[arg(long)]
    pub(crate) weigh: Vec<String>,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

/// What is studied.
#[derive(Debug, Clone, Args)]
pub(crate) struct Studying {
    /// Model: mean (constant mean), market (market model) or adjusted (market-adjusted)
    #[arg(long, default_value = "mean")]
    pub(crate) model: String,
    /// Market series
    #[arg(long)]
    pub(crate) market: Option<String>,
    /// Events reported after the market close of their day
    #[arg(long, value_delimiter = ',')]
    pub(crate) after_close: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Study {
    /// Workspace file
    pub(crate) file: PathBuf,
    /// Events: ids, handles (E21) or parts of titles
    #[arg(required = true)]
    pub(crate) events: Vec<String>,
    /// Series, by handle or name
    #[arg(long)]
    pub(crate) series: String,
    #[command(flatten)]
    pub(crate) studying: Studying,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Market and reference series as CSV or XLSX: FRED, Stooq, Yahoo, Investing.com, CBOE, EPU, GPR, any table with dates
    Series,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    /// Workspace file
    pub(crate) file: PathBuf,
    /// File to import
    pub(crate) input: PathBuf,
    /// Kind of file
    #[arg(long = "as", default_value = "series")]
    pub(crate) format: Format,
    /// Show what the file holds without importing it
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Handle (default: the first word of the file name)
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// Series to import, by number or name (default: all)
    #[arg(long, value_delimiter = ',')]
    pub(crate) take: Vec<String>,
    /// For ambiguous dates: whether day or month comes first
    #[arg(long)]
    pub(crate) day_order: Option<String>,
    /// Decimal mark for ambiguous numbers: point or comma
    #[arg(long)]
    pub(crate) decimal: Option<String>,
    /// Sheet of a workbook (default: the first with dates and numbers)
    #[arg(long)]
    pub(crate) sheet: Option<String>,
    /// Date column
    #[arg(long)]
    pub(crate) date_column: Option<String>,
    /// Value columns
    #[arg(long, value_delimiter = ',')]
    pub(crate) columns: Vec<String>,
    /// Set a field: title="Brent crude", unit=USD/barrel, measure=price, `closes=16:00 America/New_York`, origin=…
    #[arg(long = "set")]
    pub(crate) set: Vec<String>,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}
