//! One line, one event: reading it, completing it, and what it may double.

mod alike;
mod check;
mod complete;
mod index;
mod line;
mod link;
mod save;
#[cfg(test)]
mod tests;
mod understand;

use model::EventId;

use crate::check::id;
use crate::dto::{LookAlike, LookAlikesArgs};
use crate::{Fault, FaultCode, Session};

pub(crate) use complete::complete;
pub(crate) use index::Cache;
pub(crate) use link::understand_link;
pub(crate) use save::add;
pub(crate) use understand::understand;

/// Entries that may tell of the same thing: those like one event, or all pairs of the workspace.
pub(crate) fn look_alikes(
    session: &Session,
    args: LookAlikesArgs,
) -> Result<Vec<LookAlike>, Fault> {
    let workspace = session.workspace();
    let words = session.words();
    let Some(wanted) = &args.event else {
        return Ok(words.with(workspace, |index| alike::of_all(index, workspace)));
    };
    let event = workspace
        .event(id::<EventId>("event", wanted)?)
        .ok_or_else(|| {
            let mut fault = Fault::new(
                FaultCode::NotFound,
                format!("there is no event with the id {wanted}"),
            );
            fault.field = Some(String::from("event"));
            fault.help("it may have been deleted; list the events to see what there is")
        })?;
    Ok(words.with(workspace, |index| alike::of_event(index, workspace, event)))
}
