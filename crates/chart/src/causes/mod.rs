//! The causal chart.

use model::Workspace;
use scene::Scene;

use crate::spec::{CausesSpec, Picture, Window};

/// The causal chart of `workspace` as `spec` asks for it.
#[must_use]
pub fn causes(workspace: &Workspace, spec: &CausesSpec<'_>) -> Picture {
    let _ = workspace;
    Picture {
        scene: Scene::default(),
        window: spec.window.unwrap_or(Window {
            from_days: 0.0,
            to_days: 1.0,
        }),
        content_height_px: 0.0,
        legend: Vec::new(),
        drawn: 0,
        earlier: 0,
        later: 0,
    }
}
