//! The risk index by day.
//!
//! I(t) = Σ severity × grade × likelihood × 2^(−age / half-life), escalation and de-escalation apart; the form of the
//! index of news of Caldara and Iacoviello (Measuring Geopolitical Risk, AER 2022) carried over to a chronology that is
//! kept by hand, with exponential decay as in exponential smoothing (Brown 1956).
//!
//! One pass over the entries and one over the days: weight that is spread evenly over many days is recorded only at the two
//! ends, and all entries with the same half-life decay together.

use std::collections::BTreeMap;

use model::date::Day;

use crate::entry::{Entry, IndexPart};
use crate::spell::{Spell, fallen};

/// The index by day.
#[derive(Debug, Clone, PartialEq)]
pub struct Lines {
    /// The day of the first number.
    pub first: Day,
    /// Escalation, 0 and up.
    pub escalation: Vec<f64>,
    /// De-escalation, 0 and up.
    pub deescalation: Vec<f64>,
}

impl Lines {
    /// Escalation less de-escalation.
    pub fn net(&self) -> Vec<f64> {
        let both = self.escalation.iter().zip(&self.deescalation);
        both.map(|(up, down)| up - down).collect()
    }

    /// How many days.
    #[must_use]
    pub fn len(&self) -> usize {
        self.escalation.len()
    }

    /// True without a day.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.escalation.is_empty()
    }
}

/// The index on every day from `first` to `last`.
#[must_use]
pub fn lines(entries: &[Entry], first: Day, last: Day) -> Lines {
    let days = usize::try_from(last.0 - first.0 + 1).unwrap_or(0);
    let mut sides = [Side::new(first, days), Side::new(first, days)];
    for entry in entries {
        match entry.part {
            IndexPart::Escalation => sides[0].add(entry),
            IndexPart::Deescalation => sides[1].add(entry),
            IndexPart::Neither => {}
        }
    }
    let [escalation, deescalation] = sides.map(Side::finish);
    Lines {
        first,
        escalation,
        deescalation,
    }
}

/// One part of the index while it is computed.
struct Side {
    first: Day,
    days: usize,
    /// Keyed by the bits of the half-life.
    fading: BTreeMap<u64, Spread>,
    /// Weight that begins and ends.
    lasting: Spread,
    /// The last half-life and its index: neighbors usually share it.
    latest: Option<(u64, Spread)>,
}

impl Side {
    fn new(first: Day, days: usize) -> Self {
        Self {
            first,
            days,
            fading: BTreeMap::new(),
            lasting: Spread::new(days),
            latest: None,
        }
    }

    fn add(&mut self, entry: &Entry) {
        match entry.spell {
            Spell::Impulse { first, last } => self.add_impulse(entry, first, last),
            Spell::Span { begins, ends } => {
                let first = self.first;
                self.lasting.add(first, begins, entry.weight);
                if let Some((from, until)) = ends {
                    // On its last day it still lasts.
                    self.lasting
                        .add(first, (from.plus(1), until.plus(1)), -entry.weight);
                }
            }
        }
    }

    fn add_impulse(&mut self, entry: &Entry, first: Day, last: Day) {
        let (start, days) = (self.first, self.days);
        let key = entry.half_life_days.to_bits();
        if self.latest.as_ref().is_none_or(|(known, _)| *known != key) {
            if let Some((known, spread)) = self.latest.take() {
                self.fading.insert(known, spread);
            }
            let spread = self
                .fading
                .remove(&key)
                .unwrap_or_else(|| Spread::new(days));
            self.latest = Some((key, spread));
        }
        let Some((_, spread)) = &mut self.latest else {
            return;
        };
        if first >= start {
            return spread.add(start, (first, last), entry.weight);
        }
        // Weight before the first day has decayed until then; the rest is added normally.
        let before = start.plus(-1).min(last);
        let left = fallen(first, last, before, entry.half_life_days);
        let age_days = (start.0 - before.0) as f64;
        spread.drop_at_first(entry.weight * left * (-age_days / entry.half_life_days).exp2());
        if last >= start {
            let share = (last.0 - start.0 + 1) as f64 / (last.0 - first.0 + 1) as f64;
            spread.add(start, (start, last), entry.weight * share);
        }
    }

    fn finish(mut self) -> Vec<f64> {
        let mut sum = self.lasting.fade(f64::INFINITY);
        self.fading.extend(self.latest.take());
        for (half_life, spread) in self.fading {
            let part = spread.fade(f64::from_bits(half_life));
            sum.iter_mut().zip(part).for_each(|(sum, it)| *sum += it);
        }
        // Rounding errors remain where everything has ended.
        sum.iter_mut()
            .filter(|it| it.abs() < 1e-9)
            .for_each(|it| *it = 0.0);
        sum
    }
}

/// Weights by the day on which they fall.
struct Spread {
    /// All of it on one day.
    at: Vec<f64>,
    /// By how much the evenly spread weight per day changes on each day.
    turns: Vec<f64>,
}

impl Spread {
    fn new(days: usize) -> Self {
        Self {
            at: vec![0.0; days],
            turns: vec![0.0; days + 1],
        }
    }

    fn drop_at_first(&mut self, weight: f64) {
        if let Some(at) = self.at.first_mut() {
            *at += weight;
        }
    }

    /// Spreads `weight` evenly over `days`; weight before the first day is added to it, weight after the last is ignored.
    fn add(&mut self, start: Day, (first, last): (Day, Day), weight: f64) {
        let count = (last.0 - first.0 + 1) as f64;
        if first < start {
            let early = (last.0.min(start.0 - 1) - first.0 + 1) as f64;
            self.drop_at_first(weight * early / count);
        }
        let from = usize::try_from(first.0.max(start.0) - start.0).unwrap_or(usize::MAX);
        if last < start || from >= self.at.len() {
            return;
        }
        if first == last {
            self.at[from] += weight;
            return;
        }
        self.turns[from] += weight / count;
        let after = usize::try_from(last.0 - start.0 + 1).unwrap_or(usize::MAX);
        if let Some(end) = self.turns.get_mut(after) {
            *end -= weight / count;
        }
    }

    /// The weight on each day when it halves with every half-life.
    fn fade(self, half_life_days: f64) -> Vec<f64> {
        let kept = (-1.0 / half_life_days).exp2();
        let (mut level, mut falls) = (0.0, 0.0);
        let both = self.at.iter().zip(&self.turns);
        both.map(|(at, turn)| {
            falls += turn;
            level = level * kept + at + falls;
            level
        })
        .collect()
    }
}
