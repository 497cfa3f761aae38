//! The links of the selection, drawn between the marks that show.

use std::collections::{BTreeMap, BTreeSet};

use model::{EventId, Workspace};
use scene::{Hit, Item, Palette};

use crate::links::{self, Emphasis, Style};

use super::mark::Mark;

/// The entries linked to the selected one.
pub(super) fn neighbors(workspace: &Workspace, selected: Option<EventId>) -> BTreeSet<EventId> {
    let Some(selected) = selected else {
        return BTreeSet::new();
    };
    let other = |link: &model::Link| match (link.cause == selected, link.effect == selected) {
        (true, false) => Some(link.effect),
        (false, true) => Some(link.cause),
        _ => None,
    };
    workspace.links.iter().filter_map(other).collect()
}

/// Draws the links of the selection; gives the styles that occur, for the legend.
pub(super) fn draw(
    workspace: &Workspace,
    selected: Option<EventId>,
    marks: &[Mark<'_>],
    as_of: Option<f32>,
    palette: &Palette,
    items: &mut Vec<Item>,
    hits: &mut Vec<Hit>,
) -> Vec<Style> {
    let Some(selected) = selected else {
        return Vec::new();
    };
    let places: BTreeMap<EventId, &Mark<'_>> =
        marks.iter().map(|mark| (mark.event.id, mark)).collect();
    let own = workspace
        .links
        .iter()
        .filter(|it| it.cause == selected || it.effect == selected);
    let mut lines: Vec<_> = links::bundles(workspace, own)
        .into_iter()
        .filter_map(|bundle| {
            Some((
                *places.get(&bundle.cause)?,
                *places.get(&bundle.effect)?,
                bundle,
            ))
        })
        .collect();
    // From top to bottom by the other end, so that lines fan out instead of crossing at the ring.
    lines.sort_by(|a, b| (a.0.y + a.1.y).total_cmp(&(b.0.y + b.1.y)));
    let count = lines.len() as f32;
    let mut styles = Vec::new();
    for (index, (cause, effect, bundle)) in lines.into_iter().enumerate() {
        let style = Style::of(workspace, &bundle.claims, palette, Emphasis::Strong);
        let fan = ((index as f32 - (count - 1.0) * 0.5) * 3.2).clamp(-6.5, 6.5);
        let end = |mark: &Mark<'_>, leaving| {
            let chosen = mark.event.id == selected;
            let (x, y) = mark.port(chosen, leaving, as_of);
            // The ring is round: off its middle line it is reached a little further in.
            if chosen {
                (x + fan.abs() * 0.28, y + fan)
            } else {
                (x, y)
            }
        };
        let (from, to) = (end(cause, true), end(effect, false));
        let reach = 16.0
            + (from.1 - to.1)
                .abs()
                .mul_add(0.22, index as f32 * 4.0)
                .min(84.0);
        let course = links::bulge(from, to, reach);
        let id = bundle.claims.first().map_or(0, |link| link.id.0);
        items.push(Item::Group {
            id: format!("link-{id}"),
            title: bundle.says(workspace),
        });
        items.extend(links::arrow(&course, &style));
        items.push(Item::Ungroup);
        hits.extend(links::hits(&course, &bundle.hit_id()));
        styles.push(style);
    }
    styles
}
