//! The handling mark.

use scene::{Anchor, Face, Item, Paint, Stroke, text, traffic_light};

use super::room::Room;
use crate::marks::block;

/// Padding around the text of a mark, in multiples of its size.
const PAD: [f32; 2] = [0.45, 0.28];

/// Height of a mark.
pub(super) fn height_px(room: &Room<'_>) -> f32 {
    room.mark_px() * (1.0 + 2.0 * PAD[1])
}

/// Width of a mark with these words.
pub(super) fn width_px(room: &Room<'_>, words: &str) -> f32 {
    let size = room.mark_px();
    text::width(&fitting(room, words), size, Face::SemiBold) + 2.0 * PAD[0] * size
}

/// The words of a mark, shortened to leave room beside it.
fn fitting(room: &Room<'_>, words: &str) -> String {
    text::shorten(words, room.mark_px(), Face::SemiBold, room.inner_px() * 0.6)
}

/// The mark with its upper right corner at (`right`, `top`), and its width. Marks of the Traffic Light Protocol have the
/// colors required by the standard (FIRST, TLP 2.0); any other has a border.
pub(super) fn mark(room: &Room<'_>, words: &str, right: f32, top: f32) -> (Vec<Item>, f32) {
    let size = room.mark_px();
    let width = width_px(room, words);
    let words = fitting(room, words);
    let left = right - width;
    let baseline = top + height_px(room) * 0.5 + text::cap_height(size) * 0.5;
    let colors = words
        .strip_prefix("TLP:")
        .and_then(|it| traffic_light(&it.split('+').next().unwrap_or(it).to_lowercase()));
    let (background, ink) = match colors {
        Some((background, ink)) => (block(left, top, width, height_px(room), background), ink),
        None => {
            let border = Item::Rect {
                x: left + 0.5,
                y: top + 0.5,
                width: width - 1.0,
                height: height_px(room) - 1.0,
                radius: 0.0,
                fill: Paint::None,
                stroke: Some(Stroke {
                    paint: Paint::Solid(room.palette.text_primary),
                    width: 1.0,
                    dash: scene::Dash::Solid,
                }),
            };
            (border, room.palette.text_primary)
        }
    };
    let x = left + PAD[0] * size;
    let text = text::text(
        &words,
        x,
        baseline,
        Anchor::Start,
        size,
        Face::SemiBold,
        ink,
    );
    (vec![background, text], width)
}
