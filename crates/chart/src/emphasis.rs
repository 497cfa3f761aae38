//! What stands out: the chains through what is hovered, or a path or loop that is to be shown.

use std::collections::BTreeSet;

use model::{EventId, LinkId};

use crate::links::Bundle;
use crate::spec::Highlight;

/// How strongly something is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Ink {
    /// Something else stands out.
    Faded,
    /// As usual.
    Plain,
    /// It stands out.
    Full,
}

/// Entries, and links by their index, that stand out; nothing does if there is no such set.
#[derive(Debug, Default)]
pub(crate) struct Emphasis {
    lit: Option<(BTreeSet<EventId>, BTreeSet<usize>)>,
}

impl Emphasis {
    /// What stands out among these links: the chains through the entry or the link that is hovered, or else what is
    /// highlighted.
    pub(crate) fn of(
        hovered: (Option<EventId>, Option<LinkId>),
        highlight: Option<&Highlight>,
        bundles: &[Bundle<'_>],
    ) -> Self {
        let of_link = |id: LinkId| bundles.iter().position(|it| has(it, id));
        let has_links = |id: &EventId| bundles.iter().any(|it| it.touches(*id));
        let lit = if let Some(event) = hovered.0.filter(has_links) {
            Some(chains(bundles, event, event))
        } else if let Some(at) = hovered.1.and_then(of_link) {
            let mut lit = chains(bundles, bundles[at].cause, bundles[at].effect);
            lit.1.insert(at);
            Some(lit)
        } else {
            highlight.map(|it| {
                let is_of = |bundle: &Bundle<'_>| it.links.iter().any(|id| has(bundle, *id));
                let links = (0..bundles.len()).filter(|at| is_of(&bundles[*at]));
                (it.events.clone(), links.collect())
            })
        };
        Self { lit }
    }

    /// Whether anything stands out.
    pub(crate) fn is_any(&self) -> bool {
        self.lit.is_some()
    }

    pub(crate) fn of_entry(&self, id: EventId) -> Ink {
        match &self.lit {
            None => Ink::Plain,
            Some((events, _)) if events.contains(&id) => Ink::Full,
            Some(_) => Ink::Faded,
        }
    }

    pub(crate) fn of_link(&self, at: usize) -> Ink {
        match &self.lit {
            None => Ink::Plain,
            Some((_, links)) if links.contains(&at) => Ink::Full,
            Some(_) => Ink::Faded,
        }
    }
}

/// Whether a claim is one of a bundle.
pub(crate) fn has(bundle: &Bundle<'_>, id: LinkId) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::link;

    #[test]
    fn a_chain_goes_back_and_forth_but_not_down_the_side_branches() {
        // 3 → 2 → 1 → 4 → 5, and 2 → 6, which is no effect of 1.
        let pairs = [(3, 2), (2, 1), (1, 4), (4, 5), (2, 6)];
        let claims: Vec<_> = (1_i64..)
            .zip(pairs)
            .map(|(id, it)| link(id, it.0, it.1))
            .collect();
        let bundles: Vec<Bundle<'_>> = claims
            .iter()
            .map(|it| Bundle {
                cause: it.cause,
                effect: it.effect,
                claims: vec![it],
            })
            .collect();
        let (events, links) = chains(&bundles, EventId(1), EventId(1));
        assert_eq!(events, [1, 2, 3, 4, 5].map(EventId).into());
        assert_eq!(links, [0, 1, 2, 3].into());
    }
}
