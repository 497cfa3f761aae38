//! Bounds of arguments about the brief.

use super::{Bounded, LONG, SHORT, text};
use crate::Fault;
use crate::dto::BriefArgs;

/// Parts of a brief: each may come once.
const PARTS: usize = 20;

impl Bounded for BriefArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        text("since", &self.since, SHORT)?;
        text("until", self.until.as_deref().unwrap_or_default(), SHORT)?;
        let parts = self.parts.as_deref().unwrap_or_default();
        if parts.len() > PARTS {
            return Err(
                Fault::argument("parts", format!("parts has more than {PARTS} entries"))
                    .help("name each part once"),
            );
        }
        parts.iter().try_for_each(|it| text("parts", it, SHORT))?;
        text("title", self.title.as_deref().unwrap_or_default(), LONG)?;
        text("author", self.author.as_deref().unwrap_or_default(), SHORT)?;
        text(
            "handling",
            self.handling.as_deref().unwrap_or_default(),
            SHORT,
        )?;
        self.filter.check_bounds()
    }
}
