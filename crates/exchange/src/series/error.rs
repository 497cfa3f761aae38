//! Why a file gives no series.

/// Why a file gives no series. Each message says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SeriesError {
    /// Nothing in it.
    #[error("the file is empty: download it again")]
    Empty,
    /// The publisher answered that there is nothing.
    #[error(
        "the file contains \"{0}\" instead of data: check the symbol and the dates, then download it again"
    )]
    NoData(String),
    /// A page of the web.
    #[error("this is a web page, not a table: download the CSV file itself")]
    WebPage,
    /// A workbook that is not XLSX.
    #[error(
        "this workbook is in an older or another format, or has a password: save it as XLSX or CSV and load that file"
    )]
    Spreadsheet,
    /// A workbook that is damaged.
    #[error("the workbook cannot be read ({detail}): save it again as XLSX or CSV")]
    Workbook {
        /// Why.
        detail: String,
    },
    /// There is no such sheet.
    #[error("there is no sheet \"{sheet}\": the workbook has {sheets}")]
    NoSheet {
        /// What was asked for.
        sheet: String,
        /// Their names.
        sheets: String,
    },
    /// No column is one of dates.
    #[error("no column contains dates: choose one; the columns are {columns}")]
    NoDates {
        /// Headers.
        columns: String,
    },
    /// The column that was said to hold dates does not.
    #[error(
        "{place} is not a date, nor is most of that column: choose the column that contains dates"
    )]
    NotDates {
        /// "line 2, Price: \"71.2\"".
        place: String,
    },
    /// No column is one of numbers.
    #[error(
        "no column other than the dates contains numbers ({why}): choose one; the columns are {columns}"
    )]
    NoNumbers {
        /// Headers.
        columns: String,
        /// "line 2, Event: \"Strike\" is not a number".
        why: String,
    },
    /// The column that was said to hold numbers does not.
    #[error(
        "{place} is not a number, nor is anything else in that column: choose a column that contains numbers"
    )]
    NotNumbers {
        /// "line 2, Event: \"Strike\"".
        place: String,
    },
    /// Most rows have more cells than the head, so that nobody knows which cell is of which column.
    #[error(
        "line {line} has {cells} cells, but the header has {columns} columns, perhaps because numbers with a decimal comma are not in quotation marks: save the file with semicolons as separators"
    )]
    MoreCells {
        /// Which, from 1.
        line: u64,
        /// How many cells.
        cells: usize,
        /// How many columns.
        columns: usize,
    },
    /// Dates and sentences.
    #[error(
        "this looks like a chronology (dates in {dates}, sentences in {sentences}), not a series: add its rows as events; if a column contains one number for each day, choose that column"
    )]
    Chronology {
        /// Header of the dates.
        dates: String,
        /// Header of the sentences.
        sentences: String,
    },
    /// A column that was asked for is not there.
    #[error("there is no column \"{column}\": the columns are {columns}")]
    NoColumn {
        /// What was asked for.
        column: String,
        /// Headers.
        columns: String,
    },
    /// Dates like 03/04/2025 in a file that does not show which comes first.
    #[error(
        "\"{example}\" can be read in two ways, and the file does not show which: say whether the day or the month comes first"
    )]
    DayOrder {
        /// One of them.
        example: String,
    },
    /// Numbers like 1,234 in a file that does not show what marks decimals.
    #[error(
        "{place} can be {point} or {comma}, and the file does not show which: say whether decimals are marked by a point or a comma"
    )]
    Decimal {
        /// "line 2, Price: \"1,234\"".
        place: String,
        /// The number, should a point mark decimals.
        point: String,
        /// The number, should a comma mark them.
        comma: String,
    },
    /// Some numbers have a decimal comma, others a decimal point.
    #[error(
        "{comma} has a decimal comma, but {point} a decimal point: say which one the file uses; numbers with the other one are left out and listed"
    )]
    BothDecimals {
        /// "line 2, A: \"66,5\"".
        comma: String,
        /// "line 3, B: \"66.5\"".
        point: String,
    },
    /// The file is too large.
    #[error("the file is too large: at most {most} are read; split it into parts")]
    TooLong {
        /// "5,000,000 rows".
        most: &'static str,
    },
    /// The table is truncated or malformed.
    #[error("line {line} cannot be read as a row of a table: {detail}")]
    Unreadable {
        /// Which, from 1.
        line: u64,
        /// Why.
        detail: String,
    },
}
