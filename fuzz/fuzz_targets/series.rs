//! `cargo +nightly fuzz run series`: any bytes as a file of series.
#![no_main]

#[allow(dead_code, reason = "each target calls one of the bodies")]
#[path = "../bodies.rs"]
mod bodies;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    bodies::series(bytes);
    bodies::series(&bodies::edited(bodies::SERIES_SEED, bytes));
});
