//! The timeline: lanes of marks and bands, true to time.
//!
//! Rows are packed from everything that is shown at a zoom, so nothing changes its row while panning;
//! only what shows is then labeled and drawn. From back to front: ground and grid, bands, the as-of
//! line, links of the selection, spots and labels, lane headers, axis, overview.

mod band;
mod bucket;
mod entries;
mod fit;
mod frame;
mod header;
mod legend;
mod overview;
mod plan;
mod rows;
mod selection;
mod spot;

use std::collections::BTreeSet;

use layout::ticks::Ticks;
use model::{EventId, Workspace};
use scene::{Hit, HitKind, Item, Palette, Scene};

use crate::axis;
use crate::links;
use crate::marks::block;
use crate::spec::{LegendEntry, Picture, TimelineSpec, Window};

use entries::{Entries, as_of_days};
use frame::{Frame, HEADER_PX};
pub(crate) use legend::entry_width_px;
use plan::Lane;
use rows::{Mark, Stress};

/// The timeline of `workspace` as `spec` asks for it.
#[must_use]
pub fn timeline(workspace: &Workspace, spec: &TimelineSpec<'_>) -> Picture {
    let entries = entries::collect(workspace, spec);
    let window = spec
        .window
        .unwrap_or_else(|| fit::fit(&entries.list, as_of_days(spec)));
    let frame = Frame::new(&spec.look, window, spec.overview);
    let lanes = plan::lanes(&entries, window, &frame);
    let neighbors = selection::neighbors(workspace, spec);
    let mut page = Page {
        workspace,
        spec,
        entries: &entries,
        frame,
        ticks: axis::ticks_of(&frame.plot()),
        as_of: as_of_days(spec).map(|days| frame.scale.x_px(days)),
        palette: Palette::of(spec.look.theme),
        scene: Scene {
            width_px: spec.look.width_px,
            height_px: spec.look.height_px,
            ..Scene::default()
        },
    };
    let legend = page.draw(&lanes, window, &neighbors);
    let (drawn, earlier, later) = counts(&entries, window);
    Picture {
        scene: page.scene,
        window,
        content_height_px: lanes.last().map_or(0.0, |lane| lane.y_px + lane.height_px),
        legend,
        drawn,
        earlier,
        later,
    }
}

/// How many entries touch the window, and how many lie before and after it.
fn counts(entries: &Entries<'_>, window: Window) -> (usize, usize, usize) {
    let (mut drawn, mut earlier, mut later) = (0, 0, 0);
    for entry in &entries.list {
        let (from, to) = entry.when.reach_days();
        if to <= window.from_days {
            earlier += 1;
        } else if from >= window.to_days {
            later += 1;
        } else {
            drawn += 1;
        }
    }
    (drawn, earlier, later)
}

/// A timeline while it is drawn.
struct Page<'a> {
    workspace: &'a Workspace,
    spec: &'a TimelineSpec<'a>,
    entries: &'a Entries<'a>,
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
        lanes: &[Lane],
        window: Window,
        neighbors: &BTreeSet<EventId>,
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
            id: String::new(),
        });
        let legend = self.draw_plot(lanes, neighbors);
        self.draw_headers(lanes);
        let items = &mut self.scene.items;
        axis::draw_axis(&frame.plot(), &self.ticks, palette, items);
        let handle =
            axis::draw_as_of_chip(&frame.plot(), self.as_of, self.spec.as_of, palette, items);
        self.scene.hits.extend(handle);
        if self.spec.overview {
            let (items, hits) = (&mut self.scene.items, &mut self.scene.hits);
            overview::draw(
                &self.entries.list,
                window,
                as_of_days(self.spec),
                &frame,
                palette,
                items,
                hits,
            );
        }
        legend
    }

    /// Everything between axis and overview, clipped to it.
    fn draw_plot(&mut self, lanes: &[Lane], neighbors: &BTreeSet<EventId>) -> Vec<LegendEntry> {
        let (frame, palette, as_of) = (self.frame, self.palette, self.as_of);
        let stress = Stress {
            selected: self.spec.selected,
            hovered: self.spec.hovered,
            neighbors,
        };
        let marks: Vec<Mark<'_>> = lanes
            .iter()
            .flat_map(|lane| {
                rows::marks_of(lane, &self.entries.list, &frame, self.spec.selected, as_of)
            })
            .collect();
        let (items, hits) = (&mut self.scene.items, &mut self.scene.hits);
        items.push(Item::Clip {
            x: frame.left_px,
            y: frame.top_px,
            width: frame.width_px - frame.left_px,
            height: (frame.bottom_px - frame.top_px).max(0.0),
        });
        for lane in lanes {
            header::draw_rule(
                frame.content_top_px + lane.y_px + lane.height_px,
                &frame,
                palette,
                items,
            );
        }
        marks
            .iter()
            .for_each(|mark| mark.draw_band(as_of, palette, &stress, items));
        axis::draw_as_of_line(&frame.plot(), as_of, palette, items);
        let styles = selection::draw(
            self.workspace,
            self.spec,
            &marks,
            as_of,
            palette,
            items,
            hits,
        );
        for lane in lanes {
            for bucket in bucket::buckets_of(lane, &self.entries.list, &frame) {
                hits.push(bucket.draw(palette, items));
            }
        }
        for mark in &marks {
            mark.draw_front(&frame, as_of, palette, &stress, items);
            mark.hits(&frame, hits);
        }
        items.push(Item::Unclip);
        let on_page = as_of.is_some_and(|x| x > frame.left_px && x < frame.width_px);
        let mut legend = legend::of(&marks, on_page, palette);
        legend.extend(links::legend_of(&styles, palette));
        legend.sort_by(|a, b| a.key.cmp(&b.key));
        legend
    }

    fn draw_headers(&mut self, lanes: &[Lane]) {
        let (frame, palette) = (self.frame, self.palette);
        let items = &mut self.scene.items;
        let height = (frame.bottom_px - frame.top_px).max(0.0);
        items.push(Item::Clip {
            x: 0.0,
            y: frame.top_px,
            width: HEADER_PX,
            height,
        });
        for lane in lanes
            .iter()
            .filter(|lane| frame.shows(lane.y_px, lane.y_px + lane.height_px))
        {
            let top = frame.content_top_px + lane.y_px;
            lane.header.draw(top, lane.height_px, palette, items);
            items.push(block(
                0.0,
                top + lane.height_px - 0.5,
                HEADER_PX,
                1.0,
                palette.line_rule,
            ));
            self.scene
                .hits
                .push(lane.header.hit(top, lane.height_px, &frame));
        }
        items.push(Item::Unclip);
        axis::draw_as_of_line_head(&frame.plot(), self.as_of, palette, items);
    }
}
