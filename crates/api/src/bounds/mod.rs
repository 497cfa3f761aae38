//! Bounds of arguments. Types say what an argument is; this says how much of it there may be.

mod brief;
mod chart;
mod export;
mod filter;
mod line;
mod numbers;
mod write;

pub use write::fields;

use model::date::Day;

use crate::Fault;
use crate::dto::{
    ChosenArgs, DateArgs, EventArgs, FilterWordsArgs, FindArgs, HitsArgs, IdsOfArgs,
    LinkDetailArgs, LinkRowArgs, ListArgs, NoArgs, PageArgs, PathArgs, RowArgs, RowsArgs,
    SearchArgs, SpanArgs, TreeArgs, WalkArgs,
};

/// Characters of a text that is searched, read or printed.
pub const LONG: usize = 2_000;
/// Characters of a name, a word or an id.
pub const SHORT: usize = 200;
/// Entries of a list.
const MANY: usize = 1_000;
/// Pixels of a side of a picture.
const SIDE_PX: std::ops::RangeInclusive<f32> = 100.0..=8_000.0;
/// Pixels down a picture: what a float can count.
const SCROLL_PX: std::ops::RangeInclusive<f32> = 0.0..=16_000_000.0;
/// Days from 1970: well beyond the years -9999 to 9999 and still exact to the second.
const DAYS: std::ops::RangeInclusive<f64> = -5_000_000.0..=5_000_000.0;

/// Arguments that can say whether they are within bounds.
pub trait Bounded {
    /// Refuses what is out of bounds, by the name of the field. Some have none.
    ///
    /// # Errors
    /// A bad argument.
    fn check_bounds(&self) -> Result<(), Fault> {
        Ok(())
    }
}

/// Refuses a text of more than `most` characters.
pub fn text(field: &str, value: &str, most: usize) -> Result<(), Fault> {
    // Characters are never more than bytes, so most texts are not counted.
    if value.len() > most && value.chars().count() > most {
        let message = format!("{field} is too long: at most {most} characters");
        return Err(Fault::argument(field, message).help("shorten it"));
    }
    Ok(())
}

/// Refuses a number out of bounds.
pub fn number<T>(field: &str, value: T, within: &std::ops::RangeInclusive<T>) -> Result<(), Fault>
where
    T: PartialOrd + std::fmt::Display,
{
    // NaN is in no range.
    if within.contains(&value) {
        return Ok(());
    }
    let (low, high) = (within.start(), within.end());
    Err(Fault::argument(
        field,
        format!("{field} is {value}; it must be from {low} to {high}"),
    )
    .help("choose a number in that range"))
}

/// Refuses a list of more than 1,000 entries.
fn many<T>(field: &str, list: &[T]) -> Result<(), Fault> {
    if list.len() <= MANY {
        return Ok(());
    }
    let message = format!("{field} has more than {MANY} entries");
    Err(Fault::argument(field, message).help("take fewer"))
}

/// Reads an id of the kind `T`.
pub fn id<T: std::str::FromStr<Err = model::IdError>>(
    field: &str,
    value: &str,
) -> Result<T, Fault> {
    value
        .parse()
        .map_err(|error: model::IdError| Fault::argument(field, error.to_string()))
}

/// Reads a day as the window and other verbs write it, such as `2025-06-11`.
pub fn day(field: &str, value: &str) -> Result<Day, Fault> {
    text(field, value, SHORT)?;
    value.parse().map_err(|_| {
        Fault::argument(field, format!("{field} is not a day"))
            .help("write it as year-month-day, such as 2025-06-11")
    })
}

impl Bounded for NoArgs {}

impl Bounded for ListArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.filter.check_bounds()
    }
}

impl Bounded for RowsArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.filter.check_bounds()
    }
}

impl Bounded for PageArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.filter.check_bounds()?;
        if let Some(limit) = self.limit {
            number("limit", limit, &(1..=1_000))?;
        }
        if let Some(days) = self.from_days {
            number("from_days", days, &DAYS)?;
        }
        Ok(())
    }
}

impl Bounded for RowArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.filter.check_bounds()
    }
}

impl Bounded for ChosenArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.filter.check_bounds()
    }
}

impl Bounded for HitsArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        number("bins", self.bins, &(1..=500))?;
        number("from_days", self.from_days, &DAYS)?;
        number("to_days", self.to_days, &DAYS)?;
        if self.to_days <= self.from_days {
            return Err(Fault::argument(
                "to_days",
                "to_days must be later than from_days",
            ));
        }
        self.filter.check_bounds()
    }
}

impl Bounded for SpanArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.filter.check_bounds()
    }
}

impl Bounded for LinkRowArgs {}

impl Bounded for LinkDetailArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.filter.check_bounds()
    }
}

impl Bounded for IdsOfArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        number("most", self.most, &(0..=100_000))?;
        self.filter.check_bounds()
    }
}

impl Bounded for WalkArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.arrange.check_bounds()?;
        if let Some(it) = &self.as_of {
            text("as_of", it, SHORT)?;
        }
        self.filter.check_bounds()
    }
}

impl Bounded for EventArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        many("datasets", self.datasets.as_deref().unwrap_or_default())
    }
}

impl Bounded for TreeArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.steps
            .map_or(Ok(()), |steps| number("steps", steps, &(1..=9)))?;
        self.filter.check_bounds()
    }
}

impl Bounded for PathArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.most
            .map_or(Ok(()), |most| number("most", most, &(1..=20)))?;
        self.filter.check_bounds()
    }
}

impl Bounded for SearchArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        text("words", &self.words, LONG)?;
        many("datasets", self.datasets.as_deref().unwrap_or_default())?;
        self.limit
            .map_or(Ok(()), |limit| number("limit", limit, &(1..=1_000)))
    }
}

impl Bounded for DateArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        text("words", &self.words, SHORT)
    }
}

impl Bounded for FilterWordsArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        text("words", &self.words, LONG)
    }
}

impl Bounded for FindArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        text("event", &self.event, LONG)
    }
}
