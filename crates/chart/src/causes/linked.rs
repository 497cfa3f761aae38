//! What is linked with what on a causal chart.

use std::collections::{BTreeMap, BTreeSet};

use model::{EventId, Workspace};

use super::nodes::Dated;
use crate::links::{Bundle, bundles};

/// The bundles of links between two different dated events.
pub(super) fn drawable<'a>(workspace: &'a Workspace, dated: &[Dated<'_>]) -> Vec<Bundle<'a>> {
    let present: BTreeSet<EventId> = dated.iter().map(|it| it.event.id).collect();
    let links = workspace.links.iter().filter(|link| {
        link.cause != link.effect && present.contains(&link.cause) && present.contains(&link.effect)
    });
    bundles(workspace, links)
}

/// For each event with a link, the events it is linked with.
pub(super) fn neighbors(bundles: &[Bundle<'_>]) -> BTreeMap<EventId, BTreeSet<EventId>> {
    let mut linked: BTreeMap<EventId, BTreeSet<EventId>> = BTreeMap::new();
    for bundle in bundles {
        linked
            .entry(bundle.cause)
            .or_default()
            .insert(bundle.effect);
        linked
            .entry(bundle.effect)
            .or_default()
            .insert(bundle.cause);
    }
    linked
}
