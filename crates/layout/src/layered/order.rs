//! The order within layers, for few crossings.
//!
//! Every attempt starts from another order and pulls slots toward the middle of their neighbors, layer by layer down and
//! up (barycenters: Sugiyama, Tagawa, Toda 1981); after each sweep neighbors are swapped (`transpose`), and the best
//! result is sifted (`sift`). The best of all attempts is kept. The number of attempts depends on the size of the graph
//! alone, and the orders they start from are drawn from a fixed seed.

use super::count::Counter;
use super::graph::Effort;
use super::layering::Layering;
use super::sift::Sifter;
use super::transpose::{Ties, Transposer};

/// Total work for a small graph, and per segment of a link.
const WORK: usize = 50_000;
const WORK_PER_PIECE: usize = 1800;
/// Total work for the largest graphs.
const WORK_MOST: usize = 200_000_000;
/// Sweeps per attempt.
const SWEEPS: usize = 24;
/// Sweeps without an improvement before an attempt ends.
const PATIENCE: usize = 8;
/// Attempts of a thorough search; a steady one makes only the first.
const ATTEMPTS: u32 = 64;

/// Orders the layers.
pub(super) fn order(layering: &mut Layering, effort: Effort) {
    let attempts = match effort {
        Effort::Steady => 1,
        Effort::Thorough => ATTEMPTS,
    };
    let mut search = Search {
        limit: (WORK + WORK_PER_PIECE * layering.pieces()).min(WORK_MOST),
        swept: 0,
        counter: Counter::default(),
        sifter: Sifter::default(),
        transposer: Transposer::default(),
        keys: Vec::new(),
        chance: 0x9E37_79B9_7F4A_7C15,
        best: layering.layers.clone(),
        least: u64::MAX,
    };
    for attempt in 0..attempts {
        if search.least == 0 || search.is_tired() {
            break;
        }
        search.start(layering, attempt);
        search.improve(layering);
    }
    layering.restore(&search.best);
}

struct Search {
    /// The amount of work after which nothing new is started.
    limit: usize,
    /// Work done by sweeps so far.
    swept: usize,
    counter: Counter,
    sifter: Sifter,
    transposer: Transposer,
    keys: Vec<(f32, u32)>,
    chance: u64,
    best: Vec<Vec<u32>>,
    least: u64,
}

impl Search {
    fn is_tired(&self) -> bool {
        self.swept + self.sifter.work + self.transposer.work > self.limit
    }

    /// The order that an attempt starts from: first walks from the top and from the bottom, then random ones.
    fn start(&mut self, layering: &mut Layering, attempt: u32) {
        match attempt {
            0 => walk(layering, false),
            1 => walk(layering, true),
            _ if attempt.is_multiple_of(2) => self.shuffle(layering),
            _ => self.shake(layering),
        }
    }

    fn shuffle(&mut self, layering: &mut Layering) {
        for layer in 0..layering.layers.len() {
            for at in (1..layering.layers[layer].len()).rev() {
                let other = self.draw(at + 1);
                layering.layers[layer].swap(at, other);
            }
            layering.arrange(layer);
        }
    }

    /// The best order so far with some slots of each layer moved.
    fn shake(&mut self, layering: &mut Layering) {
        layering.layers.clone_from(&self.best);
        for layer in 0..layering.layers.len() {
            let width = layering.layers[layer].len();
            for _ in 0..width / 5 {
                let (from, to) = (self.draw(width), self.draw(width));
                let moved = layering.layers[layer].remove(from);
                layering.layers[layer].insert(to, moved);
            }
            layering.arrange(layer);
        }
    }

    /// A number below `most`: Marsaglia's xorshift, from a fixed seed.
    fn draw(&mut self, most: usize) -> usize {
        self.chance ^= self.chance << 13;
        self.chance ^= self.chance >> 7;
        self.chance ^= self.chance << 17;
        (self.chance % most as u64) as usize
    }

