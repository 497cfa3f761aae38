//! The chart of an index before it is drawn: panels, scales, and the points of its lines.

use layout::Scale;
use model::date::Day;
use model::{Event, EventId, Series, Workspace};
use scene::{Item, Palette, Rgba};

use super::ready::Index;
use crate::axis::{AXIS_PX, Plot};
use crate::marks::{MICRO_PX, rule};
use crate::plot::{Panel, never_empty, range_of, sampled};
use crate::spec::{Look, Window};

/// Room for the numbers of the left scale, and of the right one if there is one.
const LEFT_PX: f32 = 58.0;
const RIGHT_PX: f32 = 62.0;
const AIR_PX: f32 = 16.0;
/// Heights of the attention panel and of a further series, and the gap between panels.
const ATTENTION_PX: f32 = 58.0;
const FURTHER_PX: f32 = 84.0;
/// The main panel is at least this high.
const LEAST_PX: f32 = 150.0;
const GAP_PX: f32 = 26.0;
/// The hues of series, in order; none of them stands for a tone.
const HUES: [&str; 4] = ["teal", "wine", "olive", "slate"];

/// Rows of marks, the height of one, and the height of all.
pub(super) const ROWS: usize = 3;
pub(super) const ROW_PX: f32 = 17.0;
pub(super) const ROWS_PX: f32 = ROWS as f32 * ROW_PX + 22.0;
/// Request for a chart of the index.
#[derive(Debug, Clone)]
pub struct IndexSpec<'a> {
    /// Size and appearance.
    pub look: Look,
    /// The window to draw; `None` shows most of what there is.
    pub window: Option<Window>,
    /// Series to overlay, the first on a second scale, the others in panels of their own.
    pub series: Vec<&'a Series>,
    /// The same index with today's knowledge, if the main one is as of an earlier day: its net line is drawn thin beside
    /// it.
    pub today: Option<&'a Index>,
    /// The selected event.
    pub selected: Option<EventId>,
    /// The event under the pointer.
    pub hovered: Option<EventId>,
    /// The as-of line, if there is one.
    pub as_of: Option<Day>,
    /// The day for which values are shown.
    pub at: Option<Day>,
}

/// A series with its panel.
pub(super) struct Overlay<'a> {
    pub(super) series: &'a Series,
    pub(super) points: Vec<(f64, f64)>,
    pub(super) color: Rgba,
    pub(super) panel: Panel,
}

/// The chart, laid out.
pub(super) struct Chart<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) index: &'a Index,
    pub(super) spec: &'a IndexSpec<'a>,
    pub(super) window: Window,
    pub(super) main: Panel,
    pub(super) attention: Panel,
    pub(super) overlays: Vec<Overlay<'a>>,
    pub(super) marks: Vec<Mark<'a>>,
}

/// A mark with its position.
pub(super) struct Mark<'a> {
    pub(super) event: &'a Event,
    pub(super) x_px: f32,
    pub(super) row: usize,
    pub(super) label: String,
    /// Left and right end of mark and label.
    pub(super) reach: (f32, f32),
}

/// The minimum height of everything under the axis.
pub(super) fn needed_px(series: usize) -> f32 {
    let further = series.saturating_sub(1) as f32 * (FURTHER_PX + GAP_PX);
    ROWS_PX + 6.0 + LEAST_PX + further + GAP_PX + ATTENTION_PX + 12.0
}

impl<'a> Chart<'a> {
    pub(super) fn new(
        workspace: &'a Workspace,
        index: &'a Index,
        spec: &'a IndexSpec<'a>,
        window: Window,
    ) -> Self {
        let look = &spec.look;
        let right = if spec.series.is_empty() {
            AIR_PX
        } else {
            RIGHT_PX
        };
        let right_px = (look.width_px - right).max(LEFT_PX + 10.0);
        // If the chart is low, further panels shrink before the index does.
        let short = (needed_px(spec.series.len()) + AXIS_PX - look.height_px).max(0.0);
        let others = spec.series.len().saturating_sub(1) as f32;
        let further_px = (FURTHER_PX - short / others.max(1.0)).max(24.0);
        let further = others * (further_px + GAP_PX);
        let bottom_px = look.height_px - 12.0;
        let attention_top = bottom_px - ATTENTION_PX;
        let main_top = AXIS_PX + ROWS_PX + 6.0;
        let main_bottom = (attention_top - GAP_PX - further).max(main_top + 30.0);
        let panel = |top_px: f32, bottom_px: f32| Panel {
            left_px: LEFT_PX,
            right_px,
            top_px,
            bottom_px,
            x: (window.from_days, window.to_days),
            y: (0.0, 1.0),
        };
        let mut chart = Self {
            workspace,
            index,
            spec,
            window,
            main: panel(main_top, main_bottom),
            attention: panel(attention_top, bottom_px),
            overlays: Vec::new(),
            marks: Vec::new(),
        };
        chart.set_scales();
        chart.overlays = chart.overlaid(&panel, main_bottom, further_px);
        chart
    }

