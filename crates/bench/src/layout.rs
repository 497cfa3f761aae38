//! Layered layouts of foreign graphs, beside graphviz, ELK and dagre on the same graphs.

use std::fmt::Write as _;
use std::path::Path;

use api::{Fault, FaultCode};
use layout::layered::{Edge, Effort, Node, Spacing, lay};
use serde_json::{Value, json};

use super::{no_file, timed};

/// A graph as the harness has it.
#[derive(serde::Deserialize)]
struct Graph {
    n: usize,
    edges: Vec<(usize, usize)>,
}

/// Lays out the graphs of `input`, a line of JSON each, with boxes of 100 by 30 pixels, and writes a line each to `output`:
/// milliseconds, middles of boxes, corners of links. What it tells is how many, and how long it took.
///
/// # Errors
/// [`FaultCode::File`], or [`FaultCode::BadArgument`] when a line is not a graph.
pub fn layout(input: &Path, output: &Path, thorough: bool) -> Result<Value, Fault> {
    let effort = if thorough {
        Effort::Thorough
    } else {
        Effort::Steady
    };
    let text = std::fs::read_to_string(input).map_err(|it| no_file(&it))?;
    let (mut lines, mut total_ms, mut graphs) = (String::new(), 0.0, 0);
    for line in text.lines() {
        let (placed, ms) = one(line, effort)?;
        let _ = writeln!(lines, "{placed}");
        (total_ms, graphs) = (total_ms + ms, graphs + 1);
    }
    std::fs::write(output, lines).map_err(|it| no_file(&it))?;
    Ok(json!({ "graphs": graphs, "layout_ms": total_ms }))
}

fn one(line: &str, effort: Effort) -> Result<(Value, f64), Fault> {
    let wrong = |told: String| Fault::new(FaultCode::BadArgument, format!("No graph: {told}"));
    let graph: Graph = serde_json::from_str(line).map_err(|error| wrong(error.to_string()))?;
    if graph
        .edges
        .iter()
        .any(|it| it.0 >= graph.n || it.1 >= graph.n)
    {
        return Err(wrong(String::from(
            "an edge names a node that is not there",
        )));
    }
    let node = Node {
        width_px: 100.0,
        height_px: 30.0,
    };
    let nodes = vec![node; graph.n];
    let edge = |&(from, to): &(usize, usize)| Edge {
        from,
        to,
        label: None,
    };
    let edges: Vec<Edge> = graph.edges.iter().map(edge).collect();
    let (placed, ms) = timed(|| lay(&nodes, &edges, &Spacing::default(), effort));
    Ok((
        json!({ "ms": ms, "nodes": placed.center_px, "edges": placed.courses }),
        ms,
    ))
}
