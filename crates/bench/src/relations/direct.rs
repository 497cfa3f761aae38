//! Charts drawn without a page around them, as layouts are compared and timed.

use std::collections::BTreeSet;

use chart::{CauseMapSpec, CausesSpec, Fit, Flow, Look, Picture};
use model::{EventId, Hint, Workspace};
use scene::Theme;

/// The pane of a window of 1440 by 900 pixels.
pub(super) const PANE_PX: [f32; 2] = [862.0, 700.0];
/// The room for a chart on a slide of 1,920 by 1,080 pixels, in logical pixels of which each is 1.8 of the slide.
pub(super) const SLIDE_ROOM_PX: [f32; 2] = [1022.0, 444.0];

pub(super) fn look([width_px, height_px]: [f32; 2], is_page: bool) -> Look {
    Look {
        width_px,
        height_px,
        theme: if is_page { Theme::Print } else { Theme::Light },
        scroll_px: 0.0,
        fit: Fit::Grows,
        is_page,
    }
}

fn all(workspace: &Workspace) -> BTreeSet<EventId> {
    workspace.events.iter().map(|it| it.id).collect()
}

/// The cause map, starting from `hint` if there is one.
pub(super) fn cause_map(workspace: &Workspace, look: Look, hint: Option<&Hint>) -> Picture {
    let (shown, none) = (all(workspace), BTreeSet::new());
    let spec = CauseMapSpec {
        look,
        at: None,
        flow: Flow::Down,
        implied: false,
        collapsed: &BTreeSet::new(),
        folded: &none,
        window: None,
        shown: &shown,
        passing: &shown,
        selected: None,
        selected_link: None,
        hovered: None,
        hovered_link: None,
        highlight: None,
        hint,
        as_of: workspace.as_of,
    };
    chart::cause_map(workspace, &spec)
}

/// Causes in time, in order.
pub(super) fn causes_in_order(workspace: &Workspace, look: Look) -> Picture {
    let shown = all(workspace);
    let spec = CausesSpec {
        look,
        window: None,
        shown: &shown,
        passing: &shown,
        selected: None,
        selected_link: None,
        hovered: None,
        hovered_link: None,
        highlight: None,
        as_of: workspace.as_of,
        lanes: false,
        order: true,
    };
    chart::causes(workspace, &spec)
}
