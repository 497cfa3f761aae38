//! What passes a filter, in order of time, remembered from one verb to the next: the page asks for a few rows or for
//! numbers, never for all of it.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use model::date::SortKey;
use model::{Event, EventId, Workspace};

use crate::Fault;
use crate::dto::Filter;
use crate::filter::{Counts, Sieve};

/// Filters whose results are remembered: the one in force, and none at all.
const REMEMBERED: usize = 2;

/// What passes a filter.
#[derive(Debug)]
pub(crate) struct Shown {
    /// Places in the workspace's events, in order of time; what has no date comes last.
    order: Vec<u32>,
    /// For each event of the workspace whether it passes.
    passing: Vec<bool>,
    pub(crate) counts: Counts,
}

impl Shown {
    /// How many entries pass.
    pub(crate) fn len(&self) -> usize {
        self.order.len()
    }

    /// Entries that pass, in order of time, from the one at `offset` on.
    pub(crate) fn from<'a>(
        &'a self,
        workspace: &'a Workspace,
        offset: usize,
    ) -> impl Iterator<Item = &'a Event> {
        let rest = self.order.get(offset..).unwrap_or_default();
        rest.iter().map(|at| &workspace.events[*at as usize])
    }

    /// Whether the event of this id passes.
    pub(crate) fn has(&self, workspace: &Workspace, id: EventId) -> bool {
        let at = workspace.events.binary_search_by_key(&id, |it| it.id);
        at.is_ok_and(|at| self.passing[at])
    }

    /// The place of an event among those that pass; `None` when it does not.
    pub(crate) fn place(&self, workspace: &Workspace, id: EventId) -> Option<usize> {
        let event = workspace.event(id).filter(|_| self.has(workspace, id))?;
        Some(self.before(workspace, event))
    }

    /// How many that pass come before `event`, which need not pass.
    pub(crate) fn before(&self, workspace: &Workspace, event: &Event) -> usize {
        let key = place_in_time(event);
        self.order
            .partition_point(|at| place_in_time(&workspace.events[*at as usize]) < key)
    }

    /// How many that pass begin before `days`.
    pub(crate) fn before_day(&self, workspace: &Workspace, days: f64) -> usize {
        let starts = |event: &Event| Some(event.date.as_ref()?.span_days()?.0);
        self.order.partition_point(|at| {
            starts(&workspace.events[*at as usize]).is_some_and(|it| it < days)
        })
    }
}

/// The results of a session, dropped at every change of its workspace; the order of time is mended.
#[derive(Debug, Default)]
pub(crate) struct Cache(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    /// All events in order of time; empty while not known.
    order: Vec<u32>,
    results: Vec<(Filter, Arc<Shown>)>,
}

impl Cache {
    /// What passes `filter`.
    pub(crate) fn of(&self, workspace: &Workspace, filter: &Filter) -> Result<Arc<Shown>, Fault> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, known)) = kept.results.iter().find(|it| it.0 == *filter) {
            return Ok(Arc::clone(known));
        }
        let sieve = Sieve::new(workspace, filter)?;
        if kept.order.len() != workspace.events.len() {
            kept.order = in_time(workspace);
        }
        let (counts, passing) = Counts::of(&sieve);
        let passes = |at: &u32| passing[*at as usize];
        let shown = Arc::new(Shown {
            order: kept.order.iter().copied().filter(passes).collect(),
            passing,
            counts,
        });
        // The oldest goes, but not what no filter lets pass: that is asked for after every change.
        if kept.results.len() == REMEMBERED {
            let oldest = kept.results.iter().position(|it| it.0 != Filter::default());
            kept.results.remove(oldest.unwrap_or(0));
        }
        kept.results.push((filter.clone(), Arc::clone(&shown)));
        Ok(shown)
    }

    /// Brings it up to date with `workspace` after a change of these events.
    pub(crate) fn renew(&mut self, workspace: &Workspace, touched: &BTreeSet<EventId>) {
        let kept = self.0.get_mut().unwrap_or_else(PoisonError::into_inner);
        kept.results.clear();
        if !put_in_time(&mut kept.order, workspace, touched) {
            kept.order.clear();
        }
    }

    /// Lets go of everything: the workspace is another one.
    pub(crate) fn forget(&mut self) {
        *self = Self::default();
    }
}

/// The place of an event in a chronology; what has no date comes last.
fn place_in_time(event: &Event) -> (bool, Option<SortKey>, EventId) {
    let key = event.date.as_ref().map(model::FuzzyDate::sort_key);
    (key.is_none(), key, event.id)
}

/// Puts changed and new events where they belong; false when any is gone, which moves the places of others.
fn put_in_time(order: &mut Vec<u32>, workspace: &Workspace, touched: &BTreeSet<EventId>) -> bool {
    let (events, known) = (&workspace.events, order.len());
    let found: Option<Vec<usize>> = touched
        .iter()
        .map(|id| events.binary_search_by_key(id, |it| it.id).ok())
        .collect();
    let Some(places) = found else { return false };
    let new = places.iter().filter(|at| **at >= known).count();
    if known + new != events.len() {
        return false;
    }
    let is_touched = |at: &u32| touched.contains(&events[*at as usize].id);
    order.retain(|at| !is_touched(at));
    for at in places {
        let key = place_in_time(&events[at]);
        let before = |it: &u32| place_in_time(&events[*it as usize]) < key;
        order.insert(order.partition_point(before), at as u32);
    }
    true
}

fn in_time(workspace: &Workspace) -> Vec<u32> {
    let mut keyed: Vec<_> = (0_u32..)
        .zip(&workspace.events)
        .map(|(at, event)| (place_in_time(event), at))
        .collect();
    // Stable sorting is fast on what is nearly in order, as events are mostly entered.
    keyed.sort_by_key(|it| it.0);
    keyed.into_iter().map(|(_, at)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::FuzzyDate;
    use proptest::prelude::*;

    fn event(id: i64, day: u32) -> Event {
        Event {
            date: FuzzyDate::from_edtf(&format!("2025-05-{day:02}")).ok(),
            ..Event::titled(EventId(id), format!("E{id}"), "Talks")
        }
    }

    proptest! {
        #[test]
        fn mended_is_as_made_anew(
            days in prop::collection::vec(1_u32..28, 1..20),
            changed in prop::collection::vec((0_usize..24, 1_u32..28), 0..6),
            gone in prop::option::of(0_usize..20),
        ) {
            let mut workspace = Workspace {
                events: (1..).zip(&days).map(|(id, day)| event(id, *day)).collect(),
                ..Workspace::default()
            };
            let mut order = in_time(&workspace);
            let mut touched = BTreeSet::new();
            for (at, day) in changed {
                let at = at.min(workspace.events.len());
                let id = at as i64 + 1;
                if at == workspace.events.len() {
                    workspace.events.push(event(id, day));
                } else {
                    workspace.events[at] = event(id, day);
                }
                touched.insert(EventId(id));
            }
            if let Some(at) = gone.filter(|at| *at < workspace.events.len()) {
                touched.insert(workspace.events.remove(at).id);
            }
            if put_in_time(&mut order, &workspace, &touched) {
                prop_assert_eq!(order, in_time(&workspace));
            } else {
                prop_assert!(gone.is_some());
            }
        }
    }
}
