//! Undo, redo, restore, and reloading what other programs wrote.

use api::dto::Done;
use api::{Fault, FaultCode};
use store::{Step, Stepped, StoreError};

use super::Session;
use super::faults::of_store;
use super::step_names::is_first;
use super::write::{AffectedOwners, Failed, now_seconds};

impl Session {
    /// Undoes the last step, but not the one that created the workspace.
    pub(crate) fn undo(&mut self) -> Result<Done, Fault> {
        self.again(|session| {
            let ahead = session.with_file(store::File::undo_ahead)?;
            let step = ahead.step.filter(|step| !is_first(step));
            let stepped = match step {
                Some(_) => session.file_mut().undo(Some(now_seconds()))?,
                None => None,
            };
            let refused = || Failed::Refused(nothing_past("undo", &ahead.passed));
            let stepped = stepped.ok_or_else(refused)?;
            let name = format!("Undo: {}{}", stepped.step.name, past(&stepped.passed));
            Ok(session.arrived(name, &stepped))
        })
    }

    /// Redoes the step that was undone last.
    pub(crate) fn redo(&mut self) -> Result<Done, Fault> {
        self.again(|session| {
            let stepped = session.file_mut().redo(Some(now_seconds()))?;
            let stepped = stepped.ok_or_else(|| Failed::Refused(nothing("redo")))?;
            let name = format!("Redo: {}{}", stepped.step.name, past(&stepped.passed));
            Ok(session.arrived(name, &stepped))
        })
    }

    /// Restores the state after `step`, as a new step.
    pub(crate) fn restore(&mut self, step: i64) -> Result<Done, Fault> {
        self.again(|session| {
            let restored = session.file_mut().restore(step, Some(now_seconds()));
            let stepped = restored.map_err(|error| match error {
                StoreError::NoStep { .. } | StoreError::NotKept { .. } => {
                    let mut fault = of_store(error);
                    fault.field = Some(String::from("step"));
                    Failed::Refused(fault)
                }
                other => Failed::Store(other),
            })?;
            Ok(session.arrived(stepped.step.name.clone(), &stepped))
        })
    }

    fn arrived(&mut self, name: String, stepped: &Stepped) -> Done {
        let mut owners = AffectedOwners::default();
        owners.note(&self.workspace, &stepped.touched);
        self.renew(&name, &stepped.touched);
        owners.note(&self.workspace, &stepped.touched);
        let changed = !stepped.touched.is_empty();
        let step = changed.then_some(stepped.step.number);
        self.done(name, step, Vec::new(), &stepped.touched, &owners)
    }

    /// Reads the file again if another program has written to it; true when it had.
    pub(crate) fn refresh(&mut self) -> Result<bool, Fault> {
        self.catch_up().map_err(of_store)
    }
}

/// " (past “Add Talks”, which is damaged in the file and stays as it is)", after the name of a step.
fn past(passed: &[Step]) -> String {
    let names: Vec<String> = passed.iter().map(|it| format!("\"{}\"", it.name)).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => format!(" (past {one}, which is damaged in the file and stays as it is)"),
        several => format!(
            " (past {}, which are damaged in the file and stay as they are)",
            several.join(" and ")
        ),
    }
}

/// Like [`nothing`], when all steps are damaged.
fn nothing_past(verb: &str, passed: &[Step]) -> Fault {
    let Some(step) = passed.first() else {
        return nothing(verb);
    };
    let message = format!(
        "\"{}\" (step {} of the history) is damaged in the file, and nothing else to {verb}",
        step.name, step.number
    );
    Fault::new(FaultCode::File, message).help("change it by hand; \"doctor\" says what is damaged")
}

fn nothing(verb: &str) -> Fault {
    Fault::new(FaultCode::NotFound, format!("nothing to {verb}"))
        .help("see the history; any state in it can be restored")
}
