//! Moving from an entry to one in the next lane.

use model::{Event, EventId};

use super::timeline::Timeline;

impl Timeline {
    /// The entry closest in time to `from` in the next lane above or below that has entries; `None` if there is no such
    /// lane, or `from` is not on the timeline.
    #[must_use]
    pub fn beside(&self, from: &Event, is_up: bool) -> Option<EventId> {
        let as_of = self.as_of_days();
        let (lane, place) = self.find(from)?;
        let days = self.lanes[lane].index.entries[place]
            .when(as_of)
            .anchor_days();
        let (above, below) = (self.lanes.get(..lane)?, self.lanes.get(lane + 1..)?);
        let next = if is_up {
            above.iter().rev().find(|it| !it.index.entries.is_empty())
        } else {
            below.iter().find(|it| !it.index.entries.is_empty())
        }?;
        // One pass over a lane, fast enough for a key that is held down.
        let far = |days_there: f64| (days_there - days).abs();
        let entries = next.index.entries.iter();
        entries
            .map(|it| (far(it.when(as_of).anchor_days()), it.id))
            .min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))
            .map(|it| it.1)
    }
}
