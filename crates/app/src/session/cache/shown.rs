//! What passes a filter, in order of time, remembered from one verb to the next: the page asks for a few rows or for
//! numbers, never for all of it.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use api::Fault;
use api::dto::{Extent, Filter};
use model::{Event, EventId, Workspace};
use store::Touched;

use super::time_order::{
    in_time, only_these_came, place_in_time, places_of, put_again, put_in_time,
};
use crate::lookup::filter::{CompiledFilter, Counts, heeds_citations};
use crate::lookup::rows::extent;

/// Filters whose results are remembered: the one in force, and none at all.
const REMEMBERED: usize = 2;

/// The entries that pass a filter.
#[derive(Debug, PartialEq)]
pub(crate) struct Shown {
    /// Places in the workspace's events, in order of time; what has no date comes last. Of a workspace that was just opened
    /// not before it is asked for: its picture comes first.
    order: OnceLock<Vec<u32>>,
    /// For each event of the workspace whether it passes.
    passing: Vec<bool>,
    /// How many pass.
    count: usize,
    pub(crate) counts: Counts,
    /// From the first known start to the last known end.
    extent: Option<Extent>,
}

/// After more changes than this at once everything is counted again.
pub(crate) const FEW: usize = 64;

impl Shown {
    /// From the first known start to the last known end of what passes.
    pub(crate) fn extent(&self) -> Option<Extent> {
        self.extent
    }

    /// Updates it after these events were changed or added; `before` holds them as they were.
    fn change(
        &mut self,
        compiled: &CompiledFilter<'_>,
        workspace: &Workspace,
        before: &[Event],
        touched: &BTreeSet<EventId>,
    ) {
        let places: Vec<usize> = places_of(workspace, touched)
            .into_iter()
            .flatten()
            .collect();
        let after: Vec<Event> = places
            .iter()
            .map(|at| workspace.events[*at].clone())
            .collect();
        self.passing.resize(workspace.events.len(), false);
        for at in &places {
            self.passing[*at] = compiled.passes(&workspace.events[*at]);
        }
        self.count = passing_of(&self.passing);
        if let Some(order) = self.order.get_mut() {
            put_again(order, workspace, &places, |at| self.passing[at]);
        }
        self.counts.changed(compiled, before, &after, &self.passing);
        self.stretch(workspace, before, &after);
    }

    /// Brings the extent up to date: computed again if one of those that made it may have changed.
    fn stretch(&mut self, workspace: &Workspace, before: &[Event], after: &[Event]) {
        let at_end = |it: &Event| {
            let span = span_of(it).zip(self.extent);
            span.is_some_and(|(span, all)| span.0 <= all.from_days || span.1 >= all.to_days)
        };
        if before.iter().any(at_end) {
            self.extent = extent(self.from(workspace, 0));
        } else {
            let new = extent(after.iter().filter(|it| self.has(workspace, it.id)));
            self.extent = Extent::of_both(self.extent, new);
        }
    }
}

fn span_of(event: &Event) -> Option<(f64, f64)> {
    event.date.as_ref()?.span_days()
}

impl Shown {
    /// How many entries pass.
    pub(crate) fn len(&self) -> usize {
        self.count
    }

    fn order(&self, workspace: &Workspace) -> &[u32] {
        let passes = |at: &u32| self.passing[*at as usize];
        self.order
            .get_or_init(|| in_time(workspace).into_iter().filter(passes).collect())
    }

