//! An empty page: its sides, and how parts are put on it.

use scene::{Item, Palette, Rgba, Scene};

use super::spec::PageSpec;
use crate::marks::block;
use crate::paper::Height;
use crate::shift::shift;
use crate::spec::{Fit, Look};

/// Pages narrower than this have their marks above the title instead of beside it.
const NARROW_PX: f32 = 480.0;
/// A page that lists sources is at least this high between its margins.
const LISTED_PX: f32 = 240.0;
/// The margins at the sides and at the edges above and below, usually and where room is scarce.
const MARGIN_PX: [f32; 2] = [20.0, 12.0];
const TIGHT_PX: [f32; 2] = [8.0, 8.0];

/// The dimensions of a page, in logical pixels.
pub(super) struct Room<'a> {
    pub(super) spec: &'a PageSpec,
    pub(super) palette: &'a Palette,
    pub(super) width_px: f32,
    pub(super) height_px: f32,
    /// Empty to the left and right.
    pub(super) side_px: f32,
    /// Empty above and below.
    pub(super) edge_px: f32,
}

impl<'a> Room<'a> {
    pub(super) fn of(spec: &'a PageSpec, zoom: f32) -> Self {
        let [width_px, height_px] = spec.paper.layout_at(zoom);
        // A column of a report has the margins of the report.
        let is_tight = width_px < NARROW_PX || spec.paper.height == Height::AsNeeded;
        let [side_px, edge_px] = if is_tight { TIGHT_PX } else { MARGIN_PX };
        Self {
            spec,
            palette: Palette::of(spec.theme),
            width_px,
            height_px,
            side_px,
            edge_px,
        }
    }

    /// Height between the margins.
    pub(super) fn inner_height_px(&self) -> f32 {
        self.height_px - 2.0 * self.edge_px
    }

    /// Whether the page has a height of its own.
    pub(super) fn is_fixed(&self) -> bool {
        matches!(self.spec.paper.height, Height::Sheet | Height::Exact)
    }

    /// Whether the sources stand on a page of their own: if that is asked for, and there is more than one page, high enough.
    pub(super) fn lists_sources_apart(&self) -> bool {
        let can = self.spec.several && self.spec.paper.height != Height::AsNeeded;
        can && self.spec.sources_apart && self.inner_height_px() >= LISTED_PX
    }

    /// Width between the margins.
    pub(super) fn inner_px(&self) -> f32 {
        self.width_px - 2.0 * self.side_px
    }

    pub(super) fn is_narrow(&self) -> bool {
        self.width_px < NARROW_PX
    }

    pub(super) fn look(&self, height_px: f32) -> Look {
        Look {
            width_px: self.inner_px(),
            height_px,
            theme: self.spec.theme,
            scroll_px: 0.0,
            fit: Fit::Grows,
            is_page: true,
        }
    }

    /// Twelve points, as the Traffic Light Protocol requires; in a report column as large as the text around it.
    pub(super) fn mark_px(&self) -> f32 {
        let pt = if self.spec.paper.height == Height::AsNeeded {
            8.0
        } else {
            12.0
        };
        (pt * self.spec.paper.layout_px_per_pt()).max(11.0)
    }

    /// A page of this height with only its background.
    pub(super) fn empty(&self, height_px: f32) -> Scene {
        let mut scene = Scene {
            width_px: self.width_px,
            height_px,
            ..Scene::default()
        };
        if !self.spec.transparent {
            let background = self.palette.surface_canvas;
            scene
                .items
                .push(block(0.0, 0.0, self.width_px, height_px, background));
        }
        scene
    }

    /// Puts a part on a page with its upper edge at `y`.
    pub(super) fn put(&self, scene: &mut Scene, mut items: Vec<Item>, y: f32) {
        items
            .iter_mut()
            .for_each(|item| shift(item, self.side_px, y));
        scene.items.append(&mut items);
    }

    /// Puts a picture on a page with its upper edge at `y`, clipped to its own rectangle.
    pub(super) fn put_picture(&self, scene: &mut Scene, mut picture: Scene, y: f32) {
        if self.spec.transparent {
            drop_background(&mut picture, self.palette.surface_canvas);
        }
        let clip = Item::Clip {
            x: 0.0,
            y: 0.0,
            width: picture.width_px,
            height: picture.height_px,
        };
        self.put(scene, vec![clip], y);
        self.put(scene, picture.items, y);
        scene.items.push(Item::Unclip);
    }
}

/// Removes the background with which every chart begins.
fn drop_background(picture: &mut Scene, background: Rgba) {
    let whole = block(0.0, 0.0, picture.width_px, picture.height_px, background);
    if picture.items.first() == Some(&whole) {
        picture.items.remove(0);
    }
}

/// A part of a page, laid out from (0, 0).
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct PagePart {
    pub(super) items: Vec<Item>,
    pub(super) height: f32,
}

impl PagePart {
    /// Puts another part below.
    pub(super) fn append(&mut self, mut other: Self) {
        other
            .items
            .iter_mut()
            .for_each(|it| shift(it, 0.0, self.height));
        self.items.append(&mut other.items);
        self.height += other.height;
    }
}
