//! The lists of `data/` as they stand, before names become ids.

use model::{
    Basis, Confidence, Credibility, Kind, OrderRule, Reliability, Sign, Stance, Status, Tone,
    WhatIf,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::SampleError;

/// Declares structs that refuse fields they do not know.
macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident { $($(#[$attr:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $name { $($(#[$attr])* pub(super) $field: $type,)* }
    )*};
}

texts! {
    /// `sample/workspace.toml`.
    WorkspaceText { name: String, as_of: String, dataset: Vec<DatasetText>, }
    /// A dataset.
    DatasetText { handle: String, name: String, on: bool, }
    /// `sample/themes.toml`.
    ThemesText { theme: Vec<ThemeText>, }
    /// A theme.
    ThemeText { handle: String, name: String, #[serde(default)] parent: Option<String>, hue: String, }
    /// `categories.toml`.
    CategoriesText { category: Vec<CategoryText>, }
    /// A category.
    CategoryText {
        handle: String,
        name: String,
        #[serde(default)] parent: Option<String>,
        #[serde(default)] cameo: String,
        #[serde(default)] plover: String,
    }
    /// `sample/actors.toml`.
    ActorsText { actor: Vec<ActorText>, }
    /// An actor.
    ActorText { handle: String, name: String, #[serde(default)] parent: Option<String>, #[serde(default)] country: String, }
    /// `sample/places.toml`.
    PlacesText { place: Vec<PlaceText>, }
    /// A place; its name is its handle.
    PlaceText { name: String, latitude_deg: f64, longitude_deg: f64, #[serde(default)] country: String, }
    /// `link-types.toml`.
    LinkTypesText { link_type: Vec<LinkTypeText>, }
    /// A type of link.
    LinkTypeText { handle: String, label: String, sign: Sign, order: OrderRule, what_if: WhatIf, meaning: String, }
    /// `scales.toml`.
    ScalesText { scale: Vec<ScaleText>, }
    /// A scale of likelihood.
    ScaleText { name: String, words: Vec<ScaleWordText>, }
    /// A word of a scale.
    ScaleWordText { word: String, low_percent: u8, high_percent: u8, }
    /// `sample/sources.toml`.
    SourcesText { source: Vec<SourceText>, }
    /// A source.
    SourceText {
        handle: String,
        outlet: String,
        title: String,
        #[serde(default)] published: Option<DateText>,
        #[serde(default)] reliability: Option<Reliability>,
    }
    /// A date: words, EDTF, and the ends where more is known than the EDTF says.
    DateText { words: String, edtf: String, #[serde(default)] earliest: Option<String>, #[serde(default)] latest: Option<String>, }
    /// `sample/events.toml`.
    EventsText { event: Vec<EventText>, }
    /// An entry.
    EventText {
        handle: String,
        #[serde(default)] concerns: Option<String>,
        #[serde(default)] dataset: Option<String>,
        kind: Kind,
        status: Status,
        title: String,
        #[serde(default)] summary: String,
        #[serde(default)] date: Option<DateText>,
        #[serde(default)] date_note: String,
        category: String,
        #[serde(default)] cameo: String,
        #[serde(default)] plover: String,
        severity: u8,
        tone: Tone,
        #[serde(default)] likelihood: Option<String>,
        themes: Vec<String>,
        #[serde(default)] actors: Vec<ParticipantText>,
        #[serde(default)] places: Vec<String>,
        cites: Vec<CiteText>,
        #[serde(default)] figures: Vec<FigureText>,
    }
    /// An actor's part.
    ParticipantText { actor: String, #[serde(default)] role: String, }
    /// A number stated with an entry.
    FigureText { name: String, value: String, unit: String, }
    /// A citation.
    CiteText {
        source: String,
        credibility: Credibility,
        #[serde(default)] quote: String,
        #[serde(default)] locator: String,
        #[serde(default = "supports")] stance: Stance,
    }
    /// `sample/links.toml`.
    LinksText { link: Vec<LinkText>, }
    /// A link.
    LinkText {
        cause: String,
        effect: String,
        r#type: String,
        #[serde(default)] wording: String,
        confidence: Confidence,
        basis: Basis,
        note: String,
        #[serde(default)] rivals: String,
        cites: Vec<CiteText>,
    }
    /// `sample/claims.toml`.
    ClaimsText { claim: Vec<ClaimText>, }
    /// One value of a field.
    ClaimText { event: String, field: String, value: String, #[serde(default)] adopted: bool, cites: Vec<CiteText>, }
    /// `sample/later.toml`.
    LaterText { source: Vec<SourceText>, event: Vec<EventText>, claim: Vec<ClaimText>, }
}

fn supports() -> Stance {
    Stance::For
}

/// Reads one list.
pub(super) fn read<T: DeserializeOwned>(list: &'static str, text: &str) -> Result<T, SampleError> {
    toml::from_str(text).map_err(|error| SampleError::Text {
        list,
        detail: error.to_string(),
    })
}
