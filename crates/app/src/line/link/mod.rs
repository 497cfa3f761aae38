//! One line about a link: "triggers + strong, high confidence, reported, after 3 days because AP says so".
//!
//! Everything may stand in any order; what follows "because" is the note. Words that mean nothing are a problem rather
//! than part of a note, because a slip in the type would otherwise go unseen.

mod lag;
#[cfg(test)]
mod tests;
mod types;

use api::dto::{LineArgs, LinkReading};
use api::{Fault, FaultCode};
use model::{Basis, Confidence, LinkType, Sign, Strength, Workspace};

use super::reading::{Problem, Span, confidence};
use super::understand::Units;
use crate::lookup::names::squeezed;
use crate::session::Session;

/// The type of a link of which nothing is said: the next step of the same process.
pub(crate) const USUAL_TYPE: &str = "leads_to";

/// What one line about a link means.
pub(crate) fn understand_link(session: &Session, args: LineArgs) -> Result<LinkReading, Fault> {
    read(session.workspace(), &args.line)
}

/// A word of the line.
#[derive(Debug, Clone)]
struct Word {
    span: Span,
    /// In lower case, without the comma behind it.
    text: String,
    used: bool,
}

/// A line while it is being read.
struct Reader<'a> {
    words: Vec<Word>,
    link_type: Option<&'a LinkType>,
    sign: Option<(Span, Sign)>,
    strength: Option<Strength>,
    confidence: Option<Confidence>,
    basis: Option<Basis>,
    lag_days: Option<i32>,
    problems: Vec<Problem>,
}

fn read(workspace: &Workspace, line: &str) -> Result<LinkReading, Fault> {
    let (head, note) = split(line);
    let mut reader = Reader {
        words: cut(head),
        link_type: None,
        sign: None,
        strength: None,
        confidence: None,
        basis: None,
        lag_days: None,
        problems: Vec::new(),
    };
    reader.lag();
    reader.confidence_words();
    reader.single_words();
    reader.link_type = reader.find_type(&workspace.link_types);
    reader.rest(&workspace.link_types);
    let types = &workspace.link_types;
    let usual = types
        .iter()
        .find(|it| it.handle == USUAL_TYPE)
        .or(types.first());
    let link_type = reader.link_type.or(usual).ok_or_else(no_types)?;
    reader.check_sign(link_type);
    let units = Units::of(line);
    Ok(LinkReading {
        link_type: link_type.handle.clone(),
        label: link_type.label.clone(),
        sign: link_type.sign,
        strength: reader.strength,
        confidence: reader.confidence.unwrap_or(Confidence::Moderate),
        basis: reader.basis.unwrap_or(Basis::Judged),
        lag_days: reader.lag_days,
        lag_words: reader.lag_days.map(model::lag_in_words).unwrap_or_default(),
        note: note.to_owned(),
        problems: reader.problems.iter().map(|it| units.problem(it)).collect(),
    })
}

fn no_types() -> Fault {
    Fault::new(FaultCode::NotFound, "the workspace has no link types")
        .help("make a new workspace, which has them")
}

/// What stands before "because" and what follows it.
fn split(line: &str) -> (&str, &str) {
    const BECAUSE: &str = "because";
    let space = |character: Option<char>| character.is_none_or(|it| !it.is_alphanumeric());
    for (at, _) in line.char_indices() {
        let Some(found) = line.get(at..at + BECAUSE.len()) else {
            continue;
        };
        let (head, rest) = (line.get(..at), line.get(at + BECAUSE.len()..));
        if let (Some(head), Some(rest)) = (head, rest)
            && found.eq_ignore_ascii_case(BECAUSE)
            && space(head.chars().next_back())
            && space(rest.chars().next())
        {
            return (head, rest.trim_start_matches([':', ',']).trim());
        }
    }
    (line, "")
}

