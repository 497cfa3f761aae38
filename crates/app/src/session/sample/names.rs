//! From names in the text to ids.

use std::collections::BTreeMap;

use super::SampleError;

/// The names of one kind of thing, numbered from 1 in the order of the text.
#[derive(Debug)]
pub(super) struct Names {
    what: &'static str,
    ids: BTreeMap<String, i64>,
}

impl Names {
    /// Numbers `names`; refuses one that comes twice.
    pub(super) fn number<'a>(
        what: &'static str,
        names: impl IntoIterator<Item = &'a String>,
    ) -> Result<Self, SampleError> {
        let mut ids = BTreeMap::new();
        for (id, name) in (1..).zip(names) {
            if ids.insert(name.clone(), id).is_some() {
                return Err(SampleError::Twice {
                    what,
                    name: name.clone(),
                });
            }
        }
        Ok(Self { what, ids })
    }

    /// The id of `name`, which stands in `list`.
    pub(super) fn id(&self, list: &'static str, name: &str) -> Result<i64, SampleError> {
        self.ids
            .get(name)
            .copied()
            .ok_or_else(|| SampleError::Unknown {
                list,
                what: self.what,
                name: name.to_owned(),
            })
    }

    /// The id of `name` if there is a name.
    pub(super) fn id_if_any(
        &self,
        list: &'static str,
        name: Option<&String>,
    ) -> Result<Option<i64>, SampleError> {
        name.map(|name| self.id(list, name)).transpose()
    }
}
