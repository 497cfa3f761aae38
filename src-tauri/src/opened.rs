//! The one open workspace, and how the window comes to it.

use std::path::{Path, PathBuf};
use std::sync::{OnceLock, PoisonError, RwLock, RwLockWriteGuard};

use api::{Fault, FaultCode};
use app::Session;
use tauri::{AppHandle, Manager as _};

use crate::exporting::Exporting;
use crate::recent;

/// The open workspace, or why there is none.
pub(crate) struct Opened {
    inside: RwLock<Inside>,
    /// Set once the workspace that the window starts on is open, or will not be.
    started: OnceLock<()>,
}

struct Inside {
    session: Result<Session, Fault>,
    /// Where the open workspace is; none for the sample and while nothing is open.
    path: Option<PathBuf>,
    /// The file that was found damaged last: what can be read of it may be saved.
    damaged: Option<PathBuf>,
    /// Year, month and day where the analyst is.
    day: Option<(i64, u32, u32)>,
    /// The file of series that was chosen last.
    series: Option<PathBuf>,
    /// The picture that was exported last from this workspace.
    exported: Option<Exporting>,
}

impl Opened {
    /// None yet.
    pub(crate) fn none() -> Self {
        Self {
            inside: RwLock::new(Inside {
                session: Err(no_workspace()),
                path: None,
                damaged: None,
                day: None,
                series: None,
                exported: None,
            }),
            started: OnceLock::new(),
        }
    }

    /// Notes the file of series that was chosen.
    pub(crate) fn choose_series(&self, path: PathBuf) {
        self.lock().series = Some(path);
    }

    /// The file of series that was chosen last.
    pub(crate) fn series(&self) -> Option<PathBuf> {
        self.lock().series.clone()
    }

    /// Notes the picture that was exported.
    pub(crate) fn remember_export(&self, exporting: Exporting) {
        self.lock().exported = Some(exporting);
    }

    /// The picture that was exported last from this workspace.
    pub(crate) fn last_export(&self) -> Option<Exporting> {
        self.lock().exported.clone()
    }

    /// Opens what the window starts on, the file named on the command line, else the sample, while the window is being
    /// made. Who asks for the workspace waits for it.
    pub(crate) fn start(handle: &AppHandle) {
        let handle = handle.clone();
        std::thread::spawn(move || {
            let opened = handle.state::<Self>();
            let _started = Started(&opened.started);
            // The page asks for it and gets the reason why there is none.
            let _told = opened.open_first(&handle);
        });
    }

    /// Opens the file named on the command line, else the sample; once more when that did not work at first.
    pub(crate) fn open_first(&self, handle: &AppHandle) -> Result<(), Fault> {
        let outcome = match std::env::args_os().nth(1) {
            Some(file) => self.open(handle, Path::new(&file)),
            None => self.open_sample(handle),
        };
        outcome.inspect_err(|fault| self.lock().session = Err(fault.clone()))
    }

    /// Opens a file in place of the open workspace, which stays if that fails.
    pub(crate) fn open(&self, handle: &AppHandle, path: &Path) -> Result<(), Fault> {
        let session = self.checked(path)?;
        self.replace(handle, session, path);
        Ok(())
    }

    /// Opens a file without showing it, and notes when it is damaged.
    pub(crate) fn checked(&self, path: &Path) -> Result<Session, Fault> {
        Session::open(path).inspect_err(|fault| {
            if fault.code == FaultCode::Damaged {
                self.lock().damaged = Some(path.to_owned());
            }
        })
    }

    /// Opens the sample in place of the open workspace, making it first if this is the first start.
    pub(crate) fn open_sample(&self, handle: &AppHandle) -> Result<(), Fault> {
        let path = sample_path(handle)?;
        if !path.exists() {
            make_sample(&path)?;
        }
        self.open_unnamed(&path)
    }

    /// Opens a file that is not the analyst's own, in place of the open workspace, and does not add it to the recent ones.
    pub(crate) fn open_unnamed(&self, path: &Path) -> Result<(), Fault> {
        let session = self.checked(path)?;
        self.put(session, None);
        Ok(())
    }

