//! The `understand` verb: a reading as a reply.

use api::Fault;
use api::dto::{
    DateQuestion, EventRead, LikelihoodLine, LineArgs, LinePart, LineProblem, NameRead,
    Understanding,
};
use model::{EventId, Workspace};

use super::alike;
use super::reading::{Context, EventNamed, Named, Problem, ReadPart, Reading, Span, name_of, read};
use crate::lookup::names::{Found, Lists as _, NamedItem, near};
use crate::lookup::rows::{date_detail, event_ref};
use crate::lookup::titles::Index;
use crate::session::Session;

/// Events among which an arrow's words may choose, at most.
pub(super) const MEANT: usize = 50;
/// Events that are offered for an arrow's words.
const OFFERED: usize = 8;
/// Known names that are offered for one that is not.
const NEAR: usize = 4;

/// What a line of quick add means.
pub(crate) fn understand(session: &Session, args: LineArgs) -> Result<Understanding, Fault> {
    let workspace = session.workspace();
    Ok(session.words().with(workspace, |index| {
        let context = Context {
            workspace,
            now: session.now(),
            events: &|words| meant(index, workspace, words),
        };
        let reading = read(&args.line, &context);
        understanding(&args.line, workspace, index, reading)
    }))
}

/// The events that words mean. What a dataset that is off tells is meant only when nothing else is.
pub(crate) fn meant(index: &Index, workspace: &Workspace, words: &str) -> Vec<EventId> {
    let found = index.meant(words, MEANT);
    let is_shown = |id: &&EventId| {
        let dataset = workspace.event(**id).and_then(|it| it.dataset);
        dataset.is_none_or(|dataset| {
            workspace
                .datasets
                .iter()
                .any(|it| it.id == dataset && it.on)
        })
    };
    let shown: Vec<EventId> = found.iter().filter(is_shown).copied().collect();
    if shown.is_empty() { found } else { shown }
}

fn understanding(
    line: &str,
    workspace: &Workspace,
    index: &Index,
    reading: Reading,
) -> Understanding {
    let alike = alike::of_line(index, workspace, &reading);
    let names = |all: &[Named]| all.iter().map(|it| name(workspace, it)).collect();
    let events = |all: &[EventNamed]| all.iter().map(|it| event(workspace, it)).collect();
    let units = Units::of(line);
    Understanding {
        parts: reading.parts.iter().map(|it| units.part(it)).collect(),
        date: reading.date.as_ref().map(|it| date_detail(it, "")),
        ask: reading
            .ask
            .as_ref()
            .map(|(question, choices)| DateQuestion {
                question: question.clone(),
                choices: choices.iter().map(|it| date_detail(it, "")).collect(),
            }),
        kind: reading.kind,
        status: reading.status,
        severity: reading.severity,
        tone: reading.tone,
        likelihood: reading.likelihood.as_ref().map(|word| {
            let band = workspace.scales.iter().find_map(|scale| scale.band(word));
            LikelihoodLine {
                word: word.0.clone(),
                low_percent: band.map(|it| it.low_percent),
                high_percent: band.map(|it| it.high_percent),
            }
        }),
        confidence: reading.confidence,
        grade: reading.grade(),
        source: source(workspace, &reading),
        themes: names(&reading.themes),
        actors: names(&reading.actors),
        places: names(&reading.places),
        category: reading.category.as_ref().map(|it| name(workspace, it)),
        causes: events(&reading.causes),
        effects: events(&reading.effects),
        problems: reading
            .problems
            .iter()
            .map(|it| units.problem(it))
            .collect(),
        ready: reading.is_ready(),
        title: reading.title,
        tags: reading.tags,
        alike,
    }
}

/// What will be cited: the source that is named, or, for a grade alone, the unnamed one of that letter.
fn source(workspace: &Workspace, reading: &Reading) -> Option<NameRead> {
    if let Some(named) = &reading.source {
        return Some(name(workspace, named));
    }
    let unnamed = Unnamed::of(reading)?;
    let known = workspace
        .sources
        .iter()
        .find(|it| it.handle == unnamed.handle);
    Some(NameRead {
        id: known.map(|it| it.id.to_string()),
        name: unnamed.title,
        near: Vec::new(),
    })
}

/// The source that a grade without a source is put down to.
pub(crate) struct Unnamed {
    /// "unnamed-B".
    pub(crate) handle: String,
    /// "Unnamed source, reliability B".
    pub(crate) title: String,
}

impl Unnamed {
    /// The one for the grade of a line; `None` for a line without a grade.
    pub(crate) fn of(reading: &Reading) -> Option<Self> {
        if reading.grade().is_empty() {
            return None;
        }
        Some(match reading.letter {
            Some(letter) => Self {
                handle: format!("unnamed-{letter}"),
                title: format!("Unnamed source, reliability {letter}"),
            },
            None => Self {
                handle: String::from("unnamed"),
                title: String::from("Unnamed source"),
            },
        })
    }
}

fn name(workspace: &Workspace, named: &Named) -> NameRead {
    let known = match named.found {
        Found::One(id) => Some(id),
        Found::Several(_) | Found::None => None,
    };
    let near = match &named.found {
        Found::One(_) => Vec::new(),
        Found::Several(ids) => {
            let rows = workspace.rows(named.list);
            let rows = rows.iter().filter(|row| ids.contains(&row.id));
            rows.take(NEAR).map(typed).collect()
        }
        Found::None => {
            let rows = near(workspace, named.list, &named.words, NEAR);
            rows.iter().map(typed).collect()
        }
    };
    NameRead {
        id: known.map(|id| id.to_string()),
        name: known.map_or_else(
            || named.words.clone(),
            |id| name_of(workspace, named.list, id),
        ),
        near,
    }
}

/// What can be typed for it and means it alone: its name, or its handle where it has no name, such as a source without a title.
fn typed(row: &NamedItem<'_>) -> String {
    let name = if row.name.is_empty() {
        row.handle
    } else {
        row.name
    };
    name.to_owned()
}

fn event(workspace: &Workspace, named: &EventNamed) -> EventRead {
    let refs = named.found.iter().filter_map(|id| workspace.event(*id));
    let mut refs: Vec<_> = refs.take(OFFERED).map(event_ref).collect();
    let one = (named.found.len() == 1).then(|| refs.pop()).flatten();
    EventRead {
        words: named.words.clone(),
        event: one,
        candidates: refs,
    }
}

/// From bytes to UTF-16 units, as the window counts.
pub(super) struct Units(Vec<u32>);

impl Units {
    /// For positions in `line`.
    pub(super) fn of(line: &str) -> Self {
        let mut units = vec![0; line.len() + 1];
        let mut at = 0;
        for (byte, letter) in line.char_indices() {
            if let Some(place) = units.get_mut(byte) {
                *place = at;
            }
            // A letter has one unit or two.
            at += u32::from(letter.len_utf16() == 2) + 1;
        }
        if let Some(end) = units.last_mut() {
            *end = at;
        }
        Self(units)
    }

    fn at(&self, byte: usize) -> u32 {
        self.0.get(byte).copied().unwrap_or_default()
    }

    fn part(&self, part: &ReadPart) -> LinePart {
        LinePart {
            from: self.at(part.span.from),
            to: self.at(part.span.to),
            kind: part.kind.to_owned(),
            means: part.means.clone(),
        }
    }

    pub(super) fn problem(&self, problem: &Problem) -> LineProblem {
        let Span { from, to } = problem.span;
        LineProblem {
            from: self.at(from),
            to: self.at(to),
            message: problem.message.clone(),
            help: problem.help.clone(),
        }
    }
}
