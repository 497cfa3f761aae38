//! What the program is measured with beside others: their work done by our parts. No menu and no verb leads here.

mod import;
pub mod peers;
mod search;

pub use import::{Imported, import};
pub use search::search;

use std::time::Instant;

/// What `work` gives, and how many milliseconds it took.
fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let started = Instant::now();
    let made = work();
    (made, started.elapsed().as_secs_f64() * 1e3)
}
