//! The trading day on which news could first be traded.

use chrono::{Datelike, NaiveDate, NaiveTime, TimeZone, Timelike};
use chrono_tz::Tz;
use model::FuzzyDate;
use model::date::Day;

/// When a market closes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Close {
    time: NaiveTime,
    zone: Tz,
}

/// Why a text is not a market close.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a market close: write it like \"16:00 America/New_York\"")]
pub struct CloseError(pub String);

impl std::str::FromStr for Close {
    type Err = CloseError;

    fn from_str(text: &str) -> Result<Self, CloseError> {
        let wrong = || CloseError(text.chars().take(60).collect());
        let (time, zone) = text.trim().split_once(' ').ok_or_else(wrong)?;
        let time = NaiveTime::parse_from_str(time, "%H:%M").map_err(|_| wrong())?;
        let zone = zone.trim().parse().map_err(|_| wrong())?;
        Ok(Self { time, zone })
    }
}

impl Close {
    /// The instant of the close on `day`, in seconds since 1970-01-01T00:00Z.
    fn instant(&self, day: Day) -> Option<i64> {
        let (year, month, of_month) = day.ymd();
        let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, of_month)?;
        let local = self
            .zone
            .from_local_datetime(&date.and_time(self.time))
            .earliest()?;
        Some(local.timestamp())
    }

    /// The civil day at the market at an instant.
    fn day_of(&self, instant: i64) -> Option<Day> {
        let local = self.zone.timestamp_opt(instant, 0).single()?;
        debug_assert!(local.second() < 60);
        Day::from_ymd(local.year().into(), local.month(), local.day())
    }
}

/// Where in `trading`, the days of a series, the news of `date` could first be traded: on its day while the market is
/// open, on the next trading day when that day is none, when the hour is that of closing or after it, or with
/// `after_close`. `None` when the series ends before.
///
/// A time without an offset is local time at the market. For a fuzzy date the earliest day counts; callers should say so.
#[must_use]
pub fn day_zero(
    date: &FuzzyDate,
    after_close: bool,
    close: Option<&Close>,
    trading: &[Day],
) -> Option<usize> {
    let start = date
        .bounds
        .start_earliest
        .or(date.bounds.end_earliest)
        .or(date.bounds.end_latest)?;
    let (mut day, mut late) = (start.day, after_close);
    if let (Some(second), Some(close)) = (start.second, close) {
        match date.edtf.offset() {
            Some(offset) => {
                let instant =
                    start.day.0 * 86_400 + i64::from(second) - i64::from(offset.minutes()) * 60;
                day = close.day_of(instant)?;
                late |= instant >= close.instant(day)?;
            }
            None => late |= second >= close.time.num_seconds_from_midnight(),
        }
    }
    let first = if late { day.plus(1) } else { day };
    let at = trading.partition_point(|it| *it < first);
    (at < trading.len()).then_some(at)
}
