//! Saving what can be read of a damaged file into a new one.
//!
//! The damaged file is only read. Its pages are parsed here, because SQLite stops at the first error: [`page`] and
//! [`record`] parse them, [`tree`] assigns them to tables, [`pick`] selects the rows with a valid seal, [`rebuild`] makes
//! values of them and
//! [`mod@mend`] handles references to what is lost. The history is saved only where all entries are whole ([`whole`]).

mod examine;
mod mend;
mod page;
mod pick;
mod rebuild;
mod record;
mod shape;
mod tree;
mod whole;

use std::collections::BTreeSet;
use std::path::Path;

use model::Workspace;
use rusqlite::Connection;

use crate::error::StoreError;
use crate::file::{File, file_name};
use crate::guard;
use crate::schema::VERSION;
use crate::table::ALL;
use mend::mend;
use page::FilePages;
use pick::Picked;
use rebuild::{Fate, Remark};
use tree::Survey;

pub use examine::{Examination, examine};

/// How many records of one kind could be saved.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many are in the new file.
    pub found: usize,
    /// How many of those may differ from the original.
    pub doubtful: usize,
    /// At least this many are missing; records without any trace are not counted.
    pub lost: usize,
}

/// What could be saved of a damaged file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Salvaged {
    /// Events.
    pub events: Tally,
    /// Links.
    pub links: Tally,
    /// Sources.
    pub sources: Tally,
    /// Citations.
    pub citations: Tally,
    /// Claims.
    pub claims: Tally,
    /// Themes.
    pub themes: Tally,
    /// Categories.
    pub categories: Tally,
    /// Actors.
    pub actors: Tally,
    /// Places.
    pub places: Tally,
    /// Datasets.
    pub datasets: Tally,
    /// Link types.
    pub link_types: Tally,
    /// Scales of likelihood.
    pub scales: Tally,
    /// Market and reference series.
    pub series: Tally,
    /// Weights of the risk index.
    pub weights: Tally,
    /// Nodes pinned by hand.
    pub pins: Tally,
    /// Settings.
    pub settings: Tally,
    /// What may differ from the original, one sentence each, to be reviewed.
    pub doubtful: Vec<String>,
    /// True when the whole history is saved too, because only derived data are damaged.
    pub with_history: bool,
    /// What was dropped or replaced because of lost references, one sentence each.
    pub mended: Vec<String>,
}

