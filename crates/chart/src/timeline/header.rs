//! Lane headers: name, how many entries, how many up and down, and what lies outside the window.

use layout::calendar::{civil_of, month_short, year_words};
use model::Tone;
use scene::{Anchor, Face, Hit, HitKind, Item, Paint, Palette, Path, Rgba, text};

use crate::marks::{Glyph, block, rule};
use crate::spec::Window;

use super::entry::Entry;
use super::frame::{Frame, HEADER_PX, MICRO_PX};
use super::lane_names::LaneName;

/// Size of the name.
const NAME_PX: f32 = 12.0;
const NAME_LINE_PX: f32 = 14.5;
const LINE_PX: f32 = 14.0;
const INSET_PX: f32 = 11.0;
/// Width for words in a header.
const ROOM_PX: f32 = HEADER_PX - INSET_PX - 3.0;

/// What a lane header says.
pub(super) struct Header {
    /// Its name, on one or two lines.
    name: Vec<String>,
    id: String,
    hue: String,
    count: usize,
    up: usize,
    down: usize,
    undated: usize,
    /// How many lie wholly before the window, and after it.
    pub(super) outside: (usize, usize),
    /// "2 before 2022".
    before: Option<String>,
    /// "2 from 2026".
    after: Option<String>,
}

impl Header {
    pub(super) fn of<'a>(
        lane: &LaneName,
        undated: usize,
        entries: impl Iterator<Item = &'a Entry>,
        window: Window,
    ) -> Self {
        let (mut count, mut up, mut down) = (undated, 0, 0);
        let (mut earlier, mut later) = (Outside::default(), Outside::default());
        for entry in entries {
            count += 1;
            up += usize::from(entry.glyph.tone == Tone::Escalatory);
            down += usize::from(entry.glyph.tone == Tone::Deescalatory);
            let (from, to) = entry.reach_days();
            if to <= window.from_days {
                earlier.add(-to);
            } else if from >= window.to_days {
                later.add(from);
            }
        }
        Self {
            name: wrapped(&lane.title),
            id: lane.id.clone(),
            hue: lane.hue.clone(),
            count,
            up,
            down,
            undated,
            outside: (earlier.count, later.count),
            before: earlier.words("before", |nearest| civil(-nearest, true), window.from_days),
            after: later.words("from", |nearest| civil(nearest, false), window.to_days),
        }
    }

    /// Height of everything it says.
    pub(super) fn height_px(&self) -> f32 {
        let lines = 2 + self.more().count();
        8.0 + self.name.len() as f32 * NAME_LINE_PX + lines as f32 * LINE_PX + 6.0
    }

    /// The lines under the counts: words, and where a small pointer stands (-1 left, 1 right).
    fn more(&self) -> impl Iterator<Item = (String, f32)> + '_ {
        let undated = (self.undated > 0).then(|| (format!("{} undated", self.undated), 0.0));
        let before = self.before.clone().map(|words| (words, -1.0));
        let after = self.after.clone().map(|words| (words, 1.0));
        [before, after, undated].into_iter().flatten()
    }

    /// Draws it from `top` (on the page) on.
    pub(super) fn draw(&self, top: f32, height: f32, palette: &Palette, out: &mut Vec<Item>) {
        out.push(block(
            0.0,
            top,
            HEADER_PX,
            height - 0.5,
            palette.surface_lane,
        ));
        if !self.hue.is_empty() {
            out.push(block(
                0.0,
                top + 1.0,
                3.0,
                height - 2.0,
                palette.theme_hue(&self.hue),
            ));
        }
        let mut y = top + 17.0;
        for line in &self.name {
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
        let entries = if self.count == 1 {
            "1 entry".to_owned()
        } else {
            format!("{} entries", self.count)
        };
        out.push(micro(
            &entries,
            INSET_PX,
            y,
            Face::Regular,
            palette.text_tertiary,
        ));
        y += LINE_PX + 2.0;
        self.draw_counts(y, palette, out);
        for (words, pointer) in self.more() {
            y += LINE_PX + 1.0;
            draw_more(&words, pointer, y, palette, out);
        }
    }

    fn draw_counts(&self, y: f32, palette: &Palette, out: &mut Vec<Item>) {
        let mut x = INSET_PX + 3.5;
        for (tone, count) in [(Tone::Escalatory, self.up), (Tone::Deescalatory, self.down)] {
            Glyph::plain(tone, 1).draw(x, y - 3.3, palette, palette.surface_lane, out);
            let words = count.to_string();
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

    pub(super) fn hit(&self, top: f32, height: f32, frame: &Frame) -> Hit {
        let (from, to) = (top.max(frame.top_px), (top + height).min(frame.bottom_px));
        Hit {
            x: 0.0,
            y: from,
            width: HEADER_PX,
            height: to - from,
            kind: HitKind::Lane,
            id: self.id.clone(),
        }
    }
}

fn micro(words: &str, x: f32, y: f32, face: Face, color: Rgba) -> Item {
    text::text(words, x, y, Anchor::Start, MICRO_PX, face, color)
}

/// A line about what lies outside, with a pointer to where.
fn draw_more(words: &str, pointer: f32, y: f32, palette: &Palette, out: &mut Vec<Item>) {
    let room = if pointer == 0.0 {
        ROOM_PX
    } else {
        ROOM_PX - 6.0
    };
    let words = text::shorten(words, MICRO_PX, Face::Medium, room);
    let width = text::width(&words, MICRO_PX, Face::Medium);
    let x = if pointer < 0.0 {
        INSET_PX + 7.0
    } else {
        INSET_PX
    };
    out.push(micro(&words, x, y, Face::Medium, palette.text_secondary));
    if pointer != 0.0 {
        let tip = if pointer < 0.0 {
            INSET_PX - 1.0
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
}

/// The rule under a lane.
pub(super) fn draw_rule(y: f32, frame: &Frame, palette: &Palette, out: &mut Vec<Item>) {
    out.push(rule((0.0, y), (frame.width_px, y), palette.line_rule, 1.0));
}

/// What lies beyond one side of the window.
#[derive(Default)]
struct Outside {
    count: usize,
    nearest: Option<f64>,
}

impl Outside {
    fn add(&mut self, distance: f64) {
        self.count += 1;
        self.nearest = Some(
            self.nearest
                .map_or(distance, |nearest| nearest.min(distance)),
        );
    }

    /// "2 before 2022"; by day and month where the year is the window's own.
    fn words(&self, how: &str, civil: impl Fn(f64) -> Civil, edge_days: f64) -> Option<String> {
        let date = civil(self.nearest?);
        let (year, ..) = civil_of(edge_days.floor() as i64);
        let when = if date.year == year {
            format!("{} {}", date.day, month_short(date.month))
        } else {
            year_words(date.year + i64::from(date.next_year))
        };
        Some(format!("{} {how} {when}", self.count))
    }
}

struct Civil {
    year: i64,
    month: i64,
    day: i64,
    /// What ended during a year is "before" the next one.
    next_year: bool,
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

/// The name on at most two lines.
fn wrapped(name: &str) -> Vec<String> {
    let fits = |words: &str| text::width(words, NAME_PX, Face::SemiBold) <= ROOM_PX;
    if fits(name) {
        return vec![name.to_owned()];
    }
    let cut = name
        .rmatch_indices(' ')
        .map(|(at, _)| at)
        .find(|&at| fits(&name[..at]));
    let Some(at) = cut else {
        return vec![text::shorten(name, NAME_PX, Face::SemiBold, ROOM_PX)];
    };
    let rest = text::shorten(&name[at + 1..], NAME_PX, Face::SemiBold, ROOM_PX);
    vec![name[..at].to_owned(), rest]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outside_words_name_the_year_or_the_day() {
        let day = |year, month, day| layout::calendar::days_of(year, month, day) as f64;
        let mut before = Outside::default();
        before.add(-day(2022, 1, 1));
        before.add(-day(2016, 1, 1));
        let words = before.words("before", |it| civil(-it, true), day(2025, 4, 1));
        assert_eq!(words.as_deref(), Some("2 before 2022"));
        let mut after = Outside::default();
        after.add(day(2025, 9, 12));
        let words = after.words("from", |it| civil(it, false), day(2025, 8, 30));
        assert_eq!(words.as_deref(), Some("1 from 12 Sep"));
    }

    #[test]
    fn a_long_name_takes_two_lines() {
        assert_eq!(wrapped("US–China trade"), ["US–China", "trade"]);
        assert_eq!(wrapped("Markets"), ["Markets"]);
    }
}
