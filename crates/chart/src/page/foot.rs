//! The foot of a sheet: legend, note and numbered sources; page number and a second handling mark.

use scene::{Anchor, Face, Item, text};

use super::mark::{self, mark};
use super::room::{PagePart, Room};
use super::spec::Words;
use crate::marks::rule;
use crate::shift::shift;
use crate::spec::LegendEntry;

const LEGEND_PX: f32 = 10.5;
const LEGEND_LINE_PX: f32 = 18.0;
/// Between two legend entries.
const LEGEND_GAP_PX: f32 = 16.0;
const NOTE_PX: f32 = 10.0;
const NOTE_LINE_PX: f32 = 14.0;

/// Legend, note and sources.
pub(super) fn foot(room: &Room<'_>, legend: &[LegendEntry], words: &Words) -> PagePart {
    let line = room.palette.line_strong;
    let mut part = PagePart {
        items: vec![rule((0.0, 0.5), (room.inner_px(), 0.5), line, 1.0)],
        height: 6.0,
    };
    draw_legend(room, legend, &mut part);
    for (name, words) in [
        ("Note: ", words.note.clone()),
        ("Sources: ", numbered(&words.sources)),
    ] {
        if !words.is_empty() {
            paragraph(room, name, &words, &mut part);
        }
    }
    part
}

fn draw_legend(room: &Room<'_>, legend: &[LegendEntry], part: &mut PagePart) {
    let (inner, mut x) = (room.inner_px(), 0.0);
    for entry in legend {
        let entry_width = entry.width_px(LEGEND_PX);
        if x > 0.0 && x + entry_width > inner {
            (x, part.height) = (0.0, part.height + LEGEND_LINE_PX);
        }
        let middle = part.height + LEGEND_LINE_PX * 0.5;
        part.items
            .extend(entry.mark.iter().cloned().map(|mut item| {
                shift(&mut item, x, middle);
                item
            }));
        let words_x = x + entry.mark_width_px + 6.0;
        let words = text::shorten(&entry.words, LEGEND_PX, Face::Regular, inner - words_x);
        part.items.push(text::text(
            &words,
            words_x,
            middle + text::cap_height(LEGEND_PX) * 0.5,
            Anchor::Start,
            LEGEND_PX,
            Face::Regular,
            room.palette.text_primary,
        ));
        x += entry_width + LEGEND_GAP_PX;
    }
    if !legend.is_empty() {
        part.height += LEGEND_LINE_PX + 6.0;
    }
}

/// "1 Agency report, 9 June; 2 …".
fn numbered(sources: &[String]) -> String {
    let numbered = sources
        .iter()
        .enumerate()
        .map(|(at, source)| format!("{} {source}", at + 1));
    let mut words = numbered.collect::<Vec<_>>().join("; ");
    if !words.is_empty() && !words.ends_with('.') {
        words.push('.');
    }
    words
}

/// A wrapped paragraph that begins with a name in semi-bold.
fn paragraph(room: &Room<'_>, name: &str, words: &str, part: &mut PagePart) {
    let inset = text::width(name, NOTE_PX, Face::SemiBold) + 3.0;
    let color = room.palette.text_secondary;
    let mut put = |words: &str, x: f32, y: f32, face: Face| {
        let baseline = y + NOTE_PX * 0.95;
        let line = text::text(words, x, baseline, Anchor::Start, NOTE_PX, face, color);
        part.items.push(line);
    };
    put(name.trim_end(), 0.0, part.height, Face::SemiBold);
    for line in text::wrap(words, NOTE_PX, Face::Regular, room.inner_px() - inset) {
        put(&line, inset, part.height, Face::Regular);
        part.height += NOTE_LINE_PX;
    }
}

/// The number of a sheet among several on the left, the handling mark on the right; empty if there is neither.
pub(super) fn last_line(
    room: &Room<'_>,
    words: &Words,
    number: Option<(usize, usize)>,
) -> PagePart {
    let mut items: Vec<Item> = Vec::new();
    if !words.handling.is_empty() {
        items.extend(mark(room, &words.handling, room.inner_px(), 6.0).0);
    }
    if let Some((page, of)) = number {
        items.push(text::text(
            &format!("Page {page} of {of}"),
            0.0,
            6.0 + mark::height_px(room) * 0.5 + text::cap_height(NOTE_PX) * 0.5,
            Anchor::Start,
            NOTE_PX,
            Face::Regular,
            room.palette.text_secondary,
        ));
    }
    let height = if items.is_empty() {
        0.0
    } else {
        mark::height_px(room) + 6.0
    };
    PagePart { items, height }
}
