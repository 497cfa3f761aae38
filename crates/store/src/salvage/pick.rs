//! Selects the rows that are as they were written, judging by their seals.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::Value;

use super::shape::{EntryShape, Fit, PartShape};
use super::tree::{Raw, Survey};
use crate::seal;
use crate::table::{ALL, Table};

/// The key of an entry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Number(i64),
    Word(String),
}

impl Key {
    fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Integer(it) => Some(Self::Number(*it)),
            Value::Text(it) => Some(Self::Word(it.clone())),
            _ => None,
        }
    }
}

/// How far an entry can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    /// Its seal matches.
    Sealed,
    /// The file has no seals.
    Unsealed,
    /// Its seal does not match.
    Doubtful,
    /// Its current row was damaged; this is an earlier version that was found elsewhere.
    Earlier,
}

/// An entry, with the values of its parts in their order, table by table.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) values: Vec<Value>,
    pub(super) parts: Vec<Vec<Vec<Value>>>,
    pub(super) trust: Trust,
}

/// The selected entries.
#[derive(Debug, Default)]
pub(super) struct Picked {
    /// By table and key.
    pub(super) entries: BTreeMap<&'static str, BTreeMap<Key, Entry>>,
    /// Ids that must have been in a table although there is no row, because indexes have them.
    pub(super) indexed: BTreeMap<&'static str, Vec<BTreeSet<i64>>>,
}

/// The rows of a table of parts by the page that they are on, or together where they are in their place.
type Options = BTreeMap<Option<u32>, BTreeMap<i64, Vec<Value>>>;

/// A row that may be an entry.
struct Candidate {
    fit: Fit,
    in_place: bool,
    is_carved: bool,
}

/// What is known about the table of an entry.
#[derive(Clone, Copy)]
struct WhereFrom {
    /// Rows may be elsewhere than in their table.
    hurt: bool,
    /// The file is of a version in which everything has a seal.
    has_seals: bool,
}

/// The most combinations of parts to try for one entry.
const MOST_TRIES: usize = 200;

/// Assigns the rows of `survey` to tables and takes the best version of each.
pub(super) fn pick(survey: &Survey, entries: &[EntryShape], parts: &[PartShape]) -> Picked {
    let mut picked = Picked::default();
    let has_seals = has_seals(survey, entries);
    let parts = parts_found(survey, parts);
    for shape in entries {
        let table = shape.table;
        let where_from = WhereFrom {
            hurt: is_hurt(survey, table.name),
            has_seals,
        };
        let mut best = BTreeMap::new();
        for (key, candidates) in candidates(survey, shape) {
            let of_entry = |part: &&str| parts.get(*part).and_then(|it| it.get(&key));
            let options: Vec<_> = table.parts.iter().map(|it| of_entry(&it.name)).collect();
            if let Some(entry) = best_of(table, &candidates, &options, where_from) {
                best.insert(key, entry);
            }
        }
        picked.entries.insert(table.name, best);
        picked.indexed.insert(table.name, indexed(survey, shape));
    }
    picked
}

/// True when any row has the seal that it should have.
fn has_seals(survey: &Survey, entries: &[EntryShape]) -> bool {
    let rows = survey.trees.values().flat_map(|it| &it.rows);
    rows.chain(&survey.strays).any(|row| {
        let without_parts = entries.iter().filter(|it| it.table.parts.is_empty());
        without_parts
            .filter_map(|it| Some((it.table, it.fit(row.number, &row.values)?)))
            .any(|(table, it)| it.seal == Some(seal_of(table, &it.values, &[])))
    })
}

/// True when rows of a table may be elsewhere.
fn is_hurt(survey: &Survey, table: &str) -> bool {
    survey
        .trees
        .get(table)
        .is_none_or(|tree| !tree.bad_pages.is_empty())
}

/// Every row that could belong to the table, by key; those found in the table first.
fn candidates(survey: &Survey, shape: &EntryShape) -> BTreeMap<Key, Vec<Candidate>> {
    let mut all: BTreeMap<Key, Vec<Candidate>> = BTreeMap::new();
    let in_place = survey.trees.get(shape.table.name);
    let in_place = in_place.into_iter().flat_map(|it| &it.rows);
    let rows = in_place.map(|it| (it, true));
    for (row, in_place) in rows.chain(survey.strays.iter().map(|it| (it, false))) {
        let Some(fit) = shape.fit(row.number, &row.values) else {
            continue;
        };
        if let Some(key) = fit.values.first().and_then(Key::of) {
            all.entry(key).or_default().push(Candidate {
                fit,
                in_place,
                is_carved: row.is_carved,
            });
        }
    }
    all
}

/// The parts of an entry, table by table.
type Lists = Vec<Vec<Vec<Value>>>;

