//! The timeline: lanes of marks and bands, true to time.
//!
//! Rows are packed from everything that is shown at a zoom, so nothing changes its row while panning;
//! only what shows is then labeled and drawn. From back to front: ground and grid, bands, the as-of
//! line, links of the selection, spots and labels, lane headers, axis, overview.

mod band;
mod bucket;
mod card;
mod chain;
mod collect;
mod condense;
mod crowd;
mod entry;
mod filed;
mod fit;
mod folded;
mod frame;
mod header;
#[cfg(test)]
mod icons;
mod label;
mod lane_names;
mod legend;
mod mark;
mod overview;
mod placed;
mod plan;
mod ready;
mod rows;
mod selection;
mod since;
mod spot;
mod strip;
mod stub;
mod trend;
mod update;
mod walk;
mod widths;

use std::collections::BTreeSet;

use layout::ticks::Ticks;
use model::{EventId, Workspace};
use rayon::prelude::*;
use scene::{Hit, HitKind, Item, Palette, Scene};

use crate::axis;
use crate::links;
use crate::marks::block;
use crate::spec::{Growth, LegendEntry, Picture, TimelineView, Window};

use chain::Chain;
use frame::{Frame, HEADER_PX};
use header::Header;
pub(crate) use legend::entry_width_px;
use mark::{Mark, Stress};
use plan::{Lane, Selected};
pub use ready::Timeline;
use rows::Laid;

impl Timeline {
    /// The picture of it; `workspace` is the one that it was made from. What it remembers of that changes
    /// how long the next one takes and nothing else.
    #[must_use]
    pub fn draw(&mut self, workspace: &Workspace, view: &TimelineView) -> Picture {
        let window = view.window.map(|it| it.moved(|day| self.folds.fold(day)));
        let window = window.unwrap_or_else(|| self.fitting());
        let mut frame = Frame::new(&view.look, window, view.overview);
        let selected = view.selected.and_then(|id| self.selected(workspace, id));
        let laid = self.rows_for(&mut frame, selected, view.look.fit);
        let chain = self.chain(workspace, view, selected, &laid, window);
        let lanes = plan::lanes(self, &frame, laid);
        // On a page nothing shows what is selected but its links.
        let neighbors = selected
            .filter(|_| !frame.is_page)
            .map(|it| chain.events(Some(it.id)))
            .unwrap_or_default();
        let mut page = Page {
            workspace,
            timeline: self,
            view,
            frame,
            ticks: if self.is_relative() {
                since::ticks(&frame.scale)
            } else {
                folded::ticks(&frame, &self.folds)
            },
            as_of: self.as_of_days().map(|days| frame.scale.x_px(days)),
            palette: Palette::of(view.look.theme),
            scene: Scene {
                width_px: view.look.width_px,
                height_px: view.look.height_px,
                ..Scene::default()
            },
        };
        let legend = page.draw(&lanes, window, &neighbors, &chain);
        let outside = self.lanes.iter().map(|lane| header::outside(lane, window));
        let (earlier, later) = outside.fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
        Picture {
            scene: page.scene,
            window: window.moved(|day| self.folds.unfold(day)),
            content_height_px: lanes.last().map_or(0.0, |lane| lane.y_px + lane.height_px),
            growth: Growth::Scrolls {
                head_px: frame.top_px,
                foot_px: frame.below_px(),
            },
            legend,
            drawn: self.count() - earlier - later,
            earlier,
            later,
        }
    }
}

impl Timeline {
    /// The links to draw: those around the selection, or all between what is drawn.
    fn chain<'b>(
        &mut self,
        workspace: &'b Workspace,
        view: &TimelineView,
        selected: Option<Selected>,
        laid: &[Laid],
        window: Window,
    ) -> Chain<'b> {
        if let Some(selected) = selected {
            return self.ends.chain(workspace, selected.id, view.steps);
        }
        if !view.links {
            return Chain::default();
        }
        let lanes = self.lanes.iter().zip(laid);
        let entries = lanes.flat_map(|(lane, laid)| laid.iter().map(|it| &lane.entries[it.0]));
        let inside = entries.filter(|it| {
            let (from, to) = it.stretch();
            to > window.from_days && from < window.to_days
        });
        let ids = inside.map(|it| it.id).collect();
        self.ends.among(workspace, &ids)
    }

    /// Where an entry of this timeline stands.
    fn selected(&self, workspace: &Workspace, id: EventId) -> Option<Selected> {
        let (lane, at) = self.find(workspace.event(id)?)?;
        Some(Selected { id, lane, at })
    }
}

