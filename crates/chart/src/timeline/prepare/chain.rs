//! The links to draw: the chain of causes and effects of the selection, or all near the window; found without scanning all
//! links.

use std::collections::BTreeSet;

use model::{EventId, Link, Workspace};

/// At most this many claims of a chain are drawn, the nearest steps first: more cannot be distinguished.
const READABLE: usize = 60;
/// At most this many are counted.
const COUNTED: usize = 1000;
/// At most this many links are drawn at once, those between the most severe entries first.
const AT_ONCE: usize = 600;

/// The links of a workspace indexed by either end. Computed when first needed; it only affects speed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ends {
    /// Indices of links, by cause.
    by_cause: Vec<u32>,
    /// Indices of links, by effect.
    by_effect: Vec<u32>,
}

impl PartialEq for Ends {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The links to draw.
#[derive(Debug, Default)]
pub(crate) struct Chain<'a> {
    /// The links to draw, the nearest first.
    pub(crate) links: Vec<&'a Link>,
    /// How many more there are, as far as they were counted.
    pub(crate) more: usize,
    /// Whether they are drawn as rails: not those of the selection, but all, or some that were named.
    pub(crate) rails: bool,
    /// Whether they are all links that touch an entry in the window.
    pub(crate) all: bool,
}

impl Ends {
    fn of(workspace: &Workspace) -> Self {
        let links = &workspace.links;
        let sorted = |end: fn(&Link) -> EventId| {
            let mut places: Vec<u32> = (0..links.len() as u32).collect();
            places.sort_unstable_by_key(|at| (end(&links[*at as usize]), *at));
            places
        };
        Self {
            by_cause: sorted(cause),
            by_effect: sorted(effect),
        }
    }

    /// The chain of `selected`, up to this many steps to its causes and to its effects.
    pub(crate) fn chain<'a>(
        &mut self,
        workspace: &'a Workspace,
        selected: EventId,
        steps: u8,
    ) -> Chain<'a> {
        self.renew(workspace);
        let links = &workspace.links;
        let mut found = Found::new(selected);
        for _ in 0..steps {
            let causes = std::mem::take(&mut found.causes);
            let into = |id| ending(&self.by_effect, links, id, effect);
            found.causes = found.step(&causes, into, links, Way::Causes);
            let effects = std::mem::take(&mut found.effects);
            let out = |id| ending(&self.by_cause, links, id, cause);
            found.effects = found.step(&effects, out, links, Way::Effects);
        }
        let mut nearest: Vec<&Link> = found.order.iter().map(|at| &links[*at as usize]).collect();
        let more = nearest.len().saturating_sub(READABLE);
        nearest.truncate(READABLE);
        Chain {
            links: nearest,
            more,
            ..Chain::default()
        }
    }

    /// An event and its consequences within this many steps, in order of id.
    pub(crate) fn follows(
        &mut self,
        workspace: &Workspace,
        from: EventId,
        steps: u8,
    ) -> BTreeSet<EventId> {
        self.renew(workspace);
        let links = &workspace.links;
        let (mut all, mut front) = (BTreeSet::from([from]), vec![from]);
        for _ in 0..steps {
            let next = front
                .iter()
                .flat_map(|id| ending(&self.by_cause, links, *id, cause));
            let next: BTreeSet<EventId> = next.map(|at| links[*at as usize].effect).collect();
            front = next.into_iter().filter(|id| all.insert(*id)).collect();
        }
        all
    }

    /// How many links an event has.
    pub(crate) fn count(&mut self, workspace: &Workspace, id: EventId) -> u16 {
        self.renew(workspace);
        let links = &workspace.links;
        let causes = ending(&self.by_effect, links, id, effect).len();
        let effects = ending(&self.by_cause, links, id, cause).len();
        u16::try_from(causes + effects).unwrap_or(u16::MAX)
    }

    /// Computes it again if links came or went.
    fn renew(&mut self, workspace: &Workspace) {
        if self.by_cause.len() != workspace.links.len() {
            *self = Self::of(workspace);
        }
    }

    /// All links that have a cause or an effect among these events, in order of the workspace. If they are very many,
    /// those between the most severe entries, and the number of the others.
    pub(crate) fn touching<'a>(
        &mut self,
        workspace: &'a Workspace,
        events: &BTreeSet<EventId>,
    ) -> Chain<'a> {
        self.renew(workspace);
        let links = &workspace.links;
        let of = |id: &EventId| {
            let out = ending(&self.by_cause, links, *id, cause);
            out.iter()
                .chain(ending(&self.by_effect, links, *id, effect))
        };
        let mut places: Vec<u32> = events.iter().flat_map(of).copied().collect();
        places.sort_unstable();
        places.dedup();
        let more = places.len().saturating_sub(AT_ONCE);
        if more > 0 {
            let severity = |id| workspace.event(id).map_or(0, |it| it.severity);
            places.sort_by_cached_key(|at| {
                let link = &links[*at as usize];
                std::cmp::Reverse(severity(link.cause) + severity(link.effect))
            });
            places.truncate(AT_ONCE);
            places.sort_unstable();
        }
        Chain {
            links: places.iter().map(|at| &links[*at as usize]).collect(),
            more,
            rails: true,
            all: true,
        }
    }

    /// Size in bytes.
    pub(crate) fn bytes(&self) -> usize {
        (self.by_cause.capacity() + self.by_effect.capacity()) * size_of::<u32>()
    }
}

impl Chain<'_> {
    /// Its events, except the selected one.
    pub(crate) fn events(&self, selected: Option<EventId>) -> BTreeSet<EventId> {
        let ends = self.links.iter().flat_map(|it| [it.cause, it.effect]);
        ends.filter(|it| Some(*it) != selected).collect()
    }
}

