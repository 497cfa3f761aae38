//! What each entry of a row becomes: its title in full, shortened, or a mark alone.
//!
//! The widest title takes one more line until the row fits; then the widest is shortened; where not even the first words
//! of all fit, the least important become marks alone.

use super::graph::{CardSize, Entry, Flow, Form};
use super::lanes::{Component, Ranked};
use super::nets::Nets;
use super::title::{LINE_EM, Lines, MOST_LINES, Title};

/// From the middle of a mark to its title.
pub(super) const INDENT_EM: f32 = 1.06;
/// Half a mark.
pub(super) const HALF_EM: f32 = 0.62;
/// From the top of an entry to the middle of its mark.
pub(super) const MARK_EM: f32 = LINE_EM / 2.0;
/// Between two entries, and beside a lane.
const GAP_EM: f32 = 1.25;
/// That gap is meant for titles side by side: those below each other may be nearer by this on each side.
pub(super) const NEARER_EM: f32 = 0.3;
const LANE_GAP_EM: f32 = 0.62;
const LANE_HALF_EM: f32 = 0.2;
/// A chip with a count of one digit, with the blank before it, and each digit more.
const CHIP_EM: f32 = 2.4;
const DIGIT_EM: f32 = 0.65;
/// What it costs to shorten a title, and to leave it out, for each point of importance more.
const CUT: f32 = 1.0;
const UNNAMED: f32 = 5.0;
const UNNAMED_MORE: f32 = 0.25;
/// A title on so many lines is not made wider to stand on fewer.
const SHORT_LINES: usize = 2;
/// Widths of titles that are tried for a row of a map that reads to the right, the narrowest first; before them stand marks
/// alone.
pub(super) const WIDTHS_EM: [f32; 7] = [5.6, 6.8, 8.2, 9.8, 11.6, 14.0, 17.8];
/// How much narrower a title gets from one attempt to the next.
const NARROWER: f32 = 0.95;

/// A slot of a row as it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shaped {
    pub(super) form: Option<Form>,
    pub(super) lines: Lines,
    pub(super) left_em: f32,
    pub(super) right_em: f32,
    /// Its extent along the reading direction.
    pub(super) along_em: f32,
}

/// A row as it is drawn.
#[derive(Debug, Clone, Default)]
pub(super) struct Written {
    pub(super) slots: Vec<Shaped>,
    pub(super) height_em: f32,
    pub(super) width_em: f32,
    /// How much room along the reading direction its titles were given: lines, or a step of widths; 0: none.
    pub(super) level: usize,
    /// What is lost: titles shortened and left out.
    pub(super) loss: f32,
}

/// Everything needed to write rows of one part.
pub(super) struct Writer<'a> {
    pub(super) entries: &'a [Entry],
    pub(super) titles: &'a [Title<'a>],
    pub(super) part: &'a Component,
    pub(super) ranked: &'a Ranked,
    pub(super) nets: &'a Nets,
    /// Entries counted at each entry of the list.
    pub(super) more: &'a [usize],
    pub(super) flow: Flow,
}

/// The width of a chip with this count, with the blank before it.
pub(super) fn chip_em(count: usize) -> f32 {
    match count {
        0 => 0.0,
        1..=9 => CHIP_EM,
        10..=99 => CHIP_EM + DIGIT_EM,
        _ => CHIP_EM + 2.0 * DIGIT_EM,
    }
}

/// The least distance of the middles of two slots beside each other.
pub(super) fn apart_em(left: &Shaped, right: &Shaped) -> f32 {
    let is_lane = left.form.is_none() || right.form.is_none();
    let gap_em = if is_lane { LANE_GAP_EM } else { GAP_EM };
    left.right_em + right.left_em + gap_em
}

/// What slots beside each other take.
pub(super) fn width_em(slots: &[Shaped]) -> f32 {
    let ends =
        slots.first().map_or(0.0, |it| it.left_em) + slots.last().map_or(0.0, |it| it.right_em);
    ends + slots
        .windows(2)
        .map(|it| apart_em(&it[0], &it[1]))
        .sum::<f32>()
}

