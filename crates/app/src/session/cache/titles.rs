//! The index of a session, kept from one verb to the next.

use std::sync::{Arc, Mutex, PoisonError, Weak};

use model::Workspace;

use crate::lookup::titles::Index;

/// The index of the snapshot it was last asked for.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    kept: Mutex<CachedIndex>,
}

#[derive(Debug, Default)]
struct CachedIndex {
    /// Does not keep the snapshot alive, so that a session can change it in place.
    of: Weak<Workspace>,
    index: Index,
}

impl Cache {
    /// Looks something up in the index of `workspace`.
    pub(crate) fn with<T>(&self, workspace: &Arc<Workspace>, ask: impl FnOnce(&Index) -> T) -> T {
        // A verb that panicked left at worst an index that is only partly updated; it is built again then.
        let mut kept = self.kept.lock().unwrap_or_else(|poisoned| {
            self.kept.clear_poison();
            let mut kept = PoisonError::into_inner(poisoned);
            *kept = CachedIndex::default();
            kept
        });
        let is_current = kept
            .of
            .upgrade()
            .is_some_and(|it| Arc::ptr_eq(&it, workspace));
        if !is_current {
            kept.index.update(workspace);
            kept.of = Arc::downgrade(workspace);
        }
        ask(&kept.index)
    }
}
