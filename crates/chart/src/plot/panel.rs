//! A panel: a plotters chart over a range of x, with a y scale.

use plotters::coord::ranged1d::{KeyPointHint, Ranged};
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::{
    ChartBuilder, IntoDrawingArea, LineSeries, Polygon, RGBAColor, ShapeStyle,
};
use scene::{Anchor, Face, Item, Palette, Rgba, text};

use super::pen::{Pen, UNITS};
use crate::marks::MICRO_PX;

/// The position of a panel and its ranges.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Panel {
    pub(crate) left_px: f32,
    pub(crate) right_px: f32,
    pub(crate) top_px: f32,
    pub(crate) bottom_px: f32,
    /// Range of x: days, or whatever unit the chart uses.
    pub(crate) x: (f64, f64),
    /// Range of y.
    pub(crate) y: (f64, f64),
}

/// Something drawn in a panel.
#[derive(Debug, Clone)]
pub(crate) enum Ink {
    /// A line through points, interrupted at each `NaN`.
    Line {
        points: Vec<(f64, f64)>,
        color: Rgba,
        width_px: f32,
    },
    /// Like a line, but each value holds until the next.
    Steps {
        points: Vec<(f64, f64)>,
        color: Rgba,
        width_px: f32,
    },
    /// The area between a line and a height.
    Area {
        points: Vec<(f64, f64)>,
        base: f64,
        color: Rgba,
    },
}

impl Panel {
    /// Draws `inks` in order, clipped at the edges.
    pub(crate) fn draw(&self, inks: &[Ink], out: &mut Vec<Item>) {
        let (width_px, height_px) = (self.right_px - self.left_px, self.bottom_px - self.top_px);
        if width_px < 1.0 || height_px < 1.0 {
            return;
        }
        out.push(Item::Clip {
            x: self.left_px,
            y: self.top_px,
            width: width_px,
            height: height_px,
        });
        let pen = Pen {
            left_px: self.left_px,
            top_px: self.top_px,
            width_px,
            height_px,
            out,
        };
        let root = pen.into_drawing_area();
        // The pen never fails, and ranges are never empty.
        if let Ok(mut chart) =
            ChartBuilder::on(&root).build_cartesian_2d(self.x.0..self.x.1, self.y.0..self.y.1)
        {
            for ink in inks {
                match ink {
                    Ink::Line {
                        points,
                        color,
                        width_px,
                    } => {
                        for piece in whole(points) {
                            let _ = chart
                                .draw_series(LineSeries::new(piece, stroke(*color, *width_px)));
                        }
                    }
                    Ink::Steps {
                        points,
                        color,
                        width_px,
                    } => {
                        for piece in whole(points) {
                            let _ = chart.draw_series(LineSeries::new(
                                stairs(&piece),
                                stroke(*color, *width_px),
                            ));
                        }
                    }
                    Ink::Area {
                        points,
                        base,
                        color,
                    } => {
                        for piece in whole(points) {
                            let _ = chart
                                .draw_series([Polygon::new(area(&piece, *base), fill(*color))]);
                        }
                    }
                }
            }
        }
        drop(root);
        out.push(Item::Unclip);
    }

    /// The pixel of an x.
    pub(crate) fn x_px(&self, x: f64) -> f32 {
        let share = (x - self.x.0) / (self.x.1 - self.x.0);
        self.left_px + share as f32 * (self.right_px - self.left_px)
    }

    /// The pixel of a y.
    pub(crate) fn y_px(&self, y: f64) -> f32 {
        let share = (y - self.y.0) / (self.y.1 - self.y.0);
        self.bottom_px - share as f32 * (self.bottom_px - self.top_px)
    }

    /// Round values for the y scale, about one for every 34 pixels.
    pub(crate) fn round_values(&self) -> Vec<f64> {
        let room = ((self.bottom_px - self.top_px) / 34.0).clamp(2.0, 9.0) as usize;
        RangedCoordf64::from(self.y.0..self.y.1).key_points(Few(room))
    }

