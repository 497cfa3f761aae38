//! Bounds of what the verbs of quick add take.

use model::EventId;

use crate::Fault;
use crate::check::{Check, LONG, SHORT, fields, id, number, text};
use crate::dto::{AddArgs, CompleteArgs, LineArgs, LookAlikesArgs};

/// Suggestions that may be asked for.
const SUGGESTIONS: std::ops::RangeInclusive<u32> = 1..=50;

impl Check for LineArgs {
    fn check(&self) -> Result<(), Fault> {
        text("line", &self.line, LONG)
    }
}

impl Check for AddArgs {
    fn check(&self) -> Result<(), Fault> {
        text("line", &self.line, LONG)?;
        text("source", self.source.as_deref().unwrap_or_default(), SHORT)?;
        fields("new_source", &self.new_source)
    }
}

impl Check for CompleteArgs {
    fn check(&self) -> Result<(), Fault> {
        text("kind", &self.kind, SHORT)?;
        text("words", &self.words, LONG)?;
        self.limit
            .map_or(Ok(()), |limit| number("limit", limit, &SUGGESTIONS))
    }
}

impl Check for LookAlikesArgs {
    fn check(&self) -> Result<(), Fault> {
        self.event
            .as_ref()
            .map_or(Ok(()), |event| id::<EventId>("event", event).map(drop))
    }
}
