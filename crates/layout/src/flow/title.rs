//! Titles on lines: balanced, and shortened where there is no room for all of them.

use std::ops::Range;

use super::graph::Entry;

/// Height of a line.
pub(super) const LINE_EM: f32 = 1.28;
/// The most lines of a title.
pub(super) const MOST_LINES: usize = 4;
/// The widest line that looks like one title rather than a sentence across the page.
const WIDEST_EM: f32 = 17.8;
/// A title is named if it has this many words and letters, or all it has.
const NAMED_WORDS: usize = 3;
const NAMED_LETTERS: usize = 20;
/// For rounding.
const SLACK_EM: f32 = 0.02;

/// A title on lines.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Lines {
    pub(super) words: Vec<Range<usize>>,
    pub(super) is_cut: bool,
    pub(super) width_em: f32,
}

/// The widths that a title takes by number of lines.
#[derive(Debug, Clone)]
pub(super) struct Title<'a> {
    entry: &'a Entry,
    /// How many words name it.
    named: usize,
    /// By number of lines, the least width at which all of it fits; one more for cuts of a title.
    least_em: [f32; MOST_LINES],
    /// By number of lines, the least width at which it is still named.
    named_em: [f32; MOST_LINES],
}

impl<'a> Title<'a> {
    pub(super) fn new(entry: &'a Entry) -> Self {
        let all = entry.words.len();
        let mut named = 1.min(all);
        while named < all && !names(entry, named) {
            named += 1;
        }
        let least = named;
        while named < all && !entry.words[named - 1].may_end {
            named += 1;
        }
        let mut title = Self {
            entry,
            named: least,
            least_em: [0.0; MOST_LINES],
            named_em: [0.0; MOST_LINES],
        };
        for count in 1..=MOST_LINES {
            let least_em = title.balanced(all, count);
            title.least_em[count - 1] = least_em;
            title.named_em[count - 1] = title.balanced(named, count).min(least_em);
        }
        title
    }

    /// The least width for all of it on so many lines.
    pub(super) fn least_em(&self, lines: usize) -> f32 {
        self.least_em[lines.clamp(1, MOST_LINES) - 1]
    }

    /// The least width at which it is named on so many lines.
    pub(super) fn named_em(&self, lines: usize) -> f32 {
        self.named_em[lines.clamp(1, MOST_LINES) - 1]
    }

    /// The fewest lines, up to `most`, that are not too wide to read.
    pub(super) fn usual_lines(&self, most: usize) -> usize {
        let fits = |it: &usize| self.least_em(*it) <= WIDEST_EM;
        (1..=most.max(1)).find(fits).unwrap_or(most.max(1))
    }

    fn broken(&self, count: usize, limit_em: f32) -> Vec<Range<usize>> {
        let words = &self.entry.words[..count];
        let end_em = if count < self.entry.words.len() {
            self.entry.ellipsis_em
        } else {
            0.0
        };
        let mut lines: Vec<Range<usize>> = Vec::new();
        let mut width_em = 0.0;
        for (at, word) in words.iter().enumerate() {
            let blank_em = if at > 0 { words[at - 1].blank_em } else { 0.0 };
            let own_em = word.width_em + if at + 1 == count { end_em } else { 0.0 };
            match lines.last_mut() {
                Some(line) if width_em + blank_em + own_em <= limit_em + SLACK_EM => {
                    line.end = at + 1;
                    width_em += blank_em + word.width_em;
                }
                _ => {
                    lines.push(at..at + 1);
                    width_em = word.width_em;
                }
            }
        }
        lines
    }

    fn width_em(&self, line: &Range<usize>, count: usize) -> f32 {
        let words = &self.entry.words[line.clone()];
        let blanks: f32 = words.iter().map(|it| it.blank_em).sum();
        let last_em = words.last().map_or(0.0, |it| it.blank_em);
        let end_em = if line.end == count && count < self.entry.words.len() {
            self.entry.ellipsis_em
        } else {
            0.0
        };
        words.iter().map(|it| it.width_em).sum::<f32>() + blanks - last_em + end_em
    }

    /// The least width at which the first `count` words take at most `lines` lines.
    fn balanced(&self, count: usize, lines: usize) -> f32 {
        let words = &self.entry.words[..count];
        let widest = words.iter().map(|it| it.width_em).fold(0.0, f32::max);
        let all: f32 = words.iter().map(|it| it.width_em + it.blank_em).sum();
        let (mut low, mut high) = (widest, all + self.entry.ellipsis_em);
        if self.broken(count, low).len() <= lines {
            high = low;
        }
        while high - low > 0.04 {
            let middle = f32::midpoint(low, high);
            if self.broken(count, middle).len() <= lines {
                high = middle;
            } else {
                low = middle;
            }
        }
        let lines = self.broken(count, high);
        let widths = lines.iter().map(|it| self.width_em(it, count));
        widths.fold(0.0, f32::max)
    }

    /// At most so many lines within a width. A title that is too long is cut at the last clause, if half of the words
    /// stay, else after a word that can end it.
    pub(super) fn within(&self, limit_em: f32, lines: usize) -> Lines {
        let all = self.entry.words.len();
        let fits = |count: usize| self.broken(count, limit_em).len() <= lines;
        let mut count = all;
        if !fits(all) {
            let ends = |it: &usize| self.entry.words[it - 1].may_end;
            let last = (1..all).rev().find(|it| fits(*it)).unwrap_or(1);
            // What would still name it is not given up for a better end.
            let least = if names(self.entry, last) {
                self.named
            } else {
                1
            };
            let clause = (last / 2 + 1..=last)
                .rev()
                .find(|it| *it >= least && self.entry.words[it - 1].ends_clause);
            count = clause
                .or_else(|| (least.min(last)..=last).rev().find(ends))
                .unwrap_or(last);
        }
        let words = self.broken(count, limit_em);
        let width_em = words.iter().map(|it| self.width_em(it, count));
        Lines {
            width_em: width_em.fold(0.0, f32::max),
            is_cut: count < all,
            words,
        }
    }

    /// The width of the last line.
    pub(super) fn last_em(&self, lines: &Lines) -> f32 {
        let count = lines.words.last().map_or(0, |it| it.end);
        let last = lines.words.last();
        last.map_or(0.0, |it| self.width_em(it, count))
    }

    /// Whether so many of its words name it.
    pub(super) fn is_named(&self, lines: &Lines) -> bool {
        let count = lines.words.last().map_or(0, |it| it.end);
        !lines.is_cut || names(self.entry, count)
    }
}

/// Whether the first words of a title are enough to name it: three words, twenty characters with the blanks between
/// them, or all of it.
#[must_use]
pub fn names(entry: &Entry, count: usize) -> bool {
    let words = &entry.words[..count];
    let whole = words.iter().filter(|it| it.ends_word).count();
    let blanks = words.iter().filter(|it| it.blank_em > 0.0).count();
    let after = usize::from(words.last().is_some_and(|it| it.blank_em > 0.0));
    let letters: usize = words.iter().map(|it| it.letters).sum();
    count == entry.words.len()
        || (whole >= NAMED_WORDS && letters + blanks - after >= NAMED_LETTERS)
}
