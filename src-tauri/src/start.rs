//! What happens before anything else: the drawing mode of `WebKitGTK`, and the message when no window opens.

#[cfg(target_os = "linux")]
const DRAWING: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Starts this program again with `WebKitGTK`'s buffer sharing off, unless the variable is set already.
///
/// Where there is no graphics card, drawing with it is two to three times slower. Setting a variable of the running
/// process is unsafe in Rust 2024, so the process replaces itself; its number stays the same.
#[cfg(target_os = "linux")]
pub(crate) fn with_calm_drawing() {
    use std::os::unix::process::CommandExt as _;

    if std::env::var_os(DRAWING).is_some() {
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        // `exec` comes back only when it failed; then the window opens in the default mode.
        let _failed = std::process::Command::new(program)
            .args(std::env::args_os().skip(1))
            .env(DRAWING, "1")
            .exec();
    }
}

/// Nothing to do where the page is not drawn by `WebKitGTK`.
#[cfg(not(target_os = "linux"))]
pub(crate) fn with_calm_drawing() {}

/// Opens a file in a window of its own: this program once more.
pub(crate) fn another_window(file: &std::path::Path) -> std::io::Result<()> {
    let mut other = std::process::Command::new(std::env::current_exe()?)
        .arg(file)
        .spawn()?;
    // Waited for, so that nothing of it is left when it is closed before this one.
    std::thread::spawn(move || other.wait());
    Ok(())
}

/// Says why no window could be opened, and ends the program.
#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
pub(crate) fn give_up(error: &tauri::Error) -> ! {
    eprintln!("Faultline could not open its window: {error}");
    eprintln!("Without a screen, `faultline chart` on the command line draws the same pictures.");
    std::process::exit(1);
}
