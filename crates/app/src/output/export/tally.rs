//! What a picture shows of the workspace, counted once: of a million entries every look at all of them takes its time.

use chart::{Timeline, Window};
use model::{Event, EventId, FuzzyDate, Workspace};

use crate::draw::entries::{EntryChart, EntryKind};
use crate::draw::subject::Subject;
use crate::lookup::filter::filters;

/// How many entries there are, and which of them a picture speaks of.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// Entries of the chronology and of the shown datasets.
    pub(super) total: usize,
    /// Those that pass the filter.
    pub(super) passing: usize,
    /// Those that pass and have no date.
    pub(super) undated: usize,
    /// Of how many the picture speaks.
    pub(super) within: usize,
    /// Which these are.
    entries: Ids,
}

impl Tally {
    /// What `subject` shows while it shows `window`.
    pub(super) fn of(workspace: &Workspace, subject: &Subject<'_>, window: Window) -> Self {
        match subject {
            Subject::Entries(chart) if chart.is_relative() => {
                let within = |it: &mut Timeline| it.within(window);
                let entries = chart.with_timeline(workspace, within);
                Self::counted(subject, |_| false).speaking_of(entries)
            }
            Subject::Entries(chart) if matches!(chart.kind, EntryKind::Timeline { .. }) => {
                chart.with_timeline(workspace, |it| Self::of_timeline(chart, it, window))
            }
            Subject::Entries(chart) => Self::counted(subject, |it| shows(chart, it, window)),
            Subject::Numbers { chart: numbers, .. } => Self::counted(subject, |_| false)
                .speaking_of(numbers.events().into_iter().collect()),
        }
    }

    /// A timeline knows what passes.
    fn of_timeline(chart: &EntryChart<'_>, timeline: &Timeline, window: Window) -> Self {
        let (dated, undated) = timeline.counts();
        let passing = dated + undated;
        let total = if filters(chart.filter) {
            chart.compiled.eligible().count()
        } else {
            passing
        };
        let counts = Self {
            total,
            passing,
            undated,
            ..Self::default()
        };
        counts.speaking_of(timeline.within(window))
    }

    fn counted(subject: &Subject<'_>, shows: impl Fn(&Event) -> bool) -> Self {
        let (mut tally, mut entries) = (Self::default(), Vec::new());
        for event in subject.compiled().eligible() {
            tally.total += 1;
            if !subject.compiled().passes(event) {
                continue;
            }
            tally.passing += 1;
            tally.undated += usize::from(event.date.is_none());
            entries.extend(shows(event).then_some(event.id));
        }
        tally.speaking_of(entries)
    }

    fn speaking_of(self, entries: Vec<EventId>) -> Self {
        Self {
            within: entries.len(),
            entries: Ids::of(entries),
            ..self
        }
    }

    /// Whether the picture speaks of this entry.
    pub(super) fn has(&self, id: EventId) -> bool {
        self.entries.has(id)
    }
}

/// Whether a chart that shows `window` speaks of an entry that passes.
fn shows(chart: &EntryChart<'_>, event: &Event, window: Window) -> bool {
    let is_in_part = chart.part().is_none_or(|part| part.contains(&event.id));
    is_in_part && (chart.is_map() || touches(event, window))
}

fn touches(event: &Event, window: Window) -> bool {
    let span = event.date.as_ref().and_then(FuzzyDate::span_days);
    span.is_some_and(|(from, to)| from < window.to_days && to > window.from_days)
}

/// A set of ids that is asked about every link of a large workspace.
#[derive(Debug)]
enum Ids {
    /// One bit for each id from 0 on: ids are given one after the other, so there is hardly a gap.
    Close(Vec<u64>),
    /// In order, where a file has them far apart.
    Apart(Vec<EventId>),
}

/// Bits that an id may take, with some for a handful of ids.
const MOST_BITS: usize = 64;

impl Default for Ids {
    fn default() -> Self {
        Self::Apart(Vec::new())
    }
}

impl Ids {
    fn of(mut ids: Vec<EventId>) -> Self {
        let places: Option<Vec<usize>> = ids.iter().map(|it| usize::try_from(it.0).ok()).collect();
        let last = places.iter().flatten().max().copied().unwrap_or(0);
        match places {
            Some(places) if last / MOST_BITS <= places.len() => {
                let mut bits = vec![0; last / 64 + 1];
                places.iter().for_each(|at| bits[at / 64] |= 1 << (at % 64));
                Self::Close(bits)
            }
            _ => {
                ids.sort_unstable();
                Self::Apart(ids)
            }
        }
    }

    fn has(&self, id: EventId) -> bool {
        match self {
            Self::Close(bits) => usize::try_from(id.0)
                .ok()
                .and_then(|at| Some(bits.get(at / 64)? >> (at % 64) & 1 == 1))
                .unwrap_or(false),
            Self::Apart(ids) => ids.binary_search(&id).is_ok(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_set_has_what_was_put_into_it(
            ids in prop::collection::btree_set(prop_oneof![-3..300_i64, any::<i64>()], 0..40),
            asked in prop::collection::vec(prop_oneof![-3..300_i64, any::<i64>()], 0..40),
        ) {
            let set = Ids::of(ids.iter().rev().map(|it| EventId(*it)).collect());
            for id in ids.iter().chain(&asked) {
                prop_assert_eq!(set.has(EventId(*id)), ids.contains(id));
            }
        }

        #[test]
        fn a_set_of_close_ids_has_what_was_put_into_it(
            ids in prop::collection::btree_set(0..200_i64, 0..100),
        ) {
            let set = Ids::of(ids.iter().map(|it| EventId(*it)).collect());
            for id in -2..400 {
                prop_assert_eq!(set.has(EventId(id)), ids.contains(&id));
            }
        }
    }
}
