//! The lists that events are filed under: themes, categories, actors, places, layers.

use crate::id::{ActorId, CategoryId, LayerId, PlaceId, ThemeId};

/// A line of development that the analyst follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Identity.
    pub id: ThemeId,
    /// Word for typing ("us-china-trade").
    pub handle: String,
    /// Name for reading ("US–China trade").
    pub name: String,
    /// The theme it is part of.
    pub parent: Option<ThemeId>,
    /// One of the twelve hues of the design tokens ("vermilion").
    pub hue: String,
}

/// What sort of act an event is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Identity.
    pub id: CategoryId,
    /// Word for typing ("trade-talks").
    pub handle: String,
    /// Name for reading ("Trade talks").
    pub name: String,
    /// The category it is part of.
    pub parent: Option<CategoryId>,
    /// CAMEO code that usually fits; empty where none does.
    pub cameo: String,
    /// PLOVER type that usually fits; empty where none does.
    pub plover: String,
}

/// A person, an organization or a country; the tree is person in organization in country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Identity.
    pub id: ActorId,
    /// Word for typing ("US", "state-department").
    pub handle: String,
    /// Name for reading.
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
    /// Name for reading ("Baghdad, IQ").
    pub name: String,
    /// Degrees north, -90 to 90; `None` when not known.
    pub latitude_deg: Option<f64>,
    /// Degrees east, -180 to 180.
    pub longitude_deg: Option<f64>,
    /// ISO 3166-1 alpha-2 code; empty at sea or across borders.
    pub country: String,
}

/// A set of entries that can be shown or put away together ("what happened next").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layer {
    /// Identity.
    pub id: LayerId,
    /// Name for reading.
    pub name: String,
    /// Whether it shows when the workspace opens.
    pub on: bool,
}
