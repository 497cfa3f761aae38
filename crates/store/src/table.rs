//! The tables of the analyst's data: columns in order, how a row is written, and which tables hold parts of others.

use std::fmt::Display;
use std::sync::OnceLock;

/// A table of records: each row is sealed together with its parts and written as a whole.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    /// Its columns in the order of the schema, the key first, without the seal that comes after them.
    pub(crate) columns: &'static [&'static str],
    /// The tables with parts of a row, in the order in which a seal adds them.
    pub(crate) parts: &'static [&'static PartTable],
    put: OnceLock<String>,
}

/// A table of rows that are parts of a record, numbered from 0.
#[derive(Debug)]
pub(crate) struct PartTable {
    pub(crate) name: &'static str,
    /// The column with the owner.
    pub(crate) owner: &'static str,
    /// The columns after owner and position.
    pub(crate) columns: &'static [&'static str],
    put: OnceLock<String>,
    cut: OnceLock<String>,
}

impl Table {
    const fn new(
        name: &'static str,
        columns: &'static [&'static str],
        parts: &'static [&'static PartTable],
    ) -> Self {
        Self {
            name,
            columns,
            parts,
            put: OnceLock::new(),
        }
    }

    pub(crate) fn key(&self) -> &'static str {
        self.columns[0]
    }

    /// The statement that inserts a row or updates the one with its key: the columns, then the seal.
    pub(crate) fn put(&self) -> &str {
        // Not INSERT OR REPLACE: it would delete the row first, and what refers to it with it.
        self.put.get_or_init(|| {
            let all = || self.columns.iter().chain(&["seal"]);
            let names = joined(", ", all().map(|it| format!("\"{it}\"")));
            let values = joined(", ", (1..=all().count()).map(|it| format!("?{it}")));
            let renewed = all().skip(1).map(|it| format!("\"{it}\" = excluded.\"{it}\""));
            let (name, key, renewed) = (self.name, self.key(), joined(", ", renewed));
            format!("INSERT INTO {name} ({names}) VALUES ({values}) ON CONFLICT ({key}) DO UPDATE SET {renewed}")
        })
    }

    /// "SELECT columns, seal FROM table", followed by `rest`.
    pub(crate) fn select(&self, rest: &str) -> String {
        let names = joined(", ", self.columns.iter().map(|it| format!("\"{it}\"")));
        format!("SELECT {names}, seal FROM {} {rest}", self.name)
    }
}

impl PartTable {
    const fn new(
        name: &'static str,
        owner: &'static str,
        columns: &'static [&'static str],
    ) -> Self {
        Self {
            name,
            owner,
            columns,
            put: OnceLock::new(),
            cut: OnceLock::new(),
        }
    }

    /// The statement that writes a row: owner, position, then the columns. An unchanged row is not written, because writing
    /// the actors of an event updates its search index.
    pub(crate) fn put(&self) -> &str {
        self.put.get_or_init(|| {
            let (name, owner, columns) = (self.name, self.owner, self.columns);
            let values = joined(", ", (1..=columns.len() + 2).map(|it| format!("?{it}")));
            let renewed = columns.iter().map(|it| format!("{it} = excluded.{it}"));
            let differs = columns
                .iter()
                .map(|it| format!("{name}.{it} <> excluded.{it}"));
            format!(
                "INSERT INTO {name} ({owner}, position, {}) VALUES ({values})
                 ON CONFLICT ({owner}, position) DO UPDATE SET {} WHERE {}",
                columns.join(", "),
                joined(", ", renewed),
                joined(" OR ", differs),
            )
        })
    }

    /// The statement that deletes the rows of an owner from a position on.
    pub(crate) fn cut(&self) -> &str {
        self.cut.get_or_init(|| {
            let (name, owner) = (self.name, self.owner);
            format!("DELETE FROM {name} WHERE {owner} = ?1 AND position >= ?2")
        })
    }

    /// "SELECT owner, position, columns FROM table", and then `rest`.
    pub(crate) fn select(&self, rest: &str) -> String {
        let (name, owner, columns) = (self.name, self.owner, self.columns.join(", "));
        format!("SELECT {owner}, position, {columns} FROM {name} {rest}")
    }
}

fn joined<T: Display>(between: &str, all: impl Iterator<Item = T>) -> String {
    all.map(|it| it.to_string())
        .collect::<Vec<_>>()
        .join(between)
}

pub(crate) static EVENT_THEME: PartTable = PartTable::new("event_theme", "event", &["theme"]);
pub(crate) static EVENT_ACTOR: PartTable =
    PartTable::new("event_actor", "event", &["actor", "role"]);
pub(crate) static EVENT_PLACE: PartTable = PartTable::new("event_place", "event", &["place"]);
pub(crate) static EVENT_FIGURE: PartTable =
    PartTable::new("event_figure", "event", &["name", "value", "unit"]);
pub(crate) static EVENT_TAG: PartTable = PartTable::new("event_tag", "event", &["tag"]);
pub(crate) static SCALE_WORD: PartTable = PartTable::new(
    "scale_word",
    "scale",
    &["word", "low_percent", "high_percent"],
);

