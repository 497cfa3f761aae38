//! An entry of a timeline as numbers, small enough to keep a million of them. Its text is looked up when it is drawn.

use layout::folds::Folds;
use model::date::End;
use model::{Event, EventId};

use crate::extent::{Doubt, Edge, When, middle};
use crate::marks::Glyph;

use super::strip::Strip;

/// The weight from which an entry is placed before others: severity 4.
pub(crate) const HEAVY: [u64; 1] = [4 * PER_SEVERITY as u64];
/// If rows are scarce, severity 5 is placed before that.
pub(crate) const SEVERE: [u64; 2] = [5 * PER_SEVERITY as u64, HEAVY[0]];
/// Factor of severity in the weight; links count below it.
const PER_SEVERITY: u16 = 1000;
/// A pinned entry is heavier than any other.
const PINNED: u16 = 10 * PER_SEVERITY;
/// The selected entry is heavier than all others.
const SELECTED: u64 = 100 * PER_SEVERITY as u64;

/// A dated event on the timeline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Entry {
    pub(crate) id: EventId,
    /// The days it may touch; infinite where open.
    from_days: f64,
    to_days: f64,
    /// The kind of uncertainty of a single date; `None` for what lasts.
    doubt: Option<Doubt>,
    pub(crate) glyph: Glyph,
    pub(crate) pinned: bool,
    /// How many links it has.
    pub(crate) links: u16,
    /// Width reserved for its label.
    pub(crate) label_px: f32,
}

impl Entry {
    /// The entry of `event`; `None` if nothing of its date is known.
    pub(crate) fn of(event: &Event, as_of_days: Option<f64>) -> Option<Self> {
        let when = When::of(event.date.as_ref()?, event.is_unrealized(), as_of_days)?;
        let (from_days, to_days) = when.reach_days();
        let doubt = match when {
            When::Spot { doubt, .. } => Some(doubt),
            When::Band { .. } => None,
        };
        let ahead = as_of_days.is_some_and(|as_of| from_days >= as_of);
        Some(Self {
            id: event.id,
            from_days,
            to_days,
            doubt,
            glyph: Glyph::of(event, ahead),
            pinned: event.is_pinned(),
            links: 0,
            label_px: 0.0,
        })
    }

    /// Its importance: selection, then a pin, then severity, then number of links.
    pub(crate) fn weight(&self, selected: Option<EventId>) -> u64 {
        let chosen = if selected == Some(self.id) {
            SELECTED
        } else {
            0
        };
        chosen + u64::from(self.rank())
    }

    /// Its importance without the selection.
    pub(crate) fn rank(&self) -> u16 {
        let links = self.links.min(PER_SEVERITY - 1);
        let pin = if self.pinned { PINNED } else { 0 };
        pin + u16::from(self.glyph.severity) * PER_SEVERITY + links
    }

    /// Priority for a row if it lasts long: from 0 (last) to 5 (first).
    pub(crate) fn priority(&self) -> u8 {
        if self.pinned {
            5
        } else {
            self.glyph.severity.min(5)
        }
    }

    /// The days it may touch; infinite where open.
    pub(crate) fn reach_days(&self) -> (f64, f64) {
        (self.from_days, self.to_days)
    }

    /// The days over which it is drawn: its possible days, and for a single date that is open on one side the day that
    /// is named. Only what lasts can be infinite.
    pub(crate) fn stretch(&self) -> (f64, f64) {
        let (from, to) = self.reach_days();
        if self.doubt.is_none() {
            return (from, to);
        }
        let named = |end: f64, other: f64| if end.is_finite() { end } else { other };
        (named(from, to - 0.5), named(to, from + 0.5))
    }

    /// The days on which it shows something: all possible days of a single date, and the ends of what lasts.
    pub(crate) fn busy(&self) -> impl Iterator<Item = (f64, f64)> + use<> {
        let (from, to) = self.stretch();
        let parts = if self.doubt.is_some() {
            [(from, to), (from, to)]
        } else {
            [(from, from), (to, to)]
        };
        parts.into_iter()
    }

    /// The same on folded days.
    pub(crate) fn folded(&self, folds: &Folds) -> Self {
        Self {
            from_days: folds.fold(self.from_days),
            to_days: folds.fold(self.to_days),
            ..*self
        }
    }

