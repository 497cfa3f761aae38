//! Why words or a form could not be read as a date.

/// A refusal: what is wrong, where, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason} (at character {})", .at + 1)]
pub struct DateError {
    /// Characters before the place where reading stopped, from 0.
    pub at: usize,
    /// What is wrong and what to write instead, one line.
    pub reason: String,
}

impl DateError {
    /// A refusal at character `at`.
    pub(crate) fn new(at: usize, reason: impl Into<String>) -> Self {
        Self {
            at,
            reason: reason.into(),
        }
    }
}
