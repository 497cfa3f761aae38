//! The verbs that draw: charts of entries, of relations and of numbers, as pictures.

pub(crate) mod background;
pub(crate) mod chart;
pub(crate) mod numbers;
pub(crate) mod pictures;
mod prospects;
pub(crate) mod viewport;
pub(crate) mod walk;
pub(crate) mod wire;
