//! Events by typed words: for completing what is typed, and for saying which one is meant.

use std::collections::BTreeMap;

use model::EventId;

use super::{Index, Slot, WordNumber};
use crate::lookup::names::{slips, slips_of_start, squeezed, words};

/// Further words are ignored.
const MOST_WORDS: usize = 16;
/// Cost of a typing error, compared with a word that continues after what was typed.
const SLIP: u32 = 8;

/// How far typed words and the words of a title may differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    /// The title's word begins with what is typed.
    Begins,
    /// It has it anywhere.
    Contains,
    /// It differs by a few typing errors.
    Slips,
}

/// A word that fits a typed one, and what the difference costs.
type Fit = (u32, WordNumber);

impl Index {
    /// Events that may be meant by what is typed so far, the best first: by handle, by the beginnings of the words of
    /// the title, by what is in them, and last with slips forgiven. Among equals the newest come first.
    pub(crate) fn complete(&self, typed: &str, limit: usize) -> Vec<EventId> {
        let words = typed_words(typed);
        if words.is_empty() {
            return self.newest(limit);
        }
        let mut found: Vec<Slot> = self.with_handle(&squeezed(typed));
        for reach in [Reach::Begins, Reach::Contains, Reach::Slips] {
            if found.len() >= limit {
                break;
            }
            for slot in self.ranked(&words, reach, limit) {
                if !found.contains(&slot) {
                    found.push(slot);
                }
            }
        }
        let ids = found.into_iter().filter_map(|slot| self.id_at(slot));
        ids.take(limit).collect()
    }

    /// The events that words mean: the one of this handle or just this title, else all whose title has all the words,
    /// or words that begin so. At most `limit`.
    pub(crate) fn meant(&self, typed: &str, limit: usize) -> Vec<EventId> {
        let (key, words) = (squeezed(typed), typed_words(typed));
        if words.is_empty() {
            return Vec::new();
        }
        let ids = |slots: &[Slot]| slots.iter().filter_map(|it| self.id_at(*it)).collect();
        if let Some(slots) = self.by_handle.get(key.as_str()).filter(|it| !it.is_empty()) {
            return ids(slots);
        }
        let fit = self.ranked(&words, Reach::Begins, usize::MAX);
        let is_whole = |slot: &&Slot| {
            let entry = self.entry(**slot);
            entry.is_some_and(|it| it.words.len() == words.len() && squeezed(&it.title) == key)
        };
        let whole: Vec<Slot> = fit.iter().filter(is_whole).copied().collect();
        let best = if whole.is_empty() { fit } else { whole };
        ids(best.get(..limit.min(best.len())).unwrap_or_default())
    }

    fn newest(&self, limit: usize) -> Vec<EventId> {
        self.order.iter().rev().map(|it| it.0).take(limit).collect()
    }

    /// The event of this handle, then those whose handle begins so. A single letter matches all of them, so it is ignored.
    fn with_handle(&self, key: &str) -> Vec<Slot> {
        if !key.contains(|it: char| it.is_ascii_digit()) {
            return self.by_handle.get(key).cloned().unwrap_or_default();
        }
        const MOST: usize = 8;
        let from = self
            .by_handle
            .range::<str, _>((std::ops::Bound::Included(key), std::ops::Bound::Unbounded));
        from.take_while(|(handle, _)| handle.starts_with(key))
            .flat_map(|(_, slots)| slots.iter().copied())
            .take(MOST)
            .collect()
    }

    /// The events that have a fit for every typed word, the cheapest first.
    fn ranked(&self, typed: &[String], reach: Reach, limit: usize) -> Vec<Slot> {
        let fits: Vec<Vec<Fit>> = typed.iter().map(|word| self.fits(word, reach)).collect();
        if fits.iter().any(Vec::is_empty) {
            return Vec::new();
        }
        let costs = self.costs(&fits);
        let starts: BTreeMap<WordNumber, u32> =
            fits[0].iter().map(|(cost, word)| (*word, *cost)).collect();
        let mut ranked: Vec<(u32, bool, std::cmp::Reverse<EventId>, Slot)> = costs
            .into_iter()
            .filter_map(|(slot, cost)| {
                let entry = self.entry(slot)?;
                let first = entry.words.first();
                let inside = first.is_none_or(|word| !starts.contains_key(word));
                Some((cost, inside, std::cmp::Reverse(entry.id), slot))
            })
            .collect();
        // Titles that begin with what is typed come before those that have it later on.
        let key =
            |it: &(u32, bool, std::cmp::Reverse<EventId>, Slot)| (it.0 / SLIP, it.1, it.0, it.2);
        if limit < ranked.len() {
            ranked.select_nth_unstable_by_key(limit, key);
            ranked.truncate(limit);
        }
        ranked.sort_unstable_by_key(key);
        ranked.into_iter().map(|it| it.3).collect()
    }

    /// The events that have all words, with what that costs.
    fn costs(&self, fits: &[Vec<Fit>]) -> Vec<(Slot, u32)> {
        let mut state: Vec<(u32, u32)> = vec![(0, 0); self.entries.len()];
        for (step, fits) in (0..).zip(fits) {
            for (cost, word) in fits {
                let slots = self
                    .words
                    .get(*word as usize)
                    .map_or(&[][..], |it| &it.slots);
                for slot in slots {
                    // Fits come cheapest first, so the first one that hits an event is the one that counts.
                    if let Some(seen) = state.get_mut(*slot as usize)
                        && seen.0 == step
                    {
                        *seen = (step + 1, seen.1 + cost);
                    }
                }
            }
        }
        let all = u32::try_from(fits.len()).unwrap_or(u32::MAX);
        (0..)
            .zip(state)
            .filter(|(_, (hits, _))| *hits == all)
            .map(|(slot, (_, cost))| (slot, cost))
            .collect()
    }

    /// The words of titles that fit a typed one, the cheapest first.
    fn fits(&self, typed: &str, reach: Reach) -> Vec<Fit> {
        let from = self
            .by_text
            .range::<str, _>((std::ops::Bound::Included(typed), std::ops::Bound::Unbounded));
        let begun = from.take_while(|(text, _)| text.starts_with(typed));
        let mut fits: Vec<Fit> = begun
            .map(|(text, word)| (u32::from(text.len() > typed.len()), *word))
            .collect();
        let other = |cost: &dyn Fn(&str) -> Option<u32>| -> Vec<Fit> {
            let words = (0..).zip(&self.words);
            let fit = |(number, word): (WordNumber, &super::Word)| {
                let new = !word.text.starts_with(typed) && !word.slots.is_empty();
                new.then(|| cost(&word.text))
                    .flatten()
                    .map(|it| (it, number))
            };
            words.filter_map(fit).collect()
        };
        match reach {
            Reach::Begins => {}
            Reach::Contains if typed.len() > 2 => {
                fits.extend(other(&|text| text.contains(typed).then_some(2)));
            }
            Reach::Contains => {}
            Reach::Slips => fits.extend(other(&|text| {
                let found = slips(typed, text).or_else(|| slips_of_start(typed, text))?;
                Some(SLIP * u32::try_from(found).ok()?)
            })),
        }
        fits.sort_unstable();
        fits
    }
}

fn typed_words(typed: &str) -> Vec<String> {
    let mut words = words(typed);
    words.truncate(MOST_WORDS);
    words
}
