//! What an analyst records: events with fuzzy dates, the links between them, and their sources.
//!
//! Pure values: nothing here reads a file, a clock or a global.

pub mod date;
mod event;
mod grade;
mod hints;
mod id;
mod link;
mod old_pins;
mod pins;
mod series;
mod setting;
mod source;
mod taxonomy;
mod weights;
mod word;
mod workspace;

pub use date::FuzzyDate;
pub use event::{Event, Figure, Kind, PINNED, Participant, Status, Tone};
pub use grade::{Band, Confidence, Credibility, Reliability, Scale, ScaleWord};
pub use hints::{Hint, Hints};
pub use id::{
    ActorId, CategoryId, CitationId, ClaimId, DatasetId, EventId, IdError, LinkId, PlaceId,
    SeriesId, SourceId, ThemeId,
};
pub use link::{
    Basis, Link, LinkType, OrderRule, Sign, Strength, WhatIf, lag_in_words, lag_range_days,
};
pub use old_pins::{Spot, slots};
pub use pins::{Board, Pin, Pins, Slot};
pub use series::{Measure, Points, Series};
pub use setting::Settings;
pub use source::{Citation, Claim, Source, Stance, Target};
pub use taxonomy::{Actor, Category, Dataset, Place, Theme};
pub use weights::{Weight, Weights};
pub use word::UnknownWord;
pub use workspace::Workspace;
