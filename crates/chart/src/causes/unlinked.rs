//! The band at the bottom with shown events that have no link yet.

use scene::{Anchor, Face, Hit, HitKind, Item, Palette, Rgba, text};

use super::nodes::{Dated, LABEL_PX};
use crate::marks::{Glyph, label_face, rule};

const ROW_PX: f32 = 18.0;
/// Columns are as wide as the longest title in them, but at least this wide.
const COLUMN_PX: f32 = 250.0;
/// Around a title in its column.
const AROUND_PX: f32 = 32.0;
const HEAD_PX: f32 = 26.0;
const MOST: usize = 40;

/// Events without links, listed by date in columns.
pub(super) struct Unlinked<'a> {
    list: Vec<Dated<'a>>,
    columns: usize,
    column_px: f32,
    left_out: usize,
}

impl<'a> Unlinked<'a> {
    pub(super) fn of(mut list: Vec<Dated<'a>>, width_px: f32) -> Self {
        list.sort_by(|a, b| {
            a.when
                .anchor_days()
                .total_cmp(&b.when.anchor_days())
                .then(a.event.id.cmp(&b.event.id))
        });
        let left_out = list.len().saturating_sub(MOST);
        list.truncate(MOST);
        let title_px =
            |it: &Dated<'_>| text::width(&it.event.title, LABEL_PX, label_face(it.event));
        let longest_px = list.iter().map(title_px).fold(0.0, f32::max);
        let wanted_px = COLUMN_PX.max(longest_px + AROUND_PX + 0.5);
        let columns = ((width_px - 16.0) / wanted_px).max(1.0) as usize;
        let column_px = (width_px - 16.0) / columns as f32;
        Self {
            list,
            columns,
            column_px,
            left_out,
        }
    }

    pub(super) fn height_px(&self) -> f32 {
        if self.list.is_empty() {
            return 0.0;
        }
        HEAD_PX + self.list.len().div_ceil(self.columns) as f32 * ROW_PX + 6.0
    }

    /// Draws the band below `top`.
    pub(super) fn draw(
        &self,
        top: f32,
        width_px: f32,
        background: Rgba,
        palette: &Palette,
        items: &mut Vec<Item>,
        hits: &mut Vec<Hit>,
    ) {
        if self.list.is_empty() {
            return;
        }
        items.push(rule(
            (8.0, top + 4.0),
            (width_px - 8.0, top + 4.0),
            palette.line_rule,
            0.75,
        ));
        let count = self.list.len() + self.left_out;
        let more = if self.left_out > 0 {
            format!(" (first {MOST} by date)")
        } else {
            String::new()
        };
        let head = format!("Events without links: {count}{more}. Not to time scale.");
        items.push(text::text(
            &head,
            8.0,
            top + 19.0,
            Anchor::Start,
            LABEL_PX,
            Face::Medium,
            palette.text_tertiary,
        ));
        for (index, it) in self.list.iter().enumerate() {
            let x = 8.0 + (index % self.columns) as f32 * self.column_px;
            let y = top + HEAD_PX + (index / self.columns) as f32 * ROW_PX + ROW_PX / 2.0;
            items.push(Item::Group {
                id: format!("event-{}", it.event.id),
                title: it.event.title.clone(),
            });
            Glyph::of(it.event, false).draw(x + 8.0, y, palette, background, items);
            let face = label_face(it.event);
            let words = text::shorten(&it.event.title, LABEL_PX, face, self.column_px - AROUND_PX);
            let baseline = y + text::cap_height(LABEL_PX) / 2.0;
            let color = palette.text_secondary;
            items.push(text::text(
                &words,
                x + 20.0,
                baseline,
                Anchor::Start,
                LABEL_PX,
                face,
                color,
            ));
            items.push(Item::Ungroup);
            let (width, height) = (self.column_px - 8.0, ROW_PX);
            let id = it.event.id.to_string();
            hits.push(Hit {
                x,
                y: y - ROW_PX / 2.0,
                width,
                height,
                kind: HitKind::Event,
                id,
            });
        }
    }
}
