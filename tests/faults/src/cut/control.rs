//! Proof that the power cuts bite: the same cuts on plain SQLite, with settings that are known to lose or to corrupt.

use std::hash::{DefaultHasher, Hasher as _};
use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};
use rusqlite::Connection;

use super::disk::Disk;
use super::{Recorder, each_cut, lay_out};
use crate::acks::Acks;
use crate::content::hash_rows;
use crate::dice::Dice;
use crate::outcome::Outcome;
use crate::scratch;

const STEPS: u64 = 60;

/// How much SQLite waits for the disk, with a rollback journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Synchronous {
    /// Never: must corrupt or lose.
    Off,
    /// For the files, not for the folder: must lose what was acknowledged.
    Full,
    /// For the folder too, as Faultline does: must lose nothing.
    Extra,
}

impl Synchronous {
    /// Its word in SQLite.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Off => "OFF",
            Self::Full => "FULL",
            Self::Extra => "EXTRA",
        }
    }

    /// The setting of that word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        [Self::Off, Self::Full, Self::Extra]
            .into_iter()
            .find(|it| it.word() == word)
    }
}

/// The program that is recorded: makes a table at `file` and changes it `steps` times.
///
/// # Errors
/// When something else fails than what is tested.
pub fn work(file: &Path, acks: &Path, seed: u64, steps: u64, mode: Synchronous) -> Result<()> {
    let db = Connection::open(file)?;
    db.pragma_update(None, "journal_mode", "DELETE")?;
    db.pragma_update(None, "synchronous", mode.word())?;
    let mut acks = Acks::to(acks)?;
    for step in 0..=steps {
        change(&db, seed, step)?;
        acks.say(step)?;
    }
    Ok(())
}

/// One transaction of up to 200 rows.
fn change(db: &Connection, seed: u64, step: u64) -> Result<()> {
    let mut dice = Dice::of(seed, step);
    let tx = db.unchecked_transaction()?;
    if step == 0 {
        tx.execute_batch("CREATE TABLE item (id INTEGER PRIMARY KEY, body TEXT)")?;
    }
    for _ in 0..dice.magnitude(200) {
        let (id, length) = (i64::try_from(dice.below(3000))?, dice.below(400));
        if dice.chance(80) {
            tx.execute(
                "INSERT OR REPLACE INTO item VALUES (?1, ?2)",
                (id, format!("{step}-{}", "x".repeat(length))),
            )?;
        } else {
            tx.execute("DELETE FROM item WHERE id = ?1", [id])?;
        }
    }
    // So that no two steps leave the same.
    tx.execute(
        "INSERT OR REPLACE INTO item VALUES (-1, ?1)",
        [format!("step {step}")],
    )?;
    Ok(tx.commit()?)
}

#[derive(Debug, Default)]
struct Fates {
    whole: usize,
    lost: usize,
    damaged: usize,
}

/// Cuts the power at `images` moments and fails unless that does to a file what the setting is known for.
///
/// # Errors
/// When the cuts do not tell the settings apart.
pub fn control(program: &Path, images: usize, seed: u64, mode: Synchronous) -> Result<Outcome> {
    let recorder = match Recorder::build()? {
        Ok(recorder) => recorder,
        Err(why) => return Ok(Outcome::Skipped(why)),
    };
    let fates = fates(program, &recorder, images, seed, mode)?;
    let as_known = match mode {
        Synchronous::Off => fates.lost + fates.damaged > 0,
        Synchronous::Full => fates.lost > 0 && fates.damaged == 0,
        Synchronous::Extra => fates.lost + fates.damaged == 0,
    };
    let said = format!(
        "{} lost what was acknowledged, {} damaged, {} whole",
        fates.lost, fates.damaged, fates.whole
    );
    let mode = mode.word();
    ensure!(as_known, "control {mode}, seed {seed}: {said}");
    Ok(Outcome::held(images, said))
}

fn fates(
    program: &Path,
    recorder: &Recorder,
    images: usize,
    seed: u64,
    mode: Synchronous,
) -> Result<Fates> {
    let place = scratch::in_memory()?;
    let folder = place.path().join("recorded");
    std::fs::create_dir(&folder)?;
    let acks = place.path().join("acks");
    let mut command = Command::new(program);
    command
        .arg("plain")
        .arg(folder.join(scratch::NAME))
        .arg(&acks);
    command.args([&seed.to_string(), &STEPS.to_string(), mode.word()]);
    let operations = recorder.record(&mut command, &folder, &acks)?;
    let states = states(seed)?;
    let mut fates = Fates::default();
    let mut dice = Dice::of(seed, 1);
    each_cut(
        &operations,
        Disk::default(),
        images,
        &mut dice,
        |_, cut, _| {
            let file = lay_out(&cut.image, &place.path().join("image"))?;
            let acked = cut.acked.map(usize::try_from).transpose()?;
            let found = content(&file).ok();
            let stands = found.and_then(|it| states.iter().position(|state| *state == it));
            // The state before the first acknowledgment is at position 0.
            match (stands, acked.map_or(0, |it| it + 1)) {
                (_, 0) => fates.whole += 1,
                (None, _) => fates.damaged += 1,
                (Some(stands), acked) if stands < acked => fates.lost += 1,
                _ => fates.whole += 1,
            }
            Ok(())
        },
    )?;
    Ok(fates)
}

/// What the table holds before the first step, which makes it, and after each.
fn states(seed: u64) -> Result<Vec<u64>> {
    let db = Connection::open_in_memory()?;
    let mut states = vec![rows(&db)?];
    for step in 0..=STEPS {
        change(&db, seed, step)?;
        states.push(rows(&db)?);
    }
    Ok(states)
}

fn content(file: &Path) -> Result<u64> {
    let db = Connection::open(file)?;
    let verdict: String = db.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    ensure!(verdict == "ok", "{verdict}");
    rows(&db)
}

fn rows(db: &Connection) -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    if db.table_exists(None, "item")? {
        hash_rows(db, "SELECT * FROM item", &mut hasher)?;
    }
    Ok(hasher.finish())
}
