//! The density of a crowded lane: how many entries begin when, as a low area under its rows.

use scene::{Item, Paint, Palette, Path, Segment};

use crate::spec::Window;
use crate::timeline::frame::{Frame, ROW_PX};
use crate::timeline::plan::lanes::PlacedLane;

/// Width of a step.
const STEP_PX: f64 = 4.0;
/// Maximum height.
const HEIGHT_PX: f32 = ROW_PX - 3.0;

/// Draws the density area of a crowded lane, if it has one.
pub(crate) fn draw(
    lane: &PlacedLane<'_>,
    frame: &Frame,
    window: Window,
    palette: &Palette,
    out: &mut Vec<Item>,
) {
    let (Some(row), Some(full)) = (lane.crowd_row, lane.full_step(STEP_PX)) else {
        return;
    };
    let base = frame.content_top_px + lane.row_middle_px(row) + ROW_PX * 0.5 - 1.0;
    if !frame.shows(
        base - ROW_PX - frame.content_top_px,
        base - frame.content_top_px,
    ) {
        return;
    }
    let mut path = Path(vec![Segment::Move(frame.left_px, base)]);
    for (from, to, count) in steps(lane, frame, window) {
        // Square roots keep a single entry visible beside a crowded day.
        let height = (count as f32 / full).sqrt().min(1.0) * HEIGHT_PX;
        let top = base - height;
        path.0
            .extend([Segment::Line(from, top), Segment::Line(to, top)]);
    }
    path.0.push(Segment::Line(frame.width_px, base));
    let fill = Paint::Solid(palette.text_tertiary.with_alpha(96));
    out.push(Item::Path {
        path,
        fill,
        stroke: None,
    });
}

/// The visible steps: both ends in pixels, and how many entries begin in each. They are fixed in time.
fn steps<'a>(
    lane: &'a PlacedLane<'_>,
    frame: &'a Frame,
    window: Window,
) -> impl Iterator<Item = (f32, f32, usize)> + 'a {
    let ruler = frame.ruler();
    let step_days = STEP_PX / ruler.px_per_day;
    let first = (window.from_days / step_days).floor();
    let mut place = lane.index.begun_before(first * step_days);
    let days = (0..).map(move |step| (first + f64::from(step)) * step_days);
    let days = days.take_while(move |day| *day < window.to_days);
    days.map(move |day| {
        let count = lane.index.begun_in(place, day + step_days);
        place += count;
        let px = |day| (ruler.px(day) as f32).clamp(frame.left_px, frame.width_px);
        (px(day), px(day + step_days), count)
    })
}
