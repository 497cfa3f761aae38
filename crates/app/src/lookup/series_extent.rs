//! The extent of a series: days, gaps and a sparkline.

use api::dto::SeriesExtent;
use model::Points;

use crate::lookup::rows::count;

/// Points of the sparkline.
const SPARK: usize = 120;
/// Maximum number of gaps listed.
const GAPS: usize = 5;
/// A gap is listed when it is this many times the usual one, and longer than a long holiday.
const UNUSUAL: i64 = 3;
const HOLIDAY_DAYS: i64 = 6;

/// First and last day, count, gaps and a sparkline.
pub(crate) fn extent(points: &Points) -> SeriesExtent {
    let gaps = gaps(points);
    SeriesExtent {
        count: count(points.len()),
        first: points
            .days
            .first()
            .map(ToString::to_string)
            .unwrap_or_default(),
        last: points
            .days
            .last()
            .map(ToString::to_string)
            .unwrap_or_default(),
        last_value: points.values.last().copied(),
        gap_count: count(gaps.len()),
        gaps: gaps.into_iter().take(GAPS).map(|it| it.1).collect(),
        spark: spark(points),
    }
}

/// The gaps that are unusual for the series, the longest first.
fn gaps(points: &Points) -> Vec<(i64, String)> {
    let mut lengths: Vec<i64> = points.days.windows(2).map(|it| it[1].0 - it[0].0).collect();
    lengths.sort_unstable();
    let usual = lengths.get(lengths.len() / 2).copied().unwrap_or(1);
    let long = points.days.windows(2).filter(|it| {
        let gap = it[1].0 - it[0].0;
        gap > usual * UNUSUAL && gap > HOLIDAY_DAYS
    });
    let mut gaps: Vec<(i64, String)> = long
        .map(|it| {
            let days = it[1].0 - it[0].0 - 1;
            (
                days,
                format!("{days} days from {} on", it[0].plus(1).in_words()),
            )
        })
        .collect();
    gaps.sort_by_key(|it| std::cmp::Reverse(it.0));
    gaps
}

/// The highest number of each interval, scaled to 0 to 1 between the lowest and the highest of all.
fn spark(points: &Points) -> Vec<f32> {
    let (Some(first), Some(last)) = (points.days.first(), points.days.last()) else {
        return Vec::new();
    };
    let (low, high) = points
        .values
        .iter()
        .fold((f64::MAX, f64::MIN), |(low, high), it| {
            (low.min(*it), high.max(*it))
        });
    let length = (last.0 - first.0 + 1) as f64;
    let mut line: Vec<f64> = vec![f64::NAN; SPARK.min(points.len())];
    let steps = line.len() as f64;
    for (day, value) in points.days.iter().zip(&points.values) {
        let at = ((day.0 - first.0) as f64 / length * steps) as usize;
        line[at] = value.max(line[at]);
    }
    let height = (high - low).max(1e-12);
    line.into_iter()
        .filter(|it| !it.is_nan())
        .map(|it| ((it - low) / height) as f32)
        .collect()
}
