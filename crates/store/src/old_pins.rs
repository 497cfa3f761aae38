//! Pins of version 3, which held pixels, become pins that hold a row and a neighbor.

use std::collections::BTreeMap;

use model::{Pin, Pins, Spot, slots};
use rusqlite::types::ToSqlOutput;
use rusqlite::types::ValueRef::{Integer, Null, Real, Text};
use rusqlite::{Connection, Result, params_from_iter};

use crate::history::{Recording, Standing};
use crate::read;
use crate::seal;
use crate::table::PIN_SLOT;

/// The step of the history: undoing goes on past it, because the earlier steps find their rows as they left them.
const STEP: &str = "Convert pins from pixels to rows";

/// Converts the pins of a file that was just brought up to date, as a step of the history. Nothing to do without pins.
pub(crate) fn convert(db: &Connection) -> Result<()> {
    let spots = read::spots(db)?;
    if spots.is_empty() {
        return Ok(());
    }
    let before = Standing::read(db)?;
    let recording = Recording::start(db)?;
    write(db, &spots)?;
    let recorded = recording.finish()?;
    let step = recorded.keep(db, before.step, STEP, None)?.number;
    Standing { step, ..before }.write(db)
}

/// Converts pins that were found in a damaged file, which has no history.
pub(crate) fn convert_found(db: &Connection) -> Result<()> {
    write(db, &read::spots(db)?)
}

fn write(db: &Connection, spots: &BTreeMap<Pin, Spot>) -> Result<()> {
    let converted: Pins = slots(spots);
    for (pin, slot) in converted.all() {
        let node = pin.to_string();
        let values = [
            Text(node.as_bytes()),
            Real(slot.row + 0.0),
            slot.after.map_or(Null, Integer),
        ];
        let seal = Integer(seal::of_values(PIN_SLOT.name, values));
        let row = values.into_iter().chain([seal]);
        db.prepare_cached(PIN_SLOT.put())?
            .execute(params_from_iter(row.map(ToSqlOutput::Borrowed)))?;
        db.prepare_cached("DELETE FROM pin WHERE node = ?1")?
            .execute([node])?;
    }
    Ok(())
}
