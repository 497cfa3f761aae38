//! Days to pixels and back.

/// A linear mapping from days (since 1970-01-01) to pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    from_days: f64,
    days_per_px: f64,
    left_px: f32,
    right_px: f32,
}

/// Limit for pixel coordinates: far enough out to be off any screen or sheet, and still exact in `f32`.
const FAR_PX: f64 = 1.0e5;

/// The shortest window: about a tenth of a second per thousand pixels.
const SHORTEST_DAYS: f64 = 1.0e-6;

impl Scale {
    /// Maps `from_days..to_days` to `left_px..right_px`.
    ///
    /// A window that is empty, reversed or not finite becomes the shortest one at its beginning, so that nothing divides
    /// by zero.
    #[must_use]
    pub fn new(from_days: f64, to_days: f64, left_px: f32, right_px: f32) -> Self {
        let from_days = if from_days.is_finite() {
            from_days
        } else {
            0.0
        };
        let length_days = (to_days - from_days).max(SHORTEST_DAYS);
        let length_days = if length_days.is_finite() {
            length_days
        } else {
            1.0
        };
        let width_px = f64::from((right_px - left_px).max(1.0));
        Self {
            from_days,
            days_per_px: length_days / width_px,
            left_px,
            right_px,
        }
    }

    /// The pixel of a day, limited to just beyond what can be shown.
    #[must_use]
    pub fn x_px(&self, days: f64) -> f32 {
        let px = (days - self.from_days) / self.days_per_px;
        (f64::from(self.left_px) + px.clamp(-FAR_PX, FAR_PX)) as f32
    }

    /// The day of a pixel.
    #[must_use]
    pub fn days(&self, x_px: f32) -> f64 {
        self.from_days + f64::from(x_px - self.left_px) * self.days_per_px
    }

    /// Pixels from one day to the next.
    #[must_use]
    pub fn px_per_day(&self) -> f64 {
        1.0 / self.days_per_px
    }

    /// First day shown.
    #[must_use]
    pub fn from_days(&self) -> f64 {
        self.from_days
    }

    /// Last day shown.
    #[must_use]
    pub fn to_days(&self) -> f64 {
        self.days(self.right_px)
    }

    /// Left end in pixels.
    #[must_use]
    pub fn left_px(&self) -> f32 {
        self.left_px
    }

    /// Right end in pixels.
    #[must_use]
    pub fn right_px(&self) -> f32 {
        self.right_px
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_comes_back_from_its_pixel() {
        let scale = Scale::new(20_000.0, 20_150.0, 90.0, 890.0);
        assert_eq!(scale.x_px(20_000.0), 90.0);
        assert_eq!(scale.x_px(20_150.0), 890.0);
        assert!((scale.days(scale.x_px(20_077.5)) - 20_077.5).abs() < 1e-3);
    }

    #[test]
    fn a_backward_window_still_has_a_length() {
        let scale = Scale::new(10.0, 5.0, 0.0, 100.0);
        assert!(scale.px_per_day().is_finite());
        assert!(scale.x_px(f64::MAX).is_finite());
        assert!(
            Scale::new(f64::NAN, f64::INFINITY, 0.0, 100.0)
                .x_px(3.0)
                .is_finite()
        );
    }
}
