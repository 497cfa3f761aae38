//! Which lane an event belongs to, and the names and order of the lanes.
#![expect(
    clippy::disallowed_types,
    reason = "only looked up; rows keep their order"
)]

use std::collections::{BTreeMap, HashMap, HashSet};

use model::{ActorId, Event, Status, Workspace};

use crate::spec::{Lanes, LanesBy};

/// The name of a lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LaneName {
    /// Its place among the others.
    pub(crate) key: Key,
    /// Its name for display.
    pub(crate) title: String,
    /// Its id for hits.
    pub(crate) id: String,
    /// Its hue in the design tokens; empty for none.
    pub(crate) hue: String,
}

/// Sort key of lanes: place in the workspace, then name.
pub(crate) type Key = (usize, String);

/// Assigns events to lanes.
pub(crate) struct LaneNames<'a> {
    workspace: &'a Workspace,
    by: LanesBy,
    list: List,
}

impl<'a> LaneNames<'a> {
    pub(crate) fn new(workspace: &'a Workspace, lanes: &Lanes) -> Self {
        let row = |id: i64, parent: Option<i64>, handle: &str| -> LaneSubject {
            (id, parent, lanes.folded.contains(handle))
        };
        let rows: Vec<LaneSubject> = match lanes.by {
            LanesBy::Theme => {
                let all = workspace.themes.iter();
                all.map(|it| row(it.id.0, it.parent.map(|id| id.0), &it.handle))
                    .collect()
            }
            LanesBy::Category => {
                let all = workspace.categories.iter();
                all.map(|it| row(it.id.0, it.parent.map(|id| id.0), &it.handle))
                    .collect()
            }
            LanesBy::Actor => {
                let all = workspace.actors.iter();
                all.map(|it| row(it.id.0, it.parent.map(|id| id.0), &it.handle))
                    .collect()
            }
            LanesBy::Status => {
                let all = Status::ALL.iter();
                all.map(|it| (status_id(*it), None, false)).collect()
            }
            LanesBy::Country | LanesBy::None => Vec::new(),
        };
        Self {
            workspace,
            by: lanes.by,
            list: List::of(&rows),
        }
    }

    /// The id that decides the lane of `event`: that of its leading theme, category, leading actor or status.
    pub(crate) fn leading(&self, event: &Event) -> Option<i64> {
        match self.by {
            LanesBy::Theme => event.leading_theme().map(|it| it.0),
            LanesBy::Category => event.category.map(|it| it.0),
            LanesBy::Actor | LanesBy::Country => event.actors.first().map(|it| it.actor.0),
            LanesBy::Status => Some(status_id(event.status)),
            LanesBy::None => None,
        }
    }

    /// The key of the lane for this id.
    pub(crate) fn key(&self, leading: Option<i64>) -> Key {
        if self.by == LanesBy::Country {
            let country = leading.map_or("", |id| self.workspace.country_of(ActorId(id)));
            return (usize::from(country.is_empty()), country.to_owned());
        }
        let place = leading.and_then(|id| self.list.place(id));
        (place.unwrap_or(usize::MAX), String::new())
    }

    /// The name of the lane.
    pub(crate) fn name(&self, key: &Key) -> LaneName {
        let (place, code) = key;
        let lane = |title: &str, id: &str, hue: &str| LaneName {
            key: key.clone(),
            title: title.to_owned(),
            id: id.to_owned(),
            hue: hue.to_owned(),
        };
        let workspace = self.workspace;
        let (row, parts) = self
            .list
            .order
            .get(*place)
            .copied()
            .unwrap_or((usize::MAX, 0));
        let place = &row;
        let mut found = match self.by {
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
            LanesBy::Status => Status::ALL
                .get(*place)
                .map(|it| lane(&capitalized(it.word()), it.word(), "")),
            LanesBy::Country if code.is_empty() => None,
            LanesBy::Country => Some(lane(self.country_name(code), code, "")),
            LanesBy::None => Some(lane("All entries", "all", "")),
        };
        if let Some(lane) = found.as_mut().filter(|_| parts > 0) {
            lane.title = format!("{} +{parts}", lane.title);
        }
        found.unwrap_or_else(|| lane(&format!("No {}", self.by), "", ""))
    }

    /// The name of the actor that is the country itself; its code if there is none.
    fn country_name<'b>(&'b self, code: &'b str) -> &'b str {
        let is_it = |actor: &&model::Actor| actor.country == code && actor.parent.is_none();
        self.workspace
            .actors
            .iter()
            .find(is_it)
            .map_or(code, |actor| &actor.name)
    }
}

/// Something that a lane can stand for: its id, its parent, whether its sub-items share its lane.
type LaneSubject = (i64, Option<i64>, bool);

