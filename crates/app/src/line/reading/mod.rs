//! A line of quick add and what it means in a workspace. Every text means something: there are no errors, only parts
//! that are understood and problems that keep the line from being saved.

mod arrows;
mod date;
mod loose;
mod reader;
mod rest;
mod signs;
mod sure;
mod tail;
#[cfg(test)]
mod tests;
mod title;
pub(crate) mod token;

use model::date::Day;
use model::{
    Confidence, Credibility, EventId, FuzzyDate, Kind, Reliability, ScaleWord, Status, Tone,
    Workspace,
};

use crate::lookup::names::{Found, List};

pub(crate) use reader::read;
pub(crate) use signs::name_of;
pub(crate) use tail::confidence;

/// A range of the line, in bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Span {
    /// Where it begins.
    pub(crate) from: usize,
    /// Where it ends.
    pub(crate) to: usize,
}

/// What a line is read against.
pub(crate) struct Context<'a> {
    /// Names, scales, and the as-of day.
    pub(crate) workspace: &'a Workspace,
    /// The day from which "yesterday" counts, if known.
    pub(crate) now: Option<Day>,
    /// The events that words may mean.
    pub(crate) events: &'a dyn Fn(&str) -> Vec<EventId>,
}

/// A part of the line and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReadPart {
    /// Where.
    pub(crate) span: Span,
    /// A word of [`api::dto::LinePart::kind`].
    pub(crate) kind: &'static str,
    /// What it means; may be empty.
    pub(crate) means: String,
}

/// Something that cannot be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    /// Where.
    pub(crate) span: Span,
    /// What is wrong.
    pub(crate) message: String,
    /// What to do.
    pub(crate) help: String,
}

/// A name in the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    /// Where it is looked up.
    pub(crate) list: List,
    /// As typed.
    pub(crate) words: String,
    /// True when it was typed in quotation marks: then a new name is just this.
    pub(crate) quoted: bool,
    /// What it names.
    pub(crate) found: Found,
    /// For an actor: its role; may be empty.
    pub(crate) role: String,
}

/// An event in the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EventNamed {
    /// As typed.
    pub(crate) words: String,
    /// Those that may be meant; one when it is clear.
    pub(crate) found: Vec<EventId>,
}

/// What a line says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Reading {
    /// Every part, in order, without overlaps.
    pub(crate) parts: Vec<ReadPart>,
    /// What is left when everything else is taken out.
    pub(crate) title: String,
    /// When.
    pub(crate) date: Option<FuzzyDate>,
    /// The question where the date may mean several, with its answers.
    pub(crate) ask: Option<(String, Vec<FuzzyDate>)>,
    /// What sort of entry.
    pub(crate) kind: Kind,
    /// How far it is fact.
    pub(crate) status: Status,
    /// 1 to 5, if said.
    pub(crate) severity: Option<u8>,
    /// Which way it pushes, if said.
    pub(crate) tone: Option<Tone>,
    /// A word of a scale, if said.
    pub(crate) likelihood: Option<ScaleWord>,
    /// If said.
    pub(crate) confidence: Option<Confidence>,
    /// The grade's letter, for the source.
    pub(crate) letter: Option<Reliability>,
    /// The grade's digit, for the citation.
    pub(crate) digit: Option<Credibility>,
    /// What is cited, if said.
    pub(crate) source: Option<Named>,
    /// Themes, the leading one first.
    pub(crate) themes: Vec<Named>,
    /// Actors, the leading one first.
    pub(crate) actors: Vec<Named>,
    /// Places.
    pub(crate) places: Vec<Named>,
    /// Category.
    pub(crate) category: Option<Named>,
    /// Free words.
    pub(crate) tags: Vec<String>,
    /// What led to it.
    pub(crate) causes: Vec<EventNamed>,
    /// What it leads to.
    pub(crate) effects: Vec<EventNamed>,
    /// What cannot be saved as it stands.
    pub(crate) problems: Vec<Problem>,
}

impl Reading {
    /// True when it can be saved, be it with new names.
    pub(crate) fn is_ready(&self) -> bool {
        !self.title.is_empty() && self.ask.is_none() && self.problems.is_empty()
    }

    /// "B2", "B", "2", or nothing.
    pub(crate) fn grade(&self) -> String {
        let letter = self.letter.map_or("", Reliability::word);
        let digit = self.digit.map_or("", Credibility::word);
        format!("{letter}{digit}")
    }
}
