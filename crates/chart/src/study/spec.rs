//! What a chart of a study is asked for.

use model::{Event, EventId};
use risk::{Average, Line, Study};
use scene::{Palette, Rgba};

use crate::spec::Look;

/// The hues of lines, in their order; the dashes of print come from their labels.
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
    /// Other events of severity 4 and up within the window that is drawn: the picture warns of them.
    pub overlaps: usize,
}

/// What a chart of a study is asked for.
#[derive(Debug, Clone)]
pub struct StudySpec<'a> {
    /// Room and dress.
    pub look: Look,
    /// The events, in the order in which they are told.
    pub studied: &'a [Studied<'a>],
    /// Their means; none of a single event.
    pub average: &'a [Average],
    /// The name of the series.
    pub series: &'a str,
    /// Whether changes are told in percent; else in the unit of the series.
    pub in_percent: bool,
    /// The unit of the series.
    pub unit: &'a str,
    /// "constant mean", "market model on S&P 500".
    pub model: &'a str,
    /// The selected event.
    pub selected: Option<EventId>,
}

/// The color of the line of an event, by its place in the list.
pub(super) fn color_of(place: usize, palette: &Palette) -> Rgba {
    palette.theme_hue(HUES[place % HUES.len()])
}
