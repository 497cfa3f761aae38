//! Events, links and citations as tables.

use model::{Citation, Event, Link, Target};

use super::{Picked, iso};

/// Which table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableKind {
    /// A row for each event.
    Events,
    /// A row for each link.
    Links,
    /// A row for each citation.
    Citations,
}

impl TableKind {
    /// All of them, in the order of a workbook's sheets.
    pub const ALL: [Self; 3] = [Self::Events, Self::Links, Self::Citations];

    /// The word for it: the name of its sheet.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::Links => "links",
            Self::Citations => "citations",
        }
    }
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A whole number.
    Number(i64),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// A table with a head.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Names of the columns.
    pub head: &'static [&'static str],
    /// Rows, each as long as the head.
    pub rows: Vec<Vec<Cell>>,
}

const EVENTS: [&str; 23] = [
    "id",
    "handle",
    "kind",
    "status",
    "title",
    "date",
    "edtf",
    "start_earliest",
    "start_latest",
    "end_earliest",
    "end_latest",
    "category",
    "severity",
    "tone",
    "likelihood",
    "confidence",
    "themes",
    "actors",
    "places",
    "figures",
    "tags",
    "sources",
    "summary",
];
const LINKS: [&str; 14] = [
    "id",
    "cause",
    "cause_title",
    "effect",
    "effect_title",
    "type",
    "sign",
    "wording",
    "confidence",
    "strength",
    "lag_days",
    "basis",
    "note",
    "sources",
];
const CITATIONS: [&str; 12] = [
    "id",
    "source",
    "outlet",
    "title",
    "published",
    "reliability",
    "about",
    "quote",
    "locator",
    "credibility",
    "stance",
    "address",
];

/// The table of what is picked.
#[must_use]
pub fn table(picked: &Picked<'_>, kind: TableKind) -> Table {
    match kind {
        TableKind::Events => Table {
            head: &EVENTS,
            rows: picked.events.iter().map(|it| event(picked, it)).collect(),
        },
        TableKind::Links => Table {
            head: &LINKS,
            rows: picked.links.iter().map(|it| link(picked, it)).collect(),
        },
        TableKind::Citations => Table {
            head: &CITATIONS,
            rows: cited(picked),
        },
    }
}

fn event(picked: &Picked<'_>, it: &Event) -> Vec<Cell> {
    let bounds = it.date.as_ref().map(|it| it.bounds).unwrap_or_default();
    let figure = |it: &model::Figure| {
        format!("{}: {} {}", it.name, it.value, it.unit)
            .trim()
            .to_owned()
    };
    let figures: Vec<String> = it.figures.iter().map(figure).collect();
    let category = it.category.and_then(|id| picked.workspace.category(id));
    vec![
        it.id.to_string().into(),
        it.handle.as_str().into(),
        it.kind.word().into(),
        it.status.word().into(),
        it.title.as_str().into(),
        super::words(it).into(),
        it.date
            .as_ref()
            .map(|it| it.edtf.to_string())
            .unwrap_or_default()
            .into(),
        iso(bounds.start_earliest).into(),
        iso(bounds.start_latest).into(),
        iso(bounds.end_earliest).into(),
        iso(bounds.end_latest).into(),
        category.map_or("", |it| it.name.as_str()).into(),
        Cell::Number(it.severity.into()),
        it.tone.word().into(),
        it.likelihood.as_ref().map_or("", |it| it.0.as_str()).into(),
        it.confidence.map_or("", model::Confidence::word).into(),
        picked.themes(it).join("; ").into(),
        picked.actors(it).join("; ").into(),
        picked.places(it).join("; ").into(),
        figures.join("; ").into(),
        it.tags.join("; ").into(),
        picked.handles(Target::Event(it.id)).into(),
        it.summary.as_str().into(),
    ]
}

fn link(picked: &Picked<'_>, it: &Link) -> Vec<Cell> {
    vec![
        it.id.to_string().into(),
        picked.handle(it.cause).into(),
        picked.title(it.cause).into(),
        picked.handle(it.effect).into(),
        picked.title(it.effect).into(),
        it.link_type.as_str().into(),
        picked.sign(it).into(),
        it.wording.as_str().into(),
        it.confidence.word().into(),
        it.strength.map_or("", model::Strength::word).into(),
        it.lag_days
            .map_or_else(|| "".into(), |days| Cell::Number(days.into())),
        it.basis.word().into(),
        it.note.as_str().into(),
        picked.handles(Target::Link(it.id)).into(),
    ]
}

/// Citations of events, links and claims that are picked, in the order of their ids.
fn cited(picked: &Picked<'_>) -> Vec<Vec<Cell>> {
    let about = |target: Target| match target {
        Target::Event(id) => picked
            .events
            .iter()
            .find(|it| it.id == id)
            .map(|it| it.handle.clone()),
        Target::Link(id) => {
            let link = picked.links.iter().find(|it| it.id == id)?;
            Some(format!(
                "{} {} {}",
                picked.handle(link.cause),
                picked.label(link),
                picked.handle(link.effect)
            ))
        }
        Target::Claim(id) => {
            let claim = picked.workspace.claims.iter().find(|it| it.id == id)?;
            let event = picked.events.iter().find(|it| it.id == claim.event)?;
            Some(format!(
                "{}, {}: {}",
                event.handle, claim.field, claim.value
            ))
        }
    };
    let row = |it: &Citation| Some(citation(picked, it, about(it.target)?));
    picked.workspace.citations.iter().filter_map(row).collect()
}

fn citation(picked: &Picked<'_>, it: &Citation, about: String) -> Vec<Cell> {
    let source = picked.sources.get(&it.source);
    let text = |of: fn(&model::Source) -> &str| Cell::from(source.map_or("", |it| of(it)));
    let published = source.and_then(|it| it.published.as_ref());
    let letter = source.and_then(|it| it.reliability);
    vec![
        it.id.to_string().into(),
        text(|it| &it.handle),
        text(|it| &it.outlet),
        text(|it| &it.title),
        published.map_or("", |it| it.words.as_str()).into(),
        letter.map_or("", model::Reliability::word).into(),
        about.into(),
        it.quote.as_str().into(),
        it.locator.as_str().into(),
        it.credibility.map_or("", model::Credibility::word).into(),
        it.stance.word().into(),
        text(|it| &it.address),
    ]
}

/// A table as CSV (RFC 4180) in UTF-8 with its mark, so that spreadsheets take it for what it is.
///
/// A text that a spreadsheet would take for a formula, because it begins with =, +, -, @ of either width, a tab or a line end,
/// gets an apostrophe before it (OWASP, CSV Injection).
#[must_use]
pub fn csv(table: &Table) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    // A vector takes whatever is written.
    let _ = writer.write_record(table.head);
    for row in &table.rows {
        let _ = writer.write_record(row.iter().map(|it| match it {
            Cell::Text(text) => defused(text),
            Cell::Number(number) => number.to_string(),
        }));
    }
    writer.into_inner().unwrap_or_default()
}

/// What a formula begins with.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];

fn defused(text: &str) -> String {
    match text.starts_with(FORMULA) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}
