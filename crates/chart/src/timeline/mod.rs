//! The timeline: lanes of marks and bands, to scale in time.
//!
//! Rows are packed from everything shown at a zoom level, so nothing changes its row while panning; only what is visible
//! is then labeled and drawn. From back to front: background and grid, bands, the as-of line, links of the selection,
//! spots and labels, lane headers, axis, overview.

mod draw;
mod frame;
mod plan;
mod prepare;
mod ready;
mod rows;

use model::{EventId, Workspace};
use scene::{Palette, Scene};

use crate::spec::{Growth, Picture, TimelineView, Window};

use draw::painter::Painter;
use draw::{folded, header, since_axis};
use frame::Frame;
use plan::lanes::{self, Selected};
use prepare::chain::Chain;
pub use ready::timeline::Timeline;
use rows::Laid;

impl Timeline {
    /// The picture of it; `workspace` has to be the one it was made from. What it caches only affects how long the next
    /// picture takes.
    #[must_use]
    pub fn draw(&mut self, workspace: &Workspace, view: &TimelineView) -> Picture {
        let window = view.window.map(|it| it.moved(|day| self.folds.fold(day)));
        let window = window.unwrap_or_else(|| self.fitting());
        let mut frame = Frame::new(&view.look, window, view.overview);
        let selected = view.selected.and_then(|id| self.selected(workspace, id));
        let laid = self.rows_for(&mut frame, selected, view.look.fit);
        let chain = self.chain(workspace, view, selected, &laid, window);
        let lanes = lanes::lanes(self, &frame, laid);
        // In an export, only the links of the selection show that something is selected.
        let neighbors = selected
            .filter(|_| !frame.is_page)
            .map(|it| chain.events(Some(it.id)))
            .unwrap_or_default();
        let mut painter = Painter {
            workspace,
            timeline: self,
            view,
            frame,
            ticks: if self.is_relative() {
                since_axis::ticks(&frame.scale)
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
        let legend = painter.draw(&lanes, window, &neighbors, &chain);
        let outside = self
            .lanes
            .iter()
            .map(|lane| header::outside(&lane.index, window));
        let (earlier, later) = outside.fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
        Picture {
            scene: painter.scene,
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
            counts: String::new(),
            free: None,
            map: None,
        }
    }
}

impl Timeline {
    /// The links to draw: those around the selection, or all between drawn entries.
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
        let entries =
            lanes.flat_map(|(lane, laid)| laid.iter().map(|it| &lane.index.entries[it.0]));
        let inside = entries.filter(|it| {
            let (from, to) = it.stretch();
            to > window.from_days && from < window.to_days
        });
        let ids = inside.map(|it| it.id).collect();
        self.ends.among(workspace, &ids)
    }

    /// The position of an entry of this timeline.
    fn selected(&self, workspace: &Workspace, id: EventId) -> Option<Selected> {
        let (lane, at) = self.find(workspace.event(id)?)?;
        Some(Selected { id, lane, at })
    }
}

#[cfg(test)]
mod tests;
