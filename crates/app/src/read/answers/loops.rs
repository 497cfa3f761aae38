//! The `loops` verb: feedback among events, and among themes.

use api::Fault;
use api::dto::{Filter, ListArgs, LoopLine, LoopsReply};
use graph::{Loop, LoopKind, groups};
use model::{EventId, ThemeId, Workspace};

use super::links::{causes, rows};
use crate::lookup::filter::CompiledFilter;
use crate::session::Session;

/// Maximum number of loops of each kind; shorter ones come first.
pub(super) const MOST: usize = 100;

/// The feedback loops.
pub(crate) fn loops(session: &Session, args: ListArgs) -> Result<LoopsReply, Fault> {
    let workspace = session.workspace();
    let among_events = causes(session, &args.filter)?.loops();
    let event = |id: &EventId| {
        let it = workspace.event(*id)?;
        Some((it.id.to_string(), it.handle.clone(), it.title.clone()))
    };
    let theme = |id: &ThemeId| {
        let it = workspace.theme(*id)?;
        Some((it.id.to_string(), it.handle.clone(), it.name.clone()))
    };
    let among_themes = among_themes(session, &args.filter);
    Ok(LoopsReply {
        events: among_events
            .iter()
            .take(MOST)
            .map(|it| line(workspace, it, event))
            .collect(),
        themes: among_themes
            .iter()
            .take(MOST)
            .map(|it| line(workspace, it, theme))
            .map(over_themes)
            .collect(),
    })
}

/// The feedback loops among leading themes.
pub(super) fn among_themes(session: &Session, filter: &Filter) -> Vec<Loop<ThemeId>> {
    let workspace = session.workspace();
    let shown = CompiledFilter::new(workspace, filter).shown();
    let theme = |it: &model::Event| it.themes.first().copied();
    groups(workspace, &shown, theme, |_| Vec::<()>::new()).loops()
}

fn line<T>(
    workspace: &Workspace,
    it: &Loop<T>,
    name: impl Fn(&T) -> Option<(String, String, String)>,
) -> LoopLine {
    let named: Vec<(String, String, String)> = it.nodes.iter().filter_map(name).collect();
    let part =
        |of: fn(&(String, String, String)) -> &String| named.iter().map(of).cloned().collect();
    LoopLine {
        ids: part(|it| &it.0),
        names: part(|it| &it.1),
        titles: part(|it| &it.2),
        steps: it
            .claims
            .iter()
            .map(|claims| rows(workspace, claims.iter().copied()))
            .collect(),
        kind: it.kind.word().to_owned(),
        is_of_moments: it.is_of_moments,
        told: meaning(it.kind, it.is_of_moments).to_owned(),
    }
}

/// Claims that lead from theme to theme need not lead from event to event.
fn over_themes(mut loop_line: LoopLine) -> LoopLine {
    loop_line
        .told
        .push_str(" These links connect themes; they do not form a chain of events.");
    loop_line
}

fn meaning(kind: LoopKind, is_of_moments: bool) -> &'static str {
    match (kind, is_of_moments) {
        (_, true) => {
            "All its events are at a single time, so an effect would precede its own cause: a date or the direction of a link is probably wrong."
        }
        (LoopKind::Reinforcing, false) => "Each round strengthens the next.",
        (LoopKind::Balancing, false) => "Each round weakens the next: the loop limits itself.",
    }
}
