//! Fuzzy dates: dates that state what is known and what is not.
//!
//! [`Edtf`] parses, prints and bounds the forms of ISO 8601-2; [`read()`] understands what a person
//! types; [`FuzzyDate`] combines words, EDTF and bounds, and orders dates.

mod bound;
mod cursor;
mod day;
mod edtf;
mod edtf_words;
mod error;
mod fuzzy;
mod moment;
mod parse;
mod part_words;
mod print;
mod read;
mod shape;
mod shift;
mod shown;
mod time;
mod year;

#[cfg(test)]
mod tests;

pub use day::{
    Day, MAX_YEAR, MONTH_NAMES, Weekday, days_in_month, is_leap, month_name, year_in_words,
};
pub use edtf::{
    Date, DatePart, Digits, Doubt, Edge, Edtf, Member, Month, Offset, SetKind, Time, Year, YearForm,
};
pub use error::DateError;
pub use fuzzy::{FuzzyDate, SortKey};
pub use moment::{Bounds, Moment};
pub use read::{Understood, is_zone, read};
pub use shape::{End, Shape};
pub use shift::{Ends, ShiftError};
