//! A made-up analyst at work: one edit after the other, each a function of the seed, its number and what the file says.
//!
//! So a program that was killed can go on where the file stands, and the same seed in a fresh file gives, step by step,
//! what must be there.

mod entries;
mod history;
mod layouts;
mod lists;
mod many;

use std::path::Path;

use model::Workspace;
use store::{Edit, File, StoreError};

use crate::dice::Dice;

/// The words that titles and summaries are made of; searched for when contents are compared.
pub const WORDS: [&str; 24] = [
    "tariff",
    "envoy",
    "strait",
    "pipeline",
    "ceasefire",
    "summit",
    "embargo",
    "tanker",
    "ministry",
    "reactor",
    "quota",
    "sanction",
    "harbor",
    "treaty",
    "border",
    "currency",
    "refinery",
    "militia",
    "cabinet",
    "shipment",
    "audit",
    "visa",
    "cable",
    "grain",
];

/// So many events at most; then more are deleted than added.
const MOST_EVENTS: usize = 1500;

/// So often the script goes back or forth in the history instead of editing.
const PERCENT_OF_TRAVEL: usize = 20;

/// So often it keeps how a chart was laid out.
const PERCENT_OF_LAYOUTS: usize = 4;

/// So many ids are set aside for each step.
const IDS_PER_STEP: i64 = 10_000;

/// A file that the script is editing.
#[derive(Debug)]
pub struct Editing {
    file: File,
    workspace: Workspace,
    seed: u64,
}

/// What one edit works with.
struct Fixture<'a, 'b> {
    edit: &'a mut Edit<'b>,
    workspace: &'a Workspace,
    dice: Dice,
    last_id: i64,
}

type Act = fn(&mut Fixture<'_, '_>) -> Result<(), StoreError>;

/// What is done how often, of a hundred.
const ACTS: [(usize, &str, Act); 16] = [
    (24, "Add events", |it| it.add_events()),
    (20, "Edit an event", |it| it.edit_event()),
    (6, "Delete an event", |it| it.delete_event()),
    (10, "Add a link", |it| it.add_link()),
    (4, "Edit a link", |it| it.edit_link()),
    (4, "Delete a link", |it| it.delete_link()),
    (7, "Cite", |it| it.add_citation()),
    (2, "Delete a citation", |it| it.delete_citation()),
    (5, "Add a claim", |it| it.add_claim()),
    (2, "Delete a claim", |it| it.delete_claim()),
    (4, "Edit a list", |it| it.edit_list()),
    (3, "Add a source", |it| it.add_source()),
    (1, "Delete a source", |it| it.delete_source()),
    (3, "Import", |it| it.add_many()),
    (3, "Edit many", |it| it.edit_many()),
    (2, "Delete many", |it| it.delete_many()),
];

impl Editing {
    /// Makes an empty workspace.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn create(path: &Path, seed: u64) -> Result<Self, StoreError> {
        Self::of(File::create(path)?, seed)
    }

    /// Opens a workspace that the script of `seed` made.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn open(path: &Path, seed: u64) -> Result<Self, StoreError> {
        Self::of(File::open(path)?, seed)
    }

    fn of(file: File, seed: u64) -> Result<Self, StoreError> {
        let workspace = file.read()?;
        Ok(Self {
            file,
            workspace,
            seed,
        })
    }

    /// Where the file lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// The seed of the script.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Does step `number`, counted from 1. When it fails nothing has changed, and it can be done again.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn step(&mut self, number: u64) -> Result<(), StoreError> {
        let mut dice = Dice::of(self.seed, number);
        if number == 1 {
            return self.change(number, "Set up", dice, |it| it.set_up());
        }
        if dice.chance(PERCENT_OF_TRAVEL) && self.travel(&mut dice)? {
            return Ok(());
        }
        if dice.chance(PERCENT_OF_LAYOUTS) {
            return self.remember(&mut dice);
        }
        let (name, act) = self.choose(&mut dice);
        self.change(number, name, dice, act)
    }

    fn choose(&self, dice: &mut Dice) -> (&'static str, Act) {
        if self.workspace.events.len() > MOST_EVENTS {
            return ("Delete many", |it| it.delete_many());
        }
        let mut throw = dice.below(ACTS.iter().map(|it| it.0).sum());
        for (often, name, act) in ACTS {
            if throw < often {
                return (name, act);
            }
            throw -= often;
        }
        ("Add events", |it| it.add_events())
    }

    fn change(&mut self, number: u64, name: &str, dice: Dice, act: Act) -> Result<(), StoreError> {
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        let workspace = &self.workspace;
        let changed = self
            .file
            .change_at(name, Some(1_700_000_000 + number), |edit| {
                act(&mut Fixture {
                    edit,
                    workspace,
                    dice,
                    last_id: number * IDS_PER_STEP,
                })
            })?;
        self.file.update(&mut self.workspace, &changed.touched)
    }
}

impl Fixture<'_, '_> {
    /// An id that no other step gives, so that the script of a seed is the same in every file.
    fn next_id(&mut self) -> i64 {
        self.last_id += 1;
        self.last_id
    }

    /// So many words, with a space between them.
    fn words(&mut self, count: usize) -> String {
        let words: Vec<&str> = (0..count)
            .filter_map(|_| self.dice.pick(&WORDS).copied())
            .collect();
        words.join(" ")
    }
}
