//! Attention: entries per week.

use model::date::Day;

use crate::entry::Entry;

/// Days of a week.
const WEEK: i64 = 7;

/// Entries that begin within the week that ends on each day from `first` to `last`. A fuzzy beginning counts in parts
/// over the days on which it may be. All entries count the same, neutral ones too: this measures recording, not
/// risk.
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

#[cfg(test)]
mod tests {
    use model::EventId;

    use super::*;
    use crate::{IndexPart, Spell};

    #[test]
    fn an_entry_counts_on_the_seven_days_from_its_own() {
        let day = Day(20_000);
        let entry = |first: Day, last: Day| Entry {
            event: EventId(1),
            part: IndexPart::Neither,
            weight: 0.0,
            spell: Spell::Impulse { first, last },
            half_life_days: 30.0,
        };
        let counted = attention(&[entry(day, day)], day.plus(-1), day.plus(7));
        assert_eq!(counted, [0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0]);
        let halves = attention(&[entry(day, day.plus(1))], day, day.plus(1));
        assert_eq!(halves, [0.5, 1.0]);
    }
}
