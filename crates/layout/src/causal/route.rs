//! The route of each link.
//!
//! Heights are counted in levels here: the gap above row r is 2r, the row itself 2r + 1, the gap below it 2r + 2. Pixels
//! follow once it is known how many links run where.

use super::graph::{Edge, Node, Spacing};
use super::rows::Grid;

/// How a link leaves its cause or reaches its effect.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Way {
    /// Horizontally along the node's row, at the left edge of its box.
    Level,
    /// Vertically from the mark, this far from its middle.
    Upright(f32),
    /// Vertically from the mark to a gap, then horizontally in the gap.
    Gap { level: usize, beside_px: f32 },
}

/// The route of a link.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Route {
    /// From a node to itself: not drawn.
    Nowhere,
    /// From box to box within one row.
    Straight,
    /// Out, along the vertical channel, in.
    Channel {
        exit: Way,
        channel_px: f32,
        entry: Way,
    },
}

/// A vertical or horizontal segment: where it is, and from where to where it runs.
#[derive(Debug, Clone, Copy)]
struct Upright {
    x: f32,
    levels: (usize, usize),
}

#[derive(Debug, Clone, Copy)]
struct Level {
    level: usize,
    from: f32,
    to: f32,
}

const BEND: f32 = 10.0;
const CROSSING: f32 = 45.0;
const GAP: f32 = 26.0;
const PX_PER_LEVEL: f32 = 12.0;
/// Room that an arrowhead needs before its box.
const RUN_IN_PX: f32 = 14.0;

/// The route of every edge, in the order of `edges`; short links choose first.
pub(super) fn routes(nodes: &[Node], edges: &[Edge], grid: &Grid, spacing: &Spacing) -> Vec<Route> {
    let mut sequence: Vec<usize> = (0..edges.len()).collect();
    sequence.sort_by(|&a, &b| {
        let key = |index: usize| {
            let edge = edges[index];
            let apart = (nodes[edge.cause].x_px - nodes[edge.effect].x_px).abs();
            (grid.row[edge.cause].abs_diff(grid.row[edge.effect]), apart)
        };
        let ((rows_a, px_a), (rows_b, px_b)) = (key(a), key(b));
        rows_a
            .cmp(&rows_b)
            .then(px_a.total_cmp(&px_b))
            .then(a.cmp(&b))
    });
    let mut router = Router::new(nodes, grid, spacing);
    let mut routes = vec![Route::Nowhere; edges.len()];
    for index in sequence {
        routes[index] = router.route(edges[index]);
    }
    routes
}

struct Router<'a> {
    nodes: &'a [Node],
    grid: &'a Grid,
    spacing: &'a Spacing,
    uprights: Vec<Upright>,
    levels: Vec<Level>,
    leftmost: f32,
}

impl<'a> Router<'a> {
    fn new(nodes: &'a [Node], grid: &'a Grid, spacing: &'a Spacing) -> Self {
        let leftmost = nodes
            .iter()
            .map(|node| node.left_px)
            .fold(f32::INFINITY, f32::min);
        Self {
            nodes,
            grid,
            spacing,
            uprights: Vec::new(),
            levels: Vec::new(),
            leftmost,
        }
    }

    fn route(&mut self, edge: Edge) -> Route {
        if edge.cause == edge.effect {
            return Route::Nowhere;
        }
        if self.runs_straight(edge) {
            return Route::Straight;
        }
        let mut best: Option<(f32, Route)> = None;
        for route in self.candidates(edge) {
            let floor = best.map_or(f32::INFINITY, |(cost, _)| cost);
            if let Some(cost) = self.cost(edge, route, floor) {
                best = Some((cost, route));
            }
        }
        let route = best.map_or_else(|| self.around(edge), |(_, route)| route);
        let (uprights, levels) = self.pieces(edge, route);
        self.uprights.extend(uprights);
        self.levels.extend(levels);
        route
    }

    /// Whether both are in the same row with nothing between them.
    fn runs_straight(&self, edge: Edge) -> bool {
        let (cause, effect) = (&self.nodes[edge.cause], &self.nodes[edge.effect]);
        let row = self.grid.row[edge.cause];
        let (from, to) = (cause.right_px, effect.left_px);
        row == self.grid.row[edge.effect]
            && to - from >= RUN_IN_PX
            && self.grid.members[row].iter().all(|&it| {
                it == edge.cause
                    || it == edge.effect
                    || self.nodes[it].right_px < from
                    || self.nodes[it].left_px > to
            })
    }

    fn gaps(&self, edge: Edge) -> (usize, usize) {
        let (from, to) = (self.grid.row[edge.cause], self.grid.row[edge.effect]);
        match from.cmp(&to) {
            std::cmp::Ordering::Less => (2 * from + 2, 2 * to),
            std::cmp::Ordering::Equal => (2 * from + 2, 2 * to + 2),
            std::cmp::Ordering::Greater => (2 * from, 2 * to + 2),
        }
    }

