//! Fades what has no part in what is brought out.

use scene::Item;

use crate::recolor::{paler, recolor};

/// How much ink is left of blocks, and of lines.
pub(super) const BLOCK: f32 = 0.3;
pub(super) const LINE: f32 = 0.22;

/// Leaves so much of the ink of these items.
pub(super) fn fade(items: &mut [Item], share: f32) {
    recolor(items, |it| paler(it, share));
}
