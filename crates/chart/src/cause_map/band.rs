//! The sign of a state that lasts.

use scene::{Item, Palette};

use super::entries::MapEntry;
use crate::marks::{block, rule, tone_color, tone_tint};

const BAND_HALF_PX: f32 = 8.6;
/// Height of the band.
pub(super) const BAND_HEIGHT_PX: f32 = 13.0;

/// The band behind the mark of a state that lasts.
pub(super) fn band(entry: &MapEntry<'_>, x: f32, y: f32, palette: &Palette) -> Vec<Item> {
    let color = tone_color(palette, entry.event.tone);
    let (left, right) = (x - BAND_HALF_PX, x + BAND_HALF_PX);
    let (top, bottom) = (y - BAND_HEIGHT_PX / 2.0, y + BAND_HEIGHT_PX / 2.0);
    vec![
        block(
            left,
            top,
            right - left,
            bottom - top,
            tone_tint(palette, entry.event.tone),
        ),
        rule((left, top), (right, top), color, 1.2),
        rule((left, bottom), (right, bottom), color, 1.2),
    ]
}
