//! The weights of the risk index: the analyst can see and change every one.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use crate::id::{CategoryId, ThemeId};
use crate::{Credibility, Reliability, UnknownWord};

/// One of the weights of the risk index. Its word ("severity-3", "half-life-theme-12") names it in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    /// Of a severity, 1 to 5.
    Severity(u8),
    /// Of a letter: how reliable the source is.
    Reliability(Reliability),
    /// Of a digit: how credible the statement is.
    Credibility(Credibility),
    /// Of entries that have not happened and have no stated likelihood.
    Unstated,
    /// Days after which an event counts half.
    HalfLife,
    /// Days after which an event of this leading theme counts half.
    HalfLifeOfTheme(ThemeId),
    /// Days after which an event of this category counts half; takes precedence over that of the theme.
    HalfLifeOfCategory(CategoryId),
}

impl Weight {
    /// Those that every workspace has, in the order in which they are shown.
    pub fn general() -> impl Iterator<Item = Self> {
        let severities = (1..=5).map(Self::Severity);
        let letters = Reliability::ALL.iter().copied().map(Self::Reliability);
        let digits = Credibility::ALL.iter().copied().map(Self::Credibility);
        let rest = [Self::Unstated, Self::HalfLife];
        severities.chain(letters).chain(digits).chain(rest)
    }

    /// Its default; `None` for a half-life of one theme or category.
    ///
    /// Severity counts as its number. Letters and digits fall from 1 to nearly nothing; F and 6 say "unknown", not
    /// "worst", and are in the middle (the MISP taxonomy of the Admiralty scale gives both 50 of 100). What may
    /// happen counts by its stated likelihood, and without one not at all: "may" states none (ICD 203). The half-life of
    /// thirty days is our own choice.
    #[must_use]
    pub fn usual(self) -> Option<f64> {
        Some(match self {
            Self::Severity(severity) => f64::from(severity),
            Self::Reliability(letter) => match letter {
                Reliability::A => 1.0,
                Reliability::B => 0.85,
                Reliability::C => 0.65,
                Reliability::D => 0.4,
                Reliability::E => 0.15,
                Reliability::F => 0.5,
            },
            Self::Credibility(digit) => match digit {
                Credibility::Confirmed => 1.0,
                Credibility::Probable => 0.8,
                Credibility::Possible => 0.6,
                Credibility::Doubtful => 0.35,
                Credibility::Improbable => 0.1,
                Credibility::Unknown => 0.5,
            },
            Self::Unstated => 0.0,
            Self::HalfLife => 30.0,
            Self::HalfLifeOfTheme(_) | Self::HalfLifeOfCategory(_) => return None,
        })
    }

    /// Its minimum and maximum: a half-life is 0.1 to 36,500 days, any other weight 0 to 1,000.
    #[must_use]
    pub fn range(self) -> (f64, f64) {
        match self {
            Self::HalfLife | Self::HalfLifeOfTheme(_) | Self::HalfLifeOfCategory(_) => {
                (0.1, 36_500.0)
            }
            _ => (0.0, 1_000.0),
        }
    }
}

impl fmt::Display for Weight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Severity(severity) => write!(f, "severity-{severity}"),
            Self::Reliability(letter) => write!(f, "reliability-{}", letter.word()),
            Self::Credibility(digit) => write!(f, "credibility-{}", digit.word()),
            Self::Unstated => f.write_str("unstated"),
            Self::HalfLife => f.write_str("half-life"),
            Self::HalfLifeOfTheme(id) => write!(f, "half-life-theme-{id}"),
            Self::HalfLifeOfCategory(id) => write!(f, "half-life-category-{id}"),
        }
    }
}

impl FromStr for Weight {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        if let Some(known) = Self::general().find(|it| it.to_string() == text) {
            return Ok(known);
        }
        let of_theme = || {
            Some(Self::HalfLifeOfTheme(
                text.strip_prefix("half-life-theme-")?.parse().ok()?,
            ))
        };
        let of_category = || {
            Some(Self::HalfLifeOfCategory(
                text.strip_prefix("half-life-category-")?.parse().ok()?,
            ))
        };
        of_theme().or_else(of_category).ok_or_else(|| UnknownWord {
            what: "weight",
            word: text.chars().take(60).collect(),
            known: String::from("severity-1 to severity-5, reliability-A to F, credibility-1 to 6, unstated, half-life"),
        })
    }
}

/// The weights that differ from [`Weight::usual`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Weights(BTreeMap<String, (Weight, f64)>);

impl Weights {
    /// The value of `weight`; for a theme or category without its own half-life, the general one.
    #[must_use]
    pub fn of(&self, weight: Weight) -> f64 {
        let own = self.own(weight).or_else(|| weight.usual());
        own.unwrap_or_else(|| self.of(Weight::HalfLife))
    }

    /// The value that the analyst has set, if any.
    #[must_use]
    pub fn own(&self, weight: Weight) -> Option<f64> {
        if self.0.is_empty() {
            return None;
        }
        self.0.get(&weight.to_string()).map(|(_, value)| *value)
    }

    /// Sets a weight.
    pub fn set(&mut self, weight: Weight, value: f64) {
        self.0.insert(weight.to_string(), (weight, value));
    }

    /// All values that were set, in the order of their words.
    pub fn all(&self) -> impl Iterator<Item = (Weight, f64)> {
        self.0.values().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::{Weight, Weights};
    use crate::ThemeId;

    #[test]
    fn every_weight_has_a_word_and_comes_back_from_it() {
        let own = [
            Weight::HalfLifeOfTheme(ThemeId(7)),
            Weight::HalfLifeOfCategory(crate::CategoryId(9)),
        ];
        for weight in Weight::general().chain(own) {
            assert_eq!(weight.to_string().parse(), Ok(weight));
        }
        assert!("severity-6".parse::<Weight>().is_err());
    }

    #[test]
    fn a_theme_has_the_general_half_life_until_it_has_its_own() {
        let mut weights = Weights::default();
        let of_theme = Weight::HalfLifeOfTheme(ThemeId(7));
        assert_eq!(weights.of(of_theme), 30.0);
        weights.set(Weight::HalfLife, 10.0);
        assert_eq!(weights.of(of_theme), 10.0);
        weights.set(of_theme, 3.0);
        assert_eq!(weights.of(of_theme), 3.0);
    }
}
