//! The risk index: its rows, its points, what it weighs by, and its pictures.

use model::Tone;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::args::Filter;
use super::event::EventRef;
use crate::ts;
use crate::words::{Scale, Step};

/// The scale of the index.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct Scaling {
    /// The unit of its numbers; weights if absent.
    #[ts(as = "Option<_>", optional)]
    pub scale: Scale,
    /// First day of the base, ISO 8601.
    #[ts(optional)]
    pub base_from: Option<String>,
    /// Last day of the base.
    #[ts(optional)]
    pub base_to: Option<String>,
    /// Days of the trailing window of deviations, 10 to 3,660; 180 if absent.
    #[ts(optional)]
    pub window_days: Option<u32>,
    /// Only by sources published until this day; absent: by all.
    #[ts(optional)]
    pub known_on: Option<String>,
}

/// Arguments of `index`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct IndexArgs {
    /// Which entries.
    #[ts(as = "Option<_>", optional)]
    pub filter: Filter,
    /// Its scale.
    #[ts(as = "Option<_>", optional)]
    pub scaling: Scaling,
    /// First day, ISO 8601; absent: the first that has a number.
    #[ts(optional)]
    pub from: Option<String>,
    /// Last day; absent: the as-of day, else the last entry's.
    #[ts(optional)]
    pub to: Option<String>,
    /// How far apart rows are; a day if absent.
    #[ts(as = "Option<_>", optional)]
    pub by: Step,
}

/// Reply of `index`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IndexReply {
    /// The unit of the numbers.
    pub unit: String,
    /// The formula and what the weights are, in sentences.
    pub formula: Vec<String>,
    /// What does not weigh, and why, in sentences.
    pub left_out: Vec<String>,
    /// The numbers, at most 10,000 of them.
    pub rows: Vec<IndexRow>,
    /// How many rows are left out at the beginning.
    pub earlier: u32,
}

/// The index of a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IndexRow {
    /// The day, ISO 8601.
    pub day: String,
    /// Escalation; null where the scale has no number.
    pub escalation: Option<f64>,
    /// De-escalation.
    pub deescalation: Option<f64>,
    /// Escalation less de-escalation.
    pub net: Option<f64>,
    /// Entries that begin in the week that ends on the day.
    pub attention: f64,
}

/// Arguments of `index_point`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IndexPointArgs {
    /// The day, ISO 8601.
    pub day: String,
    /// Which entries.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub filter: Filter,
    /// Only by sources published until this day.
    #[serde(default)]
    #[ts(optional)]
    pub known_on: Option<String>,
    /// At most this many entries, 1 to 1,000; 100 if absent.
    #[serde(default)]
    #[ts(optional)]
    pub most: Option<u32>,
}

/// Reply of `index_point`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct IndexPoint {
    /// The day, ISO 8601.
    pub day: String,
    /// The day in words.
    pub day_words: String,
    /// Escalation as a sum of weights; the shares of the entries add up to it.
    pub escalation: f64,
    /// De-escalation.
    pub deescalation: f64,
    /// Escalation less de-escalation.
    pub net: f64,
    /// The difference by what is known today; only where the question is of an earlier day.
    #[ts(optional)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub net_today: Option<f64>,
    /// The entries, what weighs most first.
    pub shares: Vec<ShareLine>,
    /// How many entries more there are, and what they add to each part.
    pub more: u32,
    /// Escalation of those.
    pub more_escalation: f64,
    /// De-escalation of those.
    pub more_deescalation: f64,
}

/// What one entry adds to a point.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ShareLine {
    /// Which.
    pub event: EventRef,
    /// escalatory or de-escalatory.
    #[ts(as = "ts::Tone")]
    pub tone: Tone,
    /// How much, as a weight.
    pub amount: f64,
    /// Its share of the escalation or de-escalation of that day, in percent.
    pub percent: f64,
}

/// Reply of `weights`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct WeightsReply {
    /// The formula in sentences, with its sources.
    pub formula: Vec<String>,
    /// Every weight, half-lives of themes and categories after the general ones.
    pub weights: Vec<WeightRow>,
}

/// A weight of the index.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct WeightRow {
    /// Its word ("severity-3").
    pub weight: String,
    /// What it is, for reading.
    pub name: String,
    /// severity, source, statement, likelihood, half-life or half-life of a theme or category.
    pub group: String,
    /// What it is now.
    pub value: f64,
    /// What it is unless it is set; null for a half-life that follows the general one.
    pub usual: Option<f64>,
    /// Whether the analyst set it.
    pub is_set: bool,
}

/// Arguments of `set_weight`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetWeightArgs {
    /// Its word ("severity-3", "half-life-theme-12"); a theme or category may go by its handle ("half-life-theme-tariffs").
    pub weight: String,
    /// The new value; null resets it.
    pub value: Option<f64>,
}
