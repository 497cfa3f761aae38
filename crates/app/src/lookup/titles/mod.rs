//! The words of all titles, so that events are found, completed and compared while a line is typed.
//!
//! The index is built once and then updated: it compares itself with the workspace, so nobody needs to say what changed.

mod find;
mod stem;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};

use model::{Event, EventId, Workspace};

pub(crate) use stem::{is_stop_word, stem};

use crate::lookup::names::{squeezed, words};

/// When more than this fraction of all events has changed, the index is rebuilt instead of updated.
const UPDATE_AT_MOST: usize = 8;

/// Place of an event in the index.
pub(crate) type Slot = u32;
/// Number of a word or of a stem.
pub(crate) type WordNumber = u32;

/// An event as the index knows it.
#[derive(Debug)]
struct Entry {
    id: EventId,
    title: Box<str>,
    handle: Box<str>,
    /// The words of the title in their order.
    words: Box<[WordNumber]>,
}

/// A word that comes in titles.
#[derive(Debug)]
struct Word {
    text: Box<str>,
    stem: WordNumber,
    /// The events that have it, in no order.
    slots: Vec<Slot>,
}

/// The words of all titles.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// `None` where an event is gone.
    entries: Vec<Option<Entry>>,
    /// Places in the order of ids.
    order: Vec<(EventId, Slot)>,
    words: Vec<Word>,
    by_text: BTreeMap<Box<str>, WordNumber>,
    stems: HashMap<Box<str>, WordNumber>,
    /// The words of each stem.
    of_stem: Vec<Vec<WordNumber>>,
    by_handle: BTreeMap<Box<str>, Vec<Slot>>,
}

impl Index {
    /// The index of a workspace.
    pub(crate) fn new(workspace: &Workspace) -> Self {
        let mut index = Self::default();
        for event in &workspace.events {
            let slot = index.add(event);
            index.order.push((event.id, slot));
        }
        index
    }

    /// Brings the index up to date with `workspace`.
    pub(crate) fn update(&mut self, workspace: &Workspace) {
        let most = workspace.events.len() / UPDATE_AT_MOST + 1_000;
        if self.entries.len() > self.order.len() + most || !self.update_changed(workspace, most) {
            *self = Self::new(workspace);
        }
    }

    /// How many events there are.
    pub(crate) fn len(&self) -> usize {
        self.order.len()
    }

    /// Walks both in the order of ids. False when more than `most` differ; then the index must be rebuilt.
    fn update_changed(&mut self, workspace: &Workspace, most: usize) -> bool {
        let old = std::mem::take(&mut self.order);
        let mut old = old.into_iter().peekable();
        let mut order = Vec::with_capacity(workspace.events.len());
        let mut changes = 0;
        for event in &workspace.events {
            while let Some((_, slot)) = old.next_if(|(id, _)| *id < event.id) {
                self.remove(slot);
                changes += 1;
            }
            let known = old.next_if(|(id, _)| *id == event.id).map(|(_, slot)| slot);
            let slot = match known {
                Some(slot) if self.is_current(slot, event) => slot,
                other => {
                    changes += 1;
                    if let Some(slot) = other {
                        self.remove(slot);
                    }
                    self.add(event)
                }
            };
            order.push((event.id, slot));
            if changes > most {
                return false;
            }
        }
        for (_, slot) in old {
            self.remove(slot);
        }
        self.order = order;
        true
    }

    fn is_current(&self, slot: Slot, event: &Event) -> bool {
        let same = |it: &Entry| *it.title == *event.title && *it.handle == *event.handle;
        self.entry(slot).is_some_and(same)
    }

    fn entry(&self, slot: Slot) -> Option<&Entry> {
        self.entries.get(slot as usize)?.as_ref()
    }

    fn add(&mut self, event: &Event) -> Slot {
        // A workspace of more than four thousand million events does not fit into memory.
        let slot = Slot::try_from(self.entries.len()).unwrap_or(Slot::MAX);
        let words: Vec<WordNumber> = words(&event.title)
            .into_iter()
            .map(|word| self.word(word))
            .collect();
        let mut once = words.clone();
        once.sort_unstable();
        once.dedup();
        for word in once {
            if let Some(word) = self.words.get_mut(word as usize) {
                word.slots.push(slot);
            }
        }
        let handle = squeezed(&event.handle).into_boxed_str();
        self.by_handle.entry(handle).or_default().push(slot);
        self.entries.push(Some(Entry {
            id: event.id,
            title: event.title.as_str().into(),
            handle: event.handle.as_str().into(),
            words: words.into(),
        }));
        slot
    }

