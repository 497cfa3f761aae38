//! Statistical panels, drawn into a scene by plotters.

mod panel;
mod paper;
mod pen;
mod sampled;

pub(crate) use panel::{Ink, Panel, never_empty, range_of};
pub(crate) use paper::paper;
pub(crate) use sampled::sampled;
