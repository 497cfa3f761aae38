//! The grade that an event is weighed by.

use model::date::Day;
use model::{
    Citation, Credibility, Event, EventId, Reliability, Source, SourceId, Stance, Target, Workspace,
};

/// Letter and digit; where one is not judged it is unknown.
pub(crate) type Grade = (Reliability, Credibility);

/// The grade of each event of a workspace, in order; `None` for events without a source.
///
/// As everywhere in the program it is that of the first citation for the event that is judged on both counts, citations
/// of the event itself before those of its claims; failing that, of the first.
pub(crate) fn grades(workspace: &Workspace, known_on: Option<Day>) -> Vec<Option<Grade>> {
    let mut best = vec![None; workspace.events.len()];
    let mut sources: Vec<&Source> = workspace.sources.iter().collect();
    sources.sort_unstable_by_key(|it| it.id);
    let claims = claims(workspace);
    let mut near = 0;
    for citation in &workspace.citations {
        let Some((event, is_claim)) = subject(citation, &claims) else {
            continue;
        };
        let source = source(&sources, citation.source);
        if citation.stance != Stance::For || !source.is_some_and(|it| is_out(it, known_on)) {
            continue;
        }
        let Some(at) = place(&workspace.events, event, near) else {
            continue;
        };
        near = at;
        let (letter, digit) = (source.and_then(|it| it.reliability), citation.credibility);
        let judged = letter.is_some() && digit.is_some();
        let rank = (!judged, is_claim, citation.id);
        if best[at].is_none_or(|(known, _)| rank < known) {
            best[at] = Some((rank, (letter, digit)));
        }
    }
    let unknown = |(letter, digit): (Option<Reliability>, Option<Credibility>)| {
        (
            letter.unwrap_or(Reliability::F),
            digit.unwrap_or(Credibility::Unknown),
        )
    };
    best.into_iter()
        .map(|it| it.map(|(_, grade)| unknown(grade)))
        .collect()
}

/// Claims by id with their events.
fn claims(workspace: &Workspace) -> Vec<(model::ClaimId, EventId)> {
    let mut claims: Vec<_> = workspace
        .claims
        .iter()
        .map(|it| (it.id, it.event))
        .collect();
    claims.sort_unstable();
    claims
}

/// The event that a citation is about, and whether by way of a claim.
fn subject(citation: &Citation, claims: &[(model::ClaimId, EventId)]) -> Option<(EventId, bool)> {
    match citation.target {
        Target::Event(id) => Some((id, false)),
        Target::Claim(id) => {
            let at = claims.binary_search_by_key(&id, |it| it.0).ok()?;
            Some((claims[at].1, true))
        }
        Target::Link(_) => None,
    }
}

fn source<'a>(sources: &[&'a Source], id: SourceId) -> Option<&'a Source> {
    let at = sources.binary_search_by_key(&id, |it| it.id).ok()?;
    Some(sources[at])
}

/// True when a source was published by that day. When in doubt it was not.
fn is_out(source: &Source, known_on: Option<Day>) -> bool {
    let Some(day) = known_on else {
        return true;
    };
    let published = source
        .published
        .as_ref()
        .and_then(|it| it.bounds.end_latest);
    published.is_some_and(|it| it.day <= day)
}

/// The index of an event; citations usually come in the order of events, so it is near the last one found.
fn place(events: &[Event], id: EventId, near: usize) -> Option<usize> {
    let close = (near..events.len().min(near + 4)).find(|at| events[*at].id == id);
    close.or_else(|| events.binary_search_by_key(&id, |it| it.id).ok())
}
