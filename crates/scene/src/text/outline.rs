//! Glyph outlines.

use rustybuzz::ttf_parser::OutlineBuilder;

use crate::path::{Path, Segment};

/// Adds the outline of a glyph to a path. In a font y grows upward.
pub(super) struct Pen<'a> {
    path: &'a mut Path,
    at: (f32, f32),
    scale: f32,
    last: (f32, f32),
}

impl<'a> Pen<'a> {
    /// A pen for a glyph with its origin at `at`, at `scale` pixels per font unit.
    pub(super) fn new(path: &'a mut Path, at: (f32, f32), scale: f32) -> Self {
        Self {
            path,
            at,
            scale,
            last: at,
        }
    }

    fn place(&self, x: f32, y: f32) -> (f32, f32) {
        (self.at.0 + x * self.scale, self.at.1 - y * self.scale)
    }

    fn push(&mut self, segment: Segment, last: (f32, f32)) {
        self.path.0.push(segment);
        self.last = last;
    }
}

impl OutlineBuilder for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.place(x, y);
        self.push(Segment::Move(x, y), (x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.place(x, y);
        self.push(Segment::Line(x, y), (x, y));
    }

    fn quad_to(&mut self, bend_x: f32, bend_y: f32, x: f32, y: f32) {
        let (bend, end, last) = (self.place(bend_x, bend_y), self.place(x, y), self.last);
        // A quadratic curve as a cubic one: its handles are two thirds of the way to the control point.
        let toward = |from: (f32, f32)| {
            let share = 2.0 / 3.0;
            (
                from.0 + (bend.0 - from.0) * share,
                from.1 + (bend.1 - from.1) * share,
            )
        };
        let (a, b) = (toward(last), toward(end));
        self.push(Segment::Cubic(a.0, a.1, b.0, b.1, end.0, end.1), end);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let (a, b, end) = (self.place(ax, ay), self.place(bx, by), self.place(x, y));
        self.push(Segment::Cubic(a.0, a.1, b.0, b.1, end.0, end.1), end);
    }

    fn close(&mut self) {
        self.path.0.push(Segment::Close);
    }
}
