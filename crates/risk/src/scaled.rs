//! Other scales for the index.

/// `values` times the number that makes the mean of `base` 100, as news indexes are scaled (Caldara and Iacoviello 2022:
/// 100 is the mean of 1985 to 2019). `None` when that mean is zero.
#[must_use]
pub fn rebased(values: &[f64], base: &[f64]) -> Option<Vec<f64>> {
    let mean = base.iter().sum::<f64>() / base.len() as f64;
    let fits = mean.is_finite() && mean > 1e-9;
    fits.then(|| values.iter().map(|it| it * 100.0 / mean).collect())
}

/// How many standard deviations each value lies above the mean of the `window_days` before and with it, as in the `BlackRock`
/// geopolitical risk indicator. `NaN` until a window is full and where nothing in it changed.
#[must_use]
pub fn standardized(values: &[f64], window_days: usize) -> Vec<f64> {
    let window = window_days.max(2);
    let count = window as f64;
    let at = |end: usize| {
        let Some(start) = (end + 1).checked_sub(window) else {
            return f64::NAN;
        };
        let seen = &values[start..=end];
        let mean = seen.iter().sum::<f64>() / count;
        let squares: f64 = seen.iter().map(|it| (it - mean).powi(2)).sum();
        let deviation = (squares / (count - 1.0)).sqrt();
        if deviation < 1e-9 {
            f64::NAN
        } else {
            (values[end] - mean) / deviation
        }
    };
    (0..values.len()).map(at).collect()
}
