//! Entries and links.

use model::date::{Bounds, Edtf, Moment, Shape};
use model::{
    ActorId, CategoryId, DatasetId, Event, EventId, Figure, FuzzyDate, Link, LinkId, Participant,
    PlaceId, ScaleWord, Target, ThemeId, Workspace,
};

use super::{Known, bad_date, day, next_id, source};
use crate::session::sample::SampleError;
use crate::session::sample::text::{DateText, EventText, LinkText, ParticipantText};

const LINKS: &str = "sample/links.toml";

pub(super) fn add_events(
    workspace: &mut Workspace,
    list: &'static str,
    texts: Vec<EventText>,
    known: &Known,
) -> Result<(), SampleError> {
    for text in texts {
        let id = EventId(next_id(&workspace.events));
        source::add_citations(workspace, list, Target::Event(id), &text.cites, known)?;
        workspace.events.push(event(id, list, text, known)?);
    }
    Ok(())
}

fn event(
    id: EventId,
    list: &'static str,
    it: EventText,
    known: &Known,
) -> Result<Event, SampleError> {
    let themes = it
        .themes
        .iter()
        .map(|name| known.themes.id(list, name).map(ThemeId));
    let places = it
        .places
        .iter()
        .map(|name| known.places.id(list, name).map(PlaceId));
    let actors = it
        .actors
        .into_iter()
        .map(|who| participant(list, who, known));
    let figures = it.figures.into_iter().map(|it| Figure {
        name: it.name,
        value: it.value,
        unit: it.unit,
    });
    Ok(Event {
        id,
        kind: it.kind,
        status: it.status,
        date: it.date.map(|it| date(list, it)).transpose()?,
        date_note: it.date_note,
        category: Some(CategoryId(known.categories.id(list, &it.category)?)),
        cameo: it.cameo,
        plover: it.plover,
        severity: it.severity,
        tone: it.tone,
        likelihood: it.likelihood.map(ScaleWord),
        confidence: None,
        themes: themes.collect::<Result<_, _>>()?,
        actors: actors.collect::<Result<_, _>>()?,
        places: places.collect::<Result<_, _>>()?,
        figures: figures.collect(),
        tags: Vec::new(),
        dataset: known
            .datasets
            .id_if_any(list, it.dataset.as_ref())?
            .map(DatasetId),
        concerns: known
            .events
            .id_if_any(list, it.concerns.as_ref())?
            .map(EventId),
        handle: it.handle,
        title: it.title,
        summary: it.summary,
    })
}

fn participant(
    list: &'static str,
    who: ParticipantText,
    known: &Known,
) -> Result<Participant, SampleError> {
    Ok(Participant {
        actor: ActorId(known.actors.id(list, &who.actor)?),
        role: who.role,
    })
}

/// A date with the bounds of its EDTF, but where the text knows better.
pub(super) fn date(list: &'static str, it: DateText) -> Result<FuzzyDate, SampleError> {
    let edtf: Edtf = it
        .edtf
        .parse()
        .map_err(|error| bad_date(list, &it.edtf, &error))?;
    let earliest = it
        .earliest
        .map(|text| day(list, &text))
        .transpose()?
        .map(Moment::whole);
    let latest = it
        .latest
        .map(|text| day(list, &text))
        .transpose()?
        .map(Moment::whole);
    let of_form = edtf.bounds();
    let start_earliest = earliest.or(of_form.start_earliest);
    let end_latest = latest.or(of_form.end_latest);
    let bounds = if matches!(edtf.shape(), Shape::Span { .. }) {
        Bounds {
            start_earliest,
            end_latest,
            ..of_form
        }
    } else {
        Bounds::single(start_earliest, end_latest)
    };
    Ok(FuzzyDate::stated(it.words, edtf, bounds))
}

pub(super) fn add_links(
    workspace: &mut Workspace,
    texts: Vec<LinkText>,
    known: &Known,
) -> Result<(), SampleError> {
    for text in texts {
        let id = LinkId(next_id(&workspace.links));
        source::add_citations(workspace, LINKS, Target::Link(id), &text.cites, known)?;
        workspace.links.push(link(id, text, known)?);
    }
    Ok(())
}

fn link(id: LinkId, it: LinkText, known: &Known) -> Result<Link, SampleError> {
    known.link_types.id(LINKS, &it.r#type)?;
    Ok(Link {
        id,
        cause: EventId(known.events.id(LINKS, &it.cause)?),
        effect: EventId(known.events.id(LINKS, &it.effect)?),
        link_type: it.r#type,
        wording: it.wording,
        strength: None,
        confidence: it.confidence,
        lag_days: None,
        basis: it.basis,
        note: it.note,
        rivals: it.rivals,
    })
}
