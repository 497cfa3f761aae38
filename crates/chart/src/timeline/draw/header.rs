//! Lane headers: name, number of entries, how many are escalatory and de-escalatory, and what is outside the window.

use layout::calendar::{civil_of, month_short, year_words};
use model::Tone;
use scene::{Anchor, Face, Hit, HitKind, Item, Paint, Palette, Path, Rgba, text};

use crate::marks::{Glyph, block, rule};
use crate::spec::Window;

use super::short_count::short_count;
use super::trend;
use crate::timeline::frame::{Frame, HEADER_PX, MICRO_PX};
use crate::timeline::plan::header_height::{
    FIRST_PX, LINE_PX, LOW_FIRST_PX, NAME_LINE_PX, height_px, line_px,
};
use crate::timeline::prepare::lane_index::LaneIndex;
use crate::timeline::prepare::lane_title::{INSET_PX, NAME_PX, ROOM_PX};
use crate::timeline::ready::timeline::Timeline;

/// The contents of a lane header.
pub(crate) struct Header<'a> {
    index: &'a LaneIndex,
    /// How many are before the window: "2 before 2022".
    before: Option<(usize, String)>,
    /// How many are after it: "2 from 2026".
    after: Option<(usize, String)>,
    window: Window,
    trend: Option<i8>,
    /// How many links come from the left or go there, and the same on the right, if nothing at the edge shows them.
    links: (usize, usize),
    /// Whether there is only room for the name and the count for certain.
    low: bool,
}

/// How many entries of a lane are entirely before the window, and entirely after it.
pub(crate) fn outside(index: &LaneIndex, window: Window) -> (usize, usize) {
    let begun = index.begun_before(window.to_days);
    (
        index.ended_by(window.from_days),
        index.entries.len() - begun,
    )
}

impl<'a> Header<'a> {
    /// Its contents for a window.
    pub(crate) fn of(index: &'a LaneIndex, timeline: &Timeline, window: Window, low: bool) -> Self {
        // To the second: folding and unfolding a day changes its last bits.
        let day = |folded: f64| (timeline.folds.unfold(folded) * 86_400.0).round() / 86_400.0;
        let (before, after) = outside(index, window);
        let last = before.checked_sub(1).and_then(|nth| index.nth_end(nth));
        let next = index.entries.get(index.entries.len() - after);
        let next = next.map(|it| it.stretch().0);
        let words = |count, how, day: Civil, edge| (count, day.words(count, how, edge));
        Self {
            index,
            before: last.map(|it| {
                if timeline.is_relative() {
                    return (before, format!("{} earlier", short_count(before)));
                }
                words(
                    before,
                    "before",
                    civil(day(it), true),
                    day(window.from_days),
                )
            }),
            after: next.map(|it| {
                if timeline.is_relative() {
                    return (after, format!("{} later", short_count(after)));
                }
                words(after, "from", civil(day(it), false), day(window.to_days))
            }),
            window,
            trend: trend::trend(index, window, timeline.as_of_days()),
            links: (0, 0),
            low,
        }
    }

    /// The same with links that cross the edges of the window: to the left, to the right.
    pub(crate) fn with_links(self, links: (usize, usize)) -> Self {
        Self { links, ..self }
    }

    /// The lines under the counts: text, side of a small pointer (-1 left, 1 right), and whether it continues the line
    /// before. If there is not room for two lines, both sides share one, so that no lane changes its height while
    /// panning.
    fn more(&self, height: f32) -> Vec<(String, f32, bool)> {
        let line = |it: &Option<(usize, String)>, pointer| {
            it.as_ref()
                .map(|(_, words)| (words.clone(), pointer, false))
        };
        let mut more: Vec<_> = match (&self.before, &self.after) {
            (Some((before, _)), Some((after, _)))
                if height < height_px(self.index, false) + LINE_PX =>
            {
                vec![
                    (short_count(*before), -1.0, false),
                    (short_count(*after), 1.0, true),
                ]
            }
            _ => line(&self.before, -1.0)
                .into_iter()
                .chain(line(&self.after, 1.0))
                .collect(),
        };
        let undated = self.index.undated.len();
        more.extend((undated > 0).then(|| (format!("{undated} undated"), 0.0, false)));
        more
    }

