//! A whole workspace as JSON, both ways: everything that the analyst has entered, with reproducible bytes.
//!
//! Records with a handle are referred to by it, others by id. Other data of the file, such as its history, are not included.
//! Reading checks everything: an unknown field, a dangling reference or a number out of range is an error that says where.

mod back;
mod check;
mod out;
mod text;

use model::Workspace;

use text::{FORMAT, VERSION, Whole};

/// Why a text is not a workspace.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WholeError {
    /// It is not JSON, or has another structure.
    #[error("line {line}, column {column}: {what}")]
    Shape {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What is wrong.
        what: String,
    },
    /// It is the JSON of something else, or of another version.
    #[error("it is not a workspace that this version can read: {0}")]
    Foreign(String),
    /// Its content is inconsistent.
    #[error("{at}: {what}")]
    Content {
        /// Which entry: `event 12`.
        at: String,
        /// What is wrong with it.
        what: String,
    },
}

impl WholeError {
    fn content(at: impl Into<String>, what: impl Into<String>) -> Self {
        Self::Content {
            at: at.into(),
            what: what.into(),
        }
    }
}

impl From<serde_json::Error> for WholeError {
    fn from(error: serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let whole = error.to_string();
        let place = format!(" at line {line} column {column}");
        let what = whole.strip_suffix(&place).unwrap_or(&whole);
        Self::Shape {
            line,
            column,
            what: what.chars().take(300).collect(),
        }
    }
}

/// The workspace as JSON, ending with a line end.
///
/// # Errors
/// [`WholeError`] if it cannot be written as JSON; every workspace that was read from a file can.
pub fn to_json(workspace: &Workspace) -> Result<String, WholeError> {
    Ok(serde_json::to_string_pretty(&out::whole(workspace))? + "\n")
}

/// The workspace that [`to_json`] wrote.
///
/// # Errors
/// [`WholeError`], which says where.
pub fn from_json(bytes: &[u8]) -> Result<Workspace, WholeError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let head: Head = serde_json::from_slice(bytes)?;
    if head.format.as_deref() != Some(FORMAT) {
        let what = format!("its \"format\" is not \"{FORMAT}\"");
        return Err(WholeError::Foreign(what));
    }
    if head.version != Some(VERSION) {
        let said = head
            .version
            .map_or_else(|| String::from("no version"), |it| it.to_string());
        let what = format!("its version is {said}, this program reads version {VERSION}");
        return Err(WholeError::Foreign(what));
    }
    let whole: Whole = serde_json::from_slice(bytes)?;
    let workspace = back::workspace(whole)?;
    check::check(&workspace)?;
    Ok(workspace)
}

/// The part that identifies the format.
#[derive(serde::Deserialize)]
struct Head {
    format: Option<String>,
    version: Option<u32>,
}

#[cfg(test)]
mod tests;
