//! Causes at a distance: every linked event at its exact time, with links that do not tangle.
//!
//! x is time, as on the timeline; y is free and chosen so that few links cross and none runs through a label. Events
//! outside the window that are linked into it are shown at its edge with their date; events without links are listed
//! below.

use std::collections::{BTreeMap, BTreeSet};

use layout::causal::{self, Edge, Spacing};
use model::{EventId, Workspace};
use scene::{Face, Hit, HitKind, Item, Palette, Rgba, Scene, text};

use super::frame::{Frame, PAD_PX};
use super::linked::{drawable, neighbors};
use super::lit::{self, Lit};
use super::nodes::{self, Node};
use super::paint::{self, Standing, standing};
use super::unlinked::Unlinked;
use super::wires::{self, Wire};
use super::{fit, lanes, legend, lengthen, rows};
use crate::axis;
use crate::links::{Bundle, Style};
use crate::spec::{AIR_PX, CausesSpec, Growth, Picture};
use scene::Anchor;

/// A drawn chart at a distance, and how many of its entries can be recognized.
pub(super) struct AtDistance {
    pub(super) picture: Picture,
    pub(super) named: usize,
}

/// The chart of `workspace` as requested by `spec`.
pub(super) fn picture(workspace: &Workspace, spec: &CausesSpec<'_>) -> AtDistance {
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
    let named = chart.nodes.iter().filter(|it| it.is_named()).count();
    let picture = Picture {
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
        map: None,
    };
    AtDistance { picture, named }
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

/// The laid-out chart.
struct Chart<'a> {
    frame: Frame,
    spec: &'a CausesSpec<'a>,
    nodes: Vec<Node<'a>>,
    standings: Vec<Standing>,
    y_px: Vec<f32>,
    wires: Vec<Wire>,
    lit: Option<Lit>,
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
        let lit = Lit::of(spec, bundles);
        let wires = kept
            .iter()
            .zip(&courses)
            .map(|((bundle, edge), corners)| {
                let emphasis = wires::emphasis_in(bundle, spec);
                let palette = Palette::of(spec.look.theme);
                let (cause, effect) = (&nodes[edge.cause], &nodes[edge.effect]);
                let heights = (y_px[edge.cause], y_px[edge.effect]);
                Wire {
                    id: bundle.hit_id(),
                    says: bundle.says(workspace),
                    course: wires::course(corners, (cause, effect), heights, spec.selected),
                    style: Style::of(workspace, &bundle.claims, palette, emphasis),
                    emphasis,
                    is_faded: lit.as_ref().is_some_and(|it| !it.has_bundle(bundle)),
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
            lit,
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
        let is_faded = |it: &Node<'_>| {
            let lit = self.lit.as_ref();
            lit.is_some_and(|lit| !lit.has_event(it.event.id))
        };
        for (node, &y) in self.nodes.iter().zip(&self.y_px) {
            let from = items.len();
            paint::bounds(node, y, palette, items);
            if is_faded(node) {
                lit::fade_entry(&mut items[from..]);
            }
        }
        wires::draw(&self.wires, items, hits);
        lanes::draw_names(&self.lanes, palette, items);
        for ((node, &y), &standing) in self.nodes.iter().zip(&self.y_px).zip(&self.standings) {
            let background = background_at(node.x_px, as_of, palette);
            let from = items.len();
            paint::event(node, y, standing, background, palette, items);
            if is_faded(node) {
                lit::fade_entry(&mut items[from..]);
            }
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

/// Limits hit areas to what is visible: nothing under the axis can be pointed at.
fn keep_visible(hits: &mut Vec<Hit>, frame: &Frame) {
    for hit in hits.iter_mut().filter(|hit| hit.kind != HitKind::AsOf) {
        let bottom = (hit.y + hit.height).min(frame.bottom_px);
        hit.y = hit.y.max(frame.top_px);
        hit.height = bottom - hit.y;
    }
    hits.retain(|hit| hit.height > 0.5);
}
