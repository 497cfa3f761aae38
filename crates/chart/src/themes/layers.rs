//! The chart in layers, for parts that are too large for one column: what acts stands above or left of what is acted on,
//! lines run between the layers, each interrupted for its label.

use layout::layered::{self, Effort, Spacing};
use scene::Anchor;

use super::area::{Area, Point};
use super::block::{Form, Size, partner_words};
use super::clear::is_clear;
use super::content::Content;
use super::label::{Detail, Label};
use super::letters::Letters;
use super::placed::{Placed, Route, Seat};

/// Between blocks, and between layers.
const GAPS_PX: (f32, f32) = (18.0, 26.0);
/// Around a label.
const AROUND_PX: f32 = 4.0;
/// Width of a label and of a block at most, in letters.
const LABEL_LETTERS: f32 = 9.5;
const BLOCK_LETTERS: f32 = 15.0;
/// The same for blocks of one line.
const LINE_LETTERS: f32 = 22.0;
/// How much of the room blocks and labels may take at most, with the gaps around them.
const FULLEST: f32 = 0.8;
/// Widest line: layers have many lines side by side.
const WIDEST_PX: f32 = 5.0;
/// Room for a line at the side of a block.
const LANE_PX: f32 = 7.0;
/// From the end of an arrow to the block.
const CLEAR_PX: f32 = 3.0;
/// Between lines at a side of a block at most, and from its corners.
const PORT_PX: f32 = 16.0;
const CORNER_PX: f32 = 8.0;
/// Partners that a block names.
const NAMED: usize = 2;

/// How much is drawn: the form of blocks, the detail of labels, and how many lines for each block, the strongest first.
const WAYS: [(Form, Detail, f32); 8] = [
    (Form::Full, Detail::Full, f32::INFINITY),
    (Form::Marks, Detail::Full, f32::INFINITY),
    (Form::Marks, Detail::Number, f32::INFINITY),
    (Form::Bare, Detail::Full, f32::INFINITY),
    (Form::Bare, Detail::Number, f32::INFINITY),
    (Form::Line, Detail::Number, f32::INFINITY),
    (Form::Line, Detail::Number, 2.0),
    (Form::Line, Detail::Number, 1.3),
];
/// With more lines than this for each block not all are tried: they could not be told apart.
const MOST_LINES: f32 = 3.0;

/// The blocks that are kept, placed in this room with as much as fits; `None` if not even a few lines do.
pub(super) fn layers(
    content: &Content<'_>,
    kept: &[usize],
    room: (f32, f32),
    letters: &Letters,
) -> Option<Placed> {
    WAYS.into_iter()
        .find_map(|way| in_way(content, kept, room, letters, way))
}

/// Whether the blocks that are kept fit in the way that shows least of each.
pub(super) fn fit(
    content: &Content<'_>,
    kept: &[usize],
    room: (f32, f32),
    letters: &Letters,
) -> bool {
    in_way(content, kept, room, letters, WAYS[WAYS.len() - 1]).is_some()
}

fn in_way(
    content: &Content<'_>,
    kept: &[usize],
    room: (f32, f32),
    letters: &Letters,
    (form, detail, share): (Form, Detail, f32),
) -> Option<Placed> {
    let mut kept = kept.to_vec();
    kept.sort_unstable();
    let lines = strongest(content, &kept);
    if share.is_infinite() && lines.len() as f32 > MOST_LINES * kept.len() as f32 {
        return None;
    }
    let count = (share * kept.len() as f32).min(lines.len() as f32) as usize;
    let mut drawn = lines[..count].to_vec();
    drawn.sort_unstable();
    let layers = Layers {
        content,
        kept: &kept,
        sizes: sizes(content, &kept, room.0, letters, form),
        labels: labels(content, &drawn, letters, detail),
        lines: drawn,
        names_partners: form == Form::Full,
    };
    let flows = if room.0 > room.1 * 1.2 {
        [Flow::Right, Flow::Down]
    } else {
        [Flow::Down, Flow::Right]
    };
    flows.into_iter().find_map(|flow| layers.place(room, flow))
}

/// The direction from what acts to what is acted on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Flow {
    Right,
    Down,
}

