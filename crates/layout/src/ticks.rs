//! Ticks of a calendar axis: from millennia down to seconds, with labels that never touch.
//!
//! An axis has two ranks. Major ticks carry a name at their line ("June", "2025") that holds until the next one; minor
//! ticks subdivide them ("15", "18:00"). [`ticks`] takes the finest pair of ranks whose labels fit.

use crate::calendar::{
    MONTHS, WEEKDAYS, civil_of, days_of, month_name, month_short, weekday_of, year_words,
};
use crate::scale::Scale;

/// Which of the two ranks a label belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rank {
    /// Carries a name at its line.
    Major,
    /// Subdivides a major one.
    Minor,
}

/// A label and where it goes.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// Left end.
    pub x_px: f32,
    /// Width as measured.
    pub width_px: f32,
    /// The words.
    pub words: String,
}

/// A line across the axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Where, in days.
    pub days: f64,
    /// Where, in pixels; left of the window for the unit that began before it.
    pub x_px: f32,
    /// Its label, if there is room for one.
    pub label: Option<Label>,
}

/// The ticks of an axis, each rank from left to right.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ticks {
    /// Named ticks. The first one may be left of the window: it names the unit in which the window begins.
    pub major: Vec<Tick>,
    /// Subdividing ticks, except where there is a major one.
    pub minor: Vec<Tick>,
}

/// Gap between two labels, and between a line and its label.
const GAP_PX: f32 = 8.0;
/// From a major line to its name.
const INSET_PX: f32 = 5.0;

/// A step of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Years(i64),
    Months(i64),
    /// Days of the month 1, 1 + n, …, without a last one too close to the next month.
    Days(i64),
    Seconds(i64),
}

/// A pair of ranks.
struct Level {
    major: Step,
    minor: Step,
}

const HOUR: i64 = 3600;

/// The pairs below a year, finest first; coarser ones follow by powers of ten.
const LEVELS: [Level; 17] = [
    Level {
        major: Step::Seconds(60),
        minor: Step::Seconds(10),
    },
    Level {
        major: Step::Seconds(HOUR),
        minor: Step::Seconds(60),
    },
    Level {
        major: Step::Seconds(HOUR),
        minor: Step::Seconds(300),
    },
    Level {
        major: Step::Days(1),
        minor: Step::Seconds(15 * 60),
    },
    Level {
        major: Step::Days(1),
        minor: Step::Seconds(HOUR),
    },
    Level {
        major: Step::Days(1),
        minor: Step::Seconds(3 * HOUR),
    },
    Level {
        major: Step::Days(1),
        minor: Step::Seconds(6 * HOUR),
    },
    Level {
        major: Step::Days(1),
        minor: Step::Seconds(12 * HOUR),
    },
    Level {
        major: Step::Months(1),
        minor: Step::Days(1),
    },
    Level {
        major: Step::Months(1),
        minor: Step::Days(2),
    },
    Level {
        major: Step::Months(1),
        minor: Step::Days(7),
    },
    Level {
        major: Step::Months(1),
        minor: Step::Days(14),
    },
    Level {
        major: Step::Years(1),
        minor: Step::Months(1),
    },
    Level {
        major: Step::Years(1),
        minor: Step::Months(3),
    },
    Level {
        major: Step::Years(1),
        minor: Step::Months(6),
    },
    Level {
        major: Step::Years(5),
        minor: Step::Years(1),
    },
    Level {
        major: Step::Years(10),
        minor: Step::Years(2),
    },
];

/// The ticks of `scale`; `width_px` measures a label of a rank.
#[must_use]
pub fn ticks(scale: &Scale, width_px: impl Fn(&str, Rank) -> f32) -> Ticks {
    let level = LEVELS
        .into_iter()
        .find(|level| fits(level, scale, &width_px));
    let level = level.unwrap_or_else(|| coarse(scale, &width_px));
    let major = majors(&level, scale, &width_px);
    let minor = minors(&level, scale, &major, &width_px);
    Ticks { major, minor }
}

/// Whether no labels of either rank would touch.
fn fits(level: &Level, scale: &Scale, width_px: &impl Fn(&str, Rank) -> f32) -> bool {
    let clear = |step: Step, rank: Rank, gaps_px: f32| {
        let widest_px = widest(step)
            .iter()
            .map(|it| width_px(it, rank))
            .fold(0.0, f32::max);
        widest_px + gaps_px <= (shortest_days(step) * scale.px_per_day()) as f32
    };
    clear(level.major, Rank::Major, INSET_PX + GAP_PX) && clear(level.minor, Rank::Minor, GAP_PX)
}

