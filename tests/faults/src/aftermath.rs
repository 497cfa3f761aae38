//! What is asked of a file after a fault.

use std::path::Path;

use anyhow::{Context as _, Result, bail, ensure};
use store::File;

use crate::content::{Content, hold_together};
use crate::oracle::Oracle;
use crate::script::Editing;

/// Opens the file as the program does and checks that it is whole, that all that was acknowledged is in it, that nothing
/// lies beside it, and that its history still works. Returns the step that it stands after.
///
/// `acked` is the last step that was acknowledged; one more may be in the file, committed but not yet acknowledged.
///
/// # Errors
/// Says what is wrong with it.
pub fn examine(path: &Path, oracle: &mut Oracle, acked: u64) -> Result<u64> {
    File::open(path)
        .and_then(|it| it.read())
        .context("it does not open")?;
    ensure!(is_alone(path)?, "something was left beside the closed file");
    let found = Content::of(path).context("it cannot be read")?;
    let stands = place(found, oracle, acked)?;
    hold_together(path)?;
    check_history(path, found).context("its history")?;
    Ok(stands)
}

/// Does the next step of the script in a file that stands after step `stands`.
///
/// # Errors
/// When it fails or comes to something else than it should.
pub fn goes_on(path: &Path, oracle: &mut Oracle, stands: u64) -> Result<()> {
    Editing::open(path, oracle.seed())?.step(stands + 1)?;
    let should = oracle.after(stands + 1)?;
    ensure!(Content::of(path)? == should, "the next step went wrong");
    Ok(())
}

/// After which step the file stands, given what was found in it.
fn place(found: Content, oracle: &mut Oracle, acked: u64) -> Result<u64> {
    let before = oracle.after(acked)?;
    let after = oracle.after(acked + 1)?;
    if found == after {
        Ok(acked + 1)
    } else if found == before {
        Ok(acked)
    } else if found.said == before.said || found.said == after.said {
        bail!("after step {acked} was acknowledged the values are right but the history is not")
    } else {
        bail!("step {acked} was acknowledged and the file holds neither it nor the next")
    }
}

/// True when the folder of `path` holds nothing else.
fn is_alone(path: &Path) -> Result<bool> {
    let folder = path.parent().context("a file lies in a folder")?;
    Ok(std::fs::read_dir(folder)?.count() == 1)
}

/// Takes one step back and forward again, after which the file must be as it was. Redo takes the newest branch, and on
/// that the file always stands.
fn check_history(path: &Path, before: Content) -> Result<()> {
    let mut file = File::open(path)?;
    if let Some(undone) = file.undo(None)? {
        let redone = file.redo(None)?.context("redo finds nothing after undo")?;
        ensure!(
            redone.step.number == undone.step.number,
            "redo took step {} after undo of {}",
            redone.step.number,
            undone.step.number
        );
    }
    drop(file);
    ensure!(
        Content::of(path)? == before,
        "undo and redo changed the file"
    );
    Ok(())
}
