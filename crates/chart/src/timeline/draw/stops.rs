//! Where the links of a timeline start and end: at marks, at counts, at texts at the edge; and how many there are of each.

use std::collections::BTreeMap;

use layout::calendar::civil_of;
use model::{Event, EventId};

use super::link_counts::LinkCounts;
use super::mark::{Body, Mark};
use super::rails::{Form, Stop};
use super::selection::LinkEnds;
use super::stub::{Area, Room, Stub};
use crate::links::Bundle;
use crate::timeline::prepare::entry::Entry;

/// At most so many texts at an edge for links that come from outside or lead there.
const STUBS: usize = 8;

/// A link with both its ends.
pub(crate) struct Stopped {
    /// Its index among the bundles.
    pub(crate) at: usize,
    pub(crate) from: Stop,
    pub(crate) to: Stop,
    pub(crate) kind: Kind,
}

/// What a link that is drawn runs between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Two marks.
    Whole,
    /// A mark and a count.
    ToCount,
    /// A mark and the text at the edge; it is counted by which.
    ToEdge,
}

/// Where an end of a link is.
enum Place<'a> {
    /// At a mark.
    Mark(&'a Mark<'a>),
    /// In its row but out of sight, above or below.
    Row(Stop),
    /// In a count, or in a lane that is out of sight.
    Counted(Stop),
    /// Outside the window, to the left or to the right, in this year.
    Away(&'a Event, bool, i64),
}

/// Finds the ends of links, and counts those that have none.
pub(crate) struct Stops<'a, 'b> {
    ends: &'a LinkEnds<'b>,
    marks: BTreeMap<EventId, &'b Mark<'b>>,
    room: Room,
    /// Texts at the edge by side and entry; `None` where there was no room.
    stubs: BTreeMap<(bool, EventId), Option<Stub>>,
    counts: LinkCounts,
}

impl<'a, 'b> Stops<'a, 'b> {
    pub(crate) fn new(ends: &'a LinkEnds<'b>) -> Self {
        Self {
            ends,
            marks: ends.marks.iter().map(|it| (it.event.id, it)).collect(),
            room: Room::new(ends.frame, ends.marks, &ends.bucket_areas()),
            stubs: BTreeMap::new(),
            counts: LinkCounts::default(),
        }
    }