    /// Entries that pass, in order of time, from the one at `offset` on.
    pub(crate) fn from<'a>(
        &'a self,
        workspace: &'a Workspace,
        offset: usize,
    ) -> impl Iterator<Item = &'a Event> {
        let rest = self.order(workspace).get(offset..).unwrap_or_default();
        rest.iter().map(|at| &workspace.events[*at as usize])
    }

    /// Entries that pass and of whose date nothing is known.
    pub(crate) fn undated<'a>(
        &'a self,
        workspace: &'a Workspace,
    ) -> impl Iterator<Item = &'a Event> {
        let dated = |at: &u32| span_of(&workspace.events[*at as usize]).is_some();
        self.from(workspace, self.order(workspace).partition_point(dated))
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
        self.order(workspace)
            .partition_point(|at| place_in_time(&workspace.events[*at as usize]) < key)
    }

    /// How many that pass begin before `days`.
    pub(crate) fn before_day(&self, workspace: &Workspace, days: f64) -> usize {
        self.order(workspace).partition_point(|at| {
            span_of(&workspace.events[*at as usize]).is_some_and(|it| it.0 < days)
        })
    }
}

/// The results of a session, dropped at every change of its workspace; the order of time is updated in place.
#[derive(Debug, Default)]
pub(crate) struct Cache(Mutex<FilterResults>);

#[derive(Debug, Default)]
struct FilterResults {
    /// All events in order of time; empty until a filter was asked for.
    order: Vec<u32>,
    results: Vec<(Filter, Arc<Shown>)>,
}

impl FilterResults {
    /// The passing entries in order of time. For the empty filter they are sorted only when first listed.
    fn order_of(
        &mut self,
        workspace: &Workspace,
        filter: &Filter,
        passing: &[bool],
    ) -> OnceLock<Vec<u32>> {
        if self.order.is_empty() && *filter == Filter::default() {
            return OnceLock::new();
        }
        if self.order.len() != workspace.events.len() {
            self.order = in_time(workspace);
        }
        let passes = |at: &u32| passing[*at as usize];
        self.order
            .iter()
            .copied()
            .filter(passes)
            .collect::<Vec<u32>>()
            .into()
    }

    /// Updates the order after the events at these places were changed or added; false when others have changed too, so
    /// that nothing can be kept.
    fn update_order(&mut self, workspace: &Workspace, places: &[usize]) -> bool {
        let mut results = self.results.iter();
        results.all(|(_, it)| only_these_came(it.passing.len(), workspace, places))
            && (self.order.is_empty() || put_in_time(&mut self.order, workspace, places))
    }
}

impl Cache {
    /// What passes `filter`.
    pub(crate) fn of(&self, workspace: &Workspace, filter: &Filter) -> Result<Arc<Shown>, Fault> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, known)) = kept.results.iter().find(|it| it.0 == *filter) {
            return Ok(Arc::clone(known));
        }
        let compiled = CompiledFilter::new(workspace, filter);
        let (counts, passing, extent) = Counts::of(&compiled);
        let shown = Arc::new(Shown {
            order: kept.order_of(workspace, filter, &passing),
            count: passing_of(&passing),
            passing,
            counts,
            extent,
        });
        // Drops the oldest result, but not that of the empty filter, which is needed after every change.
        if kept.results.len() == REMEMBERED {
            let oldest = kept.results.iter().position(|it| it.0 != Filter::default());
            kept.results.remove(oldest.unwrap_or(0));
        }
        kept.results.push((filter.clone(), Arc::clone(&shown)));
        Ok(shown)
    }

    /// Updates it after a change of `workspace`; `before` holds the touched events as they were.
    pub(crate) fn renew(&mut self, workspace: &Workspace, touched: &Touched, before: &[Event]) {
        let kept = self.0.get_mut().unwrap_or_else(PoisonError::into_inner);
        let places: Option<Vec<usize>> =
            places_of(workspace, &touched.events).into_iter().collect();
        if !places.is_some_and(|places| kept.update_order(workspace, &places)) {
            *kept = FilterResults::default();
        }
        // Searched names and counted trees depend on the lists.
        if touched.lists || touched.events.len() > FEW {
            kept.results.clear();
        }
        let cited = !(touched.citations.is_empty() && touched.claims.is_empty());
        kept.results.retain_mut(|(filter, shown)| {
            if cited && heeds_citations(filter) {
                return false;
            }
            let Some(shown) = Arc::get_mut(shown) else {
                return false;
            };
            let compiled = CompiledFilter::new(workspace, filter);
            shown.change(&compiled, workspace, before, &touched.events);
            true
        });
    }

    /// Drops everything: the workspace has been replaced.
    pub(crate) fn forget(&mut self) {
        *self = Self::default();
    }
}

