//! Why a file gives no series.

/// Why a file gives no series. Each says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SeriesError {
    /// Nothing in it.
    #[error("the file is empty: download it again")]
    Empty,
    /// The publisher answered that there is nothing.
    #[error(
        "the file says \"{0}\" instead of holding rows: check the symbol and the dates, and download it again"
    )]
    NoData(String),
    /// A page of the web.
    #[error("this is a web page, not a table: download the CSV file itself")]
    WebPage,
    /// A workbook.
    #[error(
        "this is a spreadsheet, not a text table: save it as CSV in its program, and take that file"
    )]
    Spreadsheet,
    /// No column is one of dates.
    #[error("no column holds dates: say which one does; there are {columns}")]
    NoDates {
        /// Headers.
        columns: String,
    },
    /// No column is one of numbers.
    #[error("no column holds numbers beside the dates: say which one does; there are {columns}")]
    NoNumbers {
        /// Headers.
        columns: String,
    },
    /// A column that was asked for is not there.
    #[error("there is no column \"{column}\": there are {columns}")]
    NoColumn {
        /// What was asked for.
        column: String,
        /// Headers.
        columns: String,
    },
    /// Dates like 03/04/2025 in a file that does not show which comes first.
    #[error(
        "\"{example}\" may be read in two ways, and the file does not show which: say whether the day or the month comes first"
    )]
    DayOrder {
        /// One of them.
        example: String,
    },
    /// More than anyone can want.
    #[error("the file is too large: at most {most} are read; cut it into parts")]
    TooLong {
        /// "5,000,000 rows".
        most: &'static str,
    },
    /// The table breaks off or is malformed.
    #[error("line {line} cannot be read as a row of a table: {detail}")]
    Unreadable {
        /// Which, from 1.
        line: u64,
        /// Why.
        detail: String,
    },
}
