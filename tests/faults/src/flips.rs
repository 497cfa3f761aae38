//! Single bits that turn over anywhere in a file: each is named, refused or changes no answer; nothing is called whole of which
//! undo, the history or a search then says something else.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use store::{File, StoreError, examine};

use crate::content::Content;
use crate::dice::Dice;
use crate::outcome::Outcome;
use crate::scratch;
use crate::script::{Editing, WORDS};

/// Steps of the script before the first bit turns over.
const STEPS: u64 = 40;

/// Turns over `flips` bits, one at a time, each in a fresh copy.
///
/// # Errors
/// Says which byte was called whole although it was not.
pub fn flips(flips: usize, seed: u64) -> Result<Outcome> {
    let folder = scratch::in_memory()?;
    let path = folder.path().join(scratch::NAME);
    let mut editing = Editing::create(&path, seed)?;
    for number in 1..=STEPS {
        editing.step(number)?;
    }
    drop(editing);
    let whole = fs::read(&path)?;
    let found = examine(&path)?.wrong;
    ensure!(
        found.is_empty(),
        "a whole file is called damaged: {found:?}"
    );
    let truth = answers(&path).context("a whole file does not answer")?;
    let (mut dice, mut named, mut refused, mut harmless) = (Dice::of(seed, 77), 0, 0, 0);
    for _ in 0..flips {
        let mut bytes = whole.clone();
        let bit = dice.below(8);
        let mut at = dice.below(bytes.len());
        // Mostly where there is something.
        for _ in 0..8 {
            if bytes.get(at).is_some_and(|it| *it != 0) {
                break;
            }
            at = dice.below(bytes.len());
        }
        if let Some(byte) = bytes.get_mut(at) {
            *byte ^= 1 << bit;
        }
        fs::write(&path, &bytes)?;
        match examine(&path) {
            Err(_) => refused += 1,
            Ok(found) if !found.is_whole() => named += 1,
            Ok(_) => {
                let which = || format!("seed {seed}, byte {at}, bit {bit} was called whole");
                let said = answers(&path).with_context(which)?;
                ensure!(said == truth, "{}, and says something else", which());
                harmless += 1;
            }
        }
    }
    let told = format!("{named} named, {refused} refused, {harmless} without harm");
    Ok(Outcome::held(flips, told))
}

/// What can be asked of a file, its history walked from end to end.
fn answers(path: &Path) -> Result<String> {
    let mut all = format!("{:?}", Content::of(path)?);
    let mut file = File::open(path)?;
    searched(&file, &mut all)?;
    let history = file.steps(None, usize::MAX)?;
    for step in &history.steps {
        write!(all, "{step:?} {:?}", file.what_changed(step.number)?)?;
    }
    for event in file.read()?.events.iter().take(40) {
        write!(all, "{:?}", file.steps_of_event(event.id, 99)?)?;
    }
    if let Some(first) = history.steps.last() {
        file.restore(first.number, None)?;
    }
    while file.undo(None)?.is_some() {}
    searched(&file, &mut all)?;
    while file.redo(None)?.is_some() {}
    searched(&file, &mut all)?;
    Ok(all)
}

fn searched(file: &File, all: &mut String) -> Result<(), StoreError> {
    for word in WORDS {
        for end in [1, 2, 3, word.len()] {
            let beginning: String = word.chars().take(end).collect();
            all.push_str(&format!("{:?}", file.search(&beginning, 50)?));
        }
    }
    Ok(())
}
