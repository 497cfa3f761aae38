//! How many entries there are per choice of each part of a filter.

use std::collections::BTreeMap;

use api::dto::Extent;
use model::{ActorId, CategoryId, Event, Kind, PlaceId, SourceId, Status, Target, ThemeId, Tone};

use super::{ACTOR, CATEGORY, CompiledFilter, Facets, KIND, PLACE, SEVERITY, STATUS, TAG, THEME};
use crate::lookup::rows::extent;
use crate::lookup::tree::{Tree, actor_tree, category_tree, theme_tree};

/// How many entries there are per choice of each facet. A facet heeds every part of the filter but its own.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Entries of the chronology and of the shown datasets.
    pub(crate) total: u32,
    pub(crate) themes: BTreeMap<ThemeId, u32>,
    pub(crate) statuses: BTreeMap<Status, u32>,
    pub(crate) tones: BTreeMap<Tone, u32>,
    pub(crate) severities: BTreeMap<u8, u32>,
    pub(crate) actors: BTreeMap<ActorId, u32>,
    pub(crate) places: BTreeMap<PlaceId, u32>,
    pub(crate) sources: BTreeMap<SourceId, u32>,
    pub(crate) categories: BTreeMap<CategoryId, u32>,
    pub(crate) kinds: BTreeMap<Kind, u32>,
    pub(crate) tags: BTreeMap<String, u32>,
}

impl Counts {
    /// Counts over what `compiled` chooses from; for each event of the workspace, in order of ids, whether it passes; and from
    /// where to where reaches what does.
    pub(crate) fn of(compiled: &CompiledFilter<'_>) -> (Self, Vec<bool>, Option<Extent>) {
        let all = &compiled.workspace.events;
        // Two threads: a million entries are gone through while a person waits.
        let (first, second) = all.split_at(all.len() / 2);
        let (first, second) = std::thread::scope(|scope| {
            let other = scope.spawn(|| Tally::of(compiled, second));
            let own = Tally::of(compiled, first);
            // A panic there goes on here, as if there were no threads.
            let other = other
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            (own, other)
        });
        let mut both = first.and(second);
        let (passing, extent) = (std::mem::take(&mut both.passing), both.extent);
        let counts = Self {
            sources: sources(compiled, &passing),
            ..both.counts()
        };
        (counts, passing, extent)
    }
}

impl Counts {
    /// The same after some events were changed or added: what they counted `before` goes, what they count now comes.
    /// The lists are as they were; `passing` is of all events as they are now.
    pub(crate) fn changed(
        &mut self,
        compiled: &CompiledFilter<'_>,
        before: &[Event],
        after: &[Event],
        passing: &[bool],
    ) {
        let (old, new) = (Tally::of(compiled, before), Tally::of(compiled, after));
        let (old, new) = (old.counts(), new.counts());
        self.total = self.total + new.total - old.total;
        moved(&mut self.themes, &old.themes, &new.themes);
        moved(&mut self.statuses, &old.statuses, &new.statuses);
        moved(&mut self.tones, &old.tones, &new.tones);
        moved(&mut self.severities, &old.severities, &new.severities);
        moved(&mut self.actors, &old.actors, &new.actors);
        moved(&mut self.places, &old.places, &new.places);
        // Only what always stands in its list is counted as none.
        moved(&mut self.categories, &old.categories, &new.categories);
        moved(&mut self.kinds, &old.kinds, &new.kinds);
        moved(&mut self.tags, &old.tags, &new.tags);
        self.tags.retain(|_, count| *count > 0);
        self.severities.retain(|_, count| *count > 0);
        self.places.retain(|_, count| *count > 0);
        self.sources = sources(compiled, passing);
    }
}

fn moved<K: Ord + Clone>(
    counts: &mut BTreeMap<K, u32>,
    old: &BTreeMap<K, u32>,
    new: &BTreeMap<K, u32>,
) {
    for (key, count) in new {
        *counts.entry(key.clone()).or_default() += count;
    }
    for (key, count) in old {
        if let Some(sum) = counts.get_mut(key) {
            *sum = sum.saturating_sub(*count);
        }
    }
}

