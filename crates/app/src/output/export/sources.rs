//! The numbered sources of a picture.

use std::collections::{BTreeMap, BTreeSet};

use model::{ClaimId, EventId, FuzzyDate, Source, SourceId, Target, Workspace};

use super::tally::Tally;

/// What is cited for the entries that a picture speaks of and, `with_links`, for the links between them. One pass over the
/// citations: they are many, and once a source is known to be cited, none of its others is looked at.
pub(super) fn cited_lines(workspace: &Workspace, tally: &Tally, with_links: bool) -> Vec<String> {
    let event_of: BTreeMap<ClaimId, EventId> = workspace
        .claims
        .iter()
        .map(|it| (it.id, it.event))
        .collect();
    let is_between = |id| {
        let link = workspace.link(id);
        link.is_some_and(|it| tally.has(it.cause) && tally.has(it.effect))
    };
    let mut cited: BTreeSet<SourceId> = BTreeSet::new();
    for citation in &workspace.citations {
        let is_shown = || match citation.target {
            Target::Event(id) => tally.has(id),
            Target::Claim(id) => event_of.get(&id).is_some_and(|it| tally.has(*it)),
            Target::Link(id) => with_links && is_between(id),
        };
        if !cited.contains(&citation.source) && is_shown() {
            cited.insert(citation.source);
        }
    }
    let sources = workspace.sources.iter();
    sources
        .filter(|it| cited.contains(&it.id))
        .map(source_line)
        .collect()
}

/// "Reuters, Trump ends talks, 6 June 2025"; the page sets its number before it.
pub(crate) fn source_line(source: &Source) -> String {
    let published = source
        .published
        .as_ref()
        .map(FuzzyDate::shown)
        .unwrap_or_default();
    let parts = [source.outlet.as_str(), &source.title, &published];
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(", ")
}
