//! A timeline brought up to date after an edit, without reading what was not touched.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use model::{Event, EventId, Workspace};

use super::chain::Ends;
use super::entry::Entry;
use super::filed::{Filed, Stale};
use super::lane_names::LaneNames;
use super::ready::Timeline;

/// After more changes than this at once a new timeline is made: each costs a walk through the lists.
const FEW: usize = 64;

/// Where an event belongs: its lane, and its entry if it has a date.
type Place = (usize, Option<Entry>);

impl Timeline {
    /// Brings it up to date with `workspace`, in which the `touched` events were added, changed or
    /// deleted. After links were, [`recount`](Self::recount) them; when themes, categories, actors or
    /// anything that decides what is `shown` changed too, links of a timeline of days since an event did, or
    /// empty stretches are folded, make a new one.
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

    /// Brings it up to date with `workspace`, in which links were added, changed or deleted.
    pub fn recount(&mut self, workspace: &Workspace) {
        self.ends = Ends::default();
        let counts = counts(workspace);
        for lane in &mut self.lanes {
            let mut changed = false;
            for entry in &mut lane.entries {
                let links = counts.get(&entry.id).copied().unwrap_or(0);
                changed |= entry.links != links;
                entry.links = links;
            }
            if changed {
                lane.weigh();
            }
        }
    }

    /// Puts each touched event where it belongs now; false when a lane begins or ends with that.
    fn patched(
        &mut self,
        workspace: &Workspace,
        touched: &BTreeSet<EventId>,
        shown: impl Fn(&Event) -> bool,
    ) -> bool {
        if !self.spec.since.is_empty() {
            return false;
        }
        let names = LaneNames::new(workspace, &self.spec);
        let mut places: BTreeMap<EventId, Place> = BTreeMap::new();
        for &id in touched {
            let Some(event) = workspace.event(id).filter(|event| shown(event)) else {
                continue;
            };
            let Some(place) = self.place(&names, event) else {
                return false;
            };
            places.insert(id, place);
        }
        let before = self.known;
        let (old, mut new) = self.take(touched, &mut places);
        let put = places
            .into_iter()
            .filter_map(|(id, (lane, entry))| self.put(workspace, id, lane, entry, &old));
        new.extend(put);
        for lane in &mut self.lanes {
            lane.catch_up();
        }
        self.settle();
        self.respread(before, &new, &old);
        let in_order = |pair: &[Filed]| pair[0].begins_before(&pair[1]).is_le();
        self.lanes.iter().all(|lane| !lane.is_empty())
            && (!self.spec.by_first || self.lanes.windows(2).all(in_order))
    }

    /// Where `event` belongs; `None` when there is no such lane yet.
    fn place(&self, names: &LaneNames<'_>, event: &Event) -> Option<Place> {
        let key = names.key(names.leading(event));
        let lane = self.lanes.iter().position(|it| it.name.key == key)?;
        let mut entry = self.entry(event);
        if let Some(entry) = &mut entry {
            entry.label_px = self.widths.of(event);
        }
        Some((lane, entry))
    }

    /// Takes events out of their lanes, but for those that stay where they are: these are replaced there, and are no
    /// longer among the `places`. Gives the entries that all of them had, and those that were replaced.
    fn take(
        &mut self,
        touched: &BTreeSet<EventId>,
        places: &mut BTreeMap<EventId, Place>,
    ) -> (BTreeMap<EventId, Entry>, Vec<Entry>) {
        let (mut old, mut new) = (BTreeMap::new(), Vec::new());
        for (number, lane) in self.lanes.iter_mut().enumerate() {
            lane.undated.retain(|it| !touched.contains(it));
            let is_touched = |at: &usize| touched.contains(&lane.entries[*at].id);
            let found: Vec<usize> = (0..lane.entries.len()).filter(is_touched).collect();
            for at in found.into_iter().rev() {
                let was = lane.entries[at];
                old.insert(was.id, was);
                if let Some((to, Some(entry))) = places.get(&was.id)
                    && *to == number
                    && entry.stretch() == was.stretch()
                {
                    let mut entry = *entry;
                    entry.links = was.links;
                    lane.replace(at, entry);
                    new.push(entry);
                    places.remove(&was.id);
                } else {
                    lane.entries.remove(at);
                    lane.stale = Stale::Everything;
                }
            }
        }
        (old, new)
    }

    /// Puts an event into its lane; the number of its links is that which it had. Gives its entry.
    fn put(
        &mut self,
        workspace: &Workspace,
        id: EventId,
        lane: usize,
        entry: Option<Entry>,
        old: &BTreeMap<EventId, Entry>,
    ) -> Option<Entry> {
        let lane = &mut self.lanes[lane];
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

    /// Brings the overview up to date: by the touched events alone, where its extent is what it was.
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

impl Filed {
    /// Works out what follows from its entries, if they have changed.
    fn catch_up(&mut self) {
        match std::mem::take(&mut self.stale) {
            Stale::Nothing => {}
            Stale::Rows => self.rows.forget(),
            Stale::Weights => self.weigh(),
            Stale::Everything => self.settle(),
        }
    }
}

/// How many links each event has that has any.
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
