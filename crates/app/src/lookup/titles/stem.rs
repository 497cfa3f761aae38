//! Words as they are compared: without the endings of English plurals, and without those that say nothing.

/// Words that two titles may share without being alike. In the order of the alphabet.
const STOP_WORDS: &[&str] = &[
    "a", "about", "after", "again", "against", "all", "already", "also", "an", "and", "any", "are",
    "as", "at", "be", "been", "before", "being", "between", "both", "but", "by", "could", "each",
    "for", "from", "had", "has", "have", "he", "her", "his", "if", "in", "into", "is", "it", "its",
    "may", "might", "more", "most", "new", "no", "not", "of", "on", "or", "other", "out", "over",
    "own", "said", "say", "says", "she", "since", "so", "some", "still", "such", "than", "that",
    "the", "their", "them", "they", "this", "to", "under", "until", "up", "was", "were", "what",
    "when", "where", "which", "while", "who", "why", "will", "with", "would",
];

/// True for a word that says nothing by itself.
pub(crate) fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}

/// A folded word without its plural or verb ending: "talks" and "talk", "tariffs" and "tariff", "licenses" and
/// "license". Light on purpose: what is cut too far makes strangers alike.
pub(crate) fn stem(word: &str) -> &str {
    if word.len() < 4 || !word.is_ascii() {
        return word;
    }
    if ["ss", "us", "is"].iter().any(|it| word.ends_with(it)) {
        return word;
    }
    if let Some(head) = word.strip_suffix("ies") {
        return head;
    }
    let hissing = ["ches", "shes", "sses", "xes", "zes"];
    let ending = if hissing.iter().any(|it| word.ends_with(it)) {
        "es"
    } else {
        "s"
    };
    if let Some(head) = word.strip_suffix(ending) {
        return head;
    }
    // "country" meets "countries", but "delay" stays.
    let consonant = |head: &&str| !head.ends_with(['a', 'e', 'i', 'o', 'u']);
    word.strip_suffix('y').filter(consonant).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::{STOP_WORDS, is_stop_word, stem};

    #[test]
    fn stop_words_are_in_order() {
        assert!(STOP_WORDS.is_sorted());
        assert!(is_stop_word("the") && !is_stop_word("talks"));
    }

    #[test]
    fn plurals_meet_their_singulars() {
        for (one, many) in [
            ("talk", "talks"),
            ("tariff", "tariffs"),
            ("license", "licenses"),
            ("country", "countries"),
            ("embassy", "embassies"),
            ("clash", "clashes"),
            ("strike", "strikes"),
            ("base", "bases"),
        ] {
            assert_eq!(stem(one), stem(many), "{one}");
        }
        for word in ["congress", "status", "crisis", "us", "gas", "delay", "伊朗"] {
            assert_eq!(stem(word), word);
        }
    }
}
