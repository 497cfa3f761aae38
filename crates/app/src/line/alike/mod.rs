//! Look-alikes: entries that may be about the same thing.
//!
//! Two entries are compared by what they say: the words of their titles (those that few titles have weigh most), where
//! their dates may lie, who takes part, where, and the category. What one of them does not say does not count; what they
//! say differently counts against them. Entries that the analyst has already told apart, by a link between them or by
//! saying that one adds to the other, are not look-alikes.

mod dates;
mod score;
#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashMap, HashSet};

use api::dto::LookAlike;
use model::{Event, EventId, Workspace};

use super::reading::Reading;
use crate::lookup::rows::event_ref;
use crate::lookup::titles::{Index, Slot, WordNumber};
use score::{Likeness, Names, Subject, likeness};

/// Likeness from which a pair of entries is shown.
const ALIKE: f64 = 0.55;
/// Likeness from which an entry is shown beside a line: a line says less than an entry, and a look costs less than a
/// doubled entry.
const ALIKE_LINE: f64 = 0.5;
/// Look-alikes of one entry at most.
const OF_ONE: usize = 5;
/// Pairs of a whole workspace at most.
const OF_ALL: usize = 500;
/// Entries that are compared with one at most.
const CANDIDATES: usize = 64;
/// Words by which candidates are found, the rarest of a title.
const RARE_WORDS: usize = 12;
/// A word that more entries have finds no candidates, unless there are many entries.
const COMMON: usize = 50;
/// The part of all entries that may have a word by which candidates of one entry are found.
const COMMON_PART: usize = 20;

/// Entries like the one that a line would add, the likeliest first.
pub(crate) fn of_line(index: &Index, workspace: &Workspace, reading: &Reading) -> Vec<LookAlike> {
    let subject = Subject::of_line(index, reading);
    let common = COMMON.max(index.len() / COMMON_PART);
    let named: Vec<EventId> = reading
        .causes
        .iter()
        .chain(&reading.effects)
        .flat_map(|it| it.found.iter().copied())
        .collect();
    let names = Names::new(index, workspace);
    let found = compared(&names, &subject, common, |id| !named.contains(&id));
    let best = found.into_iter().take(OF_ONE);
    best.map(|(event, likeness)| look_alike(event, None, likeness))
        .collect()
}

/// Entries like one that is there.
pub(crate) fn of_event(index: &Index, workspace: &Workspace, event: &Event) -> Vec<LookAlike> {
    let apart = TellsApart::new(workspace);
    let subject = Subject::of_event(index, event);
    let common = COMMON.max(index.len() / COMMON_PART);
    let names = Names::new(index, workspace);
    let found = compared(&names, &subject, common, |id| {
        id != event.id && !apart.has(event.id, id)
    });
    let best = found.into_iter().take(OF_ONE);
    best.map(|(other, likeness)| pair(event, other, likeness))
        .collect()
}

/// All pairs of a workspace, the likeliest first.
pub(crate) fn of_all(index: &Index, workspace: &Workspace) -> Vec<LookAlike> {
    let apart = TellsApart::new(workspace);
    let names = Names::new(index, workspace);
    let mut pairs: Vec<(&Event, &Event, Likeness)> = Vec::new();
    for event in &workspace.events {
        let subject = Subject::of_event(index, event);
        // Each pair once, from its newer entry.
        let found = compared(&names, &subject, COMMON, |id| {
            id < event.id && !apart.has(event.id, id)
        });
        pairs.extend(
            found
                .into_iter()
                .map(|(other, likeness)| (event, other, likeness)),
        );
    }
    pairs.sort_by(|a, b| {
        let order = b.2.value.total_cmp(&a.2.value);
        order.then_with(|| (a.1.id, a.0.id).cmp(&(b.1.id, b.0.id)))
    });
    pairs.truncate(OF_ALL);
    pairs
        .into_iter()
        .map(|(event, other, likeness)| pair(event, other, likeness))
        .collect()
}

