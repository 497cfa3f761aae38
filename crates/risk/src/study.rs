//! The event study: did a market move more than it does on its own?
//!
//! `MacKinlay`, Event Studies in Economics and Finance, Journal of Economic Literature 35 (1997). Normal returns are
//! estimated in the 120 trading days that end 11 days before the event; deviations from them around the event are abnormal
//! returns (AR), and their sum over a window is the cumulative abnormal return (CAR).

use model::date::Day;

use crate::change::Changes;

/// Trading days of the estimation window, the fewest that are enough, and the gap between it and the event.
const LEARNED: usize = 120;
const FEWEST: usize = 60;
const GAP: usize = 10;

/// The event windows that are reported, in trading days from the event.
pub const WINDOWS: [(i32, i32); 5] = [(0, 0), (0, 1), (-1, 1), (0, 5), (-5, 5)];

/// How many days before and after the event are drawn.
const REACH: i32 = 20;

/// The model of normal returns.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Model<'a> {
    /// The mean change.
    ConstantMean,
    /// A straight line of the market's change, by least squares.
    Market(&'a Changes),
    /// The market's change itself.
    MarketAdjusted(&'a Changes),
}

/// Why there is no study.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StudyError {
    /// Too few trading days before the event.
    #[error(
        "only {found} trading days lie before the event, {FEWEST} are needed: load a longer series"
    )]
    TooShort {
        /// How many there are.
        found: usize,
    },
    /// The series does not change.
    #[error(
        "the series does not change in the days before the event, so no reaction can be measured: use a daily series"
    )]
    NoMovement,
}

/// One window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Car {
    /// First day, in trading days from the event.
    pub from: i32,
    /// Last day.
    pub to: i32,
    /// The sum of abnormal changes.
    pub car: f64,
    /// That sum divided by its standard error, s × √n. Beyond 2 it is unlikely to be noise.
    pub t: f64,
    /// Days of the window without data.
    pub missing: usize,
}

/// The study of one event.
#[derive(Debug, Clone, PartialEq)]
pub struct Study {
    /// Day 0: the first on which the news could be traded.
    pub day: Day,
    /// Where day 0 is among the changes.
    pub at: usize,
    /// First and last day of the estimation window.
    pub learned: (Day, Day),
    /// How many days that are.
    pub learned_days: usize,
    /// The normal daily change; of a market model, alpha.
    pub normal: f64,
    /// Beta, of a market model.
    pub slope: Option<f64>,
    /// Standard deviation of what the model does not explain.
    pub deviation: f64,
    /// Abnormal changes of the days around, by trading day from the event.
    pub abnormal: Vec<(i32, f64)>,
    /// The windows of [`WINDOWS`].
    pub cars: Vec<Car>,
    /// Days of the series without one of the market.
    pub without_market: usize,
}

/// A line to draw: by trading day from the event.
pub type Line = Vec<(i32, f64)>;

/// Studies the event whose day 0 is number `zero` of `changes`.
///
/// # Errors
/// [`StudyError`].
pub fn study(changes: &Changes, zero: usize, model: Model<'_>) -> Result<Study, StudyError> {
    let (pairs, without_market) = pairs(changes, model);
    let day = changes.days[zero.min(changes.days.len() - 1)];
    let zero = pairs.partition_point(|it| it.day < day);
    let end = zero.saturating_sub(GAP);
    let learned = &pairs[end.saturating_sub(LEARNED)..end];
    if learned.len() < FEWEST || zero >= pairs.len() {
        return Err(StudyError::TooShort {
            found: learned.len(),
        });
    }
    let normal = Normal::learn(learned, model);
    if normal.deviation < 1e-12 {
        return Err(StudyError::NoMovement);
    }
    let around = (-REACH..=REACH).filter_map(|offset| {
        let at = zero.checked_add_signed(offset as isize)?;
        Some((offset, normal.abnormal(pairs.get(at)?)))
    });
    let abnormal: Line = around.collect();
    Ok(Study {
        day: pairs[zero].day,
        at: zero,
        learned: (learned[0].day, learned[learned.len() - 1].day),
        learned_days: learned.len(),
        normal: normal.constant,
        slope: matches!(model, Model::Market(_)).then_some(normal.slope),
        deviation: normal.deviation,
        cars: WINDOWS
            .iter()
            .map(|it| car(&abnormal, *it, normal.deviation))
            .collect(),
        abnormal,
        without_market,
    })
}

/// A change of the series beside that of the market.
#[derive(Debug, Clone, Copy)]
struct Pair {
    day: Day,
    own: f64,
    market: f64,
}

