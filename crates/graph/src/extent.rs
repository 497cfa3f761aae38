//! When an event begins and ends, in whole seconds, according to its own date.

use model::date::{Edge, Edtf, Moment, Shape};
use model::{Event, Kind};

/// Farther from 1970 than any date: no bound.
pub(crate) const FAR: i64 = 1 << 50;
/// Seconds of a civil day.
pub(crate) const DAY: i64 = 86_400;

/// When an event may begin and end. An unknown bound is [`FAR`] away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Extent {
    /// It begins at one of these seconds.
    pub(crate) begins: (i64, i64),
    /// It ends at one of these.
    pub(crate) ends: (i64, i64),
    /// It is a single moment in that range: it ends when it begins.
    pub(crate) is_moment: bool,
}

impl Extent {
    /// The extent of the date of `event`. An entry with a single date that is not a condition is a moment: within a day, the
    /// order of two moments is open. A condition lasts for at least a moment.
    pub(crate) fn of(event: &Event) -> Self {
        let Some(date) = &event.date else {
            return Self::unknown(event.kind);
        };
        let lasts = event.kind == Kind::Condition || matches!(date.shape(), Shape::Span { .. });
        let bounds = date.bounds;
        let begins = (low(bounds.start_earliest), high(bounds.start_latest));
        let ends = (low(bounds.end_earliest), high(bounds.end_latest));
        if !lasts {
            let both = (begins.0.max(ends.0), begins.1.min(ends.1));
            return Self {
                begins: both,
                ends: both,
                is_moment: true,
            };
        }
        let (begins, ends) = open_sides(&date.edtf, begins, ends);
        Self {
            begins: (begins.0, begins.1.min(ends.1)),
            ends: (ends.0.max(begins.0), ends.1),
            is_moment: false,
        }
    }

    fn unknown(kind: Kind) -> Self {
        Self {
            begins: (-FAR, FAR),
            ends: (-FAR, FAR),
            is_moment: kind != Kind::Condition,
        }
    }
}

/// An open side is farther away than any date: it always was, or goes on.
fn open_sides(edtf: &Edtf, begins: (i64, i64), ends: (i64, i64)) -> ((i64, i64), (i64, i64)) {
    let Edtf::Interval { start, end } = edtf else {
        return (begins, ends);
    };
    let begins = if *start == Edge::Open {
        (-FAR, -FAR)
    } else {
        begins
    };
    let ends = if *end == Edge::Open { (FAR, FAR) } else { ends };
    (begins, ends)
}

fn low(moment: Option<Moment>) -> i64 {
    moment.map_or(-FAR, |it| seconds(it.from_days()))
}

/// The last second that still belongs to it.
fn high(moment: Option<Moment>) -> i64 {
    moment.map_or(FAR, |it| seconds(it.until_days()) - 1)
}

/// Whole seconds; dates beyond [`FAR`] stand there.
fn seconds(days: f64) -> i64 {
    ((days * DAY as f64).round() as i64).clamp(-FAR, FAR)
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{EventId, FuzzyDate};

    fn extent(kind: Kind, edtf: &str) -> Extent {
        let mut event = Event::titled(EventId(1), "E1", "Event");
        event.kind = kind;
        event.date = FuzzyDate::from_edtf(edtf).ok();
        Extent::of(&event)
    }

    #[test]
    fn a_day_is_a_moment_of_it_and_a_span_has_two_ends() {
        let day = extent(Kind::Event, "1970-01-02");
        assert_eq!(day.begins, (DAY, 2 * DAY - 1));
        assert!(day.is_moment && day.begins == day.ends);
        let span = extent(Kind::Event, "1970-01-02/1970-01-04");
        assert_eq!(span.begins, (DAY, 2 * DAY - 1));
        assert_eq!(span.ends, (3 * DAY, 4 * DAY - 1));
    }

    #[test]
    fn what_goes_on_has_no_end_and_what_lasted_until_has_no_beginning() {
        assert_eq!(extent(Kind::Condition, "1970-01-02/..").ends, (FAR, FAR));
        let until = extent(Kind::Condition, "../1970-01-02");
        assert_eq!(
            (until.begins, until.ends),
            ((-FAR, -FAR), (DAY, 2 * DAY - 1))
        );
        assert_eq!(
            extent(Kind::Condition, "/1970-01-02").begins,
            (-FAR, 2 * DAY - 1)
        );
        assert_eq!(extent(Kind::Event, "1970-01-02/").ends, (DAY, FAR));
    }

    #[test]
    fn a_condition_with_one_date_may_still_last() {
        assert!(!extent(Kind::Condition, "1970-01").is_moment);
    }
}
