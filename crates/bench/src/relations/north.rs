//! The North DAGs (Di Battista, Garg, Liotta, Tamassia, Tassinari and Vargiu 1997), laid out in layers: crossings, lines
//! through boxes, time.

use std::path::Path;

use api::Fault;
use layout::layered::{Edge, Effort, Node, Placed, Spacing, lay};

use super::table::Row;
use crate::{no_file, timed};

const BOX_PX: (f32, f32) = (100.0, 30.0);
const MOST_CROSSINGS: usize = 56_000;
const MOST_MS: f64 = 500.0;

/// A graph: how many nodes, and its links.
struct Graph {
    nodes: usize,
    edges: Vec<(usize, usize)>,
}

/// Lays out every graph of `folder`, which has a GraphML file for each.
///
/// # Errors
/// [`api::FaultCode::File`].
pub(super) fn north(folder: &Path) -> Result<Vec<Row>, Fault> {
    let mut files = Vec::new();
    for file in std::fs::read_dir(folder).map_err(|it| no_file(&it))? {
        files.push(file.map_err(|it| no_file(&it))?.path());
    }
    files.sort();
    let (mut count, mut crossed, mut through, mut total_ms) = (0, 0, 0, 0.0);
    for file in files
        .iter()
        .filter(|it| it.extension().is_some_and(|it| it == "graphml"))
    {
        let graph = read(&std::fs::read_to_string(file).map_err(|it| no_file(&it))?);
        let node = Node {
            width_px: BOX_PX.0,
            height_px: BOX_PX.1,
        };
        let edge = |&(from, to): &(usize, usize)| Edge {
            from,
            to,
            label: None,
        };
        let nodes = vec![node; graph.nodes];
        let edges: Vec<Edge> = graph.edges.iter().map(edge).collect();
        let (placed, ms) = timed(|| lay(&nodes, &edges, &Spacing::default(), Effort::Steady));
        count += 1;
        total_ms += ms;
        crossed += crossings(&placed);
        through += through_boxes(&graph, &placed);
    }
    let what = |of: &str| format!("North, {count} graphs: {of}");
    Ok(vec![
        Row::barred(
            &what("crossings"),
            crossed.to_string(),
            "at most 56,000",
            crossed <= MOST_CROSSINGS,
        ),
        Row::barred(
            &what("links through boxes"),
            through.to_string(),
            "0",
            through == 0,
        ),
        Row::barred(
            &what("layout"),
            format!("{total_ms:.0} ms"),
            "at most 500 ms",
            total_ms <= MOST_MS,
        ),
    ])
}

/// What a GraphML file holds, as far as this set has it: a tag a line.
fn read(text: &str) -> Graph {
    let value = |line: &'_ str, name: &str| -> Option<String> {
        let rest = line.split(&format!("{name}=\"")).nth(1)?;
        rest.split('"').next().map(str::to_owned)
    };
    let tags = |of: &'static str| text.lines().filter(move |it| it.trim_start().starts_with(of));
    let ids: Vec<String> = tags("<node ").filter_map(|it| value(it, "id")).collect();
    let end = |line: &str, name: &str| {
        let id = value(line, name)?;
        ids.iter().position(|it| *it == id)
    };
    let edges = tags("<edge ").filter_map(|it| end(it, "source").zip(end(it, "target")));
    let edges = edges.collect();
    Graph {
        nodes: ids.len(),
        edges,
    }
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
    side(a[0], a[1], b[0]) * side(a[0], a[1], b[1]) < -1e-9
        && side(b[0], b[1], a[0]) * side(b[0], b[1], a[1]) < -1e-9
}

/// How many links run through the box of a node that is not theirs.
fn through_boxes(graph: &Graph, placed: &Placed) -> usize {
    let meets = |course: &[(f32, f32)], node: usize| {
        let (x, y) = placed.center_px[node];
        let half = (BOX_PX.0 / 2.0 - 1.0, BOX_PX.1 / 2.0 - 1.0);
        let area = [x - half.0, y - half.1, x + half.0, y + half.1];
        course
            .windows(2)
            .any(|it| chart::crosses(it[0], it[1], area))
    };
    graph
        .edges
        .iter()
        .zip(&placed.courses)
        .filter(|(ends, course)| {
            let others = (0..graph.nodes).filter(|it| *it != ends.0 && *it != ends.1);
            others.into_iter().any(|node| meets(course, node))
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_graph_is_read() {
        let text = "<graph>\n<node id=\"n0\"/>\n<node id=\"n1\"/>\n<edge id=\"e0\" source=\"n0\" target=\"n1\"/>\n</graph>";
        let graph = read(text);
        assert_eq!((graph.nodes, graph.edges), (2, vec![(0, 1)]));
    }
}
