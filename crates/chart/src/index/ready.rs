//! The numbers of an index, computed once for all pictures of it.

use crate::spec::Window;
use layout::heaviest::Heaviest;
use model::EventId;
use model::date::Day;
use risk::{Entry, IndexPart, Lines, attention, lines, rebased, standardized};

/// How far the lines continue after the last entry, so that its decay is visible.
const AFTER_DAYS: i64 = 45;
/// The longest range that is computed day by day; older days are left out.
const LONGEST_DAYS: i64 = 150_000;

/// The unit of an index.
#[derive(Debug, Clone, PartialEq)]
pub enum IndexScale {
    /// Sums of weights.
    Weight,
    /// Relative to 100, the mean escalation from the first to the last of these days.
    Base(Day, Day),
    /// Standard deviations from the mean of this many days before.
    Deviations(usize),
    /// Percent of the weight of all entries of the workspace, which are given.
    Share(Vec<Entry>),
}

/// A computed index: lines by day, and the heaviest entries of any range.
#[derive(Debug)]
pub struct Index {
    pub(super) first: Day,
    pub(super) escalation: Vec<f64>,
    pub(super) deescalation: Vec<f64>,
    pub(super) net: Vec<f64>,
    pub(super) attention: Vec<f64>,
    pub(super) unit: String,
    /// De-escalation is drawn below 0; deviations are not, because they have signs of their own.
    pub(super) is_mirrored: bool,
    pub(super) marks: Vec<(Day, EventId)>,
    pub(super) heaviest: Heaviest,
}

impl Index {
    /// The index of `entries`, until some time after the last of them or after `as_of`. `None` if the mean of the base
    /// period is 0.
    #[must_use]
    pub fn new(entries: &[Entry], scale: &IndexScale, as_of: Option<Day>) -> Option<Self> {
        let (first, last) = reach(entries, as_of);
        let lines = lines(entries, first, last);
        let attention = attention(entries, first, last);
        let scaled = Scaled::of(&lines, scale, (first, last))?;
        let (marks, weights) = marks(entries);
        Some(Self {
            first,
            net: scaled.net,
            escalation: scaled.escalation,
            deescalation: scaled.deescalation,
            attention,
            unit: scaled.unit,
            is_mirrored: scaled.is_mirrored,
            heaviest: Heaviest::new(weights),
            marks,
        })
    }

    /// The first day that has values, and how many days have.
    #[must_use]
    pub fn days(&self) -> (Day, usize) {
        (self.first, self.net.len())
    }

    /// The unit of its values.
    #[must_use]
    pub fn unit(&self) -> &str {
        &self.unit
    }

    /// Escalation, de-escalation, net and attention of a day; `None` outside its range.
    #[must_use]
    pub fn on(&self, day: Day) -> Option<[f64; 4]> {
        let at = usize::try_from(day.0 - self.first.0).ok()?;
        Some([
            *self.escalation.get(at)?,
            self.deescalation[at],
            self.net[at],
            self.attention[at],
        ])
    }

    /// From the tenth percentile of the entries, with some time before it, to the end. Older, rare entries can be
    /// scrolled to.
    pub(super) fn fitting(&self) -> Window {
        let (first, days) = self.days();
        let to_days = (first.0 + days as i64) as f64;
        let tenth = self
            .marks
            .get(self.marks.len() / 10)
            .map_or(first, |it| it.0);
        let from_days = (tenth.0 as f64).min(to_days - 1.0);
        Window {
            from_days: from_days - ((to_days - from_days) * 0.15).max(30.0),
            to_days,
        }
    }

    /// The points of one of its lines: each day at noon.
    pub(super) fn point<'a>(&'a self, values: &'a [f64]) -> impl Fn(usize) -> (f64, f64) + 'a {
        let noon = self.first.0 as f64 + 0.5;
        move |at| (noon + at as f64, values[at])
    }
}

/// The range of days that is computed.
fn reach(entries: &[Entry], as_of: Option<Day>) -> (Day, Day) {
    let beginnings = || entries.iter().map(|it| it.spell.first_day());
    let first = beginnings().min().or(as_of).unwrap_or(Day(0));
    let last = entries.iter().map(|it| it.spell.last_day()).max();
    let last = last
        .into_iter()
        .chain(as_of)
        .max()
        .unwrap_or(first)
        .plus(AFTER_DAYS);
    (first.max(last.plus(-LONGEST_DAYS)), last)
}

/// Entries that can be marked, by day, with their weights.
fn marks(entries: &[Entry]) -> (Vec<(Day, EventId)>, Vec<u16>) {
    let counted = entries
        .iter()
        .filter(|it| it.part != IndexPart::Neither && it.weight > 0.0);
    let mut marks: Vec<(Day, EventId, u16)> = counted
        .map(|it| {
            let weight = (it.weight * 100.0).clamp(1.0, 65_000.0) as u16;
            (it.spell.first_day(), it.event, weight)
        })
        .collect();
    marks.sort_unstable();
    marks
        .into_iter()
        .map(|(day, event, weight)| ((day, event), weight))
        .unzip()
}

/// The lines in the requested unit.
struct Scaled {
    escalation: Vec<f64>,
    deescalation: Vec<f64>,
    net: Vec<f64>,
    unit: String,
    is_mirrored: bool,
}

impl Scaled {
    fn of(lines: &Lines, scale: &IndexScale, (first, last): (Day, Day)) -> Option<Self> {
        let net = lines.net();
        let all = |change: &dyn Fn(&[f64]) -> Option<Vec<f64>>, unit: String, is_mirrored| {
            Some(Self {
                escalation: change(&lines.escalation)?,
                deescalation: change(&lines.deescalation)?,
                net: change(&net)?,
                unit,
                is_mirrored,
            })
        };
        match scale {
            IndexScale::Weight => all(
                &|it| Some(it.to_vec()),
                String::from("sum of weights"),
                true,
            ),
            IndexScale::Base(from, to) => {
                let place = |day: Day| {
                    usize::try_from(day.0 - first.0)
                        .unwrap_or(0)
                        .min(lines.len())
                };
                let base = lines.escalation.get(place(*from)..place(to.plus(1)))?;
                let unit = format!(
                    "100 = mean escalation, {} to {}",
                    from.in_words(),
                    to.in_words()
                );
                all(&|it| rebased(it, base), unit, true)
            }
            IndexScale::Deviations(days) => {
                let unit = format!("standard deviations from the {days}-day mean");
                all(&|it| Some(standardized(it, *days)), unit, false)
            }
            IndexScale::Share(everything) => {
                let whole = risk::lines(everything, first, last);
                let gross: Vec<f64> = whole
                    .escalation
                    .iter()
                    .zip(&whole.deescalation)
                    .map(|(up, down)| up + down)
                    .collect();
                let part = |it: &[f64]| {
                    let percent = |(part, all): (&f64, &f64)| {
                        if *all > 1e-9 {
                            part / all * 100.0
                        } else {
                            f64::NAN
                        }
                    };
                    Some(it.iter().zip(&gross).map(percent).collect())
                };
                all(&part, String::from("% of total weight"), true)
            }
        }
    }
}
