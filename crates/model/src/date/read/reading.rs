//! Which parts of a phrase are ambiguous.

use super::token::Kind;
use super::typed::{Reading, Typed};
use super::vocabulary::month;
use super::zone::minutes_east;

impl Reading {
    /// All combinations of readings; `self` says how many there are of each kind.
    pub(super) fn all(self) -> Vec<Self> {
        type Field = fn(&mut Reading) -> &mut usize;
        let fields: [Field; 6] = [
            |it| &mut it.numeric,
            |it| &mut it.decade,
            |it| &mut it.years,
            |it| &mut it.long_year,
            |it| &mut it.month_dash,
            |it| &mut it.zone,
        ];
        let mut all = vec![Self::default()];
        for field in fields {
            let count = *field(&mut self.clone());
            all = (0..count.max(1))
                .flat_map(|at| {
                    all.iter().map(move |reading| {
                        let mut reading = *reading;
                        *field(&mut reading) = at;
                        reading
                    })
                })
                .collect();
        }
        all
    }
}

impl Typed {
    /// How many readings there are of each kind; 0 and 1 are the same.
    pub(super) fn readings(&self) -> Reading {
        let mut count = Reading::default();
        for ahead in 0.. {
            let Some(kind) = self.ahead(ahead) else {
                return count;
            };
            match kind {
                Kind::Numeric { day_first, .. } if !day_first => count.numeric = 2,
                Kind::Decade(decade) if decade % 100 == 0 => count.decade = 2,
                Kind::YearAnd { .. } => count.years = 2,
                Kind::Number(_, 5..=7) => count.long_year = 2,
                Kind::Word(word) => {
                    let zones = minutes_east(word, self.is_upper(ahead)).len();
                    count.zone = count.zone.max(zones);
                    if self.has_month_dash(ahead) {
                        count.month_dash = 2;
                    }
                }
                _ => {}
            }
        }
        count
    }

    /// "Jun-25" by itself, as spreadsheets write June 2025. "14 May-12 Aug" and "Jun-11-2025" are something else.
    pub(super) fn has_month_dash(&self, ahead: usize) -> bool {
        let is_number = |kind: Option<&Kind>| matches!(kind, Some(Kind::Number(..)));
        let begins = ahead == 0 && !self.is_behind_number()
            || ahead > 0 && !is_number(self.ahead(ahead - 1)) && !self.is_joined(ahead);
        let follows = match self.ahead(ahead + 3) {
            Some(Kind::Number(..) | Kind::Mark('-' | ',' | '\'')) => true,
            Some(Kind::Word(word)) => month(word).is_some(),
            _ => false,
        };
        begins
            && month(self.word(ahead)).is_some()
            && self.ahead(ahead + 1) == Some(&Kind::Mark('-'))
            && matches!(self.ahead(ahead + 2), Some(Kind::Number(1..=31, 2)))
            && !follows
    }

    /// True for the word after "11-" and "2025-".
    fn is_joined(&self, ahead: usize) -> bool {
        let is_dash = self.ahead(ahead - 1) == Some(&Kind::Mark('-'));
        is_dash && ahead > 1 && matches!(self.ahead(ahead - 2), Some(Kind::Number(..)))
    }
}
