//! The chart in layers, for parts that are too large for one column: what acts stands above or left of what is acted on,
//! lines run between the layers, each interrupted for its label.

use layout::layered::{self, Effort, Spacing};
use scene::Anchor;

use super::area::{Area, Point};
use super::block::{Form, Size, partner_words};
use super::content::Content;
use super::label::{Detail, Label};
use super::letters::Letters;
use super::placed::{Placed, Route, Seat};

/// Between blocks, and between layers.
const GAPS_PX: (f32, f32) = (18.0, 16.0);
/// Around a label.
const AROUND_PX: f32 = 4.0;
/// Width of a label and of a block at most, in letters.
const LABEL_LETTERS: f32 = 9.5;
const BLOCK_LETTERS: f32 = 15.0;
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
    let mut kept = kept.to_vec();
    kept.sort_unstable();
    let lines = strongest(content, &kept);
    WAYS.into_iter().find_map(|(form, detail, share)| {
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
    })
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
    let most_px = (BLOCK_LETTERS * letters.text_px).min(width_px);
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

/// Where a course goes that begins straight: across the flow, its first corner that is not.
fn bend(course: &[Point]) -> f32 {
    let first = course.first().map_or(0.0, |it| it.0);
    let aside = course.iter().find(|it| (it.0 - first).abs() > 0.01);
    aside.map_or(first, |it| it.0)
}

impl Layers<'_> {
    /// Laid out, and spread over the room if it fits.
    fn place(&self, room: (f32, f32), flow: Flow) -> Option<Placed> {
        let node = |it: &Size| {
            let (width_px, height_px) = flow.turned((it.width_px, it.height_px));
            layered::Node {
                width_px,
                height_px,
            }
        };
        let nodes: Vec<layered::Node> = self.sizes.iter().map(node).collect();
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
        Some(self.placed(&laid, &spread, flow))
    }

    fn size_of(&self, at: usize) -> (f32, f32) {
        (self.sizes[at].width_px, self.sizes[at].height_px)
    }

    fn place_of(&self, block: usize) -> Option<usize> {
        self.kept.binary_search(&block).ok()
    }

    /// How far from the middle of its two blocks each line leaves and enters: lines of one side stand beside each other, in
    /// the order of where they come from or go to.
    fn ports(&self, laid: &layered::Placed, flow: Flow) -> Vec<(f32, f32)> {
        let mut ports = vec![(0.0, 0.0); self.lines.len()];
        // Side of a block, then where the line bends, then which line and which of its ends.
        let mut ends: Vec<((usize, bool), f32, (usize, bool))> = Vec::new();
        for (at, line) in self.lines.iter().enumerate() {
            let of = &self.content.lines[*line];
            let Some((from, to)) = self.place_of(of.from).zip(self.place_of(of.to)) else {
                continue;
            };
            let is_below = laid.center_px[to].1 >= laid.center_px[from].1;
            let course = &laid.courses[at];
            let mut back = course.clone();
            back.reverse();
            ends.push(((from, is_below), bend(course), (at, true)));
            ends.push(((to, !is_below), bend(&back), (at, false)));
        }
        ends.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
        for side in ends.chunk_by(|a, b| a.0 == b.0) {
            let width_px = flow.turned(self.size_of(side[0].0.0)).0;
            let room_px = (width_px - 2.0 * CORNER_PX).max(0.0);
            let step = (room_px / side.len() as f32).min(PORT_PX);
            for (place, (_, _, (at, is_start))) in side.iter().enumerate() {
                let port = step * (place as f32 - (side.len() as f32 - 1.0) / 2.0);
                if *is_start {
                    ports[*at].0 = port;
                } else {
                    ports[*at].1 = port;
                }
            }
        }
        ports
    }

    fn placed(&self, laid: &layered::Placed, spread: &Spread, flow: Flow) -> Placed {
        let seat = |at: usize| {
            let size = &self.sizes[at];
            let (x, y) = flow.turned(spread.point(laid.center_px[at]));
            Seat {
                block: self.kept[at],
                area: Area {
                    left: x - size.width_px / 2.0,
                    top: y - size.height_px / 2.0,
                    width: size.width_px,
                    height: size.height_px,
                },
                size: size.clone(),
                is_left: true,
            }
        };
        let seats: Vec<Seat> = (0..self.kept.len()).map(seat).collect();
        let ports = self.ports(laid, flow);
        let route = |(at, line): (usize, &usize)| {
            let of = &self.content.lines[*line];
            let (from, to) = self.place_of(of.from).zip(self.place_of(of.to))?;
            let areas = (flow.area(&seats[from].area), flow.area(&seats[to].area));
            let is_below = laid.center_px[to].1 >= laid.center_px[from].1;
            let ends = [
                (areas.0, ports[at].0, is_below),
                (areas.1, ports[at].1, !is_below),
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
        let mut points: Vec<Point> = corners.iter().map(|it| self.point(*it)).collect();
        let count = points.len();
        if count < 2 {
            return points;
        }
        let places = [(0, 1, 0.0), (count - 1, count - 2, CLEAR_PX)];
        for ((end, next, clear), (area, port, is_below)) in places.into_iter().zip(ends) {
            let x = area.middle().0 + port;
            let y = if *is_below {
                area.bottom() + clear
            } else {
                area.top - clear
            };
            // What runs straight on from the block goes on doing so.
            let is_straight = (corners[next].0 - corners[end].0).abs() < 0.01;
            if is_straight && count > 2 {
                points[next].0 = x;
            }
            points[end] = (x, y);
        }
        points
    }
}
