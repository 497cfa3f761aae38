//! The time-aligned layout on foreign graphs with dates drawn from a seed, beside rows that are filled as they come. Nobody
//! else has a benchmark for this: times follow a topological order, so that every link leads forward.

use std::path::Path;

use api::{Fault, FaultCode};
use layout::causal::{Edge, Node, Placed, Spacing, lay, lay_as_they_come};
use serde_json::{Value, json};

use super::{no_file, timed};

/// Room of a mark with its label.
const LABEL_PX: f32 = 100.0;
const HEIGHT_PX: f32 = 17.0;
/// Between two events on average.
const APART_PX: f32 = 34.0;

/// A graph as the harness has it.
#[derive(serde::Deserialize)]
struct Graph {
    n: usize,
    edges: Vec<(usize, usize)>,
}

/// What is measured of one way of laying out.
#[derive(Debug, Default, serde::Serialize)]
struct Measured {
    graphs: usize,
    crossings: usize,
    through_boxes: usize,
    length_px: f64,
    bends: usize,
    height_px: f64,
    /// Events above which another one stands once the last event is taken away, of all.
    moved_percent: f64,
    ms: f64,
    #[serde(skip)]
    moved: usize,
    #[serde(skip)]
    events: usize,
}

/// Measures both ways on the graphs of `input`, a line of JSON each.
///
/// # Errors
/// [`FaultCode::File`], or [`FaultCode::BadArgument`] when a line is not a graph.
pub fn causal(input: &Path) -> Result<Value, Fault> {
    let text = std::fs::read_to_string(input).map_err(|it| no_file(&it))?;
    let (mut ours, mut greedy) = (Measured::default(), Measured::default());
    let mut chance = 7;
    for line in text.lines() {
        let graph: Graph = serde_json::from_str(line)
            .map_err(|it| Fault::new(FaultCode::BadArgument, format!("No graph: {it}")))?;
        let nodes = nodes(&graph, &mut chance);
        let edge = |&(cause, effect): &(usize, usize)| Edge { cause, effect };
        let edges: Vec<Edge> = graph.edges.iter().map(edge).collect();
        ours.add(&nodes, &edges, lay);
        greedy.add(&nodes, &edges, lay_as_they_come);
    }
    Ok(json!({ "ours": ours.done(), "as they come": greedy.done() }))
}

/// Nodes in time: each later than all that lead to it, as far apart as chance has it.
fn nodes(graph: &Graph, chance: &mut u64) -> Vec<Node> {
    let mut waiting = vec![0_usize; graph.n];
    graph.edges.iter().for_each(|it| waiting[it.1] += 1);
    let mut ready: Vec<usize> = (0..graph.n).filter(|it| waiting[*it] == 0).collect();
    let mut x_px = vec![0.0; graph.n];
    let mut at = 0.0;
    while !ready.is_empty() {
        let node = ready.swap_remove((draw(chance) % ready.len() as u64) as usize);
        at += APART_PX * 2.0 * (draw(chance) % 1000) as f32 / 1000.0;
        x_px[node] = at;
        for &(_, to) in graph.edges.iter().filter(|it| it.0 == node) {
            waiting[to] -= 1;
            if waiting[to] == 0 {
                ready.push(to);
            }
        }
    }
    let node = |x_px: f32| Node {
        x_px,
        left_px: x_px - 11.0,
        right_px: x_px + 17.0 + LABEL_PX,
        height_px: HEIGHT_PX,
        keep_px: (x_px - 11.0, x_px + 17.0 + LABEL_PX),
    };
    x_px.into_iter().map(node).collect()
}

/// Marsaglia's xorshift, from a fixed seed.
fn draw(chance: &mut u64) -> u64 {
    *chance ^= *chance << 13;
    *chance ^= *chance >> 7;
    *chance ^= *chance << 17;
    *chance
}

impl Measured {
    fn add(
        &mut self,
        nodes: &[Node],
        edges: &[Edge],
        lay: impl Fn(&[Node], &[Edge], &Spacing) -> Placed,
    ) {
        let (placed, ms) = timed(|| lay(nodes, edges, &Spacing::default()));
        self.graphs += 1;
        self.ms += ms;
        self.crossings += crossings(&placed);
        self.through_boxes += through_boxes(nodes, edges, &placed);
        self.height_px += f64::from(placed.height_px);
        for course in &placed.courses {
            self.bends += course.len().saturating_sub(2);
            let pieces = course.windows(2);
            self.length_px += pieces.map(|it| f64::from(length(it))).sum::<f64>();
        }
        self.without_the_last(nodes, edges, &placed, lay);
    }

