//! The order within layers, for few crossings.
//!
//! Every attempt starts from another order, pulls rungs to the middle of their neighbors, layer by layer down and up
//! (barycenters: Sugiyama, Tagawa, Toda 1981), and sifts in between. The best of all attempts is kept. How many attempts
//! there are depends on the size of the graph alone, and the orders they start from are drawn from a fixed seed.

use super::Effort;
use super::count::Counter;
use super::ladder::Ladder;
use super::sift::Sifter;

/// What may be looked at in all, for a small graph and per piece of a link.
const WORK: usize = 300_000;
const WORK_PER_PIECE: usize = 2500;
/// And for the largest.
const WORK_MOST: usize = 60_000_000;
/// Sweeps without a gain before an attempt ends.
const PATIENCE: usize = 3;
/// Attempts of a thorough search; a steady one makes the first.
const ATTEMPTS: u32 = 64;

/// Orders the layers.
pub(super) fn order(ladder: &mut Ladder, effort: Effort) {
    let attempts = match effort {
        Effort::Steady => 1,
        Effort::Thorough => ATTEMPTS,
    };
    let limit = (WORK + WORK_PER_PIECE * ladder.pieces()).min(WORK_MOST);
    let mut search = Search {
        counter: Counter::default(),
        sifter: Sifter::default(),
        keys: Vec::new(),
        chance: 0x9E37_79B9_7F4A_7C15,
        best: ladder.layers.clone(),
        least: u64::MAX,
    };
    for attempt in 0..attempts {
        if search.least == 0 || (attempt > 1 && search.sifter.work > limit) {
            break;
        }
        search.start(ladder, attempt);
        search.improve(ladder, attempt, limit);
    }
    ladder.layers.clone_from(&search.best);
    (0..ladder.layers.len()).for_each(|layer| ladder.arrange(layer));
}

struct Search {
    counter: Counter,
    sifter: Sifter,
    keys: Vec<(f32, u32, u32)>,
    chance: u64,
    best: Vec<Vec<u32>>,
    least: u64,
}

impl Search {
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

    fn improve(&mut self, ladder: &mut Ladder, attempt: u32, limit: usize) {
        let (mut waited, mut least) = (0, u64::MAX);
        for sweep in 0.. {
            self.sweep(ladder, sweep % 2 == 0);
            self.settle(ladder, sweep);
            let now = self.counter.all(ladder);
            self.sifter.work += ladder.pieces() * 8;
            if now < self.least {
                self.least = now;
                self.best.clone_from(&ladder.layers);
            }
            waited = if now < least { 0 } else { waited + 1 };
            least = least.min(now);
            let tired = self.sifter.work > limit && (attempt > 1 || sweep > 2);
            if waited > PATIENCE || now == 0 || tired {
                return;
            }
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

    fn pull(&mut self, ladder: &mut Ladder, layer: usize, down: bool) {
        let side = if down { &ladder.up } else { &ladder.down };
        self.keys.clear();
        for (at, &rung) in ladder.layers[layer].iter().enumerate() {
            let neighbors = side.of(rung);
            let sum: u32 = neighbors.iter().map(|it| ladder.place[*it as usize]).sum();
            let key = if neighbors.is_empty() {
                f32::NAN
            } else {
                sum as f32 / neighbors.len() as f32
            };
            self.keys.push((key, at as u32, rung));
        }
        self.sifter.work += self.keys.len() * 4;
        fill_in(&mut self.keys);
        self.keys
            .sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        ladder.layers[layer].clear();
        let rungs = self.keys.iter().map(|it| it.2);
        ladder.layers[layer].extend(rungs);
        ladder.arrange(layer);
    }

    /// Sifts all layers, over and over while that saves anything.
    fn settle(&mut self, ladder: &mut Ladder, sweep: usize) {
        let count = ladder.layers.len();
        for round in 0..6 {
            let mut gain = 0;
            for at in 0..count {
                let layer = if (round + sweep).is_multiple_of(2) {
                    at
                } else {
                    count - 1 - at
                };
                gain += self.sifter.sift(ladder, layer);
            }
            if gain == 0 {
                return;
            }
        }
    }
}

/// What has no neighbors on that side stays beside what it stood beside.
fn fill_in(keys: &mut [(f32, u32, u32)]) {
    let mut last = -1.0;
    for it in keys {
        if it.0.is_nan() {
            it.0 = last;
        }
        last = it.0;
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