fn cut(head: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut from = None;
    for (at, character) in head.char_indices().chain([(head.len(), ' ')]) {
        let ends = character.is_whitespace() || matches!(character, ',' | ';');
        match from {
            None if !ends => from = Some(at),
            Some(start) if ends => {
                words.push(Word {
                    span: Span {
                        from: start,
                        to: at,
                    },
                    text: head.get(start..at).unwrap_or_default().to_lowercase(),
                    used: false,
                });
                from = None;
            }
            _ => {}
        }
    }
    words
}

impl Reader<'_> {
    fn text(&self, at: usize) -> &str {
        let open = self.words.get(at).filter(|it| !it.used);
        open.map_or("", |it| it.text.as_str())
    }

    fn use_up(&mut self, from: usize, count: usize) {
        for word in self.words.iter_mut().skip(from).take(count) {
            word.used = true;
        }
    }

    /// "high confidence", "conf:high".
    fn confidence_words(&mut self) {
        for at in 0..self.words.len() {
            let text = self.text(at);
            let (value, count) = match text.split_once(':') {
                Some(("conf" | "confidence", value)) => (value, 1),
                _ if self.text(at + 1) == "confidence" => (text, 2),
                _ => continue,
            };
            if let Some(found) = confidence(value)
                && self.confidence.is_none()
            {
                self.confidence = Some(found);
                self.use_up(at, count);
            }
        }
    }

    /// Words that mean something each by itself.
    fn single_words(&mut self) {
        for at in 0..self.words.len() {
            let text = self.text(at).to_owned();
            let span = self.words.get(at).map(|it| it.span).unwrap_or_default();
            let key = squeezed(&text);
            let word = |known: &str| known == key;
            if let Some(sign) = sign(&text) {
                self.sign = Some((span, sign));
            } else if let Some(it) = Strength::ALL.iter().find(|it| word(it.word()))
                && self.strength.is_none()
            {
                self.strength = Some(*it);
            } else if let Some(it) = Basis::ALL.iter().find(|it| word(it.word()))
                && self.basis.is_none()
            {
                self.basis = Some(*it);
            } else if let Some(it) = Confidence::ALL.iter().find(|it| word(it.word()))
                && self.confidence.is_none()
            {
                self.confidence = Some(*it);
            } else {
                continue;
            }
            self.use_up(at, 1);
        }
    }

    /// Words that mean nothing here.
    fn rest(&mut self, types: &[LinkType]) {
        let open: Vec<usize> = (0..self.words.len())
            .filter(|at| !self.text(*at).is_empty())
            .collect();
        for run in open.chunk_by(|one, next| one + 1 == *next) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else {
                continue;
            };
            let text: Vec<&str> = run.iter().map(|at| self.text(*at)).collect();
            let (from, to) = (self.words.get(*first), self.words.get(*last));
            let span = Span {
                from: from.map_or(0, |it| it.span.from),
                to: to.map_or(0, |it| it.span.to),
            };
            let help = if self.link_type.is_none() {
                let labels: Vec<&str> = types.iter().map(|it| it.label.as_str()).collect();
                format!(
                    "say how one leads to the other: {}; put reasons after \"because\"",
                    labels.join(", ")
                )
            } else {
                String::from("leave it out, or put it after \"because\"")
            };
            let message = format!("\"{}\" is not understood", text.join(" "));
            self.problems.push(Problem {
                span,
                message,
                help,
            });
        }
    }

    fn check_sign(&mut self, link_type: &LinkType) {
        let Some((span, said)) = self.sign.filter(|(_, said)| *said != link_type.sign) else {
            return;
        };
        let label = &link_type.label;
        self.problems.push(Problem {
            span,
            message: format!("\"{label}\" has the sign {}, not {said}", link_type.sign),
            help: String::from("leave the sign out, or choose another type of link"),
        });
    }
}

fn sign(text: &str) -> Option<Sign> {
    match text {
        "+" | "plus" | "raises" => Some(Sign::Plus),
        "-" | "−" | "–" | "minus" | "lowers" => Some(Sign::Minus),
        "0" => Some(Sign::Zero),
        _ => None,
    }
}
