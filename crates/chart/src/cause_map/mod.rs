//! The cause map: what leads to what, without time. Causes come before effects, few links cross, labels have room of
//! their own, and indirect links (implied by chains of others) are hidden and counted.

mod boxes;
mod collapse;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use graph::implied_by_chains;
use layout::layered::{self, Effort, Placed, Spacing};
use model::{EventId, Workspace};
use scene::{Anchor, Face, Item, Palette, text};

use crate::causes::legend::of_events;
use crate::links::{Bundle, Emphasis, Style, arrow, bundles, hits, legend_of, rounded};
use crate::map::{ASPECT, Map};
use crate::marks::MICRO_PX;
use crate::pins;
use crate::spec::{CauseMapSpec, Flow, LegendEntry, Picture};
use boxes::{Box, Standing, WIDTH_PX};
use collapse::collapsed;

const CORNER_PX: f32 = 9.0;
/// Room before a box for an arrowhead.
const CLEAR_PX: f32 = 2.0;
/// With more links than this, their labels would cover most of the map.
const MOST_LABELS: usize = 160;
const LABEL_MAX_PX: f32 = 100.0;
/// Above a map, for text about it.
const HEAD_PX: f32 = 20.0;

/// The cause map of `workspace` as requested by `spec`.
#[must_use]
pub fn cause_map(workspace: &Workspace, spec: &CauseMapSpec<'_>) -> Picture {
    if spec.collapsed.is_empty() {
        return draw(workspace, spec);
    }
    draw(&collapsed(workspace, spec.shown, spec.collapsed), spec)
}

fn draw(workspace: &Workspace, spec: &CauseMapSpec<'_>) -> Picture {
    let palette = Palette::of(spec.look.theme);
    let all = drawable(workspace, spec);
    let implied = if spec.implied {
        vec![false; all.len()]
    } else {
        implied(&all)
    };
    let left_out = implied.iter().filter(|it| **it).count();
    let kept: Vec<&Bundle<'_>> = all
        .iter()
        .zip(&implied)
        .filter_map(|(bundle, implied)| (!implied).then_some(bundle))
        .collect();
    let linked: BTreeSet<EventId> = all.iter().flat_map(|it| [it.cause, it.effect]).collect();
    let boxes: Vec<Box<'_>> = workspace
        .events
        .iter()
        .filter(|it| linked.contains(&it.id))
        .map(|event| Box::of(workspace, spec, event))
        .collect();
    let chart = Chart::new(workspace, spec, &boxes, &kept, palette);
    let legend = chart.legend(palette);
    let map = chart.map(left_out, palette);
    map.picture(&spec.look, spec.at, legend, boxes.len())
}

/// The bundles of links between two different events that are drawn.
fn drawable<'a>(workspace: &'a Workspace, spec: &CauseMapSpec<'_>) -> Vec<Bundle<'a>> {
    let links = workspace.links.iter().filter(|link| {
        link.cause != link.effect
            && spec.shown.contains(&link.cause)
            && spec.shown.contains(&link.effect)
    });
    bundles(workspace, links)
}

/// Which bundles are implied by chains of others, checking the least certain first.
fn implied(all: &[Bundle<'_>]) -> Vec<bool> {
    let mut places: BTreeMap<EventId, usize> = BTreeMap::new();
    for id in all.iter().flat_map(|it| [it.cause, it.effect]) {
        let next = places.len();
        places.entry(id).or_insert(next);
    }
    let mut order: Vec<usize> = (0..all.len()).collect();
    let confidence = |at: &usize| all[*at].claims.iter().map(|it| it.confidence).max();
    order.sort_by_key(|at| (confidence(at), *at));
    let edges: Vec<(usize, usize)> = order
        .iter()
        .map(|at| (places[&all[*at].cause], places[&all[*at].effect]))
        .collect();
    let found = implied_by_chains(places.len(), &edges);
    let mut implied = vec![false; all.len()];
    for (at, it) in order.into_iter().zip(found) {
        implied[at] = it;
    }
    implied
}

/// The laid-out map.
struct Chart<'a> {
    spec: &'a CauseMapSpec<'a>,
    boxes: &'a [Box<'a>],
    wires: Vec<Wire>,
    placed: Placed,
    near: BTreeSet<EventId>,
}

