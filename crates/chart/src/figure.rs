//! A picture with only its legend below it, for a document that states title, sources and date itself.

use scene::{Anchor, Face, Item, Palette, Scene, Theme, text};

use crate::marks::block;
use crate::shift::shift;
use crate::spec::{Fit, LegendEntry, Look, Picture};

/// Text size of the legend, height of its lines, and the gap between two entries.
const TEXT_PX: f32 = 10.5;
const LINE_PX: f32 = 18.0;
const GAP_PX: f32 = 16.0;
/// Between a mark and its text.
const MARK_GAP_PX: f32 = 6.0;
/// Between the picture and the legend.
const ABOVE_PX: f32 = 8.0;
/// Height used to find out how much room a picture needs.
const TRIAL_PX: f32 = 4_000.0;
/// Room for the axis, which is not part of a picture's content, and some padding.
const AXIS_PX: f32 = 40.0;

/// The picture that `body` draws, `width_px` wide and at least `height_px` high, with its legend.
pub fn figure(
    width_px: f32,
    height_px: f32,
    theme: Theme,
    body: impl Fn(Look) -> Picture,
) -> Scene {
    let look = |height_px| Look {
        width_px,
        height_px,
        theme,
        scroll_px: 0.0,
        fit: Fit::Grows,
        is_page: false,
    };
    let needed_px = body(look(TRIAL_PX)).content_height_px + AXIS_PX;
    let picture = body(look(height_px.max(needed_px)));
    let top = picture.scene.height_px + ABOVE_PX;
    let (legend, legend_px) = legend(&picture.legend, width_px, top, Palette::of(theme));
    let mut whole = Scene {
        width_px,
        height_px: if picture.legend.is_empty() {
            picture.scene.height_px
        } else {
            top + legend_px
        },
        ..Scene::default()
    };
    let background = Palette::of(theme).surface_canvas;
    whole
        .items
        .push(block(0.0, 0.0, width_px, whole.height_px, background));
    whole.items.push(Item::Clip {
        x: 0.0,
        y: 0.0,
        width: width_px,
        height: picture.scene.height_px,
    });
    whole.items.extend(picture.scene.items);
    whole.items.push(Item::Unclip);
    whole.items.extend(legend);
    whole
}

/// The entries in lines below `top`, and their total height.
fn legend(entries: &[LegendEntry], width_px: f32, top: f32, palette: &Palette) -> (Vec<Item>, f32) {
    let mut items = Vec::new();
    let (mut x, mut y) = (0.0, 0.0);
    for entry in entries {
        let entry_px = entry.width_px(TEXT_PX);
        if x > 0.0 && x + entry_px > width_px {
            (x, y) = (0.0, y + LINE_PX);
        }
        let middle = top + y + LINE_PX * 0.5;
        items.extend(entry.mark.iter().cloned().map(|mut item| {
            shift(&mut item, x, middle);
            item
        }));
        items.push(text::text(
            &entry.words,
            x + entry.mark_width_px + MARK_GAP_PX,
            middle + text::cap_height(TEXT_PX) * 0.5,
            Anchor::Start,
            TEXT_PX,
            Face::Regular,
            palette.text_primary,
        ));
        x += entry_px + GAP_PX;
    }
    (items, y + LINE_PX)
}
