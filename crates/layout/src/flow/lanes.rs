//! A part in rows: entries, the lanes in which long links pass between them, and their order.

use std::collections::BTreeMap;

use super::graph::{Entry, Held, Hint, Link};
use super::rows::{Down, acyclic, rows};
use crate::layered::{Effort, Given};

/// From this many entries on, links of one style into one entry share their lanes.
const SHARES_FROM: usize = 60;
/// From this many slots on, the order is searched once rather than from many starts; earlier in a list with more entries
/// than this, of which several selections may be laid out.
const LARGE: usize = 260;
const LARGE_OF_MANY: usize = 70;
const MANY: usize = 150;
/// Another order than the stored one is taken if it saves this many crossings, and this share of them.
const WORTH: u64 = 2;
const WORTH_SHARE: u64 = 3;

/// Where entries and lanes stood in a layout before.
#[derive(Debug, Clone, Default)]
pub(super) struct Stored {
    /// Row and place of each entry of the list.
    pub(super) entries: Vec<Option<(usize, usize)>>,
    /// The place of each lane, by cause, effect, and number from above.
    pub(super) lanes: BTreeMap<(usize, usize, usize), usize>,
}

impl Stored {
    /// What a hint says of so many entries; places of different parts do not mix.
    pub(super) fn of(count: usize, hint: Option<&Hint>) -> Self {
        let mut stored = Self {
            entries: vec![None; count],
            lanes: BTreeMap::new(),
        };
        let mut before = 0;
        for part in hint.iter().flat_map(|it| &it.parts) {
            let widest = part.iter().map(Vec::len).max().unwrap_or(0);
            let mut passed: BTreeMap<(usize, usize), usize> = BTreeMap::new();
            for (row, held) in part.iter().enumerate() {
                for (place, it) in held.iter().enumerate() {
                    match *it {
                        Held::Entry(entry) => {
                            if let Some(it) = stored.entries.get_mut(entry) {
                                *it = Some((row, before + place));
                            }
                        }
                        Held::Lane(from, to) => {
                            let nth = passed.entry((from, to)).or_default();
                            stored.lanes.insert((from, to, *nth), before + place);
                            *nth += 1;
                        }
                    }
                }
            }
            before += widest;
        }
        stored
    }
}

/// A connected part of the map, with places of its own for entries and links.
#[derive(Debug, Clone, Default)]
pub(super) struct Component {
    /// The entries, by index in the list.
    pub(super) entries: Vec<usize>,
    /// The links by index in the list.
    pub(super) links: Vec<usize>,
    /// The same with places in `entries`.
    pub(super) own: Vec<Link>,
}

/// A segment of links between two rows that follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Piece {
    pub(super) upper: usize,
    pub(super) lower: usize,
    pub(super) style: u32,
    /// 0 from a lane, where links with other signs may have joined.
    pub(super) sign: u32,
}

impl Piece {
    /// The segment of a link between two slots; those below `entries` are entries.
    pub(super) fn new(link: &Link, (upper, lower): (usize, usize), entries: usize) -> Self {
        Self {
            upper,
            lower,
            style: link.style,
            sign: if upper < entries { link.sign } else { 0 },
        }
    }
}

/// A part in rows. Slots are the entries by place, then the lanes.
#[derive(Debug, Clone)]
pub(super) struct Ranked {
    pub(super) entries: usize,
    /// The row of each slot.
    pub(super) row: Vec<usize>,
    /// The slots of each row from left to right.
    pub(super) order: Vec<Vec<usize>>,
    /// Cause, effect and number from above of each lane.
    lane_of: Vec<(usize, usize, usize)>,
    /// For each link of the part the slots from top to bottom.
    pub(super) chains: Vec<Vec<usize>>,
    pub(super) turned: Vec<bool>,
    /// For each row the segments to the next.
    pub(super) pieces: Vec<Vec<Piece>>,
    pub(super) crossings: usize,
}

impl Ranked {
    /// In rows of about `most` entries, starting from what is `stored`.
    pub(super) fn new(all: &[Entry], part: &Component, most: usize, stored: &Stored) -> Self {
        let count = part.entries.len();
        let entries: Vec<&Entry> = part.entries.iter().map(|it| &all[*it]).collect();
        let down = acyclic(count, &part.own);
        let own = part.entries.iter().map(|it| stored.entries[*it]);
        let (stored_row, mut places): (Vec<_>, Vec<_>) =
            own.map(|it| (it.map(|it| it.0), it.map(|it| it.1))).unzip();
        let row = rows(&entries, &down, most, &stored_row);
        let mut ranked = Self::with_lanes(part, &down, row);
        places.extend(
            ranked
                .lane_of
                .iter()
                .map(|it| stored.lanes.get(it).copied()),
        );
        let given = ranked.given();
        let large = if all.len() > MANY {
            LARGE_OF_MANY
        } else {
            LARGE
        };
        let effort = if given.row.len() > large {
            Effort::Steady
        } else {
            Effort::Thorough
        };
        let (order, crossings) = best_order(&given, &places, effort);
        ranked.crossings = usize::try_from(crossings).unwrap_or(usize::MAX);
        ranked.order = order
            .iter()
            .map(|row| row.iter().map(|it| *it as usize).collect())
            .collect();
        ranked.hold_pins(&entries, part);
        ranked
    }

