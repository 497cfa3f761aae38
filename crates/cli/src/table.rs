//! Tables of aligned columns.

use crate::print::plain;

/// A column: its head, the most characters it shows, and whether it holds numbers.
pub(crate) struct Column {
    pub(crate) head: &'static str,
    pub(crate) most: usize,
    pub(crate) number: bool,
}

/// A column of words.
pub(crate) const fn words(head: &'static str, most: usize) -> Column {
    Column {
        head,
        most,
        number: false,
    }
}

/// A column of numbers, aligned to the right.
pub(crate) const fn number(head: &'static str) -> Column {
    Column {
        head,
        most: 12,
        number: true,
    }
}

/// The table with a header, two spaces between columns, no trailing spaces.
pub(crate) fn table(columns: &[Column], rows: &[Vec<String>]) -> String {
    let cell = |column: &Column, text: &str| cut(&plain(text), column.most);
    let mut lines: Vec<Vec<String>> = vec![columns.iter().map(|it| it.head.to_owned()).collect()];
    lines.extend(rows.iter().map(|row| {
        columns
            .iter()
            .zip(row)
            .map(|(column, text)| cell(column, text))
            .collect()
    }));
    let width = |at: usize| {
        lines
            .iter()
            .filter_map(|line| line.get(at))
            .map(|it| it.chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns.len()).map(width).collect();
    let mut text = String::new();
    for line in &lines {
        let cells = line
            .iter()
            .zip(&widths)
            .zip(columns)
            .map(|((cell, &width), column)| {
                if column.number {
                    format!("{cell:>width$}")
                } else {
                    format!("{cell:<width$}")
                }
            });
        text.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    text
}

/// At most `most` characters, the last an ellipsis if some are left out.
fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::{number, table, words};

    #[test]
    fn columns_are_aligned_and_cut() {
        let rows = [
            vec!["a\u{1b}b".to_owned(), "5".to_owned()],
            vec!["long words".to_owned(), "12".to_owned()],
        ];
        let text = table(&[words("WHAT", 6), number("N")], &rows);
        assert_eq!(text, "WHAT    N\na b     5\nlong…  12\n");
    }
}
