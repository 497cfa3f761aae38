//! From a fuzzy date to what is drawn: a spot with its bounds, or a band with its two ends.

use model::FuzzyDate;
use model::date::{End, Moment, Shape};

use crate::marks::Glyph;

/// Maps days to pixels in `f64`, so that packing far from the window stays exact.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Ruler {
    /// A day and its pixel.
    pub(crate) origin: (f64, f64),
    /// Pixels from one day to the next.
    pub(crate) px_per_day: f64,
}

impl Ruler {
    /// The pixel of a day; infinite stays infinite.
    pub(crate) fn px(&self, days: f64) -> f64 {
        self.origin.1 + (days - self.origin.0) * self.px_per_day
    }
}

/// How the bounds of a single date are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// No bounds: it is exactly that day, or that second.
    Day,
    /// Some time within a month or year: a whisker.
    Within,
    /// One of several days: brackets.
    OneOf,
    /// Approximate: a faded band and a wave.
    About,
}

/// An end of a band, in days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Edge {
    /// How well it is known.
    pub(crate) end: End,
    /// The outermost possible day; infinite if open.
    pub(crate) outer: f64,
    /// The innermost possible day.
    pub(crate) inner: f64,
}

/// What is drawn of a date.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum When {
    /// A single date between two days; an unknown bound is infinite.
    Spot {
        /// Not before.
        from: f64,
        /// Not after.
        to: f64,
        /// Where its glyph is.
        middle: f64,
        /// How its bounds are drawn.
        doubt: Doubt,
    },
    /// Something that lasts.
    Band {
        /// Where it begins.
        start: Edge,
        /// Where it ends.
        end: Edge,
    },
}

/// A band shorter than this is drawn as a spot with a whisker over its length.
const SHORTEST_BAND_PX: f64 = 14.0;

impl When {
    /// What is drawn for `date`; `None` if nothing of it is known.
    ///
    /// The glyph of a vague date is in the middle of its bounds, but never where it cannot be: left of `as_of_days`, the
    /// end of the as-of day, if it has happened, and right of it otherwise.
    pub(crate) fn of(date: &FuzzyDate, unrealized: bool, as_of_days: Option<f64>) -> Option<Self> {
        let bounds = &date.bounds;
        let start = bounds.start_earliest.map(Moment::from_days);
        let stop = bounds.end_latest.map(Moment::until_days);
        let doubt = match date.shape() {
            Shape::Day => Doubt::Day,
            Shape::Within => Doubt::Within,
            Shape::OneOf => Doubt::OneOf,
            Shape::About => Doubt::About,
            Shape::Span {
                start: from,
                end: to,
            } => {
                let begun = bounds.start_latest.map(Moment::from_days);
                let ended = bounds.end_earliest.map(Moment::until_days);
                return band((from, start, begun), (to, stop, ended));
            }
        };
        if start.is_none() && stop.is_none() {
            return None;
        }
        let (from, to) = (
            start.unwrap_or(f64::NEG_INFINITY),
            stop.unwrap_or(f64::INFINITY),
        );
        let middle = middle(from, to, unrealized, as_of_days);
        Some(Self::Spot {
            from,
            to,
            middle,
            doubt,
        })
    }

    /// The same with all days mapped; the mapping keeps their order.
    pub(crate) fn moved(self, day: impl Fn(f64) -> f64) -> Self {
        let edge = |it: Edge| Edge {
            outer: day(it.outer),
            inner: day(it.inner),
            ..it
        };
        match self {
            Self::Spot {
                from,
                to,
                middle,
                doubt,
            } => Self::Spot {
                from: day(from),
                to: day(to),
                middle: day(middle),
                doubt,
            },
            Self::Band { start, end } => Self::Band {
                start: edge(start),
                end: edge(end),
            },
        }
    }

    /// The days it may touch; infinite where open.
    pub(crate) fn reach_days(&self) -> (f64, f64) {
        match self {
            Self::Spot { from, to, .. } => (*from, *to),
            Self::Band { start, end } => (start.outer, end.outer),
        }
    }

    /// The known part of [`reach_days`](Self::reach_days).
    pub(crate) fn known_days(&self) -> (f64, f64) {
        let (from, to) = self.reach_days();
        let inner = match self {
            Self::Spot { middle, .. } => (*middle, *middle),
            Self::Band { start, end } => (start.inner.min(end.inner), end.inner.max(start.inner)),
        };
        let finite = |outer: f64, inner: f64, other: f64| {
            [outer, inner, other]
                .into_iter()
                .find(|it| it.is_finite())
                .unwrap_or(0.0)
        };
        (finite(from, inner.0, to), finite(to, inner.1, from))
    }

    /// The day to point at: that of its glyph, or the beginning of the band.
    pub(crate) fn anchor_days(&self) -> f64 {
        match self {
            Self::Spot { middle, .. } => *middle,
            Self::Band { .. } => self.known_days().0,
        }
    }

    /// The same, except that a band too short to see becomes a spot.
    pub(crate) fn at_zoom(&self, px_per_day: f64) -> Self {
        if let Self::Band { start, end } = self {
            let length_px = (end.outer - start.outer) * px_per_day;
            if length_px < SHORTEST_BAND_PX {
                let middle = (start.outer + end.outer) * 0.5;
                let (from, to) = (start.outer, end.outer);
                return Self::Spot {
                    from,
                    to,
                    middle,
                    doubt: Doubt::Within,
                };
            }
        }
        *self
    }
}