impl Flow {
    /// A point or a size, across the flow and along it; and back.
    fn turned(self, (x, y): (f32, f32)) -> (f32, f32) {
        match self {
            Self::Down => (x, y),
            Self::Right => (y, x),
        }
    }

    fn area(self, area: &Area) -> Area {
        let (left, top) = self.turned((area.left, area.top));
        let (width, height) = self.turned((area.width, area.height));
        Area {
            left,
            top,
            width,
            height,
        }
    }
}

/// The lines between the blocks that are kept, those of most claims first.
fn strongest(content: &Content<'_>, kept: &[usize]) -> Vec<usize> {
    let has = |block: usize| kept.binary_search(&block).is_ok();
    let mut lines: Vec<usize> = (0..content.lines.len())
        .filter(|at| has(content.lines[*at].from) && has(content.lines[*at].to))
        .collect();
    lines.sort_by_key(|at| std::cmp::Reverse(content.lines[*at].claims.len()));
    lines
}

fn sizes(
    content: &Content<'_>,
    kept: &[usize],
    width_px: f32,
    letters: &Letters,
    form: Form,
) -> Vec<Size> {
    let most = match form {
        Form::Line => LINE_LETTERS,
        Form::Full | Form::Marks | Form::Bare => BLOCK_LETTERS,
    };
    let most_px = (most * letters.text_px).min(width_px);
    let size = |block: &usize| {
        let words = partner_words(content, *block, NAMED);
        Size::of(&content.blocks[*block], &words, letters, most_px, form)
    };
    kept.iter().map(size).collect()
}

/// The label of each line; a number says nothing of a single claim, for the line does.
fn labels(
    content: &Content<'_>,
    lines: &[usize],
    letters: &Letters,
    detail: Detail,
) -> Vec<Option<Label>> {
    let room_px = LABEL_LETTERS * letters.text_px;
    let label = |at: &usize| {
        let line = &content.lines[*at];
        let says = detail == Detail::Full || line.claims.len() > 1;
        says.then(|| Label::of(line, letters, room_px, detail))
    };
    lines.iter().map(label).collect()
}

struct Layers<'a> {
    content: &'a Content<'a>,
    kept: &'a [usize],
    sizes: Vec<Size>,
    lines: Vec<usize>,
    /// The label of each line, if it has one.
    labels: Vec<Option<Label>>,
    names_partners: bool,
}

/// An end of a line at a block.
struct End {
    /// Which block, and whether below it.
    side: (usize, bool),
    /// Where the line bends, across the flow.
    bend: f32,
    /// Which line, and whether it starts here.
    line: (usize, bool),
}

/// Where a course goes that begins straight: across the flow, its first corner that is not.
fn bend(course: &[Point]) -> f32 {
    let first = course.first().map_or(0.0, |it| it.0);
    let aside = course.iter().find(|it| (it.0 - first).abs() > 0.01);
    aside.map_or(first, |it| it.0)
}

