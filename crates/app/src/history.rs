//! What was done, and going back and forth in it.

mod lookup;
#[cfg(test)]
mod random;
mod tell;
#[cfg(test)]
mod tests;

use model::EventId;
use model::date::{Day, Moment};
use store::{History, Step};

use crate::check::id;
use crate::dto::{
    Done, HistoryArgs, HistoryPage, NoArgs, Refreshed, StepArgs, StepDetail, StepLine,
};
use crate::overview::count;
use crate::{Fault, FaultCode, Session};

/// Steps of a page when no number is asked for.
const PAGE: usize = 100;
/// Changes of one step that are told.
const CHANGES: usize = 100;
const DAY_SECONDS: i64 = 86_400;

/// What was done, newest first.
pub(crate) fn history(session: &Session, args: HistoryArgs) -> Result<HistoryPage, Fault> {
    let limit = args.limit.map_or(PAGE, |it| it as usize);
    let before = args.before;
    // One more than asked for tells whether there are more.
    let whole = session.file(|it| it.steps(before, limit + 1))?;
    let mut steps = match &args.event {
        None => whole.steps.clone(),
        Some(event) => {
            let event: EventId = id("event", event)?;
            let mut steps = session.file(|it| it.steps_of_event(event, usize::MAX))?;
            steps.retain(|it| before.is_none_or(|before| it.number < before));
            steps
        }
    };
    let more = steps.len() > limit;
    steps.truncate(limit);
    let (undo, redo) = names(&whole);
    Ok(HistoryPage {
        steps: steps.iter().map(line).collect(),
        more,
        now: whole.now,
        undo,
        redo,
    })
}

/// The names of the steps that undo and redo would take. What made the workspace is not undone: without it there would
/// be no types of links and no scales.
pub(crate) fn names(history: &History) -> (Option<String>, Option<String>) {
    let undo = history.undo.as_ref().filter(|it| !is_first(it));
    let name = |step: &Step| step.name.clone();
    (undo.map(name), history.redo.as_ref().map(name))
}

/// True for the step that made the workspace: empty, with the sample, or with what was saved of a damaged one.
pub(crate) fn is_first(step: &Step) -> bool {
    step.parent == 0
}

fn line(step: &Step) -> StepLine {
    StepLine {
        number: step.number,
        parent: step.parent,
        name: step.name.clone(),
        at: step.at_seconds.map(iso),
        done: step.done,
    }
}

/// "2025-06-11T18:30:00Z".
fn iso(seconds: i64) -> String {
    let moment = Moment {
        day: Day(seconds.div_euclid(DAY_SECONDS)),
        second: u32::try_from(seconds.rem_euclid(DAY_SECONDS)).ok(),
    };
    format!("{moment}Z")
}

/// What one step changed.
pub(crate) fn step(session: &Session, args: StepArgs) -> Result<StepDetail, Fault> {
    let changes = session.file(|it| it.what_changed(args.step));
    let changes = changes.map_err(about_step)?;
    let found = session.file(|it| it.steps(args.step.checked_add(1), 1))?;
    let step = found.steps.iter().find(|it| it.number == args.step);
    let Some(step) = step else {
        let mut fault = Fault::new(
            FaultCode::NotFound,
            format!("there is no step {}", args.step),
        );
        fault.field = Some(String::from("step"));
        return Err(fault.help("look its number up in the history"));
    };
    let (changes, more) = tell::changes(session.workspace(), &changes, CHANGES);
    Ok(StepDetail {
        step: line(step),
        changes,
        more: count(more),
    })
}

fn about_step(error: store::StoreError) -> Fault {
    let mut fault = Fault::from(error);
    fault.field = Some(String::from("step"));
    fault
}

/// Takes the last step back.
pub(crate) fn undo(session: &mut Session, _: NoArgs) -> Result<Done, Fault> {
    session.undo()
}

/// Brings back the step that was undone last.
pub(crate) fn redo(session: &mut Session, _: NoArgs) -> Result<Done, Fault> {
    session.redo()
}

/// Goes back to the state after a step, as a new step.
pub(crate) fn restore(session: &mut Session, args: StepArgs) -> Result<Done, Fault> {
    session.restore(args.step)
}

/// Reads the file again if another program has changed it.
pub(crate) fn refresh(session: &mut Session, _: NoArgs) -> Result<Refreshed, Fault> {
    let changed = session.refresh()?;
    let (undo, redo) = names(&session.file(|it| it.steps(None, 0))?);
    Ok(Refreshed {
        changed,
        state: session.state(),
        undo,
        redo,
    })
}
