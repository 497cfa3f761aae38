//! `cargo +nightly fuzz run json`: any bytes as the JSON of a workspace.
#![no_main]

#[allow(dead_code, reason = "each target calls one of the bodies")]
#[path = "../bodies.rs"]
mod bodies;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    bodies::json(bytes);
    bodies::json(&bodies::edited(bodies::json_seed(), bytes));
});
