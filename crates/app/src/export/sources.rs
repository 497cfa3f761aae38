//! The numbered sources of a picture.

use std::collections::BTreeSet;

use model::{EventId, Source, SourceId, Target, Workspace};

use crate::filter::cited;

/// What is cited for these events and, `with_links`, for the links between them.
pub(super) fn cited_lines(
    workspace: &Workspace,
    events: &BTreeSet<EventId>,
    with_links: bool,
) -> Vec<String> {
    let cited = cited(workspace);
    let mut wanted: BTreeSet<SourceId> = events
        .iter()
        .filter_map(|id| cited.get(id))
        .flatten()
        .copied()
        .collect();
    if with_links {
        let links = workspace
            .links
            .iter()
            .filter(|it| events.contains(&it.cause) && events.contains(&it.effect));
        let citations = links.flat_map(|link| workspace.citations_of(Target::Link(link.id)));
        wanted.extend(citations.map(|citation| citation.source));
    }
    let sources = workspace
        .sources
        .iter()
        .filter(|source| wanted.contains(&source.id));
    sources.map(source_line).collect()
}

/// "Reuters, Trump ends talks, 6 June 2025"; the page sets its number before it.
pub(crate) fn source_line(source: &Source) -> String {
    let published = source
        .published
        .as_ref()
        .map(|date| date.words.as_str())
        .unwrap_or_default();
    let parts = [source.outlet.as_str(), &source.title, published];
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(", ")
}
