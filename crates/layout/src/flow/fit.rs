//! What each entry of a row becomes: its title in full, shortened, or a mark alone.
//!
//! The widest title takes one more line until the row fits; then the widest is shortened; where not even the first words
//! of all fit, the least important become marks alone.

use super::graph::{CardSize, Entry, Form};
use super::lanes::{Component, Ranked};
use super::nets::Nets;
use super::title::{LINE_EM, Lines, MOST_LINES, Title};

/// From the middle of a mark to its title.
pub(super) const INDENT_EM: f32 = 1.06;
/// Half a mark.
pub(super) const HALF_EM: f32 = 0.62;
/// Between two entries, and beside a lane.
const GAP_EM: f32 = 1.25;
const LANE_GAP_EM: f32 = 0.62;
const LANE_HALF_EM: f32 = 0.2;
/// A chip with a count of one digit, with the blank before it, and each digit more.
const CHIP_EM: f32 = 2.4;
const DIGIT_EM: f32 = 0.65;
/// What it costs to shorten a title, and to leave it out, for each point of importance more.
const CUT: f32 = 1.0;
const UNNAMED: f32 = 5.0;
const UNNAMED_MORE: f32 = 0.25;
/// How much narrower a title gets from one attempt to the next.
const NARROWER: f32 = 0.95;

/// A slot of a row as it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shaped {
    pub(super) form: Option<Form>,
    pub(super) lines: Lines,
    pub(super) left_em: f32,
    pub(super) right_em: f32,
}

/// A row as it is drawn.
#[derive(Debug, Clone, Default)]
pub(super) struct Written {
    pub(super) slots: Vec<Shaped>,
    pub(super) height_em: f32,
    pub(super) width_em: f32,
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

fn width_em(slots: &[Shaped]) -> f32 {
    let ends =
        slots.first().map_or(0.0, |it| it.left_em) + slots.last().map_or(0.0, |it| it.right_em);
    ends + slots
        .windows(2)
        .map(|it| apart_em(&it[0], &it[1]))
        .sum::<f32>()
}

impl Writer<'_> {
    fn entry(&self, slot: usize) -> usize {
        self.part.entries[slot]
    }

    fn bare(&self, slot: usize) -> Shaped {
        if self.ranked.is_lane(slot) {
            return Shaped {
                form: None,
                lines: Lines::default(),
                left_em: LANE_HALF_EM,
                right_em: LANE_HALF_EM,
            };
        }
        let (left, right) = self.nets.reach_em(slot);
        let chip_em = match self.more[self.entry(slot)] {
            0 => 0.0,
            count => HALF_EM + chip_em(count),
        };
        Shaped {
            form: Some(Form::Mark),
            lines: Lines::default(),
            left_em: left.max(HALF_EM),
            right_em: right.max(HALF_EM).max(chip_em),
        }
    }

    /// All entries of a row as cards.
    pub(super) fn cards(&self, row: usize, size: CardSize) -> Written {
        let shaped = |slot: &usize| {
            let mut it = self.bare(*slot);
            if it.form.is_some() {
                it.form = Some(Form::Card);
                it.lines = self.titles[self.entry(*slot)].within(size.title_em, 2);
                it.left_em = size.mark_em;
                it.right_em = size.width_em - size.mark_em;
            }
            it
        };
        let slots: Vec<Shaped> = self.ranked.order[row].iter().map(shaped).collect();
        Written {
            width_em: width_em(&slots),
            slots,
            height_em: size.height_em,
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
    pub(super) fn lines(&self, row: usize, room_em: f32, most: usize) -> Written {
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
        self.written(order, slots)
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
        for ((at, lines), limit) in chosen.iter().zip(&lines).zip(&limit) {
            let written = title(*at).within(*limit, *lines);
            let slot = &mut slots[*at];
            slot.form = Some(Form::Line);
            slot.right_em = self.right_em(self.entry(order[*at]), &written);
            slot.lines = written;
        }
    }

    /// How far an entry reaches right of its mark: its widest line, or its last one with the chip after it.
    fn right_em(&self, entry: usize, lines: &Lines) -> f32 {
        let last_em = self.titles[entry].last_em(lines) + chip_em(self.more[entry]);
        (INDENT_EM + lines.width_em.max(last_em)).max(HALF_EM)
    }

    fn written(&self, order: &[usize], mut slots: Vec<Shaped>) -> Written {
        let (mut height_em, mut loss) = (LINE_EM, 0.0);
        for (slot, it) in order.iter().zip(&mut slots) {
            if it.form.is_none() {
                continue;
            }
            let at = self.entry(*slot);
            height_em = height_em.max(LINE_EM * it.lines.words.len() as f32);
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
            loss,
        }
    }
}

/// Numbers of lines that are tried for a row.
pub(super) const LINE_COUNTS: usize = MOST_LINES + 1;
