//! The chart of themes or actors: claims between entries, drawn as lines between what the entries belong to, or as a
//! matrix.
//!
//! A block is as wide as it has entries and shows a mark for each; a line is as wide as it has claims and says what they
//! claim and what they rest on. What takes part in the entries (actors beside themes, themes beside actors) stands between
//! the blocks, with bands that say in how many entries. Letters never shrink: what has no room is left out, the least
//! important first, and counted.

mod area;
mod arrange;
mod bands;
mod block;
mod claims;
mod clear;
mod column;
mod content;
mod corridor;
mod counts;
mod draw;
mod drawn;
mod fade;
mod label;
mod layers;
mod legend;
mod letters;
mod matrix;
mod placed;
mod room;
mod sides;
#[cfg(test)]
mod tests;

use model::Workspace;
use scene::{Anchor, Face, Palette, text};

use crate::map::Map;
use crate::shift::shift;
use crate::spec::{Picture, ThemesSpec};
use content::Content;
use counts::Counts;
use drawn::Drawn;
use letters::{Letters, lines_of};
use placed::Placed;
use room::Room;

/// Layers with more blocks than this are not tried: their lines could not be told apart.
const MOST_IN_LAYERS: usize = 40;

/// The chart of themes or actors of `workspace` as requested by `spec`.
#[must_use]
pub fn themes(workspace: &Workspace, spec: &ThemesSpec<'_>) -> Picture {
    let palette = Palette::of(spec.look.theme);
    let content = Content::of(workspace, spec, palette);
    let letters = Letters::of(&spec.look);
    let mut drawn = Drawn::default();
    let room = Room::of(&spec.look, spec.at, |size| {
        drawn = if content.blocks.is_empty() {
            nothing(&letters, palette)
        } else if spec.matrix {
            matrix::matrix(workspace, &content, size, &letters, spec, palette)
        } else {
            chart(&content, size, &letters, spec, palette)
        };
        drawn.is_complete
    });
    let Drawn {
        map,
        legend,
        counts,
        needed_px,
        ..
    } = drawn;
    let picture = map.picture(&spec.look, Some(room.at), legend, spec.shown.len());
    room.seen(picture, needed_px, counts)
}

fn nothing(letters: &Letters, palette: &Palette) -> Drawn {
    let words = "None of the entries shown has a theme or an actor.";
    let (face, size) = (Face::Regular, letters.text_px);
    let color = palette.text_secondary;
    let mut map = Map::default();
    map.items.push(text::text(
        words,
        0.0,
        14.0,
        Anchor::Start,
        size,
        face,
        color,
    ));
    Drawn {
        map,
        needed_px: 20.0,
        is_complete: true,
        ..Drawn::default()
    }
}

fn chart(
    content: &Content<'_>,
    (width_px, height_px): (f32, f32),
    letters: &Letters,
    spec: &ThemesSpec<'_>,
    palette: &Palette,
) -> Drawn {
    let mut map = Map::default();
    // On a page the counts are part of the note.
    let head_px = if spec.look.is_page {
        0.0
    } else {
        2.0 * letters.line_px()
    };
    let placed = placed(content, (width_px, height_px - head_px), letters);
    let counts = Counts::of(content, &placed);
    draw::draw(content, &placed, letters, palette, &mut map);
    if !spec.look.is_page {
        lower(&mut map, head_px);
        heading(
            &counts.heading(content),
            width_px,
            letters,
            palette,
            &mut map,
        );
    }
    Drawn {
        legend: legend::entries(content, &placed, palette),
        counts: counts.sentences(content),
        needed_px: placed.needed_px + head_px,
        is_complete: counts.blocks == content.blocks.len()
            && counts.claims == counts::claims(content).0,
        map,
    }
}

/// Moves everything down.
fn lower(map: &mut Map, by_px: f32) {
    map.items.iter_mut().for_each(|it| shift(it, 0.0, by_px));
    map.hits.iter_mut().for_each(|it| it.y += by_px);
}

/// What is drawn and what is counted, on one line above the chart.
fn heading(
    (first, second): &(String, String),
    width_px: f32,
    letters: &Letters,
    palette: &Palette,
    map: &mut Map,
) {
    let (first, _) = lines_of(first, letters.text_px, Face::SemiBold, width_px, 1);
    let Some(first) = first.first() else { return };
    let (size, baseline) = (letters.text_px, letters.line_px() * 0.75);
    let mut put = |words: &str, x: f32, face: Face| {
        let color = if face == Face::SemiBold {
            palette.text_primary
        } else {
            palette.text_secondary
        };
        map.items.push(text::text(
            words,
            x,
            baseline,
            Anchor::Start,
            size,
            face,
            color,
        ));
    };
    put(first, 0.0, Face::SemiBold);
    let x = letters.width(first, Face::SemiBold) + letters.text_px;
    if x + letters.width(second, Face::Regular) <= width_px {
        put(second, x, Face::Regular);
    }
}

/// As many blocks as have room, the most important ones: in columns if they fit, else in layers.
fn placed(content: &Content<'_>, room: (f32, f32), letters: &Letters) -> Placed {
    let ranked = content.by_importance();
    let most = most_that_fit(ranked.len(), |count| {
        let kept = &ranked[..count];
        sides::sides(content, kept, room, letters).is_some()
            || (count <= MOST_IN_LAYERS && layers::fit(content, kept, room, letters))
    });
    let kept = &ranked[..most];
    sides::sides(content, kept, room, letters)
        .or_else(|| layers::layers(content, kept, room, letters))
        .unwrap_or_default()
}

/// The largest number up to `all` that fits, found by halving, as if more never fit where fewer do not; at least 1.
fn most_that_fit(all: usize, fits: impl Fn(usize) -> bool) -> usize {
    if all <= 1 || fits(all) {
        return all;
    }
    let (mut low, mut high) = (1, all);
    while high - low > 1 {
        let middle = usize::midpoint(low, high);
        if fits(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}