/// A side of a span: how well it is known, its outermost and its innermost day.
type Side = (End, Option<f64>, Option<f64>);

fn band(start: Side, end: Side) -> Option<When> {
    let known = |side: Side| side.1.or(side.2);
    // An unknown end without any day fades out from the other end.
    let fallback_start = known(start).or(known(end))?;
    let fallback_end = known(end).or(known(start))?;
    let edge = |(end, outer, inner): Side, open: f64, fallback: f64| {
        let outer = if end == End::Open {
            open
        } else {
            outer.or(inner).unwrap_or(fallback)
        };
        let inner = if end == End::Open {
            open
        } else {
            inner.unwrap_or(outer)
        };
        Edge { end, outer, inner }
    };
    let mut start = edge(start, f64::NEG_INFINITY, fallback_start);
    let mut end = edge(end, f64::INFINITY, fallback_end);
    if start.inner > end.inner {
        let middle = (start.inner.min(end.outer) + end.inner.max(start.outer)) * 0.5;
        (start.inner, end.inner) = (middle, middle);
    }
    Some(When::Band { start, end })
}

/// The day of the glyph of a single date between two days; see [`When::of`].
pub(crate) fn middle(from: f64, to: f64, unrealized: bool, as_of_days: Option<f64>) -> f64 {
    let (mut from, mut to) = (from, to);
    if let Some(as_of) = as_of_days.filter(|as_of| from < *as_of && *as_of < to) {
        if unrealized {
            from = as_of;
        } else {
            to = as_of;
        }
    }
    match (from.is_finite(), to.is_finite()) {
        (true, true) => (from + to) * 0.5,
        // For "on or before" and "on or after": the day that is named.
        (false, _) => to - 0.5,
        (true, false) => from + 0.5,
    }
}

/// The position of a spot, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct SpotPx {
    /// Left end of everything.
    pub(crate) from: f64,
    /// Right end of everything.
    pub(crate) to: f64,
    /// Middle of the glyph.
    pub(crate) middle: f64,
    /// Whether the bounds are drawn; they are not if they are too close together.
    pub(crate) bounds: bool,
    /// Which bounds are open.
    pub(crate) open: (bool, bool),
}

/// How far the faded arrow of an open bound extends from its glyph.
const OPEN_PX: f64 = 38.0;

/// Computes the positions of the glyph and the bounds of a spot.
pub(crate) fn spot_px(
    from: f64,
    to: f64,
    middle: f64,
    doubt: Doubt,
    glyph: &Glyph,
    ruler: &Ruler,
) -> SpotPx {
    let (left, right) = glyph.reach_px();
    let (low, high) = (ruler.px(from), ruler.px(to));
    let middle = ruler.px(middle);
    let (near, far) = (middle - f64::from(left), middle + f64::from(right));
    let open = (!from.is_finite(), !to.is_finite());
    let size = f64::from(glyph.size_px());
    let margin = match doubt {
        Doubt::OneOf => 3.5,
        Doubt::About => 8.0,
        Doubt::Day | Doubt::Within => 0.0,
    };
    let bounds = match doubt {
        Doubt::Day => high - low > size * 2.2,
        Doubt::Within => high - low > size * 1.3,
        Doubt::OneOf | Doubt::About => true,
    };
    let (mut from, mut to) = (near, far);
    if bounds {
        from = if open.0 {
            near - OPEN_PX
        } else {
            low.min(near - margin)
        };
        to = if open.1 {
            far + OPEN_PX
        } else {
            high.max(far + margin)
        };
    }
    SpotPx {
        from,
        to,
        middle,
        bounds,
        open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn when(edtf: &str, unrealized: bool) -> When {
        let as_of = 20_251.0; // the end of 2025-06-11
        When::of(
            &FuzzyDate::from_edtf(edtf).unwrap(),
            unrealized,
            Some(as_of),
        )
        .unwrap()
    }

    #[test]
    fn what_happened_stands_left_of_the_as_of_line_and_what_has_not_right() {
        let june = |unrealized| when("2025-06", unrealized).anchor_days();
        assert!(june(false) < 20_251.0);
        assert!(june(true) > 20_251.0);
        assert_eq!(when("2025-06-11", false).anchor_days(), 20_250.5);
    }

    #[test]
    fn open_ends_are_endless_and_still_have_known_days() {
        let open = when("../2025-06-09", false);
        assert_eq!(open.reach_days(), (f64::NEG_INFINITY, 20_249.0));
        assert!(open.known_days().0.is_finite());
        let Some(none) = When::of(&FuzzyDate::from_edtf("2025-06-11/").unwrap(), false, None)
        else {
            panic!("an unknown end still has a start")
        };
        assert!(none.reach_days().1.is_finite());
    }

    #[test]
    fn a_short_band_becomes_a_spot() {
        let days = when("2025-06-10/2025-06-11", false);
        assert!(matches!(days.at_zoom(1.0), When::Spot { .. }));
        assert!(matches!(days.at_zoom(50.0), When::Band { .. }));
    }
}
