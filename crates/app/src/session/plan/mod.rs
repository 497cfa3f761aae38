//! What a verb is about to do: worked out on the snapshot, with all its checks, then written as one step.
//!
//! A plan is an overlay on the workspace. Reads go through the overlay and see what was just planned; the workspace below
//! is unchanged. A plan does not touch the file, so it can be made again if another program has written in the meantime.
//! New items have negative numbers until [`Changes::apply`] assigns real ones.

mod apply;
mod lists;

use std::collections::BTreeMap;

use model::date::Day;
use model::{
    Actor, ActorId, Category, CategoryId, Citation, CitationId, Claim, ClaimId, Dataset, DatasetId,
    Event, EventId, Link, LinkId, Pin, Place, PlaceId, Series, SeriesId, Slot, Source, SourceId,
    Theme, ThemeId, Weight, Workspace,
};

/// Something new, by the number it has in the plan.
#[derive(Debug, Clone)]
struct Fresh {
    kind: &'static str,
    number: i64,
    name: String,
}

/// What a verb is about to do.
pub(crate) struct Plan<'a> {
    base: &'a Workspace,
    now: Option<Day>,
    changes: Changes,
}

/// A plan that no longer looks at the workspace, ready to be written.
#[derive(Default)]
pub(crate) struct Changes {
    /// How many numbers were given out: -1, -2 and so on.
    given: i64,
    sheets: Sheets,
    name: Option<String>,
    as_of: Option<Option<Day>>,
    /// All themes of the workspace in a new order.
    theme_order: Option<Vec<ThemeId>>,
    added: Vec<Fresh>,
    /// New values of index weights.
    weights: Vec<(Weight, Option<f64>)>,
    /// New positions of pinned nodes.
    pins: Vec<(Pin, Option<Slot>)>,
    /// New texts of settings (logo, saved export settings), by key.
    settings: Vec<(String, Option<String>)>,
}

impl<'a> Plan<'a> {
    /// An empty plan over `base`; words such as "yesterday" count from `now`.
    pub(crate) fn new(base: &'a Workspace, now: Option<Day>) -> Self {
        Self {
            base,
            now,
            changes: Changes::default(),
        }
    }

    /// The workspace as it was read, without what is planned.
    pub(crate) fn base(&self) -> &'a Workspace {
        self.base
    }

    /// The day from which "yesterday" counts, if known.
    pub(crate) fn now(&self) -> Option<Day> {
        self.now
    }

    /// A number for something new, of any kind.
    pub(crate) fn fresh(&mut self) -> i64 {
        self.changes.given += 1;
        -self.changes.given
    }

    /// Notes what is new, so that the reply names it: its kind, its number, and its handle or name.
    pub(crate) fn note_added(&mut self, kind: &'static str, number: i64, name: &str) {
        self.changes.added.push(Fresh {
            kind,
            number,
            name: name.to_owned(),
        });
    }

    /// Names the workspace.
    pub(crate) fn set_name(&mut self, name: String) {
        self.changes.name = Some(name);
    }

    /// Sets the day up to which the analyst knows.
    pub(crate) fn set_as_of(&mut self, as_of: Option<Day>) {
        self.changes.as_of = Some(as_of);
    }

    /// Puts the themes of the workspace in this order.
    pub(crate) fn order_themes(&mut self, order: Vec<ThemeId>) {
        self.changes.theme_order = Some(order);
    }

    /// Sets a weight of the index; `None` resets it to its default.
    pub(crate) fn set_weight(&mut self, weight: Weight, value: Option<f64>) {
        self.changes.weights.push((weight, value));
    }

    /// Pins a node of a chart; `None` unpins it.
    pub(crate) fn set_pin(&mut self, pin: Pin, slot: Option<Slot>) {
        self.changes.pins.push((pin, slot));
    }

    /// Sets a setting (see [`model::Settings`]); `None` removes it.
    pub(crate) fn set_setting(&mut self, key: String, value: Option<String>) {
        self.changes.settings.push((key, value));
    }

    /// The plan without changes that change nothing.
    pub(crate) fn finish(mut self) -> Changes {
        self.changes.sheets.forget_unchanged(self.base);
        let changes = &mut self.changes;
        changes.name.take_if(|name| *name == self.base.name);
        changes.as_of.take_if(|as_of| *as_of == self.base.as_of);
        let weights = &self.base.weights;
        changes
            .weights
            .retain(|(weight, value)| weights.own(*weight) != *value);
        let pins = &self.base.pins;
        changes
            .pins
            .retain(|(pin, slot)| pins.of(pin.board, pin.node) != *slot);
        let settings = &self.base.settings;
        changes
            .settings
            .retain(|(key, value)| settings.get(key) != value.as_deref());
        let themes = self.base.themes.iter().map(|it| it.id);
        changes
            .theme_order
            .take_if(|it| it.iter().copied().eq(themes.clone()));
        self.changes
    }
}

