//! Files of market and reference series: FRED, Stooq, Yahoo, Investing.com, CBOE, EPU, GPR, and any other table with a column
//! of days.
//!
//! One reader of tables and a list of known headers, rather than a reader for each publisher: they change their forms more
//! often than their words.

mod chronology;
mod columns;
mod date;
mod error;
mod forms;
mod head;
mod marks;
mod merge;
mod number;
mod offer;
mod publisher;
mod remarks;
mod table;
mod workbook;
mod written;

pub use date::DayOrder;
pub use error::SeriesError;
pub use merge::{Merged, merged};
pub use number::Decimal;

use model::Points;

/// What the analyst has said about a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// Whether day or month comes first, where the file cannot tell.
    pub day_order: Option<DayOrder>,
    /// What marks the decimals of its numbers, where the file cannot tell.
    pub decimal: Option<Decimal>,
    /// Which sheet of a workbook; none: the first that holds dates and numbers.
    pub sheet: Option<String>,
    /// Header of the column with dates.
    pub date_column: Option<String>,
    /// Headers of the columns with numbers; none: what the form says, or all that hold numbers.
    pub value_columns: Vec<String>,
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// What sort of file it is, for people.
    pub form: &'static str,
    /// Headers of all columns, for picking.
    pub columns: Vec<String>,
    /// The column that was taken for the date.
    pub date_column: String,
    /// The series in it.
    pub offers: Vec<Offer>,
    /// What of the file is not loaded and why, in sentences without a full stop.
    pub remarks: Vec<String>,
    /// The sheets of a workbook, and the one that was read.
    pub sheets: Vec<String>,
    /// The sheet that was read; empty for a file that is none.
    pub sheet: String,
}

/// One series in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// Its ticker or header; empty where the header says nothing but "price", so that the file's name is better.
    pub name: String,
    /// The numbers in order of time, each day once.
    pub points: Points,
    /// Rows with a date and no number.
    pub missing: usize,
    /// Rows that another row of the same day took the place of: the later in the file stays.
    pub doubled: usize,
    /// Some of the cells that are neither number nor a mark for none.
    pub unread: Vec<String>,
    /// How many such cells there are.
    pub unread_count: usize,
    /// The numbers may be changes instead of levels: ask.
    pub looks_like_returns: bool,
    /// The numbers mostly stay as they are, like those of a tariff.
    pub holds_still: bool,
}

/// Reads a file of series.
///
/// # Errors
/// [`SeriesError`]: what is wrong with the file, or what only the analyst knows.
pub fn read(bytes: &[u8], answers: &Answers) -> Result<Read, SeriesError> {
    let table = table::Table::of(bytes, answers)?;
    let mut form = forms::recognize(&table, answers)?;
    let (days, assumed) = date::days(&table, &form, answers.day_order)?;
    form.remarks.extend(assumed);
    let mut offers: Vec<Offer> = Vec::new();
    for it in &form.values {
        match offer::offer(&table, &form, it, &days) {
            Some(offer) => offers.push(offer),
            // What was asked for and is not there is not passed over.
            None if !answers.value_columns.is_empty() => {
                let place = table.place(Some((0, it.close)));
                return Err(SeriesError::NotNumbers { place });
            }
            None => form
                .remarks
                .push(format!("{} is left out: it contains no numbers", it.name)),
        }
    }
    if offers.is_empty() {
        return Err(SeriesError::NoNumbers {
            columns: table.headers.join(", "),
            why: form.why_none(&table),
        });
    }
    // Two columns of one name have one thing to say.
    let mut said = std::collections::BTreeSet::new();
    form.remarks.retain(|it| said.insert(it.clone()));
    Ok(Read {
        form: form.name,
        date_column: form.date_words(&table),
        columns: table.headers,
        offers,
        remarks: form.remarks,
        sheets: table.sheets,
        sheet: table.sheet,
    })
}
