//! Fades what has no part in what is brought out.

use scene::{Item, Paint, Rgba};

/// How much ink is left of blocks, and of lines.
pub(super) const BLOCK: f32 = 0.3;
pub(super) const LINE: f32 = 0.22;

/// Leaves so much of the ink of these items.
pub(super) fn fade(items: &mut [Item], share: f32) {
    for item in items {
        match item {
            Item::Rect { fill, stroke, .. } | Item::Path { fill, stroke, .. } => {
                paint(fill, share);
                if let Some(stroke) = stroke {
                    paint(&mut stroke.paint, share);
                }
            }
            Item::Text { color, .. } => *color = paler(*color, share),
            Item::Clip { .. } | Item::Unclip | Item::Group { .. } | Item::Ungroup => {}
        }
    }
}

fn paint(of: &mut Paint, share: f32) {
    match of {
        Paint::None => {}
        Paint::Solid(color) => *color = paler(*color, share),
        Paint::Fade { from, to, .. } => {
            (*from, *to) = (paler(*from, share), paler(*to, share));
        }
    }
}

fn paler(color: Rgba, share: f32) -> Rgba {
    color.with_alpha((f32::from(color.3) * share).round() as u8)
}
