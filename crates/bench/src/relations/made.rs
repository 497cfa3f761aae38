//! Made-up workspaces in which every entry has links.

use std::collections::BTreeSet;
use std::path::Path;

use api::Fault;
use app::{Session, fault_of_store};
use model::{EventId, Workspace};
use store::File;

use crate::synth::{Recipe, Synth};

/// Events that are made up for each that is kept, so that enough of them have links.
const MADE_PER_KEPT: u64 = 8;

/// The first `linked` events that have links, of the made-up events of `seed`, with the links among them.
///
/// # Errors
/// [`Fault`] when the lists of a new workspace cannot be read.
pub fn linked(linked: usize, seed: u64) -> Result<Workspace, Fault> {
    let events = linked as u64 * MADE_PER_KEPT;
    let mut all = Synth::new(Recipe { events, seed })?.workspace();
    let mut kept: BTreeSet<EventId> = BTreeSet::new();
    all.links.retain(|link| {
        let mut with = kept.clone();
        with.extend([link.cause, link.effect]);
        let fits = with.len() <= linked && link.cause != link.effect;
        if fits {
            kept = with;
        }
        fits
    });
    all.events.retain(|it| kept.contains(&it.id));
    all.name = format!("{linked} linked events");
    Ok(all)
}

/// A session on these values, written to `path`, in place of what is there.
///
/// # Errors
/// [`api::FaultCode::File`].
pub fn session(workspace: &Workspace, path: &Path) -> Result<Session, Fault> {
    crate::clear(path)?;
    let fill = |edit: &mut store::Edit<'_>| {
        edit.put_workspace(workspace)?;
        let mut events = workspace.events.iter();
        events.try_for_each(|it| edit.put_event(it))?;
        workspace.links.iter().try_for_each(|it| edit.put_link(it))
    };
    drop(File::create_filled(path, fill).map_err(fault_of_store)?);
    Session::open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_event_has_a_link_and_there_are_as_many_as_asked_for() {
        for (count, seed) in [(10, 3), (60, 1), (300, 2)] {
            let made = linked(count, seed).expect("the lists are there");
            assert_eq!(made.events.len(), count);
            let ends: BTreeSet<EventId> = made
                .links
                .iter()
                .flat_map(|it| [it.cause, it.effect])
                .collect();
            assert!(made.events.iter().all(|it| ends.contains(&it.id)));
        }
    }
}
