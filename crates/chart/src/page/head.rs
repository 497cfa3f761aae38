//! The head of a sheet: title and subtitle; logo, handling mark and as-of date in the corner.

use scene::{Anchor, Face, Item, Rgba, text};

use super::mark::{self, mark};
use super::room::{PagePart, Room};
use super::spec::Words;
use crate::shift::shift;

/// Title sizes from the largest: a long title is set smaller before it takes a fourth line.
const TITLE_PX: [f32; 4] = [20.0, 18.0, 16.0, 14.0];
/// Sizes at which a title may stand on one line with everything else.
const ONE_LINE_PX: [f32; 3] = [20.0, 19.0, 18.0];
const TITLE_LINES: usize = 3;
const SUBTITLE_PX: f32 = 12.0;
const AS_OF_PX: f32 = 11.0;
/// The maximum size of a logo.
const LOGO_PX: [f32; 2] = [140.0, 32.0];
const GAP_PX: f32 = 16.0;
/// Between title and subtitle on one line, and between as-of date and mark.
const BESIDE_PX: f32 = 12.0;
/// Between the head and the picture.
const BELOW_PX: f32 = 4.0;

/// The head of the first sheet, and where the logo goes.
pub(super) fn first(room: &Room<'_>, words: &Words) -> (PagePart, Option<[f32; 4]>) {
    let inner = room.inner_px();
    let logo = room.spec.logo.and_then(|size| placed(room, size));
    let right = logo.map_or(inner, |it| it[0] - GAP_PX);
    let logo_px = logo.map_or(0.0, |it| it[3]);
    if let Some(part) = on_one_line(room, words, right, logo_px) {
        return (part, logo);
    }
    let mut part = PagePart::default();
    let (left, below) = marks(room, words, right, &mut part.items);
    if room.is_narrow() {
        let top = below.max(logo_px);
        let top = if top > 0.0 { top + 6.0 } else { 0.0 };
        part.height = title(room, words, inner, top, &mut part.items) + BELOW_PX;
    } else {
        let room_px = (left - GAP_PX).max(80.0);
        let y = title(room, words, room_px, 0.0, &mut part.items);
        part.height = y.max(below).max(logo_px) + BELOW_PX;
    }
    (part, logo)
}

/// Title, subtitle, as-of date and mark beside each other, which takes the least height; `None` if they are too long.
fn on_one_line(room: &Room<'_>, words: &Words, right: f32, logo_px: f32) -> Option<PagePart> {
    let from_right = |it: &String| text::reads_from_right(it);
    if room.is_narrow() || [&words.title, &words.subtitle].into_iter().any(from_right) {
        return None;
    }
    let mut items = Vec::new();
    let mark_px = if words.handling.is_empty() {
        0.0
    } else {
        mark::height_px(room)
    };
    let mut left = right;
    if mark_px > 0.0 {
        let (mut drawn, width_px) = mark(room, &words.handling, right, 0.0);
        items.append(&mut drawn);
        left -= width_px + BESIDE_PX;
    }
    let as_of_px = text::width(&words.as_of, AS_OF_PX, Face::Regular);
    let subtitle_px = text::width(&words.subtitle, SUBTITLE_PX, Face::Regular);
    let beside = |width_px: f32, gap_px: f32| {
        if width_px > 0.0 {
            width_px + gap_px
        } else {
            0.0
        }
    };
    let taken_px = beside(subtitle_px, BESIDE_PX) + beside(as_of_px, GAP_PX);
    let title_px = |size: f32| text::width(&words.title, size, Face::SemiBold);
    let fits = |size: &f32| title_px(*size) + taken_px <= left;
    let size = ONE_LINE_PX.into_iter().find(fits)?;
    let height_px = (size * 1.2).max(mark_px).max(logo_px);
    items
        .iter_mut()
        .for_each(|it| shift(it, 0.0, (height_px - mark_px) * 0.5));
    let baseline = height_px * 0.5 + text::cap_height(size) * 0.5;
    let [title_ink, ink] = [room.palette.text_primary, room.palette.text_secondary];
    let mut put = |words: &str, x, anchor, size, face, ink| {
        if !words.is_empty() {
            items.push(text::text(words, x, baseline, anchor, size, face, ink));
        }
    };
    put(
        &words.title,
        0.0,
        Anchor::Start,
        size,
        Face::SemiBold,
        title_ink,
    );
    let x = title_px(size) + BESIDE_PX;
    put(
        &words.subtitle,
        x,
        Anchor::Start,
        SUBTITLE_PX,
        Face::Regular,
        ink,
    );
    put(
        &words.as_of,
        left,
        Anchor::End,
        AS_OF_PX,
        Face::Regular,
        ink,
    );
    Some(PagePart {
        items,
        height: height_px + BELOW_PX,
    })
}

