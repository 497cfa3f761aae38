//! The window: a thin shell over `app`. It owns the open file and every dialog; the page asks verbs and names no path.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
#![expect(
    clippy::disallowed_types,
    reason = "the context that Tauri generates holds a map"
)]

mod background;
mod bench;
mod clipboard;
mod commands;
mod dialog;
mod exporting;
mod opened;
mod recent;
mod start;
mod window;

use opened::Opened;

fn main() {
    start::with_calm_drawing();
    let outcome = tauri::Builder::default()
        .plugin(window::remembered_place())
        .manage(clipboard::Clipboard::default())
        .invoke_handler(tauri::generate_handler![
            commands::call,
            commands::picture,
            commands::export_picture,
            commands::repeat_export,
            commands::preview_picture,
            commands::copy_picture,
            commands::choose_logo,
            commands::export_data,
            commands::export_brief,
            commands::choose_series,
            commands::read_series,
            commands::take_series,
            commands::open_workspace,
            commands::new_workspace,
            commands::new_from_json,
            commands::open_sample,
            commands::open_first,
            commands::open_in_new_window,
            commands::recent_workspaces,
            commands::open_recent,
            commands::save_copy,
            commands::salvage,
            commands::set_day,
            background::set_background,
            bench::bench_open,
        ])
        .setup(|app| {
            window::open(app.handle(), Opened::none())?;
            Ok(())
        })
        .run(tauri::generate_context!());
    if let Err(error) = outcome {
        start::give_up(&error);
    }
}
