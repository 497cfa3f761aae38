//! Words without a sign that are not part of the title: in parentheses anywhere, or bare at the end.

use super::Span;
use super::reader::Reader;
use super::tail::{MOST_WORDS, Said, said};
use super::token::Sort;

impl Reader<'_> {
    /// "(very likely)", "(disputed)".
    pub(super) fn in_parentheses(&mut self) {
        for at in 0..self.tokens.len() {
            let ends = (at..self.tokens.len().min(at + MOST_WORDS))
                .take_while(|end| self.is_word(*end))
                .collect::<Vec<_>>();
            let found = ends.into_iter().find_map(|end| {
                let text = self.words(at, end + 1);
                let bare = text.trim_end_matches([',', '.', ';']);
                let inner = bare.strip_prefix('(')?.strip_suffix(')')?;
                Some((end, said(inner, &self.context.workspace.scales)?))
            });
            if let Some((end, said)) = found {
                self.take(at, end, said);
            }
        }
    }

    /// Status, grade, likelihood and confidence at the end, as long as a title remains.
    pub(super) fn at_the_end(&mut self) {
        loop {
            let open: Vec<usize> = (0..self.tokens.len())
                .filter(|at| self.is_open(*at))
                .collect();
            let Some(last) = open.last().copied() else {
                return;
            };
            let scales = &self.context.workspace.scales;
            let found = (1..=MOST_WORDS.min(open.len().saturating_sub(1)))
                .rev()
                .find_map(|count| {
                    let first = (last + 1).checked_sub(count)?;
                    let together = (first..=last).all(|at| self.is_word(at));
                    let said = said(&self.words(first, last + 1), scales)?;
                    let fits = !matches!(said, Said::Grade(..)) || self.is_behind_title(first);
                    (together && fits).then_some((first, said))
                });
            let taken = found.is_some_and(|(first, said)| self.take(first, last, said));
            if !taken {
                return;
            }
        }
    }

    /// True at the end of the line, or where a sign or a gap stands before: "Strike blocks the A1 #rail" is about a road.
    fn is_behind_title(&self, at: usize) -> bool {
        let is_last = at + 1 == self.tokens.len();
        let before = at.checked_sub(1);
        let is_apart = before.is_none_or(|it| {
            !self.is_open(it) || self.tokens.get(it).is_some_and(|token| token.gap_after)
        });
        is_last || is_apart
    }

    fn is_word(&self, at: usize) -> bool {
        let word = self.tokens.get(at).is_some_and(|it| it.sort == Sort::Word);
        word && self.is_open(at)
    }

    /// Takes what the tokens `first..=last` say, unless it was said with a sign; then they are words of the title.
    fn take(&mut self, first: usize, last: usize, said: Said) -> bool {
        let span: Span = self.span(first, last);
        let given = match &said {
            Said::Status(_) => self.status.is_some(),
            Said::Grade(..) => self.grade_at.is_some(),
            Said::Likelihood(_) => self.reading.likelihood.is_some(),
            Said::Confidence(_) => self.reading.confidence.is_some(),
        };
        if given {
            return false;
        }
        self.use_up(first, last + 1);
        match said {
            Said::Status(status) => self.take_status(span, status),
            Said::Grade(letter, digit) => self.take_grade(span, (letter, digit)),
            Said::Likelihood(word) => self.take_likelihood(span, word),
            Said::Confidence(confidence) => self.take_confidence(span, confidence),
        }
        true
    }
}
