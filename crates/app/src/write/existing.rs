//! What is there: things by the ids that a verb was given.

use std::fmt::Display;

use api::bounds::id;
use api::{Fault, FaultCode};
use model::{Citation, Claim, ClaimId, Event, EventId, Link, Source};

use crate::session::plan::Plan;

/// The fault for an id that nothing has.
pub(super) fn missing(what: &str, field: &str, id: impl Display) -> Fault {
    let mut fault = Fault::new(
        FaultCode::NotFound,
        format!("there is no {what} with the id {id}"),
    );
    fault.field = Some(field.to_owned());
    fault.help("it may have been deleted; look it up in the list")
}

macro_rules! existing {
    ($($find:ident: $item:ty, $what:literal;)*) => {$(
        #[doc = concat!("The ", $what, " with this id, as planned.")]
        pub(super) fn $find(plan: &Plan<'_>, field: &str, text: &str) -> Result<$item, Fault> {
            let found = plan.$find(id(field, text)?);
            found.cloned().ok_or_else(|| missing($what, field, text))
        }
    )*};
}

existing! {
    event: Event, "event";
    link: Link, "link";
    source: Source, "source";
    citation: Citation, "citation";
    claim: Claim, "claim";
}

/// An event that the plan itself refers to.
pub(super) fn planned_event(plan: &Plan<'_>, id: EventId) -> Result<Event, Fault> {
    plan.event(id)
        .cloned()
        .ok_or_else(|| missing("event", "event", id))
}

/// A claim that the plan itself refers to.
pub(super) fn planned_claim(plan: &Plan<'_>, id: ClaimId) -> Result<Claim, Fault> {
    plan.claim(id)
        .cloned()
        .ok_or_else(|| missing("claim", "claim", id))
}

/// Ids of the kind `T`, each once, in the order in which they were given.
pub(super) fn ids<T>(field: &str, texts: &[String]) -> Result<Vec<T>, Fault>
where
    T: Ord + Copy + std::str::FromStr<Err = model::IdError>,
{
    let mut seen = std::collections::BTreeSet::new();
    let all = texts.iter().map(|text| id::<T>(field, text));
    let all: Vec<T> = all.collect::<Result<_, _>>()?;
    Ok(all.into_iter().filter(|id| seen.insert(*id)).collect())
}
