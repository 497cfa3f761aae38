//! Bytes as a table: encoding, delimiter, head.

use super::error::SeriesError;

const MOST_ROWS: usize = 5_000_000;
const MOST_COLUMNS: usize = 500;
/// What publishers send when they have nothing.
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
    /// The line under the head of a yfinance file: which ticker a column is of.
    pub(super) tickers: Option<Vec<String>>,
    pub(super) rows: Vec<csv::StringRecord>,
    /// Line of the first row, from 1.
    pub(super) first_line: u64,
}

impl Table {
    pub(super) fn of(bytes: &[u8]) -> Result<Self, SeriesError> {
        let text = decoded(bytes)?;
        let text = text.trim_start_matches('\u{feff}');
        refuse(text)?;
        let delimiter = delimiter(text);
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut rows = Vec::new();
        let mut record = csv::StringRecord::new();
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
        Self::headed(rows, delimiter)
    }

    /// Takes the head off: one line, or the three of yfinance.
    fn headed(mut rows: Vec<csv::StringRecord>, delimiter: u8) -> Result<Self, SeriesError> {
        let is = |at: usize, word: &str| {
            rows.get(at)
                .and_then(|it: &csv::StringRecord| it.get(0))
                .is_some_and(|it| it.eq_ignore_ascii_case(word))
        };
        let three = is(0, "price") && is(1, "ticker");
        let head = rows.first().ok_or(SeriesError::Empty)?;
        let headers: Vec<String> = head.iter().map(|it| it.trim().to_owned()).collect();
        let tickers = three.then(|| rows[1].iter().map(|it| it.trim().to_owned()).collect());
        let lines = if three {
            2 + usize::from(is(2, "date"))
        } else {
            1
        };
        rows.drain(..lines);
        Ok(Self {
            delimiter,
            headers,
            tickers,
            rows,
            first_line: lines as u64 + 1,
        })
    }

    /// The cells of a column, one for each row.
    pub(super) fn column(&self, at: usize) -> impl Iterator<Item = &str> {
        self.rows
            .iter()
            .map(move |it| it.get(at).unwrap_or("").trim())
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

fn unreadable(error: &csv::Error) -> SeriesError {
    SeriesError::Unreadable {
        line: error.position().map_or(0, csv::Position::line),
        detail: error.to_string().chars().take(200).collect(),
    }
}

/// UTF-8, UTF-16 with its mark, or else single bytes: those of CP1250 and Latin-1 are the same for all that matters here,
/// which is digits and the letters of headers that are known.
fn decoded(bytes: &[u8]) -> Result<String, SeriesError> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
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

/// Refuses what is no table at all.
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

/// The delimiter that cuts the first lines into the most columns of the same number.
fn delimiter(text: &str) -> u8 {
    let lines: Vec<&str> = text
        .lines()
        .filter(|it| !it.trim().is_empty())
        .take(20)
        .collect();
    let score = |sign: char| {
        let counts: Vec<usize> = lines.iter().map(|it| outside_quotes(it, sign)).collect();
        let first = counts.first().copied().unwrap_or(0);
        let alike = counts.iter().filter(|it| **it == first).count();
        if first == 0 { 0 } else { alike * 100 + first }
    };
    let signs = [',', ';', '\t', '|'];
    let best = signs.into_iter().rev().max_by_key(|it| score(*it));
    best.map_or(b',', |it| it as u8)
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
