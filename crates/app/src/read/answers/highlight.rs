//! What stands out on a chart: the entries and links of an answer.

use std::collections::BTreeSet;
use std::sync::Arc;

use api::Fault;
use api::dto::{Filter, Highlight};
use graph::{Branch, Causes, Loop, Tree};
use model::{Event, EventId, LinkId};

use super::links::{causes, event, many};
use super::{chains, loops, roles, tree};
use crate::session::Session;
use crate::session::cache::highlight::Key;

/// The field that faults name.
const FIELD: &str = "highlight";

/// The entries and links of the answer that `asked` names, of what passes `filter`; remembered until the next change.
///
/// # Errors
/// A bad argument if there is no such answer: nothing would stand out, and everything would be faded.
pub(crate) fn highlight(
    session: &Session,
    asked: Highlight,
    filter: &Filter,
) -> Result<Arc<chart::Highlight>, Fault> {
    let key = Key {
        asked,
        filter: filter.clone(),
    };
    session
        .highlights()
        .of(&key, || answer(session, asked, filter))
}

fn answer(session: &Session, asked: Highlight, filter: &Filter) -> Result<chart::Highlight, Fault> {
    match asked {
        Highlight::Path { from, to, most } => path(session, filter, (from, to), most),
        Highlight::Loop { number } => {
            let all = causes(session, filter)?.loops();
            Ok(of_loop(numbered(&all, number, "events")?))
        }
        Highlight::LoopThrough { event } => loop_through(session, filter, event),
        Highlight::ThemeLoop { number } => {
            let all = loops::among_themes(session, filter);
            let links = numbered(&all, number, "themes")?.claims.concat();
            Ok(of_links(session, links))
        }
        Highlight::Why { event, steps } => {
            of_tree(session, filter, (event, steps), Causes::why, "cause")
        }
        Highlight::Follows { event, steps } => {
            of_tree(session, filter, (event, steps), Causes::follows, "effect")
        }
        Highlight::Drivers => drivers(session, filter),
    }
}

fn path(
    session: &Session,
    filter: &Filter,
    (from, to): (EventId, EventId),
    most: Option<u8>,
) -> Result<chart::Highlight, Fault> {
    let from = event(session, filter, FIELD, from)?;
    let to = event(session, filter, FIELD, to)?;
    let most = usize::from(most.unwrap_or(chains::MOST));
    let found = causes(session, filter)?.chains(session.workspace(), from.id, to.id, most);
    if found.is_empty() {
        let told = chains::no_chain(from, to);
        return Err(nothing(told.trim_end_matches('.')).help("choose two other events"));
    }
    Ok(chart::Highlight {
        events: found.iter().flat_map(|it| it.events.clone()).collect(),
        links: found.iter().flat_map(|it| it.claims.concat()).collect(),
    })
}

fn loop_through(
    session: &Session,
    filter: &Filter,
    id: EventId,
) -> Result<chart::Highlight, Fault> {
    let through = event(session, filter, FIELD, id)?;
    let all = causes(session, filter)?.loops();
    let first = all.iter().find(|it| it.nodes.contains(&id));
    first.map(of_loop).ok_or_else(|| {
        let message = format!("No feedback loop passes through {}", through.handle);
        nothing(&message).help("choose another event")
    })
}

/// The loop with this place in the answer.
fn numbered<'a, T>(all: &'a [Loop<T>], number: u32, among: &str) -> Result<&'a Loop<T>, Fault> {
    let listed = &all[..all.len().min(loops::MOST)];
    let at = (number as usize).checked_sub(1);
    at.and_then(|it| listed.get(it)).ok_or_else(|| {
        if listed.is_empty() {
            return nothing(&format!("There are no feedback loops among {among}"));
        }
        let there = many(listed.len(), "feedback loop");
        let verb = if listed.len() == 1 { "is" } else { "are" };
        let message =
            format!("There {verb} only {there} among {among}, so there is no number {number}");
        nothing(&message).help("list them with loops")
    })
}

fn of_loop(it: &Loop<EventId>) -> chart::Highlight {
    chart::Highlight {
        events: it.nodes.iter().copied().collect(),
        links: it.claims.iter().flatten().copied().collect(),
    }
}

/// Links with both of their ends.
fn of_links(session: &Session, links: Vec<LinkId>) -> chart::Highlight {
    let known = links.iter().filter_map(|it| session.workspace().link(*it));
    chart::Highlight {
        events: known.flat_map(|it| [it.cause, it.effect]).collect(),
        links: links.into_iter().collect(),
    }
}

fn of_tree<'a>(
    session: &'a Session,
    filter: &Filter,
    (id, steps): (EventId, Option<u8>),
    ask: impl Fn(&Causes<'a>, EventId, usize, usize) -> Tree,
    what: &str,
) -> Result<chart::Highlight, Fault> {
    let root: &Event = event(session, filter, FIELD, id)?;
    let steps = usize::from(steps.unwrap_or(tree::STEPS));
    let found = ask(&causes(session, filter)?, id, steps, tree::MOST);
    if found.branches.is_empty() {
        let message = format!("{} has no recorded {what}", root.handle);
        return Err(nothing(&message).help("choose another event"));
    }
    let mut lit = chart::Highlight {
        events: BTreeSet::from([id]),
        links: BTreeSet::new(),
    };
    found.branches.iter().for_each(|it| gather(it, &mut lit));
    Ok(lit)
}

fn gather(branch: &Branch, into: &mut chart::Highlight) {
    into.events.insert(branch.event);
    into.links.extend(&branch.claims);
    branch.branches.iter().for_each(|it| gather(it, into));
}

/// The events that have a role, and the links between them.
fn drivers(session: &Session, filter: &Filter) -> Result<chart::Highlight, Fault> {
    let causes = causes(session, filter)?;
    let found = causes.roles(roles::MOST);
    let all = [
        found.drivers,
        found.outcomes,
        found.bridges,
        found.single_points,
    ];
    let events: BTreeSet<EventId> = all.iter().flatten().map(|it| it.event).collect();
    if events.is_empty() {
        return Err(nothing("No link shows a driver or an outcome").help("clear the filter"));
    }
    let effects = events.iter().flat_map(|it| causes.effects_of(*it));
    let between = effects.filter(|it| events.contains(&it.effect));
    Ok(chart::Highlight {
        links: between.map(|it| it.id).collect(),
        events,
    })
}

fn nothing(message: &str) -> Fault {
    Fault::argument(FIELD, message)
}
