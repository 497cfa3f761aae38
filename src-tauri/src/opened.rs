//! The one open workspace, and how the window comes to it.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use app::{Fault, FaultCode, Session};
use tauri::{AppHandle, Manager as _};

/// The open workspace, or why there is none.
pub(crate) struct Opened(Mutex<Result<Session, Fault>>);

impl Opened {
    /// What the window starts on: the file named on the command line, else the sample.
    pub(crate) fn at_start(handle: &AppHandle) -> Self {
        let session = match std::env::args_os().nth(1) {
            Some(file) => Session::open(Path::new(&file)),
            None => sample(handle),
        };
        Self(Mutex::new(session))
    }

    /// Does `work` with the open workspace, or says why there is none.
    pub(crate) fn with<T>(
        &self,
        work: impl FnOnce(&mut Session) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        match &mut *self.lock() {
            Ok(session) => work(session),
            Err(fault) => Err(fault.clone()),
        }
    }

    /// Puts another workspace in place of the open one.
    pub(crate) fn replace(&self, session: Session) {
        *self.lock() = Ok(session);
    }

    /// A panic elsewhere must not lock the analyst out of the file: a session changes only by whole transactions.
    fn lock(&self) -> MutexGuard<'_, Result<Session, Fault>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Opens the sample workspace, making it first if this is the first start.
pub(crate) fn sample(handle: &AppHandle) -> Result<Session, Fault> {
    let path = sample_path(handle)?;
    if !path.exists() {
        make_sample(&path)?;
    }
    Session::open(&path)
}

/// Makes it beside its place first, so that a first start cut short leaves no half-filled sample for good.
fn make_sample(path: &Path) -> Result<(), Fault> {
    let beside = path.with_extension("making");
    // Left behind by a start that was cut short, if it is there at all.
    let _gone = std::fs::remove_file(&beside);
    drop(Session::new_sample(&beside)?);
    std::fs::rename(&beside, path).map_err(|error| no_sample(&error))
}

fn no_sample(error: &std::io::Error) -> Fault {
    let message = format!("The sample workspace could not be made: {}", error.kind());
    Fault::new(FaultCode::File, message)
        .help("Make room in your data folder, or open another workspace")
}

fn sample_path(handle: &AppHandle) -> Result<PathBuf, Fault> {
    let no_folder = || {
        Fault::new(FaultCode::File, "No folder for the sample workspace")
            .help("Set XDG_DATA_HOME or HOME")
    };
    let folder = handle
        .path()
        .app_data_dir()
        .map_err(|_unknown| no_folder())?;
    std::fs::create_dir_all(&folder).map_err(|_refused| no_folder())?;
    Ok(folder.join("sample.faultline"))
}
