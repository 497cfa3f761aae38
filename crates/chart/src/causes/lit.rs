//! What stands out while everything else is faded: the chains through what the pointer is on, or a highlighted part.

use std::collections::{BTreeMap, BTreeSet};

use model::{EventId, LinkId};
use scene::{Item, Paint, Stroke};

use crate::links::Bundle;
use crate::recolor::paler;
use crate::spec::{CausesSpec, Highlight};

/// The ink that entries keep beside what stands out, and links.
const ENTRY_INK: f32 = 0.3;
const LINK_INK: f32 = 0.22;

/// What stands out.
pub(super) struct Lit(Highlight);

impl Lit {
    /// What stands out; `None` if nothing does.
    pub(super) fn of(spec: &CausesSpec<'_>, bundles: &[Bundle<'_>]) -> Option<Self> {
        let on = |link: LinkId| {
            bundles
                .iter()
                .find(|it| it.claims.iter().any(|claim| claim.id == link))
        };
        if let Some(bundle) = spec.hovered_link.and_then(on) {
            let mut part = Highlight::default();
            let ids = bundle.claims.iter().map(|it| it.id);
            part.links.extend(ids);
            chain(bundle.cause, bundles, true, &mut part);
            chain(bundle.effect, bundles, false, &mut part);
            return Some(Self(part));
        }
        let is_linked = |it: &EventId| bundles.iter().any(|bundle| bundle.touches(*it));
        if let Some(event) = spec.hovered.filter(is_linked) {
            let mut part = Highlight::default();
            chain(event, bundles, true, &mut part);
            chain(event, bundles, false, &mut part);
            return Some(Self(part));
        }
        spec.highlight.cloned().map(Self)
    }

    /// Whether this entry is part of it.
    pub(super) fn has_event(&self, id: EventId) -> bool {
        self.0.events.contains(&id)
    }

    /// Whether one of these claims is.
    pub(super) fn has_bundle(&self, bundle: &Bundle<'_>) -> bool {
        bundle.claims.iter().any(|it| self.0.links.contains(&it.id))
    }
}

/// Adds what leads to an entry, or what follows from it, step by step.
fn chain(from: EventId, bundles: &[Bundle<'_>], is_back: bool, part: &mut Highlight) {
    let mut beside: BTreeMap<EventId, Vec<&Bundle<'_>>> = BTreeMap::new();
    for bundle in bundles {
        let here = if is_back { bundle.effect } else { bundle.cause };
        beside.entry(here).or_default().push(bundle);
    }
    let (mut open, mut seen) = (vec![from], BTreeSet::from([from]));
    part.events.insert(from);
    while let Some(here) = open.pop() {
        for bundle in beside.get(&here).into_iter().flatten() {
            part.links.extend(bundle.claims.iter().map(|it| it.id));
            let there = if is_back { bundle.cause } else { bundle.effect };
            part.events.insert(there);
            if seen.insert(there) {
                open.push(there);
            }
        }
    }
}

/// Fades the items of an entry.
pub(super) fn fade_entry(items: &mut [Item]) {
    items.iter_mut().for_each(|it| fade(it, ENTRY_INK));
}

/// Fades the items of a link.
pub(super) fn fade_link(items: &mut [Item]) {
    items.iter_mut().for_each(|it| fade(it, LINK_INK));
}

fn fade(item: &mut Item, ink: f32) {
    match item {
        Item::Rect { fill, stroke, .. } | Item::Path { fill, stroke, .. } => {
            fade_paint(fill, ink);
            if let Some(Stroke { paint, .. }) = stroke {
                fade_paint(paint, ink);
            }
        }
        Item::Text { color, halo, .. } => {
            *color = paler(*color, ink);
            *halo = None;
        }
        Item::Clip { .. } | Item::Unclip | Item::Group { .. } | Item::Ungroup => {}
    }
}

fn fade_paint(paint: &mut Paint, ink: f32) {
    if let Paint::Solid(color) = paint {
        *color = paler(*color, ink);
    }
}
