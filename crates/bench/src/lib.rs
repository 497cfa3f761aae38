//! Benchmarks against other programs: their tasks, done by our crates. No menu and no verb leads here.

mod causal;
mod graph;
mod image;
mod import;
mod index;
mod layout;
pub mod peers;
pub mod relations;
mod search;
pub mod synth;

pub use causal::causal;
pub use graph::graph;
pub use image::image;
pub use import::{Imported, import};
pub use index::index;
pub use layout::layout;
pub use search::search;

use std::path::Path;
use std::time::Instant;

use api::{Fault, FaultCode};

/// Removes what was measured there before.
fn clear(path: &Path) -> Result<(), Fault> {
    if path.exists() {
        std::fs::remove_file(path).map_err(|error| no_file(&error))?;
    }
    Ok(())
}

fn no_file(error: &impl ToString) -> Fault {
    let message = format!("A file could not be read or written: {}", error.to_string());
    Fault::new(FaultCode::File, message).help("Check its name and your permission to write it")
}

/// What `work` gives, and how many milliseconds it took.
fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let started = Instant::now();
    let made = work();
    (made, started.elapsed().as_secs_f64() * 1e3)
}
