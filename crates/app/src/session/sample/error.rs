//! What can be wrong with the sample's text.

/// Why the sample could not be made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SampleError {
    /// A list does not read.
    #[error("data/{list} cannot be read: {detail}")]
    Text {
        /// The file under `data/`.
        list: &'static str,
        /// What the reader says.
        detail: String,
    },
    /// A reference to what is not in its list.
    #[error("data/{list}: there is no {what} \"{name}\"; add it to its list or correct the name")]
    Unknown {
        /// The file under `data/`.
        list: &'static str,
        /// What was looked for.
        what: &'static str,
        /// By which name.
        name: String,
    },
    /// A name that stands twice.
    #[error("the {what} \"{name}\" is in its list twice; rename one")]
    Twice {
        /// What it names.
        what: &'static str,
        /// The name.
        name: String,
    },
    /// A date that does not read.
    #[error("data/{list}: the date \"{date}\" cannot be read: {detail}")]
    Date {
        /// The file under `data/`.
        list: &'static str,
        /// The date as it stands.
        date: String,
        /// What is wrong.
        detail: String,
    },
}
