//! Questions on a large graph of causes, beside bare petgraph and other libraries on the same graph.

use std::collections::BTreeSet;
use std::path::Path;

use api::{Fault, FaultCode};
use app::sample;
use graph::petgraph::Incoming;
use graph::petgraph::algo::toposort;
use graph::petgraph::graph::{DiGraph, NodeIndex};
use graph::petgraph::visit::EdgeRef as _;
use graph::{between, fit, reached, strongest};
use model::date::{Bounds, Day, Moment};
use model::{Event, EventId, FuzzyDate, Link, Workspace};
use serde_json::{Value, json};

use super::{no_file, timed};

/// What the harness asks for: nodes by number.
#[derive(serde::Deserialize)]
struct Queries {
    ancestors: Vec<usize>,
    ancestors_early: Vec<usize>,
    paths: Vec<(usize, usize)>,
}

/// Answers the questions of the harness in `dir` (`big.csv`, `small.csv`, `queries.json`): milliseconds, and what the
/// answers sum up to. Beside them, how long it takes to check all dates and links of a workspace of that size.
///
/// # Errors
/// [`FaultCode::File`], or [`FaultCode::BadArgument`] when the files hold something else.
pub fn graph(dir: &Path) -> Result<Value, Fault> {
    let queries = std::fs::read_to_string(dir.join("queries.json")).map_err(|it| no_file(&it))?;
    let queries: Queries = serde_json::from_str(&queries).map_err(|it| {
        Fault::new(FaultCode::BadArgument, format!("No questions: {it}")).help("Run graph/gen.py")
    })?;
    let (big, load_ms) = timed(|| load(&dir.join("big.csv"), 100_000));
    let (big, small) = (big?, load(&dir.join("small.csv"), 2_000)?);
    let (late, ancestors_ms) = ancestors(&big, &queries.ancestors);
    let (early, ancestors_early_ms) = ancestors(&big, &queries.ancestors_early);
    let (paths, strongest_path_ms) = paths(&big, &queries.paths);
    let (order, topological_ms) = timed(|| toposort(&big, None));
    let (betweenness, betweenness_2k_ms) = timed(|| between(&small, usize::MAX));
    let workspace = workspace(&big)?;
    let all: BTreeSet<EventId> = workspace.events.iter().map(|it| it.id).collect();
    let (found, check_ms) = timed(|| fit(&workspace, &all));
    Ok(json!({
        "metrics": {
            "load_ms": load_ms,
            "ancestors_ms": ancestors_ms,
            "ancestors_early_ms": ancestors_early_ms,
            "strongest_path_ms": strongest_path_ms,
            "topological_ms": topological_ms,
            "betweenness_2k_ms": betweenness_2k_ms,
            "check_ms": check_ms,
        },
        "answers": {
            "ancestors": late,
            "ancestors_early": early,
            "paths": (paths * 1e3).round() / 1e3,
            "topo_ok": order.is_ok_and(|order| is_in_order(&big, &order)),
            "betweenness": (betweenness.iter().sum::<f64>() * 10.0).round() / 10.0,
            "contradictions": found.contradictions.len(),
        },
    }))
}

/// A graph of so many nodes from lines of cause, effect and what the step carries; edges hold its cost.
fn load(path: &Path, nodes: usize) -> Result<DiGraph<(), f64>, Fault> {
    let text = std::fs::read_to_string(path).map_err(|it| no_file(&it))?;
    let mut graph = DiGraph::with_capacity(nodes, 0);
    for _ in 0..nodes {
        graph.add_node(());
    }
    for line in text.lines().skip(1) {
        let wrong = || Fault::new(FaultCode::BadArgument, format!("No link: {line}"));
        let mut parts = line.split(',');
        let mut node = || parts.next()?.parse().ok().filter(|it| *it < nodes);
        let (cause, effect) = node().zip(node()).ok_or_else(wrong)?;
        let carried: f64 = parts
            .next()
            .and_then(|it| it.parse().ok())
            .ok_or_else(wrong)?;
        graph.add_edge(NodeIndex::new(cause), NodeIndex::new(effect), -carried.ln());
    }
    Ok(graph)
}

/// How many ancestors in all, and the median time for one question.
fn ancestors(graph: &DiGraph<(), f64>, of: &[usize]) -> (usize, f64) {
    let one = |it: &usize| timed(|| reached(graph, NodeIndex::new(*it), Incoming).len());
    let (counts, times): (Vec<usize>, Vec<f64>) = of.iter().map(one).unzip();
    (counts.iter().sum(), median(times))
}

/// The cost of all paths that there are, and the median time for one.
fn paths(graph: &DiGraph<(), f64>, of: &[(usize, usize)]) -> (f64, f64) {
    let one = |(from, to): &(usize, usize)| {
        let ends = (NodeIndex::new(*from), NodeIndex::new(*to));
        timed(|| {
            strongest(graph, ends.0, ends.1, |edge, _, _| {
                graph.edge_weight(edge).copied()
            })
        })
    };
    let (found, times): (Vec<_>, Vec<f64>) = of.iter().map(one).unzip();
    let costs = found.into_iter().flatten().map(|(cost, _)| cost);
    (costs.sum(), median(times))
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn is_in_order(graph: &DiGraph<(), f64>, order: &[NodeIndex]) -> bool {
    let mut place = vec![0; graph.node_count()];
    for (at, node) in order.iter().enumerate() {
        place[node.index()] = at;
    }
    graph
        .edge_references()
        .all(|it| place[it.source().index()] < place[it.target().index()])
}

/// The same graph as events, a few a day, and links that ask for the cause first; one date in a hundred is far too early.
fn workspace(graph: &DiGraph<(), f64>) -> Result<Workspace, Fault> {
    let event = |node: usize| {
        let early = if node % 100 == 7 { 400 } else { 0 };
        let day = Moment::whole(Day(node as i64 / 8 - early));
        let form = day.to_string().parse().map_err(|error| {
            Fault::new(FaultCode::Internal, format!("A day is not a date: {error}"))
        })?;
        let mut event = Event::titled(EventId(node as i64 + 1), node.to_string(), "Event");
        event.date = Some(FuzzyDate::stated(
            "",
            form,
            Bounds::single(Some(day), Some(day)),
        ));
        Ok(event)
    };
    let link = |(at, edge): (usize, graph::petgraph::graph::EdgeReference<'_, f64>)| Link {
        id: model::LinkId(at as i64 + 1),
        cause: EventId(edge.source().index() as i64 + 1),
        effect: EventId(edge.target().index() as i64 + 1),
        link_type: String::from("causes"),
        wording: String::new(),
        strength: None,
        confidence: model::Confidence::Moderate,
        lag_days: None,
        basis: model::Basis::Reported,
        note: String::new(),
        rivals: String::new(),
    };
    let events: Result<Vec<Event>, Fault> = (0..graph.node_count()).map(event).collect();
    Ok(Workspace {
        events: events?,
        links: graph.edge_references().enumerate().map(link).collect(),
        ..sample::basics()?
    })
}
