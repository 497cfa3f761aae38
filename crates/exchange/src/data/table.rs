//! Events, links and citations as tables.

use model::date::{Day, Moment};
use model::{Citation, Event, FuzzyDate, Link, Target};

use super::Picked;

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

/// A cell. Its origin decides whether a spreadsheet could mistake it for a formula.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Text typed by a person.
    Text(String),
    /// Text of the program: a fixed word, a sign, a date in EDTF. It is written unchanged.
    Fixed(String),
    /// A whole number.
    Number(i64),
    /// A day or a time, with its text for formats without dates.
    Moment(Moment, String),
}

impl Cell {
    /// Its text.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Text(text) | Self::Fixed(text) | Self::Moment(_, text) => text.clone(),
            Self::Number(number) => number.to_string(),
        }
    }

    fn fixed(word: &str) -> Self {
        Self::Fixed(word.to_owned())
    }

    /// An end of a date; empty where it is open.
    fn moment(it: Option<Moment>) -> Self {
        it.map_or_else(|| Self::fixed(""), |it| Self::Moment(it, it.to_string()))
    }

    /// A date in words; a whole day is a date for programs too.
    fn date(it: Option<&FuzzyDate>) -> Self {
        match it {
            None => Self::fixed(""),
            Some(it) => match it.edtf.as_day() {
                Some(day) => Self::Moment(Day::into(day), it.shown().into_owned()),
                None => it.shown().as_ref().into(),
            },
        }
    }
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

/// A table with a header.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Names of the columns.
    pub head: &'static [&'static str],
    /// Rows, each as long as the header.
    pub rows: Vec<Vec<Cell>>,
}

pub(super) const EVENTS: [&str; 24] = [
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
    "date_note",
];
pub(super) const LINKS: [&str; 15] = [
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
    "rivals",
];
/// Columns of whole numbers.
pub(super) const NUMBERS: [&str; 2] = ["severity", "lag_days"];
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

/// The table of the picked events.
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

pub(super) fn event(picked: &Picked<'_>, it: &Event) -> Vec<Cell> {
    let bounds = it.date.as_ref().map(|it| it.bounds).unwrap_or_default();
    let figure = |it: &model::Figure| {
        format!("{}: {} {}", it.name, it.value, it.unit)
            .trim()
            .to_owned()
    };
    let figures: Vec<String> = it.figures.iter().map(figure).collect();
    let category = it.category.and_then(|id| picked.workspace.category(id));
    let edtf = it.date.as_ref().map(|it| it.edtf.to_string());
    vec![
        Cell::Fixed(it.id.to_string()),
        it.handle.as_str().into(),
        Cell::fixed(it.kind.word()),
        Cell::fixed(it.status.word()),
        it.title.as_str().into(),
        super::words(it).as_ref().into(),
        Cell::Fixed(edtf.unwrap_or_default()),
        Cell::moment(bounds.start_earliest),
        Cell::moment(bounds.start_latest),
        Cell::moment(bounds.end_earliest),
        Cell::moment(bounds.end_latest),
        category.map_or("", |it| it.name.as_str()).into(),
        Cell::Number(it.severity.into()),
        Cell::fixed(it.tone.word()),
        it.likelihood.as_ref().map_or("", |it| it.0.as_str()).into(),
        Cell::fixed(it.confidence.map_or("", model::Confidence::word)),
        picked.themes(it).join("; ").into(),
        picked.actors(it).join("; ").into(),
        picked.places(it).join("; ").into(),
        figures.join("; ").into(),
        it.tags.join("; ").into(),
        picked.handles(Target::Event(it.id)).into(),
        it.summary.as_str().into(),
        it.date_note.as_str().into(),
    ]
}

pub(super) fn link(picked: &Picked<'_>, it: &Link) -> Vec<Cell> {
    vec![
        Cell::Fixed(it.id.to_string()),
        picked.handle(it.cause).into(),
        picked.title(it.cause).into(),
        picked.handle(it.effect).into(),
        picked.title(it.effect).into(),
        it.link_type.as_str().into(),
        Cell::fixed(picked.sign(it)),
        it.wording.as_str().into(),
        Cell::fixed(it.confidence.word()),
        Cell::fixed(it.strength.map_or("", model::Strength::word)),
        it.lag_days
            .map_or_else(|| Cell::fixed(""), |days| Cell::Number(days.into())),
        Cell::fixed(it.basis.word()),
        it.note.as_str().into(),
        picked.handles(Target::Link(it.id)).into(),
        it.rivals.as_str().into(),
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
        Cell::Fixed(it.id.to_string()),
        text(|it| &it.handle),
        text(|it| &it.outlet),
        text(|it| &it.title),
        Cell::date(published),
        Cell::fixed(letter.map_or("", model::Reliability::word)),
        about.into(),
        it.quote.as_str().into(),
        it.locator.as_str().into(),
        Cell::fixed(it.credibility.map_or("", model::Credibility::word)),
        Cell::fixed(it.stance.word()),
        text(|it| &it.address),
    ]
}

/// A table as CSV (RFC 4180) in UTF-8 with its mark, so that spreadsheets take it for what it is.
///
/// Typed text that a spreadsheet would treat as a formula, because it begins with =, +, -, @ of either width, a tab or a line
/// end, gets an apostrophe before it (OWASP, CSV Injection). Text of the program, such as the sign of a link or a year BC, is
/// not a formula and is written unchanged.
#[must_use]
pub fn csv(table: &Table) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    // Writing to a vector cannot fail.
    let _ = writer.write_record(table.head);
    for row in &table.rows {
        let _ = writer.write_record(row.iter().map(|it| match it {
            Cell::Text(text) => defused(text),
            // The words of a date may be typed: they are text unless they are the date itself.
            Cell::Moment(moment, words) if *words != moment.to_string() => defused(words),
            other => other.words(),
        }));
    }
    writer.into_inner().unwrap_or_default()
}

/// The first characters of formulas.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];

fn defused(text: &str) -> String {
    match text.starts_with(FORMULA) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use model::date::Moment;

    use super::{Cell, Table, csv};

    #[test]
    fn only_what_a_person_wrote_is_guarded() {
        let moment =
            |text: &str| Cell::Moment(Moment::whole(text.parse().unwrap()), text.to_owned());
        for (cell, written) in [
            (Cell::fixed("+"), "+"),
            (Cell::fixed("-"), "-"),
            (Cell::fixed("0"), "0"),
            (Cell::fixed("-0043-03-15"), "-0043-03-15"),
            (Cell::fixed("-0043/.."), "-0043/.."),
            (Cell::Number(-3), "-3"),
            (moment("-0043-03-15"), "-0043-03-15"),
            (moment("2025-06-11"), "2025-06-11"),
            ("=1+1".into(), "'=1+1"),
            ("+1".into(), "'+1"),
            ("-".into(), "'-"),
            ("-0043-03-15".into(), "'-0043-03-15"),
            ("@name".into(), "'@name"),
            ("＝1".into(), "'＝1"),
            ("\t=1".into(), "'\t=1"),
            ("5 - 3".into(), "5 - 3"),
            (
                Cell::Moment(
                    Moment::whole("2025-06-11".parse().unwrap()),
                    String::from("=11 June"),
                ),
                "'=11 June",
            ),
        ] {
            let table = Table {
                head: &["a"],
                rows: vec![vec![cell]],
            };
            let text = String::from_utf8(csv(&table)).unwrap();
            assert_eq!(text, format!("\u{feff}a\r\n{written}\r\n"));
        }
    }
}
