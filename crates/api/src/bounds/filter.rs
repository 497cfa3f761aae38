//! Bounds of a filter.

use model::{Kind, Status};

use super::{Bounded, LONG, MANY, SHORT, many, number, text};
use crate::Fault;
use crate::dto::Filter;

impl Bounded for Filter {
    fn check_bounds(&self) -> Result<(), Fault> {
        many("filter.themes", &self.themes)?;
        many("filter.actors", &self.actors)?;
        many("filter.places", &self.places)?;
        many("filter.sources", &self.sources)?;
        many("filter.categories", &self.categories)?;
        many(
            "filter.datasets",
            self.datasets.as_deref().unwrap_or_default(),
        )?;
        number("filter.severity_min", self.severity_min, &(0..=5))?;
        text("filter.words", &self.words, LONG)?;
        text("filter.found", &self.found, LONG)?;
        few("filter.statuses", self.statuses.len(), Status::ALL.len())?;
        few("filter.kinds", self.kinds.len(), Kind::ALL.len())?;
        few("filter.tags", self.tags.len(), MANY)?;
        self.tags
            .iter()
            .try_for_each(|it| text("filter.tags", it, SHORT))?;
        match (self.from, self.to) {
            (Some(from), Some(to)) if to < from => Err(Fault::argument(
                "filter.to",
                "the period ends before it starts",
            )
            .help("choose an end after the start")),
            _ => Ok(()),
        }
    }
}

/// Refuses a list that is longer than there can be different things in it.
fn few(field: &str, length: usize, most: usize) -> Result<(), Fault> {
    if length <= most {
        return Ok(());
    }
    let message = format!("{field} has {length} entries; at most {most} are allowed");
    Err(Fault::argument(field, message).help("remove some"))
}
