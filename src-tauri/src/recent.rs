//! The workspaces that were open lately, the last one first, kept in the configuration folder.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use serde::Serialize;
use tauri::{AppHandle, Manager as _};

/// How many are kept.
const KEPT: usize = 10;

/// A recent workspace for the page, which asks for it by `id` and never names a path.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Recent {
    /// What it is asked for by.
    id: String,
    /// Name of the file, without folders and ending.
    name: String,
    /// Where it is, shortened for reading.
    folder: String,
    /// It is not there now.
    missing: bool,
    /// It is the one that is open.
    open: bool,
}

/// All of them. `open` is where the open workspace is.
pub(crate) fn all(handle: &AppHandle, open: Option<&Path>) -> Vec<Recent> {
    let home = handle.path().home_dir().ok();
    let paths = list(handle).map_or_else(Vec::new, |file| read(&file));
    paths
        .iter()
        .map(|path| told(path, home.as_deref(), open))
        .collect()
}

/// The path that the page asks for by its id.
pub(crate) fn find(handle: &AppHandle, id: &str) -> Option<PathBuf> {
    read(&list(handle)?)
        .into_iter()
        .find(|path| id_of(path) == id)
}

/// Puts a path to the front. Where it cannot be kept, only the list is shorter.
pub(crate) fn remember(handle: &AppHandle, path: &Path) {
    if let Some(file) = list(handle) {
        let _not_kept = write(&file, &with(read(&file), path));
    }
}

fn list(handle: &AppHandle) -> Option<PathBuf> {
    Some(handle.path().app_config_dir().ok()?.join("recent.json"))
}

fn read(file: &Path) -> Vec<PathBuf> {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let mut paths: Vec<PathBuf> = serde_json::from_str(&text).unwrap_or_default();
    paths.truncate(KEPT);
    paths
}

/// Written beside and renamed, so that another window never reads half of it.
fn write(file: &Path, paths: &[PathBuf]) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let beside = file.with_extension(format!("{}.making", std::process::id()));
    std::fs::write(&beside, serde_json::to_vec_pretty(paths)?)?;
    std::fs::rename(&beside, file)
}

fn with(mut paths: Vec<PathBuf>, path: &Path) -> Vec<PathBuf> {
    paths.retain(|it| it != path);
    paths.insert(0, path.to_owned());
    paths.truncate(KEPT);
    paths
}

fn told(path: &Path, home: Option<&Path>, open: Option<&Path>) -> Recent {
    let name = path.file_stem().unwrap_or(path.as_os_str());
    Recent {
        id: id_of(path),
        name: name.to_string_lossy().into_owned(),
        folder: folder_of(path, home),
        missing: !path.is_file(),
        open: open == Some(path),
    }
}

/// The same for the same path as long as the window is open.
fn id_of(path: &Path) -> String {
    let mut hasher = DefaultHasher::new();
    path.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// `~/Documents/Iran` for a folder at home.
fn folder_of(path: &Path, home: Option<&Path>) -> String {
    let folder = path.parent().unwrap_or(path);
    match home.and_then(|home| folder.strip_prefix(home).ok()) {
        Some(inside) if inside.as_os_str().is_empty() => String::from("~"),
        Some(inside) => format!("~/{}", inside.display()),
        None => folder.display().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_one_comes_first_and_ten_are_kept() {
        let mut paths = Vec::new();
        for number in 0..12 {
            paths = with(paths, Path::new(&format!("/notes/{number}.faultline")));
        }
        paths = with(paths, Path::new("/notes/5.faultline"));
        assert_eq!(paths.len(), KEPT);
        assert_eq!(paths[0], Path::new("/notes/5.faultline"));
        assert_eq!(paths[1], Path::new("/notes/11.faultline"));
    }

    #[test]
    fn the_list_is_kept_and_a_spoilt_one_is_empty() {
        let folder = std::env::temp_dir().join(format!("faultline-recent-{}", std::process::id()));
        let file = folder.join("recent.json");
        write(&file, &[PathBuf::from("/notes/a.faultline")]).unwrap();
        assert_eq!(read(&file), [PathBuf::from("/notes/a.faultline")]);
        std::fs::write(&file, "{not a list").unwrap();
        assert!(read(&file).is_empty());
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_workspace_is_told_by_name_and_folder() {
        let home = Path::new("/people/ana");
        let told = |path: &str| told(Path::new(path), Some(home), None);
        assert_eq!(
            told("/people/ana/Risk/Iran 2025.faultline").name,
            "Iran 2025"
        );
        assert_eq!(
            told("/people/ana/Risk/Iran 2025.faultline").folder,
            "~/Risk"
        );
        assert_eq!(told("/people/ana/x.faultline").folder, "~");
        assert_eq!(told("/srv/shared/x.faultline").folder, "/srv/shared");
        assert!(told("/srv/shared/x.faultline").missing);
    }
}
