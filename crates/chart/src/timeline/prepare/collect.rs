//! The entries of all events that are shown, by lane. Reading a million events is bound by memory, so two processors do
//! it.

use std::collections::BTreeMap;

use model::{Event, EventId, Workspace};
use rayon::prelude::*;

use super::entry::Entry;
use super::lane_index::LaneIndex;
use super::lane_names::{Filing, Key, LaneName};
use super::widths::Widths;
use crate::spec::Lanes;

/// Input for the entries.
pub(crate) struct Collecting<'a, F> {
    pub(crate) workspace: &'a Workspace,
    pub(crate) spec: &'a Lanes,
    pub(crate) as_of_days: Option<f64>,
    /// The ends of all links, sorted.
    pub(crate) link_ends: &'a [EventId],
    pub(crate) widths: &'a Widths,
    pub(crate) shown: &'a F,
}

/// A lane while entries are collected.
struct CollectedLane {
    name: LaneName,
    entries: Vec<Entry>,
    undated: Vec<EventId>,
}

impl<F: Fn(&Event) -> bool + Sync> Collecting<'_, F> {
    /// The lanes, from top to bottom, with their entries in order of id.
    pub(crate) fn by_halves(&self) -> Vec<LaneIndex> {
        let events = &self.workspace.events;
        let (front, back) = events.split_at(events.len() / 2);
        let (mut lanes, back) = rayon::join(|| self.lanes_of(front), || self.lanes_of(back));
        for (key, mut lane) in back {
            match lanes.get_mut(&key) {
                Some(front) => {
                    front.entries.append(&mut lane.entries);
                    front.undated.append(&mut lane.undated);
                }
                None => drop(lanes.insert(key, lane)),
            }
        }
        let index = |mut lane: CollectedLane| {
            lane.entries.shrink_to_fit();
            LaneIndex {
                entries: lane.entries,
                undated: lane.undated,
                ..LaneIndex::empty(lane.name)
            }
        };
        lanes.into_values().map(index).collect()
    }

    /// The lanes of some of the events, by key.
    fn lanes_of(&self, events: &[Event]) -> BTreeMap<Key, CollectedLane> {
        let mut filing = Filing::new(self.workspace, self.spec);
        let mut links = LinkCounts::from(self.link_ends, events);
        let mut lanes: Vec<(Vec<Entry>, Vec<EventId>)> = Vec::new();
        for batch in events.chunks(BATCH) {
            fetch(batch);
            for event in batch.iter().filter(|event| (self.shown)(event)) {
                let lane = filing.lane_of(event) as usize;
                if lane >= lanes.len() {
                    lanes.resize_with(lane + 1, Default::default);
                }
                match Entry::of(event, self.as_of_days) {
                    Some(mut entry) => {
                        entry.links = links.count(event.id);
                        entry.label_px = self.widths.of(event);
                        lanes[lane].0.push(entry);
                    }
                    None => lanes[lane].1.push(event.id),
                }
            }
        }
        let names = filing.numbered();
        let lanes = names.into_iter().zip(lanes);
        let named = |(name, (entries, undated)): (LaneName, _)| {
            let lane = CollectedLane {
                name,
                entries,
                undated,
            };
            (lane.name.key.clone(), lane)
        };
        lanes.map(named).collect()
    }
}

/// Events whose memory is prefetched at once.
const BATCH: usize = 64;

/// Touches what events keep elsewhere in memory: the two cache lines that a title fills, and the themes. So the waits
/// for memory overlap; one event after the other, they take longer than all the work.
fn fetch(events: &[Event]) {
    for event in events {
        let title = event.title.as_bytes();
        let ends = (title.first().copied(), title.get(64).copied());
        std::hint::black_box((ends, event.leading_theme()));
    }
}

/// The ends of all links, sorted.
pub(crate) fn link_ends(workspace: &Workspace) -> Vec<EventId> {
    let ends = workspace.links.iter().flat_map(|it| [it.cause, it.effect]);
    let mut sorted: Vec<EventId> = ends.collect();
    sorted.par_sort_unstable();
    sorted
}

/// The ends of links that are still to be counted, for events in order of id.
struct LinkCounts<'a>(&'a [EventId]);

impl<'a> LinkCounts<'a> {
    /// Those of `events` and of later ids.
    fn from(ends: &'a [EventId], events: &[Event]) -> Self {
        let first = events.first().map_or(ends.len(), |first| {
            ends.partition_point(|end| *end < first.id)
        });
        Self(&ends[first..])
    }

    /// How many links lead to `id` or start there; ids have to be asked for in order.
    fn count(&mut self, id: EventId) -> u16 {
        let before = self.0.iter().take_while(|it| **it < id).count();
        let here = self.0[before..].iter().take_while(|it| **it == id).count();
        self.0 = &self.0[before + here..];
        u16::try_from(here).unwrap_or(u16::MAX)
    }
}
