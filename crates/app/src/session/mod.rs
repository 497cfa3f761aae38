//! One open workspace: its file and what was read from it.

use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use api::dto::Filter;
use api::{Fault, FaultCode};
use model::date::Day;
use model::{Event, Workspace};
use store::{Changed, Edit, File, StoreError, Touched};

use crate::lookup::atomic_file;
use crate::lookup::filter::CompiledFilter;
use crate::session::cache::shown::Shown;
use cache::timeline::{Choice, TimelineCache};
use faults::of_store;

pub(crate) mod cache;
pub(crate) mod day;
pub(crate) mod faults;
pub(crate) mod plan;
pub mod sample;
pub(crate) mod step_names;
#[cfg(test)]
mod tests;
mod travel;
mod write;

/// An open workspace. Reading verbs work on a snapshot, which every change renews; several may do so at once.
#[derive(Debug)]
pub struct Session {
    /// Its connection serves one at a time.
    file: Mutex<File>,
    file_name: String,
    read_only: bool,
    workspace: Arc<Workspace>,
    state: u32,
    timeline: TimelineCache,
    words: cache::titles::Cache,
    shown: cache::shown::Cache,
    risk: cache::index::Cache,
    highlights: cache::highlight::Cache,
    today: Option<Day>,
    /// True while the snapshot lags behind the file after a change. It must be read again before it is used.
    stale: bool,
    /// Name of the last step that is in the file, since a verb that writes began.
    saved: Option<String>,
    /// A test sets this to make an update panic.
    #[cfg(test)]
    trips: bool,
}

impl Session {
    /// A new workspace at `path` that holds no entries, only the categories, link types and scales that
    /// every workspace starts with. Never overwrites.
    ///
    /// # Errors
    /// [`FaultCode::Exists`] or [`FaultCode::File`].
    pub fn create(path: impl AsRef<Path>) -> Result<Self, Fault> {
        let mut session = Self::of(File::create(path).map_err(of_store)?)?;
        let basics = Workspace {
            name: session.workspace.name.clone(),
            ..sample::basics()?
        };
        session.change("Create the workspace", |edit| edit.put_workspace(&basics))?;
        Ok(session)
    }

    /// A new workspace at `path` that holds the sample. Never overwrites.
    ///
    /// # Errors
    /// [`FaultCode::Exists`] or [`FaultCode::File`].
    pub fn new_sample(path: impl AsRef<Path>) -> Result<Self, Fault> {
        let mut file = File::create(path).map_err(of_store)?;
        sample::write(&mut file)?;
        Self::of(file)
    }

    /// A new workspace, with the sample or without, in place of whatever file is at `path`. What was
    /// there comes back if the new one cannot be made.
    ///
    /// # Errors
    /// [`FaultCode::File`].
    pub fn replace(path: impl AsRef<Path>, with_sample: bool) -> Result<Self, Fault> {
        let path = path.as_ref();
        let kept = atomic_file::put_aside(path)?;
        let made = if with_sample {
            Self::new_sample(path)
        } else {
            Self::create(path)
        };
        kept.settle(made)
    }