    /// Draws it below `top`; its text stays below `seen_from` as long as the lane does.
    pub(crate) fn draw(
        &self,
        (top, height): (f32, f32),
        seen_from: f32,
        palette: &Palette,
        out: &mut Vec<Item>,
    ) {
        out.push(block(
            0.0,
            top,
            HEADER_PX,
            height - 0.5,
            palette.surface_lane,
        ));
        let hue = &self.index.name.hue;
        if !hue.is_empty() {
            out.push(block(
                0.0,
                top + 1.0,
                3.0,
                height - 2.0,
                palette.theme_hue(hue),
            ));
        }
        let spare = height - height_px(self.index, self.low) - LINE_PX;
        let scrolled = (seen_from - top).clamp(0.0, spare.max(0.0));
        let mut y = top + scrolled + if self.low { LOW_FIRST_PX } else { FIRST_PX };
        for line in &self.index.title {
            out.push(text::text(
                line,
                INSET_PX,
                y,
                Anchor::Start,
                NAME_PX,
                Face::SemiBold,
                palette.text_primary,
            ));
            y += NAME_LINE_PX;
        }
        let count = self.index.entries.len() + self.index.undated.len();
        let entries = if count == 1 {
            "1 entry".to_owned()
        } else {
            format!("{} entries", short_count(count))
        };
        out.push(micro(
            &entries,
            INSET_PX,
            y,
            Face::Regular,
            palette.text_tertiary,
        ));
        if let Some(trend) = self.trend {
            let x = INSET_PX + text::width(&entries, MICRO_PX, Face::Regular) + 8.0;
            trend::draw_arrow(trend, (x, y - 3.5), palette, out);
        }
        self.draw_rest(y, (top, height), palette, out);
    }

    /// Everything below the count, as far as there is room.
    fn draw_rest(
        &self,
        mut y: f32,
        (top, height): (f32, f32),
        palette: &Palette,
        out: &mut Vec<Item>,
    ) {
        let (line_px, bottom) = (line_px(self.index), top + height);
        let fits = |y: f32| !self.low || y + 4.0 <= bottom;
        y += LINE_PX + 2.0;
        if fits(y) {
            self.draw_counts(y, palette, out);
        }
        let mut x = INSET_PX;
        for (words, pointer, beside) in self.more(height) {
            if !beside {
                (x, y) = (INSET_PX, y + LINE_PX + 1.0);
            }
            if fits(y) {
                x = draw_more(&words, pointer, x, y, palette, out) + 14.0;
            }
        }
        let links = [(self.links.0, -1.0), (self.links.1, 1.0)];
        for (count, pointer) in links.into_iter().filter(|it| it.0 > 0) {
            let below = y + LINE_PX + 1.0;
            // Heights follow from zoom and entries, so links are only told where there is room.
            if below + line_px + 4.0 <= bottom {
                y = below;
                let plural = if count == 1 { "link" } else { "links" };
                let words = format!("{} {plural}", short_count(count));
                draw_more(&words, pointer, INSET_PX, y, palette, out);
            }
        }
        if line_px > 0.0 && fits(y + line_px) {
            let place = (INSET_PX, bottom - 4.0, ROOM_PX - 8.0);
            trend::draw_line(self.index, self.window, place, palette, out);
        }
    }

    fn draw_counts(&self, y: f32, palette: &Palette, out: &mut Vec<Item>) {
        let (up, down) = self.index.tones;
        let mut x = INSET_PX + 3.5;
        for (tone, count) in [(Tone::Escalatory, up), (Tone::Deescalatory, down)] {
            Glyph::plain(tone, 1).draw(x, y - 3.3, palette, palette.surface_lane, out);
            let words = short_count(count);
            out.push(micro(
                &words,
                x + 6.5,
                y,
                Face::Medium,
                palette.text_secondary,
            ));
            x += (text::width(&words, MICRO_PX, Face::Medium) + 19.0).max(28.0);
        }
    }

