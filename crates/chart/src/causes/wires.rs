//! Draws links along the routes of the layout.

use model::EventId;
use scene::{Hit, Item, Palette};

use super::lit;
use super::nodes::{Node, Place};
use crate::links::{Bundle, Course, Emphasis, Style, arrow, hits, rounded};
use crate::spec::CausesSpec;

const CORNER_PX: f32 = 7.0;

/// A link with its route and style.
pub(super) struct Wire {
    pub(super) id: String,
    pub(super) says: String,
    pub(super) course: Course,
    pub(super) style: Style,
    pub(super) emphasis: Emphasis,
    /// Whether it is faded because something else stands out.
    pub(super) is_faded: bool,
}

/// How much a link stands out, given what is selected and what the pointer is on.
pub(super) fn emphasis(
    bundle: &Bundle<'_>,
    selected: Option<EventId>,
    hovered: Option<EventId>,
) -> Emphasis {
    let touches = |event: Option<EventId>| event.is_some_and(|id| bundle.touches(id));
    if touches(selected) || touches(hovered) {
        Emphasis::Strong
    } else if selected.is_some() {
        Emphasis::Faded
    } else {
        Emphasis::Normal
    }
}

/// The same with the selected link, which stands out too.
pub(super) fn emphasis_in(bundle: &Bundle<'_>, spec: &CausesSpec<'_>) -> Emphasis {
    let is_selected = spec
        .selected_link
        .is_some_and(|id| bundle.claims.iter().any(|it| it.id == id));
    if is_selected {
        Emphasis::Strong
    } else {
        emphasis(bundle, spec.selected, spec.hovered)
    }
}

/// The course through these corners, ending clear of the marks.
pub(super) fn course(
    corners: &[(f32, f32)],
    ends: (&Node<'_>, &Node<'_>),
    y_px: (f32, f32),
    selected: Option<EventId>,
) -> Course {
    let mut points = corners.to_vec();
    if points.len() >= 2 {
        let last = points.len() - 1;
        points[0] = clear(points[0], points[1], ends.0, y_px.0, 2.0, selected);
        points[last] = clear(
            points[last],
            points[last - 1],
            ends.1,
            y_px.1,
            2.5,
            selected,
        );
    }
    rounded(&points, CORNER_PX)
}

/// Moves the end of a line to the edge of the mark.
fn clear(
    end: (f32, f32),
    next: (f32, f32),
    node: &Node<'_>,
    y: f32,
    gap_px: f32,
    selected: Option<EventId>,
) -> (f32, f32) {
    let ring_px = if selected == Some(node.event.id) {
        4.5
    } else {
        0.0
    };
    let reach = node.half_px() + gap_px + ring_px;
    let upright = (end.0 - next.0).abs() < 0.01;
    if upright {
        let beside = end.0 - node.x_px;
        let down = (reach * reach - beside * beside).max(9.0).sqrt();
        return (end.0, y + down.copysign(next.1 - y));
    }
    // A label on the left keeps the line away; so does a node at an edge.
    let at_box = node.label_left || node.place != Place::InTime || end.0 > node.x_px;
    if at_box {
        end
    } else {
        (node.x_px - reach, end.1)
    }
}

/// Draws the wires, the strongest on top, and records where they can be pointed at.
pub(super) fn draw(wires: &[Wire], items: &mut Vec<Item>, found: &mut Vec<Hit>) {
    let ranks = [
        (true, Emphasis::Faded),
        (true, Emphasis::Normal),
        (true, Emphasis::Strong),
        (false, Emphasis::Faded),
        (false, Emphasis::Normal),
        (false, Emphasis::Strong),
    ];
    for rank in ranks {
        for wire in wires.iter().filter(|it| (it.is_faded, it.emphasis) == rank) {
            let from = items.len();
            let id = wire.id.replace(' ', "-");
            items.push(Item::Group {
                id: format!("link-{id}"),
                title: wire.says.clone(),
            });
            items.extend(arrow(&wire.course, &wire.style));
            items.push(Item::Ungroup);
            if wire.is_faded {
                lit::fade_link(&mut items[from..]);
            }
            found.extend(hits(&wire.course, &wire.id));
        }
    }
}

/// The styles of all wires as they would be with nothing selected, for the legend.
pub(super) fn legend(wires: &[Wire], palette: &Palette) -> Vec<crate::spec::LegendEntry> {
    let styles: Vec<Style> = wires.iter().map(|wire| wire.style).collect();
    crate::links::legend_of(&styles, palette)
}
