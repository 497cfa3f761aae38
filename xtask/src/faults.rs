//! `cargo xtask faults`: proves at length that no committed edit is lost.

use std::process::Command;

use anyhow::Result;

use crate::process::{built, cargo, finish};

/// Builds the tests of faults and runs them; what they print is the table.
pub(crate) fn faults(words: &[String]) -> Result<()> {
    finish(&mut cargo(&["build", "--release", "--package", "faults"]))?;
    finish(Command::new(built("faults")).args(words))
}
