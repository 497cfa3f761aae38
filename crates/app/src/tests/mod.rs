//! The verbs as the window calls them, on the sample.

mod arguments;
mod data;
mod full;
mod goldens;
mod kept;
mod labels;
mod numbers;
mod paging;
mod relations;
mod relative;
mod replies;
mod writing;

use std::path::PathBuf;
use std::sync::OnceLock;

use api::Fault;
use serde_json::Value;

use crate::session::Session;

/// The sample, written once for all tests of this run.
fn sample_file() -> &'static PathBuf {
    static FILE: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = FILE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sample.faultline");
        Session::new_sample(&path).unwrap();
        (folder, path)
    });
    path
}

/// A session on the sample. Tests that write make their own.
pub(crate) fn sample() -> Session {
    Session::open(sample_file()).unwrap()
}

fn ask(verb: &str, args: Value) -> Result<Value, Fault> {
    crate::call(&mut sample(), verb, args)
}

fn told(verb: &str, args: Value) -> Value {
    ask(verb, args).unwrap_or_else(|fault| panic!("{verb}: {fault:?}"))
}
