//! Computes positions: scales, ticks, rows, labels. Numbers in, numbers out.
//!
//! Nothing here knows what an event is. Time is `f64` days since 1970-01-01, lengths are logical pixels, y grows
//! downward.

pub mod calendar;
pub mod density;
pub mod flow;
pub mod folds;
pub mod heaviest;
pub mod labels;
pub mod lanes;
pub mod long_spans;
pub mod precedence;
pub mod scale;
pub mod spans;
pub mod stretch;
pub mod ticks;

pub use scale::Scale;
pub mod causal;
pub mod columns;
pub mod layered;
