//! Kill -9 at any moment, and again while what was broken off is being taken back.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};

use crate::acks;
use crate::aftermath::examine;
use crate::dice::Dice;
use crate::oracle::Oracle;
use crate::outcome::Outcome;
use crate::scratch;
use crate::script::Editing;

/// So often is the taking back of one change killed at most.
const DEEPEST: usize = 5;

/// After so many trials on one file a new one is begun.
const TRIALS_PER_FILE: usize = 50;

/// The programs on one file, and what they came to.
struct Line<'a> {
    program: &'a Path,
    folder: PathBuf,
    file: PathBuf,
    acks: PathBuf,
    seed: u64,
    stands: u64,
    opening: Duration,
    /// About how long it takes until what was broken off is taken back.
    recovery: Duration,
    counts: Counts,
}

#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    trials: usize,
    hot_journals: usize,
    killed_recoveries: usize,
    still_hot: usize,
    steps: u64,
}

/// Kills `trials` programs that edit; `program` is the one of this crate.
///
/// # Errors
/// Says what was lost, with the seed.
pub fn kill(program: &Path, trials: usize, seed: u64) -> Result<Outcome> {
    let mut counts = Counts::default();
    let mut file = 0_u64;
    while counts.trials < trials {
        let folder = scratch::on_disk()?;
        let seed = seed.wrapping_add(file);
        let mut line = Line::begin(program, folder.path(), seed, counts)?;
        let end = trials.min(counts.trials + TRIALS_PER_FILE);
        if let Err(error) = line.run(end) {
            let at = line.counts.trials;
            let kept = scratch::kept(folder);
            return Err(error.context(format!("seed {seed}, kill {at}; {kept}")));
        }
        counts = line.counts;
        file += 1;
    }
    Ok(counts.told())
}

impl<'a> Line<'a> {
    fn begin(program: &'a Path, folder: &Path, seed: u64, counts: Counts) -> Result<Self> {
        let inner = folder.join("files");
        fs::create_dir(&inner)?;
        let file = inner.join(scratch::NAME);
        drop(Editing::create(&file, seed)?);
        let mut line = Self {
            program,
            folder: folder.to_owned(),
            acks: folder.join("acks"),
            file,
            seed,
            stands: 0,
            opening: Duration::ZERO,
            recovery: Duration::ZERO,
            counts,
        };
        let started = Instant::now();
        let opened = line.open()?.wait()?;
        ensure!(opened.success(), "opening a new file failed");
        line.opening = started.elapsed();
        line.recovery = line.opening;
        Ok(line)
    }

    fn run(&mut self, end: usize) -> Result<()> {
        let mut oracle = Oracle::new(self.seed)?;
        while self.counts.trials < end {
            let mut dice = Dice::of(self.seed, u64::try_from(self.counts.trials)?);
            self.counts.trials += 1;
            let acked = self.killed(&mut dice)?;
            self.kill_recoveries(&mut dice)?;
            let stands = examine(&self.file, &mut oracle, acked)
                .with_context(|| format!("{acked} steps were acknowledged"))?;
            self.counts.steps += stands - self.stands;
            self.stands = stands;
        }
        Ok(())
    }

    /// Starts the editing where the file stands and kills it; the last step that it acknowledged.
    fn killed(&self, dice: &mut Dice) -> Result<u64> {
        fs::write(&self.acks, "")?;
        let mut child = Command::new(self.program)
            .arg("edit")
            .arg(&self.file)
            .arg(&self.acks)
            .args([self.seed.to_string(), self.stands.to_string()])
            .current_dir(&self.folder)
            .env("TMPDIR", &self.folder)
            .spawn()?;
        // One in five is killed while it opens, the others in the midst of editing.
        if dice.chance(80) {
            let patience = Instant::now();
            while fs::metadata(&self.acks)?.len() == 0 && patience.elapsed().as_secs() < 20 {
                sleep(Duration::from_millis(1));
            }
            wait(dice, Duration::from_millis(80));
        } else {
            wait(dice, self.opening * 2);
        }
        ensure!(child.try_wait()?.is_none(), "the editing ended by itself");
        end(&mut child)?;
        Ok(acks::last(&self.acks)?.unwrap_or(self.stands))
    }

    /// Kills programs that do nothing but open the file, as long as there is something to take back.
    fn kill_recoveries(&mut self, dice: &mut Dice) -> Result<()> {
        if scratch::has_hot_journal(&self.file) {
            self.counts.hot_journals += 1;
        }
        for _ in 0..DEEPEST {
            if !scratch::has_hot_journal(&self.file) {
                break;
            }
            let mut child = self.open()?;
            sleep(self.recovery / 2);
            wait(dice, self.recovery);
            if child.try_wait()?.is_some() {
                self.recovery = self.recovery * 4 / 5;
                break;
            }
            end(&mut child)?;
            self.counts.killed_recoveries += 1;
            // The moment that matters is short and late: the guess at it comes closer with every kill.
            if scratch::has_hot_journal(&self.file) {
                self.counts.still_hot += 1;
                self.recovery = self.recovery * 6 / 5;
            } else {
                self.recovery = self.recovery * 4 / 5;
            }
        }
        Ok(())
    }

    fn open(&self) -> Result<Child> {
        let child = Command::new(self.program)
            .arg("open")
            .arg(&self.file)
            .current_dir(&self.folder)
            .env("TMPDIR", &self.folder)
            .spawn()?;
        Ok(child)
    }
}

impl Counts {
    fn told(self) -> Outcome {
        Outcome::held(
            self.trials,
            format!(
                "{} steps; {} left a hot journal; {} openings killed, {} of them before the end of taking back",
                self.steps, self.hot_journals, self.killed_recoveries, self.still_hot
            ),
        )
    }
}

/// Sleeps for a while of up to `most`.
pub(crate) fn wait(dice: &mut Dice, most: Duration) {
    let most_us = usize::try_from(most.as_micros()).unwrap_or(0);
    sleep(Duration::from_micros(
        u64::try_from(dice.below(most_us)).unwrap_or(0),
    ));
}

/// Kill -9, and nothing left of it.
pub(crate) fn end(child: &mut Child) -> Result<()> {
    child.kill()?;
    child.wait()?;
    Ok(())
}
