//! The order within layers, for few crossings.
//!
//! Every attempt starts from another order and pulls rungs to the middle of their neighbors, layer by layer down and up
//! (barycenters: Sugiyama, Tagawa, Toda 1981); after each sweep neighbors change places (`transpose`), and what came out best
//! is sifted (`sift`). The best of all attempts is kept. How many attempts there are depends on the size of the graph alone,
//! and the orders they start from are drawn from a fixed seed.

use super::count::Counter;
use super::graph::Effort;
use super::ladder::Ladder;
use super::sift::Sifter;
use super::transpose::{Ties, Transposer};

/// What may be looked at in all, for a small graph and per piece of a link.
const WORK: usize = 50_000;
const WORK_PER_PIECE: usize = 1800;
/// And for the largest.
const WORK_MOST: usize = 200_000_000;
/// Sweeps of an attempt.
const SWEEPS: usize = 24;
/// Sweeps without a gain before an attempt ends.
const PATIENCE: usize = 8;
/// Attempts of a thorough search; a steady one makes the first.
const ATTEMPTS: u32 = 64;

/// Orders the layers.
pub(super) fn order(ladder: &mut Ladder, effort: Effort) {
    let attempts = match effort {
        Effort::Steady => 1,
        Effort::Thorough => ATTEMPTS,
    };
    let mut search = Search {
        limit: (WORK + WORK_PER_PIECE * ladder.pieces()).min(WORK_MOST),
        swept: 0,
        counter: Counter::default(),
        sifter: Sifter::default(),
        transposer: Transposer::default(),
        keys: Vec::new(),
        chance: 0x9E37_79B9_7F4A_7C15,
        best: ladder.layers.clone(),
        least: u64::MAX,
    };
    for attempt in 0..attempts {
        if search.least == 0 || search.is_tired() {
            break;
        }
        search.start(ladder, attempt);
        search.improve(ladder);
    }
    ladder.restore(&search.best);
}

struct Search {
    /// The work after which nothing new is begun.
    limit: usize,
    /// What sweeps looked at so far.
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

    /// The order that an attempt starts from: walks from the top and from the bottom first, then chance.
    fn start(&mut self, ladder: &mut Ladder, attempt: u32) {
        match attempt {
            0 => walk(ladder, false),
            1 => walk(ladder, true),
            _ if attempt.is_multiple_of(2) => self.shuffle(ladder),
            _ => self.shake(ladder),
        }
    }

    fn shuffle(&mut self, ladder: &mut Ladder) {
        for layer in 0..ladder.layers.len() {
            for at in (1..ladder.layers[layer].len()).rev() {
                let other = self.draw(at + 1);
                ladder.layers[layer].swap(at, other);
            }
            ladder.arrange(layer);
        }
    }

    /// The best order so far with some rungs of each layer moved.
    fn shake(&mut self, ladder: &mut Ladder) {
        ladder.layers.clone_from(&self.best);
        for layer in 0..ladder.layers.len() {
            let width = ladder.layers[layer].len();
            for _ in 0..width / 5 {
                let (from, to) = (self.draw(width), self.draw(width));
                let moved = ladder.layers[layer].remove(from);
                ladder.layers[layer].insert(to, moved);
            }
            ladder.arrange(layer);
        }
    }

    /// A number below `most`: Marsaglia's xorshift, from a fixed seed.
    fn draw(&mut self, most: usize) -> usize {
        self.chance ^= self.chance << 13;
        self.chance ^= self.chance >> 7;
        self.chance ^= self.chance << 17;
        (self.chance % most as u64) as usize
    }

    /// Sweeps and transposes while that gains anything now and then, and sifts the best that came of it.
    fn improve(&mut self, ladder: &mut Ladder) {
        let (mut waited, mut least) = (0, u64::MAX);
        let mut best = Vec::new();
        for sweep in 0..SWEEPS {
            self.sweep(ladder, sweep % 2 == 0);
            self.swept += 8 * ladder.pieces();
            // What stands well from the start keeps its place, so that a node more moves fewer others.
            let ties = if sweep == 0 { Ties::Stay } else { Ties::Change };
            self.transposer.transpose(ladder, ties, self.limit);
            let now = self.counter.all(ladder);
            waited += 1;
            if now < least {
                (least, waited) = (now, 0);
                best.clone_from(&ladder.layers);
            }
            if waited > PATIENCE || least == 0 || self.is_tired() {
                break;
            }
        }
        ladder.restore(&best);
        self.settle(ladder);
        let now = self.counter.all(ladder);
        if now < self.least {
            self.least = now;
            self.best.clone_from(&ladder.layers);
        }
    }

    /// Pulls rungs to their neighbors, from the top down or from the bottom up.
    fn sweep(&mut self, ladder: &mut Ladder, down: bool) {
        let count = ladder.layers.len();
        for at in 1..count {
            let layer = if down { at } else { count - 1 - at };
            self.pull(ladder, layer, down);
        }
    }

    /// Pulls the rungs of a layer to the middle of their neighbors on one side; those without any keep their places.
    fn pull(&mut self, ladder: &mut Ladder, layer: usize, down: bool) {
        let side = if down { &ladder.up } else { &ladder.down };
        let rungs = &mut ladder.layers[layer];
        let middle = |rung: u32| {
            let neighbors = side.of(rung);
            let sum: u32 = neighbors.iter().map(|it| ladder.place[*it as usize]).sum();
            sum as f32 / neighbors.len() as f32
        };
        let pulled = |it: &u32| !side.of(*it).is_empty();
        self.keys.clear();
        let keys = rungs.iter().copied().filter(pulled);
        self.keys.extend(keys.map(|it| (middle(it), it)));
        self.keys.sort_by(|a, b| a.0.total_cmp(&b.0));
        let places = rungs.iter_mut().filter(|it| pulled(it));
        for (rung, (_, to)) in places.zip(&self.keys) {
            *rung = *to;
        }
        ladder.arrange(layer);
    }

    /// Sifts all layers down and up, while that saves anything.
    fn settle(&mut self, ladder: &mut Ladder) {
        let count = ladder.layers.len();
        for round in 0..6 {
            let mut gain = 0;
            for at in 0..count {
                let layer = if round % 2 == 0 { at } else { count - 1 - at };
                gain += self.sifter.sift(ladder, layer);
            }
            if gain == 0 {
                return;
            }
        }
    }
}

/// The order in which a walk along the links comes to the rungs, from the top layer down or from the bottom layer up.
fn walk(ladder: &mut Ladder, up: bool) {
    let mut order: Vec<Vec<u32>> = vec![Vec::new(); ladder.layers.len()];
    let mut seen = vec![false; ladder.rungs.len()];
    let mut open: Vec<u32> = Vec::new();
    let mut starts: Vec<u32> = (0..ladder.rungs.len() as u32).collect();
    starts.sort_by_key(|it| {
        let layer = ladder.rungs[*it as usize].layer;
        (if up { u32::MAX - layer } else { layer }, *it)
    });
    for start in starts {
        open.push(start);
        while let Some(rung) = open.pop() {
            if std::mem::replace(&mut seen[rung as usize], true) {
                continue;
            }
            order[ladder.rungs[rung as usize].layer as usize].push(rung);
            let (on, back) = if up {
                (&ladder.up, &ladder.down)
            } else {
                (&ladder.down, &ladder.up)
            };
            open.extend(back.of(rung).iter().rev());
            open.extend(on.of(rung).iter().rev());
        }
    }
    ladder.layers = order;
    (0..ladder.layers.len()).for_each(|layer| ladder.arrange(layer));
}
