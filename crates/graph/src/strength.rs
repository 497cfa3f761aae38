//! How much a claim carries, as a number to rank by and as a word to read.
//!
//! The numbers are ours and only order answers: nobody is told a probability that nobody stated. A claim
//! carries its confidence times its strength; a chain carries the product of its steps, so that a long
//! chain of doubtful steps ranks below a short one of firm ones.

use model::{Confidence, Link, Strength};

/// What a claim carries, above 0 and below 1.
#[must_use]
pub fn carried(link: &Link) -> f64 {
    let confidence = match link.confidence {
        Confidence::High => 0.9,
        Confidence::Moderate => 0.65,
        Confidence::Low => 0.35,
    };
    // Not judged counts as one reason among few.
    let strength = match link.strength {
        Some(Strength::Strong) => 1.0,
        Some(Strength::Medium) | None => 0.85,
        Some(Strength::Weak) => 0.6,
    };
    confidence * strength
}

/// A chain in a word: what it carries against what a single claim of high, moderate or low confidence does.
#[must_use]
pub fn word(carried: f64) -> &'static str {
    match carried {
        it if it >= 0.5 => "firm",
        it if it >= 0.25 => "fair",
        it if it >= 0.1 => "weak",
        _ => "thin",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::workspace;

    #[test]
    fn confidence_counts_before_strength() {
        let mut link = workspace(2, &[(1, 2, "causes")]).links.remove(0);
        let mut numbers = Vec::new();
        for confidence in [Confidence::High, Confidence::Moderate, Confidence::Low] {
            for strength in [Some(Strength::Strong), None, Some(Strength::Weak)] {
                (link.confidence, link.strength) = (confidence, strength);
                numbers.push(carried(&link));
            }
        }
        assert!(numbers.iter().all(|it| *it > 0.0 && *it < 1.0));
        assert!(numbers[0] > numbers[3] && numbers[3] > numbers[6]);
        assert!(numbers[0] > numbers[1] && numbers[1] > numbers[2]);
    }

    #[test]
    fn a_single_claim_is_as_firm_as_its_confidence() {
        let words: Vec<&str> = [0.9, 0.85 * 0.65, 0.85 * 0.35, 0.2_f64.powi(2)]
            .map(word)
            .to_vec();
        assert_eq!(words, ["firm", "firm", "fair", "thin"]);
    }
}
