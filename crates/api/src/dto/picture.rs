//! Arguments of pictures, data and briefs.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::args::Filter;
use crate::words::{GroupsBy, LanesBy};

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
    /// Ids of events: a lane for each, with what follows from it, in days since it.
    #[ts(as = "Option<_>", optional)]
    pub since: Vec<String>,
}

/// A part of the graph: these events, and what is within so many links of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct Near {
    /// Ids of events; none: everything.
    #[ts(as = "Option<_>", optional)]
    pub ids: Vec<String>,
    /// How many links away, 0 to 9.
    #[ts(as = "Option<_>", optional)]
    pub steps: u8,
}

/// Arguments of `timeline`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TimelineArgs {
    /// Width in logical pixels, 100 to 8,000.
    pub width_px: f32,
    /// Height in logical pixels, 100 to 8,000.
    pub height_px: f32,
    /// Which colors.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub theme: PaletteWord,
    /// How far the content is scrolled down.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub scroll_px: f32,
    /// Where the window in time begins, days since 1970-01-01; absent with `to_days`: fit.
    #[serde(default)]
    #[ts(optional)]
    pub from_days: Option<f64>,
    /// Where it ends.
    #[serde(default)]
    #[ts(optional)]
    pub to_days: Option<f64>,
    /// What its lanes stand for; themes if absent.
    #[serde(default)]
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
    #[serde(default)]
    #[ts(optional)]
    pub steps: Option<u8>,
    /// Whether all links between what is drawn are drawn while nothing is selected, if they can be told apart.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub links: bool,
    /// Which entries.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub filter: Filter,
    /// Id of the selected event.
    #[serde(default)]
    #[ts(optional)]
    pub selected: Option<String>,
    /// Id of the event under the pointer.
    #[serde(default)]
    #[ts(optional)]
    pub hovered: Option<String>,
    /// As-of day, ISO 8601; absent: the workspace's own.
    #[serde(default)]
    #[ts(optional)]
    pub as_of: Option<String>,
    /// Whether the overview strip is drawn.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub overview: bool,
}

/// Arguments of `causes`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CausesArgs {
    /// Width in logical pixels, 100 to 8,000.
    pub width_px: f32,
    /// Height in logical pixels, 100 to 8,000.
    pub height_px: f32,
    /// Which colors.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub theme: PaletteWord,
    /// How far the content is scrolled down.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub scroll_px: f32,
    /// Where the window in time begins, days since 1970-01-01; absent with `to_days`: fit.
    #[serde(default)]
    #[ts(optional)]
    pub from_days: Option<f64>,
    /// Where it ends.
    #[serde(default)]
    #[ts(optional)]
    pub to_days: Option<f64>,
    /// Which entries.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub filter: Filter,
    /// Whether events of one theme stand together, in lanes.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub lanes: bool,
    /// Only this part of the graph.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub near: Near,
    /// Id of the selected event.
    #[serde(default)]
    #[ts(optional)]
    pub selected: Option<String>,
    /// Id of the event under the pointer.
    #[serde(default)]
    #[ts(optional)]
    pub hovered: Option<String>,
    /// As-of day, ISO 8601; absent: the workspace's own.
    #[serde(default)]
    #[ts(optional)]
    pub as_of: Option<String>,
}

/// What of a map is looked at: the point of the map at the upper left corner, and how large it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MapAt {
    /// How far right on the map.
    pub x_px: f32,
    /// How far down on the map.
    pub y_px: f32,
    /// Pixels for a pixel of the map, 0.02 to 8.
    pub zoom: f32,
}

/// Arguments of `layers`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LayersArgs {
    /// Width in logical pixels, 100 to 8,000.
    pub width_px: f32,
    /// Height in logical pixels, 100 to 8,000.
    pub height_px: f32,
    /// Which colors.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub theme: PaletteWord,
    /// What of the map is looked at; absent: all of it.
    #[serde(default)]
    #[ts(optional)]
    pub at: Option<MapAt>,
    /// Whether it reads from the top down instead of from left to right.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub down: bool,
    /// Whether links are drawn that chains of others imply.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub implied: bool,
    /// Ids of themes whose events stand in one box each.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub collapsed: Vec<String>,
    /// Where the window in time begins, days since 1970-01-01; what lies outside of it is drawn pale.
    #[serde(default)]
    #[ts(optional)]
    pub from_days: Option<f64>,
    /// Where it ends.
    #[serde(default)]
    #[ts(optional)]
    pub to_days: Option<f64>,
    /// Which entries.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub filter: Filter,
    /// Only this part of the graph.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub near: Near,
    /// Id of the selected event.
    #[serde(default)]
    #[ts(optional)]
    pub selected: Option<String>,
    /// Id of the event under the pointer.
    #[serde(default)]
    #[ts(optional)]
    pub hovered: Option<String>,
    /// As-of day, ISO 8601; absent: the workspace's own.
    #[serde(default)]
    #[ts(optional)]
    pub as_of: Option<String>,
}

/// Arguments of `themes_map`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ThemesMapArgs {
    /// Width in logical pixels, 100 to 8,000.
    pub width_px: f32,
    /// Height in logical pixels, 100 to 8,000.
    pub height_px: f32,
    /// Which colors.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub theme: PaletteWord,
    /// What of the map is looked at; absent: all of it.
    #[serde(default)]
    #[ts(optional)]
    pub at: Option<MapAt>,
    /// What its nodes stand for; themes if absent.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub by: GroupsBy,
    /// Whether parts stand in their whole.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub wholes: bool,
    /// Which entries.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub filter: Filter,
    /// Only this part of the graph.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub near: Near,
    /// Id of the selected event.
    #[serde(default)]
    #[ts(optional)]
    pub selected: Option<String>,
}

/// What of the workspace is written for other programs.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct DataArgs {
    /// json, csv, xlsx, ics, graphml, gexf, dot, geojson, timelinejs or md; absent: by the ending of the file's name.
    #[ts(optional)]
    pub format: Option<String>,
    /// Of a CSV: events, links or citations; events if absent.
    #[ts(as = "Option<_>", optional)]
    pub table: String,
    /// Which entries; JSON always holds everything.
    #[ts(as = "Option<_>", optional)]
    pub filter: Filter,
}

/// Reply of an export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Exported {
    /// Name of the file, without folders.
    pub file_name: String,
    /// Its size.
    #[ts(type = "number")]
    pub bytes: u64,
    /// What the format could not hold, in sentences without a full stop.
    pub left_out: Vec<String>,
}
