//! The nodes of the causal chart: the linked events in the window, and those outside it that they are linked with, at
//! the edge with their date.

use std::collections::{BTreeMap, BTreeSet};

use layout::causal;
use model::{Board, Event, EventId, Link, Workspace};
use scene::{Face, Rgba, text};

use super::frame::{EDGE_PX, Frame};
use crate::extent::{Doubt, When};
use crate::marks::{Glyph, MICRO_PX, label_face};
use crate::pins::{self, PIN_PX};
use crate::spec::CausesSpec;

/// Size of labels.
pub(super) const LABEL_PX: f32 = 11.0;
/// Size of the labels of nodes at an edge.
pub(super) const OUTSIDE_PX: f32 = 10.0;
/// From the mark's middle to the box's edge on the side without a label.
const MARK_PX: f32 = 11.0;
/// From the mark's middle to the theme's edge, and on to the label.
pub(super) const EDGE_AT_PX: f32 = 11.0;
pub(super) const TEXT_AT_PX: f32 = 17.0;
pub(super) const ROW_PX: f32 = 17.0;
/// Labels are kept short even if there is much room: long ones get in the way of links.
const LABEL_MAX_PX: f32 = 270.0;
/// Labels that end near the right edge are in nobody's way.
const LABEL_LAST_PX: f32 = 440.0;
const LABEL_MIN_PX: f32 = 110.0;
const OUTSIDE_MAX_PX: f32 = 190.0;
/// Between a label and the number of hidden links.
pub(super) const MORE_GAP_PX: f32 = 5.0;
/// A line over bounds shorter than this shows nothing useful.
const BOUNDS_MIN_PX: f32 = 18.0;
const OPEN_PX: f32 = 26.0;

/// Whether an event is at its time or at an edge because its time is outside the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    InTime,
    Earlier,
    Later,
}

/// The line over the known range of a date, and which of its ends are open.
#[derive(Debug, Clone, Copy)]
pub(super) struct BoundsLine {
    pub(super) from_px: f32,
    pub(super) to_px: f32,
    pub(super) open: (bool, bool),
    /// Whether it lasts all that time, or happened at some point within it.
    pub(super) lasts: bool,
}

/// An event on the chart.
pub(super) struct Node<'a> {
    pub(super) event: &'a Event,
    pub(super) place: Place,
    pub(super) glyph: Glyph,
    pub(super) x_px: f32,
    pub(super) label: String,
    pub(super) face: Face,
    /// Whether the label is left of the mark.
    pub(super) label_left: bool,
    pub(super) bounds: Option<BoundsLine>,
    pub(super) hue: Rgba,
    /// "+3": how many events are linked with it and not drawn; empty if none are.
    pub(super) more: String,
    /// The row that it is pinned to, if it is pinned.
    pub(super) row: Option<f32>,
    pub(super) left_px: f32,
    pub(super) right_px: f32,
}

impl Node<'_> {
    /// The node as input for the layout.
    pub(super) fn laid(&self) -> causal::Node {
        let keep = self
            .bounds
            .map_or((self.left_px, self.right_px), |it| (it.from_px, it.to_px));
        causal::Node {
            x_px: self.x_px,
            left_px: self.left_px,
            right_px: self.right_px,
            height_px: ROW_PX,
            keep_px: (keep.0.min(self.left_px), keep.1.max(self.right_px)),
        }
    }

    /// Room for the number beside the label.
    pub(super) fn more_px(&self) -> f32 {
        if self.more.is_empty() {
            return 0.0;
        }
        text::width(&self.more, MICRO_PX, Face::Medium) + MORE_GAP_PX
    }

    /// Room for all signs beside the label.
    fn signs_px(&self) -> f32 {
        self.more_px() + self.row.map_or(0.0, |_| PIN_PX)
    }

    /// Whether its title can be recognized: all of it, or three words and twenty letters.
    pub(super) fn is_named(&self) -> bool {
        let is_long = self.label.chars().count() > 20 && self.label.split_whitespace().count() >= 3;
        self.label == self.event.title || is_long
    }

    /// Half the room that its mark takes.
    pub(super) fn half_px(&self) -> f32 {
        if self.place == Place::InTime {
            self.glyph.reach_px().0.max(self.glyph.size_px() * 0.5)
        } else {
            4.0
        }
    }
}

