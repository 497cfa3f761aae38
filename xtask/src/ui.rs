//! The page: its libraries and its build, each redone only when what it is made from changed.

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::node::npm;
use crate::process::{finish, root, target};

/// Fetches the page's libraries (the fonts among them, which the pictures need too).
pub(crate) fn libraries() -> Result<String> {
    let lock = fs::read(root().join("ui/package-lock.json")).context("ui/package-lock.json")?;
    let there = root().join("ui/node_modules").is_dir();
    once("npm-ci", &[lock], there, || {
        finish(&mut npm(&["ci", "--no-audit", "--no-fund"]))
    })
}

/// Builds the page into `ui/dist`.
pub(crate) fn build() -> Result<String> {
    let mut files = BTreeSet::new();
    for place in ["ui", "data"] {
        collect(&root().join(place), &mut files)?;
    }
    let mut parts = vec![];
    for file in &files {
        parts.push(file.to_string_lossy().as_bytes().to_vec());
        parts.push(fs::read(file)?);
    }
    let there = root().join("ui/dist/index.html").is_file();
    once("ui-build", &parts, there, || {
        finish(&mut npm(&["run", "--silent", "build"]))
    })
}

/// Does `work` unless its result is there and was made from the very same `parts`.
fn once(
    name: &str,
    parts: &[Vec<u8>],
    there: bool,
    work: impl FnOnce() -> Result<()>,
) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    parts.hash(&mut hasher);
    let mark = format!("{:016x}", hasher.finish());
    let stamp = target().join("xtask").join(name);
    if there && fs::read_to_string(&stamp).is_ok_and(|it| it == mark) {
        return Ok("up to date".to_owned());
    }
    work()?;
    fs::create_dir_all(target().join("xtask"))?;
    fs::write(stamp, mark)?;
    Ok("ok".to_owned())
}

fn collect(folder: &Path, files: &mut BTreeSet<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path
            .file_name()
            .map(|it| it.to_string_lossy().into_owned())
            .unwrap_or_default();
        match name.as_str() {
            "node_modules" | "dist" | "coverage" | ".svelte-kit" => {}
            _ if path.is_dir() => collect(&path, files)?,
            _ => {
                files.insert(path);
            }
        }
    }
    Ok(())
}
