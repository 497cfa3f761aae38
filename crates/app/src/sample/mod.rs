//! The sample workspace, read from the text in `data/`.
//!
//! Ids are numbered in the order of the text, per kind of thing: the same text always makes the same workspace.

mod build;
mod error;
mod names;
#[cfg(test)]
mod tests;
mod text;

use model::Workspace;

pub use error::SampleError;

/// The sample: 47 entries and 42 links read out of four articles, and a layer with what happened next.
///
/// # Errors
/// [`SampleError`] when the text in `data/` does not hold together; the tests see to it that it does.
pub fn workspace() -> Result<Workspace, SampleError> {
    let mut workspace = basics()?;
    build::sample(&mut workspace)?;
    Ok(workspace)
}

/// What every new workspace starts with: categories, link types and scales of likelihood.
///
/// # Errors
/// As [`workspace`].
pub fn basics() -> Result<Workspace, SampleError> {
    build::basics()
}

/// Writes the sample into a new workspace file, as one change.
///
/// # Errors
/// [`SampleError::Store`] when it cannot be written; else as [`workspace`].
pub fn write(file: &mut store::File) -> Result<(), SampleError> {
    let sample = workspace()?;
    file.change("Put in the sample", |edit| edit.put_workspace(&sample))?;
    Ok(())
}