    fn remove(&mut self, slot: Slot) {
        let gone = self.entries.get_mut(slot as usize).and_then(Option::take);
        let Some(entry) = gone else { return };
        for number in &entry.words {
            if let Some(word) = self.words.get_mut(*number as usize) {
                word.slots.retain(|it| *it != slot);
            }
        }
        let handle = squeezed(&entry.handle);
        if let Some(slots) = self.by_handle.get_mut(handle.as_str()) {
            slots.retain(|it| *it != slot);
        }
    }

    fn word(&mut self, text: String) -> WordNumber {
        if let Some(number) = self.by_text.get(text.as_str()) {
            return *number;
        }
        let number = WordNumber::try_from(self.words.len()).unwrap_or(WordNumber::MAX);
        let stem = self.stem_number(stem(&text));
        if let Some(words) = self.of_stem.get_mut(stem as usize) {
            words.push(number);
        }
        let text = text.into_boxed_str();
        self.by_text.insert(text.clone(), number);
        self.words.push(Word {
            text,
            stem,
            slots: Vec::new(),
        });
        number
    }

    fn stem_number(&mut self, stem: &str) -> WordNumber {
        if let Some(number) = self.stems.get(stem) {
            return *number;
        }
        let number = WordNumber::try_from(self.of_stem.len()).unwrap_or(WordNumber::MAX);
        self.stems.insert(stem.into(), number);
        self.of_stem.push(Vec::new());
        number
    }

    /// The stems of a text that count for likeness, each once, in the order of numbers; `None` for one that comes in
    /// no title.
    pub(crate) fn stems_of(&self, text: &str) -> Vec<Option<WordNumber>> {
        let counted = words(text).into_iter().filter(|word| !is_stop_word(word));
        let mut stems: Vec<_> = counted.map(|word| stem(&word).to_owned()).collect();
        stems.sort_unstable();
        stems.dedup();
        let mut stems: Vec<_> = stems
            .iter()
            .map(|stem| self.stems.get(stem.as_str()).copied())
            .collect();
        stems.sort_unstable();
        stems
    }

    /// How many events have a word of this stem; what has two of them counts twice.
    pub(crate) fn uses(&self, stem: WordNumber) -> usize {
        let words = self.of_stem.get(stem as usize).into_iter().flatten();
        let known = words.filter_map(|word| self.words.get(*word as usize));
        known.map(|word| word.slots.len()).sum()
    }

    /// The events that have a word of this stem.
    pub(crate) fn slots_of(&self, stem: WordNumber) -> impl Iterator<Item = Slot> {
        let words = self.of_stem.get(stem as usize).into_iter().flatten();
        words
            .filter_map(|word| self.words.get(*word as usize))
            .flat_map(|word| word.slots.iter().copied())
    }

    /// The stems of an event, as [`Index::stems_of`].
    pub(crate) fn stems_at(&self, slot: Slot) -> Vec<WordNumber> {
        let words = self.entry(slot).map_or(&[][..], |it| &it.words);
        let known = words.iter().filter_map(|it| self.words.get(*it as usize));
        let counted = known.filter(|word| !is_stop_word(&word.text));
        let mut stems: Vec<_> = counted.map(|word| word.stem).collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    }

    /// The place of an event.
    pub(crate) fn slot_of(&self, id: EventId) -> Option<Slot> {
        let at = self.order.binary_search_by_key(&id, |it| it.0).ok()?;
        self.order.get(at).map(|it| it.1)
    }

    /// The words of `text` that have one of `stems`, as they stand there.
    pub(crate) fn as_written(&self, text: &str, stems: &[WordNumber]) -> Vec<String> {
        let mut left = stems.to_vec();
        let mut found = Vec::new();
        for word in text.split(|it: char| it.is_whitespace()) {
            let folded = words(word);
            let has = |number: &WordNumber| {
                let is = |word: &String| self.stems.get(stem(word)) == Some(number);
                folded.iter().any(is)
            };
            if let Some(at) = left.iter().position(has) {
                left.remove(at);
                found.push(
                    word.trim_matches(|it: char| !it.is_alphanumeric())
                        .to_owned(),
                );
            }
        }
        found
    }

    /// The event at a place.
    pub(crate) fn id_at(&self, slot: Slot) -> Option<EventId> {
        self.entry(slot).map(|it| it.id)
    }
}
