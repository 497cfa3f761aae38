//! Ids. Each kind of record has its own type, so that the id of a link cannot be used for an event.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Why a text is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not an id: ids are whole numbers from 1 on")]
pub struct IdError(pub String);

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        ///
        /// Positive, below 2^53; it travels as a string, because JSON readers round larger numbers.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                match text.parse::<i64>() {
                    Ok(number) if number > 0 && number < (1 << 53) => Ok(Self(number)),
                    _ => Err(IdError(text.chars().take(40).collect())),
                }
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;

            fn try_from(text: String) -> Result<Self, IdError> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.to_string()
            }
        }
    )*};
}

ids! {
    /// Identity of an event.
    EventId;
    /// Identity of a link.
    LinkId;
    /// Identity of a theme.
    ThemeId;
    /// Identity of a category.
    CategoryId;
    /// Identity of an actor.
    ActorId;
    /// Identity of a place.
    PlaceId;
    /// Identity of a source.
    SourceId;
    /// Identity of a citation.
    CitationId;
    /// Identity of a claim.
    ClaimId;
    /// Identity of a dataset.
    DatasetId;
    /// Identity of a series.
    SeriesId;
}