    /// Puts another workspace in place of the open one and remembers where it is.
    pub(crate) fn replace(&self, handle: &AppHandle, session: Session, path: &Path) {
        // Without a folder for it, only the list of recent workspaces is missing.
        let path = std::path::absolute(path).unwrap_or_else(|_unknown| path.to_owned());
        recent::remember(handle, &path);
        self.put(session, Some(path));
    }

    fn put(&self, session: Session, path: Option<PathBuf>) {
        // Only what is going to be shown.
        let mut session = session.warmed();
        let mut inside = self.lock();
        session.begin();
        inside.session = Ok(on_day(session, inside.day));
        inside.path = path;
        inside.exported = None;
    }

    /// Reads in the open workspace, or says why there is none. Several may do so at once: a picture does not wait for a
    /// long list.
    pub(crate) fn with<T>(
        &self,
        work: impl FnOnce(&Session) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        self.started.wait();
        let inside = self.inside.read().unwrap_or_else(PoisonError::into_inner);
        inside.session.as_ref().map_err(Fault::clone).and_then(work)
    }

    /// Writes to the open workspace, once nothing reads from it, or says why there is none.
    pub(crate) fn change<T>(
        &self,
        work: impl FnOnce(&mut Session) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        self.started.wait();
        match &mut self.lock().session {
            Ok(session) => work(session),
            Err(fault) => Err(fault.clone()),
        }
    }

    /// Where the open workspace is; none for the sample.
    pub(crate) fn path(&self) -> Option<PathBuf> {
        self.started.wait();
        self.lock().path.clone()
    }

    /// The file that was found damaged last.
    pub(crate) fn damaged(&self) -> Option<PathBuf> {
        self.lock().damaged.clone()
    }

    /// Sets the day it is, for this workspace and those opened after it; tests state another one.
    pub(crate) fn set_day(&self, year: i64, month: u32, day: u32) {
        let stated = app::stated_today().ok().flatten();
        let mut inside = self.lock();
        inside.day = Some(stated.unwrap_or((year, month, day)));
        let session = std::mem::replace(&mut inside.session, Err(no_workspace()));
        inside.session = session.map(|session| on_day(session, inside.day));
    }

    /// A panic elsewhere must not lock the analyst out of the file: a session changes only by whole transactions.
    fn lock(&self) -> RwLockWriteGuard<'_, Inside> {
        self.inside.write().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Says that the start is over, however it ended.
struct Started<'a>(&'a OnceLock<()>);

impl Drop for Started<'_> {
    fn drop(&mut self) {
        // Nobody else sets it.
        let _set = self.0.set(());
    }
}

fn on_day(session: Session, day: Option<(i64, u32, u32)>) -> Session {
    match day {
        Some((year, month, day)) => session.on_day(year, month, day),
        None => session,
    }
}

fn no_workspace() -> Fault {
    Fault::new(FaultCode::File, "No workspace is open").help("Open one, or make a new one")
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

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use super::*;

    #[test]
    fn two_read_at_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let opened = Opened::none();
        let session = Session::new_sample(folder.path().join("a.faultline")).expect("the sample");
        opened.put(session, None);
        drop(Started(&opened.started));
        // Each says that it has begun, and waits until the other has; if only one is let in, it waits in vain.
        let (one, other) = (mpsc::channel(), mpsc::channel());
        let read = |begun: &mpsc::Sender<()>, wait: &mpsc::Receiver<()>| {
            opened.with(|session| {
                begun.send(()).expect("the other one listens");
                let both = wait.recv_timeout(Duration::from_secs(20)).is_ok();
                Ok((both, session.workspace().events.len()))
            })
        };
        let read = &read;
        let counts = std::thread::scope(|scope| {
            let (begun, wait) = (one.0, other.1);
            let second = scope.spawn(move || read(&begun, &wait));
            (read(&other.0, &one.1), second.join().expect("it reads"))
        });
        for (both, events) in [counts.0, counts.1].map(|it| it.expect("it reads")) {
            assert!(both, "one waited for the other to end");
            assert!(events > 0);
        }
    }
}