    /// Lays out again without the event that comes last, and counts what then stands under another one.
    fn without_the_last(
        &mut self,
        nodes: &[Node],
        edges: &[Edge],
        placed: &Placed,
        lay: impl Fn(&[Node], &[Edge], &Spacing) -> Placed,
    ) {
        let last = (0..nodes.len()).max_by(|a, b| nodes[*a].x_px.total_cmp(&nodes[*b].x_px));
        let Some(last) = last else { return };
        let rest: Vec<Edge> = edges
            .iter()
            .filter(|it| it.cause != last && it.effect != last)
            .map(|it| Edge {
                cause: it.cause - usize::from(it.cause > last),
                effect: it.effect - usize::from(it.effect > last),
            })
            .collect();
        let mut fewer = nodes.to_vec();
        fewer.remove(last);
        let mut before = lay(&fewer, &rest, &Spacing::default()).y_px;
        before.insert(last, f32::NAN);
        self.events += nodes.len() - 1;
        let others = (0..nodes.len()).filter(|it| *it != last);
        self.moved += others
            .filter(|it| above(&placed.y_px, *it, last) != above(&before, *it, last))
            .count();
    }

    fn done(mut self) -> Self {
        self.moved_percent = 100.0 * self.moved as f64 / self.events.max(1) as f64;
        self
    }
}

/// The row next above that of an event, by the first event in it; the last event does not count.
fn above(y_px: &[f32], of: usize, last: usize) -> Option<usize> {
    let higher = (0..y_px.len()).filter(|it| *it != last && y_px[*it] < y_px[of]);
    higher.min_by(|a, b| y_px[*b].total_cmp(&y_px[*a]).then(a.cmp(b)))
}

fn length(piece: &[(f32, f32)]) -> f32 {
    (piece[1].0 - piece[0].0).hypot(piece[1].1 - piece[0].1)
}

/// How often pieces of two links cross.
fn crossings(placed: &Placed) -> usize {
    let mut count = 0;
    for (at, one) in placed.courses.iter().enumerate() {
        for other in &placed.courses[at + 1..] {
            for a in one.windows(2) {
                count += other.windows(2).filter(|b| cross(a, b)).count();
            }
        }
    }
    count
}

fn cross(a: &[(f32, f32)], b: &[(f32, f32)]) -> bool {
    let side = |p: (f32, f32), q: (f32, f32), r: (f32, f32)| {
        f64::from(q.0 - p.0) * f64::from(r.1 - p.1) - f64::from(q.1 - p.1) * f64::from(r.0 - p.0)
    };
    side(a[0], a[1], b[0]) * side(a[0], a[1], b[1]) < -1e-6
        && side(b[0], b[1], a[0]) * side(b[0], b[1], a[1]) < -1e-6
}

/// How many links run through the box of an event that is not theirs; pieces are level or upright.
fn through_boxes(nodes: &[Node], edges: &[Edge], placed: &Placed) -> usize {
    let inside = |piece: &[(f32, f32)], node: usize| {
        let (low, high) = (piece[0].0.min(piece[1].0), piece[0].0.max(piece[1].0));
        let (top, bottom) = (piece[0].1.min(piece[1].1), piece[0].1.max(piece[1].1));
        let (it, y) = (&nodes[node], placed.y_px[node]);
        let half = it.height_px / 2.0 - 1.0;
        low < it.right_px - 1.0 && high > it.left_px + 1.0 && top < y + half && bottom > y - half
    };
    let runs_through = |(edge, course): &(&Edge, &Vec<(f32, f32)>)| {
        let mut others = (0..nodes.len()).filter(|it| *it != edge.cause && *it != edge.effect);
        others.any(|node| course.windows(2).any(|piece| inside(piece, node)))
    };
    edges
        .iter()
        .zip(&placed.courses)
        .filter(runs_through)
        .count()
}
