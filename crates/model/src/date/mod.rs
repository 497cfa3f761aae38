//! Fuzzy dates: dates that are honest about what is not known.
//!
//! Stub while the real one is written beside it.

/// A civil day: days since 1970-01-01 in the proleptic Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i64);

/// A civil day, or a second of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The day.
    pub day: Day,
    /// Seconds after its midnight; `None` for the whole day.
    pub second: Option<u32>,
}

/// Where a date may lie. `None` is open or unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bounds {
    /// Not before.
    pub start_earliest: Option<Moment>,
    /// Begins no later than.
    pub start_latest: Option<Moment>,
    /// Ends no earlier than.
    pub end_earliest: Option<Moment>,
    /// Not after (inclusive).
    pub end_latest: Option<Moment>,
}

/// Words, EDTF and bounds.
#[derive(Debug, Clone, PartialEq)]
pub struct FuzzyDate {
    /// As typed.
    pub words: String,
    /// EDTF.
    pub edtf: String,
    /// Where it lies.
    pub bounds: Bounds,
}
