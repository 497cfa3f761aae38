//! Bytes as a table: encoding, delimiter, head.

use csv::StringRecord;

use super::answers::Answers;
use super::error::SeriesError;
use super::head::{self, Head};
use super::number::EXACT;
use super::workbook::{self, MOST_COLUMNS, MOST_ROWS};

/// Lines that are sampled for the delimiter.
const LOOKED_AT: usize = 50;
/// Texts that publishers send without data.
const NOTHING: [&str; 5] = [
    "no data",
    "brak danych",
    "exceeded the daily hits limit",
    "not found",
    "error",
];

/// A table of texts.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) delimiter: u8,
    pub(super) headers: Vec<String>,
    /// The ticker of each column, from the line below the header of a yfinance file.
    pub(super) tickers: Option<Vec<String>>,
    pub(super) rows: Vec<StringRecord>,
    /// Lines before the first one that was read as a row.
    skipped_lines: u64,
    /// Lines with words above the head.
    pub(super) titles: usize,
    /// The sheets of a workbook, and the one that this is.
    pub(super) sheets: Vec<String>,
    pub(super) sheet: String,
}

impl Table {
    pub(super) fn of(bytes: &[u8], answers: &Answers) -> Result<Self, SeriesError> {
        if workbook::is_one(bytes) {
            let book = workbook::read(bytes, answers.sheet.as_deref())?;
            let mut table = Self::headed(book.rows, b'\t', 0)?;
            (table.sheets, table.sheet) = (book.sheets, book.sheet);
            return Ok(table);
        }
        let text = decoded(bytes)?;
        let text = text.trim_start_matches('\u{feff}');
        refuse(text)?;
        let (delimiter, text, skipped) = match declared_delimiter(text) {
            Some((delimiter, rest)) => (delimiter, rest, 1),
            None => (delimiter(text), text, 0),
        };
        Self::headed(rows(text, delimiter)?, delimiter, skipped)
    }

    /// Separates the header.
    fn headed(
        mut rows: Vec<StringRecord>,
        delimiter: u8,
        skipped_lines: u64,
    ) -> Result<Self, SeriesError> {
        let Head {
            headers,
            tickers,
            titles,
            first,
        } = head::find(&rows).ok_or(SeriesError::Empty)?;
        rows.drain(..first);
        Ok(Self {
            delimiter,
            headers,
            tickers,
            rows,
            skipped_lines,
            titles,
            sheets: Vec::new(),
            sheet: String::new(),
        })
    }

    /// The text of a cell.
    pub(super) fn cell(&self, row: usize, column: usize) -> &str {
        let cell = self.rows.get(row).and_then(|it| it.get(column));
        cell.unwrap_or_default().trim()
    }

    /// The cells of a column, one for each row.
    pub(super) fn column(&self, at: usize) -> impl Iterator<Item = &str> {
        self.rows
            .iter()
            .map(move |it| it.get(at).unwrap_or("").trim())
    }

    /// The line of a row, from 1.
    pub(super) fn line(&self, row: usize) -> u64 {
        let position = self.rows.get(row).and_then(StringRecord::position);
        position.map_or(0, csv::Position::line) + self.skipped_lines
    }

    /// Where something stands, with what it is: "line 2, Price: \"1,234\"".
    pub(super) fn place(&self, at: Option<(usize, usize)>) -> String {
        let Some((row, column)) = at else {
            return String::new();
        };
        let header = self.headers.get(column).map_or("", String::as_str);
        let cell = self.cell(row, column).trim_start_matches(EXACT);
        let cell: String = cell.chars().take(40).collect();
        let header: String = header.chars().take(60).collect();
        format!("line {}, {header}: \"{cell}\"", self.line(row))
    }

    /// The column with this header.
    pub(super) fn find(&self, header: &str) -> Result<usize, SeriesError> {
        let at = self
            .headers
            .iter()
            .position(|it| it.eq_ignore_ascii_case(header.trim()));
        at.ok_or_else(|| SeriesError::NoColumn {
            column: header.chars().take(60).collect(),
            columns: self.headers.join(", "),
        })
    }
}

fn rows(text: &str, delimiter: u8) -> Result<Vec<StringRecord>, SeriesError> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = StringRecord::new();
    while reader
        .read_record(&mut record)
        .map_err(|error| unreadable(&error))?
    {
        if record.len() > MOST_COLUMNS {
            return Err(SeriesError::TooLong {
                most: "500 columns",
            });
        }
        if rows.len() > MOST_ROWS {
            return Err(SeriesError::TooLong {
                most: "5,000,000 rows",
            });
        }
        if record.iter().any(|it| !it.trim().is_empty()) {
            rows.push(record.clone());
        }
    }
    Ok(rows)
}