    /// The points of a line of the index within the window.
    pub(super) fn points(&self, values: &[f64]) -> Vec<(f64, f64)> {
        self.points_of(self.index, values)
    }

    pub(super) fn points_of(&self, index: &Index, values: &[f64]) -> Vec<(f64, f64)> {
        let width = self.main.right_px - self.main.left_px;
        sampled(values.len(), index.point(values), self.main.x, width)
    }

    /// The net line with today's knowledge, if it is drawn.
    pub(super) fn net_today(&self) -> Option<Vec<(f64, f64)>> {
        let today = self.spec.today?;
        Some(self.points_of(today, &today.net))
    }

    /// De-escalation with the sign with which it is drawn.
    pub(super) fn down(&self) -> Vec<(f64, f64)> {
        let sign = if self.index.is_mirrored { -1.0 } else { 1.0 };
        let points = self.points(&self.index.deescalation);
        points.into_iter().map(|(x, y)| (x, y * sign)).collect()
    }

    pub(super) fn set_scales(&mut self) {
        let inside = |points: Vec<(f64, f64)>, (from, to): (f64, f64)| {
            let near = points
                .into_iter()
                .filter(move |it| it.0 >= from - 1.0 && it.0 <= to + 1.0);
            near.map(|it| it.1).collect::<Vec<f64>>()
        };
        let x = self.main.x;
        let mut seen = inside(self.points(&self.index.escalation), x);
        seen.extend(inside(self.down(), x));
        seen.extend(inside(self.points(&self.index.net), x));
        seen.extend(inside(self.net_today().unwrap_or_default(), x));
        self.main.y = never_empty(range_of(seen, true));
        let noted = inside(self.points(&self.index.attention), x);
        self.attention.y = never_empty(range_of(noted, true));
    }

    pub(super) fn overlaid(
        &self,
        panel: &dyn Fn(f32, f32) -> Panel,
        main_bottom: f32,
        further_px: f32,
    ) -> Vec<Overlay<'a>> {
        let palette = Palette::of(self.spec.look.theme);
        let all = self.spec.series.iter().enumerate();
        all.map(|(place, series)| {
            let points = series_points(series, self.main.x, self.main.right_px - self.main.left_px);
            let mut panel = match place {
                0 => self.main,
                _ => {
                    let bottom = main_bottom + place as f32 * (further_px + GAP_PX);
                    panel(bottom - further_px, bottom)
                }
            };
            let (from, to) = self.main.x;
            let seen = points
                .iter()
                .filter(|it| it.0 >= from - 4.0 && it.0 <= to + 4.0)
                .map(|it| it.1);
            panel.y = never_empty(range_of(seen, false));
            Overlay {
                series,
                points,
                color: palette.theme_hue(HUES[place % HUES.len()]),
                panel,
            }
        })
        .collect()
    }

    pub(super) fn plot(&self) -> Plot {
        Plot {
            left_px: self.main.left_px,
            width_px: self.main.right_px,
            top_px: AXIS_PX,
            bottom_px: self.attention.bottom_px,
            scale: Scale::new(
                self.window.from_days,
                self.window.to_days,
                self.main.left_px,
                self.main.right_px,
            ),
            small_px: MICRO_PX,
        }
    }

    /// How many entries begin before, in and after the window.
    pub(super) fn counts(&self) -> (usize, usize, usize) {
        let marks = &self.index.marks;
        let from = marks.partition_point(|it| (it.0.0 as f64) < self.window.from_days.floor());
        let to = marks.partition_point(|it| (it.0.0 as f64) < self.window.to_days);
        (from, to.saturating_sub(from), marks.len() - to.max(from))
    }
}

/// The points of a series within a range of days, each at noon.
fn series_points(series: &Series, x: (f64, f64), columns: f32) -> Vec<(f64, f64)> {
    let (days, values) = (&series.points.days, &series.points.values);
    sampled(
        days.len(),
        |at| (days[at].0 as f64 + 0.5, values[at]),
        x,
        columns,
    )
}

/// A hairline from a mark to the bottom of the chart.
pub(super) fn hair(x: f32, from: f32, to: f32, color: Rgba) -> Item {
    rule((x, from), (x, to), color, 0.75)
}
