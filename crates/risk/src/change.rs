//! How a series changes from one of its days to the next.

use model::date::Day;
use model::{Measure, Series};

/// Changes by trading day: the change of a day is that from the trading day before.
#[derive(Debug, Clone, PartialEq)]
pub struct Changes {
    /// Days, each after the one before.
    pub days: Vec<Day>,
    /// Of each day: logarithm of the ratio for prices, difference for rates and steps, as given for returns.
    pub values: Vec<f64>,
    /// True when changes are fractions, to be shown in percent.
    pub in_percent: bool,
}

/// The changes of `series`. A price of zero or less has no logarithm: the changes to and from it are missing.
#[must_use]
pub fn changes(series: &Series) -> Changes {
    let (days, values) = (&series.points.days, &series.points.values);
    let pairs = || days.iter().skip(1).zip(values.windows(2));
    let change = |pair: &[f64]| match series.measure {
        Measure::Price => (pair[1] / pair[0]).ln(),
        _ => pair[1] - pair[0],
    };
    let told: Vec<(Day, f64)> = match series.measure {
        Measure::Returns => days.iter().copied().zip(values.iter().copied()).collect(),
        _ => pairs().map(|(day, pair)| (*day, change(pair))).collect(),
    };
    let (days, values) = told.into_iter().filter(|(_, it)| it.is_finite()).unzip();
    Changes {
        days,
        values,
        in_percent: matches!(series.measure, Measure::Price | Measure::Returns),
    }
}
