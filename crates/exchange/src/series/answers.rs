//! What only the analyst can say about a file.

use super::day::DayOrder;
use super::number::Decimal;

/// Answers of the analyst about a file.
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