fn unreadable(error: &csv::Error) -> SeriesError {
    SeriesError::Unreadable {
        line: error.position().map_or(0, csv::Position::line),
        detail: error.to_string().chars().take(200).collect(),
    }
}

/// UTF-8, UTF-16 with its mark, or else single bytes: those of CP1250 and Latin-1 are the same for all that matters here,
/// which is digits and the letters of headers that are known.
fn decoded(bytes: &[u8]) -> Result<String, SeriesError> {
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(SeriesError::Spreadsheet);
    }
    let wide = |pairs: &[u8], of: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = pairs.as_chunks::<2>().0.iter().map(|it| of(*it)).collect();
        String::from_utf16_lossy(&units)
    };
    Ok(match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|it| char::from(*it)).collect(),
        },
    })
}

/// An error for content that is not a table.
fn refuse(text: &str) -> Result<(), SeriesError> {
    let beginning: String = text
        .trim_start()
        .chars()
        .take(300)
        .collect::<String>()
        .to_lowercase();
    if beginning.is_empty() {
        return Err(SeriesError::Empty);
    }
    if beginning.starts_with('<')
        && ["<!doctype", "<html", "<?xml", "<head", "<body"]
            .iter()
            .any(|it| beginning.contains(it))
    {
        return Err(SeriesError::WebPage);
    }
    let first = beginning.lines().next().unwrap_or_default().trim();
    if text.trim().lines().count() <= 2 && NOTHING.iter().any(|it| first.starts_with(it)) {
        return Err(SeriesError::NoData(first.chars().take(60).collect()));
    }
    Ok(())
}

/// The delimiter that the first line declares for Excel ("sep=;"), and the lines below it.
fn declared_delimiter(text: &str) -> Option<(u8, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let first = first.trim_end_matches('\r').trim_matches('"');
    let sign = first.get(..4).filter(|it| it.eq_ignore_ascii_case("sep="));
    let sign = sign.and_then(|_| first.as_bytes().get(4))?;
    (first.len() == 5).then_some((*sign, rest))
}

/// The delimiter that splits most of the first lines into the same number of columns. Lines above the header have none.
fn delimiter(text: &str) -> u8 {
    let lines: Vec<&str> = text
        .lines()
        .filter(|it| !it.trim().is_empty())
        .take(LOOKED_AT)
        .collect();
    let score = |sign: char| {
        let mut counts: Vec<usize> = lines.iter().map(|it| outside_quotes(it, sign)).collect();
        counts.retain(|it| *it > 0);
        counts.sort_unstable();
        let runs = counts.chunk_by(|one, other| one == other);
        let best = runs.map(|it| (it.len(), it[0])).max();
        best.unwrap_or_default()
    };
    // Of two equal candidates, the one that is not used in numbers.
    let signs = [',', '|', ';', '\t'];
    let best = signs.into_iter().max_by_key(|it| score(*it));
    best.filter(|it| score(*it).0 > 0)
        .map_or(b',', |it| it as u8)
}

fn outside_quotes(line: &str, sign: char) -> usize {
    let mut quoted = false;
    line.chars()
        .filter(|it| {
            quoted ^= *it == '"';
            !quoted && *it == sign
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::{declared_delimiter, delimiter};

    #[test]
    fn the_delimiter_is_what_cuts_alike() {
        for (text, sign) in [
            ("Date,Price\n2025-06-11,66.5\n", b','),
            ("Date;Price\n11.06.2025;66,5\n12.06.2025;66,7\n", b';'),
            ("2025-06-11;66,5\n2025-06-12;66,7\n", b';'),
            ("Date\tPrice\n2025-06-11\t66,5\n", b'\t'),
            ("Date|Price\n2025-06-11|66.5\n", b'|'),
            (
                "Brent crude\nSource: EIA, Washington\n\nDate;Price\n1;2\n3;4\n",
                b';',
            ),
            ("Date,Price\n\"11, June\",\"66;5\"\n", b','),
            ("alone\n1\n", b','),
        ] {
            assert_eq!(delimiter(text), sign, "{text:?}");
        }
    }

    #[test]
    fn excel_may_be_told_the_delimiter() {
        for (text, told) in [
            ("sep=;\na;b", Some((b';', "a;b"))),
            ("SEP=,\r\na,b", Some((b',', "a,b"))),
            ("\"sep=\t\"\na", Some((b'\t', "a"))),
            ("sep=;;\na", None),
            ("sepal\na", None),
            ("é\na", None),
        ] {
            assert_eq!(declared_delimiter(text), told, "{text:?}");
        }
    }
}
