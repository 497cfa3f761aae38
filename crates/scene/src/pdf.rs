//! Pictures as PDF pages, made from their SVG: lines stay lines, text stays text.

use krilla::Document;
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Size};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
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
    from_pages(&[svg], &[])
}

/// A place in a document that its outline leads to.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// Its words.
    pub words: String,
    /// The page that it stands on, from 0.
    pub page: usize,
    /// How far down the page, in the pixels of the drawing.
    pub y_px: f32,
}

/// A page for each drawing, as [`from_svg`], and an outline of the headings. The first drawing says title and
/// description.
///
/// # Errors
/// If an SVG cannot be read or has no size.
pub fn from_pages(svgs: &[&str], headings: &[Heading]) -> Result<Vec<u8>, PdfError> {
    let mut document = Document::new();
    for (at, svg) in svgs.iter().enumerate() {
        let xml = roxmltree::Document::parse(svg)?;
        if at == 0 {
            document.set_metadata(metadata(&xml));
        }
        add_page(&mut document, &usvg::Tree::from_xmltree(&xml, &reading())?)?;
    }
    if !headings.is_empty() {
        document.set_outline(outline(headings));
    }
    document
        .finish()
        .map_err(|error| PdfError::Pdf(format!("{error:?}")))
}

fn add_page(document: &mut Document, tree: &usvg::Tree) -> Result<(), PdfError> {
    let (width_px, height_px) = (tree.size().width(), tree.size().height());
    let no_size = || PdfError::Size {
        width_px,
        height_px,
    };
    let size =
        Size::from_wh(width_px * POINTS_PER_PX, height_px * POINTS_PER_PX).ok_or_else(no_size)?;
    let mut page = document.start_page_with(PageSettings::new(size));
    let mut surface = page.surface();
    surface
        .draw_svg(tree, size, SvgSettings::default())
        .ok_or_else(no_size)?;
    surface.finish();
    page.finish();
    Ok(())
}

fn outline(headings: &[Heading]) -> Outline {
    let mut outline = Outline::new();
    for it in headings {
        let place = Point::from_xy(0.0, it.y_px * POINTS_PER_PX);
        let there = XyzDestination::new(it.page, place);
        outline.push_child(OutlineNode::new(it.words.clone(), there));
    }
    outline
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
