//! The sample workspace, read from the text in `data/`.
//!
//! Ids are numbered in the order of the text, per kind of thing: the same text always makes the same workspace.

mod build;
mod error;
mod names;
#[cfg(test)]
mod tests;
mod text;

use api::{Fault, FaultCode};
use model::Workspace;

pub(crate) use error::SampleError;

use super::faults::of_store;

/// The sample: 47 entries and 42 links read out of four articles, and a dataset with what happened next.
///
/// # Errors
/// A [`Fault`] when the text in `data/` does not hold together; the tests see to it that it does.
pub fn workspace() -> Result<Workspace, Fault> {
    let mut workspace = basics()?;
    build::sample(&mut workspace).map_err(of_sample)?;
    Ok(workspace)
}

/// What every new workspace starts with: categories, link types and scales of likelihood.
///
/// # Errors
/// As [`workspace`].
pub fn basics() -> Result<Workspace, Fault> {
    build::basics().map_err(of_sample)
}

/// Writes the sample into a new workspace file, as one change.
///
/// # Errors
/// [`FaultCode::File`] when it cannot be written; else as [`workspace`].
pub fn write(file: &mut store::File) -> Result<(), Fault> {
    let sample = workspace()?;
    file.change("Add the sample", |edit| edit.put_workspace(&sample))
        .map_err(of_store)?;
    Ok(())
}

/// The text is part of the program, so the analyst can do nothing about this.
fn of_sample(error: SampleError) -> Fault {
    Fault::new(FaultCode::Internal, error.to_string())
}
