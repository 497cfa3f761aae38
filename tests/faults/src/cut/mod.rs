//! Power cuts: from a record of what the program did to its folder, the folders that a cut at any moment could have left.

pub mod control;
mod disk;
mod log;
mod recorder;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};
use store::{File, StoreError};

pub(crate) use self::disk::{Disk, Image};
use self::log::Operation;
pub(crate) use self::recorder::Recorder;
use crate::aftermath::{examine, goes_on};
use crate::dice::Dice;
use crate::oracle::Oracle;
use crate::outcome::Outcome;
use crate::scratch;

/// So many images are made from one record.
const IMAGES_PER_RECORD: usize = 200;

/// So many steps are in one record.
const STEPS: u64 = 40;

/// Of so many images with a hot journal one is cut again while it is taken back …
const CUT_AGAIN_ONE_IN: usize = 4;

/// … at so many moments.
const CUTS_AGAIN: usize = 3;

/// One moment at which the power was cut.
pub(crate) struct Cut {
    /// What is left.
    pub(crate) image: Image,
    /// The last step that was acknowledged before.
    pub(crate) acked: Option<u64>,
}

/// A record of one run, and a place to put its images.
struct Bench<'a> {
    program: &'a Path,
    recorder: &'a Recorder,
    folder: PathBuf,
    dice: Dice,
    counts: Counts,
}

#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    images: usize,
    hot_journals: usize,
    cut_again: usize,
    unmade: usize,
}

/// Cuts the power at `images` moments of editing; `program` is the one of this crate.
///
/// # Errors
/// Says what was lost, with the seed.
pub fn cut(program: &Path, images: usize, seed: u64) -> Result<Outcome> {
    let recorder = match Recorder::build()? {
        Ok(recorder) => recorder,
        Err(why) => return Ok(Outcome::Skipped(why)),
    };
    let (mut counts, mut record) = (Counts::default(), 0);
    while counts.images < images {
        let seed = seed.wrapping_add(record);
        let folder = scratch::in_memory()?;
        let mut bench = Bench {
            program,
            recorder: &recorder,
            folder: folder.path().to_owned(),
            dice: Dice::of(seed, 0),
            counts,
        };
        let wanted = IMAGES_PER_RECORD.min(images - counts.images);
        if let Err(error) = bench.run(seed, wanted) {
            let kept = scratch::kept(folder);
            return Err(error.context(format!("power cut, seed {seed}; {kept}")));
        }
        counts = bench.counts;
        record += 1;
    }
    Ok(counts.told())
}

