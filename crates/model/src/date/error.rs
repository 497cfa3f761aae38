//! Why a text could not be read as a date.

/// An error: what is wrong, where, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason} (at character {})", .at + 1)]
pub struct DateError {
    /// Characters before the place where reading stopped, from 0.
    pub at: usize,
    /// What is wrong and what to write instead, one line.
    pub reason: String,
    /// True when the words were understood but there is no such date: 31 June, the wrong weekday, an end before the start.
    /// False when the words were not understood.
    pub is_impossible: bool,
}

impl DateError {
    /// An error at character `at`.
    pub(crate) fn new(at: usize, reason: impl Into<String>) -> Self {
        Self {
            at,
            reason: reason.into(),
            is_impossible: false,
        }
    }

    /// The error for a date that was understood but does not exist.
    pub(crate) fn impossible(at: usize, reason: impl Into<String>) -> Self {
        Self {
            is_impossible: true,
            ..Self::new(at, reason)
        }
    }
}
