//! Request for an export, and the pages returned.

use scene::{Bounds, Scene, Theme};

use crate::map_facts::MapFacts;
use crate::paper::Paper;

/// What an exported picture is drawn on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageSpec {
    /// The dimensions of the page.
    pub paper: Paper,
    /// Which colors.
    pub theme: Theme,
    /// Whether the background is left out, so that what is behind the picture shows through.
    pub transparent: bool,
    /// Width and height of the logo in its own units, if one is drawn.
    pub logo: Option<[f32; 2]>,
    /// Whether content that does not fit on a sheet continues on further sheets; otherwise the page grows downward.
    pub several: bool,
    /// Whether the sources are listed on a page of their own, which leaves the picture more room. They stay below the
    /// picture where there is only one page, and in a column, which has no pages.
    pub sources_apart: bool,
}

/// The text around an exported picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Words {
    /// What, where, when.
    pub title: String,
    /// Measure and period; may be empty.
    pub subtitle: String,
    /// "as of 11 June 2025"; may be empty.
    pub as_of: String,
    /// The cited sources, in the order of their numbers.
    pub sources: Vec<String>,
    /// A note; may be empty.
    pub note: String,
    /// What the picture says of its own completeness, which is part of the note; may be empty.
    pub counts: String,
    /// A handling mark, "TLP:AMBER" or one of the organization's own; may be empty.
    pub handling: String,
    /// Titles with a character that the fonts lack. They are not listed in the picture: the note counts them, and the
    /// caller can show them.
    pub lacking: Vec<String>,
}

/// One page, in logical pixels; a painter scales by `paper.width_px / scene.width_px`.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// What is drawn.
    pub scene: Scene,
    /// Where the logo goes, over everything: left, top, width, height.
    pub logo: Option<[f32; 4]>,
    /// Where the chart is, if all of it is on this page.
    pub picture: Option<Bounds>,
}

/// The pages of an export, with their text.
#[derive(Debug, Clone, PartialEq)]
pub struct Pages {
    /// At least one; exactly one unless [`PageSpec::several`] allows more.
    pub sheets: Vec<Sheet>,
    /// The text around the picture.
    pub words: Words,
    /// What is known of a cause map beyond its picture.
    pub map: Option<MapFacts>,
}
