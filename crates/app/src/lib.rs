//! The verbs of the program: everything that can be asked of it, for window and command line alike.
//!
//! [`VERBS`] is the one table. [`call`] answers with JSON, [`picture`] with a picture's bytes,
//! [`export`] writes a file. Arguments are typed and bounded; a verb never panics past this edge.

pub mod dto;
mod fault;
mod session;
mod types;
mod verbs;
mod stub;
use stub::{detail, list, overview, picture, search, when};

pub use fault::{Fault, FaultCode};
pub use session::Session;
pub use types::typescript;
pub use verbs::{VERBS, Verb};