    /// Grid lines, and their values at the left.
    pub(crate) fn draw_scale(&self, palette: &Palette, out: &mut Vec<Item>) {
        let values = self.round_values();
        let digits = digits(&values);
        for value in values {
            let y = self.y_px(value);
            let color = if value == 0.0 {
                palette.line_strong
            } else {
                palette.line_hair
            };
            out.push(crate::marks::rule(
                (self.left_px, y),
                (self.right_px, y),
                color,
                0.75,
            ));
            let words = number(value, digits);
            let color = palette.text_tertiary;
            out.push(label(&words, self.left_px - 6.0, y, Anchor::End, color));
        }
    }

    /// Values of a second scale on the right, in the color of its line.
    pub(crate) fn draw_scale_right(&self, color: Rgba, out: &mut Vec<Item>) {
        let values = self.round_values();
        let digits = digits(&values);
        for value in values {
            let y = self.y_px(value);
            out.push(crate::marks::rule(
                (self.right_px, y),
                (self.right_px + 3.0, y),
                color,
                1.0,
            ));
            out.push(label(
                &number(value, digits),
                self.right_px + 6.0,
                y,
                Anchor::Start,
                color,
            ));
        }
    }
}

/// A number on the scale, its middle at `y`.
fn label(words: &str, x: f32, y: f32, anchor: Anchor, color: Rgba) -> Item {
    let baseline = y + text::cap_height(MICRO_PX) * 0.5;
    text::text(words, x, baseline, anchor, MICRO_PX, Face::Regular, color)
}

/// How many decimals are needed to distinguish round values.
fn digits(values: &[f64]) -> usize {
    let step = values
        .windows(2)
        .map(|it| (it[1] - it[0]).abs())
        .fold(f64::INFINITY, f64::min);
    (0..6)
        .find(|digits| step * 10_f64.powi(*digits) >= 0.999)
        .unwrap_or(0) as usize
}

/// "1,250", "−0.5".
fn number(value: f64, digits: usize) -> String {
    let plain = format!("{:.digits$}", value.abs());
    let (whole, rest) = plain.split_at(plain.find('.').unwrap_or(plain.len()));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let is_nothing = plain.chars().all(|it| matches!(it, '0' | '.'));
    let sign = if value < 0.0 && !is_nothing {
        "−"
    } else {
        ""
    };
    format!("{sign}{grouped}{rest}")
}

/// At most this many round values, all of them bold.
struct Few(usize);

impl KeyPointHint for Few {
    fn max_num_points(&self) -> usize {
        self.0
    }

    fn weight(&self) -> plotters::coord::ranged1d::KeyPointWeight {
        plotters::coord::ranged1d::KeyPointWeight::Bold
    }
}

/// A range that contains `values` with some padding, and 0 if `with_zero`.
pub(crate) fn range_of(values: impl IntoIterator<Item = f64>, with_zero: bool) -> (f64, f64) {
    let seen = values.into_iter().filter(|it| it.is_finite());
    let start = if with_zero {
        (0.0, 0.0)
    } else {
        (f64::INFINITY, f64::NEG_INFINITY)
    };
    let (low, high) = seen.fold(start, |(low, high), it| (low.min(it), high.max(it)));
    if low > high {
        return (0.0, 1.0);
    }
    let air = match high - low {
        span if span > 1e-12 => span * 0.06,
        _ => (high.abs() * 0.05).max(0.5),
    };
    let low_air = if with_zero && low == 0.0 { 0.0 } else { air };
    let high_air = if with_zero && high == 0.0 { 0.0 } else { air };
    (low - low_air, high + high_air)
}

/// The range, widened if it is empty.
pub(crate) fn never_empty((low, high): (f64, f64)) -> (f64, f64) {
    if high - low > 1e-9 {
        (low, high)
    } else {
        (low, low + 1.0)
    }
}

