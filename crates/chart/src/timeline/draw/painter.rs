//! Draws a timeline, from back to front.

use std::collections::BTreeSet;

use layout::ticks::Ticks;
use model::{EventId, Workspace};
use rayon::prelude::*;
use scene::{Hit, HitKind, Item, Palette, Scene};

use super::fade::{ENTRY_SHARE, fade};
use super::header::{self, Header};
use super::link_counts::LinkCounts;
use super::mark::{Mark, Stress};
use super::{all_links, bucket, density, folded, legend, overview, placed, selection, since_axis};
use crate::axis;
use crate::emphasis::{Emphasis, Ink};
use crate::links;
use crate::marks::block;
use crate::spec::{LegendEntry, TimelineView, Window};
use crate::timeline::frame::{Frame, HEADER_PX};
use crate::timeline::plan::lanes::PlacedLane;
use crate::timeline::prepare::chain::Chain;
use crate::timeline::ready::timeline::Timeline;

/// A timeline being drawn.
pub(crate) struct Painter<'a> {
    pub(crate) workspace: &'a Workspace,
    pub(crate) timeline: &'a Timeline,
    pub(crate) view: &'a TimelineView<'a>,
    pub(crate) frame: Frame,
    pub(crate) ticks: Ticks,
    /// The x of the as-of line, inside the plot or outside.
    pub(crate) as_of: Option<f32>,
    pub(crate) palette: &'a Palette,
    pub(crate) scene: Scene,
}

