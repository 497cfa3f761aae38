//! Themes or actors as nodes: the links between events seen as links between what the events belong to.
//!
//! Nothing is combined into a new claim: a link between two groups is the list of its claims, and a tie is the list of
//! what two groups share.

use std::collections::{BTreeMap, BTreeSet};

use model::{Event, EventId, LinkId, Sign, Workspace};

/// A group of events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group<K> {
    /// Its theme or actor.
    pub key: K,
    /// Its events, in the order of ids.
    pub events: Vec<EventId>,
    /// Claims between events that both belong to it.
    pub within: Vec<LinkId>,
}

/// The claims from the events of one group to those of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Between {
    /// Place of the group of the causes.
    pub from: usize,
    /// Place of the group of the effects.
    pub to: usize,
    /// The sign of these claims; claims of another sign are a separate line.
    pub sign: Sign,
    /// The claims, in the order of ids.
    pub claims: Vec<LinkId>,
}

/// What two groups share, without a direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie<S> {
    /// Place of one group, the smaller.
    pub one: usize,
    /// Place of the other.
    pub other: usize,
    /// What they share.
    pub shared: BTreeSet<S>,
}

/// Groups with the claims and ties between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Groups<K, S> {
    /// In the order of their keys.
    pub groups: Vec<Group<K>>,
    /// In the order of `from`, `to` and sign.
    pub between: Vec<Between>,
    /// In the order of `one` and `other`; only pairs that share something.
    pub ties: Vec<Tie<S>>,
}

/// The `shown` events grouped by `key`; an event without a key is in no group. Groups are tied by what `shares` gives for
/// their events.
#[must_use]
pub fn groups<K: Ord + Copy, S: Ord + Copy>(
    workspace: &Workspace,
    shown: &BTreeSet<EventId>,
    key: impl Fn(&Event) -> Option<K>,
    shares: impl Fn(&Event) -> Vec<S>,
) -> Groups<K, S> {
    let mut events: BTreeMap<K, Vec<&Event>> = BTreeMap::new();
    let mut keys: BTreeMap<EventId, K> = BTreeMap::new();
    for event in workspace.events.iter().filter(|it| shown.contains(&it.id)) {
        if let Some(key) = key(event) {
            events.entry(key).or_default().push(event);
            keys.insert(event.id, key);
        }
    }
    let places: BTreeMap<K, usize> = events.keys().zip(0..).map(|(key, at)| (*key, at)).collect();
    let place = |id: &EventId| keys.get(id).and_then(|key| places.get(key)).copied();
    let mut groups: Vec<Group<K>> = events
        .iter()
        .map(|(key, events)| Group {
            key: *key,
            events: events.iter().map(|it| it.id).collect(),
            within: Vec::new(),
        })
        .collect();
    let mut between: BTreeMap<(usize, usize, Sign), Vec<LinkId>> = BTreeMap::new();
    for link in &workspace.links {
        let Some((from, to)) = place(&link.cause).zip(place(&link.effect)) else {
            continue;
        };
        let sign = workspace.link_type(link).map_or(Sign::Plus, |it| it.sign);
        if from == to {
            groups[from].within.push(link.id);
        } else {
            between.entry((from, to, sign)).or_default().push(link.id);
        }
    }
    let shared: Vec<BTreeSet<S>> = events
        .values()
        .map(|events| events.iter().flat_map(|it| shares(it)).collect())
        .collect();
    let line = |((from, to, sign), claims)| Between {
        from,
        to,
        sign,
        claims,
    };
    Groups {
        groups,
        between: between.into_iter().map(line).collect(),
        ties: ties(&shared),
    }
}

fn ties<S: Ord + Copy>(shared: &[BTreeSet<S>]) -> Vec<Tie<S>> {
    let pairs =
        (0..shared.len()).flat_map(|one| (one + 1..shared.len()).map(move |other| (one, other)));
    let tie = |(one, other): (usize, usize)| Tie {
        one,
        other,
        shared: shared[one].intersection(&shared[other]).copied().collect(),
    };
    pairs.map(tie).filter(|it| !it.shared.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::workspace;

    #[test]
    fn claims_are_listed_by_groups_and_sign_and_nothing_is_lost() {
        let links = [
            (1, 2, "causes"),
            (2, 3, "causes"),
            (1, 4, "mitigates"),
            (4, 1, "refers_to"),
            (3, 5, "causes"),
        ];
        let workspace = workspace(5, &links);
        let shown = workspace.events.iter().map(|it| it.id).collect();
        // 1 and 2 are of the first group, 3 and 4 of the second, 5 of none; odd ones share "1", 4 shares "2".
        let found = groups(
            &workspace,
            &shown,
            |it| (it.id.0 < 5).then_some((it.id.0 - 1) / 2),
            |it| {
                if it.id.0 == 4 {
                    vec![2]
                } else {
                    vec![it.id.0 % 2]
                }
            },
        );
        assert_eq!(found.groups.len(), 2);
        assert_eq!(found.groups[0].within, [LinkId(1)]);
        let lines: Vec<_> = found
            .between
            .iter()
            .map(|it| (it.from, it.to, it.sign, it.claims.len()))
            .collect();
        assert_eq!(
            lines,
            [
                (0, 1, Sign::Plus, 1),
                (0, 1, Sign::Minus, 1),
                (1, 0, Sign::Zero, 1)
            ]
        );
        assert_eq!(
            found.ties,
            [Tie {
                one: 0,
                other: 1,
                shared: BTreeSet::from([1])
            }]
        );
    }
}
