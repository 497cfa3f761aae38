//! What is to be drawn: the shown events with their dates, lanes and weights.

use std::collections::{BTreeMap, HashMap};

use model::{Event, EventId, Workspace};

use crate::extent::When;
use crate::spec::{LanesBy, TimelineSpec};

/// An event on the timeline.
pub(super) struct Entry<'a> {
    pub(super) event: &'a Event,
    pub(super) when: When,
    /// Index of its lane.
    pub(super) lane: usize,
    /// Its importance: selection, then severity, then number of links.
    pub(super) weight: u64,
    /// Lies wholly after the as-of day.
    pub(super) ahead: bool,
}

/// A lane, before anything has a place.
pub(super) struct LaneName {
    /// Name for reading.
    pub(super) title: String,
    /// What the hit says.
    pub(super) id: String,
    /// Name of its hue in the design tokens; empty for none.
    pub(super) hue: String,
    /// Shown entries of it without any known date.
    pub(super) undated: usize,
}

/// Entries in the order of their ids, and the lanes that have any, in the order of the workspace.
pub(super) struct Entries<'a> {
    pub(super) list: Vec<Entry<'a>>,
    pub(super) lanes: Vec<LaneName>,
}

/// The weight from which an event is laid before others: severity 4.
pub(super) const HEAVY: u64 = 4000;
/// Severity in the weight; links count below it.
const PER_SEVERITY: u64 = 1000;

/// Collects the entries that `spec` shows.
pub(super) fn collect<'a>(workspace: &'a Workspace, spec: &TimelineSpec<'_>) -> Entries<'a> {
    let as_of_days = as_of_days(spec);
    let links = link_counts(workspace);
    let mut sorter = Sorter::new(workspace, spec.lanes);
    let mut list = Vec::new();
    let mut shown = spec.shown.iter().peekable();
    for event in &workspace.events {
        while shown.next_if(|id| **id < event.id).is_some() {}
        if shown.peek() != Some(&&event.id) {
            continue;
        }
        let lane = sorter.lane_of(event);
        let dated = event.date.as_ref();
        let Some(when) = dated.and_then(|it| When::of(it, event.is_unrealized(), as_of_days))
        else {
            sorter.lanes[lane].undated += 1;
            continue;
        };
        let linked = links
            .get(&event.id)
            .copied()
            .unwrap_or(0)
            .min(PER_SEVERITY - 1);
        let chosen = if spec.selected == Some(event.id) {
            100 * PER_SEVERITY
        } else {
            0
        };
        let weight = chosen + u64::from(event.severity) * PER_SEVERITY + linked;
        let ahead = as_of_days.is_some_and(|as_of| when.reach_days().0 >= as_of);
        list.push(Entry {
            event,
            when,
            lane,
            weight,
            ahead,
        });
    }
    sorter.ordered(list)
}

/// The end of the as-of day, where its line stands.
pub(super) fn as_of_days(spec: &TimelineSpec<'_>) -> Option<f64> {
    spec.as_of.map(|day| day.0 as f64 + 1.0)
}

fn link_counts(workspace: &Workspace) -> HashMap<EventId, u64> {
    let mut counts = HashMap::new();
    for link in &workspace.links {
        *counts.entry(link.cause).or_default() += 1;
        *counts.entry(link.effect).or_default() += 1;
    }
    counts
}

/// Files events under lanes as they first occur, and puts the lanes in order afterwards.
struct Sorter<'a> {
    workspace: &'a Workspace,
    by: LanesBy,
    /// Place in the order of lanes, and index into `lanes`.
    known: BTreeMap<Key, usize>,
    lanes: Vec<LaneName>,
    /// Place of each id in its list, for the order of lanes.
    places: HashMap<i64, usize>,
}

/// Sorts as the lanes do: by place in the workspace, then by name.
type Key = (usize, String);

impl<'a> Sorter<'a> {
    fn new(workspace: &'a Workspace, by: LanesBy) -> Self {
        let ids: Vec<i64> = match by {
            LanesBy::Theme => workspace.themes.iter().map(|it| it.id.0).collect(),
            LanesBy::Category => workspace.categories.iter().map(|it| it.id.0).collect(),
            LanesBy::Actor | LanesBy::Country => {
                workspace.actors.iter().map(|it| it.id.0).collect()
            }
            LanesBy::None => Vec::new(),
        };
        let places = ids
            .into_iter()
            .enumerate()
            .map(|(place, id)| (id, place))
            .collect();
        Self {
            workspace,
            by,
            known: BTreeMap::new(),
            lanes: Vec::new(),
            places,
        }
    }

    fn lane_of(&mut self, event: &Event) -> usize {
        let key = self.key(event);
        if let Some(&lane) = self.known.get(&key) {
            return lane;
        }
        let name = self.name(&key);
        self.lanes.push(name);
        self.known.insert(key, self.lanes.len() - 1);
        self.lanes.len() - 1
    }

    fn key(&self, event: &Event) -> Key {
        let actor = event.actors.first().map(|it| it.actor);
        let id = match self.by {
            LanesBy::Theme => event.leading_theme().map(|it| it.0),
            LanesBy::Category => event.category.map(|it| it.0),
            LanesBy::Actor => actor.map(|it| it.0),
            LanesBy::Country => {
                let country = actor.map_or("", |id| self.workspace.country_of(id));
                return (usize::from(country.is_empty()), country.to_owned());
            }
            LanesBy::None => None,
        };
        let place = id.and_then(|id| self.places.get(&id)).copied();
        (place.unwrap_or(usize::MAX), String::new())
    }

    fn name(&self, (place, code): &Key) -> LaneName {
        let lane = |title: &str, id: &str, hue: &str| LaneName {
            title: title.to_owned(),
            id: id.to_owned(),
            hue: hue.to_owned(),
            undated: 0,
        };
        let workspace = self.workspace;
        let found = match self.by {
            LanesBy::Theme => workspace
                .themes
                .get(*place)
                .map(|it| lane(&it.name, &it.handle, &it.hue)),
            LanesBy::Category => workspace
                .categories
                .get(*place)
                .map(|it| lane(&it.name, &it.handle, "")),
            LanesBy::Actor => workspace
                .actors
                .get(*place)
                .map(|it| lane(&it.name, &it.handle, "")),
            LanesBy::Country if code.is_empty() => None,
            LanesBy::Country => Some(lane(self.country_name(code), code, "")),
            LanesBy::None => Some(lane("All entries", "all", "")),
        };
        found.unwrap_or_else(|| lane(&format!("No {}", self.by), "", ""))
    }

    /// The name of the actor that is the country itself; its code where there is none.
    fn country_name<'b>(&'b self, code: &'b str) -> &'b str {
        let is_it = |actor: &&model::Actor| actor.country == code && actor.parent.is_none();
        self.workspace
            .actors
            .iter()
            .find(is_it)
            .map_or(code, |actor| &actor.name)
    }

    /// Renumbers the lanes by their keys.
    fn ordered(self, mut list: Vec<Entry<'a>>) -> Entries<'a> {
        let mut rank = vec![0; self.lanes.len()];
        for (place, &lane) in self.known.values().enumerate() {
            rank[lane] = place;
        }
        for entry in &mut list {
            entry.lane = rank[entry.lane];
        }
        let mut lanes: Vec<(usize, LaneName)> = rank.into_iter().zip(self.lanes).collect();
        lanes.sort_by_key(|(place, _)| *place);
        Entries {
            list,
            lanes: lanes.into_iter().map(|(_, lane)| lane).collect(),
        }
    }
}