/// The counts while they are made: what there are few of by place in its list, which is faster than by key.
struct Tally {
    total: u32,
    themes: Parts<ThemeId>,
    actors: Parts<ActorId>,
    statuses: [u32; Status::ALL.len()],
    tones: [u32; Tone::ALL.len()],
    severities: [u32; 256],
    places: BTreeMap<PlaceId, u32>,
    categories: Parts<CategoryId>,
    kinds: [u32; Kind::ALL.len()],
    tags: BTreeMap<String, u32>,
    passing: Vec<bool>,
    extent: Option<Extent>,
}

impl Tally {
    fn of(compiled: &CompiledFilter<'_>, events: &[Event]) -> Self {
        let workspace = compiled.workspace;
        let mut tally = Self {
            total: 0,
            themes: Parts::new(
                &theme_tree(workspace),
                workspace.themes.iter().map(|it| it.id),
            ),
            actors: Parts::new(
                &actor_tree(workspace),
                workspace.actors.iter().map(|it| it.id),
            ),
            statuses: [0; Status::ALL.len()],
            tones: [0; Tone::ALL.len()],
            severities: [0; 256],
            places: BTreeMap::new(),
            categories: Parts::new(
                &category_tree(workspace),
                workspace.categories.iter().map(|it| it.id),
            ),
            kinds: [0; Kind::ALL.len()],
            tags: BTreeMap::new(),
            passing: Vec::with_capacity(events.len()),
            extent: None,
        };
        let mut room = String::new();
        for event in events {
            let passes = compiled.is_eligible(event) && tally.add(event, compiled, &mut room);
            tally.passing.push(passes);
        }
        tally
    }

    /// Counts an entry; true when it passes.
    fn add(&mut self, event: &Event, compiled: &CompiledFilter<'_>, room: &mut String) -> bool {
        self.total += 1;
        let failing = compiled.failing(event, room);
        let passes_but = |facet: Facets| failing & !facet == 0;
        if passes_but(THEME) {
            self.themes.add(event.themes.iter().copied());
        }
        if passes_but(STATUS) {
            self.statuses[event.status as usize] += 1;
        }
        if passes_but(SEVERITY) {
            self.severities[usize::from(event.severity)] += 1;
        }
        if passes_but(ACTOR) {
            self.actors.add(event.actors.iter().map(|it| it.actor));
        }
        if passes_but(CATEGORY) {
            self.categories.add(event.category.into_iter());
        }
        if passes_but(KIND) {
            self.kinds[event.kind as usize] += 1;
        }
        if passes_but(PLACE) {
            for place in once_each(&event.places) {
                *self.places.entry(*place).or_default() += 1;
            }
        }
        if passes_but(TAG) {
            for tag in once_each(&event.tags) {
                // Most are known, and need no copy.
                match self.tags.get_mut(tag) {
                    Some(count) => *count += 1,
                    None => drop(self.tags.insert(tag.clone(), 1)),
                }
            }
        }
        if failing == 0 {
            self.tones[event.tone as usize] += 1;
            self.extent = Extent::of_both(self.extent, extent([event].into_iter()));
        }
        failing == 0
    }

    /// Both together.
    fn and(mut self, other: Self) -> Self {
        self.total += other.total;
        sum(&mut self.themes.counts, &other.themes.counts);
        sum(&mut self.actors.counts, &other.actors.counts);
        sum(&mut self.statuses, &other.statuses);
        sum(&mut self.tones, &other.tones);
        sum(&mut self.severities, &other.severities);
        sum(&mut self.categories.counts, &other.categories.counts);
        sum(&mut self.kinds, &other.kinds);
        for (tag, count) in other.tags {
            *self.tags.entry(tag).or_default() += count;
        }
        for (place, count) in other.places {
            *self.places.entry(place).or_default() += count;
        }
        self.passing.extend(other.passing);
        self.extent = Extent::of_both(self.extent, other.extent);
        self
    }