/// The older one first.
fn pair(one: &Event, other: &Event, likeness: Likeness) -> LookAlike {
    let (older, newer) = if one.id < other.id {
        (one, other)
    } else {
        (other, one)
    };
    look_alike(older, Some(newer), likeness)
}

fn look_alike(event: &Event, other: Option<&Event>, likeness: Likeness) -> LookAlike {
    LookAlike {
        event: event_ref(event),
        other: other.map(event_ref),
        // Two digits are all that such a number can mean.
        likeness: (likeness.value * 100.0).round() / 100.0,
        reasons: likeness.reasons,
    }
}

/// The entries alike enough to `subject` among those that `fits` lets pass, the likeliest first.
fn compared<'a>(
    names: &Names<'a>,
    subject: &Subject<'_>,
    common: usize,
    fits: impl Fn(EventId) -> bool,
) -> Vec<(&'a Event, Likeness)> {
    let Names {
        index, workspace, ..
    } = names;
    let slots = candidates(index, subject, common);
    let ids = slots.into_iter().filter_map(|slot| index.id_at(slot));
    let events = ids
        .filter(|id| fits(*id))
        .filter_map(|id| workspace.event(id));
    let mut found: Vec<(&Event, Likeness)> = events
        .filter(|event| !dates::are_far(subject.date, event.date.as_ref()))
        .filter_map(|event| {
            let other = Subject::of_event(index, event);
            let likeness = likeness(names, subject, &other);
            let least = if subject.is_indexed {
                ALIKE
            } else {
                ALIKE_LINE
            };
            (likeness.value >= least).then_some((event, likeness))
        })
        .collect();
    found.sort_by(|a, b| {
        let order = b.1.value.total_cmp(&a.1.value);
        order.then_with(|| a.0.id.cmp(&b.0.id))
    });
    found
}

/// The events that share the rarest words.
fn candidates(index: &Index, subject: &Subject<'_>, common: usize) -> Vec<Slot> {
    // A word that only the entry itself has leads to nothing.
    let others = if subject.is_indexed { 2 } else { 1 };
    let stems = subject.stems.iter().flatten();
    let mut rare: Vec<(usize, WordNumber)> = stems
        .map(|stem| (index.uses(*stem), *stem))
        .filter(|(uses, _)| (others..=common).contains(uses))
        .collect();
    rare.sort_unstable();
    let mut shared: HashMap<Slot, f64> = HashMap::new();
    for (_, stem) in rare.into_iter().take(RARE_WORDS) {
        let weight = score::weight(index, Some(stem));
        for slot in index.slots_of(stem) {
            *shared.entry(slot).or_default() += weight;
        }
    }
    let mut slots: Vec<(f64, Slot)> = shared.into_iter().map(|(slot, it)| (it, slot)).collect();
    slots.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    slots.into_iter().take(CANDIDATES).map(|it| it.1).collect()
}

/// The pairs that the analyst has told apart.
struct TellsApart(HashSet<(EventId, EventId)>);

impl TellsApart {
    fn new(workspace: &Workspace) -> Self {
        let links = workspace.links.iter().map(|it| (it.cause, it.effect));
        let about = workspace.events.iter();
        let about = about.filter_map(|it| Some((it.id, it.concerns?)));
        Self(
            links
                .chain(about)
                .map(|(a, b)| (a.min(b), a.max(b)))
                .collect(),
        )
    }

    fn has(&self, one: EventId, other: EventId) -> bool {
        self.0.contains(&(one.min(other), one.max(other)))
    }
}

/// The items that two lists share, in the order of the first.
fn shared<T: Copy + Ord>(one: &[T], other: &[T]) -> Vec<T> {
    let other: BTreeSet<T> = other.iter().copied().collect();
    one.iter()
        .copied()
        .filter(|it| other.contains(it))
        .collect()
}
