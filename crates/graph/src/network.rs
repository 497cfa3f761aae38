//! A network of difference constraints: "b is at most x more than a".
//!
//! A simple temporal network in the sense of Dechter, Meiri, Pearl (1991). Rules are added one by one, and the latest
//! solution is updated by what each new rule changes (Ramalingam, Song, Joskowicz, Miller 1999; Cotton and
//! Maler 2006). A rule that leaves no solution is refused, together with the rules that it contradicts: a cycle of
//! rules with a negative sum. Such a cycle is minimal, because rules without a negative cycle always have a solution.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use crate::extent::FAR;

/// "`later` is at most `at_most` more than `earlier`."
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rule<W> {
    pub(crate) earlier: usize,
    pub(crate) later: usize,
    pub(crate) at_most: i64,
    /// What it comes from.
    pub(crate) why: W,
}

/// The origin. Nothing is more than [`FAR`] from it.
pub(crate) const ZERO: usize = 0;

/// Numbers and the rules between them.
#[derive(Debug, Clone)]
pub(crate) struct Network<W> {
    rules: Vec<Rule<W>>,
    /// Rules by their earlier number.
    from: Vec<Vec<usize>>,
    /// The greatest value of each number.
    latest: Vec<i64>,
    /// The rule that keeps it from being greater.
    held_by: Vec<Option<usize>>,
}

/// Rules that cannot all hold, each starting where the previous one ends, and by how much they fail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Conflict<W> {
    pub(crate) rules: Vec<Rule<W>>,
    pub(crate) lacking: i64,
}

impl<W: Copy> Network<W> {
    /// A network of this many numbers, the first of which is [`ZERO`].
    pub(crate) fn new(numbers: usize) -> Self {
        let mut latest = vec![FAR; numbers];
        if let Some(zero) = latest.first_mut() {
            *zero = 0;
        }
        Self {
            rules: Vec::new(),
            from: vec![Vec::new(); numbers],
            latest,
            held_by: vec![None; numbers],
        }
    }

    /// Adds a rule, or returns the earlier rules that it contradicts.
    pub(crate) fn add(&mut self, rule: Rule<W>) -> Result<(), Conflict<W>> {
        let at = self.rules.len();
        self.rules.push(rule);
        let mut before = Vec::new();
        if let Err(closing) = self.lower_from(at, &mut before) {
            let conflict = self.conflict(at, closing);
            for (number, latest, held_by) in before.into_iter().rev() {
                (self.latest[number], self.held_by[number]) = (latest, held_by);
            }
            self.rules.pop();
            return Err(conflict);
        }
        self.from[rule.earlier].push(at);
        Ok(())
    }

    /// The greatest value of a number, [`FAR`] when it is unbounded.
    pub(crate) fn latest(&self, number: usize) -> i64 {
        self.latest[number]
    }

    /// The rules that bound a number from above, starting at zero.
    pub(crate) fn held_by(&self, number: usize) -> Vec<Rule<W>> {
        let mut chain = Vec::new();
        let mut at = number;
        while let Some(rule) = self.held_by[at] {
            chain.push(self.rules[rule]);
            at = self.rules[rule].earlier;
            if at == ZERO {
                break;
            }
        }
        chain.reverse();
        chain
    }

    /// The reversed network: its greatest values are the least values here, negated.
    pub(crate) fn turned(&self) -> Self {
        let mut turned = Self::new(self.latest.len());
        for rule in &self.rules {
            let back = Rule {
                earlier: rule.later,
                later: rule.earlier,
                ..*rule
            };
            // Rules with a solution have one in reverse.
            drop(turned.add(back));
        }
        turned
    }

    /// Lowers the numbers that the rule at `first` affects, the farthest first, so that each is lowered once. Returns the rule
    /// that closes a cycle if this does not end. Old values are recorded in `before`.
    fn lower_from(
        &mut self,
        first: usize,
        before: &mut Vec<(usize, i64, Option<usize>)>,
    ) -> Result<(), usize> {
        let rule = self.rules[first];
        let mut heap = BinaryHeap::new();
        let mut done = BTreeSet::new();
        let by = self.latest[rule.earlier] + rule.at_most - self.latest[rule.later];
        if by < 0 {
            heap.push(Reverse((by, rule.later, first)));
        }
        while let Some(Reverse((by, number, held_by))) = heap.pop() {
            if number == ZERO || number == rule.earlier {
                return Err(held_by);
            }
            if !done.insert(number) {
                continue;
            }
            before.push((number, self.latest[number], self.held_by[number]));
            self.latest[number] += by;
            self.held_by[number] = Some(held_by);
            for &next in &self.from[number] {
                let Rule { later, at_most, .. } = self.rules[next];
                let by = self.latest[number] + at_most - self.latest[later];
                if by < 0 && !done.contains(&later) {
                    heap.push(Reverse((by, later, next)));
                }
            }
        }
        Ok(())
    }