/// An overlay for each list of the workspace, with the plan's reads and writes.
macro_rules! sheets {
    ($($list:ident: $id:ty => $item:ty, $one:ident, $put:ident, $delete:ident;)*) => {
        /// What is put (`Some`) or deleted (`None`), by id.
        #[derive(Default)]
        pub(crate) struct Sheets {
            $($list: BTreeMap<$id, Option<$item>>,)*
        }

        impl Sheets {
            fn is_empty(&self) -> bool {
                true $(&& self.$list.is_empty())*
            }

            fn forget_unchanged(&mut self, base: &Workspace) {
                // New items are not in the workspace.
                $(self.$list.retain(|id, put| {
                    id.0 < 0 || put.as_ref() != found(&base.$list, *id, |it| it.id)
                });)*
            }
        }

        impl Plan<'_> {
            $(
                /// The one with this id, as planned.
                pub(crate) fn $one(&self, id: $id) -> Option<&$item> {
                    match self.changes.sheets.$list.get(&id) {
                        Some(put) => put.as_ref(),
                        None if id.0 < 0 => None,
                        None => found(&self.base.$list, id, |it| it.id),
                    }
                }

                /// All of them, as planned: those of the workspace in its order, then the new ones.
                pub(crate) fn $list(&self) -> impl Iterator<Item = &$item> {
                    let sheet = &self.changes.sheets.$list;
                    let kept = self.base.$list.iter().filter_map(|it| match sheet.get(&it.id) {
                        Some(put) => put.as_ref(),
                        None => Some(it),
                    });
                    let new = sheet.iter().rev().filter(|(id, _)| id.0 < 0);
                    kept.chain(new.filter_map(|(_, put)| put.as_ref()))
                }

                /// Writes one, new or in place of the one with its id.
                pub(crate) fn $put(&mut self, it: $item) {
                    self.changes.sheets.$list.insert(it.id, Some(it));
                }

                /// Deletes one.
                pub(crate) fn $delete(&mut self, id: $id) {
                    if id.0 < 0 {
                        self.changes.sheets.$list.remove(&id);
                    } else {
                        self.changes.sheets.$list.insert(id, None);
                    }
                }
            )*
        }
    };
}

sheets! {
    events: EventId => Event, event, put_event, delete_event;
    links: LinkId => Link, link, put_link, delete_link;
    citations: CitationId => Citation, citation, put_citation, delete_citation;
    claims: ClaimId => Claim, claim, put_claim, delete_claim;
    sources: SourceId => Source, source, put_source, delete_source;
    themes: ThemeId => Theme, theme, put_theme, delete_theme;
    categories: CategoryId => Category, category, put_category, delete_category;
    actors: ActorId => Actor, actor, put_actor, delete_actor;
    places: PlaceId => Place, place, put_place, delete_place;
    datasets: DatasetId => Dataset, dataset, put_dataset, delete_dataset;
    series: SeriesId => Series, one_series, put_series, delete_series;
}

impl Changes {
    /// True when nothing would be written.
    pub(crate) fn is_empty(&self) -> bool {
        self.sheets.is_empty()
            && self.name.is_none()
            && self.as_of.is_none()
            && self.theme_order.is_none()
            && self.weights.is_empty()
            && self.pins.is_empty()
            && self.settings.is_empty()
    }
}

/// The one with this id. Most lists are in the order of ids, and a hit of the binary search is one in any order.
fn found<T, Id: Ord + Copy>(list: &[T], id: Id, id_of: impl Fn(&T) -> Id) -> Option<&T> {
    match list.binary_search_by_key(&id, &id_of) {
        Ok(at) => list.get(at),
        Err(_) => list.iter().find(|it| id_of(it) == id),
    }
}

#[cfg(test)]
mod tests;
