//! The index that was computed last, kept between pictures; dropped at every change.

use std::sync::{Arc, Mutex, PoisonError};

use api::Fault;
use api::dto::{Filter, Scaling};
use chart::Index;
use model::date::Day;
use risk::Entries;

/// Results that are remembered: that of the filter in force, of an earlier day and of today, and that of everything.
const REMEMBERED: usize = 3;
/// What decides an index besides the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) filter: Filter,
    pub(crate) scaling: Scaling,
    pub(crate) as_of: Option<Day>,
}

/// An index with the entries that it was computed from.
#[derive(Debug)]
pub(crate) struct Made {
    pub(crate) entries: Entries,
    pub(crate) index: Index,
}

/// What was computed since the last change.
#[derive(Debug, Default)]
pub(crate) struct Cache(Mutex<Vec<(Key, Arc<Made>)>>);

impl Cache {
    /// Drops everything: the snapshot has changed.
    pub(crate) fn forget(&self) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }

    /// The index of `key`, made unless it is remembered.
    pub(crate) fn of(
        &self,
        key: &Key,
        make: impl FnOnce() -> Result<Made, Fault>,
    ) -> Result<Arc<Made>, Fault> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, made)) = kept.iter().find(|it| it.0 == *key) {
            return Ok(Arc::clone(made));
        }
        let made = Arc::new(make()?);
        kept.truncate(REMEMBERED - 1);
        kept.insert(0, (key.clone(), Arc::clone(&made)));
        Ok(made)
    }
}
