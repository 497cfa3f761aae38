//! The headings of columns: the dates of each stretch, breaks between them, and the as-of day.

use layout::columns::Column;
use model::date::{Day, month_name, year_in_words};
use scene::{Anchor, Face, Hit, HitKind, Item, Palette, Rgba, text};

use super::stretches::{Start, Stretch};
use crate::marks::{block, rule};

/// Height of the headings with the label of the as-of day above them.
pub(super) const HEAD_PX: f32 = 38.0;
const BASELINE_PX: f32 = 31.0;
const CHIP_PX: f32 = 15.0;
/// From the text of a column to the break or the as-of line after it.
const BREAK_PX: f32 = 3.0;

/// The words above each stretch, from the longest to the shortest.
pub(super) fn words(stretches: &[Stretch]) -> Vec<Vec<String>> {
    let ahead = stretches.iter().filter(|it| it.is_ahead()).count();
    let mut year = None;
    stretches
        .iter()
        .map(|it| of(it, ahead == 1, &mut year))
        .collect()
}

fn of(stretch: &Stretch, is_all_ahead: bool, year: &mut Option<i64>) -> Vec<String> {
    let has = |start| stretch.starts.contains(&start);
    let days: Vec<i64> = stretch.days().collect();
    let is_earlier = has(Start::Earlier) || !days.is_empty();
    match (has(Start::Open), has(Start::Earlier)) {
        (true, _) if is_earlier => {
            return [
                "Earlier, or start not known",
                "Earlier or not known",
                "Earlier",
            ]
            .map(String::from)
            .to_vec();
        }
        (true, _) => return vec![String::from("Start not known")],
        (false, true) => return vec![String::from("Earlier")],
        (false, false) => {}
    }
    if has(Start::Later) || (stretch.is_ahead() && is_all_ahead && days.len() > 1) {
        return vec![String::from("Later")];
    }
    let (Some(first), Some(last)) = (days.first(), days.last()) else {
        return Vec::new();
    };
    let found = range(Day(*first), Day(*last), *year);
    *year = Some(Day(*last).ymd().0);
    found
}

/// "9 June", "2 to 30 April 2025", "14 May to 5 June", "2015 to 2017".
fn range(first: Day, last: Day, year: Option<i64>) -> Vec<String> {
    let (a, b) = (first.ymd(), last.ymd());
    let with_year = |words: String| match year == Some(b.0) {
        true => vec![words],
        false => vec![format!("{words} {}", year_in_words(b.0)), words],
    };
    if a == b {
        return with_year(format!("{} {}", b.2, month_name(b.1)));
    }
    if a.0 != b.0 {
        let years = format!("{} to {}", year_in_words(a.0), year_in_words(b.0));
        return vec![years];
    }
    if a.1 == b.1 {
        return with_year(format!("{} to {} {}", a.2, b.2, month_name(b.1)));
    }
    let mut found = with_year(format!(
        "{} {} to {} {}",
        a.2,
        month_name(a.1),
        b.2,
        month_name(b.1)
    ));
    found.push(format!("{} to {}", month_name(a.1), month_name(b.1)));
    found
}

/// The head over columns that are laid out.
pub(super) struct Head<'a> {
    pub(super) stretches: &'a [Stretch],
    pub(super) columns: &'a [Column],
    pub(super) as_of: Option<Day>,
    pub(super) width_px: f32,
    pub(super) height_px: f32,
    /// Size of the letters.
    pub(super) letter_px: f32,
    pub(super) palette: &'a Palette,
}