fn stroke(color: Rgba, width_px: f32) -> ShapeStyle {
    ShapeStyle {
        color: ink(color),
        filled: false,
        stroke_width: (width_px * UNITS).round() as u32,
    }
}

fn fill(color: Rgba) -> ShapeStyle {
    ShapeStyle {
        color: ink(color),
        filled: true,
        stroke_width: 0,
    }
}

fn ink(color: Rgba) -> RGBAColor {
    RGBAColor(color.0, color.1, color.2, f64::from(color.3) / 255.0)
}

/// The parts of a line between its gaps.
fn whole(points: &[(f64, f64)]) -> Vec<Vec<(f64, f64)>> {
    let pieces = points.split(|it| !it.1.is_finite());
    pieces
        .filter(|it| !it.is_empty())
        .map(<[_]>::to_vec)
        .collect()
}

fn stairs(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let treads = points.windows(2).flat_map(|it| [it[0], (it[1].0, it[0].1)]);
    treads.chain(points.last().copied()).collect()
}

fn area(points: &[(f64, f64)], base: f64) -> Vec<(f64, f64)> {
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return Vec::new();
    };
    let (start, end) = ((first.0, base), (last.0, base));
    [start]
        .into_iter()
        .chain(points.iter().copied())
        .chain([end])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Ink, Panel, number, range_of};
    use scene::{Item, Rgba, Segment};

    const PANEL: Panel = Panel {
        left_px: 50.0,
        right_px: 150.0,
        top_px: 10.0,
        bottom_px: 60.0,
        x: (0.0, 10.0),
        y: (0.0, 5.0),
    };

    #[test]
    fn plotters_draws_where_the_panel_says() {
        let mut items = Vec::new();
        let points = vec![(0.0, 0.0), (2.5, 2.5), (10.0, 5.0)];
        let color = Rgba(1, 2, 3, 255);
        let line = Ink::Line {
            points,
            color,
            width_px: 1.5,
        };
        PANEL.draw(&[line], &mut items);
        let [
            Item::Clip { .. },
            Item::Path {
                path,
                stroke: Some(stroke),
                ..
            },
            Item::Unclip,
        ] = &items[..]
        else {
            panic!("{items:?}");
        };
        assert_eq!(stroke.width, 1.5);
        let corners: Vec<(f32, f32)> = path
            .0
            .iter()
            .map(|it| match it {
                Segment::Move(x, y) | Segment::Line(x, y) => (*x, *y),
                other => panic!("{other:?}"),
            })
            .collect();
        let expected = [(50.0, 60.0), (75.0, 35.0), (150.0, 10.0)];
        for (found, wanted) in corners.iter().zip(expected) {
            assert!(
                (found.0 - wanted.0).abs() < 0.13 && (found.1 - wanted.1).abs() < 0.13,
                "{corners:?}"
            );
        }
    }

    #[test]
    fn a_gap_breaks_the_line() {
        let mut items = Vec::new();
        let points = vec![
            (0.0, 1.0),
            (1.0, 1.0),
            (2.0, f64::NAN),
            (3.0, 1.0),
            (4.0, 2.0),
        ];
        let color = Rgba(1, 2, 3, 255);
        PANEL.draw(
            &[Ink::Line {
                points,
                color,
                width_px: 1.0,
            }],
            &mut items,
        );
        assert_eq!(items.len(), 4);
    }

    #[test]
    fn numbers_are_set_as_people_write_them() {
        assert_eq!(number(1_234_567.0, 0), "1,234,567");
        assert_eq!(number(-0.5, 1), "−0.5");
        assert_eq!(number(-0.0, 1), "0.0");
    }

    #[test]
    fn a_range_is_never_empty() {
        for values in [vec![], vec![3.0], vec![f64::NAN], vec![0.0, 0.0]] {
            for with_zero in [false, true] {
                let (low, high) = range_of(values.clone(), with_zero);
                assert!(
                    low < high || (with_zero && low <= high),
                    "{values:?}: {low} {high}"
                );
            }
        }
    }
}