/// A timeline while it is drawn.
struct Page<'a> {
    workspace: &'a Workspace,
    timeline: &'a Timeline,
    view: &'a TimelineView,
    frame: Frame,
    ticks: Ticks,
    /// Where the as-of line stands, on the page or off it.
    as_of: Option<f32>,
    palette: &'a Palette,
    scene: Scene,
}

impl Page<'_> {
    fn draw(
        &mut self,
        lanes: &[Lane<'_>],
        window: Window,
        neighbors: &BTreeSet<EventId>,
        chain: &Chain<'_>,
    ) -> Vec<LegendEntry> {
        let (frame, palette) = (self.frame, self.palette);
        let items = &mut self.scene.items;
        items.push(block(
            0.0,
            0.0,
            frame.width_px,
            frame.height_px,
            palette.surface_canvas,
        ));
        axis::draw_ground(&frame.plot(), &self.ticks, self.as_of, palette, items);
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
            since::draw(&frame, palette, &mut self.scene.items);
        }
        let legend = self.draw_plot(lanes, window, neighbors, chain);
        self.draw_headers(lanes, window);
        let items = &mut self.scene.items;
        axis::draw_axis(&frame.plot(), &self.ticks, palette, items);
        let day = self.timeline.as_of;
        let handle = axis::draw_as_of_chip(&frame.plot(), self.as_of, day, palette, items);
        self.scene.hits.extend(handle);
        if self.view.overview {
            let (items, hits) = (&mut self.scene.items, &mut self.scene.hits);
            overview::draw(self.timeline, window, &frame, palette, items, hits);
        }
        legend
    }

    /// Everything between axis and overview, clipped to it.
    fn draw_plot(
        &mut self,
        lanes: &[Lane<'_>],
        window: Window,
        neighbors: &BTreeSet<EventId>,
        chain: &Chain<'_>,
    ) -> Vec<LegendEntry> {
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
        marks
            .iter()
            .for_each(|mark| mark.draw_band(as_of, palette, &stress, items));
        axis::draw_as_of_line(&frame.plot(), as_of, palette, items);
        let drawn = selection::Drawn {
            workspace: self.workspace,
            timeline,
            frame: &frame,
            lanes,
            marks: &marks,
            buckets: &buckets,
            as_of,
            palette,
        };
        let told = drawn.draw(selected, chain, items, hits);
        for (_, bucket) in &buckets {
            hits.push(bucket.draw(&timeline.folds, palette, items));
        }
        for mark in &marks {
            mark.draw_front(&frame, as_of, palette, &stress, items);
            mark.hits(&frame, hits);
        }
        told.draw_stubs(palette, items, hits);
        items.push(Item::Unclip);
        let on_page = as_of.is_some_and(|x| x > frame.left_px && x < frame.width_px);
        let mut legend = legend::of(&marks, on_page, palette);
        legend.extend(links::legend_of(&told.styles, palette));
        legend.extend(told.legend());
        legend.sort_by(|a, b| a.key.cmp(&b.key));
        legend
    }

    fn draw_headers(&mut self, lanes: &[Lane<'_>], window: Window) {
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
        let shown = lanes.par_iter().filter(|lane| lane.shows(&frame));
        let headers = shown.map(|lane| {
            let (mut items, top) = (Vec::new(), frame.content_top_px + lane.y_px);
            let header = Header::of(lane.filed, timeline, window, frame.is_low());
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

/// The crowd of a lane, and the rule below it.
fn hill(lane: &Lane<'_>, frame: &Frame, window: Window, palette: &Palette) -> Vec<Item> {
    let mut items = Vec::new();
    crowd::draw(lane, frame, window, palette, &mut items);
    let rule = frame.content_top_px + lane.y_px + lane.height_px;
    header::draw_rule(rule, frame, palette, &mut items);
    items
}

#[cfg(test)]
mod tests;
