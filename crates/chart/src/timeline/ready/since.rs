//! Days since: a lane for each of some events, with its consequences placed by the days since that event, so that
//! several sequences can be compared.

use layout::calendar::{civil_of, month_short, year_words};
use model::{Event, EventId, Workspace};

use super::timeline::Timeline;
use crate::extent::When;
use crate::spec::{Lanes, Window};
use crate::timeline::prepare::chain::Ends;
use crate::timeline::prepare::entry::Entry;
use crate::timeline::prepare::lane_index::LaneIndex;
use crate::timeline::prepare::lane_names::LaneName;
use crate::timeline::prepare::widths::Widths;

/// Consequences are followed for this many steps.
const STEPS: u8 = 9;

impl Timeline {
    /// The timeline of the consequences of each of `spec.since`, in days since that event. Events without a date have no
    /// lane.
    pub(crate) fn since(
        workspace: &Workspace,
        spec: Lanes,
        shown: impl Fn(&Event) -> bool,
    ) -> Self {
        let widths = Widths::measure();
        let mut ends = Ends::default();
        let mut lanes: Vec<LaneIndex> = Vec::new();
        for trigger in spec.since.iter().filter_map(|id| workspace.event(*id)) {
            let Some(day) = day_of(trigger) else { continue };
            if lanes.iter().any(|it| it.name.id == trigger.handle) {
                continue;
            }
            let mut lane = LaneIndex::empty(name_of(workspace, trigger, lanes.len()));
            lane.since_days = day;
            let (year, month, date) = civil_of(day as i64);
            let year = year_words(year);
            lane.title
                .push(format!("{date} {} {year}", month_short(month)));
            for id in ends.follows(workspace, trigger.id, STEPS) {
                let Some(event) = workspace.event(id).filter(|it| shown(it)) else {
                    continue;
                };
                let Some(entry) = Entry::of(event, None) else {
                    lane.undated.push(id);
                    continue;
                };
                let mut entry = entry.earlier(day);
                entry.links = ends.count(workspace, id);
                entry.label_px = widths.of(event);
                lane.entries.push(entry);
            }
            lanes.push(lane);
        }
        Self::of(spec, None, lanes, widths)
    }

    /// Whether days are counted from events instead of by the calendar.
    #[must_use]
    pub fn is_relative(&self) -> bool {
        !self.spec.since.is_empty()
    }

    /// Its entries that touch a window.
    #[must_use]
    pub fn within(&self, window: Window) -> Vec<EventId> {
        let window = window.moved(|day| self.folds.fold(day));
        let entries = self.lanes.iter().flat_map(|it| &it.index.entries);
        let touches = |it: &&Entry| {
            let (from, to) = it.stretch();
            from < window.to_days && to > window.from_days
        };
        entries.filter(touches).map(|it| it.id).collect()
    }

    /// How many entries have a date, and how many have none that is known.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let undated = self.lanes.iter().map(|it| it.index.undated.len());
        (self.count(), undated.sum())
    }
}

/// The day from which days since an event are counted: the first possible day.
fn day_of(event: &Event) -> Option<f64> {
    let when = When::of(event.date.as_ref()?, event.is_unrealized(), None)?;
    let (from, to) = when.known_days();
    Some(if from.is_finite() { from } else { to }.floor())
}

fn name_of(workspace: &Workspace, event: &Event, place: usize) -> LaneName {
    let theme = event.leading_theme();
    let theme = theme.and_then(|id| workspace.themes.iter().find(|it| it.id == id));
    LaneName {
        key: (place, String::new()),
        title: event.title.clone(),
        id: event.handle.clone(),
        hue: theme.map_or_else(String::new, |it| it.hue.clone()),
    }
}
