//! The sheets of a workbook (XLSX) as rows of texts. Stored numbers are marked, dates are written out.

use std::io::Cursor;

use calamine::{DataRef, Reader as _, Xlsx, XlsxError};
use csv::StringRecord;

use super::error::SeriesError;
use super::head::is_data;
use super::number::EXACT;

/// The most rows and columns of a table.
pub(super) const MOST_ROWS: usize = 5_000_000;
pub(super) const MOST_COLUMNS: usize = 500;

/// A sheet, and the names of all.
#[derive(Debug)]
pub(super) struct Book {
    pub(super) rows: Vec<StringRecord>,
    pub(super) sheets: Vec<String>,
    pub(super) sheet: String,
}

/// Whether these bytes are a workbook, which is a ZIP file.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The sheet of that name, or else the first that holds dates and numbers.
pub(super) fn read(bytes: &[u8], wanted: Option<&str>) -> Result<Book, SeriesError> {
    let mut book: Xlsx<_> = match Xlsx::new(Cursor::new(bytes)) {
        Ok(book) => book,
        // Another sort of zip file, such as a sheet of LibreOffice.
        Err(XlsxError::FileNotFound(_)) => return Err(SeriesError::Spreadsheet),
        Err(error) => return Err(broken(&error)),
    };
    let sheets = book.sheet_names();
    if let Some(wanted) = wanted {
        let found = sheets
            .iter()
            .find(|it| it.eq_ignore_ascii_case(wanted.trim()));
        let sheet = found.cloned().ok_or_else(|| SeriesError::NoSheet {
            sheet: wanted.chars().take(60).collect(),
            sheets: sheets.join(", "),
        })?;
        let rows = rows(&mut book, &sheet)?;
        return Ok(Book {
            rows,
            sheets,
            sheet,
        });
    }
    let mut first: Option<Book> = None;
    for sheet in sheets.clone() {
        let rows = rows(&mut book, &sheet)?;
        let (has_data, is_empty) = (rows.iter().any(is_data), rows.is_empty());
        let made = Book {
            rows,
            sheets: sheets.clone(),
            sheet,
        };
        match () {
            () if has_data => return Ok(made),
            () if !is_empty && first.is_none() => first = Some(made),
            () => {}
        }
    }
    first.ok_or(SeriesError::Empty)
}

fn broken(error: &XlsxError) -> SeriesError {
    SeriesError::Workbook {
        detail: error.to_string().chars().take(200).collect(),
    }
}

/// Cell by cell, because a sheet may claim to be much larger than it is.
fn rows(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<Vec<StringRecord>, SeriesError> {
    let mut reader = match book.worksheet_cells_reader(sheet) {
        Ok(reader) => reader,
        // A sheet that is a chart has no cells.
        Err(XlsxError::NotAWorksheet(_)) => return Ok(Vec::new()),
        Err(error) => return Err(broken(&error)),
    };
    let mut rows: Vec<StringRecord> = Vec::new();
    let (mut row, mut cells): (u32, Vec<String>) = (0, Vec::new());
    while let Some(cell) = reader.next_cell().map_err(|error| broken(&error))? {
        let (at, column) = cell.get_position();
        let column = column as usize;
        if column >= MOST_COLUMNS || rows.len() > MOST_ROWS {
            return Err(SeriesError::TooLong {
                most: "500 columns and 5,000,000 rows",
            });
        }
        if at != row {
            finish(&mut rows, row, &mut cells);
            row = at;
        }
        let text = text(cell.get_value());
        if !text.is_empty() {
            cells.resize(cells.len().max(column + 1), String::new());
            cells[column] = text;
        }
    }
    finish(&mut rows, row, &mut cells);
    Ok(rows)
}

fn finish(rows: &mut Vec<StringRecord>, row: u32, cells: &mut Vec<String>) {
    if cells.is_empty() {
        return;
    }
    let mut record = StringRecord::from(std::mem::take(cells));
    let mut position = csv::Position::new();
    position.set_line(u64::from(row) + 1);
    record.set_position(Some(position));
    rows.push(record);
}

fn text(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::String(it) | DataRef::DateTimeIso(it) | DataRef::DurationIso(it) => it.clone(),
        DataRef::SharedString(it) => (*it).to_owned(),
        DataRef::Int(it) => format!("{EXACT}{it}"),
        DataRef::Float(it) => format!("{EXACT}{it}"),
        DataRef::Bool(it) => it.to_string(),
        // A time of day alone is a number between 0 and 1.
        DataRef::DateTime(it) if it.is_datetime() && it.as_f64() >= 1.0 => {
            let (year, month, day, ..) = it.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTime(it) => format!("{EXACT}{}", it.as_f64()),
        DataRef::Error(_) => String::from("#N/A"),
        DataRef::Empty => String::new(),
    }
}