/// Steps of powers of ten years, as coarse as needed.
fn coarse(scale: &Scale, width_px: &impl Fn(&str, Rank) -> f32) -> Level {
    let mut years = 10;
    loop {
        for (major, minor) in [(2, 1), (5, 1), (10, 2), (10, 5)] {
            let level = Level {
                major: Step::Years(years * major),
                minor: Step::Years(years * minor),
            };
            if fits(&level, scale, width_px) || years >= 1_000_000_000 {
                return level;
            }
        }
        years *= 10;
    }
}

/// The shortest time between two ticks of a step.
fn shortest_days(step: Step) -> f64 {
    match step {
        Step::Years(years) => years as f64 * 365.0,
        Step::Months(months) => months as f64 * 29.5,
        Step::Days(days) => days as f64,
        Step::Seconds(seconds) => seconds as f64 / 86_400.0,
    }
}

/// Labels as wide as any of a step, in their shortest form.
fn widest(step: Step) -> Vec<String> {
    match step {
        Step::Years(years) if years >= 1000 => vec![format!("{} BC", 8 * years)],
        Step::Years(_) => vec!["2088".into()],
        Step::Months(_) => MONTHS.iter().map(|name| name[..3].to_owned()).collect(),
        Step::Days(_) => vec!["28".into()],
        Step::Seconds(seconds) if seconds < 60 => vec![":08".into()],
        Step::Seconds(_) => vec!["08:88".into()],
    }
}

/// The named ticks, each in the longest form that ends before the next one.
fn majors(level: &Level, scale: &Scale, width_px: &impl Fn(&str, Rank) -> f32) -> Vec<Tick> {
    let days = instants(level.major, scale);
    let mut ticks: Vec<Tick> = Vec::with_capacity(days.len());
    for (index, &start) in days.iter().enumerate() {
        let x_px = scale.x_px(start);
        let end_px = days
            .get(index + 1)
            .map_or(scale.right_px(), |&next| scale.x_px(next));
        let label_px = x_px.max(scale.left_px()) + INSET_PX;
        let room_px = end_px.min(scale.right_px()) - label_px - GAP_PX * 0.5;
        let named = ticks.iter().any(|tick| tick.label.is_some());
        let forms = major_forms(level.major, start, !named);
        let label = forms.into_iter().find_map(|words| {
            let width_px = width_px(&words, Rank::Major);
            (width_px <= room_px).then_some(Label {
                x_px: label_px,
                width_px,
                words,
            })
        });
        ticks.push(Tick {
            days: start,
            x_px,
            label,
        });
    }
    ticks
}

/// The subdividing ticks; one whose label would touch another label has none.
fn minors(
    level: &Level,
    scale: &Scale,
    major: &[Tick],
    width_px: &impl Fn(&str, Rank) -> f32,
) -> Vec<Tick> {
    let mut taken: Vec<(f32, f32)> = major
        .iter()
        .filter_map(|tick| tick.label.as_ref())
        .map(|label| {
            (
                label.x_px - GAP_PX * 0.5,
                label.x_px + label.width_px + GAP_PX * 0.5,
            )
        })
        .collect();
    let mut ticks = Vec::new();
    for start in instants(level.minor, scale) {
        let x_px = scale.x_px(start);
        let on_major = major.iter().any(|tick| (tick.x_px - x_px).abs() < 0.5);
        if on_major || x_px < scale.left_px() || x_px > scale.right_px() {
            continue;
        }
        let words = minor_words(level.minor, start);
        let label_width_px = width_px(&words, Rank::Minor);
        let x_label_px = minor_label_px(level.minor, start, scale, label_width_px);
        let (from_px, to_px) = (x_label_px, x_label_px + label_width_px);
        let crosses_major = major
            .iter()
            .any(|tick| from_px - 2.0 < tick.x_px && tick.x_px < to_px + 2.0);
        let free = !crosses_major
            && from_px >= scale.left_px()
            && to_px <= scale.right_px()
            && taken
                .iter()
                .all(|&(left, right)| to_px <= left || from_px >= right);
        if free {
            taken.push((from_px - GAP_PX * 0.5, to_px + GAP_PX * 0.5));
        }
        let label = free.then_some(Label {
            x_px: x_label_px,
            width_px: label_width_px,
            words,
        });
        ticks.push(Tick {
            days: start,
            x_px,
            label,
        });
    }
    ticks
}

