//! The trend of a lane in the window: how many entries begin when, as a small line, and whether their number rises.

use scene::{Dash, Item, Paint, Palette, Path, Stroke};

use crate::spec::Window;
use crate::timeline::plan::header_height::{TREND_LEAST, TREND_LINE_PX};
use crate::timeline::prepare::lane_index::LaneIndex;

/// Steps of the line.
const STEPS: usize = 22;
/// From this ratio between the halves on, it counts as a trend.
const FACTOR: f64 = 1.25;

/// How many entries begin in each step of a range of time.
fn counts(index: &LaneIndex, from_days: f64, to_days: f64) -> [usize; STEPS] {
    let mut place = index.begun_before(from_days);
    std::array::from_fn(|step| {
        let share = (step + 1) as f64 / STEPS as f64;
        let next = index.begun_in(place, from_days + (to_days - from_days) * share);
        place += next;
        next
    })
}

/// Whether more entries begin in the later half of the window than in the earlier: 1 for more, -1 for fewer, 0 for about
/// as many, `None` if there are too few. Days after the as-of day count for neither half.
pub(crate) fn trend(index: &LaneIndex, window: Window, as_of: Option<f64>) -> Option<i8> {
    let to_days = as_of.map_or(window.to_days, |it| it.min(window.to_days));
    if to_days <= window.from_days {
        return None;
    }
    let counts = counts(index, window.from_days, to_days);
    let (earlier, later) = counts.split_at(STEPS / 2);
    let (earlier, later): (usize, usize) = (earlier.iter().sum(), later.iter().sum());
    if earlier + later < TREND_LEAST {
        return None;
    }
    let (earlier, later) = (earlier as f64, later as f64);
    Some(i8::from(later > earlier * FACTOR) - i8::from(earlier > later * FACTOR))
}

/// Draws the line above `base`, from `left` over `width`.
pub(crate) fn draw_line(
    index: &LaneIndex,
    window: Window,
    (left, base, width): (f32, f32, f32),
    palette: &Palette,
    out: &mut Vec<Item>,
) {
    let counts = counts(index, window.from_days, window.to_days);
    let most = counts.iter().copied().max().unwrap_or(0).max(1) as f32;
    let point = |(step, count): (usize, &usize)| {
        let x = left + (step as f32 + 0.5) * width / STEPS as f32;
        (x, base - *count as f32 / most * TREND_LINE_PX)
    };
    let points: Vec<(f32, f32)> = counts.iter().enumerate().map(point).collect();
    let mut area = vec![(left, base)];
    area.extend(&points);
    area.push((left + width, base));
    out.push(Item::Path {
        path: Path::polygon(&area),
        fill: Paint::Solid(palette.text_tertiary.with_alpha(60)),
        stroke: None,
    });
    out.push(Item::Path {
        path: Path::line(&points),
        fill: Paint::None,
        stroke: Some(stroke(palette, 1.0)),
    });
}

/// Draws the arrow of a trend: up, level or down, in a square of 7 pixels around its middle.
pub(crate) fn draw_arrow(trend: i8, (x, y): (f32, f32), palette: &Palette, out: &mut Vec<Item>) {
    let (half, rise) = (3.5, 3.0 * f32::from(trend));
    let (tail, tip) = ((x - half, y + rise), (x + half, y - rise));
    let (dx, dy) = (tip.0 - tail.0, tip.1 - tail.1);
    let length = dx.hypot(dy);
    let (dx, dy) = (dx / length * 3.2, dy / length * 3.2);
    let barb = |side: f32| (tip.0 - dx - side * dy * 0.8, tip.1 - dy + side * dx * 0.8);
    for path in [
        Path::line(&[tail, tip]),
        Path::line(&[barb(1.0), tip, barb(-1.0)]),
    ] {
        out.push(Item::Path {
            path,
            fill: Paint::None,
            stroke: Some(stroke(palette, 1.2)),
        });
    }
}

fn stroke(palette: &Palette, width: f32) -> Stroke {
    Stroke {
        paint: Paint::Solid(palette.text_secondary),
        width,
        dash: Dash::Solid,
    }
}
