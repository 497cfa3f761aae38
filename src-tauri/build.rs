//! Lets the page call exactly the commands named here, and says what to do when there is no page yet.

/// Every command of the window. A command missing here does not exist for the page.
const COMMANDS: [&str; 25] = [
    "call",
    "picture",
    "export_picture",
    "repeat_export",
    "preview_picture",
    "copy_picture",
    "choose_logo",
    "export_data",
    "export_brief",
    "choose_series",
    "read_series",
    "take_series",
    "open_workspace",
    "new_workspace",
    "new_from_json",
    "open_sample",
    "open_first",
    "open_in_new_window",
    "recent_workspaces",
    "open_recent",
    "save_copy",
    "salvage",
    "set_day",
    "set_background",
    "bench_open",
];

fn main() {
    println!("cargo:rerun-if-changed=../ui/dist");
    assert!(
        std::path::Path::new("../ui/dist/index.html").is_file(),
        "\n\nThe window's page is not built: ui/dist/index.html is missing.\nRun: cargo xtask setup\n"
    );
    let manifest = tauri_build::AppManifest::new().commands(&COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        panic!("tauri-build: {error:#}");
    }
}
