//! The index over time: escalation above, de-escalation below, the net line, attention, and series beside them.

mod crosshair;
mod legend;
mod marks;
mod ready;
mod strip;

pub use ready::{Index, IndexScale};
pub use strip::index_strip;

use layout::Scale;
use model::date::Day;
use model::{EventId, Measure, Series, Workspace};
use scene::{Anchor, Face, Hit, HitKind, Item, Palette, Rgba, Scene, text};

use crate::axis::{self, AXIS_PX, Plot};
use crate::marks::{LABEL_PX, MICRO_PX, rule};
use crate::plot::{Ink, Panel, paper, range_of, sampled};
use crate::spec::{Growth, Look, Picture, Window};

/// Room for the numbers of the left scale, and of the right one where there is one.
const LEFT_PX: f32 = 58.0;
const RIGHT_PX: f32 = 62.0;
const AIR_PX: f32 = 16.0;
/// Height of the panel of attention, of that of a further series, and between panels.
const ATTENTION_PX: f32 = 58.0;
const FURTHER_PX: f32 = 84.0;
/// The main panel is not drawn lower than this.
const LEAST_PX: f32 = 150.0;
const GAP_PX: f32 = 26.0;
/// The hues of series, in their order; none that says a tone.
const HUES: [&str; 4] = ["teal", "wine", "olive", "slate"];

/// What a chart of the index is asked for.
#[derive(Debug, Clone)]
pub struct IndexSpec<'a> {
    /// Room and dress.
    pub look: Look,
    /// The stretch of time to draw; `None` fits most of what there is.
    pub window: Option<Window>,
    /// The series laid over, the first on a second scale, the others in panels of their own.
    pub series: Vec<&'a Series>,
    /// The same index by what is known today, where the other is of an earlier day: its net line is drawn thin beside it.
    pub today: Option<&'a Index>,
    /// The selected event.
    pub selected: Option<EventId>,
    /// The event under the pointer.
    pub hovered: Option<EventId>,
    /// The as-of line, if there is one.
    pub as_of: Option<Day>,
    /// The day at which values are read.
    pub at: Option<Day>,
}

/// The index of a workspace as `spec` asks for it.
#[must_use]
pub fn index(workspace: &Workspace, index: &Index, spec: &IndexSpec<'_>) -> Picture {
    let window = spec.window.unwrap_or_else(|| fitting(index));
    let chart = Chart::new(workspace, index, spec, window);
    let palette = Palette::of(spec.look.theme);
    let (legend, scene) = (legend::entries(&chart, palette), chart.scene(palette));
    let (earlier, inside, later) = chart.counts();
    Picture {
        scene,
        window,
        content_height_px: needed_px(spec.series.len()),
        growth: Growth::Whole,
        legend,
        drawn: inside,
        earlier,
        later,
    }
}

/// The least height of everything under the axis.
fn needed_px(series: usize) -> f32 {
    let further = series.saturating_sub(1) as f32 * (FURTHER_PX + GAP_PX);
    marks::ROWS_PX + 6.0 + LEAST_PX + further + GAP_PX + ATTENTION_PX + 12.0
}

/// From the tenth part of the entries on, with some time before it, to the end: what is old and rare is reached by moving.
fn fitting(index: &Index) -> Window {
    let (first, days) = index.days();
    let to_days = (first.0 + days as i64) as f64;
    let tenth = index
        .marks
        .get(index.marks.len() / 10)
        .map_or(first, |it| it.0);
    let from_days = (tenth.0 as f64).min(to_days - 1.0);
    Window {
        from_days: from_days - ((to_days - from_days) * 0.15).max(30.0),
        to_days,
    }
}

/// A series with its panel.
struct Overlay<'a> {
    series: &'a Series,
    points: Vec<(f64, f64)>,
    color: Rgba,
    panel: Panel,
}

/// The chart with everything in its place.
struct Chart<'a> {
    workspace: &'a Workspace,
    index: &'a Index,
    spec: &'a IndexSpec<'a>,
    window: Window,
    main: Panel,
    attention: Panel,
    overlays: Vec<Overlay<'a>>,
    marks: Vec<marks::Mark<'a>>,
}

impl<'a> Chart<'a> {
    fn new(
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
        // On a low screen further panels give way before the index does.
        let short = (needed_px(spec.series.len()) + AXIS_PX - look.height_px).max(0.0);
        let others = spec.series.len().saturating_sub(1) as f32;
        let further_px = (FURTHER_PX - short / others.max(1.0)).max(24.0);
        let further = others * (further_px + GAP_PX);
        let bottom_px = look.height_px - 12.0;
        let attention_top = bottom_px - ATTENTION_PX;
        let main_top = AXIS_PX + marks::ROWS_PX + 6.0;
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
        chart.marks = marks::chosen(&chart);
        chart
    }