    /// Sweeps and transposes as long as that improves anything, and sifts the best result.
    fn improve(&mut self, layering: &mut Layering) {
        let (mut waited, mut least) = (0, u64::MAX);
        let mut best = Vec::new();
        for sweep in 0..SWEEPS {
            self.sweep(layering, sweep % 2 == 0);
            self.swept += 8 * layering.pieces();
            // Slots that are well placed from the start keep their places, so that an added node moves fewer others.
            let ties = if sweep == 0 { Ties::Stay } else { Ties::Change };
            self.transposer.transpose(layering, ties, self.limit);
            let now = self.counter.all(layering);
            waited += 1;
            if now < least {
                (least, waited) = (now, 0);
                best.clone_from(&layering.layers);
            }
            if waited > PATIENCE || least == 0 || self.is_tired() {
                break;
            }
        }
        layering.restore(&best);
        self.settle(layering);
        let now = self.counter.all(layering);
        if now < self.least {
            self.least = now;
            self.best.clone_from(&layering.layers);
        }
    }

    /// Pulls slots toward their neighbors, from the top down or from the bottom up.
    fn sweep(&mut self, layering: &mut Layering, down: bool) {
        let count = layering.layers.len();
        for at in 1..count {
            let layer = if down { at } else { count - 1 - at };
            self.pull(layering, layer, down);
        }
    }

    /// Pulls the slots of a layer toward the middle of their neighbors on one side; those without any keep their places.
    fn pull(&mut self, layering: &mut Layering, layer: usize, down: bool) {
        let side = if down { &layering.up } else { &layering.down };
        let slots = &mut layering.layers[layer];
        let middle = |slot: u32| {
            let neighbors = side.of(slot);
            let sum: u32 = neighbors
                .iter()
                .map(|it| layering.place[*it as usize])
                .sum();
            sum as f32 / neighbors.len() as f32
        };
        let pulled = |it: &u32| !side.of(*it).is_empty();
        self.keys.clear();
        let keys = slots.iter().copied().filter(pulled);
        self.keys.extend(keys.map(|it| (middle(it), it)));
        self.keys.sort_by(|a, b| a.0.total_cmp(&b.0));
        let places = slots.iter_mut().filter(|it| pulled(it));
        for (slot, (_, to)) in places.zip(&self.keys) {
            *slot = *to;
        }
        layering.arrange(layer);
    }

    /// Sifts all layers down and up, as long as that saves anything.
    fn settle(&mut self, layering: &mut Layering) {
        let count = layering.layers.len();
        for round in 0..6 {
            let mut gain = 0;
            for at in 0..count {
                let layer = if round % 2 == 0 { at } else { count - 1 - at };
                gain += self.sifter.sift(layering, layer);
            }
            if gain == 0 {
                return;
            }
        }
    }
}

/// The order in which a walk along the links reaches the slots, from the top layer down or from the bottom layer up.
fn walk(layering: &mut Layering, up: bool) {
    let mut order: Vec<Vec<u32>> = vec![Vec::new(); layering.layers.len()];
    let mut seen = vec![false; layering.slots.len()];
    let mut open: Vec<u32> = Vec::new();
    let mut starts: Vec<u32> = (0..layering.slots.len() as u32).collect();
    starts.sort_by_key(|it| {
        let layer = layering.slots[*it as usize].layer;
        (if up { u32::MAX - layer } else { layer }, *it)
    });
    for start in starts {
        open.push(start);
        while let Some(slot) = open.pop() {
            if std::mem::replace(&mut seen[slot as usize], true) {
                continue;
            }
            order[layering.slots[slot as usize].layer as usize].push(slot);
            let (on, back) = if up {
                (&layering.up, &layering.down)
            } else {
                (&layering.down, &layering.up)
            };
            open.extend(back.of(slot).iter().rev());
            open.extend(on.of(slot).iter().rev());
        }
    }
    layering.layers = order;
    (0..layering.layers.len()).for_each(|layer| layering.arrange(layer));
}
