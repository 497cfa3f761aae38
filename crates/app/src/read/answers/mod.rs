//! The answers that links give: one file for each question.

mod chains;
mod fits;
mod highlight;
mod link_detail;
mod links;
mod loops;
mod roles;
mod tree;

pub(crate) use chains::path;
pub(crate) use fits::check;
pub(crate) use highlight::highlight;
pub(crate) use link_detail::link_detail;
pub(crate) use loops::loops;
pub(crate) use roles::drivers;
pub(crate) use tree::{follows, why};
