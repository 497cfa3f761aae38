//! Results that took time, kept between verbs; dropped at every change of the workspace.

use std::sync::{Arc, Mutex, PoisonError};

use api::Fault;

/// The `MOST` last results of a kind, each with what decided it besides the workspace.
#[derive(Debug)]
pub(crate) struct Recent<Key, T, const MOST: usize>(Mutex<Vec<(Key, Arc<T>)>>);

impl<Key, T, const MOST: usize> Default for Recent<Key, T, MOST> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<Key: Clone + PartialEq, T, const MOST: usize> Recent<Key, T, MOST> {
    /// Drops everything: the snapshot has changed.
    pub(crate) fn forget(&self) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }

    /// The result of `key`, made unless it is remembered. What fails is not remembered.
    pub(crate) fn of(
        &self,
        key: &Key,
        make: impl FnOnce() -> Result<T, Fault>,
    ) -> Result<Arc<T>, Fault> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, made)) = kept.iter().find(|it| it.0 == *key) {
            return Ok(Arc::clone(made));
        }
        let made = Arc::new(make()?);
        kept.truncate(MOST - 1);
        kept.insert(0, (key.clone(), Arc::clone(&made)));
        Ok(made)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_results_are_remembered_until_a_change() {
        let recent = Recent::<u32, u32, 2>::default();
        let made = |key: u32| {
            let mut is_new = false;
            let result = recent.of(&key, || {
                is_new = true;
                Ok(key * 10)
            });
            assert_eq!(*result.unwrap(), key * 10);
            is_new
        };
        assert!(made(1) && made(2) && !made(1) && !made(2));
        assert!(made(3) && !made(2) && made(1));
        recent.forget();
        assert!(made(1));
    }

    #[test]
    fn what_fails_is_tried_again() {
        let recent = Recent::<u32, u32, 2>::default();
        assert!(recent.of(&1, || Err(Fault::argument("x", "no"))).is_err());
        assert_eq!(*recent.of(&1, || Ok(5)).unwrap(), 5);
    }
}
