//! What the page may ask of the window. Everything else it asks of `app`, through [`call`] and [`picture`].
//!
//! Commands marked `async` run off the main thread, so that the window never waits for the file.

use api::call::typed;
use api::dto::{BriefArgs, DataArgs, Done, SeriesFile, SeriesReading, TakeSeries};
use api::{Fault, FaultCode};
use app::Session;
use serde::Serialize;
use serde_json::Value;
use tauri::ipc::Response;
use tauri::{AppHandle, Manager as _, State, WebviewWindow};

use crate::clipboard::Clipboard;
use crate::dialog::Chosen;
use crate::exporting::Exporting;
use crate::opened::Opened;
use crate::recent::Recent;
use crate::{dialog, recent, start};

/// A verb that answers with JSON.
#[tauri::command(async)]
pub(crate) fn call(verb: &str, args: Value, opened: State<'_, Opened>) -> Result<Value, Fault> {
    if app::writes(verb) {
        opened.change(|session| app::call(session, verb, args))
    } else {
        opened.with(|session| app::ask(session, verb, args))
    }
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

/// Asks where to, and writes the picture there. Nothing when the analyst cancels.
#[tauri::command]
pub(crate) async fn export_picture(
    args: Value,
    file_name: String,
    window: WebviewWindow,
    opened: State<'_, Opened>,
) -> Result<Option<api::dto::Exported>, Fault> {
    let args = typed(args)?;
    let Some(Chosen { path, may_replace }) = dialog::save_as(&window, &file_name).await? else {
        return Ok(None);
    };
    let last = Exporting { args, path };
    let exported = last.write(&opened, may_replace)?;
    opened.remember_export(last);
    Ok(Some(exported))
}

/// Writes the picture that was exported last once more, as the workspace is now, in the same place and with the same
/// settings. Asks before it overwrites. Nothing when the analyst cancels or nothing was exported yet.
#[tauri::command]
pub(crate) async fn repeat_export(
    window: WebviewWindow,
    opened: State<'_, Opened>,
) -> Result<Option<api::dto::Exported>, Fault> {
    let Some(last) = opened.last_export() else {
        return Ok(None);
    };
    let name = dialog::name_of(&last.path);
    if last.path.exists() && !dialog::may_replace(&window, &name).await? {
        return Ok(None);
    }
    last.write(&opened, true).map(Some)
}

/// What an export with these settings shows: the length of a JSON text as four bytes, little end first, the text, a PNG.
#[tauri::command(async)]
pub(crate) fn preview_picture(
    args: Value,
    page: u32,
    width_px: f32,
    opened: State<'_, Opened>,
) -> Result<Response, Fault> {
    let args = typed(args)?;
    let (info, png) = opened.with(|session| app::preview(session, &args, page, width_px))?;
    let info = serde_json::to_vec(&info).map_err(|error| internal(&error))?;
    let length = u32::try_from(info.len()).map_err(|error| internal(&error))?;
    let parts = [&length.to_le_bytes()[..], &info, &png];
    Ok(Response::new(parts.concat()))
}

/// Puts the picture on the clipboard, as an image.
#[tauri::command(async)]
pub(crate) fn copy_picture(
    args: Value,
    opened: State<'_, Opened>,
    clipboard: State<'_, Clipboard>,
) -> Result<(), Fault> {
    let args = typed(args)?;
    let picture = opened.with(|session| app::image(session, &args))?;
    clipboard.put(picture)
}

/// Asks for an image and takes it as the logo of exported pictures. Nothing when none was chosen.
#[tauri::command]
pub(crate) async fn choose_logo(
    window: WebviewWindow,
    opened: State<'_, Opened>,
) -> Result<Option<Done>, Fault> {
    let Some(path) = dialog::open_logo(&window).await? else {
        return Ok(None);
    };
    opened
        .change(|session| app::take_logo(session, path))
        .map(Some)
}

fn internal(error: &dyn std::fmt::Display) -> Fault {
    let message = format!("The picture cannot be drawn: {error}");
    Fault::new(FaultCode::Internal, message).help("Export it instead")
}

/// Asks where to, and writes the data there for other programs. Nothing when the analyst cancels.
#[tauri::command]
pub(crate) async fn export_data(
    args: DataArgs,
    file_name: String,
    window: WebviewWindow,
    opened: State<'_, Opened>,
) -> Result<Option<api::dto::Exported>, Fault> {
    let Some(Chosen { path, may_replace }) = dialog::save_as(&window, &file_name).await? else {
        return Ok(None);
    };
    opened
        .with(|session| app::export_data(session, &path, &args, may_replace))
        .map(Some)
}

/// Asks where to, and writes the brief there. Nothing when the analyst cancels.
#[tauri::command]
pub(crate) async fn export_brief(
    args: BriefArgs,
    file_name: String,
    window: WebviewWindow,
    opened: State<'_, Opened>,
) -> Result<Option<api::dto::Exported>, Fault> {
    let Some(Chosen { path, may_replace }) = dialog::save_as(&window, &file_name).await? else {
        return Ok(None);
    };
    opened
        .with(|session| app::brief(session, &path, &args, may_replace))
        .map(Some)
}

/// Asks for a file of series and says what is in it. Nothing when none was chosen; nothing is changed.
#[tauri::command]
pub(crate) async fn choose_series(
    window: WebviewWindow,
    opened: State<'_, Opened>,
) -> Result<Option<SeriesFile>, Fault> {
    let Some(path) = dialog::open_series(&window).await? else {
        return Ok(None);
    };
    opened.choose_series(path);
    read_series(SeriesReading::default(), opened).map(Some)
}

/// Says what is in the file that was chosen last, read in another way.
#[tauri::command(async)]
pub(crate) fn read_series(
    reading: SeriesReading,
    opened: State<'_, Opened>,
) -> Result<SeriesFile, Fault> {
    let path = opened.series().ok_or_else(no_series)?;
    opened.with(|session| app::read_series(session, path, &reading))
}

/// Takes series out of the file that was chosen last.
#[tauri::command(async)]
pub(crate) fn take_series(take: TakeSeries, opened: State<'_, Opened>) -> Result<Done, Fault> {
    let path = opened.series().ok_or_else(no_series)?;
    opened.change(|session| app::take_series(session, path, &take))
}

fn no_series() -> Fault {
    Fault::new(FaultCode::NotFound, "No file of series was chosen").help("Choose one first")
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
    opened.open(window.app_handle(), &path)?;
    Ok(true)
}

/// Asks for a workspace and opens it in a window of its own, which is this program once more. True when one was opened.
#[tauri::command]
pub(crate) async fn open_in_new_window(
    window: WebviewWindow,
    opened: State<'_, Opened>,
) -> Result<bool, Fault> {
    let Some(path) = dialog::open(&window).await? else {
        return Ok(false);
    };
    // Checked here first, so that an error is shown in this window.
    drop(opened.checked(&path)?);
    start::another_window(&path).map_err(|error| no_window(&error))?;
    Ok(true)
}

/// Asks for a file name and creates an empty workspace there. True when one was created.
#[tauri::command]
pub(crate) async fn new_workspace(
    window: WebviewWindow,
    opened: State<'_, Opened>,
) -> Result<bool, Fault> {
    let Some(chosen) = dialog::save_as(&window, "Untitled.faultline").await? else {
        return Ok(false);
    };
    let session = Session::create(&chosen.path)?;
    opened.replace(window.app_handle(), session, &chosen.path);
    Ok(true)
}

/// Asks for a workspace that was exported as JSON and for a new file, and creates the workspace there. True when one was created.
#[tauri::command]
pub(crate) async fn new_from_json(
    window: WebviewWindow,
    opened: State<'_, Opened>,
) -> Result<bool, Fault> {
    let Some(json) = dialog::open_json(&window).await? else {
        return Ok(false);
    };
    let name = dialog::named_like(&dialog::name_of(&json));
    let Some(chosen) = dialog::save_as(&window, &name).await? else {
        return Ok(false);
    };
    let session = Session::from_json(&chosen.path, &json)?;
    opened.replace(window.app_handle(), session, &chosen.path);
    Ok(true)
}

/// Opens the sample workspace.
#[tauri::command(async)]
pub(crate) fn open_sample(handle: AppHandle, opened: State<'_, Opened>) -> Result<(), Fault> {
    opened.open_sample(&handle)
}

/// Retries opening what the window was started with.
#[tauri::command(async)]
pub(crate) fn open_first(handle: AppHandle, opened: State<'_, Opened>) -> Result<(), Fault> {
    opened.open_first(&handle)
}

/// The workspaces that were open lately, the last one first.
#[tauri::command(async)]
pub(crate) fn recent_workspaces(handle: AppHandle, opened: State<'_, Opened>) -> Vec<Recent> {
    recent::all(&handle, opened.path().as_deref())
}

/// Opens a recent workspace by its id.
#[tauri::command(async)]
pub(crate) fn open_recent(
    id: &str,
    handle: AppHandle,
    opened: State<'_, Opened>,
) -> Result<(), Fault> {
    let path = recent::find(&handle, id).ok_or_else(|| {
        Fault::argument(
            "id",
            "That workspace is no longer in the list of recent ones",
        )
        .help("Open it with \u{201c}Open\u{2026}\u{201d}")
    })?;
    opened.open(&handle, &path)
}

/// Asks where to, and writes a copy of the open workspace there. The copy's name; nothing when none was made.
#[tauri::command]
pub(crate) async fn save_copy(
    window: WebviewWindow,
    opened: State<'_, Opened>,
) -> Result<Option<String>, Fault> {
    let name = opened.with(|session| Ok(dialog::copy_name(session.file_name())))?;
    let Some(chosen) = dialog::save_as(&window, &name).await? else {
        return Ok(None);
    };
    opened.with(|session| session.save_copy(&chosen.path, chosen.may_replace))?;
    Ok(Some(dialog::name_of(&chosen.path)))
}

/// Asks where to, writes there what can be read of the file that was found damaged, and opens it.
#[tauri::command]
pub(crate) async fn salvage(
    window: WebviewWindow,
    opened: State<'_, Opened>,
) -> Result<Option<Salvaged>, Fault> {
    let Some(damaged) = opened.damaged() else {
        return Err(
            Fault::new(FaultCode::NotFound, "No damaged file was opened")
                .help("Open the damaged file first"),
        );
    };
    let name = dialog::rescued_name(&dialog::name_of(&damaged));
    let Some(chosen) = dialog::save_as(&window, &name).await? else {
        return Ok(None);
    };
    let lost = Session::salvage(&damaged, &chosen.path)?;
    opened.open(window.app_handle(), &chosen.path)?;
    Ok(Some(Salvaged {
        file_name: dialog::name_of(&chosen.path),
        lost,
    }))
}

/// The result of salvaging a damaged file.
#[derive(Serialize)]
pub(crate) struct Salvaged {
    /// Name of the new file.
    file_name: String,
    /// What was lost, a line each.
    lost: Vec<String>,
}

/// Sets today's date, which the page knows in the analyst's time zone: "yesterday" counts from it.
#[tauri::command(async)]
pub(crate) fn set_day(year: i64, month: u32, day: u32, opened: State<'_, Opened>) {
    opened.set_day(year, month, day);
}

fn no_window(error: &std::io::Error) -> Fault {
    let message = format!("Another window could not be opened: {}", error.kind());
    Fault::new(FaultCode::Internal, message).help("Open the workspace in this window instead")
}
