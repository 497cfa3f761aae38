//! Changing the colors of what is drawn: how what has no part in what stands out is faded.

use scene::{Item, Paint, Rgba};

/// Gives every color of these items another one; halos stay.
pub(crate) fn recolor(items: &mut [Item], color: impl Fn(Rgba) -> Rgba) {
    let paint = |it: &mut Paint| match it {
        Paint::None => {}
        Paint::Solid(of) => *of = color(*of),
        Paint::Fade { from, to, .. } => {
            *from = color(*from);
            *to = color(*to);
        }
    };
    for item in items {
        match item {
            Item::Rect { fill, stroke, .. } | Item::Path { fill, stroke, .. } => {
                paint(fill);
                if let Some(stroke) = stroke {
                    paint(&mut stroke.paint);
                }
            }
            Item::Text { color: of, .. } => *of = color(*of),
            Item::Clip { .. } | Item::Unclip | Item::Group { .. } | Item::Ungroup => {}
        }
    }
}

/// A color with `share` of its ink over `ground`, at the same opacity.
pub(crate) fn mixed(color: Rgba, ground: Rgba, share: f32) -> Rgba {
    let mix = |ink: u8, ground: u8| {
        let mixed = f32::from(ground) + (f32::from(ink) - f32::from(ground)) * share;
        mixed.round() as u8
    };
    Rgba(
        mix(color.0, ground.0),
        mix(color.1, ground.1),
        mix(color.2, ground.2),
        color.3,
    )
}

/// A color with `share` of its opacity.
pub(crate) fn paler(color: Rgba, share: f32) -> Rgba {
    color.with_alpha((f32::from(color.3) * share).round() as u8)
}
