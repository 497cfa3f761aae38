//! Arguments of exported pictures.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::chart::{ChartArgs, PaletteWord};
use crate::words::{Format, Preset};

/// The page around a chart, and how it is written.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct PageOptions {
    /// The page; absent: custom if a size is given, else a slide.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preset: Option<Preset>,
    /// Width and height of a custom page, 100 to 8,000 pixels each.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size_px: Option<[f32; 2]>,
    /// What is suggested and previewed. What is written follows the ending of the file's name.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<Format>,
    /// Pixels of a PNG per pixel of the page, 1 to 4; 1 if absent.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<f32>,
    /// Which colors.
    #[ts(as = "Option<_>", optional)]
    pub theme: PaletteWord,
    /// Whether the background is left out, so that what lies behind the picture shows through.
    #[ts(as = "Option<_>", optional)]
    pub transparent: bool,
    /// Whether the text of an SVG is outlines, which no font can change and nobody can select.
    #[ts(as = "Option<_>", optional)]
    pub outlines: bool,
    /// Whether a PDF of a poster is cut into sheets of A4, to print and glue.
    #[ts(as = "Option<_>", optional)]
    pub tiles: bool,
    /// Whether the sources of a PDF are listed on a page of their own, which leaves the picture more room. An image has one
    /// page and keeps them below the picture, and so does a column.
    #[ts(as = "Option<_>", optional)]
    pub sources_page: bool,
    /// What, where, when; absent: the workspace's name, the chart and the period.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Measure and period; absent: what is shown and what filters it.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// A note of the analyst's own, before what the program notes.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT, TLP:RED, or your own wording; absent: none.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handling: Option<String>,
    /// Whether the logo of the workspace is drawn, if there is one.
    #[ts(as = "Option<_>", optional)]
    pub logo: bool,
}

/// What an export is asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportArgs {
    /// The page around it.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub page: PageOptions,
    /// What is drawn.
    pub chart: ChartArgs,
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
    /// What is asked with them.
    pub args: ExportArgs,
}

/// Reply of `export_settings`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportSettings {
    /// Those that can be used, in the order of their names.
    pub settings: Vec<ExportSetting>,
    /// Those that this program cannot read, and why.
    pub unreadable: Vec<UnreadableSetting>,
}

/// Settings that this program cannot read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnreadableSetting {
    /// Their name.
    pub name: String,
    /// Why, one sentence without a full stop.
    pub reason: String,
}

/// Names settings.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NameArgs {
    /// The name.
    pub name: String,
}
