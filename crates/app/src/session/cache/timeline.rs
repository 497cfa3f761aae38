//! The timeline that was drawn last, kept ready between pictures and brought up to date by every change.

use std::sync::{Mutex, PoisonError};

use api::dto::Filter;
use chart::{Lanes, Timeline};
use model::date::Day;
use model::{Event, Workspace};
use store::Touched;

use crate::lookup::filter::{CompiledFilter, heeds_citations};

/// What decides a timeline besides the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Choice {
    pub(crate) filter: Filter,
    pub(crate) lanes: Lanes,
    pub(crate) as_of: Option<Day>,
    /// Whether long empty stretches are folded.
    pub(crate) collapse: bool,
}

/// The timeline of the session's snapshot, if one was drawn. Only saves time:
/// pictures are the same without it.
#[derive(Debug, Default)]
pub(crate) struct TimelineCache(Mutex<Option<(Choice, Timeline)>>);

impl TimelineCache {
    /// Works with the timeline of `choice`, which is prepared first unless it is cached.
    pub(crate) fn with<T>(
        &self,
        workspace: &Workspace,
        choice: &Choice,
        compiled: &CompiledFilter<'_>,
        work: impl FnOnce(&mut Timeline) -> T,
    ) -> T {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = match kept.take() {
            Some(same) if same.0 == *choice => kept.insert(same),
            _ => {
                let passes = |event: &Event| compiled.passes(event);
                let mut made = Timeline::new(workspace, choice.lanes.clone(), choice.as_of, passes);
                if choice.collapse {
                    made = made.collapsed();
                }
                kept.insert((choice.clone(), made))
            }
        };
        work(&mut kept.1)
    }

    /// Brings it up to date with `workspace` after a change that touched this.
    pub(crate) fn renew(&mut self, workspace: &Workspace, touched: &Touched) {
        let kept = self.0.get_mut().unwrap_or_else(PoisonError::into_inner);
        let Some((choice, mut timeline)) = kept.take() else {
            return;
        };
        // Lanes and filters depend on the lists.
        if touched.lists {
            return;
        }
        let cited = !(touched.citations.is_empty() && touched.claims.is_empty());
        if cited && heeds_citations(&choice.filter) {
            return;
        }
        let compiled = CompiledFilter::new(workspace, &choice.filter);
        // An edit may begin or end an empty stretch, a link make an event follow from another.
        if choice.collapse || !choice.lanes.since.is_empty() {
            return;
        }
        timeline.update(workspace, &touched.events, |event| compiled.passes(event));
        if !touched.links.is_empty() {
            timeline.recount(workspace);
        }
        *kept = Some((choice, timeline));
    }

    /// Drops it: the snapshot has changed.
    pub(crate) fn forget(&mut self) {
        *self = Self::default();
    }
}
