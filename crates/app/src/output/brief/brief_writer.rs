//! What all parts of the brief share: the numbers of sources, and which grades and scales were used.

use std::collections::{BTreeMap, BTreeSet};

use exchange::brief::{Block, Span};
use model::{
    Band, Citation, Confidence, Event, FuzzyDate, ScaleWord, Source, SourceId, Stance, Target,
    Workspace,
};

use crate::lookup::grade;

/// Writes entries of a workspace as text, and remembers what it cited.
pub(super) struct BriefWriter<'a> {
    pub(super) workspace: &'a Workspace,
    cited: BTreeMap<Target, Vec<&'a Citation>>,
    sources: BTreeMap<SourceId, &'a Source>,
    /// Sources in the order of their numbers.
    numbers: Vec<SourceId>,
    /// Without a list of sources, each is named where it is cited.
    has_list: bool,
    /// Letters and digits of grades that were used.
    grades: BTreeSet<char>,
    /// Names of the scales whose words were used.
    scales: BTreeSet<&'a str>,
}

impl<'a> BriefWriter<'a> {
    pub(super) fn new(workspace: &'a Workspace, has_list: bool) -> Self {
        let mut cited: BTreeMap<Target, Vec<&Citation>> = BTreeMap::new();
        for it in &workspace.citations {
            cited.entry(it.target).or_default().push(it);
        }
        Self {
            workspace,
            cited,
            sources: workspace.sources.iter().map(|it| (it.id, it)).collect(),
            numbers: Vec::new(),
            has_list,
            grades: BTreeSet::new(),
            scales: BTreeSet::new(),
        }
    }

    /// The citations that support it, in the order of their numbers.
    pub(super) fn cites(&mut self, of: Target) -> Vec<Span> {
        let citations: Vec<&Citation> = self
            .cited
            .get(&of)
            .into_iter()
            .flatten()
            .copied()
            .filter(|it| it.stance == Stance::For)
            .collect();
        self.spans(&citations)
    }

    /// These citations, each with a space before it.
    pub(super) fn spans(&mut self, citations: &[&Citation]) -> Vec<Span> {
        let mut all: Vec<(usize, &Source, String)> = Vec::new();
        for citation in citations {
            let Some(&source) = self.sources.get(&citation.source) else {
                continue;
            };
            let grade = grade::of(source, citation);
            all.push((self.number(source.id), source, grade));
        }
        all.sort_by(|a, b| (a.0, &a.2).cmp(&(b.0, &b.2)));
        all.dedup_by_key(|it| it.0);
        let mut spans = Vec::new();
        for (number, source, grade) in all {
            self.grades.extend(grade.chars());
            spans.push(Span::plain(" "));
            spans.push(match self.has_list {
                true => Span::Cite(number, grade),
                false => Span::plain(in_brackets(source, &grade)),
            });
        }
        spans
    }

