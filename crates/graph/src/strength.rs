//! The strength of a claim, as a number for ranking and as a word for people.
//!
//! The numbers are our own and only rank results: no probability is shown that nobody stated. The number of a claim is its
//! confidence times its strength; that of a chain is the product of its steps, so that a long chain of weak steps ranks
//! below a short one of strong steps.

use model::{Confidence, Link, Strength};

/// The strength of a claim, above 0 and below 1.
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

/// A word for the strength of a chain, compared with single claims of high, moderate or low confidence.
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
