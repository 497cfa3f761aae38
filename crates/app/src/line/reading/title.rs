//! The title: what is left.

use super::reader::Reader;
use super::token::Sort;

impl Reader<'_> {
    /// Takes all that is left. A title in quotation marks is taken unchanged; otherwise spaces are collapsed.
    pub(super) fn title(&mut self) {
        let mut open: Vec<usize> = (0..self.tokens.len())
            .filter(|at| self.is_open(*at))
            .collect();
        // A dash or comma between date and title.
        let marks = open.iter().take_while(|at| self.is_mark(**at)).count();
        if marks < open.len() && self.reading.date.is_some() {
            open.drain(..marks);
        }
        if let [only] = open.as_slice()
            && let Some(token) = self.tokens.get(*only)
            && token.sort == Sort::Quoted
        {
            self.reading.title = token.value.trim().to_owned();
        } else {
            self.reading.title = self.tidied(&open);
        }
        for run in open.chunk_by(|one, next| one + 1 == *next) {
            if let (Some(first), Some(last)) = (run.first(), run.last()) {
                self.part(self.span(*first, *last), "title", "");
            }
        }
    }

    fn is_mark(&self, at: usize) -> bool {
        let value = self.tokens.get(at).map_or("", |it| it.value.as_str());
        value
            .chars()
            .all(|it| matches!(it, ',' | ';' | ':' | '-' | '–' | '—'))
    }

    fn tidied(&self, open: &[usize]) -> String {
        let runs = open.chunk_by(|one, next| one + 1 == *next);
        let texts = runs.filter_map(|run| {
            let span = self.span(*run.first()?, *run.last()?);
            self.line.get(span.from..span.to)
        });
        let all = texts.collect::<Vec<_>>().join(" ");
        let words: Vec<&str> = all.split_whitespace().collect();
        words
            .join(" ")
            .trim_end_matches([',', ';'])
            .trim_end()
            .to_owned()
    }
}