    fn beside(&self, node: usize) -> impl Iterator<Item = f32> + use<> {
        let Node {
            x_px,
            left_px,
            right_px,
            ..
        } = self.nodes[node];
        let lane = self.spacing.lane_px;
        [0.0, lane, -lane]
            .into_iter()
            .filter(move |by| x_px + by >= left_px && x_px + by <= right_px)
    }

    fn candidates(&self, edge: Edge) -> Vec<Route> {
        let (cause, effect) = (self.nodes[edge.cause], self.nodes[edge.effect]);
        let (gap_out, gap_in) = self.gaps(edge);
        let mut found = Vec::new();
        for beside_px in self.beside(edge.cause) {
            let channel_px = cause.x_px + beside_px;
            let exit = Way::Upright(beside_px);
            found.push(Route::Channel {
                exit,
                channel_px,
                entry: Way::Level,
            });
            for into in self.beside(edge.effect) {
                let entry = Way::Gap {
                    level: gap_in,
                    beside_px: into,
                };
                found.push(Route::Channel {
                    exit,
                    channel_px,
                    entry,
                });
            }
        }
        for channel_px in self.channels(edge) {
            if channel_px < effect.left_px - RUN_IN_PX + 1.0 {
                if channel_px < cause.left_px {
                    found.push(Route::Channel {
                        exit: Way::Level,
                        channel_px,
                        entry: Way::Level,
                    });
                }
                for beside_px in self.beside(edge.cause) {
                    let exit = Way::Gap {
                        level: gap_out,
                        beside_px,
                    };
                    found.push(Route::Channel {
                        exit,
                        channel_px,
                        entry: Way::Level,
                    });
                }
            }
            let exit = Way::Gap {
                level: gap_out,
                beside_px: 0.0,
            };
            let entry = Way::Gap {
                level: gap_in,
                beside_px: 0.0,
            };
            found.push(Route::Channel {
                exit,
                channel_px,
                entry,
            });
        }
        found
    }

    /// Candidate positions for a vertical segment: left of both ends, and beside the boxes that may be in the way.
    fn channels(&self, edge: Edge) -> Vec<f32> {
        let lane = self.spacing.lane_px;
        let near = self.spacing.clear_px + 2.0;
        let (cause, effect) = (self.nodes[edge.cause], self.nodes[edge.effect]);
        let (top, bottom) = self.between(edge);
        let mut found = Vec::new();
        for start in [cause.left_px.min(effect.left_px), effect.left_px] {
            found.extend(lanes(start - RUN_IN_PX, -lane, 12));
        }
        for row in top..=bottom {
            for &node in &self.grid.members[row] {
                found.extend(lanes(self.nodes[node].left_px - near, -lane, 4));
                found.extend(lanes(self.nodes[node].right_px + near, lane, 3));
            }
        }
        found.sort_by(f32::total_cmp);
        found.dedup_by(|a, b| (*a - *b).abs() < 0.5);
        found
    }

    fn between(&self, edge: Edge) -> (usize, usize) {
        let (a, b) = (self.grid.row[edge.cause], self.grid.row[edge.effect]);
        (a.min(b), a.max(b))
    }

    /// The last resort, always free: through the gaps and around the left of everything.
    fn around(&self, edge: Edge) -> Route {
        let (level_out, level_in) = self.gaps(edge);
        let exit = Way::Gap {
            level: level_out,
            beside_px: 0.0,
        };
        let entry = Way::Gap {
            level: level_in,
            beside_px: 0.0,
        };
        let start = self.leftmost - self.spacing.clear_px - 2.0;
        let at = |channel_px| Route::Channel {
            exit,
            channel_px,
            entry,
        };
        lanes(start, -self.spacing.lane_px, self.uprights.len() + 1)
            .find(|&x| {
                let levels = sorted(level_out, level_in);
                !self.meets_upright(Upright { x, levels })
            })
            .map_or(at(start), at)
    }

    /// The vertical and horizontal segments of a route.
    fn pieces(&self, edge: Edge, route: Route) -> (Vec<Upright>, Vec<Level>) {
        let Route::Channel {
            exit,
            channel_px,
            entry,
        } = route
        else {
            return (Vec::new(), Vec::new());
        };
        let (mut uprights, mut levels) = (Vec::new(), Vec::new());
        let mut ends = [0, 0];
        for (place, (node, way)) in [(edge.cause, exit), (edge.effect, entry)]
            .into_iter()
            .enumerate()
        {
            let row = 2 * self.grid.row[node] + 1;
            ends[place] = row;
            match way {
                Way::Level => levels.push(level(row, channel_px, self.nodes[node].left_px)),
                Way::Upright(_) => {}
                Way::Gap {
                    level: gap,
                    beside_px,
                } => {
                    let x = self.nodes[node].x_px + beside_px;
                    ends[place] = gap;
                    uprights.push(Upright {
                        x,
                        levels: sorted(row, gap),
                    });
                    levels.push(level(gap, channel_px, x));
                }
            }
        }
        uprights.push(Upright {
            x: channel_px,
            levels: sorted(ends[0], ends[1]),
        });
        (uprights, levels)
    }

