//! Pictures without an axis: drawn at their own size, then looked at through a window that moves and zooms.

use scene::{Hit, HitKind, Item, Palette, Scene};

use crate::marks::block;
use crate::shift::{scale, shift};
use crate::spec::{At, Growth, LegendEntry, Look, Picture, Window};

/// Around a map that is fitted.
pub(crate) const PAD_PX: f32 = 16.0;
/// Parts of a map without a link in common stand so that it is about so many times wider than high: between a window and what
/// a slide leaves for it. One shape for all pages, for pins keep their places on each.
pub(crate) const ASPECT: f32 = 2.0;
/// A map is fitted no larger than this.
const LARGEST: f32 = 1.0;
/// And no smaller, whatever it holds: all of it is to be seen, and can be looked at closer.
const SMALLEST: f32 = 0.02;

/// A map at its own size, from (0, 0).
#[derive(Debug, Default)]
pub(crate) struct Map {
    pub(crate) items: Vec<Item>,
    pub(crate) hits: Vec<Hit>,
    pub(crate) width_px: f32,
    pub(crate) height_px: f32,
}

impl Map {
    /// How it is looked at if nothing is said: all of it, from its upper edge on, in the middle.
    fn fitted(&self, look: &Look) -> At {
        let wide = (look.width_px - 2.0 * PAD_PX) / self.width_px.max(1.0);
        let high = (look.height_px - 2.0 * PAD_PX) / self.height_px.max(1.0);
        let zoom = wide.min(high).clamp(SMALLEST, LARGEST);
        At {
            x_px: (self.width_px - look.width_px / zoom) / 2.0,
            y_px: -PAD_PX / zoom,
            zoom,
        }
    }

    /// The picture of what shows. Its window tells what stretch of the map's width that is, in place of days, and its
    /// content height is that of the whole map where all of it is wanted.
    pub(crate) fn picture(
        mut self,
        look: &Look,
        at: Option<At>,
        legend: Vec<LegendEntry>,
        drawn: usize,
    ) -> Picture {
        let palette = Palette::of(look.theme);
        let content_height_px = |zoom: f32| match at {
            None => (self.height_px + 2.0 * PAD_PX) * zoom,
            // What is looked at is chosen: no more room is asked for.
            Some(_) => 0.0,
        };
        let At { x_px, y_px, zoom } = at.unwrap_or_else(|| self.fitted(look));
        let content_height_px = content_height_px(zoom);
        let mut scene = Scene {
            width_px: look.width_px,
            height_px: look.height_px,
            ..Scene::default()
        };
        let background = palette.surface_canvas;
        scene
            .items
            .push(block(0.0, 0.0, look.width_px, look.height_px, background));
        for item in &mut self.items {
            shift(item, -x_px, -y_px);
            scale(item, zoom);
        }
        scene.items.append(&mut self.items);
        scene.hits.push(Hit {
            x: 0.0,
            y: 0.0,
            width: look.width_px,
            height: look.height_px,
            kind: HitKind::Plot,
            id: String::new(),
        });
        let place = |hit: Hit| Hit {
            x: (hit.x - x_px) * zoom,
            y: (hit.y - y_px) * zoom,
            width: hit.width * zoom,
            height: hit.height * zoom,
            ..hit
        };
        let shows = |it: &Hit| {
            it.x < look.width_px
                && it.y < look.height_px
                && it.x + it.width > 0.0
                && it.y + it.height > 0.0
        };
        scene
            .hits
            .extend(self.hits.into_iter().map(place).filter(shows));
        Picture {
            scene,
            window: Window {
                from_days: x_px.into(),
                to_days: (x_px + look.width_px / zoom).into(),
            },
            content_height_px,
            growth: Growth::Fits { zoom },
            legend,
            drawn,
            earlier: 0,
            later: 0,
        }
    }
}
