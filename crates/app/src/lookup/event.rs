//! Finds the event that an id, a handle or part of a title means.

use api::{Fault, FaultCode};
use model::{Event, EventId, Workspace};
use store::words::fold;

/// Candidates named when words fit several entries.
const CANDIDATES: usize = 8;

/// The event that `words` mean.
pub(crate) fn meant<'a>(workspace: &'a Workspace, words: &str) -> Result<&'a Event, Fault> {
    match candidates(workspace, words).as_slice() {
        [one] => Ok(one),
        [] => Err(none(words)),
        several => Err(ambiguous(words, several)),
    }
}

/// By handle or id if one matches exactly, else by the whole title, else by its words.
fn candidates<'a>(workspace: &'a Workspace, words: &str) -> Vec<&'a Event> {
    let all = || workspace.events.iter();
    let folded = fold(words.trim());
    let exact: [Vec<&Event>; 3] = [
        all()
            .filter(|event| fold(&event.handle) == folded)
            .collect(),
        words
            .trim()
            .parse::<EventId>()
            .ok()
            .and_then(|id| workspace.event(id))
            .into_iter()
            .collect(),
        all().filter(|event| fold(&event.title) == folded).collect(),
    ];
    if let Some(found) = exact.into_iter().find(|found| !found.is_empty()) {
        return found;
    }
    let parts: Vec<&str> = folded.split_whitespace().collect();
    if parts.is_empty() {
        return Vec::new();
    }
    let fits = |event: &&Event| {
        let title = fold(&event.title);
        parts.iter().all(|part| title.contains(part))
    };
    let found: Vec<&Event> = all().filter(fits).collect();
    // Entries of hidden datasets are used only if nothing else matches.
    let on = |event: &Event| {
        event
            .dataset
            .is_none_or(|id| workspace.datasets.iter().any(|it| it.id == id && it.on))
    };
    let shown: Vec<&Event> = found.iter().copied().filter(|event| on(event)).collect();
    if shown.is_empty() { found } else { shown }
}

fn none(words: &str) -> Fault {
    let mut fault = Fault::new(FaultCode::NotFound, format!("no event matches \"{words}\""));
    fault.field = Some(String::from("event"));
    fault.help(
        "give its id, its handle (such as E21) or words of its title; list the events to see them",
    )
}

fn ambiguous(words: &str, several: &[&Event]) -> Fault {
    let line = |event: &&Event| format!("{}  {}", event.handle, event.title);
    let mut lines: Vec<String> = several.iter().take(CANDIDATES).map(line).collect();
    if several.len() > CANDIDATES {
        lines.push(format!("and {} more", several.len() - CANDIDATES));
    }
    let mut fault = Fault::new(
        FaultCode::Ambiguous,
        format!("{} events match \"{words}\"", several.len()),
    );
    fault.field = Some(String::from("event"));
    fault.help(format!("say which one:\n{}", lines.join("\n")))
}

/// The fault for an id that no event has.
pub(crate) fn missing(id: impl std::fmt::Display) -> Fault {
    let mut fault = Fault::new(
        FaultCode::NotFound,
        format!("there is no event with the id {id}"),
    );
    fault.field = Some(String::from("id"));
    fault.help("it may have been deleted; list the events to see what there is")
}
