//! Scripts without blanks between words, cut so that any run of letters inside is found.
//!
//! FTS5 finds whole tokens, beginnings of tokens, and tokens that follow each other. Nothing says where a word ends in
//! 中国对美国商品加征关税, so the tokens are every two letters that stand side by side, and the last letter of the run alone:
//! 中国 国对 对美 … 关税 税. Whatever run of letters is looked for is then a few of these in a row, and a single letter is the
//! beginning of one, the last included. Its own trigram tokenizer finds nothing under three letters, and most words of
//! Chinese have two; a dictionary would be wrong on every new name.

use super::letters::is_unspaced;

/// The words of `spaced`, as `super::spaced` gives them, as tokens for the index.
pub(crate) fn cut(spaced: &str) -> String {
    tokens(spaced, false).0
}

/// As [`cut`], of what is looked for. In the text more may follow its last letter, which then is not alone there; true
/// when the last token is a single letter, with which a token may begin.
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

/// The stretches of a word that are in scripts with blanks and without.
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

/// Every two letters of a run that stand side by side.
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
