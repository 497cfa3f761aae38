//! What a chart is drawn from: the same for the screen and for exports.

use model::{EventId, LinkId, ThemeId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::args::Filter;
use super::highlight::Highlight;
use super::index::Scaling;
use super::study::StudyArgs;
use crate::ts;
use crate::words::{Flow, GroupsBy, LanesBy};

/// Which colors.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum PaletteWord {
    /// On a white screen.
    #[default]
    Light,
    /// On a dark screen.
    Dark,
    /// On paper.
    Print,
}

/// The screen that a chart is drawn on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Look {
    /// Width in logical pixels, 100 to 8,000.
    pub width_px: f32,
    /// Height in logical pixels, 100 to 8,000.
    pub height_px: f32,
    /// Which colors.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub theme: PaletteWord,
    /// How far the content is scrolled down, in pixels.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub scroll_px: f32,
    /// How wide the legend that comes with the picture may be, 80 to 8,000 pixels; absent: none comes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub legend_width_px: Option<f32>,
}

/// A time window. Without ends the chart fits everything.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct TimeWindow {
    /// Where it begins, days since 1970-01-01.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_days: Option<f64>,
    /// Where it ends.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_days: Option<f64>,
}

/// What the analyst looks at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct Focus {
    /// The selected event. An export of a timeline draws its links; elsewhere a selection is for the screen.
    #[ts(as = "Option<ts::EventId>", optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selected: Option<EventId>,
    /// The event under the pointer.
    #[ts(as = "Option<ts::EventId>", optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hovered: Option<EventId>,
    /// The selected link.
    #[ts(as = "Option<ts::LinkId>", optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selected_link: Option<LinkId>,
    /// The link under the pointer.
    #[ts(as = "Option<ts::LinkId>", optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hovered_link: Option<LinkId>,
}

/// How the lanes of a timeline are arranged.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct Arrange {
    /// Handles of themes, categories or actors whose parts share their lane.
    #[ts(as = "Option<_>", optional)]
    pub fold: Vec<String>,
    /// Whether lanes stand in the order of their first date instead of by hand.
    #[ts(as = "Option<_>", optional)]
    pub by_first: bool,
    /// Events: a lane for each, with what follows from it, in days since it.
    #[ts(as = "Option<Vec<ts::EventId>>", optional)]
    pub since: Vec<EventId>,
}

/// A part of the graph: these events, and what is within so many links of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct Near {
    /// The events; none: everything.
    #[ts(as = "Option<Vec<ts::EventId>>", optional)]
    pub ids: Vec<EventId>,
    /// How many links away, 0 to 9.
    #[ts(as = "Option<_>", optional)]
    pub steps: u8,
}

/// The part of a map that is shown: the point of the map at the upper left corner, and the zoom.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MapAt {
    /// How far right on the map, in its pixels.
    pub x_px: f32,
    /// How far down on the map.
    pub y_px: f32,
    /// Pixels for a pixel of the map, 0.02 to 8.
    pub zoom: f32,
}

/// Entries in lanes, true to time.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct TimelineChart {
    /// What its lanes stand for.
    #[ts(as = "Option<_>", optional)]
    pub lanes: LanesBy,
    /// How its lanes are arranged beyond that.
    #[ts(as = "Option<_>", optional)]
    pub arrange: Arrange,
    /// Whether long empty periods are collapsed and marked.
    #[ts(as = "Option<_>", optional)]
    pub collapse: bool,
    /// How many steps of the causes and effects of the selection are drawn, 1 to 9; 1 if absent.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steps: Option<u8>,
    /// Whether all links between what is drawn are drawn while nothing is selected, if they can be told apart.
    #[ts(as = "Option<_>", optional)]
    pub links: bool,
    /// Whether the overview strip is drawn.
    #[ts(as = "Option<_>", optional)]
    pub overview: bool,
}

/// What led to what, true to time.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct CausesChart {
    /// Only this part of the graph.
    #[ts(as = "Option<_>", optional)]
    pub near: Near,
    /// Whether events of one theme stand together, in lanes.
    #[ts(as = "Option<_>", optional)]
    pub theme_lanes: bool,
    /// Whether it shows order instead of distance in time: one column for each date that occurs.
    #[ts(as = "Option<_>", optional)]
    pub order: bool,
}

/// What leads to what, causes before effects, without an axis of time.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct CauseMapChart {
    /// Only this part of the graph.
    #[ts(as = "Option<_>", optional)]
    pub near: Near,
    /// The part of the map that is shown; absent: all of it.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<MapAt>,
    /// The direction in which it reads.
    #[ts(as = "Option<_>", optional)]
    pub flow: Flow,
    /// Whether indirect links, which chains of others imply, are drawn.
    #[ts(as = "Option<_>", optional)]
    pub implied: bool,
    /// Themes whose events stand in one box each.
    #[ts(as = "Option<Vec<ts::ThemeId>>", optional)]
    pub collapsed: Vec<ThemeId>,
    /// Events behind which everything that follows from nothing else drawn is collapsed and counted.
    #[ts(as = "Option<Vec<ts::EventId>>", optional)]
    pub folded: Vec<EventId>,
}

