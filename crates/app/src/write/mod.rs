//! The verbs that write.

use crate::dto::{
    AddLinkArgs, CiteArgs, ClaimArgs, Done, EditArgs, EditOneArgs, IdsArgs, ItemArgs, MakeArgs,
    MergeArgs, RedateArgs, WorkspaceArgs,
};
use crate::{Fault, FaultCode, Session};

pub(crate) fn add_event(_: &mut Session, _: MakeArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn edit(_: &mut Session, _: EditArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn redate(_: &mut Session, _: RedateArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn duplicate(_: &mut Session, _: IdsArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn delete(_: &mut Session, _: IdsArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn merge_events(_: &mut Session, _: MergeArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn link(_: &mut Session, _: AddLinkArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn edit_link(_: &mut Session, _: EditOneArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn turn_links(_: &mut Session, _: IdsArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn delete_links(_: &mut Session, _: IdsArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn add_source(_: &mut Session, _: MakeArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn edit_source(_: &mut Session, _: EditOneArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn delete_sources(_: &mut Session, _: IdsArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn cite(_: &mut Session, _: CiteArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn edit_citation(_: &mut Session, _: EditOneArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn delete_citations(_: &mut Session, _: IdsArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn claim(_: &mut Session, _: ClaimArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn edit_claim(_: &mut Session, _: EditOneArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn delete_claims(_: &mut Session, _: IdsArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn add_item(_: &mut Session, _: ItemArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn edit_item(_: &mut Session, _: ItemArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn merge_items(_: &mut Session, _: MergeArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn delete_item(_: &mut Session, _: ItemArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}

pub(crate) fn set_workspace(_: &mut Session, _: WorkspaceArgs) -> Result<Done, Fault> {
    Err(Fault::new(FaultCode::Internal, "not built yet"))
}
