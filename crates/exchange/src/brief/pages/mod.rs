//! A brief on pages of A4: the pictures that the window shows of it, and the PDF made from them.

mod line;
mod piece;

use scene::document::{self, About, Heading};
use scene::pdf::PdfError;
use scene::{Anchor, Face, Item, Paint, Palette, Scene, Theme, place, text};

use super::Brief;
use piece::{PagePiece, pieces};

/// A4 at 96 pixels to the inch.
const PAGE_PX: [f32; 2] = [794.0, 1123.0];
/// Left and right of the text: 20 mm.
const MARGIN_PX: f32 = 76.0;
/// Above and below the text.
const ABOVE_PX: f32 = 72.0;
const BELOW_PX: f32 = 78.0;
/// Font size of the headers and footers.
const FURNITURE_PX: f32 = 10.5;
/// Width of the text.
pub(super) const TEXT_WIDTH_PX: f32 = PAGE_PX[0] - 2.0 * MARGIN_PX;
/// Height of the text.
const TEXT_HEIGHT_PX: f32 = PAGE_PX[1] - ABOVE_PX - BELOW_PX;

/// A brief on pages, with the positions of its sections.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// The pages, each a picture.
    pub pages: Vec<Scene>,
    /// The headings of the sections.
    pub headings: Vec<Heading>,
}

/// Lays the brief out on pages. A heading stays with what follows it, a chart is never split, and there are no widows or
/// orphans.
#[must_use]
pub fn pages(brief: &Brief) -> Paper {
    let sheets = sheets(pieces(brief));
    let count = sheets.len();
    let mut paper = Paper {
        pages: Vec::with_capacity(count),
        headings: Vec::new(),
    };
    for (at, sheet) in sheets.into_iter().enumerate() {
        let mut page = empty(brief, at + 1, count);
        let mut y = ABOVE_PX;
        for (before_px, mut piece) in sheet {
            y += before_px;
            if let Some(words) = piece.heading.take() {
                paper.headings.push(Heading {
                    words,
                    page: at,
                    y_px: y,
                });
            }
            for item in &mut piece.items {
                place::shift(item, MARGIN_PX, y);
            }
            page.items.append(&mut piece.items);
            y += piece.height_px;
        }
        paper.pages.push(page);
    }
    paper
}

/// The brief as PDF, with an outline of its sections. Charts are vector drawings, and text can be selected.
///
/// # Errors
/// [`PdfError`] if the drawing library refuses.
pub fn pdf(brief: &Brief) -> Result<Vec<u8>, PdfError> {
    let paper = pages(brief);
    let about = About {
        title: brief.title.clone(),
        subject: brief.subtitle.clone(),
        headings: paper.headings,
    };
    document::pdf(&paper.pages, &about)
}

/// The pieces of a page, each with the space before it.
type Sheet = Vec<(f32, PagePiece)>;

/// Distributes pieces over pages; pieces that belong together stay on the same page.
fn sheets(pieces: Vec<PagePiece>) -> Vec<Sheet> {
    let mut sheets: Vec<Sheet> = vec![Vec::new()];
    let mut y = 0.0;
    let mut rest = pieces.into_iter().peekable();
    while rest.peek().is_some() {
        let mut together = Vec::new();
        for piece in rest.by_ref() {
            let goes_on = piece.stays_with_next;
            together.push(piece);
            if !goes_on {
                break;
            }
        }
        for group in divided(together) {
            if y > 0.0 && y + height_px(&group) > TEXT_HEIGHT_PX {
                sheets.push(Vec::new());
                y = 0.0;
            }
            for piece in group {
                // No space before the first piece of a page.
                let before_px = if y > 0.0 { piece.before_px } else { 0.0 };
                y += before_px + piece.height_px;
                if let Some(sheet) = sheets.last_mut() {
                    sheet.push((before_px, piece));
                }
            }
        }
    }
    sheets
}

fn height_px(pieces: &[PagePiece]) -> f32 {
    pieces.iter().map(|it| it.before_px + it.height_px).sum()
}

/// Splits pieces that should stay together but are too high for a page: before the last heading, or else where necessary.
fn divided(mut pieces: Vec<PagePiece>) -> Vec<Vec<PagePiece>> {
    let mut groups = Vec::new();
    while height_px(&pieces) > TEXT_HEIGHT_PX && pieces.len() > 1 {
        let heading = pieces.iter().rposition(|it| it.heading.is_some());
        let fits = |at: &usize| height_px(&pieces[..*at]) <= TEXT_HEIGHT_PX;
        let must = (1..pieces.len()).rev().find(fits).unwrap_or(1);
        let at = heading.filter(|at| *at > 0 && fits(at)).unwrap_or(must);
        let tail = pieces.split_off(at);
        groups.push(std::mem::replace(&mut pieces, tail));
    }
    groups.push(pieces);
    groups
}

/// A page with its header and footer: handling mark, title, page number.
fn empty(brief: &Brief, number: usize, count: usize) -> Scene {
    let palette = Palette::of(Theme::Print);
    let right = PAGE_PX[0] - MARGIN_PX;
    let foot = PAGE_PX[1] - 44.0;
    let mut items = vec![Item::Rect {
        x: 0.0,
        y: 0.0,
        width: PAGE_PX[0],
        height: PAGE_PX[1],
        radius: 0.0,
        fill: Paint::Solid(palette.surface_canvas),
        stroke: None,
    }];
    let mut write = |words: &str, x, y, anchor, face, color| {
        items.push(text::text(words, x, y, anchor, FURNITURE_PX, face, color));
    };
    let page = format!("{number} of {count}");
    write(
        &page,
        MARGIN_PX,
        foot,
        Anchor::Start,
        Face::Regular,
        palette.text_secondary,
    );
    if number > 1 {
        let title = text::shorten(
            &brief.title,
            FURNITURE_PX,
            Face::Regular,
            TEXT_WIDTH_PX - 160.0,
        );
        write(
            &title,
            MARGIN_PX,
            44.0,
            Anchor::Start,
            Face::Regular,
            palette.text_secondary,
        );
    }
    if !brief.handling.is_empty() {
        for y in [44.0, foot] {
            write(
                &brief.handling,
                right,
                y,
                Anchor::End,
                Face::SemiBold,
                palette.text_primary,
            );
        }
    }
    Scene {
        width_px: PAGE_PX[0],
        height_px: PAGE_PX[1],
        items,
        hits: Vec::new(),
    }
}
