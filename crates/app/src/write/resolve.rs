//! Finds what an id, a handle or a name in a field means in the planned workspace; unknown names may be added.

use api::{Fault, FaultCode};
use model::{ActorId, CategoryId, DatasetId, EventId, PlaceId, SourceId, ThemeId};

use super::new_items;
use crate::lookup::names::{Found, List, find};
use crate::lookup::{event, names};
use crate::session::plan::Plan;

/// What is looked for.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'a> {
    /// The field that names it.
    pub(super) field: &'a str,
    /// Whether a name that is not known becomes something new.
    pub(super) make_new: bool,
}

/// True when just this text, as a whole, goes for something in `list`.
pub(super) fn is_known(plan: &Plan<'_>, list: List, words: &str) -> bool {
    find(plan, list, plain(words)) != Found::None
}

/// Without the sign that stands before a theme or an actor in a line.
fn plain(words: &str) -> &str {
    words.trim().trim_start_matches(['#', '@'])
}

/// A fault that names the field.
fn about(field: &str) -> impl Fn(Fault) -> Fault {
    move |mut fault| {
        fault.field = Some(field.to_owned());
        fault
    }
}

fn found_or_new<T>(
    wanted: Wanted<'_>,
    found: Result<T, Fault>,
    make: impl FnOnce() -> T,
) -> Result<T, Fault> {
    match found {
        Err(fault) if fault.code == FaultCode::UnknownName && wanted.make_new => Ok(make()),
        found => found.map_err(about(wanted.field)),
    }
}

/// The theme that is meant, or a new one.
pub(super) fn theme(
    plan: &mut Plan<'_>,
    wanted: Wanted<'_>,
    words: &str,
) -> Result<ThemeId, Fault> {
    let found = names::theme(plan, plain(words));
    found_or_new(wanted, found, || new_items::theme(plan, plain(words)))
}

/// The actor that is meant, or a new one.
pub(super) fn actor(
    plan: &mut Plan<'_>,
    wanted: Wanted<'_>,
    words: &str,
) -> Result<ActorId, Fault> {
    let found = names::actor(plan, plain(words));
    found_or_new(wanted, found, || new_items::actor(plan, plain(words)))
}

/// The place that is meant, or a new one.
pub(super) fn place(
    plan: &mut Plan<'_>,
    wanted: Wanted<'_>,
    words: &str,
) -> Result<PlaceId, Fault> {
    let found = names::place(plan, plain(words));
    found_or_new(wanted, found, || new_items::place(plan, plain(words)))
}

/// The category that is meant.
pub(super) fn category(plan: &Plan<'_>, field: &str, words: &str) -> Result<CategoryId, Fault> {
    names::category(plan, words).map_err(about(field))
}

/// The dataset that is meant.
pub(super) fn dataset(plan: &Plan<'_>, field: &str, words: &str) -> Result<DatasetId, Fault> {
    names::dataset(plan, words).map_err(about(field))
}

/// The source that is meant.
pub(super) fn source(plan: &Plan<'_>, field: &str, words: &str) -> Result<SourceId, Fault> {
    names::source(plan, words).map_err(about(field))
}

/// The event that an id, a handle or part of a title means.
pub(super) fn event(plan: &Plan<'_>, field: &str, words: &str) -> Result<EventId, Fault> {
    let found = event::meant(plan.base(), words).map_err(about(field))?;
    Ok(found.id)
}
