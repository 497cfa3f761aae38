//! Buckets: counted marks that stand for the entries a crowded lane has no room for.

use scene::{Anchor, Face, Hit, HitKind, Item, Paint, Palette, text};

use crate::extent::Ruler;
use crate::marks::{Glyph, block};

use super::entries::Entry;
use super::frame::{Frame, ROW_PX};
use super::plan::Lane;
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

/// The buckets of a lane that show.
pub(super) fn buckets_of(lane: &Lane, entries: &[Entry<'_>], frame: &Frame) -> Vec<Bucket> {
    let middle = lane.row_middle_px(lane.row_count);
    if !lane.buckets || !frame.shows(middle - ROW_PX, middle + ROW_PX) {
        return Vec::new();
    }
    let ruler = ruler_of(frame);
    // Cells are counted from day 0, so that they move with the days when the window pans.
    let first_px = Ruler {
        origin: (0.0, 0.0),
        ..ruler
    }
    .px(frame.scale.from_days());
    let mut cells: std::collections::BTreeMap<i64, Vec<&Entry<'_>>> =
        std::collections::BTreeMap::new();
    for (&index, row) in lane.entries.iter().zip(&lane.rows) {
        let anchor_px = ruler.px(entries[index].when.anchor_days()) - f64::from(frame.left_px);
        let plot_px = f64::from(frame.width_px - frame.left_px);
        if row.is_none() && anchor_px >= -BUCKET_PX && anchor_px <= plot_px + BUCKET_PX {
            let cell = ((first_px + anchor_px) / BUCKET_PX).floor() as i64;
            cells.entry(cell).or_default().push(&entries[index]);
        }
    }
    cells
        .into_iter()
        .filter_map(|(cell, members)| {
            let worst = members
                .iter()
                .max_by_key(|it| (it.event.severity, it.weight))?;
            let x = (cell as f64 * BUCKET_PX - first_px) as f32 + frame.left_px;
            let ids: Vec<String> = members
                .iter()
                .take(IDS_MAX)
                .map(|it| it.event.id.to_string())
                .collect();
            let worst = Glyph::plain(worst.event.tone, worst.event.severity);
            Some(Bucket {
                x,
                y: frame.content_top_px + middle,
                count: members.len(),
                worst,
                ids: ids.join(" "),
            })
        })
        .collect()
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
