//! The entries of a lane sorted by beginning, with indexes that answer questions about any range of them without reading
//! it.

use layout::density::DensityLevels;
use layout::heaviest::Heaviest;
use layout::long_spans::LongSpanRows;
use layout::spans::{Spans, octave};
use model::{EventId, Tone};

use super::entry::{Entry, in_order};
use super::lane_names::LaneName;
use super::lane_title::wrapped;

/// Maximum number of rows of a lane; the rest goes to buckets.
pub(crate) const ROWS_MAX: usize = 24;

/// Entries between two samples of beginnings.
const STRIDE: usize = 16;

/// A lane.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct LaneIndex {
    pub(crate) name: LaneName,
    /// Its title on one or two lines.
    pub(crate) title: Vec<String>,
    /// Sorted by beginning, then by id.
    pub(crate) entries: Vec<Entry>,
    /// Every sixteenth beginning, so that a search stays in the processor's cache.
    pub(crate) marks: Vec<f64>,
    /// Indices of the entries, sorted by end.
    pub(crate) by_end: Vec<u32>,
    /// Shown entries of it without any known date, in order of id.
    pub(crate) undated: Vec<EventId>,
    /// The day from which its days are counted; 0 except in a timeline of days since an event.
    pub(crate) since_days: f64,
    /// How many are escalatory and how many de-escalatory.
    pub(crate) tones: (usize, usize),
    pub(crate) density: DensityLevels,
    pub(crate) heaviest: Heaviest,
    pub(crate) spans: Spans,
    pub(crate) long_rows: LongSpanRows,
    /// What has to be computed again because entries came, went or changed.
    pub(crate) stale: Stale,
}

/// What of a lane has to be computed again, from little to much.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stale {
    #[default]
    Nothing,
    /// The rows: an entry looks different, or its weight changed.
    Rows,
    /// An entry came, went or moved.
    Everything,
}

