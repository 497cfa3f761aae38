//! The picture as PNG, drawn from its SVG.

use resvg::tiny_skia::{Pixmap, Transform};

use crate::fonts::reading;

/// The most pixels a PNG may have: 256 million, of four bytes each.
const MOST_PIXELS: f64 = 256.0 * 1024.0 * 1024.0;

/// Why a PNG could not be drawn.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// The scale is not one of those offered.
    #[error("a scale of {scale} cannot be drawn; choose one from 1 to 4")]
    Scale {
        /// The scale asked for.
        scale: f32,
    },
    /// The SVG cannot be read.
    #[error("the drawing cannot be read as SVG: {0}; draw the chart again")]
    Svg(#[from] usvg::Error),
    /// More pixels than memory should be spent on.
    #[error("a PNG of {width} by {height} pixels is too large; choose a smaller size or scale")]
    TooLarge {
        /// Width in pixels.
        width: f64,
        /// Height in pixels.
        height: f64,
    },
    /// The pixels cannot be packed.
    #[error("the PNG cannot be packed: {0}; choose a smaller size or scale")]
    Packing(String),
}

/// Up to a whole pixel, unless the rest is what rounding left.
fn whole_px(length_px: f64) -> f64 {
    (length_px - 0.01).ceil().max(1.0)
}

/// Draws an SVG at `scale` pixels for each of its own.
///
/// # Errors
/// If the scale is not from 1 to 4, the SVG cannot be read, or the picture would be too large.
pub fn from_svg(svg: &str, scale: f32) -> Result<Vec<u8>, PngError> {
    if !(1.0..=4.0).contains(&scale) {
        return Err(PngError::Scale { scale });
    }
    let tree = usvg::Tree::from_str(svg, &reading())?;
    let size = tree.size();
    let [width, height] =
        [size.width(), size.height()].map(|side| whole_px(f64::from(side) * f64::from(scale)));
    let too_large = || PngError::TooLarge { width, height };
    if width * height > MOST_PIXELS {
        return Err(too_large());
    }
    let mut pixels = Pixmap::new(width as u32, height as u32).ok_or_else(too_large)?;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    pixels
        .encode_png()
        .map_err(|error| PngError::Packing(error.to_string()))
}
