//! Errors, as the window and the command line report them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What sort of thing went wrong. A closed list: the window acts on some of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FaultCode {
    /// The program has no such verb.
    UnknownVerb,
    /// An argument is missing, unknown, of the wrong kind or out of bounds.
    BadArgument,
    /// Nothing in the workspace has that name.
    NotFound,
    /// Several things have that name.
    Ambiguous,
    /// A name is not known; asking again with `make_new` makes it.
    UnknownName,
    /// The file exists already and may not be overwritten.
    Exists,
    /// The file could not be read or written.
    File,
    /// The file is damaged; what can be read of it can be saved as a new one.
    Damaged,
    /// A mistake of ours.
    Internal,
}

/// What went wrong, where, and what to do. Holds no SQL and no folder of the machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[error("{message}")]
pub struct Fault {
    /// What kind.
    pub code: FaultCode,
    /// What went wrong, one sentence without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Which argument it is about (`filter.severity_min`).
    pub field: Option<String>,
}

impl Fault {
    /// A fault with nothing but its message.
    pub fn new(code: FaultCode, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            help: None,
            field: None,
        }
    }

    /// A bad argument, with the argument's name.
    pub fn argument(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            field: Some(field.into()),
            ..Self::new(FaultCode::BadArgument, message)
        }
    }

    /// The same fault with what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}