/// Everything that lanes can stand for, each followed by its sub-items.
struct List {
    /// For each place in the order of lanes its row in the list, and how many sub-items are folded into it.
    order: Vec<(usize, usize)>,
    /// The place of each id; for folded ones that of what they are folded into.
    places: HashMap<i64, usize>,
}

impl List {
    fn of(rows: &[LaneSubject]) -> Self {
        let mut list = Self {
            order: Vec::with_capacity(rows.len()),
            places: HashMap::with_capacity(rows.len()),
        };
        let mut parts: HashMap<i64, Vec<usize>> = HashMap::new();
        let known: HashSet<i64> = rows.iter().map(|it| it.0).collect();
        for (at, row) in rows.iter().enumerate() {
            if let Some(parent) = row.1.filter(|it| known.contains(it)) {
                parts.entry(parent).or_default().push(at);
            }
        }
        let is_root = |row: &LaneSubject| row.1.is_none_or(|it| !known.contains(&it));
        let roots = (0..rows.len()).filter(|at| is_root(&rows[*at]));
        // An item that is its own ancestor has no root; it comes last.
        for at in roots.chain(0..rows.len()) {
            list.put(rows, &parts, at, None);
        }
        list
    }

    /// Assigns places to a row and its sub-items; `into` is the place of what it is folded into.
    fn put(
        &mut self,
        rows: &[LaneSubject],
        parts: &HashMap<i64, Vec<usize>>,
        at: usize,
        into: Option<usize>,
    ) {
        let (id, _, folds) = rows[at];
        if self.places.contains_key(&id) {
            return;
        }
        let place = into.unwrap_or_else(|| {
            self.order.push((at, 0));
            self.order.len() - 1
        });
        self.order[place].1 += usize::from(into.is_some());
        self.places.insert(id, place);
        let into = into.or(folds.then_some(place));
        for part in parts.get(&id).into_iter().flatten() {
            self.put(rows, parts, *part, into);
        }
    }

    fn place(&self, id: i64) -> Option<usize> {
        self.places.get(&id).copied()
    }
}

/// The id of a status: its index among all, starting at 1 because 0 is not an id.
fn status_id(status: Status) -> i64 {
    let place = Status::ALL.iter().position(|it| *it == status);
    place.map_or(0, |place| place as i64 + 1)
}

/// A word with its first letter capitalized.
fn capitalized(word: &str) -> String {
    let mut characters = word.chars();
    let first = characters.next().map(|it| it.to_ascii_uppercase());
    first.into_iter().chain(characters).collect()
}

/// Numbers the lanes of events in order of first occurrence.
pub(crate) struct Filing<'a> {
    names: LaneNames<'a>,
    /// The lane of each leading id so far; 0 stands for none.
    of_leading: BTreeMap<i64, u32>,
    of_key: BTreeMap<Key, u32>,
}

impl<'a> Filing<'a> {
    pub(crate) fn new(workspace: &'a Workspace, lanes: &Lanes) -> Self {
        Self {
            names: LaneNames::new(workspace, lanes),
            of_leading: BTreeMap::new(),
            of_key: BTreeMap::new(),
        }
    }

    /// The number of the lane of `event`.
    pub(crate) fn lane_of(&mut self, event: &Event) -> u32 {
        let leading = self.names.leading(event);
        let Self {
            names,
            of_leading,
            of_key,
        } = self;
        *of_leading.entry(leading.unwrap_or(0)).or_insert_with(|| {
            let next = of_key.len() as u32;
            *of_key.entry(names.key(leading)).or_insert(next)
        })
    }

    /// The lanes, by number.
    pub(crate) fn numbered(self) -> Vec<LaneName> {
        let mut keys: Vec<(&Key, &u32)> = self.of_key.iter().collect();
        keys.sort_unstable_by_key(|it| it.1);
        keys.iter().map(|it| self.names.name(it.0)).collect()
    }
}

#[cfg(test)]
mod tests {
    use model::EventId;

    use super::*;

    #[test]
    fn lanes_of_status_stand_in_the_order_of_the_statuses() {
        let workspace = Workspace::default();
        let mut filing = Filing::new(&workspace, &LanesBy::Status.into());
        let event = |status| Event {
            status,
            ..Event::titled(EventId(1), "E1", "Talks")
        };
        for status in [Status::Planned, Status::Happened, Status::Planned] {
            filing.lane_of(&event(status));
        }
        let lanes = filing.numbered();
        let titles: Vec<_> = lanes.iter().map(|it| (&*it.title, &*it.id)).collect();
        assert_eq!(titles, [("Planned", "planned"), ("Happened", "happened")]);
        let place = |word| Status::ALL.iter().position(|it| it.word() == word);
        assert_eq!(
            lanes[0].key < lanes[1].key,
            place("planned") < place("happened")
        );
    }
}
