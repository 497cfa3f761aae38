//! Workspaces of any size, made up from a seed but shaped like real ones, for measuring and for tests.
//!
//! The same number of events and the same seed always make the same content. Events are numbered by their first day.

mod chance;
mod date;
mod event;
mod lists;

use std::path::Path;

use api::Fault;
use app::{atomic_file, fault_of_store, sample};
use model::date::Day;
use model::{Basis, Confidence, Event, EventId, Link, LinkId, LinkType, Strength, Workspace};
use store::{Edit, File, StoreError};

use chance::Chance;
use date::Start;

/// Progress is reported after this many events.
const EVENTS_PER_REPORT: u64 = 50_000;

/// What to make up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recipe {
    /// How many events.
    pub events: u64,
    /// Another seed makes another workspace.
    pub seed: u64,
}

/// A workspace that is made up event by event, so that it need not be in memory.
#[derive(Debug)]
pub struct Synth {
    recipe: Recipe,
    starts: Vec<Start>,
    lists: Workspace,
}

impl Synth {
    /// Draws the days and lists of `recipe`.
    ///
    /// # Errors
    /// [`Fault`] when the basics cannot be read.
    pub fn new(recipe: Recipe) -> Result<Self, Fault> {
        let mut lists = sample::basics()?;
        lists.name = format!("{} synthetic events", recipe.events);
        lists.as_of = Some(Day(date::AS_OF_DAY));
        lists.themes = lists::themes();
        lists.actors = lists::actors();
        Ok(Self {
            recipe,
            starts: date::starts(recipe),
            lists,
        })
    }

    /// How many links: 0.3 per event.
    #[must_use]
    pub fn link_count(&self) -> u64 {
        if self.recipe.events < 2 {
            return 0;
        }
        self.recipe.events * 3 / 10
    }

    /// All of it as values.
    #[must_use]
    pub fn workspace(&self) -> Workspace {
        let mut all = self.lists.clone();
        all.events.extend(self.events());
        all.links.extend(self.links());
        all
    }

    fn events(&self) -> impl Iterator<Item = Event> {
        let all = (1..).zip(&self.starts);
        all.map(|(number, start)| event::event(self.recipe.seed, number, *start, &self.lists))
    }

    fn links(&self) -> impl Iterator<Item = Link> {
        (1..=self.link_count()).map(|number| self.link(number))
    }

    /// From an earlier event to a later one. Causes are mostly recent; some are the cause of very many.
    fn link(&self, number: u64) -> Link {
        let mut chance = Chance::of(self.recipe.seed, 2, number);
        let effect = 2 + chance.below(self.recipe.events - 1);
        let back = chance.log_uniform(1.0, 5000.0) as u64;
        let near = effect.saturating_sub(back).max(1);
        // A number that ends in many zero bits draws links from a wide range below the effect: a power law of degrees.
        let mut zeros = 0;
        while zeros < 16 && chance.is(0.7) {
            zeros += 1;
        }
        let hub = (near >> zeros) << zeros;
        let cause = if hub == 0 { near } else { hub };
        Link {
            id: LinkId(signed(self.recipe.events + number)),
            cause: EventId(signed(cause)),
            effect: EventId(signed(effect)),
            link_type: link_type(&self.lists.link_types, &mut chance),
            wording: String::from("led to"),
            strength: chance.of_weighted(&[
                (None, 4),
                (Some(Strength::Weak), 2),
                (Some(Strength::Medium), 3),
                (Some(Strength::Strong), 1),
            ]),
            confidence: chance.of_weighted(&[
                (Confidence::Low, 2),
                (Confidence::Moderate, 5),
                (Confidence::High, 3),
            ]),
            lag_days: None,
            basis: chance.of_weighted(&[
                (Basis::Reported, 5),
                (Basis::Judged, 4),
                (Basis::Assumed, 1),
            ]),
            note: String::new(),
            rivals: String::new(),
        }
    }

    /// Writes everything, telling `progress` now and then how many events are written.
    fn put(&self, edit: &mut Edit<'_>, mut progress: impl FnMut(u64)) -> Result<(), StoreError> {
        edit.put_workspace(&self.lists)?;
        for (number, event) in (1_u64..).zip(self.events()) {
            edit.put_event(&event)?;
            if number.is_multiple_of(EVENTS_PER_REPORT) {
                progress(number);
            }
        }
        self.links().try_for_each(|link| edit.put_link(&link))
    }

    /// Writes it to a new file; with `force` in place of the one at `path`, which comes back if that fails.
    ///
    /// # Errors
    /// [`api::FaultCode::Exists`] or [`api::FaultCode::File`].
    pub fn write(&self, path: &Path, force: bool, progress: impl FnMut(u64)) -> Result<(), Fault> {
        if !path.exists() {
            return self.create(path, progress);
        }
        if !force {
            return Err(atomic_file::exists(&atomic_file::file_name(path)));
        }
        atomic_file::put_aside(path)?.settle(self.create(path, progress))
    }

    fn create(&self, path: &Path, progress: impl FnMut(u64)) -> Result<(), Fault> {
        File::create_filled(path, |edit| self.put(edit, progress)).map_err(fault_of_store)?;
        Ok(())
    }
}

fn link_type(types: &[LinkType], chance: &mut Chance) -> String {
    let at = chance.zipf(types.len());
    types
        .get(at)
        .map_or_else(String::new, |it| it.handle.clone())
}

/// Ids are signed in the file and far below the largest.
fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests;
