//! A logo: an untrusted image, parsed and written out again, so that nothing hidden in it gets into a picture.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use usvg::{ImageHrefResolver, ImageKind, Tree, WriteOptions};

use crate::fonts::reading;
use crate::png::{self, Raster};

/// The largest file that is accepted.
const MOST_BYTES: usize = 2_000_000;
/// The longest side of a raster image that is accepted: a small file can claim to be huge.
const MOST_SIDE_PX: usize = 8_000;
/// Raster images are scaled down to this size: four times what is drawn, for paper.
const KEPT_PX: [f32; 2] = [640.0, 160.0];

/// Why an image cannot be used as a logo.
#[derive(Debug, thiserror::Error)]
pub enum LogoError {
    /// It is not a PNG, JPEG or SVG, or is damaged.
    #[error("the logo is not a readable PNG, JPEG or SVG: choose another file")]
    Unreadable,
    /// Too many bytes or pixels.
    #[error("the logo is too large: use one of at most 2 MB and 8,000 pixels on a side")]
    TooLarge,
    /// It shows nothing.
    #[error("the logo is empty: choose another file")]
    Empty,
}

/// A logo ready to be placed.
#[derive(Debug, Clone, PartialEq)]
pub struct Logo {
    /// Its own width.
    pub width_px: f32,
    /// Its own height.
    pub height_px: f32,
    /// The contents of its root element.
    inside: String,
}

/// The SVG that is stored for a file: of an SVG its shapes, text as outlines, without scripts, addresses and anything
/// that is not drawn; of a PNG or JPEG its pixels, scaled down.
///
/// # Errors
/// If it cannot be read, is too large or is empty.
pub fn clean(file: &[u8]) -> Result<String, LogoError> {
    if file.len() > MOST_BYTES {
        return Err(LogoError::TooLarge);
    }
    match imagesize::image_type(file) {
        Ok(imagesize::ImageType::Png) => of_pixels(file, "image/png"),
        Ok(imagesize::ImageType::Jpeg) => of_pixels(file, "image/jpeg"),
        _ => Ok(written(&tree_of(file, false)?, "")),
    }
}

impl Logo {
    /// Reads a stored logo, with the same precautions as the original file.
    ///
    /// # Errors
    /// If it cannot be read or is empty.
    pub fn of(kept: &str) -> Result<Self, LogoError> {
        let tree = tree_of(kept.as_bytes(), true)?;
        let svg = written(&tree, "logo-");
        let begin = svg.find('>').ok_or(LogoError::Unreadable)? + 1;
        let end = svg.rfind("</svg>").ok_or(LogoError::Empty)?;
        Ok(Self {
            width_px: tree.size().width(),
            height_px: tree.size().height(),
            inside: svg.get(begin..end).ok_or(LogoError::Empty)?.to_owned(),
        })
    }

    /// The element that draws it in this rectangle (left, top, width, height).
    pub(crate) fn element(&self, [left, top, width, height]: [f32; 4]) -> String {
        format!(
            "<svg xmlns:xlink=\"http://www.w3.org/1999/xlink\" x=\"{left:.2}\" y=\"{top:.2}\" width=\"{width:.2}\" \
             height=\"{height:.2}\" viewBox=\"0 0 {} {}\">{}</svg>\n",
            self.width_px, self.height_px, self.inside
        )
    }
}

fn tree_of(svg: &[u8], with_pixels: bool) -> Result<Tree, LogoError> {
    let mut options = reading();
    if !with_pixels {
        options.image_href_resolver.resolve_data = Box::new(|_, _, _| None);
    }
    let tree = Tree::from_data(svg, &options).map_err(|_| LogoError::Unreadable)?;
    if tree.root().has_children() {
        Ok(tree)
    } else {
        Err(LogoError::Empty)
    }
}

fn written(tree: &Tree, prefix: &str) -> String {
    let options = WriteOptions {
        id_prefix: Some(prefix.to_owned()),
        coordinates_precision: 4,
        indent: usvg::Indent::None,
        ..WriteOptions::default()
    };
    tree.to_string(&options)
}