/// Themes or actors, and the links between them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ThemesChart {
    /// Only this part of the graph.
    #[ts(as = "Option<_>", optional)]
    pub near: Near,
    /// The part of the map that is shown; absent: all of it.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<MapAt>,
    /// What its nodes stand for.
    #[ts(as = "Option<_>", optional)]
    pub by: GroupsBy,
    /// Whether sub-themes, or actors that are part of others, stand in the whole that they belong to.
    #[ts(as = "Option<_>", optional)]
    pub wholes: bool,
    /// Id of the theme or actor under the pointer.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hovered: Option<String>,
    /// Whether it is drawn as a matrix, one row and one column for each group, instead of as nodes and arrows.
    #[ts(as = "Option<_>", optional)]
    pub matrix: bool,
}

/// The risk index over time, with series.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct IndexChart {
    /// The scale of its numbers.
    #[ts(as = "Option<_>", optional)]
    pub scaling: Scaling,
    /// Ids or handles of up to 6 series.
    #[ts(as = "Option<_>", optional)]
    pub series: Vec<String>,
    /// The day at which values are read, ISO 8601.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// Whether only a strip is drawn, for under the timeline: so many pixels wide at the left for the heads of lanes.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strip_left_px: Option<f32>,
}

/// An event study of a series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StudyChart {
    /// What is studied.
    pub study: StudyArgs,
}

/// The index by theme and month.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct HeatChart {
    /// Only by sources published until this day.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known_on: Option<String>,
}

/// What may happen: likelihood against impact.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct OutlookChart {
    /// Day since which changes are shown as tails, ISO 8601.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
}

/// Every chart but the study, one after the other: only for exports.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct AllCharts {
    /// The timeline.
    #[ts(as = "Option<_>", optional)]
    pub timeline: TimelineChart,
    /// Causes and effects in time.
    #[ts(as = "Option<_>", optional)]
    pub causes: CausesChart,
    /// The cause map.
    #[ts(as = "Option<_>", optional)]
    pub cause_map: CauseMapChart,
    /// Themes or actors.
    #[ts(as = "Option<_>", optional)]
    pub themes: ThemesChart,
    /// The risk index.
    #[ts(as = "Option<_>", optional)]
    pub index: IndexChart,
    /// The index by theme and month.
    #[ts(as = "Option<_>", optional)]
    pub heat: HeatChart,
    /// What may happen.
    #[ts(as = "Option<_>", optional)]
    pub outlook: OutlookChart,
}

impl AllCharts {
    /// The charts in the order of the tabs.
    #[must_use]
    pub fn each(&self) -> [Chart; 7] {
        [
            Chart::Timeline(self.timeline.clone()),
            Chart::Causes(self.causes.clone()),
            Chart::CauseMap(self.cause_map.clone()),
            Chart::Themes(self.themes.clone()),
            Chart::Index(self.index.clone()),
            Chart::Heat(self.heat.clone()),
            Chart::Outlook(self.outlook.clone()),
        ]
    }
}

/// Which chart, with what only it has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Chart {
    /// Entries in lanes, true to time.
    Timeline(TimelineChart),
    /// What led to what, true to time.
    Causes(CausesChart),
    /// What leads to what, causes before effects.
    CauseMap(CauseMapChart),
    /// Themes or actors, and the links between them.
    Themes(ThemesChart),
    /// The risk index over time, with series.
    Index(IndexChart),
    /// An event study of a series.
    Study(StudyChart),
    /// The index by theme and month.
    Heat(HeatChart),
    /// What may happen.
    Outlook(OutlookChart),
    /// Every chart but the study, one after the other: only for exports.
    All(Box<AllCharts>),
}

impl Chart {
    /// Which chart it is.
    #[must_use]
    pub fn kind(&self) -> crate::words::ChartKind {
        use crate::words::ChartKind as Kind;
        match self {
            Self::Timeline(_) => Kind::Timeline,
            Self::Causes(_) => Kind::Causes,
            Self::CauseMap(_) => Kind::CauseMap,
            Self::Themes(_) => Kind::Themes,
            Self::Index(_) => Kind::Index,
            Self::Study(_) => Kind::Study,
            Self::Heat(_) => Kind::Heat,
            Self::Outlook(_) => Kind::Outlook,
            Self::All(_) => Kind::All,
        }
    }
}

/// Arguments of `chart`, and what an export is drawn from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChartArgs {
    /// The screen that it is drawn on. Of an export the screen on which it was seen, so that a page shows the same part of
    /// a map; absent there: as much as the page has room for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub look: Option<Look>,
    /// The window in time. A map of themes and a study have none.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub window: TimeWindow,
    /// What the analyst looks at.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub focus: Focus,
    /// What stands out while everything else is faded, on screen and in exports. Charts of numbers have no highlight.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub highlight: Option<Highlight>,
    /// Which entries.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub filter: Filter,
    /// As-of day; absent: the workspace's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub as_of: Option<String>,
    /// Which chart.
    pub chart: Chart,
}

/// What is said of a picture beside it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PictureFacts {
    /// What the picture says of its own completeness, in sentences; empty if there is nothing to say.
    pub counts: String,
    /// Of a cause map on screen, its rows and order if others are kept: for `remember`.
    #[ts(type = "string[][][] | null")]
    pub layout: Option<Vec<Vec<Vec<String>>>>,
}
