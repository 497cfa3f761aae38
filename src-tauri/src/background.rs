//! The background of the window before its page has loaded: that of the theme it was closed with, so that a dark window
//! never flashes white.

use std::path::{Path, PathBuf};

use tauri::window::Color;
use tauri::{AppHandle, Manager as _, Theme, WebviewWindow};

const DARK: &str = "dark";
const LIGHT: &str = "light";

/// Whether the window was dark when it was last open; `None` when that is not known.
pub(crate) fn remembered(handle: &AppHandle) -> Option<bool> {
    read(&file(handle)?)
}

/// The background of a dark or a light window.
pub(crate) fn color(dark: bool) -> Color {
    let [red, green, blue] = app::background(dark);
    Color(red, green, blue, u8::MAX)
}

/// Whether a new desktop is dark, as far as that is known before there is a window.
pub(crate) fn desktop_is_dark() -> bool {
    std::env::var("GTK_THEME").is_ok_and(|theme| names_dark(&theme))
}

/// If nothing is remembered, the window follows the desktop, whose theme it knows once it is created.
pub(crate) fn follow_desktop(window: &WebviewWindow) {
    if window.theme().is_ok_and(|theme| theme == Theme::Dark) {
        // Cosmetic, and only until the page has loaded: errors are ignored.
        let _shown = window.set_background_color(Some(color(true)));
    }
}

/// Takes from the page whether it is dark, for the next start. If that cannot be saved, the window may flash once.
#[tauri::command(async)]
pub(crate) fn set_background(dark: bool, window: WebviewWindow) {
    let _shown = window.set_background_color(Some(color(dark)));
    let handle = window.app_handle();
    if let Some(file) = file(handle).filter(|_| remembered(handle) != Some(dark)) {
        let _kept = write(&file, dark);
    }
}

fn file(handle: &AppHandle) -> Option<PathBuf> {
    // The name that the file has had from the first.
    Some(handle.path().app_config_dir().ok()?.join("ground"))
}

fn read(file: &Path) -> Option<bool> {
    match std::fs::read_to_string(file).ok()?.trim() {
        DARK => Some(true),
        LIGHT => Some(false),
        _ => None,
    }
}

fn write(file: &Path, dark: bool) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(file, if dark { DARK } else { LIGHT })
}

/// "Adwaita:dark", "Adwaita-dark".
fn names_dark(theme: &str) -> bool {
    let theme = theme.to_lowercase();
    theme.ends_with(":dark") || theme.ends_with("-dark")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_again_and_anything_else_is_not_known() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("org.faultline").join("ground");
        assert_eq!(read(&file), None);
        for dark in [true, false, true] {
            write(&file, dark).unwrap();
            assert_eq!(read(&file), Some(dark));
        }
        for other in ["", "black", "\u{0}", "dark light"] {
            std::fs::write(&file, other).unwrap();
            assert_eq!(read(&file), None, "{other:?}");
        }
    }

    #[test]
    fn a_theme_of_the_desktop_says_whether_it_is_dark() {
        for (theme, dark) in [
            ("Adwaita:dark", true),
            ("Adwaita-dark", true),
            ("Yaru-Dark", true),
            ("Adwaita", false),
            ("Darkness", false),
            ("", false),
        ] {
            assert_eq!(names_dark(theme), dark, "{theme}");
        }
    }

    #[test]
    fn dark_and_light_windows_have_opaque_backgrounds() {
        assert_ne!(color(true), color(false));
        assert_eq!(color(true).3, 255);
    }
}
