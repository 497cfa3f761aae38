//! A column of blocks one below the other: what acts above what is acted on, arrows in the corridors between neighbors,
//! and tracks beside the column for lines that pass a block.

use scene::Anchor;

use super::area::Area;
use super::block::{Form, Size};
use super::content::Content;
use super::corridor::Corridor;
use super::label::{Detail, Label};
use super::letters::Letters;
use super::placed::{Route, Seat};

/// From the end of an arrow to the block.
const CLEAR_PX: f32 = 3.0;
/// From a track to its label, and on to the next track.
const BESIDE_PX: f32 = 9.0;
/// Width of a label beside a track, in letters.
const TRACK_LETTERS: f32 = 9.0;
/// At most so many tracks beside each other.
const MOST_TRACKS: usize = 3;
/// Blocks grow by at most this much where there is room.
const GROWS_PX: f32 = 30.0;
/// How much of spare height a corridor without lines gets, compared with one that has some.
const EMPTY_SHARE: f32 = 0.45;

/// Where blocks stand in the width of their column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Align {
    Left,
    Middle,
    Right,
}

impl Align {
    fn left_px(self, width_px: f32, room_px: f32) -> f32 {
        let spare = room_px - width_px;
        match self {
            Self::Left => 0.0,
            Self::Middle => spare / 2.0,
            Self::Right => spare,
        }
    }
}

/// A line that passes a block: its rows, its track and its label.
#[derive(Debug, Clone, PartialEq)]
struct Passing {
    line: usize,
    /// Rows of its first and last block.
    rows: (usize, usize),
    track: usize,
    label: Label,
}

/// A column before it has a height.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Column {
    blocks: Vec<usize>,
    sizes: Vec<Size>,
    /// Left edge and width of each block, in the column.
    spans: Vec<(f32, f32)>,
    /// Between each block and the next.
    corridors: Vec<Corridor>,
    passing: Vec<Passing>,
    /// Room for each track with its labels, from the column outward.
    tracks_px: Vec<f32>,
    width_px: f32,
}

/// The rules for a column.
pub(super) struct Rules<'a> {
    pub(super) letters: &'a Letters,
    pub(super) align: Align,
    /// Its width without tracks.
    pub(super) width_px: f32,
    /// No block is narrower.
    pub(super) least_px: f32,
    /// The partners of each block in words, if blocks name them.
    pub(super) partners: &'a dyn Fn(usize) -> String,
}

impl Column {
    /// The column of these blocks in this order; `None` if there is no room for its lines.
    pub(super) fn of(content: &Content<'_>, blocks: Vec<usize>, rules: &Rules<'_>) -> Option<Self> {
        let sizes: Vec<Size> = blocks
            .iter()
            .map(|it| {
                let words = (rules.partners)(*it);
                Size::of(
                    &content.blocks[*it],
                    &words,
                    rules.letters,
                    rules.width_px,
                    Form::Full,
                )
            })
            .collect();
        let span = |size: &Size| {
            let width = size.width_px.max(rules.least_px).min(rules.width_px);
            (rules.align.left_px(width, rules.width_px), width)
        };
        let spans: Vec<(f32, f32)> = sizes.iter().map(span).collect();
        let row = |block: usize| blocks.iter().position(|it| *it == block);
        let rows = |line: usize| {
            let it = &content.lines[line];
            row(it.from).zip(row(it.to))
        };
        let mut corridors = Vec::new();
        for upper in 0..blocks.len().saturating_sub(1) {
            let is_here = |line: &usize| {
                rows(*line).is_some_and(|it| it.0.min(it.1) == upper && it.0.abs_diff(it.1) == 1)
            };
            let lines: Vec<usize> = (0..content.lines.len()).filter(is_here).collect();
            let (one, other) = (spans[upper], spans[upper + 1]);
            let overlap = (one.0.max(other.0), (one.0 + one.1).min(other.0 + other.1));
            let reach = (0.0, rules.width_px);
            corridors.push(Corridor::of(
                content,
                &lines,
                overlap,
                reach,
                rules.letters,
            )?);
        }
        let passes = |line: &usize| rows(*line).is_some_and(|it| it.0.abs_diff(it.1) > 1);
        let passing: Vec<usize> = (0..content.lines.len()).filter(passes).collect();
        let passing = passing.iter().filter_map(|it| Some((*it, rows(*it)?)));
        let (passing, tracks_px) = tracks(content, passing.collect(), rules.letters)?;
        Some(Self {
            blocks,
            sizes,
            spans,
            corridors: with_room(corridors, &passing),
            passing,
            tracks_px,
            width_px: rules.width_px,
        })
    }