impl Salvaged {
    /// Each kind with its plural name, in the order in which they are listed.
    #[must_use]
    pub fn tallies(&self) -> [(&'static str, Tally); 16] {
        [
            ("events", self.events),
            ("links", self.links),
            ("sources", self.sources),
            ("citations", self.citations),
            ("claims", self.claims),
            ("themes", self.themes),
            ("categories", self.categories),
            ("actors", self.actors),
            ("places", self.places),
            ("datasets", self.datasets),
            ("link types", self.link_types),
            ("scales", self.scales),
            ("series", self.series),
            ("weights", self.weights),
            ("pins", self.pins),
            ("settings", self.settings),
        ]
    }

    fn tally(&mut self, table: &str) -> Option<&mut Tally> {
        Some(match table {
            "event" => &mut self.events,
            "link" => &mut self.links,
            "source" => &mut self.sources,
            "citation" => &mut self.citations,
            "claim" => &mut self.claims,
            "theme" => &mut self.themes,
            "category" => &mut self.categories,
            "actor" => &mut self.actors,
            "place" => &mut self.places,
            "layer" => &mut self.datasets,
            "link_type" => &mut self.link_types,
            "scale" => &mut self.scales,
            "series" => &mut self.series,
            "weight" => &mut self.weights,
            "pin" | "pin_slot" => &mut self.pins,
            "setting" => &mut self.settings,
            _ => return None,
        })
    }
}

/// Saves what can be read of the file at `from` to a new file at `to`. Never overwrites, and does not change `from`.
///
/// # Errors
/// [`StoreError::NotAWorkspace`] when nothing of a workspace is found, [`StoreError::Newer`] when it has tables that this
/// program does not know, [`StoreError::Exists`] when something lies at `to`; otherwise what the system reports.
pub fn salvage(from: impl AsRef<Path>, to: impl AsRef<Path>) -> Result<Salvaged, StoreError> {
    let (from, to) = (from.as_ref(), to.as_ref());
    let file = file_name(from);
    if to.symlink_metadata().is_ok() {
        return Err(StoreError::Exists {
            file: file_name(to),
        });
    }
    let copy = guard::set_aside(from, &file)?;
    let mut saved = save(&copy.bytes, &file)?;
    if saved.is_all() && whole::saved(&copy, to).is_some_and(|it| it == saved.workspace) {
        saved.salvaged.with_history = true;
        return Ok(saved.salvaged);
    }
    let mut new = File::create(to)?;
    let name = format!("Recover what was readable in \"{file}\"");
    let written = new
        .change(&name, |edit| edit.put_workspace(&saved.workspace))
        .and_then(|_| new.read());
    if let Err(error) = written {
        drop(new);
        // This call has just created the file.
        let _ = std::fs::remove_file(to);
        return Err(error);
    }
    Ok(saved.salvaged)
}

/// What was saved.
struct Saved {
    workspace: Workspace,
    salvaged: Salvaged,
    survey: Survey,
}

impl Saved {
    /// True when every entry is unchanged.
    fn is_all(&self) -> bool {
        let told = &self.salvaged;
        let lost = told.tallies().iter().any(|it| it.1.lost > 0);
        !lost && told.doubtful.is_empty() && told.mended.is_empty()
    }
}

/// Builds a workspace from the bytes of a file, as far as possible.
fn save(bytes: &[u8], file: &str) -> Result<Saved, StoreError> {
    let of = |error| StoreError::of(file, &error);
    let survey = tree::survey(FilePages::of(bytes), pick::is_wanted);
    let (entries, parts, empty) = shape::shapes().map_err(of)?;
    refuse_newer(bytes, file, &survey, &empty)?;
    let picked = pick::pick(&survey, &entries, &parts);
    if picked.entries.values().all(|it| it.is_empty()) {
        return Err(StoreError::NotAWorkspace {
            file: file.to_owned(),
        });
    }
    let (mut workspace, remarks) = rebuild::rebuild(&empty, &entries, &picked).map_err(of)?;
    if workspace.name.is_empty() {
        let stem = Path::new(file).file_stem().unwrap_or_default();
        workspace.name = stem.to_string_lossy().chars().take(500).collect();
    }
    let mended = mend(&mut workspace);
    let mut salvaged = Salvaged {
        doubtful: remarks.iter().map(in_words).collect(),
        ..Salvaged::default()
    };
    for remark in &remarks {
        if let (Some(tally), true) = (salvaged.tally(remark.table), remark.fate != Fate::Lost) {
            tally.doubtful += 1;
        }
    }
    count(&mut salvaged, &workspace, &picked, &mended, &remarks);
    salvaged.mended = mended.remarks;
    Ok(Saved {
        workspace,
        salvaged,
        survey,
    })
}

/// An error for a newer file, of which unknown data would be lost silently; not for a version number that is only damaged.
fn refuse_newer(
    bytes: &[u8],
    file: &str,
    survey: &Survey,
    empty: &Connection,
) -> Result<(), StoreError> {
    let found = bytes
        .get(..64)
        .and_then(|it| page::four(it, 60))
        .map_or(0, i64::from);
    let known = |name: &String| {
        let listed = empty.query_row(
            "SELECT 1 FROM sqlite_schema WHERE name = ?1",
            [name],
            |_| Ok(()),
        );
        listed.is_ok()
    };
    if found > VERSION && survey.knows_tables && !survey.trees.keys().all(known) {
        return Err(StoreError::Newer {
            file: file.to_owned(),
            found,
            known: VERSION,
        });
    }
    Ok(())
}

/// What happened to an entry, as a sentence.
fn in_words(remark: &Remark) -> String {
    let table = remark.table.replace('_', " ");
    let which = format!(
        "{}{} {}",
        table[..1].to_uppercase(),
        &table[1..],
        remark.name
    );
    match remark.fate {
        Fate::Doubtful => {
            format!("{which} does not match its checksum: something in it is damaged.")
        }
        Fate::Earlier => {
            format!("{which} is damaged; an earlier version of it was found and saved.")
        }
        Fate::Emptied => format!("{which} is damaged; an invalid field was cleared."),
        Fate::Lost => format!("{which} is not valid and was left out."),
    }
}

/// Counts what was saved and what is known to be lost.
fn count(
    salvaged: &mut Salvaged,
    workspace: &Workspace,
    picked: &Picked,
    mended: &mend::Mended,
    remarks: &[Remark],
) {
    for table in ALL.iter().map(|it| it.name) {
        if kind(table) != table {
            continue;
        }
        let Some(tally) = salvaged.tally(table) else {
            continue;
        };
        let (found, saved) = saved(workspace, table);
        tally.found = found;
        let known = known(picked, mended, table);
        let without_number = |it: &&Remark| it.fate == Fate::Lost && saved.is_empty();
        let of_table = remarks.iter().filter(|it| kind(it.table) == table);
        tally.lost = known.difference(&saved).count() + of_table.filter(without_number).count();
        // A placeholder does not count as saved.
        let stand_ins = mended
            .missing
            .get(table)
            .map_or(0, |it| it.intersection(&saved).count());
        tally.found -= stand_ins;
        tally.lost += stand_ins;
    }
}

/// The table that its rows are counted with: pins of version 3 become pins of today.
fn kind(table: &'static str) -> &'static str {
    if table == "pin" { "pin_slot" } else { table }
}

/// How many rows of a table were saved, and their ids where they have any.
fn saved(workspace: &Workspace, table: &str) -> (usize, BTreeSet<i64>) {
    let numbers: BTreeSet<i64> = match table {
        "event" => workspace.events.iter().map(|it| it.id.0).collect(),
        "link" => workspace.links.iter().map(|it| it.id.0).collect(),
        "source" => workspace.sources.iter().map(|it| it.id.0).collect(),
        "citation" => workspace.citations.iter().map(|it| it.id.0).collect(),
        "claim" => workspace.claims.iter().map(|it| it.id.0).collect(),
        "theme" => workspace.themes.iter().map(|it| it.id.0).collect(),
        "category" => workspace.categories.iter().map(|it| it.id.0).collect(),
        "actor" => workspace.actors.iter().map(|it| it.id.0).collect(),
        "place" => workspace.places.iter().map(|it| it.id.0).collect(),
        "layer" => workspace.datasets.iter().map(|it| it.id.0).collect(),
        "link_type" => return (workspace.link_types.len(), BTreeSet::new()),
        "series" => workspace.series.iter().map(|it| it.id.0).collect(),
        "weight" => return (workspace.weights.all().count(), BTreeSet::new()),
        "pin_slot" => return (workspace.pins.all().count(), BTreeSet::new()),
        "setting" => return (workspace.settings.all().count(), BTreeSet::new()),
        "scale" => return (workspace.scales.len(), BTreeSet::new()),
        _ => BTreeSet::new(),
    };
    (numbers.len(), numbers)
}

/// Ids that a table must have had: those that two of its indexes, or its only one, agree on, those that are referred to,
/// and those of invalid rows.
fn known(picked: &Picked, mended: &mend::Mended, table: &str) -> BTreeSet<i64> {
    let indexes = picked.indexed.get(table).map_or(&[][..], Vec::as_slice);
    let least = indexes.len().min(2);
    let listed = indexes.iter().flatten().copied();
    let mut known: BTreeSet<i64> = listed
        .filter(|number| indexes.iter().filter(|it| it.contains(number)).count() >= least)
        .collect();
    let numbers = picked
        .entries
        .get(table)
        .into_iter()
        .flat_map(|it| it.keys());
    known.extend(numbers.filter_map(|it| match it {
        pick::Key::Number(number) => Some(*number),
        pick::Key::Word(_) => None,
    }));
    for more in [&mended.dropped, &mended.missing] {
        known.extend(more.get(table).into_iter().flatten());
    }
    known
}
