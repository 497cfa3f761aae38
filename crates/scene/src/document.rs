//! Several pictures as the pages of one PDF, with an outline.

use krilla::Document;
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Size};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla_svg::{SurfaceExt as _, SvgSettings};

use crate::color::Rgba;
use crate::fonts::reading;
use crate::item::{Item, Scene};
use crate::pdf::PdfError;
use crate::svg::SvgOptions;
use crate::{svg, wire};

/// Points (of 72 to the inch) in a pixel (of 96 to the inch).
const POINTS_PER_PX: f32 = 0.75;

/// An entry of the outline.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// Its words.
    pub words: String,
    /// The page that it points to, from 0.
    pub page: usize,
    /// How far down the page, in the pixels of its scene.
    pub y_px: f32,
}

/// What is said about a document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct About {
    /// Its title.
    pub title: String,
    /// A line on what it is about.
    pub subject: String,
    /// Its outline.
    pub headings: Vec<Heading>,
}

/// One page per scene, sized at 96 pixels to the inch: lines stay lines, text stays text. No creation time is written,
/// so the same scenes give the same bytes.
///
/// # Errors
/// If a scene cannot be read or has no size.
pub fn pdf(pages: &[Scene], about: &About) -> Result<Vec<u8>, PdfError> {
    let mut document = Document::new();
    document.set_metadata(
        Metadata::new()
            .creator("Faultline".into())
            .title(about.title.clone())
            .description(about.subject.clone())
            .language("en".into()),
    );
    for page in pages {
        add(&mut document, page)?;
    }
    if !about.headings.is_empty() {
        document.set_outline(outline(&about.headings));
    }
    document
        .finish()
        .map_err(|error| PdfError::Pdf(format!("{error:?}")))
}

fn add(document: &mut Document, scene: &Scene) -> Result<(), PdfError> {
    let [width_pt, height_pt] = [scene.width_px, scene.height_px].map(|it| it * POINTS_PER_PX);
    let size = Size::from_wh(width_pt, height_pt).ok_or(PdfError::Size {
        width_pt,
        height_pt,
    })?;
    let mut page = document.start_page_with(PageSettings::new(size));
    let mut surface = page.surface();
    let [background, borders, glyphs] = layers(scene);
    draw(&mut surface, &background, size, true)?;
    if borders
        .items
        .iter()
        .any(|it| matches!(it, Item::Text { .. }))
    {
        draw(&mut surface, &borders, size, false)?;
        draw(&mut surface, &glyphs, size, true)?;
    }
    surface.finish();
    page.finish();
    Ok(())
}

/// The picture without its outlined texts, the outlines of those texts, and their glyphs.
///
/// The library outlines a text glyph by glyph, so that each outline would cover part of the glyph before it. So all
/// outlines of a page come before any glyph.
fn layers(scene: &Scene) -> [Scene; 3] {
    let is_bordered = |it: &Item| matches!(it, Item::Text { halo: Some(_), .. });
    let with = |items: Vec<Item>| Scene {
        items,
        hits: Vec::new(),
        ..*scene
    };
    let background = scene.items.iter().filter(|it| !is_bordered(it)).cloned();
    let only = |change: &dyn Fn(&mut Item)| {
        let kept = scene
            .items
            .iter()
            .filter(|it| is_bordered(it) || matches!(it, Item::Clip { .. } | Item::Unclip));
        let changed = kept.cloned().map(|mut it| {
            change(&mut it);
            it
        });
        with(changed.collect())
    };
    let borders = only(&|it| {
        if let Item::Text { color, .. } = it {
            *color = Rgba(color.0, color.1, color.2, 0);
        }
    });
    let glyphs = only(&|it| {
        if let Item::Text { halo, .. } = it {
            *halo = None;
        }
    });
    [with(background.collect()), borders, glyphs]
}

/// Draws a scene; with `said` false, its text cannot be selected or read aloud.
fn draw(surface: &mut Surface<'_>, scene: &Scene, size: Size, said: bool) -> Result<(), PdfError> {
    // Encoding can only fail for bytes that are not a scene, and these were just made from one.
    let svg = svg::write(&wire::encode(scene), &SvgOptions::default()).unwrap_or_default();
    let tree = usvg::Tree::from_str(&svg, &reading())?;
    let settings = SvgSettings {
        embed_text: said,
        ..SvgSettings::default()
    };
    let drawn = surface.draw_svg(&tree, size, settings);
    drawn.ok_or(PdfError::Size {
        width_pt: size.width(),
        height_pt: size.height(),
    })
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

#[cfg(test)]
mod tests {
    use super::{About, Heading, layers, pdf};
    use crate::{Anchor, Face, Item, Rgba, Scene, text};

    fn page() -> Scene {
        let black = Rgba(0, 0, 0, 255);
        let words =
            |it: &str, y| text::text(it, 20.0, y, Anchor::Start, 12.0, Face::Regular, black);
        let clip = Item::Clip {
            x: 0.0,
            y: 0.0,
            width: 200.0,
            height: 100.0,
        };
        let bordered = words("over a line", 60.0).with_halo(Rgba(255, 255, 255, 255), 2.0);
        Scene {
            width_px: 200.0,
            height_px: 100.0,
            items: vec![words("plain", 30.0), clip, bordered, Item::Unclip],
            hits: Vec::new(),
        }
    }

    #[test]
    fn borders_come_before_all_glyphs_and_each_text_is_said_once() {
        let [background, borders, glyphs] = layers(&page());
        let texts = |it: &Scene| {
            it.items
                .iter()
                .filter(|it| matches!(it, Item::Text { .. }))
                .count()
        };
        assert_eq!(
            [texts(&background), texts(&borders), texts(&glyphs)],
            [1, 1, 1]
        );
        for layer in [&borders, &glyphs] {
            assert!(matches!(layer.items.first(), Some(Item::Clip { .. })));
            assert!(matches!(layer.items.last(), Some(Item::Unclip)));
        }
        let is_unseen =
            |it: &Item| matches!(it, Item::Text { color, halo: Some(_), .. } if color.3 == 0);
        assert!(borders.items.iter().any(is_unseen));
        let is_bare = |it: &Item| matches!(it, Item::Text { halo: None, .. });
        assert!(glyphs.items.iter().any(is_bare));
    }

    #[test]
    fn a_document_has_its_pages_and_an_outline() {
        let about = About {
            title: String::from("Two pages"),
            subject: String::new(),
            headings: vec![Heading {
                words: String::from("The second"),
                page: 1,
                y_px: 10.0,
            }],
        };
        let bytes = pdf(&[page(), page()], &about).unwrap();
        assert!(bytes == pdf(&[page(), page()], &about).unwrap());
        let said = String::from_utf8_lossy(&bytes);
        assert!(
            said.contains("/Count 2") && said.contains("/Outlines"),
            "pages and outline"
        );
        let nothing = Scene {
            width_px: 0.0,
            ..page()
        };
        assert!(pdf(&[nothing], &About::default()).is_err());
    }
}
