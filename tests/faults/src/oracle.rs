//! What must be there: the same script in a file to which nothing happens.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use tempfile::TempDir;

use crate::content::Content;
use crate::scratch;
use crate::script::Editing;

/// Knows what the file of a seed holds after each step.
#[derive(Debug)]
pub struct Oracle {
    editing: Editing,
    done: u64,
    known: BTreeMap<u64, Content>,
    _folder: TempDir,
}

impl Oracle {
    /// Before the first step of `seed`.
    ///
    /// # Errors
    /// When its file cannot be made.
    pub fn new(seed: u64) -> Result<Self> {
        let folder = scratch::in_memory()?;
        let editing = Editing::create(&folder.path().join(scratch::NAME), seed)?;
        Ok(Self {
            editing,
            done: 0,
            known: BTreeMap::new(),
            _folder: folder,
        })
    }

    /// The seed of its script.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.editing.seed()
    }

    /// The content after `step`, 0 being the new file. A step that is past must have been asked for before.
    ///
    /// # Errors
    /// When the script fails where nothing else does.
    pub fn after(&mut self, step: u64) -> Result<Content> {
        if let Some(known) = self.known.get(&step) {
            return Ok(*known);
        }
        while self.done < step {
            self.editing
                .step(self.done + 1)
                .with_context(|| format!("step {} fails even without a fault", self.done + 1))?;
            self.done += 1;
        }
        anyhow::ensure!(self.done == step, "step {step} was not kept in mind");
        let content = Content::of(self.editing.path())?;
        self.known.insert(step, content);
        Ok(content)
    }
}
