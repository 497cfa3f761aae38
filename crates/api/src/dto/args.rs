//! Arguments of the verbs that read. Unknown fields are refused; everything has a bound.

use model::date::Day;
use model::{ActorId, CategoryId, DatasetId, EventId, Kind, PlaceId, SourceId, Status, ThemeId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ts;

/// For verbs that take nothing.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NoArgs {}

/// Which entries are wanted. An empty list asks for no restriction.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Ids of themes: any of them, or of the themes under them.
    #[ts(as = "Option<Vec<ts::ThemeId>>", optional)]
    pub themes: Vec<ThemeId>,
    /// Status words: any of them.
    #[ts(as = "Option<Vec<ts::Status>>", optional)]
    pub statuses: Vec<Status>,
    /// Least severity, 1 to 5; 0 or 1 asks for all.
    #[ts(as = "Option<_>", optional)]
    pub severity_min: u8,
    /// Ids of actors: any of them, or of the actors under them.
    #[ts(as = "Option<Vec<ts::ActorId>>", optional)]
    pub actors: Vec<ActorId>,
    /// Ids of places: any of them.
    #[ts(as = "Option<Vec<ts::PlaceId>>", optional)]
    pub places: Vec<PlaceId>,
    /// Ids of sources: entries for which, or for a claim on which, any of them is cited.
    #[ts(as = "Option<Vec<ts::SourceId>>", optional)]
    pub sources: Vec<SourceId>,
    /// Ids of categories: any of them, or of the categories under them.
    #[ts(as = "Option<Vec<ts::CategoryId>>", optional)]
    pub categories: Vec<CategoryId>,
    /// Kinds: any of event, condition, assessment, scenario.
    #[ts(as = "Option<Vec<ts::Kind>>", optional)]
    pub kinds: Vec<Kind>,
    /// Tags: any of them; case and accents do not matter.
    #[ts(as = "Option<_>", optional)]
    pub tags: Vec<String>,
    /// First day of a period, ISO 8601: entries that may lie in it. What has no date does not.
    #[ts(as = "Option<ts::Day>", optional)]
    pub from: Option<Day>,
    /// Last day of the period.
    #[ts(as = "Option<ts::Day>", optional)]
    pub to: Option<Day>,
    /// Words that must all occur in title, summary, actors or places; case, accents, points and hyphens do not matter.
    #[ts(as = "Option<_>", optional)]
    pub words: String,
    /// Words of a search: as `words`, and outlets and titles of cited sources count too.
    #[ts(as = "Option<_>", optional)]
    pub found: String,
    /// Ids of datasets shown beside the chronology. Absent: those that are on when the workspace opens.
    /// An empty list shows the chronology alone.
    #[serde(alias = "layers")]
    #[ts(as = "Option<Vec<ts::DatasetId>>", optional)]
    pub datasets: Option<Vec<DatasetId>>,
}

/// Arguments of `filter` and of every list.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ListArgs {
    /// Which entries.
    #[ts(as = "Option<_>", optional)]
    pub filter: Filter,
}

/// Arguments of `event`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EventArgs {
    /// Which event.
    #[ts(as = "ts::EventId")]
    pub id: EventId,
    /// Datasets whose entries may be named beside it, as in [`Filter::datasets`].
    #[serde(default)]
    #[serde(alias = "layers")]
    #[ts(as = "Option<Vec<ts::DatasetId>>", optional)]
    pub datasets: Option<Vec<DatasetId>>,
}

/// Arguments of `search`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SearchArgs {
    /// Words to look for; the last one may be unfinished.
    pub words: String,
    /// At most this many hits, 1 to 1,000; 50 if absent.
    #[serde(default)]
    #[ts(optional)]
    pub limit: Option<u32>,
    /// Datasets whose entries may be found, as in [`Filter::datasets`].
    #[serde(default)]
    #[serde(alias = "layers")]
    #[ts(as = "Option<Vec<ts::DatasetId>>", optional)]
    pub datasets: Option<Vec<DatasetId>>,
}

/// Arguments of `date`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DateArgs {
    /// A date as a person writes it ("early May 2025").
    pub words: String,
}

/// Arguments of `filter_words`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FilterWordsArgs {
    /// A filter as it is typed: `theme:tariffs status:planned severity:4 actor:US words`.
    pub words: String,
}

/// Arguments of `find`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FindArgs {
    /// An id, a handle or enough of a title.
    pub event: String,
}
