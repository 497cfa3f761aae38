//! Which links are drawn: those between shown entries, without those implied by chains of others.

use std::collections::BTreeMap;

use graph::implied_by_chains;
use model::{EventId, Workspace};

use crate::links::{Bundle, bundles};
use crate::spec::CauseMapSpec;

/// The links of a map.
pub(super) struct DrawnLinks<'a> {
    /// Those that are drawn.
    pub(super) kept: Vec<Bundle<'a>>,
    /// How many are hidden because chains of others imply them.
    pub(super) implied: usize,
}

impl<'a> DrawnLinks<'a> {
    pub(super) fn of(workspace: &'a Workspace, spec: &CauseMapSpec<'_>) -> Self {
        let links = workspace.links.iter().filter(|link| {
            link.cause != link.effect
                && spec.shown.contains(&link.cause)
                && spec.shown.contains(&link.effect)
        });
        let all = bundles(workspace, links);
        if spec.implied {
            return Self {
                kept: all,
                implied: 0,
            };
        }
        let mut is_implied = implied(&all);
        for (it, hides) in all.iter().zip(&mut is_implied) {
            *hides &= !is_selected(it, spec);
        }
        let hidden = is_implied.iter().filter(|it| **it).count();
        let kept = all.into_iter().zip(is_implied);
        Self {
            kept: kept.filter(|it| !it.1).map(|it| it.0).collect(),
            implied: hidden,
        }
    }
}

/// Whether the link that is selected on screen is among the claims: it is drawn in any case, such as one just drawn by hand.
fn is_selected(bundle: &Bundle<'_>, spec: &CauseMapSpec<'_>) -> bool {
    let is_this = |id| bundle.claims.iter().any(|it| it.id == id);
    !spec.look.is_page && spec.selected_link.is_some_and(is_this)
}

/// Which bundles are implied by chains of others, checking the least certain first.
fn implied(all: &[Bundle<'_>]) -> Vec<bool> {
    let mut places: BTreeMap<EventId, usize> = BTreeMap::new();
    for id in all.iter().flat_map(|it| [it.cause, it.effect]) {
        let next = places.len();
        places.entry(id).or_insert(next);
    }
    let mut order: Vec<usize> = (0..all.len()).collect();
    let confidence = |at: &usize| all[*at].claims.iter().map(|it| it.confidence).max();
    order.sort_by_key(|at| (confidence(at), *at));
    let edges: Vec<(usize, usize)> = order
        .iter()
        .map(|at| (places[&all[*at].cause], places[&all[*at].effect]))
        .collect();
    let found = implied_by_chains(places.len(), &edges);
    let mut implied = vec![false; all.len()];
    for (at, it) in order.into_iter().zip(found) {
        implied[at] = it;
    }
    implied
}
