//! The verb `checked`: the figures of an event, checked against the loaded series.

use api::Fault;
use api::dto::{CheckedArgs, CheckedFigure};
use model::date::Day;
use model::{Event, Series};
use risk::{Basis, Verdict, check_figure, is_checkable};

use crate::lookup::rows::event_ref;
use crate::session::Session;

/// Each figure that names a series, and what that says. An event that is not dated to the day is not checked.
pub(crate) fn checked(session: &Session, args: CheckedArgs) -> Result<Vec<CheckedFigure>, Fault> {
    let workspace = session.workspace();
    if workspace.series.is_empty() {
        return Ok(Vec::new());
    }
    let events: Vec<&Event> = match args.id {
        Some(wanted) => workspace.event(wanted).into_iter().collect(),
        None => workspace
            .events
            .iter()
            .filter(|it| !it.figures.is_empty())
            .collect(),
    };
    let dated = events.into_iter().filter_map(|it| Some((it, day_of(it)?)));
    Ok(dated
        .flat_map(|(event, day)| of_event(&workspace.series, event, day))
        .collect())
}

fn of_event(series: &[Series], event: &Event, day: Day) -> Vec<CheckedFigure> {
    let pairs = event.figures.iter().flat_map(|figure| {
        let named = series.iter().filter(|it| is_checkable(figure, it));
        named.map(move |series| (figure, series))
    });
    let told = pairs.map(|(figure, series)| {
        let it = check_figure(figure, day, series);
        CheckedFigure {
            event: event_ref(event),
            figure: figure.name.clone(),
            value: format!("{} {}", figure.value, figure.unit)
                .trim()
                .to_owned(),
            series: series.handle.clone(),
            verdict: String::from(match it.verdict {
                Verdict::Holds => "holds",
                Verdict::DoesNotHold => "does not hold",
                Verdict::NotCheckable => "not checkable",
            }),
            basis: String::from(match it.basis {
                Basis::Close => "close",
                Basis::High => "high",
                Basis::Low => "low",
            }),
            why: it.why,
        }
    });
    told.collect()
}

/// The day of an event that is known to the day; of a span, its last.
fn day_of(event: &Event) -> Option<Day> {
    let bounds = event.date.as_ref()?.bounds;
    let last = bounds.end_latest?.day;
    (bounds.end_earliest?.day == last).then_some(last)
}
