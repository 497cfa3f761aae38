//! The `history` and `step` verbs.

mod lookup;
#[cfg(test)]
mod random;
mod tell;
#[cfg(test)]
mod tests;

use api::dto::{HistoryArgs, HistoryPage, StepArgs, StepDetail, StepLine};
use api::{Fault, FaultCode};
use model::date::{Day, Moment};
use store::Step;

use crate::lookup::rows::count;
use crate::session::Session;
use crate::session::step_names::undo_and_redo;

/// Steps of a page when no number is asked for.
const PAGE: usize = 100;
/// Maximum number of changes listed for one step.
const CHANGES: usize = 100;
const DAY_SECONDS: i64 = 86_400;

/// The history, newest first.
pub(crate) fn history(session: &Session, args: HistoryArgs) -> Result<HistoryPage, Fault> {
    let limit = args.limit.map_or(PAGE, |it| it as usize);
    let before = args.before;
    // One more than asked for tells whether there are more.
    let whole = session.file(|it| it.steps(before, limit + 1))?;
    let mut steps = match args.event {
        None => whole.steps.clone(),
        Some(event) => {
            let mut steps = session.file(|it| it.steps_of_event(event, usize::MAX))?;
            steps.retain(|it| before.is_none_or(|before| it.number < before));
            steps
        }
    };
    let more = steps.len() > limit;
    steps.truncate(limit);
    let (undo, redo) = undo_and_redo(&whole);
    Ok(HistoryPage {
        steps: steps.iter().map(line).collect(),
        more,
        now: whole.now,
        undo,
        redo,
    })
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

fn about_step(mut fault: Fault) -> Fault {
    fault.field = Some(String::from("step"));
    fault
}
