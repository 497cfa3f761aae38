//! The boundary of the program: what a verb is asked with, what it answers, and what is said when it refuses.
//!
//! The command line builds these types, the window's TypeScript is generated from them. They know the values of the
//! model and nothing else: what a verb does is in `app`.

pub mod bounds;
pub mod call;
pub mod dto;
mod fault;
pub mod ts;
pub mod typescript;
pub mod words;

pub use fault::{Fault, FaultCode};
