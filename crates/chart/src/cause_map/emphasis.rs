//! What stands out: the chains through what is hovered, or a path or loop that is to be shown.

use std::collections::BTreeSet;

use model::{EventId, LinkId};

use crate::links::Bundle;
use crate::spec::CauseMapSpec;

/// How strongly something is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ink {
    /// Something else stands out.
    Faded,
    /// As usual.
    Plain,
    /// It stands out.
    Full,
}

/// Entries and links that stand out; nothing does if there is no such set.
pub(super) struct Emphasis {
    lit: Option<(BTreeSet<EventId>, BTreeSet<usize>)>,
}

impl Emphasis {
    pub(super) fn of(spec: &CauseMapSpec<'_>, bundles: &[Bundle<'_>]) -> Self {
        let of_link = |id: LinkId| bundles.iter().position(|it| has(it, id));
        let drawn = |id: &EventId| bundles.iter().any(|it| it.touches(*id));
        let lit = if let Some(event) = spec.hovered.filter(drawn) {
            Some(chains(bundles, event, event))
        } else if let Some(at) = spec.hovered_link.and_then(of_link) {
            let mut lit = chains(bundles, bundles[at].cause, bundles[at].effect);
            lit.1.insert(at);
            Some(lit)
        } else {
            spec.highlight.map(|it| {
                let is_of = |bundle: &Bundle<'_>| it.links.iter().any(|id| has(bundle, *id));
                let links = (0..bundles.len()).filter(|at| is_of(&bundles[*at]));
                (it.events.clone(), links.collect())
            })
        };
        Self { lit }
    }

    pub(super) fn of_entry(&self, id: EventId) -> Ink {
        match &self.lit {
            None => Ink::Plain,
            Some((events, _)) if events.contains(&id) => Ink::Full,
            Some(_) => Ink::Faded,
        }
    }

    pub(super) fn of_link(&self, at: usize) -> Ink {
        match &self.lit {
            None => Ink::Plain,
            Some((_, links)) if links.contains(&at) => Ink::Full,
            Some(_) => Ink::Faded,
        }
    }
}

/// Whether a claim is one of a bundle.
pub(super) fn has(bundle: &Bundle<'_>, id: LinkId) -> bool {
    bundle.claims.iter().any(|it| it.id == id)
}

/// What leads to `from` and what follows from `to`, with the links on the way.
fn chains(
    bundles: &[Bundle<'_>],
    from: EventId,
    to: EventId,
) -> (BTreeSet<EventId>, BTreeSet<usize>) {
    let (mut events, mut links) = (BTreeSet::from([from, to]), BTreeSet::new());
    for (start, is_back) in [(from, true), (to, false)] {
        let (mut seen, mut open) = (BTreeSet::from([start]), vec![start]);
        while let Some(event) = open.pop() {
            for (at, it) in bundles.iter().enumerate() {
                let (here, there) = if is_back {
                    (it.effect, it.cause)
                } else {
                    (it.cause, it.effect)
                };
                if here == event {
                    links.insert(at);
                    if seen.insert(there) {
                        open.push(there);
                    }
                }
            }
        }
        events.extend(seen);
    }
    (events, links)
}
