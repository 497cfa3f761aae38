//! The content of a brief as pieces that are never split: lines of text and charts.

use scene::{Face, Item, Palette, Theme, place};

use super::line::{Hand, drawn, lines};
use super::{TEXT_HEIGHT_PX, TEXT_WIDTH_PX};
use crate::brief::{Block, Brief, Figure, Span};

/// A piece of a page, drawn from (0, 0) downward.
#[derive(Debug, Clone)]
pub(super) struct PagePiece {
    pub(super) items: Vec<Item>,
    pub(super) height_px: f32,
    /// Space before it, unless it is the first on a page.
    pub(super) before_px: f32,
    /// Whether it stays on the same page as the next one.
    pub(super) stays_with_next: bool,
    /// The heading for the outline.
    pub(super) heading: Option<String>,
}

/// The format of a block.
#[derive(Clone, Copy)]
struct Setting {
    size_px: f32,
    line_px: f32,
    before_px: f32,
    /// Indent of the text; a bullet or number hangs before it.
    inset_px: f32,
    /// All of it in semi-bold.
    is_bold: bool,
    /// In the second color.
    is_quiet: bool,
    /// Whether it stays on the same page as the next block.
    stays_with_next: bool,
}

const BODY: Setting = Setting {
    size_px: 13.0,
    line_px: 18.5,
    before_px: 6.0,
    inset_px: 0.0,
    is_bold: false,
    is_quiet: false,
    stays_with_next: false,
};
const TITLE: Setting = Setting {
    size_px: 23.0,
    line_px: 28.0,
    before_px: 0.0,
    is_bold: true,
    stays_with_next: true,
    ..BODY
};
const SUBTITLE: Setting = Setting {
    is_quiet: true,
    before_px: 3.0,
    stays_with_next: true,
    ..BODY
};
const HEADING: Setting = Setting {
    size_px: 16.0,
    line_px: 21.0,
    before_px: 22.0,
    is_bold: true,
    stays_with_next: true,
    ..BODY
};
const SUBHEADING: Setting = Setting {
    before_px: 12.0,
    is_bold: true,
    stays_with_next: true,
    ..BODY
};
const ITEM: Setting = Setting {
    inset_px: 14.0,
    before_px: 4.0,
    ..BODY
};
const SMALL: Setting = Setting {
    size_px: 11.0,
    line_px: 15.5,
    before_px: 4.0,
    ..BODY
};
const ENDNOTE: Setting = Setting {
    inset_px: 24.0,
    before_px: 2.5,
    ..SMALL
};

pub(super) fn pieces(brief: &Brief) -> Vec<PagePiece> {
    let mut all = set(TITLE, &[Span::plain(&brief.title)], "");
    all.extend(set(SUBTITLE, &[Span::plain(&brief.subtitle)], ""));
    for part in &brief.parts {
        let mut heading = set(HEADING, &[Span::plain(&part.heading)], "");
        if let Some(first) = heading.first_mut() {
            first.heading = Some(part.heading.clone());
        }
        all.extend(heading);
        all.extend(part.blocks.iter().flat_map(block));
    }
    all
}

fn block(block: &Block) -> Vec<PagePiece> {
    match block {
        Block::Heading(words) => set(SUBHEADING, &[Span::plain(words)], ""),
        Block::Paragraph(spans) => set(BODY, spans, ""),
        Block::Item(spans) => set(ITEM, spans, "•"),
        Block::Endnote(number, spans) => set(ENDNOTE, spans, &number.to_string()),
        Block::Note(spans) => set(SMALL, spans, ""),
        Block::Figure(it) => vec![figure(it)],
    }
}

/// Lines of text, the first with `mark` before it. The first two and the last two lines stay together.
fn set(how: Setting, spans: &[Span], mark: &str) -> Vec<PagePiece> {
    let palette = Palette::of(Theme::Print);
    let color = match how.is_quiet {
        true => palette.text_secondary,
        false => palette.text_primary,
    };
    let plain = Hand {
        face: if how.is_bold {
            Face::SemiBold
        } else {
            Face::Regular
        },
        size_px: how.size_px,
        color,
    };
    let hand = |span: &Span| match span {
        Span::Plain(_) => plain,
        Span::Strong(_) => Hand {
            face: Face::SemiBold,
            ..plain
        },
        Span::Missing(_) => Hand {
            face: Face::Italic,
            ..plain
        },
        Span::Cite(..) => Hand {
            size_px: how.size_px * 0.85,
            color: palette.text_secondary,
            ..plain
        },
    };
    let said: Vec<(String, Hand)> = spans.iter().map(|it| (it.words(), hand(it))).collect();
    let broken = lines(&said, TEXT_WIDTH_PX - how.inset_px);
    let count = broken.len();
    let piece = |(at, line): (usize, super::line::Line)| {
        let baseline = how.line_px * 0.5 + how.size_px * 0.36;
        let mut items = drawn(&line, how.inset_px, baseline);
        if at == 0 && !mark.is_empty() {
            items.extend(drawn(&vec![(0.0, mark.to_owned(), plain)], 0.0, baseline));
        }
        let is_last = at + 1 == count;
        PagePiece {
            items,
            height_px: how.line_px,
            before_px: if at == 0 { how.before_px } else { 0.0 },
            stays_with_next: match is_last {
                true => how.stays_with_next,
                false => how.stays_with_next || at == 0 || at + 2 == count,
            },
            heading: None,
        }
    };
    broken.into_iter().enumerate().map(piece).collect()
}

/// A chart, scaled down if it does not fit on a page with its heading.
fn figure(it: &Figure) -> PagePiece {
    let (width_px, height_px) = (it.scene.width_px.max(1.0), it.scene.height_px.max(1.0));
    // Leave room for a title and a heading above it.
    let room_px = TEXT_HEIGHT_PX - 110.0;
    let scale = (TEXT_WIDTH_PX / width_px).min(room_px / height_px);
    let mut items = it.scene.items.clone();
    for item in &mut items {
        place::scale(item, scale);
    }
    PagePiece {
        items,
        height_px: height_px * scale,
        before_px: 8.0,
        stays_with_next: false,
        heading: None,
    }
}
