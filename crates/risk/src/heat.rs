//! The index of a theme by month.

use model::date::Day;

use crate::entry::Entry;
use crate::index::lines;

/// The mean of the net index of one theme over one month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Heat {
    /// Year and month.
    pub month: (i64, u32),
    /// Mean escalation of the days of the month.
    pub escalation: f64,
    /// Mean de-escalation of the days of the month.
    pub deescalation: f64,
}

/// The months from that of `first` to that of `last` of the index of `entries`. Of a month that is only partly in the range, only
/// the days in the range count.
#[must_use]
pub fn heat(entries: &[Entry], first: Day, last: Day) -> Vec<Heat> {
    let lines = lines(entries, first, last);
    let mut months: Vec<(Heat, f64)> = Vec::new();
    for (at, (up, down)) in lines.escalation.iter().zip(&lines.deescalation).enumerate() {
        let (year, month, _) = first.plus(at as i64).ymd();
        if months
            .last()
            .is_none_or(|(it, _)| it.month != (year, month))
        {
            let empty = Heat {
                month: (year, month),
                escalation: 0.0,
                deescalation: 0.0,
            };
            months.push((empty, 0.0));
        }
        if let Some((heat, days)) = months.last_mut() {
            heat.escalation += up;
            heat.deescalation += down;
            *days += 1.0;
        }
    }
    let mean = |(it, days): (Heat, f64)| Heat {
        escalation: it.escalation / days,
        deescalation: it.deescalation / days,
        ..it
    };
    months.into_iter().map(mean).collect()
}