    /// The points of a line of the index within the window.
    fn points(&self, values: &[f64]) -> Vec<(f64, f64)> {
        self.points_of(self.index, values)
    }

    fn points_of(&self, index: &Index, values: &[f64]) -> Vec<(f64, f64)> {
        let width = self.main.right_px - self.main.left_px;
        sampled(values.len(), index.point(values), self.main.x, width)
    }

    /// The net line as known today, where it is drawn.
    fn net_today(&self) -> Option<Vec<(f64, f64)>> {
        let today = self.spec.today?;
        Some(self.points_of(today, &today.net))
    }

    /// De-escalation as it is drawn.
    fn down(&self) -> Vec<(f64, f64)> {
        let sign = if self.index.is_mirrored { -1.0 } else { 1.0 };
        let points = self.points(&self.index.deescalation);
        points.into_iter().map(|(x, y)| (x, y * sign)).collect()
    }

    fn set_scales(&mut self) {
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

    fn overlaid(
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

    fn plot(&self) -> Plot {
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
        }
    }

    fn scene(&self, palette: &Palette) -> Scene {
        let look = &self.spec.look;
        let mut scene = paper(*look, palette);
        let (items, hits) = (&mut scene.items, &mut scene.hits);
        let plot = self.plot();
        let ticks = axis::ticks_of(&plot);
        let as_of = self
            .spec
            .as_of
            .map(|day| plot.scale.x_px(day.0 as f64 + 1.0));
        hits.push(Hit {
            x: plot.left_px,
            y: AXIS_PX,
            width: plot.width_px - plot.left_px,
            height: plot.bottom_px - AXIS_PX,
            kind: HitKind::Plot,
            id: String::new(),
        });
        axis::draw_ground(&plot, &ticks, as_of, palette, items);
        self.main_panel(palette, items);
        self.attention_panel(palette, items);
        self.overlays
            .iter()
            .enumerate()
            .for_each(|(place, it)| overlay(it, place, self.spec.as_of, palette, items));
        axis::draw_as_of_line(&plot, as_of, palette, items);
        marks::draw(self, palette, items, hits);
        axis::draw_as_of_line_head(&plot, as_of, palette, items);
        axis::draw_axis(&plot, &ticks, palette, items);
        hits.extend(axis::draw_as_of_chip(
            &plot,
            as_of,
            self.spec.as_of,
            palette,
            items,
        ));
        crosshair::draw(self, palette, items);
        scene
    }

    fn main_panel(&self, palette: &Palette, items: &mut Vec<Item>) {
        let panel = &self.main;
        panel.draw_scale(palette, items);
        let (up, down) = (self.points(&self.index.escalation), self.down());
        let line = |points, color, width_px| Ink::Line {
            points,
            color,
            width_px,
        };
        let area = |points: &[(f64, f64)], color| Ink::Area {
            points: points.to_vec(),
            base: 0.0,
            color,
        };
        let mut inks = Vec::new();
        if self.index.is_mirrored {
            inks.push(area(&up, palette.escalatory_tint));
            inks.push(area(&down, palette.deescalatory_tint));
        }
        let today = self.net_today();
        inks.extend(today.map(|points| line(points, palette.text_tertiary, 1.2)));
        inks.push(line(up, palette.escalatory, 1.4));
        inks.push(line(down, palette.deescalatory, 1.4));
        inks.push(line(
            self.points(&self.index.net),
            palette.text_primary,
            2.0,
        ));
        panel.draw(&inks, items);
        let caption = format!("Risk index: {}", self.index.unit);
        // The name of the first series stands over the other end.
        let share = if self.spec.series.is_empty() {
            1.0
        } else {
            0.5
        };
        let room = (panel.right_px - panel.left_px) * share - 8.0;
        let caption = text::shorten(&caption, LABEL_PX, Face::Medium, room);
        caption_over(panel, &caption, palette.text_secondary, palette, items);
        if self.index.is_mirrored {
            let at = |y: f32, words: &str, color| side_label(panel, y, words, color, palette);
            items.push(at(panel.top_px + 13.0, "escalation", palette.escalatory));
            items.push(at(
                panel.bottom_px - 6.0,
                "de-escalation",
                palette.deescalatory,
            ));
        }
    }

    fn attention_panel(&self, palette: &Palette, items: &mut Vec<Item>) {
        let panel = &self.attention;
        panel.draw_scale(palette, items);
        let points = self.points(&self.index.attention);
        let area = Ink::Area {
            points: points.clone(),
            base: 0.0,
            color: palette.neutral_tint,
        };
        let line = Ink::Line {
            points,
            color: palette.neutral,
            width_px: 1.2,
        };
        panel.draw(&[area, line], items);
        let words =
            "Attention: entries per week. An index of entries also measures how much was noted.";
        caption_over(panel, words, palette.text_secondary, palette, items);
    }

    /// How many entries begin before, in and after the window.
    fn counts(&self) -> (usize, usize, usize) {
        let marks = &self.index.marks;
        let from = marks.partition_point(|it| (it.0.0 as f64) < self.window.from_days.floor());
        let to = marks.partition_point(|it| (it.0.0 as f64) < self.window.to_days);
        (from, to.saturating_sub(from), marks.len() - to.max(from))
    }
}

fn never_empty((low, high): (f64, f64)) -> (f64, f64) {
    if high - low > 1e-9 {
        (low, high)
    } else {
        (low, low + 1.0)
    }
}

/// The points of a series within a stretch of days, each at noon.
fn series_points(series: &Series, x: (f64, f64), columns: f32) -> Vec<(f64, f64)> {
    let (days, values) = (&series.points.days, &series.points.values);
    sampled(
        days.len(),
        |at| (days[at].0 as f64 + 0.5, values[at]),
        x,
        columns,
    )
}

/// The line of a series; what came after the as-of day is drawn pale, because nobody knew it then.
fn inks(it: &Overlay<'_>, as_of: Option<Day>) -> Vec<Ink> {
    const WIDTH_PX: f32 = 1.6;
    const PALE: u8 = 110;
    let end = as_of.map_or(it.points.len(), |day| {
        it.points
            .partition_point(|point| point.0 < day.0 as f64 + 1.0)
    });
    let (known, later) = (&it.points[..end], &it.points[end.saturating_sub(1)..]);
    let ink = |points: &[(f64, f64)], color| {
        let points = points.to_vec();
        match it.series.measure {
            Measure::Steps => Ink::Steps {
                points,
                color,
                width_px: WIDTH_PX,
            },
            _ => Ink::Line {
                points,
                color,
                width_px: WIDTH_PX,
            },
        }
    };
    let mut inks = vec![ink(known, it.color)];
    if as_of.is_some() && later.len() > 1 {
        inks.push(ink(later, it.color.with_alpha(PALE)));
    }
    inks
}

/// A series, its scale and its name.
fn overlay(
    it: &Overlay<'_>,
    place: usize,
    as_of: Option<Day>,
    palette: &Palette,
    items: &mut Vec<Item>,
) {
    let panel = &it.panel;
    let name = match it.series.unit.as_str() {
        "" => it.series.name.clone(),
        unit => format!("{}, {unit}", it.series.name),
    };
    let (inks, color) = (inks(it, as_of), it.color);
    if place == 0 {
        panel.draw(&inks, items);
        panel.draw_scale_right(color, items);
        let y = panel.top_px - 8.0;
        let words = text::shorten(
            &name,
            LABEL_PX,
            Face::Medium,
            (panel.right_px - panel.left_px) * 0.5,
        );
        let right = panel.right_px;
        items.push(
            text::text(&words, right, y, Anchor::End, LABEL_PX, Face::Medium, color)
                .with_halo(palette.surface_canvas, 3.0),
        );
    } else {
        panel.draw_scale(palette, items);
        panel.draw(&inks, items);
        caption_over(panel, &name, color, palette, items);
    }
}

/// What a panel shows, over its upper left corner.
fn caption_over(panel: &Panel, words: &str, color: Rgba, palette: &Palette, items: &mut Vec<Item>) {
    let room = panel.right_px - panel.left_px;
    let words = text::shorten(words, LABEL_PX, Face::Medium, room);
    let (x, y) = (panel.left_px, panel.top_px - 8.0);
    items.push(
        text::text(&words, x, y, Anchor::Start, LABEL_PX, Face::Medium, color)
            .with_halo(palette.surface_canvas, 3.0),
    );
}

fn side_label(panel: &Panel, y: f32, words: &str, color: Rgba, palette: &Palette) -> Item {
    let x = panel.left_px + 6.0;
    text::text(words, x, y, Anchor::Start, MICRO_PX, Face::SemiBold, color)
        .with_halo(palette.surface_canvas, 3.0)
}

/// A hair from a mark to the bottom of the chart.
fn hair(x: f32, from: f32, to: f32, color: Rgba) -> Item {
    rule((x, from), (x, to), color, 0.75)
}