impl Painter<'_> {
    /// Draws all of it; returns the legend, and a sentence on the links that are drawn.
    pub(crate) fn draw(
        &mut self,
        lanes: &[PlacedLane<'_>],
        window: Window,
        neighbors: &BTreeSet<EventId>,
        chain: &Chain<'_>,
    ) -> (Vec<LegendEntry>, String) {
        let (frame, palette) = (self.frame, self.palette);
        let items = &mut self.scene.items;
        items.push(block(
            0.0,
            0.0,
            frame.width_px,
            frame.height_px,
            palette.surface_canvas,
        ));
        axis::draw_background(&frame.plot(), &self.ticks, self.as_of, palette, items);
        self.scene.hits.push(Hit {
            x: frame.left_px,
            y: frame.top_px,
            width: frame.width_px - frame.left_px,
            height: frame.bottom_px - frame.top_px,
            kind: HitKind::Plot,
            id: folded::pieces(&frame, &self.timeline.folds),
        });
        folded::draw(&frame, &self.timeline.folds, palette, &mut self.scene.items);
        if self.timeline.is_relative() {
            since_axis::draw(&frame, palette, &mut self.scene.items);
        }
        let (legend, counts) = self.draw_plot(lanes, window, neighbors, chain);
        self.draw_headers(lanes, window, &counts);
        let items = &mut self.scene.items;
        axis::draw_axis(&frame.plot(), &self.ticks, palette, items);
        let day = self.timeline.as_of;
        let handle = axis::draw_as_of_chip(&frame.plot(), self.as_of, day, palette, items);
        self.scene.hits.extend(handle);
        if self.view.overview {
            let (items, hits) = (&mut self.scene.items, &mut self.scene.hits);
            overview::draw(self.timeline, window, &frame, palette, items, hits);
        }
        (legend, counts.sentence())
    }

    /// Everything between axis and overview, clipped to it.
    fn draw_plot(
        &mut self,
        lanes: &[PlacedLane<'_>],
        window: Window,
        neighbors: &BTreeSet<EventId>,
        chain: &Chain<'_>,
    ) -> (Vec<LegendEntry>, LinkCounts) {
        let (frame, palette, as_of) = (self.frame, self.palette, self.as_of);
        let selected = self.view.selected;
        let timeline = self.timeline;
        let stress = Stress {
            selected: selected.filter(|_| !frame.is_page),
            hovered: self.view.hovered,
            neighbors,
            links: selected.is_some() || !chain.links.is_empty(),
        };
        let workspace = self.workspace;
        let shown = lanes.par_iter().enumerate();
        let shown = shown.filter(|(_, lane)| lane.shows(&frame));
        let of_lanes = shown.map(|(at, lane)| {
            let marks = placed::marks_of(lane, timeline, workspace, &frame, selected, as_of);
            let buckets = bucket::buckets_of(lane, &frame, window);
            let buckets = buckets.into_iter().map(move |it| (at, it));
            ((marks, buckets), hill(lane, &frame, window, palette))
        });
        let ((marks, buckets), hills): ((Vec<_>, Vec<_>), Vec<_>) = of_lanes.unzip();
        let marks: Vec<Mark<'_>> = marks.into_iter().flatten().collect();
        let buckets: Vec<(usize, bucket::Bucket)> = buckets.into_iter().flatten().collect();
        let (items, hits) = (&mut self.scene.items, &mut self.scene.hits);
        items.push(Item::Clip {
            x: frame.left_px,
            y: frame.top_px,
            width: frame.width_px - frame.left_px,
            height: (frame.bottom_px - frame.top_px).max(0.0),
        });
        items.extend(hills.into_iter().flatten());
        let bundles = links::bundles(workspace, chain.links.iter().copied());
        // An entry that is hovered brings out its chains only where all links are drawn.
        let hovered = self.view.hovered.filter(|_| chain.all);
        let hovered = (hovered, self.view.hovered_link);
        let emphasis = Emphasis::of(hovered, self.view.highlight, &bundles);
        let faded = |mark: &Mark<'_>| {
            let id = mark.event.id;
            emphasis.of_entry(id) == Ink::Faded && stress.selected != Some(id)
        };
        for mark in &marks {
            let first = items.len();
            mark.draw_band(as_of, palette, &stress, items);
            if faded(mark) {
                fade(&mut items[first..], ENTRY_SHARE, palette);
            }
        }
        axis::draw_as_of_line(&frame.plot(), as_of, palette, items);
        let ends = selection::LinkEnds {
            workspace: self.workspace,
            timeline,
            frame: &frame,
            lanes,
            marks: &marks,
            buckets: &buckets,
            as_of,
            palette,
        };
        let chosen = self.view.selected_link;
        let mut drawn_chain = if chain.rails {
            all_links::draw(&ends, &bundles, &emphasis, chosen, (items, hits))
        } else {
            ends.draw(selected, &bundles, (&emphasis, chosen), items, hits)
        };
        drawn_chain.add_rest(chain, workspace, timeline, (window, frame.is_page));
        for (_, bucket) in &buckets {
            let first = items.len();
            hits.push(bucket.draw(&timeline.folds, palette, items));
            if emphasis.is_any() {
                fade(&mut items[first..], ENTRY_SHARE, palette);
            }
        }
        for mark in &marks {
            let first = items.len();
            mark.draw_front(&frame, as_of, palette, &stress, items);
            if faded(mark) {
                fade(&mut items[first..], ENTRY_SHARE, palette);
            }
            mark.hits(&frame, hits);
        }
        drawn_chain.draw_over(palette, &emphasis, items, hits);
        items.push(Item::Unclip);
        (self.legend_of(&marks, &drawn_chain), drawn_chain.counts)
    }

    fn legend_of(&self, marks: &[Mark<'_>], drawn: &selection::DrawnChain) -> Vec<LegendEntry> {
        let (left_px, right_px) = (self.frame.left_px, self.frame.width_px);
        let on_page = self.as_of.is_some_and(|x| x > left_px && x < right_px);
        let mut legend = legend::of(marks, on_page, self.palette);
        legend.extend(links::legend_of(&drawn.styles, self.palette));
        legend.extend(drawn.legend());
        legend.sort_by(|a, b| a.key.cmp(&b.key));
        legend
    }

    fn draw_headers(&mut self, lanes: &[PlacedLane<'_>], window: Window, counts: &LinkCounts) {
        let (frame, palette) = (self.frame, self.palette);
        let items = &mut self.scene.items;
        let height = (frame.bottom_px - frame.top_px).max(0.0);
        items.push(Item::Clip {
            x: 0.0,
            y: frame.top_px,
            width: HEADER_PX,
            height,
        });
        let timeline = self.timeline;
        let shown = lanes.par_iter().enumerate();
        let shown = shown.filter(|(_, lane)| lane.shows(&frame));
        let headers = shown.map(|(at, lane)| {
            let (mut items, top) = (Vec::new(), frame.content_top_px + lane.y_px);
            let links = counts.by_lane.get(&at).copied().unwrap_or_default();
            let header = Header::of(lane.index, timeline, window, frame.is_low());
            let header = header.with_links(links);
            header.draw((top, lane.height_px), frame.top_px, palette, &mut items);
            let rule = top + lane.height_px - 0.5;
            items.push(block(0.0, rule, HEADER_PX, 1.0, palette.line_rule));
            (items, header.hit(top, lane.height_px, &frame))
        });
        let (headers, hits): (Vec<_>, Vec<Hit>) = headers.unzip();
        items.extend(headers.into_iter().flatten());
        self.scene.hits.extend(hits);
        items.push(Item::Unclip);
        axis::draw_as_of_line_head(&frame.plot(), self.as_of, palette, items);
    }
}

/// The density area of a lane, and the rule below it.
fn hill(lane: &PlacedLane<'_>, frame: &Frame, window: Window, palette: &Palette) -> Vec<Item> {
    let mut items = Vec::new();
    density::draw(lane, frame, window, palette, &mut items);
    let rule = frame.content_top_px + lane.y_px + lane.height_px;
    header::draw_rule(rule, frame, palette, &mut items);
    items
}