/// The head of the other sheets: the title again, on one line, and the mark.
pub(super) fn running(room: &Room<'_>, words: &Words) -> PagePart {
    let mut items = Vec::new();
    let (size, inner) = (TITLE_PX[3], room.inner_px());
    let mut room_px = inner;
    if !words.handling.is_empty() {
        let (mut drawn, width) = mark(room, &words.handling, inner, 0.0);
        items.append(&mut drawn);
        room_px -= width + GAP_PX;
    }
    let line = text::shorten(&words.title, size, Face::SemiBold, room_px);
    let color = room.palette.text_primary;
    items.push(line_at(&line, room_px, size, Face::SemiBold, size, color));
    PagePart {
        items,
        height: mark::height_px(room).max(size * 1.3) + 8.0,
    }
}

/// The logo in the upper right corner: left, top, width, height.
fn placed(room: &Room<'_>, [width, height]: [f32; 2]) -> Option<[f32; 4]> {
    if width <= 0.0 || height <= 0.0 {
        return None;
    }
    let most = if room.is_narrow() {
        [room.inner_px() * 0.4, 24.0]
    } else {
        LOGO_PX
    };
    let scale = (most[0] / width).min(most[1] / height);
    let (width, height) = (width * scale, height * scale);
    Some([room.inner_px() - width, 0.0, width, height])
}

/// Handling mark and as-of date, right-aligned one below the other; on a narrow sheet from the left, side by side if
/// they fit beside a logo.
/// Returns their left edge and the y below them.
fn marks(room: &Room<'_>, words: &Words, right: f32, items: &mut Vec<Item>) -> (f32, f32) {
    let color = room.palette.text_secondary;
    let as_of_px = text::width(&words.as_of, AS_OF_PX, Face::Regular);
    let has_mark = !words.handling.is_empty();
    let (mut left, mut below, mut x) = (right, 0.0_f32, 0.0);
    if has_mark {
        let (mut drawn, width) = mark(room, &words.handling, right, 0.0);
        if room.is_narrow() {
            drawn
                .iter_mut()
                .for_each(|it| shift(it, width - right, 0.0));
            x = width + 8.0;
        }
        items.append(&mut drawn);
        left -= width;
        below = mark::height_px(room);
    }
    if words.as_of.is_empty() {
        return (left, below);
    }
    let gap = if has_mark { 4.0 } else { 0.0 };
    let line_below = below + gap + AS_OF_PX * 0.75;
    let (x, anchor, middle) = if !room.is_narrow() {
        (right, Anchor::End, line_below)
    } else if x + as_of_px > right {
        (0.0, Anchor::Start, line_below)
    } else {
        (x, Anchor::Start, mark::height_px(room) * 0.5)
    };
    let baseline = middle + text::cap_height(AS_OF_PX) * 0.5;
    items.push(text::text(
        &words.as_of,
        x,
        baseline,
        anchor,
        AS_OF_PX,
        Face::Regular,
        color,
    ));
    (
        left.min(right - as_of_px),
        below.max(middle + AS_OF_PX * 0.75),
    )
}

/// Title and subtitle below `y`; returns the y below them.
fn title(room: &Room<'_>, words: &Words, room_px: f32, mut y: f32, items: &mut Vec<Item>) -> f32 {
    let sizes = &TITLE_PX[if room.is_narrow() { 2 } else { 0 }..];
    let wrapped = |size: f32| text::wrap(&words.title, size, Face::SemiBold, room_px);
    let fits = |size: &&f32| wrapped(**size).len() <= TITLE_LINES;
    let size = sizes.iter().find(fits).copied().unwrap_or(TITLE_PX[3]);
    for line in wrapped(size) {
        let color = room.palette.text_primary;
        items.push(line_at(
            &line,
            room_px,
            y + size * 0.78,
            Face::SemiBold,
            size,
            color,
        ));
        y += size * 1.18;
    }
    let size = if room.is_narrow() { 11.0 } else { SUBTITLE_PX };
    for line in text::wrap(&words.subtitle, size, Face::Regular, room_px) {
        let color = room.palette.text_secondary;
        items.push(line_at(
            &line,
            room_px,
            y + size * 0.8,
            Face::Regular,
            size,
            color,
        ));
        y += size * 1.3;
    }
    y
}

/// A line on the left; one that reads from right to left is aligned on the right.
fn line_at(words: &str, room_px: f32, y: f32, face: Face, size: f32, color: Rgba) -> Item {
    let (x, anchor) = if text::reads_from_right(words) {
        (room_px, Anchor::End)
    } else {
        (0.0, Anchor::Start)
    };
    text::text(words, x, y, anchor, size, face, color)
}
