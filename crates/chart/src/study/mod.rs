//! The event study as a picture: lines of several events on one axis of trading days, abnormal returns, and the numbers.

mod spec;
mod table;

use risk::{Line, Study};
use scene::{Anchor, Face, Hit, HitKind, Item, Palette, text};

use crate::marks::{LABEL_PX, MICRO_PX, rule};
use crate::plot::{Ink, Panel, paper, range_of};
use crate::spec::{Growth, Picture, Window};

use spec::color_of;
pub use spec::{Studied, StudySpec};

const LEFT_PX: f32 = 58.0;
/// Room for the name of an event beside the end of its line.
const RIGHT_PX: f32 = 150.0;
const TOP_PX: f32 = 30.0;
const BETWEEN_PX: f32 = 46.0;
const AXIS_PX: f32 = 24.0;
/// Minimum distance between two numbers under the axis.
const NUMBERS_APART_PX: f32 = 32.0;
/// A panel is at least this high in an export.
const LEAST_PX: f32 = 110.0;
/// The study as a picture.
#[must_use]
pub fn study(spec: &StudySpec<'_>) -> Picture {
    let palette = Palette::of(spec.look.theme);
    let look = &spec.look;
    let mut scene = paper(*look, palette);
    let (items, hits) = (&mut scene.items, &mut scene.hits);
    let table_px = table::height_px(spec);
    let left = look.height_px - TOP_PX - BETWEEN_PX - AXIS_PX - table_px - 10.0;
    let each = (left * 0.5).max(70.0);
    let rebased: Vec<Line> = spec.studied.iter().map(|it| it.rebased.clone()).collect();
    let summed: Vec<Line> = spec
        .studied
        .iter()
        .map(|it| summed(&it.study, spec.in_percent))
        .collect();
    let upper = panel(look.width_px, TOP_PX, each, &rebased, None);
    let lower_top = TOP_PX + each + BETWEEN_PX;
    let lower = panel(look.width_px, lower_top, each, &summed, ordinary(spec));
    let unit = if spec.in_percent {
        "100 = close on day −1"
    } else {
        "change since day −1"
    };
    draw_panel(
        &upper,
        &format!("{}: {unit}", spec.series),
        &rebased,
        spec,
        palette,
        items,
    );
    draw_band(&lower, spec, palette, items);
    let what = if spec.in_percent {
        "Cumulative abnormal return, %"
    } else {
        "Cumulative abnormal change"
    };
    let of = if spec.studied.len() > 1 {
        " of the first event"
    } else {
        ""
    };
    let words = format!("{what}; shaded: ±2 SE{of} ({})", spec.model);
    draw_panel(&lower, &words, &summed, spec, palette, items);
    draw_days(&lower, palette, items);
    table::draw(spec, lower.bottom_px + AXIS_PX + 14.0, palette, items, hits);
    hits.insert(0, plot_hit(&upper, &lower));
    Picture {
        scene,
        window: Window {
            from_days: upper.x.0,
            to_days: upper.x.1,
        },
        content_height_px: TOP_PX + 2.0 * LEAST_PX + BETWEEN_PX + AXIS_PX + table_px,
        growth: Growth::Whole,
        // The lines are labeled directly.
        legend: Vec::new(),
        drawn: spec.studied.len(),
        earlier: 0,
        later: 0,
        counts: String::new(),
        free: None,
        map: None,
    }
}

fn plot_hit(upper: &Panel, lower: &Panel) -> Hit {
    Hit {
        x: upper.left_px,
        y: upper.top_px,
        width: upper.right_px - upper.left_px,
        height: lower.bottom_px - upper.top_px,
        kind: HitKind::Plot,
        id: String::new(),
    }
}

/// Cumulative abnormal changes from five days before the event, like the widest window.
fn summed(study: &Study, in_percent: bool) -> Line {
    let mut sum = 0.0;
    let from = study.abnormal.iter().filter(|(at, _)| *at >= -5);
    let factor = if in_percent { 100.0 } else { 1.0 };
    from.map(|(at, value)| {
        sum += value * factor;
        (*at, sum)
    })
    .collect()
}

/// Two standard errors at the right end.
fn ordinary(spec: &StudySpec<'_>) -> Option<f64> {
    let factor = if spec.in_percent { 100.0 } else { 1.0 };
    let first = spec.studied.first()?;
    Some(2.0 * first.study.deviation * factor * 26.0_f64.sqrt())
}

fn panel(width_px: f32, top_px: f32, height_px: f32, lines: &[Line], reach: Option<f64>) -> Panel {
    let values = lines.iter().flatten().map(|it| it.1);
    let around = reach.into_iter().flat_map(|it| [it, -it]);
    let (low, high) = range_of(values.chain(around), reach.is_some());
    Panel {
        left_px: LEFT_PX,
        right_px: (width_px - RIGHT_PX).max(LEFT_PX + 20.0),
        top_px,
        bottom_px: top_px + height_px,
        x: (-20.5, 20.5),
        y: (low, if high > low { high } else { low + 1.0 }),
    }
}

