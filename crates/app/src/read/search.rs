//! The verbs that look for entries by words: `search` and `find`.

use api::Fault;
use api::dto::{EventRef, FindArgs, SearchArgs};

use crate::lookup::event;
use crate::lookup::filter::{datasets, in_datasets};
use crate::lookup::rows::event_ref;
use crate::session::Session;

/// Hits when none are asked for.
const HITS: u32 = 50;

/// Entries that contain the words, best first.
pub(crate) fn search(session: &Session, args: SearchArgs) -> Result<Vec<EventRef>, Fault> {
    let workspace = session.workspace();
    let datasets = datasets(workspace, args.datasets.as_deref());
    let wanted = args.limit.unwrap_or(HITS) as usize;
    // What lies in hidden datasets is found too and taken out here, so the file is asked for more.
    let beyond = workspace
        .events
        .iter()
        .filter(|event| !in_datasets(event, &datasets))
        .count();
    let most = wanted.saturating_add(beyond);
    let found = session.file(|it| it.search(&args.words, most))?;
    let events = found.iter().filter_map(|id| workspace.event(*id));
    Ok(events
        .filter(|event| in_datasets(event, &datasets))
        .take(wanted)
        .map(event_ref)
        .collect())
}

/// The one entry that is meant by an id, a handle or enough of its title.
pub(crate) fn find(session: &Session, args: FindArgs) -> Result<EventRef, Fault> {
    event::meant(session.workspace(), &args.event).map(event_ref)
}
