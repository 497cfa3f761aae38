//! Buckets: counted marks that stand for the entries a crowded lane has no room for.

use std::collections::BTreeMap;

use model::EventId;
use scene::{Anchor, Face, Hit, HitKind, Item, Paint, Palette, text};

use crate::extent::Ruler;
use crate::marks::{Glyph, block};

use super::entry::Entry;
use super::frame::{Frame, ROW_PX};
use super::plan::Lane;
use super::ready::Timeline;
use super::rows::ruler_of;

/// A bucket: how many entries stand there, and the gravest of them.
pub(super) struct Bucket {
    x: f32,
    y: f32,
    count: usize,
    worst: Glyph,
    ids: String,
}

/// Width of the cells in which buckets count, and of the widest bucket.
const BUCKET_PX: f64 = 56.0;
/// More ids than this are not listed in a hit.
const IDS_MAX: usize = 500;

/// What a bucket counts, while it is counted.
struct Cell<'a> {
    count: usize,
    /// The gravest: severity, then weight.
    worst: (u8, u64, &'a Entry),
    ids: String,
}

/// The buckets of a lane that show.
pub(super) fn buckets_of(
    lane: &Lane<'_>,
    timeline: &Timeline,
    selected: Option<EventId>,
    frame: &Frame,
) -> Vec<Bucket> {
    let middle = lane.row_middle_px(lane.row_count);
    if !lane.has_buckets() || !frame.shows(middle - ROW_PX, middle + ROW_PX) {
        return Vec::new();
    }
    let ruler = ruler_of(frame);
    // Cells are counted from day 0, so that they move with the days when the window pans.
    let first_px = Ruler {
        origin: (0.0, 0.0),
        ..ruler
    }
    .px(frame.scale.from_days());
    let plot_px = f64::from(frame.width_px - frame.left_px);
    let as_of = timeline.as_of_days();
    let mut cells: BTreeMap<i64, Cell<'_>> = BTreeMap::new();
    for index in lane.left_over() {
        let entry = &timeline.list[index];
        let anchor_px = ruler.px(entry.when(as_of).anchor_days()) - f64::from(frame.left_px);
        if anchor_px >= -BUCKET_PX && anchor_px <= plot_px + BUCKET_PX {
            let cell = ((first_px + anchor_px) / BUCKET_PX).floor() as i64;
            let weight = entry.weight(selected);
            cells
                .entry(cell)
                .and_modify(|cell| cell.add(entry, weight))
                .or_insert_with(|| Cell::of(entry, weight));
        }
    }
    cells
        .into_iter()
        .map(|(cell, counted)| {
            let worst = counted.worst.2.glyph;
            Bucket {
                x: (cell as f64 * BUCKET_PX - first_px) as f32 + frame.left_px,
                y: frame.content_top_px + middle,
                count: counted.count,
                worst: Glyph::plain(worst.tone, worst.severity),
                ids: counted.ids,
            }
        })
        .collect()
}

impl<'a> Cell<'a> {
    fn of(entry: &'a Entry, weight: u64) -> Self {
        Self {
            count: 1,
            worst: (entry.glyph.severity, weight, entry),
            ids: entry.id.to_string(),
        }
    }

    fn add(&mut self, entry: &'a Entry, weight: u64) {
        self.count += 1;
        let grave = (entry.glyph.severity, weight);
        // Of equals the last stands for all.
        if grave >= (self.worst.0, self.worst.1) {
            self.worst = (grave.0, grave.1, entry);
        }
        if self.count <= IDS_MAX {
            self.ids.push(' ');
            self.ids.push_str(&entry.id.to_string());
        }
    }
}

impl Bucket {
    /// Draws it and says where it can be pointed at.
    pub(super) fn draw(&self, palette: &Palette, out: &mut Vec<Item>) -> Hit {
        let words = short_count(self.count);
        let width = text::width(&words, 10.0, Face::SemiBold) + 10.0;
        let (x, top, height) = (self.x + 1.0, self.y - 7.0, 14.0);
        let whole = width + 15.0;
        let stroke = scene::Stroke {
            paint: Paint::Solid(palette.line_strong),
            width: 1.0,
            dash: scene::Dash::Solid,
        };
        let fill = Paint::Solid(palette.surface_canvas);
        out.push(Item::Rect {
            x,
            y: top,
            width: whole,
            height,
            radius: 2.0,
            fill,
            stroke: Some(stroke),
        });
        out.push(text::text(
            &words,
            x + 5.0,
            self.y + 3.6,
            Anchor::Start,
            10.0,
            Face::SemiBold,
            palette.text_primary,
        ));
        out.push(block(x + width, top, 1.0, height, palette.line_rule));
        let glyph = Glyph {
            severity: self.worst.severity.min(3),
            ..self.worst
        };
        glyph.draw(
            x + width + 7.5,
            self.y,
            palette,
            palette.surface_canvas,
            out,
        );
        Hit {
            x,
            y: top,
            width: whole,
            height,
            kind: HitKind::Bucket,
            id: self.ids.clone(),
        }
    }
}

/// A count that fits a bucket: "128", "12k".
fn short_count(count: usize) -> String {
    match count {
        0..=999 => count.to_string(),
        1000..=9999 => format!("{}.{}k", count / 1000, count / 100 % 10),
        _ => format!("{}k", count / 1000),
    }
}