fn draw_panel(
    panel: &Panel,
    words: &str,
    lines: &[Line],
    spec: &StudySpec<'_>,
    palette: &Palette,
    items: &mut Vec<Item>,
) {
    panel.draw_scale(palette, items);
    let zero = panel.x_px(0.0);
    items.push(rule(
        (zero, panel.top_px),
        (zero, panel.bottom_px),
        palette.line_strong,
        1.0,
    ));
    let inks: Vec<Ink> = lines
        .iter()
        .enumerate()
        .map(|(place, line)| Ink::Line {
            points: line
                .iter()
                .map(|(at, value)| (f64::from(*at), *value))
                .collect(),
            color: color_of(place, palette),
            width_px: if Some(spec.studied[place].event.id) == spec.selected {
                2.4
            } else {
                1.6
            },
        })
        .collect();
    panel.draw(&inks, items);
    let room = panel.right_px - panel.left_px;
    let words = text::shorten(words, LABEL_PX, Face::Medium, room);
    let (x, y) = (panel.left_px, panel.top_px - 9.0);
    items.push(text::text(
        &words,
        x,
        y,
        Anchor::Start,
        LABEL_PX,
        Face::Medium,
        palette.text_secondary,
    ));
    draw_names(panel, lines, spec, palette, items);
}

/// The names of events beside the ends of their lines, moved apart.
fn draw_names(
    panel: &Panel,
    lines: &[Line],
    spec: &StudySpec<'_>,
    palette: &Palette,
    items: &mut Vec<Item>,
) {
    const LINE_PX: f32 = 13.0;
    let end = |place: usize| lines[place].last().map(|it| panel.y_px(it.1));
    let mut ends: Vec<(f32, usize)> = (0..lines.len())
        .filter_map(|it| Some((end(it)?, it)))
        .collect();
    ends.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut floor = panel.top_px - LINE_PX * 0.5;
    let most = ((panel.bottom_px - panel.top_px) / LINE_PX) as usize;
    for (wanted, place) in ends.into_iter().take(most.max(1)) {
        let y = wanted.max(floor + LINE_PX);
        floor = y;
        let event = spec.studied[place].event;
        let words = text::shorten(&event.title, MICRO_PX, Face::Medium, RIGHT_PX - 18.0);
        let baseline = y + text::cap_height(MICRO_PX) * 0.5;
        let color = color_of(place, palette);
        let x = panel.right_px + 8.0;
        items.push(text::text(
            &words,
            x,
            baseline,
            Anchor::Start,
            MICRO_PX,
            Face::Medium,
            color,
        ));
    }
}

/// The range in which an undisturbed market would mostly stay.
fn draw_band(panel: &Panel, spec: &StudySpec<'_>, palette: &Palette, items: &mut Vec<Item>) {
    let Some(first) = spec.studied.first() else {
        return;
    };
    let factor = if spec.in_percent { 100.0 } else { 1.0 };
    let reach = |day: i32| 2.0 * first.study.deviation * factor * f64::from(day + 6).sqrt();
    let upper = (-5..=20).map(|day| (f64::from(day), reach(day)));
    let lower = (-5..=20).rev().map(|day| (f64::from(day), -reach(day)));
    let points: Vec<(f64, f64)> = upper.chain(lower).collect();
    let color = palette.neutral_tint;
    panel.draw(
        &[Ink::Area {
            points,
            base: 0.0,
            color,
        }],
        items,
    );
}

/// Days between two numbers under the axis, so that they do not touch.
fn days_apart(panel: &Panel) -> usize {
    let apart = |days: usize| panel.x_px(days as f64) - panel.x_px(0.0) >= NUMBERS_APART_PX;
    [5, 10].into_iter().find(|it| apart(*it)).unwrap_or(20)
}

fn draw_days(panel: &Panel, palette: &Palette, items: &mut Vec<Item>) {
    let y = panel.bottom_px;
    items.push(rule(
        (panel.left_px, y),
        (panel.right_px, y),
        palette.line_strong,
        1.0,
    ));
    for day in (-20..=20).step_by(days_apart(panel)) {
        let x = panel.x_px(f64::from(day));
        items.push(rule((x, y), (x, y + 4.0), palette.line_strong, 1.0));
        let words = match day {
            0 => String::from("day 0"),
            day if day < 0 => format!("−{}", -day),
            day => format!("+{day}"),
        };
        let face = if day == 0 {
            Face::SemiBold
        } else {
            Face::Regular
        };
        items.push(text::text(
            &words,
            x,
            y + 16.0,
            Anchor::Middle,
            MICRO_PX,
            face,
            palette.text_secondary,
        ));
    }
    let (x, words) = (panel.right_px + 14.0, "trading days");
    items.push(text::text(
        words,
        x,
        y + 16.0,
        Anchor::Start,
        MICRO_PX,
        Face::Regular,
        palette.text_tertiary,
    ));
}
