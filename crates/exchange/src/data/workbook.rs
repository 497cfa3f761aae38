//! All tables in one workbook.

use model::date::Moment;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::table::{Cell, Table, TableKind, table};
use super::{Picked, Written, counted};

/// The most characters of a cell: longer text is cut, with an ellipsis.
const LONGEST: usize = 32_000;
/// The most rows of a sheet, including the header.
const MOST_ROWS: usize = 1_048_576;
/// Characters that a column is wide, at least and at most.
const WIDTHS: std::ops::RangeInclusive<usize> = 6..=60;
/// Rows that are sampled for the width of a column.
const LOOKED_AT: usize = 1_000;
/// Before this day Excel counts one day too many, because it takes 1900 for a leap year.
const FIRST_DAY: (i64, u32, u32) = (1900, 3, 1);
const LAST_YEAR: i64 = 9999;

/// Events, links and citations as sheets of an Office Open XML workbook: texts are strings, never formulas, days that Excel
/// supports are dates, and the header is frozen and has filters.
///
/// # Errors
/// Why the workbook cannot be made.
pub fn workbook(picked: &Picked<'_>) -> Result<Written, String> {
    let mut left_out = Vec::new();
    let mut made = || -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        // No creation date, so that the bytes are reproducible.
        let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
        book.set_properties(&rust_xlsxwriter::DocProperties::new().set_creation_datetime(&day));
        for kind in TableKind::ALL {
            let sheet = book.add_worksheet();
            sheet.set_name(kind.word())?;
            let table = table(picked, kind);
            fill(sheet, &table)?;
            left_out.extend(missing(&table, kind));
        }
        book.save_to_buffer()
    };
    let bytes = made().map_err(|error| error.to_string())?;
    Ok(Written { bytes, left_out })
}

fn fill(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    for (column, name) in (0_u16..).zip(table.head) {
        sheet.write_string_with_format(0, column, *name, &bold)?;
        sheet.set_column_width(column, width(table, column.into()) as f64)?;
    }
    let (day, time) = (
        Format::new().set_num_format("yyyy-mm-dd"),
        Format::new().set_num_format("yyyy-mm-dd hh:mm"),
    );
    let rows = table.rows.iter().take(MOST_ROWS - 1);
    for (row, cells) in (1_u32..).zip(rows.clone()) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Number(number) => sheet.write_number(row, column, *number as f64)?,
                Cell::Moment(moment, words) => match in_excel(*moment) {
                    Some(it) => {
                        let format = if moment.second.is_some() { &time } else { &day };
                        sheet.write_datetime_with_format(row, column, &it, format)?
                    }
                    None => sheet.write_string(row, column, fitting(words))?,
                },
                Cell::Text(text) | Cell::Fixed(text) => {
                    sheet.write_string(row, column, fitting(text))?
                }
            };
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    let last_row = u32::try_from(rows.len()).unwrap_or_default();
    let last_column = u16::try_from(table.head.len().saturating_sub(1)).unwrap_or_default();
    sheet.autofilter(0, 0, last_row, last_column)?;
    Ok(())
}

/// A moment as an Excel date; `None` for those that Excel does not support.
fn in_excel(moment: Moment) -> Option<ExcelDateTime> {
    let (year, month, day) = moment.day.ymd();
    if (year, month, day) < FIRST_DAY || year > LAST_YEAR {
        return None;
    }
    let small = |it: u32| u8::try_from(it).ok();
    let date =
        ExcelDateTime::from_ymd(u16::try_from(year).ok()?, small(month)?, small(day)?).ok()?;
    let second = moment.second.unwrap_or_default();
    let hour = u16::try_from(second / 3600).ok()?;
    date.and_hms(hour, small(second / 60 % 60)?, second % 60)
        .ok()
}

/// As wide as what stands in the column, within reason.
fn width(table: &Table, column: usize) -> usize {
    let cells = table.rows.iter().take(LOOKED_AT);
    let cells = cells.filter_map(|it| it.get(column)).map(Cell::words);
    let longest = cells.map(|it| it.chars().count()).max();
    let head = table.head.get(column).map_or(0, |it| it.len());
    // Leave room for the filter button.
    let widest = longest.unwrap_or_default().max(head + 3) + 1;
    widest.clamp(*WIDTHS.start(), *WIDTHS.end())
}

fn fitting(text: &str) -> String {
    match is_long(text) {
        false => text.to_owned(),
        true => text.chars().take(LONGEST).chain(['…']).collect(),
    }
}

fn is_long(text: &str) -> bool {
    text.len() > LONGEST && text.chars().count() > LONGEST
}

/// What does not fit on a sheet.
fn missing(table: &Table, kind: TableKind) -> Vec<String> {
    let sheet = kind.word();
    let rows = table.rows.len().saturating_sub(MOST_ROWS - 1);
    let cells = table.rows.iter().take(MOST_ROWS - 1).flatten();
    let long = cells.filter(|it| matches!(it, Cell::Text(text) if is_long(text)));
    let said = [
        counted(
            rows,
            &format!("row of {sheet} is left out: a sheet holds 1,048,576"),
            &format!("rows of {sheet} are left out: a sheet holds 1,048,576"),
        ),
        counted(
            long.count(),
            &format!("text of {sheet} is cut: a cell holds 32,000 characters"),
            &format!("texts of {sheet} are cut: a cell holds 32,000 characters"),
        ),
    ];
    said.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use model::date::Moment;

    use super::{fitting, in_excel, is_long};

    #[test]
    fn days_that_excel_counts_right_are_dates() {
        for (day, serial) in [
            ("1900-02-28", None),
            ("1900-03-01", Some(61.0)),
            ("1970-01-01", Some(25_569.0)),
            ("2025-06-11", Some(45_819.0)),
            ("9999-12-31", Some(2_958_465.0)),
            ("Y10000-01-01", None),
            ("-0043-03-15", None),
            ("0079-08-24", None),
        ] {
            let found = in_excel(Moment::whole(day.parse().unwrap()));
            assert_eq!(found.map(|it| it.to_excel()), serial, "{day}");
        }
        let noon = Moment {
            day: "2025-06-11".parse().unwrap(),
            second: Some(43_200),
        };
        assert_eq!(in_excel(noon).map(|it| it.to_excel()), Some(45_819.5));
    }

    #[test]
    fn a_text_is_cut_where_a_cell_ends() {
        // Excel takes 32,767 characters; letters of several bytes count once.
        let (fits, long) = ("é".repeat(32_000), "é".repeat(32_001));
        assert_eq!(fitting(&fits), fits);
        assert_eq!(fitting(&long), fits + "…");
        assert!(is_long(&long));
    }
}
