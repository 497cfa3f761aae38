//! The `walk` verb: from one entry to the next, in time or in the lanes.

use api::Fault;
use api::dto::{EventRef, Toward, WalkArgs};
use chart::Timeline;
use model::{Event, EventId};

use super::terms::lanes;
use crate::lookup::filter::CompiledFilter;
use crate::lookup::rows::event_ref;
use crate::session::Session;
use crate::session::cache::timeline::Choice;
use crate::session::day::as_of;

/// The next entry in a direction; `None` where there is none.
pub(crate) fn walk(session: &Session, args: WalkArgs) -> Result<Option<EventRef>, Fault> {
    let workspace = session.workspace();
    let found = match (args.toward, args.id.and_then(|it| workspace.event(it))) {
        (Toward::Earlier | Toward::Later, from) => in_time(session, &args, from)?,
        (_, Some(from)) => in_lanes(session, &args, from.id)?,
        (_, None) => in_time(session, &args, None)?,
    };
    Ok(found.and_then(|it| workspace.event(it)).map(event_ref))
}

/// The neighbor in time among what passes; from what does not pass, that of its place in time.
fn in_time(
    session: &Session,
    args: &WalkArgs,
    from: Option<&Event>,
) -> Result<Option<EventId>, Fault> {
    let workspace = session.workspace();
    let shown = session.shown(&args.filter)?;
    let is_earlier = args.toward == Toward::Earlier;
    let place = match from {
        None if is_earlier => shown.len().checked_sub(1),
        None => Some(0),
        Some(event) => {
            let before = shown.before(workspace, event);
            if is_earlier {
                before.checked_sub(1)
            } else {
                Some(before + usize::from(shown.has(workspace, event.id)))
            }
        }
    };
    Ok(place.and_then(|it| shown.from(workspace, it).next().map(|event| event.id)))
}

/// The entry nearest in time in the next lane above or below.
fn in_lanes(session: &Session, args: &WalkArgs, from: EventId) -> Result<Option<EventId>, Fault> {
    let workspace = session.workspace();
    let Some(from) = workspace.event(from) else {
        return Ok(None);
    };
    let choice = Choice {
        filter: args.filter.clone(),
        lanes: lanes(args.lanes, &args.arrange),
        as_of: as_of(session, args.as_of.as_deref())?,
        collapse: args.collapse,
    };
    let compiled = CompiledFilter::new(workspace, &args.filter);
    let is_up = args.toward == Toward::Above;
    let beside = |timeline: &mut Timeline| timeline.beside(from, is_up);
    Ok(session
        .timeline()
        .with(workspace, &choice, &compiled, beside))
}