/// A shown event with its date.
#[derive(Clone, Copy)]
pub(super) struct Dated<'a> {
    pub(super) event: &'a Event,
    pub(super) when: When,
}

/// The shown events that have a date, in order of id.
pub(super) fn dated<'a>(workspace: &'a Workspace, spec: &CausesSpec<'_>) -> Vec<Dated<'a>> {
    let as_of_days = as_of_days(spec);
    let shown = workspace
        .events
        .iter()
        .filter(|event| spec.shown.contains(&event.id));
    shown
        .filter_map(|event| {
            let when = When::of(event.date.as_ref()?, event.is_unrealized(), as_of_days)?;
            Some(Dated { event, when })
        })
        .collect()
}

/// The end of the as-of day.
pub(super) fn as_of_days(spec: &CausesSpec<'_>) -> Option<f64> {
    spec.as_of.map(|day| day.0 as f64 + 1.0)
}

/// The day at which a mark is placed: the middle of a single date's range, the start of a span, or the last known day if
/// the start is unknown.
pub(super) fn anchor_days(when: &When) -> f64 {
    match when {
        When::Spot { middle, .. } => *middle,
        When::Band { start, end } if start.outer.is_finite() => {
            f64::midpoint(start.outer, start.inner.min(end.outer))
        }
        When::Band { end, .. } if end.outer.is_finite() => end.outer - 0.5,
        When::Band { .. } => when.anchor_days(),
    }
}

/// The nodes of `linked` events: those in the window, and those outside it that have a link into it.
pub(super) fn nodes<'a>(
    workspace: &Workspace,
    spec: &CausesSpec<'_>,
    dated: &[Dated<'a>],
    linked: &BTreeMap<EventId, BTreeSet<EventId>>,
    frame: &Frame,
) -> Vec<Node<'a>> {
    let places: BTreeMap<EventId, Place> = dated
        .iter()
        .filter(|it| linked.contains_key(&it.event.id))
        .map(|it| (it.event.id, place_of(it, frame)))
        .collect();
    let inside = |id: &EventId| places.get(id) == Some(&Place::InTime);
    dated
        .iter()
        .filter_map(|it| {
            let place = *places.get(&it.event.id)?;
            let drawn = place == Place::InTime || linked.get(&it.event.id)?.iter().any(inside);
            drawn.then(|| node(workspace, spec, it, place, frame))
        })
        .collect()
}

fn place_of(it: &Dated<'_>, frame: &Frame) -> Place {
    let anchor = anchor_days(&it.when);
    if anchor < frame.scale.from_days() {
        Place::Earlier
    } else if anchor > frame.scale.to_days() {
        Place::Later
    } else {
        Place::InTime
    }
}

fn node<'a>(
    workspace: &Workspace,
    spec: &CausesSpec<'_>,
    it: &Dated<'a>,
    place: Place,
    frame: &Frame,
) -> Node<'a> {
    let event = it.event;
    let ahead = as_of_days(spec).is_some_and(|as_of| it.when.reach_days().0 >= as_of);
    let glyph = Glyph::of(event, ahead);
    let theme = event.leading_theme().and_then(|id| workspace.theme(id));
    let palette = scene::Palette::of(spec.look.theme);
    let hue = theme.map_or(palette.neutral, |theme| palette.theme_hue(&theme.hue));
    let mut node = Node {
        event,
        place,
        glyph,
        x_px: frame.x_px(anchor_days(&it.when)),
        label: String::new(),
        face: label_face(event),
        label_left: false,
        bounds: None,
        hue,
        more: more(workspace, spec, event.id),
        row: pinned_row(workspace, spec, event.id),
        left_px: 0.0,
        right_px: 0.0,
    };
    match place {
        Place::InTime => stand(&mut node, &it.when, frame),
        Place::Earlier | Place::Later => stand_at_edge(&mut node, frame),
    }
    node
}

/// The row that an event is pinned to. With lanes, the lane decides instead.
fn pinned_row(workspace: &Workspace, spec: &CausesSpec<'_>, event: EventId) -> Option<f32> {
    let slot = pins::slot(workspace, Board::Causes, event.0)?;
    (!spec.lanes).then_some(slot.row as f32)
}

