//! Going back and forth in the history, and catching up with other programs.

use store::{Stepped, StoreError};

use super::Session;
use super::write::{Also, Failed, now_seconds};
use crate::dto::Done;
use crate::{Fault, FaultCode, history};

impl Session {
    /// Takes the last step back, but not the one that made the workspace.
    pub(crate) fn undo(&mut self) -> Result<Done, Fault> {
        self.again(|session| {
            let ends = session.file(|it| it.steps(None, 0))?;
            let step = ends.undo.filter(|step| !history::is_first(step));
            let stepped = match step {
                Some(_) => session.file_mut().undo(Some(now_seconds()))?,
                None => None,
            };
            let stepped = stepped.ok_or_else(|| Failed::Refused(nothing("undo")))?;
            let name = format!("Undo: {}", stepped.step.name);
            Ok(session.arrived(name, &stepped))
        })
    }

    /// Brings back the step that was undone last.
    pub(crate) fn redo(&mut self) -> Result<Done, Fault> {
        self.again(|session| {
            let stepped = session.file_mut().redo(Some(now_seconds()))?;
            let stepped = stepped.ok_or_else(|| Failed::Refused(nothing("redo")))?;
            let name = format!("Redo: {}", stepped.step.name);
            Ok(session.arrived(name, &stepped))
        })
    }

    /// Goes back to the state after `step`, as a new step.
    pub(crate) fn restore(&mut self, step: i64) -> Result<Done, Fault> {
        self.again(|session| {
            let restored = session.file_mut().restore(step, Some(now_seconds()));
            let stepped = restored.map_err(|error| match error {
                StoreError::NoStep { .. } | StoreError::NotKept { .. } => {
                    let mut fault = Fault::from(error);
                    fault.field = Some(String::from("step"));
                    Failed::Refused(fault)
                }
                other => Failed::Store(other),
            })?;
            Ok(session.arrived(stepped.step.name.clone(), &stepped))
        })
    }

    fn arrived(&mut self, name: String, stepped: &Stepped) -> Done {
        let mut also = Also::default();
        also.note(&self.workspace, &stepped.touched);
        self.renew(&stepped.touched);
        also.note(&self.workspace, &stepped.touched);
        let changed = !stepped.touched.is_empty();
        let step = changed.then_some(stepped.step.number);
        self.done(name, step, Vec::new(), &stepped.touched, &also)
    }

    /// Reads the file again if another program has written to it; true when it had.
    pub(crate) fn refresh(&mut self) -> Result<bool, Fault> {
        Ok(self.catch_up()?)
    }
}

fn nothing(verb: &str) -> Fault {
    Fault::new(FaultCode::NotFound, format!("there is nothing to {verb}"))
        .help("the history lists what was done; any state in it can be restored")
}