impl Bench<'_> {
    fn run(&mut self, seed: u64, wanted: usize) -> Result<()> {
        let mut command = Command::new(self.program);
        let file = self.folder.join("recorded").join(scratch::NAME);
        let acks = self.folder.join("acks");
        fs::create_dir_all(self.folder.join("recorded"))?;
        command.arg("make").args([&file, &acks]);
        command.args([seed.to_string(), STEPS.to_string()]);
        let folder = self.folder.join("recorded");
        let operations = self.recorder.record(&mut command, &folder, &acks)?;
        let mut oracle = Oracle::new(seed)?;
        let mut dice = self.dice.clone();
        each_cut(
            &operations,
            Disk::default(),
            wanted,
            &mut dice,
            |at, cut, dice| {
                self.check(&cut, &mut oracle, dice)
                    .with_context(|| format!("before operation {at}, after ack {:?}", cut.acked))
            },
        )
    }

    fn check(&mut self, cut: &Cut, oracle: &mut Oracle, dice: &mut Dice) -> Result<()> {
        self.counts.images += 1;
        let file = lay_out(&cut.image, &self.folder.join("image"))?;
        let is_hot = scratch::has_hot_journal(&file);
        let Some(acked) = cut.acked else {
            return self.check_unmade(&file, oracle);
        };
        let stands = examine(&file, oracle, acked)?;
        goes_on(&file, oracle, stands)?;
        if is_hot {
            self.counts.hot_journals += 1;
            if dice.below(CUT_AGAIN_ONE_IN) == 0 {
                self.cut_again(cut, acked, oracle, dice)?;
            }
        }
        Ok(())
    }

    /// Before the new file was acknowledged it may be missing, or refused for what it is: not yet one. If it opens it is
    /// whole.
    fn check_unmade(&mut self, file: &Path, oracle: &mut Oracle) -> Result<()> {
        self.counts.unmade += 1;
        match File::open(file) {
            Err(
                StoreError::Missing { .. }
                | StoreError::NotAWorkspace { .. }
                | StoreError::TooShort { .. }
                | StoreError::StrayLog { .. },
            ) => Ok(()),
            Err(error) => Err(error.into()),
            Ok(opened) => {
                drop(opened);
                examine(file, oracle, 0).map(|_| ())
            }
        }
    }

    /// Cuts the power again while the first cut is being taken back.
    fn cut_again(
        &mut self,
        first: &Cut,
        acked: u64,
        oracle: &mut Oracle,
        dice: &mut Dice,
    ) -> Result<()> {
        let folder = self.folder.join("again");
        let file = lay_out(&first.image, &folder)?;
        let mut command = Command::new(self.program);
        let acks = self.folder.join("acks");
        let operations = self
            .recorder
            .record(command.arg("open").arg(&file), &folder, &acks)?;
        let disk = Disk::with(first.image.clone());
        each_cut(&operations, disk, CUTS_AGAIN, dice, |at, cut, _| {
            self.counts.cut_again += 1;
            let file = lay_out(&cut.image, &self.folder.join("image"))?;
            examine(&file, oracle, acked)
                .map(|_| ())
                .with_context(|| format!("cut again before operation {at} of the recovery"))
        })
    }
}

impl Counts {
    fn told(self) -> Outcome {
        Outcome::held(
            self.images,
            format!(
                "{} with a hot journal; {} more cuts while taking back; {} before the file was made",
                self.hot_journals, self.cut_again, self.unmade
            ),
        )
    }
}

/// Calls `check` with images of `wanted` moments, in the order of time, and the number of the operation that did not
/// come to pass.
pub(crate) fn each_cut(
    operations: &[Operation],
    mut disk: Disk,
    wanted: usize,
    dice: &mut Dice,
    mut check: impl FnMut(usize, Cut, &mut Dice) -> Result<()>,
) -> Result<()> {
    let mut moments = moments(operations, wanted, dice).into_iter().peekable();
    let mut acked = None;
    for at in 0..=operations.len() {
        while moments.next_if_eq(&at).is_some() {
            let image = disk.cut(dice);
            check(at, Cut { image, acked }, dice)?;
        }
        match operations.get(at) {
            Some(Operation::Ack(step)) => acked = Some(*step),
            Some(other) => disk.apply(other),
            None => {}
        }
    }
    Ok(())
}

/// Half of the moments are spread over all operations, half lie soon after an acknowledgment, where most can be lost.
fn moments(operations: &[Operation], wanted: usize, dice: &mut Dice) -> Vec<usize> {
    let is_ack = |it: &(usize, &Operation)| matches!(it.1, Operation::Ack(_));
    let acks: Vec<usize> = operations
        .iter()
        .enumerate()
        .filter(is_ack)
        .map(|it| it.0)
        .collect();
    let mut moments: Vec<usize> = (0..wanted)
        .map(|_| match dice.pick(&acks).copied() {
            Some(ack) if dice.chance(50) => (ack + 1 + dice.below(8)).min(operations.len()),
            _ => dice.below(operations.len() + 1),
        })
        .collect();
    moments.sort_unstable();
    moments
}

/// Writes an image into `folder`, in place of what was there; the path of the workspace in it.
pub(crate) fn lay_out(image: &Image, folder: &Path) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    for (name, bytes) in image {
        fs::write(folder.join(name), bytes)?;
    }
    Ok(folder.join(scratch::NAME))
}
