//! Charts of relations, drawn: causes in time, the cause map, themes and actors.

use std::collections::BTreeSet;

use chart::{CauseMapSpec, CausesSpec, Flow, GroupsBy, Look, Picture, ThemesSpec};
use model::{Board, EventId, ThemeId, Workspace};

use super::entries::{EntryChart, EntryKind};
use super::viewport::Viewport;

/// The picture of a chart of relations at this size.
pub(super) fn draw(chart: &EntryChart<'_>, workspace: &Workspace, look: Look) -> Picture {
    let passing = chart.compiled.shown();
    let relations = Relations {
        chart,
        workspace,
        look,
        shown: chart.part().unwrap_or(&passing),
        passing: &passing,
    };
    match &chart.kind {
        // A timeline is drawn elsewhere; as a chart of relations it is that of causes.
        EntryKind::Timeline { .. } => relations.causes(false, false),
        EntryKind::Causes { lanes, order, .. } => relations.causes(*lanes, *order),
        EntryKind::CauseMap {
            flow,
            implied,
            collapsed,
            folded,
            viewport,
            ..
        } => relations.cause_map(*flow, *implied, (collapsed, folded), *viewport),
        EntryKind::Themes {
            by,
            wholes,
            matrix,
            hovered,
            viewport,
            ..
        } => relations.themes((*by, *wholes, *matrix), *hovered, *viewport),
    }
}

/// What all charts of relations are drawn from.
struct Relations<'a> {
    chart: &'a EntryChart<'a>,
    workspace: &'a Workspace,
    look: Look,
    shown: &'a BTreeSet<EventId>,
    passing: &'a BTreeSet<EventId>,
}

impl Relations<'_> {
    fn causes(&self, lanes: bool, order: bool) -> Picture {
        let chart = self.chart;
        let spec = CausesSpec {
            look: self.look,
            window: chart.window(),
            shown: self.shown,
            passing: self.passing,
            selected: chart.selected,
            selected_link: chart.selected_link,
            hovered: chart.hovered,
            hovered_link: chart.hovered_link,
            highlight: chart.highlight.as_deref(),
            as_of: chart.as_of,
            lanes,
            order,
        };
        chart::causes(self.workspace, &spec)
    }

    fn cause_map(
        &self,
        flow: Flow,
        implied: bool,
        (collapsed, folded): (&BTreeSet<ThemeId>, &BTreeSet<EventId>),
        viewport: Option<Viewport>,
    ) -> Picture {
        let chart = self.chart;
        let spec = CauseMapSpec {
            look: self.look,
            at: viewport.map(|it| it.of_room(&self.look)),
            flow,
            implied,
            collapsed,
            folded,
            window: chart.window(),
            shown: self.shown,
            passing: self.passing,
            selected: chart.selected,
            selected_link: chart.selected_link,
            hovered: chart.hovered,
            hovered_link: chart.hovered_link,
            highlight: chart.highlight.as_deref(),
            hint: self.workspace.hints.of(Board::CauseMapDown),
            as_of: chart.as_of,
        };
        chart::cause_map(self.workspace, &spec)
    }

    fn themes(
        &self,
        (by, wholes, matrix): (GroupsBy, bool, bool),
        hovered_group: Option<i64>,
        viewport: Option<Viewport>,
    ) -> Picture {
        let chart = self.chart;
        let spec = ThemesSpec {
            look: self.look,
            at: viewport.map(|it| it.within(&self.look)),
            by,
            wholes,
            shown: self.shown,
            selected: chart.selected,
            hovered: chart.hovered,
            hovered_group,
            highlight: chart.highlight.as_deref(),
            matrix,
        };
        chart::themes(self.workspace, &spec)
    }
}
