//! Tokens with a sign: themes, actors, severity, and everything with a name and a colon.

use model::{Kind, ScaleWord, SourceId, Tone};

use super::date::DateRead;
use super::reader::Reader;
use super::token::{Key, Sort};
use super::{Named, Span, tail};
use crate::lookup::names::{Found, List, Lists};
use crate::lookup::tree::actor_path;
use crate::lookup::{grade, names};

impl Reader<'_> {
    /// All tokens with a sign but arrows.
    pub(super) fn signs(&mut self) {
        for at in 0..self.tokens.len() {
            let Some(token) = self.tokens.get(at).cloned() else {
                return;
            };
            if token.is_free() || matches!(token.sort, Sort::Cause | Sort::Effect) {
                continue;
            }
            self.use_up(at, at + 1);
            if token.value.trim().is_empty() {
                self.unfinished(at);
                continue;
            }
            let (span, value) = (token.span, token.value.as_str());
            match token.sort {
                Sort::Severity => self.severity(span, value),
                Sort::Theme => self.name(at, List::Themes, ""),
                Sort::Actor(role) => self.name(at, List::Actors, role.trim()),
                Sort::Key(key) => self.keyed(at, key),
                Sort::Word | Sort::Quoted | Sort::Cause | Sort::Effect => {}
            }
        }
    }

    /// A sign without a value: at the end it is still being typed, elsewhere a bare sign is a word of the title.
    fn unfinished(&mut self, at: usize) {
        let is_last = at + 1 == self.tokens.len();
        let Some(token) = self.tokens.get_mut(at) else {
            return;
        };
        let (span, kind) = (token.span, kind_of(&token.sort));
        if is_last {
            self.part(span, kind, "");
        } else if matches!(token.sort, Sort::Key(_)) || span.to - span.from > 1 {
            let text = self
                .line
                .get(span.from..span.to)
                .unwrap_or_default()
                .to_owned();
            self.part(span, kind, "");
            let help = format!("write {text} and what follows without a space, or leave it out");
            self.problem(span, format!("{text} has nothing after it"), help);
        } else {
            token.sort = Sort::Word;
            token.value = self
                .line
                .get(span.from..span.to)
                .unwrap_or_default()
                .to_owned();
            if let Some(used) = self.used.get_mut(at) {
                *used = false;
            }
        }
    }

    fn severity(&mut self, span: Span, value: &str) {
        self.part(span, "severity", "");
        match value.parse() {
            Ok(_) if self.reading.severity.is_some() => self.twice(span, "severities"),
            Ok(severity @ 1..=5) => {
                self.reading.severity = Some(severity);
                self.explain(format!("severity {severity} of 5"));
            }
            _ => self.problem(
                span,
                format!("\"{value}\" is not a severity"),
                "choose 1 (slight) to 5 (severe), such as !4",
            ),
        }
    }

    /// What the part noted last means.
    fn explain(&mut self, means: impl Into<String>) {
        if let Some(part) = self.reading.parts.last_mut() {
            part.means = means.into();
        }
    }

    fn keyed(&mut self, at: usize, key: Key) {
        let Some(token) = self.tokens.get(at).cloned() else {
            return;
        };
        let (span, value) = (token.span, token.value.trim());
        match key {
            Key::Date => self.date_given(span, value),
            Key::Place => self.name(at, List::Places, ""),
            Key::Category => self.name(at, List::Categories, ""),
            Key::Source => self.name(at, List::Sources, ""),
            Key::Tag => self.tag(span, value),
            Key::Likelihood => self.likelihood(at, span, value),
            // These three are recognized by the tokenizer.
            Key::Theme | Key::Actor | Key::Severity => {}
            Key::Grade | Key::Status | Key::Kind | Key::Confidence | Key::Tone => {
                self.word_given(span, key, value);
            }
        }
    }

    fn date_given(&mut self, span: Span, value: &str) {
        if self.reading.date.is_some() || self.reading.ask.is_some() {
            self.part(span, "date", "");
            return self.twice(span, "dates");
        }
        match model::date::read(value, self.context.now) {
            Ok(understood) => self.take_date(DateRead::from(understood), span),
            Err(error) => {
                self.part(span, "date", "");
                let message = format!("\"{value}\" is not understood as a date");
                self.problem(span, message, error.to_string());
            }
        }
    }

    fn tag(&mut self, span: Span, value: &str) {
        self.part(span, "tag", value);
        if !self.reading.tags.iter().any(|it| it == value) {
            self.reading.tags.push(value.to_owned());
        }
    }

    /// `p:likely`, `p:"very likely"`, and `p:very likely` too.
    fn likelihood(&mut self, at: usize, span: Span, value: &str) {
        let scales = &self.context.workspace.scales;
        let most = (1..tail::MOST_WORDS)
            .take_while(|more| self.is_open(at + more))
            .count();
        let longest = (0..=most).rev().find_map(|more| {
            let following = self.words(at + 1, at + 1 + more);
            let word = tail::likelihood(&format!("{value} {following}"), scales)?;
            Some((more, word))
        });
        let Some((more, word)) = longest else {
            self.part(span, "likelihood", "");
            let known: Vec<&str> = scales.first().map_or(Vec::new(), |scale| {
                scale
                    .words
                    .iter()
                    .map(|(word, _)| word.0.as_str())
                    .collect()
            });
            let help = format!(
                "use one of {}; \"may\" and \"could\" give no likelihood",
                known.join(", ")
            );
            return self.problem(span, format!("\"{value}\" is not a likelihood word"), help);
        };
        self.use_up(at, at + 1 + more);
        let span = self.span(at, at + more);
        self.take_likelihood(span, word);
    }

    /// Takes a word of likelihood, with its chances for the part.
    pub(super) fn take_likelihood(&mut self, span: Span, word: ScaleWord) {
        let mut scales = self.context.workspace.scales.iter();
        let band = scales.find_map(|scale| scale.band(&word));
        let means = band.map(|it| {
            format!(
                "{word}, {}–{}%",
                it.low_percent,
                it.high_percent,
                word = word.0
            )
        });
        self.part(span, "likelihood", means.unwrap_or_default());
        if self.reading.likelihood.is_some() {
            return self.twice(span, "likelihoods");
        }
        self.reading.likelihood = Some(word);
    }

    /// A word of a closed list.
    fn word_given(&mut self, span: Span, key: Key, value: &str) {
        let reading = &self.reading;
        let (kind, given, known) = match key {
            Key::Grade => (
                "grade",
                self.grade_at.is_some(),
                String::from("a letter A to F, a digit 1 to 6, or both, such as B2"),
            ),
            Key::Status => ("status", self.status.is_some(), all(model::Status::ALL)),
            Key::Kind => ("kind", self.kind.is_some(), all(Kind::ALL)),
            Key::Confidence => (
                "confidence",
                reading.confidence.is_some(),
                all(model::Confidence::ALL),
            ),
            _ => ("tone", reading.tone.is_some(), all(Tone::ALL)),
        };
        if given {
            self.part(span, kind, "");
            return self.twice(span, many(kind));
        }
        if !self.take_word(span, key, value) {
            self.part(span, kind, "");
            self.problem(
                span,
                format!("\"{value}\" is not a {kind}"),
                format!("use one of {known}"),
            );
        }
    }

    fn take_word(&mut self, span: Span, key: Key, value: &str) -> bool {
        match key {
            Key::Grade => tail::grade(&value.to_uppercase()).map(|it| self.take_grade(span, it)),
            Key::Status => tail::status(value).map(|it| self.take_status(span, it)),
            Key::Confidence => tail::confidence(value).map(|it| self.take_confidence(span, it)),
            Key::Kind => same_word(Kind::ALL, value).map(|it| {
                self.part(span, "kind", it.word());
                self.kind = Some(it);
            }),
            _ => same_word(Tone::ALL, value).map(|it| {
                self.part(span, "tone", it.word());
                self.reading.tone = Some(it);
            }),
        }
        .is_some()
    }

    pub(super) fn take_status(&mut self, span: Span, status: model::Status) {
        self.part(span, "status", status.word());
        self.status = Some(status);
    }

    pub(super) fn take_confidence(&mut self, span: Span, confidence: model::Confidence) {
        self.part(span, "confidence", format!("{confidence} confidence"));
        self.reading.confidence = Some(confidence);
    }

    pub(super) fn take_grade(
        &mut self,
        span: Span,
        (letter, digit): (Option<model::Reliability>, Option<model::Credibility>),
    ) {
        self.reading.letter = letter;
        self.reading.digit = digit;
        self.grade_at = Some(span);
        self.part(span, "grade", grade::in_words(&self.reading.grade()));
    }

    /// The letter belongs to the source; a source that has another letter is not regraded on the fly.
    pub(super) fn check_letter(&mut self) {
        let (Some(span), Some(letter), Some(named)) =
            (self.grade_at, self.reading.letter, &self.reading.source)
        else {
            return;
        };
        let Found::One(id) = named.found else { return };
        let source = self.context.workspace.source(SourceId(id));
        let Some((handle, has)) = source.and_then(|it| Some((it.handle.clone(), it.reliability?)))
        else {
            return;
        };
        if has != letter {
            let digit = self.reading.digit.map_or("2", model::Credibility::word);
            self.problem(span, format!("the source {handle} is graded {has}, not {letter}"),
                format!("write grade:{digit} for this statement alone, or change the letter of the source"));
        }
    }

    /// A name in one of the lists.
    fn name(&mut self, at: usize, list: List, role: &str) {
        let Some(token) = self.tokens.get(at).cloned() else {
            return;
        };
        let named = Named {
            list,
            words: token.value.trim().to_owned(),
            quoted: token.quoted,
            found: names::find(self.context.workspace, list, &token.value),
            role: role.to_owned(),
        };
        let means = self.meaning(&named);
        self.part(token.span, list.one(), means);
        self.name_problem(token.span, &named);
        match list {
            List::Themes => push(&mut self.reading.themes, named),
            List::Actors => push(&mut self.reading.actors, named),
            List::Places => push(&mut self.reading.places, named),
            List::Categories if self.reading.category.is_some() => {
                self.twice(token.span, "categories");
            }
            List::Categories => self.reading.category = Some(named),
            _ if self.reading.source.is_some() => self.twice(token.span, "sources"),
            _ => self.reading.source = Some(named),
        }
    }

    fn name_problem(&mut self, span: Span, named: &Named) {
        let workspace = self.context.workspace;
        let fault = match &named.found {
            Found::None if !named.list.can_grow() => {
                names::unknown(workspace, named.list, &named.words)
            }
            Found::Several(ids) => names::several(workspace, named.list, &named.words, ids),
            Found::One(_) | Found::None => return,
        };
        self.problem(span, fault.message, fault.help.unwrap_or_default());
    }

    fn meaning(&self, named: &Named) -> String {
        let workspace = self.context.workspace;
        let what = named.list.one();
        let name = match &named.found {
            Found::One(id) if named.list == List::Actors => {
                actor_path(workspace, model::ActorId(*id))
            }
            Found::One(id) => name_of(workspace, named.list, *id),
            Found::Several(ids) => format!("one of {}", ids.len()),
            Found::None if named.list.can_grow() => format!("new {what}"),
            Found::None => format!("no such {what}"),
        };
        if named.role.is_empty() {
            name
        } else {
            format!("{name}, {}", named.role)
        }
    }
}

