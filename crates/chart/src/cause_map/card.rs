//! An entry as a card: title on two lines, date, grade of its best source.

use layout::flow::Spot;
use model::{Citation, Target, Workspace};
use scene::{Anchor, Dash, Face, Item, Paint, Palette, Stroke, text};

use super::entries::{LETTER_PX, MapEntry};
use super::painting::band;
use crate::marks::block;

/// Date and grade: 11 pixels where the title has 12.
const SMALL_PX: f32 = LETTER_PX * 11.0 / 12.0;
const LINE_PX: f32 = 1.3 * LETTER_PX;
const EDGE_PX: f32 = 3.5;
const WORDS_AT_PX: f32 = 1.25 * LETTER_PX;
const TOP_PX: f32 = 1.25 * LETTER_PX;
const BOTTOM_PX: f32 = 0.6 * LETTER_PX;
const RIGHT_PX: f32 = 0.8 * LETTER_PX;

pub(super) fn draw(
    workspace: &Workspace,
    entry: &MapEntry<'_>,
    spot: &Spot,
    is_selected: bool,
    palette: &Palette,
    items: &mut Vec<Item>,
) {
    let area = spot.area;
    let (left, top) = (area.x * LETTER_PX, area.y * LETTER_PX);
    let (width, height) = (area.width * LETTER_PX, area.height * LETTER_PX);
    let (color, stroke_px) = if is_selected {
        (palette.accent, 2.2)
    } else {
        (palette.line_strong, 0.9)
    };
    items.push(Item::Rect {
        x: left,
        y: top,
        width,
        height,
        radius: 2.0,
        fill: Paint::Solid(palette.surface_canvas),
        stroke: Some(Stroke {
            paint: Paint::Solid(color),
            width: stroke_px,
            dash: Dash::Solid,
        }),
    });
    items.push(block(left, top, EDGE_PX, height, entry.hue));
    let (x, y) = (spot.mark.0 * LETTER_PX, top + TOP_PX);
    if entry.lasts() {
        items.extend(band(entry, x, y, palette));
    }
    entry
        .glyph
        .draw(x, y, palette, palette.surface_canvas, items);
    let mut put = |words: &str, (x, y): (f32, f32), anchor, size, face, color| {
        items.push(text::text(words, x, y, anchor, size, face, color));
    };
    let mut baseline = y + text::cap_height(LETTER_PX) / 2.0;
    for (at, range) in spot.lines.iter().enumerate() {
        let line = entry.line(range.clone(), spot.is_cut && at + 1 == spot.lines.len());
        let at = (x + WORDS_AT_PX, baseline);
        put(
            &line,
            at,
            Anchor::Start,
            LETTER_PX,
            entry.face,
            palette.text_primary,
        );
        baseline += LINE_PX;
    }
    let bottom = top + height - BOTTOM_PX;
    let grade = grade(workspace, entry);
    let grade_px = text::width(&grade, SMALL_PX, Face::SemiBold);
    let date = entry
        .event
        .date
        .as_ref()
        .map_or_else(|| String::from("no date"), |it| it.in_words());
    let room = width - (x - left) - WORDS_AT_PX - RIGHT_PX - grade_px - 6.0;
    let date = text::shorten(&date, SMALL_PX, Face::Regular, room);
    let quiet = palette.text_secondary;
    put(
        &date,
        (x + WORDS_AT_PX, bottom),
        Anchor::Start,
        SMALL_PX,
        Face::Regular,
        quiet,
    );
    put(
        &grade,
        (left + width - RIGHT_PX, bottom),
        Anchor::End,
        SMALL_PX,
        Face::SemiBold,
        quiet,
    );
}

/// The best grade that its sources have, such as "B2"; empty if none is judged.
fn grade(workspace: &Workspace, entry: &MapEntry<'_>) -> String {
    let of = |it: &Citation| {
        let source = workspace.sources.iter().find(|other| other.id == it.source);
        let letter = source?.reliability?;
        let digit = it.credibility?;
        Some(format!("{}{}", letter.word(), digit.word()))
    };
    let citations = workspace.citations_of(Target::Event(entry.event.id));
    citations.filter_map(of).min().unwrap_or_default()
}
