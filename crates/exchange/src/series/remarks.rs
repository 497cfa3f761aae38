//! What of a file is not loaded, and why.

use super::columns::is_other_date;
use super::forms::{Form, OTHERS};
use super::header::{is, nth};
use super::number::{Cell, is_missing, number};
use super::table::Table;

impl Form {
    /// Why a column is left out; nothing of one that has neither name nor content.
    pub(super) fn unread(&self, table: &Table, at: usize) -> Option<String> {
        let header = &table.headers[at];
        match self.not_a_number(table, at) {
            Some(place) => Some(format!("{header} is left out: {place} is not a number")),
            None if *header == nth(at) => None,
            None => Some(format!("{header} is left out: it is empty")),
        }
    }

    /// The first cell of a column that is not a number.
    fn not_a_number(&self, table: &Table, at: usize) -> Option<String> {
        let mut cells = table.column(at);
        let row =
            cells.position(|it| number(it, self.decimal) == Cell::Other && !is_missing(it))?;
        Some(table.place(Some((row, at))))
    }

    /// Why none of the columns holds numbers.
    pub(super) fn why_none(&self, table: &Table) -> String {
        let columns = (0..table.headers.len()).filter(|it| !self.date.has(*it));
        let mut why = columns.filter_map(|it| self.not_a_number(table, it));
        why.next().map_or_else(
            || String::from("they are empty"),
            |it| format!("{it} is not a number"),
        )
    }

    /// Names the columns that such files have beside their series, and what stands outside of the table.
    pub(super) fn note_others(&mut self, table: &Table) {
        let headers = || table.headers.iter().enumerate();
        for (_, header) in headers().filter(|it| is_other_date(table, self.date, it.0)) {
            self.remarks
                .push(format!("{header} is left out: it contains dates too"));
        }
        let is_used = |at: usize| {
            self.values
                .iter()
                .any(|it| it.close == at || it.high == Some(at) || it.low == Some(at))
        };
        let mut others: Vec<&str> = Vec::new();
        for (at, header) in table.headers.iter().enumerate() {
            if is(header, &OTHERS) && !is_used(at) && !others.contains(&header.as_str()) {
                others.push(header);
            }
        }
        if !others.is_empty() {
            self.remarks.push(format!(
                "loaded only if you choose them: {}",
                others.join(", ")
            ));
        }
    }

    /// Names what stands outside of the table.
    pub(super) fn note_outside(&mut self, table: &Table) {
        match table.titles {
            0 => {}
            1 => self.remarks.push(String::from(
                "1 line above the header of the table is skipped",
            )),
            many => self.remarks.push(format!(
                "{many} lines above the header of the table are skipped"
            )),
        }
        let columns = table.headers.len();
        let is_long = |row: &csv::StringRecord| row.iter().skip(columns).any(|it| !it.is_empty());
        if let Some(first) = table.rows.iter().position(is_long) {
            self.remarks.push(format!(
                "line {} has more cells than the header has columns: the extra cells are left out",
                table.line(first)
            ));
        }
        let others = table.sheets.iter().filter(|it| **it != table.sheet);
        let others: Vec<&str> = others.map(String::as_str).collect();
        if !others.is_empty() {
            self.remarks.push(format!(
                "read from the sheet {}; the other sheets are {}",
                table.sheet,
                others.join(", ")
            ));
        }
    }
}
