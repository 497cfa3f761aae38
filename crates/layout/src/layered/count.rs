//! Counting crossings between two layers (Barth, Mutzel, Jünger 2004): inversions in the list of lower ends.

use super::layering::Layering;

/// Buffers for counting, reused.
#[derive(Debug, Default)]
pub(super) struct Counter {
    ends: Vec<u32>,
    tree: Vec<u32>,
}

impl Counter {
    /// All crossings.
    pub(super) fn all(&mut self, layering: &Layering) -> u64 {
        let gaps = 0..layering.layers.len().saturating_sub(1);
        gaps.map(|layer| self.below(layering, layer)).sum()
    }

    /// Crossings between a layer and the one below it.
    fn below(&mut self, layering: &Layering, layer: usize) -> u64 {
        let width = layering.layers[layer + 1].len();
        let leaves = width.next_power_of_two();
        self.tree.clear();
        self.tree.resize(2 * leaves, 0);
        let mut crossings = 0;
        for &slot in &layering.layers[layer] {
            self.ends.clear();
            let ends = layering.down.of(slot).iter();
            self.ends
                .extend(ends.map(|it| layering.place[*it as usize]));
            self.ends.sort_unstable();
            // Segments of one slot do not cross each other: all are looked up before any is inserted.
            for &end in &self.ends {
                let mut at = leaves + end as usize;
                while at > 1 {
                    if at.is_multiple_of(2) {
                        crossings += u64::from(self.tree[at + 1]);
                    }
                    at /= 2;
                }
            }
            for &end in &self.ends {
                let mut at = leaves + end as usize;
                while at > 0 {
                    self.tree[at] += 1;
                    at /= 2;
                }
            }
        }
        crossings
    }
}
