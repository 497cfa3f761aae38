//! `index`, `study` and `import` as they are typed.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// How the index is told.
#[derive(Debug, Clone, Args)]
pub(crate) struct Scaling {
    /// weight, base (100 is the mean of --base), deviations (from the mean of the days before) or share (of all entries)
    #[arg(long, default_value = "weight")]
    pub(crate) index_scale: String,
    /// First and last day of the base, such as 2025-04-01/2025-05-31 or "April 2025"
    #[arg(long)]
    pub(crate) base: Option<String>,
    /// Days of the window of deviations, 10 to 3660
    #[arg(long)]
    pub(crate) window_days: Option<u32>,
    /// Only by sources published until this day, such as 2025-06-11
    #[arg(long)]
    pub(crate) known_on: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Index {
    /// The workspace
    pub(crate) file: PathBuf,
    /// Only this theme and its parts, by handle or name
    #[arg(long)]
    pub(crate) theme: Option<String>,
    /// Which entries, such as "theme:tariffs status:planned severity:4 actor:US words"
    #[arg(long, default_value = "")]
    pub(crate) filter: String,
    /// First day, such as 2025-04-01 or "April 2025"
    #[arg(long)]
    pub(crate) from: Option<String>,
    /// Last day
    #[arg(long)]
    pub(crate) to: Option<String>,
    /// day, week or month
    #[arg(long, default_value = "week")]
    pub(crate) by: String,
    /// Open the point of this day: every entry that makes it, with its share
    #[arg(long)]
    pub(crate) on: Option<String>,
    #[command(flatten)]
    pub(crate) scaling: Scaling,
    /// Show what the index weighs by
    #[arg(long)]
    pub(crate) weights: bool,
    /// Set a weight: severity-5=8, reliability-D=0.2, half-life=14, half-life-theme-tariffs=60; nothing after = is as usual
    #[arg(long)]
    pub(crate) weigh: Vec<String>,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}

/// What is studied.
#[derive(Debug, Clone, Args)]
pub(crate) struct Studying {
    /// mean (constant mean), market (market model) or adjusted (by the market)
    #[arg(long, default_value = "mean")]
    pub(crate) model: String,
    /// The series that stands for the market
    #[arg(long)]
    pub(crate) market: Option<String>,
    /// Events whose news came after the close of their day
    #[arg(long, value_delimiter = ',')]
    pub(crate) after_close: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Study {
    /// The workspace
    pub(crate) file: PathBuf,
    /// Ids, handles (E21) or enough of the titles
    #[arg(required = true)]
    pub(crate) events: Vec<String>,
    /// Handle or name of the series
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
    /// The workspace
    pub(crate) file: PathBuf,
    /// What to bring in
    pub(crate) input: PathBuf,
    /// What it is
    #[arg(long = "as", default_value = "series")]
    pub(crate) format: Format,
    /// Show what the file holds, and change nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Word for typing; the first word of the file's name if absent
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// Which of the file's series, by number or name; all if absent
    #[arg(long, value_delimiter = ',')]
    pub(crate) take: Vec<String>,
    /// Whether day or month comes first in dates that can be read both ways
    #[arg(long)]
    pub(crate) day_order: Option<String>,
    /// What marks decimals in numbers that can be read both ways: point or comma
    #[arg(long)]
    pub(crate) decimal: Option<String>,
    /// The sheet of a workbook; the first that holds dates and numbers if absent
    #[arg(long)]
    pub(crate) sheet: Option<String>,
    /// The column with dates
    #[arg(long)]
    pub(crate) date_column: Option<String>,
    /// The columns with numbers
    #[arg(long, value_delimiter = ',')]
    pub(crate) columns: Vec<String>,
    /// Set a field: title="Brent crude", unit=USD/barrel, measure=price, `closes=16:00 America/New_York`, origin=…
    #[arg(long = "set")]
    pub(crate) set: Vec<String>,
    /// JSON instead of text
    #[arg(long)]
    pub(crate) json: bool,
}
