//! The exported page: a picture with title, legend, note and numbered sources around it.

use scene::{Scene, Theme};

use crate::spec::{Look, Picture};

/// What stands around an exported picture.
#[derive(Debug, Clone, PartialEq)]
pub struct PageSpec {
    /// Width of the page in the pixels of the export.
    pub width_px: f32,
    /// Height of the page in the pixels of the export, at least; a page grows downward rather than
    /// cut or shrink what it shows.
    pub height_px: f32,
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
    /// A handling mark; may be empty.
    pub handling: String,
    /// Which colors.
    pub theme: Theme,
}

/// A page around the picture that `body` draws into the room that is left for it.
///
/// The scene is in logical pixels: `scene.width_px` is less than `spec.width_px` when the letters have
/// to grow, so the painter scales by `spec.width_px / scene.width_px`.
pub fn page(spec: &PageSpec, body: impl Fn(Look) -> Picture) -> Scene {
    body(Look {
        width_px: spec.width_px,
        height_px: spec.height_px,
        theme: spec.theme,
        scroll_px: 0.0,
    })
    .scene
}
