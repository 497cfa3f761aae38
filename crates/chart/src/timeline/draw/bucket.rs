//! Buckets: marks with a count that stand for the entries of a crowded lane that have no room of their own.

use std::cmp::Reverse;
use std::fmt::Write as _;

use layout::folds::Folds;
use model::Tone;
use scene::{Anchor, Face, Hit, HitKind, Item, Paint, Palette, text};

use crate::extent::Ruler;
use crate::marks::{Glyph, block};
use crate::spec::Window;

use super::short_count::short_count;
use super::stub::Area;
use crate::timeline::frame::{Frame, ROW_PX};
use crate::timeline::plan::lanes::PlacedLane;
use crate::timeline::prepare::entry::Entry;

/// A bucket: how many entries it stands for, and the most severe of them.
pub(crate) struct Bucket {
    x: f32,
    y: f32,
    from_days: f64,
    to_days: f64,
    count: usize,
    /// How many of them began before the window.
    running: usize,
    /// The heaviest, in order.
    top: Vec<Entry>,
}

/// Width of the cells in which buckets count, and of the widest bucket.
const BUCKET_PX: f64 = 56.0;
/// This many entries of a bucket are named when it is pointed at, the heaviest first.
const TOP: usize = 8;
/// A bucket of a day or less is listed instead of zoomed into, so more of its entries are named.
const CLOSE_DAYS: f64 = 1.0;
const LISTED: usize = 200;

/// How many entries are named for a bucket of this length.
fn named(days: f64) -> usize {
    if days <= CLOSE_DAYS { LISTED } else { TOP }
}

/// The visible buckets of a lane: together they count every entry that touches the window and has no mark, each once. An
/// entry is counted where it begins; one that began before the window and still lasts is counted at its left edge.
pub(crate) fn buckets_of(lane: &PlacedLane<'_>, frame: &Frame, window: Window) -> Vec<Bucket> {
    let Some(row) = lane.bucket_row else {
        return Vec::new();
    };
    let middle = lane.row_middle_px(row);
    if !frame.shows(middle - ROW_PX, middle + ROW_PX) {
        return Vec::new();
    }
    let ruler = frame.ruler();
    let borders = borders(&ruler, window);
    let mut places = lane.index.begun_before(window.from_days);
    let mut buckets = Vec::with_capacity(borders.len());
    for (index, ends) in borders.windows(2).enumerate() {
        let next = places + lane.index.begun_in(places, ends[1]);
        let mut bucket = Bucket {
            x: ruler.px(ends[0]) as f32,
            y: frame.content_top_px + middle,
            from_days: ends[0],
            to_days: ends[1],
            count: next - places - lane.laid_in(places..next).len(),
            running: 0,
            top: lane.left_over(places..next, named(ends[1] - ends[0])),
        };
        if index == 0 {
            bucket.take_running(lane, window.from_days);
        }
        places = next;
        buckets.extend((bucket.count > 0).then_some(bucket));
    }
    buckets
}

/// The days between buckets. They are fixed in time except at the edges of the window, where no bucket is too narrow for
/// its text.
fn borders(ruler: &Ruler, window: Window) -> Vec<f64> {
    let cell_days = BUCKET_PX / ruler.px_per_day;
    let (from, to) = (
        window.from_days + cell_days * 0.9,
        window.to_days - cell_days * 0.9,
    );
    let first = (from / cell_days).ceil();
    let inner = (0..).map(|cell| (first + f64::from(cell)) * cell_days);
    let mut borders = vec![window.from_days];
    borders.extend(inner.take_while(|day| *day <= to));
    borders.push(window.to_days);
    borders
}

impl PlacedLane<'_> {
    /// Those of a range of indices that have a mark.
    fn laid_in(&self, places: std::ops::Range<usize>) -> &[(usize, usize)] {
        let first = self.laid.partition_point(|it| it.0 < places.start);
        let count = self.laid[first..].partition_point(|it| it.0 < places.end);
        &self.laid[first..first + count]
    }

    fn is_laid(&self, at: usize) -> bool {
        self.laid.binary_search_by_key(&at, |it| it.0).is_ok()
    }

    /// The heaviest of a range of indices that have no mark.
    fn left_over(&self, places: std::ops::Range<usize>, most: usize) -> Vec<Entry> {
        if places.len() == self.laid_in(places.clone()).len() {
            return Vec::new();
        }
        let heaviest = self
            .index
            .heaviest_of(places)
            .filter(|at| !self.is_laid(*at));
        heaviest
            .take(most)
            .map(|at| self.index.entries[at])
            .collect()
    }
}