fn passing_of(passing: &[bool]) -> usize {
    passing.iter().filter(|it| **it).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{FuzzyDate, Theme, ThemeId};
    use proptest::prelude::*;

    fn event(id: i64, day: u32) -> Event {
        Event {
            date: FuzzyDate::from_edtf(&format!("2025-05-{day:02}")).ok(),
            ..Event::titled(EventId(id), format!("E{id}"), "Talks")
        }
    }

    /// Theme 3 is part of theme 1.
    fn theme(id: i64) -> Theme {
        Theme {
            id: ThemeId(id),
            handle: format!("t{id}"),
            name: format!("Theme {id}"),
            parent: (id == 3).then_some(ThemeId(1)),
            hue: String::new(),
        }
    }

    proptest! {
        #[test]
        fn what_comes_back_between_others_moves_them(at in 0_usize..4, listed in any::<bool>()) {
            let mut workspace = Workspace {
                events: (1..).zip(4..8).map(|(id, day)| event(id, day)).collect(),
                ..Workspace::default()
            };
            let back = workspace.events.remove(at);
            let mut cache = Cache::default();
            let shown = cache.of(&workspace, &Filter::default()).unwrap();
            prop_assert!(!listed || shown.order(&workspace).len() == 3);
            drop(shown);
            let mut touched = Touched::default();
            touched.events.insert(back.id);
            workspace.events.insert(at, back);
            cache.renew(&workspace, &touched, &[]);
            let updated = cache.of(&workspace, &Filter::default()).unwrap();
            prop_assert_eq!(updated.len(), 4);
            prop_assert_eq!(updated.order(&workspace), [0, 1, 2, 3]);
        }

        #[test]
        fn updated_results_equal_new_ones(
            days in prop::collection::vec((1_u32..28, 1_u8..6, 1_i64..4), 1..20),
            changed in prop::collection::vec((0_usize..24, 1_u32..28, 1_u8..6, 1_i64..4), 0..6),
            severity_min in 1_u8..6,
            listed in any::<bool>(),
        ) {
            let made = |id: i64, (day, severity, theme): (u32, u8, i64)| Event {
                severity,
                themes: vec![ThemeId(theme)],
                ..event(id, day)
            };
            let mut workspace = Workspace {
                themes: (1..4).map(theme).collect(),
                events: (1..).zip(&days).map(|(id, it)| made(id, *it)).collect(),
                ..Workspace::default()
            };
            let filters = [Filter::default(), Filter { severity_min, ..Filter::default() }];
            let mut cache = Cache::default();
            for filter in &filters {
                let shown = cache.of(&workspace, filter).unwrap();
                prop_assert!(!listed || shown.order(&workspace).len() == shown.len());
            }
            let (mut touched, mut before) = (Touched::default(), Vec::new());
            for (at, day, severity, theme) in changed {
                let at = at.min(workspace.events.len());
                let id = at as i64 + 1;
                if at == workspace.events.len() {
                    workspace.events.push(made(id, (day, severity, theme)));
                } else {
                    let old = std::mem::replace(&mut workspace.events[at], made(id, (day, severity, theme)));
                    // Only the first version was there before.
                    if at < days.len() && !touched.events.contains(&EventId(id)) {
                        before.push(old);
                    }
                }
                touched.events.insert(EventId(id));
            }
            cache.renew(&workspace, &touched, &before);
            for filter in &filters {
                let (updated, fresh) = (cache.of(&workspace, filter).unwrap(), Cache::default().of(&workspace, filter).unwrap());
                prop_assert_eq!(updated.order(&workspace), fresh.order(&workspace));
                prop_assert_eq!(updated, fresh);
            }
        }
    }
}
