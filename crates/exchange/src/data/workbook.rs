//! All tables in one workbook.

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::Picked;
use super::table::{Cell, Table, TableKind, table};

/// Characters of a cell of a workbook: more are cut, with an ellipsis.
const LONGEST: usize = 32_000;
/// Rows of a sheet, its head included.
const MOST_ROWS: usize = 1_048_576;

/// Events, links and citations as sheets of an Office Open XML workbook. Texts are strings, never formulas.
///
/// # Errors
/// Why the workbook cannot be made, such as too many rows for a sheet.
pub fn workbook(picked: &Picked<'_>) -> Result<Vec<u8>, String> {
    let made = || -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        // The same bytes each time: the date of making is left out.
        let day = rust_xlsxwriter::ExcelDateTime::from_ymd(2000, 1, 1)?;
        book.set_properties(&rust_xlsxwriter::DocProperties::new().set_creation_datetime(&day));
        for kind in TableKind::ALL {
            let sheet = book.add_worksheet();
            sheet.set_name(kind.word())?;
            fill(sheet, &table(picked, kind))?;
        }
        book.save_to_buffer()
    };
    made().map_err(|error| error.to_string())
}

fn fill(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    for (column, name) in (0_u16..).zip(table.head) {
        sheet.write_string_with_format(0, column, *name, &bold)?;
    }
    for (row, cells) in (1_u32..).zip(table.rows.iter().take(MOST_ROWS - 1)) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Text(text) => sheet.write_string(row, column, fitting(text))?,
                Cell::Number(number) => sheet.write_number(row, column, *number as f64)?,
            };
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

fn fitting(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}