impl Head<'_> {
    /// Where the as-of line is: before the first stretch that is ahead.
    pub(super) fn as_of_px(&self) -> Option<f32> {
        let at = self.stretches.iter().position(Stretch::is_ahead)?;
        Some(self.left_px(at))
    }

    /// The border before a stretch.
    fn left_px(&self, at: usize) -> f32 {
        let column = self.stretches[at].column;
        match column.checked_sub(1) {
            None => 0.0,
            Some(before) => self.columns[before].right_px + BREAK_PX,
        }
    }

    /// The color of the ground at a place.
    pub(super) fn ground(&self, x_px: f32) -> Rgba {
        match self.as_of_px() {
            Some(line) if x_px > line => self.palette.surface_future,
            _ => self.palette.surface_canvas,
        }
    }

    /// The tinted ground and the as-of line, under everything else.
    pub(super) fn draw_ground(&self, items: &mut Vec<Item>) {
        let Some(x) = self.as_of_px() else { return };
        let height = self.height_px - HEAD_PX;
        items.push(block(
            x,
            HEAD_PX,
            self.width_px - x,
            height,
            self.palette.surface_future,
        ));
        items.push(rule(
            (x, HEAD_PX),
            (x, self.height_px),
            self.palette.asof,
            1.2,
        ));
    }

    /// The headings, over whatever scrolled under them.
    pub(super) fn draw(&self, items: &mut Vec<Item>, hits: &mut Vec<Hit>) {
        let palette = self.palette;
        items.push(block(
            0.0,
            0.0,
            self.width_px,
            HEAD_PX,
            palette.surface_canvas,
        ));
        if let Some(x) = self.as_of_px() {
            items.push(block(
                x,
                CHIP_PX + 2.0,
                self.width_px - x,
                HEAD_PX - CHIP_PX - 2.0,
                palette.surface_future,
            ));
        }
        items.push(rule(
            (0.0, HEAD_PX),
            (self.width_px, HEAD_PX),
            palette.line_strong,
            1.0,
        ));
        for (at, words) in words(self.stretches).into_iter().enumerate() {
            let stretch = &self.stretches[at];
            let left = self.columns[stretch.column].left_px;
            let last = stretch.column + stretch.columns;
            let end = match self.columns.get(last) {
                Some(_) if at + 1 < self.stretches.len() => self.left_px(at + 1),
                _ => self.width_px,
            };
            let room_px = end - left - 6.0;
            let size = self.letter_px;
            let fits = |it: &&String| text::width(it, size, Face::SemiBold) <= room_px;
            let chosen = words.iter().find(fits).or(words.last());
            let shown = text::shorten(chosen.map_or("", |it| it), size, Face::SemiBold, room_px);
            items.push(text::text(
                &shown,
                left,
                BASELINE_PX,
                Anchor::Start,
                size,
                Face::SemiBold,
                palette.text_primary,
            ));
            if at > 0 && !self.follows(at) {
                self.draw_break(self.left_px(at), items);
            }
        }
        hits.extend(self.draw_as_of(items));
    }

    /// Whether a stretch begins on the day after the one before it ends.
    fn follows(&self, at: usize) -> bool {
        let (last, first) = (
            self.stretches[at - 1].days().next_back(),
            self.stretches[at].days().next(),
        );
        last.zip(first)
            .is_some_and(|(last, first)| first == last + 1)
    }

    /// "//" on the rule: time is left out here.
    fn draw_break(&self, x: f32, items: &mut Vec<Item>) {
        items.push(block(
            x - 1.5,
            HEAD_PX - 2.0,
            5.0,
            4.0,
            self.palette.surface_canvas,
        ));
        for shift in [0.0, 4.0] {
            let (from, to) = (
                (x - 3.0 + shift, HEAD_PX + 4.5),
                (x + 1.0 + shift, HEAD_PX - 4.5),
            );
            items.push(rule(from, to, self.palette.line_strong, 1.0));
        }
    }

    fn draw_as_of(&self, items: &mut Vec<Item>) -> Option<Hit> {
        let (x, day) = (self.as_of_px()?, self.as_of?);
        let (_, month, number) = day.ymd();
        let words = format!("as of {number} {}", month_name(month));
        let width = text::width(&words, self.letter_px, Face::SemiBold) + 10.0;
        let left = x.min(self.width_px - width).max(0.0);
        items.push(rule((x, CHIP_PX), (x, HEAD_PX), self.palette.asof, 1.2));
        items.push(block(left, 2.0, width, CHIP_PX, self.palette.asof));
        let baseline = 2.0 + (CHIP_PX + text::cap_height(self.letter_px)) / 2.0;
        let color = self.palette.text_inverse;
        items.push(text::text(
            &words,
            left + 5.0,
            baseline,
            Anchor::Start,
            self.letter_px,
            Face::SemiBold,
            color,
        ));
        Some(Hit {
            x: left,
            y: 0.0,
            width,
            height: CHIP_PX + 4.0,
            kind: HitKind::AsOf,
            id: String::new(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn headings_name_the_dates_and_each_year_once() {
        let day = |year, month, day| Day::from_ymd(year, month, day).unwrap().0;
        let stretch = |starts: &[Start]| Stretch {
            starts: BTreeSet::from_iter(starts.iter().copied()),
            ..Stretch::default()
        };
        let on = |it| Start::On(it);
        let all = [
            stretch(&[Start::Open, on(day(2015, 1, 1))]),
            stretch(&[on(day(2025, 4, 1)), on(day(2025, 4, 2))]),
            stretch(&[on(day(2025, 5, 1)), on(day(2025, 6, 5))]),
            stretch(&[on(day(2025, 6, 9))]),
            stretch(&[
                Start::Ahead(day(2025, 8, 12)),
                Start::Ahead(day(2026, 1, 1)),
            ]),
        ];
        let found: Vec<String> = words(&all).into_iter().map(|it| it[0].clone()).collect();
        assert_eq!(
            found,
            [
                "Earlier, or start not known",
                "1 to 2 April 2025",
                "1 May to 5 June",
                "9 June",
                "Later"
            ]
        );
    }
}
