//! The parts that a brief can have.

use api::Fault;
use api::words::ChartKind;

/// A part of a brief.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PartKind {
    /// The most severe entries, what changed and what is next, in three lines.
    Summary,
    /// What happened.
    Happened,
    /// Which judgments changed, and why.
    Changed,
    /// What is planned, in doubt, or may happen.
    Coming,
    /// A chart.
    Chart(ChartKind),
    /// Who says so.
    Sources,
    /// How to read it, and what is left out.
    Notes,
}

impl PartKind {
    /// Which chart it is, if it is one.
    pub(super) fn chart(self) -> Option<ChartKind> {
        match self {
            Self::Chart(kind) => Some(kind),
            _ => None,
        }
    }
}

/// Charts that a brief can hold.
const CHARTS: [ChartKind; 7] = [
    ChartKind::Timeline,
    ChartKind::Causes,
    ChartKind::CauseMap,
    ChartKind::Themes,
    ChartKind::Index,
    ChartKind::Heat,
    ChartKind::Outlook,
];

/// What the cause map was called; briefs that name it so are still written.
const OLD_CAUSE_MAP: &str = "layers";

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
        PartKind::Chart(ChartKind::Timeline),
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
        let mut charts = CHARTS.iter().copied();
        let found = charts.find(|it| it.word() == word);
        let old = (word == OLD_CAUSE_MAP).then_some(ChartKind::CauseMap);
        found.or(old).map(PartKind::Chart)
    };
    text.or_else(chart).ok_or_else(|| {
        let word: String = word.chars().take(40).collect();
        let known: Vec<&str> = WORDS
            .iter()
            .map(|it| it.0)
            .chain(CHARTS.map(ChartKind::word))
            .collect();
        Fault::argument("parts", format!("a brief has no part \"{word}\""))
            .help(format!("use one of {}", known.join(", ")))
    })
}
