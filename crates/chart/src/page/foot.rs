//! The foot of a sheet: legend, note and numbered sources; page number and a second handling mark.

use scene::{Anchor, Face, Item, text};

use super::mark::{self, mark};
use super::room::{PagePart, Room};
use super::sources::{LINE_PX, Setting, TEXT_PX};
use super::spec::Words;
use super::{legend, sources};
use crate::marks::rule;
use crate::shift::shift;
use crate::spec::LegendEntry;

/// Between a name and its text.
const NAME_GAP_PX: f32 = 5.0;
/// Between note and sources and a mark at their right.
const MARK_GAP_PX: f32 = 16.0;
/// Between the rule, the legend, and note and sources.
const GAP_PX: f32 = 4.0;

/// What a foot says.
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    pub(super) legend: &'a [LegendEntry],
    pub(super) note: &'a str,
    pub(super) cited: &'a [String],
    /// The handling mark, if it stands at the right of note and sources; empty if it has a line of its own.
    pub(super) mark: &'a str,
}

/// Legend, note and sources; what is empty takes no room.
pub(super) fn foot(room: &Room<'_>, said: Said<'_>, setting: Setting) -> PagePart {
    let Said {
        legend,
        note,
        cited,
        mark,
    } = said;
    let mut part = PagePart::default();
    if !legend.is_empty() {
        part.append(legend::legend(room.palette, legend, room.inner_px()));
        part.height += GAP_PX;
    }
    let mut least_px = part.height;
    let inset_px = inset_px(!cited.is_empty());
    let mut width_px = room.inner_px() - inset_px;
    if !mark.is_empty() {
        width_px -= mark::width_px(room, mark) + MARK_GAP_PX;
        least_px += mark::height_px(room);
    }
    if !note.is_empty() {
        named(
            room,
            "Note:",
            paragraph(room, note, width_px),
            inset_px,
            &mut part,
        );
    }
    if !cited.is_empty() {
        let block = sources::sources(room.palette, cited, width_px, setting);
        named(room, "Sources:", block, inset_px, &mut part);
    }
    if part.items.is_empty() {
        return part;
    }
    part.items.iter_mut().for_each(|it| shift(it, 0.0, GAP_PX));
    part.items.push(separator(room));
    part.height = part.height.max(least_px) + GAP_PX;
    part
}

/// The sources by themselves, for a page of their own.
pub(super) fn sources_apart(room: &Room<'_>, cited: &[String]) -> PagePart {
    let mut part = PagePart {
        items: vec![separator(room)],
        height: GAP_PX,
    };
    let inset_px = inset_px(true);
    let block = sources::listed(room.palette, cited, room.inner_px() - inset_px);
    named(room, "Sources:", block, inset_px, &mut part);
    part
}

fn separator(room: &Room<'_>) -> Item {
    let line = room.palette.line_strong;
    rule((0.0, 0.5), (room.inner_px(), 0.5), line, 1.0)
}

/// Where the text of note and sources begins, so that both are aligned.
fn inset_px(has_sources: bool) -> f32 {
    let name = if has_sources { "Sources:" } else { "Note:" };
    text::width(name, TEXT_PX, Face::SemiBold) + NAME_GAP_PX
}

/// A block of text with its name in semi-bold at the left.
fn named(room: &Room<'_>, name: &str, mut block: PagePart, inset_px: f32, part: &mut PagePart) {
    block
        .items
        .iter_mut()
        .for_each(|it| shift(it, inset_px, 0.0));
    block.items.push(text::text(
        name,
        0.0,
        TEXT_PX * 0.95,
        Anchor::Start,
        TEXT_PX,
        Face::SemiBold,
        room.palette.text_secondary,
    ));
    part.append(block);
}

fn paragraph(room: &Room<'_>, words: &str, width_px: f32) -> PagePart {
    let lines = text::wrap(words, TEXT_PX, Face::Regular, width_px);
    let items = lines.iter().enumerate();
    PagePart {
        items: items
            .map(|(at, words)| sources::line(room.palette, words, 0.0, at))
            .collect(),
        height: lines.len() as f32 * LINE_PX,
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
            6.0 + mark::height_px(room) * 0.5 + text::cap_height(TEXT_PX) * 0.5,
            Anchor::Start,
            TEXT_PX,
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
