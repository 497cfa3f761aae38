//! From the lists to a workspace.

mod event;
mod lists;
mod source;

use model::Workspace;
use model::date::Day;

use super::names::Names;
use super::text::{
    ActorsText, ClaimsText, EventsText, LaterText, LinksText, PlacesText, SourcesText, ThemesText,
    WorkspaceText,
};
use super::{SampleError, text};

pub(super) use lists::basics;

/// The text of a list of `data/`, with its name for messages.
macro_rules! list {
    ($name:literal) => {
        text::read(
            $name,
            include_str!(concat!("../../../../../../data/", $name)),
        )?
    };
}
use list;

/// Everything that the text calls by name.
#[derive(Debug)]
struct Known {
    themes: Names,
    categories: Names,
    actors: Names,
    places: Names,
    datasets: Names,
    sources: Names,
    events: Names,
    link_types: Names,
}

/// Puts the sample into `workspace`, which holds the basics.
pub(super) fn sample(workspace: &mut Workspace) -> Result<(), SampleError> {
    let head: WorkspaceText = list!("sample/workspace.toml");
    let themes: ThemesText = list!("sample/themes.toml");
    let actors: ActorsText = list!("sample/actors.toml");
    let places: PlacesText = list!("sample/places.toml");
    let sources: SourcesText = list!("sample/sources.toml");
    let events: EventsText = list!("sample/events.toml");
    let links: LinksText = list!("sample/links.toml");
    let claims: ClaimsText = list!("sample/claims.toml");
    let later: LaterText = list!("sample/later.toml");
    let known = Known {
        themes: Names::number("theme", themes.theme.iter().map(|it| &it.handle))?,
        categories: Names::number("category", workspace.categories.iter().map(|it| &it.handle))?,
        actors: Names::number("actor", actors.actor.iter().map(|it| &it.handle))?,
        places: Names::number("place", places.place.iter().map(|it| &it.name))?,
        datasets: Names::number("dataset", head.dataset.iter().map(|it| &it.handle))?,
        sources: Names::number(
            "source",
            sources
                .source
                .iter()
                .chain(&later.source)
                .map(|it| &it.handle),
        )?,
        events: Names::number(
            "event",
            events.event.iter().chain(&later.event).map(|it| &it.handle),
        )?,
        link_types: Names::number(
            "link type",
            workspace.link_types.iter().map(|it| &it.handle),
        )?,
    };

    workspace.as_of = Some(as_of(&head)?);
    workspace.name = head.name;
    workspace.datasets = lists::datasets(head.dataset);
    workspace.themes = lists::themes(themes.theme, &known)?;
    workspace.actors = lists::actors(actors.actor, &known)?;
    workspace.places = lists::places(places.place);
    source::add_sources(workspace, "sample/sources.toml", sources.source)?;
    source::add_sources(workspace, "sample/later.toml", later.source)?;
    // The order of citations is the order of their ids, and an event's first citation gives its grade.
    event::add_events(workspace, "sample/events.toml", events.event, &known)?;
    event::add_links(workspace, links.link, &known)?;
    source::add_claims(workspace, "sample/claims.toml", claims.claim, &known)?;
    event::add_events(workspace, "sample/later.toml", later.event, &known)?;
    source::add_claims(workspace, "sample/later.toml", later.claim, &known)
}

fn as_of(head: &WorkspaceText) -> Result<Day, SampleError> {
    day("sample/workspace.toml", &head.as_of)
}

fn day(list: &'static str, text: &str) -> Result<Day, SampleError> {
    text.parse().map_err(|error| bad_date(list, text, &error))
}

fn bad_date(list: &'static str, date: &str, error: &impl ToString) -> SampleError {
    SampleError::Date {
        list,
        date: date.to_owned(),
        detail: error.to_string(),
    }
}

/// The id of the next thing in a list that is numbered from 1.
fn next_id<T>(list: &[T]) -> i64 {
    i64::try_from(list.len()).map_or(i64::MAX, |count| count + 1)
}
