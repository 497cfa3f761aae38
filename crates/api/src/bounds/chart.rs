//! Bounds of what a chart is drawn from.

use super::{Bounded, DAYS, SCROLL_PX, SHORT, SIDE_PX, many, number, text};
use crate::Fault;
use crate::dto::{
    AllCharts, Arrange, CauseMapChart, CausesChart, Chart, ChartArgs, HeatChart, Highlight,
    IndexChart, Look, MapAt, Near, OutlookChart, StudyChart, ThemesChart, TimeWindow,
    TimelineChart,
};

/// Pixels for a pixel of a map.
const ZOOM: std::ops::RangeInclusive<f32> = 0.02..=8.0;
/// Pixels of the heads of lanes.
const HEADS_PX: std::ops::RangeInclusive<f32> = 0.0..=2_000.0;
/// Width of a legend.
const LEGEND_PX: std::ops::RangeInclusive<f32> = 80.0..=8_000.0;
/// Series of one chart.
const SERIES: usize = 6;

impl Bounded for Look {
    fn check_bounds(&self) -> Result<(), Fault> {
        number("width_px", self.width_px, &SIDE_PX)?;
        number("height_px", self.height_px, &SIDE_PX)?;
        number("scroll_px", self.scroll_px, &SCROLL_PX)?;
        self.legend_width_px
            .map_or(Ok(()), |it| number("legend_width_px", it, &LEGEND_PX))
    }
}

impl Bounded for TimeWindow {
    fn check_bounds(&self) -> Result<(), Fault> {
        for (field, end) in [("from_days", self.from_days), ("to_days", self.to_days)] {
            end.map_or(Ok(()), |days| number(field, days, &DAYS))?;
        }
        match (self.from_days, self.to_days) {
            (Some(from), Some(to)) if from >= to => Err(Fault::argument(
                "to_days",
                "the window ends before it starts",
            )
            .help("choose an end after the start")),
            _ => Ok(()),
        }
    }
}

impl Bounded for Arrange {
    fn check_bounds(&self) -> Result<(), Fault> {
        many("arrange.fold", &self.fold)?;
        many("arrange.since", &self.since)?;
        self.fold
            .iter()
            .try_for_each(|it| text("arrange.fold", it, SHORT))
    }
}

impl Bounded for Near {
    fn check_bounds(&self) -> Result<(), Fault> {
        number("near.steps", self.steps, &(0..=9))?;
        many("near.ids", &self.ids)
    }
}

impl Bounded for MapAt {
    fn check_bounds(&self) -> Result<(), Fault> {
        let far = -SCROLL_PX.end()..=*SCROLL_PX.end();
        number("at.x_px", self.x_px, &far)?;
        number("at.y_px", self.y_px, &far)?;
        number("at.zoom", self.zoom, &ZOOM)
    }
}

impl Bounded for TimelineChart {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.arrange.check_bounds()?;
        self.steps
            .map_or(Ok(()), |it| number("steps", it, &(1..=9)))
    }
}

impl Bounded for CausesChart {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.near.check_bounds()
    }
}

impl Bounded for CauseMapChart {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.near.check_bounds()?;
        many("collapsed", &self.collapsed)?;
        many("folded", &self.folded)?;
        self.at.map_or(Ok(()), |at| at.check_bounds())
    }
}

impl Bounded for ThemesChart {
    fn check_bounds(&self) -> Result<(), Fault> {
        if let Some(it) = &self.hovered {
            super::id::<model::ThemeId>("hovered", it)?;
        }
        self.near.check_bounds()?;
        self.at.map_or(Ok(()), |at| at.check_bounds())
    }
}

/// A day is read where the workspace is known, from whose own day some words count.
fn day_if_any(field: &str, value: Option<&String>) -> Result<(), Fault> {
    value.map_or(Ok(()), |value| text(field, value, SHORT))
}

