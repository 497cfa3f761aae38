//! A timeline brought up to date after an edit, without reading what was not touched.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use model::{Event, EventId, Workspace};

use super::entry::Entry;
use super::lane_names::LaneNames;
use super::ready::{Filed, LinkEnds, Timeline};

/// After more changes than this at once a new timeline is made: each costs a walk through the lists.
const FEW: usize = 64;

/// Where an event belongs.
enum Place {
    /// On the timeline.
    Dated(Entry),
    /// In the count of this lane.
    Undated(u32),
}

impl Timeline {
    /// Brings it up to date with `workspace`, in which the `touched` events were added, changed or
    /// deleted. After links were, [`recount`](Self::recount) them; when themes, categories, actors or
    /// anything that decides what is `shown` changed too, make a new timeline.
    pub fn update(
        &mut self,
        workspace: &Workspace,
        touched: &BTreeSet<EventId>,
        shown: impl Fn(&Event) -> bool,
    ) {
        if touched.len() > FEW || !self.patched(workspace, touched, &shown) {
            *self = Self::new(workspace, self.lanes_by, self.as_of, shown);
        }
    }

    /// Brings it up to date with `workspace`, in which links were added, changed or deleted.
    pub fn recount(&mut self, workspace: &Workspace) {
        let mut links = LinkEnds::of(workspace);
        for entry in &mut self.list {
            entry.links = links.count(entry.id);
        }
        self.weigh();
    }

    /// Puts each touched event where it belongs now; false when a lane begins or ends with that.
    fn patched(
        &mut self,
        workspace: &Workspace,
        touched: &BTreeSet<EventId>,
        shown: impl Fn(&Event) -> bool,
    ) -> bool {
        let names = LaneNames::new(workspace, self.lanes_by);
        for &id in touched {
            let event = workspace.event(id).filter(|event| shown(event));
            let place = event.map(|event| self.place(workspace, &names, event));
            match place {
                Some(None) => return false,
                place => self.put(id, place.flatten()),
            }
        }
        self.settle();
        self.lanes.iter().all(|lane| !lane.is_empty())
    }

    /// Where `event` belongs; `None` when there is no such lane yet.
    fn place(&self, workspace: &Workspace, names: &LaneNames<'_>, event: &Event) -> Option<Place> {
        let key = names.key(names.leading(event));
        let lane = self.lanes.iter().position(|it| it.name.key == key)? as u32;
        let Some(mut entry) = Entry::of(event, self.as_of_days()) else {
            return Some(Place::Undated(lane));
        };
        entry.links = match self.find(event.id) {
            Ok(at) => self.list[at].links,
            Err(_) => links_of(workspace, event.id),
        };
        entry.label_px = self.widths.of(event);
        entry.lane = lane;
        Some(Place::Dated(entry))
    }

    pub(super) fn find(&self, id: EventId) -> Result<usize, usize> {
        self.list.binary_search_by_key(&id, |it| it.id)
    }

    fn put(&mut self, id: EventId, place: Option<Place>) {
        for lane in &mut self.lanes {
            lane.undated.retain(|it| *it != id);
        }
        let (entry, undated) = match place {
            Some(Place::Dated(entry)) => (Some(entry), None),
            Some(Place::Undated(lane)) => (None, Some(lane)),
            None => (None, None),
        };
        match (self.find(id), entry) {
            (Ok(at), Some(entry)) => self.replace(at, entry),
            (Ok(at), None) => self.remove(at),
            (Err(at), Some(entry)) => self.insert(at, entry),
            (Err(_), None) => {}
        }
        if let Some(lane) = undated {
            let ids = &mut self.lanes[lane as usize].undated;
            ids.insert(ids.partition_point(|it| *it < id), id);
        }
    }

    fn replace(&mut self, at: usize, entry: Entry) {
        let old = std::mem::replace(&mut self.list[at], entry);
        self.swap_ends(Some(&old), Some(&entry));
        self.lanes[entry.lane as usize].rows.forget();
        if (old.lane, old.weight(None)) != (entry.lane, entry.weight(None)) {
            self.lanes[old.lane as usize].take(at);
            self.lanes[entry.lane as usize].add(at, &self.list);
        }
    }

    fn remove(&mut self, at: usize) {
        let old = self.list.remove(at);
        self.swap_ends(Some(&old), None);
        self.lanes[old.lane as usize].take(at);
        self.each_index(|it| it - usize::from(it > at));
    }

    fn insert(&mut self, at: usize, entry: Entry) {
        self.list.insert(at, entry);
        self.swap_ends(None, Some(&entry));
        self.each_index(|it| it + usize::from(it >= at));
        self.lanes[entry.lane as usize].add(at, &self.list);
    }

    fn each_index(&mut self, change: impl Fn(usize) -> usize) {
        for lane in &mut self.lanes {
            let indexes = lane.members.iter_mut().chain(&mut lane.by_weight);
            indexes.for_each(|it| *it = change(*it as usize) as u32);
            lane.rows.each_index(&change);
        }
    }

    fn swap_ends(&mut self, old: Option<&Entry>, new: Option<&Entry>) {
        let as_of = self.as_of_days();
        for days in old.into_iter().flat_map(|it| it.ends(as_of)) {
            if let Ok(at) = self.ends.binary_search_by(|it| it.total_cmp(&days)) {
                self.ends.remove(at);
            }
        }
        for days in new.into_iter().flat_map(|it| it.ends(as_of)) {
            let at = self.ends.partition_point(|it| it.total_cmp(&days).is_lt());
            self.ends.insert(at, days);
        }
    }
}

impl Filed {
    fn is_empty(&self) -> bool {
        self.members.is_empty() && self.undated.is_empty()
    }

    fn take(&mut self, index: usize) {
        self.rows.forget();
        self.members.retain(|it| *it as usize != index);
        self.by_weight.retain(|it| *it as usize != index);
    }

    fn add(&mut self, index: usize, list: &[Entry]) {
        self.rows.forget();
        let index = index as u32;
        let rank = |at: u32| (Reverse(list[at as usize].weight(None)), at);
        let at = self.members.partition_point(|it| *it < index);
        self.members.insert(at, index);
        let at = self.by_weight.partition_point(|it| rank(*it) < rank(index));
        self.by_weight.insert(at, index);
    }
}

/// How many links lead to `id` or start there.
fn links_of(workspace: &Workspace, id: EventId) -> u16 {
    let ends = workspace.links.iter().flat_map(|it| [it.cause, it.effect]);
    u16::try_from(ends.filter(|it| *it == id).count()).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests;
