//! What is put away behind an entry: everything that follows from it and from nothing else that is drawn.

use std::collections::{BTreeMap, BTreeSet};

use model::EventId;

use crate::links::Bundle;

/// The entries put away behind each folded entry, without those behind another one that is put away itself.
pub(super) fn put_away(
    bundles: &[Bundle<'_>],
    folded: &BTreeSet<EventId>,
) -> BTreeMap<EventId, BTreeSet<EventId>> {
    let behind: BTreeMap<EventId, BTreeSet<EventId>> = folded
        .iter()
        .map(|it| (*it, behind(bundles, *it)))
        .collect();
    let gone: BTreeSet<EventId> = behind.values().flatten().copied().collect();
    behind
        .into_iter()
        .filter(|(entry, put)| !gone.contains(entry) && !put.is_empty())
        .collect()
}

/// What follows from an entry and from nothing else: an effect goes once all of its causes are there.
fn behind(bundles: &[Bundle<'_>], entry: EventId) -> BTreeSet<EventId> {
    let mut found = BTreeSet::from([entry]);
    loop {
        let is_new = |it: &&Bundle<'_>| {
            found.contains(&it.cause)
                && !found.contains(&it.effect)
                && bundles
                    .iter()
                    .filter(|other| other.effect == it.effect)
                    .all(|other| found.contains(&other.cause))
        };
        let Some(next) = bundles.iter().find(is_new).map(|it| it.effect) else {
            break;
        };
        found.insert(next);
    }
    found.remove(&entry);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::links::bundles;
    use crate::testing::link;
    use model::Workspace;

    #[test]
    fn what_has_another_cause_stays() {
        let links = [
            link(1, 1, 2),
            link(2, 2, 3),
            link(3, 1, 4),
            link(4, 5, 4),
            link(5, 3, 6),
        ];
        let bundles = bundles(&Workspace::default(), &links);
        let away = |ids: &[i64]| {
            let folded = ids.iter().map(|it| EventId(*it)).collect();
            let found = put_away(&bundles, &folded);
            found
                .into_iter()
                .map(|(entry, put)| (entry.0, put.into_iter().map(|it| it.0).collect::<Vec<_>>()))
                .collect::<Vec<_>>()
        };
        assert_eq!(away(&[1]), [(1, vec![2, 3, 6])]);
        assert_eq!(away(&[1, 3]), [(1, vec![2, 3, 6])]);
        assert_eq!(away(&[3, 5]), [(3, vec![6])]);
    }
}
