//! Lists as they are managed, the words of the forms, and statements without a citation.

use crate::dto::{ItemRow, ItemsArgs, ListArgs, NoArgs, Uncited, Vocabulary};
use crate::{Fault, FaultCode, Session};

pub(crate) fn vocabulary(_: &Session, _: NoArgs) -> Result<Vocabulary, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn items(_: &Session, _: ItemsArgs) -> Result<Vec<ItemRow>, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn uncited(_: &Session, _: ListArgs) -> Result<Uncited, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}
