//! Drawing events: bounds, mark, theme, label.

use std::collections::{BTreeMap, BTreeSet};

use model::EventId;
use scene::{Anchor, Dash, Face, Hit, HitKind, Item, Paint, Palette, Path, Rgba, Segment, text};

use super::nodes::{
    BoundsLine, EDGE_AT_PX, LABEL_PX, MORE_GAP_PX, Node, OUTSIDE_PX, Place, TEXT_AT_PX,
};
use crate::marks::{MICRO_PX, block, rule, stroked};
use crate::pins::draw_pin;
use crate::spec::CausesSpec;

/// From the end of the text to the middle of a pin beside it.
const PIN_AT_PX: f32 = 6.5;

/// How an event relates to the selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Plain,
    Selected,
    /// Linked with the selected or hovered one, or hovered itself.
    Near,
    /// Something else is selected.
    Aside,
}

/// How an event relates to what is selected and what the pointer is on.
pub(super) fn standing(
    event: EventId,
    spec: &CausesSpec<'_>,
    linked: &BTreeMap<EventId, BTreeSet<EventId>>,
) -> Standing {
    let near = |other: Option<EventId>| {
        other.is_some_and(|other| {
            linked
                .get(&other)
                .is_some_and(|around| around.contains(&event))
        })
    };
    if spec.selected == Some(event) {
        Standing::Selected
    } else if spec.hovered == Some(event) || near(spec.selected) || near(spec.hovered) {
        Standing::Near
    } else if spec.selected.is_some() {
        Standing::Aside
    } else {
        Standing::Plain
    }
}

/// The line over the range of a date, under everything else.
pub(super) fn bounds(node: &Node<'_>, y: f32, palette: &Palette, out: &mut Vec<Item>) {
    let Some(line) = node.bounds else { return };
    let y = y + 8.0;
    let color = node.glyph.color(palette);
    let BoundsLine {
        from_px,
        to_px,
        open,
        lasts,
    } = line;
    let faint = color.with_alpha(if lasts { 150 } else { 110 });
    let dash = if node.event.is_unrealized() {
        Dash::Hypothetical
    } else {
        Dash::Solid
    };
    let width = if lasts { 1.6 } else { 0.9 };
    out.push(stroked(
        Path::line(&[(from_px, y), (to_px, y)]),
        Paint::None,
        faint,
        width,
        dash,
    ));
    let mut ends = Path::default();
    for (x, inward, is_open) in [(from_px, 1.0, open.0), (to_px, -1.0, open.1)] {
        if is_open && x < node.x_px {
            ends.0.extend([
                Segment::Move(x + inward * 3.5, y - 2.8),
                Segment::Line(x, y),
                Segment::Line(x + inward * 3.5, y + 2.8),
            ]);
        } else if !is_open {
            ends.0
                .extend([Segment::Move(x, y - 3.0), Segment::Line(x, y + 3.0)]);
        }
    }
    out.push(stroked(
        ends,
        Paint::None,
        faint.with_alpha(200),
        1.0,
        Dash::Solid,
    ));
}

/// Mark and label.
pub(super) fn event(
    node: &Node<'_>,
    y: f32,
    standing: Standing,
    background: Rgba,
    palette: &Palette,
    out: &mut Vec<Item>,
) {
    out.push(Item::Group {
        id: format!("event-{}", node.event.id),
        title: node.event.title.clone(),
    });
    if node.place == Place::InTime {
        in_time(node, y, standing, background, palette, out);
    } else {
        outside(node, y, standing, background, palette, out);
    }
    out.push(Item::Ungroup);
}