impl Layers<'_> {
    /// Laid out, and spread over the room if it fits.
    fn place(&self, room: (f32, f32), flow: Flow) -> Option<Placed> {
        let areas: Vec<(f32, f32)> = (0..self.kept.len())
            .map(|at| self.grown(at, flow))
            .collect();
        if self.filled_px2(&areas) > FULLEST * room.0 * room.1 {
            return None;
        }
        let node = |it: &(f32, f32)| {
            let (width_px, height_px) = flow.turned(*it);
            layered::Node {
                width_px,
                height_px,
            }
        };
        let nodes: Vec<layered::Node> = areas.iter().map(node).collect();
        let edge = |(at, label): (&usize, &Option<Label>)| {
            let line = &self.content.lines[*at];
            let around = 2.0 * AROUND_PX;
            let room = |it: &Label| flow.turned((it.width_px + around, it.height_px + around));
            Some(layered::Edge {
                from: self.place_of(line.from)?,
                to: self.place_of(line.to)?,
                label: label.as_ref().map(room),
            })
        };
        let edges = self.lines.iter().zip(&self.labels).filter_map(edge);
        let edges: Vec<layered::Edge> = edges.collect();
        let (across_px, along_px) = flow.turned(room);
        let spacing = Spacing {
            node_gap_px: GAPS_PX.0,
            layer_gap_px: GAPS_PX.1,
            aspect: across_px / along_px.max(1.0),
        };
        let laid = layered::lay(&nodes, &edges, &spacing, Effort::Steady);
        if laid.width_px > across_px || laid.height_px > along_px {
            return None;
        }
        let spread = Spread {
            x: across_px / laid.width_px.max(1.0),
            y: along_px / laid.height_px.max(1.0),
        };
        let placed = self.placed(&laid, &areas, &spread, flow);
        is_clear(self.content, &placed).then_some(placed)
    }

    /// The size of a block, grown so that its lines have room beside each other at the side where they leave or enter.
    fn grown(&self, at: usize, flow: Flow) -> (f32, f32) {
        let block = self.kept[at];
        let lines = || self.lines.iter().map(|it| &self.content.lines[*it]);
        let leave = lines().filter(|it| it.from == block).count();
        let enter = lines().filter(|it| it.to == block).count();
        let needed = LANE_PX * leave.max(enter) as f32 + 2.0 * CORNER_PX;
        let size = (self.sizes[at].width_px, self.sizes[at].height_px);
        let (across, along) = flow.turned(size);
        flow.turned((across.max(needed), along))
    }

    /// What blocks and labels fill, with the gaps around them.
    fn filled_px2(&self, areas: &[(f32, f32)]) -> f32 {
        let with_gap = |(width, height): (f32, f32)| (width + GAPS_PX.0) * (height + GAPS_PX.1);
        let blocks: f32 = areas.iter().map(|it| with_gap(*it)).sum();
        let labels = self.labels.iter().flatten();
        let labels: f32 = labels.map(|it| with_gap((it.width_px, it.height_px))).sum();
        blocks + labels
    }

    fn place_of(&self, block: usize) -> Option<usize> {
        self.kept.binary_search(&block).ok()
    }

    /// How far from the middle of its two blocks each line leaves and enters: lines of one side stand beside each other, in
    /// the order of where they come from or go to.
    fn ports(&self, laid: &layered::Placed, areas: &[(f32, f32)], flow: Flow) -> Vec<(f32, f32)> {
        let mut ports = vec![(0.0, 0.0); self.lines.len()];
        let mut ends: Vec<End> = Vec::new();
        for (at, line) in self.lines.iter().enumerate() {
            let of = &self.content.lines[*line];
            let Some((from, to)) = self.place_of(of.from).zip(self.place_of(of.to)) else {
                continue;
            };
            let is_below = laid.center_px[to].1 >= laid.center_px[from].1;
            let course = &laid.courses[at];
            let mut back = course.clone();
            back.reverse();
            ends.push(End {
                side: (from, is_below),
                bend: bend(course),
                line: (at, true),
            });
            ends.push(End {
                side: (to, !is_below),
                bend: bend(&back),
                line: (at, false),
            });
        }
        ends.sort_by(|a, b| {
            let bends = a.bend.total_cmp(&b.bend);
            a.side.cmp(&b.side).then(bends).then(a.line.cmp(&b.line))
        });
        for side in ends.chunk_by(|a, b| a.side == b.side) {
            let room_px = (flow.turned(areas[side[0].side.0]).0 - 2.0 * CORNER_PX).max(0.0);
            // A line that runs straight to its label stays in the middle.
            let straight = side.iter().position(|it| self.is_straight(laid, it.line));
            let middle = straight.map_or((side.len() as f32 - 1.0) / 2.0, |it| it as f32);
            let most = middle.max(side.len() as f32 - 1.0 - middle).max(0.5);
            let step = (room_px / 2.0 / most).min(PORT_PX);
            for (place, end) in side.iter().enumerate() {
                let (at, is_start) = end.line;
                let port = step * (place as f32 - middle);
                if is_start {
                    ports[at].0 = port;
                } else {
                    ports[at].1 = port;
                }
            }
        }
        ports
    }

    /// Whether a line runs straight from a block, at its start or its end, to its label or past it.
    fn is_straight(&self, laid: &layered::Placed, (at, is_start): (usize, bool)) -> bool {
        let course = &laid.courses[at];
        let ends = match course.as_slice() {
            [first, second, ..] if is_start => Some((*first, *second)),
            [.., second, first] if !is_start => Some((*first, *second)),
            _ => None,
        };
        ends.zip(laid.labels[at])
            .is_some_and(|((first, second), label)| {
                (first.0 - second.0).abs() < 0.01
                    && (label.1 - first.1) * (label.1 - second.1) < 0.0
            })
    }

    fn placed(
        &self,
        laid: &layered::Placed,
        areas: &[(f32, f32)],
        spread: &Spread,
        flow: Flow,
    ) -> Placed {
        let seat = |at: usize| {
            let size = &self.sizes[at];
            let (x, y) = flow.turned(spread.point(laid.center_px[at]));
            Seat {
                block: self.kept[at],
                area: Area {
                    left: x - areas[at].0 / 2.0,
                    top: y - areas[at].1 / 2.0,
                    width: areas[at].0,
                    height: areas[at].1,
                },
                size: size.clone(),
                is_left: true,
            }
        };
        let seats: Vec<Seat> = (0..self.kept.len()).map(seat).collect();
        let ports = self.ports(laid, areas, flow);
        let route = |(at, line): (usize, &usize)| {
            let of = &self.content.lines[*line];
            let (from, to) = self.place_of(of.from).zip(self.place_of(of.to))?;
            let sides = (flow.area(&seats[from].area), flow.area(&seats[to].area));
            let is_below = laid.center_px[to].1 >= laid.center_px[from].1;
            let ends = [
                (sides.0, ports[at].0, is_below),
                (sides.1, ports[at].1, !is_below),
            ];
            let points = spread.course(&laid.courses[at], &ends);
            let label = self.labels[at]
                .as_ref()
                .zip(laid.labels[at])
                .map(|(label, place)| {
                    let (x, y) = flow.turned(spread.point(place));
                    label
                        .clone()
                        .put(x, y - label.height_px / 2.0, Anchor::Middle)
                });
            Some(Route {
                line: *line,
                points: points.into_iter().map(|it| flow.turned(it)).collect(),
                cut: label.as_ref().map(Label::cut),
                widest_px: WIDEST_PX,
                label,
            })
        };
        let routes = self.lines.iter().enumerate().filter_map(route).collect();
        let (_, needed_px) = flow.turned((laid.width_px, laid.height_px));
        Placed {
            blocks: seats,
            routes,
            names_partners: self.names_partners,
            needed_px,
            ..Placed::default()
        }
    }
}

