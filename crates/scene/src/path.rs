//! Courses of lines and curves.

/// A step of a path, to a point (x, y).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Segment {
    /// Lifts the pen and moves.
    Move(f32, f32),
    /// Straight line.
    Line(f32, f32),
    /// Cubic curve: two control points and the end.
    Cubic(f32, f32, f32, f32, f32, f32),
    /// Straight back to where the pen was put down.
    Close,
}

/// A course of segments.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Path(pub Vec<Segment>);

impl Path {
    /// A path through these points, open.
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

    /// A closed polygon of these points.
    #[must_use]
    pub fn polygon(points: &[(f32, f32)]) -> Self {
        let mut path = Self::line(points);
        path.0.push(Segment::Close);
        path
    }

    /// A circle, drawn as four cubic curves.
    #[must_use]
    pub fn circle(cx: f32, cy: f32, r: f32) -> Self {
        // 4/3 (sqrt 2 - 1): the control distance at which a cubic follows a quarter circle best.
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
