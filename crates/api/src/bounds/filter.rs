//! Checks of a filter.

use model::{ActorId, CategoryId, Kind, LayerId, PlaceId, SourceId, Status, ThemeId};

use super::{Bounded, LONG, MANY, SHORT, day, ids, number, text};
use crate::Fault;
use crate::dto::Filter;

impl Bounded for Filter {
    fn check_bounds(&self) -> Result<(), Fault> {
        ids::<ThemeId>("filter.themes", &self.themes)?;
        ids::<ActorId>("filter.actors", &self.actors)?;
        ids::<PlaceId>("filter.places", &self.places)?;
        ids::<SourceId>("filter.sources", &self.sources)?;
        ids::<CategoryId>("filter.categories", &self.categories)?;
        ids::<LayerId>("filter.layers", self.layers.as_deref().unwrap_or_default())?;
        number("filter.severity_min", self.severity_min, &(0..=5))?;
        text("filter.words", &self.words, LONG)?;
        text("filter.found", &self.found, LONG)?;
        if self.statuses.len() > Status::ALL.len() {
            return Err(Fault::argument(
                "filter.statuses",
                "filter.statuses names a status twice",
            ));
        }
        for word in &self.statuses {
            word.parse::<Status>()
                .map_err(|error| Fault::argument("filter.statuses", error.to_string()))?;
        }
        few("filter.kinds", self.kinds.len(), Kind::ALL.len())?;
        for word in &self.kinds {
            word.parse::<Kind>()
                .map_err(|error| Fault::argument("filter.kinds", error.to_string()))?;
        }
        few("filter.tags", self.tags.len(), MANY)?;
        self.tags
            .iter()
            .try_for_each(|it| text("filter.tags", it, SHORT))?;
        for (field, it) in [("filter.from", &self.from), ("filter.to", &self.to)] {
            it.as_deref().map(|it| day(field, it)).transpose()?;
        }
        Ok(())
    }
}

/// Refuses a list that is longer than there can be different things in it.
fn few(field: &str, length: usize, most: usize) -> Result<(), Fault> {
    if length <= most {
        return Ok(());
    }
    let message = format!("{field} has {length} entries, but at most {most} make sense");
    Err(Fault::argument(field, message).help("leave some of them out"))
}