impl Bucket {
    /// Adds entries that began before the window, still last, and have no mark.
    fn take_running(&mut self, lane: &PlacedLane<'_>, from_days: f64) {
        let entries = &lane.index.entries;
        let running = lane.index.spans.over(from_days, |at| lane.index.span(at));
        let running = running.filter(|at| !lane.is_laid(*at));
        let mut running: Vec<_> = running
            .map(|at| (Reverse(entries[at].rank()), at))
            .collect();
        self.running = running.len();
        self.count += self.running;
        let most = named(self.to_days - self.from_days);
        if running.len() > most {
            running.select_nth_unstable(most);
            running.truncate(most);
        }
        running.sort_unstable();
        self.top.extend(running.into_iter().map(|it| entries[it.1]));
        self.top.sort_by_key(|it| Reverse(it.rank()));
        self.top.truncate(most);
    }

    /// Whether an entry without a mark that begins on this day is counted here.
    pub(crate) fn holds(&self, day: f64) -> bool {
        self.from_days <= day && day < self.to_days
    }

    /// The area that it is drawn on.
    pub(crate) fn area(&self) -> Area {
        let words = short_count(self.count);
        let words_px = text::width(&words, 10.0, Face::SemiBold) + 10.0;
        // As large as it would be on its own, so that nothing severe looks minor in a crowd.
        let side = (self.worst().size_px() + 3.0).max(14.0);
        let (x, top) = (self.x + 1.0, self.y - side * 0.5);
        (x, top, x + words_px + side + 1.0, top + side)
    }

    /// Where links to its entries end.
    pub(crate) fn port(&self) -> (f32, f32) {
        (self.x, self.y)
    }

    /// How many entries it stands for.
    #[cfg(test)]
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// The range in which they begin.
    #[cfg(test)]
    pub(crate) fn days(&self) -> (f64, f64) {
        (self.from_days, self.to_days)
    }

    /// The heaviest of them.
    #[cfg(test)]
    pub(crate) fn top(&self) -> &[Entry] {
        &self.top
    }

    /// The glyph of the most severe.
    fn worst(&self) -> Glyph {
        let worst = self.top.first().map(|it| it.glyph);
        worst.map_or(Glyph::plain(Tone::Neutral, 1), |it| {
            Glyph::plain(it.tone, it.severity)
        })
    }

    /// The id for hits: count, range of days, and the ids of the heaviest.
    fn id(&self, folds: &Folds) -> String {
        let (from, to) = (folds.unfold(self.from_days), folds.unfold(self.to_days));
        let mut id = format!("{} {from} {to}", self.count);
        for entry in &self.top {
            let _ = write!(id, " {}", entry.id);
        }
        id
    }

    /// Draws it and returns its hit area.
    pub(crate) fn draw(&self, folds: &Folds, palette: &Palette, out: &mut Vec<Item>) -> Hit {
        let words = short_count(self.count);
        let width = text::width(&words, 10.0, Face::SemiBold) + 10.0;
        let worst = self.worst();
        let (x, top, right, bottom) = self.area();
        let (whole, height) = (right - x, bottom - top);
        let stroke = scene::Stroke {
            paint: Paint::Solid(palette.line_strong),
            width: 1.0,
            dash: scene::Dash::Solid,
        };
        let fill = Paint::Solid(palette.surface_canvas);
        out.push(Item::Rect {
            x,
            y: top,
            width: whole,
            height,
            radius: 2.0,
            fill,
            stroke: Some(stroke),
        });
        out.push(text::text(
            &words,
            x + 5.0,
            self.y + 3.6,
            Anchor::Start,
            10.0,
            Face::SemiBold,
            palette.text_primary,
        ));
        out.push(block(x + width, top, 1.0, height, palette.line_rule));
        worst.draw(
            x + (width + whole) * 0.5,
            self.y,
            palette,
            palette.surface_canvas,
            out,
        );
        Hit {
            x,
            y: top,
            width: whole,
            height,
            kind: HitKind::Bucket,
            id: self.id(folds),
        }
    }
}
