//! Where the links of a layer end in the two layers beside it.

use super::layering::Layering;

/// The ends of the links of one layer, as indices into the layers above and below. Buffers are reused for the next
/// layer.
#[derive(Debug, Default)]
pub(super) struct Ends {
    places: Vec<u32>,
    /// Where those of each slot begin, twice: above, below.
    starts: Vec<usize>,
}

impl Ends {
    /// Loads a layer; its slots are from then on identified by their indices in it. Returns how many ends there are.
    pub(super) fn look(&mut self, layering: &Layering, layer: usize) -> usize {
        self.places.clear();
        self.starts.clear();
        for &slot in &layering.layers[layer] {
            for side in [&layering.up, &layering.down] {
                let start = self.places.len();
                self.starts.push(start);
                let neighbors = side.of(slot).iter();
                self.places
                    .extend(neighbors.map(|it| layering.place[*it as usize]));
                self.places[start..].sort_unstable();
            }
        }
        self.starts.push(self.places.len());
        self.places.len()
    }

    /// Sorted indices of the neighbors above and below of the slot that was at this index.
    pub(super) fn of(&self, at: usize) -> [&[u32]; 2] {
        let list = |at: usize| &self.places[self.starts[at]..self.starts[at + 1]];
        [list(2 * at), list(2 * at + 1)]
    }
}
