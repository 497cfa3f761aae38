//! Letters without case and accents, so that "Erdogan" finds "Erdoğan".

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// `text` in lower case without accents.
pub(crate) fn fold(text: &str) -> String {
    text.nfkd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .map(plain)
        .collect()
}

/// Letters that no decomposition takes apart.
fn plain(letter: char) -> char {
    match letter {
        'ı' => 'i',
        'ł' => 'l',
        'ø' => 'o',
        'đ' => 'd',
        '\u{2013}' | '\u{2014}' | '\u{2011}' => '-',
        '\u{2018}' | '\u{2019}' => '\'',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn case_and_accents_go_and_other_scripts_stay() {
        assert_eq!(fold("ERDOĞAN Łódź"), "erdogan lodz");
        assert_eq!(fold("İstanbul"), "istanbul");
        assert_eq!(fold("US–China"), "us-china");
        assert_eq!(fold("伊朗"), "伊朗");
    }
}
