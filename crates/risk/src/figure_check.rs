//! Checks figures of events against a series: "Hang Seng, change on the day +1.6 %" can be looked up.

use model::date::{Day, MONTH_NAMES};
use model::{Figure, Measure, Points, Series};

/// What a figure was checked against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Closing numbers.
    Close,
    /// The high of each earlier day against the close of the day.
    High,
    /// The low of each earlier day against the close of the day.
    Low,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The series agrees, to the precision of the printed figure.
    Holds,
    /// The series disagrees.
    DoesNotHold,
    /// The series cannot tell; `why` of [`Checked`] says why.
    NotCheckable,
}

/// A checked figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// What came of it.
    pub verdict: Verdict,
    /// What it was checked against.
    pub basis: Basis,
    /// What the series says, in a sentence.
    pub why: String,
}

/// What a figure says about a series.
enum Statement {
    ChangeOnDay,
    ChangeSince(Day),
    Level,
    LevelBefore,
    HighestSince,
    LowestSince,
}

/// True when `figure` is about `series`: its name begins with the name or the shortcut of the series. "Hang Seng" is about
/// the "Hang Seng Index", not about "Hang Seng Tech".
#[must_use]
pub fn is_checkable(figure: &Figure, series: &Series) -> bool {
    let subject = plain(parts(figure).0);
    [&series.name, &series.handle]
        .iter()
        .any(|it| plain(it) == subject)
}

/// A name for comparison: in lower case, without words that newspapers leave out.
fn plain(name: &str) -> String {
    let name = name.trim().to_lowercase();
    let name = name.strip_prefix("the ").unwrap_or(&name);
    let name = name.strip_suffix(" index").unwrap_or(name);
    name.trim().to_owned()
}

/// Checks a figure of an event on `day` against `series`.
#[must_use]
pub fn check_figure(figure: &Figure, day: Day, series: &Series) -> Checked {
    let statement = statement(figure, day);
    let points = &series.points;
    let Some(statement) = statement else {
        return cannot(
            "Its name does not say what it measures: name it \"…, change on the day\", \"…, change since 2 April\", \"…, highest since\", \"…, close\".",
        );
    };
    let Ok(at) = points.find(day) else {
        return cannot(&format!("The series has no value for {}.", day.in_words()));
    };
    match statement {
        Statement::ChangeOnDay => change(figure, series, at.checked_sub(1), at),
        Statement::ChangeSince(since) => {
            let from = points
                .days
                .partition_point(|it| *it <= since)
                .checked_sub(1);
            change(figure, series, from, at)
        }
        Statement::Level => level(figure, points, at),
        Statement::LevelBefore => match at.checked_sub(1) {
            Some(before) => level(figure, points, before),
            None => cannot("The series begins too late to check this."),
        },
        Statement::HighestSince => since(figure, day, points, at, Basis::High),
        Statement::LowestSince => since(figure, day, points, at, Basis::Low),
    }
}

fn cannot(why: &str) -> Checked {
    Checked {
        verdict: Verdict::NotCheckable,
        basis: Basis::Close,
        why: why.to_owned(),
    }
}

/// "Hang Seng, change on the day" as ("Hang Seng", "change on the day").
fn parts(figure: &Figure) -> (&str, &str) {
    let (subject, rest) = figure
        .name
        .split_once(',')
        .unwrap_or((&figure.name, "close"));
    (subject.trim(), rest.trim())
}

fn statement(figure: &Figure, day: Day) -> Option<Statement> {
    let what = parts(figure).1.to_lowercase();
    if let Some(since) = what.strip_prefix("change since ") {
        return Some(Statement::ChangeSince(day_before(since, day)?));
    }
    Some(match what.as_str() {
        "change" | "change on the day" => Statement::ChangeOnDay,
        "close" | "low close" | "high close" | "level" | "to" => Statement::Level,
        "from" | "close before" => Statement::LevelBefore,
        "highest since" => Statement::HighestSince,
        "lowest since" => Statement::LowestSince,
        _ => return None,
    })
}