    /// The numbers of everything that is cited for these events; nothing without a list that they lead to.
    pub(super) fn sources_of<'b>(&mut self, events: impl Iterator<Item = &'b Event>) -> Vec<Span> {
        if !self.has_list {
            return Vec::new();
        }
        let mut all = BTreeSet::new();
        for event in events {
            let cited = self.cited.get(&Target::Event(event.id));
            all.extend(cited.into_iter().flatten().map(|it| it.source));
        }
        let all = all.into_iter().filter(|id| self.sources.contains_key(id));
        let all: Vec<SourceId> = all.collect();
        let mut numbers: Vec<usize> = all.into_iter().map(|id| self.number(id)).collect();
        numbers.sort_unstable();
        let spans = numbers.into_iter();
        spans
            .flat_map(|it| [Span::plain(" "), Span::Cite(it, String::new())])
            .collect()
    }

    fn number(&mut self, id: SourceId) -> usize {
        let at = self.numbers.iter().position(|it| *it == id);
        let at = at.unwrap_or_else(|| {
            self.numbers.push(id);
            self.numbers.len() - 1
        });
        at + 1
    }

    /// The judgment on an event, likelihood and confidence each in a sentence of its own (ICD 203, D.6.e(2)(a)).
    pub(super) fn judgment(&mut self, event: &Event) -> String {
        let likelihood = event
            .likelihood
            .as_ref()
            .map(|word| format!(" We judge this {}.", self.likelihood(word)));
        let confidence = event.confidence.map(|it| match likelihood.is_some() {
            true => format!(" Our confidence in that judgment is {it}."),
            false => format!(" Our confidence in this is {it}."),
        });
        likelihood.unwrap_or_default() + &confidence.unwrap_or_default()
    }

    /// "unlikely (20–45 %)".
    pub(super) fn likelihood(&mut self, word: &ScaleWord) -> String {
        let banded = |scale: &'a model::Scale| Some((scale.name.as_str(), scale.band(word)?));
        let found: Option<(&str, Band)> = self.workspace.scales.iter().find_map(banded);
        let Some((scale, band)) = found else {
            return word.0.clone();
        };
        self.scales.insert(scale);
        format!("{} ({}–{} %)", word.0, band.low_percent, band.high_percent)
    }

    /// The sources that were cited, numbered.
    pub(super) fn endnotes(&self) -> Vec<Block> {
        let endnote = |(number, id): (usize, &SourceId)| {
            let source = self.sources.get(id)?;
            Some(Block::Endnote(number, endnote(source)))
        };
        (1..).zip(&self.numbers).filter_map(endnote).collect()
    }

    /// How to read what was used: grades, scales, levels of confidence.
    pub(super) fn keys(&self) -> Vec<String> {
        let mut keys = Vec::new();
        if !self.grades.is_empty() {
            let said = |sign: &char| format!("{sign} {}", grade::in_words(&sign.to_string()));
            let said: Vec<String> = self.grades.iter().rev().map(said).collect();
            let (letters, digits): (Vec<String>, Vec<String>) = said
                .into_iter()
                .rev()
                .partition(|it| it.starts_with(|it: char| it.is_ascii_alphabetic()));
            let parts = [
                ("letter is the source's", letters),
                ("digit is the statement's", digits),
            ];
            let parts = parts.into_iter().filter(|it| !it.1.is_empty());
            let parts: Vec<String> = parts
                .map(|(what, list)| format!("the {what} ({})", list.join(", ")))
                .collect();
            keys.push(format!(
                "Grades follow the NATO Admiralty scale: {}.",
                parts.join(", ")
            ));
        }
        if !self.scales.is_empty() {
            let scales: Vec<&str> = self.scales.iter().copied().collect();
            let more = match scales.len() {
                1 => "",
                _ => " Words from different scales are not equivalent.",
            };
            keys.push(format!(
                "Likelihood words follow {}, with ranges in percent.{more} Likelihood is about the event; confidence is about the judgment: high, moderate or low by the quality of sources and reasoning.",
                scales.join(" and ")
            ));
        }
        keys
    }
}

/// "(Reuters, B2)".
fn in_brackets(source: &Source, grade: &str) -> String {
    let name = [&source.outlet, &source.title, &source.handle];
    let name = name.into_iter().find(|it| !it.is_empty());
    let parts = [name.map_or("", String::as_str), grade];
    let said: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    format!("({})", said.join(", "))
}

/// "Reuters, “Trump ends talks”, by A. Writer, 6 June 2025. B: usually reliable. https://…"
fn endnote(source: &Source) -> Vec<Span> {
    let quoted = |it: &String| match it.is_empty() {
        true => String::new(),
        false => format!("“{it}”"),
    };
    let by = match source.author.is_empty() {
        true => String::new(),
        false => format!("by {}", source.author),
    };
    let published = source.published.as_ref().map(FuzzyDate::shown);
    let parts = [
        source.outlet.clone(),
        quoted(&source.title),
        by,
        published.unwrap_or_default().into_owned(),
    ];
    let said: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    let mut spans = vec![Span::plain(format!("{}. ", said.join(", ")))];
    spans.push(match source.reliability {
        Some(letter) => Span::plain(format!("{letter}: {}.", grade::in_words(letter.word()))),
        None => Span::Missing(String::from("Not graded.")),
    });
    if !source.address.is_empty() {
        spans.push(Span::plain(format!(" {}", source.address)));
    }
    spans
}

/// The word as confidence is said.
pub(super) fn confidence(word: &str) -> String {
    match word.parse::<Confidence>() {
        Ok(level) => level.word().to_owned(),
        Err(_) => word.to_owned(),
    }
}