    pub(crate) fn hit(&self, top: f32, height: f32, frame: &Frame) -> Hit {
        let (from, to) = (top.max(frame.top_px), (top + height).min(frame.bottom_px));
        Hit {
            x: 0.0,
            y: from,
            width: HEADER_PX,
            height: to - from,
            kind: HitKind::Lane,
            id: self.index.name.id.clone(),
        }
    }
}

fn micro(words: &str, x: f32, y: f32, face: Face, color: Rgba) -> Item {
    text::text(words, x, y, Anchor::Start, MICRO_PX, face, color)
}

/// Text about what is outside the window, starting at `left`, with a pointer to that side; returns where it ends.
fn draw_more(
    words: &str,
    pointer: f32,
    left: f32,
    y: f32,
    palette: &Palette,
    out: &mut Vec<Item>,
) -> f32 {
    let room = if pointer == 0.0 {
        ROOM_PX
    } else {
        ROOM_PX - 6.0
    };
    let words = fitting(words, room);
    let width = text::width(&words, MICRO_PX, Face::Medium);
    let x = if pointer < 0.0 { left + 7.0 } else { left };
    out.push(micro(&words, x, y, Face::Medium, palette.text_secondary));
    if pointer != 0.0 {
        let tip = if pointer < 0.0 {
            left - 1.0
        } else {
            x + width + 8.0
        };
        let back = tip - pointer * 4.5;
        let middle = y - 3.5;
        let path = Path::polygon(&[(tip, middle), (back, middle - 2.8), (back, middle + 2.8)]);
        out.push(Item::Path {
            path,
            fill: Paint::Solid(palette.text_secondary),
            stroke: None,
        });
    }
    x + width
}

/// The text, without the day if there is no room for it: the pointer shows the side.
fn fitting(words: &str, room: f32) -> String {
    let fits = |words: &str| text::width(words, MICRO_PX, Face::Medium) <= room;
    match words.split_once(" from ").or(words.split_once(" before ")) {
        Some((count, _)) if !fits(words) => {
            let side = if words.contains(" from ") {
                "later"
            } else {
                "earlier"
            };
            text::shorten(&format!("{count} {side}"), MICRO_PX, Face::Medium, room)
        }
        _ => text::shorten(words, MICRO_PX, Face::Medium, room),
    }
}

/// The rule under a lane.
pub(crate) fn draw_rule(y: f32, frame: &Frame, palette: &Palette, out: &mut Vec<Item>) {
    out.push(rule((0.0, y), (frame.width_px, y), palette.line_rule, 1.0));
}

struct Civil {
    year: i64,
    month: i64,
    day: i64,
    /// For what ended during a year: "before" the next one.
    next_year: bool,
}

impl Civil {
    /// "2 before 2022"; with day and month if the year is that of the window's edge.
    fn words(&self, count: usize, how: &str, edge_days: f64) -> String {
        let (year, ..) = civil_of(edge_days.floor() as i64);
        let when = if self.year == year {
            format!("{} {}", self.day, month_short(self.month))
        } else {
            year_words(self.year + i64::from(self.next_year))
        };
        format!("{} {how} {when}", short_count(count))
    }
}

fn civil(days: f64, ended: bool) -> Civil {
    // An end is exclusive; what ended with December ended in that year.
    let last = if ended {
        days.ceil() as i64 - 1
    } else {
        days.floor() as i64
    };
    let year = civil_of(last).0;
    let (_, month, day) = civil_of(if ended { last + 1 } else { last });
    Civil {
        year,
        month,
        day,
        next_year: ended,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outside_words_name_the_year_or_the_day() {
        let day = |year, month, day| layout::calendar::days_of(year, month, day) as f64;
        let before = civil(day(2022, 1, 1), true).words(2, "before", day(2025, 4, 1));
        assert_eq!(before, "2 before 2022");
        let after = civil(day(2025, 9, 12), false).words(1, "from", day(2025, 8, 30));
        assert_eq!(after, "1 from 12 Sep");
    }
}