/// Gives a node within the window its label and box.
fn stand(node: &mut Node<'_>, when: &When, frame: &Frame) {
    let right_room = frame.width_px - 6.0 - node.x_px - TEXT_AT_PX;
    let most = if right_room < 1.4 * LABEL_LAST_PX {
        LABEL_LAST_PX
    } else {
        LABEL_MAX_PX
    };
    let full = text::width(&node.event.title, LABEL_PX, node.face).min(most);
    let left_room = node.x_px - TEXT_AT_PX - 6.0;
    node.label_left = right_room < full.min(LABEL_MIN_PX) && left_room > right_room;
    let room = if node.label_left {
        left_room
    } else {
        right_room
    };
    node.label = text::shorten(
        &node.event.title,
        LABEL_PX,
        node.face,
        full.min(room).max(0.0) + 0.5,
    );
    let beside = TEXT_AT_PX + text::width(&node.label, LABEL_PX, node.face) + node.signs_px() + 3.0;
    let (left, right) = if node.label_left {
        (beside, MARK_PX)
    } else {
        (MARK_PX, beside)
    };
    (node.left_px, node.right_px) = (node.x_px - left, node.x_px + right);
    node.bounds = bounds_line(node.x_px, when, frame);
}

/// The number of events that are linked with this one, match the filter and are not drawn.
pub(super) fn more(workspace: &Workspace, spec: &CausesSpec<'_>, event: EventId) -> String {
    if spec.shown.len() == spec.passing.len() {
        return String::new();
    }
    match left_out(workspace, event, spec.shown, spec.passing) {
        0 => String::new(),
        more => format!("+{more}"),
    }
}

/// How many events are linked with `event`, are in `passing` and are not among those `shown`.
pub(crate) fn left_out(
    workspace: &Workspace,
    event: EventId,
    shown: &BTreeSet<EventId>,
    passing: &BTreeSet<EventId>,
) -> usize {
    let other = |link: &Link| match event {
        it if link.cause == it => Some(link.effect),
        it if link.effect == it => Some(link.cause),
        _ => None,
    };
    let left_out = |id: &EventId| passing.contains(id) && !shown.contains(id);
    let others = workspace.links.iter().filter_map(other).filter(left_out);
    others.collect::<BTreeSet<_>>().len()
}

/// Puts a node at the edge beyond which its time lies, with its date before its title.
fn stand_at_edge(node: &mut Node<'_>, frame: &Frame) {
    let date = node
        .event
        .date
        .as_ref()
        .map(model::FuzzyDate::in_words)
        .unwrap_or_default();
    let words = format!("{date} · {}", node.event.title);
    node.face = Face::Regular;
    node.label = text::shorten(&words, OUTSIDE_PX, node.face, OUTSIDE_MAX_PX);
    let width = text::width(&node.label, OUTSIDE_PX, node.face) + node.signs_px() - node.more_px();
    node.label_left = node.place == Place::Later;
    if node.place == Place::Earlier {
        node.x_px = EDGE_PX;
        (node.left_px, node.right_px) = (node.x_px - 5.0, node.x_px + 8.0 + width + 3.0);
    } else {
        node.x_px = frame.width_px - EDGE_PX;
        (node.left_px, node.right_px) = (node.x_px - 8.0 - width - 3.0, node.x_px + 5.0);
    }
}

/// The line over the range of a date, if it is long enough to be useful.
fn bounds_line(x_px: f32, when: &When, frame: &Frame) -> Option<BoundsLine> {
    let (from, to) = when.reach_days();
    if let When::Spot {
        doubt: Doubt::Day, ..
    } = when
    {
        return None;
    }
    let open = (!from.is_finite(), !to.is_finite());
    let from_px = if open.0 {
        x_px - OPEN_PX
    } else {
        frame.x_px(from)
    };
    let to_px = if open.1 {
        frame.width_px
    } else {
        frame.x_px(to)
    };
    let lasts = matches!(when, When::Band { .. });
    (to_px - from_px >= BOUNDS_MIN_PX).then_some(BoundsLine {
        from_px,
        to_px,
        open,
        lasts,
    })
}
