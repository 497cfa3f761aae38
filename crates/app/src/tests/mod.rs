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
mod timeline_links;
mod writing;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use api::Fault;
use api::dto::{Exported, PreviewInfo};
use serde_json::{Value, json};

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

fn reply(verb: &str, args: Value) -> Value {
    ask(verb, args).unwrap_or_else(|fault| panic!("{verb}: {fault:?}"))
}

/// Arguments of the chart `view` written as one flat object, as tests like to, in the form that the verb takes.
pub(crate) fn chart_args(view: &str, flat: &Value) -> Value {
    let (mut look, mut window, mut focus) = (json!({}), json!({}), json!({}));
    let mut args = json!({});
    let mut chart = json!({ "kind": view });
    for (name, value) in flat.as_object().unwrap() {
        let into = match name.as_str() {
            "width_px" | "height_px" | "theme" | "scroll_px" => &mut look,
            "from_days" | "to_days" => &mut window,
            "selected" | "hovered" => &mut focus,
            "filter" | "as_of" => &mut args,
            _ => &mut chart,
        };
        into[name] = value.clone();
    }
    for (name, part) in [
        ("look", look),
        ("window", window),
        ("focus", focus),
        ("chart", chart),
    ] {
        args[name] = part;
    }
    args
}

/// The picture of a chart with such arguments.
pub(crate) fn picture(session: &Session, view: &str, flat: &Value) -> Result<Vec<u8>, Fault> {
    crate::picture(session, "chart", chart_args(view, flat))
}

/// As [`crate::export`], of flat arguments.
pub(crate) fn export(
    session: &Session,
    view: &str,
    flat: &Value,
    path: impl AsRef<Path>,
    force: bool,
) -> Result<Exported, Fault> {
    let args = crate::output::export::settings::of_flat(view, flat)?;
    crate::export(session, &args, path, force)
}

/// As [`crate::preview`], of flat arguments.
pub(crate) fn preview(
    session: &Session,
    view: &str,
    flat: &Value,
    (page, width_px): (u32, f32),
) -> Result<(PreviewInfo, Vec<u8>), Fault> {
    let args = crate::output::export::settings::of_flat(view, flat)?;
    crate::preview(session, &args, page, width_px)
}
