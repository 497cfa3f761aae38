//! The causal chart: every linked event at its exact time, with links that do not tangle.
//!
//! x is time, as on the timeline; y is free and chosen so that few links cross and none runs through a label. Events
//! outside the window that are linked into it are shown at its edge with their date; events without links are listed
//! below.

mod fit;
mod frame;
mod lanes;
pub(crate) mod legend;
mod lengthen;
mod nodes;
mod paint;
mod rows;
#[cfg(test)]
mod tests;
mod unlinked;
mod wires;

pub(crate) use nodes::left_out;
pub(crate) use wires::emphasis;

use std::collections::{BTreeMap, BTreeSet};

use layout::causal::{self, Edge, Spacing};
use model::{EventId, Workspace};
use scene::{Anchor, Face, Hit, HitKind, Item, Palette, Rgba, Scene, text};

use crate::axis;
use crate::links::{Bundle, Style, bundles};
use crate::spec::{AIR_PX, CausesSpec, Growth, Picture};
use frame::{Frame, PAD_PX};
use nodes::{Dated, Node};
use paint::Standing;
use unlinked::Unlinked;
use wires::Wire;

/// The causal chart of `workspace` as requested by `spec`.
#[must_use]
pub fn causes(workspace: &Workspace, spec: &CausesSpec<'_>) -> Picture {
    let dated = nodes::dated(workspace, spec);
    let bundles = drawable(workspace, &dated);
    let linked = neighbors(&bundles);
    let window = spec
        .window
        .unwrap_or_else(|| fit::fit(&dated, &linked, nodes::as_of_days(spec)));
    let frame = Frame::new(&spec.look, window);
    let nodes = nodes::nodes(workspace, spec, &dated, &linked, &frame);
    let lone = dated
        .iter()
        .filter(|it| !linked.contains_key(&it.event.id))
        .copied()
        .collect();
    let unlinked = Unlinked::of(lone, frame.width_px);
    // The list below gets its room before rows are spread.
    let fill_px = frame.plot_height_px() - unlinked.height_px() - AIR_PX;
    let chart = Chart::new(workspace, spec, (frame, fill_px), &linked, nodes, &bundles);
    let palette = Palette::of(spec.look.theme);
    let count = |test: &dyn Fn((f64, f64)) -> bool| {
        dated.iter().filter(|it| test(it.when.reach_days())).count()
    };
    let earlier = count(&|reach| reach.1 <= window.from_days);
    let later = count(&|reach| reach.0 >= window.to_days);
    Picture {
        scene: chart.scene(&unlinked, palette),
        window,
        content_height_px: chart.linked_px + unlinked.height_px(),
        growth: Growth::Scrolls {
            head_px: crate::axis::AXIS_PX,
            foot_px: 0.0,
        },
        legend: legend::entries(&chart.nodes, &chart.wires, palette),
        drawn: dated.len() - earlier - later,
        earlier,
        later,
        counts: String::new(),
        free: None,
    }
}

