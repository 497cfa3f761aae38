//! Fading: colors mixed with the ground, so that nothing shows through what is faded.

use scene::{Item, Palette, Rgba};

use crate::recolor::{mixed, recolor};

/// Share of the ink that is left of entries and of links while others are highlighted.
pub(crate) const ENTRY_SHARE: f32 = 0.30;
pub(crate) const LINK_SHARE: f32 = 0.22;

/// Leaves this share of the ink of these items. Plates in the color of the ground stay as they are.
pub(crate) fn fade(items: &mut [Item], share: f32, palette: &Palette) {
    recolor(items, |it| faded(it, share, palette));
}

/// A color with this share of its ink, at the same opacity.
pub(crate) fn faded(color: Rgba, share: f32, palette: &Palette) -> Rgba {
    let grounds = [palette.surface_canvas, palette.surface_future];
    if grounds.contains(&color) {
        return color;
    }
    mixed(color, palette.surface_canvas, share)
}

#[cfg(test)]
mod tests {
    use scene::Theme;

    use super::*;

    #[test]
    fn grounds_stay_and_ink_comes_near_the_canvas() {
        for theme in Theme::ALL {
            let palette = Palette::of(theme);
            for ground in [palette.surface_canvas, palette.surface_future] {
                assert_eq!(faded(ground, 0.3, palette), ground);
            }
            let (ink, canvas) = (palette.text_primary, palette.surface_canvas);
            let distance = |it: Rgba| i32::from(it.0).abs_diff(i32::from(canvas.0));
            let (full, less) = (distance(ink), distance(faded(ink, 0.3, palette)));
            assert!(less > 0 && less * 3 < full + 3, "{full} {less}");
        }
    }
}
