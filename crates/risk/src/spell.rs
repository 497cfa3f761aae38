//! When an entry has weight: a date as the index uses it.

use model::FuzzyDate;
use model::date::{Day, Moment, Shape};

/// When an entry has weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Spell {
    /// It took place on a day between `first` and `last`, each equally likely: its weight is spread evenly over them and decays
    /// with the half-life.
    Impulse {
        /// The first possible day.
        first: Day,
        /// The last possible day.
        last: Day,
    },
    /// It lasted: it has full weight while it lasts and none before or after. Where an end is fuzzy, the weight rises or falls
    /// evenly over the days on which it may have begun or ended.
    Span {
        /// The first and the last day on which it may have begun.
        begins: (Day, Day),
        /// The first and the last day on which it may have ended; `None` while it goes on.
        ends: Option<(Day, Day)>,
    },
}

impl Spell {
    /// When an entry with this date has weight; `None` when nothing is known about the date.
    ///
    /// An open side of a single date is unknown, so there is nothing to spread over: the known side is used. The same holds for
    /// the end of a span with an unknown beginning, because only then is it known to have lasted.
    #[must_use]
    pub fn of(date: &FuzzyDate) -> Option<Self> {
        let it = &date.bounds;
        let day = |moment: Option<Moment>| moment.map(|it| it.day);
        let begins = pair(day(it.start_earliest), day(it.start_latest));
        let ends = pair(day(it.end_earliest), day(it.end_latest));
        if let Shape::Span { .. } = date.shape() {
            let begins = begins.or_else(|| ends.map(|(_, last)| (last, last)))?;
            let ends = ends.map(|(first, last)| (first.max(begins.0), last.max(begins.1)));
            return Some(Self::Span { begins, ends });
        }
        let (first, last) = pair(day(it.start_earliest), day(it.end_latest))?;
        Some(Self::Impulse { first, last })
    }

    /// How much of a weight of 1 remains on `day`, with `half_life_days`; 0 to 1.
    #[must_use]
    pub fn level(&self, day: Day, half_life_days: f64) -> f64 {
        match *self {
            Self::Impulse { first, last } => fallen(first, last, day, half_life_days),
            Self::Span { begins, ends } => {
                let begun = share_until(begins, day);
                let over = ends.map_or(0.0, |ends| share_until(ends, day.plus(-1)));
                (begun - over).max(0.0)
            }
        }
    }

    /// The first day on which it can have weight.
    #[must_use]
    pub fn first_day(&self) -> Day {
        self.beginning().0
    }

    /// The last day of its date; for something ongoing, the last day on which it may have begun.
    #[must_use]
    pub fn last_day(&self) -> Day {
        match *self {
            Self::Impulse { last, .. } => last,
            Self::Span { begins, ends } => ends.map_or(begins.1, |ends| ends.1),
        }
    }

    /// The days over which its beginning is spread.
    pub(crate) fn beginning(&self) -> (Day, Day) {
        match *self {
            Self::Impulse { first, last } => (first, last),
            Self::Span { begins, .. } => begins,
        }
    }
}

/// Both ends, or the known one twice, in order.
fn pair(first: Option<Day>, last: Option<Day>) -> Option<(Day, Day)> {
    let (first, last) = (first.or(last)?, last.or(first)?);
    Some((first, last.max(first)))
}

/// The share of an even spread over `days` that is on or before `day`.
fn share_until((first, last): (Day, Day), day: Day) -> f64 {
    let so_far = (day.0.min(last.0) - first.0 + 1).max(0);
    so_far as f64 / (last.0 - first.0 + 1) as f64
}

/// What remains on `day` of a weight of 1 that was spread evenly from `first` to `last`: the sum of a geometric series.
pub(crate) fn fallen(first: Day, last: Day, day: Day, half_life_days: f64) -> f64 {
    if day < first {
        return 0.0;
    }
    let newest = last.min(day);
    let days = (newest.0 - first.0 + 1) as f64;
    let kept = |age_days: f64| (-age_days / half_life_days).exp2();
    let of_newest = kept((day.0 - newest.0) as f64);
    if first == last {
        return of_newest;
    }
    let sum = of_newest * (1.0 - kept(days)) / (1.0 - kept(1.0));
    sum / (last.0 - first.0 + 1) as f64
}