impl Writer<'_> {
    /// A row with as much room for its titles as they want.
    pub(super) fn whole(&self, row: usize, room_em: f32) -> Written {
        let level = match self.flow {
            Flow::Down => MOST_LINES,
            Flow::Right => WIDTHS_EM.len(),
        };
        self.at_level(row, room_em, level)
    }

    /// A row within a width, with so much room along the reading direction; at level 0 only what is kept is named.
    pub(super) fn at_level(&self, row: usize, room_em: f32, level: usize) -> Written {
        match self.flow {
            Flow::Down => self.lines(row, room_em, level),
            Flow::Right => self.stacked(row, room_em, level),
        }
    }

    pub(super) fn entry(&self, slot: usize) -> usize {
        self.part.entries[slot]
    }

    /// An entry as a mark alone, or a lane.
    pub(super) fn bare(&self, slot: usize) -> Shaped {
        if self.ranked.is_lane(slot) {
            return Shaped {
                form: None,
                lines: Lines::default(),
                left_em: LANE_HALF_EM,
                right_em: LANE_HALF_EM,
                along_em: 0.0,
            };
        }
        let (left, right) = self.nets.reach_em(slot);
        let chip_em = match self.more[self.entry(slot)] {
            0 => 0.0,
            count => HALF_EM + chip_em(count),
        };
        let (right_em, along_em) = match self.flow {
            Flow::Down => (right.max(HALF_EM).max(chip_em), LINE_EM),
            Flow::Right => (
                right.max(HALF_EM) - NEARER_EM,
                (2.0 * HALF_EM).max(HALF_EM + chip_em),
            ),
        };
        let nearer_em = match self.flow {
            Flow::Down => 0.0,
            Flow::Right => NEARER_EM,
        };
        Shaped {
            form: Some(Form::Mark),
            lines: Lines::default(),
            left_em: left.max(HALF_EM) - nearer_em,
            right_em,
            along_em,
        }
    }

    /// All entries of a row as cards.
    pub(super) fn cards(&self, row: usize, size: CardSize) -> Written {
        let shaped = |slot: &usize| {
            let mut it = self.bare(*slot);
            if it.form.is_some() {
                it.form = Some(Form::Card);
                it.lines = self.titles[self.entry(*slot)].within(size.title_em, 2);
                let (before_em, all_em) = match self.flow {
                    Flow::Down => (size.mark_em, size.width_em),
                    Flow::Right => (MARK_EM, size.height_em),
                };
                it.left_em = before_em;
                it.right_em = all_em - before_em;
                it.along_em = match self.flow {
                    Flow::Down => size.height_em,
                    Flow::Right => size.width_em,
                };
            }
            it
        };
        let slots: Vec<Shaped> = self.ranked.order[row].iter().map(shaped).collect();
        Written {
            width_em: width_em(&slots),
            height_em: slots.iter().map(|it| it.along_em).fold(LINE_EM, f32::max),
            slots,
            level: 0,
            loss: 0.0,
        }
    }

    /// The width of a row with all its titles in full on so many lines.
    pub(super) fn natural_em(&self, row: usize, lines: usize) -> f32 {
        let order = &self.ranked.order[row];
        let mut slots: Vec<Shaped> = order.iter().map(|it| self.bare(*it)).collect();
        for (slot, shaped) in order.iter().zip(&mut slots) {
            if shaped.form.is_some() {
                let at = self.entry(*slot);
                let chip_em = chip_em(self.more[at]);
                shaped.right_em = INDENT_EM + self.titles[at].least_em(lines) + chip_em;
            }
        }
        width_em(&slots)
    }

    /// A row within a width, with titles on at most so many lines; without lines, only what is kept is named.
    fn lines(&self, row: usize, room_em: f32, most: usize) -> Written {
        let order = &self.ranked.order[row];
        let mut slots: Vec<Shaped> = order.iter().map(|it| self.bare(*it)).collect();
        let mut named: Vec<usize> = (0..order.len())
            .filter(|at| slots[*at].form.is_some())
            .filter(|at| most > 0 || self.entries[self.entry(order[*at])].is_kept)
            .collect();
        // The most important are named first; whatever does not fit any more stays a mark.
        named.sort_by_key(|at| {
            let entry = &self.entries[self.entry(order[*at])];
            (!entry.is_kept, std::cmp::Reverse(entry.importance), *at)
        });
        let most = most.max(1);
        let mut used_em = width_em(&slots);
        let mut chosen = Vec::new();
        for at in named {
            let title = &self.titles[self.entry(order[at])];
            let chip_em = chip_em(self.more[self.entry(order[at])]);
            let more_em = INDENT_EM + title.named_em(most) + chip_em - slots[at].right_em;
            let entry = &self.entries[self.entry(order[at])];
            if used_em + more_em.max(0.0) <= room_em || entry.is_kept {
                used_em += more_em.max(0.0);
                chosen.push(at);
            }
        }
        chosen.sort_unstable();
        self.name(order, &mut slots, &chosen, (room_em, most));
        for it in slots.iter_mut().filter(|it| it.form.is_some()) {
            it.along_em = LINE_EM * it.lines.words.len().max(1) as f32;
        }
        let level = slots.iter().map(|it| it.lines.words.len()).max();
        self.written(order, slots, level.unwrap_or(0))
    }

    /// Gives these slots their titles, as wide as there is room.
    fn name(
        &self,
        order: &[usize],
        slots: &mut [Shaped],
        chosen: &[usize],
        (room_em, most): (f32, usize),
    ) {
        let title = |at: usize| &self.titles[self.entry(order[at])];
        let mut lines: Vec<usize> = chosen
            .iter()
            .map(|at| title(*at).usual_lines(most))
            .collect();
        let mut limit: Vec<f32> = chosen
            .iter()
            .zip(&lines)
            .map(|(at, lines)| title(*at).least_em(*lines))
            .collect();
        let bare: Vec<f32> = slots.iter().map(|it| it.right_em).collect();
        let free_em = room_em - width_em(slots);
        // The last line may be the widest.
        let spare = |at: usize| chip_em(self.more[self.entry(order[at])]);
        let needs = |limit: &[f32]| -> f32 {
            let more = chosen.iter().zip(limit);
            more.map(|(at, it)| (INDENT_EM + it + spare(*at) - bare[*at]).max(0.0))
                .sum()
        };
        let mut is_cut = vec![false; chosen.len()];
        while needs(&limit) > free_em {
            let widest = |can: &dyn Fn(usize) -> bool| {
                (0..chosen.len())
                    .filter(|it| can(*it))
                    .max_by(|a, b| limit[*a].total_cmp(&limit[*b]).then(b.cmp(a)))
            };
            let grows = |it: usize| lines[it] < most && !is_cut[it];
            let narrows =
                |it: usize| limit[it] > title(chosen[it]).named_em(most).min(limit[it]) + 0.01;
            if let Some(it) = widest(&grows) {
                lines[it] += 1;
                limit[it] = title(chosen[it]).least_em(lines[it]);
            } else if let Some(it) = widest(&narrows) {
                is_cut[it] = true;
                lines[it] = most;
                let least_em = title(chosen[it]).named_em(most);
                limit[it] = (limit[it] * NARROWER).max(least_em);
            } else {
                break;
            }
        }
        // Short titles need not stand as high as long ones: they take what room is left.
        let mut shortest: Vec<usize> = (0..chosen.len()).filter(|it| !is_cut[*it]).collect();
        shortest.sort_by(|a, b| limit[*a].total_cmp(&limit[*b]).then(a.cmp(b)));
        for it in shortest {
            while lines[it] > SHORT_LINES {
                let before_em = limit[it];
                limit[it] = title(chosen[it]).least_em(lines[it] - 1);
                if needs(&limit) > free_em {
                    limit[it] = before_em;
                    break;
                }
                lines[it] -= 1;
            }
        }
        for ((at, lines), limit) in chosen.iter().zip(&lines).zip(&limit) {
            let written = title(*at).within(*limit, *lines);
            let slot = &mut slots[*at];
            slot.form = Some(Form::Line);
            slot.right_em = self.right_em(self.entry(order[*at]), &written);
            slot.lines = written;
        }
    }

    /// How far an entry reaches right of its mark: its widest line, or its last one with the chip after it.
    pub(super) fn right_em(&self, entry: usize, lines: &Lines) -> f32 {
        let last_em = self.titles[entry].last_em(lines) + chip_em(self.more[entry]);
        (INDENT_EM + lines.width_em.max(last_em)).max(HALF_EM)
    }

    /// A row of shaped slots, with what is lost in it.
    pub(super) fn written(&self, order: &[usize], slots: Vec<Shaped>, level: usize) -> Written {
        let (mut height_em, mut loss) = (LINE_EM, 0.0);
        for (slot, it) in order.iter().zip(&slots) {
            if it.form.is_none() {
                continue;
            }
            let at = self.entry(*slot);
            height_em = height_em.max(it.along_em);
            let is_named = it.form == Some(Form::Line) && self.titles[at].is_named(&it.lines);
            if !is_named {
                loss += UNNAMED + UNNAMED_MORE * self.entries[at].importance as f32;
            } else if it.lines.is_cut {
                loss += CUT;
            }
        }
        Written {
            width_em: width_em(&slots),
            slots,
            height_em,
            level,
            loss,
        }
    }
}
