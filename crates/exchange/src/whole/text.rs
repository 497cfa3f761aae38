//! The JSON structures. Fields are those of the model.

use model::{
    ActorId, Basis, CategoryId, CitationId, ClaimId, Confidence, Credibility, DatasetId, EventId,
    Kind, LinkId, Measure, OrderRule, PlaceId, Reliability, SeriesId, Sign, SourceId, Stance,
    Status, Strength, ThemeId, Tone, WhatIf,
};
use serde::{Deserialize, Serialize};

/// The format name in the JSON.
pub(super) const FORMAT: &str = "faultline workspace";
/// Increases with every incompatible change.
pub(super) const VERSION: u32 = 1;

/// Declares the structures: all can be written and read, and unknown fields are errors.
macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$rename:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $name { $($(#[$rename])* pub(super) $field: $type,)* }
    )*};
}

/// A node that is pinned on a chart of relations, with its row and the node before it there, which is an event,
/// theme or actor as the chart has it. Up to version 3 of the file it had
/// pixels, which are still read.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PinText {
    pub(super) node: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) row: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) after: Option<EventId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) x: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) y: Option<f64>,
}

shapes! {
    /// The workspace. Lists are in the order in which they are kept: themes in that of their lanes.
    Whole {
        format: String,
        version: u32,
        name: String,
        as_of: Option<String>,
        themes: Vec<ThemeText>,
        categories: Vec<CategoryText>,
        actors: Vec<ActorText>,
        places: Vec<PlaceText>,
        // The words of the first version of the format: datasets were called layers.
        #[serde(rename = "layers")]
        datasets: Vec<DatasetText>,
        link_types: Vec<LinkTypeText>,
        scales: Vec<ScaleText>,
        sources: Vec<SourceText>,
        events: Vec<EventText>,
        links: Vec<LinkText>,
        claims: Vec<ClaimText>,
        series: Vec<SeriesText>,
        weights: Vec<WeightText>,
        pins: Vec<PinText>,
        settings: Vec<SettingText>,
    }

    ThemeText { id: ThemeId, handle: String, name: String, parent: Option<ThemeId>, hue: String, }

    CategoryText {
        id: CategoryId,
        handle: String,
        name: String,
        parent: Option<CategoryId>,
        cameo: String,
        plover: String,
    }

    ActorText { id: ActorId, handle: String, name: String, parent: Option<ActorId>, country: String, }

    PlaceText {
        id: PlaceId,
        name: String,
        latitude_deg: Option<f64>,
        longitude_deg: Option<f64>,
        country: String,
    }

    DatasetText { id: DatasetId, name: String, on: bool, }

    LinkTypeText {
        handle: String,
        label: String,
        sign: Sign,
        order: OrderRule,
        what_if: WhatIf,
        meaning: String,
    }

    ScaleText { name: String, words: Vec<ScaleWordText>, }

    ScaleWordText { word: String, low_percent: u8, high_percent: u8, }

    SourceText {
        id: SourceId,
        handle: String,
        outlet: String,
        title: String,
        author: String,
        published: Option<DateText>,
        read: Option<DateText>,
        address: String,
        reliability: Option<Reliability>,
    }

    /// A date: its words, its EDTF, and its bounds, each a day or a day and time; null where it is open.
    DateText {
        words: String,
        edtf: String,
        start_earliest: Option<String>,
        start_latest: Option<String>,
        end_earliest: Option<String>,
        end_latest: Option<String>,
    }

    EventText {
        id: EventId,
        handle: String,
        kind: Kind,
        status: Status,
        title: String,
        summary: String,
        date: Option<DateText>,
        date_note: String,
        category: Option<String>,
        cameo: String,
        plover: String,
        severity: u8,
        tone: Tone,
        likelihood: Option<String>,
        confidence: Option<Confidence>,
        themes: Vec<String>,
        actors: Vec<ParticipantText>,
        places: Vec<PlaceId>,
        figures: Vec<FigureText>,
        tags: Vec<String>,
        #[serde(rename = "layer")]
        dataset: Option<DatasetId>,
        concerns: Option<EventId>,
        citations: Vec<CitationText>,
    }

    ParticipantText { actor: String, role: String, }

    FigureText { name: String, value: String, unit: String, }

    /// A citation stands with what it is about.
    CitationText {
        id: CitationId,
        source: String,
        quote: String,
        locator: String,
        credibility: Option<Credibility>,
        stance: Stance,
    }

    /// Its sign is that of its type: it is included for readers, and checked when it is read.
    LinkText {
        id: LinkId,
        cause: EventId,
        effect: EventId,
        r#type: String,
        sign: Option<Sign>,
        wording: String,
        strength: Option<Strength>,
        confidence: Confidence,
        lag_days: Option<i32>,
        basis: Basis,
        note: String,
        rivals: String,
        citations: Vec<CitationText>,
    }

    ClaimText {
        id: ClaimId,
        event: EventId,
        field: String,
        value: String,
        adopted: bool,
        citations: Vec<CitationText>,
    }

    /// A series with all its numbers; days without a high or a low have null there.
    SeriesText {
        id: SeriesId,
        handle: String,
        name: String,
        unit: String,
        measure: Measure,
        closes: String,
        origin: String,
        days: Vec<String>,
        values: Vec<Option<f64>>,
        highs: Vec<Option<f64>>,
        lows: Vec<Option<f64>>,
    }

    /// A weight that is not the default.
    WeightText { weight: String, value: f64, }

    /// The logo or named settings of exports.
    SettingText { key: String, value: String, }
}
