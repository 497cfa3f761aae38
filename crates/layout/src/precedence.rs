//! An order in which what acts comes before what is acted on.
//!
//! The linear ordering problem: rows and columns of a table of counts get one order, so that as little as possible lies
//! below the diagonal. It is started greedily (Eades, Lin and Smyth 1993, "A fast and effective heuristic for the
//! feedback arc set problem") and improved by moving one item at a time to its best place (Chanas and Kobylański 1996,
//! "A new heuristic algorithm solving the linear ordering problem").

/// At most this many rounds of moving each item to its best place; few are ever needed.
const MOST_ROUNDS: usize = 50;

/// The items of a table in an order with little below the diagonal; `weights[a][b]` is how much `a` acts on `b`. Items
/// that are equally good in two places keep the order of the table.
#[must_use]
pub fn order(weights: &[Vec<u32>]) -> Vec<usize> {
    let mut order = greedy(weights);
    for _ in 0..MOST_ROUNDS {
        let mut moved = false;
        for item in 0..weights.len() {
            moved |= moves(weights, &mut order, item);
        }
        if !moved {
            break;
        }
    }
    order
}

/// How much lies below the diagonal in this order: what acts on something that comes before it.
#[must_use]
pub fn against(weights: &[Vec<u32>], order: &[usize]) -> u32 {
    let pairs = order
        .iter()
        .enumerate()
        .flat_map(|(at, later)| order[..at].iter().map(move |earlier| (*later, *earlier)));
    pairs
        .map(|(later, earlier)| weight(weights, later, earlier))
        .sum()
}

fn weight(weights: &[Vec<u32>], from: usize, to: usize) -> u32 {
    weights
        .get(from)
        .and_then(|it| it.get(to))
        .copied()
        .unwrap_or(0)
}

/// One after the other the item that acts most, compared with how much it is acted on, among those that are left.
fn greedy(weights: &[Vec<u32>]) -> Vec<usize> {
    let mut left: Vec<usize> = (0..weights.len()).collect();
    let mut order = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let surplus = |item: usize| -> i64 {
            let others = left.iter().filter(|it| **it != item);
            others
                .map(|it| {
                    i64::from(weight(weights, item, *it)) - i64::from(weight(weights, *it, item))
                })
                .sum()
        };
        // The first of those that act most.
        let best = left
            .iter()
            .enumerate()
            .max_by_key(|(at, item)| (surplus(**item), std::cmp::Reverse(*at)))
            .map_or(0, |it| it.0);
        order.push(left.remove(best));
    }
    order
}

/// Moves an item to the place where least lies below the diagonal; says whether that is less than before.
fn moves(weights: &[Vec<u32>], order: &mut Vec<usize>, item: usize) -> bool {
    let Some(from) = order.iter().position(|it| *it == item) else {
        return false;
    };
    order.remove(from);
    // What is gained, relative to the first place, by standing after each of the others.
    let mut gain = 0_i64;
    let mut gains = vec![0_i64];
    for other in order.iter() {
        gain += i64::from(weight(weights, *other, item)) - i64::from(weight(weights, item, *other));
        gains.push(gain);
    }
    let best = gains.iter().copied().max().unwrap_or(0);
    let to = if gains[from] == best {
        from
    } else {
        gains.iter().position(|it| *it == best).unwrap_or(from)
    };
    order.insert(to, item);
    to != from
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_chain_is_put_in_its_order() {
        // 2 acts on 0, 0 on 1, and 1 a little on 2.
        let weights = vec![vec![0, 3, 0], vec![0, 0, 1], vec![4, 0, 0]];
        assert_eq!(order(&weights), [2, 0, 1]);
        assert_eq!(against(&weights, &[2, 0, 1]), 1);
        assert_eq!(against(&weights, &[0, 1, 2]), 4);
    }

    #[test]
    fn what_does_not_act_keeps_its_order() {
        assert_eq!(order(&vec![vec![0; 4]; 4]), [0, 1, 2, 3]);
    }

    proptest! {
        /// No item can be moved to a better place, from which follows that at most half of it all lies below.
        #[test]
        fn nothing_is_lost_and_little_is_below(cells in prop::collection::vec(0_u32..6, 25)) {
            let weights: Vec<Vec<u32>> = cells.chunks(5).map(<[u32]>::to_vec).collect();
            let found = order(&weights);
            let mut sorted = found.clone();
            sorted.sort_unstable();
            prop_assert_eq!(sorted, vec![0, 1, 2, 3, 4]);
            let apart = |it: usize| weights[it].iter().sum::<u32>() - weights[it][it];
            let total: u32 = (0..5).map(apart).sum();
            prop_assert!(2 * against(&weights, &found) <= total);
            for item in 0..5 {
                let mut other = found.clone();
                moves(&weights, &mut other, item);
                prop_assert_eq!(&other, &found);
            }
        }
    }
}