/// The name of the one with this id.
pub(crate) fn name_of(lists: &impl Lists, list: List, id: i64) -> String {
    let rows = lists.rows(list);
    let row = rows.iter().find(|row| row.id == id);
    row.map_or_else(String::new, |row| {
        if list == List::Sources && !row.also.is_empty() {
            format!("{}: {}", row.also, row.name)
        } else {
            row.name.to_owned()
        }
    })
}

/// Adds a name unless the same is there already.
fn push(list: &mut Vec<Named>, named: Named) {
    let same = |it: &Named| match (&it.found, &named.found) {
        (Found::One(one), Found::One(other)) => one == other,
        _ => names::squeezed(&it.words) == names::squeezed(&named.words),
    };
    if !list.iter().any(same) {
        list.push(named);
    }
}

fn same_word<T: Copy + ToString>(all: &[T], value: &str) -> Option<T> {
    let key = names::squeezed(value);
    all.iter()
        .copied()
        .find(|it| names::squeezed(&it.to_string()) == key)
}

fn all(words: &[impl ToString]) -> String {
    words
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}

fn many(kind: &str) -> &str {
    match kind {
        "grade" => "grades",
        "status" => "statuses",
        "kind" => "kinds",
        "confidence" => "confidences",
        _ => "tones",
    }
}

fn kind_of(sort: &Sort) -> &'static str {
    match sort {
        Sort::Severity => "severity",
        Sort::Theme => "theme",
        Sort::Actor(_) => "actor",
        Sort::Cause => "cause",
        Sort::Effect => "effect",
        Sort::Word | Sort::Quoted => "title",
        Sort::Key(key) => match key {
            Key::Date => "date",
            Key::Place => "place",
            Key::Category => "category",
            Key::Tag => "tag",
            Key::Source => "source",
            Key::Grade => "grade",
            Key::Status => "status",
            Key::Kind => "kind",
            Key::Likelihood => "likelihood",
            Key::Confidence => "confidence",
            Key::Tone => "tone",
            Key::Severity => "severity",
            Key::Theme => "theme",
            Key::Actor => "actor",
        },
    }
}
