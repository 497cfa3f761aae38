//! From rows and routes to pixels: ports, lanes in the gaps, heights, corners.

use super::graph::{Edge, Node, NodeRow, Placed, Spacing};
use super::route::{Route, Way};
use super::rows::Grid;

/// Computes all pixel positions.
pub(super) fn place(
    nodes: &[Node],
    edges: &[Edge],
    grid: &Grid,
    routes: &[Route],
    spacing: &Spacing,
) -> Placed {
    let ports = Ports::of(edges, grid, routes, nodes.len(), spacing);
    let gaps = Gaps::of(nodes, edges, routes, grid.members.len() + 1, spacing);
    let heights = Heights::of(nodes, grid, &ports, &gaps, spacing);
    let y_px: Vec<f32> = grid
        .row
        .iter()
        .map(|&row| heights.row_middle[row])
        .collect();
    let draw = Draw {
        nodes,
        y_px: &y_px,
        ports: &ports,
        gaps: &gaps,
        heights: &heights,
    };
    let courses = (0..edges.len())
        .map(|index| draw.course(index, edges[index], routes[index]))
        .collect();
    Placed {
        courses,
        height_px: heights.total,
        y_px,
        rows: heights.rows(&grid.number),
    }
}

/// Where links meet the left edges of boxes.
struct Ports {
    /// How far below the middle of the row the exit and the entry of each edge are.
    by_edge: Vec<(f32, f32)>,
    /// How many ports each node has.
    count: Vec<usize>,
}

struct Port {
    edge: usize,
    entry: bool,
    /// -1 where the link comes from above, 1 from below, 0 along the row.
    side: i8,
    channel_px: f32,
}

impl Ports {
    fn of(edges: &[Edge], grid: &Grid, routes: &[Route], nodes: usize, spacing: &Spacing) -> Self {
        let mut lists: Vec<Vec<Port>> = (0..nodes).map(|_| Vec::new()).collect();
        for (index, (edge, route)) in edges.iter().zip(routes).enumerate() {
            let (from, to) = (grid.row[edge.cause], grid.row[edge.effect]);
            match *route {
                Route::Nowhere => {}
                Route::Straight => lists[edge.effect].push(Port {
                    edge: index,
                    entry: true,
                    side: 0,
                    channel_px: 0.0,
                }),
                Route::Channel {
                    exit,
                    channel_px,
                    entry,
                } => {
                    let mut add = |node: usize, entry: bool, side| {
                        lists[node].push(Port {
                            edge: index,
                            entry,
                            side,
                            channel_px,
                        });
                    };
                    if exit == Way::Level {
                        add(edge.cause, false, side(from, to));
                    }
                    if entry == Way::Level {
                        add(edge.effect, true, side(to, from));
                    }
                }
            }
        }
        let mut ports = Self {
            by_edge: vec![(0.0, 0.0); edges.len()],
            count: lists.iter().map(Vec::len).collect(),
        };
        lists
            .iter_mut()
            .for_each(|list| ports.spread(list, spacing.lane_px));
        ports
    }

    /// Links from above at the top, the one with the nearest channel topmost; from below likewise. So links to the same
    /// node never cross each other just before it.
    fn spread(&mut self, list: &mut [Port], lane_px: f32) {
        list.sort_by(|a, b| {
            let nearest_outside = if a.side <= 0 {
                b.channel_px.total_cmp(&a.channel_px)
            } else {
                a.channel_px.total_cmp(&b.channel_px)
            };
            a.side
                .cmp(&b.side)
                .then(nearest_outside)
                .then(a.edge.cmp(&b.edge))
        });
        let mut offset = -lane_px * to_f32(list.len().saturating_sub(1)) / 2.0;
        for port in list.iter() {
            let ends = &mut self.by_edge[port.edge];
            if port.entry {
                ends.1 = offset;
            } else {
                ends.0 = offset;
            }
            offset += lane_px;
        }
    }
}

fn side(here: usize, there: usize) -> i8 {
    match there.cmp(&here) {
        std::cmp::Ordering::Less => -1,
        std::cmp::Ordering::Equal => 0,
        std::cmp::Ordering::Greater => 1,
    }
}

/// Lanes for the horizontal segments of links in gaps.
struct Gaps {
    /// Lane of each edge's exit and entry, where it has one.
    by_edge: Vec<(usize, usize)>,
    /// How many lanes each gap has.
    count: Vec<usize>,
    lane_px: f32,
}

impl Gaps {
    fn of(
        nodes: &[Node],
        edges: &[Edge],
        routes: &[Route],
        gaps: usize,
        spacing: &Spacing,
    ) -> Self {
        let mut wanted: Vec<(usize, f32, f32, usize, bool)> = Vec::new();
        for (index, (edge, route)) in edges.iter().zip(routes).enumerate() {
            let Route::Channel {
                exit,
                channel_px,
                entry,
            } = *route
            else {
                continue;
            };
            for (node, way, is_entry) in [(edge.cause, exit, false), (edge.effect, entry, true)] {
                if let Way::Gap { level, beside_px } = way {
                    let x = nodes[node].x_px + beside_px;
                    wanted.push((
                        level / 2,
                        x.min(channel_px),
                        x.max(channel_px),
                        index,
                        is_entry,
                    ));
                }
            }
        }
        wanted.sort_by(|a, b| (a.0, a.3).cmp(&(b.0, b.3)).then(a.1.total_cmp(&b.1)));
        let mut taken: Vec<Vec<Vec<(f32, f32, usize)>>> = vec![Vec::new(); gaps];
        let mut by_edge = vec![(0, 0); edges.len()];
        for (gap, from, to, edge, is_entry) in wanted {
            // The two horizontal segments of one link in one gap share a lane: they are one line.
            let free = |lane: &Vec<(f32, f32, usize)>| {
                lane.iter()
                    .all(|&(a, b, of)| of == edge || b + 4.0 < from || to + 4.0 < a)
            };
            let lanes = &mut taken[gap];
            let lane = lanes.iter().position(free).unwrap_or_else(|| {
                lanes.push(Vec::new());
                lanes.len() - 1
            });
            lanes[lane].push((from, to, edge));
            if is_entry {
                by_edge[edge].1 = lane;
            } else {
                by_edge[edge].0 = lane;
            }
        }
        Self {
            by_edge,
            count: taken.iter().map(Vec::len).collect(),
            lane_px: spacing.lane_px,
        }
    }
}

