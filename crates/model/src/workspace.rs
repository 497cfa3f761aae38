//! A workspace as values: `store` reads it, everything else works on it.

use crate::date::Day;
use crate::{
    Actor, ActorId, Category, CategoryId, Citation, Claim, Dataset, Event, EventId, Hints, Link,
    LinkId, LinkType, Pins, Place, PlaceId, Scale, Series, SeriesId, Settings, Source, SourceId,
    Target, Theme, ThemeId, Weights,
};

/// Everything in one `.faultline` file. Each list is in the order of its ids.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Workspace {
    /// Name shown in the window.
    pub name: String,
    /// The as-of day: nothing after it was known to the analyst. Drawn as a line.
    pub as_of: Option<Day>,
    /// Entries, those of datasets that are off included.
    pub events: Vec<Event>,
    /// Claims of cause and effect.
    pub links: Vec<Link>,
    /// The table of link types.
    pub link_types: Vec<LinkType>,
    /// Themes, in the order of their lanes.
    pub themes: Vec<Theme>,
    /// Categories.
    pub categories: Vec<Category>,
    /// Actors.
    pub actors: Vec<Actor>,
    /// Places.
    pub places: Vec<Place>,
    /// Sources, in the order in which exports number them.
    pub sources: Vec<Source>,
    /// Citations.
    pub citations: Vec<Citation>,
    /// Conflicting values.
    pub claims: Vec<Claim>,
    /// Datasets.
    pub datasets: Vec<Dataset>,
    /// Likelihood scales, ICD 203 first.
    pub scales: Vec<Scale>,
    /// Market and reference series.
    pub series: Vec<Series>,
    /// Weights of the risk index that differ from the defaults.
    pub weights: Weights,
    /// Nodes that are pinned on charts of relations.
    pub pins: Pins,
    /// How charts of relations were laid out last.
    pub hints: Hints,
    /// The logo and named settings of exports.
    pub settings: Settings,
}

/// Finds by id in a list that is sorted by it.
macro_rules! finders {
    ($($(#[$doc:meta])* $name:ident($list:ident: $id:ty) -> $item:ty;)*) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $name(&self, id: $id) -> Option<&$item> {
            self.$list.iter().find(|it| it.id == id)
        }
    )*};
}

impl Workspace {
    finders! {
        /// The theme with this id.
        theme(themes: ThemeId) -> Theme;
        /// The category with this id.
        category(categories: CategoryId) -> Category;
        /// The actor with this id.
        actor(actors: ActorId) -> Actor;
        /// The place with this id.
        place(places: PlaceId) -> Place;
        /// The series with this id.
        series_of(series: SeriesId) -> Series;
        /// The source with this id.
        source(sources: SourceId) -> Source;
    }

    /// The event with this id; events are in the order of ids, so this is a binary search.
    #[must_use]
    pub fn event(&self, id: EventId) -> Option<&Event> {
        let at = self
            .events
            .binary_search_by_key(&id, |event| event.id)
            .ok()?;
        self.events.get(at)
    }

    /// The link with this id; links are in the order of ids, so this is a binary search.
    #[must_use]
    pub fn link(&self, id: LinkId) -> Option<&Link> {
        let at = self.links.binary_search_by_key(&id, |link| link.id).ok()?;
        self.links.get(at)
    }

    /// The type of `link`; `None` if the table lacks it.
    #[must_use]
    pub fn link_type(&self, link: &Link) -> Option<&LinkType> {
        self.link_types
            .iter()
            .find(|it| it.handle == link.link_type)
    }

    /// Citations of `target`.
    pub fn citations_of(&self, target: Target) -> impl Iterator<Item = &Citation> {
        self.citations
            .iter()
            .filter(move |citation| citation.target == target)
    }

    /// Links that lead to `effect`.
    pub fn links_to(&self, effect: EventId) -> impl Iterator<Item = &Link> {
        self.links.iter().filter(move |link| link.effect == effect)
    }

    /// Links that start at `cause`.
    pub fn links_from(&self, cause: EventId) -> impl Iterator<Item = &Link> {
        self.links.iter().filter(move |link| link.cause == cause)
    }

    /// The country of an actor or of what it belongs to; empty when none is known.
    #[must_use]
    pub fn country_of(&self, id: ActorId) -> &str {
        let mut next = Some(id);
        for _ in 0..8 {
            let Some(actor) = next.and_then(|id| self.actor(id)) else {
                break;
            };
            if !actor.country.is_empty() {
                return &actor.country;
            }
            next = actor.parent;
        }
        ""
    }
}
