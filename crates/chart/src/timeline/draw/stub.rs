//! Stubs: the text at the edge for a link that leaves the window, with the date of its other end.

use model::{Event, EventId};
use scene::{Anchor, Face, Hit, HitKind, Item, Palette, text};

use super::mark::Mark;
use crate::timeline::frame::{EDGE_PX, Frame, MICRO_PX, ROW_PX};

/// Height that a stub takes.
const STUB_PX: f32 = 14.0;
/// The widest stub.
const WIDTH_PX: f32 = 220.0;

/// The rows in which a stub may stand, from that of its link.
const NEAR_ROWS: [f32; 5] = [0.0, -1.0, 1.0, -2.0, 2.0];

/// A rectangle: left, top, right, bottom.
pub(crate) type Area = (f32, f32, f32, f32);

/// The text for a link where it leaves the window.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Stub {
    words: String,
    pub(crate) event: EventId,
    pub(crate) area: Area,
    is_left: bool,
}

/// Finds room for stubs, clear of each other and, if possible, of marks and labels.
pub(crate) struct Room {
    /// Areas of marks, labels and buckets.
    taken: Vec<Area>,
    stubs: Vec<Area>,
    /// The area for stubs: left, top, right, bottom.
    within: Area,
}

impl Room {
    /// The room that marks and buckets leave.
    pub(crate) fn new(frame: &Frame, marks: &[Mark<'_>], buckets: &[Hit]) -> Self {
        let boxed = |it: &Hit| (it.x, it.y, it.x + it.width, it.y + it.height);
        let mut taken: Vec<Area> = buckets.iter().map(boxed).collect();
        let mut hits = Vec::new();
        marks.iter().for_each(|mark| mark.hits(frame, &mut hits));
        taken.extend(hits.iter().map(boxed));
        let (left, right) = (frame.left_px + EDGE_PX, frame.width_px - EDGE_PX);
        Self {
            taken,
            stubs: Vec::new(),
            within: (left, frame.top_px + 2.0, right, frame.bottom_px - 2.0),
        }
    }

    /// A stub for `event` as close as possible to `y`; `None` if there is no room left at that edge.
    pub(crate) fn stub(&mut self, event: &Event, is_left: bool, y: f32) -> Option<Stub> {
        self.stub_at(event, is_left, |room, left, right| {
            room.free(left, right, y)
        })
    }

    /// A stub for `event` in the row at `y` or in one of the nearest rows, clear of everything; `None` if there is no
    /// such room.
    pub(crate) fn stub_in_row(&mut self, event: &Event, is_left: bool, y: f32) -> Option<Stub> {
        self.stub_at(event, is_left, |room, left, right| {
            let rows = NEAR_ROWS.map(|row| y + row * ROW_PX - STUB_PX * 0.5);
            let mut areas = rows
                .map(|top| (left, top, right, top + STUB_PX))
                .into_iter();
            areas.find(|it| {
                let inside = it.1 >= room.within.1 && it.3 <= room.within.3;
                let mut taken = room.taken.iter().chain(&room.stubs);
                inside && !taken.any(|other| meet(it, other))
            })
        })
    }

    fn stub_at(
        &mut self,
        event: &Event,
        is_left: bool,
        place: impl Fn(&Self, f32, f32) -> Option<Area>,
    ) -> Option<Stub> {
        let date = event
            .date
            .as_ref()
            .map_or(String::new(), |it| it.in_words());
        let words = format!("{date} · {}", event.title);
        let words = text::shorten(&words, MICRO_PX, Face::Medium, WIDTH_PX);
        let width = text::width(&words, MICRO_PX, Face::Medium);
        let (left, right) = if is_left {
            (self.within.0, self.within.0 + width)
        } else {
            (self.within.2 - width, self.within.2)
        };
        let area = place(self, left - 3.0, right + 3.0)?;
        self.stubs.push(area);
        Some(Stub {
            words,
            event: event.id,
            area,
            is_left,
        })
    }

    /// The free place between these x that is closest to `y`: clear of everything, or at least of stubs.
    fn free(&self, left: f32, right: f32, y: f32) -> Option<Area> {
        let count = ((self.within.3 - self.within.1) / STUB_PX).max(0.0) as usize;
        let place = |slot: usize| {
            let top = self.within.1 + slot as f32 * STUB_PX;
            (left, top, right, top + STUB_PX)
        };
        let mut places: Vec<Area> = (0..count).map(place).collect();
        let away = |it: &Area| ((it.1 + it.3) * 0.5 - y).abs();
        places.sort_by(|a, b| away(a).total_cmp(&away(b)));
        places.retain(|it| self.stubs.iter().all(|stub| !meet(it, stub)));
        let clear = |it: &&Area| self.taken.iter().all(|other| !meet(it, other));
        places.iter().find(clear).or(places.first()).copied()
    }
}

impl Stub {
    /// Where a link that runs horizontally at `y` and vertically at `x` ends: at the side facing the plot, or at the
    /// edge above or below if it is over the stub.
    pub(crate) fn port(&self, (x, y): (f32, f32)) -> (f32, f32) {
        let (left, top, right, bottom) = self.area;
        let middle = (top + bottom) * 0.5;
        if !self.is_left {
            (left, middle)
        } else if x > right {
            (right, middle)
        } else {
            (x.max(left + 4.0), if y < middle { top } else { bottom })
        }
    }

    /// Draws it, and returns its hit area.
    pub(crate) fn draw(&self, palette: &Palette, out: &mut Vec<Item>) -> Hit {
        let (left, top, right, bottom) = self.area;
        out.push(Item::Rect {
            x: left,
            y: top + 0.5,
            width: right - left,
            height: bottom - top - 1.0,
            radius: 2.0,
            fill: scene::Paint::Solid(palette.surface_sunken),
            stroke: None,
        });
        let baseline = (top + bottom) * 0.5 + text::cap_height(MICRO_PX) * 0.5;
        let (x, color) = (left + 3.0, palette.text_secondary);
        let (size, face) = (MICRO_PX, Face::Medium);
        out.push(text::text(
            &self.words,
            x,
            baseline,
            Anchor::Start,
            size,
            face,
            color,
        ));
        Hit {
            x: left,
            y: top,
            width: right - left,
            height: bottom - top,
            kind: HitKind::Event,
            id: self.event.to_string(),
        }
    }
}

/// Whether two rectangles overlap.
fn meet(a: &Area, b: &Area) -> bool {
    a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stubs_at_one_edge_never_overlap_and_keep_clear_while_they_can() {
        let label = (0.0, 28.0, 100.0, 42.0);
        let mut room = Room {
            taken: vec![label],
            stubs: Vec::new(),
            within: (6.0, 0.0, 400.0, 84.0),
        };
        let event = Event::titled(EventId(1), "E1", "Talks");
        let stubs: Vec<Stub> = (0..9)
            .filter_map(|_| room.stub(&event, true, 35.0))
            .collect();
        assert_eq!(stubs.len(), 6);
        for (at, one) in stubs.iter().enumerate() {
            assert_eq!(meet(&one.area, &label), at == 5);
            assert!(
                stubs[..at]
                    .iter()
                    .all(|other| !meet(&one.area, &other.area))
            );
        }
        assert!(room.stub(&event, false, 35.0).is_some());
    }
}