/// A link with its route, style and label.
struct Wire {
    id: String,
    says: String,
    words: String,
    ends: (EventId, EventId),
    style: Style,
    emphasis: Emphasis,
}

impl<'a> Chart<'a> {
    fn new(
        workspace: &Workspace,
        spec: &'a CauseMapSpec<'a>,
        boxes: &'a [Box<'a>],
        kept: &[&Bundle<'_>],
        palette: &Palette,
    ) -> Self {
        let wires: Vec<Wire> = kept
            .iter()
            .map(|bundle| wire(workspace, spec, bundle, kept.len(), palette))
            .collect();
        let places: BTreeMap<EventId, usize> = boxes
            .iter()
            .zip(0..)
            .map(|(it, at)| (it.event.id, at))
            .collect();
        let placed = lay(spec.flow, boxes, &wires, &places);
        let strong = wires.iter().filter(|it| it.emphasis == Emphasis::Strong);
        let near = strong.flat_map(|it| [it.ends.0, it.ends.1]).collect();
        Self {
            spec,
            boxes,
            wires,
            placed,
            near,
        }
    }

    /// A point of the layout on the map.
    fn point(&self, point: (f32, f32)) -> (f32, f32) {
        let (x, y) = across(self.spec.flow, point);
        (x, y + HEAD_PX)
    }

    fn map(&self, left_out: usize, palette: &Palette) -> Map {
        let (width_px, height_px) = self.point((self.placed.width_px, self.placed.height_px));
        let mut map = Map {
            width_px,
            height_px,
            ..Map::default()
        };
        if self.boxes.is_empty() {
            map.width_px = 420.0;
            say(
                "No links between the events shown. Link a cause to its effect to see it here.",
                palette,
                &mut map,
            );
        } else if left_out > 0 {
            let links = if left_out == 1 { "link" } else { "links" };
            say(
                &format!("{left_out} indirect {links} hidden"),
                palette,
                &mut map,
            );
        }
        for emphasis in [Emphasis::Faded, Emphasis::Normal, Emphasis::Strong] {
            for (at, wire) in self.wires.iter().enumerate() {
                if wire.emphasis == emphasis {
                    self.draw_wire(at, wire, palette, &mut map);
                }
            }
        }
        for (at, it) in self.boxes.iter().enumerate() {
            let middle = self.point(self.placed.center_px[at]);
            let standing = self.standing(it.event.id);
            it.draw(middle, standing, palette, &mut map.items, &mut map.hits);
        }
        map
    }

    fn standing(&self, event: EventId) -> Standing {
        match self.spec.selected {
            Some(selected) if selected == event => Standing::Selected,
            _ if self.near.contains(&event) => Standing::Near,
            Some(_) => Standing::Aside,
            None => Standing::Plain,
        }
    }

    fn draw_wire(&self, at: usize, wire: &Wire, palette: &Palette, map: &mut Map) {
        let mut points: Vec<(f32, f32)> = self.placed.courses[at]
            .iter()
            .map(|it| self.point(*it))
            .collect();
        clear(&mut points);
        let course = rounded(&points, CORNER_PX);
        let id = wire.id.replace(' ', "-");
        map.items.push(Item::Group {
            id: format!("link-{id}"),
            title: wire.says.clone(),
        });
        map.items.extend(arrow(&course, &wire.style));
        if let Some((x, y)) = self.placed.labels[at].map(|it| self.point(it)) {
            let back = if self.placed.turned[at] { "↩ " } else { "" };
            let words = format!("{back}{}", wire.words);
            let color = if wire.emphasis == Emphasis::Faded {
                palette.text_tertiary
            } else {
                palette.text_secondary
            };
            let baseline = y + text::cap_height(MICRO_PX) / 2.0;
            let label = text::text(
                &words,
                x,
                baseline,
                Anchor::Middle,
                MICRO_PX,
                Face::Regular,
                color,
            );
            map.items.push(label.with_halo(palette.surface_canvas, 4.0));
        }
        map.items.push(Item::Ungroup);
        map.hits.extend(hits(&course, &wire.id));
    }

