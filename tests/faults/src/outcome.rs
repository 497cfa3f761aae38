//! What a test came to.

/// How a test went that did not fail.
#[derive(Debug)]
pub enum Outcome {
    /// The promise held.
    Held {
        /// How often it was tried.
        count: usize,
        /// What else there is to say.
        said: String,
    },
    /// It could not be tried here.
    Skipped(String),
}

impl Outcome {
    /// The promise held `count` times.
    #[must_use]
    pub fn held(count: usize, said: impl Into<String>) -> Self {
        Self::Held {
            count,
            said: said.into(),
        }
    }
}
