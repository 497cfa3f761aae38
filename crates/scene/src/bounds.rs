//! The bounding boxes of items.

use crate::item::{Item, Stroke};
use crate::path::Segment;
use crate::text::{ascent, descent};

/// A rectangle that contains an item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// Left edge.
    pub left: f32,
    /// Upper edge.
    pub top: f32,
    /// Right edge.
    pub right: f32,
    /// Lower edge.
    pub bottom: f32,
}

impl Bounds {
    fn around(points: impl Iterator<Item = (f32, f32)>) -> Option<Self> {
        points.fold(None, |all: Option<Self>, (x, y)| {
            let it = all.unwrap_or(Self {
                left: x,
                top: y,
                right: x,
                bottom: y,
            });
            Some(Self {
                left: it.left.min(x),
                top: it.top.min(y),
                right: it.right.max(x),
                bottom: it.bottom.max(y),
            })
        })
    }

    fn grown(self, by: f32) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }
}

impl Item {
    /// The rectangle that contains it, including its outline; of a curve the rectangle around its control points. `None`
    /// for what draws nothing: clips, groups, and an empty path or text.
    #[must_use]
    pub fn bounds(&self) -> Option<Bounds> {
        match self {
            Self::Rect {
                x,
                y,
                width,
                height,
                stroke,
                ..
            } => {
                let corners = [(*x, *y), (x + width, y + height)];
                Some(Bounds::around(corners.into_iter())?.grown(half(stroke.as_ref())))
            }
            Self::Path { path, stroke, .. } => {
                let points = path.0.iter().flat_map(points_of);
                Some(Bounds::around(points)?.grown(half(stroke.as_ref())))
            }
            Self::Text { runs, y, size, .. } => {
                let (top, bottom) = (y - ascent(*size), y + descent(*size));
                let ends = runs
                    .iter()
                    .flat_map(|run| [(run.x, top), (run.x + run.width, bottom)]);
                Bounds::around(ends)
            }
            Self::Clip { .. } | Self::Unclip | Self::Group { .. } | Self::Ungroup => None,
        }
    }
}

fn half(stroke: Option<&Stroke>) -> f32 {
    stroke.map_or(0.0, |it| it.width * 0.5)
}

fn points_of(segment: &Segment) -> Vec<(f32, f32)> {
    match *segment {
        Segment::Move(x, y) | Segment::Line(x, y) => vec![(x, y)],
        Segment::Cubic(ax, ay, bx, by, x, y) => vec![(ax, ay), (bx, by), (x, y)],
        Segment::Close => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::{Anchor, Face, Item, Rgba, text};

    #[test]
    fn a_text_lies_around_its_baseline() {
        let it = text::text(
            "Gulf",
            50.0,
            20.0,
            Anchor::Middle,
            10.0,
            Face::Regular,
            Rgba::CLEAR,
        );
        let bounds = it.bounds().unwrap();
        assert!(bounds.top < 13.0 && bounds.bottom > 20.0 && bounds.bottom < 25.0);
        assert!((bounds.left + bounds.right - 100.0).abs() < 0.01);
        assert_eq!(Item::Unclip.bounds(), None);
    }
}
