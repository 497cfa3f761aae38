//! Pictures without an axis: drawn at their own size, then viewed through a window that pans and zooms.

use scene::{Hit, HitKind, Item, Palette, Scene};

use crate::marks::block;
use crate::shift::{scale, shift};
use crate::spec::{At, Growth, LegendEntry, Look, Picture, Window};

/// Around a map that is fitted to the window.
pub(crate) const PAD_PX: f32 = 16.0;
/// A map is enlarged to at most this when fitted.
const LARGEST: f32 = 1.0;
/// And reduced to no less than this: all of it should be visible, and can be zoomed into.
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
    /// The default position: all of it, centered, at the top.
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

    /// The visible part as a picture. Its window is the visible range of the map's width instead of days, and its
    /// content height is that of the whole map if all of it is shown.
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
            // A position was chosen, so no more room is needed.
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
            counts: String::new(),
            free: None,
            map: None,
        }
    }
}
