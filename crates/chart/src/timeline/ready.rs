//! A timeline made ready: what is shown of a workspace as numbers, filed under lanes. Neither window nor
//! size decides any of it, so it is kept while those change.

use std::cmp::Reverse;

use layout::stretch::densest;
use model::date::Day;
use model::{Event, EventId, Workspace};

use super::entry::Entry;
use super::lane_names::{Filing, LaneName};
use super::plan::Rows;
use super::widths::Widths;
use crate::spec::LanesBy;

/// A timeline made ready to be drawn at any window, any size and with any selection.
///
/// It goes with one state of a workspace: make a new one, or [`update`](Self::update) it, when that
/// changes. Either way it is the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    pub(super) lanes_by: LanesBy,
    pub(super) as_of: Option<Day>,
    /// In the order of ids.
    pub(super) list: Vec<Entry>,
    /// Those that have any entries, from top to bottom.
    pub(super) lanes: Vec<Filed>,
    /// The known ends of all dates, sorted.
    pub(super) ends: Vec<f64>,
    /// The dense part of them.
    pub(super) dense: Option<(f64, f64)>,
    /// From the first to the last known day.
    pub(super) known: Option<(f64, f64)>,
    pub(super) widths: Widths,
}

/// The entries of a lane.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Filed {
    pub(super) name: LaneName,
    /// Indexes of its entries, in the order of ids.
    pub(super) members: Vec<u32>,
    /// The same, weightiest first.
    pub(super) by_weight: Vec<u32>,
    /// Shown entries of it without any known date, in the order of ids.
    pub(super) undated: Vec<EventId>,
    pub(super) rows: Rows,
}

impl Timeline {
    /// The timeline of the events of `workspace` that are `shown`, with an as-of line if there is a day.
    #[must_use]
    pub fn new(
        workspace: &Workspace,
        lanes_by: LanesBy,
        as_of: Option<Day>,
        shown: impl Fn(&Event) -> bool,
    ) -> Self {
        let as_of_days = as_of.map(end_of);
        let widths = Widths::measure();
        let mut filing = Filing::new(workspace, lanes_by);
        let mut links = LinkEnds::of(workspace);
        let mut list = Vec::with_capacity(workspace.events.len());
        let mut undated = Vec::new();
        for batch in workspace.events.chunks(BATCH) {
            fetch(batch);
            for event in batch.iter().filter(|event| shown(event)) {
                let lane = filing.lane_of(event);
                match Entry::of(event, as_of_days) {
                    Some(mut entry) => {
                        entry.links = links.count(event.id);
                        entry.label_px = widths.of(event);
                        entry.lane = lane;
                        list.push(entry);
                    }
                    None => undated.push((event.id, lane)),
                }
            }
        }
        let (names, places) = filing.ordered();
        let mut timeline = Self {
            lanes_by,
            as_of,
            list,
            lanes: names.into_iter().map(Filed::empty).collect(),
            ends: Vec::new(),
            dense: None,
            known: None,
            widths,
        };
        timeline.file(&places, undated);
        timeline.settle();
        timeline
    }

    /// The end of the as-of day, where its line stands.
    pub(super) fn as_of_days(&self) -> Option<f64> {
        self.as_of.map(end_of)
    }

    /// Files everything under its lane; `places` tells the lane of each number.
    fn file(&mut self, places: &[u32], undated: Vec<(EventId, u32)>) {
        let as_of = self.as_of_days();
        self.ends.reserve_exact(self.list.len() * 2);
        for (index, entry) in self.list.iter_mut().enumerate() {
            entry.lane = places[entry.lane as usize];
            self.lanes[entry.lane as usize].members.push(index as u32);
            self.ends.extend(entry.ends(as_of));
        }
        for (id, lane) in undated {
            let lane = places[lane as usize];
            self.lanes[lane as usize].undated.push(id);
        }
        self.weigh();
        self.ends.sort_unstable_by(f64::total_cmp);
    }

    /// Puts the entries of each lane in the order of their weights.
    pub(super) fn weigh(&mut self) {
        for lane in &mut self.lanes {
            lane.rows.forget();
            lane.by_weight.clone_from(&lane.members);
            lane.by_weight
                .sort_by_key(|&at| Reverse(self.list[at as usize].weight(None)));
        }
    }

    /// Works out what follows from the entries as a whole.
    pub(super) fn settle(&mut self) {
        let as_of = self.as_of_days();
        self.dense = densest(&self.ends);
        let known = self.list.iter().map(|it| it.when(as_of).known_days());
        self.known = known.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    }
}

impl Filed {
    fn empty(name: LaneName) -> Self {
        Self {
            name,
            members: Vec::new(),
            by_weight: Vec::new(),
            undated: Vec::new(),
            rows: Rows::default(),
        }
    }
}

/// The end of a day.
fn end_of(day: Day) -> f64 {
    day.0 as f64 + 1.0
}

/// Events that are fetched from memory at once.
const BATCH: usize = 64;

/// Touches what events keep elsewhere in memory: the two lines that a title fills, and the themes. So the
/// waits for it overlap; one event after the other they take longer than all the work.
fn fetch(events: &[Event]) {
    for event in events {
        let title = event.title.as_bytes();
        let ends = (title.first().copied(), title.get(64).copied());
        std::hint::black_box((ends, event.leading_theme()));
    }
}

/// The ends of all links, to be counted for events in the order of their ids.
pub(super) struct LinkEnds {
    sorted: Vec<EventId>,
    passed: usize,
}

impl LinkEnds {
    pub(super) fn of(workspace: &Workspace) -> Self {
        let ends = workspace.links.iter().flat_map(|it| [it.cause, it.effect]);
        let mut sorted: Vec<EventId> = ends.collect();
        sorted.sort_unstable();
        Self { sorted, passed: 0 }
    }

    /// How many links lead to `id` or start there; ids are asked for in their order.
    pub(super) fn count(&mut self, id: EventId) -> u16 {
        let rest = &self.sorted[self.passed..];
        let before = rest.iter().take_while(|it| **it < id).count();
        let here = rest[before..].iter().take_while(|it| **it == id).count();
        self.passed += before + here;
        u16::try_from(here).unwrap_or(u16::MAX)
    }
}
