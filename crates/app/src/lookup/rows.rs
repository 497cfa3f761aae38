//! Rows and numbers that several replies share.

use std::collections::BTreeMap;

use api::dto::{DateDetail, DateShape, EventRef, Extent, FigureLine};
use model::date::{Moment, Shape};
use model::{Event, FuzzyDate, Workspace};

/// A count as `u32`, as replies have it.
pub(crate) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// From the first known start to the last known end.
pub(crate) fn extent<'a>(events: impl Iterator<Item = &'a model::Event>) -> Option<Extent> {
    let spans = events.filter_map(|event| event.date.as_ref()?.span_days());
    let extents = spans.map(|(from_days, to_days)| Extent { from_days, to_days });
    extents.reduce(Extent::with)
}

/// The numbers of sources in exports: their places in the list.
pub(crate) fn source_numbers(workspace: &Workspace) -> BTreeMap<model::SourceId, u32> {
    workspace
        .sources
        .iter()
        .enumerate()
        .map(|(at, source)| (source.id, count(at + 1)))
        .collect()
}

/// A date for a reply.
pub(crate) fn date_detail(date: &FuzzyDate, note: &str) -> DateDetail {
    let iso = |moment: Option<Moment>| moment.map(|it| it.to_string());
    DateDetail {
        words: date.shown().into_owned(),
        typed: date.remark().unwrap_or_default().to_owned(),
        in_words: date.in_words(),
        edtf: date.edtf.to_string(),
        start_earliest: iso(date.bounds.start_earliest),
        start_latest: iso(date.bounds.start_latest),
        end_earliest: iso(date.bounds.end_earliest),
        end_latest: iso(date.bounds.end_latest),
        shape: match date.shape() {
            Shape::Day => DateShape::Day,
            Shape::Within => DateShape::Within,
            Shape::OneOf => DateShape::OneOf,
            Shape::About => DateShape::About,
            Shape::Span { .. } => DateShape::Span,
        },
        note: note.to_owned(),
    }
}

/// The figures of an event, for a reply.
pub(crate) fn figures(event: &Event) -> Vec<FigureLine> {
    let line = |it: &model::Figure| FigureLine {
        name: it.name.clone(),
        value: it.value.clone(),
        unit: it.unit.clone(),
    };
    event.figures.iter().map(line).collect()
}

/// An event as named in a line about another.
pub(crate) fn event_ref(event: &Event) -> EventRef {
    EventRef {
        id: event.id,
        handle: event.handle.clone(),
        title: event.title.clone(),
        date_words: event
            .date
            .as_ref()
            .map(|date| date.shown().into_owned())
            .unwrap_or_default(),
        tone: event.tone,
        severity: event.severity,
        status: event.status,
    }
}

#[cfg(test)]
mod tests {
    use api::dto::DateShape::{About, Day, OneOf, Span, Within};
    use model::FuzzyDate;

    use super::date_detail;

    #[test]
    fn every_date_has_the_shape_of_its_mark_on_the_timeline() {
        for (edtf, wanted) in [
            ("2025-06-11", Day),
            ("2025-06-11T18:30:00", Day),
            ("2025-06", Within),
            ("2025", Within),
            ("2025-33", Within),
            ("2025-06-1X", Within),
            ("2025-06?", About),
            ("2025-06~", About),
            ("2025-06%", About),
            ("2025-06-11?", About),
            ("?2025-06-11", About),
            ("2025-~06-11", About),
            ("[2025-05-01..2025-05-15]", OneOf),
            ("[2025-05-01,2025-05-15]", OneOf),
            ("[..2025-06-11]", OneOf),
            ("[2025-06-11]", OneOf),
            ("{2025-07-05,2025-07-06}", Span),
            ("2025-05-14/2025-08-12", Span),
            ("2025-06-11/2025-06-11", Span),
            ("2025-06~/2025-07", Span),
            ("2025-06-11/..", Span),
            ("/2025-06", Span),
        ] {
            let date = FuzzyDate::from_edtf(edtf).unwrap();
            assert_eq!(date_detail(&date, "").shape, wanted, "{edtf}");
        }
    }
}