/// Days have their number above their middle, hours above their beginning; longer units are named like the major ones,
/// right of their line.
fn minor_label_px(step: Step, start: f64, scale: &Scale, width_px: f32) -> f32 {
    match step {
        Step::Days(_) => scale.x_px(start + 0.5) - width_px * 0.5,
        Step::Seconds(_) => scale.x_px(start) - width_px * 0.5,
        Step::Months(_) | Step::Years(_) => scale.x_px(start) + 3.0,
    }
}

/// The beginnings of a step's units in the window, and the one before them.
fn instants(step: Step, scale: &Scale) -> Vec<f64> {
    let (from, to) = (clamped(scale.from_days()), clamped(scale.to_days()));
    let mut starts = match step {
        Step::Seconds(seconds) => {
            let length = seconds as f64 / 86_400.0;
            let (first, last) = ((from / length).floor() as i64, (to / length).ceil() as i64);
            (first..=last)
                .map(|index| (index * seconds) as f64 / 86_400.0)
                .collect()
        }
        Step::Days(1) => (from.floor() as i64..=to.ceil() as i64)
            .map(|day| day as f64)
            .collect(),
        Step::Days(days) => month_days(days, from, to),
        Step::Months(months) => {
            let first = month_index(from).div_euclid(months);
            let last = month_index(to).div_euclid(months) + 1;
            (first..=last)
                .map(|index| days_of(0, index * months + 1, 1) as f64)
                .collect()
        }
        Step::Years(years) => {
            let first = civil_of(from.floor() as i64).0.div_euclid(years);
            let last = civil_of(to.ceil() as i64).0.div_euclid(years) + 1;
            (first..=last)
                .map(|index| days_of(index * years, 1, 1) as f64)
                .collect::<Vec<_>>()
        }
    };
    starts.retain(|&start| start <= to);
    starts
}

/// Days 1, 1 + n, … of every month, without a last one too close to the next month.
fn month_days(days: i64, from: f64, to: f64) -> Vec<f64> {
    let mut starts = Vec::new();
    for month in month_index(from)..=month_index(to) {
        let (first, next) = (days_of(0, month + 1, 1), days_of(0, month + 2, 1));
        let mut day = first;
        while day == first || day + days <= next {
            starts.push(day as f64);
            day += days;
        }
    }
    starts
}

/// Months since January of year 0.
fn month_index(days: f64) -> i64 {
    let (year, month, _) = civil_of(days.floor() as i64);
    year * 12 + month - 1
}

/// Keeps calendar arithmetic away from overflow: three hundred million years either way.
fn clamped(days: f64) -> f64 {
    days.clamp(-1.0e11, 1.0e11)
}

/// The names a major tick may have, longest first. The first one on an axis includes the larger unit.
fn major_forms(step: Step, start: f64, first: bool) -> Vec<String> {
    let whole = start.floor() as i64;
    let (year, month, day) = civil_of(whole);
    match step {
        Step::Years(_) => vec![year_words(year)],
        Step::Months(_) if first || month == 1 => vec![
            format!("{} {}", month_name(month), year_words(year)),
            format!("{} {}", month_short(month), year_words(year)),
            month_short(month).to_owned(),
        ],
        Step::Months(_) => vec![month_name(month).to_owned(), month_short(month).to_owned()],
        Step::Days(_) => {
            let short = format!("{day} {}", month_short(month));
            let named = format!(
                "{} {day} {}",
                &WEEKDAYS[weekday_of(whole)][..3],
                month_name(month)
            );
            let full = format!(
                "{} {day} {} {}",
                WEEKDAYS[weekday_of(whole)],
                month_name(month),
                year_words(year)
            );
            let middle = format!("{short} {}", year_words(year));
            if first {
                vec![full, middle, short, day.to_string()]
            } else {
                vec![named, short, day.to_string()]
            }
        }
        Step::Seconds(_) => {
            let time = clock_words(start, 60);
            let dated = format!("{day} {} {}, {time}", month_name(month), year_words(year));
            if first { vec![dated, time] } else { vec![time] }
        }
    }
}

fn minor_words(step: Step, start: f64) -> String {
    let (year, month, day) = civil_of(start.floor() as i64);
    match step {
        Step::Years(_) => year_words(year),
        Step::Months(_) => month_short(month).to_owned(),
        Step::Days(_) => day.to_string(),
        Step::Seconds(seconds) => clock_words(start, seconds),
    }
}

/// "18:30", or ":30" for steps below a minute.
fn clock_words(start: f64, step_seconds: i64) -> String {
    let second = ((start - start.floor()) * 86_400.0).round() as i64;
    if step_seconds < 60 {
        return format!(":{:02}", second % 60);
    }
    format!("{:02}:{:02}", second / HOUR % 24, second / 60 % 60)
}

#[cfg(test)]
mod tests;