    /// The cycle that the rule `closing` closes, followed back until the chain repeats.
    fn conflict(&self, added: usize, closing: usize) -> Conflict<W> {
        let mut chain = vec![closing];
        let mut seen = vec![self.rules[closing].later];
        let mut at = self.rules[closing].earlier;
        while !seen.contains(&at) {
            seen.push(at);
            // The number at the start of the added rule is bounded by its previous rule.
            let Some(held_by) = self.held_by[at] else {
                break;
            };
            chain.push(held_by);
            at = self.rules[held_by].earlier;
        }
        // What is beyond the repeated number is not part of the cycle.
        if let Some(round) = seen.iter().position(|it| *it == at) {
            chain.drain(..round);
        }
        chain.reverse();
        debug_assert!(chain.contains(&added));
        let rules: Vec<Rule<W>> = chain.into_iter().map(|at| self.rules[at]).collect();
        let lacking = -rules.iter().map(|it| it.at_most).sum::<i64>();
        Conflict { rules, lacking }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    type Plain = Rule<usize>;

    fn rule(earlier: usize, later: usize, at_most: i64, why: usize) -> Plain {
        Rule {
            earlier,
            later,
            at_most,
            why,
        }
    }

    /// Every dating of numbers 1 to 3 in 0 to 6 that obeys `rules`.
    fn datings(rules: &[Plain]) -> Vec<[i64; 4]> {
        let all = (0..7_i64.pow(3)).map(|it| [0, it % 7, it / 7 % 7, it / 49]);
        let obeys = |it: &[i64; 4]| {
            rules
                .iter()
                .all(|rule| it[rule.later] - it[rule.earlier] <= rule.at_most)
        };
        all.filter(obeys).collect()
    }

    /// Bounds that keep every number in 0 to 6.
    fn bounds() -> Vec<Plain> {
        let of = |it| [rule(ZERO, it, 6, 100 + it), rule(it, ZERO, 0, 200 + it)];
        (1..4).flat_map(of).collect()
    }

    #[test]
    fn what_comes_round_to_less_than_nothing_is_a_conflict() {
        let mut network = Network::new(3);
        network.add(rule(1, 2, -1, 0)).unwrap();
        let conflict = network.add(rule(2, 1, 0, 1)).unwrap_err();
        assert_eq!(conflict.rules.len(), 2);
        assert_eq!(conflict.lacking, 1);
        // It was left out, so that the rest still has a dating.
        network.add(rule(2, 1, 1, 2)).unwrap();
    }

    #[test]
    fn a_bound_travels_and_says_what_it_comes_from() {
        let mut network = Network::new(4);
        network.add(rule(1, 2, 0, 0)).unwrap();
        network.add(rule(2, 3, 0, 1)).unwrap();
        network.add(rule(ZERO, 1, 5, 2)).unwrap();
        assert_eq!(network.latest(3), 5);
        let why: Vec<usize> = network.held_by(3).iter().map(|it| it.why).collect();
        assert_eq!(why, [2, 0, 1]);
    }

    proptest! {
        #[test]
        fn conflicts_are_real_and_minimal_and_bounds_are_exact(
            rules in prop::collection::vec((0..4_usize, 0..4_usize, -4..5_i64), 0..12)
        ) {
            let mut network = Network::new(4);
            let mut kept = bounds();
            for it in &kept {
                network.add(*it).unwrap();
            }
            for (why, (earlier, later, at_most)) in rules.into_iter().enumerate() {
                let it = rule(earlier, later, at_most, why);
                if earlier == later {
                    continue;
                }
                match network.add(it) {
                    Ok(()) => kept.push(it),
                    Err(conflict) => {
                        prop_assert!(conflict.lacking > 0);
                        prop_assert!(conflict.rules.contains(&it));
                        prop_assert!(conflict.rules.iter().all(|it| kept.contains(it) || it.why == why));
                        minimal(&conflict.rules)?;
                    }
                }
                let found = datings(&kept);
                prop_assert!(!found.is_empty());
                let turned = network.turned();
                for number in 1..4 {
                    let most = found.iter().map(|it| it[number]).max();
                    let least = found.iter().map(|it| it[number]).min();
                    prop_assert_eq!(Some(network.latest(number)), most);
                    prop_assert_eq!(Some(-turned.latest(number)), least);
                }
            }
        }
    }

    /// No dating at all obeys them, and leaving out any one lets one in. The numbers may be anything here, so that
    /// only the rules themselves count.
    fn minimal(rules: &[Plain]) -> Result<(), TestCaseError> {
        prop_assert!(!has_dating(rules));
        for at in 0..rules.len() {
            let mut rest = rules.to_vec();
            rest.remove(at);
            prop_assert!(has_dating(&rest));
        }
        Ok(())
    }

    /// Bellman and Ford, on every number at once.
    fn has_dating(rules: &[Plain]) -> bool {
        let mut value = [0_i64; 4];
        for _ in 0..5 {
            for it in rules {
                value[it.later] = value[it.later].min(value[it.earlier] + it.at_most);
            }
        }
        rules
            .iter()
            .all(|it| value[it.later] <= value[it.earlier] + it.at_most)
    }
}
