//! Bounds of arguments about the index, series and studies.

use model::EventId;

use super::{Bounded, Common, LONG, SCROLL_PX, SHORT, id, ids, number, text};
use crate::Fault;
use crate::dto::{
    CheckedArgs, GridArgs, IndexArgs, IndexChartArgs, IndexPointArgs, Scaling, SetWeightArgs,
    StudyArgs, StudyChartArgs,
};

/// Events of one study: more lines than that nobody can tell apart.
const STUDIED: usize = 24;
/// Series of one chart.
const SERIES: usize = 6;
/// Days of the trailing window of deviations.
const WINDOW_DAYS: std::ops::RangeInclusive<u32> = 10..=3_660;
/// Entries of a point.
const SHARES: std::ops::RangeInclusive<u32> = 1..=1_000;

/// A day is read where the workspace is known, from whose own day some words count.
fn day_if_any(field: &str, value: Option<&String>) -> Result<(), Fault> {
    value.map_or(Ok(()), |value| text(field, value, SHORT))
}

fn some_series(list: &[String]) -> Result<(), Fault> {
    if list.len() > SERIES {
        let message = format!("series names more than {SERIES}");
        return Err(Fault::argument("series", message).help("take fewer at a time"));
    }
    list.iter().try_for_each(|it| text("series", it, LONG))
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

impl Bounded for CheckedArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.id
            .as_ref()
            .map_or(Ok(()), |it| id::<EventId>("id", it).map(drop))
    }
}

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
        ids::<EventId>("events", &self.events)?;
        ids::<EventId>("after_close", &self.after_close)?;
        text("series", &self.series, LONG)?;
        text("model", &self.model, SHORT)?;
        text("market", self.market.as_deref().unwrap_or_default(), LONG)
    }
}

impl Bounded for IndexChartArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.scaling.check_bounds()?;
        some_series(&self.series)?;
        day_if_any("at", self.at.as_ref())?;
        self.strip_left_px
            .map_or(Ok(()), |it| number("strip_left_px", it, &(0.0..=2_000.0)))?;
        Common {
            sides_px: [self.width_px, self.height_px.max(100.0)],
            from_days: self.from_days,
            to_days: self.to_days,
            events: [self.selected.as_ref(), self.hovered.as_ref()],
            as_of: self.as_of.as_ref(),
            filter: &self.filter,
        }
        .check_bounds()
    }
}

impl Bounded for StudyChartArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.study.check_bounds()?;
        number("width_px", self.width_px, &super::SIDE_PX)?;
        number("height_px", self.height_px, &super::SIDE_PX)?;
        self.selected
            .as_ref()
            .map_or(Ok(()), |it| id::<EventId>("selected", it).map(drop))
    }
}

impl Bounded for GridArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        number("scroll_px", self.scroll_px, &SCROLL_PX)?;
        day_if_any("known_on", self.known_on.as_ref())?;
        day_if_any("since", self.since.as_ref())?;
        Common {
            sides_px: [self.width_px, self.height_px],
            from_days: self.from_days,
            to_days: self.to_days,
            events: [self.selected.as_ref(), None],
            as_of: None,
            filter: &self.filter,
        }
        .check_bounds()
    }
}

/// The parts of an export that are about numbers.
pub(super) fn of_export(
    scaling: &Scaling,
    series: &[String],
    study: Option<&StudyArgs>,
    since: Option<&String>,
) -> Result<(), Fault> {
    scaling.check_bounds()?;
    some_series(series)?;
    study.map_or(Ok(()), Bounded::check_bounds)?;
    day_if_any("since", since)
}
