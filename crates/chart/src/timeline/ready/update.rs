//! Updates a timeline after an edit, without reading what was not touched.
#![expect(clippy::disallowed_types, reason = "counts by id, only looked up")]

use std::collections::{BTreeMap, BTreeSet, HashMap};

use model::{Event, EventId, Workspace};

use super::timeline::Timeline;
use crate::timeline::prepare::chain::Ends;
use crate::timeline::prepare::entry::Entry;
use crate::timeline::prepare::lane_index::Stale;
use crate::timeline::prepare::lane_names::LaneNames;
use crate::timeline::rows::PackedLane;

/// After more changes than this a new timeline is made: each change costs a pass over the lists.
const FEW: usize = 64;

/// Where an event belongs: its lane, and its entry if it has a date.
type Place = (usize, Option<Entry>);

impl Timeline {
    /// Updates it to `workspace`, in which the `touched` events were added, changed or deleted. If links changed,
    /// [`recount`](Self::recount) them. Make a new timeline instead if themes, categories, actors or anything that
    /// decides what is `shown` changed, if links of a timeline of days since an event changed, or if empty stretches are
    /// folded.
    pub fn update(
        &mut self,
        workspace: &Workspace,
        touched: &BTreeSet<EventId>,
        shown: impl Fn(&Event) -> bool + Sync,
    ) {
        if touched.len() > FEW || !self.patched(workspace, touched, &shown) {
            *self = Self::new(workspace, self.spec.clone(), self.as_of, shown);
        }
    }

    /// Updates it to `workspace`, in which links were added, changed or deleted.
    pub fn recount(&mut self, workspace: &Workspace) {
        self.ends = Ends::default();
        let counts = counts(workspace);
        for lane in &mut self.lanes {
            let mut changed = false;
            for entry in &mut lane.index.entries {
                let links = counts.get(&entry.id).copied().unwrap_or(0);
                changed |= entry.links != links;
                entry.links = links;
            }
            if changed {
                lane.weigh();
            }
        }
    }

    /// Puts each touched event where it belongs now; false if a lane appears or disappears.
    fn patched(
        &mut self,
        workspace: &Workspace,
        touched: &BTreeSet<EventId>,
        shown: impl Fn(&Event) -> bool,
    ) -> bool {
        if !self.spec.since.is_empty() {
            return false;
        }
        let Some(mut places) = self.places(workspace, touched, shown) else {
            return false;
        };
        let (before, mut moved) = (self.known, touched.clone());
        let (mut old, mut new) = self.replace(&mut places, &mut moved);
        let mut replaced = old.values().zip(&new);
        let is_settled = moved.is_empty() && replaced.all(|(a, b)| self.known_alike(a, b));
        old.append(&mut self.take(&moved));
        let put = places
            .into_iter()
            .filter_map(|(id, (lane, entry))| self.put(workspace, id, lane, entry, &old));
        new.extend(put);
        self.lanes.iter_mut().for_each(PackedLane::catch_up);
        if !is_settled {
            self.settle();
        }
        self.respread(before, &new, &old);
        let in_order = |pair: &[PackedLane]| pair[0].index.begins_before(&pair[1].index).is_le();
        self.lanes.iter().all(|lane| !lane.index.is_empty())
            && (!self.spec.by_first || self.lanes.windows(2).all(in_order))
    }

    /// Where the touched events that are shown belong; `None` if one of them needs a new lane.
    fn places(
        &self,
        workspace: &Workspace,
        touched: &BTreeSet<EventId>,
        shown: impl Fn(&Event) -> bool,
    ) -> Option<BTreeMap<EventId, Place>> {
        let names = LaneNames::new(workspace, &self.spec);
        let events = touched.iter().filter_map(|id| workspace.event(*id));
        let shown = events.filter(|event| shown(event));
        shown
            .map(|event| Some((event.id, self.place(&names, event)?)))
            .collect()
    }

    /// Where `event` belongs; `None` if there is no such lane yet.
    fn place(&self, names: &LaneNames<'_>, event: &Event) -> Option<Place> {
        let key = names.key(names.leading(event));
        let lane = self.lanes.iter().position(|it| it.index.name.key == key)?;
        let mut entry = self.entry(event);
        if let Some(entry) = &mut entry {
            entry.label_px = self.widths.of(event);
        }
        Some((lane, entry))
    }

