//! Tables of dates and sentences, which are not series although they also contain numbers.

use std::collections::BTreeSet;

use super::table::Table;

/// Rows that are sampled.
const LOOKED_AT: usize = 400;
/// The fewest words and characters of a sentence, in tables with numbers and without.
const BESIDE_NUMBERS: (usize, usize) = (4, 20);
const ALONE: (usize, usize) = (2, 8);

/// Signs of Chinese, Japanese and Korean, of Thai, Lao, Burmese and Khmer.
fn is_word(sign: char) -> bool {
    matches!(sign, '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

/// The column of sentences; `None` where most rows have none, or the same one over and over, like the name of a series.
pub(super) fn sentences(
    table: &Table,
    has_numbers: bool,
    is_date: impl Fn(usize) -> bool,
) -> Option<usize> {
    let (words, characters) = if has_numbers { BESIDE_NUMBERS } else { ALONE };
    let is_sentence = |cell: &&str| {
        // A character of a script without spaces counts as a word and as three letters.
        let signs = cell.chars().filter(|it| is_word(*it)).count();
        let letters = cell.chars().filter(|it| it.is_alphabetic()).count();
        letters + signs * 2 >= characters && cell.split_whitespace().count() + signs > words
            || letters >= characters && cell.split_whitespace().count() >= words
    };
    let holds = |column: &usize| {
        let cells = table.column(*column).take(LOOKED_AT);
        let said: Vec<&str> = cells.filter(is_sentence).collect();
        let different: BTreeSet<&str> = said.iter().copied().collect();
        let rows = table.rows.len().min(LOOKED_AT);
        said.len() * 2 >= rows && different.len() * 2 > said.len() && !said.is_empty()
    };
    (0..table.headers.len())
        .filter(|it| !is_date(*it))
        .find(holds)
}
