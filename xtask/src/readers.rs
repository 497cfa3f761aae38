//! Readers of other people's formats, which tests check our files with: Python packages under `target/readers`.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::process::{finish, root, target};

/// Sees to it that the packages of `tests/readers/requirements.txt` are there, in those versions.
pub(crate) fn install() -> Result<String> {
    let wanted = root().join("tests/readers/requirements.txt");
    let text = std::fs::read_to_string(&wanted)?;
    // What was installed last is noted beside it.
    let noted = folder().join("requirements.txt");
    if std::fs::read_to_string(&noted).is_ok_and(|it| it == text) {
        return Ok("ok, under target/readers".to_owned());
    }
    finish(
        Command::new("python3")
            .args(["-m", "venv", "--clear"])
            .arg(folder()),
    )?;
    finish(
        Command::new(python())
            .args([
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "-r",
            ])
            .arg(&wanted),
    )?;
    std::fs::copy(&wanted, &noted)?;
    Ok("installed under target/readers".to_owned())
}

/// The Python that has them.
pub(crate) fn python() -> PathBuf {
    folder().join("bin/python3")
}

fn folder() -> PathBuf {
    target().join("readers")
}