    /// The links that have both ends, the nearest first.
    pub(crate) fn of(&mut self, bundles: &[Bundle<'_>]) -> Vec<Stopped> {
        let stopped = bundles.iter().enumerate();
        let mut stopped: Vec<Stopped> = stopped
            .filter_map(|(at, bundle)| self.stopped(at, bundle))
            .collect();
        let length =
            |it: &Stopped| (it.from.y - it.to.y).abs() + 0.2 * (it.from.left - it.to.left).abs();
        stopped.sort_by(|a, b| length(a).total_cmp(&length(b)).then(a.at.cmp(&b.at)));
        stopped
    }

    /// The texts at the edge, and the links that are not drawn or cross the edge, by why.
    pub(crate) fn rest(self) -> (Vec<Stub>, LinkCounts) {
        (self.stubs.into_values().flatten().collect(), self.counts)
    }

    fn stopped(&mut self, at: usize, bundle: &Bundle<'_>) -> Option<Stopped> {
        let claims = bundle.claims.len();
        let as_of = self.ends.as_of;
        let cause = self.place(bundle.cause, true)?;
        let effect = self.place(bundle.effect, false)?;
        let (from, to) = (cause.stop(true, as_of), effect.stop(false, as_of));
        let (from, to, kind) = match (&cause, &effect) {
            (Place::Away(..), Place::Away(..)) => {
                self.counts.outside += claims;
                return None;
            }
            (Place::Away(event, is_left, year), _) => {
                self.counts.coming += claims;
                self.counts.coming_years.insert(*year);
                let from = self.at_edge(event, *is_left, to?);
                (from.filter(|_| *is_left), to, Kind::ToEdge)
            }
            (_, Place::Away(event, is_left, year)) => {
                self.counts.leaving += claims;
                self.counts.leaving_years.insert(*year);
                let to = self.at_edge(event, *is_left, from?);
                (from, to.filter(|_| !*is_left), Kind::ToEdge)
            }
            (Place::Counted(_), Place::Counted(_)) => {
                self.counts.hidden += claims;
                return None;
            }
            (Place::Counted(_), _) | (_, Place::Counted(_)) => (from, to, Kind::ToCount),
            _ => (from, to, Kind::Whole),
        };
        if let (Some(from), Some(to)) = (from, to) {
            return Some(Stopped { at, from, to, kind });
        }
        match (cause, effect) {
            (Place::Away(_, is_left, _), _) => self.count_at_lane(bundle.effect, is_left, claims),
            (_, Place::Away(_, is_left, _)) => self.count_at_lane(bundle.cause, is_left, claims),
            _ => {}
        }
        None
    }

    /// The text at the edge for an entry outside the window, beside the other end of its link.
    fn at_edge(&mut self, event: &Event, is_left: bool, other: Stop) -> Option<Stop> {
        let key = (is_left, event.id);
        if !self.stubs.contains_key(&key) {
            let made = self
                .stubs
                .iter()
                .filter(|it| it.0.0 == is_left && it.1.is_some());
            let frame = self.ends.frame;
            let in_sight = other.y > frame.top_px && other.y < frame.bottom_px;
            let may = in_sight && made.count() < STUBS;
            let stub = may.then(|| self.room.stub_in_row(event, is_left, other.y));
            self.stubs.insert(key, stub.flatten());
        }
        let stub = self.stubs.get(&key)?.as_ref()?;
        Some(boxed(event.id.0, stub.area))
    }

    fn count_at_lane(&mut self, id: EventId, is_left: bool, claims: usize) {
        let event = self.ends.workspace.event(id);
        if let Some((lane, _)) = event.and_then(|it| self.ends.timeline.find(it)) {
            let (left, right) = self.counts.by_lane.entry(lane).or_default();
            *(if is_left { left } else { right }) += claims;
        }
    }

    /// Where an entry is; `None` if it is not on this timeline.
    fn place(&self, id: EventId, leaving: bool) -> Option<Place<'b>> {
        if let Some(mark) = self.marks.get(&id) {
            return Some(Place::Mark(mark));
        }
        let ends = self.ends;
        let event = ends.workspace.event(id)?;
        let (lane, at) = ends.timeline.find(event)?;
        let entry = ends.timeline.lanes.get(lane)?.index.entries.get(at)?;
        let (from, to) = entry.stretch();
        let scale = &ends.frame.scale;
        if to <= scale.from_days() || from >= scale.to_days() {
            let day = if from.is_finite() { from } else { to };
            let day = ends.timeline.folds.unfold(day).floor();
            let year = civil_of(day as i64).0;
            return Some(Place::Away(event, to <= scale.from_days(), year));
        }
        let placed = ends.lanes.get(lane)?;
        let row = placed.laid.binary_search_by_key(&at, |it| it.0).ok();
        if let Some(row) = row {
            let y = placed.row_middle_px(placed.laid[row].1);
            return Some(Place::Row(self.out_of_sight(entry, y, leaving)));
        }
        let day = from.max(scale.from_days());
        let mut buckets = ends.buckets.iter().enumerate();
        if let Some((number, (_, bucket))) = buckets.find(|(_, it)| it.0 == lane && it.1.holds(day))
        {
            return Some(Place::Counted(boxed(-1 - number as i64, bucket.area())));
        }
        let y = placed.y_px + placed.height_px * 0.5;
        Some(Place::Counted(self.out_of_sight(entry, y, leaving)))
    }

    /// An entry at a height of the content that is above or below what is visible.
    fn out_of_sight(&self, entry: &Entry, y: f32, leaving: bool) -> Stop {
        let scale = &self.ends.frame.scale;
        let (from, to) = entry.stretch();
        let (from, to) = (from.max(scale.from_days()), to.min(scale.to_days()));
        let x = scale.x_px(if leaving { from.max(to - 1.0) } else { from });
        let y = self.ends.frame.content_top_px + y;
        boxed(entry.id.0, (x, y - 4.0, x, y + 4.0))
    }
}

impl Place<'_> {
    /// Where a link starts or ends; `None` outside the window.
    fn stop(&self, leaving: bool, as_of: Option<f32>) -> Option<Stop> {
        match self {
            Self::Mark(mark) => Some(of_mark(mark, leaving, as_of)),
            Self::Row(stop) | Self::Counted(stop) => Some(*stop),
            Self::Away(..) => None,
        }
    }
}

fn boxed(id: i64, (left, top, right, bottom): Area) -> Stop {
    Stop {
        id,
        form: Form::Box,
        left,
        right,
        y: f32::midpoint(top, bottom),
        half_px: (bottom - top) * 0.5,
    }
}

fn of_mark(mark: &Mark<'_>, leaving: bool, as_of: Option<f32>) -> Stop {
    let (form, left, right) = match &mark.body {
        Body::Spot(spot, _) => {
            let (x, (left, right)) = (spot.middle as f32, mark.glyph.reach_px());
            (Form::Glyph, x - left, x + right)
        }
        Body::Band(band) => {
            // Something that lasts acts until now.
            let now = as_of.filter(|x| leaving && *x > band.from + 8.0);
            (
                Form::Band,
                band.from,
                now.map_or(band.to, |x| band.to.min(x - 4.0)),
            )
        }
    };
    Stop {
        id: mark.event.id.0,
        form,
        left,
        right,
        y: mark.y,
        half_px: mark.half_px(),
    }
}
