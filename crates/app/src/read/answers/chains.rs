//! The `path` verb: causal chains from one event to another.

use api::Fault;
use api::dto::{ChainLine, PathArgs, PathReply};
use graph::{Chain, word};
use model::{Event, SourceId, Workspace};

use super::links::{causes, event, lines, many, rows};
use crate::lookup::event_context::EventContext;
use crate::lookup::rows::{count, event_ref};
use crate::session::Session;

/// Default number of chains.
pub(super) const MOST: u8 = 3;

/// The strongest chains from one event to another, and what would break them.
pub(crate) fn path(session: &Session, args: PathArgs) -> Result<PathReply, Fault> {
    let from = event(session, &args.filter, "from", args.from)?;
    let to = event(session, &args.filter, "to", args.to)?;
    let workspace = session.workspace();
    let causes = causes(session, &args.filter)?;
    let most = usize::from(args.most.unwrap_or(MOST));
    let chains = causes.chains(workspace, from.id, to.id, most);
    let breaks = if chains.is_empty() {
        Vec::new()
    } else {
        rows(workspace, causes.breaks(from.id, to.id).claims)
    };
    let beside = EventContext::all(workspace);
    Ok(PathReply {
        told: summary(from, to, &chains, breaks.len()),
        from: event_ref(from),
        to: event_ref(to),
        chains: chains
            .iter()
            .map(|it| chain(workspace, &beside, it))
            .collect(),
        breaks,
    })
}

/// "No chain of causes leads from E01 to E32."
pub(super) fn no_chain(from: &Event, to: &Event) -> String {
    format!(
        "No chain of causes leads from {} to {}.",
        from.handle, to.handle
    )
}

fn summary(from: &Event, to: &Event, chains: &[Chain], breaks: usize) -> String {
    if chains.is_empty() {
        return no_chain(from, to);
    }
    let (from, to) = (&from.handle, &to.handle);
    match breaks {
        1 => format!("All chains from {from} to {to} break if a single claim is wrong."),
        many => {
            format!(
                "{many} claims would have to be wrong for all chains from {from} to {to} to break."
            )
        }
    }
}

fn chain(workspace: &Workspace, beside: &EventContext<'_>, it: &Chain) -> ChainLine {
    let effects = it.events.iter().skip(1);
    let steps = effects.zip(&it.claims);
    ChainLine {
        events: it
            .events
            .iter()
            .filter_map(|id| workspace.event(*id))
            .map(event_ref)
            .collect(),
        steps: steps
            .map(|(effect, claims)| lines(beside, workspace, claims, *effect))
            .collect(),
        carried: word(it.carried).to_owned(),
        sign: it.sign,
        weakest: count(it.weakest),
        unsourced: it.unsourced.iter().map(|at| count(*at)).collect(),
        told: sources(workspace, it),
    }
}

/// "A1 reports all of it", or "combined from A1 and A4; 2 steps without a source".
fn sources(workspace: &Workspace, chain: &Chain) -> String {
    let name = |id: &SourceId| workspace.source(*id).map(|it| it.handle.clone());
    let names = |ids: &mut dyn Iterator<Item = &SourceId>| -> String {
        let all: Vec<String> = ids.filter_map(name).collect();
        match all.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
            _ => all.concat(),
        }
    };
    let mut told = match (chain.threads.as_slice(), chain.sources.len()) {
        ([], 0) => String::from("no step has a source"),
        ([], 1) => format!("as far as reported, {}", names(&mut chain.sources.iter())),
        ([], _) => format!("combined from {}", names(&mut chain.sources.iter())),
        ([_], _) => format!("{} reports all of it", names(&mut chain.threads.iter())),
        (all, _) => format!("{} each report all of it", names(&mut all.iter())),
    };
    if !chain.unsourced.is_empty() && !chain.sources.is_empty() {
        let steps = many(chain.unsourced.len(), "step");
        told.push_str(&format!("; {steps} without a source"));
    }
    told
}