fn of_pixels(file: &[u8], kind: &str) -> Result<String, LogoError> {
    let size = imagesize::blob_size(file).map_err(|_| LogoError::Unreadable)?;
    if size.width.max(size.height) > MOST_SIDE_PX {
        return Err(LogoError::TooLarge);
    }
    let (width, height) = (size.width as f32, size.height as f32);
    if width < 1.0 || height < 1.0 {
        return Err(LogoError::Empty);
    }
    let scale = (KEPT_PX[0] / width).min(KEPT_PX[1] / height).min(1.0);
    let svg = wrapped(
        (width * scale).max(1.0),
        (height * scale).max(1.0),
        kind,
        file,
    );
    let mut options = reading();
    options.image_href_resolver = ImageHrefResolver {
        resolve_data: Box::new(|kind, data, _| match kind {
            "image/png" => Some(ImageKind::PNG(data)),
            "image/jpeg" => Some(ImageKind::JPEG(data)),
            _ => None,
        }),
        resolve_string: Box::new(|_, _| None),
    };
    let tree = Tree::from_str(&svg, &options).map_err(|_| LogoError::Unreadable)?;
    let raster = Raster {
        scale: 1.0,
        px_per_inch: None,
    };
    let png = png::of_tree(&tree, raster).map_err(|_| LogoError::Unreadable)?;
    Ok(wrapped(
        (width * scale).max(1.0),
        (height * scale).max(1.0),
        "image/png",
        &png,
    ))
}

/// An SVG that shows only this image.
fn wrapped(width_px: f32, height_px: f32, kind: &str, image: &[u8]) -> String {
    let data = STANDARD.encode(image);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width_px}\" height=\"{height_px}\">\
         <image width=\"{width_px}\" height=\"{height_px}\" href=\"data:{kind};base64,{data}\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOSTILE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="80" height="20" onload="alert(1)">
        <script>alert(1)</script><a href="http://evil.example/"><rect width="40" height="20" fill="red" onclick="alert(1)"/></a>
        <image href="file:///etc/passwd" width="9" height="9"/><image xlink:href="http://evil.example/x.png" width="9" height="9"/>
        <foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml">hi</body></foreignObject></svg>"##;

    #[test]
    fn only_shapes_are_left_of_an_svg() {
        let kept = clean(HOSTILE.as_bytes()).unwrap();
        for bad in [
            "script", "alert", "evil", "file:", "onload", "foreign", "<image", "<a",
        ] {
            assert!(!kept.contains(bad), "{bad} is in {kept}");
        }
        let logo = Logo::of(&kept).unwrap();
        assert_eq!((logo.width_px, logo.height_px), (80.0, 20.0));
        assert!(logo.element([1.0, 2.0, 40.0, 10.0]).contains("<path"));
    }

    #[test]
    fn pixels_become_a_small_png() {
        let wide = "<svg xmlns='http://www.w3.org/2000/svg' width='1000' height='100'><rect width='1000' height='100' fill='red'/></svg>";
        let raster = Raster {
            scale: 1.0,
            px_per_inch: None,
        };
        let png = png::from_svg(wide, raster).unwrap();
        let logo = Logo::of(&clean(&png).unwrap()).unwrap();
        assert_eq!((logo.width_px, logo.height_px), (640.0, 64.0));
        assert!(logo.element([0.0; 4]).contains("data:image/png;base64,"));
    }

    #[test]
    fn what_is_no_logo_is_refused() {
        let huge = [
            &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\x01\0\0\0\x01\0\0\x08\x06\0\0\0"[..],
            &[0; 40],
        ]
        .concat();
        for bad in [
            &b"GIF89a\x01\0\x01\0"[..],
            b"",
            b"<svg",
            b"\x89PNG\r\n\x1a\n",
            &huge,
            &vec![b' '; MOST_BYTES + 1],
            b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
            b"<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><svg>&b;</svg>",
        ] {
            assert!(clean(bad).is_err(), "{:?}", &bad[..bad.len().min(20)]);
        }
    }
}
