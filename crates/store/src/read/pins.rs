//! Reading where nodes are pinned.

use std::collections::BTreeMap;

use model::{Pin, Pins, Slot, Spot};
use rusqlite::{Connection, Result};

use super::{Columns, all, word};
use crate::table::{PIN, PIN_SLOT};

pub(super) fn pins(db: &Connection) -> Result<Pins> {
    let set = all(db, &PIN_SLOT, "ORDER BY node", |row| {
        let slot = Slot {
            row: row.get(1)?,
            after: row.get(2)?,
        };
        Ok((word::<Pin>(row, 0)?, slot))
    })?;
    let mut pins = Pins::default();
    set.into_iter()
        .for_each(|(pin, slot)| pins.set(pin, Some(slot)));
    Ok(pins)
}

/// Pins in pixels, as version 3 had them.
pub(crate) fn spots(db: &Connection) -> Result<BTreeMap<Pin, Spot>> {
    let spots = all(db, &PIN, "ORDER BY node", |row| {
        let spot = Spot {
            x: row.get(1)?,
            y: row.get(2)?,
        };
        Ok((word::<Pin>(row, 0)?, spot))
    })?;
    Ok(spots.into_iter().collect())
}
