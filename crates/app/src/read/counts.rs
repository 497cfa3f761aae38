//! How many entries each choice of the filter would show.

use api::dto::{KindCount, SeverityCount, StatusCount, ToneCount, WordCount};
use model::{Kind, Status, Tone};

use crate::lookup::filter::Counts;

pub(crate) fn statuses(counts: &Counts) -> Vec<StatusCount> {
    let row = |it: &Status| StatusCount {
        word: *it,
        count: of(&counts.statuses, it),
    };
    Status::ALL.iter().map(row).collect()
}

pub(crate) fn kinds(counts: &Counts) -> Vec<KindCount> {
    let row = |it: &Kind| KindCount {
        word: *it,
        count: of(&counts.kinds, it),
    };
    Kind::ALL.iter().map(row).collect()
}

/// Maximum number of tags offered.
const MOST_TAGS: usize = 500;

/// The most frequent tags first.
pub(crate) fn tags(counts: &Counts) -> Vec<WordCount> {
    let row = |(word, count): (&String, &u32)| WordCount {
        word: word.clone(),
        count: *count,
    };
    let mut all: Vec<WordCount> = counts.tags.iter().map(row).collect();
    all.sort_by_key(|it| std::cmp::Reverse(it.count));
    all.truncate(MOST_TAGS);
    all
}

pub(crate) fn tones(counts: &Counts) -> Vec<ToneCount> {
    let row = |it: &Tone| ToneCount {
        word: *it,
        count: of(&counts.tones, it),
    };
    Tone::ALL.iter().map(row).collect()
}

pub(crate) fn severities(counts: &Counts) -> Vec<SeverityCount> {
    (1..=5)
        .map(|severity| SeverityCount {
            severity,
            count: of(&counts.severities, &severity),
        })
        .collect()
}

/// The count of `key`; 0 for what does not occur.
pub(crate) fn of<K: Ord>(counts: &std::collections::BTreeMap<K, u32>, key: &K) -> u32 {
    counts.get(key).copied().unwrap_or(0)
}
