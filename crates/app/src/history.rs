//! What was done, and going back and forth in it.

use crate::dto::{Done, HistoryArgs, HistoryPage, NoArgs, Refreshed, StepArgs, StepDetail};
use crate::{Fault, FaultCode, Session};

pub(crate) fn history(_: &Session, _: HistoryArgs) -> Result<HistoryPage, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn step(_: &Session, _: StepArgs) -> Result<StepDetail, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn undo(_: &mut Session, _: NoArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn redo(_: &mut Session, _: NoArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn restore(_: &mut Session, _: StepArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn refresh(_: &mut Session, _: NoArgs) -> Result<Refreshed, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}
