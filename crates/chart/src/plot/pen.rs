//! A drawing backend for plotters that draws into a scene.

use std::convert::Infallible;

use plotters_backend::DrawingBackend;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind,
};
use scene::{Dash, Item, Paint, Path, Rgba, Segment, Stroke};

/// Plotters uses integer coordinates: this many make a pixel, so that curves do not become staircases.
pub(super) const UNITS: f32 = 16.0;

/// Turns what plotters draws into items, moved to the position of the panel.
pub(super) struct Pen<'a> {
    pub(super) left_px: f32,
    pub(super) top_px: f32,
    pub(super) width_px: f32,
    pub(super) height_px: f32,
    pub(super) out: &'a mut Vec<Item>,
}

type Done = Result<(), DrawingErrorKind<Infallible>>;

impl Pen<'_> {
    fn at(&self, point: BackendCoord) -> (f32, f32) {
        let (x, y) = (point.0 as f32 / UNITS, point.1 as f32 / UNITS);
        (self.left_px + x, self.top_px + y)
    }

    fn trace(&mut self, points: impl IntoIterator<Item = BackendCoord>) -> Path {
        Path::line(&points.into_iter().map(|it| self.at(it)).collect::<Vec<_>>())
    }
}

fn color(color: BackendColor) -> Rgba {
    let (red, green, blue) = color.rgb;
    Rgba(red, green, blue, (color.alpha * 255.0).round() as u8)
}

fn stroke<S: BackendStyle>(style: &S) -> Option<Stroke> {
    Some(Stroke {
        paint: Paint::Solid(color(style.color())),
        width: style.stroke_width() as f32 / UNITS,
        dash: Dash::Solid,
    })
}

/// A closed shape is either filled or outlined.
fn filled_or_outlined<S: BackendStyle>(style: &S, fill: bool) -> (Paint, Option<Stroke>) {
    if fill {
        (Paint::Solid(color(style.color())), None)
    } else {
        (Paint::None, stroke(style))
    }
}

impl DrawingBackend for Pen<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        let units = |px: f32| (px * UNITS).round().max(1.0) as u32;
        (units(self.width_px), units(self.height_px))
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, ink: BackendColor) -> Done {
        let (x, y) = self.at(point);
        self.out.push(crate::marks::block(
            x,
            y,
            1.0 / UNITS,
            1.0 / UNITS,
            color(ink),
        ));
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Done {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        lower_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done {
        let ((x, y), (right, bottom)) = (self.at(upper_left), self.at(lower_right));
        let (paint, outline) = filled_or_outlined(style, fill);
        self.out.push(Item::Rect {
            x: x.min(right),
            y: y.min(bottom),
            width: (right - x).abs(),
            height: (bottom - y).abs(),
            radius: 0.0,
            fill: paint,
            stroke: outline,
        });
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        let path = self.trace(path);
        self.out.push(Item::Path {
            path,
            fill: Paint::None,
            stroke: stroke(style),
        });
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done {
        let (x, y) = self.at(center);
        let (paint, outline) = filled_or_outlined(style, fill);
        self.out.push(Item::Path {
            path: Path::circle(x, y, radius as f32 / UNITS),
            fill: paint,
            stroke: outline,
        });
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Done {
        let mut path = self.trace(corners);
        path.0.push(Segment::Close);
        self.out.push(Item::Path {
            path,
            fill: Paint::Solid(color(style.color())),
            stroke: None,
        });
        Ok(())
    }

    /// Text is drawn by the charts themselves, in the faces that screen and export share.
    fn draw_text<S: BackendTextStyle>(&mut self, _: &str, _: &S, _: BackendCoord) -> Done {
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        _: &str,
        _: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        Ok((0, 0))
    }
}
