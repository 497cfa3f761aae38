//! Searches by words, beside bare SQLite on the same words.

use std::collections::BTreeMap;
use std::path::Path;

use api::{Fault, FaultCode};
use app::fault_of_store;
use serde_json::{Value, json};
use store::File;

use super::timed;

/// As many hits as the harness asks for.
const MOST: usize = 50;

/// Asks every query three ways, as the harness does: the best hits with titles, any hits with titles, how many there are.
/// `queries` is JSON, a list of kind and query in the syntax of FTS5. Milliseconds per way and per kind, and all hits.
///
/// # Errors
/// [`FaultCode::File`], or [`FaultCode::BadArgument`] when `queries` is something else.
pub fn search(db: &Path, queries: &str) -> Result<Value, Fault> {
    let queries: Vec<(String, String)> = serde_json::from_str(queries).map_err(|error| {
        Fault::new(
            FaultCode::BadArgument,
            format!("No list of queries: {error}"),
        )
        .help("Give a list of [kind, query]")
    })?;
    let file = File::open(db).map_err(fault_of_store)?;
    let mut told = serde_json::Map::new();
    let mut kinds: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    let mut ranked = Vec::new();
    for (kind, query) in &queries {
        let (hits, ms) = timed(|| file.best_titles(query, MOST));
        hits.map_err(fault_of_store)?;
        ranked.push(ms);
        kinds.entry(kind).or_default().push(ms);
    }
    tell(&mut told, "ranked", ranked);
    let by_rowid = queries.iter().map(|(_, query)| {
        let (hits, ms) = timed(|| file.any_titles(query, MOST));
        hits.map(|_| ms)
    });
    tell(
        &mut told,
        "by_rowid",
        by_rowid.collect::<Result<_, _>>().map_err(fault_of_store)?,
    );
    let counted = queries.iter().map(|(_, query)| {
        let (count, ms) = timed(|| file.count_matches(query));
        count.map(|count| (count, ms))
    });
    let counted: Vec<(u64, f64)> = counted.collect::<Result<_, _>>().map_err(fault_of_store)?;
    let hits: u64 = counted.iter().map(|it| it.0).sum();
    tell(&mut told, "count", counted.iter().map(|it| it.1).collect());
    for (kind, ms) in kinds {
        told.insert(
            format!("ranked {kind} p50_ms"),
            json!(part(&sorted(ms), 0.5)),
        );
    }
    told.insert(String::from("hits"), json!(hits));
    Ok(Value::Object(told))
}

fn tell(into: &mut serde_json::Map<String, Value>, way: &str, ms: Vec<f64>) {
    let ms = sorted(ms);
    for (name, share) in [("p50", 0.5), ("p95", 0.95), ("max", 1.0)] {
        into.insert(format!("{way}_{name}_ms"), json!(part(&ms, share)));
    }
}

fn sorted(mut ms: Vec<f64>) -> Vec<f64> {
    ms.sort_by(f64::total_cmp);
    ms
}

/// The smallest that as large a share of them does not exceed.
fn part(sorted: &[f64], share: f64) -> f64 {
    let at = (sorted.len() as f64 * share).ceil() as usize;
    sorted.get(at.max(1) - 1).copied().unwrap_or(0.0)
}