/// The days that both have, and how many of the series the market lacks.
fn pairs(changes: &Changes, model: Model<'_>) -> (Vec<Pair>, usize) {
    let market = match model {
        Model::ConstantMean => None,
        Model::Market(market) | Model::MarketAdjusted(market) => Some(market),
    };
    let of = |(day, own): (&Day, &f64)| {
        let market = match market {
            None => 0.0,
            Some(market) => market.values[market.days.binary_search(day).ok()?],
        };
        Some(Pair {
            day: *day,
            own: *own,
            market,
        })
    };
    let pairs: Vec<Pair> = changes
        .days
        .iter()
        .zip(&changes.values)
        .filter_map(of)
        .collect();
    let without = changes.days.len() - pairs.len();
    (pairs, without)
}

struct Normal {
    constant: f64,
    slope: f64,
    deviation: f64,
}

impl Normal {
    fn learn(learned: &[Pair], model: Model<'_>) -> Self {
        let count = learned.len() as f64;
        let mean = |of: fn(&Pair) -> f64| learned.iter().map(of).sum::<f64>() / count;
        let (own, market) = (mean(|it| it.own), mean(|it| it.market));
        let slope = match model {
            Model::ConstantMean => 0.0,
            Model::MarketAdjusted(_) => 1.0,
            Model::Market(_) => {
                let both: f64 = learned
                    .iter()
                    .map(|it| (it.own - own) * (it.market - market))
                    .sum();
                let squares: f64 = learned.iter().map(|it| (it.market - market).powi(2)).sum();
                if squares > 0.0 { both / squares } else { 0.0 }
            }
        };
        let constant = match model {
            Model::MarketAdjusted(_) => 0.0,
            _ => own - slope * market,
        };
        let mut normal = Self {
            constant,
            slope,
            deviation: 0.0,
        };
        // What was estimated costs that many degrees of freedom.
        let estimated = if matches!(model, Model::Market(_)) {
            2.0
        } else {
            1.0
        };
        let left: Vec<f64> = learned.iter().map(|it| normal.abnormal(it)).collect();
        let middle = left.iter().sum::<f64>() / count;
        let squares: f64 = left.iter().map(|it| (it - middle).powi(2)).sum();
        normal.deviation = (squares / (count - estimated)).sqrt();
        normal
    }

    fn abnormal(&self, pair: &Pair) -> f64 {
        pair.own - self.constant - self.slope * pair.market
    }
}

fn car(abnormal: &Line, (from, to): (i32, i32), deviation: f64) -> Car {
    let inside = || abnormal.iter().filter(|(at, _)| (from..=to).contains(at));
    let count = inside().count();
    let car = inside().map(|(_, it)| it).sum::<f64>();
    let length = usize::try_from(to - from + 1).unwrap_or(0);
    Car {
        from,
        to,
        car,
        t: car / (deviation * (count as f64).sqrt()),
        missing: length - count,
    }
}

/// Several events together: the mean CAR of a window and its t across events.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Average {
    /// First day of the window.
    pub from: i32,
    /// Last day.
    pub to: i32,
    /// Mean of the CARs.
    pub car: f64,
    /// The mean over its standard error across the events; `NaN` of fewer than three, which show no spread.
    pub t: f64,
}

/// The windows of several studies taken together.
#[must_use]
pub fn average(studies: &[Study]) -> Vec<Average> {
    let count = studies.len() as f64;
    let of = |(at, (from, to)): (usize, &(i32, i32))| {
        let cars: Vec<f64> = studies.iter().map(|it| it.cars[at].car).collect();
        let mean = cars.iter().sum::<f64>() / count;
        let squares: f64 = cars.iter().map(|it| (it - mean).powi(2)).sum();
        let error = (squares / (count - 1.0)).sqrt() / count.sqrt();
        Average {
            from: *from,
            to: *to,
            car: mean,
            t: if studies.len() < 3 {
                f64::NAN
            } else {
                mean / error
            },
        }
    };
    WINDOWS.iter().enumerate().map(of).collect()
}

/// The series around day 0, 100 at the close of the trading day before; of changes that are no percentages, their sum
/// since then.
#[must_use]
pub fn rebased_line(changes: &Changes, zero: Day) -> Line {
    let at = changes.days.partition_point(|it| *it < zero);
    let mut line = vec![(-1, 0.0)];
    let mut sum = 0.0;
    for (offset, value) in (0..=REACH).zip(changes.values.iter().skip(at)) {
        sum += value;
        line.push((offset, sum));
    }
    sum = 0.0;
    let before = changes.values[..at].iter().rev();
    for (offset, value) in (-REACH..=-2).rev().zip(before) {
        sum -= value;
        line.push((offset, sum));
    }
    line.sort_by_key(|it| it.0);
    if changes.in_percent {
        line.iter_mut().for_each(|(_, it)| *it = it.exp() * 100.0);
    }
    line
}
