//! Fading: colors mixed with the ground, so that nothing shows through what is faded.

use scene::{Item, Rgba};

use crate::recolor::{mixed, recolor};

/// Share of the ink that is left of entries and of links.
pub(super) const ENTRY_SHARE: f32 = 0.34;
pub(super) const LINK_SHARE: f32 = 0.26;

/// Leaves `share` of the ink of these items.
pub(super) fn fade(items: &mut [Item], share: f32, ground: Rgba) {
    recolor(items, |it| mixed(it, ground, share));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marks::block;

    #[test]
    fn the_ground_stays_and_ink_comes_near_it() {
        let ground = Rgba(255, 255, 255, 255);
        let mut items = vec![
            block(0.0, 0.0, 1.0, 1.0, ground),
            block(0.0, 0.0, 1.0, 1.0, Rgba(0, 0, 0, 255)),
        ];
        fade(&mut items, 0.2, ground);
        assert_eq!(items[0], block(0.0, 0.0, 1.0, 1.0, ground));
        assert_eq!(
            items[1],
            block(0.0, 0.0, 1.0, 1.0, Rgba(204, 204, 204, 255))
        );
    }
}