/// Heights of rows and gaps.
struct Heights {
    row_middle: Vec<f32>,
    row_height: Vec<f32>,
    /// Where the first lane of each gap is.
    gap_first: Vec<f32>,
    total: f32,
}

impl Heights {
    fn of(nodes: &[Node], grid: &Grid, ports: &Ports, gaps: &Gaps, spacing: &Spacing) -> Self {
        let mut at = 0.0;
        let mut heights = Self {
            row_middle: Vec::new(),
            row_height: Vec::new(),
            gap_first: Vec::new(),
            total: 0.0,
        };
        for row in 0..=grid.members.len() {
            let lanes = to_f32(gaps.count[row]) * spacing.lane_px;
            let inner = row > 0 && row < grid.members.len();
            let part = if inner && grid.first_of_part.contains(&row) {
                spacing.part_gap_px
            } else {
                0.0
            };
            let plain = if inner { spacing.row_gap_px } else { 0.0 };
            heights
                .gap_first
                .push(at + f32::midpoint(plain + part, spacing.lane_px));
            at += plain + part + lanes;
            if let Some(members) = grid.members.get(row) {
                let height = members
                    .iter()
                    .map(|&node| room(nodes, ports, node, spacing))
                    .fold(0.0, f32::max);
                heights.row_middle.push(at + height / 2.0);
                heights.row_height.push(height);
                at += height;
            }
        }
        heights.total = at;
        heights
    }

    fn rows(&self, numbers: &[f32]) -> Vec<NodeRow> {
        let rows = self.row_middle.iter().zip(&self.row_height).zip(numbers);
        let row = |((middle, height), number): ((&f32, &f32), &f32)| NodeRow {
            number: *number,
            top_px: middle - height / 2.0,
            bottom_px: middle + height / 2.0,
        };
        rows.map(row).collect()
    }
}

/// Height of a node's row: its box, or its ports if they need more.
fn room(nodes: &[Node], ports: &Ports, node: usize, spacing: &Spacing) -> f32 {
    let spread = to_f32(ports.count[node].saturating_sub(1)) * spacing.lane_px;
    nodes[node].height_px.max(spread + 2.0 * spacing.lane_px)
}

struct Draw<'a> {
    nodes: &'a [Node],
    y_px: &'a [f32],
    ports: &'a Ports,
    gaps: &'a Gaps,
    heights: &'a Heights,
}

impl Draw<'_> {
    fn course(&self, index: usize, edge: Edge, route: Route) -> Vec<(f32, f32)> {
        match route {
            Route::Nowhere => Vec::new(),
            Route::Straight => {
                let y = self.y_px[edge.effect] + self.ports.by_edge[index].1;
                vec![
                    (self.nodes[edge.cause].right_px, y),
                    (self.nodes[edge.effect].left_px, y),
                ]
            }
            Route::Channel {
                exit,
                channel_px,
                entry,
            } => {
                let (out, into) = self.ports.by_edge[index];
                let (lane_out, lane_in) = self.gaps.by_edge[index];
                let mut points = self.end(edge.cause, exit, channel_px, out, lane_out);
                let mut last = self.end(edge.effect, entry, channel_px, into, lane_in);
                last.reverse();
                points.extend(last);
                straighten(&mut points);
                points
            }
        }
    }

    /// The corners from a node to the channel.
    fn end(
        &self,
        node: usize,
        way: Way,
        channel_px: f32,
        port: f32,
        lane: usize,
    ) -> Vec<(f32, f32)> {
        let Node { x_px, left_px, .. } = self.nodes[node];
        let y = self.y_px[node];
        match way {
            Way::Level => vec![(left_px, y + port), (channel_px, y + port)],
            Way::Upright(_) => vec![(channel_px, y)],
            Way::Gap { level, beside_px } => {
                let lane_y = self.heights.gap_first[level / 2] + to_f32(lane) * self.gaps.lane_px;
                vec![
                    (x_px + beside_px, y),
                    (x_px + beside_px, lane_y),
                    (channel_px, lane_y),
                ]
            }
        }
    }
}

/// Removes corners where the direction does not change.
fn straighten(points: &mut Vec<(f32, f32)>) {
    let same = |a: f32, b: f32| (a - b).abs() < 0.01;
    points.dedup_by(|a, b| same(a.0, b.0) && same(a.1, b.1));
    let mut index = 1;
    while index + 1 < points.len() {
        let (before, here, after) = (points[index - 1], points[index], points[index + 1]);
        let upright = same(before.0, here.0) && same(here.0, after.0);
        let level = same(before.1, here.1) && same(here.1, after.1);
        if upright || level {
            points.remove(index);
        } else {
            index += 1;
        }
    }
}

/// A small count as a length in pixels.
fn to_f32(number: usize) -> f32 {
    f32::from(u16::try_from(number).unwrap_or(u16::MAX))
}