impl LaneIndex {
    pub(crate) fn empty(name: LaneName) -> Self {
        Self {
            title: wrapped(&name.title),
            name,
            entries: Vec::new(),
            marks: Vec::new(),
            by_end: Vec::new(),
            undated: Vec::new(),
            since_days: 0.0,
            tones: (0, 0),
            density: DensityLevels::default(),
            heaviest: Heaviest::default(),
            spans: Spans::default(),
            long_rows: LongSpanRows::default(),
            stale: Stale::Nothing,
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.undated.is_empty()
    }

    /// Sorts the entries and computes everything that depends on them.
    pub(crate) fn order(&mut self) {
        // By cached keys, which are a sixth of the size of what would be moved otherwise.
        self.entries.sort_by_cached_key(Entry::key);
        self.settle();
    }

    /// Computes everything that depends on the entries, which are sorted.
    pub(crate) fn settle(&mut self) {
        let entries = &self.entries;
        let span = |at: usize| entries[at].stretch();
        self.marks = entries
            .iter()
            .step_by(STRIDE)
            .map(|it| it.stretch().0)
            .collect();
        let ends = entries.iter().map(|it| in_order(it.stretch().1));
        let mut ends: Vec<(i64, u32)> = ends.zip(0..).collect();
        ends.sort_unstable();
        self.by_end = ends.into_iter().map(|it| it.1).collect();
        let toned = |tone| entries.iter().filter(|it| it.glyph.tone == tone).count();
        self.tones = (toned(Tone::Escalatory), toned(Tone::Deescalatory));
        self.density = DensityLevels::new(entries.iter().map(|it| it.stretch().0));
        self.spans = Spans::new(entries.len(), span);
        self.weigh();
    }

    /// Computes what depends on the weights.
    pub(crate) fn weigh(&mut self) {
        let entries = &self.entries;
        self.heaviest = Heaviest::new(entries.iter().map(Entry::rank).collect());
        self.long_rows = LongSpanRows::default();
    }

    /// Assigns rows to all spans of this octave or longer, for zoom levels that count them as long.
    pub(crate) fn lay_long_spans(&mut self, octave: i32) {
        let entries = &self.entries;
        let span = |at: usize| entries[at].stretch();
        let priority = |at: usize| entries[at].priority();
        self.long_rows
            .lay_down_to(octave, &self.spans, span, priority, ROWS_MAX);
    }

    /// Replaces the entry of an event if the new one spans the same days, and keeps its number of links. Returns the old
    /// and the new entry.
    pub(crate) fn replace(&mut self, mut entry: Entry) -> Option<(Entry, Entry)> {
        let at = self.place_of(&entry)?;
        let was = self.entries[at];
        if entry.stretch() != was.stretch() {
            return None;
        }
        entry.links = was.links;
        self.entries[at] = entry;
        let is = |it: &Entry, tone| usize::from(it.glyph.tone == tone);
        let count = |all: usize, tone| all + is(&entry, tone) - is(&was, tone);
        self.tones = (
            count(self.tones.0, Tone::Escalatory),
            count(self.tones.1, Tone::Deescalatory),
        );
        if entry.rank() != was.rank() {
            self.heaviest.reweigh(at, entry.rank());
        }
        if entry.priority() != was.priority() {
            let (from, to) = entry.stretch();
            self.long_rows.forget(octave(to - from));
        }
        self.stale = self.stale.max(Stale::Rows);
        Some((was, entry))
    }

    /// The order of lanes by the first date in them; a lane without dates comes last.
    pub(crate) fn begins_before(&self, other: &Self) -> std::cmp::Ordering {
        let first = |it: &Self| {
            let begun = it.begun_before(f64::NEG_INFINITY.next_up());
            it.entries
                .get(begun)
                .map_or(f64::INFINITY, |it| it.stretch().0)
        };
        first(self)
            .total_cmp(&first(other))
            .then_with(|| self.name.key.cmp(&other.name.key))
    }

    /// Both ends of the entry at an index.
    pub(crate) fn span(&self, at: usize) -> (f64, f64) {
        self.entries[at].stretch()
    }

    /// From the first to the last known day.
    pub(crate) fn known_days(&self, as_of: Option<f64>) -> Option<(f64, f64)> {
        let begun = self.begun_before(f64::NEG_INFINITY.next_up());
        let ended = self.ending();
        let bounded = (begun < self.entries.len() && ended > 0)
            .then(|| (self.span(begun).0, self.nth_end(ended - 1).unwrap_or(0.0)));
        let endless = self.spans.of(octave(f64::INFINITY));
        let endless = endless
            .iter()
            .map(|at| self.entries[*at as usize].when(as_of).known_days());
        endless.chain(bounded).reduce(wider)
    }

    /// How many entries have an end.
    fn ending(&self) -> usize {
        self.ended_by(f64::MAX)
    }

    /// How many entries begin before a day: the index of the first that does not.
    pub(crate) fn begun_before(&self, day: f64) -> usize {
        let passed = self.marks.partition_point(|it| *it < day);
        let first = passed.saturating_sub(1) * STRIDE;
        let last = (passed * STRIDE).min(self.entries.len());
        let near = &self.entries[first..last];
        first + near.partition_point(|it| it.stretch().0 < day)
    }

    /// How many entries from an index on begin before a day.
    pub(crate) fn begun_in(&self, from: usize, day: f64) -> usize {
        self.begun_before(day).saturating_sub(from)
    }

    /// How many entries have ended by a day.
    pub(crate) fn ended_by(&self, day: f64) -> usize {
        self.by_end
            .partition_point(|at| self.span(*at as usize).1 <= day)
    }

    /// The end of the entry that is the `nth` to end, from 0.
    pub(crate) fn nth_end(&self, nth: usize) -> Option<f64> {
        self.by_end.get(nth).map(|at| self.span(*at as usize).1)
    }

    /// The indices of a range, the heaviest first.
    pub(crate) fn heaviest_of(
        &self,
        range: std::ops::Range<usize>,
    ) -> impl Iterator<Item = usize> + '_ {
        self.heaviest.of(range)
    }

    /// The index of an entry of this lane.
    pub(crate) fn place_of(&self, entry: &Entry) -> Option<usize> {
        self.entries.binary_search_by(|it| it.order(entry)).ok()
    }

    /// Size in bytes.
    pub(crate) fn bytes(&self) -> usize {
        self.entries.capacity() * size_of::<Entry>()
            + self.by_end.capacity() * 4
            + self.marks.capacity() * 8
            + self.heaviest.bytes()
            + self.spans.bytes()
            + self.long_rows.bytes()
    }
}

/// The range from the earlier beginning to the later end.
pub(crate) fn wider(a: (f64, f64), b: (f64, f64)) -> (f64, f64) {
    (a.0.min(b.0), a.1.max(b.1))
}