    fn legend(&self, palette: &Palette) -> Vec<LegendEntry> {
        let styles: Vec<Style> = self.wires.iter().map(|it| it.style).collect();
        let mut entries = legend_of(&styles, palette);
        entries.extend(of_events(self.boxes.iter().map(|it| it.event), palette));
        if self.boxes.iter().any(|it| it.pin.is_some()) {
            entries.push(pins::legend(palette));
        }
        entries.sort_by(|a, b| a.key.cmp(&b.key));
        entries
    }
}

fn wire(
    workspace: &Workspace,
    spec: &CauseMapSpec<'_>,
    bundle: &Bundle<'_>,
    count: usize,
    palette: &Palette,
) -> Wire {
    let emphasis = crate::causes::emphasis(bundle, spec.selected, spec.hovered);
    let words = if count > MOST_LABELS {
        String::new()
    } else {
        let words = bundle.words(workspace);
        text::shorten(&words, MICRO_PX, Face::Regular, LABEL_MAX_PX)
    };
    Wire {
        id: bundle.hit_id(),
        says: bundle.says(workspace),
        words,
        ends: (bundle.cause, bundle.effect),
        style: Style::of(workspace, &bundle.claims, palette, emphasis),
        emphasis,
    }
}

/// Lays out boxes and links.
fn lay(flow: Flow, boxes: &[Box<'_>], wires: &[Wire], places: &BTreeMap<EventId, usize>) -> Placed {
    let nodes: Vec<layered::Node> = boxes
        .iter()
        .map(|it| across(flow, (WIDTH_PX, it.height_px())))
        .map(|(width_px, height_px)| layered::Node {
            width_px,
            height_px,
        })
        .collect();
    let label = |words: &str| {
        let width = text::width(words, MICRO_PX, Face::Regular) + 6.0;
        (!words.is_empty()).then(|| across(flow, (width, MICRO_PX + 6.0)))
    };
    let edges: Vec<layered::Edge> = wires
        .iter()
        .map(|it| layered::Edge {
            from: places[&it.ends.0],
            to: places[&it.ends.1],
            label: label(&it.words),
        })
        .collect();
    let spacing = Spacing {
        node_gap_px: 18.0,
        // Side by side, labels keep layers apart; one below the other, links would be too flat.
        layer_gap_px: if flow == Flow::Right { 14.0 } else { 28.0 },
        aspect: match flow {
            Flow::Down => ASPECT,
            Flow::Right => 1.0 / ASPECT,
        },
    };
    layered::lay(&nodes, &edges, &spacing, Effort::Steady)
}

/// Converts a point or size between map and layout: the layout runs downward, so x and y are swapped for a map that
/// reads to the right.
fn across(flow: Flow, (x, y): (f32, f32)) -> (f32, f32) {
    match flow {
        Flow::Down => (x, y),
        Flow::Right => (y, x),
    }
}

/// Keeps the ends of a link off the boxes.
fn clear(points: &mut [(f32, f32)]) {
    let [.., before, last] = points else { return };
    let (dx, dy) = (last.0 - before.0, last.1 - before.1);
    let length = dx.hypot(dy).max(1.0);
    (last.0, last.1) = (
        last.0 - dx / length * CLEAR_PX,
        last.1 - dy / length * CLEAR_PX,
    );
}

fn say(words: &str, palette: &Palette, map: &mut Map) {
    let color = palette.text_tertiary;
    map.items.push(text::text(
        words,
        0.0,
        11.0,
        Anchor::Start,
        MICRO_PX,
        Face::Regular,
        color,
    ));
}
