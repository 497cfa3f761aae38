//! Causes and effects: `<- E03`, `-> "London talks"`, `<- geneva talks`.

use model::EventId;

use super::reader::Reader;
use super::token::Sort;
use super::{EventNamed, Span, tail};

/// Maximum number of events listed when several match.
const TOLD: usize = 4;

impl Reader<'_> {
    /// All arrows with the events behind them.
    pub(super) fn arrows(&mut self) {
        for at in 0..self.tokens.len() {
            let Some(sort) = self.tokens.get(at).map(|it| it.sort.clone()) else {
                return;
            };
            if matches!(sort, Sort::Cause | Sort::Effect) {
                self.use_up(at, at + 1);
                self.arrow(at, sort == Sort::Cause);
            }
        }
    }

    fn arrow(&mut self, at: usize, is_cause: bool) {
        let kind = if is_cause { "cause" } else { "effect" };
        if !self.is_open(at + 1) {
            let span = self.span(at, at);
            self.part(span, kind, "");
            if at + 1 < self.tokens.len() {
                let help = "name one: its handle (such as E21) or words of its title";
                self.problem(span, "the arrow names no event", help);
            }
            return;
        }
        let mut next = at + 1;
        let mut first = at;
        // Handles may follow one another, with commas between.
        while let Some((id, more)) = self.handle(next) {
            let words = self.words(next, next + 1).trim_end_matches(',').to_owned();
            self.use_up(next, next + 1);
            let mut span = self.span(first, next);
            span.to -= usize::from(more);
            self.event(
                span,
                kind,
                EventNamed {
                    words,
                    found: vec![id],
                },
            );
            next += 1;
            first = next;
            if !more || self.handle(next).is_none() {
                return;
            }
        }
        self.by_words(at, kind);
    }

    /// The event whose handle or id the token is, and whether a comma follows it.
    fn handle(&self, at: usize) -> Option<(EventId, bool)> {
        let token = self
            .tokens
            .get(at)
            .filter(|it| self.is_open(at) && !it.quoted)?;
        let word = token.value.trim_end_matches(',');
        let events = &self.context.workspace.events;
        let by_handle = events
            .iter()
            .find(|it| it.handle.eq_ignore_ascii_case(word));
        let by_id = || self.context.workspace.event(word.parse().ok()?);
        let event = by_handle.or_else(by_id)?;
        Some((event.id, token.value.len() == word.len() + 1))
    }

    /// Words up to the next sign, wide gap or quotation; a grade or status at their end is one if nothing else fits.
    fn by_words(&mut self, at: usize, kind: &'static str) {
        let from = at + 1;
        let quoted = self.tokens.get(from).is_some_and(|it| it.quoted);
        let mut to = from + 1;
        while !quoted && self.is_open(to) && !self.tokens.get(to - 1).is_some_and(|it| it.gap_after)
        {
            to += 1;
        }
        let (to, words, found) = self.fitting(from, to);
        self.use_up(from, to);
        let span = self.span(at, to - 1);
        self.event(span, kind, EventNamed { words, found });
    }

    fn fitting(&self, from: usize, to: usize) -> (usize, String, Vec<EventId>) {
        let words = self.words(from, to);
        let found = (self.context.events)(&words);
        if !found.is_empty() {
            return (to, words, found);
        }
        let scales = &self.context.workspace.scales;
        let shorter = (1..=tail::MOST_WORDS)
            .map_while(|less| to.checked_sub(less).filter(|it| *it > from))
            .filter(|end| tail::said(&self.words(*end, to), scales).is_some());
        let ends: Vec<usize> = shorter.collect();
        let fits = ends.iter().find_map(|end| {
            let words = self.words(from, *end);
            let found = (self.context.events)(&words);
            (!found.is_empty()).then_some((*end, words, found))
        });
        fits.unwrap_or((to, words, found))
    }

    fn event(&mut self, span: Span, kind: &'static str, named: EventNamed) {
        let workspace = self.context.workspace;
        let line = |id: &EventId| {
            let event = workspace.event(*id);
            event
                .map(|it| format!("{} {}", it.handle, it.title))
                .unwrap_or_default()
        };
        let word = &named.words;
        match named.found.as_slice() {
            [one] => self.part(span, kind, line(one)),
            [] => {
                self.part(span, kind, "no such event");
                self.problem(
                    span,
                    format!("no event matches \"{word}\""),
                    "give its handle (such as E21), its id or words of its title",
                );
            }
            several => {
                self.part(span, kind, format!("one of {} events", several.len()));
                let mut told: Vec<String> = several.iter().take(TOLD).map(line).collect();
                if several.len() > TOLD {
                    told.push(format!("and {} more", several.len() - TOLD));
                }
                self.problem(
                    span,
                    format!("{} events match \"{word}\"", several.len()),
                    format!("say which: {}", told.join("; ")),
                );
            }
        }
        let list = if kind == "cause" {
            &mut self.reading.causes
        } else {
            &mut self.reading.effects
        };
        let again = list
            .iter()
            .any(|it| it.found.len() == 1 && it.found == named.found);
        if !again {
            list.push(named);
        }
    }
}
