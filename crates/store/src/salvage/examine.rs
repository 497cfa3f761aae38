//! What is wrong with a file, in plain sentences.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::Connection;

use super::page::{self, FilePages};
use super::tree::{Survey, Tree};
use super::{Salvaged, save};
use crate::error::StoreError;
use crate::file::file_name;
use crate::guard::{self, SetAside};
use crate::{history, read, search};

/// The result of examining a file.
#[derive(Debug, Clone)]
pub struct Examination {
    /// Its name without the folder.
    pub file: String,
    /// What is wrong with it, one sentence each; nothing when it is whole.
    pub wrong: Vec<String>,
    /// True when it opens and every entry matches its seal: what is wrong is in data that [`crate::File::rebuild`] rebuilds,
    /// or in steps of the history.
    pub has_all_entries: bool,
    /// What could be saved of it; all of it, when nothing is wrong.
    pub readable: Salvaged,
}

impl Examination {
    /// True when nothing is wrong.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.wrong.is_empty()
    }
}

/// The most findings of SQLite that are reported.
const MOST_FINDINGS: usize = 10;

/// A file that claims more pages has a damaged header, not a missing end.
const MOST_PAGES: u32 = 100_000_000;

/// Examines the file at `path` thoroughly without changing it. Takes longer than opening.
///
/// # Errors
/// [`StoreError`] when the file cannot be read at all, or is not a workspace.
pub fn examine(path: impl AsRef<Path>) -> Result<Examination, StoreError> {
    let file = file_name(path.as_ref());
    let copy = guard::set_aside(path.as_ref(), &file)?;
    let saved = save(&copy.bytes, &file)?;
    let mut wrong = copy.wrong.clone();
    let mut has_all_entries = saved.is_all();
    match opens(&copy, &file) {
        Ok(findings) => wrong.extend(findings),
        Err(error) => {
            has_all_entries = false;
            wrong.push(format!("It cannot be opened: {}.", what(&error)));
        }
    }
    wrong.extend(length(&copy.bytes));
    wrong.extend(in_pages(&saved.survey));
    wrong.extend(saved.salvaged.doubtful.iter().cloned());
    wrong.extend(saved.salvaged.mended.iter().cloned());
    Ok(Examination {
        file,
        wrong,
        has_all_entries,
        readable: saved.salvaged,
    })
}

/// Opens the copy normally and lets SQLite check everything; returns findings as sentences.
fn opens(copy: &SetAside, file: &str) -> Result<Vec<String>, StoreError> {
    let opened = guard::open(copy.path(), file)?;
    opened.pages.settle()?;
    let db = opened.db;
    let of = |error| StoreError::of(file, &error);
    let mut findings = Vec::new();
    // Seals are reported entry by entry; anything else is found here.
    if let Err(error) = read::workspace(&db) {
        findings.push(format!(
            "It opens, but cannot be read: {}.",
            what(&of(error))
        ));
    }
    // Findings about the search index are reported below.
    let bad = checked(&db)
        .into_iter()
        .filter(|it| it != "ok" && !guard::is_of_index(it));
    findings.extend(bad.map(|it| format!("SQLite reports: {it}.")));
    if let Err(error) = guard::references(&db, file) {
        findings.push(format!("Something is missing: {}.", what(&error)));
    }
    for board in read::damaged_hints(&db).map_err(of)? {
        findings.push(format!(
            "The stored layout of chart \"{board}\" is damaged: the chart is laid out from scratch. It can be rebuilt."
        ));
    }
    // What undo and search would refuse.
    let parts = [
        ("history", history::findings(&db)),
        ("search index", search::findings(&db)),
    ];
    for (part, found) in parts {
        match found {
            Ok(found) => findings.extend(found),
            Err(error) => findings.push(format!(
                "Its {part} cannot be checked: {}.",
                what(&of(error))
            )),
        }
    }
    Ok(findings)
}

/// The findings of SQLite, and the error that stopped it.
fn checked(db: &Connection) -> Vec<String> {
    let mut said = Vec::new();
    let mut check = || -> rusqlite::Result<()> {
        let mut check = db.prepare(&format!("PRAGMA integrity_check({MOST_FINDINGS})"))?;
        let mut rows = check.query([])?;
        while let Some(row) = rows.next()? {
            said.push(row.get(0)?);
        }
        Ok(())
    };
    if let Err(error) = check() {
        said.push(error.to_string());
    }
    said
}

/// The part of a message that says what is wrong, without the advice.
fn what(error: &StoreError) -> String {
    match error {
        StoreError::Damaged { detail, .. }
        | StoreError::Altered { detail, .. }
        | StoreError::System { detail, .. } => detail.clone(),
        StoreError::Newer { found, .. } => format!("it claims to be version {found}"),
        StoreError::NotAWorkspace { .. } => String::from("its header is not that of a workspace"),
        other => other.to_string(),
    }
}

/// Compares the length with the one in the header.
fn length(bytes: &[u8]) -> Option<String> {
    let pages = FilePages::of(bytes);
    if pages.is_ragged() {
        return Some(String::from(
            "It ends in the middle of a page: its end is missing.",
        ));
    }
    let says = pages.page(1).and_then(|it| page::four(it, 28))?;
    let missing = says.saturating_sub(pages.count());
    (missing > 0 && says < MOST_PAGES)
        .then(|| format!("Its end is missing: {missing} of {says} pages."))
}

/// What cannot be read, by kind.
fn in_pages(survey: &Survey) -> Vec<String> {
    let mut wrong = Vec::new();
    if !survey.knows_tables {
        wrong.push(String::from("The list of its tables is damaged."));
    }
    let mut bad: BTreeMap<String, usize> = BTreeMap::new();
    for (name, tree) in &survey.trees {
        let count = tree.bad_pages.len();
        if count > 0 {
            *bad.entry(plain(name, tree)).or_default() += count;
        }
    }
    wrong.extend(bad.into_iter().map(|(what, count)| match count {
        1 => format!("A page of {what} cannot be read."),
        _ => format!("{count} pages of {what} cannot be read."),
    }));
    wrong
}

/// The content of a table or index, in plain words.
fn plain(name: &str, tree: &Tree) -> String {
    let plural = |it: &str| match it {
        "category" => String::from("categories"),
        other => format!("{}s", other.replace('_', " ")),
    };
    let table = match tree.table.split_once('_') {
        _ if tree.table.starts_with("event_text") => {
            return String::from("the search index");
        }
        _ if tree.table.starts_with("step") || tree.table == "standing" => {
            return String::from("the history");
        }
        Some(("event", part)) => format!("the {} of events", plural(part)),
        Some(("scale", _)) => String::from("the words of scales"),
        _ => format!("the {}", plural(&tree.table)),
    };
    if tree.is_index || name != tree.table {
        return format!("an index of {table}, which can be rebuilt,");
    }
    table
}
