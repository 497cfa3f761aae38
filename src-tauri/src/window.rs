//! The window itself: its size and place, and that nothing but our own page is ever in it.

use tauri::plugin::TauriPlugin;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager as _, Url, WebviewUrl, WebviewWindowBuilder, Wry};
use tauri_plugin_window_state::StateFlags;

use crate::opened::Opened;
use crate::{background, bench};

/// Remembers size, place and whether maximized, from one run to the next.
pub(crate) fn remembered_place() -> TauriPlugin<Wry> {
    let flags = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED;
    tauri_plugin_window_state::Builder::default()
        .with_state_flags(flags)
        .build()
}

/// Opens the main window; what it shows is opened meanwhile.
pub(crate) fn open(handle: &AppHandle, opened: Opened) -> tauri::Result<()> {
    handle.manage(opened);
    Opened::start(handle);
    let page = WebviewUrl::App("index.html".into());
    let mut builder = WebviewWindowBuilder::new(handle, "main", page);
    if let Some(script) = bench::told() {
        builder = builder.initialization_script(script);
    }
    let remembered = background::remembered(handle);
    let dark = remembered.unwrap_or_else(background::desktop_is_dark);
    let window = builder
        .title("Faultline")
        .background_color(background::color(dark))
        // The page knows which file is open and what the workspace is called.
        .on_document_title_changed(|window, title| {
            let _named = window.set_title(&title);
        })
        .inner_size(1440.0, 900.0)
        .min_inner_size(800.0, 560.0)
        .on_navigation(is_our_page)
        .on_new_window(|_address, _features| NewWindowResponse::Deny)
        // A file dropped on the window must not be opened in place of the page.
        .disable_drag_drop_handler()
        .build()?;
    if remembered.is_none() {
        background::follow_desktop(&window);
    }
    Ok(())
}

/// True for pages that are built into the program.
fn is_our_page(address: &Url) -> bool {
    let origin = (address.scheme(), address.host_str());
    matches!(
        origin,
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost"))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_open() {
        let opens = |address: &str| is_our_page(&Url::parse(address).unwrap());
        assert!(opens("tauri://localhost/index.html"));
        for address in [
            "https://example.org/",
            "http://localhost/",
            "tauri://evil.example/",
            "https://tauri.localhost.evil.example/",
            "file:///etc/passwd",
            "data:text/html,hi",
            "about:blank",
        ] {
            assert!(!opens(address), "{address}");
        }
    }
}
