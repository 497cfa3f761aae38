//! Statements that no source is cited for.

use std::collections::{BTreeMap, BTreeSet};

use api::Fault;
use api::dto::{ListArgs, Uncited, UncitedLine};
use model::{ClaimId, Event, EventId, LinkId, Target, Workspace};

use crate::lookup::filter::{CompiledFilter, by_time};
use crate::lookup::rows::{count, event_ref};
use crate::session::Session;

/// Events that pass the filter, their claims, and the links that lead to them from others that pass. An event counts as
/// cited when one of its claims is.
pub(crate) fn uncited(session: &Session, args: ListArgs) -> Result<Uncited, Fault> {
    let workspace = session.workspace();
    let shown = by_time(CompiledFilter::new(workspace, &args.filter).passing());
    let looked = Looked::of(workspace, &shown);
    Ok(Uncited {
        statements: count(looked.statements),
        uncited: looked.uncited,
    })
}

struct Looked {
    statements: usize,
    uncited: Vec<UncitedLine>,
}

impl Looked {
    fn of(workspace: &Workspace, shown: &[&Event]) -> Self {
        let cited: BTreeSet<Target> = workspace.citations.iter().map(|it| it.target).collect();
        let claimed: BTreeSet<_> = workspace
            .claims
            .iter()
            .filter(|it| cited.contains(&Target::Claim(it.id)))
            .map(|it| it.event)
            .collect();
        let ids: BTreeSet<_> = shown.iter().map(|event| event.id).collect();
        let mut looked = Self {
            statements: 0,
            uncited: Vec::new(),
        };
        let mut parts = Parts::of(workspace, &ids);
        for event in shown {
            let known = cited.contains(&Target::Event(event.id)) || claimed.contains(&event.id);
            looked.statement(
                known,
                "event",
                &event.id.to_string(),
                event,
                event.title.clone(),
            );
            for (id, words) in parts.claims.remove(&event.id).unwrap_or_default() {
                let known = cited.contains(&Target::Claim(id));
                looked.statement(known, "claim", &id.to_string(), event, words);
            }
            for (id, words) in parts.links.remove(&event.id).unwrap_or_default() {
                let known = cited.contains(&Target::Link(id));
                looked.statement(known, "link", &id.to_string(), event, words);
            }
        }
        looked
    }

    fn statement(&mut self, cited: bool, kind: &str, id: &str, event: &Event, words: String) {
        self.statements += 1;
        if !cited {
            self.uncited.push(UncitedLine {
                kind: kind.to_owned(),
                id: id.to_owned(),
                event: event_ref(event),
                words,
            });
        }
    }
}

/// What is stated beside the events themselves, by the event that it is shown with.
struct Parts {
    claims: BTreeMap<EventId, Vec<(ClaimId, String)>>,
    links: BTreeMap<EventId, Vec<(LinkId, String)>>,
}

impl Parts {
    fn of(workspace: &Workspace, shown: &BTreeSet<EventId>) -> Self {
        let mut parts = Self {
            claims: BTreeMap::new(),
            links: BTreeMap::new(),
        };
        for claim in &workspace.claims {
            let words = format!("{}: {}", claim.field, claim.value);
            parts
                .claims
                .entry(claim.event)
                .or_default()
                .push((claim.id, words));
        }
        for link in &workspace.links {
            let Some(cause) = workspace
                .event(link.cause)
                .filter(|it| shown.contains(&it.id))
            else {
                continue;
            };
            let label = workspace
                .link_type(link)
                .map_or(link.link_type.as_str(), |it| it.label.as_str());
            let words = format!("{} {label} this", cause.title);
            parts
                .links
                .entry(link.effect)
                .or_default()
                .push((link.id, words));
        }
        parts
    }
}
