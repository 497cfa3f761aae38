//! The empty picture.

use scene::{Palette, Scene};

use crate::marks::block;
use crate::spec::Look;

/// A scene of this size with only its background.
pub(crate) fn paper(look: Look, palette: &Palette) -> Scene {
    let background = block(
        0.0,
        0.0,
        look.width_px,
        look.height_px,
        palette.surface_canvas,
    );
    Scene {
        width_px: look.width_px,
        height_px: look.height_px,
        items: vec![background],
        hits: Vec::new(),
    }
}
