//! Bounds of exports and their named settings.

use super::{Bounded, LONG, SHORT, SIDE_PX, number, text};
use crate::Fault;
use crate::dto::{ExportArgs, ExportSetting, NameArgs, PageOptions};
use crate::words::{Preset, handling_mark};

/// Pixels of a PNG per pixel of its page.
const SCALE: std::ops::RangeInclusive<f32> = 1.0..=4.0;

impl Bounded for PageOptions {
    fn check_bounds(&self) -> Result<(), Fault> {
        for side in self.size_px.iter().flatten() {
            number("size_px", *side, &SIDE_PX)?;
        }
        if self.size_px.is_some() && self.preset.is_some_and(|it| it != Preset::Custom) {
            let message = "a page by name has its own size";
            return Err(
                Fault::argument("size_px", message).help("name a page, or give a size, not both")
            );
        }
        self.scale
            .map_or(Ok(()), |scale| number("scale", scale, &SCALE))?;
        for (field, words, most) in [
            ("title", &self.title, LONG),
            ("subtitle", &self.subtitle, LONG),
            ("note", &self.note, LONG),
            ("handling", &self.handling, SHORT / 2),
        ] {
            text(field, words.as_deref().unwrap_or_default(), most)?;
        }
        handling_mark(self.handling.as_deref().unwrap_or_default()).map(drop)
    }
}

impl Bounded for ExportArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.page.check_bounds()?;
        self.chart.check_bounds()
    }
}

impl Bounded for NameArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        text("name", &self.name, SHORT)?;
        let is_plain = !self.name.trim().is_empty() && !self.name.contains(char::is_control);
        if is_plain {
            return Ok(());
        }
        Err(Fault::argument("name", "settings need a name").help("type a name on one line"))
    }
}

impl Bounded for ExportSetting {
    fn check_bounds(&self) -> Result<(), Fault> {
        let name = self.name.clone();
        NameArgs { name }.check_bounds()?;
        self.args.check_bounds()
    }
}
