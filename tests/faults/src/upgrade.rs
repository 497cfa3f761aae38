//! Files of an older version, killed or cut off while they are brought up to date, and copies killed while they are made.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use store::File;
use tempfile::TempDir;

use crate::content::{Content, hold_together};
use crate::cut::{Disk, Image, Recorder, each_cut, lay_out};
use crate::dice::Dice;
use crate::kill::{end, wait};
use crate::outcome::Outcome;
use crate::scratch;

/// Files that earlier versions wrote, seen from the root of the checkout. That of version 3 has a pin, which is converted.
const OLD: &str = "crates/store/tests/versions";
const FIRST: u32 = 1;
const WITH_PIN: u32 = 3;

/// How the names of copies of old versions begin that are kept beside the file.
const KEPT: &str = "gulf (version ";

/// The old file, and what it must hold once it is up to date.
struct Old {
    bytes: Vec<u8>,
    renewed: Content,
}

impl Old {
    fn read(version: u32) -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let bytes = fs::read(root.join(OLD).join(format!("{version}.faultline"))).context(OLD)?;
        let folder = scratch::in_memory()?;
        let path = Self::lay_out(&bytes, &folder)?;
        drop(File::open(&path)?);
        let renewed = Content::of(&path)?;
        Ok(Self { bytes, renewed })
    }

    fn lay_out(bytes: &[u8], folder: &TempDir) -> Result<PathBuf> {
        let path = folder.path().join(scratch::NAME);
        fs::write(&path, bytes)?;
        Ok(path)
    }

    /// Checks that the file opens, is up to date and holds all that the old one held.
    fn examine(&self, path: &Path) -> Result<()> {
        drop(File::open(path).context("it does not open")?);
        hold_together(path)?;
        ensure!(
            Content::of(path)? == self.renewed,
            "it does not hold what it did"
        );
        Ok(())
    }
}

/// Cuts the power at `images` moments of bringing an old file up to date; `program` is the one of this crate.
///
/// # Errors
/// Says what was lost, with the seed.
pub fn cut(program: &Path, images: usize, seed: u64) -> Result<Outcome> {
    let recorder = match Recorder::build()? {
        Ok(recorder) => recorder,
        Err(why) => return Ok(Outcome::Skipped(why)),
    };
    let old = Old::read(WITH_PIN)?;
    let folder = scratch::in_memory()?;
    let path = Old::lay_out(&old.bytes, &folder)?;
    let mut command = Command::new(program);
    let acks = folder.path().join("none");
    let operations = recorder.record(command.arg("open").arg(&path), folder.path(), &acks)?;
    let disk = Disk::with(Image::from([(scratch::NAME.to_owned(), old.bytes.clone())]));
    let (mut dice, mut hot_journals) = (Dice::of(seed, 0), 0);
    each_cut(&operations, disk, images, &mut dice, |at, cut, _| {
        let file = lay_out(&cut.image, &folder.path().join("image"))?;
        hot_journals += usize::from(scratch::has_hot_journal(&file));
        old.examine(&file)
            .with_context(|| format!("old version, seed {seed}, cut before operation {at}"))
    })?;
    Ok(Outcome::held(
        images,
        format!("{hot_journals} with a hot journal"),
    ))
}

/// Kills `trials` programs that bring an old file up to date; `program` is the one of this crate.
///
/// # Errors
/// Says what was lost, with the seed.
pub fn kill(program: &Path, trials: usize, seed: u64) -> Result<Outcome> {
    let olds = [Old::read(FIRST)?, Old::read(WITH_PIN)?];
    let mut takes = Duration::ZERO;
    let (mut before, mut hot_journals) = (0, 0);
    for trial in 0..=trials {
        let old = &olds[trial % olds.len()];
        let folder = scratch::on_disk()?;
        let path = Old::lay_out(&old.bytes, &folder)?;
        let mut dice = Dice::of(seed, u64::try_from(trial)?);
        let started = Instant::now();
        let mut child = Command::new(program).arg("open").arg(&path).spawn()?;
        if trial == 0 {
            // The first is not killed: it tells how long it takes.
            ensure!(child.wait()?.success(), "the old file does not open");
            takes = started.elapsed();
            continue;
        }
        wait(&mut dice, takes);
        end(&mut child)?;
        hot_journals += usize::from(scratch::has_hot_journal(&path));
        before += usize::from(fs::read(&path)? == old.bytes);
        let checked = old.examine(&path).and_then(|()| kept(&folder));
        if let Err(error) = checked {
            let at = scratch::kept(folder);
            return Err(error.context(format!("old version, seed {seed}, kill {trial}; {at}")));
        }
    }
    Ok(Outcome::held(
        trials,
        format!("{hot_journals} left a hot journal, {before} came before anything was written"),
    ))
}

/// Checks that the old version is kept beside the file, whole.
fn kept(folder: &TempDir) -> Result<()> {
    let mut count = 0;
    for entry in fs::read_dir(folder.path())? {
        let path = entry?.path();
        let name = path.file_name().context("a file has a name")?;
        if name.to_string_lossy().starts_with(KEPT) {
            hold_together(&path)?;
            count += 1;
        }
    }
    ensure!(count > 0, "the old version was not kept");
    Ok(())
}

/// Kills `trials` programs that save a copy: it is there and whole, or it is not there.
///
/// # Errors
/// Says what is wrong with it, with the seed.
pub fn copy(program: &Path, trials: usize, seed: u64) -> Result<Outcome> {
    let old = Old::read(FIRST)?;
    let folder = scratch::on_disk()?;
    let path = Old::lay_out(&old.bytes, &folder)?;
    drop(File::open(&path)?);
    let mut takes = Duration::ZERO;
    let mut whole = 0;
    for trial in 0..=trials {
        let to = folder.path().join(format!("copy-{trial}.faultline"));
        let mut dice = Dice::of(seed, u64::try_from(trial)?);
        let started = Instant::now();
        let mut child = Command::new(program)
            .arg("copy")
            .args([&path, &to])
            .spawn()?;
        if trial == 0 {
            ensure!(child.wait()?.success(), "no copy can be saved");
            takes = started.elapsed();
        } else {
            wait(&mut dice, takes);
            end(&mut child)?;
        }
        if to.exists() {
            whole += 1;
            old.examine(&to)
                .with_context(|| format!("copy, seed {seed}, kill {trial}"))?;
            fs::remove_file(&to)?;
        }
        old.examine(&path)?;
    }
    Ok(Outcome::held(
        trials,
        format!("{whole} copies were finished, the others are not there"),
    ))
}
