//! A period of days that entries may lie in.

use api::Fault;
use api::dto::Filter;
use model::date::{Day, Moment, Understood};
use model::{Event, FuzzyDate};

/// From day to day, both included; open where nothing is said.
pub(super) struct Period {
    from: Option<Day>,
    to: Option<Day>,
}

impl Period {
    /// The one that `filter` asks for, if it asks for any.
    pub(super) fn of(filter: &Filter) -> Option<Self> {
        let Filter { from, to, .. } = *filter;
        (from.is_some() || to.is_some()).then_some(Self { from, to })
    }

    /// Whether an entry may lie in it, by what is known of its date. Of an open side anything may be.
    pub(super) fn may_hold(&self, event: &Event) -> bool {
        let Some(date) = &event.date else {
            return false;
        };
        let known = |it: Option<Moment>| it.map(|it| it.day);
        let (first, last) = (
            known(date.bounds.start_earliest),
            known(date.bounds.end_latest),
        );
        let ends_before = self.from.zip(last).is_some_and(|(from, last)| last < from);
        let begins_after = self.to.zip(first).is_some_and(|(to, first)| to < first);
        !ends_before && !begins_after
    }
}

/// The first and the last day of what `words` mean; `None` on an open side.
pub(crate) fn days_of(
    words: &str,
    today: Option<Day>,
) -> Result<(Option<Day>, Option<Day>), Fault> {
    let date = match model::date::read(words, today) {
        Ok(Understood::Date(date)) => date,
        Ok(Understood::Ask { choices, .. }) => {
            let readings = choices.iter().map(FuzzyDate::in_words).collect::<Vec<_>>();
            return Err(
                Fault::argument("filter", format!("\"{words}\" is ambiguous"))
                    .help(format!("say which: {}", readings.join(", or "))),
            );
        }
        Err(error) => {
            return Err(Fault::argument(
                "filter",
                format!("\"{words}\" is not understood as a period"),
            )
            .help(error.to_string()));
        }
    };
    let day = |it: Option<Moment>| it.map(|it| it.day);
    Ok((day(date.bounds.start_earliest), day(date.bounds.end_latest)))
}
