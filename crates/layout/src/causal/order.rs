//! The order of rows within a connected component.

use super::graph::{Edge, Node};

/// Sweeps that pull each node toward the middle of its neighbors.
const SWEEPS: usize = 12;
/// Work allowed for sifting one component, in pairs examined: enough to converge on about fifty nodes, and a limit on
/// the time for more.
const WORK: usize = 6_000_000;

const CROSSING: f32 = 4.0;
const BLOCKED: f32 = 3.0;
const UPWARD: f32 = 0.6;

/// A link as the cost function sees it: vertical at `channel`, then along the effect's row to `reach`.
struct Wire {
    cause: usize,
    effect: usize,
    channel: f32,
    reach: f32,
}

/// The members of `part` from top to bottom.
pub(super) fn order(nodes: &[Node], edges: &[Edge], part: &[usize]) -> Vec<usize> {
    let mut place = vec![usize::MAX; nodes.len()];
    part.iter()
        .enumerate()
        .for_each(|(index, &node)| place[node] = index);
    let wires: Vec<Wire> = edges
        .iter()
        // Links to other lanes exert no pull within this one.
        .filter(|edge| {
            edge.cause != edge.effect
                && place[edge.cause] != usize::MAX
                && place[edge.effect] != usize::MAX
        })
        .map(|edge| wire(nodes, *edge, &place))
        .collect();
    let boxes: Vec<(f32, f32)> = part
        .iter()
        .map(|&node| (nodes[node].left_px - 4.0, nodes[node].right_px + 4.0))
        .collect();
    let mut best: Vec<usize> = (0..part.len()).collect();
    let mut least = cost(&best, &wires, &boxes);
    let mut sweep = best.clone();
    for _ in 0..SWEEPS {
        sweep = barycenter(&sweep, &wires);
        let now = cost(&sweep, &wires, &boxes);
        if now < least {
            (least, best) = (now, sweep.clone());
        }
    }
    sift(&mut best, least, &wires, &boxes);
    best.into_iter().map(|index| part[index]).collect()
}

fn wire(nodes: &[Node], edge: Edge, place: &[usize]) -> Wire {
    let (cause, effect) = (&nodes[edge.cause], &nodes[edge.effect]);
    let straight = cause.x_px <= effect.left_px - 8.0;
    let channel = if straight {
        cause.x_px
    } else {
        cause.left_px.min(effect.left_px) - 10.0
    };
    Wire {
        cause: place[edge.cause],
        effect: place[edge.effect],
        channel,
        reach: effect.left_px,
    }
}

/// Sorts by the mean row of the neighbors; ties keep their order.
fn barycenter(order: &[usize], wires: &[Wire]) -> Vec<usize> {
    let rows = rows_of(order);
    let mut sum = vec![0.0_f32; order.len()];
    let mut count = vec![0.0_f32; order.len()];
    for wire in wires {
        for (here, there) in [(wire.cause, wire.effect), (wire.effect, wire.cause)] {
            sum[here] += rows[there];
            count[here] += 1.0;
        }
    }
    let mean = |node: usize| {
        if count[node] > 0.0 {
            sum[node] / count[node]
        } else {
            rows[node]
        }
    };
    // Half its own row; otherwise two nodes linked only to each other would swap places forever.
    let goal = |node: usize| f32::midpoint(mean(node), rows[node]);
    let mut sorted = order.to_vec();
    sorted.sort_by(|&a, &b| {
        goal(a)
            .total_cmp(&goal(b))
            .then(rows[a].total_cmp(&rows[b]))
    });
    sorted
}

/// Tries every node in every row and keeps what is cheaper, until nothing improves or the work is used up.
fn sift(order: &mut Vec<usize>, mut least: f32, wires: &[Wire], boxes: &[(f32, f32)]) {
    let each = wires.len() * (wires.len() + order.len()) + 1;
    let mut tries = WORK / each;
    loop {
        let before = least;
        for node in 0..order.len() {
            let mut rest = order.clone();
            rest.retain(|&it| it != node);
            let mut best: Option<Vec<usize>> = None;
            for row in 0..order.len() {
                if tries == 0 {
                    break;
                }
                tries -= 1;
                let mut trial = rest.clone();
                trial.insert(row, node);
                let now = cost(&trial, wires, boxes);
                if now < least - 1e-3 {
                    (least, best) = (now, Some(trial));
                }
            }
            if let Some(better) = best {
                *order = better;
            }
        }
        if tries == 0 || least >= before - 1e-3 {
            return;
        }
    }
}

fn rows_of(order: &[usize]) -> Vec<f32> {
    let mut rows = vec![0.0_f32; order.len()];
    let mut row = 0.0;
    for &node in order {
        rows[node] = row;
        row += 1.0;
    }
    rows
}

/// The cost of an order: rows spanned, crossings, boxes in the way, links that run upward.
fn cost(order: &[usize], wires: &[Wire], boxes: &[(f32, f32)]) -> f32 {
    let rows = rows_of(order);
    let mut total = 0.0;
    for (index, wire) in wires.iter().enumerate() {
        let (from, to) = (rows[wire.cause], rows[wire.effect]);
        let (top, bottom) = (from.min(to), from.max(to));
        total += bottom - top + if to < from { UPWARD } else { 0.0 };
        for (node, &(left, right)) in boxes.iter().enumerate() {
            let between = rows[node] > top && rows[node] < bottom;
            if between && left < wire.channel && wire.channel < right {
                total += BLOCKED;
            }
        }
        for other in wires.iter().skip(index + 1) {
            if crosses(wire, other, &rows) || crosses(other, wire, &rows) {
                total += CROSSING;
            }
        }
    }
    total
}

/// Whether the vertical part of `a` crosses the horizontal part of `b`.
fn crosses(a: &Wire, b: &Wire, rows: &[f32]) -> bool {
    if a.effect == b.effect {
        return false;
    }
    let (from, to, level) = (rows[a.cause], rows[a.effect], rows[b.effect]);
    level > from.min(to)
        && level < from.max(to)
        && b.channel + 1.0 < a.channel
        && a.channel < b.reach
}
