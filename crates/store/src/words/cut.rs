//! Scripts without spaces between words, cut so that any sequence of characters is found.
//!
//! FTS5 finds whole tokens, beginnings of tokens, and tokens that follow each other. Nothing says where a word ends in
//! 中国对美国商品加征关税, so the tokens are all pairs of neighboring characters, and the last character by itself:
//! 中国 国对 对美 … 关税 税. Any sequence that is searched for is then a few of these in a row, and a single character is the
//! prefix of one, the last included. The trigram tokenizer of FTS5 finds nothing below three characters, and most Chinese
//! words have two; a dictionary would be wrong for every new name.

use super::letters::is_unspaced;

/// The words of `spaced`, as `super::spaced` gives them, as tokens for the index.
pub(crate) fn cut(spaced: &str) -> String {
    tokens(spaced, false).0
}

/// As [`cut`], for a query. In the text more may follow its last character, which is then not a token by itself; true when
/// the last token is a single character, which can be a prefix.
pub(crate) fn cut_asked(spaced: &str) -> (String, bool) {
    tokens(spaced, true)
}

fn tokens(spaced: &str, is_asked: bool) -> (String, bool) {
    if !has_unspaced(spaced) {
        return (spaced.to_owned(), false);
    }
    let mut tokens = String::with_capacity(spaced.len() * 3);
    let mut all = spaced.split(' ').flat_map(runs).peekable();
    while let Some(run) = all.next() {
        if !run.starts_with(is_unspaced) {
            push(&mut tokens, run);
            continue;
        }
        pairs(run).for_each(|pair| push(&mut tokens, pair));
        let (last, may_go_on) = (last_letter(run), is_asked && all.peek().is_none());
        if !may_go_on || last.len() == run.len() {
            push(&mut tokens, last);
        }
        if may_go_on {
            return (tokens, last.len() == run.len());
        }
    }
    (tokens, false)
}

fn has_unspaced(text: &str) -> bool {
    !text.is_ascii() && text.contains(is_unspaced)
}

fn push(tokens: &mut String, token: &str) {
    if !tokens.is_empty() {
        tokens.push(' ');
    }
    tokens.push_str(token);
}

/// The parts of a word in scripts with spaces and without.
fn runs(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        let kind = is_unspaced(rest.chars().next()?);
        let end = rest
            .find(|letter| is_unspaced(letter) != kind)
            .unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        Some(run)
    })
}

/// All pairs of neighboring characters of a run.
fn pairs(run: &str) -> impl Iterator<Item = &str> {
    let starts = run.char_indices().map(|(at, _)| at);
    let ends = run
        .char_indices()
        .skip(1)
        .map(|(at, it)| at + it.len_utf8());
    starts
        .zip(ends)
        .filter_map(|(start, end)| run.get(start..end))
}

fn last_letter(run: &str) -> &str {
    let start = run.char_indices().next_back().map_or(0, |(at, _)| at);
    run.get(start..).unwrap_or_default()
}
