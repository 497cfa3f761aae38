//! No room: a disk that is full, and a limit on the size of files.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};
use store::StoreError;

use crate::acks::Acks;
use crate::aftermath::examine;
use crate::content::{Content, hold_together};
use crate::oracle::Oracle;
use crate::outcome::Outcome;
use crate::scratch;
use crate::script::Editing;

/// So often a step that failed is tried again before there is room.
const TRIES: usize = 3;

/// So often a full disk is made larger.
const ENLARGEMENTS: u64 = 4;

/// What a full disk of this size in KiB is enlarged by.
const ENLARGED_BY_KB: u64 = 300;

/// A file system in memory that holds no more than it was made for.
struct SmallDisk {
    _folder: tempfile::TempDir,
    mount: PathBuf,
}

impl SmallDisk {
    /// Mounts one; `Err` inside says why not.
    fn of_kb(size: u64) -> Result<Result<Self, String>> {
        let folder = scratch::on_disk()?;
        let mount = folder.path().join("disk");
        std::fs::create_dir(&mount)?;
        let done = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={size}k"), "tmpfs"])
            .arg(&mount)
            .output();
        Ok(match done {
            Ok(done) if done.status.success() => Ok(Self {
                _folder: folder,
                mount,
            }),
            Ok(done) => Err(String::from_utf8_lossy(&done.stderr).trim().to_owned()),
            Err(error) => Err(format!("mount: {error}")),
        })
    }

    fn enlarge_to_kb(&self, size: u64) -> Result<()> {
        let done = Command::new("mount")
            .args(["-o", &format!("remount,size={size}k")])
            .arg(&self.mount)
            .status()?;
        ensure!(done.success(), "the small disk could not be enlarged");
        Ok(())
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.mount).status();
    }
}

/// Fills `disks` small disks with edits, and goes on after each was made larger.
///
/// # Errors
/// Says what was lost, with the seed.
pub fn disk_full(disks: u64, seed: u64) -> Result<Outcome> {
    let mut failures = 0;
    for number in 0..disks {
        let (seed, size) = (seed.wrapping_add(number), 600 + 37 * number);
        let disk = match SmallDisk::of_kb(size)? {
            Ok(disk) => disk,
            Err(why) => return Ok(Outcome::Skipped(why)),
        };
        failures +=
            fill(&disk, size, seed).with_context(|| format!("disk of {size} KiB, seed {seed}"))?;
    }
    Ok(Outcome::held(
        failures,
        format!("changes refused on {disks} disks, each enlarged {ENLARGEMENTS} times"),
    ))
}

fn fill(disk: &SmallDisk, mut size: u64, seed: u64) -> Result<usize> {
    let path = disk.mount.join(scratch::NAME);
    let mut editing = Editing::create(&path, seed)?;
    let mut oracle = Oracle::new(seed)?;
    let (mut done, mut failures) = (0, 0);
    for _ in 0..ENLARGEMENTS {
        (done, failures) = until_full(&mut editing, done, failures)?;
        ensure!(
            Content::of(&path)? == oracle.after(done)?,
            "step {} was refused and the file is not as it was",
            done + 1
        );
        hold_together(&path)?;
        // A file on a full disk can still be read.
        store::File::open(&path)?.read()?;
        size += ENLARGED_BY_KB;
        disk.enlarge_to_kb(size)?;
        // Large steps may need more; the disk grows until the one that was refused goes through.
        while is_refused(editing.step(done + 1))? {
            failures += 1;
            size += ENLARGED_BY_KB;
            disk.enlarge_to_kb(size)?;
        }
        done += 1;
        ensure!(
            Content::of(&path)? == oracle.after(done)?,
            "step {done} is wrong"
        );
    }
    drop(editing);
    disk.enlarge_to_kb(size * 2)?;
    ensure!(
        examine(&path, &mut oracle, done)? == done,
        "too much is there"
    );
    Ok(failures)
}

/// Edits until a step is refused time and again; the last step that was done, and all refusals so far. Once may not be
/// the end: a file system gives back what a refused change took only after a while.
fn until_full(editing: &mut Editing, mut done: u64, mut failures: usize) -> Result<(u64, usize)> {
    let mut in_a_row = 0;
    while in_a_row <= TRIES {
        if is_refused(editing.step(done + 1))? {
            in_a_row += 1;
            failures += 1;
        } else {
            in_a_row = 0;
            done += 1;
        }
    }
    Ok((done, failures))
}

/// True for the errors that a person can do something about; any other is passed on.
fn is_refused(done: Result<(), StoreError>) -> Result<bool> {
    match done {
        Ok(()) => Ok(false),
        Err(StoreError::Full { .. } | StoreError::System { .. }) => Ok(true),
        Err(other) => Err(other).context("an unexpected error on a full disk"),
    }
}

/// The program that runs under a limit: edits until it is refused, tries that again, and says so by its exit.
///
/// # Errors
/// When it is told anything else than that there is no room.
pub fn work(path: &Path, acks: &Path, seed: u64, done: u64) -> Result<()> {
    let mut editing = Editing::open(path, seed)?;
    let mut acks = Acks::to(acks)?;
    for step in done + 1.. {
        if is_refused(editing.step(step))? {
            for _ in 0..TRIES {
                ensure!(
                    is_refused(editing.step(step))?,
                    "it went through at the limit"
                );
            }
            return Ok(());
        }
        acks.say(step)?;
    }
    Ok(())
}

/// Edits under `limits` rising limits on the size of a file; `program` is the one of this crate.
///
/// # Errors
/// Says what was lost, with the seed.
pub fn size_limit(program: &Path, limits: u64, seed: u64) -> Result<Outcome> {
    let place = scratch::on_disk()?;
    let inner = place.path().join("files");
    std::fs::create_dir(&inner)?;
    let path = inner.join(scratch::NAME);
    let acks = place.path().join("acks");
    drop(Editing::create(&path, seed)?);
    let mut oracle = Oracle::new(seed)?;
    let mut stands = 0;
    for _ in 0..limits {
        // Above the file as it is, in blocks of 512 bytes.
        let blocks = std::fs::metadata(&path)?.len() / 512 + 200;
        std::fs::write(&acks, "")?;
        let limited = Command::new("sh")
            .args(["-c", "trap '' XFSZ; ulimit -f \"$0\"; exec \"$@\""])
            .arg(blocks.to_string())
            .arg(program)
            .arg("limited")
            .args([&path, &acks])
            .args([seed.to_string(), stands.to_string()])
            .output();
        let Ok(done) = limited else {
            return Ok(Outcome::Skipped(String::from(
                "there is no shell called sh",
            )));
        };
        if !done.status.success() {
            bail!("seed {seed}: {}", String::from_utf8_lossy(&done.stderr));
        }
        let acked = crate::acks::last(&acks)?.unwrap_or(stands);
        stands = examine(&path, &mut oracle, acked)
            .with_context(|| format!("size limit, seed {seed}, after step {acked}"))?;
        ensure!(stands == acked, "seed {seed}: a refused step is there");
        // Room again: the step that was refused goes through.
        crate::aftermath::goes_on(&path, &mut oracle, stands)?;
        stands += 1;
    }
    let refused = usize::try_from(limits)? * (TRIES + 1);
    Ok(Outcome::held(
        refused,
        format!("changes refused at {limits} limits; {stands} steps"),
    ))
}