    /// The same, shifted back by this many days.
    pub(crate) fn earlier(&self, days: f64) -> Self {
        Self {
            from_days: self.from_days - days,
            to_days: self.to_days - days,
            ..*self
        }
    }

    /// The order of the entries of a lane: by beginning, then by id.
    pub(crate) fn order(&self, other: &Self) -> std::cmp::Ordering {
        self.key().cmp(&other.key())
    }

    /// The sort key of the entries of a lane.
    pub(crate) fn key(&self) -> (i64, EventId) {
        (in_order(self.stretch().0), self.id)
    }

    /// What is drawn for its date, except that the ends of a band are sharp at their outermost days. That changes
    /// neither its reach nor what is known of it.
    pub(crate) fn when(&self, as_of_days: Option<f64>) -> When {
        let (from, to) = self.reach_days();
        let Some(doubt) = self.doubt else {
            let edge = |days: f64| Edge {
                end: if days.is_finite() {
                    End::Known
                } else {
                    End::Open
                },
                outer: days,
                inner: days,
            };
            return When::Band {
                start: edge(from),
                end: edge(to),
            };
        };
        let unrealized = self.glyph.status.is_unrealized();
        When::Spot {
            from,
            to,
            middle: middle(from, to, unrealized, as_of_days),
            doubt,
        }
    }

    /// Adds its severity, multiplied by `times`, to the overview, spread over its known days.
    pub(crate) fn spread(&self, strip: &mut Strip, times: f64, as_of_days: Option<f64>) {
        let severity = f64::from(self.glyph.severity) * times;
        let days = self.when(as_of_days).known_days();
        strip.add(self.glyph.tone, severity, days);
    }

    /// The known ends of its date: a day has two, an open end none.
    pub(crate) fn ends(&self, as_of_days: Option<f64>) -> impl Iterator<Item = f64> + use<> {
        let (from, to) = self.when(as_of_days).known_days();
        let from = self.from_days.is_finite().then_some(from);
        let to = self.to_days.is_finite().then_some(to);
        from.into_iter().chain(to)
    }
}

/// An integer that sorts as `f64::total_cmp` does: for negative numbers all bits except the sign are inverted.
pub(crate) fn in_order(days: f64) -> i64 {
    let bits = days.to_bits() as i64;
    bits ^ ((bits >> 63) as u64 >> 1) as i64
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{FuzzyDate, Status};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_stand_in_the_order_of_days(a in any::<f64>(), b in any::<f64>()) {
            prop_assert_eq!(in_order(a).cmp(&in_order(b)), a.total_cmp(&b));
        }
    }

    #[test]
    fn the_numbers_kept_reach_as_far_as_the_date() {
        let as_of = Some(20_251.0);
        for edtf in [
            "2025-06-11",
            "2025-06",
            "[2025-05-01..2025-05-15]",
            "2025-05~",
            "2025-05/2025-06-05",
            "../2025-06-09",
            "2025-06-11/..",
            "2025-06-11/",
            "/2025-06",
            "[..2025-06-11]",
            "2025-06-10T18:30:00",
        ] {
            for status in [Status::Happened, Status::Planned] {
                let date = FuzzyDate::from_edtf(edtf).unwrap();
                let event = Event {
                    status,
                    date: Some(date.clone()),
                    ..Event::titled(EventId(1), "E1", "Talks")
                };
                let when = When::of(&date, event.is_unrealized(), as_of).unwrap();
                let kept = Entry::of(&event, as_of).unwrap().when(as_of);
                assert_eq!(kept.reach_days(), when.reach_days(), "{edtf}");
                assert_eq!(kept.known_days(), when.known_days(), "{edtf}");
                assert_eq!(kept.anchor_days(), when.anchor_days(), "{edtf}");
                let is_spot = |it: When| matches!(it, When::Spot { .. });
                assert!(!is_spot(when) || kept == when, "{edtf}");
                for px_per_day in [0.01, 1.0, 100.0] {
                    let (kept, when) = (kept.at_zoom(px_per_day), when.at_zoom(px_per_day));
                    assert_eq!(is_spot(kept), is_spot(when), "{edtf}");
                }
            }
        }
    }
}
