//! Events: the dated entries of a chronology.

use crate::date::{Date, Edge, Edtf, FuzzyDate};
use crate::id::{ActorId, CategoryId, DatasetId, EventId, PlaceId, ThemeId};
use crate::word::words;
use crate::{Confidence, Scale, ScaleWord};

words! {
    /// What kind of entry it is.
    Kind, "kind" {
        /// Something that takes place.
        Event = "event",
        /// A state that lasts.
        Condition = "condition",
        /// A judgment that someone has stated.
        Assessment = "assessment",
        /// Something that may happen.
        Scenario = "scenario",
    }
}

words! {
    /// How far it is established as fact.
    Status, "status" {
        /// It took place.
        Happened = "happened",
        /// It lasts, or is in force.
        Ongoing = "ongoing",
        /// One side reports it, nobody confirms.
        Reported = "reported",
        /// Sources disagree on it.
        Disputed = "disputed",
        /// It is scheduled.
        Planned = "planned",
        /// It was scheduled and may not take place.
        Doubtful = "doubtful",
        /// It might happen.
        Hypothetical = "hypothetical",
        /// It was called off.
        Cancelled = "cancelled",
    }
}

impl Status {
    /// True for what has not happened: planned, doubtful, hypothetical or cancelled.
    #[must_use]
    pub fn is_unrealized(self) -> bool {
        matches!(
            self,
            Self::Planned | Self::Doubtful | Self::Hypothetical | Self::Cancelled
        )
    }
}

words! {
    /// Whether it raises or lowers tension.
    Tone, "tone" {
        /// Raises tension.
        Escalatory = "escalatory",
        /// Neither.
        Neutral = "neutral",
        /// Lowers tension.
        Deescalatory = "de-escalatory",
    }
}

/// An actor's part in an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Who.
    pub actor: ActorId,
    /// In what role ("buyer", "host"); empty when not said.
    pub role: String,
}

/// A number stated with an event ("US tariff on Chinese goods", "30", "%").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What is counted.
    pub name: String,
    /// The value as printed, so that "about 70" is kept.
    pub value: String,
    /// Unit; empty when there is none.
    pub unit: String,
}

/// The tag of entries that are pinned by hand. As a tag it is shown, filtered, exported and undone like any other.
pub const PINNED: &str = "pinned";

/// A dated entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Identity, never reused.
    pub id: EventId,
    /// Short name to refer to it by ("E21"), unique in the workspace.
    pub handle: String,
    /// What sort of entry.
    pub kind: Kind,
    /// How far it is fact.
    pub status: Status,
    /// One line.
    pub title: String,
    /// Markdown; may be empty.
    pub summary: String,
    /// When; `None` without any date.
    pub date: Option<FuzzyDate>,
    /// The reason for this date ("'Thursday' before Monday 9 June"); may be empty.
    pub date_note: String,
    /// Category, if judged.
    pub category: Option<CategoryId>,
    /// CAMEO code as text ("0354"; "040" is not 40); empty where none fits.
    pub cameo: String,
    /// PLOVER code ("SANCTION/withdraw/diplomatic"); empty where none fits.
    pub plover: String,
    /// 1 (slight) to 5 (severe).
    pub severity: u8,
    /// Whether it raises or lowers tension.
    pub tone: Tone,
    /// An ICD 203 term; `None` unless stated or judged ("may" and "could" state none).
    pub likelihood: Option<ScaleWord>,
    /// Confidence in the judgment, separate from likelihood.
    pub confidence: Option<Confidence>,
    /// Themes, the main one first: it determines the lane.
    pub themes: Vec<ThemeId>,
    /// Who takes part, the main one first.
    pub actors: Vec<Participant>,
    /// Where.
    pub places: Vec<PlaceId>,
    /// Numbers stated with it.
    pub figures: Vec<Figure>,
    /// Free tags.
    pub tags: Vec<String>,
    /// The dataset it belongs to; `None` is the chronology itself.
    pub dataset: Option<DatasetId>,
    /// For an entry of a dataset: the event that it adds to.
    pub concerns: Option<EventId>,
}

impl Event {
    /// An event with nothing but a title yet: happened, undated, neutral, of medium severity.
    #[must_use]
    pub fn titled(id: EventId, handle: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            id,
            handle: handle.into(),
            kind: Kind::Event,
            status: Status::Happened,
            title: title.into(),
            summary: String::new(),
            date: None,
            date_note: String::new(),
            category: None,
            cameo: String::new(),
            plover: String::new(),
            severity: 3,
            tone: Tone::Neutral,
            likelihood: None,
            confidence: None,
            themes: Vec::new(),
            actors: Vec::new(),
            places: Vec::new(),
            figures: Vec::new(),
            tags: Vec::new(),
            dataset: None,
            concerns: None,
        }
    }

    /// True for what has not happened: planned, doubtful, hypothetical or cancelled.
    #[must_use]
    pub fn is_unrealized(&self) -> bool {
        self.status.is_unrealized()
    }

    /// True when the analyst pinned it: pinned entries are shown before others.
    #[must_use]
    pub fn is_pinned(&self) -> bool {
        self.tags.iter().any(|tag| tag == PINNED)
    }

    /// The date up to which something ongoing was reported, where only that is known. "Until 9 June" says of it how far
    /// reports go, not that it ended.
    #[must_use]
    pub fn last_reported(&self) -> Option<&Date> {
        match &self.date.as_ref()?.edtf {
            Edtf::Interval {
                start: Edge::Open | Edge::Unknown,
                end: Edge::Date(last),
            } if self.status == Status::Ongoing => Some(last),
            _ => None,
        }
    }

    /// The theme that determines its lane and color.
    #[must_use]
    pub fn leading_theme(&self) -> Option<ThemeId> {
        self.themes.first().copied()
    }

    /// The band of the likelihood word on `scale`, where there is one.
    #[must_use]
    pub fn likelihood_band(&self, scale: &Scale) -> Option<crate::Band> {
        scale.band(self.likelihood.as_ref()?)
    }
}
