//! Words that need no sign: status, grade, likelihood and confidence at the end of a line, or in parentheses.

use model::{Confidence, Credibility, Reliability, Scale, ScaleWord, Status};

use crate::lookup::names::{squeezed, words};

/// What such words say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Said {
    /// How far it is fact.
    Status(Status),
    /// Letter and digit.
    Grade(Option<Reliability>, Option<Credibility>),
    /// A word of a scale.
    Likelihood(ScaleWord),
    /// How sure one is.
    Confidence(Confidence),
}

/// The most words that belong together ("almost no chance").
pub(crate) const MOST_WORDS: usize = 3;

/// What `text` says by itself, if it says anything.
pub(crate) fn said(text: &str, scales: &[Scale]) -> Option<Said> {
    let bare = text.trim_end_matches(['.', ',', ';']);
    status(bare)
        .map(Said::Status)
        .or_else(|| both_marks(bare).map(|(letter, digit)| Said::Grade(Some(letter), Some(digit))))
        .or_else(|| likelihood(bare, scales).map(Said::Likelihood))
        .or_else(|| {
            let word = bare.strip_suffix("confidence")?.trim_end();
            confidence(word).map(Said::Confidence)
        })
}

/// The status of a word.
pub(crate) fn status(word: &str) -> Option<Status> {
    let key = squeezed(word);
    if key == "canceled" {
        return Some(Status::Cancelled);
    }
    Status::ALL
        .iter()
        .copied()
        .find(|it| squeezed(it.word()) == key)
}

/// The confidence of a word.
pub(crate) fn confidence(word: &str) -> Option<Confidence> {
    let key = squeezed(word);
    if key == "medium" {
        return Some(Confidence::Moderate);
    }
    Confidence::ALL.iter().copied().find(|it| it.word() == key)
}

/// The word of the first scale that has it; hyphens stand for spaces.
pub(crate) fn likelihood(text: &str, scales: &[Scale]) -> Option<ScaleWord> {
    let typed = words(text);
    if typed.is_empty() || typed.len() > MOST_WORDS {
        return None;
    }
    let mut known = scales.iter().flat_map(|scale| &scale.words);
    known
        .find(|(word, _)| words(&word.0) == typed)
        .map(|(word, _)| word.clone())
}

/// "B2", in capitals: "b2" may be anything.
fn both_marks(word: &str) -> Option<(Reliability, Credibility)> {
    match grade(word)? {
        (Some(letter), Some(digit)) => Some((letter, digit)),
        _ => None,
    }
}

/// "B2", "B" or "2".
pub(crate) fn grade(word: &str) -> Option<(Option<Reliability>, Option<Credibility>)> {
    let mark = |text: &str| {
        (
            text.parse::<Reliability>().ok(),
            text.parse::<Credibility>().ok(),
        )
    };
    match word.len() {
        1 => Some(mark(word)).filter(|(letter, digit)| letter.is_some() || digit.is_some()),
        2 => {
            let (letter, _) = mark(word.get(..1)?);
            let (_, digit) = mark(word.get(1..)?);
            (letter.is_some() && digit.is_some()).then_some((letter, digit))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::said;

    #[test]
    fn words_that_need_no_sign() {
        let scales = crate::session::sample::basics().unwrap().scales;
        let told =
            |text: &str| said(text, &scales).map_or(String::from("-"), |it| format!("{it:?}"));
        for (text, wanted) in [
            ("planned", "Status(Planned)"),
            ("Doubtful", "Status(Doubtful)"),
            ("canceled", "Status(Cancelled)"),
            ("B2", "Grade(Some(B), Some(Probable))"),
            ("b2", "-"),
            ("G7", "-"),
            ("A", "-"),
            ("very likely", "Likelihood(ScaleWord(\"very likely\"))"),
            ("Very-likely", "Likelihood(ScaleWord(\"very likely\"))"),
            (
                "almost no chance",
                "Likelihood(ScaleWord(\"almost no chance\"))",
            ),
            (
                "realistic possibility",
                "Likelihood(ScaleWord(\"realistic possibility\"))",
            ),
            ("high confidence", "Confidence(High)"),
            ("medium confidence", "Confidence(Moderate)"),
            ("confidence", "-"),
            ("may", "-"),
            ("could", "-"),
            ("might", "-"),
            ("possible", "-"),
            ("", "-"),
        ] {
            assert_eq!(told(text), wanted, "{text}");
        }
    }
}
