//! Draws what stands in the columns: marks with titles, and links.

use layout::columns::{Course, Form, Room, Spot};
use model::Event;
use scene::{Anchor, Dash, Hit, HitKind, Item, Paint, Palette, Path, Rgba, text};

use super::super::paint::Standing;
use super::title::{Title, TitleLine, line_px};
use crate::links::{self, Course as Line, Style, rounded, shared_arrow};
use crate::marks::{Glyph, block, rule, stroked};

/// Corners of links.
const CORNER_PX: f32 = 5.0;
/// Between the end of a first line and the link that leaves there.
const TEXT_GAP_PX: f32 = 3.0;
/// Between a mark and the head of a link.
const MARK_GAP_PX: f32 = 2.0;

/// An entry with its place and its lines.
pub(super) struct Standee<'a> {
    pub(super) event: &'a Event,
    pub(super) glyph: Glyph,
    pub(super) title: Title,
    pub(super) lines: Vec<TitleLine>,
    /// Whether the lines hold the whole title.
    pub(super) is_whole: bool,
    pub(super) spot: Spot,
}

impl Standee<'_> {
    /// Whether its title can be recognized: all of it, or three words and twenty letters.
    pub(super) fn is_named(&self) -> bool {
        let title = self.lines.iter().flatten().filter(|it| !it.is_aside);
        let shown = title
            .map(|it| it.text.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        let is_long = shown.chars().count() > 20 && shown.split_whitespace().count() >= 3;
        (self.is_whole && !shown.is_empty()) || is_long
    }

    fn text_px(&self, room: &Room) -> f32 {
        self.spot.x_px + room.text_at_px
    }

    /// Its mark and title.
    pub(super) fn draw(
        &self,
        room: &Room,
        (standing, letter_px): (Standing, f32),
        ground: Rgba,
        palette: &Palette,
        items: &mut Vec<Item>,
    ) {
        let Spot { x_px, y_px, form } = self.spot;
        if form == Form::Hidden {
            return;
        }
        items.push(Item::Group {
            id: format!("event-{}", self.event.id),
            title: self.event.title.clone(),
        });
        if standing == Standing::Selected {
            self.draw_selected(room, ground, palette, items);
        }
        self.glyph.draw(x_px, y_px, palette, ground, items);
        let left = self.text_px(room);
        for (at, line) in self.lines.iter().enumerate() {
            let middle = y_px + room.line_px * at as f32;
            let baseline = middle + text::cap_height(letter_px) / 2.0;
            for phrase in line {
                let color = match (standing, phrase.is_aside) {
                    (Standing::Selected, _) => palette.text_inverse,
                    (_, true) => palette.text_secondary,
                    (_, false) => palette.text_primary,
                };
                let face = self.title.face_of(phrase.is_aside);
                let x = left + phrase.at_px;
                items.push(text::text(
                    &phrase.text,
                    x,
                    baseline,
                    Anchor::Start,
                    letter_px,
                    face,
                    color,
                ));
            }
            if standing == Standing::Near {
                let y = baseline + 2.0;
                items.push(rule(
                    (left, y),
                    (left + line_px(line), y),
                    palette.line_strong,
                    0.75,
                ));
            }
        }
        items.push(Item::Ungroup);
    }

    fn draw_selected(&self, room: &Room, ground: Rgba, palette: &Palette, items: &mut Vec<Item>) {
        let Spot { x_px, y_px, .. } = self.spot;
        let ring = Path::circle(x_px, y_px, self.glyph.size_px() / 2.0 + 3.5);
        items.push(stroked(
            ring,
            Paint::Solid(ground),
            palette.accent,
            2.0,
            Dash::Solid,
        ));
        let width = self.lines.iter().map(line_px).fold(0.0, f32::max);
        if width > 0.0 {
            let (top, height) = (
                y_px - room.line_px / 2.0,
                room.line_px * self.lines.len() as f32,
            );
            items.push(block(
                self.text_px(room) - 2.5,
                top,
                width + 5.0,
                height,
                palette.accent,
            ));
        }
    }

    /// Where it can be pointed at.
    pub(super) fn hit(&self, room: &Room) -> Hit {
        let width = self.lines.iter().map(line_px).fold(0.0, f32::max);
        let left = self.spot.x_px - room.mark_px;
        Hit {
            x: left,
            y: self.spot.y_px - room.line_px / 2.0,
            width: room.mark_px + room.text_at_px + width,
            height: room.line_px * self.lines.len().max(1) as f32,
            kind: HitKind::Event,
            id: self.event.id.to_string(),
        }
    }

    /// Where a link ends that comes from the right, or leaves to it.
    fn right_px(&self, room: &Room) -> f32 {
        match self.lines.first() {
            Some(line) => self.text_px(room) + line_px(line) + TEXT_GAP_PX,
            None => self.spot.x_px + self.glyph.reach_px().1 + MARK_GAP_PX,
        }
    }

    /// Where a link ends that comes from the left, or leaves to it.
    fn left_px(&self, room: &Room) -> f32 {
        self.spot.x_px - self.glyph.reach_px().0.min(room.mark_px) - MARK_GAP_PX
    }
}

/// A link between two entries, drawn along its own part of a shared line.
pub(super) struct Wire {
    pub(super) id: String,
    pub(super) says: String,
    pub(super) style: Style,
    pub(super) whole: Line,
    own: Option<Line>,
}

impl Wire {
    /// The link along its course between two marks; `own` is the part of it that it has for itself.
    pub(super) fn new(
        (id, says, style): (String, String, Style),
        course: &Course,
        own: &[(f32, f32)],
        (cause, effect): (&Standee<'_>, &Standee<'_>),
        room: &Room,
    ) -> Self {
        let start = if course.leaves_right {
            cause.right_px(room)
        } else {
            cause.left_px(room)
        };
        let end = if course.arrives_right {
            effect.right_px(room)
        } else {
            effect.left_px(room)
        };
        let fitted = |corners: &[(f32, f32)]| -> Vec<(f32, f32)> {
            let mut points = corners.to_vec();
            if corners.first() == course.corners.first()
                && let Some(first) = points.first_mut()
            {
                first.0 = start;
            }
            if corners.last() == course.corners.last()
                && let Some(last) = points.last_mut()
            {
                last.0 = end;
            }
            points
        };
        let own = (own.len() > 1).then(|| rounded(&fitted(own), CORNER_PX));
        Self {
            id,
            says,
            style,
            whole: rounded(&fitted(&course.corners), CORNER_PX),
            own,
        }
    }

    /// The line, and where it can be pointed at.
    pub(super) fn draw(&self, items: &mut Vec<Item>, hits: &mut Vec<Hit>) {
        items.push(Item::Group {
            id: format!("link-{}", self.id.replace(' ', "-")),
            title: self.says.clone(),
        });
        let own: Vec<Line> = self.own.iter().cloned().collect();
        items.extend(shared_arrow(&self.whole, &own, &self.style));
        items.push(Item::Ungroup);
        hits.extend(links::hits(&self.whole, &self.id));
    }
}
