//! The verbs that draw: charts of entries, of relations and of numbers, as pictures.

pub(crate) mod background;
pub(crate) mod entries;
pub(crate) mod numbers;
pub(crate) mod picture;
mod prospects;
mod relations;
pub(crate) mod subject;
pub(crate) mod terms;
mod viewport;
pub(crate) mod walk;
pub(crate) mod wire;