pub(crate) static WORKSPACE: Table = Table::new("workspace", &["id", "name", "as_of"], &[]);
pub(crate) static THEME: Table = Table::new(
    "theme",
    &["id", "handle", "name", "parent", "hue", "position"],
    &[],
);
pub(crate) static CATEGORY: Table = Table::new(
    "category",
    &["id", "handle", "name", "parent", "cameo", "plover"],
    &[],
);
pub(crate) static ACTOR: Table =
    Table::new("actor", &["id", "handle", "name", "parent", "country"], &[]);
pub(crate) static PLACE: Table = Table::new(
    "place",
    &["id", "name", "latitude_deg", "longitude_deg", "country"],
    &[],
);
/// Datasets, by the name that the table has had from the first.
pub(crate) static LAYER: Table = Table::new("layer", &["id", "name", "on"], &[]);
pub(crate) static SCALE: Table = Table::new("scale", &["name", "position"], &[&SCALE_WORD]);
pub(crate) static LINK_TYPE: Table = Table::new(
    "link_type",
    &[
        "handle",
        "label",
        "sign",
        "order_rule",
        "what_if",
        "meaning",
        "position",
    ],
    &[],
);
pub(crate) static EVENT: Table = Table::new(
    "event",
    &[
        "id",
        "handle",
        "kind",
        "status",
        "title",
        "summary",
        "date_words",
        "date_edtf",
        "start_earliest_day",
        "start_earliest_second",
        "start_latest_day",
        "start_latest_second",
        "end_earliest_day",
        "end_earliest_second",
        "end_latest_day",
        "end_latest_second",
        "date_note",
        "category",
        "cameo",
        "plover",
        "severity",
        "tone",
        "likelihood",
        "confidence",
        "layer",
        "concerns",
    ],
    &[
        &EVENT_THEME,
        &EVENT_ACTOR,
        &EVENT_PLACE,
        &EVENT_FIGURE,
        &EVENT_TAG,
    ],
);
pub(crate) static LINK: Table = Table::new(
    "link",
    &[
        "id",
        "cause",
        "effect",
        "link_type",
        "wording",
        "strength",
        "confidence",
        "lag_days",
        "basis",
        "note",
        "rivals",
    ],
    &[],
);
pub(crate) static SOURCE: Table = Table::new(
    "source",
    &[
        "id",
        "handle",
        "outlet",
        "title",
        "author",
        "published_words",
        "published_edtf",
        "published_start_earliest_day",
        "published_start_earliest_second",
        "published_start_latest_day",
        "published_start_latest_second",
        "published_end_earliest_day",
        "published_end_earliest_second",
        "published_end_latest_day",
        "published_end_latest_second",
        "read_words",
        "read_edtf",
        "read_start_earliest_day",
        "read_start_earliest_second",
        "read_start_latest_day",
        "read_start_latest_second",
        "read_end_earliest_day",
        "read_end_earliest_second",
        "read_end_latest_day",
        "read_end_latest_second",
        "address",
        "reliability",
    ],
    &[],
);
pub(crate) static CLAIM: Table =
    Table::new("claim", &["id", "event", "field", "value", "adopted"], &[]);
pub(crate) static CITATION: Table = Table::new(
    "citation",
    &[
        "id",
        "source",
        "event",
        "claim",
        "link",
        "quote",
        "locator",
        "credibility",
        "stance",
    ],
    &[],
);

pub(crate) static SERIES: Table = Table::new(
    "series",
    &[
        "id", "handle", "name", "unit", "measure", "closes", "origin", "points",
    ],
    &[],
);
pub(crate) static WEIGHT: Table = Table::new("weight", &["name", "value"], &[]);
/// Pins in pixels, of steps of version 3; empty otherwise.
pub(crate) static PIN: Table = Table::new("pin", &["node", "x", "y"], &[]);
pub(crate) static PIN_SLOT: Table = Table::new("pin_slot", &["node", "row", "after"], &[]);
pub(crate) static SETTING: Table = Table::new("setting", &["key", "value"], &[]);

/// How charts were laid out last: outside of the history, so not among [`ALL`].
pub(crate) static HINT: Table = Table::new("hint", &["board", "rows"], &[]);

/// All tables, those with references before those they refer to: undo and redo write table by table in this order, so
/// that nothing is deleted by a cascade.
pub(crate) static ALL: [&Table; 18] = [
    &CITATION, &CLAIM, &LINK, &EVENT, &SOURCE, &LINK_TYPE, &SCALE, &THEME, &CATEGORY, &ACTOR,
    &PLACE, &LAYER, &SERIES, &WEIGHT, &PIN, &PIN_SLOT, &SETTING, &WORKSPACE,
];

/// Names of all tables that the history records, in the order of [`ALL`], parts before what they are part of.
pub(crate) fn recorded() -> impl Iterator<Item = &'static str> {
    ALL.iter()
        .flat_map(|it| it.parts.iter().map(|part| part.name).chain([it.name]))
}
