//! The entries of a brief, each in one place, and what it leaves out.

use model::date::Day;
use model::{Event, Kind, Status};

use crate::lookup::filter::{CompiledFilter, by_time};

/// Every entry that passes the filter stands in one of these lists, or is counted.
pub(super) struct Material<'a> {
    pub(super) happened: Vec<&'a Event>,
    /// Ongoing conditions.
    pub(super) lasting: Vec<&'a Event>,
    pub(super) coming: Vec<&'a Event>,
    /// Still planned, in doubt or possible, although the day has passed.
    pub(super) unconfirmed: Vec<&'a Event>,
    pub(super) called_off: Vec<&'a Event>,
    /// Number of entries that happened on an unknown date.
    pub(super) undated: usize,
    /// How many lie before the period, and after it.
    pub(super) earlier: usize,
    pub(super) later: usize,
    /// Everything that passes the filter, and how much it chooses from.
    pub(super) passing: Vec<&'a Event>,
    pub(super) eligible: usize,
    /// How many are in datasets that are off.
    pub(super) hidden: usize,
}

impl<'a> Material<'a> {
    /// What a brief of these days tells. `now` is the day by which a plan should have come true.
    pub(super) fn of(
        compiled: &CompiledFilter<'a>,
        all: usize,
        days: (Day, Day),
        now: Day,
    ) -> Self {
        let mut it = Self {
            happened: Vec::new(),
            lasting: Vec::new(),
            coming: Vec::new(),
            unconfirmed: Vec::new(),
            called_off: Vec::new(),
            undated: 0,
            earlier: 0,
            later: 0,
            passing: by_time(compiled.passing()),
            eligible: compiled.eligible().count(),
            hidden: 0,
        };
        it.hidden = all.saturating_sub(it.eligible);
        for event in it.passing.clone() {
            it.take(event, days, now);
        }
        it
    }

    fn take(&mut self, event: &'a Event, days: (Day, Day), now: Day) {
        let when = When::of(event, days);
        if event.status == Status::Cancelled {
            match when {
                When::Earlier => self.earlier += 1,
                _ => self.called_off.push(event),
            }
        } else if event.is_unrealized() {
            match has_passed(event, now) {
                true => self.unconfirmed.push(event),
                false => self.coming.push(event),
            }
        } else {
            match when {
                When::Never => self.undated += 1,
                When::Earlier => self.earlier += 1,
                When::Later => self.later += 1,
                When::Within if is_background(event) => self.lasting.push(event),
                When::Within => self.happened.push(event),
            }
        }
    }
}

/// How an entry lies to the period.
enum When {
    Never,
    Earlier,
    Within,
    Later,
}

impl When {
    /// Whether it may have begun within the period.
    fn of(event: &Event, (since, until): (Day, Day)) -> Self {
        let Some(bounds) = event.date.as_ref().map(|it| it.bounds) else {
            return Self::Never;
        };
        // Without a known start, it counts from when it is known to have existed.
        let first = bounds
            .start_earliest
            .or(bounds.end_earliest)
            .or(bounds.end_latest);
        let last = bounds.start_latest.or(bounds.end_latest).or(first);
        match (first, last) {
            (Some(first), _) if first.day > until => Self::Later,
            (_, Some(last)) if last.day < since => Self::Earlier,
            (Some(_), Some(_)) => Self::Within,
            _ => Self::Never,
        }
    }
}

/// Whether it is a state rather than something new.
fn is_background(event: &Event) -> bool {
    let begins = event.date.as_ref().and_then(|it| it.bounds.start_earliest);
    (event.kind == Kind::Condition || event.status == Status::Ongoing) && begins.is_none()
}

/// Whether the last day on which it may be lies before `now`. Without such a day it may still come.
fn has_passed(event: &Event, now: Day) -> bool {
    let end = event.date.as_ref().and_then(|it| it.bounds.end_latest);
    end.is_some_and(|it| it.day < now)
}
