//! `cargo +nightly fuzz run salvage`: any bytes as a workspace file.
#![no_main]

#[allow(dead_code, reason = "each target calls one of the bodies")]
#[path = "../bodies.rs"]
mod bodies;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    bodies::salvaged(&bodies::edited(bodies::file_seed(), bytes));
});