/// Stretches the distances between blocks across and along the flow; the blocks keep their size.
struct Spread {
    x: f32,
    y: f32,
}

impl Spread {
    fn point(&self, (x, y): Point) -> Point {
        (x * self.x, y * self.y)
    }

    /// The course of a line, its ends moved to the edges of its blocks: given for each end are the block, how far across
    /// its side from the middle the line stands, and whether the line is below it.
    fn course(&self, corners: &[Point], ends: &[(Area, f32, bool); 2]) -> Vec<Point> {
        let count = corners.len();
        if count < 2 {
            return Vec::new();
        }
        let mut inner: Vec<Point> = corners[1..count - 1]
            .iter()
            .map(|it| self.point(*it))
            .collect();
        let mut outer: Vec<Point> = Vec::new();
        let places = [(0, 1, 0.0), (count - 1, count - 2, CLEAR_PX)];
        for ((end, next, clear), (area, port, is_below)) in places.into_iter().zip(ends) {
            let (edge, sign) = if *is_below {
                (area.bottom(), 1.0)
            } else {
                (area.top, -1.0)
            };
            let x = area.middle().0 + port;
            let is_straight = (corners[next].0 - corners[end].0).abs() < 0.01;
            if is_straight && count > 2 {
                // What runs straight on from the block goes on doing so.
                let at = if end == 0 { 0 } else { inner.len() - 1 };
                inner[at].0 = x;
            }
            outer.push((x, edge + sign * clear));
        }
        inner.insert(0, outer[0]);
        inner.push(outer[1]);
        inner
    }
}
