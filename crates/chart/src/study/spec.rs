//! Request for a chart of an event study.

use model::{Event, EventId};
use risk::{Average, Line, Study};
use scene::{Palette, Rgba};

use crate::spec::Look;

/// The hues of lines, in order; in print, their labels decide the dashes.
const HUES: [&str; 6] = ["teal", "wine", "gold", "sky", "olive", "rose"];

/// One event of a study.
#[derive(Debug, Clone)]
pub struct Studied<'a> {
    /// Which.
    pub event: &'a Event,
    /// Its numbers.
    pub study: Study,
    /// The series around it, 100 at the close before day 0, or its change since then.
    pub rebased: Line,
    /// Other events of severity 4 or 5 within the window that is drawn: the picture warns of them.
    pub overlaps: usize,
}

/// Request for a chart of an event study.
#[derive(Debug, Clone)]
pub struct StudySpec<'a> {
    /// Size and appearance.
    pub look: Look,
    /// The events, in order.
    pub studied: &'a [Studied<'a>],
    /// Their means; empty for a single event.
    pub average: &'a [Average],
    /// The name of the series.
    pub series: &'a str,
    /// Whether changes are in percent; otherwise in the unit of the series.
    pub in_percent: bool,
    /// The unit of the series.
    pub unit: &'a str,
    /// "constant mean", "market model on S&P 500".
    pub model: &'a str,
    /// The selected event.
    pub selected: Option<EventId>,
}

/// The color of the line of an event, by its index in the list.
pub(super) fn color_of(place: usize, palette: &Palette) -> Rgba {
    palette.theme_hue(HUES[place % HUES.len()])
}
