//! The `chart` command as it is typed.

use std::path::PathBuf;

use api::Fault;
use api::words::ChartKind;
use clap::{Args, ValueEnum};

use super::page::Page;
use super::risk::{Scaling, Studying};

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Drawn {
    Timeline,
    Causes,
    /// What leads to what, causes before effects
    #[value(alias = "layers")]
    CauseMap,
    /// Themes or actors, and the links between them
    Themes,
    /// The risk index over time, with series
    Index,
    /// What a series did around events
    Study,
    /// The index by theme and month
    Heat,
    /// What may happen: likelihood against impact
    Outlook,
    /// All of them but the study, as pages of one PDF
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
    /// Which chart
    pub(crate) chart: Drawn,
    /// The workspace
    pub(crate) file: PathBuf,
    /// Where to write; the name ends with .svg, .png or .pdf
    #[arg(short, long)]
    pub(crate) output: PathBuf,
    /// Where it begins: 2025-06-01, 2025-06, "June 2025"
    #[arg(long)]
    pub(crate) from: Option<String>,
    /// Where it ends, included
    #[arg(long)]
    pub(crate) to: Option<String>,
    /// Which entries, such as "theme:tariffs status:planned severity:4 actor:US words"
    #[arg(long)]
    pub(crate) filter: Option<String>,
    /// theme, category, actor, country, status or none
    #[arg(long)]
    pub(crate) lanes: Option<String>,
    /// Handles of themes, categories or actors whose parts share their lane
    #[arg(long, value_delimiter = ',')]
    pub(crate) fold: Vec<String>,
    /// Lanes in the order of their first date
    #[arg(long)]
    pub(crate) by_first: bool,
    /// Events: a lane for each, with what follows from it, in days since it
    #[arg(long, value_delimiter = ',')]
    pub(crate) since: Vec<String>,
    /// Fold long empty stretches of a timeline, and mark them
    #[arg(long)]
    pub(crate) collapse: bool,
    #[command(flatten)]
    pub(crate) page: Page,
    /// The day up to which things were known, such as 2025-06-11
    #[arg(long)]
    pub(crate) as_of: Option<String>,
    /// Draw the links of this event on a timeline
    #[arg(long)]
    pub(crate) select: Option<String>,
    /// Draw so many steps of its causes and effects, 1 to 9
    #[arg(long, value_parser = clap::value_parser!(u8).range(1..=9))]
    pub(crate) steps: Option<u8>,
    /// Draw all links between what is drawn, if they can be told apart
    #[arg(long)]
    pub(crate) links: bool,
    /// Only what is within --steps links of this event
    #[arg(long)]
    pub(crate) focus: Option<String>,
    /// Events of one theme together, in lanes, on a causal chart
    #[arg(long)]
    pub(crate) theme_lanes: bool,
    /// A cause map from the top down instead of from left to right
    #[arg(long)]
    pub(crate) down: bool,
    /// Draw the indirect links of a cause map too, which chains of others imply
    #[arg(long)]
    pub(crate) implied: bool,
    /// Themes whose events stand in one box each of a cause map, by handle or name
    #[arg(long, value_delimiter = ',')]
    pub(crate) collapse_themes: Vec<String>,
    /// What the nodes of a map of themes stand for: theme or actor
    #[arg(long)]
    pub(crate) by: Option<String>,
    /// Show sub-themes inside their themes there
    #[arg(long)]
    pub(crate) wholes: bool,
    /// A part of a cause map or a map of themes: the point at the upper left corner in pixels of the map, and how large it
    /// is drawn, such as 120,80,1.5
    #[arg(long, allow_hyphen_values = true, value_parser = at)]
    pub(crate) at: Option<[f32; 3]>,
    /// Draw the overview strip too
    #[arg(long)]
    pub(crate) overview: bool,
    /// Series beside the index, or the one that is studied, by handle or name
    #[arg(long, value_delimiter = ',')]
    pub(crate) series: Vec<String>,
    #[command(flatten)]
    pub(crate) scaling: Scaling,
    /// Events that are studied
    #[arg(long, value_delimiter = ',')]
    pub(crate) event: Vec<String>,
    #[command(flatten)]
    pub(crate) studying: Studying,
    /// Day since which the outlook shows changes as tails, such as 2025-06-01
    #[arg(long)]
    pub(crate) tails_since: Option<String>,
    /// Overwrite what is there
    #[arg(long)]
    pub(crate) force: bool,
}

/// Refuses options that the chart has no use for: to leave them out without a word would mislead.
pub(crate) fn refuse_unused(args: &Chart, kind: ChartKind) -> Result<(), Fault> {
    use ChartKind::{CauseMap, Causes, Heat, Index, Outlook, Study, Themes, Timeline};
    let timed: &[ChartKind] = &[Timeline, Causes, CauseMap, Index, Heat];
    let relations: &[ChartKind] = &[Causes, CauseMap, Themes];
    let options: [(&str, bool, &[ChartKind]); 23] = [
        ("from", args.from.is_some(), timed),
        ("to", args.to.is_some(), timed),
        ("lanes", args.lanes.is_some(), &[Timeline]),
        ("fold", !args.fold.is_empty(), &[Timeline]),
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
        ("down", args.down, &[CauseMap]),
        ("implied", args.implied, &[CauseMap]),
        (
            "collapse-themes",
            !args.collapse_themes.is_empty(),
            &[CauseMap],
        ),
        ("by", args.by.is_some(), &[Themes]),
        ("wholes", args.wholes, &[Themes]),
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
    let message = format!("the {kind} chart has no use for --{name}");
    let help = format!("leave it out; it is for {}", charts.join(", "));
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
