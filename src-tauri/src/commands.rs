//! What the page may ask of the window. Everything else it asks of `app`, through [`call`] and [`picture`].
//!
//! Commands marked `async` run off the main thread, so that the window never waits for the file.

use app::{Fault, Session};
use serde_json::Value;
use tauri::ipc::Response;
use tauri::{AppHandle, State, WebviewWindow};

use crate::dialog::{self, Chosen};
use crate::opened::{self, Opened};

/// A verb that answers with JSON.
#[tauri::command(async)]
pub(crate) fn call(verb: &str, args: Value, opened: State<'_, Opened>) -> Result<Value, Fault> {
    opened.with(|session| app::call(session, verb, args))
}

/// A verb that answers with a picture's bytes.
#[tauri::command(async)]
pub(crate) fn picture(
    verb: &str,
    args: Value,
    opened: State<'_, Opened>,
) -> Result<Response, Fault> {
    opened
        .with(|session| app::picture(session, verb, args))
        .map(Response::new)
}

/// Asks where to, and writes the picture there. Nothing when the analyst thought better of it.
#[tauri::command]
pub(crate) async fn export_picture(
    view: String,
    args: Value,
    file_name: String,
    window: WebviewWindow,
    opened: State<'_, Opened>,
) -> Result<Option<app::Exported>, Fault> {
    let Some(Chosen { path, may_replace }) = dialog::save_as(&window, &file_name).await? else {
        return Ok(None);
    };
    opened
        .with(|session| app::export(session, &view, args, &path, may_replace))
        .map(Some)
}

/// Asks for a workspace and opens it. True when one was opened.
#[tauri::command]
pub(crate) async fn open_workspace(
    window: WebviewWindow,
    opened: State<'_, Opened>,
) -> Result<bool, Fault> {
    let Some(path) = dialog::open(&window).await? else {
        return Ok(false);
    };
    opened.replace(Session::open(&path)?);
    Ok(true)
}

/// Asks for a place and makes an empty workspace there. True when one was made.
#[tauri::command]
pub(crate) async fn new_workspace(
    window: WebviewWindow,
    opened: State<'_, Opened>,
) -> Result<bool, Fault> {
    let Some(chosen) = dialog::save_as(&window, "Untitled.faultline").await? else {
        return Ok(false);
    };
    opened.replace(Session::create(&chosen.path)?);
    Ok(true)
}

/// Opens the sample workspace.
#[tauri::command(async)]
pub(crate) fn open_sample(handle: AppHandle, opened: State<'_, Opened>) -> Result<(), Fault> {
    opened.replace(opened::sample(&handle)?);
    Ok(())
}