    /// Width of all tracks.
    pub(super) fn tracks_px(&self) -> f32 {
        self.tracks_px.iter().sum()
    }

    /// The least height.
    pub(super) fn least_px(&self) -> f32 {
        let blocks: f32 = self.sizes.iter().map(|it| it.height_px).sum();
        let corridors: f32 = self.corridors.iter().map(|it| it.height_px).sum();
        blocks + corridors
    }

    /// The column with its left edge at `left`, without tracks, spread over this height.
    pub(super) fn place(
        &self,
        content: &Content<'_>,
        left: f32,
        height_px: f32,
        is_outer_left: bool,
    ) -> (Vec<Seat>, Vec<Route>) {
        let seats = self.seats(left, height_px);
        let mut routes = Vec::new();
        for (upper, corridor) in self.corridors.iter().enumerate() {
            let (top, bottom) = (seats[upper].area.bottom(), seats[upper + 1].area.top);
            for arrow in &corridor.arrows {
                let x = left + arrow.x;
                let label = arrow.label.clone();
                let label_top = f32::midpoint(top, bottom) - label.height_px / 2.0;
                let (label_x, anchor) = (left + label.at.0, label.anchor);
                let mut points = vec![(x, top + CLEAR_PX), (x, bottom - CLEAR_PX)];
                if content.lines[arrow.line].from != self.blocks[upper] {
                    points.reverse();
                }
                routes.push(Route {
                    line: arrow.line,
                    points,
                    cut: None,
                    label: Some(label.put(label_x, label_top, anchor)),
                });
            }
        }
        routes.extend(self.passing_routes(&seats, left, is_outer_left));
        (seats, routes)
    }

    fn seats(&self, left: f32, height_px: f32) -> Vec<Seat> {
        let spare = (height_px - self.least_px()).max(0.0);
        let count = self.blocks.len().max(1) as f32;
        let grows = (spare * 0.4 / count).min(GROWS_PX);
        let share = |it: &Corridor| {
            if it.arrows.is_empty() {
                EMPTY_SHARE
            } else {
                1.0
            }
        };
        let shares: f32 = self.corridors.iter().map(share).sum();
        let rest = spare - grows * count;
        let each = if shares > 0.0 { rest / shares } else { 0.0 };
        let mut y = if shares > 0.0 { 0.0 } else { rest / 2.0 };
        let mut seats = Vec::new();
        for (at, block) in self.blocks.iter().enumerate() {
            let (x, width) = self.spans[at];
            let height = self.sizes[at].height_px + grows;
            seats.push(Seat {
                block: *block,
                area: Area {
                    left: left + x,
                    top: y,
                    width,
                    height,
                },
                size: self.sizes[at].clone(),
                is_left: true,
            });
            y += height;
            y += self
                .corridors
                .get(at)
                .map_or(0.0, |it| it.height_px + each * share(it));
        }
        seats
    }

