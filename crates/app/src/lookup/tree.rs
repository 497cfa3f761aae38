//! Trees of themes and actors: what is part of what.

use std::collections::{BTreeMap, BTreeSet};

use model::{ActorId, CategoryId, ThemeId, Workspace};

/// Parents of items. A loop, which a damaged file may contain, ends where it closes.
pub(crate) struct Tree<K> {
    parents: BTreeMap<K, K>,
}

impl<K: Ord + Copy> Tree<K> {
    /// From pairs of part and whole.
    pub(crate) fn new(pairs: impl Iterator<Item = (K, Option<K>)>) -> Self {
        Self {
            parents: pairs
                .filter_map(|(part, whole)| Some((part, whole?)))
                .collect(),
        }
    }

    /// `id` and what it belongs to, from the inside out.
    pub(crate) fn line(&self, id: K) -> Vec<K> {
        let mut line = vec![id];
        while let Some(parent) = line.last().and_then(|last| self.parents.get(last)) {
            if line.contains(parent) {
                break;
            }
            line.push(*parent);
        }
        line
    }

    /// `ids` and everything they belong to.
    pub(crate) fn with_wholes(&self, ids: impl Iterator<Item = K>) -> BTreeSet<K> {
        ids.flat_map(|id| self.line(id)).collect()
    }

    /// `ids` and everything that belongs to them.
    pub(crate) fn with_parts(&self, ids: &[K]) -> BTreeSet<K> {
        let parts = self
            .parents
            .keys()
            .filter(|part| self.line(**part).iter().any(|it| ids.contains(it)));
        parts.chain(ids).copied().collect()
    }
}

/// Themes.
pub(crate) fn theme_tree(workspace: &Workspace) -> Tree<ThemeId> {
    Tree::new(workspace.themes.iter().map(|it| (it.id, it.parent)))
}

/// Categories.
pub(crate) fn category_tree(workspace: &Workspace) -> Tree<CategoryId> {
    Tree::new(workspace.categories.iter().map(|it| (it.id, it.parent)))
}

/// Actors.
pub(crate) fn actor_tree(workspace: &Workspace) -> Tree<ActorId> {
    Tree::new(workspace.actors.iter().map(|it| (it.id, it.parent)))
}

/// The names from the outermost actor down to `id`, countries by their code ("US › State Department").
pub(crate) fn actor_path(workspace: &Workspace, id: ActorId) -> String {
    let line = actor_tree(workspace).line(id);
    let names = line
        .iter()
        .rev()
        .filter_map(|it| workspace.actor(*it))
        .map(|actor| {
            let is_country = actor.parent.is_none() && actor.handle.len() <= 3;
            if is_country && actor.id != id {
                actor.handle.as_str()
            } else {
                actor.name.as_str()
            }
        });
    names.collect::<Vec<_>>().join(" › ")
}

#[cfg(test)]
mod tests {
    use super::Tree;

    #[test]
    fn a_tree_goes_both_ways() {
        let tree = Tree::new([(1, None), (2, Some(1)), (3, Some(2)), (4, None)].into_iter());
        assert_eq!(tree.line(3), [3, 2, 1]);
        assert!(tree.with_parts(&[2]).into_iter().eq([2, 3]));
        assert!(tree.with_wholes([3].into_iter()).into_iter().eq([1, 2, 3]));
    }

    #[test]
    fn a_loop_ends() {
        let tree = Tree::new([(1, Some(2)), (2, Some(1))].into_iter());
        assert_eq!(tree.line(1), [1, 2]);
        assert!(tree.with_parts(&[1]).into_iter().eq([1, 2]));
    }
}
