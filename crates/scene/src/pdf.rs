//! The picture as a PDF page, made from its SVG: lines stay lines, text stays text.

use krilla::Document;
use krilla::geom::Size;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla_svg::{SurfaceExt as _, SvgSettings};
use usvg::roxmltree;

use crate::fonts::reading;

/// Points (of 72 to the inch) in a pixel (of 96 to the inch).
const POINTS_PER_PX: f32 = 0.75;

/// Why a PDF could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// The SVG is not well formed.
    #[error("the drawing cannot be read as SVG: {0}; draw the chart again")]
    Xml(#[from] roxmltree::Error),
    /// The SVG cannot be read.
    #[error("the drawing cannot be read as SVG: {0}; draw the chart again")]
    Svg(#[from] usvg::Error),
    /// The page has no size.
    #[error("a page of {width_px} by {height_px} pixels cannot be made; choose another size")]
    Size {
        /// Width of the drawing.
        width_px: f32,
        /// Height of the drawing.
        height_px: f32,
    },
    /// The PDF cannot be put together.
    #[error("the PDF cannot be put together: {0}; export as SVG instead")]
    Pdf(String),
}

/// One page as large as the drawing, with the fonts it uses. The title of the SVG becomes that of the
/// document; no time of making is written, so the same drawing gives the same bytes.
///
/// # Errors
/// If the SVG cannot be read or has no size.
pub fn from_svg(svg: &str) -> Result<Vec<u8>, PdfError> {
    let xml = roxmltree::Document::parse(svg)?;
    let tree = usvg::Tree::from_xmltree(&xml, &reading())?;
    let (width_px, height_px) = (tree.size().width(), tree.size().height());
    let no_size = || PdfError::Size {
        width_px,
        height_px,
    };
    let size =
        Size::from_wh(width_px * POINTS_PER_PX, height_px * POINTS_PER_PX).ok_or_else(no_size)?;
    let mut document = Document::new();
    document.set_metadata(metadata(&xml));
    let mut page = document.start_page_with(PageSettings::new(size));
    let mut surface = page.surface();
    surface
        .draw_svg(&tree, size, SvgSettings::default())
        .ok_or_else(no_size)?;
    surface.finish();
    page.finish();
    document
        .finish()
        .map_err(|error| PdfError::Pdf(format!("{error:?}")))
}

fn metadata(xml: &roxmltree::Document<'_>) -> Metadata {
    let text = |name: &str| {
        let found = xml
            .root_element()
            .children()
            .find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", name)));
        found.and_then(|node| node.text()).map(str::to_string)
    };
    let mut metadata = Metadata::new().creator("Faultline".into());
    if let Some(title) = text("title") {
        metadata = metadata.title(title);
    }
    if let Some(description) = text("desc") {
        metadata = metadata.description(description);
    }
    metadata
}
