//! The boxes of the cause map: mark, title on two lines, date.

use model::{Board, Event, EventId, Slot, Workspace};
use scene::{Anchor, Dash, Face, Hit, HitKind, Item, Paint, Palette, Rgba, Stroke, text};

use crate::extent::When;
use crate::marks::{Glyph, LABEL_PX, MICRO_PX, block, label_face};
use crate::pins::{self, PIN_PX, draw_pin};
use crate::spec::{CauseMapSpec, Flow};

/// All boxes are equally wide, so that layers are straight columns.
pub(super) const WIDTH_PX: f32 = 180.0;
const LINE_PX: f32 = 14.0;
const DATE_PX: f32 = 13.0;
const PAD_PX: f32 = 6.0;
/// From the left edge to the text.
const WORDS_AT_PX: f32 = 26.0;

/// An event as a box.
pub(super) struct Box<'a> {
    pub(super) event: &'a Event,
    glyph: Glyph,
    lines: Vec<String>,
    date: String,
    hue: Rgba,
    /// "+3": how many events are linked with it and not drawn; empty if none are.
    more: String,
    /// The slot that it is pinned to, if it is pinned.
    pub(super) pin: Option<Slot>,
    /// Whether its time is outside the window that other charts show.
    outside: bool,
}

/// How a box relates to the selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Plain,
    Selected,
    Near,
    Aside,
}

impl<'a> Box<'a> {
    pub(super) fn of(workspace: &Workspace, spec: &CauseMapSpec<'_>, event: &'a Event) -> Self {
        let palette = Palette::of(spec.look.theme);
        let as_of_days = spec.as_of.map(|day| day.0 as f64 + 1.0);
        let when = event
            .date
            .as_ref()
            .and_then(|date| When::of(date, event.is_unrealized(), as_of_days));
        let reach = when.map(|it| it.reach_days());
        let ahead = reach
            .zip(as_of_days)
            .is_some_and(|(reach, day)| reach.0 >= day);
        let outside = spec.window.zip(reach).is_some_and(|(window, reach)| {
            reach.1 <= window.from_days || reach.0 >= window.to_days
        });
        let theme = event.leading_theme().and_then(|id| workspace.theme(id));
        let room = WIDTH_PX - WORDS_AT_PX - PAD_PX;
        let more = more(workspace, spec, event.id);
        let pin = pins::slot(workspace, board(spec.flow), event.id.0);
        let more_px = text::width(&more, MICRO_PX, Face::Medium) + pin.map_or(0.0, |_| PIN_PX);
        Self {
            event,
            glyph: Glyph::of(event, ahead),
            lines: wrapped(&event.title, label_face(event), room),
            date: event.date.as_ref().map_or_else(
                || String::from("no date"),
                |date| text::shorten(&date.in_words(), MICRO_PX, Face::Regular, room - more_px),
            ),
            hue: theme.map_or(palette.neutral, |theme| palette.theme_hue(&theme.hue)),
            more,
            pin,
            outside,
        }
    }

    pub(super) fn height_px(&self) -> f32 {
        2.0 * PAD_PX + self.lines.len() as f32 * LINE_PX + DATE_PX
    }

    /// Draws it around its middle, and records where it can be pointed at.
    pub(super) fn draw(
        &self,
        (x, y): (f32, f32),
        standing: Standing,
        palette: &Palette,
        items: &mut Vec<Item>,
        hits: &mut Vec<Hit>,
    ) {
        let (left, top) = (x - WIDTH_PX / 2.0, y - self.height_px() / 2.0);
        items.push(Item::Group {
            id: format!("event-{}", self.event.id),
            title: self.event.title.clone(),
        });
        self.frame(left, top, standing, palette, items);
        let background = palette.surface_raised;
        self.glyph.draw(
            left + 15.0,
            top + PAD_PX + LINE_PX / 2.0,
            palette,
            background,
            items,
        );
        self.words(left, top, standing, palette, items);
        items.push(Item::Ungroup);
        hits.push(Hit {
            x: left,
            y: top,
            width: WIDTH_PX,
            height: self.height_px(),
            kind: HitKind::Event,
            id: self.event.id.to_string(),
        });
    }

