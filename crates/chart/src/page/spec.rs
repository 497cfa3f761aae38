//! What an export is asked for, and the pages it gives back.

use scene::{Scene, Theme};

use crate::paper::Paper;

/// What an exported picture is drawn on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageSpec {
    /// The measures of the page.
    pub paper: Paper,
    /// Which colors.
    pub theme: Theme,
    /// Whether the background is left out, so that what lies behind the picture shows through.
    pub transparent: bool,
    /// Width and height of the logo by its own measure, if one is drawn.
    pub logo: Option<[f32; 2]>,
    /// Whether what does not fit on a sheet goes on on further ones; else the page grows downward.
    pub several: bool,
}

/// What stands around an exported picture.
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
    /// A handling mark, "TLP:AMBER" or that of a house; may be empty.
    pub handling: String,
    /// Titles of which the fonts lack a character. They are not drawn here: the note counts them, and whoever shows the page
    /// can name them.
    pub lacking: Vec<String>,
}

/// One page, in logical pixels; a painter scales by `paper.width_px / scene.width_px`.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// What is drawn.
    pub scene: Scene,
    /// Where the logo goes, over everything: left, top, width, height.
    pub logo: Option<[f32; 4]>,
}

/// The pages of an export, with what stands on them.
#[derive(Debug, Clone, PartialEq)]
pub struct Pages {
    /// At least one; one only unless [`PageSpec::several`] allows for more.
    pub sheets: Vec<Sheet>,
    /// What stands around the picture.
    pub words: Words,
}