/// The direction of a search.
#[derive(Debug, Clone, Copy)]
enum Way {
    Causes,
    Effects,
}

/// A breadth-first search in progress.
struct Found {
    /// Indices of the links, the nearest first.
    order: Vec<u32>,
    seen: BTreeSet<u32>,
    /// Where the next step to causes starts.
    causes: Vec<EventId>,
    effects: Vec<EventId>,
    /// Events visited in either direction.
    been: [BTreeSet<EventId>; 2],
}

impl Found {
    fn new(selected: EventId) -> Self {
        let start = || BTreeSet::from([selected]);
        Self {
            order: Vec::new(),
            seen: BTreeSet::new(),
            causes: vec![selected],
            effects: vec![selected],
            been: [start(), start()],
        }
    }

    /// One step from these events; returns the newly visited ones.
    fn step<'b>(
        &mut self,
        from: &[EventId],
        links_of: impl Fn(EventId) -> &'b [u32],
        links: &[Link],
        way: Way,
    ) -> Vec<EventId> {
        let mut next = Vec::new();
        for &at in from.iter().flat_map(|id| links_of(*id)) {
            if self.order.len() >= COUNTED {
                return Vec::new();
            }
            if self.seen.insert(at) {
                self.order.push(at);
            }
            let link = &links[at as usize];
            let end = match way {
                Way::Causes => link.cause,
                Way::Effects => link.effect,
            };
            if self.been[way as usize].insert(end) {
                next.push(end);
            }
        }
        next
    }
}

fn cause(link: &Link) -> EventId {
    link.cause
}

fn effect(link: &Link) -> EventId {
    link.effect
}

/// The indices of links with this end.
fn ending<'b>(
    sorted: &'b [u32],
    links: &[Link],
    id: EventId,
    end: fn(&Link) -> EventId,
) -> &'b [u32] {
    let first = sorted.partition_point(|at| end(&links[*at as usize]) < id);
    let count = sorted[first..].partition_point(|at| end(&links[*at as usize]) == id);
    &sorted[first..first + count]
}

#[cfg(test)]
mod tests {
    use model::{Basis, Confidence, LinkId};

    use super::*;

    /// Links between events by their numbers, cause first.
    fn linked(pairs: &[(i64, i64)]) -> Workspace {
        let link = |(at, pair): (usize, &(i64, i64))| Link {
            id: LinkId(at as i64 + 1),
            cause: EventId(pair.0),
            effect: EventId(pair.1),
            link_type: "leads_to".to_owned(),
            wording: String::new(),
            strength: None,
            confidence: Confidence::High,
            lag_days: None,
            basis: Basis::ALL[0],
            note: String::new(),
            rivals: String::new(),
        };
        Workspace {
            links: pairs.iter().enumerate().map(link).collect(),
            ..Workspace::default()
        }
    }

    fn found(workspace: &Workspace, steps: u8) -> Vec<i64> {
        let mut ends = Ends::default();
        let links = ends.chain(workspace, EventId(1), steps).links;
        links.iter().map(|it| it.id.0).collect()
    }

    #[test]
    fn a_chain_goes_as_far_as_asked_and_not_down_the_side_branches() {
        // 3 → 2 → 1 → 4 → 5, and 2 → 6, which is no effect of 1.
        let workspace = linked(&[(3, 2), (2, 1), (1, 4), (4, 5), (2, 6)]);
        assert_eq!(found(&workspace, 1), [2, 3]);
        assert_eq!(found(&workspace, 2), [2, 3, 1, 4]);
        assert_eq!(found(&workspace, 9), [2, 3, 1, 4]);
    }

    #[test]
    fn circles_end_and_each_link_is_told_once() {
        let workspace = linked(&[(1, 2), (2, 3), (3, 1)]);
        let mut links = found(&workspace, 9);
        links.sort_unstable();
        assert_eq!(links, [1, 2, 3]);
    }

    #[test]
    fn a_fan_is_bounded_and_says_what_is_left_out() {
        let pairs: Vec<(i64, i64)> = (2..102).map(|effect| (1, effect)).collect();
        let workspace = linked(&pairs);
        let mut ends = Ends::default();
        let chain = ends.chain(&workspace, EventId(1), 3);
        assert_eq!((chain.links.len(), chain.more), (READABLE, 40));
    }

    #[test]
    fn all_links_that_touch_an_event_are_found_once_and_the_slightest_only_counted() {
        let workspace = linked(&[(1, 2), (2, 3), (3, 9), (8, 1), (8, 9)]);
        let drawn = [1, 2, 3].map(EventId).into();
        let chain = Ends::default().touching(&workspace, &drawn);
        let found: Vec<i64> = chain.links.iter().map(|it| it.id.0).collect();
        assert_eq!((found, chain.more), (vec![1, 2, 3, 4], 0));
        let pairs: Vec<(i64, i64)> = (2..702).map(|effect| (1, effect)).collect();
        let mut workspace = linked(&pairs);
        workspace.events = (1..702)
            .map(|id| model::Event {
                severity: if id == 701 { 5 } else { 2 },
                ..model::Event::titled(EventId(id), format!("E{id}"), "Talks")
            })
            .collect();
        let chain = Ends::default().touching(&workspace, &[EventId(1)].into());
        assert_eq!((chain.links.len(), chain.more), (AT_ONCE, 100));
        assert_eq!(chain.links.last().map(|it| it.effect), Some(EventId(701)));
    }
}
