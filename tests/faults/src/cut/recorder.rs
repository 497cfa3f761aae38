//! The recorder: a library that is loaded before a program starts and notes what it does to the files of one folder.
//!
//! Its source is a tool beside the checkout, compiled when it is needed.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use tempfile::TempDir;

use super::log::{self, Operation};
use crate::scratch;

/// Where the tool lies, seen from the root of the checkout.
const SOURCE: &str = "../shared/tools/powercut/trace.c";

/// The compiled recorder.
#[derive(Debug)]
pub(crate) struct Recorder {
    library: PathBuf,
    folder: TempDir,
}

impl Recorder {
    /// Compiles it. `Err` inside says why it cannot be had here.
    ///
    /// # Errors
    /// When the compiler fails.
    pub(crate) fn build() -> Result<Result<Self, String>> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let source = root.join(SOURCE);
        if !source.is_file() {
            return Ok(Err(format!("there is no {SOURCE} beside this checkout")));
        }
        if Command::new("cc").arg("--version").output().is_err() {
            return Ok(Err(String::from("there is no C compiler called cc")));
        }
        let folder = scratch::on_disk()?;
        let library = folder.path().join("recorder.so");
        let compiled = Command::new("cc")
            .args(["-O2", "-w", "-fPIC", "-shared", "-o"])
            .arg(&library)
            .arg(&source)
            .args(["-ldl", "-lpthread"])
            .output()?;
        let said = String::from_utf8_lossy(&compiled.stderr).into_owned();
        ensure!(compiled.status.success(), "cc {SOURCE}: {said}");
        Ok(Ok(Self { library, folder }))
    }

    /// Runs `command` to its end and returns what it did to the files of `folder`, and what it said to the file `acks`.
    ///
    /// # Errors
    /// When it fails.
    pub(crate) fn record(
        &self,
        command: &mut Command,
        folder: &Path,
        acks: &Path,
    ) -> Result<Vec<Operation>> {
        let log = self.folder.path().join("log");
        let _ = std::fs::remove_file(&log);
        let done = command
            .env("LD_PRELOAD", &self.library)
            .env("PC_DIR", folder)
            .env("PC_LOG", &log)
            .env("PC_ACK", acks)
            .output()
            .context("could not start the program")?;
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        ensure!(done.status.success(), "the recorded program failed: {said}");
        log::read(&log)
    }
}
