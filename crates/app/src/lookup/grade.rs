//! Admiralty grades: the letter of a source with the digit of a statement.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use model::{Citation, Source, Stance, Target};

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
        let lists = toml::from_str::<Lists>(include_str!("../../../../data/admiralty.toml"));
        // The text is part of the program; a test checks that it can be read.
        let entries = lists.map(|lists| lists.letter.into_iter().chain(lists.digit));
        entries
            .into_iter()
            .flatten()
            .map(|entry| (entry.word, entry.name))
            .collect()
    })
}

/// The grade of `citation`, as far as it has been graded: "B2", "B" or "".
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

/// The grade of an event: that of the first citation with both letter and digit. Citations of the event itself come before
/// those of its claims, and earlier ones before later ones.
///
/// Not the best of them: a reliable source that is cited for a side of the matter would then vouch for all of it. The
/// citation that the entry was made from stays the one it is graded by, as in the analyst's own list, until it goes.
pub(crate) fn of_event<'a>(
    cited: impl Iterator<Item = (&'a Source, &'a Citation)>,
) -> Option<String> {
    let judged = cited.filter(|(source, citation)| {
        let both = source.reliability.is_some() && citation.credibility.is_some();
        both && citation.stance == Stance::For
    });
    let first = judged.min_by_key(|(_, citation)| {
        let is_claim = matches!(citation.target, Target::Claim(_));
        (is_claim, citation.id)
    });
    first.map(|(source, citation)| of(source, citation))
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
    use model::{Citation, Source, Target};

    use super::{in_words, of_event};

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
    #[test]
    fn an_event_is_graded_by_its_first_citation() {
        let sample = crate::session::sample::workspace().unwrap();
        let event = sample.events.iter().find(|it| it.handle == "C03").unwrap();
        let cited: Vec<(&Source, &Citation)> = sample
            .citations_of(Target::Event(event.id))
            .filter_map(|it| Some((sample.source(it.source)?, it)))
            .collect();
        assert!(cited.len() > 1, "several are cited, one of them better");
        let backward = cited.iter().rev().copied();
        assert_eq!(of_event(backward).as_deref(), Some("C2"));
    }
}
