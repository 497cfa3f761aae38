//! The parts that a brief can have.

use api::Fault;

/// A part of a brief.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PartKind {
    /// The gravest, what changed and what is next, in three lines.
    Summary,
    /// What happened.
    Happened,
    /// Which judgments changed, and why.
    Changed,
    /// What is planned, in doubt, or may happen.
    Coming,
    /// A chart, by the name of its view.
    Chart(&'static str),
    /// Who says so.
    Sources,
    /// How to read it, and what is left out.
    Notes,
}

impl PartKind {
    /// The view of a chart.
    pub(super) fn view(self) -> Option<&'static str> {
        match self {
            Self::Chart(view) => Some(view),
            _ => None,
        }
    }
}

/// Charts that a brief can hold.
const CHARTS: [&str; 7] = [
    "timeline", "causes", "layers", "themes", "index", "heat", "outlook",
];

const WORDS: [(&str, PartKind); 6] = [
    ("summary", PartKind::Summary),
    ("happened", PartKind::Happened),
    ("changed", PartKind::Changed),
    ("coming", PartKind::Coming),
    ("sources", PartKind::Sources),
    ("notes", PartKind::Notes),
];

/// The parts when none are named; `with_charts` says whether a chart can be among them.
fn usual(with_charts: bool) -> Vec<PartKind> {
    let all = [
        PartKind::Summary,
        PartKind::Happened,
        PartKind::Changed,
        PartKind::Coming,
        PartKind::Chart("timeline"),
        PartKind::Sources,
        PartKind::Notes,
    ];
    all.into_iter()
        .filter(|it| with_charts || !matches!(it, PartKind::Chart(_)))
        .collect()
}

/// The parts by their words, in that order, each once.
pub(super) fn parts(named: Option<&[String]>, with_charts: bool) -> Result<Vec<PartKind>, Fault> {
    let Some(named) = named else {
        return Ok(usual(with_charts));
    };
    let mut parts: Vec<PartKind> = Vec::new();
    for word in named {
        let part = part(word)?;
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    Ok(parts)
}

fn part(word: &str) -> Result<PartKind, Fault> {
    let text = WORDS.iter().find(|it| it.0 == word).map(|it| it.1);
    let chart = || {
        CHARTS
            .iter()
            .find(|it| **it == word)
            .map(|it| PartKind::Chart(it))
    };
    text.or_else(chart).ok_or_else(|| {
        let word: String = word.chars().take(40).collect();
        let known: Vec<&str> = WORDS.iter().map(|it| it.0).chain(CHARTS).collect();
        Fault::argument("parts", format!("a brief has no part \"{word}\""))
            .help(format!("choose of {}", known.join(", ")))
    })
}