/// "2025-03-21", "21 March 2025", "21 March" or "March 21": without a year, the last one before `day`.
fn day_before(text: &str, day: Day) -> Option<Day> {
    let edtf = model::FuzzyDate::from_edtf(text.trim());
    if let Some(known) = edtf.ok().and_then(|it| it.bounds.start_earliest) {
        return Some(known.day);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let month_of = |word: &str| {
        MONTH_NAMES
            .iter()
            .position(|it| it.eq_ignore_ascii_case(word))
    };
    let month = words.iter().find_map(|it| month_of(it))? as u32 + 1;
    let numbers: Vec<i64> = words
        .iter()
        .filter_map(|it| it.trim_end_matches(',').parse().ok())
        .collect();
    let of_month = u32::try_from(*numbers.iter().find(|it| **it <= 31)?).ok()?;
    let stated = numbers.iter().find(|it| **it > 31);
    let (year, _, _) = day.ymd();
    let candidates = match stated {
        Some(year) => vec![*year],
        None => vec![year, year - 1],
    };
    let days = candidates
        .iter()
        .filter_map(|it| Day::from_ymd(*it, month, of_month));
    days.into_iter().find(|it| *it < day)
}

/// A printed number: its tolerance, its value, and its number of decimals.
struct Printed {
    least: bool,
    most: bool,
    about: bool,
    value: f64,
    decimals: usize,
}

fn printed(value: &str) -> Option<Printed> {
    let lower = value.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|it| lower.contains(it));
    let number: String = lower
        .chars()
        .filter(|it| it.is_ascii_digit() || matches!(it, '.' | '-' | '−'))
        .map(|it| if it == '−' { '-' } else { it })
        .collect();
    let decimals = number.split_once('.').map_or(0, |it| it.1.len());
    Some(Printed {
        least: has(&["more than", "over", "above", "at least"]),
        most: has(&["less than", "under", "below", "at most"]),
        about: has(&["about", "around", "some ", "nearly", "~"]),
        value: number.parse().ok()?,
        decimals,
    })
}

impl Printed {
    /// True when `actual` would be printed like this.
    fn says(&self, actual: f64) -> bool {
        let last = 10_f64.powi(-(self.decimals as i32));
        if self.least || self.most {
            let above = actual >= self.value - last / 2.0;
            return if self.least {
                above
            } else {
                actual <= self.value + last / 2.0
            };
        }
        let slack = if self.about { last } else { last / 2.0 };
        (actual - self.value).abs() <= slack * (1.0 + 1e-9)
    }
}

fn verdict(figure: &Figure, actual: f64, why: String) -> Checked {
    let verdict = match printed(&figure.value) {
        Some(it) if it.says(actual) => Verdict::Holds,
        Some(_) => Verdict::DoesNotHold,
        None => return cannot(&format!("\"{}\" is not a number. {why}", figure.value)),
    };
    Checked {
        verdict,
        basis: Basis::Close,
        why,
    }
}

fn change(figure: &Figure, series: &Series, from: Option<usize>, at: usize) -> Checked {
    let points = &series.points;
    let Some(from) = from else {
        return cannot("The series begins too late to compute a change.");
    };
    let (before, now) = (points.values[from], points.values[at]);
    let since = format!(
        "from {before:.2} on {} to {now:.2}",
        points.days[from].in_words()
    );
    match series.measure {
        Measure::Price if before > 0.0 => {
            let percent = (now / before - 1.0) * 100.0;
            verdict(
                figure,
                percent,
                format!("By closes it is {percent:+.2} %, {since}."),
            )
        }
        Measure::Price | Measure::Returns => cannot("The series has no prices for these days."),
        Measure::Rate | Measure::Steps => {
            let change = now - before;
            verdict(
                figure,
                change,
                format!("The change is {change:+.2}, {since}."),
            )
        }
    }
}

fn level(figure: &Figure, points: &Points, at: usize) -> Checked {
    let close = points.values[at];
    verdict(
        figure,
        close,
        format!("The close of {} is {close:.2}.", points.days[at].in_words()),
    )
}

/// "Highest since": the last day before that was beyond should be the day that is named, by closes or by the extremes of
/// the days; the answer says by which.
fn since(figure: &Figure, day: Day, points: &Points, at: usize, extreme: Basis) -> Checked {
    let Some(named) = day_before(&figure.value, day) else {
        return cannot(&format!("\"{}\" is not a day.", figure.value));
    };
    let now = points.values[at];
    let is_beyond = |it: &f64| match extreme {
        Basis::Low => *it <= now,
        _ => *it >= now,
    };
    let last = |numbers: &[f64]| numbers[..at.min(numbers.len())].iter().rposition(is_beyond);
    let (extremes, name) = match extreme {
        Basis::Low => (&points.lows, "daily lows"),
        _ => (&points.highs, "daily highs"),
    };
    let (by_close, by_extreme) = (last(&points.values), last(extremes));
    let told = |name: &str, found: Option<usize>| match found {
        Some(it) => format!(
            "by {name} the last day beyond {now:.2} was {}",
            points.days[it].in_words()
        ),
        None => format!("by {name} no earlier day of the series is beyond {now:.2}"),
    };
    let why = match extremes.is_empty() {
        true => sentence(&told("closes", by_close)),
        false => sentence(&format!(
            "{}; {}",
            told(name, by_extreme),
            told("closes", by_close)
        )),
    };
    let is_named = |found: Option<usize>| found.is_some_and(|it| points.days[it] == named);
    let (verdict, basis) = match (is_named(by_close), is_named(by_extreme)) {
        (true, _) => (Verdict::Holds, Basis::Close),
        (false, true) => (Verdict::Holds, extreme),
        (false, false) => (Verdict::DoesNotHold, Basis::Close),
    };
    Checked {
        verdict,
        basis,
        why,
    }
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters
        .next()
        .map(|it| it.to_uppercase().to_string())
        .unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}
