//! Paths of lines and curves.

/// A segment of a path, to a point (x, y).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Segment {
    /// Moves without drawing.
    Move(f32, f32),
    /// Straight line.
    Line(f32, f32),
    /// Cubic curve: two control points and the end.
    Cubic(f32, f32, f32, f32, f32, f32),
    /// A straight line back to the last `Move`.
    Close,
}

/// A sequence of segments.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Path(pub Vec<Segment>);

impl Path {
    /// An open path through these points.
    #[must_use]
    pub fn line(points: &[(f32, f32)]) -> Self {
        let mut path = Self::default();
        for (index, &(x, y)) in points.iter().enumerate() {
            path.0.push(if index == 0 {
                Segment::Move(x, y)
            } else {
                Segment::Line(x, y)
            });
        }
        path
    }

    /// A closed polygon through these points.
    #[must_use]
    pub fn polygon(points: &[(f32, f32)]) -> Self {
        let mut path = Self::line(points);
        path.0.push(Segment::Close);
        path
    }

    /// A circle, drawn as four cubic curves.
    #[must_use]
    pub fn circle(cx: f32, cy: f32, r: f32) -> Self {
        // 4/3 (sqrt 2 - 1): the control distance at which a cubic best approximates a quarter circle.
        let k = r * 0.552_284_8;
        Self(vec![
            Segment::Move(cx + r, cy),
            Segment::Cubic(cx + r, cy + k, cx + k, cy + r, cx, cy + r),
            Segment::Cubic(cx - k, cy + r, cx - r, cy + k, cx - r, cy),
            Segment::Cubic(cx - r, cy - k, cx - k, cy - r, cx, cy - r),
            Segment::Cubic(cx + k, cy - r, cx + r, cy - k, cx + r, cy),
            Segment::Close,
        ])
    }
}
