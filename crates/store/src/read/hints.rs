//! Reading how charts were laid out last.

use model::{Board, Held, Hint, Hints};
use rusqlite::{Connection, Result, Row};

use crate::seal;
use crate::table::HINT;

/// The hints that are whole: a damaged one is left out, because a chart can be laid out from scratch.
pub(super) fn hints(db: &Connection) -> Result<Hints> {
    let mut hints = Hints::default();
    each(db, |_, found| {
        if let Some((board, hint)) = found {
            hints.set(board, hint);
        }
    })?;
    Ok(hints)
}

/// The names of the charts whose hints are damaged.
pub(crate) fn damaged(db: &Connection) -> Result<Vec<String>> {
    let mut names = Vec::new();
    each(db, |name, found| {
        if found.is_none() {
            names.push(name);
        }
    })?;
    Ok(names)
}

/// Calls a function with every hint: the name of its chart, and what it says if it is whole.
fn each(db: &Connection, mut see: impl FnMut(String, Option<(Board, Hint)>)) -> Result<()> {
    let mut select = db.prepare_cached(&HINT.select("ORDER BY board"))?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        see(row.get(0)?, whole(row)?);
    }
    Ok(())
}

fn whole(row: &Row<'_>) -> Result<Option<(Board, Hint)>> {
    if seal::check_alone(row, &HINT).is_err() {
        return Ok(None);
    }
    let (board, rows): (String, String) = (row.get(0)?, row.get(1)?);
    Ok(board.parse().ok().zip(hint_of(&rows)))
}

/// Reads "12 5>7 3", a line for each row, an empty line between parts.
fn hint_of(text: &str) -> Option<Hint> {
    let row = |line: &str| line.split(' ').map(|it| it.parse().ok()).collect();
    let part = |part: &str| part.split('\n').map(row).collect();
    let parts: Option<Vec<Vec<Vec<Held>>>> = text.split("\n\n").map(part).collect();
    Some(Hint { parts: parts? })
}
