//! Arguments of exported pictures.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::args::Filter;
use super::index::Scaling;
use super::picture::{Arrange, MapAt, Near, PaletteWord};
use super::study::StudyArgs;
use crate::words::{Format, GroupsBy, LanesBy, Preset};

/// What an export is asked for; the same for every view, what a view has no use for is ignored.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ExportArgs {
    /// The page; absent: custom if a size is given, else a slide.
    #[ts(optional)]
    pub preset: Option<Preset>,
    /// Width and height of a custom page, 100 to 8,000 each.
    #[ts(optional)]
    pub size_px: Option<[f32; 2]>,
    /// What is suggested and previewed. What is written follows the ending of the file's name.
    #[ts(optional)]
    pub format: Option<Format>,
    /// Pixels of a PNG per pixel of the page, 1 to 4; 1 if absent.
    #[ts(optional)]
    pub scale: Option<f32>,
    /// Which colors.
    #[ts(as = "Option<_>", optional)]
    pub theme: PaletteWord,
    /// Whether the ground is left out, so that what lies behind the picture shows through.
    #[ts(as = "Option<_>", optional)]
    pub transparent: bool,
    /// Whether the letters of an SVG are outlines, which no font can change and nobody can select.
    #[ts(as = "Option<_>", optional)]
    pub outlines: bool,
    /// Whether a PDF of a poster is cut into sheets of A4, to print and glue.
    #[ts(as = "Option<_>", optional)]
    pub tiles: bool,
    /// Where the window in time begins, days since 1970-01-01; absent with `to_days`: fit.
    #[ts(optional)]
    pub from_days: Option<f64>,
    /// Where it ends.
    #[ts(optional)]
    pub to_days: Option<f64>,
    /// What the lanes of a timeline stand for; themes if absent.
    #[ts(as = "Option<_>", optional)]
    pub lanes: LanesBy,
    /// How its lanes are arranged beyond that.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub arrange: Arrange,
    /// Whether long empty stretches are folded, and marked so.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub collapse: bool,
    /// How many steps of the causes and effects of the selection are drawn, 1 to 9; 1 if absent.
    #[ts(optional)]
    pub steps: Option<u8>,
    /// Whether all links between what is drawn are drawn while nothing is selected, if they can be told apart.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub links: bool,
    /// Which entries.
    #[ts(as = "Option<_>", optional)]
    pub filter: Filter,
    /// Whether events of one theme stand together on a causal chart.
    #[ts(as = "Option<_>", optional)]
    pub theme_lanes: bool,
    /// Whether a layered map reads from the top down instead of from left to right.
    #[ts(as = "Option<_>", optional)]
    pub down: bool,
    /// Whether a layered map draws links that chains of others imply.
    #[ts(as = "Option<_>", optional)]
    pub implied: bool,
    /// Ids of themes whose events stand in one box each of a layered map.
    #[ts(as = "Option<_>", optional)]
    pub collapsed: Vec<String>,
    /// What the nodes of a map stand for.
    #[ts(as = "Option<_>", optional)]
    pub by: GroupsBy,
    /// Whether parts stand in their whole there.
    #[ts(as = "Option<_>", optional)]
    pub wholes: bool,
    /// What of a layered map or a map of themes is shown; absent: all of it.
    #[ts(optional)]
    pub at: Option<MapAt>,
    /// Width and height of the screen on which that was seen, so that the page shows the same part; absent: as much as
    /// the page has room for.
    #[ts(optional)]
    pub seen_px: Option<[f32; 2]>,
    /// Only this part of the graph.
    #[ts(as = "Option<_>", optional)]
    pub near: Near,
    /// How the index is told.
    #[ts(as = "Option<_>", optional)]
    pub scaling: Scaling,
    /// Ids or handles of series beside the index.
    #[ts(as = "Option<_>", optional)]
    pub series: Vec<String>,
    /// What an event study is about.
    #[ts(optional)]
    pub study: Option<StudyArgs>,
    /// Day since which the outlook shows changes as tails, ISO 8601.
    #[ts(optional)]
    pub since: Option<String>,
    /// Id of the selected event: a timeline draws its links. Nothing else of a selection is exported.
    #[ts(optional)]
    pub selected: Option<String>,
    /// As-of day, ISO 8601; absent: the workspace's own.
    #[ts(optional)]
    pub as_of: Option<String>,
    /// Whether the overview strip is drawn.
    #[ts(as = "Option<_>", optional)]
    pub overview: bool,
    /// What, where, when; absent: the workspace's name, the view and the period.
    #[ts(optional)]
    pub title: Option<String>,
    /// Measure and period; absent: what is shown and what filters it.
    #[ts(optional)]
    pub subtitle: Option<String>,
    /// A note of the analyst's own, before what the program notes.
    #[ts(optional)]
    pub note: Option<String>,
    /// TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT, TLP:RED, or words of the house; absent: none.
    #[ts(optional)]
    pub handling: Option<String>,
    /// Whether the logo of the workspace is drawn, if there is one.
    #[ts(as = "Option<_>", optional)]
    pub logo: bool,
}

/// A page by name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PresetRow {
    /// Its word.
    pub word: Preset,
    /// What it is called.
    pub name: String,
    /// Width and height of a PNG at scale 1.
    pub size_px: [f32; 2],
    /// Width and height on paper.
    pub size_mm: [f32; 2],
}

/// What a preview says beside its picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PreviewInfo {
    /// Which page is shown, from 1.
    pub page: u32,
    /// How many there are.
    pub pages: u32,
    /// Width and height of the page in pixels of a PNG with its scale.
    pub size_px: [f32; 2],
    /// Width and height of the page on paper; absent for a custom one.
    pub size_mm: Option<[f32; 2]>,
    /// The title as drawn.
    pub title: String,
    /// The subtitle as drawn.
    pub subtitle: String,
    /// The note as drawn: it says what is left out.
    pub note: String,
    /// Titles on it that have characters which no bundled font can draw.
    pub lacking: Vec<String>,
}

/// Named settings of an export: everything it was asked with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportSetting {
    /// Their name.
    pub name: String,
    /// Which chart they are for.
    pub view: String,
    /// What it is asked with.
    pub args: ExportArgs,
}

/// Names settings.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NameArgs {
    /// The name.
    pub name: String,
}
