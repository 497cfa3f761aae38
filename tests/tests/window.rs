//! What a person does in the real window. `cargo xtask test` runs these on the release build; see `src/driver.rs`.
#[path = "window/safety.rs"]
mod safety;
