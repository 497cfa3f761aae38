//! Files of market and reference series: FRED, Stooq, Yahoo, Investing.com, CBOE, EPU, GPR, and any other table with a column
//! of days.
//!
//! There is one table reader and a list of known headers instead of a reader for each publisher, because formats change more
//! often than headers.

mod answers;
mod chronology;
mod columns;
mod counted;
mod date;
mod day;
mod error;
mod forms;
mod head;
mod header;
mod marks;
mod merge;
mod number;
mod offer;
mod publisher;
mod remarks;
mod table;
mod workbook;
mod written;

pub use answers::Answers;
pub use day::DayOrder;
pub use error::SeriesError;
pub use merge::{Merged, merged};
pub use number::Decimal;
pub use offer::Offer;

/// A file that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// The format of the file, for people.
    pub form: &'static str,
    /// Headers of all columns, for picking.
    pub columns: Vec<String>,
    /// The column that was taken for the date.
    pub date_column: String,
    /// The series in it.
    pub offers: Vec<Offer>,
    /// What is not loaded and why, in sentences without a full stop.
    pub remarks: Vec<String>,
    /// The sheets of a workbook, and the one that was read.
    pub sheets: Vec<String>,
    /// The sheet that was read; empty for a file that is none.
    pub sheet: String,
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
            // A requested column that is missing is an error.
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
    // Columns of the same name give the same remark once.
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
