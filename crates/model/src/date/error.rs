//! Why words or a form could not be read as a date.

/// A refusal: what is wrong, where, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason} (at character {})", .at + 1)]
pub struct DateError {
    /// Characters before the place where reading stopped, from 0.
    pub at: usize,
    /// What is wrong and what to write instead, one line.
    pub reason: String,
    /// True when the words say a date and there is no such date: 31 June, a weekday that is another one, an end before the
    /// start. False when the words are not understood.
    pub is_impossible: bool,
}

impl DateError {
    /// A refusal at character `at`.
    pub(crate) fn new(at: usize, reason: impl Into<String>) -> Self {
        Self {
            at,
            reason: reason.into(),
            is_impossible: false,
        }
    }

    /// A refusal of a date that was understood and does not exist.
    pub(crate) fn impossible(at: usize, reason: impl Into<String>) -> Self {
        Self {
            is_impossible: true,
            ..Self::new(at, reason)
        }
    }
}