    /// The cost of a route; `None` if it is blocked or costs at least `floor`.
    fn cost(&self, edge: Edge, route: Route, floor: f32) -> Option<f32> {
        let Route::Channel {
            exit,
            channel_px,
            entry,
        } = route
        else {
            return None;
        };
        if exit_turns_back(exit, entry, channel_px, self.nodes[edge.effect].left_px) {
            return None;
        }
        let (uprights, levels) = self.pieces(edge, route);
        let bends = uprights.len() + levels.len() - 1;
        let gaps = [exit, entry]
            .iter()
            .filter(|way| matches!(way, Way::Gap { .. }))
            .count();
        let mut cost = BEND * count(bends) + GAP * count(gaps);
        cost += levels.iter().map(|it| (it.to - it.from) * 0.5).sum::<f32>();
        let steps: usize = uprights.iter().map(|it| it.levels.1 - it.levels.0).sum();
        cost += PX_PER_LEVEL * count(steps);
        if cost >= floor || self.blocked(edge, &uprights, &levels) {
            return None;
        }
        cost += CROSSING * count(self.crossings(&uprights, &levels));
        (cost < floor).then_some(cost)
    }

    fn blocked(&self, edge: Edge, uprights: &[Upright], levels: &[Level]) -> bool {
        levels.iter().any(|it| self.meets_box(edge, *it))
            || uprights
                .iter()
                .any(|it| self.passes_box(*it) || self.meets_upright(*it))
    }

    /// Whether a horizontal segment in a row hits a box other than its own.
    fn meets_box(&self, edge: Edge, piece: Level) -> bool {
        if piece.level.is_multiple_of(2) {
            return false;
        }
        let clear = self.spacing.clear_px;
        self.grid.members[piece.level / 2].iter().any(|&it| {
            let own = (it == edge.cause || it == edge.effect)
                && (self.nodes[it].left_px - piece.to).abs() < 0.01;
            !own && self.nodes[it].left_px - clear < piece.to
                && piece.from < self.nodes[it].right_px + clear
        })
    }

    /// Whether a vertical segment passes through a box in a row between its ends.
    fn passes_box(&self, piece: Upright) -> bool {
        let clear = self.spacing.clear_px;
        let (top, bottom) = piece.levels;
        (top / 2..=bottom / 2)
            .filter(|row| 2 * row + 1 > top && 2 * row + 1 < bottom)
            .any(|row| {
                self.grid.members[row].iter().any(|&it| {
                    self.nodes[it].left_px - clear < piece.x
                        && piece.x < self.nodes[it].right_px + clear
                })
            })
    }

    fn meets_upright(&self, piece: Upright) -> bool {
        let near = self.spacing.lane_px * 0.9;
        self.uprights.iter().any(|it| {
            (it.x - piece.x).abs() < near
                && it.levels.0 <= piece.levels.1
                && piece.levels.0 <= it.levels.1
        })
    }

    fn crossings(&self, uprights: &[Upright], levels: &[Level]) -> usize {
        let pairs = |uprights: &[Upright], levels: &[Level]| {
            let crossed = |a: &Upright| levels.iter().filter(|b| crosses(*a, **b)).count();
            uprights.iter().map(crossed).sum::<usize>()
        };
        pairs(uprights, &self.levels) + pairs(&self.uprights, levels)
    }
}

/// A link that drops straight from its mark must still reach its effect from the left.
fn exit_turns_back(exit: Way, entry: Way, channel_px: f32, effect_left_px: f32) -> bool {
    matches!((exit, entry), (Way::Upright(_), Way::Level))
        && channel_px > effect_left_px - RUN_IN_PX
}

fn crosses(a: Upright, b: Level) -> bool {
    b.from + 1.0 < a.x && a.x < b.to - 1.0 && a.levels.0 < b.level && b.level < a.levels.1
}

fn lanes(start: f32, step: f32, count: usize) -> impl Iterator<Item = f32> {
    std::iter::successors(Some(start), move |x| Some(x + step)).take(count)
}

fn level(level: usize, a: f32, b: f32) -> Level {
    Level {
        level,
        from: a.min(b),
        to: a.max(b),
    }
}

fn sorted(a: usize, b: usize) -> (usize, usize) {
    (a.min(b), a.max(b))
}

/// A small count as a weight.
fn count(number: usize) -> f32 {
    f32::from(u16::try_from(number).unwrap_or(u16::MAX))
}
