//! `cargo +nightly fuzz run wire`: any bytes as a picture.
#![no_main]

#[allow(dead_code, reason = "each target calls one of the bodies")]
#[path = "../bodies.rs"]
mod bodies;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    bodies::wire(bytes);
    bodies::wire(&bodies::edited(bodies::wire_seed(), bytes));
});