/// The bundles of links between two different dated events.
fn drawable<'a>(workspace: &'a Workspace, dated: &[Dated<'_>]) -> Vec<Bundle<'a>> {
    let present: BTreeSet<EventId> = dated.iter().map(|it| it.event.id).collect();
    let links = workspace.links.iter().filter(|link| {
        link.cause != link.effect && present.contains(&link.cause) && present.contains(&link.effect)
    });
    bundles(workspace, links)
}

/// The bundles drawn between these nodes, with their ends.
fn kept<'b, 'w>(nodes: &[Node<'_>], bundles: &'b [Bundle<'w>]) -> Vec<(&'b Bundle<'w>, Edge)> {
    let numbered = nodes.iter().enumerate();
    let places: BTreeMap<EventId, usize> = numbered.map(|(at, it)| (it.event.id, at)).collect();
    let ends = |bundle: &Bundle<'_>| {
        let (cause, effect) = (*places.get(&bundle.cause)?, *places.get(&bundle.effect)?);
        // If both events are outside the window, so is the link.
        let inside = |index: usize| nodes[index].place == nodes::Place::InTime;
        (inside(cause) || inside(effect)).then_some(Edge { cause, effect })
    };
    let with_ends = bundles.iter().map(|bundle| (bundle, ends(bundle)));
    with_ends
        .filter_map(|(bundle, edge)| Some((bundle, edge?)))
        .collect()
}

/// For each event with a link, the events it is linked with.
fn neighbors(bundles: &[Bundle<'_>]) -> BTreeMap<EventId, BTreeSet<EventId>> {
    let mut linked: BTreeMap<EventId, BTreeSet<EventId>> = BTreeMap::new();
    for bundle in bundles {
        linked
            .entry(bundle.cause)
            .or_default()
            .insert(bundle.effect);
        linked
            .entry(bundle.effect)
            .or_default()
            .insert(bundle.cause);
    }
    linked
}

/// The laid-out chart.
struct Chart<'a> {
    frame: Frame,
    spec: &'a CausesSpec<'a>,
    nodes: Vec<Node<'a>>,
    standings: Vec<Standing>,
    y_px: Vec<f32>,
    wires: Vec<Wire>,
    /// The rows that an event can be pinned to, from the top.
    rows: Vec<causal::NodeRow>,
    lanes: Vec<lanes::Lane>,
    /// Height of the part with links.
    linked_px: f32,
}

impl<'a> Chart<'a> {
    fn new(
        workspace: &Workspace,
        spec: &'a CausesSpec<'a>,
        (frame, fill_px): (Frame, f32),
        linked: &BTreeMap<EventId, BTreeSet<EventId>>,
        mut nodes: Vec<Node<'a>>,
        bundles: &[Bundle<'_>],
    ) -> Self {
        let kept = kept(&nodes, bundles);
        let edges: Vec<Edge> = kept.iter().map(|(_, edge)| *edge).collect();
        let laid: Vec<causal::Node> = nodes.iter().map(Node::laid).collect();
        let head_px = if spec.lanes { lanes::HEAD_PX } else { 0.0 };
        let mut spacing = Spacing {
            fill_px: fill_px - 2.0 * PAD_PX - head_px,
            ..Spacing::default()
        };
        let numbers = lanes::numbers(workspace, &nodes);
        let placed = if spec.lanes {
            spacing.part_gap_px = lanes::HEAD_PX;
            causal::lay_in_lanes(&laid, &edges, &numbers, &spacing)
        } else {
            let pins: Vec<Option<f32>> = nodes.iter().map(|it| it.row).collect();
            causal::lay_pinned(&laid, &edges, &pins, &spacing)
        };
        let top_px = frame.content_top_px + PAD_PX + head_px;
        let y_px: Vec<f32> = placed.y_px.iter().map(|y| top_px + y).collect();
        let lanes = if spec.lanes {
            lanes::lanes(workspace, &numbers, &y_px, Palette::of(spec.look.theme))
        } else {
            Vec::new()
        };
        let down = |corners: &Vec<(f32, f32)>| -> Vec<(f32, f32)> {
            corners.iter().map(|(x, y)| (*x, top_px + y)).collect()
        };
        let courses: Vec<Vec<(f32, f32)>> = placed.courses.iter().map(down).collect();
        lengthen::lengthen(&mut nodes, &y_px, &courses, frame.width_px);
        let wires = kept
            .iter()
            .zip(&courses)
            .map(|((bundle, edge), corners)| {
                let emphasis = wires::emphasis(bundle, spec.selected, spec.hovered);
                let palette = Palette::of(spec.look.theme);
                let (cause, effect) = (&nodes[edge.cause], &nodes[edge.effect]);
                let heights = (y_px[edge.cause], y_px[edge.effect]);
                Wire {
                    id: bundle.hit_id(),
                    says: bundle.says(workspace),
                    course: wires::course(corners, (cause, effect), heights, spec.selected),
                    style: Style::of(workspace, &bundle.claims, palette, emphasis),
                    emphasis,
                }
            })
            .collect();
        let rows = if spec.lanes {
            Vec::new()
        } else {
            rows::shifted(&placed.rows, top_px)
        };
        let standings = nodes
            .iter()
            .map(|node| standing(node.event.id, spec, linked))
            .collect();
        let linked_px = if nodes.is_empty() {
            0.0
        } else {
            placed.height_px + 2.0 * PAD_PX + head_px
        };
        Self {
            frame,
            spec,
            nodes,
            standings,
            y_px,
            wires,
            rows,
            lanes,
            linked_px,
        }
    }

    fn scene(&self, unlinked: &Unlinked<'_>, palette: &Palette) -> Scene {
        let frame = &self.frame;
        let look = &self.spec.look;
        let mut scene = Scene {
            width_px: look.width_px,
            height_px: look.height_px,
            ..Scene::default()
        };
        let items = &mut scene.items;
        let hits = &mut scene.hits;
        let ticks = axis::ticks_of(&frame.plot());
        let as_of = nodes::as_of_days(self.spec).map(|days| frame.scale.x_px(days));
        hits.push(Hit {
            x: 0.0,
            y: frame.top_px,
            width: frame.width_px,
            height: frame.plot_height_px(),
            kind: HitKind::Plot,
            id: String::new(),
        });
        hits.extend(rows::hits(&self.rows, frame));
        items.push(crate::marks::block(
            0.0,
            0.0,
            look.width_px,
            look.height_px,
            palette.surface_canvas,
        ));
        items.push(Item::Clip {
            x: 0.0,
            y: frame.top_px,
            width: frame.width_px,
            height: frame.plot_height_px(),
        });
        let below = frame.content_top_px + self.linked_px;
        axis::draw_background(&frame.plot(), &ticks, as_of, palette, items);
        axis::draw_as_of_line(&frame.plot(), as_of, palette, items);
        self.content(as_of, palette, items, hits);
        let band_px = unlinked.height_px();
        if band_px > 0.0 {
            let canvas = palette.surface_canvas;
            items.push(crate::marks::block(
                0.0,
                below,
                frame.width_px,
                band_px.max(frame.bottom_px - below),
                canvas,
            ));
            unlinked.draw(below, frame.width_px, canvas, palette, items, hits);
        }
        if self.nodes.is_empty() {
            items.push(self.nothing(palette));
        }
        items.push(Item::Unclip);
        axis::draw_as_of_line_head(&frame.plot(), as_of, palette, items);
        axis::draw_axis(&frame.plot(), &ticks, palette, items);
        hits.extend(axis::draw_as_of_chip(
            &frame.plot(),
            as_of,
            self.spec.as_of,
            palette,
            items,
        ));
        keep_visible(hits, frame);
        scene
    }

    fn content(
        &self,
        as_of: Option<f32>,
        palette: &Palette,
        items: &mut Vec<Item>,
        hits: &mut Vec<Hit>,
    ) {
        lanes::draw_rules(&self.lanes, self.frame.width_px, palette, items);
        for (node, &y) in self.nodes.iter().zip(&self.y_px) {
            paint::bounds(node, y, palette, items);
        }
        wires::draw(&self.wires, items, hits);
        lanes::draw_names(&self.lanes, palette, items);
        for ((node, &y), &standing) in self.nodes.iter().zip(&self.y_px).zip(&self.standings) {
            let background = background_at(node.x_px, as_of, palette);
            paint::event(node, y, standing, background, palette, items);
            hits.push(paint::hit(node, y));
        }
    }

    /// The text shown when there is nothing to draw.
    fn nothing(&self, palette: &Palette) -> Item {
        let words = "No links between the events in this window. Link a cause to its effect to see it here.";
        let words = text::shorten(words, 12.0, Face::Regular, self.frame.width_px - 32.0);
        let y = self.frame.top_px + 28.0;
        text::text(
            &words,
            16.0,
            y,
            Anchor::Start,
            12.0,
            Face::Regular,
            palette.text_secondary,
        )
    }
}

/// The background color under a mark.
fn background_at(x: f32, as_of: Option<f32>, palette: &Palette) -> Rgba {
    if as_of.is_some_and(|line| x > line) {
        palette.surface_future
    } else {
        palette.surface_canvas
    }
}

fn standing(
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

/// Limits hit areas to what is visible: nothing under the axis can be pointed at.
fn keep_visible(hits: &mut Vec<Hit>, frame: &Frame) {
    for hit in hits.iter_mut().filter(|hit| hit.kind != HitKind::AsOf) {
        let bottom = (hit.y + hit.height).min(frame.bottom_px);
        hit.y = hit.y.max(frame.top_px);
        hit.height = bottom - hit.y;
    }
    hits.retain(|hit| hit.height > 0.5);
}
