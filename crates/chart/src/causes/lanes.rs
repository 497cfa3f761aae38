//! Lanes by theme on the causal chart: their numbers, and their names above their rows.

use model::{Event, ThemeId, Workspace};
use scene::{Anchor, Face, Item, Palette, Rgba, text};

use super::nodes::Node;
use crate::marks::{MICRO_PX, block, rule};

/// Above the rows of a lane, for its name.
pub(super) const HEAD_PX: f32 = 20.0;

/// A lane with its rows.
pub(super) struct Lane {
    name: String,
    hue: Rgba,
    /// Upper edge of its first row.
    top_px: f32,
}

/// The lane number of each node.
pub(super) fn numbers(workspace: &Workspace, nodes: &[Node<'_>]) -> Vec<usize> {
    let number = |it: &Node<'_>| number(workspace, it.event);
    nodes.iter().map(number).collect()
}

/// The lane number of an event: leading themes in workspace order, events without one last.
pub(super) fn number(workspace: &Workspace, event: &Event) -> usize {
    let place = |id: ThemeId| workspace.themes.iter().position(|it| it.id == id);
    event
        .leading_theme()
        .and_then(place)
        .unwrap_or(workspace.themes.len())
}

/// The lanes as laid out, from the top down.
pub(super) fn lanes(
    workspace: &Workspace,
    numbers: &[usize],
    y_px: &[f32],
    palette: &Palette,
) -> Vec<Lane> {
    let mut lanes = Vec::new();
    for number in 0..=workspace.themes.len() {
        let rows = numbers.iter().zip(y_px).filter(|it| *it.0 == number);
        let top_px = rows.map(|it| *it.1).fold(f32::INFINITY, f32::min) - 9.0;
        if top_px.is_finite() {
            let theme = workspace.themes.get(number);
            lanes.push(Lane {
                name: theme.map_or_else(|| String::from("No theme"), |it| it.name.clone()),
                hue: theme.map_or(palette.neutral, |it| palette.theme_hue(&it.hue)),
                top_px,
            });
        }
    }
    lanes
}

/// A rule above each lane.
pub(super) fn draw_rules(lanes: &[Lane], width_px: f32, palette: &Palette, items: &mut Vec<Item>) {
    for lane in lanes {
        let top = lane.top_px - HEAD_PX + 3.0;
        items.push(rule((0.0, top), (width_px, top), palette.line_rule, 0.75));
    }
}

/// The name of each lane under its rule, drawn over passing links.
pub(super) fn draw_names(lanes: &[Lane], palette: &Palette, items: &mut Vec<Item>) {
    for lane in lanes {
        let top = lane.top_px - HEAD_PX + 3.0;
        let wide = text::width(&lane.name, MICRO_PX, Face::SemiBold) + 12.0;
        let background = palette.surface_canvas;
        items.push(block(6.0, top + 2.5, wide, 14.0, background));
        items.push(block(8.0, top + 4.0, 3.0, 11.0, lane.hue));
        let (face, color) = (Face::SemiBold, palette.text_secondary);
        let name = text::text(
            &lane.name,
            15.0,
            top + 13.0,
            Anchor::Start,
            MICRO_PX,
            face,
            color,
        );
        items.push(name.with_halo(background, 2.0));
    }
}
