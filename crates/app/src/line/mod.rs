//! One line, one event: reading it, completing it, and what it may double.

pub(crate) mod alike;
mod complete;
pub(crate) mod link;
pub(crate) mod reading;
#[cfg(test)]
mod tests;
pub(crate) mod understand;

use api::dto::{LookAlike, LookAlikesArgs};
use api::{Fault, FaultCode};

use crate::session::Session;

pub(crate) use complete::complete;
pub(crate) use link::understand_link;
pub(crate) use understand::understand;

/// Entries that may be about the same thing: those like one event, or all pairs of the workspace.
pub(crate) fn look_alikes(
    session: &Session,
    args: LookAlikesArgs,
) -> Result<Vec<LookAlike>, Fault> {
    let workspace = session.workspace();
    let words = session.words();
    let Some(wanted) = args.event else {
        return Ok(words.with(workspace, |index| alike::of_all(index, workspace)));
    };
    let event = workspace.event(wanted).ok_or_else(|| {
        let mut fault = Fault::new(
            FaultCode::NotFound,
            format!("there is no event with the id {wanted}"),
        );
        fault.field = Some(String::from("event"));
        fault.help("it may have been deleted; list the events to see what there is")
    })?;
    Ok(words.with(workspace, |index| alike::of_event(index, workspace, event)))
}
