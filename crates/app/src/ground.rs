//! The color that a window has before its page is there.

use scene::{Palette, Theme};

/// Red, green and blue of the ground of panels, light or dark, by the table of tokens.
#[must_use]
pub fn ground(dark: bool) -> [u8; 3] {
    let theme = if dark { Theme::Dark } else { Theme::Light };
    let color = Palette::of(theme).surface_panel;
    [color.0, color.1, color.2]
}

#[cfg(test)]
mod tests {
    use super::ground;

    #[test]
    fn it_is_light_or_dark_as_said() {
        let brightness = |dark: bool| ground(dark).iter().map(|it| u32::from(*it)).sum::<u32>();
        assert!(brightness(false) > 600, "{:?}", ground(false));
        assert!(brightness(true) < 150, "{:?}", ground(true));
    }
}
