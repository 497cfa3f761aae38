//! A band: something that lasts, with posts, fades and arrows at its ends.

use model::date::End;
use model::{Kind, Status, Tone};
use scene::{Dash, Item, Paint, Palette, Path, Rgba, Segment, Stroke};

use crate::extent::Edge;
use crate::marks::{Glyph, rule, stroked, tone_tint};

use crate::timeline::frame::BAND_PX;

/// A band in the plot. Ends beyond the plot are cut off.
pub(crate) struct Band {
    /// Visible ends, including fades.
    pub(crate) from: f32,
    pub(crate) to: f32,
    /// Where the fades end.
    inner_from: f32,
    inner_to: f32,
    start: Sign,
    end: Sign,
}

/// The sign at an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Post,
    Fade,
    Arrow,
    /// Cut by the edge of the plot.
    Cut,
}

/// A fade is at least this long.
const FADE_PX: f32 = 12.0;
/// The fade of an end about which nothing is known.
const UNKNOWN_PX: f32 = 44.0;
/// A band that begins or ends at the edge is at least this long, so that it can be pointed at.
const LEAST_PX: f32 = 1.0;
/// Distance of an arrow from the edge of the plot.
const INSET_PX: f32 = 6.0;

impl Band {
    /// Puts a band into a plot from `left` to `right`; `px` returns the pixel of a day.
    pub(crate) fn new(
        start: &Edge,
        end: &Edge,
        px: impl Fn(f64) -> f64,
        left: f32,
        right: f32,
    ) -> Self {
        let near =
            |days: f64| px(days).clamp(f64::from(left) - 400.0, f64::from(right) + 400.0) as f32;
        let (mut from, mut inner_from) = (near(start.outer), near(start.inner));
        let (mut to, mut inner_to) = (near(end.outer), near(end.inner));
        let half = (to - from) * 0.5;
        let (mut start_sign, mut end_sign) = (sign(start.end), sign(end.end));
        match start_sign {
            Sign::Fade if start.end == End::Unknown => inner_from = from + UNKNOWN_PX.min(half),
            Sign::Fade => inner_from = inner_from.max(from + FADE_PX.min(half)),
            Sign::Arrow => {
                from = (left + INSET_PX).min(to - LEAST_PX);
                inner_from = from;
            }
            _ => inner_from = from,
        }
        match end_sign {
            Sign::Fade if end.end == End::Unknown => inner_to = to - UNKNOWN_PX.min(half),
            Sign::Fade => inner_to = inner_to.min(to - FADE_PX.min(half)),
            Sign::Arrow => {
                to = (right - INSET_PX).max(from + LEAST_PX);
                inner_to = to;
            }
            _ => inner_to = to,
        }
        if from < left {
            (from, start_sign) = (
                left,
                if inner_from > left {
                    start_sign
                } else {
                    Sign::Cut
                },
            );
        }
        if to > right {
            (to, end_sign) = (
                right,
                if inner_to < right {
                    end_sign
                } else {
                    Sign::Cut
                },
            );
        }
        let inner_from = inner_from.clamp(from, to.max(from));
        let inner_to = inner_to.clamp(inner_from, to.max(inner_from));
        Self {
            from,
            to,
            inner_from,
            inner_to,
            start: start_sign,
            end: end_sign,
        }
    }

    /// Where a label inside it begins, from its left end; clear of an as-of line that would run through its first
    /// characters.
    pub(crate) fn label_inset_px(&self, as_of: Option<f32>) -> f32 {
        let inset = match self.start {
            Sign::Arrow => 13.0,
            Sign::Fade => (self.inner_from - self.from).clamp(8.0, 20.0),
            Sign::Post | Sign::Cut => 6.0,
        };
        let close = as_of
            .map(|x| x - self.from)
            .filter(|px| (-4.0..inset + 12.0).contains(px));
        close.map_or(inset, |px| inset.max(px + 5.0))
    }

    /// Whether an end of it is a fade.
    pub(crate) fn fades(&self) -> bool {
        self.start == Sign::Fade || self.end == Sign::Fade
    }

    /// Whether an end of it is open.
    pub(crate) fn is_open(&self) -> bool {
        self.start == Sign::Arrow || self.end == Sign::Arrow
    }

    /// Draws it around the middle line `y`; nothing right of `as_of` is filled.
    pub(crate) fn draw(
        &self,
        glyph: &Glyph,
        y: f32,
        as_of: Option<f32>,
        palette: &Palette,
        out: &mut Vec<Item>,
    ) {
        let color = glyph.color(palette);
        match outline(glyph) {
            Some((width, dash)) => self.frame(y, color, width, dash, out),
            None => self.filled(glyph, y, as_of, palette, out),
        }
        self.signs(y, color, outline(glyph).is_none(), out);
        let top = y - BAND_PX * 0.5;
        match glyph.status {
            Status::Cancelled => {
                out.push(rule((self.from, top + BAND_PX), (self.to, top), color, 1.1));
            }
            Status::Disputed => {
                let outline = [
                    (self.from + 3.0, top + BAND_PX + 1.6),
                    (self.to + 2.5, top + BAND_PX + 1.6),
                    (self.to + 2.5, top + 3.0),
                ];
                out.push(stroked(
                    Path::line(&outline),
                    Paint::None,
                    color,
                    1.0,
                    Dash::Solid,
                ));
            }
            _ => {}
        }
    }

