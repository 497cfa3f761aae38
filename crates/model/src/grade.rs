//! How reliable information is: Admiralty grades, confidence, and scales of likelihood.

use crate::word::words;

words! {
    /// Reliability of a source: the letter of the NATO Admiralty grade (AJP-2.1; FM 2-22.3, appendix B).
    Reliability, "reliability" {
        /// Completely reliable.
        A = "A",
        /// Usually reliable.
        B = "B",
        /// Fairly reliable.
        C = "C",
        /// Not usually reliable.
        D = "D",
        /// Unreliable.
        E = "E",
        /// Cannot be judged: unknown, not worst.
        F = "F",
    }
}

words! {
    /// Credibility of a statement: the digit of the NATO Admiralty grade, independent of the letter.
    Credibility, "credibility" {
        /// Confirmed by other independent sources.
        Confirmed = "1",
        /// Probably true.
        Probable = "2",
        /// Possibly true.
        Possible = "3",
        /// Doubtful.
        Doubtful = "4",
        /// Improbable.
        Improbable = "5",
        /// Truth cannot be judged: unknown, not worst.
        Unknown = "6",
    }
}

words! {
    /// Confidence in a judgment (JP 2-0): about the evidence, never about the likelihood.
    Confidence, "confidence" {
        /// Uncorroborated, many assumptions.
        Low = "low",
        /// Partly corroborated, several assumptions.
        Moderate = "moderate",
        /// Well corroborated, few assumptions.
        High = "high",
    }
}

/// A word of a likelihood scale, such as "unlikely".
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ScaleWord(pub String);

/// A probability range in percent, [low, high); the last band includes its upper end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// Lower end, percent.
    pub low_percent: u8,
    /// Upper end, percent.
    pub high_percent: u8,
}

/// A scale of likelihood words, such as ICD 203 (2015), table in section D.6.e(2)(a).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    /// Name shown to the analyst.
    pub name: String,
    /// Terms with their bands, from the least to the most likely. Two terms may share a band.
    pub words: Vec<(ScaleWord, Band)>,
}

impl Scale {
    /// The band of `word`, or `None` when the scale does not know it.
    #[must_use]
    pub fn band(&self, word: &ScaleWord) -> Option<Band> {
        self.words
            .iter()
            .find(|(known, _)| known == word)
            .map(|(_, band)| *band)
    }
}
