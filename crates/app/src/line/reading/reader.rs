//! Reading a line, step by step: signs, arrows, the date, words without signs, and what is left is the title.

use model::date::{Moment, Shape};
use model::{FuzzyDate, Kind, Status};

use super::date::DateRead;
use super::token::{Token, cut};
use super::{Context, Problem, ReadPart, Reading, Span};

/// A line while it is being read.
pub(super) struct Reader<'a> {
    pub(super) line: &'a str,
    pub(super) context: &'a Context<'a>,
    pub(super) tokens: Vec<Token>,
    /// Which tokens mean something already.
    pub(super) used: Vec<bool>,
    /// Kind and status as said; the reading has what follows from them.
    pub(super) kind: Option<Kind>,
    pub(super) status: Option<Status>,
    /// Where the grade stands.
    pub(super) grade_at: Option<Span>,
    pub(super) reading: Reading,
}

/// What `line` means.
pub(crate) fn read(line: &str, context: &Context<'_>) -> Reading {
    let tokens = cut(line);
    let mut reader = Reader {
        line,
        context,
        used: vec![false; tokens.len()],
        tokens,
        kind: None,
        status: None,
        grade_at: None,
        reading: nothing(),
    };
    reader.signs();
    reader.arrows();
    reader.date();
    reader.in_parentheses();
    reader.at_the_end();
    reader.title();
    reader.settle();
    reader.reading.parts.sort_by_key(|part| part.span);
    reader.reading
}

fn nothing() -> Reading {
    Reading {
        parts: Vec::new(),
        title: String::new(),
        date: None,
        ask: None,
        kind: Kind::Event,
        status: Status::Happened,
        severity: None,
        tone: None,
        likelihood: None,
        confidence: None,
        letter: None,
        digit: None,
        source: None,
        themes: Vec::new(),
        actors: Vec::new(),
        places: Vec::new(),
        category: None,
        tags: Vec::new(),
        causes: Vec::new(),
        effects: Vec::new(),
        problems: Vec::new(),
    }
}

impl Reader<'_> {
    /// Notes that the tokens `from..to` mean something.
    pub(super) fn use_up(&mut self, from: usize, to: usize) {
        for used in self.used.iter_mut().take(to).skip(from) {
            *used = true;
        }
    }

    pub(super) fn part(&mut self, span: Span, kind: &'static str, means: impl Into<String>) {
        let means = means.into();
        self.reading.parts.push(ReadPart { span, kind, means });
    }

    pub(super) fn problem(
        &mut self,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let (message, help) = (message.into(), help.into());
        self.reading.problems.push(Problem {
            span,
            message,
            help,
        });
    }

    /// A second value where there can be only one.
    pub(super) fn twice(&mut self, span: Span, what: &str) {
        let message = format!("the line has two {what}");
        self.problem(span, message, "keep one of them");
    }

    /// True for the words that may yet be part of date or title.
    pub(super) fn is_open(&self, at: usize) -> bool {
        let free = self.tokens.get(at).is_some_and(Token::is_free);
        free && !self.used.get(at).copied().unwrap_or(true)
    }

    /// The text of the tokens `from..to` with single spaces.
    pub(super) fn words(&self, from: usize, to: usize) -> String {
        let texts = self.tokens.get(from..to).unwrap_or_default().iter();
        texts
            .map(|token| token.value.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// From the beginning of one token to the end of another.
    pub(super) fn span(&self, first: usize, last: usize) -> Span {
        let at = |index: usize| self.tokens.get(index).map(|it| it.span).unwrap_or_default();
        Span {
            from: at(first).from,
            to: at(last).to,
        }
    }

    /// The date at the beginning, unless one is given by `on:`.
    fn date(&mut self) {
        if self.reading.date.is_some() || self.reading.ask.is_some() {
            return;
        }
        let Some(first) = (0..self.tokens.len()).find(|at| self.is_open(*at)) else {
            return;
        };
        let count = (first..self.tokens.len())
            .take_while(|at| self.is_open(*at))
            .count();
        let run = self.tokens.get(first..first + count).unwrap_or_default();
        match super::date::at_start(
            self.line,
            run,
            &self.context.workspace.scales,
            self.context.now,
        ) {
            Ok(None) => {}
            Ok(Some(found)) => {
                self.use_up(first, first + found.tokens);
                self.take_date(found.date, found.span);
            }
            Err(refused) => {
                self.use_up(first, first + refused.tokens);
                self.part(refused.span, "date", "");
                self.problem(refused.span, refused.message, refused.help);
            }
        }
    }

    /// Takes a date with the part that tells it.
    pub(super) fn take_date(&mut self, date: DateRead, span: Span) {
        match date {
            DateRead::Date(date) => {
                let means = date.in_words() + &self.counted_from(&date);
                self.part(span, "date", means);
                self.reading.date = Some(date);
            }
            DateRead::Ask { question, choices } => {
                self.part(span, "date", question.clone());
                self.reading.ask = Some((question, choices));
            }
        }
    }

    /// Says from which day a date counts that its words say only together with it.
    fn counted_from(&self, date: &FuzzyDate) -> String {
        let (Some(now), Some(_)) = (self.context.now, date.remark()) else {
            return String::new();
        };
        let what = if self.context.workspace.as_of.is_some() {
            "this workspace's as-of day"
        } else {
            "today"
        };
        format!(", counted from {}, {what}", now.in_words())
    }

    /// What follows from what was said, and what does not go together.
    fn settle(&mut self) {
        self.reading.kind = self.kind.unwrap_or(Kind::Event);
        let ahead = self.lies_ahead();
        self.reading.status = self.status.unwrap_or(match self.reading.kind {
            Kind::Scenario => Status::Hypothetical,
            _ if ahead => Status::Planned,
            Kind::Condition if self.is_over() => Status::Happened,
            Kind::Condition => Status::Ongoing,
            Kind::Event | Kind::Assessment => Status::Happened,
        });
        if ahead && self.status.is_none() && self.reading.status == Status::Planned {
            let date = self.reading.parts.iter_mut().find(|it| it.kind == "date");
            if let Some(part) = date {
                part.means.push_str(", still ahead: planned");
            }
        }
        self.check_letter();
        if self.reading.title.is_empty() && !self.tokens.is_empty() {
            let end = Span {
                from: self.line.len(),
                to: self.line.len(),
            };
            self.problem(end, "there is no title yet", "say what happened");
        }
    }

    /// True for a span that ended before the as-of day, or before today in a workspace without one.
    fn is_over(&self) -> bool {
        let date = self.reading.date.as_ref();
        let span = date.filter(|it| matches!(it.shape(), Shape::Span { .. }));
        let ends = span.and_then(|it| it.bounds.end_latest);
        self.context
            .now
            .zip(ends)
            .is_some_and(|(now, end)| end.day < now)
    }

    /// True when all of the date lies after the workspace's now, and for one day of several, such as a deadline, when some
    /// of them do and none lies before.
    fn lies_ahead(&self) -> bool {
        let (Some(now), Some(date)) = (self.context.now, &self.reading.date) else {
            return false;
        };
        let bounds = date.bounds;
        let day = |moment: Option<Moment>| moment.map(|it| it.day);
        match (day(bounds.start_earliest), day(bounds.end_latest)) {
            (Some(first), _) if first > now => true,
            (Some(first), Some(last)) => date.shape() == Shape::OneOf && first == now && last > now,
            (None, Some(last)) => date.shape() == Shape::OneOf && last > now,
            _ => false,
        }
    }
}
