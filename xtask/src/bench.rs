//! `cargo xtask bench`: measures ours next to a public yardstick in the same run.
use anyhow::Result;

pub(crate) fn bench(_words: &[String]) -> Result<()> {
    println!("to come");
    Ok(())
}
