//! Reading where nodes are pinned.

use model::{Pin, Pins, Spot};
use rusqlite::{Connection, Result};

use super::{Columns, all, word};
use crate::table::PIN;

pub(super) fn pins(db: &Connection) -> Result<Pins> {
    let set = all(db, &PIN, "ORDER BY node", |row| {
        let spot = Spot {
            x: row.get(1)?,
            y: row.get(2)?,
        };
        Ok((word::<Pin>(row, 0)?, spot))
    })?;
    let mut pins = Pins::default();
    set.into_iter()
        .for_each(|(pin, spot)| pins.set(pin, Some(spot)));
    Ok(pins)
}
