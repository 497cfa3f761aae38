//! Reading the tables of parts together with their owners: each is read once, in the order of owners.

use rusqlite::{Result, Row, Rows};

use super::events::broken_event;
use super::is_next;

/// One table of parts, read up to the last requested event.
pub(super) struct Parts<'s, T> {
    rows: Rows<'s>,
    each: fn(&Row<'_>) -> Result<T>,
    /// The next part, with its owner.
    ahead: Option<(i64, T)>,
    /// The owner of the last part, and how many of its parts have been read.
    read: (i64, usize),
}

impl<'s, T> Parts<'s, T> {
    /// `rows` are in the order of events and positions.
    pub(super) fn of(rows: Rows<'s>, each: fn(&Row<'_>) -> Result<T>) -> Result<Self> {
        let mut parts = Self {
            rows,
            each,
            ahead: None,
            read: (0, 0),
        };
        parts.step()?;
        Ok(parts)
    }

    /// The parts of `event`, which must come after every event requested before. Parts of a skipped event have no owner,
    /// which is an error.
    pub(super) fn take(&mut self, event: i64) -> Result<Vec<T>> {
        let mut all = Vec::new();
        while let Some((owner, part)) = self.ahead.take() {
            if owner > event {
                self.ahead = Some((owner, part));
                break;
            }
            if owner < event {
                return Err(broken_event(owner));
            }
            if all.is_empty() {
                // Most events have one: the usual capacity of four would be most of the memory of a large workspace.
                all.reserve_exact(1);
            }
            all.push(part);
            self.step()?;
        }
        Ok(all)
    }

    /// An error when parts are left that were not requested.
    pub(super) fn none_left(&self) -> Result<()> {
        self.ahead
            .as_ref()
            .map_or(Ok(()), |(owner, _)| Err(broken_event(*owner)))
    }

    fn step(&mut self) -> Result<()> {
        let Some(row) = self.rows.next()? else {
            return Ok(());
        };
        let owner = row.get(0)?;
        let before = if owner == self.read.0 { self.read.1 } else { 0 };
        if !is_next(row, before)? {
            return Err(broken_event(owner));
        }
        self.read = (owner, before + 1);
        self.ahead = Some((owner, (self.each)(row)?));
        Ok(())
    }
}
