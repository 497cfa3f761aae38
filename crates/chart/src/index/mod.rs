//! The index over time: escalation above, de-escalation below, the net line, attention, and series beside them.

mod chart;
mod crosshair;
mod draw;
mod legend;
mod marks;
mod ready;
mod strip;

pub use chart::IndexSpec;
pub use ready::{Index, IndexScale};
pub use strip::index_strip;

use model::Workspace;
use scene::Palette;

use crate::spec::{Growth, Picture};

use chart::{Chart, needed_px};

/// The index of a workspace as requested by `spec`.
#[must_use]
pub fn index(workspace: &Workspace, index: &Index, spec: &IndexSpec<'_>) -> Picture {
    let window = spec.window.unwrap_or_else(|| index.fitting());
    let mut chart = Chart::new(workspace, index, spec, window);
    chart.marks = marks::chosen(&chart);
    let palette = Palette::of(spec.look.theme);
    let (legend, scene) = (
        legend::entries(&chart, palette),
        draw::scene(&chart, palette),
    );
    let (earlier, inside, later) = chart.counts();
    Picture {
        scene,
        window,
        content_height_px: needed_px(spec.series.len()),
        growth: Growth::Whole,
        legend,
        drawn: inside,
        earlier,
        later,
        counts: String::new(),
        free: None,
        map: None,
    }
}
