//! Copies of an open workspace.

use std::path::Path;

use api::{Fault, FaultCode};

use crate::lookup::atomic_file;
use crate::session::Session;

impl Session {
    /// Writes a copy of the open workspace to `path`. Only with `may_replace` may a file be there already; it
    /// is restored if the copy fails.
    ///
    /// # Errors
    /// [`FaultCode::Exists`] or [`FaultCode::File`].
    pub fn save_copy(&self, path: &Path, may_replace: bool) -> Result<(), Fault> {
        let copied = || self.file(|it| it.save_copy(path));
        if !may_replace || !path.exists() {
            return copied();
        }
        if self.with_file(|it| is_same(path, it.path())) {
            return Err(
                Fault::new(FaultCode::Exists, "A workspace cannot be a copy of itself")
                    .help("Choose another name"),
            );
        }
        atomic_file::put_aside(path)?.settle(copied())
    }
}

/// True when both names lead to one file.
fn is_same(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_copy_holds_the_same_and_replaces_only_what_it_may() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let session = Session::new_sample(at("a.faultline")).unwrap();
        session.save_copy(&at("b.faultline"), false).unwrap();
        let refused = session.save_copy(&at("b.faultline"), false).unwrap_err();
        assert_eq!(refused.code, FaultCode::Exists);
        std::fs::write(at("c.faultline"), "notes").unwrap();
        session.save_copy(&at("c.faultline"), true).unwrap();
        let events = |name: &str| {
            let mut copy = Session::open(at(name)).unwrap();
            crate::call(&mut copy, "events", json!({})).unwrap()
        };
        assert_eq!(events("b.faultline"), events("a.faultline"));
        assert_eq!(events("c.faultline"), events("a.faultline"));
    }

    #[test]
    fn a_workspace_is_never_replaced_by_its_own_copy() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.faultline");
        let session = Session::create(&path).unwrap();
        let refused = session
            .save_copy(&folder.path().join("./a.faultline"), true)
            .unwrap_err();
        assert_eq!(refused.code, FaultCode::Exists);
        assert!(Session::open(&path).is_ok());
    }
}
