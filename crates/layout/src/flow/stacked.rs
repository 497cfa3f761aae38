//! What each entry of a row becomes in a map that reads to the right, where the entries of a row stand one below the other:
//! titles as wide as the row is, on as many lines as there is room for.

use super::fit::{
    HALF_EM, MARK_EM, NEARER_EM, Shaped, WIDTHS_EM, Writer, Written, chip_em, width_em,
};
use super::graph::Form;
use super::title::{LINE_EM, Lines, MOST_LINES};

/// Between a title and the links that leave behind it.
const BEHIND_EM: f32 = 0.5;

impl Writer<'_> {
    /// A row within a height, with titles as wide as the level says.
    pub(super) fn stacked(&self, row: usize, room_em: f32, level: usize) -> Written {
        let order = &self.ranked.order[row];
        let mut slots: Vec<Shaped> = order.iter().map(|it| self.bare(*it)).collect();
        let limit_em = WIDTHS_EM[level.clamp(1, WIDTHS_EM.len()) - 1];
        let mut chosen: Vec<usize> = (0..order.len())
            .filter(|at| slots[*at].form.is_some())
            .filter(|at| level > 0 || self.entries[self.entry(order[*at])].is_kept)
            .collect();
        chosen.sort_by_key(|at| {
            let entry = &self.entries[self.entry(order[*at])];
            (!entry.is_kept, std::cmp::Reverse(entry.importance), *at)
        });
        // The fewest lines that name each first, then more for the most important.
        let mut lines = vec![0; order.len()];
        for &at in &chosen {
            let entry = self.entry(order[at]);
            let names = |it: &usize| self.titles[entry].named_em(*it) <= limit_em;
            let is_kept = self.entries[entry].is_kept;
            let least = (1..=MOST_LINES).find(names);
            if let Some(least) = least.or(is_kept.then_some(MOST_LINES)) {
                let before = slots[at].clone();
                self.give(&mut slots[at], (entry, limit_em), least);
                lines[at] = least;
                if width_em(&slots) > room_em && !is_kept {
                    slots[at] = before;
                    lines[at] = 0;
                }
            }
        }
        for &at in chosen.iter().filter(|it| lines[**it] > 0) {
            let entry = self.entry(order[at]);
            for more in (lines[at] + 1..=MOST_LINES).rev() {
                let before = slots[at].clone();
                self.give(&mut slots[at], (entry, limit_em), more);
                if width_em(&slots) <= room_em {
                    break;
                }
                slots[at] = before;
            }
        }
        self.written(order, slots, level)
    }

    /// The height of a row with all its titles as wide as this.
    pub(super) fn natural_height_em(&self, row: usize, limit_em: f32) -> f32 {
        let order = &self.ranked.order[row];
        let mut slots: Vec<Shaped> = order.iter().map(|it| self.bare(*it)).collect();
        for (slot, shaped) in order.iter().zip(&mut slots) {
            if shaped.form.is_some() {
                self.give(shaped, (self.entry(*slot), limit_em), MOST_LINES);
            }
        }
        width_em(&slots)
    }

    /// Gives an entry its title on at most so many lines.
    fn give(&self, slot: &mut Shaped, (entry, limit_em): (usize, f32), most: usize) {
        let title = &self.titles[entry];
        let fewest = (1..=most).find(|it| title.least_em(*it) <= limit_em);
        let written: Lines = match fewest {
            Some(it) => title.within(title.least_em(it), it),
            None => title.within(limit_em, most),
        };
        let count = written.words.len() as f32;
        slot.form = Some(Form::Line);
        slot.left_em = slot.left_em.max(MARK_EM - NEARER_EM);
        slot.right_em = slot.right_em.max(LINE_EM * count - MARK_EM - NEARER_EM);
        let chip_em = HALF_EM + chip_em(self.more[entry]);
        slot.along_em = HALF_EM + self.right_em(entry, &written).max(chip_em) + BEHIND_EM;
        slot.lines = written;
    }
}
