//! A prepared timeline: what is shown of a workspace as numbers, by lane. It does not depend on window or size, so it is
//! kept while those change.

use std::cmp::Reverse;

use layout::folds::Folds;
use layout::stretch::densest;
use model::date::Day;
use model::{Event, EventId, Workspace};
use rayon::prelude::*;

use crate::spec::{Lanes, Window};
use crate::timeline::prepare::chain::Ends;
use crate::timeline::prepare::collect::{Collecting, link_ends};
use crate::timeline::prepare::entry::Entry;
use crate::timeline::prepare::lane_index::{LaneIndex, wider};
use crate::timeline::prepare::strip::Strip;
use crate::timeline::prepare::widths::Widths;
use crate::timeline::rows::PackedLane;

/// A timeline prepared for drawing with any window, size and selection.
///
/// It belongs to one state of a workspace: make a new one, or [`update`](Self::update) it, when that changes. The result
/// is the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    pub(crate) spec: Lanes,
    pub(crate) as_of: Option<Day>,
    /// Those with any entries, from top to bottom.
    pub(crate) lanes: Vec<PackedLane>,
    /// The densest range of the known ends of all dates.
    pub(crate) dense: Option<(f64, f64)>,
    /// From the first to the last known day.
    pub(crate) known: Option<(f64, f64)>,
    pub(crate) strip: Strip,
    /// Empty stretches that are drawn short. All days here are folded days.
    pub(crate) folds: Folds,
    pub(crate) widths: Widths,
    /// Links by their ends, once they have been needed.
    pub(crate) ends: Ends,
    /// Up to this many entries are packed at once at each new zoom level; more are packed as they come into view.
    pub(crate) whole: usize,
}

/// This many are packed in a few milliseconds.
const WHOLE: usize = 8192;

impl Timeline {
    /// The timeline of the events of `workspace` that are `shown`, with an as-of line if a day is given.
    #[must_use]
    pub fn new(
        workspace: &Workspace,
        lanes: impl Into<Lanes>,
        as_of: Option<Day>,
        shown: impl Fn(&Event) -> bool + Sync,
    ) -> Self {
        let spec = lanes.into();
        if !spec.since.is_empty() {
            return Self::since(workspace, spec, shown);
        }
        let widths = Widths::measure();
        let lanes = Collecting {
            workspace,
            spec: &spec,
            as_of_days: as_of.map(end_of),
            link_ends: &link_ends(workspace),
            widths: &widths,
            shown: &shown,
        }
        .by_halves();
        Self::of(spec, as_of, lanes, widths)
    }

    /// The timeline of these lanes, whose entries may be in any order.
    pub(crate) fn of(
        spec: Lanes,
        as_of: Option<Day>,
        lanes: Vec<LaneIndex>,
        widths: Widths,
    ) -> Self {
        let mut timeline = Self {
            spec,
            as_of,
            lanes: lanes.into_iter().map(PackedLane::new).collect(),
            dense: None,
            known: None,
            strip: Strip::default(),
            folds: Folds::default(),
            widths,
            ends: Ends::default(),
            whole: WHOLE,
        };
        timeline.order();
        if timeline.spec.by_first {
            timeline
                .lanes
                .sort_by(|a, b| a.index.begins_before(&b.index));
        }
        timeline.settle();
        timeline.spread();
        timeline
    }

    /// The same with its long empty stretches folded.
    #[must_use]
    pub fn collapsed(mut self) -> Self {
        let entries = self.lanes.iter().flat_map(|it| &it.index.entries);
        let line = self.as_of.map(end_of).map(|it| (it - 1.0, it));
        self.folds = Folds::between(entries.flat_map(Entry::busy).chain(line).collect());
        for entry in self.lanes.iter_mut().flat_map(|it| &mut it.index.entries) {
            *entry = entry.folded(&self.folds);
        }
        self.order();
        self.settle();
        self.spread();
        self
    }

    /// The end of the as-of day, where its line is.
    pub(crate) fn as_of_days(&self) -> Option<f64> {
        self.as_of_unfolded().map(|it| self.folds.fold(it))
    }

    /// The end of the as-of day.
    pub(crate) fn as_of_unfolded(&self) -> Option<f64> {
        self.as_of.map(end_of)
    }

    /// The entry of an event, without its links and its label.
    pub(crate) fn entry(&self, event: &Event) -> Option<Entry> {
        Some(Entry::of(event, self.as_of_unfolded())?.folded(&self.folds))
    }

    /// How many entries it has.
    pub(crate) fn count(&self) -> usize {
        self.lanes.iter().map(|it| it.index.entries.len()).sum()
    }

    /// Sorts the entries of all lanes, the largest lane first, because it may hold a third of them.
    fn order(&mut self) {
        let mut waiting: Vec<&mut PackedLane> = self.lanes.iter_mut().collect();
        waiting.sort_by_key(|it| Reverse(it.index.entries.len()));
        waiting
            .into_par_iter()
            .with_max_len(1)
            .for_each(PackedLane::order);
    }

    /// Computes what depends on the entries as a whole.
    pub(crate) fn settle(&mut self) {
        let as_of = self.as_of_days();
        let count = self.count();
        let every = (count / SAMPLE).next_power_of_two() as i64;
        let entries = self.lanes.iter().flat_map(|it| &it.index.entries);
        let sampled = entries.filter(|it| it.id.0 % every == 0);
        let mut ends: Vec<f64> = sampled.flat_map(|it| it.ends(as_of)).collect();
        ends.sort_unstable_by(f64::total_cmp);
        self.dense = densest(&ends);
        let known = self
            .lanes
            .iter()
            .filter_map(|it| it.index.known_days(as_of));
        self.known = known.reduce(wider);
    }

    /// Spreads the severity of all entries over the overview strip.
    pub(crate) fn spread(&mut self) {
        let as_of = self.as_of_days();
        let mut strip = Strip::empty(self.known);
        for entry in self.lanes.iter().flat_map(|it| &it.index.entries) {
            entry.spread(&mut strip, 1.0, as_of);
        }
        strip.sum_up();
        self.strip = strip;
    }

    /// The lane of an event and its index in that lane.
    pub(crate) fn find(&self, event: &Event) -> Option<(usize, usize)> {
        let entry = self.entry(event)?;
        let mut lanes = self.lanes.iter().enumerate();
        lanes.find_map(|(lane, packed)| {
            let entry = entry.earlier(packed.index.since_days);
            Some((lane, packed.index.place_of(&entry)?))
        })
    }

    /// Whether an entry touches a window of folded days; `None` if it is not on this timeline.
    pub(crate) fn touches(
        &self,
        workspace: &Workspace,
        id: EventId,
        window: Window,
    ) -> Option<bool> {
        let (lane, at) = self.find(workspace.event(id)?)?;
        let (from, to) = self.lanes.get(lane)?.index.entries.get(at)?.stretch();
        Some(to > window.from_days && from < window.to_days)
    }

    /// Size in bytes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let lanes = self.lanes.iter().map(|it| it.index.bytes());
        lanes.sum::<usize>() + self.strip.bytes() + self.ends.bytes()
    }
}

/// If there are more entries than this, a sample is used to find where they are dense.
const SAMPLE: usize = 65_536;

/// The end of a day.
fn end_of(day: Day) -> f64 {
    day.0 as f64 + 1.0
}