/// The rows of the tables of parts, by table and owner.
fn parts_found(
    survey: &Survey,
    shapes: &[PartShape],
) -> BTreeMap<&'static str, BTreeMap<Key, Options>> {
    let mut all: BTreeMap<&'static str, BTreeMap<Key, Options>> = BTreeMap::new();
    for shape in shapes {
        let name = shape.part.name;
        let of_table = all.entry(name).or_default();
        let mut add = |row: &Raw, page: Option<u32>| {
            let Some(values) = shape.fit(&row.values).filter(|_| row.number.is_none()) else {
                return;
            };
            if let (Some(owner), Value::Integer(position)) = (Key::of(&values[0]), &values[1]) {
                let of_owner = of_table.entry(owner).or_default();
                let of_page = of_owner.entry(page).or_default();
                of_page
                    .entry(*position)
                    .or_insert_with(|| values[2..].to_vec());
            }
        };
        let in_place = survey.trees.get(name).map(|it| &it.rows);
        in_place
            .into_iter()
            .flatten()
            .for_each(|row| add(row, None));
        if is_hurt(survey, name) {
            survey
                .strays
                .iter()
                .for_each(|row| add(row, Some(row.page)));
        }
    }
    all
}

/// The best of the rows with the same key.
fn best_of(
    table: &'static Table,
    candidates: &[Candidate],
    options: &[Option<&Options>],
    where_from: WhereFrom,
) -> Option<Entry> {
    let in_place = candidates.iter().any(|it| it.in_place);
    let entry = |it: &Candidate, parts: Lists, trust| Entry {
        values: it.fit.values.clone(),
        parts,
        trust,
    };
    for parts in lists(options) {
        // If the table is intact, a row found elsewhere was deleted.
        let allowed = |it: &&Candidate| it.in_place || in_place || where_from.hurt;
        let sealed = |it: &&Candidate| {
            it.fit
                .seal
                .is_some_and(|seal| seal == seal_of(table, &it.fit.values, &parts))
        };
        if let Some(it) = candidates.iter().filter(allowed).find(sealed) {
            let trust = if it.in_place || !in_place {
                Trust::Sealed
            } else {
                Trust::Earlier
            };
            return Some(entry(it, parts, trust));
        }
    }
    let elsewhere = |it: &Candidate| {
        // Where everything has a seal, a row without one is left over from an older version.
        where_from.hurt && !it.is_carved && it.fit.seal.is_some() == where_from.has_seals
    };
    let found = candidates.iter().find(|it| it.in_place || elsewhere(it))?;
    let trust = if found.fit.seal.is_some() {
        Trust::Doubtful
    } else {
        Trust::Unsealed
    };
    Some(entry(found, lists(options).next()?, trust))
}

/// The possible combinations of the parts of an entry, the likeliest first: those in their tables, then those from other
/// pages.
fn lists(options: &[Option<&Options>]) -> impl Iterator<Item = Lists> {
    let ways: Vec<_> = options.iter().map(|it| ways(*it)).collect();
    let count = ways.iter().map(Vec::len).product::<usize>().min(MOST_TRIES);
    (0..count).map(move |number| {
        let mut rest = number;
        let pick = |of_table: &Vec<Vec<Vec<Value>>>| {
            let way = rest % of_table.len();
            rest /= of_table.len();
            of_table[way].clone()
        };
        ways.iter().map(pick).collect()
    })
}

/// The possible combinations of the parts of one table.
fn ways(of_table: Option<&Options>) -> Vec<Vec<Vec<Value>>> {
    let of_table = of_table.into_iter().flatten();
    let (mut ways, mut together) = (Vec::new(), BTreeMap::new());
    for (page, rows) in of_table {
        if ways.is_empty() && page.is_some() {
            ways.push(Vec::new());
        }
        ways.push(rows.values().cloned().collect());
        for (position, values) in rows {
            together.entry(*position).or_insert_with(|| values.clone());
        }
    }
    if ways.len() != 1 {
        ways.push(together.into_values().collect());
        ways.dedup();
    }
    ways
}

/// The seal that an entry with these parts has.
pub(super) fn seal_of(table: &Table, values: &[Value], parts: &[Vec<Vec<Value>>]) -> i64 {
    let mut seal = seal::Seal::of(table.name);
    values.iter().for_each(|it| seal.add(it.into()));
    for rows in parts {
        seal.add_count(rows.len());
        rows.iter().flatten().for_each(|it| seal.add(it.into()));
    }
    seal.finish()
}

/// The row ids that each index of a table has.
fn indexed(survey: &Survey, shape: &EntryShape) -> Vec<BTreeSet<i64>> {
    if !shape.numbered {
        return Vec::new();
    }
    let indexes = survey.trees.values();
    let indexes = indexes.filter(|it| it.is_index && it.table == shape.table.name);
    indexes
        .map(|it| {
            let last = it.rows.iter().filter_map(|row| row.values.last());
            last.filter_map(|it| match it {
                Value::Integer(number) => Some(*number),
                _ => None,
            })
            .collect()
        })
        .collect()
}

/// True for the tables whose rows are searched for.
pub(super) fn is_wanted(table: &str) -> bool {
    ALL.iter()
        .any(|it| it.name == table || it.parts.iter().any(|part| part.name == table))
}