impl Bounded for IndexChart {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.scaling.check_bounds()?;
        if self.series.len() > SERIES {
            let message = format!("series names more than {SERIES}");
            return Err(Fault::argument("series", message).help("take fewer at a time"));
        }
        self.series
            .iter()
            .try_for_each(|it| text("series", it, super::LONG))?;
        day_if_any("at", self.at.as_ref())?;
        self.strip_left_px
            .map_or(Ok(()), |it| number("strip_left_px", it, &HEADS_PX))
    }
}

impl Bounded for StudyChart {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.study.check_bounds()
    }
}

impl Bounded for HeatChart {
    fn check_bounds(&self) -> Result<(), Fault> {
        day_if_any("known_on", self.known_on.as_ref())
    }
}

impl Bounded for OutlookChart {
    fn check_bounds(&self) -> Result<(), Fault> {
        day_if_any("since", self.since.as_ref())
    }
}

impl Bounded for Highlight {
    fn check_bounds(&self) -> Result<(), Fault> {
        match self {
            Self::Path { most, .. } => {
                most.map_or(Ok(()), |it| number("highlight.most", it, &(1..=20)))
            }
            Self::Loop { number: it } | Self::ThemeLoop { number: it } => {
                number("highlight.number", *it, &(1..=u32::MAX))
            }
            Self::Why { steps, .. } | Self::Follows { steps, .. } => {
                steps.map_or(Ok(()), |it| number("highlight.steps", it, &(1..=9)))
            }
            Self::LoopThrough { .. } | Self::Drivers => Ok(()),
        }
    }
}

impl Bounded for AllCharts {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.each().iter().try_for_each(Bounded::check_bounds)
    }
}

impl Bounded for Chart {
    fn check_bounds(&self) -> Result<(), Fault> {
        match self {
            Self::Timeline(it) => it.check_bounds(),
            Self::Causes(it) => it.check_bounds(),
            Self::CauseMap(it) => it.check_bounds(),
            Self::Themes(it) => it.check_bounds(),
            Self::Index(it) => it.check_bounds(),
            Self::Study(it) => it.check_bounds(),
            Self::Heat(it) => it.check_bounds(),
            Self::Outlook(it) => it.check_bounds(),
            Self::All(it) => it.check_bounds(),
        }
    }
}

impl ChartArgs {
    /// Refuses arguments that do not apply to the chart: a time window of a theme map or a study would be ignored silently.
    fn check_use(&self) -> Result<(), Fault> {
        let (has_window, has_as_of) = match &self.chart {
            Chart::Themes(_) | Chart::Study(_) => (false, false),
            Chart::Outlook(_) | Chart::Heat(_) => (matches!(self.chart, Chart::Heat(_)), false),
            _ => (true, true),
        };
        let kind = self.chart.kind();
        let useless = |field: &str, what: &str| {
            Err(
                Fault::argument(field, format!("the {kind} chart has no {what}"))
                    .help("leave it out"),
            )
        };
        if !has_window && self.window != TimeWindow::default() {
            return useless("window", "window in time");
        }
        if !has_as_of && self.as_of.is_some() {
            return useless("as_of", "as-of day");
        }
        let is_of_numbers = matches!(
            self.chart,
            Chart::Index(_) | Chart::Study(_) | Chart::Heat(_) | Chart::Outlook(_)
        );
        if is_of_numbers && self.highlight.is_some() {
            return useless("highlight", "highlight");
        }
        Ok(())
    }
}

impl Bounded for ChartArgs {
    fn check_bounds(&self) -> Result<(), Fault> {
        self.look.map_or(Ok(()), |look| look.check_bounds())?;
        self.window.check_bounds()?;
        day_if_any("as_of", self.as_of.as_ref())?;
        self.filter.check_bounds()?;
        self.highlight.map_or(Ok(()), |it| it.check_bounds())?;
        self.chart.check_bounds()?;
        self.check_use()
    }
}
