//! Days since: a lane for each of some events, in which what follows from it is laid from its own day on, so that several
//! courses of things can be compared.

use layout::Scale;
use layout::calendar::{civil_of, month_short, year_words};
use layout::ticks::{Label, Tick, Ticks};
use model::{Event, EventId, Workspace};
use scene::{Anchor, Face, Item, Palette, text};

use super::chain::Ends;
use super::entry::Entry;
use super::filed::Filed;
use super::frame::{Frame, LABEL_PX, MICRO_PX};
use super::lane_names::LaneName;
use super::ready::Timeline;
use super::widths::Widths;
use crate::extent::When;
use crate::marks::rule;
use crate::spec::{Lanes, Window};

/// So many steps from an event what follows from it is looked for.
const STEPS: u8 = 9;
/// Between two ticks at least.
const APART_PX: f64 = 72.0;
/// Days from one tick to the next.
const EVERY_DAYS: [f64; 13] = [
    1.0, 2.0, 5.0, 7.0, 14.0, 30.0, 60.0, 90.0, 180.0, 365.0, 730.0, 1825.0, 3650.0,
];

impl Timeline {
    /// The timeline of what follows from each of `spec.since`, in days since that; what has no date has no lane.
    pub(super) fn since(
        workspace: &Workspace,
        spec: Lanes,
        shown: impl Fn(&Event) -> bool,
    ) -> Self {
        let widths = Widths::measure();
        let mut ends = Ends::default();
        let mut lanes: Vec<Filed> = Vec::new();
        for trigger in spec.since.iter().filter_map(|id| workspace.event(*id)) {
            let Some(day) = day_of(trigger) else { continue };
            if lanes.iter().any(|it| it.name.id == trigger.handle) {
                continue;
            }
            let mut lane = Filed::empty(name_of(workspace, trigger, lanes.len()));
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

    /// Whether days are counted from events instead of on the calendar.
    #[must_use]
    pub fn is_relative(&self) -> bool {
        !self.spec.since.is_empty()
    }

    /// Its entries that touch a window.
    #[must_use]
    pub fn within(&self, window: Window) -> Vec<EventId> {
        let window = window.moved(|day| self.folds.fold(day));
        let entries = self.lanes.iter().flat_map(|it| &it.entries);
        let touches = |it: &&Entry| {
            let (from, to) = it.stretch();
            from < window.to_days && to > window.from_days
        };
        entries.filter(touches).map(|it| it.id).collect()
    }

    /// How many entries have a date, and how many have none that is known.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let undated = self.lanes.iter().map(|it| it.undated.len());
        (self.count(), undated.sum())
    }
}

/// The day from which days since an event are counted: the first on which it may have begun.
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

/// Ticks every so many days before and after day 0.
pub(super) fn ticks(scale: &Scale) -> Ticks {
    let apart = APART_PX / scale.px_per_day();
    let every = EVERY_DAYS.iter().copied().find(|it| *it >= apart);
    let every = every.unwrap_or_else(|| (apart / 3650.0).ceil() * 3650.0);
    let first = (scale.from_days() / every).ceil() as i64;
    let last = (scale.to_days() / every).floor() as i64;
    let tick = |step: i64| {
        let days = step as f64 * every;
        let words = words(days);
        let width_px = text::width(&words, LABEL_PX, Face::SemiBold);
        let x_px = scale.x_px(days);
        let fits = x_px + width_px + 8.0 < scale.right_px();
        Tick {
            days,
            x_px,
            label: fits.then_some(Label {
                x_px: x_px + 5.0,
                width_px,
                words,
            }),
        }
    };
    Ticks {
        major: (first..=last).map(tick).collect(),
        minor: Vec::new(),
    }
}

/// "day 0", "+30 days", "−1 year".
fn words(days: f64) -> String {
    let sign = if days < 0.0 { "\u{2212}" } else { "+" };
    let count = |number: f64, unit: &str| {
        let plural = if number == 1.0 { "" } else { "s" };
        format!("{sign}{number} {unit}{plural}")
    };
    let days = days.abs();
    if days == 0.0 {
        String::from("day 0")
    } else if days >= 365.0 && days % 365.0 == 0.0 {
        count(days / 365.0, "year")
    } else {
        count(days, "day")
    }
}

/// The line of day 0 through all lanes, and what the axis counts.
pub(super) fn draw(frame: &Frame, palette: &Palette, out: &mut Vec<Item>) {
    let x = frame.scale.x_px(0.0);
    if x >= frame.left_px && x <= frame.width_px {
        let (top, bottom) = (frame.top_px - 16.0, frame.bottom_px);
        out.push(rule((x, top), (x, bottom), palette.line_strong, 1.5));
    }
    out.push(text::text(
        "Days since",
        11.0,
        frame.top_px - 8.5,
        Anchor::Start,
        MICRO_PX,
        Face::SemiBold,
        palette.text_secondary,
    ));
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn days_are_counted_to_both_sides_in_whole_units() {
        let said = [0.0, 1.0, -14.0, 365.0, -730.0].map(words);
        assert_eq!(
            said,
            [
                "day 0",
                "+1 day",
                "\u{2212}14 days",
                "+1 year",
                "\u{2212}2 years"
            ]
        );
    }
}
