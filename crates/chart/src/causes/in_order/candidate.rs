//! What will stand in the columns: linked entries, with when they begin.

use std::collections::{BTreeMap, BTreeSet};

use model::{Board, Event, EventId, Workspace};

use super::short_date::named_days;
use super::stretches::Start;
use crate::causes::lanes;
use crate::causes::nodes::{self, Dated};
use crate::marks::Glyph;
use crate::pins;
use crate::spec::CausesSpec;

/// An entry that will stand in a column.
pub(super) struct Candidate<'a> {
    pub(super) event: &'a Event,
    pub(super) start: Start,
    /// Whether it begins in the window.
    pub(super) is_inside: bool,
    pub(super) glyph: Glyph,
    pub(super) more: String,
    pub(super) weight: f32,
    pub(super) pin: Option<f32>,
    pub(super) band: usize,
}

/// The linked entries that begin in the window, and those outside it that are linked with one.
pub(super) fn candidates<'a>(
    workspace: &Workspace,
    spec: &CausesSpec<'_>,
    dated: &[Dated<'a>],
    linked: &BTreeMap<EventId, BTreeSet<EventId>>,
) -> Vec<Candidate<'a>> {
    let starts: BTreeMap<EventId, (Start, bool)> = dated
        .iter()
        .filter(|it| linked.contains_key(&it.event.id))
        .map(|it| (it.event.id, start_of(it, spec)))
        .collect();
    let is_inside = |id: &EventId| starts.get(id).is_some_and(|it| it.1);
    let shown = dated.iter().filter_map(|it| {
        let (start, is_inside_window) = *starts.get(&it.event.id)?;
        let around = linked.get(&it.event.id)?;
        let is_shown = is_inside_window || around.iter().any(is_inside);
        let is_ahead = nodes::as_of_days(spec).is_some_and(|as_of| it.when.reach_days().0 >= as_of);
        is_shown.then(|| Candidate {
            event: it.event,
            start,
            is_inside: is_inside_window,
            glyph: Glyph::of(it.event, is_ahead),
            more: nodes::more(workspace, spec, it.event.id),
            weight: weight(it.event, around.len(), spec),
            pin: pins::slot(workspace, Board::Causes, it.event.id.0).map(|it| it.row as f32),
            band: if spec.lanes {
                lanes::number(workspace, it.event)
            } else {
                0
            },
        })
    });
    shown.collect()
}

/// Twice its links and its severity; what is selected comes first.
fn weight(event: &Event, links: usize, spec: &CausesSpec<'_>) -> f32 {
    let first = if spec.selected == Some(event.id) {
        1.0e4
    } else {
        0.0
    };
    first + 2.0 * links as f32 + f32::from(event.severity)
}

/// When it begins, and whether that is in the window.
fn start_of(it: &Dated<'_>, spec: &CausesSpec<'_>) -> (Start, bool) {
    let (from, window) = (
        it.event.date.as_ref().and_then(|it| named_days(it).0),
        spec.window,
    );
    let Some(day) = from else {
        let is_over = window.is_some_and(|window| it.when.reach_days().1 <= window.from_days);
        return if is_over {
            (Start::Earlier, false)
        } else {
            (Start::Open, true)
        };
    };
    let noon = day.0 as f64 + 0.5;
    if window.is_some_and(|window| noon < window.from_days) {
        return (Start::Earlier, false);
    }
    let is_inside = window.is_none_or(|window| noon < window.to_days);
    if spec.as_of.is_some_and(|as_of| day > as_of) {
        return (Start::Ahead(day.0), is_inside);
    }
    (
        if is_inside {
            Start::On(day.0)
        } else {
            Start::Later
        },
        is_inside,
    )
}
