//! The difference of two pictures, as a picture.

use crate::pixels::{Color, Pixels};

/// How much darker than white the unchanged part is drawn, of 255.
const PALE: u8 = 60;
const CHANGED: Color = [220, 0, 0, 255];

/// Unchanged pixels in pale gray, changed ones in red, and how many changed. Pixels that only one picture has count as
/// changed; a picture that is missing has none.
pub(crate) fn difference(expected: Option<&Pixels>, actual: Option<&Pixels>) -> (Pixels, usize) {
    let both = [expected, actual];
    let most = |side: fn(&Pixels) -> u32| both.iter().flatten().map(|it| side(it)).max();
    let width = most(|it| it.width).unwrap_or(1);
    let height = most(|it| it.height).unwrap_or(1);
    let points = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
    let color = |(x, y): (u32, u32)| {
        let [expected, actual] = both.map(|it| it.and_then(|it| it.at(x, y)));
        match actual {
            Some(color) if expected == actual => pale(color),
            _ => CHANGED,
        }
    };
    let colors: Vec<Color> = points.map(color).collect();
    let changed = colors.iter().filter(|it| **it == CHANGED).count();
    let picture = Pixels {
        width,
        height,
        colors,
    };
    (picture, changed)
}

/// A light gray: white stays white, darker colors become slightly darker.
fn pale([red, green, blue, _]: Color) -> Color {
    let light = (u32::from(red) + u32::from(green) + u32::from(blue)) / 3;
    let dark = (255 - light) * u32::from(PALE) / 255;
    let gray = u8::try_from(255 - dark).unwrap_or(255);
    [gray, gray, gray, 255]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(width: u32, colors: &[Color]) -> Pixels {
        Pixels {
            width,
            height: colors.len() as u32 / width,
            colors: colors.to_vec(),
        }
    }

    const WHITE: Color = [255; 4];
    const BLACK: Color = [0, 0, 0, 255];

    #[test]
    fn changed_pixels_are_red_and_counted() {
        let (one, other) = (picture(2, &[WHITE, BLACK]), picture(2, &[WHITE, WHITE]));
        let (found, changed) = difference(Some(&one), Some(&other));
        assert_eq!((found.colors, changed), (vec![WHITE, CHANGED], 1));
        let (found, changed) = difference(Some(&one), Some(&one));
        assert_eq!((found.colors[1], changed), ([195, 195, 195, 255], 0));
    }

    #[test]
    fn what_only_one_picture_has_is_changed() {
        let (one, other) = (
            picture(1, &[WHITE]),
            picture(2, &[WHITE, WHITE, WHITE, WHITE]),
        );
        let (found, changed) = difference(Some(&one), Some(&other));
        assert_eq!((found.width, found.height, changed), (2, 2, 3));
        assert_eq!(difference(None, Some(&one)).1, 1);
    }
}
