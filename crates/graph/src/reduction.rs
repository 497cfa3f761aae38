//! Redundant links: from A to B where a chain leads from A to B already.
//!
//! The transitive reduction (Aho, Garey, Ullman 1972), one link at a time, so that with cycles too whatever was reached
//! before is reached after.

/// For each edge whether it is implied by others that are kept. Edges are examined in the order of the list: put first what
/// should be dropped first.
#[must_use]
pub fn implied_by_chains(nodes: usize, edges: &[(usize, usize)]) -> Vec<bool> {
    let mut out: Vec<Vec<usize>> = vec![Vec::new(); nodes];
    for (at, (from, _)) in edges.iter().enumerate() {
        out[*from].push(at);
    }
    let mut implied = vec![false; edges.len()];
    for (at, &(from, to)) in edges.iter().enumerate() {
        implied[at] = from != to && is_reached(from, to, at, edges, &out, &implied);
    }
    implied
}

/// Whether a chain of at least two edges leads from `from` to `to` without the edge `without` and those left out.
fn is_reached(
    from: usize,
    to: usize,
    without: usize,
    edges: &[(usize, usize)],
    out: &[Vec<usize>],
    left_out: &[bool],
) -> bool {
    let mut seen = vec![false; out.len()];
    let mut open = vec![from];
    seen[from] = true;
    while let Some(node) = open.pop() {
        for &edge in &out[node] {
            let next = edges[edge].1;
            // A second claim for the same step is no chain.
            let is_direct = node == from && next == to;
            if edge == without || left_out[edge] || is_direct || seen[next] {
                continue;
            }
            if next == to {
                return true;
            }
            seen[next] = true;
            open.push(next);
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::implied_by_chains;

    #[test]
    fn a_shortcut_is_implied_and_a_second_claim_is_not() {
        assert_eq!(
            implied_by_chains(3, &[(0, 1), (1, 2), (0, 2)]),
            [false, false, true]
        );
        assert_eq!(implied_by_chains(2, &[(0, 1), (0, 1)]), [false, false]);
    }

    #[test]
    fn a_cycle_stays_a_cycle() {
        let edges = [(0, 2), (1, 0), (0, 1), (1, 2), (2, 0)];
        let implied = implied_by_chains(3, &edges);
        assert_eq!(implied, [true, true, false, false, false]);
    }
}