fn in_time(
    node: &Node<'_>,
    y: f32,
    standing: Standing,
    background: Rgba,
    palette: &Palette,
    out: &mut Vec<Item>,
) {
    let toward = if node.label_left { -1.0 } else { 1.0 };
    let width = text::width(&node.label, LABEL_PX, node.face);
    let text_x = node.x_px + toward * TEXT_AT_PX;
    let left = if node.label_left {
        text_x - width
    } else {
        text_x
    };
    if standing == Standing::Selected {
        out.push(stroked(
            Path::circle(node.x_px, y, node.half_px() + 3.5),
            Paint::Solid(background),
            palette.accent,
            2.0,
            Dash::Solid,
        ));
        out.push(Item::Rect {
            x: left - 3.5,
            y: y - 8.0,
            width: width + 7.0,
            height: 16.0,
            radius: 2.0,
            fill: Paint::Solid(palette.accent),
            stroke: None,
        });
    }
    node.glyph.draw(node.x_px, y, palette, background, out);
    if standing != Standing::Selected {
        let edge_x = node.x_px + toward * EDGE_AT_PX - if node.label_left { 2.5 } else { 0.0 };
        out.push(block(edge_x, y - 5.5, 2.5, 11.0, node.hue));
    }
    let color = match standing {
        Standing::Selected => palette.text_inverse,
        Standing::Aside => palette.text_secondary,
        Standing::Plain | Standing::Near => palette.text_primary,
    };
    let baseline = y + text::cap_height(LABEL_PX) / 2.0;
    let label = text::text(
        &node.label,
        left,
        baseline,
        Anchor::Start,
        LABEL_PX,
        node.face,
        color,
    );
    out.push(if standing == Standing::Selected {
        label
    } else {
        label.with_halo(background, 3.0)
    });
    signs(node, (left, width), y, background, palette, out);
    if standing == Standing::Near {
        out.push(rule(
            (left, y + 6.5),
            (left + width, y + 6.5),
            palette.line_strong,
            0.75,
        ));
    }
}

/// Beside the label: how many links are hidden, and whether it is pinned.
fn signs(
    node: &Node<'_>,
    (left, width): (f32, f32),
    y: f32,
    background: Rgba,
    palette: &Palette,
    out: &mut Vec<Item>,
) {
    let baseline = y + text::cap_height(LABEL_PX) / 2.0;
    let more_x = if node.label_left {
        left - node.more_px()
    } else {
        left + width + MORE_GAP_PX
    };
    if !node.more.is_empty() {
        let (color, face) = (palette.text_tertiary, Face::Medium);
        out.push(
            text::text(
                &node.more,
                more_x,
                baseline,
                Anchor::Start,
                MICRO_PX,
                face,
                color,
            )
            .with_halo(background, 3.0),
        );
    }
    if node.row.is_some() {
        let beside = node.more_px() + PIN_AT_PX;
        let x = if node.label_left {
            left - beside
        } else {
            left + width + beside
        };
        draw_pin(x, y, palette.text_primary, out);
    }
}

/// A chevron at the edge with date and title.
fn outside(
    node: &Node<'_>,
    y: f32,
    standing: Standing,
    background: Rgba,
    palette: &Palette,
    out: &mut Vec<Item>,
) {
    let out_ward = if node.place == Place::Earlier {
        -1.0
    } else {
        1.0
    };
    let (x, tip) = (node.x_px, out_ward * 2.0);
    let path = Path::line(&[(x - tip, y - 3.5), (x + tip, y), (x - tip, y + 3.5)]);
    out.push(stroked(
        path,
        Paint::None,
        node.glyph.color(palette),
        1.4,
        Dash::Solid,
    ));
    let anchor = if node.place == Place::Earlier {
        Anchor::Start
    } else {
        Anchor::End
    };
    let baseline = y + text::cap_height(OUTSIDE_PX) / 2.0;
    let (color, face) = match standing {
        Standing::Near | Standing::Selected => (palette.text_primary, Face::Medium),
        _ => (palette.text_secondary, node.face),
    };
    let label = text::text(
        &node.label,
        x - out_ward * 8.0,
        baseline,
        anchor,
        OUTSIDE_PX,
        face,
        color,
    );
    out.push(label.with_halo(background, 3.0));
    if node.row.is_some() {
        let width = text::width(&node.label, OUTSIDE_PX, node.face);
        let end = x - out_ward * (8.0 + width + PIN_AT_PX);
        draw_pin(end, y, palette.text_primary, out);
    }
}

/// Where an event can be pointed at.
pub(super) fn hit(node: &Node<'_>, y: f32) -> Hit {
    Hit {
        x: node.left_px,
        y: y - 8.5,
        width: node.right_px - node.left_px,
        height: 17.0,
        kind: HitKind::Event,
        id: node.event.id.to_string(),
    }
}
