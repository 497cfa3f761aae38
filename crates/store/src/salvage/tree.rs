//! Assigns pages to tables and collects their rows.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::Value;

use super::page::{FilePages, Kind};
use super::record;

/// A row as found.
#[derive(Debug, Clone)]
pub(super) struct Raw {
    /// Its row id, where rows have one.
    pub(super) number: Option<i64>,
    pub(super) values: Vec<Value>,
    /// The page on which it begins.
    pub(super) page: u32,
    /// Found on a page that is not valid as a whole.
    pub(super) is_carved: bool,
}

/// A table or an index as the schema names it.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// The table, or the table of the index.
    pub(super) table: String,
    pub(super) is_index: bool,
    pub(super) rows: Vec<Raw>,
    /// Pages that belong to it and cannot be read, and those on which a row cannot.
    pub(super) bad_pages: BTreeSet<u32>,
}

/// Everything found in the pages of a file.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// By name.
    pub(super) trees: BTreeMap<String, Tree>,
    /// Rows on pages that belong to no tree and are not known to be free.
    pub(super) strays: Vec<Raw>,
    /// Pages that no tree leads to, that are not known to be free, and that make no sense.
    pub(super) senseless: BTreeSet<u32>,
    /// False when the list of tables could not be read completely.
    pub(super) knows_tables: bool,
}

/// A tree in the list of tables.
struct Listed {
    name: String,
    table: String,
    is_index: bool,
    root: u32,
}

/// Trees are never deeper.
const DEEPEST: usize = 20;

/// Reads every page. Rows of trees that are not `wanted` are not kept.
pub(super) fn survey(pages: FilePages<'_>, wanted: impl Fn(&str) -> bool) -> Survey {
    let mut seen = Seen {
        pages,
        taken: BTreeSet::new(),
    };
    let mut schema = Tree::default();
    seen.walk(1, true, true, &mut schema);
    let mut survey = Survey {
        knows_tables: schema.bad_pages.is_empty() && !schema.rows.is_empty(),
        ..Survey::default()
    };
    let mut listed: Vec<_> = schema.rows.iter().filter_map(listed).collect();
    if !survey.knows_tables {
        listed.extend(everywhere(pages).iter().filter_map(self::listed));
    }
    for it in listed {
        let known = survey.trees.contains_key(&it.name);
        if known || it.root == 0 {
            continue;
        }
        let mut tree = Tree {
            table: it.table,
            is_index: it.is_index,
            ..Tree::default()
        };
        seen.walk(it.root, !it.is_index, wanted(&tree.table), &mut tree);
        survey.trees.insert(it.name, tree);
    }
    seen.strays(&mut survey);
    survey
}

fn listed(row: &Raw) -> Option<Listed> {
    let [
        Value::Text(kind),
        Value::Text(name),
        Value::Text(table),
        Value::Integer(root),
        _,
    ] = &row.values[..]
    else {
        return None;
    };
    Some(Listed {
        name: name.clone(),
        table: table.clone(),
        is_index: kind == "index",
        root: u32::try_from(*root).ok()?,
    })
}

/// Every row with a row id on any page.
fn everywhere(pages: FilePages<'_>) -> Vec<Raw> {
    let leaf = |page| {
        pages
            .node(page)
            .filter(|it| it.kind.leaf && it.kind.numbered)
    };
    (1..=pages.count())
        .filter_map(|page| leaf(page).map(|node| (page, node)))
        .flat_map(|(page, node)| rows(pages, page, node.kind, node.cells))
        .collect()
}

/// The valid rows that begin at `cells`.
fn rows(
    pages: FilePages<'_>,
    page: u32,
    kind: Kind,
    cells: Vec<usize>,
) -> impl Iterator<Item = Raw> {
    cells.into_iter().filter_map(move |at| {
        let cell = pages.cell(page, kind, at)?;
        Some(Raw {
            number: cell.row_number,
            values: record::values(&cell.row?)?,
            page,
            is_carved: false,
        })
    })
}

struct Seen<'a> {
    pages: FilePages<'a>,
    /// Pages that belong to a tree.
    taken: BTreeSet<u32>,
}

impl Seen<'_> {
    /// Follows a tree from its root. A table with row ids has other pages than an index; a table whose rows are their own keys
    /// is stored like an index.
    fn walk(&mut self, root: u32, may_be_numbered: bool, keep: bool, tree: &mut Tree) {
        let numbered = may_be_numbered && self.pages.node(root).is_none_or(|it| it.kind.numbered);
        let mut next = vec![(root, 0)];
        while let Some((page, depth)) = next.pop() {
            let node = self
                .pages
                .node(page)
                .filter(|it| it.kind.numbered == numbered);
            let Some(node) = node.filter(|_| depth < DEEPEST && !self.taken.contains(&page)) else {
                tree.bad_pages.insert(page);
                continue;
            };
            self.taken.insert(page);
            let mut children = Vec::new();
            for at in node.cells {
                if !self.cell(page, node.kind, at, keep, tree, &mut children) {
                    tree.bad_pages.insert(page);
                }
            }
            children.extend(node.last_child);
            next.extend(children.into_iter().rev().map(|it| (it, depth + 1)));
        }
    }

    /// Adds one cell; false when it is not valid.
    fn cell(
        &mut self,
        page: u32,
        kind: Kind,
        at: usize,
        keep: bool,
        tree: &mut Tree,
        children: &mut Vec<u32>,
    ) -> bool {
        let Some(cell) = self.pages.cell(page, kind, at) else {
            return false;
        };
        children.extend(cell.child);
        self.taken.extend(cell.spilled);
        let Some(row) = cell.row.filter(|_| keep) else {
            return true;
        };
        let Some(values) = record::values(&row) else {
            return false;
        };
        tree.rows.push(Raw {
            number: cell.row_number,
            values,
            page,
            is_carved: false,
        });
        true
    }

    /// Reads the pages that belong to no tree.
    fn strays(&self, survey: &mut Survey) {
        let free: BTreeSet<u32> = self.pages.free().into_iter().collect();
        for page in 1..=self.pages.count() {
            if self.taken.contains(&page) || free.contains(&page) {
                continue;
            }
            let found = match self.pages.node(page) {
                Some(node) => rows(self.pages, page, node.kind, node.cells).collect(),
                None => {
                    survey.senseless.insert(page);
                    carved(self.pages, page)
                }
            };
            survey.strays.extend(found);
        }
    }
}

/// Rows on a page whose header is lost: anything that could be a row, at every byte. Only a seal can confirm them.
fn carved(pages: FilePages<'_>, page: u32) -> Vec<Raw> {
    let kind = |numbered| Kind {
        numbered,
        leaf: true,
    };
    [kind(true), kind(false)]
        .into_iter()
        .flat_map(|kind| rows(pages, page, kind, pages.possible_cells(page, kind)))
        .filter(|it| it.values.len() > 2)
        .map(|it| Raw {
            is_carved: true,
            ..it
        })
        .collect()
}
