//! The `chart` command as it is typed.

use std::path::PathBuf;

use api::Fault;
use api::words::ChartKind;
use clap::{Args, ValueEnum};

use super::page::PageArgs;
use super::risk::{Scaling, Studying};

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Drawn {
    Timeline,
    Causes,
    /// Causes and effects without a time axis
    #[value(alias = "layers")]
    CauseMap,
    /// Links between themes or between actors
    Themes,
    /// Risk index over time, with series
    Index,
    /// Event study of a series
    Study,
    /// Risk index by theme and month
    Heat,
    /// Scenarios by likelihood and impact
    Outlook,
    /// All charts but the study, as pages of one PDF
    All,
}

impl Drawn {
    /// The chart as the verbs know it.
    pub(crate) fn kind(self) -> ChartKind {
        match self {
            Self::Timeline => ChartKind::Timeline,
            Self::Causes => ChartKind::Causes,
            Self::CauseMap => ChartKind::CauseMap,
            Self::Themes => ChartKind::Themes,
            Self::Index => ChartKind::Index,
            Self::Study => ChartKind::Study,
            Self::Heat => ChartKind::Heat,
            Self::Outlook => ChartKind::Outlook,
            Self::All => ChartKind::All,
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Chart {
    /// Chart to draw
    pub(crate) chart: Drawn,
    /// Workspace file
    pub(crate) file: PathBuf,
    /// Output file: .svg, .png or .pdf
    #[arg(short, long)]
    pub(crate) output: PathBuf,
    /// Start: 2025-06-01, 2025-06 or "June 2025"
    #[arg(long)]
    pub(crate) from: Option<String>,
    /// End, inclusive
    #[arg(long)]
    pub(crate) to: Option<String>,
    /// Filter, such as "theme:tariffs status:planned severity:4 actor:US words"
    #[arg(long)]
    pub(crate) filter: Option<String>,
    /// Group lanes by theme, category, actor, country, status or none
    #[arg(long)]
    pub(crate) lanes: Option<String>,
    /// On the timeline, handles of themes, categories or actors whose sub-items share one lane; on the cause map, events
    /// behind which everything that follows only from them is collapsed and counted
    #[arg(long, value_delimiter = ',')]
    pub(crate) fold: Vec<String>,
    /// Order lanes by first date
    #[arg(long)]
    pub(crate) by_first: bool,
    /// Events to compare: one lane for each, with its consequences in days since it
    #[arg(long, value_delimiter = ',')]
    pub(crate) since: Vec<String>,
    /// Collapse long empty periods of the timeline
    #[arg(long)]
    pub(crate) collapse: bool,
    #[command(flatten)]
    pub(crate) page: PageArgs,
    /// As-of day, such as 2025-06-11
    #[arg(long)]
    pub(crate) as_of: Option<String>,
    /// Show the links of this event on the timeline
    #[arg(long)]
    pub(crate) select: Option<String>,
    /// Steps of causes and effects to show with --select, --focus, --highlight why: or follows:, 1 to 9
    #[arg(long, value_parser = clap::value_parser!(u8).range(1..=9))]
    pub(crate) steps: Option<u8>,
    /// Show all links on the timeline, if they are few enough to read
    #[arg(long)]
    pub(crate) links: bool,
    /// Show only what is within --steps links of this event
    #[arg(long)]
    pub(crate) focus: Option<String>,
    /// Show at full ink, with the rest faded: path:E01..E32, loop:1, loop:E21, theme-loop:1, why:E21, follows:E01 or drivers
    #[arg(long)]
    pub(crate) highlight: Option<String>,
    /// Group the causes chart in lanes by theme
    #[arg(long)]
    pub(crate) theme_lanes: bool,
    /// Show order instead of distance in time on the causes chart: one column for each date that occurs
    #[arg(long)]
    pub(crate) order: bool,
    /// Direction of the cause map: auto, down or right (default: auto, by the shape of the page)
    #[arg(long)]
    pub(crate) flow: Option<String>,
    /// Show indirect links of the cause map too
    #[arg(long)]
    pub(crate) implied: bool,
    /// Themes to collapse to one box on the cause map, by handle or name
    #[arg(long, value_delimiter = ',')]
    pub(crate) collapse_themes: Vec<String>,
    /// Nodes of the theme map: theme or actor
    #[arg(long)]
    pub(crate) by: Option<String>,
    /// Show sub-themes inside their themes on the theme map
    #[arg(long)]
    pub(crate) wholes: bool,
    /// Draw the theme map as a matrix
    #[arg(long)]
    pub(crate) matrix: bool,
    /// Part of the cause map or theme map to show: x,y of the upper left corner in pixels of the map, and zoom, such as
    /// 120,80,1.5
    #[arg(long, allow_hyphen_values = true, value_parser = at)]
    pub(crate) at: Option<[f32; 3]>,
    /// Include the overview strip
    #[arg(long)]
    pub(crate) overview: bool,
    /// Series to show with the index, or the series to study, by handle or name
    #[arg(long, value_delimiter = ',')]
    pub(crate) series: Vec<String>,
    #[command(flatten)]
    pub(crate) scaling: Scaling,
    /// Events to study
    #[arg(long, value_delimiter = ',')]
    pub(crate) event: Vec<String>,
    #[command(flatten)]
    pub(crate) studying: Studying,
    /// Show changes on the outlook since this day, such as 2025-06-01
    #[arg(long)]
    pub(crate) tails_since: Option<String>,
    /// Overwrite an existing file
    #[arg(long)]
    pub(crate) force: bool,
    /// JSON with the counts of the picture instead of the name of the file
    #[arg(long)]
    pub(crate) json: bool,
}

/// Refuses options that do not apply to the chart; ignoring them silently would mislead.
pub(crate) fn refuse_unused(args: &Chart, kind: ChartKind) -> Result<(), Fault> {
    use ChartKind::{CauseMap, Causes, Heat, Index, Outlook, Study, Themes, Timeline};
    let timed: &[ChartKind] = &[Timeline, Causes, CauseMap, Index, Heat];
    let relations: &[ChartKind] = &[Causes, CauseMap, Themes];
    let options: [(&str, bool, &[ChartKind]); 26] = [
        ("from", args.from.is_some(), timed),
        ("to", args.to.is_some(), timed),
        ("lanes", args.lanes.is_some(), &[Timeline]),
        ("fold", !args.fold.is_empty(), &[Timeline, CauseMap]),
        ("by-first", args.by_first, &[Timeline]),
        ("since", !args.since.is_empty(), &[Timeline]),
        ("collapse", args.collapse, &[Timeline]),
        ("links", args.links, &[Timeline]),
        ("overview", args.overview, &[Timeline]),
        ("select", args.select.is_some(), &[Timeline]),
        (
            "as-of",
            args.as_of.is_some(),
            &[Timeline, Causes, CauseMap, Index],
        ),
        (
            "steps",
            args.steps.is_some(),
            &[Timeline, Causes, CauseMap, Themes],
        ),
        ("focus", args.focus.is_some(), relations),
        ("theme-lanes", args.theme_lanes, &[Causes]),
        ("order", args.order, &[Causes]),
        ("flow", args.flow.is_some(), &[CauseMap]),
        ("implied", args.implied, &[CauseMap]),
        (
            "collapse-themes",
            !args.collapse_themes.is_empty(),
            &[CauseMap],
        ),
        ("by", args.by.is_some(), &[Themes]),
        ("wholes", args.wholes, &[Themes]),
        ("matrix", args.matrix, &[Themes]),
        (
            "highlight",
            args.highlight.is_some(),
            &[Timeline, Causes, CauseMap, Themes],
        ),
        ("at", args.at.is_some(), &[CauseMap, Themes]),
        ("series", !args.series.is_empty(), &[Index, Study]),
        ("event", !args.event.is_empty(), &[Study]),
        ("tails-since", args.tails_since.is_some(), &[Outlook]),
    ];
    let fits = |charts: &[ChartKind]| kind == ChartKind::All || charts.contains(&kind);
    let Some((name, _, charts)) = options.iter().find(|it| it.1 && !fits(it.2)) else {
        return Ok(());
    };
    let charts: Vec<&str> = charts.iter().map(|it| it.word()).collect();
    let message = format!("--{name} does not apply to the {kind} chart");
    let help = format!("remove it; it applies to {}", charts.join(", "));
    Err(Fault::argument(*name, message).help(help))
}

/// Reads "120,80,1.5".
fn at(text: &str) -> Result<[f32; 3], String> {
    let numbers: Option<Vec<f32>> = text.split(',').map(|it| it.trim().parse().ok()).collect();
    let three = numbers.and_then(|it| <[f32; 3]>::try_from(it).ok());
    three.ok_or_else(|| String::from("write x,y,zoom, such as 120,80,1.5"))
}

#[cfg(test)]
mod tests {
    use super::at;

    #[test]
    fn a_part_is_a_point_and_a_zoom() {
        assert_eq!(at("-12, 80,1.5"), Ok([-12.0, 80.0, 1.5]));
        for bad in ["1,2", "1,2,3,4", "x,2,3", ""] {
            assert!(at(bad).is_err(), "{bad}");
        }
    }
}
