//! Finds items by the ids that a verb was given.

use std::fmt::Display;

use api::bounds::id;
use api::{Fault, FaultCode};
use model::{Citation, CitationId, Claim, ClaimId, Event, EventId, Link, LinkId, Source, SourceId};

use crate::session::plan::Plan;

/// The fault for an unknown id.
pub(super) fn missing(what: &str, field: &str, id: impl Display) -> Fault {
    let mut fault = Fault::new(
        FaultCode::NotFound,
        format!("there is no {what} with the id {id}"),
    );
    fault.field = Some(field.to_owned());
    fault.help("it may have been deleted; look it up in the list")
}

macro_rules! existing {
    ($($find:ident: $id:ty => $item:ty, $what:literal;)*) => {$(
        #[doc = concat!("The ", $what, " with this id, as planned.")]
        pub(super) fn $find(plan: &Plan<'_>, field: &str, id: $id) -> Result<$item, Fault> {
            plan.$find(id).cloned().ok_or_else(|| missing($what, field, id))
        }
    )*};
}

existing! {
    event: EventId => Event, "event";
    link: LinkId => Link, "link";
    source: SourceId => Source, "source";
    citation: CitationId => Citation, "citation";
    claim: ClaimId => Claim, "claim";
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
