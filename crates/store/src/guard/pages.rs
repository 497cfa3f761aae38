//! When the pages of a file are looked through: of most files before anything is read, of large ones after.
//!
//! A look at every page and index of a million events takes as long as reading them. Every row that is read is checked
//! against its own seal in any case, so a large file is shown first and looked through meanwhile; nothing is written to
//! it before that is done.

use std::cell::RefCell;
use std::thread::{self, JoinHandle};

use rusqlite::Connection;

use super::place::Place;
use super::{connect, inspect};
use crate::error::StoreError;

/// From this size on the look takes longer than opening may: about 100,000 events, or 0.2 s.
const LARGE_BYTES: u64 = 48 << 20;

/// What is known of the pages of an open file.
#[derive(Debug)]
pub(crate) struct Pages(RefCell<State>);

#[derive(Debug)]
enum State {
    Whole,
    Unseen(Unseen),
    Looking(Unseen, JoinHandle<Result<(), StoreError>>),
    Broken { file: String, detail: String },
}

/// A file whose pages nobody has looked at yet.
#[derive(Debug, Clone)]
struct Unseen {
    place: Place,
    file: String,
}

impl Pages {
    /// They were found to hold together.
    pub(super) fn whole() -> Self {
        Self(RefCell::new(State::Whole))
    }

    /// Looks at those that `db` reads from `place`, or puts it off if there are many.
    ///
    /// # Errors
    /// As [`Pages::settle`].
    pub(super) fn of(db: &mut Connection, place: &Place, file: &str) -> Result<Self, StoreError> {
        let bytes = std::fs::metadata(place.path()).map_or(0, |it| it.len());
        if bytes < LARGE_BYTES {
            inspect::pages(db, file, place.path())?;
            return Ok(Self::whole());
        }
        let (place, file) = (place.clone(), file.to_owned());
        Ok(Self(RefCell::new(State::Unseen(Unseen { place, file }))))
    }

    /// Begins to look, beside everything else; does nothing if that is done or under way.
    pub(crate) fn begin(&self) {
        let mut state = self.0.borrow_mut();
        if let State::Unseen(unseen) = &*state {
            let (unseen, looked) = (unseen.clone(), unseen.clone());
            *state = State::Looking(unseen, thread::spawn(move || looked.look()));
        }
    }

    /// Waits until they have been looked through.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] if they do not hold together, now and every time; another if they could not be looked
    /// at, which is tried again the next time.
    pub(crate) fn settle(&self) -> Result<(), StoreError> {
        let mut state = self.0.borrow_mut();
        let (unseen, result) = match std::mem::replace(&mut *state, State::Whole) {
            State::Whole => return Ok(()),
            State::Broken { file, detail } => (None, Err(StoreError::Damaged { file, detail })),
            State::Unseen(unseen) => {
                let result = unseen.look();
                (Some(unseen), result)
            }
            State::Looking(unseen, thread) => (Some(unseen), joined(thread)),
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

fn joined(thread: JoinHandle<Result<(), StoreError>>) -> Result<(), StoreError> {
    thread
        .join()
        .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

impl Unseen {
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
