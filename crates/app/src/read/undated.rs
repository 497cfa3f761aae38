//! The `undated` verb: entries without a date, and where their links say that they lie.

use api::Fault;
use api::dto::{Filter, ListArgs, Undated, UndatedRow};
use graph::{Implied, implied};
use model::date::Moment;
use model::{Event, FuzzyDate, Kind};

use crate::lookup::filter::CompiledFilter;
use crate::lookup::rows::{count, event_ref};
use crate::session::Session;

/// Maximum number of rows listed; the rest is counted.
const MOST: usize = 500;

/// Entries without a date that pass the filter, those with a known bound first, in its order. What they imply follows
/// from the chronology and the shown datasets, whatever else is filtered.
pub(crate) fn undated(session: &Session, args: ListArgs) -> Result<Undated, Fault> {
    let workspace = session.workspace();
    let compiled = CompiledFilter::new(workspace, &args.filter);
    // All that are eligible, whatever else is filtered: those without a date are the last of them.
    let eligible = session.shown(&Filter {
        datasets: args.filter.datasets.clone(),
        ..Filter::default()
    })?;
    let undated = eligible.undated(workspace);
    let found = implied(workspace, undated, |event| compiled.is_eligible(event));
    let mut rows: Vec<(&Event, Implied)> = found
        .into_iter()
        .filter_map(|(id, implied)| Some((workspace.event(id)?, implied)))
        .filter(|(event, _)| compiled.passes(event))
        .collect();
    // Stable, so that those of one day and those of none stay in the order of their ids.
    rows.sort_by_key(|(_, it)| {
        let known = it.not_before.or(it.not_after);
        (known.is_none(), known)
    });
    Ok(Undated {
        total: count(rows.len()),
        rows: rows
            .into_iter()
            .take(MOST)
            .map(|(event, it)| row(event, &it))
            .collect(),
    })
}

fn row(event: &Event, implied: &Implied) -> UndatedRow {
    let iso = |moment: Option<Moment>| moment.map(|it| it.to_string());
    UndatedRow {
        event: event_ref(event),
        not_before: iso(implied.not_before),
        not_after: iso(implied.not_after),
        implied: words(event.kind, implied),
        contradicted: contradicted(event.kind, implied),
    }
}

/// A condition may last from before the one bound to after the other; anything else may not.
fn contradicted(kind: Kind, implied: &Implied) -> bool {
    kind != Kind::Condition && implied.is_impossible()
}

/// "between 3 May and 11 June 2025" in the words of dates; empty where nothing is implied.
fn words(kind: Kind, implied: &Implied) -> String {
    let (low, high) = (
        implied.not_before.map(in_words),
        implied.not_after.map(in_words),
    );
    match (low, high) {
        (Some(low), Some(high)) if contradicted(kind, implied) => {
            format!("links contradict: not before {low}, not after {high}")
        }
        (Some(low), Some(high)) if kind == Kind::Condition => {
            format!("begins by {high}, lasts until {low} or longer")
        }
        (Some(low), Some(high)) if low == high => format!("on {low}, by its links"),
        (Some(low), Some(high)) => format!("between {low} and {high}, by its links"),
        (Some(low), None) if kind == Kind::Condition => {
            format!("lasts until {low} or longer, by its links")
        }
        (Some(low), None) => format!("not before {low}, by its links"),
        (None, Some(high)) => format!("not after {high}, by its links"),
        (None, None) => String::new(),
    }
}

fn in_words(moment: Moment) -> String {
    let iso = moment.to_string();
    FuzzyDate::from_edtf(&iso).map_or(iso, |date| date.in_words())
}
