//! When made-up events take place.

use model::FuzzyDate;
use model::date::Day;

use super::Recipe;
use super::chance::Chance;

/// 2000-01-01, 2026-07-01 and 2029-01-01 in days since 1970-01-01: the first day, the as-of line, the end.
const FIRST_DAY: i64 = 10_957;
pub(super) const AS_OF_DAY: i64 = 20_635;
const END_DAY: i64 = 21_550;

/// The share of events that come in bursts, and how many events there are to a burst on average.
const IN_BURSTS: f64 = 0.4;
const EVENTS_PER_BURST: u64 = 150;

/// The share of points; the longest span is about six years.
const POINTS: f64 = 0.7;
const LONGEST_SPAN_DAYS: f64 = 2200.0;

/// Where an event begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Start {
    pub(super) day: i64,
    /// The burst it belongs to; 0 for none.
    pub(super) burst: u64,
}

/// The first days of all events, in their order.
pub(super) fn starts(recipe: Recipe) -> Vec<Start> {
    let mut all: Vec<_> = (1..=recipe.events).map(|it| start(recipe, it)).collect();
    all.sort_unstable();
    all
}

fn start(recipe: Recipe, number: u64) -> Start {
    let mut chance = Chance::of(recipe.seed, 3, number);
    if !chance.is(IN_BURSTS) {
        return Start {
            day: any_day(&mut chance),
            burst: 0,
        };
    }
    // Some bursts are far larger than others.
    let bursts = (recipe.events / EVENTS_PER_BURST).max(1);
    let burst = 1 + (chance.unit().powi(2) * bursts as f64) as u64;
    let middle = any_day(&mut Chance::of(recipe.seed, 4, burst));
    let after = chance.log_uniform(1.0, 40.0) as i64 - 1;
    Start {
        day: (middle + after).min(END_DAY - 1),
        burst,
    }
}

/// Later days are likelier: more is known of them.
fn any_day(chance: &mut Chance) -> i64 {
    let share = chance.unit().powf(0.6);
    FIRST_DAY + ((END_DAY - FIRST_DAY) as f64 * share) as i64
}

/// The date of an event that begins on `day`: `None` for the few that have none.
pub(super) fn date(day: i64, chance: &mut Chance) -> Option<FuzzyDate> {
    let edtf = if chance.is(POINTS) {
        point(day, chance)?
    } else {
        span(day, chance)
    };
    FuzzyDate::from_edtf(&edtf).ok()
}

fn point(day: i64, chance: &mut Chance) -> Option<String> {
    let exact = Day(day).to_string();
    let (year, month) = (exact.get(..4)?, exact.get(..7)?);
    let in_year: i64 = exact.get(5..7)?.parse().ok()?;
    let share = chance.unit();
    Some(match share {
        0.0..0.01 => return None,
        0.01..0.11 => month.to_owned(),
        0.11..0.14 => format!("{year}-{}", 33 + (in_year - 1) / 3),
        0.14..0.17 => format!("{month}~"),
        0.17..0.19 => format!("{exact}~"),
        0.19..0.20 => year.to_owned(),
        _ => exact,
    })
}

fn span(day: i64, chance: &mut Chance) -> String {
    let long = chance.log_uniform(1.0, LONGEST_SPAN_DAYS) as i64;
    let (first, last) = (Day(day), Day(day + long.max(1)));
    let share = chance.unit();
    match share {
        0.0..0.04 => format!("{first}/.."),
        0.04..0.06 => format!("{first}/{last}~"),
        _ => format!("{first}/{last}"),
    }
}
