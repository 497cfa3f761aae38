//! Proof that no committed edit is lost: a made-up analyst edits real workspaces while programs are killed, the power is
//! cut, others write and the disk fills up.
//!
//! Each test compares what is left with what the same script gives where nothing happens ([`oracle`]). The program of
//! this crate is both the one that is hurt and the one that runs the tests; `cargo xtask faults` runs them at length.

pub mod acks;
pub mod aftermath;
pub mod content;
pub mod crowd;
pub mod cut;
pub mod dice;
pub mod flips;
pub mod full;
pub mod kill;
pub mod oracle;
pub mod outcome;
pub mod plan;
pub mod scratch;
pub mod script;
pub mod upgrade;