    /// All but those per source.
    fn counts(self) -> Counts {
        let counted = |(key, count): (u8, u32)| (count > 0).then_some((key, count));
        Counts {
            total: self.total,
            themes: self.themes.by_id(),
            statuses: of_all(Status::ALL, |it| self.statuses[*it as usize]),
            tones: of_all(Tone::ALL, |it| self.tones[*it as usize]),
            severities: (0..=u8::MAX)
                .zip(self.severities)
                .filter_map(counted)
                .collect(),
            actors: self.actors.by_id(),
            places: self.places,
            sources: BTreeMap::new(),
            categories: self.categories.by_id(),
            kinds: of_all(Kind::ALL, |it| self.kinds[*it as usize]),
            tags: self.tags,
        }
    }
}

/// Each thing of a list once.
fn once_each<T: PartialEq>(all: &[T]) -> impl Iterator<Item = &T> {
    let is_first = |(at, it): &(usize, &T)| !all[..*at].contains(it);
    all.iter().enumerate().filter(is_first).map(|(_, it)| it)
}

fn sum(into: &mut [u32], other: &[u32]) {
    into.iter_mut()
        .zip(other)
        .for_each(|(into, it)| *into += it);
}

fn of_all<K: Ord + Copy>(all: &[K], count: impl Fn(&K) -> u32) -> BTreeMap<K, u32> {
    all.iter().map(|it| (*it, count(it))).collect()
}

/// Counts per node of a tree, its parts included.
struct Parts<K> {
    /// In order.
    ids: Vec<K>,
    /// Of each, its own place and that of everything it belongs to.
    lines: Vec<Vec<usize>>,
    counts: Vec<u32>,
    /// The entry that each was counted for last, so that none counts twice.
    last: Vec<u32>,
    entry: u32,
}

impl<K: Ord + Copy> Parts<K> {
    fn new(tree: &Tree<K>, ids: impl Iterator<Item = K>) -> Self {
        let mut ids: Vec<K> = ids.collect();
        ids.sort_unstable();
        let places = |id: &K| {
            let line = tree.line(*id).into_iter();
            line.filter_map(|it| ids.binary_search(&it).ok()).collect()
        };
        Self {
            lines: ids.iter().map(places).collect(),
            counts: vec![0; ids.len()],
            last: vec![0; ids.len()],
            ids,
            entry: 0,
        }
    }

    /// Counts an entry that has these.
    fn add(&mut self, of: impl Iterator<Item = K>) {
        self.entry += 1;
        for place in of.filter_map(|id| self.ids.binary_search(&id).ok()) {
            for &at in &self.lines[place] {
                if self.last[at] != self.entry {
                    self.last[at] = self.entry;
                    self.counts[at] += 1;
                }
            }
        }
    }

    fn by_id(self) -> BTreeMap<K, u32> {
        self.ids.into_iter().zip(self.counts).collect()
    }
}

/// Entries that pass everything but the choice of sources, per source cited for them or for one of their claims.
fn sources(compiled: &CompiledFilter<'_>, passing: &[bool]) -> BTreeMap<SourceId, u32> {
    let workspace = compiled.workspace;
    let passes = |at: &usize| {
        let but_sources = compiled.passes_but_sources(&workspace.events[*at]);
        but_sources.unwrap_or(passing[*at])
    };
    let event_of: BTreeMap<_, _> = workspace
        .claims
        .iter()
        .map(|claim| (claim.id, claim.event))
        .collect();
    let mut pairs: Vec<(SourceId, usize)> = workspace
        .citations
        .iter()
        .filter_map(|citation| {
            let event = match citation.target {
                Target::Event(event) => event,
                Target::Claim(claim) => *event_of.get(&claim)?,
                Target::Link(_) => return None,
            };
            let at = workspace.events.binary_search_by_key(&event, |it| it.id);
            Some((citation.source, at.ok().filter(passes)?))
        })
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    let mut counts = BTreeMap::new();
    for (source, _) in pairs {
        *counts.entry(source).or_default() += 1;
    }
    counts
}
