//! How much was noted: entries per week.

use model::date::Day;

use crate::entry::Entry;

/// Days of a week.
const WEEK: i64 = 7;

/// Entries that begin within the week that ends on each day from `first` to `last`. A fuzzy beginning counts in parts
/// over the days on which it may be. All entries count alike, neutral ones too: this is what was looked at, not what it
/// weighs.
#[must_use]
pub fn attention(entries: &[Entry], first: Day, last: Day) -> Vec<f64> {
    let start = first.0 - (WEEK - 1);
    let days = usize::try_from(last.0 - start + 1).unwrap_or(0);
    let mut turns = vec![0.0; days + 1];
    for entry in entries {
        let (from, until) = entry.spell.beginning();
        let each = 1.0 / (until.0 - from.0 + 1) as f64;
        let (from, after) = (from.0.max(start) - start, until.0 + 1 - start);
        if after <= 0 {
            continue;
        }
        let (from, after) = (from as usize, after as usize);
        if from < days {
            turns[from] += each;
            turns[after.min(days)] -= each;
        }
    }
    let mut by_day = Vec::with_capacity(days);
    let mut now = 0.0;
    for turn in &turns[..days] {
        now += turn;
        by_day.push(now);
    }
    let weeks = by_day
        .windows(WEEK as usize)
        .map(|week| week.iter().sum::<f64>());
    weeks.map(|it| if it < 1e-9 { 0.0 } else { it }).collect()
}
