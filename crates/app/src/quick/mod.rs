//! One line, one event: reading it, completing it, and what it may double.

mod index;
mod line;

use crate::dto::{
    AddArgs, CompleteArgs, Done, LineArgs, LinkReading, LookAlike, LookAlikesArgs, Suggestion,
    Understanding,
};
use crate::{Fault, FaultCode, Session};

pub(crate) fn understand(_: &Session, _: LineArgs) -> Result<Understanding, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn understand_link(_: &Session, _: LineArgs) -> Result<LinkReading, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn complete(_: &Session, _: CompleteArgs) -> Result<Vec<Suggestion>, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn look_alikes(_: &Session, _: LookAlikesArgs) -> Result<Vec<LookAlike>, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn add(_: &mut Session, _: AddArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}
