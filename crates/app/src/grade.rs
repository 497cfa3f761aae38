//! Admiralty grades: the letter of a source beside the digit of a statement.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use model::{Citation, Source, Stance};

/// The lists of `data/admiralty.toml`.
#[derive(serde::Deserialize)]
struct Lists {
    letter: Vec<Entry>,
    digit: Vec<Entry>,
}

#[derive(serde::Deserialize)]
struct Entry {
    word: String,
    name: String,
}

/// What each letter and digit is called.
fn words() -> &'static BTreeMap<String, String> {
    static WORDS: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let lists = toml::from_str::<Lists>(include_str!("../../../data/admiralty.toml"));
        // The text is part of the program; the test below sees to it that it reads.
        let entries = lists.map(|lists| lists.letter.into_iter().chain(lists.digit));
        entries
            .into_iter()
            .flatten()
            .map(|entry| (entry.word, entry.name))
            .collect()
    })
}

/// The grade of `citation` as far as it is judged: "B2", "B" or "".
pub(crate) fn of(source: &Source, citation: &Citation) -> String {
    let letter = source
        .reliability
        .map(model::Reliability::word)
        .unwrap_or_default();
    let digit = citation
        .credibility
        .map(model::Credibility::word)
        .unwrap_or_default();
    format!("{letter}{digit}")
}

/// The best grade among citations that speak for something; only what is judged on both counts.
/// F and 6 mean "cannot be judged" and so stand behind all others.
pub(crate) fn best<'a>(cited: impl Iterator<Item = (&'a Source, &'a Citation)>) -> Option<String> {
    let whole = cited.filter(|(_, citation)| citation.stance == Stance::For);
    whole
        .map(|(source, citation)| of(source, citation))
        .filter(|grade| grade.len() == 2)
        .min()
}

/// A grade in words; empty for none.
pub(crate) fn in_words(grade: &str) -> String {
    let parts = grade
        .chars()
        .filter_map(|sign| words().get(&sign.to_string()));
    parts.map(String::as_str).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn every_grade_has_words() {
        assert_eq!(in_words("B2"), "usually reliable, probably true");
        for letter in model::Reliability::ALL {
            assert!(!in_words(letter.word()).is_empty());
        }
        for digit in model::Credibility::ALL {
            assert!(!in_words(digit.word()).is_empty());
        }
    }
}
