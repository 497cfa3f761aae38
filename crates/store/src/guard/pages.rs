//! When the pages of a file are checked: for most files before anything is read, for large ones afterwards.
//!
//! Checking every page and index of a million events takes as long as reading them. Every row that is read is checked
//! against its own seal anyway, so a large file is shown first and checked in the background; nothing is written to it
//! before that is done.

use std::cell::RefCell;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use rusqlite::Connection;

use super::place::Place;
use super::{connect, inspect};
use crate::error::StoreError;

/// From this size on the check takes longer than opening should: about 100,000 events, or 0.2 s.
const LARGE_BYTES: u64 = 48 << 20;

/// The check starts after this long without activity: on a small machine drawing needs all processors.
const CALM: Duration = Duration::from_millis(500);

/// The check of the pages of an open file.
#[derive(Debug)]
pub(crate) struct PageCheck(RefCell<State>);

#[derive(Debug)]
enum State {
    Whole,
    Unseen(Unseen),
    Looking(Unseen, Look),
    Broken { file: String, detail: String },
}

/// A file whose pages have not been checked yet.
#[derive(Debug, Clone)]
struct Unseen {
    place: Place,
    file: String,
}

/// A check that is running, or waits for a pause.
#[derive(Debug)]
struct Look {
    /// Each message restarts the pause; when the sender is dropped, the check starts at once.
    stay_back: Sender<()>,
    thread: JoinHandle<Result<(), StoreError>>,
}

impl PageCheck {
    /// The pages were found to be consistent.
    pub(super) fn whole() -> Self {
        Self(RefCell::new(State::Whole))
    }

    /// Checks the pages that `db` reads from `place`, or postpones it if there are many.
    ///
    /// # Errors
    /// As [`PageCheck::settle`].
    pub(super) fn of(db: &mut Connection, place: &Place, file: &str) -> Result<Self, StoreError> {
        let bytes = std::fs::metadata(place.path()).map_or(0, |it| it.len());
        if bytes < LARGE_BYTES {
            inspect::pages(db, file, place.path())?;
            return Ok(Self::whole());
        }
        let (place, file) = (place.clone(), file.to_owned());
        Ok(Self(RefCell::new(State::Unseen(Unseen { place, file }))))
    }

    /// Starts the check in the background, half a second after the last call; does nothing if it is done or running.
    pub(crate) fn begin(&self) {
        let mut state = self.0.borrow_mut();
        match &*state {
            State::Unseen(unseen) => *state = State::Looking(unseen.clone(), unseen.begin()),
            // Once it runs it receives no messages.
            State::Looking(_, look) => drop(look.stay_back.send(())),
            State::Whole | State::Broken { .. } => {}
        }
    }

    /// Waits until the pages have been checked.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] if they are corrupt, now and on every later call; another error if they could not be checked,
    /// which is retried on the next call.
    pub(crate) fn settle(&self) -> Result<(), StoreError> {
        let mut state = self.0.borrow_mut();
        let (unseen, result) = match std::mem::replace(&mut *state, State::Whole) {
            State::Whole => return Ok(()),
            State::Broken { file, detail } => (None, Err(StoreError::Damaged { file, detail })),
            State::Unseen(unseen) => {
                let result = unseen.look();
                (Some(unseen), result)
            }
            State::Looking(unseen, look) => (Some(unseen), look.hurried()),
        };
        match (&result, unseen) {
            (Ok(()), _) => {}
            (Err(StoreError::Damaged { file, detail }), _) => {
                let (file, detail) = (file.clone(), detail.clone());
                *state = State::Broken { file, detail };
            }
            (Err(_), Some(unseen)) => *state = State::Unseen(unseen),
            (Err(_), None) => {}
        }
        result
    }
}

impl Look {
    /// The result, without waiting for a pause.
    fn hurried(self) -> Result<(), StoreError> {
        drop(self.stay_back);
        let looked = self.thread.join();
        looked.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    }
}

/// Returns when no message has come for that long, or none can come any more.
fn wait_for_calm(words: &Receiver<()>, calm: Duration) {
    while words.recv_timeout(calm).is_ok() {}
}

impl Unseen {
    fn begin(&self) -> Look {
        let (unseen, (stay_back, words)) = (self.clone(), mpsc::channel());
        let thread = thread::spawn(move || {
            wait_for_calm(&words, CALM);
            drop(words);
            unseen.look()
        });
        Look { stay_back, thread }
    }

    fn look(&self) -> Result<(), StoreError> {
        let of = |error| StoreError::of(&self.file, &error);
        let path = self.place.path();
        let marked = std::fs::metadata(path).is_ok_and(|it| it.permissions().readonly());
        let mut db = connect(path, marked).map_err(of)?;
        if !self.place.is_still_there() {
            return Err(StoreError::Gone {
                file: self.file.clone(),
            });
        }
        inspect::pages(&mut db, &self.file, path)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::tests::{event, new_file};

    fn unseen(path: &Path) -> PageCheck {
        let (place, file) = (Place::of(path, "gulf").unwrap(), String::from("gulf"));
        PageCheck(RefCell::new(State::Unseen(Unseen { place, file })))
    }

    #[test]
    fn a_file_that_holds_together_settles_at_once_or_meanwhile() {
        let (_folder, path, _file) = new_file();
        let (at_once, meanwhile) = (unseen(&path), unseen(&path));
        at_once.settle().unwrap();
        meanwhile.begin();
        meanwhile.begin();
        meanwhile.settle().unwrap();
        assert!(matches!(*meanwhile.0.borrow(), State::Whole));
    }

    #[test]
    fn nobody_waits_for_calm_who_waits_for_the_look() {
        let (stay_back, words) = mpsc::channel();
        let waiting = thread::spawn(move || wait_for_calm(&words, Duration::from_hours(1)));
        stay_back.send(()).unwrap();
        assert!(!waiting.is_finished());
        drop(stay_back);
        waiting.join().unwrap();
    }

    #[test]
    fn damage_that_reading_does_not_meet_keeps_changes_out() {
        let (_folder, path, mut file) = new_file();
        file.change("Add", |edit| edit.put_event(&event(1, "Talks")))
            .unwrap();
        let db = Connection::open(&path).unwrap();
        // The index of handles differs from the row; the seal does not cover the index.
        let sql = "PRAGMA writable_schema = 1;
            UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'event_layer')
            WHERE name = 'event_category'";
        db.execute_batch(sql).unwrap();
        drop(db);
        file.pages = unseen(&path);
        file.look_through();
        for _ in 0..2 {
            let refused = file.change("Add", |edit| edit.put_event(&event(2, "Break")));
            assert!(
                matches!(refused, Err(StoreError::Damaged { .. })),
                "{refused:?}"
            );
        }
        assert_eq!(file.read().unwrap().events.len(), 1);
    }

    #[test]
    fn a_file_that_has_gone_is_told_and_tried_again() {
        let (_folder, path, _file) = new_file();
        let pages = unseen(&path);
        let away = path.with_extension("away");
        std::fs::rename(&path, &away).unwrap();
        assert!(pages.settle().is_err());
        std::fs::rename(&away, &path).unwrap();
        pages.settle().unwrap();
    }
}
