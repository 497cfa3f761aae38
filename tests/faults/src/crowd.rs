//! Several programs on one file: each reads, changes, and on "changed meanwhile" reads again and repeats.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use model::{Event, EventId};
use store::{File, StoreError};

use crate::content::{Content, hold_together};
use crate::dice::Dice;
use crate::outcome::Outcome;
use crate::scratch;

/// How many programs edit at once.
const PROGRAMS: usize = 3;

/// The longest pause before trying again, in milliseconds.
const LONGEST_PAUSE_MS: usize = 20;

/// What one program went through.
#[derive(Debug, Clone, Copy, Default)]
struct Patience {
    longest: Duration,
    busy: usize,
    changed_elsewhere: usize,
}

/// The program of which several run: adds `edits` events named after `name`, and counts them in the workspace's name.
/// Returns a line with the longest wait in milliseconds and how often it had to try again.
///
/// # Errors
/// What the store says, other than that somebody else is writing.
pub fn work(path: &Path, name: &str, edits: usize, seed: u64) -> Result<String> {
    let mut dice = Dice::of(seed, 0);
    let mut patience = Patience::default();
    let mut file = loop {
        match File::open(path) {
            Err(StoreError::Busy { .. }) => patience.pause(&mut dice),
            opened => break opened?,
        }
    };
    for number in 1..=edits {
        let started = Instant::now();
        loop {
            match add(&mut file, &format!("{name}-{number}")) {
                Err(StoreError::ChangedElsewhere { .. }) => patience.changed_elsewhere += 1,
                Err(StoreError::Busy { .. }) => patience.pause(&mut dice),
                done => break done?,
            }
        }
        patience.longest = patience.longest.max(started.elapsed());
    }
    let Patience {
        longest,
        busy,
        changed_elsewhere,
    } = patience;
    Ok(format!(
        "{} {busy} {changed_elsewhere}",
        longest.as_millis()
    ))
}

impl Patience {
    /// Waits for a while that chance says, so that those who wait do not all come back at once.
    fn pause(&mut self, dice: &mut Dice) {
        self.busy += 1;
        let pause_ms = 1 + dice.below(LONGEST_PAUSE_MS);
        sleep(Duration::from_millis(u64::try_from(pause_ms).unwrap_or(1)));
    }
}

/// Adds one event and one to the count; what is written follows from what was read, so a lost change shows.
fn add(file: &mut File, handle: &str) -> Result<(), StoreError> {
    let workspace = file.read()?;
    let count = workspace.name.parse::<u64>().unwrap_or(0) + 1;
    file.change_at(&format!("Add {handle}"), Some(0), |edit| {
        let id = EventId(edit.fresh_id()?);
        edit.set_name(&count.to_string())?;
        edit.put_event(&Event::titled(id, handle, "Added by one of several"))
    })
    .map(|_| ())
}

/// Lets three programs add `edits` events each to one file at once; `program` is the one of this crate.
///
/// # Errors
/// Says what was lost.
pub fn crowd(program: &Path, edits: usize, seed: u64) -> Result<Outcome> {
    let place = scratch::on_disk()?;
    let path = place.path().join(scratch::NAME);
    drop(File::create(&path)?);
    let children: Vec<_> = (1..=PROGRAMS)
        .map(|name| {
            Command::new(program)
                .arg("crowd")
                .arg(&path)
                .args([format!("P{name}"), edits.to_string()])
                .arg(seed.wrapping_add(u64::try_from(name)?).to_string())
                .stdout(Stdio::piped())
                .spawn()
                .context("could not start a program")
        })
        .collect::<Result<_>>()?;
    let mut all = Patience::default();
    for child in children {
        let done = child.wait_with_output()?;
        ensure!(done.status.success(), "one of the programs failed");
        all.add(&String::from_utf8(done.stdout)?)?;
    }
    check(&path, edits).with_context(|| format!("{PROGRAMS} programs at once, seed {seed}"))?;
    Ok(Outcome::held(
        PROGRAMS * edits,
        format!(
            "longest wait {} ms; {} times busy, {} times changed meanwhile",
            all.longest.as_millis(),
            all.busy,
            all.changed_elsewhere
        ),
    ))
}

impl Patience {
    fn add(&mut self, said: &str) -> Result<()> {
        let numbers: Vec<u64> = said
            .split_whitespace()
            .map(str::parse)
            .collect::<Result<_, _>>()?;
        let [longest_ms, busy, changed] = numbers[..] else {
            anyhow::bail!("a program said {said:?}")
        };
        self.longest = self.longest.max(Duration::from_millis(longest_ms));
        self.busy += usize::try_from(busy)?;
        self.changed_elsewhere += usize::try_from(changed)?;
        Ok(())
    }
}

/// Every edit is there once, none was made on a state that was out of date, and the history tells them all.
fn check(path: &Path, edits: usize) -> Result<()> {
    let expected = PROGRAMS * edits;
    let file = File::open(path)?;
    let workspace = file.read()?;
    let mut handles: Vec<&str> = workspace
        .events
        .iter()
        .map(|it| it.handle.as_str())
        .collect();
    handles.sort_unstable();
    let mut should: Vec<String> = (1..=PROGRAMS)
        .flat_map(|name| (1..=edits).map(move |number| format!("P{name}-{number}")))
        .collect();
    should.sort_unstable();
    ensure!(
        handles == should,
        "{} of {expected} events are there",
        handles.len()
    );
    ensure!(
        workspace.name == expected.to_string(),
        "the count came to {} instead of {expected}",
        workspace.name
    );
    drop(file);
    check_history(path, expected).context("the history")?;
    hold_together(path)
}

/// One step for each edit, one after the other; undone they leave nothing, and redone everything.
fn check_history(path: &Path, expected: usize) -> Result<()> {
    let mut file = File::open(path)?;
    let steps = file.steps(None, expected + 1)?.steps;
    ensure!(
        steps.len() == expected,
        "{} steps instead of {expected}",
        steps.len()
    );
    ensure!(
        steps.iter().all(|it| it.done && it.parent == it.number - 1),
        "it is not one line"
    );
    let names: BTreeSet<&str> = steps.iter().map(|it| it.name.as_str()).collect();
    ensure!(names.len() == expected, "a step is there twice");
    let before = Content::of(path)?;
    while file.undo(None)?.is_some() {}
    ensure!(
        file.read()?.events.is_empty(),
        "all undone, and something is left"
    );
    while file.redo(None)?.is_some() {}
    ensure!(
        Content::of(path)? == before,
        "all redone, and it is not as before"
    );
    Ok(())
}
