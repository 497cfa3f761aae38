//! The picture as PDF, made from its SVG: lines stay lines, text stays text.

use krilla::Document;
use krilla::geom::{Size, Transform};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla_svg::{SurfaceExt as _, SvgSettings};
use usvg::Tree;
use usvg::roxmltree;

use crate::fonts::reading;

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
    #[error("a page of {width_pt} by {height_pt} points cannot be made; choose another size")]
    Size {
        /// Width of the page.
        width_pt: f32,
        /// Height of the page.
        height_pt: f32,
    },
    /// The PDF cannot be assembled.
    #[error("the PDF cannot be assembled: {0}; export as SVG instead")]
    Pdf(String),
}

/// A page: an SVG, how large it is drawn and which part of it shows. Lengths are points, 72 to the inch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Page<'a> {
    /// What is drawn.
    pub svg: &'a str,
    /// Width and height of the paper.
    pub paper_pt: [f32; 2],
    /// Width of the whole drawing; its height follows.
    pub drawing_width_pt: f32,
    /// Where the upper left corner of the drawing is on the paper; outside it for a part of a larger drawing.
    pub at_pt: [f32; 2],
}

impl<'a> Page<'a> {
    /// A page filled by its drawing.
    #[must_use]
    pub fn filled(svg: &'a str, paper_pt: [f32; 2]) -> Self {
        Self {
            svg,
            paper_pt,
            drawing_width_pt: paper_pt[0],
            at_pt: [0.0, 0.0],
        }
    }
}

/// The pages as one document with the fonts they use. The title of the first SVG becomes that of the document. No
/// creation time is written, so the same drawings give the same bytes.
///
/// # Errors
/// If an SVG cannot be read or a page has no size.
pub fn from_svgs(pages: &[Page<'_>]) -> Result<Vec<u8>, PdfError> {
    let mut document = Document::new();
    if let Some(first) = pages.first() {
        document.set_metadata(metadata(&roxmltree::Document::parse(first.svg)?));
    }
    // The parts of a poster show the same drawing again and again.
    let mut last: Option<(&str, Tree)> = None;
    for page in pages {
        let tree = match last.take() {
            Some((svg, tree)) if svg == page.svg => tree,
            _ => Tree::from_str(page.svg, &reading())?,
        };
        draw(&mut document, page, &tree)?;
        last = Some((page.svg, tree));
    }
    document
        .finish()
        .map_err(|error| PdfError::Pdf(format!("{error:?}")))
}

fn draw(document: &mut Document, page: &Page<'_>, tree: &Tree) -> Result<(), PdfError> {
    let [width_pt, height_pt] = page.paper_pt;
    let no_size = || PdfError::Size {
        width_pt,
        height_pt,
    };
    let paper = Size::from_wh(width_pt, height_pt).ok_or_else(no_size)?;
    let drawing_height_pt = tree.size().height() * page.drawing_width_pt / tree.size().width();
    let drawing = Size::from_wh(page.drawing_width_pt, drawing_height_pt).ok_or_else(no_size)?;
    let mut sheet = document.start_page_with(PageSettings::new(paper));
    let mut surface = sheet.surface();
    surface.push_transform(&Transform::from_translate(page.at_pt[0], page.at_pt[1]));
    surface
        .draw_svg(tree, drawing, SvgSettings::default())
        .ok_or_else(no_size)?;
    surface.pop();
    surface.finish();
    sheet.finish();
    Ok(())
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