    /// Lines beside the column, from the side of one block to that of another.
    fn passing_routes(&self, seats: &[Seat], left: f32, is_outer_left: bool) -> Vec<Route> {
        let right = left + self.width_px;
        let route = |it: &Passing| {
            let out: f32 = self.tracks_px[..=it.track].iter().sum();
            let (from, to) = (self.port(seats, it, true), self.port(seats, it, false));
            let (x, sign, anchor) = if is_outer_left {
                (left - out, 1.0, Anchor::Start)
            } else {
                (right + out, -1.0, Anchor::End)
            };
            let side = |row: usize| {
                let area = &seats[row].area;
                if is_outer_left {
                    area.left
                } else {
                    area.right()
                }
            };
            let points = vec![
                (side(it.rows.0), from),
                (x, from),
                (x, to),
                (side(it.rows.1) - sign * CLEAR_PX, to),
            ];
            let upper = it.beside();
            let middle = f32::midpoint(seats[upper].area.bottom(), seats[upper + 1].area.top);
            let label = it.label.clone();
            let top = middle - label.height_px / 2.0;
            Route {
                line: it.line,
                points,
                cut: None,
                label: Some(label.put(x + sign * BESIDE_PX, top, anchor)),
            }
        };
        self.passing.iter().map(route).collect()
    }

    /// The height at which a line leaves or enters a block: lines to blocks above enter above those to blocks below, the
    /// outer tracks nearest to the middle of the block.
    fn port(&self, seats: &[Seat], passing: &Passing, is_start: bool) -> f32 {
        let row = if is_start {
            passing.rows.0
        } else {
            passing.rows.1
        };
        let mut here: Vec<(bool, i64, usize)> = Vec::new();
        for it in &self.passing {
            let (from, to) = it.rows;
            for (end, other) in [(from, to), (to, from)] {
                if end == row {
                    let is_down = other > row;
                    let track = it.track as i64;
                    here.push((is_down, if is_down { -track } else { track }, it.line));
                }
            }
        }
        here.sort_unstable();
        let at = here.iter().position(|it| it.2 == passing.line).unwrap_or(0);
        let area = &seats[row].area;
        area.top + area.height * (at as f32 + 1.0) / (here.len() as f32 + 1.0)
    }
}

/// The labels of lines that pass blocks, each with a track on which it meets no other; short lines inside. `None` if there
/// are too many.
fn tracks(
    content: &Content<'_>,
    mut lines: Vec<(usize, (usize, usize))>,
    letters: &Letters,
) -> Option<(Vec<Passing>, Vec<f32>)> {
    lines.sort_by_key(|(line, rows)| (rows.0.abs_diff(rows.1), rows.0.min(rows.1), *line));
    let mut passing: Vec<Passing> = Vec::new();
    let mut tracks_px: Vec<f32> = Vec::new();
    for (line, rows) in lines {
        let room_px = TRACK_LETTERS * letters.text_px;
        let label = Label::of(&content.lines[line], letters, room_px, Detail::Full);
        let (first, last) = (rows.0.min(rows.1), rows.0.max(rows.1));
        let meets = |it: &Passing| {
            let (one, other) = (it.rows.0.min(it.rows.1), it.rows.0.max(it.rows.1));
            one <= last && first <= other
        };
        let taken = passing.iter().filter(|it| meets(it)).map(|it| it.track);
        let track = taken.max().map_or(0, |it| it + 1);
        if track >= MOST_TRACKS {
            return None;
        }
        let wide = label.width_px + 2.0 * BESIDE_PX;
        match tracks_px.get_mut(track) {
            Some(it) => *it = it.max(wide),
            None => tracks_px.push(wide),
        }
        passing.push(Passing {
            line,
            rows,
            track,
            label,
        });
    }
    Some((passing, tracks_px))
}

/// Corridors high enough for the labels beside them.
fn with_room(mut corridors: Vec<Corridor>, passing: &[Passing]) -> Vec<Corridor> {
    for it in passing {
        if let Some(corridor) = corridors.get_mut(it.beside()) {
            corridor.height_px = corridor.height_px.max(it.label.height_px + 4.0);
        }
    }
    corridors
}

impl Passing {
    /// The corridor beside which its label stands, where no line of another track comes in.
    fn beside(&self) -> usize {
        let (first, last) = (self.rows.0.min(self.rows.1), self.rows.0.max(self.rows.1));
        usize::midpoint(first, last - 1)
    }
}
