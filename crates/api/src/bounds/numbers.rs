//! Bounds of arguments about the index, series and studies.

use super::{Bounded, LONG, SHORT, many, number, text};
use crate::Fault;
use crate::dto::{CheckedArgs, IndexArgs, IndexPointArgs, Scaling, SetWeightArgs, StudyArgs};

/// Events of one study: more lines could not be told apart.
const STUDIED: usize = 24;
/// Days of the trailing window of deviations.
const WINDOW_DAYS: std::ops::RangeInclusive<u32> = 10..=3_660;
/// Entries of a point.
const SHARES: std::ops::RangeInclusive<u32> = 1..=1_000;

/// A day is read where the workspace is known, from whose own day some words count.
fn day_if_any(field: &str, value: Option<&String>) -> Result<(), Fault> {
    value.map_or(Ok(()), |value| text(field, value, SHORT))
}

impl Bounded for Scaling {
    fn check_bounds(&self) -> Result<(), Fault> {
        day_if_any("scaling.base_from", self.base_from.as_ref())?;
        day_if_any("scaling.base_to", self.base_to.as_ref())?;
        day_if_any("scaling.known_on", self.known_on.as_ref())?;
        self.window_days
            .map_or(Ok(()), |it| number("scaling.window_days", it, &WINDOW_DAYS))
    }
}

impl Bounded for IndexArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.filter.check_bounds()?;
        self.scaling.check_bounds()?;
        day_if_any("from", self.from.as_ref())?;
        day_if_any("to", self.to.as_ref())
    }
}

impl Bounded for IndexPointArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.filter.check_bounds()?;
        text("day", &self.day, SHORT)?;
        day_if_any("known_on", self.known_on.as_ref())?;
        self.most.map_or(Ok(()), |it| number("most", it, &SHARES))
    }
}

impl Bounded for CheckedArgs {}

impl Bounded for SetWeightArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        text("weight", &self.weight, SHORT)
    }
}

impl Bounded for StudyArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        if self.events.is_empty() || self.events.len() > STUDIED {
            let message = format!(
                "a study takes 1 to {STUDIED} events, not {}",
                self.events.len()
            );
            return Err(Fault::argument("events", message).help("choose the events that matter"));
        }
        many("after_close", &self.after_close)?;
        text("series", &self.series, LONG)?;
        text("model", &self.model, SHORT)?;
        text("market", self.market.as_deref().unwrap_or_default(), LONG)
    }
}
