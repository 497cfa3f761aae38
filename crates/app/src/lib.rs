//! The verbs of the program: everything that can be asked of it, for window and command line alike.
//!
//! [`VERBS`] is the one table. [`call`] answers with JSON, [`picture`] with a picture's bytes,
//! [`export()`] writes a file. Arguments are typed and bounded; a verb never panics past this edge.
#![expect(
    clippy::disallowed_types,
    reason = "maps are only looked up here; what is counted is put in order before it is given"
)]

mod answers;
pub mod bench;
mod beside;
mod brief;
mod check;
mod copy;
mod data;
mod detail;
mod doctor;
pub mod dto;
mod export;
mod fault;
mod filter;
mod grade;
mod ground;
mod history;
mod hits;
mod lane;
mod list;
mod manage;
mod names;
mod overview;
mod page;
mod pictures;
mod pins;
mod plan;
mod quick;
mod risk;
pub mod sample;
mod search;
mod session;
mod shown;
pub mod synth;
#[cfg(test)]
mod tests;
mod tree;
mod types;
mod undated;
mod verbs;
mod walk;
mod when;
mod words;
mod write;

pub use brief::brief;
pub use data::export_data;
pub use doctor::{Diagnosis, Readable, examine, rebuild};
pub use dto::Exported;
pub use export::{export, export_telling, image, preview, take_logo};
pub use fault::{Fault, FaultCode};
pub use ground::ground;
pub use pictures::PICTURE_HEADER_BYTES;
pub use risk::{read_series, take_series};
pub use scene::png::Pixels as Picture;
pub use session::Session;
pub use types::typescript;
pub use verbs::{VERBS, Verb, ask, call, picture, writes};
pub use when::{stated_today, window_of};

pub(crate) use verbs::edge;
