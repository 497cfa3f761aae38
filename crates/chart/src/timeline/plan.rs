//! Who goes into which row, and how high the lanes are. Decided at a zoom, not at a window.

use layout::lanes::{self, Entry as Laid};
use model::{EventId, Kind, Tone};

use crate::extent::{Ruler, When, spot_px};
use crate::spec::Window;

use super::entry::{Entry, HEAVY};
use super::frame::ROW_PX;
use super::header::Header;
use super::ready::{Filed, Timeline};

/// Rows of a lane before the rest goes to buckets.
const ROWS_MAX: usize = 24;
/// Room above and below the rows of a lane.
const LANE_PAD_PX: f32 = 3.5;
/// A band at least this long carries its label inside and claims no room beside it.
const LABEL_INSIDE_PX: f64 = 96.0;

/// A lane with its rows.
pub(super) struct Lane<'a> {
    /// Upper edge, from the top of the content.
    pub(super) y_px: f32,
    pub(super) height_px: f32,
    pub(super) header: Header,
    /// Indexes of its entries, in the order of ids.
    pub(super) members: &'a [u32],
    /// Those of them that have a row, with it, in the same order; the others are in buckets.
    pub(super) laid: &'a [(usize, usize)],
    pub(super) row_count: usize,
}

impl Lane<'_> {
    /// Middle of a row, from the top of the content.
    pub(super) fn row_middle_px(&self, row: usize) -> f32 {
        self.y_px + LANE_PAD_PX + ROW_PX * (row as f32 + 0.5)
    }

    /// Whether a row of buckets follows.
    pub(super) fn has_buckets(&self) -> bool {
        self.laid.len() < self.members.len()
    }

    /// The entries that have no row.
    pub(super) fn left_over(&self) -> impl Iterator<Item = usize> {
        let mut laid = self.laid.iter().peekable();
        let members = self.members.iter().map(|it| *it as usize);
        members.filter(move |index| laid.next_if(|it| it.0 == *index).is_none())
    }
}

/// The lanes of the content, from top to bottom; their rows must have been decided for this zoom.
pub(super) fn lanes<'a>(timeline: &'a Timeline, window: Window) -> Vec<Lane<'a>> {
    let mut y_px = 0.0;
    let mut lanes = Vec::with_capacity(timeline.lanes.len());
    for filed in &timeline.lanes {
        let entries = filed.members.iter().map(|it| &timeline.list[*it as usize]);
        let mut lane = Lane {
            y_px,
            height_px: 0.0,
            header: Header::of(&filed.name, filed.undated.len(), entries, window),
            members: &filed.members,
            laid: filed.rows.laid(),
            row_count: filed.rows.count(),
        };
        let rows_px = (lane.row_count + usize::from(lane.has_buckets())) as f32 * ROW_PX;
        lane.height_px = (rows_px + 2.0 * LANE_PAD_PX).max(lane.header.height_px());
        y_px += lane.height_px;
        lanes.push(lane);
    }
    lanes
}

/// The rows of a lane as they were last decided, and for what; kept because they are the same while the
/// window pans. They follow from everything else in a timeline and so do not tell two apart.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows(Option<(Zoom, lanes::Packing)>);

/// What rows are decided by, besides the entries of the lane.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Zoom {
    px_per_day: f64,
    /// The selected entry, if it is in this lane.
    selected: Option<EventId>,
}

impl PartialEq for Rows {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Rows {
    /// Forgets them: entries of the lane have changed.
    pub(super) fn forget(&mut self) {
        self.0 = None;
    }

    /// Follows entries to their new indexes.
    pub(super) fn each_index(&mut self, change: impl Fn(usize) -> usize) {
        if let Some((_, packing)) = &mut self.0 {
            packing.laid.iter_mut().for_each(|it| it.0 = change(it.0));
        }
    }

    fn laid(&self) -> &[(usize, usize)] {
        self.0.as_ref().map_or(&[], |it| &it.1.laid)
    }

    fn count(&self) -> usize {
        self.0.as_ref().map_or(0, |it| it.1.row_count)
    }
}

/// Decides the rows of all lanes at this zoom, where they are not known yet.
pub(super) fn decide_rows(timeline: &mut Timeline, selected: Option<EventId>, px_per_day: f64) {
    let px_per_day = rounded(px_per_day);
    let chosen = selected.and_then(|id| timeline.find(id).ok());
    let chosen_lane = chosen.map(|at| timeline.list[at].lane);
    for lane in 0..timeline.lanes.len() {
        let zoom = Zoom {
            px_per_day,
            selected: selected.filter(|_| chosen_lane == Some(lane as u32)),
        };
        let known = timeline.lanes[lane].rows.0.as_ref();
        if known.is_none_or(|it| it.0 != zoom) {
            let packing = pack(timeline, &timeline.lanes[lane], zoom);
            timeline.lanes[lane].rows = Rows(Some((zoom, packing)));
        }
    }
}

/// A zoom without its last bits, which change while a window pans. No row hangs on them.
fn rounded(px_per_day: f64) -> f64 {
    f64::from_bits(px_per_day.to_bits() & !0xFFF)
}

/// The rows of a lane at this zoom.
fn pack(timeline: &Timeline, filed: &Filed, zoom: Zoom) -> lanes::Packing {
    let ruler = Ruler {
        origin: (0.0, 0.0),
        px_per_day: zoom.px_per_day,
    };
    let as_of = timeline.as_of_days();
    let list = &timeline.list;
    let claim = |index: usize| {
        let entry = &list[index];
        let weight = entry.weight(zoom.selected);
        claim(entry, &entry.when(as_of), weight, &ruler)
    };
    let chosen = |at: &usize| Some(list[*at].id) == zoom.selected;
    // The selected one is weightier than all others.
    let kept = filed.by_weight.iter().map(|it| *it as usize);
    let by_weight = kept
        .clone()
        .filter(chosen)
        .chain(kept.filter(|at| !chosen(at)));
    let count = filed.members.len();
    lanes::pack(count, by_weight, claim, ROWS_MAX, HEAVY)
}

/// What an entry claims of its row: mark and label.
pub(super) fn claim(entry: &Entry, when: &When, weight: u64, ruler: &Ruler) -> Laid {
    let gap_px = f64::from(layout::labels::GAP_PX);
    let label_px = f64::from(entry.label_px);
    let beside_px = gap_px * 2.0 + label_px + 4.0;
    let (from_px, to_px, band) = match when.at_zoom(ruler.px_per_day) {
        When::Spot {
            from,
            to,
            middle,
            doubt,
        } => {
            let spot = spot_px(from, to, middle, doubt, &entry.glyph, ruler);
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
        weight,
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
