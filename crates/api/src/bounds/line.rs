//! Bounds of what the verbs of quick add take.

use super::{Bounded, LONG, SHORT, fields, number, text};
use crate::Fault;
use crate::dto::{AddArgs, CompleteArgs, LineArgs, LookAlikesArgs};

/// Suggestions that may be asked for.
const SUGGESTIONS: std::ops::RangeInclusive<u32> = 1..=50;

impl Bounded for LineArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        text("line", &self.line, LONG)
    }
}

impl Bounded for AddArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        text("line", &self.line, LONG)?;
        text("source", self.source.as_deref().unwrap_or_default(), SHORT)?;
        fields("new_source", &self.new_source)
    }
}

impl Bounded for CompleteArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        text("kind", &self.kind, SHORT)?;
        text("words", &self.words, LONG)?;
        self.limit
            .map_or(Ok(()), |limit| number("limit", limit, &SUGGESTIONS))
    }
}

impl Bounded for LookAlikesArgs {}