    /// The workspace at `path`.
    ///
    /// # Errors
    /// [`FaultCode::File`] when there is none, or none that can be read.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, Fault> {
        Self::of(File::open(path).map_err(of_store)?)
    }

    /// Prepares what a window asks for first: the counts, and the timeline of everything. Only saves time.
    #[must_use]
    pub fn warmed(self) -> Self {
        let (workspace, timeline, shown) = (&self.workspace, &self.timeline, &self.shown);
        let nothing = Filter::default();
        std::thread::scope(|scope| {
            // An error is reported when the counts are asked for.
            scope.spawn(|| drop(shown.of(workspace, &nothing)));
            let compiled = CompiledFilter::new(workspace, &nothing);
            let choice = Choice {
                filter: nothing.clone(),
                lanes: chart::Lanes::default(),
                as_of: workspace.as_of,
                collapse: false,
            };
            timeline.with(workspace, &choice, &compiled, |_| ());
        });
        self
    }

    /// Closes the file at the end of the program without freeing the snapshot: freeing a million entries one by one takes a
    /// quarter of a second.
    pub fn leave(self) {
        std::mem::forget(self.workspace);
    }

    fn of(file: File) -> Result<Self, Fault> {
        let workspace = Arc::new(file.read().map_err(of_store)?);
        Ok(Self {
            file_name: file.name().to_owned(),
            read_only: file.is_read_only(),
            file: Mutex::new(file),
            workspace,
            state: next_state(),
            timeline: TimelineCache::default(),
            words: cache::titles::Cache::default(),
            shown: cache::shown::Cache::default(),
            risk: cache::index::Cache::default(),
            highlights: cache::highlight::Cache::default(),
            today: None,
            stale: false,
            saved: None,
            #[cfg(test)]
            trips: false,
        })
    }

    /// The same session with the day it is. In a workspace without an as-of day, "yesterday" and "last May" count from it;
    /// without either, such words are refused.
    #[must_use]
    pub fn on_day(mut self, year: i64, month: u32, day: u32) -> Self {
        self.today = Day::from_ymd(year, month, day);
        self
    }

    /// The workspace's now, from which relative words count: its as-of day if that is set, else today, if
    /// known.
    pub(crate) fn now(&self) -> Option<Day> {
        self.workspace.as_of.or(self.today)
    }

    /// Today, if known.
    pub(crate) fn today(&self) -> Option<Day> {
        self.today
    }

    /// What was last read from the file.
    #[must_use]
    pub fn workspace(&self) -> &Arc<Workspace> {
        &self.workspace
    }

    /// Number of the snapshot. It grows with every snapshot of every session in this process, so a picture that carries the
    /// number tells whether it already includes a change.
    pub(crate) fn state(&self) -> u32 {
        self.state
    }

    /// Gives the snapshot a new number. Called when this session replaces another one that may have changed while this one
    /// was being opened.
    pub fn begin(&mut self) {
        self.state = next_state();
    }

    /// Name of the file, without folders.
    #[must_use]
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    /// The timeline that was drawn last.
    pub(crate) fn timeline(&self) -> &TimelineCache {
        &self.timeline
    }

    /// The index of all titles.
    pub(crate) fn words(&self) -> &cache::titles::Cache {
        &self.words
    }

    /// The risk index that was computed last.
    pub(crate) fn risk(&self) -> &cache::index::Cache {
        &self.risk
    }

    /// What stood out on the last charts.
    pub(crate) fn highlights(&self) -> &cache::highlight::Cache {
        &self.highlights
    }

    /// What passes `filter`.
    pub(crate) fn shown(&self, filter: &Filter) -> Result<Arc<Shown>, Fault> {
        self.shown.of(&self.workspace, filter)
    }

    /// True when the file is read-only.
    pub(crate) fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Asks the file, which answers one at a time: within `ask` it must not be asked again.
    ///
    /// # Errors
    /// What the file reports, as a fault.
    pub(crate) fn file<T>(
        &self,
        ask: impl FnOnce(&File) -> Result<T, StoreError>,
    ) -> Result<T, Fault> {
        self.with_file(ask).map_err(of_store)
    }

    /// As [`Session::file`], for calls that do not return a store error.
    pub(crate) fn with_file<T>(&self, ask: impl FnOnce(&File) -> T) -> T {
        ask(&self.file.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn file_mut(&mut self) -> &mut File {
        self.file.get_mut().unwrap_or_else(PoisonError::into_inner)
    }

    /// Starts checking the pages of a large file, unless the file is in use.
    pub(crate) fn look_through(&self) {
        if let Ok(file) = self.file.try_lock() {
            file.look_through();
        }
    }

    /// Writes through the store directly and updates the snapshot. Verbs use plans instead.
    ///
    /// # Errors
    /// What the store reports; then nothing was written.
    pub fn change<T>(
        &mut self,
        name: &str,
        work: impl FnOnce(&mut Edit<'_>) -> Result<T, StoreError>,
    ) -> Result<Changed<T>, Fault> {
        let now = Some(write::now_seconds());
        let changed = self
            .file_mut()
            .change_at(name, now, work)
            .map_err(of_store)?;
        self.renew(name, &changed.touched);
        Ok(changed)
    }

    /// Updates the snapshot after a change of our own. The change is already in the file, so an error here must not be
    /// reported as a failed change, nor must the change be repeated. The snapshot counts as stale until this returns.
    fn renew(&mut self, name: &str, touched: &Touched) {
        self.saved = Some(name.to_owned());
        self.stale = true;
        self.state = next_state();
        // Usually nobody else holds it, and it is changed in place.
        let snapshot = Arc::make_mut(&mut self.workspace);
        let few = touched.events.iter().take(cache::shown::FEW);
        let there = few.filter_map(|id| snapshot.event(*id));
        let before: Vec<Event> = there.cloned().collect();
        self.risk.forget();
        self.highlights.forget();
        let file = self.file.get_mut().unwrap_or_else(PoisonError::into_inner);
        let updated = file.update(snapshot, touched);
        #[cfg(test)]
        assert!(!self.trips, "a test has it go wrong here");
        if updated.is_ok() {
            self.timeline.renew(&self.workspace, touched);
            self.shown.renew(&self.workspace, touched, &before);
            self.stale = false;
        } else {
            // Another program was faster, or the snapshot is only partly updated: read everything again.
            let _ = self.reread();
        }
    }

    /// Called before a writing verb runs: nothing of it is in the file yet.
    pub(crate) fn begin_writing(&mut self) {
        self.saved = None;
    }

    /// The fault for a writing verb that panicked. It says whether the change was saved and whether it is shown. An
    /// incomplete snapshot is read again.
    pub(crate) fn after_mistake(&mut self) -> Fault {
        let is_shown = !self.stale || self.reread().is_ok();
        let Some(name) = self.saved.take() else {
            return Fault::new(
                FaultCode::Internal,
                "internal error; nothing was changed in the file",
            )
            .help("please report what you did just before");
        };
        let message = format!(
            "internal error after \"{name}\" was saved: the change is in \"{}\"",
            self.file_name
        );
        Fault::new(FaultCode::Internal, message).help(if is_shown {
            "what you see was read from the file again; undo takes the change back. Please report what you did just before"
        } else {
            "close the file and open it again to see it. Please report what you did just before"
        })
    }

    /// Refuses to read from a stale snapshot.
    pub(crate) fn must_be_whole(&self) -> Result<(), Fault> {
        if !self.stale {
            return Ok(());
        }
        let message = format!(
            "\"{}\" was changed, but could not be read again",
            self.file_name
        );
        Err(Fault::new(FaultCode::File, message)
            .help("what was changed is saved; wait a moment, or close the file and open it again"))
    }

    /// Reads the whole file again.
    fn reread(&mut self) -> Result<(), StoreError> {
        self.timeline.forget();
        self.shown.forget();
        self.risk.forget();
        self.highlights.forget();
        self.workspace = Arc::new(self.file_mut().read()?);
        self.state = next_state();
        self.stale = false;
        Ok(())
    }

    /// Reads the file again if another program has written to it; true when it had.
    fn catch_up(&mut self) -> Result<bool, StoreError> {
        let is_behind = self.stale || !self.file_mut().is_current()?;
        if is_behind {
            self.reread()?;
        }
        Ok(is_behind)
    }
}

/// A number that no snapshot had before.
fn next_state() -> u32 {
    static LAST: AtomicU32 = AtomicU32::new(0);
    LAST.fetch_add(1, Ordering::Relaxed) + 1
}