    /// Tint and ruled edges.
    fn filled(
        &self,
        glyph: &Glyph,
        y: f32,
        as_of: Option<f32>,
        palette: &Palette,
        out: &mut Vec<Item>,
    ) {
        let top = y - BAND_PX * 0.5;
        let until = as_of.unwrap_or(self.to).clamp(self.from, self.to);
        self.strip(top, BAND_PX, tone_tint(palette, glyph.tone), until, out);
        let color = glyph.color(palette);
        let (upper, lower) = edge_weights(glyph.kind, glyph.tone);
        if upper > 0.0 {
            self.strip(top, upper, color, self.to, out);
        }
        if lower > 0.0 {
            self.strip(top + BAND_PX - lower, lower, color, self.to, out);
        }
        // Right of the as-of line the band is only outlined: its other edge becomes a hairline.
        if until < self.to {
            for (edge, weight) in [(top, upper), (top + BAND_PX - 0.75, lower)] {
                if weight == 0.0 {
                    self.strip_between(edge, 0.75, color, until, self.to, out);
                }
            }
        }
    }

    /// A horizontal strip of the band up to `until`, fading where the band does.
    fn strip(&self, y: f32, height: f32, color: Rgba, until: f32, out: &mut Vec<Item>) {
        self.strip_between(y, height, color, self.from, until, out);
    }

    fn strip_between(
        &self,
        y: f32,
        height: f32,
        color: Rgba,
        from: f32,
        until: f32,
        out: &mut Vec<Item>,
    ) {
        for (left, right, paint) in self.pieces(color) {
            let (x, end) = (left.max(from), right.min(until));
            if end > x {
                out.push(Item::Rect {
                    x,
                    y,
                    width: end - x,
                    height,
                    radius: 0.0,
                    fill: paint,
                    stroke: None,
                });
            }
        }
    }

    /// The band in up to three parts: fading in, full, fading out.
    fn pieces(&self, color: Rgba) -> [(f32, f32, Paint); 3] {
        let fade = |from_x, to_x, from, to| Paint::Fade {
            from_x,
            to_x,
            from,
            to,
        };
        let clear = color.with_alpha(0);
        [
            (
                self.from,
                self.inner_from,
                fade(self.from, self.inner_from, clear, color),
            ),
            (self.inner_from, self.inner_to, Paint::Solid(color)),
            (
                self.inner_to,
                self.to,
                fade(self.inner_to, self.to, color, clear),
            ),
        ]
    }

    /// An outline only: planned, doubtful, hypothetical, cancelled.
    fn frame(&self, y: f32, color: Rgba, width: f32, dash: Dash, out: &mut Vec<Item>) {
        let half = BAND_PX * 0.5;
        for edge in [y - half, y + half] {
            for (left, right, paint) in self.pieces(color) {
                if right > left {
                    let path = Path::line(&[(left, edge), (right, edge)]);
                    let stroke = Stroke { paint, width, dash };
                    out.push(Item::Path {
                        path,
                        fill: Paint::None,
                        stroke: Some(stroke),
                    });
                }
            }
        }
        for (x, sign) in [(self.from, self.start), (self.to, self.end)] {
            if sign == Sign::Post {
                let path = Path::line(&[(x, y - half), (x, y + half)]);
                out.push(stroked(path, Paint::None, color, width, dash));
            }
        }
    }

    /// Posts of known ends (an outline has its own), arrows of open ones.
    fn signs(&self, y: f32, color: Rgba, posts: bool, out: &mut Vec<Item>) {
        let half = BAND_PX * 0.5;
        for (x, inward, sign) in [(self.from, 1.0, self.start), (self.to, -1.0, self.end)] {
            if sign == Sign::Arrow {
                let (tip, back) = (x, x + inward * 4.2);
                let path = Path(vec![
                    Segment::Move(back, y - 4.0),
                    Segment::Line(tip, y),
                    Segment::Line(back, y + 4.0),
                ]);
                out.push(stroked(path, Paint::None, color, 1.4, Dash::Solid));
            }
            if posts && sign == Sign::Post {
                out.push(rule((x, y - half), (x, y + half), color, 1.6));
            }
        }
    }
}

fn sign(end: End) -> Sign {
    match end {
        End::Known => Sign::Post,
        End::Fuzzy | End::Unknown => Sign::Fade,
        End::Open => Sign::Arrow,
    }
}

/// The outline of a band that is not filled.
fn outline(glyph: &Glyph) -> Option<(f32, Dash)> {
    match (glyph.kind, glyph.status) {
        (_, Status::Planned) => Some((1.2, Dash::Solid)),
        (_, Status::Doubtful) => Some((1.2, Dash::Doubtful)),
        (_, Status::Hypothetical) | (Kind::Scenario, _) => Some((1.5, Dash::Hypothetical)),
        (_, Status::Cancelled) => Some((1.0, Dash::Solid)),
        _ => None,
    }
}

/// Width of the rules along the upper and lower edge of a band, in pixels; 0 for none.
fn edge_weights(kind: Kind, tone: Tone) -> (f32, f32) {
    match (kind, tone) {
        (Kind::Condition, _) => (0.9, 0.9),
        (_, Tone::Escalatory) => (1.8, 0.0),
        (_, Tone::Deescalatory) => (0.0, 1.8),
        (_, Tone::Neutral) => (0.9, 0.0),
    }
}
