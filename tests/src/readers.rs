//! Programs of others that read what leaves Faultline: Python packages (`tests/readers`), poppler, graphviz.
//!
//! `FAULTLINE_READERS` names the Python that has the packages; `cargo xtask test` sets it. Without it the one that
//! `cargo xtask setup` would have made is looked for.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

/// True when a test may be left out because `what` is not here. Where everything must be tested, it is an error.
#[expect(clippy::print_stderr, reason = "what is left out says so")]
pub fn may_skip(what: &str) -> Result<bool> {
    if std::env::var_os("CI").is_some() || std::env::var_os("FAULTLINE_READERS").is_some() {
        bail!("{what} is not here: run `cargo xtask setup`");
    }
    eprintln!("skipped: {what} is not here");
    Ok(true)
}

/// The Python with the packages; `None` where a test may do without.
pub fn python() -> Result<Option<PathBuf>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let told = std::env::var_os("FAULTLINE_READERS").map(PathBuf::from);
    let python = told.unwrap_or_else(|| root.join("target/readers/bin/python3"));
    if python.is_file() {
        return Ok(Some(python));
    }
    may_skip("Python with the packages of tests/readers")?;
    Ok(None)
}

/// What a script of `tests/readers` says of a file, as JSON.
pub fn told(python: &Path, script: &str, file: &Path) -> Result<Value> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("readers")
        .join(script);
    let text = said(Command::new(python).arg(&script).arg(file))?
        .with_context(|| format!("{} does not start", python.display()))?;
    serde_json::from_str(&text).with_context(|| text)
}

/// What a program says; `None` when there is no such program, an error when it fails.
pub fn said(command: &mut Command) -> Result<Option<String>> {
    let output = match command.output() {
        Ok(output) => output,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    if !output.status.success() {
        bail!("{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(Some(String::from_utf8_lossy(&output.stdout).into_owned()))
}

/// The text of a PDF as poppler reads it, without head and foot of its pages of A4, blanks and line ends made one; `None` where a
/// test may do without.
pub fn pdf_text(file: &Path) -> Result<Option<String>> {
    let text = said(
        Command::new("pdftotext")
            .args(["-nopgbrk", "-x", "0", "-y", "54", "-W", "596", "-H", "731"])
            .arg(file)
            .arg("-"),
    )?;
    match text {
        Some(text) => Ok(Some(flowing(&text))),
        None => may_skip("poppler").map(|_| None),
    }
}

/// Words with one blank between them.
pub fn flowing(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
