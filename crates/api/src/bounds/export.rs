//! Bounds of named settings of exports.

use super::{Bounded, SHORT, text};
use crate::Fault;
use crate::dto::{ExportSetting, NameArgs};

const VIEWS: [&str; 9] = [
    "timeline", "causes", "layers", "themes", "index", "study", "heat", "outlook", "all",
];

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
        NameArgs {
            name: self.name.clone(),
        }
        .check_bounds()?;
        if !VIEWS.contains(&self.view.as_str()) {
            return Err(
                Fault::argument("view", "settings are for a chart there is not").help(
                    "use timeline, causes, layers, themes, index, study, heat, outlook or all",
                ),
            );
        }
        self.args.check_bounds()
    }
}
