//! Fading: colors mixed with the ground, so that nothing shows through what is faded.

use scene::{Item, Paint, Rgba};

/// Share of the ink that is left of entries and of links.
pub(super) const ENTRY_SHARE: f32 = 0.34;
pub(super) const LINK_SHARE: f32 = 0.26;

/// Leaves `share` of the ink of these items.
pub(super) fn fade(items: &mut [Item], share: f32, ground: Rgba) {
    let mix = |it: &mut Rgba| {
        let of = |ink: u8, ground: u8| {
            let mixed = f32::from(ground) + (f32::from(ink) - f32::from(ground)) * share;
            mixed.round() as u8
        };
        *it = Rgba(
            of(it.0, ground.0),
            of(it.1, ground.1),
            of(it.2, ground.2),
            it.3,
        );
    };
    let mix_paint = |it: &mut Paint| match it {
        Paint::None => {}
        Paint::Solid(color) => mix(color),
        Paint::Fade { from, to, .. } => {
            mix(from);
            mix(to);
        }
    };
    for item in items {
        match item {
            Item::Rect { fill, stroke, .. } | Item::Path { fill, stroke, .. } => {
                mix_paint(fill);
                if let Some(stroke) = stroke {
                    mix_paint(&mut stroke.paint);
                }
            }
            Item::Text { color, .. } => mix(color),
            Item::Clip { .. } | Item::Unclip | Item::Group { .. } | Item::Ungroup => {}
        }
    }
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
