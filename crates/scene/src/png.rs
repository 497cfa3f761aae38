//! The picture as PNG, drawn from its SVG.

use png::{BitDepth, ColorType, Compression, Encoder, PixelDimensions, Unit};
use resvg::tiny_skia::{Pixmap, Transform};
use usvg::Tree;

use crate::fonts::reading;

/// The most pixels a PNG may have: 256 million, of four bytes each.
const MOST_PIXELS: f64 = 256.0 * 1024.0 * 1024.0;
/// The largest scale; beyond it, pixel coordinates lose precision.
const MOST_SCALE: f32 = 64.0;
const METERS_PER_INCH: f32 = 0.0254;

/// How an SVG becomes pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Raster {
    /// Pixels for each of the SVG's own; above 0, up to 64.
    pub scale: f32,
    /// Pixels per inch, stored for programs that place the PNG on paper; `None` stores nothing.
    pub px_per_inch: Option<f32>,
}

/// A drawn picture as raw pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Red, green, blue and opacity of each, from the upper left on, row by row.
    pub rgba: Vec<u8>,
}

/// Why a PNG could not be drawn.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// The scale is not usable.
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
    /// The pixels cannot be compressed.
    #[error("the PNG cannot be compressed: {0}; choose a smaller size or scale")]
    Packing(#[from] png::EncodingError),
}

/// The nearest whole number of pixels: the side of an A4 sheet is not one, and a row of half-covered pixels would show
/// as a line.
fn whole_px(length_px: f64) -> f64 {
    length_px.round().max(1.0)
}

/// Draws an SVG and compresses it as PNG.
///
/// # Errors
/// If the scale is not usable, the SVG cannot be read, or the picture would be too large.
pub fn from_svg(svg: &str, raster: Raster) -> Result<Vec<u8>, PngError> {
    of_tree(&Tree::from_str(svg, &reading())?, raster)
}

/// Draws an SVG as raw pixels.
///
/// # Errors
/// As [`from_svg`].
pub fn pixels(svg: &str, raster: Raster) -> Result<Pixels, PngError> {
    let drawn = drawn(&Tree::from_str(svg, &reading())?, raster.scale)?;
    Ok(Pixels {
        width: drawn.width(),
        height: drawn.height(),
        rgba: drawn.take_demultiplied(),
    })
}

pub(crate) fn of_tree(tree: &Tree, raster: Raster) -> Result<Vec<u8>, PngError> {
    let drawn = drawn(tree, raster.scale)?;
    let (width, height) = (drawn.width(), drawn.height());
    let opaque = drawn.data().chunks_exact(4).all(|pixel| pixel[3] == 255);
    let mut data = drawn.take_demultiplied();
    if opaque {
        data = without_opacity(data);
    }
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, width, height);
    encoder.set_color(if opaque {
        ColorType::Rgb
    } else {
        ColorType::Rgba
    });
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    encoder.set_pixel_dims(raster.px_per_inch.map(dimensions));
    encoder.write_header()?.write_image_data(&data)?;
    Ok(file)
}

fn drawn(tree: &Tree, scale: f32) -> Result<Pixmap, PngError> {
    // NaN is not usable either.
    if !(scale > 0.0 && scale <= MOST_SCALE) {
        return Err(PngError::Scale { scale });
    }
    let size = tree.size();
    let [width, height] =
        [size.width(), size.height()].map(|side| whole_px(f64::from(side) * f64::from(scale)));
    let too_large = || PngError::TooLarge { width, height };
    if width * height > MOST_PIXELS {
        return Err(too_large());
    }
    let mut pixels = Pixmap::new(width as u32, height as u32).ok_or_else(too_large)?;
    // Within half a pixel of the scale, so that the drawing fills the pixels.
    let transform =
        Transform::from_scale(width as f32 / size.width(), height as f32 / size.height());
    resvg::render(tree, transform, &mut pixels.as_mut());
    Ok(pixels)
}

/// The pixels without their opacity, in the same memory.
fn without_opacity(mut data: Vec<u8>) -> Vec<u8> {
    let pixels = data.len() / 4;
    for at in 1..pixels {
        data.copy_within(at * 4..at * 4 + 3, at * 3);
    }
    data.truncate(pixels * 3);
    data
}

fn dimensions(px_per_inch: f32) -> PixelDimensions {
    let per_meter = (px_per_inch / METERS_PER_INCH).round() as u32;
    PixelDimensions {
        xppu: per_meter,
        yppu: per_meter,
        unit: Unit::Meter,
    }
}