    fn frame(
        &self,
        left: f32,
        top: f32,
        standing: Standing,
        palette: &Palette,
        items: &mut Vec<Item>,
    ) {
        let (color, width) = match standing {
            Standing::Selected => (palette.accent, 2.2),
            Standing::Near => (palette.line_strong, 1.6),
            Standing::Plain | Standing::Aside => (palette.line_strong, 0.8),
        };
        let dash = if self.event.is_unrealized() {
            Dash::Doubtful
        } else {
            Dash::Solid
        };
        items.push(Item::Rect {
            x: left,
            y: top,
            width: WIDTH_PX,
            height: self.height_px(),
            radius: 3.0,
            fill: Paint::Solid(palette.surface_raised),
            stroke: Some(Stroke {
                paint: Paint::Solid(color),
                width,
                dash,
            }),
        });
        items.push(block(
            left + 1.5,
            top + 3.0,
            3.0,
            self.height_px() - 6.0,
            self.hue,
        ));
    }

    fn words(
        &self,
        left: f32,
        top: f32,
        standing: Standing,
        palette: &Palette,
        items: &mut Vec<Item>,
    ) {
        let color = if standing == Standing::Aside || self.outside {
            palette.text_tertiary
        } else {
            palette.text_primary
        };
        let x = left + WORDS_AT_PX;
        let mut line = top + PAD_PX + LINE_PX / 2.0 + text::cap_height(LABEL_PX) / 2.0;
        for words in &self.lines {
            let face = label_face(self.event);
            items.push(text::text(
                words,
                x,
                line,
                Anchor::Start,
                LABEL_PX,
                face,
                color,
            ));
            line += LINE_PX;
        }
        let (face, quiet) = (Face::Regular, palette.text_tertiary);
        items.push(text::text(
            &self.date,
            x,
            line,
            Anchor::Start,
            MICRO_PX,
            face,
            quiet,
        ));
        let mut end = left + WIDTH_PX - PAD_PX;
        if self.pin.is_some() {
            let middle = line - text::cap_height(MICRO_PX) / 2.0;
            draw_pin(end - 3.0, middle, palette.text_primary, items);
            end -= PIN_PX;
        }
        if !self.more.is_empty() {
            let face = Face::Medium;
            items.push(text::text(
                &self.more,
                end,
                line,
                Anchor::End,
                MICRO_PX,
                face,
                quiet,
            ));
        }
    }
}

/// The pin board of a map with this flow.
fn board(flow: Flow) -> Board {
    match flow {
        Flow::Right => Board::CauseMap,
        Flow::Down => Board::CauseMapDown,
    }
}

/// The number of events that are linked with this one, match the filter and are not drawn.
fn more(workspace: &Workspace, spec: &CauseMapSpec<'_>, event: EventId) -> String {
    if spec.shown.len() == spec.passing.len() {
        return String::new();
    }
    match crate::causes::left_out(workspace, event, spec.shown, spec.passing) {
        0 => String::new(),
        more => format!("+{more}"),
    }
}

/// A title on at most two lines.
fn wrapped(title: &str, face: Face, room_px: f32) -> Vec<String> {
    let mut first = String::new();
    let mut rest = title.trim();
    while let Some(word) = rest.split_whitespace().next() {
        let longer = if first.is_empty() {
            word.to_owned()
        } else {
            format!("{first} {word}")
        };
        if text::width(&longer, LABEL_PX, face) > room_px {
            break;
        }
        first = longer;
        rest = rest[word.len()..].trim_start();
    }
    if first.is_empty() || rest.is_empty() {
        return vec![text::shorten(title, LABEL_PX, face, room_px)];
    }
    vec![first, text::shorten(rest, LABEL_PX, face, room_px)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_break_at_words_and_end_with_the_second_line() {
        let long =
            "Cyclic Materials plans a rare-earths recycling plant and research centre in Ontario";
        let lines = wrapped(long, Face::Regular, 160.0);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…') && long.starts_with(&lines[0]));
        assert_eq!(wrapped("Short", Face::Regular, 160.0), ["Short"]);
        assert_eq!(wrapped(&"x".repeat(300), Face::Regular, 160.0).len(), 1);
    }
}
