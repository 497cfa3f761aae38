//! The user's words as an FTS5 query that cannot be a syntax error: nothing but tokens in quotation marks.

use crate::words::{Asked, asked, cut_asked};

/// Limits beyond which words are ignored: nobody types that much, and a pasted page should not stall the search.
const MOST_WORDS: usize = 16;
const LONGEST_WORD: usize = 64;
const LONGEST_TEXT: usize = 2 * MOST_WORDS * LONGEST_WORD;

/// All the words, the last as a prefix; `None` when there is none.
pub(super) fn of(words: &str) -> Option<String> {
    let text: String = words.chars().take(LONGEST_TEXT).collect();
    let mut all = asked(&text);
    // A space after a word does not mean that it is finished.
    all.truncate(MOST_WORDS);
    let last = all.len().checked_sub(1)?;
    let each = all.iter().enumerate();
    let each = each.map(|(at, it)| either(it, at == last));
    Some(each.collect::<Vec<_>>().join(" AND "))
}

/// The word as consecutive parts, or as one.
fn either(it: &Asked, is_beginning: bool) -> String {
    let parts = row(&it.spaced, is_beginning);
    match &it.joined {
        Some(joined) => format!("({parts} OR {})", row(joined, is_beginning)),
        None => parts,
    }
}

/// Consecutive tokens.
fn row(spaced: &str, is_beginning: bool) -> String {
    let kept: String = spaced.chars().take(LONGEST_WORD).collect();
    let (tokens, begins) = cut_asked(kept.trim_end());
    let star = if begins || is_beginning { "*" } else { "" };
    format!("\"{tokens}\"{star}")
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn words_are_quoted_and_the_last_is_a_beginning() {
        for (words, query) in [
            ("Iran  nucl", "\"iran\" AND \"nucl\"*"),
            ("say \"x\" OR", "\"say\" AND \"x\" AND \"or\"*"),
            ("US-China t", "(\"us china\" OR \"uschina\") AND \"t\"*"),
            ("U.S.-Chi", "(\"us chi\"* OR \"uschi\"*)"),
            ("关税", "\"关税\"*"),
            ("对华关税 美", "\"对华 华关 关税\" AND \"美\"*"),
            ("税 talks", "\"税\"* AND \"talks\"*"),
            ("Łódź", "\"lodz\"*"),
        ] {
            assert_eq!(of(words).as_deref(), Some(query), "{words}");
        }
        assert_eq!(of(" - * \" "), None);
    }
}
