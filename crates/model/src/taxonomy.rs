//! The lists that classify events: themes, categories, actors, places, datasets.

use crate::id::{ActorId, CategoryId, DatasetId, PlaceId, ThemeId};

/// A line of development that the analyst follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Identity.
    pub id: ThemeId,
    /// Shortcut to type ("us-china-trade").
    pub handle: String,
    /// Display name ("US–China trade").
    pub name: String,
    /// The theme it is part of.
    pub parent: Option<ThemeId>,
    /// One of the twelve hues of the design tokens ("vermilion").
    pub hue: String,
}

/// What kind of action an event is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Identity.
    pub id: CategoryId,
    /// Shortcut to type ("trade-talks").
    pub handle: String,
    /// Display name ("Trade talks").
    pub name: String,
    /// The category it is part of.
    pub parent: Option<CategoryId>,
    /// CAMEO code that usually fits; empty where none does.
    pub cameo: String,
    /// PLOVER type that usually fits; empty where none does.
    pub plover: String,
}

/// A person, an organization or a country; a person belongs to an organization, an organization to a country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Identity.
    pub id: ActorId,
    /// Shortcut to type ("US", "state-department").
    pub handle: String,
    /// Display name.
    pub name: String,
    /// What it belongs to.
    pub parent: Option<ActorId>,
    /// ISO 3166-1 alpha-2 code of its country; empty for bodies of many countries.
    pub country: String,
}

/// Somewhere on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Identity.
    pub id: PlaceId,
    /// Display name ("Baghdad, IQ").
    pub name: String,
    /// Degrees north, -90 to 90; `None` when not known.
    pub latitude_deg: Option<f64>,
    /// Degrees east, -180 to 180.
    pub longitude_deg: Option<f64>,
    /// ISO 3166-1 alpha-2 code; empty at sea or across borders.
    pub country: String,
}

/// A set of entries that can be shown or hidden together ("what happened next").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dataset {
    /// Identity.
    pub id: DatasetId,
    /// Name for reading.
    pub name: String,
    /// Whether it is shown when the workspace opens.
    pub on: bool,
}
