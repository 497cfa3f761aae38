//! The verbs `undo`, `redo`, `restore` and `refresh`.

use api::Fault;
use api::dto::{Done, NoArgs, Refreshed, StepArgs};

use crate::session::Session;
use crate::session::step_names::undo_and_redo;

/// Undoes the last step.
pub(crate) fn undo(session: &mut Session, _: NoArgs) -> Result<Done, Fault> {
    session.undo()
}

/// Redoes the step that was undone last.
pub(crate) fn redo(session: &mut Session, _: NoArgs) -> Result<Done, Fault> {
    session.redo()
}

/// Restores the state after a step, as a new step.
pub(crate) fn restore(session: &mut Session, args: StepArgs) -> Result<Done, Fault> {
    session.restore(args.step)
}

/// Reads the file again if another program has changed it.
pub(crate) fn refresh(session: &mut Session, _: NoArgs) -> Result<Refreshed, Fault> {
    let changed = session.refresh()?;
    let (undo, redo) = undo_and_redo(&session.file(|it| it.steps(None, 0))?);
    Ok(Refreshed {
        changed,
        state: session.state(),
        undo,
        redo,
    })
}
