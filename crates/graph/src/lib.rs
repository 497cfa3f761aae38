//! Causes and effects as a graph: what leads to an event, what follows from it, where it turns back.
//!
//! One algorithm a file; each names where it comes from. Answers are in a stable order: the same
//! workspace gives the same answer, link for link.

mod causes;
mod implied;
mod loops;
mod rank;
#[cfg(test)]
mod testing;

pub use causes::Causes;
pub use implied::{Implied, implied};
pub use loops::{Loop, LoopKind};
