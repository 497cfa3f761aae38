//! The `event` verb: one event with everything said about it.

use api::Fault;
use api::dto::{EventArgs, EventDetail};
use model::EventId;

use crate::lookup::event::missing;
use crate::lookup::event_context::EventContext;
use crate::lookup::filter::datasets;
use crate::session::Session;

/// One event. What lies in a dataset that is not shown is not named beside it.
pub(crate) fn event(session: &Session, args: EventArgs) -> Result<EventDetail, Fault> {
    let workspace = session.workspace();
    let wanted: EventId = args.id;
    let event = workspace.event(wanted).ok_or_else(|| missing(args.id))?;
    let datasets = datasets(workspace, args.datasets.as_deref());
    Ok(EventContext::in_datasets(workspace, datasets).detail(event))
}
