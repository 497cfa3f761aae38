//! The color that a window has before its page is there.

use scene::{Palette, Theme};

/// Red, green and blue of the background of panels, light or dark, by the table of tokens.
#[must_use]
pub fn background(dark: bool) -> [u8; 3] {
    let theme = if dark { Theme::Dark } else { Theme::Light };
    let color = Palette::of(theme).surface_panel;
    [color.0, color.1, color.2]
}

#[cfg(test)]
mod tests {
    use super::background;

    #[test]
    fn it_is_light_or_dark_as_said() {
        let brightness = |dark: bool| {
            background(dark)
                .iter()
                .map(|it| u32::from(*it))
                .sum::<u32>()
        };
        assert!(brightness(false) > 600, "{:?}", background(false));
        assert!(brightness(true) < 150, "{:?}", background(true));
    }
}
