//! The type of a link, found among the words of a line.

use std::cmp::Reverse;

use model::LinkType;

use super::Reader;
use crate::lookup::names;
use crate::lookup::names::slips;
use crate::lookup::titles::{is_stop_word, stem};

/// How well words fit the name of a type: more of them, all of the name, fewer slips.
type Fit = (usize, bool, Reverse<usize>);

impl Reader<'_> {
    /// The type whose handle or label fits the most words; typing errors are tolerated, and so is a part of a label where no
    /// other type has that part ("contributes", "evidence").
    pub(super) fn find_type<'t>(&mut self, types: &'t [LinkType]) -> Option<&'t LinkType> {
        let mut best: Option<(Fit, &LinkType, usize)> = None;
        for at in 0..self.words.len() {
            for it in types {
                for name in [&it.handle, &it.label] {
                    let fit = self.fit(at, &names::words(name));
                    let found = fit.is_some_and(|fit| best.is_none_or(|(best, ..)| fit > best));
                    if let Some(fit) = fit.filter(|_| found) {
                        best = Some((fit, it, at));
                    }
                }
            }
        }
        let whole = best.map(|((count, ..), it, at)| (count, it, at));
        let (count, it, at) = whole.or_else(|| self.by_part(types))?;
        self.use_up(at, count);
        Some(it)
    }

    /// All words of a name, from `at` on.
    fn fit(&self, at: usize, name: &[String]) -> Option<Fit> {
        let mut wrong = 0;
        for (ahead, word) in name.iter().enumerate() {
            wrong += same(self.text(at + ahead), word)?;
        }
        (!name.is_empty()).then_some((name.len(), true, Reverse(wrong)))
    }

    /// A word that only one type has.
    fn by_part<'t>(&self, types: &'t [LinkType]) -> Option<(usize, &'t LinkType, usize)> {
        (0..self.words.len()).find_map(|at| {
            let has = |it: &&LinkType| {
                let mut words = names::words(&it.label);
                words.extend(names::words(&it.handle));
                let fits =
                    |word: &String| !is_stop_word(word) && same(self.text(at), word).is_some();
                words.iter().any(fits)
            };
            let fit: Vec<&LinkType> = types.iter().filter(has).collect();
            match fit.as_slice() {
                [only] => Some((1, *only, at)),
                _ => None,
            }
        })
    }
}

/// The slips between a typed word and one of a name; "trigger" is "triggers".
fn same(typed: &str, word: &str) -> Option<usize> {
    let typed = typed.trim_end_matches(['.', ':']);
    if typed.is_empty() {
        None
    } else if stem(typed) == stem(word) {
        Some(0)
    } else {
        slips(typed, word)
    }
}
