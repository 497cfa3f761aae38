//! Who goes into which row, and how high the lanes are. Decided at a zoom, not at a window.

use layout::lanes::{self, Entry as Laid};
use model::{Kind, Tone};
use scene::{Face, text};

use crate::extent::{Ruler, When, spot_px};
use crate::marks::{Glyph, label_face};
use crate::spec::Window;

use super::entries::{Entries, Entry, HEAVY};
use super::frame::{Frame, LABEL_PX, ROW_PX};
use super::header::Header;

/// Rows of a lane before the rest goes to buckets.
const ROWS_MAX: usize = 24;
/// Room above and below the rows of a lane.
const LANE_PAD_PX: f32 = 3.5;
/// A label does not claim more of its row than this; it may still take what is free.
const LABEL_CLAIM_PX: f64 = 430.0;
/// A band at least this long carries its label inside and claims no room beside it.
const LABEL_INSIDE_PX: f64 = 96.0;

/// A lane with its rows.
pub(super) struct Lane {
    /// Upper edge, from the top of the content.
    pub(super) y_px: f32,
    pub(super) height_px: f32,
    pub(super) header: Header,
    /// Indexes of its entries, in the order of ids.
    pub(super) entries: Vec<usize>,
    /// Their rows; `None` for what is in a bucket.
    pub(super) rows: Vec<Option<usize>>,
    pub(super) row_count: usize,
    /// Whether a row of buckets follows.
    pub(super) buckets: bool,
}

impl Lane {
    /// Middle of a row, from the top of the content.
    pub(super) fn row_middle_px(&self, row: usize) -> f32 {
        self.y_px + LANE_PAD_PX + ROW_PX * (row as f32 + 0.5)
    }
}

/// The lanes of the content, from top to bottom.
pub(super) fn lanes(entries: &Entries<'_>, window: Window, frame: &Frame) -> Vec<Lane> {
    let ruler = Ruler {
        origin: (0.0, 0.0),
        px_per_day: frame.scale.px_per_day(),
    };
    let widths = Widths::measure();
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); entries.lanes.len()];
    for (index, entry) in entries.list.iter().enumerate() {
        members[entry.lane].push(index);
    }
    let mut y_px = 0.0;
    let mut lanes = Vec::with_capacity(members.len());
    for (name, members) in entries.lanes.iter().zip(members) {
        let laid: Vec<Laid> = members
            .iter()
            .map(|&index| claim(&entries.list[index], &ruler, &widths))
            .collect();
        let packing = lanes::pack(&laid, ROWS_MAX, HEAVY);
        let inside = members.iter().map(|&index| &entries.list[index]);
        let header = Header::of(name, inside, window);
        let buckets = packing.left_over > 0;
        let rows_px = (packing.row_count + usize::from(buckets)) as f32 * ROW_PX;
        let height_px = (rows_px + 2.0 * LANE_PAD_PX).max(header.height_px());
        let (rows, row_count) = (packing.rows, packing.row_count);
        lanes.push(Lane {
            y_px,
            height_px,
            header,
            entries: members,
            rows,
            row_count,
            buckets,
        });
        y_px += height_px;
    }
    lanes
}

/// What an entry claims of its row: mark and label.
fn claim(entry: &Entry<'_>, ruler: &Ruler, widths: &Widths) -> Laid {
    let gap_px = f64::from(layout::labels::GAP_PX);
    let label_px = widths
        .of(&entry.event.title, label_face(entry.event))
        .min(LABEL_CLAIM_PX);
    let beside_px = gap_px * 2.0 + label_px + 4.0;
    let (from_px, to_px, band) = match entry.when.at_zoom(ruler.px_per_day) {
        When::Spot {
            from,
            to,
            middle,
            doubt,
        } => {
            let glyph = Glyph::of(entry.event, entry.ahead);
            let spot = spot_px(from, to, middle, doubt, &glyph, ruler);
            (spot.from, spot.to + beside_px, false)
        }
        When::Band { start, end } => {
            let (from_px, to_px) = (ruler.px(start.outer), ruler.px(end.outer));
            let inside = to_px - from_px >= LABEL_INSIDE_PX.min(label_px + 16.0);
            (
                from_px,
                if inside {
                    to_px + gap_px
                } else {
                    to_px + beside_px
                },
                true,
            )
        }
    };
    Laid {
        from_px,
        to_px,
        band,
        weight: entry.weight,
    }
}

/// Widths of letters, to claim room for labels without measuring every one of a hundred thousand.
struct Widths([[f64; 128]; 5]);

impl Widths {
    fn measure() -> Self {
        let faces = [
            Face::Regular,
            Face::Medium,
            Face::SemiBold,
            Face::Italic,
            Face::SemiBoldItalic,
        ];
        Self(faces.map(|face| {
            std::array::from_fn(|code| {
                let letter = char::from(code as u8);
                if letter.is_control() {
                    return 0.0;
                }
                f64::from(text::width(&format!("n{letter}n"), LABEL_PX, face))
                    - f64::from(text::width("nn", LABEL_PX, face))
            })
        }))
    }

    fn of(&self, words: &str, face: Face) -> f64 {
        let table = &self.0[(face as usize).min(4)];
        // What is not ASCII is claimed as wide as a letter of Chinese at most.
        words
            .chars()
            .map(|letter| {
                let wide = if letter as u32 >= 0x2E80 { 1.0 } else { 0.6 };
                table
                    .get(letter as usize)
                    .copied()
                    .unwrap_or(f64::from(LABEL_PX) * wide)
            })
            .sum()
    }
}

/// Whether both edges of a band are ruled, or one, or none.
pub(super) fn edge_weights(kind: Kind, tone: Tone) -> (f32, f32) {
    match (kind, tone) {
        (Kind::Condition, _) => (0.9, 0.9),
        (_, Tone::Escalatory) => (1.8, 0.0),
        (_, Tone::Deescalatory) => (0.0, 1.8),
        (_, Tone::Neutral) => (0.9, 0.0),
    }
}
