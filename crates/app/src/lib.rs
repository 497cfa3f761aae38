//! The verbs of the program: everything that can be asked of it, for window and command line alike.
//!
//! [`VERBS`] is the one table. [`call`] answers with JSON, [`picture`] with a picture's bytes,
//! [`export()`] writes a file. Arguments are typed and bounded; a verb never panics past this edge.
#![expect(
    clippy::disallowed_types,
    reason = "maps are only looked up here; what is counted is put in order before it is given"
)]

mod draw;
mod line;
mod lookup;
mod output;
mod read;
mod session;
#[cfg(test)]
mod tests;
mod typescript;
mod verbs;
mod write;

pub use draw::background::background;
pub use draw::wire::{PICTURE_HEADER_BYTES, picture_parts};
pub use lookup::atomic_file;
pub use output::brief::brief;
pub use output::data::export_data;
pub use output::doctor::{Diagnosis, Readable, examine, rebuild};
pub use output::export::{export, export_telling, image, preview, sheets, take_logo};
pub use scene::png::Pixels as Picture;
pub use session::day::{stated_today, window_of};
pub use session::faults::of_store as fault_of_store;
pub use session::{Session, sample};
pub use typescript::typescript;
pub use verbs::{VERBS, Verb, ask, call, picture, writes};
pub use write::take_series::{read_series, take_series};
