//! The tables of a workspace file, version by version.

use rusqlite::Connection;

use crate::{history, old_pins, seal, search};

/// The application id in the header of every workspace file ("FLT1").
pub const APPLICATION_ID: i64 = 0x464C_5431;

/// The version that this program writes.
pub const VERSION: i64 = MIGRATIONS.len() as i64;

/// Step `n` takes a file from version `n` to `n + 1`. A step that was released is never edited.
const MIGRATIONS: &[&str] = &[
    concat!(
        include_str!("schema/workspace.sql"),
        include_str!("schema/lists.sql"),
        include_str!("schema/events.sql"),
        include_str!("schema/links.sql"),
        include_str!("schema/sources.sql"),
        include_str!("schema/search.sql"),
    ),
    include_str!("schema/version_2.sql"),
    include_str!("schema/version_3.sql"),
    concat!(
        include_str!("schema/version_4.sql"),
        include_str!("schema/event_text.sql"),
    ),
];

/// Migrates a file of version `from` to [`VERSION`]; call it within a transaction.
pub(crate) fn migrate(db: &Connection, from: i64) -> rusqlite::Result<()> {
    let done = usize::try_from(from).unwrap_or(0);
    let (mut unsealed, mut unindexed) = (false, false);
    for (version, step) in (1..).zip(MIGRATIONS).skip(done) {
        db.execute_batch(step)?;
        unsealed |= version == 2;
        unindexed |= version == 4;
    }
    if unsealed {
        seal::renew_all(db)?;
        history::seal_all(db)?;
    }
    if unindexed {
        search::fill(db, db)?;
        old_pins::convert(db)?;
    }
    db.pragma_update(None, "application_id", APPLICATION_ID)?;
    db.pragma_update(None, "user_version", VERSION)
}

/// The first difference between the schema of `db` and that of `version`; `None` when they are the same.
///
/// This finds added triggers, views or columns before anything in the file runs.
pub(crate) fn difference(db: &Connection, version: i64) -> rusqlite::Result<Option<String>> {
    let known = Connection::open_in_memory()?;
    for step in MIGRATIONS
        .iter()
        .take(usize::try_from(version).unwrap_or(0))
    {
        known.execute_batch(step)?;
    }
    let (known, found) = (inventory(&known)?, inventory(db)?);
    let missing = known
        .iter()
        .find(|it| !found.contains(it))
        .map(|it| format!("{} is missing or different", it.0));
    let added = found
        .iter()
        .find(|it| !known.contains(it))
        .map(|it| format!("{} is unexpected", it.0));
    let twice = || (found.len() != known.len()).then(|| String::from("a table occurs twice"));
    Ok(missing.or(added).or_else(twice))
}

/// Every table, index, trigger and view with the SQL that created it.
fn inventory(db: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    // ANALYZE adds only statistics. Not excluded by name alone, because a trigger can have any name.
    let mut rows = db.prepare(
        "SELECT type || ' ' || substr(name, 1, 60), coalesce(sql, '') || ' on ' || tbl_name FROM sqlite_schema
         WHERE NOT (type = 'table' AND sql IN ('CREATE TABLE sqlite_stat1(tbl,idx,stat)',
             'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)'))
         ORDER BY type, name",
    )?;
    rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}