    fn with_lanes(part: &Component, down: &[Down], mut row: Vec<usize>) -> Self {
        let entries = row.len();
        let rows = row.iter().max().map_or(0, |it| it + 1);
        let shares = entries >= SHARES_FROM;
        let mut shared: BTreeMap<(usize, u32, usize), usize> = BTreeMap::new();
        let mut lane_of = Vec::new();
        let mut pieces = vec![Vec::new(); rows];
        let mut chains = Vec::with_capacity(down.len());
        for (at, (link, it)) in part.own.iter().zip(down).enumerate() {
            let mut chain = vec![it.from];
            let ends = (part.entries[it.from], part.entries[it.to]);
            let top = row[it.from] + 1;
            for between in top..row[it.to] {
                // A lane of its own has a key that no other link can have.
                let key = if shares && !it.is_turned {
                    (it.to, link.style, between)
                } else {
                    (entries + at, link.style, between)
                };
                let slot = *shared.entry(key).or_insert_with(|| {
                    row.push(between);
                    lane_of.push((ends.0, ends.1, between - top));
                    row.len() - 1
                });
                chain.push(slot);
            }
            chain.push(it.to);
            for pair in chain.windows(2) {
                pieces[row[pair[0]]].push(Piece::new(link, (pair[0], pair[1]), entries));
            }
            chains.push(chain);
        }
        for it in &mut pieces {
            it.sort_unstable();
            it.dedup();
        }
        Self {
            entries,
            order: vec![Vec::new(); rows],
            row,
            lane_of,
            chains,
            turned: down.iter().map(|it| it.is_turned).collect(),
            pieces,
            crossings: 0,
        }
    }

    fn given(&self) -> Given {
        let pairs = self.pieces.iter().flatten();
        let mut pairs: Vec<(u32, u32)> =
            pairs.map(|it| (it.upper as u32, it.lower as u32)).collect();
        pairs.sort_unstable();
        pairs.dedup();
        Given {
            row: self.row.clone(),
            pairs,
        }
    }

    /// Puts pinned entries right of their left neighbors.
    fn hold_pins(&mut self, entries: &[&Entry], part: &Component) {
        for (own, entry) in entries.iter().enumerate() {
            let Some(pin) = entry.pin else { continue };
            let row = &mut self.order[self.row[own]];
            row.retain(|it| *it != own);
            let left = pin
                .after
                .and_then(|it| part.entries.iter().position(|other| *other == it));
            let at = left.and_then(|it| row.iter().position(|other| *other == it));
            row.insert(at.map_or(0, |it| it + 1), own);
        }
    }

    /// What stands in a slot, by the indices of the list.
    pub(super) fn held(&self, part: &Component, slot: usize) -> Held<usize> {
        match slot.checked_sub(self.entries) {
            None => Held::Entry(part.entries[slot]),
            Some(lane) => Held::Lane(self.lane_of[lane].0, self.lane_of[lane].1),
        }
    }

    pub(super) fn is_lane(&self, slot: usize) -> bool {
        slot >= self.entries
    }
}

/// The stored order with new slots where they cross least, or another if it is clearly better.
fn best_order(given: &Given, stored: &[Option<usize>], effort: Effort) -> (Vec<Vec<u32>>, u64) {
    if stored.iter().all(Option::is_none) {
        return given.fewest(effort);
    }
    let is_free: Vec<bool> = stored.iter().map(Option::is_none).collect();
    let (kept, crossings) = given.settled(&from_stored(given, stored), &is_free);
    if crossings < WORTH {
        return (kept, crossings);
    }
    let (other, fewer) = given.fewest(effort);
    if fewer + WORTH.max(crossings / WORTH_SHARE) <= crossings {
        (other, fewer)
    } else {
        (kept, crossings)
    }
}

/// Rows in which stored entries stand as stored, and the others near what they are linked with.
fn from_stored(given: &Given, stored: &[Option<usize>]) -> Vec<Vec<u32>> {
    let count = given.row.len();
    let mut near: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (upper, lower) in &given.pairs {
        near[*upper as usize].push(*lower as usize);
        near[*lower as usize].push(*upper as usize);
    }
    let is_stored = |slot: usize| stored[slot].is_some();
    let mut key: Vec<f32> = stored.iter().map(|it| it.unwrap_or(0) as f32).collect();
    for _ in 0..12 {
        for slot in (0..count).filter(|it| !is_stored(*it) && !near[*it].is_empty()) {
            let sum: f32 = near[slot].iter().map(|it| key[*it]).sum();
            key[slot] = sum / near[slot].len() as f32;
        }
    }
    let mut rows: Vec<Vec<u32>> = vec![Vec::new(); given.row.iter().max().map_or(0, |it| it + 1)];
    for (slot, row) in given.row.iter().enumerate() {
        rows[*row].push(slot as u32);
    }
    for row in &mut rows {
        row.sort_by(|a, b| key[*a as usize].total_cmp(&key[*b as usize]).then(a.cmp(b)));
    }
    rows
}
