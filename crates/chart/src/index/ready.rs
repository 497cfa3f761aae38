//! The numbers of an index, made ready once for all pictures of it.

use layout::heaviest::Heaviest;
use model::EventId;
use model::date::Day;
use risk::{Entry, IndexPart, Lines, attention, lines, rebased, standardized};

/// How far the lines go on behind the last entry, so that one sees it fade.
const AFTER_DAYS: i64 = 45;
/// The longest stretch that is reckoned by day; older days are left out.
const LONGEST_DAYS: i64 = 150_000;

/// What the numbers of an index are told in.
#[derive(Debug, Clone, PartialEq)]
pub enum IndexScale {
    /// Sums of weights.
    Weight,
    /// Parts of 100, which is the mean escalation from the first to the last of these days.
    Base(Day, Day),
    /// Standard deviations from the mean of so many days before.
    Deviations(usize),
    /// Percent of the weight of all entries of the workspace, which are these.
    Share(Vec<Entry>),
}

/// An index made ready: lines by day, and which entries weigh most where.
#[derive(Debug)]
pub struct Index {
    pub(super) first: Day,
    pub(super) escalation: Vec<f64>,
    pub(super) deescalation: Vec<f64>,
    pub(super) net: Vec<f64>,
    pub(super) attention: Vec<f64>,
    pub(super) unit: String,
    /// De-escalation hangs below 0; deviations do not, since they have signs of their own.
    pub(super) is_mirrored: bool,
    pub(super) marks: Vec<(Day, EventId)>,
    pub(super) heaviest: Heaviest,
}

impl Index {
    /// The index of `entries`, until some time behind the last of them or `as_of`. `None` when a base has no mean to be
    /// 100.
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

    /// The first day that has numbers, and how many have.
    #[must_use]
    pub fn days(&self) -> (Day, usize) {
        (self.first, self.net.len())
    }

    /// What its numbers are told in.
    #[must_use]
    pub fn unit(&self) -> &str {
        &self.unit
    }

    /// Escalation, de-escalation, net and attention of a day; `None` outside.
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

    /// The points of one of its lines: each day at its noon.
    pub(super) fn point<'a>(&'a self, values: &'a [f64]) -> impl Fn(usize) -> (f64, f64) + 'a {
        let noon = self.first.0 as f64 + 0.5;
        move |at| (noon + at as f64, values[at])
    }
}

/// The days that are reckoned.
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

/// Entries that can be marked, by day, with what they weigh.
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

/// The lines on the scale that is asked for.
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
                let unit = format!("standard deviations from the mean of {days} days");
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
                all(&part, String::from("% of the weight of all entries"), true)
            }
        }
    }
}
