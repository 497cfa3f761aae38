//! The events of a workspace in order of time, as places in its list, and how that order follows edits.

use std::collections::BTreeSet;

use model::date::SortKey;
use model::{Event, EventId, Workspace};

/// The place of an event in a chronology; what has no date comes last.
pub(super) fn place_in_time(event: &Event) -> (bool, Option<SortKey>, EventId) {
    let key = event.date.as_ref().map(model::FuzzyDate::sort_key);
    (key.is_none(), key, event.id)
}

/// Puts changed and new events, which are at these places now, where they belong; false when others have changed too, or moved
/// because one came between them.
pub(super) fn put_in_time(order: &mut Vec<u32>, workspace: &Workspace, places: &[usize]) -> bool {
    if !only_these_came(order.len(), workspace, places) {
        return false;
    }
    put_again(order, workspace, places, |_| true);
    true
}

/// Whether the events of `workspace` are the first `known` that there were and those at these places, after them.
pub(super) fn only_these_came(known: usize, workspace: &Workspace, places: &[usize]) -> bool {
    let new = places.iter().filter(|at| **at >= known).count();
    known + new == workspace.events.len()
}

/// Where each of these events is in the workspace, if it is, in the order of ids and so of places.
pub(super) fn places_of(workspace: &Workspace, ids: &BTreeSet<EventId>) -> Vec<Option<usize>> {
    let place = |id| workspace.events.binary_search_by_key(id, |it| it.id).ok();
    ids.iter().map(place).collect()
}

/// Takes the events at these places, which are in order, out of an order of time, and puts those of them that `stay` in
/// where they belong now.
pub(super) fn put_again(
    order: &mut Vec<u32>,
    workspace: &Workspace,
    places: &[usize],
    stay: impl Fn(usize) -> bool,
) {
    order.retain(|at| places.binary_search(&(*at as usize)).is_err());
    for &at in places.iter().filter(|at| stay(**at)) {
        let key = place_in_time(&workspace.events[at]);
        let before = |it: &u32| place_in_time(&workspace.events[*it as usize]) < key;
        order.insert(order.partition_point(before), at as u32);
    }
}

/// All events in order of time, sorted on two threads because a person waits for it.
pub(super) fn in_time(workspace: &Workspace) -> Vec<u32> {
    let (first, second) = workspace.events.split_at(workspace.events.len() / 2);
    let both = std::thread::scope(|scope| {
        let other = scope.spawn(|| quickly(second, first.len()));
        let own = quickly(first, 0);
        let other = other
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        own.zip(other)
    });
    let Some((mut keyed, mut other)) = both else {
        return exactly(&workspace.events);
    };
    keyed.append(&mut other);
    // Two runs that are in order are merged.
    keyed.sort_by_key(|it| it.0);
    keyed.into_iter().map(|it| it.1).collect()
}

/// Some events in order of time by short keys, with their places from `offset` on; `None` if a date is out of range for a short key.
fn quickly(events: &[Event], offset: usize) -> Option<Vec<((i64, i64), u32)>> {
    let key = |event: &Event| match &event.date {
        Some(date) => date.sort_key().in_two(),
        None => Some((i64::MAX, i64::MAX)),
    };
    let places = (offset as u32..).zip(events);
    let mut keyed: Vec<_> = places
        .map(|(at, event)| Some((key(event)?, at)))
        .collect::<Option<_>>()?;
    // Stable, so that ids decide where keys do not, and fast on what is nearly in order, as events are mostly entered.
    keyed.sort_by_key(|it| it.0);
    Some(keyed)
}

fn exactly(events: &[Event]) -> Vec<u32> {
    let mut keyed: Vec<_> = (0_u32..)
        .zip(events)
        .map(|(at, event)| (place_in_time(event), at))
        .collect();
    keyed.sort_by_key(|it| it.0);
    keyed.into_iter().map(|(_, at)| at).collect()
}

#[cfg(test)]
mod tests {
    use model::FuzzyDate;
    use proptest::prelude::*;

    use super::*;

    fn event(id: i64, day: u32) -> Event {
        Event {
            date: FuzzyDate::from_edtf(&format!("2025-05-{day:02}")).ok(),
            ..Event::titled(EventId(id), format!("E{id}"), "Talks")
        }
    }

    proptest! {
        #[test]
        fn an_updated_order_equals_a_new_one(
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
            let places: Option<Vec<usize>> = places_of(&workspace, &touched).into_iter().collect();
            prop_assert!(places.is_some() || gone.is_some());
            if places.is_some_and(|places| put_in_time(&mut order, &workspace, &places)) {
                prop_assert_eq!(order, in_time(&workspace));
            }
        }

        #[test]
        fn short_keys_order_as_long_ones_do(dates in prop::collection::vec(0_usize..8, 0..30)) {
            const DATES: [&str; 8] = [
                "2025", "2025-01", "2025-01-01", "2025-01-01T10:00:00+02:00", "../2025-01-01", "2025-01-01/..",
                "Y-170000002", "",
            ];
            let dated = |(id, at): (i64, &usize)| Event {
                date: FuzzyDate::from_edtf(DATES[*at]).ok(),
                ..event(id, 1)
            };
            let events: Vec<Event> = (1..).zip(&dates).map(dated).collect();
            let workspace = Workspace { events, ..Workspace::default() };
            prop_assert_eq!(in_time(&workspace), exactly(&workspace.events));
        }
    }
}
