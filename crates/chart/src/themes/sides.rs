//! The chart as one or two columns of blocks with their partners between them: parts on two sides, what acts above.

use super::arrange::{ordered, parts};
use super::bands::Partners;
use super::block::{Form, Size, partner_words};
use super::clear::is_clear;
use super::column::{Align, Column, Rules};
use super::content::Content;
use super::letters::Letters;
use super::placed::Placed;

/// A part with more blocks has too many lines that pass others.
const MOST_IN_PART: usize = 12;
/// No block is lower than this, in lines.
const LEAST_LINES: f32 = 4.0;
/// A chart narrower than this has one column, in letters.
const TWO_LETTERS: f32 = 42.0;
/// A chart narrower than this has no column of partners, in letters.
const PARTNERS_LETTERS: f32 = 30.0;
/// Between a column and the partners: a share of the width, at least and at most.
const BETWEEN: (f32, f32, f32) = (0.07, 46.0, 120.0);
/// Between two columns without partners.
const APART_PX: f32 = 48.0;
/// A column has at least this many letters in a line.
const COLUMN_LETTERS: f32 = 11.0;
/// How much of its width a single column fills at least.
const ALONE: f32 = 0.6;
/// A comfortable distance is so much larger than the least, for each block.
const COMFORT_PX: f32 = 16.0;
/// Of two columns none gets less than this share of the width.
const LEAST_SHARE: f32 = 0.4;
/// Actors that a block names if they are not drawn.
const NAMED: usize = 3;

/// The blocks that are kept, placed in this room; `None` if they do not fit in this form.
pub(super) fn sides(
    content: &Content<'_>,
    kept: &[usize],
    (width_px, height_px): (f32, f32),
    letters: &Letters,
) -> Option<Placed> {
    let parts = parts(content, kept);
    let least_px = (LEAST_LINES * letters.line_px()) * kept.len() as f32 / 2.0;
    let is_long = parts.iter().any(|it| it.len() > MOST_IN_PART);
    if is_long || least_px > height_px {
        return None;
    }
    let is_wide = width_px >= TWO_LETTERS * letters.text_px;
    let count = if is_wide && parts.len() > 1 { 2 } else { 1 };
    let partners = (width_px >= PARTNERS_LETTERS * letters.text_px)
        .then(|| Partners::of(content, kept, letters))
        .flatten();
    let sides = shared(content, &parts, count, width_px);
    let middle_px = partners.as_ref().map_or(0.0, |it| it.width_px);
    let between_px = match (&partners, count) {
        (Some(_), _) => (width_px * BETWEEN.0).clamp(BETWEEN.1, BETWEEN.2),
        (None, 2) => APART_PX / 2.0,
        (None, _) => 0.0,
    };
    let room_px = width_px
        - middle_px
        - between_px
            * if partners.is_some() && count == 1 {
                1.0
            } else {
                2.0
            };
    let words = |block: usize| match &partners {
        Some(_) => String::new(),
        None => partner_words(content, block, NAMED),
    };
    let align = |at: usize| match (&partners, count, at) {
        (None, 1, _) => Align::Middle,
        (_, _, 0) => Align::Right,
        _ => Align::Left,
    };
    let shares = shares(content, &sides, letters);
    let column = |at: usize, tracks_px: f32| {
        let own_px = (room_px - tracks_px) * shares[at];
        let rules = Rules {
            letters,
            align: align(at),
            width_px: own_px,
            least_px: if count == 1 { own_px * ALONE } else { 0.0 },
            partners: &words,
        };
        let is_wide = own_px >= COLUMN_LETTERS * letters.text_px;
        let made = is_wide.then(|| Column::of(content, sides[at].clone(), &rules));
        made.flatten().map(|it| (it, own_px))
    };
    let all = |tracks_px: f32| -> Option<Vec<(Column, f32)>> {
        (0..count).map(|at| column(at, tracks_px)).collect()
    };
    // Tracks do not depend on the width of the columns.
    let tracks_px: f32 = all(0.0)?.iter().map(|it| it.0.tracks_px()).sum();
    let columns = all(tracks_px)?;
    let least = columns.iter().map(|it| it.0.least_px()).fold(0.0, f32::max);
    if least > height_px {
        return None;
    }
    let mut placed = Placed {
        names_partners: partners.is_none(),
        needed_px: least + COMFORT_PX * kept.len() as f32 / count as f32,
        ..Placed::default()
    };
    put_columns(content, &columns, (width_px, height_px), &mut placed);
    if let Some(partners) = partners {
        let inner = columns[0].0.tracks_px() + columns[0].1;
        let left = inner + between_px;
        (placed.partners, placed.bands) =
            partners.place(content, &placed.blocks, left, height_px, letters);
    }
    is_clear(content, &placed).then_some(placed)
}

/// The first column at the left edge, the second at the right.
fn put_columns(
    content: &Content<'_>,
    columns: &[(Column, f32)],
    (width_px, height_px): (f32, f32),
    placed: &mut Placed,
) {
    for (at, (column, own_px)) in columns.iter().enumerate() {
        let is_left = at == 0;
        let left = if is_left {
            column.tracks_px()
        } else {
            width_px - own_px - column.tracks_px()
        };
        let (seats, routes) = column.place(content, left, height_px, is_left);
        placed.blocks.extend(seats.into_iter().map(|mut it| {
            it.is_left = is_left;
            it
        }));
        placed.routes.extend(routes);
    }
}

/// The parts on one or two sides, each part in its order: a part with a pinned block on the side of the pin, the others
/// where there is less.
fn shared(
    content: &Content<'_>,
    parts: &[Vec<usize>],
    count: usize,
    width_px: f32,
) -> Vec<Vec<usize>> {
    let mut sides: Vec<Vec<usize>> = vec![Vec::new(); count];
    for part in parts {
        let pin = part.iter().find_map(|it| content.blocks[*it].pin);
        let fewer = usize::from(count == 2 && sides[1].len() < sides[0].len());
        let side = match pin {
            Some((x, _)) if count == 2 => usize::from(x > width_px / 2.0),
            _ => fewer,
        };
        sides[side].extend(ordered(content, part));
    }
    sides
}

/// Which share of the width each column gets: as much more than the other as its widest block needs, within bounds.
fn shares(content: &Content<'_>, sides: &[Vec<usize>], letters: &Letters) -> Vec<f32> {
    let widest = |blocks: &Vec<usize>| {
        let sizes = blocks.iter().map(|it| {
            let block = &content.blocks[*it];
            Size::of(block, "", letters, f32::MAX, Form::Full).width_px
        });
        sizes.fold(0.0, f32::max)
    };
    match sides {
        [one, other] => {
            let (one, other) = (widest(one), widest(other));
            let first = (one / (one + other).max(1.0)).clamp(LEAST_SHARE, 1.0 - LEAST_SHARE);
            vec![first, 1.0 - first]
        }
        _ => vec![1.0],
    }
}
