//! Links and events as answers name them, and the graph that answers walk.

use api::dto::{Filter, LinkRow};
use api::{Fault, FaultCode};
use graph::Causes;
use model::{Event, EventId, Link, LinkId, Stance, Target, Workspace};

use crate::lookup::event_context::EventContext;
use crate::lookup::filter::CompiledFilter;
use crate::read::list;
use crate::session::Session;

/// The graph of what passes `filter`.
pub(super) fn causes<'a>(session: &'a Session, filter: &Filter) -> Result<Causes<'a>, Fault> {
    let workspace = session.workspace();
    let shown = CompiledFilter::new(workspace, filter).shown();
    Ok(Causes::of(workspace, &shown))
}

/// The event with this id, which must pass the filter.
pub(super) fn event<'a>(
    session: &'a Session,
    filter: &Filter,
    field: &str,
    wanted: EventId,
) -> Result<&'a Event, Fault> {
    let workspace = session.workspace();
    let found = workspace.event(wanted);
    let passes = CompiledFilter::new(workspace, filter);
    found.filter(|it| passes.passes(it)).ok_or_else(|| {
        let message = format!("there is no event with the id {wanted} among those that are shown");
        let mut fault = Fault::new(FaultCode::NotFound, message);
        fault.field = Some(field.to_owned());
        fault.help("clear the filter, or ask about another event")
    })
}

pub(super) fn links<'a>(workspace: &'a Workspace, ids: &[LinkId]) -> Vec<&'a Link> {
    ids.iter().filter_map(|id| workspace.link(*id)).collect()
}

/// Links as rows with both ends.
pub(super) fn rows(workspace: &Workspace, ids: impl IntoIterator<Item = LinkId>) -> Vec<LinkRow> {
    let known = ids.into_iter().filter_map(|id| workspace.link(id));
    known
        .filter_map(|link| list::one_link(workspace, link))
        .collect()
}

/// Links as lines that name one end.
pub(super) fn lines(
    beside: &EventContext<'_>,
    workspace: &Workspace,
    ids: &[LinkId],
    other: EventId,
) -> Vec<api::dto::LinkLine> {
    let Some(other) = workspace.event(other) else {
        return Vec::new();
    };
    links(workspace, ids)
        .into_iter()
        .map(|link| beside.line(link, other))
        .collect()
}

/// "3 claims, 2 sources, 1 against"; empty for a single claim that nothing is cited against.
pub(super) fn bundle(workspace: &Workspace, ids: &[LinkId]) -> String {
    let of = |target| matches!(target, Target::Link(link) if ids.contains(&link));
    let cited: Vec<_> = workspace
        .citations
        .iter()
        .filter(|it| of(it.target))
        .collect();
    let sources: std::collections::BTreeSet<_> = cited.iter().map(|it| it.source).collect();
    let against = cited
        .iter()
        .filter(|it| it.stance == Stance::Against)
        .count();
    if ids.len() < 2 && against == 0 {
        return String::new();
    }
    let mut told = format!(
        "{}, {}",
        many(ids.len(), "claim"),
        many(sources.len(), "source")
    );
    if against > 0 {
        told.push_str(&format!(", {against} against"));
    }
    told
}

/// "1 event", "3 events".
pub(super) fn many(number: usize, what: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {what}{ending}")
}
