//! What has to be there before anything is built.

use anyhow::Result;

use crate::progress::Progress;
use crate::{node, readers, system, ui};

/// What the preparation is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum For {
    /// Building and using the program.
    Running,
    /// Also testing its window.
    Testing,
}

/// Installs what is missing and builds the page.
pub(crate) fn prepare(purpose: For) -> Result<()> {
    let is_testing = purpose == For::Testing;
    let mut progress = Progress::of(if is_testing { 5 } else { 4 });
    progress.step("system packages", || system::install(purpose))?;
    if is_testing {
        progress.step("readers of our files", readers::install)?;
    }
    progress.step("Node", node::install)?;
    progress.step("the page's libraries", ui::libraries)?;
    progress.step("the page", ui::build)
}