    /// Updates in place all events that span the same days as before in the same lane, and removes them from `places`
    /// and `moved`. Returns their old and new entries, in the same order.
    fn replace(
        &mut self,
        places: &mut BTreeMap<EventId, Place>,
        moved: &mut BTreeSet<EventId>,
    ) -> (BTreeMap<EventId, Entry>, Vec<Entry>) {
        let (mut old, mut new) = (BTreeMap::new(), Vec::new());
        places.retain(|id, (lane, entry)| {
            let lane = &mut self.lanes[*lane].index;
            let stays = match *entry {
                None => lane.undated.binary_search(id).is_ok(),
                Some(entry) => lane.replace(entry).is_some_and(|(was, is)| {
                    old.insert(*id, was);
                    new.push(is);
                    true
                }),
            };
            if stays {
                moved.remove(id);
            }
            !stays
        });
        (old, new)
    }

    /// Whether the timeline as a whole is the same with either of two entries.
    fn known_alike(&self, a: &Entry, b: &Entry) -> bool {
        let as_of = self.as_of_days();
        a.ends(as_of).eq(b.ends(as_of)) && a.when(as_of).known_days() == b.when(as_of).known_days()
    }

    /// Removes events from their lanes, wherever they are. Returns their entries.
    fn take(&mut self, events: &BTreeSet<EventId>) -> BTreeMap<EventId, Entry> {
        let mut old = BTreeMap::new();
        if events.is_empty() {
            return old;
        }
        for lane in self.lanes.iter_mut().map(|it| &mut it.index) {
            lane.undated.retain(|it| !events.contains(it));
            let is_moved = |at: &usize| events.contains(&lane.entries[*at].id);
            let found: Vec<usize> = (0..lane.entries.len()).filter(is_moved).collect();
            for at in found.into_iter().rev() {
                let was = lane.entries.remove(at);
                old.insert(was.id, was);
                lane.stale = Stale::Everything;
            }
        }
        old
    }

    /// Puts an event into its lane, keeping the number of its links. Returns its entry.
    fn put(
        &mut self,
        workspace: &Workspace,
        id: EventId,
        lane: usize,
        entry: Option<Entry>,
        old: &BTreeMap<EventId, Entry>,
    ) -> Option<Entry> {
        let lane = &mut self.lanes[lane].index;
        let Some(mut entry) = entry else {
            let at = lane.undated.partition_point(|it| *it < id);
            lane.undated.insert(at, id);
            return None;
        };
        let links = old.get(&id).map(|it| it.links);
        entry.links = links.unwrap_or_else(|| links_of(workspace, id));
        let at = lane.entries.partition_point(|it| it.order(&entry).is_lt());
        lane.entries.insert(at, entry);
        lane.stale = Stale::Everything;
        Some(entry)
    }

    /// Updates the overview: only for the touched events if its extent is unchanged.
    fn respread(
        &mut self,
        before: Option<(f64, f64)>,
        new: &[Entry],
        old: &BTreeMap<EventId, Entry>,
    ) {
        if before != self.known {
            return self.spread();
        }
        let as_of = self.as_of_days();
        for entry in new {
            entry.spread(&mut self.strip, 1.0, as_of);
        }
        for entry in old.values() {
            entry.spread(&mut self.strip, -1.0, as_of);
        }
        self.strip.sum_up();
    }
}

/// The number of links of each event that has any.
fn counts(workspace: &Workspace) -> HashMap<EventId, u16> {
    let mut counts: HashMap<EventId, u16> = HashMap::new();
    for end in workspace.links.iter().flat_map(|it| [it.cause, it.effect]) {
        let count = counts.entry(end).or_default();
        *count = count.saturating_add(1);
    }
    counts
}

/// How many links lead to `id` or start there.
fn links_of(workspace: &Workspace, id: EventId) -> u16 {
    let ends = workspace.links.iter().flat_map(|it| [it.cause, it.effect]);
    u16::try_from(ends.filter(|it| *it == id).count()).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests;
