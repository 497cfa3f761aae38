//! The workspace at a glance: what there is to filter by, with counts.

use model::{ActorId, CategoryId, DatasetId, Kind, PlaceId, SourceId, Status, ThemeId, Tone};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ts;
use crate::words::LanesBy;

/// Reply of `workspace`. Counts are over the chronology and the datasets that are on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Overview {
    /// Name of the workspace.
    pub name: String,
    /// Name of its file, without folders.
    pub file_name: String,
    /// Number of the state that it is in; pictures of it carry the same number or a greater one.
    pub state: u32,
    /// True when it may only be read, not changed.
    pub read_only: bool,
    /// The as-of day, ISO 8601.
    pub as_of: Option<String>,
    /// Number of entries.
    pub event_count: u32,
    /// Number of links between them.
    pub link_count: u32,
    /// From the first known start to the last known end; null when nothing is dated.
    pub extent: Option<Extent>,
    /// Themes in the order of their lanes.
    pub themes: Vec<ThemeCount>,
    /// Every status word.
    pub statuses: Vec<StatusCount>,
    /// Every tone word.
    pub tones: Vec<ToneCount>,
    /// Severities 1 to 5.
    pub severities: Vec<SeverityCount>,
    /// Actors.
    pub actors: Vec<ActorCount>,
    /// Places.
    pub places: Vec<PlaceCount>,
    /// Sources, as numbered in exports.
    pub sources: Vec<SourceCount>,
    /// Categories.
    pub categories: Vec<CategoryCount>,
    /// Every kind.
    pub kinds: Vec<KindCount>,
    /// Tags, the most frequent ones.
    pub tags: Vec<WordCount>,
    /// Datasets.
    pub datasets: Vec<DatasetCount>,
    /// Ways to make lanes.
    pub lanes: Vec<LanesBy>,
    /// Whether there is a logo for exported pictures.
    pub has_logo: bool,
}

/// A stretch of time in days since 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
pub struct Extent {
    /// Where it begins.
    pub from_days: f64,
    /// Where it ends.
    pub to_days: f64,
}

/// A theme and how many entries it has, those of its subthemes included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ThemeCount {
    /// Identity.
    #[ts(as = "ts::ThemeId")]
    pub id: ThemeId,
    /// Handle.
    pub handle: String,
    /// Display name.
    pub name: String,
    /// The theme it is part of.
    #[ts(as = "Option<ts::ThemeId>")]
    pub parent: Option<ThemeId>,
    /// Name of its hue.
    pub hue: String,
    /// Number of entries.
    pub count: u32,
}

/// How many entries have a status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StatusCount {
    /// Its word.
    #[ts(as = "ts::Status")]
    pub word: Status,
    /// How many.
    pub count: u32,
}

/// How many entries have a tone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ToneCount {
    /// Its word.
    #[ts(as = "ts::Tone")]
    pub word: Tone,
    /// How many.
    pub count: u32,
}

/// How many entries are of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KindCount {
    /// Its word.
    #[ts(as = "ts::Kind")]
    pub word: Kind,
    /// How many.
    pub count: u32,
}

/// A word and how many entries carry it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WordCount {
    /// The word.
    pub word: String,
    /// Number of entries.
    pub count: u32,
}

/// A severity and how many entries have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SeverityCount {
    /// 1 to 5.
    pub severity: u8,
    /// Number of entries.
    pub count: u32,
}

/// An actor and how many entries it is in, those of its parts included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ActorCount {
    /// Identity.
    #[ts(as = "ts::ActorId")]
    pub id: ActorId,
    /// Handle.
    pub handle: String,
    /// Display name.
    pub name: String,
    /// What it belongs to.
    #[ts(as = "Option<ts::ActorId>")]
    pub parent: Option<ActorId>,
    /// Number of entries.
    pub count: u32,
}

/// A category and how many entries it has, those of its parts included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CategoryCount {
    /// Identity.
    #[ts(as = "ts::CategoryId")]
    pub id: CategoryId,
    /// Handle.
    pub handle: String,
    /// Display name.
    pub name: String,
    /// The category it is part of.
    #[ts(as = "Option<ts::CategoryId>")]
    pub parent: Option<CategoryId>,
    /// Number of entries.
    pub count: u32,
}

/// A place and how many entries are there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlaceCount {
    /// Identity.
    #[ts(as = "ts::PlaceId")]
    pub id: PlaceId,
    /// Display name.
    pub name: String,
    /// Number of entries.
    pub count: u32,
}

/// A source and how many entries cite it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SourceCount {
    /// Identity.
    #[ts(as = "ts::SourceId")]
    pub id: SourceId,
    /// Its number in exports.
    pub number: u32,
    /// Handle ("S1").
    pub handle: String,
    /// Who publishes.
    pub outlet: String,
    /// Headline.
    pub title: String,
    /// When it was published, in words; may be empty.
    pub published: String,
    /// Number of entries.
    pub count: u32,
}

/// A dataset and how many entries it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DatasetCount {
    /// Identity.
    #[ts(as = "ts::DatasetId")]
    pub id: DatasetId,
    /// Display name.
    pub name: String,
    /// Whether it shows when the workspace opens.
    pub on: bool,
    /// Number of entries.
    pub count: u32,
}

/// An id and how many entries belong to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IdCount {
    /// Identity.
    pub id: String,
    /// Number of entries.
    pub count: u32,
}

impl Extent {
    /// The stretch that holds both, where there are any.
    #[must_use]
    pub fn of_both(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        one.into_iter().chain(other).reduce(Self::with)
    }

    /// The stretch that holds both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            from_days: self.from_days.min(other.from_days),
            to_days: self.to_days.max(other.to_days),
        }
    }
}
