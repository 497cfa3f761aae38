//! Saying that something is saved, in a way that no fault takes back.

use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::Path;

use anyhow::Result;

/// A file to which each saved step is appended.
#[derive(Debug)]
pub struct Acks(File);

impl Acks {
    /// Appends to the file at `path`.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub fn to(path: &Path) -> Result<Self> {
        Ok(Self(
            OpenOptions::new().create(true).append(true).open(path)?,
        ))
    }

    /// Step `number` is saved.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn say(&mut self, number: u64) -> Result<()> {
        self.0.write_all(format!("{number}\n").as_bytes())?;
        Ok(self.0.sync_data()?)
    }
}

/// The last number in the file at `path`; nothing when there is none.
///
/// # Errors
/// When it cannot be read.
pub fn last(path: &Path) -> Result<Option<u64>> {
    let text = std::fs::read_to_string(path)?;
    // A line without its end was being written when the program died.
    let whole = text.rsplit_once('\n').map_or("", |it| it.0);
    Ok(whole.lines().next_back().map(str::parse).transpose()?)
}
