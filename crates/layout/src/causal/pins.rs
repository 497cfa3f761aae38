//! Nodes that are pinned to a row.
//!
//! Rows keep the numbers that they have without any pin, so that pinning a node moves only what is in its way. A pin
//! between two numbers gets a row of its own between them.

use super::graph::{Edge, Node};
use super::rows::{Grid, keeps};

/// A row of a grid under construction.
#[derive(Default)]
struct PinnedRow {
    number: f32,
    members: Vec<usize>,
}

/// `grid` with every pinned node in its row. If two are pinned to the same place, the first in the list gets it and the
/// other goes below.
pub(super) fn held(nodes: &[Node], edges: &[Edge], grid: Grid, pins: &[Option<f32>]) -> Grid {
    if pins.iter().all(Option::is_none) {
        return grid;
    }
    let keep = keeps(nodes, edges);
    let mut rows = Rows::of(&grid, pins, &keep);
    // All of them before any node, so that a node that is moved aside goes between them.
    pins.iter().flatten().for_each(|it| _ = rows.numbered(*it));
    let given_way: Vec<usize> = (0..nodes.len())
        .filter_map(|node| Some(rows.hold(node, pins[node]?, pins)))
        .flatten()
        .collect();
    for node in given_way {
        rows.make_room(node, grid.number[grid.row[node]]);
    }
    rows.grid(&grid)
}

struct Rows<'a> {
    /// By number.
    rows: Vec<PinnedRow>,
    /// The part of its row that each node needs for itself.
    keep: &'a [(f32, f32)],
}

impl<'a> Rows<'a> {
    /// The rows of `grid` without the pinned nodes.
    fn of(grid: &Grid, pins: &[Option<f32>], keep: &'a [(f32, f32)]) -> Self {
        let row = |(members, number): (&Vec<usize>, &f32)| PinnedRow {
            number: *number,
            members: members
                .iter()
                .copied()
                .filter(|it| pins[*it].is_none())
                .collect(),
        };
        Self {
            rows: grid.members.iter().zip(&grid.number).map(row).collect(),
            keep,
        }
    }

    fn fits(&self, node: usize, other: usize) -> bool {
        let (one, two) = (self.keep[node], self.keep[other]);
        two.1 < one.0 || one.1 < two.0
    }

    fn has_room(&self, row: usize, node: usize) -> bool {
        self.rows[row].members.iter().all(|it| self.fits(node, *it))
    }

    /// Puts a node into the row that it is pinned to; returns the nodes that have to move.
    fn hold(&mut self, node: usize, number: f32, pins: &[Option<f32>]) -> Vec<usize> {
        let at = match self
            .rows
            .binary_search_by(|it| it.number.total_cmp(&number))
        {
            Ok(at) => at,
            Err(at) => self.insert(at, number),
        };
        let is_pinned = |it: &usize| pins[*it].is_some();
        let taken = self.rows[at].members.iter().filter(|it| is_pinned(it));
        if taken.copied().any(|it| !self.fits(node, it)) {
            let below = self.below(at);
            self.rows[below].members.push(node);
            return Vec::new();
        }
        let members = std::mem::take(&mut self.rows[at].members);
        let (stay, go): (Vec<usize>, Vec<usize>) =
            members.into_iter().partition(|it| self.fits(node, *it));
        self.rows[at].members = stay;
        self.rows[at].members.push(node);
        go
    }

    /// Moves a node out of row `number` into the one below or above if that has room, or into a new row below.
    fn make_room(&mut self, node: usize, number: f32) {
        let at = self.rows.partition_point(|it| it.number < number);
        let near = [at.checked_add(1), at.checked_sub(1)];
        let free = near
            .into_iter()
            .flatten()
            .find(|it| *it < self.rows.len() && self.has_room(*it, node));
        let row = free.unwrap_or_else(|| self.below(at));
        self.rows[row].members.push(node);
    }

    /// The row with this number, made if there is none.
    fn numbered(&mut self, number: f32) -> usize {
        match self
            .rows
            .binary_search_by(|it| it.number.total_cmp(&number))
        {
            Ok(at) => at,
            Err(at) => self.insert(at, number),
        }
    }

    /// A new row under the one at `at`.
    fn below(&mut self, at: usize) -> usize {
        let here = self.rows[at].number;
        let next = self.rows.get(at + 1).map_or(here + 1.0, |it| it.number);
        self.insert(at + 1, f32::midpoint(here, next))
    }

    fn insert(&mut self, at: usize, number: f32) -> usize {
        let members = Vec::new();
        self.rows.insert(at, PinnedRow { number, members });
        at
    }

    /// Drops rows that have become empty.
    fn grid(mut self, before: &Grid) -> Grid {
        self.rows.retain(|it| !it.members.is_empty());
        let mut grid = Grid {
            row: vec![0; before.row.len()],
            ..Grid::default()
        };
        for first in &before.first_of_part {
            let number = before.number[*first];
            grid.first_of_part
                .push(self.rows.partition_point(|it| it.number < number));
        }
        for (at, row) in self.rows.into_iter().enumerate() {
            row.members.iter().for_each(|it| grid.row[*it] = at);
            grid.members.push(row.members);
            grid.number.push(row.number);
        }
        grid
    }
}
